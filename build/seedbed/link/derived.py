"""Topics that nobody states: phrases that several texts share, and that some of them are about.

A phrase becomes a topic when enough documents have it, when some of them have it in their title or come back
to it, and when it is not merely how such texts are written. Every rule is a threshold of its own, so that
one more work in a library changes the topics that it speaks of, and hardly any other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seedbed.link.documents import Document
from seedbed.link.reading import Texts
from seedbed.link.tallies import Tally, fewest, tallied, too_many
from seedbed.link.uses import Phrasebook
from seedbed.link.wording import is_nominal, is_proper, label_of, names_institution
from seedbed.text.words import NUMBERS, is_common, split_words

COMES_BACK = {"work": 2, "transcript": 4, "collection": 2}
"""How often a document has a phrase that it comes back to."""

SEVERAL = 2
"""Documents that are about a phrase: enough where nothing else speaks for it."""

MANY = 4
"""Documents that have a single word, where only one is about it."""

MORE_IN_COMMON = 2
"""Words that titles share around a phrase, which make it a piece of what they share."""

SAME = 0.6
"""Two phrases say the same when the longer has so large a part of the shorter one's uses, or documents."""

MODIFIES = 0.85
"""A word that stands before another one in so large a part of its uses is not what they name."""

_OF_METHOD = frozenset("cohort decile median percentile quantile quartile questionnaire respondent".split())
"""Words by which texts on any subject count and measure; only with others do they name one."""

HALF = 0.5
"""A word yields to a phrase that so large a part of its documents have."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A topic that was found.

    Attributes:
        label: As pages show it.
        phrases: The label first; then the other wordings, then the short forms that texts define.
        firsts: The documents that have it, by number, each with the text that first does.
        titles: Those that have it in their title.
        central: Those that have it in their title or come back to it.
        defined: The short forms, each with the first text that defines it.
    """

    label: str
    phrases: tuple[str, ...]
    firsts: Mapping[int, int]
    titles: tuple[int, ...]
    central: tuple[int, ...]
    defined: tuple[tuple[str, int], ...]


def derive(texts: Texts, book: Phrasebook) -> tuple[Derived, ...]:
    """The derived topics, by label."""
    documents = texts.documents
    ubiquitous, modifiers = _ubiquitous(texts), _modifiers(book)
    kept = {
        key: each
        for key, each in tallied(texts, book).items()
        if key not in modifiers
        and _is_topic(key, each, documents, ubiquitous)
        and not _is_piece_of_titles(each, texts)
    }
    for key in _nested(kept):
        del kept[key]
    found = (_derived(kept[key], documents) for key in _foremost(kept, documents))
    return tuple(sorted(found, key=lambda topic: (topic.label.casefold(), topic.label)))


def most(documents: int) -> int:
    """How many topics are derived from so many documents at most: a reader can look through that many.

    Small libraries never come near it. It grows more slowly than a library does, and binds where texts share
    phrases without end, as generated ones do.
    """
    return 40 + 8 * math.isqrt(documents)


def _foremost(kept: Mapping[str, Tally], documents: Sequence[Document]) -> list[str]:
    """Those that most documents are about, then those that most documents have."""

    def rank(key: str) -> tuple[int, int, str]:
        return -len(_central(kept[key], documents)), -len(kept[key].counts), key

    return sorted(kept, key=rank)[: most(len(documents))]


def _ubiquitous(texts: Texts) -> frozenset[str]:
    """The stems that too many documents have."""
    corpus, most_documents = texts.corpus, too_many(len(texts.documents))
    frequent = np.bincount(corpus.stem, minlength=len(corpus.stems)) > most_documents
    words = frequent[corpus.stem]
    having = np.zeros((int(frequent.sum()), len(texts.documents)), dtype=bool)
    having[np.cumsum(frequent)[corpus.stem[words]] - 1, texts.owners[corpus.text[words]]] = True
    ubiquitous = np.flatnonzero(frequent)[having.sum(axis=1) > most_documents]
    return frozenset(corpus.stems[stem] for stem in ubiquitous.tolist())


def _modifiers(book: Phrasebook) -> frozenset[str]:
    """The singulars of words that stand before others, and hardly ever by themselves ("sparse codes")."""
    singulars, many = book.corpus.singular(book.single), len(book.corpus.singulars)
    before = np.isin(book.single, book.pairs.begins, assume_unique=True)
    uses = np.bincount(singulars, minlength=many)
    modifying = np.bincount(singulars[before], minlength=many)
    found = np.flatnonzero((uses > 0) & (modifying >= MODIFIES * uses))
    return frozenset(book.corpus.singulars[each] for each in found.tolist())


