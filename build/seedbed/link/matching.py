"""Find names in texts: one pass over all of them, however many names there are.

The names stand in a tree by the stems of their words, so that they are met at word borders only and in any
inflection. All words of the library are looked up in it at once: first each word that begins a name, then the
words behind those, and so on, until no name goes on. It is the search of Aho and Corasick (1975) without its
links from one branch to another, which spare little here: few names begin with the words that another ends
with. How like the name the words must be is then checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat

import numpy as np

from seedbed.link.columns import APART, HYPHEN, Numbers, paired, spans
from seedbed.link.corpus import Corpus, place_of
from seedbed.link.names import Name
from seedbed.link.phrases import Flags
from seedbed.link.uses import in_order
from seedbed.text.words import surfaces_of, word

LONGEST_NAME = 60
"""Words; what is longer is no name that a text would use, and would make texts that repeat a word costly."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Names whose stems the texts have, by their stems; nodes are numbered from the root, which is 0.

    Attributes:
        edges: For each node but the root, its parent's number times the number of stems, and the stem;
            ascending.
        starts: For each node, where its names begin in the next three, and one more behind them all.
        names: The number of each name.
        matches: How like it a text must be, as a number.
        bounds: Where its words begin in `words`.
        ends: Its last word, as it stands.
        words: What a text must have for each word, end to end: the singular, or the word as it stands, by
            number; -1 where texts have none.
    """

    edges: Numbers
    starts: Numbers
    names: Numbers
    matches: Numbers
    bounds: Numbers
    ends: list[str]
    words: Numbers


@dataclass(frozen=True, slots=True)
class Hits:
    """Names where they stand, overlapping ones too, by where they begin; words are counted through all texts.

    Attributes:
        names: The number of each name.
        firsts: Its first word.
        lasts: Its last word.
    """

    names: Numbers
    firsts: Numbers
    lasts: Numbers

    def where(self, wanted: Flags | Numbers) -> Hits:
        """Some of them."""
        return Hits(self.names[wanted], self.firsts[wanted], self.lasts[wanted])


def find(names: Sequence[Name], corpus: Corpus) -> Hits:
    """Every name in every text.

    What counts in any inflection does not begin within a hyphened word: "overlapping-generations models"
    are no generative models.
    """
    tree = _tree(names, corpus)
    parts = [_written(tree, corpus, reached) for reached in _walk(tree, corpus)]
    found = Hits(
        np.concatenate([part.names for part in parts]),
        np.concatenate([part.firsts for part in parts]),
        np.concatenate([part.lasts for part in parts]),
    )
    within = (corpus.kinds[found.firsts] == HYPHEN) & (found.lasts > found.firsts)
    inflected = np.array([name.match == "stems" for name in names], dtype=bool)
    found = found.where(~(within & inflected[found.names]))
    return found.where(np.lexsort((found.names, found.lasts, found.firsts)))


def _tree(names: Sequence[Name], corpus: Corpus) -> Tree:
    surfaces = [surfaces_of(name.words)[: LONGEST_NAME + 1] for name in names]
    lengths = np.fromiter(map(len, surfaces), np.int64, len(surfaces))
    matches = np.array([_MATCHES[name.match] for name in names], dtype=np.int64)
    standing, singulars, stems = _numbers([surface for each in surfaces for surface in each], corpus)
    owner = np.repeat(np.arange(lengths.size), lengths)
    unknown = np.bincount(owner[stems < 0], minlength=lengths.size)
    chosen = np.flatnonzero((lengths > 0) & (lengths <= LONGEST_NAME) & (unknown == 0))
    bounds = (np.cumsum(lengths) - lengths)[chosen]
    edges, nodes = _grown(stems, bounds, lengths[chosen], len(corpus.stems))
    order = in_order(nodes)
    placed = chosen[order]
    return Tree(
        edges,
        np.searchsorted(nodes[order], np.arange(edges.size + 2)),
        placed,
        matches[placed],
        bounds[order],
        [surfaces[name][-1] for name in placed.tolist()],
        np.where(matches[owner] == _WORDS, singulars, standing),
    )


def _numbers(surfaces: Sequence[str], corpus: Corpus) -> tuple[Numbers, Numbers, Numbers]:
    """The numbers of some words, of their singulars and of their stems; -1 for what no text has."""
    numbers = dict(zip(corpus.columns.words, count()))
    standing = np.fromiter(map(numbers.get, surfaces, repeat(-1)), np.int64, len(surfaces))
    singulars, stems = standing.copy(), standing.copy()
    known = np.flatnonzero(standing >= 0)
    singulars[known] = corpus.singular_of[standing[known]]
    stems[known] = corpus.stem_of[standing[known]]
    for place in np.flatnonzero(standing < 0).tolist():
        unknown = word(surfaces[place])
        singulars[place] = place_of(unknown.singular, corpus.singulars)
        stems[place] = place_of(unknown.stem, corpus.stems)
    return standing, singulars, stems


def _grown(stems: Numbers, bounds: Numbers, lengths: Numbers, many: int) -> tuple[Numbers, Numbers]:
    """The edges of the tree of some names, and the node at which each ends; stem by stem.

    Args:
        stems: Those of names, end to end.
        bounds: Where those of each name begin.
        lengths: How many there are.
        many: The number of all stems.
    """
    nodes = np.zeros(bounds.size, dtype=np.int64)
    edges = [nodes[:0]]
    number = 1
    for depth in range(int(lengths.max(initial=0))):
        longer = np.flatnonzero(lengths > depth)
        level, which = np.unique(
            paired(nodes[longer], stems[bounds[longer] + depth], many), return_inverse=True
        )
        nodes[longer] = number + which
        number += level.size
        edges.append(level)
    return np.concatenate(edges), nodes


@dataclass(frozen=True, slots=True)
class _Reached:
    """Words that are, stem by stem, what names begin with; rows by place.

    Attributes:
        length: How many words.
        firsts: The first of them, counted through all texts.
        nodes: Where they lead to in the tree.
        plain: Whether nothing but spaces, hyphens and the like is between them.
    """

    length: int
    firsts: Numbers
    nodes: Numbers
    plain: Flags


def _walk(tree: Tree, corpus: Corpus) -> Iterator[_Reached]:
    """Look up all words in the tree: single ones first, then those that may go on."""
    stems, words = len(corpus.stems), corpus.stem.size
    root = np.zeros(stems, dtype=np.int64)
    begins = tree.edges < stems
    root[tree.edges[begins]] = np.flatnonzero(begins) + 1
    nodes = root[corpus.stem]
    firsts = np.flatnonzero(nodes)
    reached = _Reached(1, firsts, nodes[firsts], np.ones(firsts.size, dtype=bool))
    while reached.firsts.size:
        yield reached
        nexts = reached.firsts + reached.length
        onward = np.flatnonzero(np.append(corpus.near, [False])[np.minimum(nexts, words)])
        nexts = nexts[onward]
        edges = paired(reached.nodes[onward], corpus.stem[nexts], stems)
        places = np.searchsorted(tree.edges, edges)
        places[places == tree.edges.size] = 0
        met = tree.edges[places] == edges
        rows = onward[met]
        reached = _Reached(
            reached.length + 1,
            reached.firsts[rows],
            places[met] + 1,
            reached.plain[rows] & (corpus.kinds[nexts[met]] != APART),
        )
    yield reached


def _written(tree: Tree, corpus: Corpus, reached: _Reached) -> Hits:
    """The names that end where the words were reached, and are written as they must be."""
    counts = tree.starts[reached.nodes + 1] - tree.starts[reached.nodes]
    patterns = spans(tree.starts[reached.nodes], counts)
    firsts, good = np.repeat(reached.firsts, counts), np.repeat(reached.plain, counts)
    singular = np.flatnonzero(tree.matches[patterns] == _WORDS)
    good[singular] = _have(tree, corpus.singular, firsts[singular], patterns[singular], reached.length)
    lettered = np.flatnonzero(tree.matches[patterns] == _LETTERS)
    good[lettered] = _have(
        tree, corpus.standing.__getitem__, firsts[lettered], patterns[lettered], reached.length - 1
    )
    lettered = lettered[good[lettered]]
    good[lettered] = _end_alike(tree, corpus, firsts[lettered] + reached.length - 1, patterns[lettered])
    return Hits(tree.names[patterns[good]], firsts[good], firsts[good] + reached.length - 1)


def _have(
    tree: Tree, numbers: Callable[[Numbers], Numbers], firsts: Numbers, patterns: Numbers, length: int
) -> Flags:
    """Whether the first so many words of names are, by their `numbers`, those that stand there."""
    alike: Flags = np.ones(firsts.size, dtype=bool)
    for place in range(length):
        alike &= tree.words[tree.bounds[patterns] + place] == numbers(firsts + place)
    return alike


def _end_alike(tree: Tree, corpus: Corpus, lasts: Numbers, patterns: Numbers) -> Flags:
    """Whether names end as those words do, but for the s of a plural or a possessive.

    Each wording that stands for the end of a name is compared with it once.
    """
    words = corpus.columns.words
    pairs, which = np.unique(paired(patterns, corpus.standing[lasts], len(words)), return_inverse=True)
    alike = [
        words[number].replace("’", "'").removesuffix("'s") in {end, f"{end}s"}
        for pattern, number in zip(*(each.tolist() for each in np.divmod(pairs, len(words))), strict=True)
        for end in (tree.ends[pattern],)
    ]
    return np.array(alike, dtype=bool)[which]


_MATCHES = {"letters": 0, "words": 1, "stems": 2}
_LETTERS, _WORDS, _ = range(3)


def longest(overlapping: Iterable[tuple[int, int, int, int]]) -> list[int]:
    """Of names that overlap the longest, then the first; where words name several, the one that ranks first.

    Args:
        overlapping: The first and last word of each, its rank, and what to know it by.
    """
    kept: list[int] = []
    taken: set[int] = set()
    for first, last, _, each in sorted(overlapping, key=lambda span: (span[0] - span[1], span[0], span[2])):
        places = range(first, last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(each)
    return kept
