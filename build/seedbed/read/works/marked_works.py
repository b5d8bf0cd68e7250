"""Seeds whose works stand below titles with a mark: the names, what labels say, and the abstract of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Seed
from seedbed.read.claims import claim_of
from seedbed.read.coverage import account
from seedbed.read.furniture import body
from seedbed.read.markdown import HEADING, unmarked
from seedbed.read.profile_head import find_heads
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import listed_names
from seedbed.read.shape import is_question
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.marked_bodies import Below, read_below, work_of
from seedbed.read.works.marked_titles import Kind, Marked, find_marked
from seedbed.read.works.other_sections import outside_others
from seedbed.read.works.publication_entries import find_entries
from seedbed.text.lines import Line, filled

_SURE_OF_HEADED, _SURE_OF_COUNTED, _SURE_OF_CITED, _SURE, _UNSURE = 0.93, 0.73, 0.73, 0.71, 0.6
_ONE_OF = re.compile(r"\d ?(?:of|/|von|de|sur) ?\d")
"""A mark that counts works, and not talks by the code of their session: "Paper 2 of 6"."""
_LEAST_SHARE = 0.7
"""Of the titles, how many have to have something below that tells of a work."""
_SAMPLE, _LEAST_OF_SAMPLE = 12, 0.4
"""So many titles are looked at first: where fewer of them are works', the others are not looked at."""
_FEWEST_NAMELESS = 3
_SHORTEST_ABSTRACT = 25
"""Words of an abstract below a title without names."""
_WORK = r"this (?:paper|article|study|chapter|work|essay|thesis|tutorial|review|survey)"
_TELLS_LITTLE = re.compile(
    rf"\b(?:we|our|{_WORK}|I (?:show|argue|propose|find|use|compare|study|ask|describe))\b", re.IGNORECASE
)
"""How those write who tell of their own work."""
_TELLS = re.compile(
    rf"\b(?:we|I|{_WORK}|the authors?) (?:\w+ ){{0,2}}(?:analy[sz]e|argue|ask|collect|compare|demonstrate"
    r"|derive|describe|develop|evaluate|examine|explore|find|found|gather|introduce|investigate|measure|present|propose"
    r"|prove|provide|replace|report|review|show|studied|study|survey|test|train)s?\b",
    re.IGNORECASE,
)
"""The same where nothing but their place tells which lines are titles: they say what they did in it."""
_COUNTING: frozenset[Kind] = frozenset(("cited", "counted", "numbered", "ruled"))
_FEWEST_NAMED_WORDS, _FEWEST_WORDS = 2.5, 4
"""Of a title, on average, where nothing but its place tells that it is one; more, where nobody is named."""
_PARTS = frozenset((
    "introduction", "background", "related work", "methods", "method", "results", "discussion",
    "conclusion", "conclusions", "references", "acknowledgements", "acknowledgments", "appendix", "overview",
    "limitations", "future work", "summary", "motivation",
))  # fmt: skip
"""What the parts of one article are called."""
_OPENING = 300
"""How much of a line recognition looks at."""


class _Entry(NamedTuple):
    marked: Marked
    below: Below


def recognise(seed: Seed) -> Recognition | None:
    """Sure where most titles with one mark have creators below them; else abstracts tell of works."""
    lines = body(filled(line[:_OPENING] for line in seed.lines))
    chosen = None if len(find_heads(lines)) > 1 else _choose(seed, lines)  # a profile's works are parted, too
    if chosen is None:
        return None
    kind, entries = chosen
    why = f"{len(entries)} titles stand in it with the same mark, each with its work below"
    if kind == "cited" or (all(map(_is_whole, entries)) and len(_as_publications(seed)) < len(entries)):
        return Recognition(_SURE_OF_CITED, why)
    if kind == "headed" and 2 * sum(1 for entry in entries if entry.below.named) > len(entries):
        return Recognition(_SURE_OF_HEADED, why)
    if kind == "counted" and all(
        _ONE_OF.search(mark.text) for entry in entries for mark in entry.marked.marks
    ):
        return Recognition(_SURE_OF_COUNTED, why)
    if kind == "ruled" and all(map(_has_label, entries)):
        return Recognition(_SURE_OF_COUNTED, why)
    return Recognition(_SURE if any(entry.below.creators for entry in entries) else _UNSURE, why)


def _as_publications(seed: Seed) -> Sequence[object]:
    """The works that the reader of publications finds, which knows more of what stands below a title."""
    return find_entries(seed, outside_others(body(filled(seed.lines))))


def read(seed: Seed) -> Reading:
    """The works, in a list where a heading stands over all of them."""
    lines = body(filled(seed.lines))
    chosen = _choose(seed, lines)
    entries = [entry for entry in chosen[1] if entry.below.tells() or entry.below.creators] if chosen else []
    works = [(entry.marked.over, work_of(seed, entry.marked.title, entry.below)) for entry in entries]
    records: tuple[Record, ...] = tuple(work for _, work in works)
    title = _list_title(lines, entries)
    if title is not None:
        sections = (
            _section(seed, None if over == title else over, [work for _, work in here])
            for over, here in groupby(works, key=lambda each: each[0])
        )
        records = (CollectionRecord(claim_of(seed, _bare(title)), sections=tuple(sections)),)
    return account(seed, MARKED.kind, records)


