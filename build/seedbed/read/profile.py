"""Seeds that hold an author's profile: a header with figures, then the author's works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seedbed.model.record import Figure, ProfileRecord, Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.claims import claim_of
from seedbed.read.coverage import account, is_identified
from seedbed.read.creators import is_name_list, may_hold_organisation
from seedbed.read.furniture import footer_start, is_button, is_menu, menu_end
from seedbed.read.markdown import unlinked, unmarked
from seedbed.read.page_owner import find_page_owner
from seedbed.read.profile_head import LONGEST_HEAD, Head, find_heads
from seedbed.read.profile_starts import find_starts
from seedbed.read.profile_work import is_creators, work_of
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import LONGEST_HEADING, is_prose, is_topic
from seedbed.text.lines import Line, filled

_NUMBER = r"(?P<value>\d[\d,]*\.\d+[kKM]|\d[\d.,]*(?:[kKM]\b|\+|\s?%)?)"
_FIGURE_FIRST = re.compile(rf"{_NUMBER}\s?(?P<label>[^\W\d_].*)")
_LABEL_FIRST = re.compile(rf"(?P<label>[^\W\d_].*?[^\d\s.,:])\s?:?\s?{_NUMBER}")
_COUNTS = re.compile(r"\d\s")
"""A number inside a label: one of several counts ("Papers 6 People 4 Topics 3", "Ann Lee3 Bo Ek2")."""
_NUMBERS = re.compile(r"\d[\d.,]*")
_LONGEST_FIGURE = 40
_LEAST_TITLED = 1 / 3
"""Of the heads, how many have to stand over titles."""
_MOST_NAME_WORDS = 8
_FEWEST_OVER_KINDS = 3


def recognise(seed: Seed) -> Recognition | None:
    """Sure where at least two works begin as a profile's do, or one does and figures stand above it."""
    if not find_heads(_content(filled(line[: LONGEST_HEAD + 1] for line in seed.lines))):
        return None
    lines = _content(filled(line[: LONGEST_HEADING + 1] for line in seed.lines))
    heads = find_heads(lines)
    starts = find_starts(lines, heads)
    over = sum(1 for head, start in zip(heads, starts, strict=True) if start < head.index)
    titled = over or sum(1 for head in heads if head.titled or _is_creators_two_below(lines, head.index))
    if not titled:
        return None
    figures = len(_sort_header(lines[: starts[0]]).figures)
    if (titled == 1 and not figures) or _LEAST_TITLED * len(heads) > titled:
        return None
    if len(heads) > 1 and heads[-1].index + 1 == len(lines):
        return None  # each stands below its work
    if not over and _stand_over_kinds(lines, heads):
        return None
    works = "work begins" if titled == 1 else "works begin"
    where = "below" if over else "on the line over"
    why = f"{titled} {works} with score, category or date run together {where} the title"
    return Recognition(
        0.95 if figures else 0.85, f"{why}, and {figures} figures stand above" if figures else why
    )


def _stand_over_kinds(lines: Sequence[Line], heads: Sequence[Head]) -> bool:
    """Whether what stands right below most heads recurs, over no names, or is running text: no titles."""
    titled = [head.index for head in heads if head.titled]
    below = [lines[at + 1].text for at in titled]
    counts = Counter(below)
    others = sum(
        1
        for at, text in zip(titled, below, strict=True)
        if is_prose(text) or (counts[text] > 1 and not _is_creators_two_below(lines, at))
    )
    return len(below) >= _FEWEST_OVER_KINDS and 2 * others > len(below)


def _is_creators_two_below(lines: Sequence[Line], index: int) -> bool:
    """Whether names stand two lines below a head, as where a blank line parts it from the title, too."""
    return (
        index + 2 < len(lines) and not is_prose(lines[index + 1].text) and is_creators(lines[index + 2].text)
    )


def read(seed: Seed) -> Reading:
    """The profile with its works; the works alone where the text does not say whose profile it is."""
    lines = _content(filled(seed.lines))
    heads = find_heads(lines)
    remarks: list[Claim[str]] = []
    works: list[WorkRecord] = []
    starts = find_starts(lines, heads)
    for head, start, end in zip(heads, starts, [*starts, len(lines)][1:], strict=True):
        if head.odd_date:
            sentence = f"this date could not be read: {head.odd_date}"
            remarks.append(Claim(sentence, seed.span(lines[head.index].number)))
        around = (*lines[start : head.index], *lines[head.index + 1 : end])
        work = work_of(seed, lines[head.index], head, around)
        if is_identified(work):
            works.append(work)
        else:
            sentence = "a work without title and abstract begins here, and was not read"
            remarks.append(Claim(sentence, seed.span(lines[head.index].number)))
    header = _read_header(seed, lines[: starts[0] if starts else len(lines)], works, remarks)
    records: tuple[Record, ...] = (header,) if header else tuple(works)
    return account(seed, PROFILE.kind, records, remarks)


