"""Topics that a source asserts: the labels that it gives to a work, and the work's category."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from seedbed.model.decision import Evidence
from seedbed.model.library import Work, WorkId
from seedbed.model.source import Span, place_of
from seedbed.text.categories import category_name
from seedbed.text.lines import clean

MOST_SPANS = 3
"""Evidence points to so many lines of a seed; the works themselves say the rest."""


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A source says that a work has a topic.

    Attributes:
        label: As stated; for a category, its name ("Artificial Intelligence").
        category: The category, where the source gives one ("cs.AI"); else empty.
    """

    label: str
    category: str
    work: WorkId
    span: Span


def statements(works: Iterable[Work]) -> Iterator[Statement]:
    """Every topic that the sources state, work by work."""
    for work in works:
        for claim in work.topics:
            yield Statement(claim.value, "", work.id, claim.span)
        if work.category is not None:
            shown = work.category.shown
            for claim in work.category.claims:
                yield Statement(category_name(shown), shown, work.id, claim.span)


_NOT_COUNTED = re.compile(r"[\s_\-‐‑‒–—]+")


def fold_label(label: str) -> str:
    """What is left of a label when case, hyphens and white space do not count: "AI-Safety" is "aisafety"."""
    return _NOT_COUNTED.sub("", label.casefold()) or label.casefold()


def leading_label(stated: Iterable[Statement]) -> str:
    """The label that most statements use; among equals the first in order, which is one with capitals."""
    uses = Counter(clean(statement.label) for statement in stated)
    return min(uses, key=lambda label: (-uses[label], label))


def evidence_of(stated: Iterable[Statement]) -> tuple[Evidence, ...]:
    """One sentence for each seed and wording, with the first lines that say so."""
    places: defaultdict[tuple[str, str, str], set[tuple[WorkId, Span]]] = defaultdict(set)
    for statement in stated:
        words = (statement.span.seed, statement.label, statement.category)
        places[words].add((statement.work, statement.span))
    return tuple(
        Evidence(_sentence(*words, len({work for work, _ in found})), _first_spans(span for _, span in found))
        for words, found in sorted(places.items())
    )


def _sentence(seed: str, label: str, category: str, works: int) -> str:
    many = "1 work" if works == 1 else f"{works:,} works"
    if category:
        return f"the category {category} is given to {many} in {seed}"
    return f"the topic “{label}” is given to {many} in {seed}"


def _first_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=place_of)[:MOST_SPANS])
