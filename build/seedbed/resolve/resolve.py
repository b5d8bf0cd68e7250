"""From readings to the library, top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from seedbed.model.curation import Curation
from seedbed.model.decision import Conflict
from seedbed.model.library import (
    Collection,
    CollectionId,
    Library,
    Moved,
    Person,
    PersonId,
    Role,
    Transcript,
    TranscriptId,
    WorkId,
)
from seedbed.model.record import CollectionRecord, Reading
from seedbed.model.source import Span
from seedbed.resolve.choose import score_rules
from seedbed.resolve.citations import citation_keys
from seedbed.resolve.collections import Entries, build_collection
from seedbed.resolve.drafts import decision_order, question_order, settle
from seedbed.resolve.forms import Place
from seedbed.resolve.given import Given
from seedbed.resolve.known_people import Credited, KnownPeople, know_people
from seedbed.resolve.known_works import KnownWorks, know_works
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.listings import Stock, take_stock
from seedbed.resolve.marks import opening_marks
from seedbed.resolve.memory import Memory
from seedbed.resolve.people import Biography, build_person
from seedbed.resolve.permalinks import Addresses, Thing, assign
from seedbed.resolve.rulings import unmatched_seeds
from seedbed.resolve.topics import moved_topics, unmatched_topics
from seedbed.resolve.transcripts import Cast, build_transcript, transcript_title, turn_marks
from seedbed.resolve.turn_numbers import turn_numbers
from seedbed.resolve.work_fields import Assembly
from seedbed.resolve.works import Built, build_work
from seedbed.resolve.years import find_years
from seedbed.text.names import Name, read_name

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
    in_order = tuple(sorted(readings, key=lambda reading: reading.seed.path))
    given = Given(
        take_stock(in_order),
        curation,
        ledger,
        find_years(in_order, curation),
        _name_reader(),
        memory or Memory(),
    )
    works = know_works(given)
    talks = _address_transcripts(given)
    talk_ids = tuple(map(TranscriptId, talks.ids))
    people = know_people(given, works, talk_ids)
    built = _build_works(given, works, people)
    lists, list_moves = _build_collections(given, works, people)
    persons, conflicts = _build_people(given.stock, people, built)
    topics = [claim for each in built for claim in each.work.topics]
    made = settle("work", (draft for each in built for draft in each.decisions), works.id_of)
    return Library(
        readings=in_order,
        works=tuple(sorted((each.work for each in built), key=lambda work: work.id)),
        people=persons,
        transcripts=_build_transcripts(given, talk_ids, people),
        collections=lists,
        decisions=tuple(sorted((*works.decisions, *people.decisions, *made), key=decision_order)),
        questions=tuple(sorted((*works.questions, *people.questions), key=question_order)),
        conflicts=tuple(
            sorted((*(each for one in built for each in one.conflicts), *conflicts), key=_conflict_order)
        ),
        moved=_in_order(
            (*works.moved, *talks.moved, *people.moved, *list_moves, *moved_topics(curation, topics))
        ),
        warnings=(
            *unmatched_seeds(curation, in_order),
            *works.warnings,
            *people.warnings,
            *unmatched_topics(curation, topics),
            *(warning for each in built for warning in each.warnings),
        ),
    )


def _name_reader() -> Callable[[str], Name]:
    """Takes names apart, each string once."""
    read: dict[str, Name] = {}

    def name_of(stated: str) -> Name:
        name = read.get(stated)
        if name is None:
            name = read[stated] = read_name(stated)
        return name

    return name_of


def _conflict_order(conflict: Conflict) -> tuple[str, str, str]:
    return (conflict.kind, conflict.subject, conflict.field)


def _in_order(moved: Iterable[Moved]) -> tuple[Moved, ...]:
    return tuple(sorted(moved, key=lambda each: each.old))


def _address_transcripts(given: Given) -> Addresses:
    things = []
    for record in given.stock.transcripts:
        title = transcript_title(record)
        opening = (
            " ".join(paragraph.value for paragraph in record.turns[0].paragraphs) if record.turns else ""
        )
        things.append(Thing(title.shown, opening_marks((claim.value for claim in title.claims), opening)))
    return _assign_in_order("transcripts", things, given.ledger)


def _assign_in_order(folder: str, things: Sequence[Thing], ledger: Ledger) -> Addresses:
    """Assign addresses in the order of what things say, not of the seeds that say it."""
    order = sorted(range(len(things)), key=lambda number: (things[number].name, sorted(things[number].marks)))
    assigned = assign(folder, [things[number] for number in order], ledger)
    ids = dict(zip(order, assigned.ids, strict=True))
    return Addresses(tuple(ids[number] for number in range(len(things))), assigned.moved)


def _build_works(given: Given, works: KnownWorks, people: KnownPeople) -> list[Built]:
    stock = given.stock
    owner_at = {
        profile.name.span: people.person_of[form]
        for profile, form in zip(stock.profiles, people.forms.owners, strict=True)
    }

    def owner_of(number: int) -> PersonId | None:
        owner = stock.listings[number].owner
        return None if owner is None else owner_at[owner.span]

    assembly = Assembly(
        listings=stock.listings,
        years=given.years,
        creators=lambda number: people.credited(people.forms.creators[number]),
        fellows=lambda number: people.credited(people.forms.fellows[number]),
        mentors=lambda number: people.credited(people.forms.mentors[number]),
        owners=owner_of,
        score_rules=score_rules(given.years.captured),
        name_of=given.name_of,
        curation=given.curation.path,
    )
    built = [
        build_work(works.ids[group], works.titles[group], numbers, works.corrections[group], assembly)
        for group, numbers in enumerate(works.groups)
    ]
    keys = citation_keys([each.citable for each in built])
    return [each.cited_as(key) for each, key in zip(built, keys, strict=True)]


def _build_collections(
    given: Given, works: KnownWorks, people: KnownPeople
) -> tuple[tuple[Collection, ...], tuple[Moved, ...]]:
    stock = given.stock
    work_at = {listing.span: works.id_of(number) for number, listing in enumerate(stock.listings)}

    def named_at(listed: Sequence[tuple[int, ...]]) -> Mapping[Span, Credited]:
        named = (
            (listing.span, forms) for listing, forms in zip(stock.listings, listed, strict=True) if forms
        )
        return {span: people.credited(forms) for span, forms in named}

    things = [
        Thing(record.title.value, opening_marks((record.title.value,), _opening(record, work_at.__getitem__)))
        for record in stock.collections
    ]
    addresses = _assign_in_order("collections", things, given.ledger)
    entries = Entries(work_at, named_at(people.forms.fellows), named_at(people.forms.mentors), given.years)
    built = (
        build_collection(CollectionId(id_), record, entries)
        for id_, record in zip(addresses.ids, stock.collections, strict=True)
    )
    return tuple(sorted(built, key=lambda collection: collection.id)), addresses.moved


def _opening(record: CollectionRecord, work_at: Callable[[Span], WorkId]) -> str:
    """The first work that a list names."""
    first = min((work.span() for section in record.sections for work in section.works), default=None)
    return "" if first is None else work_at(first)


def _build_people(
    stock: Stock, people: KnownPeople, built: Sequence[Built]
) -> tuple[tuple[Person, ...], tuple[Conflict, ...]]:
    works_of: dict[PersonId, list[WorkId]] = {}
    for each in built:
        for credit in each.work.creators:
            works_of.setdefault(credit.person, []).append(each.work.id)
    persons: list[Person] = []
    conflicts: list[Conflict] = []
    for id_, name, group in zip(people.ids, people.names, people.groups, strict=True):
        works = works_of.get(id_, [])
        person, found = build_person(id_, name, group, people.forms, _biography(stock, people, group, works))
        persons.append(person)
        conflicts.extend(found)
    return tuple(sorted(persons, key=lambda person: person.id)), tuple(conflicts)


def _biography(stock: Stock, people: KnownPeople, group: Sequence[int], works: Sequence[WorkId]) -> Biography:
    roles: set[Role] = {"author"} if works else set()
    profiles = []
    for form in group:
        for place in people.forms.places[form]:
            if place.role == "profile owner":
                profiles.append(stock.profiles[place.where])
            roles.add(_role_in_conversation(people, form, place) if place.role == "guest" else place.role)
    return Biography(
        tuple(sorted(works)), frozenset(roles), tuple(sorted(profiles, key=lambda profile: profile.name.span))
    )


def _role_in_conversation(people: KnownPeople, form: int, place: Place) -> Role:
    host = people.forms.hosts[place.where]
    if host is None:
        return "speaker"
    return "host" if people.person_of[host] == people.person_of[form] else "guest"


def _build_transcripts(
    given: Given, ids: Sequence[TranscriptId], people: KnownPeople
) -> tuple[Transcript, ...]:
    built = []
    for number, (id_, record) in enumerate(zip(ids, given.stock.transcripts, strict=True)):
        host = people.forms.hosts[number]
        speakers = {label: people.person_of[form] for label, form in people.forms.speakers[number].items()}
        turns = turn_numbers(f"transcripts/{id_}", turn_marks(record, given.memory.mark), given.ledger)
        person = None if host is None else people.person_of[host]
        built.append(build_transcript(id_, record, turns, Cast(speakers, person), given.years))
    return tuple(sorted(built, key=lambda transcript: transcript.id))