def _content(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer, without Markdown's marks; no footer begins above the last head."""
    inner = [
        Line(line.number, unmarked(unlinked(line.text).strip() or line.text))
        for line in lines[menu_end(lines) :]
    ]
    first = max((head.index + 1 for head in find_heads(inner)), default=0)
    return inner[: first + footer_start(inner[first:])]


@dataclass(frozen=True, slots=True)
class _Header:
    """The lines above the first work, sorted."""

    above: tuple[Line, ...]
    figures: tuple[tuple[Line, Figure], ...]
    heading: Line | None


def _read_header(
    seed: Seed, lines: Sequence[Line], works: Sequence[WorkRecord], remarks: list[Claim[str]]
) -> ProfileRecord | None:
    header = _sort_header(lines)
    first = works[0].span().first if works else 0
    named = [work.creators.value if work.creators else None for work in works]
    owner = find_page_owner(header.above, named, first)
    name, field = (owner, _field_of(owner, header)) if owner else _name_and_field(header)
    if name is None:
        return None
    labels: tuple[Span, ...] = ()
    if header.heading is not None:
        labels = (seed.span(header.heading.number),)
        stated = _figure(header.heading.text)
        if stated and stated.value.replace(",", "") != str(len(works)):
            sentence = f"the seed announces “{header.heading.text}”, and {len(works)} were read"
            remarks.append(Claim(sentence, labels[0]))
    return ProfileRecord(
        name=claim_of(seed, name),
        field=claim_of(seed, field) if field else None,
        figures=tuple(Claim(figure, seed.span(line.number)) for line, figure in header.figures),
        works=tuple(works),
        labels=labels,
    )


def _sort_header(lines: Sequence[Line]) -> _Header:
    """The figures, the heading over the works ("17 Papers", on its own), and the lines above the figures."""
    rest = [line for line in lines if not is_button(line.text) and not is_menu(line.text)]
    heading = None
    if rest and _is_heading(rest):
        heading = rest.pop()
    figures = [(line, figure) for line in rest if (figure := _figure(line.text))]
    first = figures[0][0].number if figures else rest[-1].number + 1 if rest else 0
    return _Header(tuple(line for line in rest if line.number < first), tuple(figures), heading)


def _is_heading(lines: Sequence[Line]) -> bool:
    """Whether the last line counts the works and stands on its own, or says a figure's label once more."""
    last = lines[-1]
    if re.fullmatch(r"\d[\d,]*\s[^\W\d_]+", last.text) is None:
        return False
    if len(lines) == 1 or not lines[-2].touches(last):
        return True
    labels = {figure.label.casefold() for line in lines[:-1] if (figure := _figure(line.text))}
    return last.text.split()[-1].casefold() in labels


def _name_and_field(header: _Header) -> tuple[Line | None, Line | None]:
    """Whose profile it is, and their field.

    A page's menus may stand above, and where they work and what they say of themselves between. With more
    than two lines left there, the one that touches the figures is the field, and the nearest one above it the
    name; with two, they are name and field; one is the name.
    """
    above = [line for line in header.above if not _is_about(line.text)]
    first_figure = header.figures[0][0].number if header.figures else 0
    if not above:
        return None, None
    name, field = above[-1], None
    if len(above) == len(("name", "field")) or (len(above) > 1 and name.number + 1 == first_figure):
        name, field = above[-2:]
    if _is_about(name.text) or len(name.text.split()) > _MOST_NAME_WORDS:
        return None, None
    if field is not None and not is_topic(field.text):
        field = None
    return name, field


def _field_of(owner: Line, header: _Header) -> Line | None:
    """The field of somebody whose name is known: the only line below, or that which touches the figures."""
    below = [
        line
        for line in header.above
        if line.number > owner.number and not line.text.startswith("@") and not _is_about(line.text)
    ]
    first_figure = header.figures[0][0].number if header.figures else 0
    last = below[-1] if below else None
    alone = last is not None and (len(below) == 1 or last.number + 1 == first_figure)
    return last if last is not None and alone and is_topic(last.text) else None


def _is_about(text: str) -> bool:
    """Whether a line tells more than a name or a field: where somebody works, a few sentences, figures."""
    return (
        (is_prose(text) and not is_name_list(text))
        or may_hold_organisation(text)
        or len(_NUMBERS.findall(text)) > 1
    )


def _figure(text: str) -> Figure | None:
    """A label and a number run together, in either order."""
    if len(text) > _LONGEST_FIGURE:
        return None
    for form in (_FIGURE_FIRST, _LABEL_FIRST):
        if (match := form.fullmatch(text)) and not _COUNTS.search(match["label"]):
            return Figure(match["label"].strip(" #:"), match["value"])
    return None


PROFILE = Reader("profile", "author profile", recognise, read)
