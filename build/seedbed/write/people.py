"""The page of a person, and everyone by letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from seedbed.model.library import NameForm, Person, PersonId, Role, WorkId
from seedbed.model.link import Backlinks, Target, TopicId
from seedbed.model.list_page import PeoplePage
from seedbed.model.page import Page
from seedbed.model.shown import Counted, Fact, FactValue, Lettered, Ref
from seedbed.model.thing_page import NamedIn, NameShown, PersonPage
from seedbed.text.names import is_group, is_native, read_name, without_suffix
from seedbed.text.titles import fold
from seedbed.write import addresses
from seedbed.write.passages import mention_quotes
from seedbed.write.pictures.together import together
from seedbed.write.rows import by_year
from seedbed.write.rulings import disagreements_on, questions_on, rulings_on
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import (
    at_most,
    by_letter,
    capitalised,
    counted,
    first_refs,
    joined,
    letter,
    listed,
    sentence,
    shortened,
)
from seedbed.write.works import mend

PEOPLE_A_PAGE = 2500
"""People in one list; a longer one fills several pages."""

EVERYONE = Ref("People", "people/index")
"""The list of all people."""

_CO_AUTHORS = 120
_WORKS_IN_COMMON = 3
_TOPICS = 30
_SPANS = 12
_SEEDS = 12

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_ASIDE = re.compile(r" *\([^()]*\)")
_SAINT = frozenset(("St.", "St", "Saint", "Ste.", "Sainte"))
"""What belongs to the last part of a name behind it: "St. James"."""
_INDEX = re.compile(r"[a-z][0-9]*-")
"""How the label of an h-index or an i10-index begins, which has no capital."""


def person_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """A page a person, by id."""
    for person in shelf.people:
        yield Task(addresses.person_page(person), _person_page, person)


def people_pages(shelf: WholeShelf) -> Iterator[Page]:
    """Everyone by letter; parts of the list where it is long."""
    entries = sorted(
        (person_entry(shelf, person) for person in shelf.library.people),
        key=lambda entry: (_sort_name(entry.ref.label), entry.ref.address),
    )
    number_of = counted(len(entries), "person", "people")
    lead = f"{number_of}, by the last part of their names." if entries else "No capture names a person yet."
    parts = [entries[at : at + PEOPLE_A_PAGE] for at in range(0, len(entries), PEOPLE_A_PAGE)] or [[]]
    for number, part in enumerate(parts, start=1):
        refs = addresses.part_refs(EVERYONE.address, map(_letters, parts), number)
        yield Page(
            path=f"{addresses.part_page(EVERYONE.address, number)}.md",
            title="People" if number == 1 else f"People, part {number}",
            description=(
                f"Everyone whom the sources of this library name: {number_of} in all." if entries else lead
            ),
            kind="people",
            value=PeoplePage("People", lead, lettered(part), refs),
            parent=Ref("") if number == 1 else EVERYONE,
            listed=False,
        )


def person_entry(shelf: Shelf, person: Person) -> Counted:
    """A person in a list: with how many papers, or what else they are here."""
    works = len(person.works)
    count = counted(works, "paper") if works else ", ".join(person.roles)
    return Counted(shelf.person(person.id), count, size=works)


def _letters(part: Sequence[Counted]) -> str:
    """The first letter of a part of the list, and the last."""
    return "–".join(dict.fromkeys(letter(_sort_name(part[at].ref.label)) for at in (0, -1))) if part else ""


def lettered(entries: Iterable[Counted]) -> tuple[Lettered, ...]:
    """People who are sorted by letter, in groups."""
    return tuple(
        Lettered(first, addresses.letter_anchor(first), group)
        for first, group in by_letter(entries, lambda entry: _sort_name(entry.ref.label)).items()
    )


def _sort_name(name: str) -> str:
    """What a person is sorted by: the last part of the name, then the rest; accents and case do not count.

    A suffix is no part of the name ("Ada Quill Jr."). A name that puts its family name first says so by a
    comma ("Quill, Ada"), or by its script; a group's is sorted as it is written.
    """
    name, suffix = without_suffix(_ASIDE.sub("", name) or name)
    if "," in name:
        read = read_name(name)
        return " ".join((*read.family, *read.given))
    *before, last = name.split() or [""]
    if is_native(name) or is_group(name) or not any(character.isalpha() for character in last):
        before, last = [], name
    elif before and before[-1] in _SAINT:
        last = f"{before.pop()} {last}"
    return _APOSTROPHE.sub("", fold(" ".join((last, *before, suffix)).rstrip()))


def _person_page(shelf: Shelf, subject: str) -> Iterator[Page]:
    """The page of one person."""
    person = shelf.people[subject]
    backlinks = shelf.leading_to.get(("person", person.id)) or Backlinks(Target("person", person.id))
    spans = [form.spans[0] for form in person.forms if form.spans]
    co_authors = _co_authors(shelf, person)
    mentored = shelf.mentor_of.get(person.id, ())
    value = PersonPage(
        name=person.name,
        lead=_lead(shelf, person),
        facts=tuple(_facts(shelf, person)),
        works=by_year(shelf.rows[work] for work in person.works) if person.works else (),
        mentored=by_year(shelf.rows[work] for work in mentored) if mentored else (),
        topics=_topics(shelf, person),
        co_authors=co_authors,
        together=together(shelf, person, co_authors),
        turns=tuple(_turns(shelf, person)),
        mentioned=mention_quotes(shelf, backlinks.mentions),
        names=tuple(_name(shelf, form) for form in person.forms),
        disagreements=disagreements_on(shelf, "person", person.id),
        rulings=rulings_on(shelf, "person", person.id),
        questions=questions_on(shelf, "person", person.id),
    )
    yield Page(
        path=f"{addresses.person_page(person.id)}.md",
        title=person.name,
        description=_description(shelf, person),
        kind="person",
        value=value,
        parent=EVERYONE,
        mend=mend(shelf, spans),
    )


def _lead(shelf: Shelf, person: Person) -> str:
    """The person's parts in this library, and whose the figures are, as sentences."""
    parts = _parts(shelf, person)
    figures = (
        "The figures are the profile's own, not worked out from the papers here." if person.figures else ""
    )
    return joined((sentence(capitalised(parts)) if parts else "", figures))


