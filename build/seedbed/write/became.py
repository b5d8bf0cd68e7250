"""What the lines of a seed became: from a reader's record to the things of the library that it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seedbed.model.library import Collection, Transcript
from seedbed.model.page import Became, Ref
from seedbed.model.record import (
    BibliographyRecord,
    CollectionRecord,
    Part,
    ProfileRecord,
    Record,
    TranscriptRecord,
    WorkRecord,
)
from seedbed.model.source import Span
from seedbed.text.lines import clean
from seedbed.write import addresses
from seedbed.write.shelf import Shelf
from seedbed.write.wording import listed

_TURN = "turn "


@dataclass(frozen=True, slots=True)
class Things:
    """The library's things by the lines that they come from.

    Attributes:
        works: By the span of each of their sources; of a span that several works share, all of them.
        people: By a span that names them, and the name.
        transcripts: By seed; so are `collections`.
    """

    shelf: Shelf
    works: Mapping[Span, tuple[str, ...]]
    people: Mapping[tuple[Span, str], str]
    transcripts: Mapping[str, tuple[Transcript, ...]]
    collections: Mapping[str, tuple[Collection, ...]]

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
            yield from ((part.span, _held(part, ref)) for ref in refs)

    def _bibliography(self, record: BibliographyRecord) -> Iterator[tuple[Span, Became]]:
        yield from ((span, Became("label", Ref(""))) for span in record.labels)
        # Works on one line cannot be told apart by it: each of them is said once, not once for each.
        for work in {work.span(): work for work in record.works}.values():
            yield from self._work(work)

    def _profile(self, record: ProfileRecord) -> Iterator[tuple[Span, Became]]:
        person = self.people.get((record.name.span, clean(record.name.value)))
        ref = self.shelf.person(person) if person is not None else Ref("")
        works = {part.span for work in record.works for part in work.parts()}
        for part in record.parts():
            if part.span not in works:
                yield part.span, _held(part, ref)
        for work in record.works:
            yield from self._work(work)

    def _collection(self, record: CollectionRecord) -> Iterator[tuple[Span, Became]]:
        ref = Ref("")
        for collection in self.collections.get(record.title.span.seed, ()):
            if collection.title.span == record.title.span:
                ref = self.shelf.collection(collection.id)
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
        ref = self.shelf.transcript(transcript.id) if transcript is not None else Ref("")
        for part in parts:
            if part.holds.startswith(_TURN) and transcript is not None:
                address = addresses.turn(transcript.id, int(part.holds.removeprefix(_TURN)))
                yield part.span, Became("", Ref(part.holds, address))
            else:
                yield part.span, _held(part, ref)

    def _holding(self, span: Span) -> Transcript | None:
        for transcript in self.transcripts.get(span.seed, ()):
            if transcript.source.first <= span.first <= transcript.source.last:
                return transcript
        return None


def _held(part: Part, ref: Ref) -> Became:
    """What a part holds of its thing; a label holds nothing of it."""
    return Became(part.holds, Ref("") if part.holds == "label" else ref)


def together(became: Iterable[Became]) -> tuple[Became, ...]:
    """All that one line became, a thing at a time: "date, category and score of" it."""
    holds: dict[Ref, list[str]] = {}
    for each in became:
        known = holds.setdefault(each.ref, [])
        if each.holds not in known:
            known.append(each.holds)
    return tuple(
        Became(f"{listed(words)} of" if ref.label and all(words) else listed(words), ref)
        for ref, words in holds.items()
    )


def things(shelf: Shelf) -> Things:
    """The things of a library, by where they come from."""
    library = shelf.library
    transcripts: defaultdict[str, list[Transcript]] = defaultdict(list)
    for transcript in library.transcripts:
        transcripts[transcript.source.seed].append(transcript)
    works: defaultdict[Span, list[str]] = defaultdict(list)
    for work in library.works:
        for span in work.sources:
            works[span].append(work.id)
    collections: defaultdict[str, list[Collection]] = defaultdict(list)
    for collection in library.collections:
        collections[collection.source.seed].append(collection)
    return Things(
        shelf=shelf,
        works={span: tuple(ids) for span, ids in works.items()},
        people={
            (span, clean(form.name)): person.id
            for person in library.people
            for form in person.forms
            for span in form.spans
        },
        transcripts={seed: tuple(found) for seed, found in transcripts.items()},
        collections={seed: tuple(found) for seed, found in collections.items()},
    )


def ranges(shelf: Shelf) -> dict[str, dict[int, tuple[int, ...]]]:
    """The last lines of every span of several lines that pages refer to, by seed and first line."""
    found: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for span in sorted(shelf.places.ranges):
        found[span.seed][span.first].append(span.last)
    return {seed: {first: tuple(lasts) for first, lasts in by.items()} for seed, by in found.items()}
