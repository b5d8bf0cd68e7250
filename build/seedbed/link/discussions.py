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

from seedbed.link.columns import Numbers
from seedbed.link.documents import Document
from seedbed.link.paragraphs import Said, Telling, said_by_paragraph, telling_terms
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

NAMED = 2.0
"""What naming the work adds."""

MOST_WORKS = 4
"""Works that a turn can be about."""


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
class Background:
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
        background: The works, and what speaks for them.
        speakers: For each work of a speaker, the names of the speakers who are creators of it.
        named: For each turn that names works, their numbers, ascending.
        paragraphs: For each turn, its paragraphs, by the number of their text.
        telling: What each paragraph says, by the number of its text; works ascend.
        said: The same, put together for each work.
    """

    background: Background
    speakers: Mapping[int, tuple[str, ...]]
    named: Mapping[int, Numbers]
    paragraphs: Mapping[int, Sequence[int]]
    telling: Mapping[int, Telling]
    said: Mapping[int, Said]


def discussions(
    library: Library, texts: Texts, terms: Terms, topics: Iterable[Topic], mentions: Iterable[Mention]
) -> tuple[Discussion, ...]:
    """Every turn with the works that it is about, by transcript and turn, the surest first."""
    if not library.works or not library.transcripts:
        return ()
    background = Background(
        texts,
        terms,
        subjects(terms, texts.corpus, topics),
        {work.id: number for number, work in enumerate(library.works)},
        {person.id: person for person in library.people},
    )
    named: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        if mention.place.kind == "transcript" and mention.target.kind == "work":
            named[mention.place.id][mention.place.turn].add(background.numbers[mention.target.id])
    by_id = {document.id: document for document in texts.documents if document.kind == "transcript"}
    return tuple(
        discussion
        for transcript in library.transcripts
        if by_id[transcript.id].passages
        for discussion in _in_transcript(
            transcript, _setting(transcript, by_id[transcript.id], background, named[transcript.id])
        )
    )


def _setting(
    transcript: Transcript, document: Document, background: Background, named: Mapping[int, set[int]]
) -> Setting:
    speakers: defaultdict[int, list[str]] = defaultdict(list)
    for speaker in dict.fromkeys(credit.person for credit in transcript.speakers):
        for work in background.people[speaker].works:
            speakers[background.numbers[work]].append(background.people[speaker].name)
    paragraphs: defaultdict[int, list[int]] = defaultdict(list)
    for passage in document.passages:
        paragraphs[passage.place.turn].append(passage.text)
    first = document.passages[0].text
    telling, places = telling_terms(document, background.texts.corpus, background.terms, background.about)
    bounds = np.searchsorted(places, np.arange(len(document.passages) + 1)).tolist()
    said = said_by_paragraph(telling, places, bounds, sorted(speakers))
    return Setting(
        background,
        {work: tuple(names) for work, names in speakers.items()},
        {turn: np.array(sorted(works), dtype=np.int64) for turn, works in named.items()},
        paragraphs,
        {first + number: telling.part(start, end) for number, (start, end) in enumerate(pairwise(bounds))},
        {first + number: each for number, each in enumerate(said)},
    )


def _in_transcript(transcript: Transcript, setting: Setting) -> Iterator[Discussion]:
    background = setting.background
    none = np.zeros(0, dtype=np.int64)
    bounds = background.texts.corpus.bounds
    before = Before(np.zeros(background.terms.works), np.zeros(background.terms.works))
    for turn in transcript.turns:
        texts = setting.paragraphs.get(turn.number, ())
        length = int(sum(bounds[text + 1] - bounds[text] for text in texts))
        named = setting.named.get(turn.number, none)
        cases = _of_turn([_of_passage(text, named, before, setting) for text in texts])
        for row in _chosen(cases, named, length):
            work, text = int(cases.works[row]), int(cases.texts[row])
            shown, stems = _shown(setting.telling[text], work, background)
            yield Discussion(
                transcript.id,
                turn.number,
                WorkId(background.texts.documents[work].id),
                because(shown, setting.speakers.get(work, ()), named=bool(np.isin(work, named))),
                telling_sentence(background.texts.corpus, text, stems),
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
    telling: Telling, work: int, background: Background
) -> tuple[list[tuple[str, float, bool]], dict[int, float]]:
    """What a paragraph says for one work: terms as they stand, the most telling first, and all stems."""
    corpus, terms = background.texts.corpus, background.terms
    rows = np.flatnonzero(telling.works == work)
    values, firsts, numbers = telling.values[rows], telling.places[rows], telling.terms[rows]
    names = [
        terms.name(corpus, term, first) for term, first in zip(numbers.tolist(), firsts.tolist(), strict=True)
    ]
    said: list[tuple[str, float, bool]] = []
    stems: dict[int, float] = {}
    for row in sorted(range(rows.size), key=lambda row: (-values[row], names[row])):
        term, first, value = int(numbers[row]), int(firsts[row]), float(values[row])
        said.append((terms.written(corpus, term, first), value, bool(telling.in_title[rows[row]])))
        for stem in corpus.stem[first : first + int(terms.lengths[term])].tolist():
            stems[stem] = max(stems.get(stem, 0.0), value)
    return said, stems
