"""Topics that nobody states: phrases that several texts share, and that some of them are about.

A phrase becomes a topic when enough documents have it, when some of them have it in their title or come back to
it, and when it is not merely how such texts are written. Every rule is a threshold of its own, so that one more
work in a library changes the topics that it speaks of, and hardly any other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from seedbed.link.documents import Document
from seedbed.link.texts import Text
from seedbed.link.wording import are_close, is_nominal, is_proper, label_of
from seedbed.text.words import fold, is_common, singular, stems, words

Key = tuple[str, ...]

FEWEST = 2
"""Documents that share a topic, in a small library."""

LARGEST_SHARE = 0.25
"""A phrase that more than this part of all documents has is what the library as a whole is about."""

FEWEST_LARGE = 4
"""In a small library, so many documents are never too many."""

SEVERAL = 2
MANY = 4
SAME = 0.6
HALF = 0.5

COMES_BACK = {"work": 2, "transcript": 4, "collection": 2}
"""How often a document has a phrase that it comes back to."""


@dataclass(slots=True)
class Tally:
    """How the documents of a library use one phrase.

    Attributes:
        counts: For each document that has it, by number, how often.
        titles: The documents that have it in their title.
        surfaces: How it is written, with how many documents begin with that wording.
        short: The short forms that texts define for it, each with the first document that does.
    """

    counts: Counter[int] = field(default_factory=Counter)
    titles: set[int] = field(default_factory=set)
    surfaces: Counter[str] = field(default_factory=Counter)
    short: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Derived:
    """A topic that was found.

    Attributes:
        label: As pages show it.
        phrases: The label first; then the other wordings, then the short forms that texts define.
        documents: Those that have it, by number.
        titles: Those that have it in their title.
        central: Those that have it in their title or come back to it.
        defined: The short forms, each with the first document that defines it.
    """

    label: str
    phrases: tuple[str, ...]
    documents: tuple[int, ...]
    titles: tuple[int, ...]
    central: tuple[int, ...]
    defined: tuple[tuple[str, int], ...]


def derive(documents: Sequence[Document]) -> tuple[Derived, ...]:
    """The derived topics, by label."""
    tallies = _tally(documents)
    ubiquitous = _ubiquitous(documents)
    kept = {key: tally for key, tally in tallies.items() if _is_topic(key, tally, documents, ubiquitous)}
    for key in _nested(kept):
        del kept[key]
    found = (_derived(tally, documents) for _, tally in sorted(kept.items()))
    return tuple(sorted(found, key=lambda topic: (topic.label.casefold(), topic.label)))


def fewest(number: int) -> int:
    """How many of `number` documents must share a phrase: 2 of 80, 3 of 160, 8 of 5,000."""
    return max(FEWEST, math.ceil(math.log2(max(1, number) / 20)))


def _tally(documents: Sequence[Document]) -> dict[Key, Tally]:
    """The phrases that enough documents share, each with all that is needed to judge it."""
    least = fewest(len(documents))
    shared: Counter[Key] = Counter()
    for document in documents:
        shared.update({found.key for text in _texts(document) for found in text.candidates})
    shorts = _short_forms(documents)
    meanings = {key for key, _ in shorts.values()}
    tallies: defaultdict[Key, Tally] = defaultdict(Tally)
    for number, document in enumerate(documents):
        for text in _texts(document):
            for found in text.candidates:
                key = found.key
                if len(key) == 1:
                    key = shorts.get(_short(found.surface), (key, 0))[0]
                    if key == found.key and is_common(fold(found.surface)):
                        continue
                if shared[key] < least and key not in meanings:
                    continue
                tally = tallies[key]
                tally.counts[number] += found.count
                if key == found.key:
                    tally.surfaces[found.surface] += 1
                if text is document.title:
                    tally.titles.add(number)
    for short, (key, number) in sorted(shorts.items()):
        if key in tallies:
            tallies[key].short[short] = number
    return _join_inflections(_join_spellings(tallies))


def _ubiquitous(documents: Sequence[Document]) -> frozenset[str]:
    """The stems that too many documents have."""
    spread: Counter[str] = Counter()
    for document in documents:
        spread.update({stem for text in _texts(document) for stem in text.stems})
    return frozenset(stem for stem, number in spread.items() if number > _too_many(len(documents)))


def _too_many(number: int) -> float:
    return max(FEWEST_LARGE, LARGEST_SHARE * number)


def _texts(document: Document) -> Iterable[Text]:
    yield document.title
    for passage in document.passages:
        yield passage.text


def _short_forms(documents: Iterable[Document]) -> dict[str, tuple[Key, int]]:
    """The short forms that all texts which define them use for the same words, each with the first such document."""
    meanings: defaultdict[str, dict[Key, int]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for text in _texts(document):
            for definition in text.definitions:
                meanings[definition.short].setdefault(definition.key, number)
    return {short: next(iter(keys.items())) for short, keys in meanings.items() if len(keys) == 1}


def _short(surface: str) -> str:
    return surface[:-1] if surface.endswith("s") and surface[:-1].isupper() else surface


def _join_spellings(tallies: dict[Key, Tally]) -> dict[Key, Tally]:
    """ "fine-tuning", "fine tuning" and "finetuning" are one: the spelling that most documents use takes the rest."""
    spellings: defaultdict[str, list[Key]] = defaultdict(list)
    for key, tally in tallies.items():
        for joined in sorted({"".join(map(fold, words(surface).surfaces)) for surface in tally.surfaces}):
            spellings[joined].append(key)
    for keys in spellings.values():
        present = [key for key in keys if key in tallies]
        if len(present) < 2:  # noqa: PLR2004 - nothing to join
            continue
        leader, *others = sorted(present, key=lambda key: (-len(tallies[key].counts), key))
        for other in others:
            _absorb(tallies[leader], tallies.pop(other))
    return tallies


def _join_inflections(tallies: dict[Key, Tally]) -> dict[Key, Tally]:
    """ "introspection" and "introspective" are one topic; "transformer" and "transformational" are not."""
    singles = sorted(key for key in tallies if len(key) == 1)
    families: defaultdict[str, list[Key]] = defaultdict(list)
    for key, stem in zip(singles, stems(word for (word,) in singles), strict=True):
        families[stem].append(key)
    for family in families.values():
        family.sort(key=lambda key: (not is_nominal(tallies[key].surfaces), -len(tallies[key].counts), key))
        leader = family[0]
        for other in family[1:]:
            if are_close(leader[0], other[0]):
                _absorb(tallies[leader], tallies.pop(other))
    return tallies


def _absorb(into: Tally, other: Tally) -> None:
    into.counts.update(other.counts)
    into.titles |= other.titles
    into.surfaces.update(other.surfaces)
    into.short |= other.short


def _central(tally: Tally, documents: Sequence[Document]) -> set[int]:
    back = {number for number, count in tally.counts.items() if count >= COMES_BACK[documents[number].kind]}
    return back | tally.titles


def _is_topic(key: Key, tally: Tally, documents: Sequence[Document], ubiquitous: frozenset[str]) -> bool:
    """Whether a phrase that texts share is one that a reader would want a page for."""
    spread = len(tally.counts)
    if not fewest(len(documents)) <= spread <= _too_many(len(documents)) or not is_nominal(tally.surfaces):
        return False
    central = len(_central(tally, documents))
    if len(key) == 1:
        named = not is_proper(tally.surfaces) and bool(tally.titles)
        return named and (central >= SEVERAL or spread >= MANY)
    if _is_everyday(tally, ubiquitous):
        return central >= SEVERAL or bool(tally.short) or (bool(tally.titles) and spread > SEVERAL)
    return central >= SEVERAL or (central > 0 and (spread > SEVERAL or bool(tally.titles)))


def _is_everyday(tally: Tally, ubiquitous: frozenset[str]) -> bool:
    """Whether each of its words is among the most common of English, or of this library."""
    surface = min(tally.surfaces, key=lambda surface: (-tally.surfaces[surface], surface))
    folded = [fold(each) for each in words(surface).surfaces]
    return all(
        is_common(word) or stem in ubiquitous for word, stem in zip(folded, stems(folded), strict=True)
    )


def _nested(kept: dict[Key, Tally]) -> set[Key]:
    """Phrases that stand within a better one, or around it, and say the same.

    Of two phrases of several words the shorter is the better; a single word yields to the phrase that holds it.
    """
    dropped: set[Key] = set()
    for longer in sorted((key for key in kept if len(key) > 1), key=lambda key: (-len(key), key)):
        for shorter in (*_parts(longer), *_single_words(kept[longer])):
            if shorter not in kept or shorter in dropped or longer in dropped:
                continue
            whole, part = kept[longer].counts, kept[shorter].counts
            if len(shorter) == 1:
                if len(whole) >= HALF * len(part):
                    dropped.add(shorter)
            elif whole.total() >= SAME * part.total():
                dropped.add(shorter)
            elif len(whole) >= SAME * len(part):
                dropped.add(longer)
    return dropped


def _parts(key: Key) -> Iterable[Key]:
    for size in range(len(key) - 1, 1, -1):
        for first in range(len(key) - size + 1):
            yield key[first : first + size]


def _single_words(tally: Tally) -> list[Key]:
    return sorted({(singular(fold(word)),) for surface in tally.surfaces for word in words(surface).surfaces})


def _derived(tally: Tally, documents: Sequence[Document]) -> Derived:
    label, wordings = label_of(tally.surfaces)
    label = label[0].upper() + label[1:]
    shorts = sorted(tally.short)
    phrases = (label, *wordings, *shorts, *(short + "s" for short in shorts))
    return Derived(
        label,
        tuple(dict.fromkeys(phrases)),
        tuple(sorted(tally.counts)),
        tuple(sorted(tally.titles)),
        tuple(sorted(_central(tally, documents))),
        tuple(sorted(tally.short.items())),
    )
