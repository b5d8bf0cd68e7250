"""Addresses last: whatever happens to the seeds, what was published is found under its address."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from seedbed.errors import SeedbedError
from seedbed.model.curation import Correction, Curation, Ruling
from seedbed.model.library import Library
from seedbed.model.record import Reading
from seedbed.resolve.ledger import Ledger, LedgerEntry, ledger_text, parse_ledger
from seedbed.resolve.published import ledger_after
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker

LEDGER = "seeds/permalinks.tsv"
Works = dict[str, list[tuple[str, list[str]]]]


def publish(
    readings: Sequence[Reading], ledger: Ledger, curation: Curation | None = None
) -> tuple[Library, Ledger]:
    library = resolve(readings, curation or Curation(), ledger)
    kept = ledger_after(library, ledger)
    assert parse_ledger(ledger_text(kept), LEDGER) == kept
    return library, kept


def seed_of(path: str, *titles_and_names: tuple[str, Sequence[str]]) -> Reading:
    maker = Maker(path)
    return maker.reading(*(maker.work(title, names) for title, names in titles_and_names))


def test_the_same_seeds_leave_the_ledger_as_it_is() -> None:
    readings = [seed_of("a.txt", ("Tides", ["Ana García"]), ("Winds", ["Omar Haddad"]))]
    library, ledger = publish(readings, Ledger())
    again, kept = publish(readings, ledger)
    assert (again, kept) == (library, ledger)


def test_a_ledger_that_is_lost_is_built_anew() -> None:
    readings = [seed_of("a.txt", ("Tides", ["Ana García"]))]
    library, ledger = publish(readings, Ledger())
    assert [entry.address for entry in ledger.entries] == ["papers/tides", "people/ana-garcia"]
    assert publish(readings, Ledger()) == (library, ledger)


def test_a_fuller_title_keeps_the_address() -> None:
    _, ledger = publish([seed_of("a.txt", ("Ringing basins", ["Ana García", "Omar Haddad"]))], Ledger())
    fuller = seed_of("b.txt", *[("Ringing basins: tides of a small sea", ["Ana García", "Omar Haddad"])] * 2)
    maker = Maker("a.txt")
    first = maker.reading(maker.work("Ringing basins", ["Ana García", "Omar Haddad"]))
    library, _ = publish([first, fuller], ledger)
    (work,) = library.works
    assert work.title.shown == "Ringing basins: tides of a small sea"
    assert work.id == "ringing-basins"


def test_a_newcomer_does_not_take_the_address_of_what_is_gone() -> None:
    one = seed_of("a.txt", ("Tides, waves", ["Ana García"]))
    _, ledger = publish([one], Ledger())
    _, ledger = publish([], ledger)
    other, ledger = publish([seed_of("b.txt", ("Tides & waves", ["Hana Sato"]))], ledger)
    assert [work.id for work in other.works] == ["tides-waves-2"]
    back, _ = publish([one], ledger)
    assert [work.id for work in back.works] == ["tides-waves"]
    typeset, _ = publish([seed_of("c.txt", ("“Tides, Waves!”", ["ANA GARCIA"]))], ledger)
    assert [work.id for work in typeset.works] == ["tides-waves"]
    assert [person.id for person in typeset.people] == ["ana-garcia"]


def test_when_two_become_one_the_old_address_leads_to_the_new_and_back() -> None:
    readings = [seed_of("a.txt", ("Tides", ["Xiulan Gao"]), ("Winds", ["Sally Gao"]))]
    _, ledger = publish(readings, Ledger())
    ruling = Ruling("same", ("Xiulan Gao", "Sally Gao"), 1)
    library, merged = publish(readings, ledger, Curation("seeds/library.yml", people=(ruling,)))
    assert [person.id for person in library.people] == ["xiulan-gao"]
    assert [(each.old, each.new) for each in library.moved] == [("people/sally-gao", "people/xiulan-gao")]
    again, kept = publish(readings, merged, Curation("seeds/library.yml", people=(ruling,)))
    assert (again.moved, kept) == (library.moved, merged)
    parted, _ = publish(readings, merged)
    assert [(person.id, person.name) for person in parted.people] == [
        ("sally-gao", "Sally Gao"),
        ("xiulan-gao", "Xiulan Gao"),
    ]
    assert not parted.moved


def test_a_name_that_the_maintainer_prefers_moves_the_page() -> None:
    readings = [seed_of("a.txt", ("Tides", ["Xiulan Gao"]))]
    _, ledger = publish(readings, Ledger())
    preferred = Curation(
        "seeds/library.yml", people_corrections=(Correction("Xiulan Gao", "name", ("Sally Gao",), 1),)
    )
    library, ledger = publish(readings, ledger, preferred)
    assert [person.id for person in library.people] == ["sally-gao"]
    assert [(each.old, each.new) for each in library.moved] == [("people/xiulan-gao", "people/sally-gao")]
    later, _ = publish(readings, ledger)
    assert [person.id for person in later.people] == ["sally-gao"]


def test_namesakes_keep_their_own_addresses_when_one_of_them_goes() -> None:
    apart = Curation(
        "seeds/library.yml", people=(Ruling("different", ("Wei Zhang @ Tides", "Wei Zhang @ Winds"), 1),)
    )
    tides, winds = seed_of("a.txt", ("Tides", ["Wei Zhang"])), seed_of("b.txt", ("Winds", ["Wei Zhang"]))
    library, ledger = publish([tides, winds], Ledger(), apart)
    of_work = {str(work.id): work.creators[0].person for work in library.works}
    assert sorted(of_work.values()) == ["wei-zhang", "wei-zhang-2"]
    for left, work in ((tides, "tides"), (winds, "winds")):
        alone, _ = publish([left], ledger, apart)
        assert [person.id for person in alone.people] == [of_work[work]]
        assert not alone.moved


def test_turns_keep_their_numbers() -> None:
    def talk(*turns: tuple[str, str]) -> Reading:
        maker = Maker("talk.txt")
        return maker.reading(maker.transcript(turns, title="Seas"))

    def numbers(library: Library) -> list[int]:
        return [turn.number for turn in library.transcripts[0].turns]

    first = (
        ("Ana Ruiz", "Welcome."),
        ("Omar Haddad", "Thanks."),
        ("Ana Ruiz", "So, tides?"),
        ("Omar Haddad", "Yes."),
    )
    library, ledger = publish([talk(*first)], Ledger())
    assert numbers(library) == [1, 2, 3, 4]
    longer = (first[0], ("Ana Ruiz", "It is a pleasure."), ("Omar Haddad", "Thanks a lot."), *first[2:])
    library, ledger = publish([talk(*longer)], ledger)
    assert numbers(library)[0] == 1
    assert numbers(library)[3:] == [3, 4]
    assert len(set(numbers(library))) == 5
    again, _ = publish([talk(*longer)], ledger)
    assert numbers(again) == numbers(library)
    edited = (*longer[:3], ("Ana Ruiz", "So, the tides?"), longer[4])
    after, _ = publish([talk(*edited)], ledger)
    assert numbers(after) == numbers(library)


@dataclass
class Published:
    """What stood under each address when it was last published: its names or titles."""

    at: dict[str, set[str]] = field(default_factory=dict)

    def check(self, library: Library, standing: set[str]) -> None:
        lives = {f"papers/{work.id}": {claim.value for claim in work.title.claims} for work in library.works}
        lives |= {f"people/{person.id}": {form.name for form in person.forms} for person in library.people}
        moved = {each.old: each.new for each in library.moved}
        assert not moved.keys() & lives.keys()
        for address, names in self.at.items():
            still = names & standing
            if still:
                now = moved.get(address, address)
                assert now in lives, f"{address} is lost"
                assert lives[now] & still, f"{address} leads to {lives[now]}, not to {still}"
        self.at |= lives


@pytest.mark.parametrize("start", range(40))
def test_ten_rounds_of_adding_editing_merging_and_removing_lose_no_address(start: int) -> None:
    chance = random.Random(start)  # noqa: S311 (no secret)
    seeds: Works = {}
    rulings: list[Ruling] = []
    published, ledger, fresh = Published(), Ledger(), iter(range(10_000))
    for _ in range(10):
        _change(seeds, rulings, chance, fresh)
        standing = {title for works in seeds.values() for title, _ in works}
        standing |= {name for works in seeds.values() for _, names in works for name in names}
        kept = tuple(each for each in rulings if set(each.forms) <= standing)
        curation = Curation(
            "seeds/library.yml",
            people=tuple(each for each in kept if " " in each.forms[0]),
            works=tuple(each for each in kept if " " not in each.forms[0]),
        )
        readings = [seed_of(path, *works) for path, works in seeds.items()]
        chance.shuffle(readings)
        library, ledger = publish(readings, ledger, curation)
        published.check(library, standing)


def _change(
    seeds: dict[str, list[tuple[str, list[str]]]],
    rulings: list[Ruling],
    chance: random.Random,
    fresh: Iterator[int],
) -> None:
    """Add a seed, and perhaps edit one, remove one, and merge two works or people."""
    number = next(fresh)
    titles = [f"Work{_letters(number * 7 + step)}" for step in range(5)]
    people = [
        f"Given{_letters(number * 5 + step)} Family{_letters(chance.randrange(9))}" for step in range(4)
    ]
    seeds[f"{_letters(chance.randrange(10_000))}.txt"] = [
        (title, chance.sample(people, 2)) for title in titles
    ]
    if len(seeds) > 2 and chance.random() < 0.5:
        path = chance.choice(sorted(seeds))
        seeds[path] = [(title, [*names[:1], f"New {_letters(number)}"]) for title, names in seeds[path][1:]]
    if len(seeds) > 3 and chance.random() < 0.4:
        del seeds[chance.choice(sorted(seeds))]
    works = [work for seed in seeds.values() for work in seed]
    one, other = chance.sample(works, 2)
    rulings.append(Ruling("same", (one[0], other[0]), len(rulings) + 1))
    if one[1][0] != other[1][0]:
        rulings.append(Ruling("same", (one[1][0], other[1][0]), len(rulings) + 1))
    if len(rulings) > 5 and chance.random() < 0.5:
        rulings.pop(chance.randrange(len(rulings)))


def _letters(number: int) -> str:
    text = ""
    while True:
        number, rest = divmod(number, 20)
        text += "bcdfghjklmnpqrstvwxz"[rest]
        if not number:
            return text


# The file.


def test_the_ledger_is_readable_sorted_and_a_line_an_entry() -> None:
    entries = (LedgerEntry("people/b", "name", "B"), LedgerEntry("papers/a", "title", "A study"))
    text = ledger_text(Ledger(entries))
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "papers/a\ttitle\tA study",
        "people/b\tname\tB",
    ]


def test_lines_of_two_branches_make_one_ledger() -> None:
    one, other = (ledger_text(Ledger((LedgerEntry(f"papers/{each}", "title", each),))) for each in "ab")
    merged = parse_ledger(one + other, LEDGER)
    assert [entry.address for entry in merged.entries] == ["papers/a", "papers/b"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("papers/a", "found 1 column"),
        ("papers/a\ttitle", "found 2 columns"),
        ("papers/a\ttitle\t", "found 3 columns"),
        ("papers/A B\ttitle\tA", "is no address"),
        ("papers/a\tcolour\tred", "expected one of"),
        ("papers/a\tmoved\tnowhere", "moved with an address"),
        ("<<<<<<< HEAD", "git left a conflict here"),
        ("=======", "git left a conflict here"),
    ],
)
def test_a_damaged_line_is_named(line: str, message: str) -> None:
    with pytest.raises(SeedbedError, match=message) as caught:
        parse_ledger(f"# head\npapers/b\ttitle\tB\n{line}\n", LEDGER)
    assert (caught.value.path, caught.value.line) == (LEDGER, 3)


def test_addresses_that_lead_in_a_circle_are_refused() -> None:
    with pytest.raises(SeedbedError, match="leads in a circle") as caught:
        parse_ledger("papers/a\tmoved\tpapers/b\npapers/b\tmoved\tpapers/a\n", LEDGER)
    assert caught.value.line == 1
