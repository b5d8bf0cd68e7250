"""What the paragraphs of a conversation say for works, each by itself.

A paragraph speaks for a work when it uses the terms that set the work apart (`seedbed.link.subjects`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers, paired, spans
from seedbed.link.corpus import Corpus
from seedbed.link.documents import Document
from seedbed.link.phrases import Flags
from seedbed.link.subjects import Subjects
from seedbed.link.terms import Terms
from seedbed.link.uses import groups, in_order
from seedbed.link.years import comes_too_late

DENSE = 50
"""A word that comes once in so many is one that its paragraph is about."""

EVERYWHERE = 6
"""A term that more turns than this have tells less of each."""

BY_SPEAKER = 1.15
BY_OTHERS = 0.8
"""What a work of one of the speakers counts for, and what another's does."""

GRAIN = 2.0**40
"""Values are parts of so many: sums of them are the same in any order."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The terms of one paragraph or of several, each in one row for each work that it speaks for.

    Attributes:
        works: Of each row, the work.
        terms: The term.
        places: Where the paragraph first has it: a word, counted through all texts.
        times: How often it has it.
        values: What it says for the work here.
        leads: Whether it can lead there by itself.
        in_title: Whether the work's title has it.
    """

    works: Numbers
    terms: Numbers
    places: Numbers
    times: Numbers
    values: Numbers
    leads: Flags
    in_title: Flags

    def part(self, start: int, end: int) -> Telling:
        """Some of the rows."""
        return Telling(
            self.works[start:end],
            self.terms[start:end],
            self.places[start:end],
            self.times[start:end],
            self.values[start:end],
            self.leads[start:end],
            self.in_title[start:end],
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What one paragraph says for works, whatever was said before it; a row for each work.

    Attributes:
        works: The works, ascending.
        scores: How much it says.
        lead: The most that a leading term says.
    """

    works: Numbers
    scores: Numbers
    lead: Numbers


def telling_terms(
    document: Document, corpus: Corpus, terms: Terms, about: Subjects, years: Numbers
) -> tuple[Telling, Numbers]:
    """What the terms of a transcript say, and for which works; and the paragraph of each row, counted from 0.

    By paragraph, then by work; for works of a later time they say nothing.

    Args:
        document: The transcript.
        corpus: All texts.
        terms: Their terms.
        about: What speaks for each work.
        years: Those of the works; 0 where they are not known.
    """
    bounds, lengths = corpus.bounds, terms.lengths
    first = document.passages[0].text
    last = first + len(document.passages)
    begun, begins = terms.begun_within(int(bounds[first]), int(bounds[last]))
    place = corpus.text[begins] - first
    uses, heads, times = np.unique(paired(place, begun, lengths.size), return_index=True, return_counts=True)
    places, used = np.divmod(uses, lengths.size)
    words = np.maximum(1, np.diff(bounds[first : last + 1]))
    dense = np.minimum(1.0, np.sqrt(times * DENSE / words[places]))
    dense[lengths[used] > 1] = 1.0
    everywhere = _everywhere(np.array([passage.place.turn for passage in document.passages]), places, used)
    counts = about.starts[used + 1] - about.starts[used]
    rows = spans(about.starts[used], counts)
    values = about.values[rows] * np.repeat(dense, counts) * np.repeat(everywhere, counts)
    values = np.rint(values * GRAIN) / GRAIN
    of_use = np.repeat(np.arange(uses.size), counts)
    telling = np.flatnonzero((values > 0) & ~comes_too_late(years, document.year)[about.works[rows]])
    order = in_order(paired(places[of_use[telling]], about.works[rows[telling]], terms.works))
    by_work = telling[order]
    rows, values, of_use = rows[by_work], values[by_work], of_use[by_work]
    return Telling(
        about.works[rows],
        used[of_use],
        begins[heads[of_use]],
        times[of_use],
        values,
        about.leads[rows],
        about.in_title[rows],
    ), places[of_use]


def said_by_paragraph(
    telling: Telling, places: Numbers, bounds: Sequence[int], own: Sequence[int]
) -> Iterator[Said]:
    """What each paragraph says for each work.

    Args:
        telling: By paragraph, then by work.
        places: The paragraph of each row.
        bounds: Where the rows of each paragraph begin, and where those of the last end.
        own: The works of the speakers.
    """
    heads = groups(places, telling.works)[:-1]
    works = telling.works[heads]
    counts = np.where(np.isin(works, own), BY_SPEAKER, BY_OTHERS)
    scores = np.add.reduceat(telling.values, heads) * counts if heads.size else counts
    leading = np.where(telling.leads, telling.values, 0.0)
    lead = np.maximum.reduceat(leading, heads) if heads.size else counts
    for start, end in pairwise(np.searchsorted(heads, bounds).tolist()):
        yield Said(works[start:end], scores[start:end], lead[start:end])


def _everywhere(turns: Numbers, places: Numbers, terms: Numbers) -> Numbers:
    """How much less each use of a term tells because many turns have the term.

    Args:
        turns: The turn of each paragraph.
        places: The paragraph of each use.
        terms: The term of each use.
    """
    number = np.unique(turns).size
    most = int(terms.max(initial=0)) + 1
    having = np.bincount(np.unique(paired(turns[places], terms, most)) % most, minlength=most)
    fullest = math.log1p(number / EVERYWHERE)
    tells = [0.0, *(min(1.0, math.log1p(number / spread) / fullest) for spread in range(1, number + 1))]
    return np.array(tells)[having[terms]]
