"""What the lines of a seed became: from a reader's record to the things of the library that it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seedbed.model.library import CollectionId, PersonId, TranscriptId, WorkId
from seedbed.model.record import (
    BibliographyRecord,
    CollectionRecord,
    Part,
    ProfileRecord,
    Record,
    TranscriptRecord,
    WorkRecord,
)
from seedbed.model.shown import Ref
from seedbed.model.source import Span
from seedbed.model.thing_page import Became
from seedbed.write import addresses
from seedbed.write.origins import Origins
from seedbed.write.shelf import Shelf
from seedbed.write.wording import listed

_TURN = "turn "
_LISTS = frozenset(("creators", "fellows", "mentors"))


@dataclass(frozen=True, slots=True)
class Things:
    """The things that come from one seed, by the lines that they come from."""

    shelf: Shelf
    works: Mapping[Span, tuple[WorkId, ...]]
    people: Mapping[Span, PersonId]
    transcripts: tuple[tuple[Span, TranscriptId], ...]
    collections: tuple[tuple[Span, CollectionId], ...]

    def became(self, record: Record) -> Iterator[tuple[Span, Became]]:
        """Each part of a record, and what it became."""
        match record:
            case WorkRecord():
                yield from self._work(record)
            case ProfileRecord():
                yield from self._profile(record)
            case BibliographyRecord():
                yield from self._bibliography(record)
            case CollectionRecord():
                yield from self._collection(record)
            case TranscriptRecord():
                yield from self._transcript(record)

    def _work(self, record: WorkRecord) -> Iterator[tuple[Span, Became]]:
        refs = [self.shelf.work(work) for work in self.works.get(record.span(), ())] or [Ref("")]
        for part in record.parts():
            held = _counted(part, record)
            yield from ((part.span, _held(held, ref)) for ref in refs)

    def _bibliography(self, record: BibliographyRecord) -> Iterator[tuple[Span, Became]]:
        yield from ((span, Became("label", Ref(""))) for span in record.labels)
        # Works on one line cannot be told apart by it: each of them is said once, not once for each.
        for work in {work.span(): work for work in record.works}.values():
            yield from self._work(work)

    def _profile(self, record: ProfileRecord) -> Iterator[tuple[Span, Became]]:
        person = self.people.get(record.name.span)
        ref = self.shelf.person(person) if person is not None else Ref("")
        works = {part.span for work in record.works for part in work.parts()}
        for part in record.parts():
            if part.span not in works:
                yield part.span, _held(part, ref)
        for work in record.works:
            yield from self._work(work)

    def _collection(self, record: CollectionRecord) -> Iterator[tuple[Span, Became]]:
        ref = Ref("")
        for span, collection in self.collections:
            if span == record.title.span:
                ref = self.shelf.collection(collection)
        entries = [work for section in record.sections for work in section.works]
        works = {part.span for work in entries for part in work.parts()}
        for part in record.parts():
            if part.span not in works:
                yield part.span, _held(part, ref)
        for work in entries:
            yield from self._work(work)

    def _transcript(self, record: TranscriptRecord) -> Iterator[tuple[Span, Became]]:
        parts = list(record.parts())
        transcript = self._holding(parts[0].span) if parts else None
        ref = self.shelf.transcript(transcript) if transcript is not None else Ref("")
        for part in parts:
            if part.holds.startswith(_TURN) and transcript is not None:
                address = addresses.turn(transcript, int(part.holds.removeprefix(_TURN)))
                yield part.span, Became("", Ref(part.holds, address))
            else:
                yield part.span, _held(part, ref)

    def _holding(self, span: Span) -> TranscriptId | None:
        for source, transcript in self.transcripts:
            if source.first <= span.first <= source.last:
                return transcript
        return None


def _counted(part: Part, record: WorkRecord) -> Part:
    """The part; a list of one name in the singular."""
    listed_names = getattr(record, part.holds) if part.holds in _LISTS else None
    if listed_names is None or len(listed_names.value.names) != 1 or not listed_names.value.complete:
        return part
    return Part(part.holds.removesuffix("s"), part.span)


def _held(part: Part, ref: Ref) -> Became:
    """What a part holds of its thing; a label holds nothing of it."""
    holds = "name" if part.holds == "profile owner" else part.holds
    return Became(holds, Ref("") if holds == "label" else ref)


def together(became: Iterable[Became]) -> tuple[Became, ...]:
    """All that one line became, a thing at a time: "date, category and score of" it.

    That a line also has labels ("year =") need not be said where it has become something.
    """
    parts = list(became)
    held = [each for each in parts if each.holds != "label"] or parts
    holds: dict[Ref, list[str]] = {}
    for each in held:
        known = holds.setdefault(each.ref, [])
        if each.holds not in known:
            known.append(each.holds)
    return tuple(
        Became(f"{listed(words)} of" if ref.label and all(words) else listed(words), ref)
        for ref, words in holds.items()
    )


def things(shelf: Shelf, path: str) -> Things:
    """The things that come from the seed at `path`."""
    known = shelf.origins.get(path) or Origins()
    works: defaultdict[Span, list[WorkId]] = defaultdict(list)
    for span, work in known.works:
        works[span].append(work)
    return Things(
        shelf=shelf,
        works={span: tuple(ids) for span, ids in works.items()},
        people=dict(known.people),
        transcripts=tuple(known.transcripts),
        collections=tuple(known.collections),
    )


def ranges(shelf: Shelf, path: str) -> dict[int, tuple[int, ...]]:
    """The last lines of every span of several lines that pages refer to, by its first line."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for first, last in sorted(shelf.places.ranges.get(path, ())):
        found[first].append(last)
    return {first: tuple(lasts) for first, lasts in found.items()}
