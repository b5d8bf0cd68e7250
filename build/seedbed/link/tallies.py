"""Count how the documents of a library use the phrases that several of them share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from seedbed.link.documents import Document
from seedbed.link.phrases import Candidates
from seedbed.link.texts import Text
from seedbed.link.wording import are_close, is_nominal, is_short_form
from seedbed.text.words import is_common, split_words, word

FEWEST = 2
"""Documents that share a topic, in a small library."""

LARGEST_SHARE = 0.25
"""A phrase that more than this part of all documents has is what the library as a whole is about."""

FEWEST_LARGE = 4
"""In a small library, so many documents are never too many."""


@dataclass(slots=True)
class Tally:
    """How the documents of a library use one phrase; filled while they are counted.

    Attributes:
        counts: For each document that has it, by number, how often.
        titles: The documents that have it in their title.
        surfaces: How it is written, with how many texts first write it so.
        short: The short forms that texts define for it, each with the first document that does.
    """

    counts: Counter[int] = field(default_factory=Counter)
    titles: set[int] = field(default_factory=set)
    surfaces: Counter[str] = field(default_factory=Counter)
    short: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _ShortForm:
    short: str
    key: str
    document: int


def tallied(documents: Sequence[Document]) -> dict[str, Tally]:
    """The phrases that enough documents share, by key; the spellings and inflections of each put together."""
    shorts = _short_forms(documents)
    wanted = {*_shared(documents), *shorts, *(form.key for form in shorts.values())}
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for number, document in enumerate(documents):
        for text in texts(document):
            for key, first, last, times in _chosen(text.candidates, wanted):
                surface = text.surface(first, last)
                meant = _meant(key, surface, shorts)
                if not meant:
                    continue
                tally = tallies[meant]
                tally.counts[number] += times
                if text is document.title:
                    tally.titles.add(number)
                if " " in key or not is_short_form(surface):
                    tally.surfaces[surface] += 1
    for form in shorts.values():
        if tallies[form.key].surfaces:
            tallies[form.key].short[form.short] = form.document
    whole = {key: each for key, each in tallies.items() if each.surfaces}
    return _join_inflections(_join_spellings(whole))


def texts(document: Document) -> Iterator[Text]:
    """A document's title and paragraphs."""
    yield document.title
    for passage in document.passages:
        yield passage.text


def fewest(number: int) -> int:
    """How many of `number` documents must share a phrase: 2 of 80, 3 of 160, 8 of 5,000."""
    return max(FEWEST, math.ceil(math.log2(max(1, number) / 20)))


def too_many(number: int) -> float:
    """How many of `number` documents may share one, at most."""
    return max(FEWEST_LARGE, LARGEST_SHARE * number)


def _short_forms(documents: Iterable[Document]) -> dict[str, _ShortForm]:
    """By key as a phrase, the short forms for which every text that defines them gives the same words."""
    forms: defaultdict[str, dict[str, _ShortForm]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for text in texts(document):
            for definition in text.definitions:
                form = _ShortForm(definition.short, definition.key, number)
                forms[word(definition.short).singular].setdefault(definition.key, form)
    return {short: next(iter(meant.values())) for short, meant in forms.items() if len(meant) == 1}


def _shared(documents: Sequence[Document]) -> set[str]:
    """The keys that enough documents have and not too many; of single words, those that are not everyday."""
    spread: Counter[str] = Counter()
    for document in documents:
        spread.update(set(chain.from_iterable(text.candidates.keys for text in texts(document))))
    least, most = fewest(len(documents)), too_many(len(documents))
    return {
        key
        for key, number in spread.items()
        if least <= number <= most and (" " in key or not is_common(key))
    }


def _chosen(found: Candidates, wanted: AbstractSet[str]) -> Iterator[tuple[str, int, int, int]]:
    for each in zip(found.keys, found.firsts, found.lasts, found.times, strict=True):
        if each[0] in wanted:
            yield each


def _meant(key: str, surface: str, shorts: Mapping[str, _ShortForm]) -> str:
    """The key of the phrase that a candidate is, or is short for; empty for an everyday word alone."""
    if " " in key:
        return key
    if is_short_form(surface):
        return shorts[key].key if key in shorts else key
    return "" if is_common(key) else key


def _join_spellings(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """Make "fine-tuning", "fine tuning" and "finetuning" one, under the spelling of most documents."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for key, each in tallies.items():
        for joined in sorted({"".join(part.folded for part in split_words(one)) for one in each.surfaces}):
            spellings[joined].append(key)
    for keys in spellings.values():
        present = sorted(
            (key for key in keys if key in tallies), key=lambda key: (-len(tallies[key].counts), key)
        )
        for other in present[1:]:
            _absorb(tallies[present[0]], tallies.pop(other))
    return tallies


def _join_inflections(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """Make "introspection" and "introspective" one, but not "transformer" and "transformational"."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for key in tallies:
        if " " not in key:
            families[word(key).stem].append(key)
    for family in families.values():
        family.sort(key=lambda key: (not is_nominal(tallies[key].surfaces), -len(tallies[key].counts), key))
        for other in family[1:]:
            if are_close(family[0], other):
                _absorb(tallies[family[0]], tallies.pop(other))
    return tallies


def _absorb(into: Tally, other: Tally) -> None:
    into.counts.update(other.counts)
    into.titles |= other.titles
    into.surfaces.update(other.surfaces)
    into.short |= other.short
