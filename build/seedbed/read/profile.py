"""Seeds that hold an author's profile: a header with figures, then the author's works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seedbed.model.record import Figure, ProfileRecord, Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.buttons import is_buttons
from seedbed.read.claims import abstract_of, claim_of, links_of
from seedbed.read.coverage import account, is_identified
from seedbed.read.creators import is_name_list, may_hold_organisation, read_names, split_organisations
from seedbed.read.furniture import body, is_button, is_menu
from seedbed.read.lists.name_lines import joined_names, names_go_on
from seedbed.read.markdown import unlinked, unmarked
from seedbed.read.profile_head import LONGEST_HEAD, Head, find_heads
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import begins_abstract, is_prose, is_topic, without_number
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line, filled

_NUMBER = r"(?P<value>\d[\d,]*\.\d+[kKM]|\d[\d.,]*(?:[kKM]\b|\+|\s?%)?)"
_FIGURE_FIRST = re.compile(rf"{_NUMBER}\s?(?P<label>[^\W\d_].*)")
_LABEL_FIRST = re.compile(rf"(?P<label>[^\W\d_].*?[^\d\s.,:])\s?:?\s?{_NUMBER}")
_NUMBERS = re.compile(r"\d[\d.,]*")
_LONGEST_FIGURE = 40
_LONGEST_NOTE = 40
_MOST_PARTS = 4
"""Words of a name that stands where a title would."""
_LEAST_TITLED = 1 / 3
"""Of the heads, how many have to stand over titles."""
_BY = re.compile(r"by:? ", re.IGNORECASE)
_ENDS = (".", "!", "…", ":", ";", ",", "$", ")")
"""How a line ends that is part of running text."""
_BEGINS = re.compile(r"[^\w\s]*[^\W_a-z]")
"""How running text begins, and no line of it that stands inside a sentence."""
_MOST_NAME_WORDS = 8


def recognise(seed: Seed) -> Recognition | None:
    """Sure where at least two works begin as a profile's do, or one does and figures stand above it."""
    lines = _content(filled(line[: LONGEST_HEAD + 1] for line in seed.lines))
    heads = find_heads(lines)
    titled = sum(1 for head in heads if head.titled or _is_creators_two_below(lines, head.index))
    if not titled:
        return None
    figures = len(_sort_header(lines[: heads[0].index]).figures)
    if (titled == 1 and not figures) or _LEAST_TITLED * len(heads) > titled:
        return None
    if len(heads) > 1 and heads[-1].index + 1 == len(lines):
        return None  # each stands below its work
    works = "work begins" if titled == 1 else "works begin"
    why = f"{titled} {works} with score, category or date run together on the line over the title"
    return Recognition(
        0.95 if figures else 0.85, f"{why}, and {figures} figures stand above" if figures else why
    )


def _is_creators_two_below(lines: Sequence[Line], index: int) -> bool:
    """Whether names stand two lines below a head, as where a blank line parts it from the title, too."""
    return (
        index + 2 < len(lines) and not is_prose(lines[index + 1].text) and _is_creators(lines[index + 2].text)
    )


def read(seed: Seed) -> Reading:
    """The profile with its works; the works alone where the text does not say whose profile it is."""
    lines = _content(filled(seed.lines))
    heads = find_heads(lines)
    remarks: list[Claim[str]] = []
    works: list[WorkRecord] = []
    ends = [*(head.index for head in heads), len(lines)][1:]
    for head, end in zip(heads, ends, strict=True):
        if head.odd_date:
            sentence = f"this date could not be read: {head.odd_date}"
            remarks.append(Claim(sentence, seed.span(lines[head.index].number)))
        work = _work(seed, lines[head.index], head, lines[head.index + 1 : end])
        if is_identified(work):
            works.append(work)
        else:
            sentence = "a work without title and abstract begins here, and was not read"
            remarks.append(Claim(sentence, seed.span(lines[head.index].number)))
    header = _read_header(seed, lines[: heads[0].index if heads else len(lines)], works, remarks)
    records: tuple[Record, ...] = (header,) if header else tuple(works)
    return account(seed, PROFILE.kind, records, remarks)


