"""What stays the same through a conversation while its turns are tied to works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers
from seedbed.link.documents import Document
from seedbed.link.paragraphs import Said, Telling, said_by_paragraph, telling_terms
from seedbed.link.reading import Texts
from seedbed.link.subjects import Subjects
from seedbed.link.terms import Terms
from seedbed.model.library import Person, PersonId, Transcript
from seedbed.model.link import Mention


@dataclass(frozen=True, slots=True)
class Background:
    """What stays the same for all transcripts.

    Attributes:
        texts: All texts, those of the works first.
        terms: Their terms.
        about: What speaks for each work.
        numbers: The number of each by its id.
        people: Everybody by id.
        years: Those of the works; 0 where no source states one.
    """

    texts: Texts
    terms: Terms
    about: Subjects
    numbers: Mapping[str, int]
    people: Mapping[PersonId, Person]
    years: Numbers


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same through a transcript.

    Attributes:
        background: The works, and what speaks for them.
        speakers: For each work of a speaker, the names of the speakers who are creators of it.
        own: For each speaker, the works that they are a creator of.
        named: For each turn that names works, their numbers, ascending.
        creators: For each turn that names people who do not speak, the works that they are creators of, with
            their names.
        paragraphs: For each turn, its paragraphs, by the number of their text.
        telling: What each paragraph says, by the number of its text; works ascend.
        said: The same, put together for each work.
    """

    background: Background
    speakers: Mapping[int, tuple[str, ...]]
    own: Mapping[PersonId, frozenset[int]]
    named: Mapping[int, Numbers]
    creators: Mapping[int, Mapping[int, tuple[str, ...]]]
    paragraphs: Mapping[int, Sequence[int]]
    telling: Mapping[int, Telling]
    said: Mapping[int, Said]


def set_up(
    transcript: Transcript, document: Document, background: Background, mentions: Iterable[Mention]
) -> Setting:
    """What stays the same through a transcript.

    Args:
        transcript: It has a paragraph at least.
        document: The same as texts.
        background: What stays the same for all.
        mentions: Those in the transcript.
    """
    taking_part = dict.fromkeys(credit.person for credit in transcript.speakers)
    own = {person: _numbers(background, person) for person in taking_part}
    speakers: defaultdict[int, list[str]] = defaultdict(list)
    for speaker, works in own.items():
        for work in sorted(works):
            speakers[work].append(background.people[speaker].name)
    named: defaultdict[int, set[int]] = defaultdict(set)
    creators: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        turn, target = mention.place.turn, mention.target
        if target.kind == "work":
            named[turn].add(background.numbers[target.id])
        elif target.kind == "person" and target.id not in taking_part:
            person = PersonId(target.id)
            for work in sorted(_numbers(background, person)):
                creators[turn][work].append(background.people[person].name)
    paragraphs: defaultdict[int, list[int]] = defaultdict(list)
    for passage in document.passages:
        paragraphs[passage.place.turn].append(passage.text)
    first = document.passages[0].text
    telling, places = telling_terms(
        document, background.texts.corpus, background.terms, background.about, background.years
    )
    bounds = np.searchsorted(places, np.arange(len(document.passages) + 1)).tolist()
    said = said_by_paragraph(telling, places, bounds, sorted(speakers))
    return Setting(
        background,
        {work: tuple(names) for work, names in speakers.items()},
        own,
        {turn: np.array(sorted(works), dtype=np.int64) for turn, works in named.items()},
        {
            turn: {work: tuple(dict.fromkeys(names)) for work, names in works.items()}
            for turn, works in creators.items()
        },
        paragraphs,
        {first + number: telling.part(start, end) for number, (start, end) in enumerate(pairwise(bounds))},
        {first + number: each for number, each in enumerate(said)},
    )


def _numbers(background: Background, person: PersonId) -> frozenset[int]:
    """The works of a person."""
    return frozenset(background.numbers[work] for work in background.people[person].works)
