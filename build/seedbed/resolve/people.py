"""A person, put together from the forms of their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from seedbed.model.curation import Correction
from seedbed.model.decision import Conflict
from seedbed.model.library import NameForm, Person, PersonId, Role, WorkId
from seedbed.model.record import ProfileRecord
from seedbed.model.source import Claim, Span, place_of
from seedbed.resolve.choose import Choice, choose, most_sources
from seedbed.resolve.conflicts import Field, find_conflict, never
from seedbed.resolve.forms import Forms
from seedbed.resolve.rulings import correction_of
from seedbed.text.names import Name, in_natural_order
from seedbed.text.titles import fold, letters

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class ShownName:
    """The name that pages lead with, and whether the maintainer chose it."""

    name: str
    chosen: bool


def choose_name(
    group: Sequence[int], forms: Forms, corrections: Iterable[Correction], path: str
) -> ShownName:
    """The name to lead with: the maintainer's; else the one by which most works call them, with its accents.

    A first name in full goes before one that is an initial, or left out, however many works have that.

    Raises:
        SeedbedError: The maintainer prefers two different names.
    """
    preferred = correction_of("name", corrections, path)
    if preferred is not None:
        return ShownName(preferred.values[0], chosen=True)
    used = {form: len({(place.role, place.work) for place in forms.places[form]}) for form in group}
    families = {forms.names[form].family_letters for form in group}
    counts: dict[str, int] = {}
    for form in group:
        key = forms.names[form].letters
        counts[key] = counts.get(key, 0) + used[form]

    def order(form: int) -> tuple[object, ...]:
        name = forms.name(form)
        return (
            name.isupper() or name.islower(),
            _is_abbreviated(forms.names[form]) or forms.names[form].letters in families,
            -counts[forms.names[form].letters],
            name.isascii(),
            fold(name) != fold(name).replace("(", ""),
            -used[form],
            -len(name),
            name,
        )

    return ShownName(in_natural_order(forms.name(min(group, key=order))), chosen=False)


def _is_abbreviated(name: Name) -> bool:
    return len(name.given) > 0 and len(name.given[0]) == 1 and not name.native


def build_person(
    id_: PersonId,
    name: ShownName,
    group: Sequence[int],
    forms: Forms,
    biography: Biography,
) -> tuple[Person, tuple[Conflict, ...]]:
    """Put one person together.

    Args:
        id_: Their id.
        name: As chosen.
        group: The numbers of their forms.
        forms: All forms.
        biography: What the seeds state of them.
    """
    spans: dict[str, set[Span]] = {}
    for form in group:
        spans.setdefault(forms.name(form), set()).update(place.span for place in forms.places[form])
    person = Person(
        id=id_,
        name=name.name,
        forms=tuple(
            NameForm(stated, tuple(sorted(places, key=place_of)))
            for stated, places in sorted(spans.items(), key=lambda item: (item[0] != name.name, item[0]))
        ),
        roles=tuple(role for role in ROLES if role in biography.roles),
        works=biography.works,
        figures=tuple(claim for profile in biography.profiles for claim in profile.figures),
        field=next((profile.field for profile in biography.profiles if profile.field is not None), None),
    )
    return person, tuple(_conflicts(person, biography.profiles))


@dataclass(frozen=True, slots=True)
class Biography:
    """What the seeds state of a person: roles, works by id, and profiles in order."""

    works: tuple[WorkId, ...]
    roles: frozenset[Role]
    profiles: tuple[ProfileRecord, ...]


def _conflicts(person: Person, profiles: Sequence[ProfileRecord]) -> Iterator[Conflict]:
    """Figures that two profiles state differently, and fields."""
    if len(profiles) < 2:  # noqa: PLR2004 (one profile contradicts nobody)
        return
    by_label: dict[str, list[Claim[str]]] = {}
    for claim in person.figures:
        by_label.setdefault(claim.value.label, []).append(Claim(claim.value.value, claim.span))
    fields = [profile.field for profile in profiles if profile.field is not None]
    for label, claims in (*sorted(by_label.items()), ("field", fields)):
        if claims:
            chosen = choose(claims, letters, _FIGURE, str)
            yield from find_conflict(Field("person", person.id, label), chosen, never, str)


_FIGURE: tuple[Choice[str], ...] = (most_sources(str),)
