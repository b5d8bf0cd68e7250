"""Works of a list on several lines: title and creators, either first, then what else is stated of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons, leads_on, without_last_buttons
from seedbed.read.dated_headings import heading_date
from seedbed.read.lists.list_gap import is_control
from seedbed.read.lists.list_labels import label_of
from seedbed.read.references.names import abbreviated_names, listed_names, one_or_several
from seedbed.read.references.reference import is_title
from seedbed.read.references.venue import VENUE, read_publication
from seedbed.read.shape import is_prose, is_single_sentence, without_number
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.read.works.abstracts import unlabelled
from seedbed.read.works.affiliations import is_institution_line, lists_places
from seedbed.read.works.block_details import NUMBERS, Details, hashtags, is_dated_venue, read_details
from seedbed.read.works.bylines import Byline, read_byline
from seedbed.text.dates import HOURS, find_date
from seedbed.text.lines import Line

_LONGEST_SENTENCE = 20
"""Words of a title that ends in a full stop."""
_ENDS_IN_YEAR = re.compile(r",\s(?:19|20)\d\d$")
_CREDIT = re.compile(r"[^\W\d_]+ed by\s+[^\W_a-z]")
"""How a line begins that names somebody else beside the creators: "Supervised by Ann Lee"."""
_SESSION = re.compile(rf"{HOURS}\b")
"""How a session of a programme begins: "12:15 - 12:55 Keynote"."""
_FEWEST = 2
"""Works that tell that creators come first."""
_PAGES = re.compile(r"(?:pp?\. ?)?[a-z]?\d{1,5} ?[–-] ?[a-z]?\d{1,5}", re.IGNORECASE)
_FEWEST_TALKS = 3
_LEAST_WORDS = 6
"""Words of talks' titles on average, where nothing but names with institutions tells that they are some."""
_COMMITTEE = re.compile(
    r"\b(?:chairs?|committees?|organi[sz](?:ers?|ation)|boards?|members?|moderators?|delegates|editors)\b",
    re.IGNORECASE,
)
_MOST_BUTTONS = 2
_LONGEST_LABELLED = 120
_MOST_ENDED = 0.2
_MOST_TAILS = 8
"""Further lines of one list of names."""
_MOST_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A work on several lines.

    Attributes:
        title: The title's line, without the number before it.
        names: The creators' line.
        creators: Whom it names.
        organisations: The institutions that it names behind them.
        employer: The line below that says where they work.
        more_names: The further lines of names, which `names` holds too.
        details: What stands below, or between the two.
        leaves_out_owner: Whether the creators are those alone who worked with the owner of the page.
    """

    title: Line
    names: Line
    creators: NameList
    details: Details = field(default_factory=Details)
    organisations: tuple[str, ...] = ()
    leaves_out_owner: bool = False
    employer: Line | None = None
    more_names: Sequence[Line] = ()

    def lines(self) -> list[Line]:
        """All lines that belong to the work, in order."""
        held = {line.number: line for line in (*self.details.lines, *self.more_names, self.names, self.title)}
        return [held[number] for number in sorted(held)]


def find_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The blocks, in order, none of which shares a line with another, or with one of `references`.

    Whether titles or creators come first is the same for all: as it is for most of those of which it is sure.
    """
    venues = [
        at
        for at in range(2, len(lines))
        if lines[at].number not in references and is_dated_venue(lines[at].text)
    ]
    above = [(lines[at - 2].text, lines[at - 1].text) for at in venues]
    behind = sum(1 for first, second in above if _are_title_and_names(first, second))
    before = sum(1 for first, second in above if _are_title_and_names(second, first))
    if before > behind and before >= _FEWEST:
        return list(_names_first(lines, venues))
    return _titles_first(lines, references)


def _are_title_and_names(title: str, names: str) -> bool:
    """Whether two lines may be a title and names; of two that may both be names, a comma tells which are."""
    fits = is_work_title(title) and listed_names(names) is not None
    return fits and not (", " in title and listed_names(title) is not None)


