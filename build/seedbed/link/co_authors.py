"""Who has written with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from operator import attrgetter

from seedbed.model.library import PersonId, Work, WorkId
from seedbed.model.link import CoAuthors

MOST_CREATORS = 100
"""Works with more creators than this make no pairs: their lists say little about who works with whom, and the
number of pairs grows with the square (a paper with 3,000 creators has 4.5 million)."""


def co_authors(works: Iterable[Work]) -> tuple[CoAuthors, ...]:
    """Every two people who are creators of the same work, with the works, sorted."""
    shared: defaultdict[tuple[PersonId, PersonId], list[WorkId]] = defaultdict(list)
    for work in sorted(works, key=attrgetter("id")):
        people = _creators(work)
        if len(people) <= MOST_CREATORS:
            for pair in combinations(people, 2):
                shared[pair].append(work.id)
    return tuple(CoAuthors(*pair, tuple(shared[pair])) for pair in sorted(shared))


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