def _section(seed: Seed, heading: Line | None, works: Sequence[WorkRecord]) -> SectionRecord:
    return SectionRecord(claim_of(seed, _bare(heading)) if heading else None, tuple(works))


def _choose(seed: Seed, lines: Sequence[Line]) -> tuple[Kind, list[_Entry]] | None:
    """The titles, and their mark, below which works stand."""
    for kind, marked in find_marked(lines):
        entries = _entries(seed, marked[:_SAMPLE])
        if sum(1 for entry in entries if entry.below.tells()) < _LEAST_OF_SAMPLE * len(entries):
            continue
        entries += _entries(seed, marked[_SAMPLE:])
        if sum(1 for entry in entries if entry.below.tells()) < _LEAST_SHARE * len(entries):
            continue
        if 2 * sum(1 for entry in entries if entry.below.goes_on or _is_named(entry)) > len(entries):
            continue
        if kind not in _COUNTING and _words_of(entries) < _FEWEST_NAMED_WORDS:
            continue
        named = sum(1 for entry in entries if entry.marked.behind or entry.below.creators)
        telling = _TELLS_LITTLE if kind in _COUNTING else _TELLS
        told = kind in _COUNTING and all(map(_has_label, entries))
        if told or 2 * named > len(entries) or (not named and _all_tell(entries, telling)):
            _settle_last(entries)
            sure = kind in _COUNTING or 2 * named <= len(entries)
            return kind, entries if sure else [entry for entry in entries if _is_work(entry)]
    return None


def _is_work(entry: _Entry) -> bool:
    """Whether somebody is named below a title, or its text tells what was done; the page's own do neither.

    A word alone, with nothing below it, names nobody: "Registration" below "Attend".
    """
    claim = entry.below.creators
    stated = " ".join(claim.value.names) if claim else ""
    named = entry.marked.behind or " " in stated or (stated and entry.below.abstract)
    return bool(named) or any(_TELLS.search(line.text) for line in entry.below.abstract)


def _entries(seed: Seed, marked: Sequence[Marked]) -> list[_Entry]:
    return [_Entry(each, read_below(seed, each)) for each in marked]


def _words_of(entries: Sequence[_Entry]) -> float:
    """How many words the titles have on average."""
    return sum(len(entry.marked.title.text.split()) for entry in entries) / len(entries)


def _settle_last(entries: Sequence[_Entry]) -> None:
    """Leave the last work without further paragraphs than any other has: the page goes on below it."""
    *others, last = entries
    if len(others) > 1:
        del last.below.abstract[max(len(entry.below.abstract) for entry in others) :]


def _is_named(entry: _Entry) -> bool:
    """Whether what would be the title names somebody, and stands over a title then."""
    return listed_names(entry.marked.title.text) is not None


def _is_whole(entry: _Entry) -> bool:
    """Whether names and an abstract stand below a title, and nothing that this does not know."""
    return entry.below.creators is not None and bool(entry.below.abstract) and not entry.below.left


def _has_label(entry: _Entry) -> bool:
    """Whether a line below a title says that the abstract begins."""
    return any(unlabelled(line.text)[1] for line in entry.marked.body)


def _all_tell(entries: Sequence[_Entry], telling: re.Pattern[str]) -> bool:
    """Whether works stand there, though nobody is named: mostly one paragraph each, about what somebody did.

    The parts of one article or page are none, which have short titles, nor are questions over their answers.
    """
    titles = [entry.marked.title.text for entry in entries]
    if telling is _TELLS and _words_of(entries) < _FEWEST_WORDS:
        return False
    asked = sum(1 for title in titles if is_question(title))
    if 2 * asked > len(titles) or any(title.casefold().strip(" .:") in _PARTS for title in titles):
        return False
    single = [entry.below.abstract[0].text for entry in entries if len(entry.below.abstract) == 1]
    told = [text for text in single if len(text.split()) >= _SHORTEST_ABSTRACT and telling.search(text)]
    return len(entries) >= _FEWEST_NAMELESS and len(told) >= _LEAST_SHARE * len(entries)


def _list_title(lines: Sequence[Line], entries: Sequence[_Entry]) -> Line | None:
    """The first heading of Markdown, where it stands over all titles."""
    first = entries[0].marked if entries else None
    above = (line for line in lines if first and line.number < first.title.number and line not in first.marks)
    return next((line for line in above if HEADING.fullmatch(line.text)), None)


def _bare(heading: Line) -> Line:
    return Line(heading.number, unmarked(heading.text).lstrip("# ").strip())


MARKED = Reader("marked-titles", "papers below marked titles", recognise, read, surest=_SURE_OF_HEADED)
