"""The works of a list of publications: references with what stands below them, and works on several lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from seedbed.model.record import NameList, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import names_code, shows_abstract
from seedbed.read.claims import abstract_of, claim_of, links_of, publication_claims
from seedbed.read.creators import read_names
from seedbed.read.markdown import plain_line
from seedbed.read.references.line_references import find_references
from seedbed.read.references.reference import Reference, links_in
from seedbed.read.references.venue import read_publication, stated_date
from seedbed.read.shape import is_prose, without_bullet
from seedbed.read.works.block import Block, have_titles
from seedbed.read.works.block_details import Details, read_details
from seedbed.read.works.blocks import find_blocks
from seedbed.read.works.cited_blocks import find_cited_blocks
from seedbed.read.works.headed_abstracts import find_headed_blocks
from seedbed.read.works.owned_blocks import find_owned_blocks
from seedbed.read.works.paired_blocks import find_paired_blocks
from seedbed.read.works.reference_works import work_of_reference
from seedbed.read.works.timed_titles import find_timed_blocks
from seedbed.read.works.title_lines import second_halves
from seedbed.read.works.weekly_blocks import find_weekly_blocks
from seedbed.text.lines import Line

_FULL_STOP = re.compile(r"(?:(?<=[^\W_]{3})|(?<=\w[’']\w))\.$")
"""That ends a title as if that were a sentence; an abbreviation ends in one, too."""
_FEWEST_TOLD = 30
"""Words of a paragraph below a reference that may be its abstract, though nothing says so."""
_LEAST_TOLD = 0.6
"""Of the references, how many have to have such a paragraph right below."""
_CLOSE = 2
"""So few lines below its title an abstract may stand, blank ones among them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work with its lines.

    Attributes:
        leaves_out_owner: Whether it names those alone who worked with the owner of the list.
    """

    lines: tuple[Line, ...]
    work: WorkRecord
    leaves_out_owner: bool = False


def find_entries(seed: Seed, lines: Iterable[Line]) -> tuple[Entry, ...]:
    """The works, in order: those that a reference states on a line of its own, and those on several."""
    return _find_entries(seed, tuple(lines))


@lru_cache(maxsize=1)  # a reader is asked about the same seed, and then reads it
def _find_entries(seed: Seed, lines: tuple[Line, ...]) -> tuple[Entry, ...]:
    plain = [Line(line.number, plain_line(line.text)) for line in lines]
    weekly = find_weekly_blocks(plain)
    of_weeks = {line.number for block in weekly for line in block.lines()}
    references = {
        at: reference
        for at, reference in find_references(lines).items()
        if lines[at].number not in of_weeks  # names and a year below a title look like one
    }
    blocks, of_owner = (weekly, False) if weekly else _find_blocks(seed, plain, references)
    stated = {lines[at].number for at in references}
    below = {block.title.number: block.details for block in blocks if block.title.number in stated}
    found: dict[int, Entry] = {}
    for block in blocks:
        if block.title.number not in below:
            held = tuple(block.lines())
            implied = of_owner or block.leaves_out_owner
            found[held[0].number] = Entry(held, _block_work(seed, block), implied)
    taken = {line.number for entry in found.values() for line in entry.lines}
    taken |= {line.number for details in below.values() for line in details.lines}
    begins = sorted({*references, *(at for at, line in enumerate(lines) if line.number in taken), len(lines)})
    told = _tell_below(plain, references)
    for at, reference in references.items():
        end = begins[bisect_right(begins, at)]
        details = below.get(lines[at].number) or read_details(
            plain, at + 1, end, labelled_only=True, labelled=told or shows_abstract(lines[at].text)
        )
        work = _reference_work(seed, lines[at], reference, details)
        found[lines[at].number] = Entry((lines[at], *details.lines), work, reference.leaves_out_owner)
    return tuple([found[number] for number in sorted(found)])


def _find_blocks(
    seed: Seed, lines: Sequence[Line], references: Mapping[int, Reference]
) -> tuple[Sequence[Block], bool]:
    """The works on several lines, as most of them are found, and whether all are the page's owner's.

    The title of one may be a reference; the rest of it is what stands below that.
    """
    stated = {lines[at].number for at in references}
    leave_out = all(reference.leaves_out_owner for reference in references.values())
    headed = find_headed_blocks(lines, stated)
    owned = find_owned_blocks(seed, lines, stated, headed) if leave_out else []
    paired = find_paired_blocks(lines, stated)
    timed = find_timed_blocks(lines, stated)
    cited = find_cited_blocks(lines, stated)
    found = (_apart_from(headed, find_blocks(lines, stated)), headed, owned, paired, cited)
    blocks = max(filter(have_titles, found), key=_how_much, default=[])
    blocks = timed if 2 * len(timed) > len(blocks) else blocks
    halves = second_halves(lines)
    whole = (block for block in blocks if block.title.number not in halves)
    return list(_apart_from_others(whole, stated)), blocks is owned


def _apart_from_others(blocks: Iterable[Block], references: Collection[int]) -> Iterator[Block]:
    """The blocks of which no line is a reference below their title, or is held by a block before."""
    taken = set(references)
    for block in blocks:
        lines = {line.number for line in block.lines()}
        if taken.isdisjoint(lines - ({block.title.number} & set(references))):
            taken |= lines
            yield block


def _how_much(blocks: Sequence[Block]) -> tuple[int, int]:
    """How many works, and how many of them with an abstract."""
    return len(blocks), sum(1 for block in blocks if block.details.abstract)


def _apart_from(headed: Sequence[Block], blocks: Sequence[Block]) -> list[Block]:
    """The blocks without those that take an abstract from below a title that stands closer to it."""
    nearest = {line.number: block.title.number for block in headed for line in block.details.abstract}
    return [
        block
        for block in blocks
        if not (block.details.abstract and _is_far(block, nearest.get(block.details.abstract[0].number, 0)))
    ]


def _is_far(block: Block, nearest: int) -> bool:
    """Whether lines that are none of the block's stand over its abstract: the title at `nearest`."""
    held = {line.number for line in block.lines()}
    first = block.details.abstract[0].number
    named = bool(block.creators.names)  # else the line in between may be one of names that could not be read
    return named and block.names.number < nearest < first <= nearest + _CLOSE and nearest not in held


