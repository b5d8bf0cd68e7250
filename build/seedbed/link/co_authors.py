"""Who has written with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from seedbed.model.library import PersonId, Work, WorkId
from seedbed.model.link import CoAuthors

MOST_CREATORS = 100
"""Works with more creators than this make no pairs: their lists say little about who works with whom, and the
number of pairs grows with the square (a paper with 3,000 creators has 4.5 million)."""


def co_authors(works: Iterable[Work]) -> tuple[CoAuthors, ...]:
    """Every two people who are creators of the same work, with the works, sorted."""
    listed = [(work.id, people) for work in works if len(people := _creators(work)) <= MOST_CREATORS]
    known = sorted({person for _, people in listed for person in people})
    numbers = {person: number for number, person in enumerate(known)}
    shared: defaultdict[int, list[WorkId]] = defaultdict(list)  # one number for two people: sooner sorted
    for work, people in sorted(listed):
        for one, other in combinations([numbers[person] for person in people], 2):
            shared[one * len(known) + other].append(work)
    return tuple(
        CoAuthors(known[pair // len(known)], known[pair % len(known)], tuple(shared[pair]))
        for pair in sorted(shared)
    )


def too_many_creators(works: Iterable[Work]) -> tuple[str, ...]:
    """A warning for each work whose creators were not paired."""
    return tuple(
        f"“{work.title.shown}” has {len(_creators(work)):,} creators; "
        f"they are not listed as one another's co-authors (the most is {MOST_CREATORS})"
        for work in works
        if len(_creators(work)) > MOST_CREATORS
    )


def _creators(work: Work) -> list[PersonId]:
    return sorted({credit.person for credit in work.creators})
