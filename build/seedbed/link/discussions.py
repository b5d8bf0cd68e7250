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
from functools import reduce

import numpy as np

from seedbed.link.columns import Numbers, spans
from seedbed.link.documents import Document
from seedbed.link.phrases import Flags
from seedbed.link.reading import Texts
from seedbed.link.reasons import because, telling_sentence
from seedbed.link.subjects import Subjects, subjects
from seedbed.link.terms import Terms
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
    """The terms of a paragraph, by the works that they speak for; each in one row a work.

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
        named: For each turn that names works, their numbers.
        told: For each turn, its paragraphs, by the number of their text.
        terms: The terms that the transcript has, ascending.
        everywhere: For each of them, how much less it tells because many turns have it.
    """

    shelf: Shelf
    speakers: Mapping[int, tuple[str, ...]]
    named: Mapping[int, frozenset[int]]
    told: Mapping[int, Sequence[int]]
    terms: Numbers
    everywhere: Numbers


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
    terms, everywhere = _everywhere(shelf, told)
    return Setting(
        shelf,
        {work: tuple(names) for work, names in speakers.items()},
        {turn: frozenset(works) for turn, works in named.items()},
        told,
        terms,
        everywhere,
    )


def _everywhere(shelf: Shelf, told: Mapping[int, Sequence[int]]) -> tuple[Numbers, Numbers]:
    """The terms of a conversation, and how much less each tells because many turns have it."""
    found = [np.unique(np.concatenate([_terms(shelf, text)[0] for text in texts])) for texts in told.values()]
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    terms, turns = np.unique(np.concatenate(found), return_counts=True)
    fullest = math.log1p(len(told) / EVERYWHERE)
    tells = [0.0, *(min(1.0, math.log1p(len(told) / number) / fullest) for number in range(1, len(told) + 1))]
    return terms, np.array(tells)[turns]


def _terms(shelf: Shelf, text: int) -> tuple[Numbers, Numbers]:
    """Where terms begin in a text: the terms, and the words."""
    bounds = shelf.texts.corpus.bounds
    return shelf.terms.begun_within(int(bounds[text]), int(bounds[text + 1]))


def _length(shelf: Shelf, text: int) -> int:
    bounds = shelf.texts.corpus.bounds
    return int(bounds[text + 1] - bounds[text])


def _in_transcript(transcript: Transcript, setting: Setting) -> Iterator[Discussion]:
    shelf = setting.shelf
    before = _no_cases()
    for turn in transcript.turns:
        texts = setting.told.get(turn.number, ())
        length = sum(_length(shelf, text) for text in texts)
        named = setting.named.get(turn.number, frozenset())
        found = {text: _evidence(text, setting) for text in texts}
        cases = _of_turn([_of_passage(text, found[text], named, before, setting) for text in texts])
        for row in _chosen(cases, named, length):
            work, text = int(cases.works[row]), int(cases.texts[row])
            evidence, stems = _shown(found[text], work, shelf)
            yield Discussion(
                transcript.id,
                turn.number,
                WorkId(shelf.texts.documents[work].id),
                because(evidence, setting.speakers.get(work, ()), named=work in named),
                telling_sentence(shelf.texts.corpus, text, stems),
                round(1 - math.exp(-float(cases.scores[row])), 2),
            )
        if length >= SHORTEST_CARRIER:
            before = cases


def _no_cases() -> Cases:
    none = np.zeros(0, dtype=np.int64)
    return Cases(none, np.zeros(0), np.zeros(0), none > 0, none)


def _evidence(text: int, setting: Setting) -> Evidence:
    """What the terms of a paragraph say, and for which works."""
    shelf = setting.shelf
    about = shelf.about
    begun, begins = _terms(shelf, text)
    terms, heads, times = np.unique(begun, return_index=True, return_counts=True)
    dense = np.minimum(1.0, np.sqrt(times * DENSE / max(1, _length(shelf, text))))
    dense[shelf.terms.lengths[terms] > 1] = 1.0
    counts = about.starts[terms + 1] - about.starts[terms]
    rows = spans(about.starts[terms], counts)
    everywhere = setting.everywhere[np.searchsorted(setting.terms, terms)]
    values = about.values[rows] * np.repeat(dense, counts) * np.repeat(everywhere, counts)
    values = np.rint(values * GRAIN) / GRAIN
    telling = values > 0
    rows = rows[telling]
    return Evidence(
        about.works[rows],
        np.repeat(terms, counts)[telling],
        np.repeat(begins[heads], counts)[telling],
        values[telling],
        about.leads[rows],
        about.in_title[rows],
    )


def _of_passage(
    text: int, evidence: Evidence, named: frozenset[int], before: Cases, setting: Setting
) -> Cases:
    works, own, lead = _sums(evidence, named)
    by_speaker = np.isin(works, np.array(sorted(setting.speakers), dtype=np.int64))
    own *= np.where(by_speaker, BY_SPEAKER, BY_OTHERS)
    own[np.isin(works, np.array(sorted(named), dtype=np.int64))] += NAMED
    near = own >= NEAR_BEST * own.max(initial=0.0)
    scores = own.copy()
    rows = np.searchsorted(before.works, works)
    again = np.flatnonzero(np.append(before.works, [-1])[rows] == works)
    earlier = rows[again]
    scores[again] += CARRIED * np.minimum(own[again], before.scores[earlier])
    lead[again] = np.maximum(lead[again], np.minimum(before.lead[earlier], LED_ON * lead[again]))
    return Cases(works, scores, lead, near, np.full(works.size, text))


def _sums(evidence: Evidence, named: frozenset[int]) -> tuple[Numbers, Numbers, Numbers]:
    """The works that a paragraph says anything for; for each what all terms say, and the best leading one."""
    works = np.concatenate((evidence.works, np.array(sorted(named), dtype=np.int64)))
    works, row = np.unique(works, return_inverse=True)
    row = row[: evidence.works.size]
    lead = np.zeros(works.size)
    np.maximum.at(lead, row[evidence.leads], evidence.values[evidence.leads])
    sums = np.bincount(row, weights=evidence.values, minlength=works.size)
    return works, sums.astype(np.float64), lead  # those of nothing are whole numbers


def _of_turn(parts: Sequence[Cases]) -> Cases:
    """What a turn says for each work that it says anything for: the best paragraph, and a part of others."""
    if not parts:
        return _no_cases()
    works = reduce(np.union1d, [part.works for part in parts])
    rows = [np.searchsorted(works, part.works) for part in parts]
    scores = np.full((len(parts), works.size), -1.0)
    lead, near, texts = (
        np.zeros(works.size),
        np.zeros(works.size, dtype=bool),
        np.zeros(works.size, dtype=np.int64),
    )
    for number, (part, row) in enumerate(zip(parts, rows, strict=True)):
        better = part.scores > scores.max(axis=0)[row]
        near[row[better]], texts[row[better]] = part.near[better], part.texts[better]
        scores[number, row] = part.scores
        lead[row] = np.maximum(lead[row], part.lead)
    best, *others = np.sort(scores, axis=0)[::-1]
    rest = np.zeros(works.size)
    for other in others:
        rest += np.maximum(other, 0.0)
    return Cases(works, best + OTHER_PARAGRAPHS * rest, lead, near, texts)


def _chosen(cases: Cases, named: frozenset[int], length: int) -> list[int]:
    """The rows of the works that a turn is about, the surest first."""
    good = np.isin(cases.works, np.array(sorted(named), dtype=np.int64))
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
