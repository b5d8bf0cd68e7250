"""`data/library.json`: the library for other programs. Its fields mean the same as long as `schema` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from seedbed.model.decision import Conflict, Decision
from seedbed.model.library import Collection, Person, Stated, Transcript, Work
from seedbed.model.link import Mention, Topic
from seedbed.model.record import Reading
from seedbed.model.source import Span
from seedbed.write import addresses
from seedbed.write.citation import published
from seedbed.write.shelf import WholeShelf

LIBRARY = "data/library.json"
"""Its path below the docs folder, and below the site."""

SCHEMA = "seedbed/1"

Json = dict[str, Any]


class _Place(msgspec.Struct, frozen=True):
    """Where a mention stands. Fields are in the order in which they are written, by name."""

    id: str
    kind: str
    turn: int | None


class _Named(msgspec.Struct, frozen=True):
    """What a mention names."""

    id: str
    kind: str


class _Mention(msgspec.Struct, frozen=True, rename={"place": "from", "target": "to"}):
    """A mention. There are so many that a dictionary for each would take twice as long."""

    place: _Place
    how: str
    quote: str
    target: _Named


def library_json(shelf: WholeShelf) -> Iterator[bytes]:
    """The library as JSON, in UTF-8, piece by piece; abstracts as the sources state them, LaTeX and all.

    Each thing has a line of its own, so that a change to one of them is a change to one line.
    """
    encode = msgspec.json.Encoder(order="deterministic").encode
    yield b'{\n "schema": ' + encode(SCHEMA)
    for name, things in _lists(shelf):
        begin = b"\n  "
        yield b',\n "%b": [' % name.encode()
        for thing in things:
            yield begin + encode(thing)
            begin = b",\n  "
        yield b"]" if begin == b"\n  " else b"\n ]"
    yield b"\n}\n"


def _lists(shelf: WholeShelf) -> Iterator[tuple[str, Iterable[object]]]:
    library, links = shelf.library, shelf.links
    yield "seeds", map(_seed, library.readings)
    yield "works", (_work(shelf, work) for work in library.works)
    yield "people", map(_person, library.people)
    yield "transcripts", map(_transcript, library.transcripts)
    yield "collections", map(_collection, library.collections)
    yield "topics", map(_topic, links.topics)
    yield "mentions", map(_mention, links.mentions)
    yield "conflicts", map(_conflict, library.conflicts)
    yield "decisions", map(_decision, library.decisions)
    yield (
        "unread",
        (_unread(reading, line) for reading in library.readings for line in reading.unread_lines()),
    )


def _lines(span: Span) -> list[int]:
    return [span.first, span.last]


def _shown(stated: Stated[Any] | None) -> Any:
    return None if stated is None else stated.shown


def _seed(reading: Reading) -> Json:
    count = reading.count()
    return {
        "path": reading.seed.path,
        "kind": reading.kind,
        "sha256": reading.seed.sha256,
        "lines": {"total": count.total, "blank": count.blank, "read": count.read, "unread": count.unread},
    }


def _work(shelf: WholeShelf, work: Work) -> Json:
    date = work.date
    known = date is not None and date.shown.year is not None
    return {
        "id": work.id,
        "title": shelf.titles[work.id],
        "creators": [
            {"person": credit.person, "name_as_stated": credit.name_as_stated} for credit in work.creators
        ],
        "creators_complete": work.creators_complete,
        "date": date.shown.iso() if date is not None and known else None,
        "date_inferred": bool(date is not None and date.inferred),
        "abstract": work.abstract.shown if work.abstract is not None else "",
        "category": _shown(work.category),
        "score": float(work.score.shown) if work.score is not None else None,
        "has_code": bool(_shown(work.has_code)),
        "links": list(dict.fromkeys(claim.value for claim in work.links)),
        "organisations": list(dict.fromkeys(claim.value for claim in work.organisations)),
        "topics": sorted(topic.id for topic in shelf.topics_of.get(work.id, ())),
        "fellows": list(dict.fromkeys(credit.person for credit in work.fellows)),
        "mentors": list(dict.fromkeys(credit.person for credit in work.mentors)),
        "url": addresses.url(addresses.work_page(work.id)),
        "citation_key": work.citation_key,
        "sources": [{"seed": span.seed, "lines": _lines(span)} for span in work.sources],
        "venue": _shown(work.venue),
        "published": published(work),
        "related": sorted(related.other for related in shelf.related.get(work.id, ())),
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "other_names": [form.name for form in person.forms if form.name != person.name],
        "roles": list(person.roles),
        "works": list(person.works),
        "url": addresses.url(addresses.person_page(person.id)),
        "figures": {claim.value.label: claim.value.value for claim in person.figures},
    }


def _transcript(transcript: Transcript) -> Json:
    date = transcript.date
    return {
        "id": transcript.id,
        "title": transcript.title.shown,
        "date": date.shown.iso() if date is not None and date.shown.year is not None else None,
        "url": addresses.url(addresses.transcript_page(transcript.id)),
        "speakers": [credit.person for credit in transcript.speakers],
        "turns": [
            {
                "n": turn.number,
                "speaker": turn.speaker,
                "time": turn.time,
                "paragraphs": [claim.value for claim in turn.paragraphs],
                "lines": _lines(turn.span),
            }
            for turn in transcript.turns
        ],
    }


def _collection(collection: Collection) -> Json:
    return {
        "id": collection.id,
        "title": collection.title.value,
        "url": addresses.url(addresses.collection_page(collection.id)),
        "sections": [
            {
                "title": section.title.value if section.title is not None else "",
                "works": [entry.work for entry in section.entries],
            }
            for section in collection.sections
        ],
    }


def _topic(topic: Topic) -> Json:
    return {
        "id": topic.id,
        "label": topic.label,
        "kind": topic.kind,
        "works": list(topic.works),
        "url": addresses.url(addresses.topic_page(topic.id)),
    }


def _mention(mention: Mention) -> _Mention:
    place, target = mention.place, mention.target
    turn = place.turn if place.kind == "transcript" else None
    return _Mention(
        _Place(place.id, place.kind, turn), mention.how, mention.quote, _Named(target.id, target.kind)
    )


def _conflict(conflict: Conflict) -> Json:
    return {
        "subject": conflict.subject,
        "field": conflict.field,
        "readings": [
            {"value": claim.value, "seed": claim.span.seed, "lines": _lines(claim.span)}
            for claim in conflict.readings
        ],
        "shown": conflict.readings[0].value,
    }


def _decision(decision: Decision) -> Json:
    return {
        "about": decision.subject,
        "decided": decision.decided,
        "by": decision.by,
        "evidence": [each.sentence for each in decision.evidence],
    }


def _unread(reading: Reading, line: int) -> Json:
    return {"seed": reading.seed.path, "line": line, "text": reading.seed.lines[line - 1]}
