"""The people of the library: under which forms the seeds name each, and the id of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from seedbed.model.curation import Correction, Curation
from seedbed.model.decision import Decision, Question
from seedbed.model.library import Credit, Moved, PersonId, TranscriptId
from seedbed.model.record import NameList
from seedbed.model.source import Claim, Span
from seedbed.resolve.clusters import gathered
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft, ask, settle
from seedbed.resolve.forms import Forms, Splits, collect_forms
from seedbed.resolve.given import Given
from seedbed.resolve.known_works import KnownWorks
from seedbed.resolve.listings import Stock
from seedbed.resolve.marks import person_marks
from seedbed.resolve.people import ShownName, choose_name
from seedbed.resolve.permalinks import Thing, assign
from seedbed.resolve.rulings import apply_rulings, parted, ruled, unmatched
from seedbed.resolve.same_people import group_forms
from seedbed.resolve.splits import Split, find_splits, split_answers
from seedbed.text.lines import clean
from seedbed.text.names import Name
from seedbed.text.titles import title_key

Credited = Sequence[tuple[str, PersonId]]
"""Names as they are stated, and whom they mean."""


def credits_of(claim: Claim[NameList] | None, named: Credited) -> tuple[Credit, ...]:
    """The people whom one list of names credits, in its order; nobody where there is no list."""
    if claim is None:
        return ()
    return tuple(
        Credit(person, name, claim.span, position) for position, (name, person) in enumerate(named, start=1)
    )


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """People, by number, in the order of their names.

    Attributes:
        forms: Every form of a name.
        groups: The numbers of each person's forms.
        names: As they are shown.
        ids: As they are addressed.
        person_of: For each form, the person.
    """

    forms: Forms
    groups: tuple[tuple[int, ...], ...]
    names: tuple[ShownName, ...]
    ids: tuple[PersonId, ...]
    person_of: tuple[PersonId, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    moved: tuple[Moved, ...]
    warnings: tuple[str, ...]

    def credited(self, forms: Iterable[int]) -> Credited:
        """Whom forms name, each under that form."""
        return [(self.forms.name(form), self.person_of[form]) for form in forms]


def know_people(given: Given, works: KnownWorks, transcripts: Sequence[TranscriptId]) -> KnownPeople:
    """Find out which names are one person's, and what they are called.

    Raises:
        SeedbedError: The maintainer's rulings contradict each other.
    """
    stock, curation, name_of = given.stock, given.curation, given.name_of
    parting = _part_names(stock, curation, name_of)
    forms = collect_forms(stock, works.group_of, parting.splits, _confined(stock, works, curation), name_of)
    preferred = tuple(each for each in curation.people_corrections if each.field == "name")
    rulings = apply_rulings("people", curation.people, preferred, curation.path, _finder(forms))
    titles = tuple(title.shown for title in works.titles)
    found = group_forms(forms, stock, works.group_of, titles, rulings)
    names = [
        choose_name(members, forms, corrected, curation.path)
        for members, corrected in zip(found.groups, rulings.corrections_of(found.groups), strict=True)
    ]
    order = sorted(range(len(names)), key=lambda group: (names[group].name, found.groups[group]))
    groups = tuple(found.groups[group] for group in order)
    # Where somebody stands tells namesakes apart, of whom most libraries have none.
    telling = frozenset(entry.mark for entry in given.ledger.entries if entry.kind == "place")
    places = _Places(forms, works, transcripts, telling)
    things = [_thing(found.groups[group], names[group], places) for group in order]
    addresses = assign("people", things, given.ledger)
    ids = tuple(map(PersonId, addresses.ids))
    person_of = [PersonId("")] * len(forms.keys)
    for members, id_ in zip(groups, ids, strict=True):
        for form in members:
            person_of[form] = id_
    return KnownPeople(
        forms=forms,
        groups=groups,
        names=tuple(names[group] for group in order),
        ids=ids,
        person_of=tuple(person_of),
        decisions=settle("person", (*found.decisions, *parting.decisions(forms)), person_of.__getitem__),
        questions=ask("person", (*found.questions, *parting.questions(forms)), person_of.__getitem__),
        moved=addresses.moved,
        warnings=(*rulings.warnings, *parting.warnings),
    )


@dataclass(frozen=True, slots=True)
class Parting:
    """Strings that are two names, by rule or by the maintainer's word, and those that may be."""

    splits: Splits
    by_rule: tuple[Split, ...]
    by_maintainer: tuple[Correction, ...]
    asked: tuple[Split, ...]
    path: str
    warnings: tuple[str, ...]

    def decisions(self, forms: Forms) -> tuple[DecisionDraft, ...]:
        """A decision for each string that was parted."""
        number = {key.name: form for form, key in enumerate(forms.keys)}
        found = [(each.stated, each.names, "run-together", each.evidence) for each in self.by_rule]
        found += [
            (each.form, each.values, "people: split", ruled(self.path, each.line))
            for each in self.by_maintainer
        ]
        return tuple(
            DecisionDraft(
                number[names[0]],
                f"“{stated}” is {len(names)} names: {' and '.join(names)}.",
                rule,
                evidence,
                "rule" if rule == "run-together" else "curation",
            )
            for stated, names, rule, evidence in found
            if names[0] in number
        )

    def questions(self, forms: Forms) -> tuple[QuestionDraft, ...]:
        """A question for each string that may be two names."""
        number = {key.name: form for form, key in enumerate(forms.keys)}
        return tuple(
            QuestionDraft(
                (number[each.stated],),
                f"Is “{each.stated}” two people, {each.names[0]} and {each.names[1]}?",
                each.evidence,
                split_answers(each),
            )
            for each in self.asked
        )


