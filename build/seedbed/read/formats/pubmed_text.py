"""Seeds that PubMed saved as “Abstract (text)”: paragraphs that begin with where a paper appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, Reading
from seedbed.model.source import Seed
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.vancouver import ABBREVIATED, NAME, read_citation, vancouver_names
from seedbed.read.references.venue import Publication
from seedbed.text.lines import Line, filled

_BEGINS = re.compile(r"\d{1,5}\. (?P<where>[^\W\d_].{3,400}(?:19|20)\d\d.*)")
_NOTES = re.compile(r"(?:\(\d{1,3}\))+")
_NAMES = re.compile(rf"{NAME}(?:, {NAME})*(?P<others>, et al)?(?:; (?P<group>[^;]{{3,200}}?))?\.")
_REMARK = re.compile(r"\[article in .{3,40}\]|\[no authors listed\]", re.IGNORECASE)
"""What stands between a title and the names, or in their place."""
_INFORMATION = re.compile(
    r"(?:author information|collaborators(?: \(\d+\))?):.*|(?:comment|erratum|update) (?:in|on|of|for)\b.*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"doi: .*|pmcid: .*|pmid: .*|copyright .*|©.*|conflict of interest statement:.*|publisher: .*",
    re.IGNORECASE,
)
_IDENTIFIERS = re.compile(r"(?:DOI: 10\.\S+ ?)?(?:PMCID: \S+ ?)?PMID: \d{1,8}(?: \[.{1,60}\])?")
_DOI = re.compile(r"\b10\.\d{4,9}/\S+?(?=\.? |\.?$)")

_Citation = tuple[Publication, PartialDate | None]


def recognise(seed: Seed) -> Recognition | None:
    """Sure where numbered papers end on their numbers at PubMed."""
    if not any("PMID: " in line for line in seed.lines):
        return None
    count = len(list(_entries(seed)))
    papers = "paper stands" if count == 1 else "papers stand"
    return Recognition(0.95, f"{count} {papers} in it as PubMed saves abstracts") if count else None


def read(seed: Seed) -> Reading:
    """The papers; notes on authors, rights and interests stay unread."""
    return read_entries(seed, PUBMED_TEXT.kind, _entries(seed))


def _entries(seed: Seed) -> Iterator[Entry]:
    paragraphs = list(_paragraphs(filled(seed.lines)))
    begun = [
        (at, citation)
        for at, paragraph in enumerate(paragraphs)
        if (citation := _citation(paragraph.value)) is not None
    ]
    ends = [*(at for at, _ in begun), len(paragraphs)][1:]
    for (at, citation), end in zip(begun, ends, strict=True):
        if end - at >= len(("where", "title", "numbers")):
            yield from _entry(citation, *paragraphs[at:end])


def _paragraphs(lines: Sequence[Line]) -> Iterator[Stated]:
    """Lines that touch, joined."""
    for at, line in enumerate(lines):
        if not at or not lines[at - 1].touches(line):
            found = Stated(line.text, line.number, line.number)
        else:
            found = Stated(f"{found.value} {line.text}", found.first, line.number)
        if at + 1 == len(lines) or not line.touches(lines[at + 1]):
            yield found


def _citation(text: str) -> _Citation | None:
    """Where and when a paper appeared, as the paragraph says that a paper begins with."""
    begins = _BEGINS.fullmatch(text)
    return read_citation(begins["where"]) if begins else None


def _entry(citation: _Citation, head: Stated, title: Stated, *rest: Stated) -> Iterator[Entry]:
    """The paper of these paragraphs: where it appeared, its title, its names, its abstract, its numbers."""
    numbers = next((each for each in rest if _IDENTIFIERS.fullmatch(each.value)), None)
    if numbers is None:
        return
    entry = Entry(head.first, labels=[*_lines(head), *_lines(numbers)])
    entry.title = Stated(title.value.removesuffix(".").strip("[]").removesuffix("."), title.first, title.last)
    entry.take_publication(*citation, head.first, head.last)
    if doi := _DOI.search(numbers.value):
        entry.addresses.append(Stated(doi.group(), numbers.first, numbers.last))
    rest = tuple(each for each in rest if not _REMARK.fullmatch(each.value))
    named = _take_names(entry, rest[0])
    abstract = list(_abstract(rest[1:] if named else rest))
    if abstract:
        text = "\n\n".join(each.value for each in abstract)
        entry.abstract = Stated(text, abstract[0].first, abstract[-1].last)
    yield entry


def _take_names(entry: Entry, stated: Stated) -> bool:
    """Whether a paragraph lists names, which the entry then has."""
    bare = _NOTES.sub("", stated.value)
    names = _vancouver(bare) or _in_any_script(bare.removesuffix("."))
    if names is None:
        return False
    entry.names += [Stated(name, stated.first, stated.last) for name in names.names]
    entry.complete = names.complete
    return True


def _vancouver(text: str) -> NameList | None:
    listed = _NAMES.fullmatch(text)
    if listed is None:
        return None
    ends = (listed.start(part) for part in ("others", "group") if listed[part])
    end = min(ends, default=len(text) - 1)
    names = vancouver_names(text[:end].rstrip("; "), complete=listed["others"] is None)
    return NameList((*names.names, *filter(None, (listed["group"],))), names.complete)


def _in_any_script(text: str) -> NameList | None:
    """Names of which some have no initials, as those in Chinese."""
    if not is_name_list(text):
        return None
    names = read_names(text)
    inverted = (
        vancouver_names(name, complete=True).names[0] if ABBREVIATED.fullmatch(name) else name
        for name in names.names
    )
    return NameList(tuple(inverted), names.complete)


def _abstract(body: Sequence[Stated]) -> Iterator[Stated]:
    """The paragraphs of the abstract: behind the names and notes on them, up to what PubMed adds."""
    for paragraph in body:
        if _ENDS.fullmatch(paragraph.value):
            return
        if not _INFORMATION.fullmatch(paragraph.value):
            yield paragraph


def _lines(stated: Stated) -> range:
    return range(stated.first, stated.last + 1)


PUBMED_TEXT = Reader("pubmed-text", "abstracts saved by PubMed", recognise, read, whole=True)
