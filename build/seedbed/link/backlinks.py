"""The way back: for everything that is spoken of, the places that speak of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from seedbed.model.link import Backlinks, Discussion, Mention, Target


def backlinks(mentions: Iterable[Mention], discussions: Iterable[Discussion]) -> tuple[Backlinks, ...]:
    """The exact inverse of `mentions` and `discussions`, sorted by target; within one, in the given order."""
    named: defaultdict[Target, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.target].append(mention)
    discussed: defaultdict[Target, list[Discussion]] = defaultdict(list)
    for discussion in discussions:
        discussed[Target("work", discussion.work)].append(discussion)
    return tuple(
        Backlinks(target, tuple(named.get(target, ())), tuple(discussed.get(target, ())))
        for target in sorted(named.keys() | discussed.keys())
    )
