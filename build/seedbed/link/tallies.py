"""Count how the documents of a library use the phrases that several of them share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

import numpy as np

from seedbed.link.columns import Numbers, paired
from seedbed.link.corpus import Corpus, among
from seedbed.link.phrases import LONGEST, Flags
from seedbed.link.reading import Texts
from seedbed.link.uses import Phrasebook, Uses, groups, key_of, spread
from seedbed.link.wording import are_close, is_nominal, is_short_form
from seedbed.text.words import is_common, split_words, word

FEWEST = 2
"""Documents that share a topic, in a small library."""

LONGEST_IN_SMALL = 3
"""Letters; so short a word is a short form in small letters, too, where a text has it in capitals."""

LARGEST_SHARE = 0.25
"""A phrase that more than this part of all documents has is what the library as a whole is about."""

FEWEST_LARGE = 4
"""In a small library, so many documents are never too many."""


@dataclass(slots=True)
class Tally:
    """How the documents of a library use one phrase; filled while they are counted.

    Attributes:
        counts: For each document that has it, by number, how often.
        firsts: For each of those, the text that first has it; not its title, where one below has it too.
        titles: The documents that have it in their title.
        surfaces: How it is written, with how many texts first write it so.
        short: The short forms that texts define for it, each with the first text that does.
    """

    counts: Counter[int] = field(default_factory=Counter)
    firsts: dict[int, int] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    surfaces: Counter[str] = field(default_factory=Counter)
    short: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _ShortForm:
    short: str
    key: str
    text: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """Uses of phrases that are tallied, each a text that has one.

    Attributes:
        keys: The phrases that are meant, once each.
        meant: The phrase of each row, by number.
        texts: The text of each.
        documents: The document of each.
        titles: Whether the text is its title.
        times: How often the text has it.
        places: What tells the order in which texts use phrases.
        surfaces: How each is written; empty where that tells nothing.
    """

    keys: list[str]
    meant: Numbers
    texts: Numbers
    documents: Numbers
    titles: Flags
    times: Numbers
    places: Numbers
    surfaces: list[str]


def tallied(texts: Texts, book: Phrasebook) -> dict[str, Tally]:
    """The phrases that enough documents share, by key; the spellings and inflections of each put together."""
    shorts = _short_forms(texts)
    tallies = _tallies(_rows(texts, book, shorts))
    for form in shorts.values():
        if form.key in tallies:
            tallies[form.key].short[form.short] = form.text
    return _join_inflections(_join_spellings(tallies))


def fewest(number: int) -> int:
    """How many of `number` documents must share a phrase: 2 of 80, 3 of 160, 8 of 5,000."""
    return max(FEWEST, math.ceil(math.log2(max(1, number) / 20)))


def too_many(number: int) -> float:
    """How many of `number` documents may share one, at most."""
    return max(FEWEST_LARGE, LARGEST_SHARE * number)


def _short_forms(texts: Texts) -> dict[str, _ShortForm]:
    """By key as a phrase, the short forms for which every text that defines them gives the same words."""
    forms: defaultdict[str, dict[str, _ShortForm]] = defaultdict(dict)
    for text, defined in sorted(texts.corpus.columns.definitions.items()):
        for short, _, _, key in defined:
            form = _ShortForm(short, key, text)
            forms[word(short).singular].setdefault(key, form)
    return {short: next(iter(meant.values())) for short, meant in forms.items() if len(meant) == 1}


def _rows(texts: Texts, book: Phrasebook, shorts: Mapping[str, _ShortForm]) -> _Rows:
    """The uses of the phrases that enough documents have and not too many, and of those with short forms."""
    numbers: dict[str, int] = {}
    named = {*shorts, *(form.key for form in shorts.values())}
    meant, chosen, surfaces = [], [], []
    for uses in book.by_key():
        rows = np.flatnonzero(_wanted(texts, uses, named)[uses.phrases])
        firsts = uses.firsts[rows]
        if uses.length == 1:
            means, written = _single_words(texts.corpus, firsts, shorts, numbers)
        else:
            means = _numbered(texts.corpus, uses, rows, numbers)
            written = texts.corpus.surfaces(firsts, uses.length)
        meant.append(means)
        surfaces += written
        places = paired(firsts, np.array(uses.length), LONGEST + 1)
        chosen.append(np.stack([uses.texts[rows], uses.times[rows], places]))
    every, times, places = np.concatenate(chosen, axis=1)
    documents = texts.owners[every]
    titles = texts.titles[documents] == every
    return _Rows(list(numbers), np.concatenate(meant), every, documents, titles, times, places, surfaces)


def _wanted(texts: Texts, uses: Uses, named: set[str]) -> Flags:
    """Whether each phrase is shared by enough documents, or is among those that are `named`."""
    number = len(texts.documents)
    having = spread(uses, texts.owners, number)
    wanted: Flags = (having >= fewest(number)) & (having <= too_many(number))
    firsts = uses.firsts[groups(uses.phrases)[:-1]]
    if uses.length == 1:
        shared = np.flatnonzero(wanted)
        words = texts.corpus.singular(firsts[shared]).tolist()
        wanted[shared] = [not is_common(texts.corpus.singulars[word]) for word in words]
    return wanted | _named(texts.corpus, uses.length, firsts, named)


def _named(corpus: Corpus, length: int, firsts: Numbers, keys: set[str]) -> Flags:
    """Whether phrases have one of some keys, told by where each first stands."""
    listed = corpus.singulars if length == 1 else corpus.stems
    parted = [parts for key in keys if len(parts := key.split(" ")) == length]
    found: Flags = np.ones(firsts.size, dtype=bool)
    for place in range(length):
        forms = corpus.singular(firsts) if length == 1 else corpus.stem[firsts + place]
        found &= among({parts[place] for parts in parted}, listed)[forms]
    for phrase in np.flatnonzero(found).tolist():
        found[phrase] = key_of(corpus, length, int(firsts[phrase])) in keys
    return found


def _single_words(
    corpus: Corpus, firsts: Numbers, shorts: Mapping[str, _ShortForm], numbers: dict[str, int]
) -> tuple[Numbers, list[str]]:
    """What each of some words means, by number, -1 for an everyday word alone; and how it is written.

    A short form is no wording of the phrase that it is short for.
    """
    standing = corpus.standing[firsts]
    words, singulars, singular_of = corpus.columns.words, corpus.singulars, corpus.singular_of
    meant = np.full(len(words), -1, dtype=np.int64)
    written = [""] * len(words)
    capitals = {word.casefold() for word in words if len(word) <= LONGEST_IN_SMALL and word.isupper()}
    for each in np.unique(standing).tolist():
        surface, key = words[each], singulars[singular_of[each]]
        if is_short_form(surface) or surface in capitals:
            meant[each] = _number(shorts[key].key if key in shorts else key, numbers)
        elif not is_common(key):
            meant[each] = _number(key, numbers)
            written[each] = surface
    return meant[standing], [written[each] for each in standing.tolist()]


def _numbered(corpus: Corpus, uses: Uses, rows: Numbers, numbers: dict[str, int]) -> Numbers:
    bounds = groups(uses.phrases[rows])
    firsts = uses.firsts[rows[bounds[:-1]]].tolist()
    found = [_number(key_of(corpus, uses.length, first), numbers) for first in firsts]
    return np.repeat(np.array(found, dtype=np.int64), np.diff(bounds))


def _number(key: str, numbers: dict[str, int]) -> int:
    return numbers.setdefault(key, len(numbers))


def _tallies(rows: _Rows) -> dict[str, Tally]:
    """The rows of each phrase together, in the order in which texts first use phrases.

    A phrase that is never written but as a short form has none.
    """
    order = np.lexsort((rows.places, rows.meant))
    order = order[rows.meant[order] >= 0]
    meant, documents = rows.meant[order], rows.documents[order]
    phrase, use = groups(meant), groups(meant, documents)
    first_uses = np.searchsorted(use, phrase).tolist()
    heads = use[:-1]
    times = np.add.reduceat(rows.times[order], heads).tolist() if heads.size else []
    using = documents[heads].tolist()
    below = heads + (rows.titles[order][heads] & (np.diff(use) > 1))  # a document's title is its first text
    firsts = rows.texts[order][below].tolist()
    titled = documents[rows.titles[order]].tolist()
    first_titles = np.searchsorted(np.flatnonzero(rows.titles[order]), phrase).tolist()
    surfaces = [rows.surfaces[row] for row in order.tolist()]
    found = []
    starts, places = phrase.tolist(), rows.places[order].tolist()
    for number, (start, end) in enumerate(pairwise(starts)):
        written = Counter(surfaces[start:end])
        del written[""]
        if written:
            counts = slice(first_uses[number], first_uses[number + 1])
            tally = Tally(
                Counter(dict(zip(using[counts], times[counts], strict=True))),
                dict(zip(using[counts], firsts[counts], strict=True)),
                set(titled[first_titles[number] : first_titles[number + 1]]),
                written,
            )
            found.append((places[start], rows.keys[int(meant[start])], tally))
    return {key: tally for _, key, tally in sorted(found, key=itemgetter(0))}


def _join_spellings(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """Make "fine-tuning", "fine tuning" and "finetuning" one, under the spelling of most documents."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for key, each in tallies.items():
        for joined in sorted({_joined_spelling(one) for one in each.surfaces}):
            spellings[joined].append(key)
    for keys in spellings.values():
        if len(keys) == 1:
            continue
        present = sorted(
            (key for key in keys if key in tallies), key=lambda key: (-len(tallies[key].counts), key)
        )
        for other in present[1:]:
            _absorb(tallies[present[0]], tallies.pop(other))
    return tallies


def _joined_spelling(surface: str) -> str:
    """A phrase's words without case and without what stands between them."""
    return "".join([part.folded for part in split_words(surface)])


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
    into.firsts = other.firsts | into.firsts
    into.titles |= other.titles
    into.surfaces.update(other.surfaces)
    into.short |= other.short
