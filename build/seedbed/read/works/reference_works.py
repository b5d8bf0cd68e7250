"""The work that one line cites."""

from __future__ import annotations

from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import publication_claims
from seedbed.read.references.reference import Reference
from seedbed.text.lines import Line


def work_of_reference(seed: Seed, line: Line, reference: Reference) -> WorkRecord:
    """The work of a reference that `line` of the seed states, with a claim for each of its parts."""
    place = seed.span(line.number)
    venue, particulars = publication_claims(reference.publication, place)
    return WorkRecord(
        title=Claim(reference.title, place),
        creators=Claim(reference.creators, place) if reference.creators.names else None,
        date=Claim(reference.date, place) if reference.date else None,
        venue=venue,
        particulars=particulars,
        links=tuple(Claim(each, place) for each in reference.links),
    )