def _parts(shelf: Shelf, person: Person) -> str:
    """The person's parts in this library: "author of 17 papers and guest in 1 conversation"."""
    parts = []
    for role in person.roles:
        if role == "author":
            parts.append(f"author of {counted(len(person.works), 'paper')}")
        elif role == "fellow":
            parts.append(f"fellow on {counted(len(shelf.fellow_of.get(person.id, ())), 'paper')}")
        elif role == "mentor":
            parts.append(f"mentor of {counted(len(shelf.mentor_of.get(person.id, ())), 'paper')}")
        elif role == "profile owner":
            parts.append("owner of a profile")
        else:
            talks = counted(_talks(shelf, person, role) or 1, "conversation")
            parts.append(f"{role} {'of' if role == 'host' else 'in'} {talks}")
    return listed(parts)


def _talks(shelf: Shelf, person: Person, role: Role) -> int:
    """In how many conversations a person speaks in this role."""
    hosts = [shelf.transcripts[spoken.transcript].host for spoken in shelf.spoken.get(person.id, ())]
    if role == "speaker":
        return hosts.count(None)
    return sum(host is not None and (host.person == person.id) is (role == "host") for host in hosts)


def _description(shelf: Shelf, person: Person) -> str:
    titles = [shelf.titles[work] for work in person.works[:2]]
    papers = (
        sentence(f"Papers: {'; '.join(titles)}{' and more' if len(person.works) > len(titles) else ''}")
        if titles
        else ""
    )
    parts = _parts(shelf, person) or "named in this library"
    return shortened(joined((sentence(f"{person.name}: {parts}"), papers)))


def _facts(shelf: Shelf, person: Person) -> Iterator[Fact]:
    if person.field is not None:
        yield Fact("Field", (FactValue(person.field.value, shelf.places.sources((person.field.span,))),))
    for claim in person.figures:
        value = FactValue(claim.value.value, shelf.places.sources((claim.span,)))
        label = claim.value.label
        yield Fact(label if _INDEX.match(label) else capitalised(label), (value,))
    fellowships = dict.fromkeys(
        collection
        for work in shelf.fellow_of.get(person.id, ())
        for collection in shelf.collections_of.get(work, ())
    )
    if fellowships:
        refs = [shelf.collection(collection) for collection in fellowships]
        yield Fact("Fellow in", tuple(FactValue(ref.label, address=ref.address) for ref in refs))


def _topics(shelf: Shelf, person: Person) -> tuple[Counted, ...]:
    """The topics of the person's works, those of most works first; a count of one work tells nothing."""
    sizes = Counter(topic.id for work in person.works for topic in shelf.topics_of.get(work, ()))
    ordered = sorted(
        sizes.items(), key=lambda item: (-item[1], shelf.labels[item[0]].label.casefold(), item[0])
    )
    several = len(person.works) > 1

    def entry(topic: tuple[TopicId, int]) -> Counted:
        return Counted(shelf.topic(topic[0]), counted(topic[1], "paper") if several else "", size=topic[1])

    return at_most(_TOPICS, ordered, entry)


def _co_authors(shelf: Shelf, person: Person) -> tuple[Counted, ...]:
    """Those with most works in common first, with some of these works, unless there is but one."""
    several = len(person.works) > 1
    pairs = [
        (each.other if each.person == person.id else each.person, each.works)
        for each in shelf.co_authors.get(person.id, ())
    ]
    pairs.sort(key=lambda pair: (-len(pair[1]), _sort_name(shelf.names[pair[0]]), pair[0]))

    def entry(pair: tuple[PersonId, tuple[WorkId, ...]]) -> Counted:
        other, works = pair
        return Counted(
            shelf.person(other),
            counted(len(works), "paper") if several else "",
            first_refs(_WORKS_IN_COMMON, works, shelf.work) if several else (),
            len(works),
        )

    return at_most(_CO_AUTHORS, pairs, entry)


def _turns(shelf: Shelf, person: Person) -> Iterator[Counted]:
    for spoken in shelf.spoken.get(person.id, ()):
        transcript, turns = spoken.transcript, spoken.turns
        first = Ref(f"from turn {turns[0]}", addresses.turn(transcript, turns[0]))
        yield Counted(shelf.transcript(transcript), counted(len(turns), "turn"), (first,), len(turns))


def _name(shelf: Shelf, form: NameForm) -> NameShown:
    seeds = [(seed, list(spans)) for seed, spans in groupby(sorted(form.spans), lambda span: span.seed)]
    return NameShown(
        form.name,
        tuple(
            NamedIn(
                seed,
                shelf.places.sources(spans[:_SPANS]),
                max(0, len(spans) - _SPANS),
            )
            for seed, spans in seeds[:_SEEDS]
        ),
        counted(len(seeds) - _SEEDS, "more capture") if len(seeds) > _SEEDS else "",
    )
