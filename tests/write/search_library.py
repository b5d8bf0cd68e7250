"""Made-up libraries of any size, whose words are as common and as rare as those of prose (Zipf's law)."""

from __future__ import annotations

import math
from functools import cache
from random import Random

from seedbed.model.date import PartialDate
from seedbed.model.library import (
    Collection,
    CollectionId,
    Credit,
    Entry,
    Library,
    NameForm,
    Person,
    PersonId,
    Section,
    Stated,
    Transcript,
    TranscriptId,
    Turn,
    Work,
    WorkId,
)
from seedbed.model.link import Links, Topic, TopicId
from seedbed.model.source import Claim, Span
from seedbed.text.slugs import slug
from seedbed.text.words import common_words, stop_words
from seedbed.write.search import search_of

SPAN = Span("seed.txt", 1, 1)
HELD_TOGETHER = 0.42
"""The share of running English that its stop words make up."""
DISTINCT = 200_000


def search_files(made: Library, links: Links) -> dict[str, bytes]:
    """The content of each file of the search by its path below the site."""
    return {draft.path: draft.content() for draft in search_of(made, links).drafts}


def stated(text: str) -> Stated[str]:
    return Stated(text, (claim(text),))


def claim(text: str) -> Claim[str]:
    return Claim(text, SPAN)


def person(name: str, *others: str, works: tuple[WorkId, ...] = ()) -> Person:
    forms = tuple(NameForm(form, (SPAN,)) for form in (name, *others))
    return Person(PersonId(slug(name)), name, forms, ("author",), works)


def work(title: str, abstract: str = "", creators: tuple[Person, ...] = (), *, year: int = 2026) -> Work:
    date = PartialDate(year, 5)
    return Work(
        id=WorkId(slug(title)),
        title=stated(title),
        creators=tuple(
            Credit(each.id, each.name, SPAN, place) for place, each in enumerate(creators, start=1)
        ),
        creators_complete=True,
        creator_lists=None,
        date=Stated(date, (Claim(date, SPAN),)),
        abstract=stated(abstract) if abstract else None,
        category=None,
        score=None,
        has_code=None,
        organisations=(),
        topics=(),
        fellows=(),
        links=(),
        sources=(SPAN,),
        citation_key="",
    )


def transcript(title: str, turns: tuple[tuple[Person, str], ...], *, summary: str = "") -> Transcript:
    speakers = tuple(dict.fromkeys(speaker for speaker, _ in turns))
    return Transcript(
        id=TranscriptId(slug(title)),
        title=stated(title),
        date=None,
        section=None,
        host=None,
        speakers=tuple(Credit(each.id, each.name, SPAN) for each in speakers),
        summary=(claim(summary),) if summary else (),
        turns=tuple(
            Turn(number, speaker.id, speaker.name, (claim(text),), SPAN)
            for number, (speaker, text) in enumerate(turns, start=1)
        ),
        source=SPAN,
    )  # fmt: skip


def topic(label: str, works: tuple[Work, ...], *phrases: str) -> Topic:
    return Topic(TopicId(slug(label)), label, "stated", (label, *phrases), tuple(each.id for each in works))


def collection(title: str, works: tuple[Work, ...], introduction: str = "") -> Collection:
    entries = tuple(Entry(each.id, SPAN, None, (), ()) for each in works)
    section = Section(claim("Featured"), entries)
    return Collection(CollectionId(slug(title)), claim(title), (claim(introduction),), (section,), (), SPAN)


def library(
    works: tuple[Work, ...] = (), people: tuple[Person, ...] = (), transcripts: tuple[Transcript, ...] = ()
) -> Library:
    return Library((), works, people, transcripts, ())


def synthetic(count: int) -> tuple[Library, Links]:
    """`count` works of about 170 words, half as many people, and conversations; the same at every call."""
    random = Random(count)  # noqa: S311 (no secret)
    people = {made.id: made for made in (person(_name(random)) for _ in range(count // 2))}
    listed = tuple(people.values())
    works = {
        made.id: made
        for made in (
            work(_title(random), _prose(random, 170), _some(random, listed), year=random.randint(2000, 2026))
            for _ in range(count)
        )
    }
    talks = tuple(
        transcript(
            f"{_title(random)} {number}",
            tuple((random.choice(listed), _prose(random, 100)) for _ in range(60)),
            summary=_prose(random, 60),
        )
        for number in range(count // 200)
    )
    all_works = tuple(works.values())
    topics = tuple(
        topic(
            " ".join(_word(random) for _ in range(2)) + f" {number}",
            tuple(random.sample(all_works, min(count, 40))),
        )
        for number in range(max(4, count // 100))
    )
    return library(all_works, listed, talks), Links(topics=topics)


def _some(random: Random, people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple({random.choice(people) for _ in range(random.randint(1, 6))}) if people else ()


def _name(random: Random) -> str:
    return f"{_invented(random, 2).title()} {_invented(random, 3).title()}"


def _title(random: Random) -> str:
    return " ".join(_word(random) for _ in range(random.randint(5, 9))).capitalize()


def _prose(random: Random, length: int) -> str:
    held = tuple(sorted(stop_words()))
    said = (random.choice(held) if random.random() < HELD_TOGETHER else _word(random) for _ in range(length))
    return " ".join(said).capitalize() + "."


def _word(random: Random) -> str:
    rank = int(math.exp(random.random() * math.log(DISTINCT)))
    common = _common()
    if rank < len(common):
        return common[rank]
    return _invented(Random(rank), 4)  # noqa: S311


@cache
def _common() -> tuple[str, ...]:
    telling = sorted(common_words() - stop_words())
    Random(1).shuffle(telling)  # noqa: S311
    return tuple(telling)


def _invented(random: Random, syllables: int) -> str:
    return "".join(random.choice("bcdfghlmnprstvz") + random.choice("aeiou") for _ in range(syllables))