def _is_topic(key: str, tally: Tally, documents: Sequence[Document], ubiquitous: frozenset[str]) -> bool:
    """Whether a phrase that texts share is one that a reader would want a page for."""
    spread = len(tally.counts)
    if not fewest(len(documents)) <= spread <= too_many(len(documents)) or not is_nominal(tally.surfaces):
        return False
    if names_institution(tally.surfaces):
        return False
    if all(surface.split()[0].casefold() in NUMBERS for surface in tally.surfaces):
        return False  # somebody counts ("Seventeen Fields"); "Twelve-Tone Rows" are another matter
    central = len(_central(tally, documents))
    if " " not in key:
        named = key not in _OF_METHOD and not is_proper(tally.surfaces) and bool(tally.titles)
        return named and (central >= SEVERAL or spread >= MANY)
    if _is_everyday(tally, ubiquitous):
        return central >= SEVERAL or bool(tally.short) or (bool(tally.titles) and spread > SEVERAL)
    return central >= SEVERAL or (central > 0 and (spread > SEVERAL or bool(tally.titles)))


def _is_piece_of_titles(tally: Tally, texts: Texts) -> bool:
    """Whether a phrase is only a piece of what titles have in common, as a paper's two parts have.

    "Speed folding" is a piece of "Cages Speed Folding by Rest" and "Cages Do Not Speed Folding by Rest".
    """
    documents = texts.documents
    if len(tally.titles) < SEVERAL or tally.titles != _central(tally, documents):
        return False
    around = [_around(tally, texts, document) for document in sorted(tally.titles)]
    before, behind = zip(*around, strict=True)
    return _same(before) + _same(behind) >= MORE_IN_COMMON


def _around(tally: Tally, texts: Texts, document: int) -> tuple[Sequence[int], Sequence[int]]:
    """The words before a phrase in a title, the nearest first, and those behind it."""
    corpus = texts.corpus
    title = texts.documents[document].title
    stems = corpus.stem[corpus.within(title)].tolist()
    written = [corpus.stems[stem] for stem in stems]
    for surface in sorted(tally.surfaces):
        phrase = [word.stem for word in split_words(surface)]
        for start in range(len(written) - len(phrase) + 1):
            if written[start : start + len(phrase)] == phrase:
                return stems[:start][::-1], stems[start + len(phrase) :]
    return (), ()


def _same(runs: Sequence[Sequence[int]]) -> int:
    """How many words some runs have in common from their beginning."""
    return next(
        (place for place, words in enumerate(zip(*runs, strict=False)) if len(set(words)) > 1),
        min(map(len, runs)),
    )


def _central(tally: Tally, documents: Sequence[Document]) -> set[int]:
    back = {number for number, count in tally.counts.items() if count >= COMES_BACK[documents[number].kind]}
    return back | tally.titles


def _is_everyday(tally: Tally, ubiquitous: frozenset[str]) -> bool:
    """Whether each of its words is among the most common of English, or of this library."""
    surface = min(tally.surfaces, key=lambda surface: (-tally.surfaces[surface], surface))
    return all(is_common(word.folded) or word.stem in ubiquitous for word in split_words(surface))


def _nested(kept: Mapping[str, Tally]) -> set[str]:
    """Phrases that stand within a better one, or around it, and say the same.

    Of two phrases of several words the shorter is the better; a single word yields to a phrase that has it.
    """
    dropped: set[str] = set()
    for longer in sorted((key for key in kept if " " in key), key=lambda key: (-key.count(" "), key)):
        whole = kept[longer].counts
        for shorter in (*_parts(longer), *_single_words(kept[longer])):
            if shorter not in kept or shorter in dropped or longer in dropped:
                continue
            part = kept[shorter].counts
            if " " not in shorter:
                if len(whole) >= HALF * len(part):
                    dropped.add(shorter)
            elif whole.total() >= SAME * part.total():
                dropped.add(shorter)
            elif len(whole) >= SAME * len(part):
                dropped.add(longer)
    return dropped


def _parts(key: str) -> Iterator[str]:
    """The phrases of several words within a phrase, the longest first."""
    stems = key.split(" ")
    for size in range(len(stems) - 1, 1, -1):
        for first in range(len(stems) - size + 1):
            yield " ".join(stems[first : first + size])


def _single_words(tally: Tally) -> list[str]:
    return sorted({word.singular for surface in tally.surfaces for word in split_words(surface)})


def _derived(tally: Tally, documents: Sequence[Document]) -> Derived:
    label, wordings = label_of(tally.surfaces)
    label = label[0].upper() + label[1:]
    shorts = sorted(tally.short)
    phrases = (label, *wordings, *shorts, *(f"{short}s" for short in shorts))
    return Derived(
        label,
        tuple(dict.fromkeys(phrases)),
        tally.firsts,
        tuple(sorted(tally.titles)),
        tuple(sorted(_central(tally, documents))),
        tuple(sorted(tally.short.items())),
    )
