"""What the maintainer's rulings on topics mean for addresses."""

from __future__ import annotations

from collections.abc import Iterable

from seedbed.model.curation import Curation
from seedbed.model.library import Moved
from seedbed.model.source import Claim
from seedbed.resolve.rulings import unmatched
from seedbed.text.slugs import slug
from seedbed.text.titles import letters


def moved_topics(curation: Curation, stated: Iterable[Claim[str]]) -> tuple[Moved, ...]:
    """The addresses of labels that the maintainer says mean another topic."""
    own = {slug(topic.label) for topic in curation.topics}
    known = {letters(claim.value) for claim in stated}
    moves = {
        slug(label): slug(topic.label)
        for topic in curation.topics
        for label in topic.same
        if letters(label) in known and slug(label) not in own
    }
    return tuple(Moved(f"topics/{old}", f"topics/{new}") for old, new in sorted(moves.items()))


def unmatched_topics(curation: Curation, stated: Iterable[Claim[str]]) -> tuple[str, ...]:
    """Warnings for labels that no seed states."""
    known = {letters(claim.value) for claim in stated}
    return tuple(
        unmatched(curation.path, topic.line, "topics: same", label)
        for topic in curation.topics
        for label in topic.same
        if letters(label) not in known
    )