def _content(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer, without Markdown's marks."""
    return [Line(line.number, unmarked(unlinked(line.text).strip() or line.text)) for line in body(lines)]


def _work(seed: Seed, line: Line, head: Head, below: Sequence[Line]) -> WorkRecord:
    place = seed.span(line.number)
    # What touches the head is its title, whatever it says ("Notes").
    buttons = [other for other in below if other.number > line.number + 1 and _is_button(other.text)]
    links = [other for other in below if " " not in other.text and find_addresses(other.text)]
    said = [other for other in below if other not in buttons and other not in links]
    title, creators, paragraphs = _split_work(line, said)
    names, organisations = split_organisations(_joined_names(creators)) if creators else ("", ())
    creators_place = seed.span(creators[0].number, creators[-1].number) if creators else place
    return WorkRecord(
        title=_joined(seed, title) if title else None,
        creators=Claim(read_names(names), creators_place) if names else None,
        abstract=abstract_of(seed, paragraphs) if paragraphs else None,
        date=Claim(head.date, place) if head.date else None,
        category=Claim(head.category, place) if head.category else None,
        score=Claim(head.score, place) if head.score is not None else None,
        has_code=Claim(value=True, span=place) if head.has_code else None,
        organisations=tuple(Claim(each, creators_place) for each in organisations),
        links=links_of(seed, sorted((*links, *paragraphs))),
        labels=tuple(seed.span(button.number) for button in buttons),
    )


def _is_button(text: str) -> bool:
    return is_button(text) or is_buttons(text)


def _split_work(head: Line, below: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """The title's lines, the creators' and the abstract's, by their order; each of them may be missing.

    The title stands on the line under the head, or creators do, and it below them. Where a blank line parts
    the two, what follows is a title unless it looks like something else.
    """
    rest = list(below)
    title: list[Line] = []
    creators: list[Line] = []
    if rest and _are_names_over_title(rest):
        creators.append(rest.pop(0))
    touches = bool(rest) and rest[0].number == head.number + 1 and not begins_abstract(rest[0].text)
    if rest and (touches or _may_be_title(rest)):
        title.append(rest.pop(0))
        if touches and _goes_on(title[0], rest):
            title.append(rest.pop(0))
    if len(rest) > 1 and title and _is_between(rest):
        rest.pop(0)
    if not creators and rest and _is_creators(rest[0].text):
        creators.append(rest.pop(0))
        while rest and _are_more_names(creators, rest[0]):
            creators.append(rest.pop(0))
    del rest[_end_of_text(rest) :]
    while len(rest) > 1 and _is_note(rest):
        rest.pop(0)
    return title, creators, rest


def _joined(seed: Seed, lines: Sequence[Line]) -> Claim[str]:
    text = without_number(" ".join(line.text for line in lines))
    return Claim(text, seed.span(lines[0].number, lines[-1].number))


def _joined_names(lines: Sequence[Line]) -> str:
    return _BY.sub("", joined_names(line.text for line in lines))


def _are_names_over_title(lines: Sequence[Line]) -> bool:
    """Whether the first line names several people, and a title stands below it rather than more names."""
    first, *below = (line.text for line in lines[:3])
    listed = read_names(first)
    if not below or is_prose(below[0]) or ":" in first or not is_name_list(first):
        return False
    if not listed.complete:
        return True
    several = "," in first and all(len(name.split()) <= _MOST_PARTS for name in listed.names)
    return several and not any(map(_is_creators, below))


def _are_more_names(creators: Sequence[Line], line: Line) -> bool:
    """Whether a list of names that is broken into lines goes on in one more."""
    last = creators[-1]
    if last.number + 1 < line.number or not names_go_on(last.text, line.text):
        return False
    if split_organisations(last.text)[1]:
        return False
    return not is_prose(line.text) and is_name_list(joined_names(each.text for each in (*creators, line)))


def _goes_on(title: Line, rest: Sequence[Line]) -> bool:
    """Whether a title is broken into two lines: the second touches it, and names stand apart below both."""
    if len(rest) < len(("its second line", "names")):
        return False
    more, names = rest[:2]
    return (
        more.number == title.number + 1
        and names.number > more.number + 1
        and not is_prose(more.text)
        and not ("," in more.text and is_name_list(more.text))
        and _is_creators(names.text)
    )


def _end_of_text(rest: Sequence[Line]) -> int:
    """Where short lines begin that end no sentence and stand apart below the abstract; else its end."""
    start = len(rest)
    while start > 1 and not is_prose(rest[start - 1].text) and not rest[start - 1].text.endswith(_ENDS):
        start -= 1
    apart = (at for at in range(max(start, 1), len(rest)) if rest[at - 1].number + 1 < rest[at].number)
    return next(apart, len(rest))


def _is_between(rest: Sequence[Line]) -> bool:
    """Whether the first line stands between title and creators, and is no running text ("Spotlight")."""
    first, below = rest[0].text, rest[1].text
    return not _is_creators(first) and not is_prose(first) and _is_creators(below)


def _is_note(rest: Sequence[Line]) -> bool:
    """Whether the first line is too short for a line of text and ends no sentence, and text begins below it.

    It says something of the work besides ("Cited by 12"), or is a heading inside the abstract.
    """
    first, text = rest[0].text, rest[1].text
    return (
        len(first) <= _LONGEST_NOTE
        and not first.endswith(_ENDS)
        and is_prose(text)
        and _BEGINS.match(text) is not None
    )


def _is_creators(text: str) -> bool:
    names, organisations = split_organisations(text)
    return is_name_list(text) or (bool(organisations) and not is_prose(names))


def _may_be_title(rest: Sequence[Line]) -> bool:
    """Whether the first line is no running text, and no list of names unless names follow it."""
    if is_prose(rest[0].text) or begins_abstract(rest[0].text):
        return False
    listed = read_names(rest[0].text)
    several = len(listed.names) > 1 or not listed.complete
    names_follow = len(rest) > 1 and is_name_list(rest[1].text)
    return names_follow or not (several and is_name_list(rest[0].text))


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
    name, field = _name_and_field(header)
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
    if len(lines) == 1 or lines[-2].number + 1 < last.number:
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
    if is_prose(name.text) or len(name.text.split()) > _MOST_NAME_WORDS:
        return None, None
    if field is not None and not is_topic(field.text):
        field = None
    return name, field


def _is_about(text: str) -> bool:
    """Whether a line tells more than a name or a field: where somebody works, a few sentences, figures."""
    return is_prose(text) or may_hold_organisation(text) or len(_NUMBERS.findall(text)) > 1


def _figure(text: str) -> Figure | None:
    """A label and a number run together, in either order."""
    if len(text) > _LONGEST_FIGURE:
        return None
    for form in (_FIGURE_FIRST, _LABEL_FIRST):
        if match := form.fullmatch(text):
            return Figure(match["label"].strip(" #:"), match["value"])
    return None


PROFILE = Reader("profile", "author profile", recognise, read)
