"""The works of the library: which listings each has, its title and its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from seedbed.model.curation import Correction
from seedbed.model.decision import Decision, Question
from seedbed.model.library import Moved, Stated, WorkId
from seedbed.resolve.clusters import gathered
from seedbed.resolve.drafts import ask, settle
from seedbed.resolve.given import Given
from seedbed.resolve.listings import Listing
from seedbed.resolve.marks import work_marks
from seedbed.resolve.memory import Memory
from seedbed.resolve.permalinks import Thing, assign
from seedbed.resolve.rulings import apply_rulings, parted
from seedbed.resolve.same_works import group_listings, work_form
from seedbed.resolve.titles import choose_title
from seedbed.text.titles import title_key


@dataclass(frozen=True, slots=True)
class KnownWorks:
    """Works, by number, in the order of their content.

    Attributes:
        groups: The numbers of each work's listings.
        group_of: For each listing, the number of its work.
        titles: As they are shown.
        ids: As they are addressed.
        corrections: The maintainer's, for each work.
    """

    groups: tuple[tuple[int, ...], ...]
    group_of: tuple[int, ...]
    titles: tuple[Stated[str], ...]
    ids: tuple[WorkId, ...]
    corrections: tuple[tuple[Correction, ...], ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    moved: tuple[Moved, ...]
    warnings: tuple[str, ...]

    def id_of(self, listing: int) -> WorkId:
        """The work that a listing states."""
        return self.ids[self.group_of[listing]]


def know_works(given: Given) -> KnownWorks:
    """Find out which listings are one work, and what it is called.

    Raises:
        SeedbedError: The maintainer's rulings contradict each other.
    """
    listings, curation = given.stock.listings, given.curation
    rulings = apply_rulings(
        "works", curation.works, curation.works_corrections, curation.path, _finder(listings)
    )
    found = group_listings(listings, rulings, given.name_of, given.memory.sketch)
    group_of = [0] * len(listings)
    for group, numbers in enumerate(found.groups):
        for number in numbers:
            group_of[number] = group
    corrections = rulings.corrections_of(found.groups)
    titles = tuple(
        choose_title([listings[number] for number in numbers], corrected, curation.path)
        for numbers, corrected in zip(found.groups, corrections, strict=True)
    )
    things = [
        _thing([listings[number] for number in numbers], title, given.memory)
        for numbers, title in zip(found.groups, titles, strict=True)
    ]
    addresses = assign("papers", things, given.ledger)
    ids = tuple(map(WorkId, addresses.ids))

    def address(listing: int) -> str:
        return ids[group_of[listing]]

    return KnownWorks(
        groups=found.groups,
        group_of=tuple(group_of),
        titles=titles,
        ids=ids,
        corrections=tuple(map(tuple, corrections)),
        decisions=settle("work", found.decisions, address),
        questions=ask("work", found.questions, address),
        moved=addresses.moved,
        warnings=rulings.warnings,
    )


def _finder(listings: Sequence[Listing]) -> Callable[[str], Sequence[int]]:
    """Finds the listings of a title, or of an abstract's first words; in one seed where it says so."""

    @cache
    def by_title() -> Mapping[str, Sequence[int]]:
        return gathered((title_key(work_form(listing)), number) for number, listing in enumerate(listings))

    def find(form: str) -> Sequence[int]:
        whole = by_title().get(title_key(form), ())
        if whole:
            return whole
        title, place = parted(form)
        return [
            number
            for number in by_title().get(title_key(title), ())
            if place and listings[number].span.seed == place
        ]

    return find


def _thing(listings: Sequence[Listing], title: Stated[str], memory: Memory) -> Thing:
    abstracts = (listing.record.abstract for listing in listings)
    return Thing(
        name=title.shown,
        marks=work_marks(
            (claim.value for claim in title.claims),
            (claim.value for claim in abstracts if claim is not None),
            memory.mark,
        ),
        named=title.rule == "works: title",
    )