def _part_names(stock: Stock, curation: Curation, name_of: Callable[[str], Name]) -> Parting:
    """Find the strings that are two names."""
    places: dict[str, list[Span]] = {}
    for listing in stock.listings:
        record = listing.record
        for claim in (record.creators, record.fellows, record.mentors):
            for stated in claim.value.names if claim is not None else ():
                places.setdefault(clean(stated), []).append(claim.span)  # type: ignore[union-attr]
    for profile in stock.profiles:
        places.setdefault(clean(profile.name.value), []).append(profile.name.span)
    ruled_on = tuple(each for each in curation.people_corrections if each.field == "split")
    maintained = {clean(each.form): tuple(map(clean, each.values)) for each in ruled_on}
    found = [
        split
        for split in find_splits({stated: name_of(stated) for stated in places}, places)
        if split.stated not in maintained
    ]
    sure = tuple(split for split in found if split.sure)
    splits = {split.stated: split.names for split in sure}
    splits |= {stated: names for stated, names in maintained.items() if names != (stated,)}
    return Parting(
        splits=splits,
        by_rule=sure,
        by_maintainer=tuple(
            each for each in ruled_on if clean(each.form) in splits and clean(each.form) in places
        ),
        asked=tuple(split for split in found if not split.sure),
        path=curation.path,
        warnings=tuple(
            unmatched(curation.path, each.line, "people: split", each.form)
            for each in ruled_on
            if clean(each.form) not in places
        ),
    )


def _confined(stock: Stock, works: KnownWorks, curation: Curation) -> Mapping[tuple[str, int], str]:
    """Names that the maintainer means at one place: by the title of a work there, or by the seed."""
    meant = [form for ruling in curation.people for form in ruling.forms]
    meant += [each.form for each in curation.people_corrections if each.field == "name"]
    pairs = [parted(form) for form in meant]
    if not any(place for _, place in pairs):
        return {}
    by_place = gathered(
        (key, works.group_of[number])
        for number, listing in enumerate(stock.listings)
        for key in (listing.span.seed, title_key(listing.record.title.value) if listing.record.title else "")
    )
    return {
        (name, group): place
        for name, place in pairs
        if place
        for group in (*by_place.get(place, ()), *by_place.get(title_key(place), ()))
    }


def _finder(forms: Forms) -> Callable[[str], Sequence[int]]:
    """Finds the forms that a name means: the same string, at its place if it has one, or its letters."""
    by_key = {(key.name, key.place): number for number, key in enumerate(forms.keys)}

    @cache
    def by_letters() -> Mapping[str, Sequence[int]]:
        return gathered(
            (name.letters, number)
            for number, (key, name) in enumerate(zip(forms.keys, forms.names, strict=True))
            if not key.place
        )

    def find(form: str) -> Sequence[int]:
        exact = by_key.get((clean(form), ""))
        if exact is None:
            exact = by_key.get(parted(form))
        if exact is not None:
            return (exact,)
        return by_letters().get(title_key(form), ())

    return find


@dataclass(frozen=True, slots=True)
class _Places:
    """Where forms stand, by address.

    Attributes:
        telling: The addresses by which the ledger knows somebody.
    """

    forms: Forms
    works: KnownWorks
    transcripts: Sequence[TranscriptId]
    telling: frozenset[str]

    def of(self, members: Iterable[int]) -> frozenset[str]:
        """Those by which the ledger may know a person who has some forms."""
        if not self.telling:
            return self.telling
        places = (place for form in members for place in self.forms.places[form])
        return self.telling.intersection(
            f"papers/{self.works.ids[place.work]}"
            if place.work >= 0
            else f"transcripts/{self.transcripts[place.where]}"
            for place in places
            if place.role != "profile owner"
        )


def _thing(members: Sequence[int], name: ShownName, places: _Places) -> Thing:
    names = (places.forms.name(form) for form in members)
    return Thing(name.name, person_marks(names, places.of(members)), named=name.chosen)