def _tell_below(lines: Sequence[Line], references: Collection[int]) -> bool:
    """Whether most references have a paragraph of their own right below, which is their abstract."""
    below = [lines[at] for at in range(1, len(lines)) if at - 1 in references and at not in references]
    long = [line for line in below if len(line.text.split()) >= _FEWEST_TOLD and is_prose(line.text)]
    return len(long) >= _LEAST_TOLD * len(references) > 0


def _reference_work(seed: Seed, line: Line, reference: Reference, details: Details) -> WorkRecord:
    has_code = Claim(value=True, span=seed.span(line.number)) if reference.has_code else None
    work = replace(work_of_reference(seed, line, reference), has_code=has_code)
    return _with_details(seed, work, details)


def _block_work(seed: Seed, block: Block) -> WorkRecord:
    title = seed.span(block.title.number)
    names = seed.span(block.names.number, (block.names, *block.more_names)[-1].number)
    venue, dated, employer = block.details.venue, block.details.date, block.employer
    work = WorkRecord(
        title=Claim(_FULL_STOP.sub("", without_bullet(block.title.text).strip(" ")), title),
        creators=Claim(block.creators, names) if block.creators.names else None,
        organisations=(
            *(Claim(each, names) for each in block.organisations),
            *(_employers(seed, employer) if employer else ()),
        ),
        date=Claim(dated[0], seed.span(dated[1].number)) if dated else None,
    )
    if venue is not None:
        place = seed.span(venue.number)
        appeared, particulars = publication_claims(read_publication(venue.text), place)
        date = stated_date(venue.text)
        work = replace(
            work,
            venue=appeared,
            particulars=particulars,
            date=work.date or (Claim(date, place) if date else None),
            links=tuple(Claim(each, place) for each in links_in(venue.text)),
        )
    return _with_details(seed, work, block.details)


def _employers(seed: Seed, line: Line) -> Iterator[Claim[str]]:
    return (Claim(each.strip(), seed.span(line.number)) for each in line.text.split(";") if each.strip())


def _mentors(seed: Seed, line: Line) -> Claim[NameList]:
    return Claim(read_names(line.text), seed.span(line.number))


def _with_details(seed: Seed, work: WorkRecord, details: Details) -> WorkRecord:
    """The work with what stands below it."""
    abstract = abstract_of(seed, details.abstract) if details.abstract else None
    code = next((line for line in details.buttons if names_code(line.text)), None)
    links = (*work.links, *(Claim(url, seed.span(line.number)) for url, line in details.links))
    links = (*links, *links_of(seed, details.abstract))
    return replace(
        work,
        abstract=abstract,
        mentors=_mentors(seed, details.mentors) if details.mentors else None,
        category=work.category or (claim_of(seed, details.category) if details.category else None),
        has_code=work.has_code or (Claim(value=True, span=seed.span(code.number)) if code else None),
        topics=tuple(Claim(topic, seed.span(line.number)) for topic, line in details.topics),
        links=tuple({claim.value: claim for claim in reversed(links)}.values())[::-1],
        labels=tuple(seed.span(line.number) for line in details.lines),
    )
