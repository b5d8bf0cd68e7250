from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from seedbed.link import link
from seedbed.model.library import Library
from seedbed.model.link import Links
from tests.link.factory import collection, library, transcript, work


def test_an_empty_library_has_no_links() -> None:
    assert link(library()) == Links()


def test_a_library_of_one_work() -> None:
    found = link(library(work("Alone", "Nothing else is here.", creators=["Ann Ames"], topics=["Solitude"])))
    assert [topic.id for topic in found.topics] == ["solitude"]
    assert replace(found, topics=()) == Links()


def test_a_library_of_works_without_abstracts() -> None:
    assert link(library(work("One"), work("Two"))) == Links()


def test_a_library_of_transcripts_only() -> None:
    found = link(
        library(
            transcript(
                "One Talk",
                ("Ann Ames", "Hello, I spoke to Bob Bell of tides yesterday."),
                ("Bob Bell", "Yes."),
            ),
            transcript("Two Talk", ("Bob Bell", "Ann Ames and I speak of tides.")),
        )
    )
    assert {each.target.id for each in found.mentions} == {"ann-ames", "bob-bell"}
    assert not found.discussions
    assert not found.related


def digest() -> str:
    """All links of a small library, printed by the subprocesses below."""
    said = "The waggle dance of bees is what I film, and bees tell the way by a waggle dance."
    made = library(
        work(
            "Waggle Dances of Bees",
            "Waggle dances (WDs) tell bees the way.",
            creators=["A B", "C D"],
            topics=["X"],
        ),
        work(
            "The Waggle Dance",
            "We film a waggle dance of bees and tell.",
            creators=["A B", "C D"],
            topics=["X"],
        ),
        transcript("Talk", ("A B", said)),
    )
    return repr(link(made))


def test_the_same_library_has_the_same_links_whatever_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", "from tests.link.test_link import digest; print(digest())"],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    (output,) = outputs
    assert b"Discussion(" in output
    assert b"Related(" in output


def test_adding_a_work_changes_few_other_pages(real_library: Library, real_links: Links) -> None:
    """What one work brings is its own links, and little else: here, at most one work in ten."""
    new = work("Tides of the Northern Sea", "We measure tides at forty harbours. Tides follow the moon.")
    more = link(
        replace(real_library, works=tuple(sorted((*real_library.works, new), key=lambda each: each.id)))
    )
    changed = {each.work for each in set(more.related) ^ set(real_links.related)}
    assert len(changed) <= len(real_library.works) / 10
    assert {topic.id for topic in more.topics} == {topic.id for topic in real_links.topics}
    assert more.mentions == real_links.mentions
    kept = {(each.turn, each.work) for each in more.discussions}
    assert len(kept ^ {(each.turn, each.work) for each in real_links.discussions}) <= 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("aAbé -.:()\n\\${}[]'’“”%&#_1漢🙂\u0301\u200b", max_size=60), min_size=3, max_size=3),
)
def test_no_text_makes_it_raise(texts: list[str]) -> None:
    title, abstract, said = texts
    made = library(
        work(title or "x", abstract, topics=[said or "y"]),
        work("Other", said),
        transcript("Talk", ("Ann Ames", said), summary=[abstract]),
        collection("List", title),
    )
    assert link(made) == link(made)
