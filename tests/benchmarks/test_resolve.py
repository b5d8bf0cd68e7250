"""How long it takes to resolve a large library (in seconds of the processor), and how much memory.

Run with `pytest -m benchmark tests/benchmarks/test_resolve.py -s`.
"""

from __future__ import annotations

import random
import resource
import time

import pytest

from seedbed.model.record import Reading
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker

pytestmark = pytest.mark.benchmark

GIVEN = """
    Ana Bao Carl Dina Emil Fatima Goran Hana Igor Jana Kofi Lena Milan Nora Omar Petra Qiang Rosa Sven Tara
    Umar Vera Wei Xenia Yusuf Zora Aisha Boris Chen Dara Elif Felix Greta Hugo Ines Jonas Katja Luca Maya Nils
"""
FAMILY = """
    Wang Li Zhang Liu Chen Kim Garcia Nguyen Singh Smith Muller Novak Rossi Silva Kowalski Ivanov Tanaka
    Okafor Hansen Dubois Haddad Cohen Yilmaz Popescu Andersson Martin Costa Murphy Larsen Fischer
"""
SYLLABLES = """
    ba ber chi da dor el fen ga hol in jo kel la mor na ost pe qui ra sal to ul ven wes xi yor zan
"""
WORDS = """
    learning network model sparse feature circuit language attention memory robust scaling causal graph
    policy reward latent token kernel gradient inference protein climate orbit cell market vision speech
    planning
    search
"""
GIVEN_NAMES, FAMILY_NAMES, PARTS, COMMON = (table.split() for table in (GIVEN, FAMILY, SYLLABLES, WORDS))


def make_library(works: int, seed: int = 7) -> tuple[Reading, ...]:
    """Works with twice as many name strings: teams that write together, under names that vary.

    A tenth of the works stands in a second seed, with a title, an abstract and names that differ a little.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret)
    people = [_person(chance) for _ in range(works)]
    first, second = Maker("first.txt"), Maker("second.txt")
    here, there = [], []
    for number in range(works):
        team = [people[(number * 3 + step * step) % works] for step in range(chance.randint(2, 7))]
        title = " ".join(chance.choices(COMMON, k=5)).capitalize() + f" {_word(chance)} {_word(chance)}"
        abstract = " ".join(
            _word(chance) if chance.random() < 0.3 else chance.choice(COMMON) for _ in range(150)
        )
        date = f"{2000 + number % 25}-0{1 + number % 9}-1{number % 10}"
        here.append(
            first.work(title, [_variant(name, chance) for name in team], abstract=abstract, date=date)
        )
        if number % 10 == 0:
            names = [_variant(name, chance) for name in team]
            there.append(second.work(title.upper(), names, abstract=abstract + " indeed", date=date))
        if number % 10 == 1:
            there.append(second.work(abstract=abstract.replace("model", "models", 1)))
    return (first.reading(*here), second.reading(*there))


def _person(chance: random.Random) -> tuple[str, str, str]:
    family = chance.choice(FAMILY_NAMES) if chance.random() < 0.3 else _word(chance).capitalize()
    return chance.choice(GIVEN_NAMES), chance.choice(GIVEN_NAMES), family


def _variant(name: tuple[str, str, str], chance: random.Random) -> str:
    given, middle, family = name
    return chance.choice(
        (f"{given} {middle} {family}",) * 3
        + (f"{given} {family}", f"{given} {middle[0]}. {family}", f"{given[0]}. {middle[0]}. {family}")
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(PARTS, k=3))


def measure(works: int) -> float:
    readings = make_library(works)
    start = time.process_time()
    library = resolve(readings)
    seconds = time.process_time() - start
    names = len(
        {
            name
            for record in readings[0].works()
            for name in (record.creators.value.names if record.creators else ())
        }
    )
    print(  # noqa: T201 (what a benchmark is for)
        f"\n{works} works, {names} names: {seconds:.1f} s, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most, "
        f"{len(library.works)} works and {len(library.people)} people, {len(library.questions)} questions"
    )
    return seconds


def test_time_grows_in_proportion_and_memory_stays_below_a_gigabyte() -> None:
    half, whole = measure(10_000), measure(20_000)
    assert whole < 2.3 * half
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1024 * 1024
