"""The search's index: what leads where, in which file, and which files a new entry rewrites."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.text.words import stop_words
from seedbed.write.search import Index as Kept
from seedbed.write.search import search_of
from seedbed.write.search.entries import list_sources
from seedbed.write.search.folding import fold, words
from seedbed.write.search.postings import LEVELS, number_addresses
from seedbed.write.search.shards import LIMIT
from tests.write.search_library import (
    library,
    person,
    search_files,
    synthetic,
    topic,
    transcript,
    work,
)

CALL = re.compile(r'seedbedSearch\("([^"\\]+)",(\d+),(.*)\);\n', re.DOTALL)


@dataclass
class Index:
    """The files, read as the script in the browser reads them."""

    files: dict[str, bytes]

    def load(self, name: str) -> Any:
        content = self.files[f"search/{name}.js"]
        call = CALL.fullmatch(content.decode())
        assert call is not None
        assert call[1] == name
        assert int(call[2]) == len(content)
        return json.loads(call[3])

    def look_up(self, word: str) -> dict[str, int]:
        """The addresses that exactly this word leads to, with its impact."""
        manifest = self.load("manifest")
        content = self._shard(word, manifest)
        listed = dict(zip(content["words"][::2], content["words"][1::2], strict=True))
        if word not in listed:
            return {}
        code, _, others = listed[word].partition("~")
        if others:
            count, _, name = others.partition("~")
            more = str(self.load(f"words/rest/{name}"))
            assert len(decode(more)) == int(count)
            code = f"{code} {more}"
        numbers = decode(code)
        return {self.address(number, manifest["documentBits"]): impact for number, impact in numbers.items()}

    def _shard(self, word: str, manifest: dict[str, Any]) -> dict[str, list[str]]:
        leaves, nodes, prefix = set(manifest["leaves"]), dict(manifest["nodes"]), ""
        while prefix not in leaves and prefix != word:
            longer = word[: len(prefix) + 1]
            if longer not in leaves and longer not in nodes:
                pools = nodes[prefix]
                return (
                    self.load(f"words/{name_of(prefix)}.{ord(longer[-1]) % pools}")
                    if pools
                    else {"words": []}
                )
            prefix = longer
        found: dict[str, list[str]] = self.load(f"words/{name_of(prefix)}")
        return found

    def address(self, number: int, bits: int) -> str:
        rows = self.load(f"documents/_{number >> (24 - bits):x}")
        (row,) = [row for row in rows if row[0] == number]
        return str(row[2])


def name_of(prefix: str) -> str:
    return "_" + re.sub("[^a-z0-9]", lambda match: f"-{ord(match[0]):x}-", prefix)


def decode(code: str) -> dict[int, int]:
    found = {}
    for group in code.split(" "):
        packed = b64decode(group[1:])
        for start in range(0, len(packed), 3):
            found[int.from_bytes(packed[start : start + 3])] = LEVELS.index(group[0])
    return found


def index(made: Library, links: Links | None = None) -> Index:
    return Index(search_files(made, links or Links()))


ivan = person("Iván Arcuschin", "Iván Arcuschin Moreno")
paper = work("Sparse features of models", "We find that autoencoders help.", (ivan,))
talk = transcript(
    "The long talk", ((ivan, "Hello there."), (ivan, "Superposition is everywhere.")), summary="On minds."
)
small = index(
    library((paper,), (ivan,), (talk,)), Links(topics=(topic("Interpretability", (paper,), "reading minds"),))
)


# Folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Iván", ["ivan"]),
        ("ŁÓDŹ Søren Straße", ["lodz", "soren", "strasse"]),
        ("Müller’s O'Brien don't", ["muller", "obrien", "dont"]),
        ("chain-of-thought, 3–4×", ["chain", "of", "thought", "3", "4"]),
        ("ﬁne-tuned Ⅷ x²", ["fine", "tuned", "viii", "x2"]),
        ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
        ("Ёлка", ["елка"]),
        ("모델", ["모델"]),
        ("大模型", ["大模", "模型", "型"]),
        ("使用GPT模型", ["使用", "用", "gpt", "模型", "型"]),
        ("がん", ["がん", "ん"]),
        ("हिन्दी", ["हिन्दी"]),
        ("שָׁלוֹם", ["שלום"]),
        ("İstanbul", ["istanbul"]),
        ("", []),
        ("— … !", []),
    ],
)  # fmt: skip
def test_words_are_folded(text: str, folded: list[str]) -> None:
    assert words(text) == folded


def test_a_word_is_looked_at_up_to_its_fortieth_letter() -> None:
    assert words("a" * 100_000) == ["a" * 40]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_upper_case_makes_no_difference(text: str) -> None:
    plain = "".join(each for each in text if each.isascii())
    assert words(plain.upper()) == words(plain.lower())


# What leads where


@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("sparse", "papers/sparse-features-of-models.html"),
        ("autoencoders", "papers/sparse-features-of-models.html"),
        ("ivan", "papers/sparse-features-of-models.html"),
        ("interpretability", "papers/sparse-features-of-models.html"),
        ("2026", ""),
        ("ivan", "people/ivan-arcuschin.html"),
        ("moreno", "people/ivan-arcuschin.html"),
        ("interpretability", "topics/interpretability.html"),
        ("minds", "topics/interpretability.html"),
        ("long", "transcripts/the-long-talk.html"),
        ("minds", "transcripts/the-long-talk.html"),
        ("superposition", "transcripts/the-long-talk.html#turn-2"),
        ("ivan", "transcripts/the-long-talk.html#turn-2"),
    ],
)
def test_a_word_leads_to(word: str, address: str) -> None:
    found = small.look_up(word)
    assert address in found if address else not found


def test_what_a_thing_is_called_counts_more_than_who_made_it_and_that_more_than_what_it_says() -> None:
    found = small.look_up("ivan")
    assert (
        found["people/ivan-arcuschin.html"]
        > found["papers/sparse-features-of-models.html"]
        > found["transcripts/the-long-talk.html#turn-1"]
    )


def test_a_name_in_another_script_is_found_as_it_is_typed_in_ascii() -> None:
    found = index(library((), (person("Иван Петров"),)))
    assert found.look_up("иван") == found.look_up("ivan") != {}


def test_everyday_words_lead_to_titles_only() -> None:
    assert set(small.look_up("the")) == {"transcripts/the-long-talk.html"}
    assert not small.look_up("we")


def test_every_word_of_a_large_library_is_found_where_it_stands() -> None:
    made, links = synthetic(400)
    found = index(made, links)
    everyday = stop_words()
    expected: dict[str, set[str]] = {}
    for entry in (source.entry() for source in list_sources(made, links)):
        for field in entry.fields:
            for word in words(field.text):
                if field.weight > 1 or word not in everyday:
                    expected.setdefault(word, set()).add(entry.address)
    rare_and_common = sorted(expected)[::97] + sorted(expected, key=lambda word: -len(expected[word]))[:20]
    assert {word: set(found.look_up(word)) for word in rare_and_common} == {
        word: expected[word] for word in rare_and_common
    }


def test_hostile_words_are_words() -> None:
    found = index(library((work('__proto__ constructor con "]);alert(1)//', "</script><script>\u2028\x00"),)))
    for word in ("proto", "constructor", "con", "alert", "script"):
        assert len(found.look_up(word)) == 1


def test_an_empty_library_has_a_search_that_finds_nothing() -> None:
    assert index(library()).look_up("anything") == {}


# Which file


@pytest.fixture(scope="module")
def large() -> tuple[Library, Links, dict[str, bytes]]:
    """A library of many works, and the files of its search."""
    made, links = synthetic(1_500)
    return made, links, search_files(made, links)


def test_no_file_of_words_is_over_its_limit_and_every_name_suits_every_file_system(
    large: tuple[Library, Links, dict[str, bytes]],
) -> None:
    _, _, files = large
    shards = {name: content for name, content in files.items() if re.fullmatch(r"search/words/[^/]+", name)}
    assert len(shards) > 20
    assert max(map(len, shards.values())) < LIMIT * 1.1
    assert all(re.fullmatch(r"search/(manifest|[a-z]+/(rest/)?[a-z0-9_.-]+)\.js", name) for name in files)
    # CON, AUX and their like are no names of files on Windows; with a line in front they are.
    assert all(name.split("/")[-1].startswith("_") for name in shards)


def test_scripts_of_many_characters_do_not_make_a_file_each() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(4_000))
    files = search_files(library((work("A", text), work("B", text[::-1]))), Links())
    assert len(files) < 30


def test_the_order_of_the_library_makes_no_difference() -> None:
    made, links = synthetic(50)
    turned = replace(
        made, works=made.works[::-1], people=made.people[::-1], transcripts=made.transcripts[::-1]
    )
    turned_links = replace(links, topics=tuple(replace(each) for each in links.topics[::-1]))
    assert search_files(made, replace(links, topics=())) == search_files(
        turned, replace(turned_links, topics=())
    )


def test_a_new_work_rewrites_the_files_of_its_own_words_and_no_others(
    large: tuple[Library, Links, dict[str, bytes]],
) -> None:
    made, links, before = large
    new = work("Zzyzx qwertyish", "A wholly vuvuzelian abstract.")
    after = search_files(replace(made, works=(*made.works, new)), links)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert "search/manifest.js" in changed
    assert sum(name.startswith("search/documents/") for name in changed) == 1
    # Each of its words has a file, and may change the best entries of a shorter beginning too.
    assert sum(name.startswith("search/words/") for name in changed) <= 10
    assert len(before) > 200


def test_numbers_that_fall_together_are_told_apart() -> None:
    addresses = [f"papers/{number}.html" for number in range(20_000)]
    numbers = number_addresses(addresses)
    assert len(set(numbers.values())) == len(addresses)
    alone = {address: number_addresses([address])[address] for address in addresses}
    moved = [address for address in addresses if numbers[address] != alone[address]]
    assert 0 < len(moved) < 30
    assert number_addresses(addresses[::-1]) == numbers


def test_an_index_that_is_told_of_changes_is_the_one_that_would_be_made_anew() -> None:
    made, links = synthetic(300)
    new = work("Zzyzx qwertyish", "A wholly vuvuzelian abstract.")
    changed = replace(made.works[3], title=replace(made.works[3].title, shown="Quite Another Title"))
    several = [
        made,
        replace(made, works=(*made.works, new)),
        replace(made, works=(*made.works[:3], changed, *made.works[4:], new)),
        replace(made, works=made.works[:100]),
        library(),
        replace(made, people=()),
        made,
    ]
    index, seen = None, []
    for each in several:
        search = search_of(each, links, index)
        index = msgspec.msgpack.decode(msgspec.msgpack.encode(search.index), type=Kept)
        seen.append(search.looked_at)
        anew = search_of(each, links)
        assert index == anew.index
        assert [(draft.path, draft.key, draft.content()) for draft in search.drafts] == [
            (draft.path, draft.key, draft.content()) for draft in anew.drafts
        ]
    assert seen[0] > 300
    assert seen[1:4] == [1, 1, 1]


def test_every_source_says_the_address_of_its_entry() -> None:
    made, links = synthetic(20)
    for source in list_sources(made, links):
        assert source.address == source.entry().address
