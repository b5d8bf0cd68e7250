"""Libraries made by hand, as small as a test needs."""

from __future__ import annotations

from collections.abc import Iterable

from seedbed.model.date import PartialDate
from seedbed.model.library import (
    Collection,
    CollectionId,
    Credit,
    Library,
    NameForm,
    Person,
    PersonId,
    Stated,
    Transcript,
    TranscriptId,
    Turn,
    Work,
    WorkId,
)
from seedbed.model.source import Claim, Span
from seedbed.text.slugs import slug

SEED = "seed.txt"


def span(line: int = 1) -> Span:
    return Span(SEED, line, line)


def stated(value: str, line: int = 1) -> Stated[str]:
    return Stated(value, (Claim(value, span(line)),))


def dated(year: int, line: int = 1, inferred: str = "") -> Stated[PartialDate] | None:
    """A year that a source states, or that is `inferred`; none where it is 0."""
    date = PartialDate(year)
    return Stated(date, (Claim(date, span(line)),), inferred=inferred) if year else None


def work(  # noqa: PLR0913 - a work has as many fields
    title: str,
    abstract: str = "",
    *,
    creators: Iterable[str] = (),
    topics: Iterable[str] = (),
    category: str = "",
    year: int = 0,
    line: int = 1,
) -> Work:
    names = tuple(creators)
    return Work(
        id=WorkId(slug(title)),
        title=stated(title, line),
        creators=tuple(
            Credit(PersonId(slug(name)), name, span(line), position) for position, name in enumerate(names, 1)
        ),
        creators_complete=True,
        creator_lists=None,
        date=dated(year, line),
        abstract=stated(abstract, line + 1) if abstract else None,
        category=stated(category, line) if category else None,
        score=None,
        has_code=None,
        organisations=(),
        topics=tuple(Claim(topic, span(line)) for topic in topics),
        fellows=(),
        links=(),
        sources=(span(line),),
        citation_key=slug(title),
    )


def transcript(
    title: str, *turns: tuple[str, str | tuple[str, ...]], summary: Iterable[str] = (), year: int = 0
) -> Transcript:
    made = []
    for number, (speaker, said) in enumerate(turns, 1):
        paragraphs = (said,) if isinstance(said, str) else said
        claims = tuple(Claim(paragraph, span(100 + number)) for paragraph in paragraphs)
        made.append(Turn(number, PersonId(slug(speaker)), speaker, claims, span(100 + number)))
    speakers = dict.fromkeys(speaker for speaker, _ in turns)
    return Transcript(
        id=TranscriptId(slug(title)),
        title=stated(title),
        date=dated(year),
        section=None,
        host=None,
        speakers=tuple(Credit(PersonId(slug(name)), name, span()) for name in speakers),
        summary=tuple(Claim(paragraph, span(100)) for paragraph in summary),
        turns=tuple(made),
        source=span(),
    )


def collection(title: str, *introduction: str) -> Collection:
    claims = tuple(Claim(paragraph, span(2)) for paragraph in introduction)
    return Collection(CollectionId(slug(title)), Claim(title, span()), claims, (), (), span())


def library(*things: Work | Transcript | Collection) -> Library:
    """A library of these, with every person that they credit."""
    works = sorted((each for each in things if isinstance(each, Work)), key=lambda each: each.id)
    transcripts = sorted((each for each in things if isinstance(each, Transcript)), key=lambda each: each.id)
    collections = sorted((each for each in things if isinstance(each, Collection)), key=lambda each: each.id)
    of_person: dict[PersonId, tuple[str, list[WorkId]]] = {}
    for each in works:
        for credit in each.creators:
            of_person.setdefault(credit.person, (credit.name_as_stated, []))[1].append(each.id)
    for conversation in transcripts:
        for credit in conversation.speakers:
            of_person.setdefault(credit.person, (credit.name_as_stated, []))
    people = tuple(
        Person(id_, name, (NameForm(name, (span(),)),), ("author",), tuple(sorted(written)))
        for id_, (name, written) in sorted(of_person.items())
    )
    return Library((), tuple(works), people, tuple(transcripts), tuple(collections))
