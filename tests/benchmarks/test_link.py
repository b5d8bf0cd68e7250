"""How long linking takes, and that it grows in proportion: `pytest -m benchmark -s tests/benchmarks`."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import msgspec
import pytest
from msgspec.structs import replace

from seedbed.link import Heard, Kept, hear, link, link_heard
from seedbed.model.library import Library, Work
from seedbed.text.words import common_words, stop_words
from tests.link.factory import library, work

Result = TypeVar("Result")

WORDS_A_WORK = 200
CONSONANTS = (*"bcdfglmnprstv", "tr", "st", "br")
VOWELS = (*"aeiou", "an", "er", "in")


@dataclass(frozen=True, slots=True)
class Language:
    """What the works are written with: words of English, and some that no language has."""

    everyday: tuple[str, ...]
    grammar: tuple[str, ...]
    rare: tuple[str, ...]
    terms: tuple[str, ...]
    names: tuple[str, ...]


def make_library(number: int) -> Library:
    """Works of some 200 words each: words about as frequent as in English, new words, and shared terms."""
    dice = random.Random(number)  # noqa: S311 - the same every time
    everyday = sorted(common_words())
    dice.shuffle(everyday)
    rare = tuple(
        "".join(dice.choice(CONSONANTS) + dice.choice(VOWELS) for _ in range(dice.randint(2, 4)))
        for _ in range(6 * number)
    )
    language = Language(
        tuple(everyday),
        tuple(sorted(stop_words())),
        rare,
        tuple(f"{dice.choice(rare)} {dice.choice(rare)}" for _ in range(number // 2)),
        tuple(f"{dice.choice(rare).title()} {dice.choice(rare).title()}" for _ in range(number)),
    )
    return library(*(_work(dice, each, language) for each in range(number)))


def _work(dice: random.Random, number: int, language: Language) -> Work:
    about = [_often(dice, language.terms) for _ in range(4)]
    title = f"{dice.choice(language.rare).title()}: {about[0]} and {_often(dice, language.everyday)} {number}"
    return work(
        title,
        " ".join(_sentence(dice, about, language) for _ in range(8)),
        creators=sorted(set(dice.choices(language.names, k=4))),
        category=dice.choice(["cs.AI", "cs.LG", "q-bio.NC"]),
    )


def _sentence(dice: random.Random, about: list[str], language: Language) -> str:
    said: list[str] = []
    while len(said) < WORDS_A_WORK // 8:
        draw = dice.random()
        if draw < 0.45:
            said.append(dice.choice(language.grammar))
        elif draw < 0.85:
            said.append(_often(dice, language.everyday))
        elif draw < 0.95:
            said.append(_often(dice, language.rare))
        else:
            said += dice.choice(about).split()
    return f"{' '.join(said).capitalize()}."


def _often(dice: random.Random, listed: tuple[str, ...]) -> str:
    """One of `listed`, the first ones far more often (Zipf's law)."""
    return listed[int(len(listed) ** dice.random()) - 1]


@pytest.mark.benchmark
def test_linking_grows_in_proportion() -> None:
    seconds = {}
    for number in (1_000, 5_000, 20_000):
        made = make_library(number)
        amount = sum(len(each.abstract.shown.split()) for each in made.works if each.abstract)
        clean, links = _timed(partial(link, made))
        print(  # noqa: T201
            f"{number:>7,} works, {amount:>9,} words: {clean:6.2f} s of processor, "
            f"{len(links.topics):,} topics, {len(links.mentions):,} mentions, {len(links.related):,} related"
        )
        seconds[number] = clean
    assert seconds[20_000] < 6 * seconds[5_000]


@pytest.mark.benchmark
def test_one_more_work_is_linked_sooner() -> None:
    """What a build does with what the one before has kept."""
    for number in (1_000, 5_000, 20_000):
        made = make_library(number)
        kept = msgspec.msgpack.encode(hear(replace(made, works=made.works[1:], people=())).kept)
        decoding, before = _timed(partial(msgspec.msgpack.decode, kept, type=Kept))
        again, heard = _timed(partial(_link_again, made, before))
        encoding, _ = _timed(partial(msgspec.msgpack.encode, heard.kept))
        print(  # noqa: T201
            f"{number:>7,} works: {again:6.2f} s of processor, {len(kept):>12,} bytes kept, "
            f"{decoding:.3f} s to decode, {encoding:.3f} s to encode"
        )


def _link_again(made: Library, before: Kept) -> Heard:
    heard = hear(made, before)
    link_heard(made, heard)
    return heard


def _timed(task: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of processor, and what came of them."""
    start = time.process_time()
    result = task()
    return time.process_time() - start, result
