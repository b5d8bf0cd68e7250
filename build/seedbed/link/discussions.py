"""The conversation tied to the works: which turns are about which work, though they need not name it.

A paragraph speaks for a work when it uses the terms that set the work apart (`seedbed.link.subjects`); at
least one of them must be able to lead there by itself. A turn takes up what the turn before was about when
it still says something of it. The numbers were tuned on one half of a conversation labelled by hand, and
hold on the other half (`tests/link/test_discussions.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers, paired, spans
from seedbed.link.documents import Document
from seedbed.link.phrases import Flags
from seedbed.link.reading import Texts
from seedbed.link.reasons import because, telling_sentence
from seedbed.link.subjects import Subjects, subjects
from seedbed.link.terms import Terms
from seedbed.link.uses import groups, in_order
from seedbed.model.library import Library, Person, PersonId, Transcript, WorkId
from seedbed.model.link import Discussion, Mention, Topic

ENOUGH = 1.0
"""The least score of a discussion."""

LEADS = 0.45
"""The least that one leading term must say."""

NEAR_BEST = 0.65
"""In its paragraph, a work's score must be so large a part of the best work's."""

CARRIED = 0.5
"""How much of what the turn before was about counts, at most as much as the turn itself says."""

LED_ON = 1.5
"""A turn before may lend a leading term that much more."""

OTHER_PARAGRAPHS = 0.25
"""How much the paragraphs of a turn count beside the one that says most."""

SHORTEST_TURN = 15
"""Words; shorter turns are about nothing by themselves."""

SHORTEST_CARRIER = 10
"""Words; shorter turns do not interrupt what the one before was about."""

DENSE = 50
"""A word that comes once in so many is one that its paragraph is about."""

EVERYWHERE = 6
"""A term that more turns than this have tells less of each."""

BY_SPEAKER = 1.15
BY_OTHERS = 0.8
"""What a work of one of the speakers counts for, and what another's does."""

NAMED = 2.0
"""What naming the work adds."""

MOST_WORKS = 4
"""Works that a turn can be about."""


