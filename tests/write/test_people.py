"""Everyone by letter."""

from __future__ import annotations

from seedbed.model.library import Library, Person, PersonId
from seedbed.model.link import Links
from seedbed.model.list_page import PeoplePage
from seedbed.write.people import people_pages
from seedbed.write.shelving import shelve

IN_ORDER = (
    ("A", "Rainer von Aal"),
    ("D", "Joaquim d’Arc"),
    ("D", "Joan Dard"),
    ("H", "Axel Højmark"),
    ("H", "Ada Holt"),
    ("K", "Esra Kılınç"),
    ("K", "Bo King III"),
    ("K", "Bo King-Roe, Jr."),
    ("K", "Cy Kite (CK)"),
    ("O", "Hallvard Øy"),
    ("R", "Rain Study Group"),
    ("S", "Speaker 3"),
    ("S", "Aubrey St. James"),
    ("S", "Ann Stone"),
    ("佐", "佐藤 美咲"),
)


def test_by_the_last_part_of_the_name() -> None:
    people = tuple(Person(PersonId(f"p{at}"), name, (), (), ()) for at, (_, name) in enumerate(IN_ORDER))
    (page,) = people_pages(shelve(Library((), (), people[::-1], (), ()), Links()))
    assert isinstance(page.value, PeoplePage)
    found = [(each.letter, entry.ref.label) for each in page.value.letters for entry in each.entries]
    assert tuple(found) == IN_ORDER
