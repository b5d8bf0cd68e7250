"""Which reader reads a seed, and what happens when it does not keep to its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import entry_points
from operator import attrgetter

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.model.record import Reading, TranscriptRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.catalogues.page import CATALOGUE_PAGE
from seedbed.read.clipped import as_shown, has_marks
from seedbed.read.coverage import account, find_fault
from seedbed.read.double_spaced import single_spaced
from seedbed.read.doubtful import of_undoubted
from seedbed.read.formats.arxiv_atom import ARXIV_ATOM
from seedbed.read.formats.arxiv_listing import ARXIV_LISTING
from seedbed.read.formats.bibtex import BIBTEX
from seedbed.read.formats.citation_tags import CITATION_TAGS
from seedbed.read.formats.csl_json import CSL_JSON
from seedbed.read.formats.dblp import DBLP
from seedbed.read.formats.front_matter import FRONT_MATTER
from seedbed.read.formats.orcid import ORCID
from seedbed.read.formats.pubmed_text import PUBMED_TEXT
from seedbed.read.formats.ris import RIS
from seedbed.read.formats.table import TABLE
from seedbed.read.formats.tagged import TAGGED
from seedbed.read.formats.zotero_report import ZOTERO_REPORT
from seedbed.read.guarded import guard
from seedbed.read.lists.dated_list import DATED_LIST
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.ornaments import of_unadorned
from seedbed.read.page_links import with_links
from seedbed.read.parted import of_parted
from seedbed.read.pasted import read_pasted
from seedbed.read.printed import without_sheets
from seedbed.read.profile import PROFILE
from seedbed.read.reader import UNKNOWN, Reader, Recognition
from seedbed.read.saved_above import page_alone
from seedbed.read.scholar_profile import SCHOLAR_PROFILE
from seedbed.read.spread import of_whole_heads
from seedbed.read.tabled import of_tabled
from seedbed.read.talks.subtitles import SUBTITLES
from seedbed.read.talks.transcript import TRANSCRIPT
from seedbed.read.works.abstracts import ABSTRACTS
from seedbed.read.works.marked_works import MARKED
from seedbed.read.works.publications import PUBLICATIONS
from seedbed.read.wrapped import of_paragraphs
from seedbed.text.lines import letters_and_digits

BUILT_IN: tuple[Reader, ...] = (
    BIBTEX,
    RIS,
    TAGGED,
    CSL_JSON,
    ARXIV_ATOM,
    of_paragraphs(ARXIV_LISTING),
    ORCID,
    DBLP,
    PUBMED_TEXT,
    ZOTERO_REPORT,
    of_undoubted(of_paragraphs(CATALOGUE_PAGE)),
    SUBTITLES,
    FRONT_MATTER,
    CITATION_TAGS,
    TABLE,
    of_paragraphs(SCHOLAR_PROFILE),
    *map(
        of_undoubted,
        map(
            of_paragraphs,
            (
                of_unadorned(of_whole_heads(PROFILE)),
                of_unadorned(ABSTRACTS),
                of_unadorned(of_tabled(of_parted(RESEARCH_LIST))),
                TRANSCRIPT,
                of_unadorned(PUBLICATIONS),
                of_unadorned(DATED_LIST),
            ),
        ),
    ),
    of_paragraphs(of_unadorned(MARKED)),  # which takes for titles what is marked as such
)
"""Of readers that are equally sure of a seed, the first one reads it. Those that look longest come last."""

_MOST_UNREAD = 0.5
"""So much of a file may lie outside the records of its format; of a page that shows some, more does."""

_SEVERAL = 3
_TOLD_BY_FRONT_MATTER = frozenset((FRONT_MATTER.kind, TRANSCRIPT.kind))
"""Kinds of which front matter tells something, unless so many works or turns stand below it."""

ENTRY_POINTS = "seedbed.readers"
"""The group under which a package offers a reader of its own."""


def load_readers(seconds: float = Limits().reader_seconds) -> tuple[Reader, ...]:
    """The built-in readers, then those that installed packages offer, sorted by their entry points' names.

    Those work in processes of their own, and may take `seconds` for each seed (see `seedbed.read.guarded`).

    Raises:
        SeedbedError: An entry point cannot be loaded, is no `Reader`, or takes a kind that is taken.
    """
    readers = list(BUILT_IN)
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        offer = f'the reader "{point.name}" ({point.value}) of an installed package'
        try:
            reader = point.load()
        except Exception as error:
            message = f"{offer} cannot be loaded ({_told(error)}); mend or uninstall that package"
            raise SeedbedError(message) from error
        if not isinstance(reader, Reader):
            raise SeedbedError(
                f"{offer} is {type(reader).__name__}, but a seedbed.read.reader.Reader was expected"
            )
        if reader.kind == UNKNOWN or any(reader.kind == other.kind for other in readers):
            raise SeedbedError(
                f'{offer} reads the kind "{reader.kind}", which is taken; it needs another name'
            )
        readers.append(guard(reader, point, seconds))
    return tuple(readers)


def read(seed: Seed, readers: tuple[Reader, ...] = BUILT_IN, most_records: int = Limits().records) -> Reading:
    """Read `seed` with the reader that knows its kind.

    The kind is the maintainer's (`seed.kind`) or else that of the reader which is surest by the text. A seed
    that nobody reads is of kind "unknown", all its lines unread; so is one whose reader fails, with a remark.
    The same becomes of one that holds more than `most_records` works and turns.
    """
    whole = without_sheets(seed) or single_spaced(seed)
    if whole is None:
        return _limited(_read_page(seed, readers), most_records)
    reading = whole.rewrap(read(whole.seed, readers, most_records), seed)
    return replace(reading, remarks=(*seed.remarks, *reading.remarks))


def _read_page(seed: Seed, readers: tuple[Reader, ...]) -> Reading:
    """The reading of a seed, or of the page alone below what a tool wrote above it, where that holds more."""
    reading = _read_as_shown(seed, readers)
    alone = page_alone(seed)
    if alone is None:
        return reading
    page = alone.rewrap(_read_as_shown(alone.seed, readers), seed)
    found = _how_much(page)[0]
    if reading.kind in _TOLD_BY_FRONT_MATTER:
        return page if found >= _SEVERAL and found > _how_much(reading)[0] else reading
    return page


def _read_as_shown(seed: Seed, readers: tuple[Reader, ...]) -> Reading:
    """The reading of a seed, or of what it shows where it is Markdown and that tells more, or is cleaner."""
    reading = _read_by_kind(seed, readers)
    shown = as_shown(seed)
    if shown is None:
        return reading
    other = shown.rewrap(_read_by_kind(shown.seed, readers), seed)
    told, shows = _how_much(reading), _how_much(other)
    return other if shows > told or (any(shows) and has_marks(reading)) else reading


def _limited(reading: Reading, most_records: int) -> Reading:
    count = _count_turns(reading) + sum(1 for _ in reading.works())
    if count <= most_records:
        return reading
    sentence = (
        f"{count:,} works and turns are in this seed, and one may have {most_records:,}, so it is "
        "shown as it is. Split it, or raise extra.seedbed.limits.records in mkdocs.yml"
    )
    remarks = (*reading.remarks, *_remark(reading.seed, sentence))
    return account(reading.seed, UNKNOWN, (), remarks, reading.why)


def _read_by_kind(seed: Seed, readers: tuple[Reader, ...]) -> Reading:
    remarks = list(seed.remarks)
    if seed.kind:
        chosen = next((reader for reader in readers if reader.kind == seed.kind), None)
        if chosen is not None:
            return _read_by(chosen, seed, "library.yml gives this kind", remarks)
        if seed.kind != UNKNOWN:
            known = ", ".join(reader.kind for reader in readers)
            sentence = f'library.yml gives the kind "{seed.kind}", which no reader reads (there are {known})'
            remarks += _remark(seed, sentence)
        return account(seed, UNKNOWN, (), remarks, "library.yml gives this kind")
    reading = _read_by_surest(seed, readers, remarks)
    pasted = _is_mostly_unread(reading)
    return (read_pasted(seed, reading, partial(read, readers=readers)) if pasted else None) or reading


def _read_by_surest(seed: Seed, readers: tuple[Reader, ...], remarks: list[Claim[str]]) -> Reading:
    surest = _ask_around(seed, readers, remarks)
    if surest is None:
        return account(seed, UNKNOWN, (), remarks, "no reader recognises its text")
    recognition, chosen = surest
    reading = _read_by(chosen, seed, recognition.why, remarks)
    if not chosen.whole or not _is_mostly_unread(reading):
        return reading
    others = tuple(reader for reader in readers if reader is not chosen)
    return _read_as_page(seed, others, reading) or reading


def _is_mostly_unread(reading: Reading) -> bool:
    lines = reading.seed.lines
    unread = sum(len(lines[at]) for span in reading.unread for at in range(span.first - 1, span.last))
    return unread > _MOST_UNREAD * sum(map(len, lines))


def _read_as_page(seed: Seed, readers: tuple[Reader, ...], of_format: Reading) -> Reading | None:
    """The reading by another reader of a page on which a format's records stand.

    It finds the works of those records, and further ones, or abstracts that the records leave out; it may
    miss a few where it finds more that these do not have.
    """
    remarks: list[Claim[str]] = []
    surest = _ask_around(seed, readers, remarks)
    if surest is None:
        return None
    recognition, chosen = surest
    reading = _read_by(chosen, seed, recognition.why, [*seed.remarks, *remarks])
    told, found = (Counter(map(_letters_of_title, each.works())) for each in (of_format, reading))
    more = _how_much(reading) > _how_much(of_format)
    lost, gained = ((one - other).total() for one, other in ((told, found), (found, told)))
    return reading if more and (not lost or lost < gained) else None


def _letters_of_title(work: WorkRecord) -> str:
    return letters_and_digits(work.title.value) if work.title else ""


def _how_much(reading: Reading) -> tuple[int, int, int]:
    """How many works and turns, and how many of the works with an abstract, and with creators."""
    works = tuple(reading.works())
    abstracts, creators = (sum(map(bool, map(attrgetter(name), works))) for name in ("abstract", "creators"))
    return len(works) + _count_turns(reading), abstracts, creators


def _count_turns(reading: Reading) -> int:
    return sum(len(record.turns) for record in reading.records if isinstance(record, TranscriptRecord))


def _ask_around(
    seed: Seed, readers: tuple[Reader, ...], remarks: list[Claim[str]]
) -> tuple[Recognition, Reader] | None:
    """The reader that is surest of a seed, and how it knows it; None where none knows it."""
    surest: tuple[Recognition, Reader] | None = None
    so_far = 0.0
    for reader in readers:
        if reader.surest <= so_far:
            continue
        try:
            recognition = reader.recognise(seed)
            if recognition is not None and recognition.confidence > so_far:
                surest = replace(recognition), reader
                so_far = recognition.confidence
        except Exception as error:  # noqa: BLE001 - whatever a reader does, the other seeds are still read
            remarks += _remark(
                seed, f'the reader "{reader.kind}" failed to say if it knows this seed: {_told(error)}'
            )
    return surest


def _read_by(reader: Reader, seed: Seed, why: str, remarks: list[Claim[str]]) -> Reading:
    """The reading by `reader` if it keeps the law of reading, else the seed as it is."""
    try:
        reading = reader.read(seed)
        if not isinstance(reading, Reading):
            raise TypeError(f"it returned {type(reading).__name__}, no Reading")  # noqa: TRY301 - as any fault of it
        reading = replace(with_links(reading), why=why, remarks=(*remarks, *reading.remarks))
        fault = find_fault(reading)
        if not fault and (reading.seed is not seed or reading.kind != reader.kind):
            fault = "it returned a reading of another seed or kind"
    except Exception as error:  # noqa: BLE001 - as above
        fault = _told(error)
    if not fault:
        return reading
    sentence = f'the reader "{reader.kind}" failed, so this seed is shown as it is: {fault}'
    return account(seed, UNKNOWN, (), (*remarks, *_remark(seed, sentence)), why)


def _remark(seed: Seed, sentence: str) -> Iterator[Claim[str]]:
    """A remark on the whole seed stands at its first line; a seed without lines has no place for one."""
    if seed.lines:
        yield Claim(sentence, seed.span(1))


def _told(error: Exception) -> str:
    """The exception in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