GRAIN = 2.0**40
"""Values are parts of so many: sums of them are the same in any order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The terms of one paragraph or of several, each in one row for each work that it speaks for.

    Attributes:
        works: Of each row, the work.
        terms: The term.
        places: Where the paragraph first has it: a word, counted through all texts.
        values: What it says for the work here.
        leads: Whether it can lead there by itself.
        in_title: Whether the work's title has it.
    """

    works: Numbers
    terms: Numbers
    places: Numbers
    values: Numbers
    leads: Flags
    in_title: Flags

    def part(self, start: int, end: int) -> Evidence:
        """Some of the rows."""
        return Evidence(
            self.works[start:end],
            self.terms[start:end],
            self.places[start:end],
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


@dataclass(frozen=True, slots=True)
class Cases:
    """What one paragraph, or the whole turn, says for works; a row for each work.

    Attributes:
        works: The works, ascending.
        scores: How much it says.
        lead: The most that a leading term says.
        near: Whether no other work has a much better case in the same paragraph.
        texts: The paragraph that says most.
    """

    works: Numbers
    scores: Numbers
    lead: Numbers
    near: Flags
    texts: Numbers


@dataclass(frozen=True, slots=True)
class Before:
    """What the turn before said for each work, by number; 0 where it said nothing."""

    scores: Numbers
    lead: Numbers

    def carry(self, cases: Cases) -> None:
        """Put a turn into the place of the one before."""
        for column, carried in ((self.scores, cases.scores), (self.lead, cases.lead)):
            column.fill(0.0)
            column[cases.works] = carried


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stays the same for all transcripts.

    Attributes:
        texts: All texts, those of the works first.
        terms: Their terms.
        about: What speaks for each work.
        numbers: The number of each by its id.
        people: Everybody by id.
    """

    texts: Texts
    terms: Terms
    about: Subjects
    numbers: Mapping[str, int]
    people: Mapping[PersonId, Person]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same through a transcript.

    Attributes:
        shelf: The works.
        speakers: For each work of a speaker, the names of the speakers who are creators of it.
        named: For each turn that names works, their numbers, ascending.
        told: For each turn, its paragraphs, by the number of their text.
        evidence: What each paragraph says, by the number of its text; works ascend.
        said: The same, put together for each work.
    """

    shelf: Shelf
    speakers: Mapping[int, tuple[str, ...]]
    named: Mapping[int, Numbers]
    told: Mapping[int, Sequence[int]]
    evidence: Mapping[int, Evidence]
    said: Mapping[int, Said]


def discussions(
    library: Library, texts: Texts, terms: Terms, topics: Iterable[Topic], mentions: Iterable[Mention]
) -> tuple[Discussion, ...]:
    """Every turn with the works that it is about, by transcript and turn, the surest first."""
    if not library.works or not library.transcripts:
        return ()
    shelf = Shelf(
        texts,
        terms,
        subjects(terms, texts.corpus, topics),
        {work.id: number for number, work in enumerate(library.works)},
        {person.id: person for person in library.people},
    )
    named: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        if mention.place.kind == "transcript" and mention.target.kind == "work":
            named[mention.place.id][mention.place.turn].add(shelf.numbers[mention.target.id])
    by_id = {document.id: document for document in texts.documents if document.kind == "transcript"}
    return tuple(
        discussion
        for transcript in library.transcripts
        if by_id[transcript.id].passages
        for discussion in _in_transcript(
            transcript, _setting(transcript, by_id[transcript.id], shelf, named[transcript.id])
        )
    )


def _setting(
    transcript: Transcript, document: Document, shelf: Shelf, named: Mapping[int, set[int]]
) -> Setting:
    speakers: defaultdict[int, list[str]] = defaultdict(list)
    for speaker in dict.fromkeys(credit.person for credit in transcript.speakers):
        for work in shelf.people[speaker].works:
            speakers[shelf.numbers[work]].append(shelf.people[speaker].name)
    told: defaultdict[int, list[int]] = defaultdict(list)
    for passage in document.passages:
        told[passage.place.turn].append(passage.text)
    first = document.passages[0].text
    evidence, places = _evidence(document, shelf)
    bounds = np.searchsorted(places, np.arange(len(document.passages) + 1)).tolist()
    said = _said(evidence, places, bounds, sorted(speakers))
    return Setting(
        shelf,
        {work: tuple(names) for work, names in speakers.items()},
        {turn: np.array(sorted(works), dtype=np.int64) for turn, works in named.items()},
        told,
        {first + number: evidence.part(start, end) for number, (start, end) in enumerate(pairwise(bounds))},
        {first + number: each for number, each in enumerate(said)},
    )


def _evidence(document: Document, shelf: Shelf) -> tuple[Evidence, Numbers]:
    """What the terms of a transcript say, and for which works; and the paragraph of each row, counted from 0.

    By paragraph, then by work.
    """
    bounds, about, lengths = shelf.texts.corpus.bounds, shelf.about, shelf.terms.lengths
    first = document.passages[0].text
    last = first + len(document.passages)
    begun, begins = shelf.terms.begun_within(int(bounds[first]), int(bounds[last]))
    place = shelf.texts.corpus.text[begins] - first
    uses, heads, times = np.unique(paired(place, begun, lengths.size), return_index=True, return_counts=True)
    places, terms = np.divmod(uses, lengths.size)
    words = np.maximum(1, np.diff(bounds[first : last + 1]))
    dense = np.minimum(1.0, np.sqrt(times * DENSE / words[places]))
    dense[lengths[terms] > 1] = 1.0
    everywhere = _everywhere(np.array([passage.place.turn for passage in document.passages]), places, terms)
    counts = about.starts[terms + 1] - about.starts[terms]
    rows = spans(about.starts[terms], counts)
    values = about.values[rows] * np.repeat(dense, counts) * np.repeat(everywhere, counts)
    values = np.rint(values * GRAIN) / GRAIN
    of_use = np.repeat(np.arange(uses.size), counts)
    telling = np.flatnonzero(values > 0)
    order = in_order(paired(places[of_use[telling]], about.works[rows[telling]], shelf.terms.works))
    by_work = telling[order]
    rows, values, of_use = rows[by_work], values[by_work], of_use[by_work]
    return Evidence(
        about.works[rows],
        terms[of_use],
        begins[heads[of_use]],
        values,
        about.leads[rows],
        about.in_title[rows],
    ), places[of_use]


def _said(evidence: Evidence, places: Numbers, bounds: Sequence[int], own: Sequence[int]) -> Iterator[Said]:
    """What each paragraph says for each work.

    Args:
        evidence: By paragraph, then by work.
        places: The paragraph of each row.
        bounds: Where the rows of each paragraph begin, and where those of the last end.
        own: The works of the speakers.
    """
    heads = groups(places, evidence.works)[:-1]
    works = evidence.works[heads]
    counts = np.where(np.isin(works, own), BY_SPEAKER, BY_OTHERS)
    scores = np.add.reduceat(evidence.values, heads) * counts if heads.size else counts
    leading = np.where(evidence.leads, evidence.values, 0.0)
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


def _in_transcript(transcript: Transcript, setting: Setting) -> Iterator[Discussion]:
    shelf = setting.shelf
    none = np.zeros(0, dtype=np.int64)
    bounds = shelf.texts.corpus.bounds
    before = Before(np.zeros(shelf.terms.works), np.zeros(shelf.terms.works))
    for turn in transcript.turns:
        texts = setting.told.get(turn.number, ())
        length = int(sum(bounds[text + 1] - bounds[text] for text in texts))
        named = setting.named.get(turn.number, none)
        cases = _of_turn([_of_passage(text, named, before, setting) for text in texts])
        for row in _chosen(cases, named, length):
            work, text = int(cases.works[row]), int(cases.texts[row])
            evidence, stems = _shown(setting.evidence[text], work, shelf)
            yield Discussion(
                transcript.id,
                turn.number,
                WorkId(shelf.texts.documents[work].id),
                because(evidence, setting.speakers.get(work, ()), named=bool(np.isin(work, named))),
                telling_sentence(shelf.texts.corpus, text, stems),
                round(1 - math.exp(-float(cases.scores[row])), 2),
            )
        if length >= SHORTEST_CARRIER:
            before.carry(cases)


def _of_passage(text: int, named: Numbers, before: Before, setting: Setting) -> Cases:
    said = setting.said[text] if not named.size else _named(setting.said[text], named)
    works, own = said.works, said.scores
    near = own >= NEAR_BEST * own.max(initial=0.0)
    scores = own + CARRIED * np.minimum(own, before.scores[works])
    lead = np.maximum(said.lead, np.minimum(before.lead[works], LED_ON * said.lead))
    return Cases(works, scores, lead, near, np.full(works.size, text))


def _named(said: Said, named: Numbers) -> Said:
    """The same in a turn that names works."""
    works = np.union1d(said.works, named)
    scores, lead = np.zeros(works.size), np.zeros(works.size)
    row = np.searchsorted(works, said.works)
    scores[row], lead[row] = said.scores, said.lead
    scores[np.searchsorted(works, named)] += NAMED
    return Said(works, scores, lead)


def _of_turn(parts: Sequence[Cases]) -> Cases:
    """What a turn says for each work that it says anything for: the best paragraph, and a part of others."""
    if len(parts) == 1:
        return parts[0]
    works = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *(part.works for part in parts)]))
    scores = np.full((len(parts) + 1, works.size), -1.0)
    lead, near = np.zeros(works.size), np.zeros(works.size, dtype=bool)
    texts = np.zeros(works.size, dtype=np.int64)
    for number, part in enumerate(parts):
        row = np.searchsorted(works, part.works)
        better = part.scores > scores.max(axis=0)[row]
        near[row[better]], texts[row[better]] = part.near[better], part.texts[better]
        scores[number, row] = part.scores
        lead[row] = np.maximum(lead[row], part.lead)
    best, *others = np.sort(scores, axis=0)[::-1]
    rest = np.zeros(works.size)
    for other in others:
        rest += np.maximum(other, 0.0)
    return Cases(works, best + OTHER_PARAGRAPHS * rest, lead, near, texts)


