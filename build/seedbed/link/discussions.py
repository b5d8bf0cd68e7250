"""The conversation tied to the works: which turns are about which work, though they need not name it.

A paragraph speaks for a work when it uses the terms that set the work apart (`seedbed.link.subjects`); at
least one of them must be able to lead there by itself. A turn takes up what the turn before was about when
it still says something of it. The numbers were tuned on one half of a conversation labelled by hand, and
hold on the other half (`tests/link/test_discussions.py`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seedbed.link.documents import Document, Passage
from seedbed.link.reasons import because, telling_sentence
from seedbed.link.subjects import Subjects, subjects, terms
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """A term of a work that a paragraph has.

    Attributes:
        value: What it says for the work here.
        in_title: Whether the work's title has it.
    """

    term: str
    value: float
    leads: bool
    in_title: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What one paragraph, or the whole turn, says for a work.

    Attributes:
        lead: The most that a leading term says.
        near: Whether no other work has a much better case in the same paragraph.
        passage: The paragraph that says most.
        evidence: Its terms, the most telling first.
    """

    score: float
    lead: float
    near: bool
    passage: Passage
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stays the same for all transcripts.

    Attributes:
        works: The works, as documents.
        about: What speaks for each; it numbers them in the same order.
        numbers: The number of each by its id.
        people: Everybody by id.
    """

    works: Sequence[Document]
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
        everywhere: For each term, how much less it tells because many turns have it.
    """

    shelf: Shelf
    speakers: Mapping[int, tuple[str, ...]]
    named: Mapping[int, frozenset[int]]
    everywhere: Mapping[str, float]


def discussions(
    library: Library, documents: Sequence[Document], topics: Iterable[Topic], mentions: Iterable[Mention]
) -> tuple[Discussion, ...]:
    """Every turn with the works that it is about, by transcript and turn, the surest first."""
    works = [document for document in documents if document.kind == "work"]
    if not works or not library.transcripts:
        return ()
    shelf = Shelf(
        works,
        subjects(works, topics),
        {work.id: number for number, work in enumerate(works)},
        {person.id: person for person in library.people},
    )
    named: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        if mention.place.kind == "transcript" and mention.target.kind == "work":
            named[mention.place.id][mention.place.turn].add(shelf.numbers[mention.target.id])
    by_id = {document.id: document for document in documents if document.kind == "transcript"}
    return tuple(
        discussion
        for transcript in library.transcripts
        for discussion in _in_transcript(
            transcript,
            by_id[transcript.id],
            _setting(transcript, by_id[transcript.id], shelf, named[transcript.id]),
        )
    )


def _setting(
    transcript: Transcript, document: Document, shelf: Shelf, named: Mapping[int, set[int]]
) -> Setting:
    speakers: defaultdict[int, list[str]] = defaultdict(list)
    for speaker in dict.fromkeys(credit.person for credit in transcript.speakers):
        for work in shelf.people[speaker].works:
            speakers[shelf.numbers[work]].append(shelf.people[speaker].name)
    turns: defaultdict[int, set[str]] = defaultdict(set)
    for passage in document.passages:
        turns[passage.place.turn].update(terms(passage.text))
    spread = Counter(term for found in turns.values() for term in found)
    fullest = math.log1p(len(turns) / EVERYWHERE)
    return Setting(
        shelf,
        {work: tuple(names) for work, names in speakers.items()},
        {turn: frozenset(works) for turn, works in named.items()},
        {term: min(1.0, math.log1p(len(turns) / number) / fullest) for term, number in spread.items()},
    )


def _in_transcript(transcript: Transcript, document: Document, setting: Setting) -> Iterator[Discussion]:
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in document.passages:
        passages[passage.place.turn].append(passage)
    before: Mapping[int, Case] = {}
    for turn in transcript.turns:
        length = sum(len(passage.text.words.all) for passage in passages[turn.number])
        cases = _in_turn(passages[turn.number], turn.number, before, setting)
        for work, case in _chosen(cases, turn.number, length, setting):
            yield Discussion(
                transcript.id,
                turn.number,
                WorkId(setting.shelf.works[work].id),
                because(
                    case.passage.text,
                    [(each.term, each.value, each.in_title) for each in case.evidence],
                    setting.speakers.get(work, ()),
                    named=work in setting.named.get(turn.number, ()),
                ),
                telling_sentence(case.passage.text, {each.term: each.value for each in case.evidence}),
                round(1 - math.exp(-case.score), 2),
            )
        if length >= SHORTEST_CARRIER:
            before = cases


def _in_turn(
    passages: Sequence[Passage], number: int, before: Mapping[int, Case], setting: Setting
) -> dict[int, Case]:
    """What a turn says for each work that it says anything for."""
    parts: defaultdict[int, list[Case]] = defaultdict(list)
    for passage in passages:
        for work, case in _in_passage(passage, number, before, setting).items():
            parts[work].append(case)
    cases = {}
    for work in sorted(parts):
        best, *others = sorted(parts[work], key=lambda case: (-case.score, case.passage.place))
        cases[work] = Case(
            best.score + OTHER_PARAGRAPHS * sum(case.score for case in others),
            max(case.lead for case in parts[work]),
            best.near,
            best.passage,
            best.evidence,
        )
    return cases


def _in_passage(
    passage: Passage, number: int, before: Mapping[int, Case], setting: Setting
) -> dict[int, Case]:
    found = _evidence(passage, setting)
    named = setting.named.get(number, frozenset())
    for work in sorted(named):
        found.setdefault(work, ())
    own = {
        work: (BY_SPEAKER if work in setting.speakers else BY_OTHERS) * sum(each.value for each in evidence)
        + (NAMED if work in named else 0.0)
        for work, evidence in found.items()
    }
    best = max(own.values(), default=0.0)
    cases = {}
    for work, evidence in found.items():
        lead = max((each.value for each in evidence if each.leads), default=0.0)
        earlier = before.get(work)
        score = own[work]
        if earlier is not None:
            score += CARRIED * min(score, earlier.score)
            lead = max(lead, min(earlier.lead, LED_ON * lead))
        cases[work] = Case(score, lead, own[work] >= NEAR_BEST * best, passage, evidence)
    return cases


def _evidence(passage: Passage, setting: Setting) -> dict[int, tuple[Evidence, ...]]:
    """The terms of a paragraph, by the works that they speak for, the most telling first."""
    found: defaultdict[int, list[Evidence]] = defaultdict(list)
    length = max(1, len(passage.text.words.all))
    for term, times in terms(passage.text).items():
        dense = 1.0 if " " in term else min(1.0, math.sqrt(times * DENSE / length))
        for weight in setting.shelf.about.get(term, ()):
            value = weight.value * dense * setting.everywhere[term]
            if value > 0:
                found[weight.work].append(Evidence(term, value, weight.leads, weight.in_title))
    return {
        work: tuple(sorted(evidence, key=lambda each: (-each.value, each.term)))
        for work, evidence in found.items()
    }


def _chosen(cases: Mapping[int, Case], turn: int, length: int, setting: Setting) -> list[tuple[int, Case]]:
    """The works that a turn is about, the surest first."""
    named = setting.named.get(turn, frozenset())
    good = [
        (work, case)
        for work, case in cases.items()
        if work in named
        or (length >= SHORTEST_TURN and case.near and case.score >= ENOUGH and case.lead >= LEADS)
    ]
    return sorted(good, key=lambda each: (-round(each[1].score, 6), each[0]))[:MOST_WORKS]
