"""Find names in texts: one pass over all of them, however many names there are.

The names stand in a tree by the stems of their words, so that they are met at word borders only and in any
inflection. All words of the library are looked up in it at once: first each word that begins a name, then the
words behind those, and so on, until no name goes on. It is the search of Aho and Corasick (1975) without its
links from one branch to another, which spare little here: few names begin with the words that another ends
with. How like the name the words must be is then checked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import APART, Numbers, paired, spans
from seedbed.link.corpus import Corpus
from seedbed.link.names import Name
from seedbed.link.phrases import Flags
from seedbed.text.words import surfaces_of, word

LONGEST_NAME = 60
"""Words; what is longer is no name that a text would use, and would make texts that repeat a word costly."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name as texts may have it; words by number.

    Attributes:
        name: Its number.
        match: How like it they must be, as a number.
        stems: The stem of each of its words.
        words: What a text must have: the singular of each, or each as it stands; -1 where texts have none.
        end: The last word, as it stands.
    """

    name: int
    match: int
    stems: tuple[int, ...]
    words: tuple[int, ...]
    end: str


@dataclass(frozen=True, slots=True)
class Tree:
    """Names by their stems; nodes are numbered from the root, which is 0.

    Attributes:
        edges: For each node but the root, its parent's number times the number of stems, and the stem;
            ascending.
        nodes: The node of each.
        starts: For each node, where its names begin in `patterns`, and one more behind them all.
        patterns: The names.
        names: The number of each.
        matches: How like it a text must be, as a number.
        words: What a text must have for each of its words, those of all names end to end.
        bounds: Where those of each name begin.
    """

    edges: Numbers
    nodes: Numbers
    starts: Numbers
    patterns: tuple[Pattern, ...]
    names: Numbers
    matches: Numbers
    words: Numbers
    bounds: Numbers


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
    """Every name in every text."""
    tree = _tree(list(_patterns(names, corpus)), len(corpus.stems))
    parts = [_written(tree, corpus, reached) for reached in _walk(tree, corpus)]
    found = Hits(
        np.concatenate([part.names for part in parts]),
        np.concatenate([part.firsts for part in parts]),
        np.concatenate([part.lasts for part in parts]),
    )
    return found.where(np.lexsort((found.names, found.lasts, found.firsts)))


def _patterns(names: Sequence[Name], corpus: Corpus) -> Iterator[Pattern]:
    """The names whose stems the texts have."""
    standing = {surface: number for number, surface in enumerate(corpus.columns.words)}
    stem_of, singular_of = corpus.stem_of.tolist(), corpus.singular_of.tolist()
    stems = {stem: number for number, stem in enumerate(corpus.stems)}
    singulars = {singular: number for number, singular in enumerate(corpus.singulars)}
    for number, name in enumerate(names):
        surfaces = surfaces_of(name.words)[: LONGEST_NAME + 1]
        numbers = [standing.get(surface, -1) for surface in surfaces]
        found = [
            stem_of[each] if each >= 0 else stems.get(word(surface).stem, -1)
            for each, surface in zip(numbers, surfaces, strict=True)
        ]
        if not found or min(found) < 0 or len(found) > LONGEST_NAME:
            continue
        if name.match == "words":
            numbers = [
                singular_of[each] if each >= 0 else singulars.get(word(surface).singular, -1)
                for each, surface in zip(numbers, surfaces, strict=True)
            ]
        yield Pattern(number, _MATCHES[name.match], tuple(found), tuple(numbers), surfaces[-1])


def _tree(patterns: Sequence[Pattern], stems: int) -> Tree:
    nodes: dict[int, int] = {}
    ending: defaultdict[int, list[Pattern]] = defaultdict(list)
    for pattern in patterns:
        node = 0
        for stem in pattern.stems:
            node = nodes.setdefault(node * stems + stem, len(nodes) + 1)
        ending[node].append(pattern)
    edges = np.fromiter(nodes.keys(), np.int64, len(nodes))
    order = np.argsort(edges)
    ends = [len(ending.get(node, ())) for node in range(len(nodes) + 1)]
    placed = tuple(pattern for node in sorted(ending) for pattern in ending[node])
    return Tree(
        edges[order],
        order + 1,
        np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(ends))),
        placed,
        np.array([pattern.name for pattern in placed], dtype=np.int64),
        np.array([pattern.match for pattern in placed], dtype=np.int64),
        np.array([number for pattern in placed for number in pattern.words], dtype=np.int64),
        np.cumsum([0, *(len(pattern.words) for pattern in placed)]),
    )


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
    root[tree.edges[begins]] = tree.nodes[begins]
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
            tree.nodes[places[met]],
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
    good[lettered] = _have(tree, corpus.standing, firsts[lettered], patterns[lettered], reached.length - 1)
    lettered = lettered[good[lettered]]
    good[lettered] = _end_alike(tree, corpus, firsts[lettered] + reached.length - 1, patterns[lettered])
    return Hits(tree.names[patterns[good]], firsts[good], firsts[good] + reached.length - 1)


def _have(tree: Tree, column: Numbers, firsts: Numbers, patterns: Numbers, length: int) -> Flags:
    """Whether the first so many words of names are, by a column's numbers, those that stand there."""
    alike: Flags = np.ones(firsts.size, dtype=bool)
    for place in range(length):
        alike &= tree.words[tree.bounds[patterns] + place] == column[firsts + place]
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
        for end in (tree.patterns[pattern].end,)
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