def _chosen(cases: Cases, named: Numbers, length: int) -> list[int]:
    """The rows of the works that a turn is about, the surest first."""
    good = np.zeros(cases.works.size, dtype=bool)
    good[np.searchsorted(cases.works, named)] = True
    if length >= SHORTEST_TURN:
        good |= cases.near & (cases.scores >= ENOUGH) & (cases.lead >= LEADS)
    rows = np.flatnonzero(good).tolist()
    return sorted(rows, key=lambda row: (-round(float(cases.scores[row]), 6), row))[:MOST_WORKS]


def _shown(
    evidence: Evidence, work: int, shelf: Shelf
) -> tuple[list[tuple[str, float, bool]], dict[int, float]]:
    """What a paragraph says for one work: terms as they stand, the most telling first, and all stems."""
    corpus, terms = shelf.texts.corpus, shelf.terms
    rows = np.flatnonzero(evidence.works == work)
    values, firsts, numbers = evidence.values[rows], evidence.places[rows], evidence.terms[rows]
    names = [
        terms.name(corpus, term, first) for term, first in zip(numbers.tolist(), firsts.tolist(), strict=True)
    ]
    said: list[tuple[str, float, bool]] = []
    stems: dict[int, float] = {}
    for row in sorted(range(rows.size), key=lambda row: (-values[row], names[row])):
        term, first, value = int(numbers[row]), int(firsts[row]), float(values[row])
        said.append((terms.written(corpus, term, first), value, bool(evidence.in_title[rows[row]])))
        for stem in corpus.stem[first : first + int(terms.lengths[term])].tolist():
            stems[stem] = max(stems.get(stem, 0.0), value)
    return said, stems
