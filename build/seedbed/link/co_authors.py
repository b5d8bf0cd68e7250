"""Who has written with whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

import numpy as np

from seedbed.link.uses import groups, in_order
from seedbed.model.library import PersonId, Work
from seedbed.model.link import CoAuthors

MOST_CREATORS = 100
"""Works with more creators than this make no pairs: their lists say little about who works with whom, and the
number of pairs grows with the square (a paper with 3,000 creators has 4.5 million)."""


def co_authors(works: Iterable[Work]) -> tuple[CoAuthors, ...]:
    """Every two people who are creators of the same work, with the works, sorted."""
    listed = [(work.id, people) for work in works if len(people := _creators(work)) <= MOST_CREATORS]
    listed.sort()
    known = sorted({person for _, people in listed for person in people})
    numbers = {person: number for number, person in enumerate(known)}
    many = len(known)
    teams = [[numbers[person] for person in people] for _, people in listed]
    # One number for two people: numpy sorts them soonest.
    pairs = np.array([one * many + other for team in teams for one, other in combinations(team, 2)], np.int64)
    order = in_order(pairs)
    bounds = groups(pairs[order])
    sizes = [len(team) * (len(team) - 1) // 2 for team in teams]
    shared = [listed[work][0] for work in np.repeat(np.arange(len(teams)), sizes)[order].tolist()]
    ones, others = np.divmod(pairs[order[bounds[:-1]]], max(1, many))
    return tuple(
        CoAuthors(known[one], known[other], tuple(shared[start:end]))
        for one, other, (start, end) in zip(
            ones.tolist(), others.tolist(), pairwise(bounds.tolist()), strict=True
        )
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
