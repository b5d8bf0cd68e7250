"""A work, put together from the listings that state it: first what is said of it, then who made it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import structs

from seedbed.model.curation import Correction
from seedbed.model.decision import Conflict
from seedbed.model.library import Stated, Work, WorkId
from seedbed.model.record import Particular, WorkRecord
from seedbed.model.source import Claim, place_of
from seedbed.resolve.citations import Citable
from seedbed.resolve.drafts import DecisionDraft
from seedbed.resolve.rulings import correction_of
from seedbed.resolve.work_fields import Assembly, WorkFields
from seedbed.resolve.work_people import Who, WorkPeople
from seedbed.text.names import family_name
from seedbed.text.titles import letters


class Unsigned(msgspec.Struct, frozen=True, gc=False):
    """A work of which everything is known but who its people are, and how it is cited.

    Attributes:
        fields: What it was put together from.
    """

    work: Work
    fields: WorkFields


class Built(msgspec.Struct, frozen=True, gc=False):
    """A work with what was decided about it, and where its sources disagree.

    Attributes:
        citable: What its citation key is made of.
    """

    work: Work
    citable: Citable
    decisions: tuple[DecisionDraft, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[str, ...]

    def cited_as(self, key: str) -> Built:
        """The same under its citation key."""
        return structs.replace(self, work=structs.replace(self.work, citation_key=key))


def describe_work(
    id_: WorkId,
    title: Stated[str],
    numbers: Sequence[int],
    corrections: Sequence[Correction],
    assembly: Assembly,
) -> Unsigned:
    """Put together what is said of one work.

    Args:
        id_: Its id.
        title: As chosen.
        numbers: Of its listings.
        corrections: The maintainer's, for this work.
        assembly: What all works are put together with.
    """
    fields = WorkFields(id_, numbers, assembly)
    fields.compare_titles(title)
    records = [listing.record for listing in fields.listings]
    work = Work(
        id=id_,
        title=title,
        creators=(),
        creators_complete=False,
        creator_lists=None,
        date=fields.date(correction_of("date", corrections, assembly.curation)),
        abstract=fields.abstract(),
        category=fields.category(),
        score=fields.score(),
        has_code=fields.has_code(),
        organisations=_once(claim for record in records for claim in record.organisations),
        topics=_once(claim for record in records for claim in record.topics),
        fellows=(),
        links=_once(claim for record in records for claim in record.links),
        sources=tuple(sorted({listing.span for listing in fields.listings}, key=place_of)),
        venue=fields.venue(),
        particulars=_particulars(records),
        citation_key="",
    )
    return Unsigned(work, fields)


def sign_work(unsigned: Unsigned, who: Who) -> Built:
    """Add its people to a work; its citation key is known only once all works are.

    Args:
        unsigned: What is said of it.
        who: Whom its listings name.
    """
    fields = unsigned.fields
    people = WorkPeople(fields, who)
    creators = people.credits()
    work = structs.replace(
        unsigned.work,
        creators=creators,
        creators_complete=people.complete(),
        creator_lists=people.creator_lists(),
        fellows=people.fellows(),
        mentors=people.mentors(),
    )
    family = family_name(who.name_of(creators[0].name_as_stated)) if creators else ""
    return Built(
        work,
        Citable(family, work.date.shown.year if work.date else None, work.title.shown),
        (*fields.decisions, *people.decisions),
        (*fields.conflicts, *people.conflicts),
        tuple(fields.warnings),
    )


def _once(claims: Iterable[Claim[str]]) -> tuple[Claim[str], ...]:
    """Each value once, in the order of places, whatever its case and hyphens."""
    found: dict[str, Claim[str]] = {}
    for claim in sorted(claims, key=lambda claim: (place_of(claim.span), claim.value)):
        found.setdefault(letters(claim.value) or claim.value, claim)
    return tuple(found.values())


def _particulars(records: Iterable[WorkRecord]) -> tuple[Claim[Particular], ...]:
    """Each value of each label once, in the order of places."""
    found: dict[tuple[str, str], Claim[Particular]] = {}
    for claim in (claim for record in records for claim in record.particulars):
        stated = claim.value
        found.setdefault((stated.label, letters(stated.value) or stated.value), claim)
    return tuple(found.values())
