"""What each work is about, as weighted terms: the words and phrases that set it apart from the others."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from seedbed.link.documents import Document
from seedbed.link.tallies import texts, too_many
from seedbed.link.texts import Text
from seedbed.model.link import Topic
from seedbed.text.words import is_common, split_words

MOST_WORKS = 200
"""A term of more works than this sets none apart, however large the library is."""

FEW_WORKS = 25
"""A term of more works than this cannot by itself say which of them is meant."""

BOUND = 0.6
"""A word that so large a part of a work's uses has within one and the same phrase means that phrase only."""

EVERYDAY_WORD = 0.7
EVERYDAY_PHRASE = 0.8
ONLY_IN_TITLE = 0.6
PER_USE = 0.2
MOST_BY_USE = 0.8
CENTRAL_USES = 4


@dataclass(frozen=True, slots=True)
class Weight:
    """What a term says for a work.

    Attributes:
        work: The work's number among the works.
        value: 0 to 1; 1 for a term of the title that no other work has.
        leads: Whether the term alone can tell the work: it is in the title or comes again and again, and
            few other works have it.
        in_title: Whether it is in the title.
    """

    work: int
    value: float
    leads: bool
    in_title: bool


Subjects = Mapping[str, tuple[Weight, ...]]
"""For each term, the key of a phrase or the stem of a word, the works that it speaks for, in their order."""


Uses = Mapping[str, int]
"""How often a text, or all texts of a work, have each word (by stem) and phrase (by key)."""


def terms(text: Text) -> Uses:
    """The words and phrases that a text may be about."""
    return _sum((text,))


def terms_of(work: Document) -> Uses:
    """Those of a work, in title and paragraphs."""
    return _sum(texts(work))


def spread_of(uses: Iterable[Uses]) -> Counter[str]:
    """How many works have each term."""
    return Counter(chain.from_iterable(uses))


def _sum(found: Iterable[Text]) -> Uses:
    counts: dict[str, int] = {}
    for text in found:
        for term, times in zip(text.candidates.terms, text.candidates.times, strict=True):
            counts[term] = counts.get(term, 0) + times
    return counts


def subjects(works: Sequence[Document], topics: Iterable[Topic]) -> Subjects:
    """What speaks for each of `works`, against the others.

    How much a term tells is log(works / works that have it), as a part of what it would be if only one had
    it, so that it means the same in a library of any size.
    """
    uses = [terms_of(work) for work in works]
    spread = spread_of(uses)
    own = {
        split_words(phrase)[0].stem
        for topic in topics
        for phrase in topic.phrases
        if len(split_words(phrase)) == 1
    }
    everyday = _everyday(works)
    most = min(too_many(len(works)), MOST_WORKS)
    few = max(3, min(len(works) / 40, FEW_WORKS))
    whole = math.log(max(2, len(works)))
    index: defaultdict[str, list[Weight]] = defaultdict(list)
    for number, (work, counts) in enumerate(zip(works, uses, strict=True)):
        titled = terms(work.title)
        skipped = _bound(counts) - own
        for term, times in counts.items():
            if spread[term] > most or term in skipped:
                continue
            in_title = term in titled
            value = 1.0 if spread[term] == 1 else math.log(len(works) / spread[term]) / whole
            value *= _emphasis(term, times, in_title=in_title)
            if term in everyday:
                value *= EVERYDAY_PHRASE if " " in term else EVERYDAY_WORD
            leads = spread[term] <= few and (in_title or times >= CENTRAL_USES)
            index[term].append(Weight(number, value, leads, in_title))
    return {term: tuple(weights) for term, weights in index.items()}


def _bound(counts: Uses) -> set[str]:
    """Words that a work hardly uses but within one phrase, so that alone they mean something else."""
    return {
        stem
        for term, times in counts.items()
        if term.count(" ") == 1 and times > 1
        for stem in term.split(" ")
        if counts.get(stem, 0) > 1 and times >= BOUND * counts[stem]
    }


def _emphasis(term: str, times: int, *, in_title: bool) -> float:
    if in_title:
        return 1.0 if times > 1 else ONLY_IN_TITLE
    if " " in term and times == 1:
        return PER_USE
    return min(MOST_BY_USE, PER_USE * times)


def _everyday(works: Iterable[Document]) -> set[str]:
    """Terms of nothing but common words."""
    plain: dict[str, bool] = {}
    for work in works:
        for text in texts(work):
            found = text.candidates
            for term, first, last in zip(found.terms, found.firsts, found.lasts, strict=True):
                if term not in plain:
                    plain[term] = all(is_common(each.folded) for each in text.words.all[first : last + 1])
    return {term for term, common in plain.items() if common}
