"""The conversation tied to the works: which turns are about which work, though they need not name it.

A paragraph speaks for a work when it uses the terms that set the work apart (`seedbed.link.subjects`). One of
them must be able to lead there by itself, and not stand alone; or several clues must do so together
(`seedbed.link.clues`). A turn takes up what the turn before was about when it still says something of it. The
numbers were tuned on one half of a conversation labelled by hand, and hold on the other half
(`tests/link/test_discussions.py`), and on conversations of other fields.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.cases import Before, Cases, of_passage, of_turn
from seedbed.link.clues import Clue, are_enough, clues, is_backed
from seedbed.link.columns import Numbers
from seedbed.link.paragraphs import Telling
from seedbed.link.reading import Texts
from seedbed.link.reasons import because, telling_sentence
from seedbed.link.setting import Background, Setting, set_up
from seedbed.link.subjects import MOST_OF_TITLE, subjects
from seedbed.link.terms import Terms
from seedbed.model.library import Library, Transcript, Turn, WorkId
from seedbed.model.link import Discussion, Mention, Topic
from seedbed.text.words import fold, stop_words

ENOUGH = 1.0
"""The least score of a discussion."""

LEADS = 0.45
"""The least that one leading term must say."""

SHORTEST_TURN = 15
"""Words; shorter turns are about nothing by themselves."""

SHORTEST_CARRIER = 10
"""Words; shorter turns do not interrupt what the one before was about."""

MOST_WORKS = 4
"""Works that a turn can be about."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A work that a turn may be about.

    Attributes:
        work: Its number.
        score: How much the turn says for it.
        text: The paragraph that says most.
        sure: Whether that is enough; where not, a turn beside this one must be about it in the same words.
        words: The stems that speak for it; of a tie that is not sure, those of the one clue that leads there.
    """

    work: int
    score: float
    text: int
    sure: bool
    words: frozenset[int]


def background_of(library: Library, texts: Texts, terms: Terms, topics: Iterable[Topic]) -> Background:
    """What the turns of every transcript are held against."""
    return Background(
        texts,
        terms,
        subjects(terms, texts.corpus, topics),
        {work.id: number for number, work in enumerate(library.works)},
        {person.id: person for person in library.people},
        texts.years[: terms.works],
    )


def discussions(
    transcripts: Iterable[Transcript], background: Background, mentions: Iterable[Mention]
) -> tuple[Discussion, ...]:
    """Every turn with the works that it is about, by transcript and turn, the surest first."""
    if not background.numbers:
        return ()
    spoken: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.place.kind == "transcript":
            spoken[mention.place.id].append(mention)
    documents = background.texts.documents
    by_id = {document.id: document for document in documents if document.kind == "transcript"}
    return tuple(
        discussion
        for transcript in transcripts
        if by_id[transcript.id].passages
        for discussion in _in_transcript(
            transcript, set_up(transcript, by_id[transcript.id], background, spoken[transcript.id])
        )
    )


def _in_transcript(transcript: Transcript, setting: Setting) -> Iterator[Discussion]:
    ties = _ties(transcript.turns, setting)
    told = [turn.number for turn in transcript.turns if _length(turn.number, setting) >= SHORTEST_CARRIER]
    beside: defaultdict[int, list[Tie]] = defaultdict(list)
    for one, other in pairwise(told):
        beside[one] += ties[other]
        beside[other] += ties[one]
    for turn in transcript.turns:
        for tie in ties[turn.number]:
            if tie.sure or _is_taken_up(tie, ties[turn.number], beside[turn.number]):
                yield _discussion(transcript, turn.number, tie, setting)


def _is_taken_up(tie: Tie, here: Iterable[Tie], beside: Iterable[Tie]) -> bool:
    """Whether a turn beside is about the work in the same words, and this one about nothing that has them."""
    same = [other.work for other in here if other.sure and not other.words.isdisjoint(tie.words)]
    near = [other.work for other in beside if other.sure and not other.words.isdisjoint(tie.words)]
    return not same and tie.work in near


def _discussion(transcript: Transcript, turn: int, tie: Tie, setting: Setting) -> Discussion:
    background = setting.background
    shown, stems = _shown(setting.telling[tie.text], tie.work, background)
    return Discussion(
        transcript.id,
        turn,
        WorkId(background.texts.documents[tie.work].id),
        because(
            shown,
            setting.speakers.get(tie.work, ()),
            setting.creators.get(turn, {}).get(tie.work, ()),
            named=bool(np.isin(tie.work, setting.named.get(turn, ()))),
        ),
        telling_sentence(background.texts.corpus, tie.text, stems),
        round(1 - math.exp(-tie.score), 2),
    )


def _ties(turns: Iterable[Turn], setting: Setting) -> dict[int, list[Tie]]:
    """For each turn the works that it may be about, the surest first."""
    none = np.zeros(0, dtype=np.int64)
    works = setting.background.terms.works
    before, about = Before(np.zeros(works), np.zeros(works)), frozenset[int]()
    found: dict[int, list[Tie]] = {}
    for turn in turns:
        named = setting.named.get(turn.number, none)
        texts = setting.paragraphs.get(turn.number, ())
        cases = of_turn([of_passage(text, named, before, setting) for text in texts])
        found[turn.number] = _chosen(cases, named, about, turn, setting)
        if _length(turn.number, setting) >= SHORTEST_CARRIER:
            before.carry(cases)
            about = frozenset(tie.work for tie in found[turn.number] if tie.sure)
    return found


def _length(turn: int, setting: Setting) -> int:
    """The words of a turn."""
    bounds = setting.background.texts.corpus.bounds
    return int(sum(bounds[text + 1] - bounds[text] for text in setting.paragraphs.get(turn, ())))


def _chosen(cases: Cases, named: Numbers, about: Collection[int], turn: Turn, setting: Setting) -> list[Tie]:
    """The works that a turn is about, or may be: it names them, or a term or several clues lead to them."""
    sure = dict.fromkeys(np.searchsorted(cases.works, named).tolist(), True)
    if _length(turn.number, setting) >= SHORTEST_TURN:
        sure = {**_led(cases, turn, setting), **sure}
        for row in _hinted(cases, about, turn, setting):
            sure[row] = True
    ranked = sorted(sure, key=lambda row: (-sure[row], -round(float(cases.scores[row]), 6), row))[:MOST_WORKS]
    return [
        _tie(cases, row, turn, setting, sure=sure[row])
        for row in sorted(ranked, key=lambda row: (-round(float(cases.scores[row]), 6), row))
    ]


def _tie(cases: Cases, row: int, turn: Turn, setting: Setting, *, sure: bool) -> Tie:
    work = int(cases.works[row])
    found = _clues(_near(cases, row, turn, setting), work, setting)
    words = frozenset[int]().union(*(clue.stems for clue in (found if sure else found[:1])))
    return Tie(work, float(cases.scores[row]), int(cases.texts[row]), sure, words)


def _led(cases: Cases, turn: Turn, setting: Setting) -> dict[int, bool]:
    """The rows of the works to which one term leads, and whether that is enough."""
    found: dict[int, bool] = {}
    for row in np.flatnonzero(cases.near & (cases.scores >= ENOUGH) & (cases.lead >= LEADS)).tolist():
        work = int(cases.works[row])
        own = turn.speaker is not None and work in setting.own[turn.speaker]
        near = _clues(_near(cases, row, turn, setting), work, setting)
        found[row] = is_backed(
            near,
            creator_named=work in setting.creators.get(turn.number, ()),
            by_creator=own,
            known=work in setting.speakers or (bool(near) and _is_most_of_title(near[0], work, setting)),
        )
    return found


def _is_most_of_title(clue: Clue, work: int, setting: Setting) -> bool:
    """Whether a clue has most of the words of a title, but for those of grammar."""
    texts = setting.background.texts
    corpus, title = texts.corpus, texts.documents[work].title
    words = corpus.within(title)
    stems = [
        int(corpus.stem[at])
        for at in range(words.start, words.stop)
        if fold(corpus.surface(at, at)) not in stop_words()
    ]
    return sum(1 for stem in stems if stem in clue.stems) >= MOST_OF_TITLE * len(stems)


def _hinted(cases: Cases, about: Collection[int], turn: Turn, setting: Setting) -> Iterator[int]:
    """The rows of the works to which several clues lead together."""
    creators = setting.creators.get(turn.number, {})
    for row in np.flatnonzero(cases.near).tolist():
        work = int(cases.works[row])
        if (work in creators or work in setting.speakers) and are_enough(
            _clues([int(cases.texts[row])], work, setting),
            creator_named=work in creators,
            of_speaker=work in setting.speakers,
            before=work in about,
        ):
            yield row


def _near(cases: Cases, row: int, turn: Turn, setting: Setting) -> range:
    """The paragraph that says most for a work, and those beside it in the turn, whose texts are in a row."""
    text, texts = int(cases.texts[row]), setting.paragraphs[turn.number]
    return range(max(texts[0], text - 1), min(texts[-1], text + 1) + 1)


def _clues(texts: Iterable[int], work: int, setting: Setting) -> list[Clue]:
    background = setting.background
    return clues((setting.telling[text] for text in texts), work, background.texts.corpus, background.terms)


def _shown(
    telling: Telling, work: int, background: Background
) -> tuple[list[tuple[str, float, bool]], dict[int, float]]:
    """What a paragraph says for one work: terms as they stand, the most telling first, and all stems."""
    corpus, terms = background.texts.corpus, background.terms
    rows = np.flatnonzero(telling.works == work)
    values, firsts, numbers = telling.values[rows], telling.places[rows], telling.terms[rows]
    names = [
        terms.stems(corpus, term, first)
        for term, first in zip(numbers.tolist(), firsts.tolist(), strict=True)
    ]
    said: list[tuple[str, float, bool]] = []
    stems: dict[int, float] = {}
    for row in sorted(range(rows.size), key=lambda row: (-values[row], names[row])):
        term, first, value = int(numbers[row]), int(firsts[row]), float(values[row])
        said.append((terms.written(corpus, term, first), value, bool(telling.in_title[rows[row]])))
        for stem in corpus.stem[first : first + int(terms.lengths[term])].tolist():
            stems[stem] = max(stems.get(stem, 0.0), value)
    return said, stems
