"""From readings to the library, top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import TypeVar

from seedbed.model.curation import Curation
from seedbed.model.decision import Conflict
from seedbed.model.library import (
    Collection,
    CollectionId,
    Library,
    Moved,
    PersonId,
    Transcript,
    TranscriptId,
    Work,
    WorkId,
)
from seedbed.model.record import Reading
from seedbed.model.source import Span
from seedbed.resolve.biographies import build_people
from seedbed.resolve.choose import score_rules
from seedbed.resolve.citations import citation_keys
from seedbed.resolve.collections import Entries, address_collections, build_collection, introduce_collection
from seedbed.resolve.drafts import decision_order, question_order, settle
from seedbed.resolve.given import Given
from seedbed.resolve.known_people import Credited, KnownPeople, know_people
from seedbed.resolve.known_works import KnownWorks, know_works
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.listings import Stock, take_stock
from seedbed.resolve.memory import Memory
from seedbed.resolve.permalinks import Addresses
from seedbed.resolve.rulings import unmatched_seeds
from seedbed.resolve.topics import moved_topics, unmatched_topics
from seedbed.resolve.transcripts import (
    NOBODY,
    Cast,
    address_transcripts,
    build_transcript,
    cast_of,
    turn_marks,
)
from seedbed.resolve.turn_numbers import turn_numbers
from seedbed.resolve.work_fields import Assembly
from seedbed.resolve.work_people import Who
from seedbed.resolve.works import Built, Unsigned, describe_work, sign_work
from seedbed.resolve.years import find_years
from seedbed.text.names import read_name

Held = TypeVar("Held", Work, Transcript, Collection)

_NO_CURATION = Curation()
_NO_LEDGER = Ledger()


def resolve(
    readings: Iterable[Reading],
    curation: Curation = _NO_CURATION,
    ledger: Ledger = _NO_LEDGER,
    memory: Memory | None = None,
) -> Library:
    """Put together what the seeds state.

    The same readings give the same library, whatever order they come in.

    Args:
        readings: The seeds, as they were read.
        curation: The maintainer's word, which beats any rule.
        ledger: The addresses that were published before.
        memory: Of what was worked out of long texts before; it remembers more afterwards.

    Raises:
        SeedbedError: Two entries of the curation file contradict each other.
    """
    return begin(readings, curation, ledger, memory).finish()


def begin(
    readings: Iterable[Reading],
    curation: Curation = _NO_CURATION,
    ledger: Ledger = _NO_LEDGER,
    memory: Memory | None = None,
) -> Resolving:
    """The first half of `resolve`, with the same arguments: what the library says, but not yet who."""
    in_order = tuple(sorted(readings, key=lambda reading: reading.seed.path))
    given = Given(
        take_stock(in_order),
        curation,
        ledger,
        find_years(in_order, curation),
        cache(read_name),  # most names are stated several times
        memory or Memory(),
    )
    stock, works = given.stock, know_works(given)
    work_at = {listing.span: works.id_of(number) for number, listing in enumerate(stock.listings)}
    talks = address_transcripts(stock.transcripts, ledger)
    return Resolving(
        readings=in_order,
        given=given,
        works=works,
        work_at=work_at,
        described=_describe_works(given, works),
        talks=talks,
        turns=tuple(
            turn_numbers(f"transcripts/{id_}", turn_marks(record, given.memory.mark), ledger)
            for id_, record in zip(talks.ids, stock.transcripts, strict=True)
        ),
        lists=address_collections(stock.collections, work_at, ledger),
    )


@dataclass(frozen=True, slots=True)
class Resolving:
    """A library of which all is known but who its people are.

    Attributes:
        readings: By path.
        given: What there is to go by.
        works: Which listings each has.
        work_at: The work of each listing, by its lines.
        described: What is said of each, in the same order.
        talks: The addresses of the transcripts, in the order of the stock.
        turns: The numbers of each transcript's turns.
        lists: The addresses of the collections, in the order of the stock.
    """

    readings: tuple[Reading, ...]
    given: Given
    works: KnownWorks
    work_at: Mapping[Span, WorkId]
    described: tuple[Unsigned, ...]
    talks: Addresses
    turns: tuple[tuple[int, ...], ...]
    lists: Addresses

    def texts(self) -> Library:
        """The library's texts: its works, transcripts and lists with what they say, and nobody named in them.

        Ids, titles, texts and dates are those of the finished library.
        """
        return Library(
            readings=(),
            works=_by_id(each.work for each in self.described),
            people=(),
            transcripts=self._transcripts(lambda _: NOBODY),
            collections=_by_id(
                introduce_collection(CollectionId(id_), record)
                for id_, record in zip(self.lists.ids, self.given.stock.collections, strict=True)
            ),
        )

    def finish(self) -> Library:
        """The library.

        Raises:
            SeedbedError: Two entries of the curation file contradict each other.
        """
        given, works = self.given, self.works
        people = know_people(given, works, tuple(map(TranscriptId, self.talks.ids)))
        built = _sign_works(given, self.described, people)
        persons, conflicts = build_people(given.stock, people, (each.work for each in built))
        topics = [claim for each in built for claim in each.work.topics]
        made = settle("work", (draft for each in built for draft in each.decisions), works.id_of)
        return Library(
            readings=self.readings,
            works=_by_id(each.work for each in built),
            people=persons,
            transcripts=self._transcripts(lambda number: cast_of(people, number)),
            collections=self._collections(people),
            decisions=tuple(sorted((*works.decisions, *people.decisions, *made), key=decision_order)),
            questions=tuple(sorted((*works.questions, *people.questions), key=question_order)),
            conflicts=tuple(
                sorted((*(each for one in built for each in one.conflicts), *conflicts), key=_conflict_order)
            ),
            moved=_in_order(
                (
                    *works.moved,
                    *self.talks.moved,
                    *people.moved,
                    *self.lists.moved,
                    *moved_topics(given.curation, topics),
                )
            ),
            warnings=(
                *unmatched_seeds(given.curation, self.readings),
                *works.warnings,
                *people.warnings,
                *unmatched_topics(given.curation, topics),
                *(warning for each in built for warning in each.warnings),
            ),
        )

    def _transcripts(self, cast: Callable[[int], Cast]) -> tuple[Transcript, ...]:
        numbered = enumerate(zip(self.talks.ids, self.given.stock.transcripts, self.turns, strict=True))
        return _by_id(
            build_transcript(TranscriptId(id_), record, turns, cast(number), self.given.years)
            for number, (id_, record, turns) in numbered
        )

    def _collections(self, people: KnownPeople) -> tuple[Collection, ...]:
        stock, forms = self.given.stock, people.forms

        def named_at(listed: Sequence[tuple[int, ...]]) -> Mapping[Span, Credited]:
            named = zip(stock.listings, listed, strict=True)
            return {listing.span: people.credited(who) for listing, who in named if who}

        entries = Entries(self.work_at, named_at(forms.fellows), named_at(forms.mentors), self.given.years)
        return _by_id(
            build_collection(CollectionId(id_), record, entries)
            for id_, record in zip(self.lists.ids, stock.collections, strict=True)
        )


def _by_id(things: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(things, key=attrgetter("id")))


def _conflict_order(conflict: Conflict) -> tuple[str, str, str]:
    return (conflict.kind, conflict.subject, conflict.field)


def _in_order(moved: Iterable[Moved]) -> tuple[Moved, ...]:
    return tuple(sorted(moved, key=lambda each: each.old))


def _describe_works(given: Given, works: KnownWorks) -> tuple[Unsigned, ...]:
    assembly = Assembly(
        listings=given.stock.listings,
        years=given.years,
        score_rules=score_rules(given.years.captured),
        curation=given.curation.path,
    )
    return tuple(
        describe_work(works.ids[group], works.titles[group], numbers, works.corrections[group], assembly)
        for group, numbers in enumerate(works.groups)
    )


def _sign_works(given: Given, described: Iterable[Unsigned], people: KnownPeople) -> list[Built]:
    stock, forms = given.stock, people.forms
    owner_at = {
        profile.name.span: people.person_of[form]
        for profile, form in zip(stock.profiles, forms.owners, strict=True)
    }

    def owner_of(number: int) -> PersonId | None:
        owner = stock.listings[number].owner
        return None if owner is None else owner_at[owner.span]

    who = Who(
        creators=lambda number: people.credited(forms.creators[number]),
        fellows=lambda number: people.credited(forms.fellows[number]),
        mentors=lambda number: people.credited(forms.mentors[number]),
        owner=owner_of,
        implied=_implied(stock, people, owner_of),
        name_of=given.name_of,
    )
    built = [sign_work(each, who) for each in described]
    keys = citation_keys([each.citable for each in built])
    return [each.cited_as(key) for each, key in zip(built, keys, strict=True)]


def _implied(
    stock: Stock, people: KnownPeople, owner_of: Callable[[int], PersonId | None]
) -> Callable[[int], bool]:
    """Whether a listing stands on a profile of lists that leave its owner out ("with Ann Lee").

    They are as incomplete as those that end in "et al."; there, some list is whole, or names the owner.
    """
    lists = [
        (number, listing.owner.span, listing.record.creators.value.complete)
        for number, listing in enumerate(stock.listings)
        if listing.owner is not None and listing.record.creators is not None
    ]
    named = {
        profile
        for number, profile, complete in lists
        if complete or owner_of(number) in {people.person_of[form] for form in people.forms.creators[number]}
    }
    counts = Counter(profile for _, profile, _ in lists)
    implied = {number for number, profile, _ in lists if profile not in named and counts[profile] > 1}
    return implied.__contains__
