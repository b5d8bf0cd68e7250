"""What two works both speak of, in a word or two that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seedbed.link.reading import Texts
from seedbed.link.terms import Terms

MOST_TERMS_SAID = 2


@dataclass(slots=True)
class _Use:
    """How a work uses a term.

    Attributes:
        places: The first word at which each of its texts has it, the title's last.
        times: How often it has it.
        titled: Whether its title does.
    """

    places: list[int]
    times: int
    titled: bool

    @property
    def comes_back(self) -> bool:
        """Whether the work is about it rather than has it by the way."""
        return self.titled or self.times > 1


@dataclass(frozen=True, slots=True)
class TermUses:
    """The works' texts, and the terms of those that were asked for."""

    texts: Texts
    terms: Terms
    known: dict[int, dict[int, _Use]]

    def of(self, work: int) -> dict[int, _Use]:
        """How a work uses each of its terms."""
        if work not in self.known:
            self.known[work] = self._uses(work)
        return self.known[work]

    def _uses(self, work: int) -> dict[int, _Use]:
        document, bounds = self.texts.documents[work], self.texts.corpus.bounds
        found: dict[int, _Use] = {}
        for text in (*(passage.text for passage in document.passages), document.title):
            terms, begins = self.terms.begun_within(int(bounds[text]), int(bounds[text + 1]))
            terms, heads, times = np.unique(terms, return_index=True, return_counts=True)
            for term, first, often in zip(
                terms.tolist(), begins[heads].tolist(), times.tolist(), strict=True
            ):
                use = found.setdefault(term, _Use([], 0, titled=False))
                use.places.append(first)
                use.times += often
                use.titled |= text == document.title
        return found


def shared_words(where: TermUses, work: int, other: int, *, strangers: bool) -> tuple[str, ...]:
    """What two works without a common topic both speak of, as the first writes it: what fewest others do.

    An everyday word that they have by the way ("made", "asked") says nothing of the two. Of works by
    strangers one such word says nothing at all: "Dark Energy" and "Dark Skies" are not related.
    """
    terms = where.terms
    here, there = where.of(work), where.of(other)
    shared = [(int(terms.spread[term]), -int(terms.lengths[term]), term) for term in here if term in there]
    said: list[int] = []
    taken: set[int] = set()
    for _, length, term in sorted(shared):  # terms of one length are numbered in the order of the alphabet
        first = here[term].places[0]
        stems = set(where.texts.corpus.stem[first : first - length].tolist())
        if taken.isdisjoint(stems):
            taken |= stems
            said.append(term)
        if len(said) == MOST_TERMS_SAID:
            break
    everyday = [term for term in said if _is_everyday_word(where, term, here[term].places[0])]
    enough = all if strangers else any
    kept = [
        term
        for term in said
        if term not in everyday or enough((here[term].comes_back, there[term].comes_back))
    ]
    if strangers and len(kept) == 1 and kept[0] in everyday:
        return ()
    return tuple(_surface(where, term, here[term].places) for term in kept)


def _is_everyday_word(where: TermUses, term: int, first: int) -> bool:
    return int(where.terms.lengths[term]) == 1 and bool(where.texts.corpus.common(np.array([first]))[0])


def _surface(where: TermUses, term: int, places: Sequence[int]) -> str:
    """A term as the first text has it that writes it otherwise than in stems."""
    stems = where.terms.stems(where.texts.corpus, term, places[0])
    written = (where.terms.written(where.texts.corpus, term, first) for first in places)
    return next((surface for surface in written if surface != stems), stems)