def _names_first(lines: Sequence[Line], venues: Sequence[int]) -> Iterator[Block]:
    """Creators, title and venue on a line each; only the last tells the two others from anything else."""
    taken = 0
    for at in venues:
        title, names, venue = lines[at - 1], lines[at - 2], lines[at]
        creators = one_or_several(names.text)
        published = read_publication(venue.text)
        if at - 2 < taken or creators is None or not is_work_title(title.text) or published.is_empty():
            continue
        end = next((n for n in range(at + 1, len(lines)) if not _is_below(lines, n)), len(lines))
        details = read_details(lines, at, end)
        yield Block(title, names, creators, details)
        taken = end


def _is_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a button behind a work, how often it is cited, or its year once more."""
    text = lines[at].text
    touches = lines[at - 1].number + 1 == lines[at].number
    heads = find_date(text) is not None and not NUMBERS.fullmatch(lines[at - 1].text)
    return is_buttons(text) or (NUMBERS.fullmatch(text) is not None and touches and not heads)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a work begins: the indexes of its title and of its creators' line, and whom that names."""

    title: int
    names: int
    byline: Byline


def _titles_first(lines: Sequence[Line], references: Container[int]) -> list[Block]:
    """A title, then its creators, perhaps with the abstract in between."""
    lines, tails = _with_whole_names(lines)
    bylines = {
        at: byline
        for at, line in enumerate(lines)
        if line.number not in references and (byline := read_byline(line.text)) is not None
    }
    heads = list(_heads(lines, bylines, references))
    odd = odd_sentences([lines[head.title].text for head in heads])
    heads = [head for at, head in enumerate(heads) if at not in odd]
    starts = [head.title for head in heads]
    abstracts: list[Sequence[Line]] = [()] * len(heads)
    if heads and _are_abstracts_above(lines, starts):
        starts = [_abstract_start(lines, start) for start in starts]
        abstracts = [lines[start : head.title] for start, head in zip(starts, heads, strict=True)]
    dated = bool(starts) and all(_is_date_above(lines, start) for start in starts)
    starts = [start - dated for start in starts]
    stated = (at for at, line in enumerate(lines) if line.number in references)
    borders = sorted({*starts, *stated, len(lines)})
    ends = [borders[bisect_right(borders, head.names)] for head in heads]
    blocks = list(map(partial(_block, lines, tails), heads, ends, abstracts))
    if dated:
        for block, start in zip(blocks, starts, strict=True):
            block.details.take_date(lines[start])
    talks = [head for head in heads if head.byline.organisations and head.names + 1 not in bylines]
    are_talks = _are_talks([lines[head.title].text for head in talks])
    told = {head.names for head in talks} if are_talks else set()
    return [
        block
        for block, head in zip(blocks, heads, strict=True)
        if block.details.says_something() or head.names in told
    ]


def _with_whole_names(lines: Sequence[Line]) -> tuple[Sequence[Line], Mapping[int, Sequence[Line]]]:
    """The lines with names that go on behind a comma in one, and the further lines of each."""
    tails: dict[int, list[Line]] = {}
    whole: list[Line] = []
    for line in lines:
        first = whole[-1] if whole else None
        touching = (
            first is not None
            and first.text.endswith(",")
            and (first.number + len(tails.get(first.number, ())) + 1 == line.number)
        )
        if first is None or not touching or len(tails.get(first.number, ())) == _MOST_TAILS:
            whole.append(line)
            continue
        joined = f"{first.text} {line.text}"
        if listed_names(first.text.rstrip(",")) and one_or_several(line.text.rstrip(",")):
            whole[-1] = Line(first.number, joined)
            tails.setdefault(first.number, []).append(line)
        else:
            whole.append(line)
    return (whole, tails) if tails else (lines, tails)


def odd_sentences(titles: Sequence[str]) -> frozenset[int]:
    """Which of some titles end in a full stop, where hardly any other does: running text, most likely."""
    ended = frozenset(at for at, title in enumerate(titles) if without_last_buttons(title).endswith("."))
    return ended if len(ended) < _MOST_ENDED * len(titles) else frozenset()


