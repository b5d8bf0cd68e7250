"""How a page of a catalogue lays its papers out, as a value, and the papers that it states so.

Each paper has a line that only this catalogue writes, its anchor. What stands above and below that follows
step by step; a paper that a step does not fit is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import NameList
from seedbed.read.catalogues.lines import stated_names
from seedbed.read.formats.bibliography import Entry, Stated
from seedbed.read.references.vancouver import read_citation
from seedbed.read.references.venue import read_publication, stated_date
from seedbed.read.scholar_table import with_stops
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_FURTHEST = 60
"""So many lines further on a step looks for its line at most."""
_LONGEST = 4000
"""An anchor has no more characters than this."""
_SHORTEST_BROKEN = 60
"""So long is a line at least that goes on in the next."""
_OTHERS = re.compile(r"\+? ?\d{1,3}(?: more| others)?|et al\.?|others")
_LAST_SIGNS = re.compile(r"[^\w.)]+$")
_WORD = re.compile(r"[^\W\d_]{2}")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>⟨⟩\"]{2,200}")


@dataclass(frozen=True, slots=True)
class Step:
    """A line, or several, with something to state.

    Attributes:
        what: What they state, as `Entry.take` knows it, or "names", or "users" (names as a site knows them),
            or "short_names" (which have initials without full stops in front),
            or "where" (venue and date together), or "snippet" (an abstract in broken lines). Empty where they
            state nothing.
        take: The value that a line has; None for a line that this step does not fit. Empty for names that
            cannot be told, which stay unread.
        least: How many lines there must be.
        most: How many there may be; each of a title is broken, and goes on in the next.
        far: Whether other lines may stand before the first one.
        stays: Whether the next step downwards looks at the same lines.
    """

    what: str
    take: Callable[[str], str | None]
    least: int = 1
    most: int = 1
    far: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One form in which a catalogue lists papers.

    Attributes:
        place: The catalogue's name.
        sign: What stands somewhere in each such page, as it is written there; looked for before all else.
        anchor: The line; the names of its groups say what they state.
        above: The steps from the anchor upwards.
        below: The steps from the anchor downwards.
        heading: A line whose group `date` dates what stands under it.
        end: The line at which the papers end.
        again: The line at which they begin again, where several pages stand one below the other.
        needs: What each paper must state: "title", "names", "dates", "addresses".
        owner: A line whose group `name` says whose page it is, where that name stands alone, too.
    """

    place: str
    sign: str
    anchor: re.Pattern[str]
    above: tuple[Step, ...] = ()
    below: tuple[Step, ...] = ()
    heading: re.Pattern[str] | None = None
    end: re.Pattern[str] | None = None
    again: re.Pattern[str] | None = None
    needs: tuple[str, ...] = ("title",)
    owner: re.Pattern[str] | None = None


def find_entries(lines: Sequence[Line], layout: Layout) -> list[Entry]:
    """The papers, in order, none of which shares a line with another."""
    lines = list(_before_ends(lines, layout))
    begun: list[_Paper] = []
    for at, line in enumerate(lines):
        anchor = layout.anchor.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if anchor is None:
            continue
        paper = _Paper(lines, at)
        floor = begun[-1].at + 1 if begun else 0
        if paper.climb(layout.above, floor) and paper.take_anchor(anchor):
            begun.append(paper)
    found = []
    for place, paper in enumerate(begun, start=1):
        bound = begun[place].top if place < len(begun) else len(lines)
        whole = paper.descend(layout.below, bound)
        if whole and all(getattr(paper.entry, what) for what in layout.needs):
            found.append(paper.entry)
    if layout.heading is not None:
        _date_by_headings(lines, layout.heading, found)
    return found


def _before_ends(lines: Sequence[Line], layout: Layout) -> Iterator[Line]:
    ended = False
    for line in lines:
        if ended:
            ended = layout.again is None or layout.again.fullmatch(line.text) is None
        else:
            ended = layout.end is not None and layout.end.fullmatch(line.text) is not None
        if not ended:
            yield line


def _date_by_headings(lines: Sequence[Line], heading: re.Pattern[str], entries: Sequence[Entry]) -> None:
    """Give each entry the date of the last heading above it."""
    dated = [(line.number, match["date"]) for line in lines if (match := heading.fullmatch(line.text))]
    above: Stated | None = None
    waiting = iter(dated)
    following = next(waiting, None)
    for entry in entries:
        while following and following[0] < entry.first:
            above = Stated(following[1], following[0], following[0])
            following = next(waiting, None)
        entry.under = above


