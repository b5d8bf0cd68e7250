"""The people of the library, with their works, their profiles and their roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seedbed.model.decision import Conflict
from seedbed.model.library import Person, PersonId, Role, Work, WorkId
from seedbed.resolve.forms import Place
from seedbed.resolve.known_people import KnownPeople
from seedbed.resolve.listings import Stock
from seedbed.resolve.people import Biography, build_person


def build_people(
    stock: Stock, people: KnownPeople, works: Iterable[Work]
) -> tuple[tuple[Person, ...], tuple[Conflict, ...]]:
    """Every person, by id, and where profiles of one contradict each other."""
    works_of: dict[PersonId, list[WorkId]] = {}
    for work in works:
        for credit in work.creators:
            works_of.setdefault(credit.person, []).append(work.id)
    persons: list[Person] = []
    conflicts: list[Conflict] = []
    for id_, name, group in zip(people.ids, people.names, people.groups, strict=True):
        biography = _biography(stock, people, group, works_of.get(id_, []))
        person, found = build_person(id_, name, group, people.forms, biography)
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
