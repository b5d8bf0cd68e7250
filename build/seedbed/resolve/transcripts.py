"""Conversations, with their speakers known as people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.library import Credit, PersonId, Stated, Transcript, TranscriptId, Turn
from seedbed.model.record import TranscriptRecord, TurnRecord, cover
from seedbed.model.source import Claim, Span
from seedbed.resolve.known_people import KnownPeople
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.listings import first_line, title_of
from seedbed.resolve.marks import Mark, opening_marks, turn_mark
from seedbed.resolve.permalinks import Addresses, Thing, assign_in_order
from seedbed.resolve.years import Years
from seedbed.text.lines import clean

UNTITLED = "The source states no title; this is the name of its file."


def _transcript_title(record: TranscriptRecord) -> Stated[str]:
    """The title as stated; the seed's own name where there is none."""
    if record.title is not None:
        return Stated(record.title.value, (record.title,))
    name = title_of(record)
    return Stated(name, (Claim(name, first_line(record)),), inferred=UNTITLED)


def turn_marks(record: TranscriptRecord, mark: Callable[[str], str]) -> tuple[Mark, ...]:
    """By what each turn is known again; `mark` makes the marks of long texts."""
    return tuple(
        turn_mark(clean(turn.label), (paragraph.value for paragraph in turn.paragraphs), mark)
        for turn in record.turns
    )


def address_transcripts(records: Iterable[TranscriptRecord], ledger: Ledger) -> Addresses:
    """An address for each transcript, in the order given."""
    things = []
    for record in records:
        title = _transcript_title(record)
        opening = (
            " ".join(paragraph.value for paragraph in record.turns[0].paragraphs) if record.turns else ""
        )
        things.append(Thing(title.shown, opening_marks((claim.value for claim in title.claims), opening)))
    return assign_in_order("transcripts", things, ledger)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who each label is, and who leads the conversation, where the source says so."""

    speakers: Mapping[str, PersonId]
    host: PersonId | None


NOBODY = Cast({}, None)
"""Of whom nothing is known."""


def cast_of(people: KnownPeople, number: int) -> Cast:
    """Who speaks in a transcript, by its number."""
    host = people.forms.hosts[number]
    speakers = {label: people.person_of[form] for label, form in people.forms.speakers[number].items()}
    return Cast(speakers, None if host is None else people.person_of[host])


def build_transcript(
    id_: TranscriptId,
    record: TranscriptRecord,
    numbers: Sequence[int],
    cast: Cast,
    years: Years,
) -> Transcript:
    """Put one conversation together.

    Args:
        id_: Its id.
        record: As read.
        numbers: The number of each turn, which is its address.
        cast: Who speaks.
        years: For a date without a year.
    """
    turns = tuple(
        _turn(turn, number, cast.speakers.get(clean(turn.label)))
        for turn, number in zip(record.turns, numbers, strict=True)
    )
    first: dict[PersonId, Credit] = {}
    for turn in turns:
        if turn.speaker is not None and turn.speaker not in first:
            first[turn.speaker] = Credit(turn.speaker, turn.name_as_stated, turn.span, len(first) + 1)
    return Transcript(
        id=id_,
        title=_transcript_title(record),
        date=_date(record.date, years),
        section=record.section,
        host=None
        if cast.host is None or record.host is None
        else Credit(cast.host, clean(record.host.value), record.host.span),
        speakers=tuple(first.values()),
        summary=record.summary,
        turns=turns,
        source=_source(record),
        headings=record.headings,
    )


def _turn(record: TurnRecord, number: int, speaker: PersonId | None) -> Turn:
    label = clean(record.label)
    return Turn(number, speaker, label, record.paragraphs, record.span(), record.time, record.times)


def _date(claim: Claim[PartialDate] | None, years: Years) -> Stated[PartialDate] | None:
    if claim is None:
        return None
    completed = years.complete(claim)
    return None if completed is None else Stated(completed[0], (claim,), inferred=completed[1])


def _source(record: TranscriptRecord) -> Span:
    return cover(part.span for part in record.parts())