def _are_talks(titles: Sequence[str]) -> bool:
    """Whether titles over names with institutions are a programme's, and no headings over committees."""
    words = sum(len(title.split()) for title in titles)
    return (
        len(titles) >= _FEWEST_TALKS
        and words >= _LEAST_WORDS * len(titles)
        and not any(_COMMITTEE.search(title) or read_byline(title) for title in titles)
    )


def _is_date_above(lines: Sequence[Line], start: int) -> bool:
    """Whether a work begins right below a day or a month that is its own."""
    date = find_date(lines[start - 1].text) if start else None
    stated = date is not None and date.year is not None and date.month is not None
    return stated and lines[start - 1].number + 1 == lines[start].number


def _are_abstracts_above(lines: Sequence[Line], titles: Sequence[int]) -> bool:
    """Whether abstracts come first: one has its label above all titles, or each touches its title alone."""
    if any(unlabelled(line.text)[1] for line in lines[: titles[0]]):
        return True
    starts = [_abstract_start(lines, title) for title in titles]
    apart = (start == 0 or lines[start - 1].number + 1 < lines[start].number for start in starts)
    touching = (lines[title - 1].number + 1 == lines[title].number for title in titles if title)
    below = all(start < title for start, title in zip(starts, titles, strict=True))
    return below and all(touching) and all(apart)


def _abstract_start(lines: Sequence[Line], title: int) -> int:
    """Where the abstract begins that stands above a title, with its label; at the title where none does."""
    start = title
    while start > 0 and title - start < _MOST_PARAGRAPHS and is_prose(lines[start - 1].text):
        start -= 1
        if unlabelled(lines[start].text)[1]:
            return start
    label_alone = start > 0 and unlabelled(lines[start - 1].text)[1]
    return start - 1 if label_alone else start


def _heads(
    lines: Sequence[Line], bylines: Mapping[int, Byline], references: Container[int]
) -> Iterator[_Head]:
    known = _known_names(bylines)
    usual = _usual_form(lines, bylines)
    taken = -1
    names: set[int] = set()
    for at, byline in bylines.items():
        title = _title_above(lines, at, names)
        if byline.sure and title is not None:
            names.add(at)
        if title is None or title <= taken or lines[title].number in references:
            continue
        single = byline.creators.names[0].casefold()
        sure = byline.sure or single in known or _is_dated_below(lines, at) or _is_employed(lines, at)
        if not sure and not (usual and _form(lines, title, at) == usual):
            continue
        yield _Head(title, at, byline)
        taken = at


_Form = tuple[bool, str]


