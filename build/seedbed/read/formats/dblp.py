"""Seeds that are a person's page at dblp, copied as text: names and a colon, then title, venue and year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.formats.bibliography import Entry, Stated, find_owner, read_entries
from seedbed.read.page_owner import as_profile
from seedbed.read.reader import Reader, Recognition
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.text.lines import Line, filled

_KEY = re.compile(r"(?:[*•+-] )?\[(?P<kind>[a-z])\d{1,4}\](?: (?P<names>\S.*))?")
_NUMBERED_NAME = re.compile(r" \d{4}$")
"""The number by which dblp tells people of one name apart."""
_TITLE_END = re.compile(r"(?:(?<=[\w)\]”\"’$]{3})\.|[?!]\.?)\s")
_JOURNAL = re.compile(
    r"(?P<venue>\D.{0,120}?) (?P<volume>\d{1,4})(?:\((?P<number>[^()]{1,12})\))?"
    r"(?:: (?P<pages>[\w:-]{1,20}))? \((?P<year>(?:19|20)\d\d)\)"
)
_PROCEEDINGS = re.compile(r"(?P<venue>\D.{0,120}?),? (?P<year>(?:19|20)\d\d)(?:: (?P<pages>[\w:-]{1,20}))?")
_VOLUME = re.compile(
    r"(?:(?P<venue>\D[^,]{0,60}?) (?P<volume>\d{1,4}), )?(?P<publisher>[^\W\d][^,]{2,100}?)"
    r" (?P<year>(?:19|20)\d\d),? ISBN (?P<ISBN>[\dX-]{10,17})"
    r"(?:,? pp?\. (?P<pages>[\d-]{1,12}))?(?: \[contents\])?"
)
"""A book, or proceedings with their editors."""
_MOST_FIRST_WORDS = 3
"""Before the first full stop of a journal's name, as in "ACM Trans. Database Syst."."""
_PREPRINT = re.compile(r"(?P<venue>CoRR) abs/(?P<arxiv>[\w./-]{6,20}) \((?P<year>(?:19|20)\d\d)\)")
_FEWEST_WITHOUT_KEY = 2
_MOST_LINES = 12
"""Of names, or of title and venue, where a program has broken them into lines of one width."""
_LONGEST = 2000
_OPENING = 5000
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where names with a colon, perhaps below a key (“[j7]”), stand over title, venue and year."""
    count = len(_entries(filled(line[:_OPENING] for line in seed.lines)))
    if not count:
        return None
    works = "work has" if count == 1 else "works have"
    return Recognition(0.94, f"{count} {works} names and a colon above title, venue and year, as on dblp")


def read(seed: Seed) -> Reading:
    """The works; one that cannot be taken apart stays unread."""
    entries = _entries(filled(seed.lines))
    return as_profile(read_entries(seed, DBLP.kind, entries), find_owner(seed, entries))


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """The works with keys; where there are none, as in a search, those without, if they are several."""
    keys = [at for at, line in enumerate(lines) if _key(line)]
    ends = [*keys, len(lines)][1:]
    keyed = [entry for at, end in zip(keys, ends, strict=True) for entry in _entry(lines[at:end])]
    if keyed:
        return keyed
    names = [at for at, line in enumerate(lines) if line.text.endswith(":")]
    found = [entry for at in names for entry in _work(lines[at].number, lines[at : at + 2])]
    return found if len(found) >= _FEWEST_WITHOUT_KEY else []


def _key(line: Line) -> re.Match[str] | None:
    return _KEY.fullmatch(line.text) if "[" in line.text[:3] and len(line.text) <= _LONGEST else None


def _entry(lines: Sequence[Line]) -> Iterator[Entry]:
    """The work of a key, its names, which may stand on the same line, and what says the rest."""
    key = _key(lines[0])
    if key is None:
        return
    first = lines[0].number
    yield from _work(first, [Line(first, key["names"]), *lines[1:]] if key["names"] else lines[1:])


def _work(first: int, below: Sequence[Line]) -> Iterator[Entry]:
    """The work that names with a colon and what stands below them state, each perhaps on several lines."""
    names, behind = _gather(below, lambda text: text.endswith(":"))
    work, _ = _gather(behind, lambda text: _parted(text)[1] is not None)
    if names is None or work is None or not is_name_list(_plain(names.value)):
        return
    title, where = _parted(work.value)
    if where is None:
        return
    entry = Entry(first, labels=[*range(first, names.last + 1)])
    entry.title = replace(work, value=title)
    listed = read_names(_plain(names.value))
    entry.names += [replace(names, value=name) for name in listed.names]
    for label, value in where.groupdict().items():
        what = {"year": "date", "arxiv": "address"}.get(label, label)
        if value:
            entry.take(what, replace(work, value=value))
    yield entry


def _gather(lines: Sequence[Line], is_whole: Callable[[str], bool]) -> tuple[Stated | None, Sequence[Line]]:
    """The fewest lines that touch and make a whole together, as one, and those behind them."""
    text = ""
    for at, line in enumerate(lines[:_MOST_LINES]):
        if at and not lines[at - 1].touches(line):
            break
        text += line.text if not text or text.endswith("-") else f" {line.text}"
        if len(text) > _LONGEST:
            break
        if is_whole(text):
            return Stated(text, lines[0].number, line.number), lines[at + 1 :]
    return None, ()


def _parted(text: str) -> tuple[str, re.Match[str] | None]:
    """The title, up to the first sentence end behind which nothing but venue and year stands; and those."""
    for end in _TITLE_END.finditer(text):
        if where := _where(text[end.end() :]):
            return text[: end.end()].strip().removesuffix("."), where
    return "", None


def _where(text: str) -> re.Match[str] | None:
    """Where a work appeared, and when; None where part of a title may stand before it."""
    if match := _PREPRINT.fullmatch(text):
        return match
    if match := _JOURNAL.fullmatch(text):
        first, *others = match["venue"].split(". ")
        words = [word for part in (first, *others[:-1]) for word in part.split()]
        is_name = not others or not any(word[0].islower() or word.casefold() in TITLE_WORDS for word in words)
        return match if is_name and (not others or len(first.split()) <= _MOST_FIRST_WORDS) else None
    if match := _VOLUME.fullmatch(text):
        return match
    match = _PROCEEDINGS.fullmatch(text)
    return match if match and ". " not in match["venue"] else None


def _plain(names: str) -> str:
    """The names without the colon behind them, and without the numbers that tell namesakes apart."""
    return ", ".join(_NUMBERED_NAME.sub("", part) for part in names.removesuffix(":").split(", "))


DBLP = Reader("dblp-page", "person's page at dblp", recognise, read)
