"""Seeds that are a person's page at dblp, copied as text: names and a colon, then title, venue and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.formats.bibliography import Entry, Stated, find_owner, read_entries
from seedbed.read.page_owner import as_profile
from seedbed.read.reader import Reader, Recognition
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.text.lines import Line, filled

_KEY = re.compile(r"\[(?P<kind>[a-z])\d{1,4}\](?: (?P<names>\S.*))?")
_NUMBERED_NAME = re.compile(r" \d{4}$")
"""The number by which dblp tells people of one name apart."""
_TITLE_END = re.compile(r"(?:(?<=[\w)\]”\"’$]{3})\.|[?!]\.?)\s")
_JOURNAL = re.compile(
    r"(?P<venue>\D.{0,120}?) (?P<volume>\d{1,4})(?:\((?P<number>[^()]{1,12})\))?"
    r"(?:: (?P<pages>[\w:-]{1,20}))? \((?P<year>(?:19|20)\d\d)\)"
)
_PROCEEDINGS = re.compile(r"(?P<venue>\D.{0,120}?),? (?P<year>(?:19|20)\d\d)(?:: (?P<pages>[\w:-]{1,20}))?")
_MOST_FIRST_WORDS = 3
"""Before the first full stop of a journal's name, as in "ACM Trans. Database Syst."."""
_PREPRINT = re.compile(r"(?P<venue>CoRR) abs/(?P<arxiv>[\w./-]{6,20}) \((?P<year>(?:19|20)\d\d)\)")
_FEWEST_WITHOUT_KEY = 2
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
    keys = [at for at, line in enumerate(lines) if line.text.startswith("[")]
    keyed = [entry for at in keys for entry in _entry(lines[at : at + 3])]
    if keyed:
        return keyed
    names = [at for at, line in enumerate(lines) if line.text.endswith(":")]
    found = [entry for at in names for entry in _work(lines[at].number, lines[at : at + 2])]
    return found if len(found) >= _FEWEST_WITHOUT_KEY else []


def _entry(lines: Sequence[Line]) -> Iterator[Entry]:
    """The work of a key, its names, which may stand on the same line, and the line that says the rest."""
    key = _KEY.fullmatch(lines[0].text) if len(lines[0].text) <= _LONGEST else None
    if key is None:
        return
    yield from _work(
        lines[0].number, [Line(lines[0].number, key["names"]), *lines[1:]] if key["names"] else lines[1:]
    )


def _work(first: int, below: Sequence[Line]) -> Iterator[Entry]:
    """The work that a line of names with a colon and the line below state."""
    if len(below) < len(("names", "work")):
        return
    names, work = below[:2]
    if not names.text.endswith(":") or not is_name_list(_plain(names.text)):
        return
    title, where = _parted(work.text) if len(work.text) <= _LONGEST else ("", None)
    if where is None:
        return
    line = work.number
    entry = Entry(first, labels=[first, names.number])
    entry.title = Stated(title, line, line)
    listed = read_names(_plain(names.text))
    entry.names += [Stated(name, names.number, names.number) for name in listed.names]
    for label, value in where.groupdict().items():
        what = {"year": "date", "arxiv": "address"}.get(label, label)
        if value:
            entry.take(what, Stated(value, line, line))
    yield entry


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
    match = _PROCEEDINGS.fullmatch(text)
    return match if match and ". " not in match["venue"] else None


def _plain(names: str) -> str:
    """The names without the colon behind them, and without the numbers that tell namesakes apart."""
    return ", ".join(_NUMBERED_NAME.sub("", part) for part in names.removesuffix(":").split(", "))


DBLP = Reader("dblp-page", "person's page at dblp", recognise, read)