def _usual_form(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> _Form | None:
    """The form that all works have whose names are sure, where buttons or numbers tell it."""
    forms = {_form(lines, at - 1, at) for at, byline in bylines.items() if byline.sure and at}
    form = forms.pop() if len(forms) == 1 else (False, "")
    return form if form[1] == "buttons" or (form[0] and form[1]) else None


def _form(lines: Sequence[Line], title: int, names: int) -> _Form:
    """Whether a title is numbered, and what stands right below the names."""
    text = next((line.text for line in lines[names + 1 : names + 3] if not _PAGES.fullmatch(line.text)), "")
    below = "buttons" if text and _is_button(text) else ("text" if text and is_prose(text) else "")
    return without_number(lines[title].text) != lines[title].text, below


def _known_names(bylines: Mapping[int, Byline]) -> frozenset[str]:
    """The names that lists of several state, and the one that the page begins with."""
    listed = {name.casefold() for byline in bylines.values() if byline.sure for name in byline.creators.names}
    owner = {bylines[0].creators.names[0].casefold()} if 0 in bylines else set()
    return frozenset(listed | owner)


def _is_dated_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below names says where and when something appeared."""
    return at + 1 < len(lines) and is_dated_venue(lines[at + 1].text)


def _is_employed(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below one name says where its bearer works, and running text follows that."""
    below = lines[at + 1 : at + 3]
    return (
        len(below) > 1
        and is_institution_line(below[0].text)
        and not is_dated_venue(below[0].text)
        and is_prose(below[1].text)
    )


def _title_above(lines: Sequence[Line], at: int, names: Container[int]) -> int | None:
    """The title of the work whose creators stand at `at`; buttons or the abstract may stand in between.

    A line of names further up (`names`) is none, though a title may look like one.
    """
    above = at - 1
    while above > 0 and at - above <= _MOST_BUTTONS and _may_stand_between(lines[above].text):
        above -= 1
    if above < 0:
        return None
    if is_work_title(lines[above].text) and above not in names:
        return above
    while above > 0 and at - above < _MOST_PARAGRAPHS and is_prose(lines[above].text):
        above -= 1
    between = is_prose(lines[above + 1].text) and above not in names
    return above if between and is_work_title(lines[above].text) else None


def _may_stand_between(text: str) -> bool:
    """Whether a line between title and creators is a button, says where the work appeared, or has a label."""
    return _is_button(text) or is_dated_venue(text) or _is_labelled(text)


def _is_labelled(text: str) -> bool:
    """Whether a short line begins with a label in small letters: "schedule: Mon, 8:45", "theme: Rain"."""
    match = label_of(text) if len(text) <= _LONGEST_LABELLED and text[0].islower() else None
    return match is not None and bool(match["value"])


def _is_button(text: str) -> bool:
    return is_buttons(text) or is_control(text) or bool(hashtags(Line(0, text)))


def is_work_title(text: str) -> bool:
    """Whether a line may be a work's title: no running text, no button, and not when or where it appeared."""
    bare = without_number(text)
    sentence = is_prose(bare) and not (is_single_sentence(bare) and len(bare.split()) <= _LONGEST_SENTENCE)
    headed = text.startswith(("# ", "##"))  # a title may stand so, and many another heading
    numbered = bare != text and not headed and len(bare.split()) > 1
    return (
        (is_title(bare.strip(" .")) or numbered)
        and not sentence
        and bare[-1] not in ":;,"
        and not is_buttons(bare)
        and not leads_on(bare)
        and find_date(bare) is None
        and heading_date(bare) is None
        and _ENDS_IN_YEAR.search(bare) is None
        and _CREDIT.match(bare) is None
        and _SESSION.match(bare) is None
        and not (is_dated_venue(bare) and VENUE.search(bare))
        and not (". " in bare and _names_begin(bare))
        and not lists_places(text)
    )


def _names_begin(text: str) -> bool:
    """Whether several names and a full stop begin a line, as they do a reference."""
    names, _, _ = text.partition(". ")
    if ":" in names or not TITLE_WORDS.isdisjoint(names.split()):
        return False
    return (listed_names(names) or abbreviated_names(names)) is not None


def _block(
    lines: Sequence[Line], tails: Mapping[int, Sequence[Line]], head: _Head, end: int, above: Sequence[Line]
) -> Block:
    """The work that begins with `head` and ends before `end`; an abstract that comes first is `above`."""
    title, names = lines[head.title], lines[head.names]
    more_names = tails.get(names.number, ())
    details = read_details(lines, head.names + 1, end)
    where = Line((names, *more_names)[-1].number, head.byline.where)
    if where.text and not details.take_date(where):
        details.venue = where
    between = lines[head.title + 1 : head.names]
    if above:
        said = ((line.number, unlabelled(line.text)[0]) for line in above)
        details.abstract = [Line(number, text) for number, text in said if text]
    elif between and not details.abstract:
        details.abstract += [line for line in between if is_prose(line.text)]
    details.topics += [topic for line in between for topic in hashtags(line)]
    details.venue = details.venue or next((line for line in between if is_dated_venue(line.text)), None)
    details.lines += [*above, *between]
    stated = Line(title.number, without_last_buttons(without_number(title.text)))
    by = head.byline
    employer = lines[head.names + 1] if not by.organisations and _is_employed(lines, head.names) else None
    details.lines += [employer] if employer else []
    return Block(
        stated, names, by.creators, details, by.organisations, by.leaves_out_owner, employer, more_names
    )