class _Paper:
    """A paper while its lines are gathered.

    Attributes:
        at: The index of its anchor.
        top: The index of its first line.
    """

    def __init__(self, lines: Sequence[Line], at: int) -> None:
        self.at = self.top = at
        self.entry = Entry(lines[at].number)
        self._lines = lines
        self._paragraphs: list[Line] = []

    def climb(self, steps: Sequence[Step], floor: int) -> bool:
        """Take the lines above the anchor, none of them above `floor`; False where a step does not fit."""
        for step in steps:
            taken: list[Line] = []
            while self.top > floor and len(taken) < step.most:
                if taken and step.what == "title" and not _goes_on(self._lines[self.top - 1], taken[-1]):
                    break
                value = step.take(self._lines[self.top - 1].text)
                if value is None:
                    break
                self.top -= 1
                taken.append(Line(self._lines[self.top].number, value))
            if len(taken) < step.least or not self._state(step.what, taken[::-1]):
                return False
        self.entry.first = self._lines[self.top].number
        return True

    def take_anchor(self, anchor: re.Match[str]) -> bool:
        """Take what the anchor itself states."""
        number = self._lines[self.at].number
        self.entry.labels.append(number)
        stated = {what: value for what, value in anchor.groupdict().items() if value}
        return all(self._state(what, [Line(number, value)]) for what, value in stated.items())

    def descend(self, steps: Sequence[Step], bound: int) -> bool:
        """Take the lines below the anchor, none of them from `bound` on."""
        below = self.at + 1
        for step in steps:
            start = self._look_for(step, below, bound) if step.far else below
            taken: list[Line] = []
            while start < bound and len(taken) < step.most:
                value = step.take(self._lines[start].text)
                if value is None:
                    break
                taken.append(Line(self._lines[start].number, value))
                start += 1
            if len(taken) < step.least or not self._state(step.what, taken):
                return False
            below = start if taken and not step.stays else below
        return True

    def _look_for(self, step: Step, below: int, bound: int) -> int:
        indexes = range(below, min(bound, below + _FURTHEST))
        return next((at for at in indexes if step.take(self._lines[at].text) is not None), bound)

    def _state(self, what: str, taken: Sequence[Line]) -> bool:
        """Give the entry what these lines state; False where they do not state it."""
        if not taken:
            return True
        first, last = taken[0].number, taken[-1].number
        match what:
            case "names" if not any(line.text for line in taken):
                pass  # they name somebody, and nobody surely
            case "":
                self.entry.labels += [line.number for line in taken]
            case "names" | "short_names":
                names = stated_names([line.text for line in taken])
                return self._name(
                    with_stops(names) if names and what == "short_names" else names, first, last
                )
            case "users":
                self._name_users(taken)
            case "where":
                for line in taken:
                    self._place(line)
            case "topics":
                self.entry.topics += _keywords(taken)
            case "title" | "snippet":
                text = " ".join(line.text for line in taken)
                self.entry.take("abstract" if what == "snippet" else what, Stated(text, first, last))
            case _:
                self.entry.take(what, Stated("\n\n".join(line.text for line in taken), first, last))
        return True

    def _name(self, names: NameList | None, first: int, last: int) -> bool:
        if names is None:
            return False
        self.entry.names += [Stated(name, first, last) for name in names.names]
        self.entry.complete = self.entry.complete and names.complete
        return True

    def _name_users(self, lines: Sequence[Line]) -> None:
        """Take names between commas, as they stand; they may be in small letters, or in capitals."""
        self.entry.labels += [line.number for line in lines if not line.text]
        for line in lines:
            for each in re.split(r",? (?:and|&) |, ", line.text):
                if _OTHERS.fullmatch(each):
                    self.entry.complete = False
                elif name := _LAST_SIGNS.sub("", each):
                    self.entry.names.append(Stated(name, line.number, line.number))

    def _place(self, line: Line) -> None:
        """Take where and when the paper appeared, from one line that says both."""
        self.entry.labels.append(line.number)
        publication, date = read_citation(line.text) or (
            read_publication(_DOI.sub(" ", line.text)),
            stated_date(line.text),
        )
        if not _WORD.search(publication.venue):
            publication = replace(publication, venue="")  # its numbers alone
        self.entry.take_publication(publication, date, line.number, line.number)
        dois = (match.group().rstrip(".,;)") for match in _DOI.finditer(line.text))
        self.entry.addresses += [
            Stated(each, line.number, line.number) for each in (*find_addresses(line.text), *dois)
        ]


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a line may be broken, and go on in the next."""
    return line.touches(below) and len(line.text) >= _SHORTEST_BROKEN


def _keywords(taken: Sequence[Line]) -> Iterator[Stated]:
    for line in taken:
        for word in re.split(r"[,;]", line.text):
            if word.strip():
                yield Stated(word.strip(), line.number, line.number)
