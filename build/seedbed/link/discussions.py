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
from seedbed.model.library import Library, PersonId, Transcript, WorkId
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
    """The works, as documents, and what speaks for each; `about` numbers them in the same order."""

    works: Sequence[Document]
    about: Subjects


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same through a transcript.

    Attributes:
        shelf: The works.
        credit: For each work, what its creators' part in the conversation counts for.
        speakers: For each work, the names of the speakers who are creators of it.
        named: The turns that name a work, with its number.
        everywhere: For each term, how much less it tells because many turns have it.
    """

    shelf: Shelf
    credit: Sequence[float]
    speakers: Sequence[tuple[str, ...]]
    named: frozenset[tuple[int, int]]
    everywhere: Mapping[str, float]


def discussions(
    library: Library, documents: Sequence[Document], topics: Iterable[Topic], mentions: Iterable[Mention]
) -> tuple[Discussion, ...]:
    """Every turn with the works that it is about, by transcript and turn, the surest first."""
    works = [document for document in documents if document.kind == "work"]
    if not works or not library.transcripts:
        return ()
    shelf = Shelf(works, subjects(works, topics))
    named: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for mention in mentions:
        if mention.place.kind == "transcript" and mention.target.kind == "work":
            named[mention.place.id].add((mention.place.turn, mention.target.id))
    by_id = {document.id: document for document in documents if document.kind == "transcript"}
    return tuple(
        discussion
        for transcript in library.transcripts
        for discussion in _in_transcript(
            transcript,
            by_id[transcript.id],
            _setting(library, transcript, by_id[transcript.id], shelf, named[transcript.id]),
        )
    )


def _setting(
    library: Library,
    transcript: Transcript,
    document: Document,
    shelf: Shelf,
    named: set[tuple[int, str]],
) -> Setting:
    speakers = {credit.person for credit in transcript.speakers}
    names = {person.id: person.name for person in library.people if person.id in speakers}
    creators: list[tuple[PersonId, ...]] = [
        tuple(dict.fromkeys(credit.person for credit in work.creators if credit.person in speakers))
        for work in library.works
    ]
    numbers = {work.id: number for number, work in enumerate(shelf.works)}
    turns: defaultdict[int, set[str]] = defaultdict(set)
    for passage in document.passages:
        turns[passage.place.turn].update(terms(passage.text))
    spread = Counter(term for found in turns.values() for term in found)
    fullest = math.log1p(len(turns) / EVERYWHERE)
    return Setting(
        shelf,
        [BY_SPEAKER if present else BY_OTHERS for present in creators],
        [tuple(names[person] for person in present) for present in creators],
        frozenset((turn, numbers[work]) for turn, work in named),
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
                    setting.speakers[work],
                    named=(turn.number, work) in setting.named,
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
    for turn, work in sorted(setting.named):
        if turn == number:
            found.setdefault(work, ())
    own = {
        work: setting.credit[work] * sum(each.value for each in evidence)
        + (NAMED if (number, work) in setting.named else 0.0)
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
    named = {work for where, work in setting.named if where == turn}
    good = [
        (work, case)
        for work, case in cases.items()
        if work in named
        or (length >= SHORTEST_TURN and case.near and case.score >= ENOUGH and case.lead >= LEADS)
    ]
    return sorted(good, key=lambda each: (-round(each[1].score, 6), each[0]))[:MOST_WORKS]
