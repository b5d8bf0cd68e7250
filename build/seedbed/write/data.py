"""`data/library.json`: the library for other programs. Its fields mean the same as long as `schema` does."""

from __future__ import annotations

from typing import Any

import msgspec

from seedbed.model.decision import Conflict, Decision
from seedbed.model.library import Collection, Person, Stated, Transcript, Work
from seedbed.model.link import Mention, Topic
from seedbed.model.record import Reading
from seedbed.model.source import Span
from seedbed.text.prose import plain_text
from seedbed.write import addresses
from seedbed.write.shelf import WholeShelf

LIBRARY = "data/library.json"
"""Its path below the docs folder, and below the site."""

SCHEMA = "seedbed/1"

Json = dict[str, Any]


def library_json(shelf: WholeShelf) -> bytes:
    """The library as JSON, in UTF-8, a line a thing; abstracts as the sources state them, LaTeX and all."""
    library, links = shelf.library, shelf.links
    content: Json = {
        "schema": SCHEMA,
        "seeds": [_seed(reading) for reading in library.readings],
        "works": [_work(shelf, work) for work in library.works],
        "people": [_person(person) for person in library.people],
        "transcripts": [_transcript(transcript) for transcript in library.transcripts],
        "collections": [_collection(collection) for collection in library.collections],
        "topics": [_topic(topic) for topic in links.topics],
        "mentions": [_mention(mention) for mention in links.mentions],
        "conflicts": [_conflict(conflict) for conflict in library.conflicts],
        "decisions": [_decision(decision) for decision in library.decisions],
        "unread": [_unread(reading, line) for reading in library.readings for line in reading.unread_lines()],
    }
    encoder = msgspec.json.Encoder(order="deterministic")
    return _laid_out(content, encoder)


def _laid_out(content: Json, encoder: msgspec.json.Encoder) -> bytes:
    """One line a thing, so that a change to one of them is a change to one line."""
    parts: list[bytes] = []
    for name, value in content.items():
        if isinstance(value, list):
            things = b",\n".join(b"  " + encoder.encode(each) for each in value)
            written = b"[\n" + things + b"\n ]" if things else b"[]"
        else:
            written = encoder.encode(value)
        parts.append(b" " + encoder.encode(name) + b": " + written)
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def _lines(span: Span) -> list[int]:
    return [span.first, span.last]


def _url(address: str) -> str:
    return f"{address}.html"


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
        "title": plain_text(work.title.shown),
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
        "url": _url(addresses.work_page(work.id)),
        "citation_key": work.citation_key,
        "sources": [{"seed": span.seed, "lines": _lines(span)} for span in work.sources],
        "venue": _shown(work.venue),
        "published": _published(work),
        "related": sorted(related.other for related in shelf.related.get(work.id, ())),
    }


def _published(work: Work) -> Json:
    """Volume, pages, publisher and their like, the first value of each."""
    found: Json = {}
    for claim in work.particulars:
        found.setdefault(claim.value.label, claim.value.value)
    return found


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "other_names": [form.name for form in person.forms if form.name != person.name],
        "roles": list(person.roles),
        "works": list(person.works),
        "url": _url(addresses.person_page(person.id)),
        "figures": {claim.value.label: claim.value.value for claim in person.figures},
    }


def _transcript(transcript: Transcript) -> Json:
    date = transcript.date
    return {
        "id": transcript.id,
        "title": transcript.title.shown,
        "date": date.shown.iso() if date is not None and date.shown.year is not None else None,
        "url": _url(addresses.transcript_page(transcript.id)),
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
        "url": _url(addresses.collection_page(collection.id)),
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
        "url": _url(addresses.topic_page(topic.id)),
    }


def _mention(mention: Mention) -> Json:
    place = mention.place
    return {
        "from": {
            "kind": place.kind,
            "id": place.id,
            "turn": place.turn if place.kind == "transcript" else None,
        },
        "to": {"kind": mention.target.kind, "id": mention.target.id},
        "quote": mention.quote,
        "how": mention.how,
    }


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
