"""What is shown of seeds that were saved, before the library is built again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from seedbed.config import Settings
from seedbed.first_look import get_ready, look
from seedbed.model.page import Page
from seedbed.model.thing_page import WorkPage
from seedbed.pipeline import build
from seedbed.write.markdown import Templates
from tests.benchmarks.generate import write_one_more
from tests.growing import TALK, contents, plant

ABSTRACTS = """\
Title: Roots that remember water
Authors: Ada Chen, Grace Ito
Date: 2025-03-04
Abstract: We water roots, wait for a season, and ask them what they remember of it. They remember more than we
thought, and less than they say.

Title: Leaves in the wind
Authors: Ada Chen
Date: 2025-05-06
Abstract: Leaves move in the wind. We count how often, for how long, and why nobody has counted them before.
"""
AGAIN = ABSTRACTS.partition("\n\n")[0].replace("2025-03-04", "2025-03-05") + "\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project that was built, which no test builds again: a first look changes nothing."""
    return build_anew(tmp_path_factory.mktemp("built") / "project")


@pytest.fixture
def settings(built: Settings) -> Iterator[Settings]:
    """The same, whose seeds and notes are as they were when a test begins."""
    before = contents(built.seeds) | {"../docs_src/home.md": (built.docs / "home.md").read_bytes()}
    yield built
    for path in built.seeds.iterdir():
        path.unlink()
    for name, content in before.items():
        (built.seeds / name).write_bytes(content)


def build_anew(folder: Path) -> Settings:
    settings = plant(folder)
    save(settings, "abstracts.txt", ABSTRACTS)
    build(settings)
    return settings


def save(settings: Settings, name: str, text: str) -> None:
    (settings.seeds / name).write_text(text, encoding="utf-8")


def paths(pages: tuple[Page, ...]) -> set[str]:
    return {page.path for page in pages}


def work(pages: tuple[Page, ...], path: str) -> WorkPage:
    (value,) = (page.value for page in pages if page.path == path)
    assert isinstance(value, WorkPage)
    return value


def test_a_new_seed_shows_its_works_itself_and_people_without_a_page(settings: Settings) -> None:
    save(
        settings,
        "new.txt",
        ABSTRACTS.replace("Leaves", "Twigs").replace("Grace Ito", "Ben Noor").partition("\n\n")[2],
    )
    assert paths(look(settings)) == {"papers/twigs-in-the-wind.md", "sources/new-txt.md"}
    save(settings, "new.txt", AGAIN.replace("Roots", "Bulbs").replace("Grace Ito", "Ben Noor"))
    found = paths(look(settings))
    assert found == {"papers/bulbs-that-remember-water.md", "people/ben-noor.md", "sources/new-txt.md"}


def test_a_changed_seed_shows_what_it_says_now(settings: Settings) -> None:
    save(settings, "abstracts.txt", ABSTRACTS.replace("2025-05-06", "2025-05-07"))
    pages = look(settings)
    assert paths(pages) == {
        "papers/leaves-in-the-wind.md",
        "papers/roots-that-remember-water.md",
        "sources/abstracts-txt.md",
    }
    assert "7 May 2025" in repr(work(pages, "papers/leaves-in-the-wind.md").facts)


def test_other_seeds_that_state_the_same_work_are_heard(settings: Settings) -> None:
    save(settings, "again.txt", AGAIN)
    shown = work(look(settings), "papers/roots-that-remember-water.md")
    assert [note.sentence for note in shown.sources] == ["abstracts.txt", "again.txt"]
    assert shown.disagreements  # their dates differ


def test_a_year_that_follows_from_all_seeds_is_left_to_the_build(settings: Settings) -> None:
    save(settings, "new.txt", AGAIN.replace("Roots", "Bulbs").replace("2025-03-05", "March 4"))
    page = work(look(settings), "papers/bulbs-that-remember-water.md")
    assert not any(fact.label == "Date" for fact in page.facts)
    assert "inferred-year" not in repr(page)


def test_very_much_is_left_to_the_build(settings: Settings) -> None:
    save(settings, "new.txt", AGAIN.replace("Roots", "Bulbs") + "\n" + "Rain falls. " * 30_000)
    assert look(settings) == ()


def test_a_conversation_is_shown(settings: Settings) -> None:
    save(settings, "talk.txt", TALK.replace("Seeds do", "Weeds do"))
    assert {path.partition("/")[0] for path in paths(look(settings))} == {"transcripts", "sources"}


def test_the_built_page_says_all_that_a_first_look_says(tmp_path: Path) -> None:
    settings = build_anew(tmp_path / "project")
    for number in range(10, 13):
        write_one_more(settings.seeds, number)
    before = contents(settings.docs)
    pages = look(settings)
    assert contents(settings.docs) == before
    build(settings)
    assert sum(page.kind == "work" for page in pages) == 3
    for page in pages:
        said = Templates().render(page).splitlines()
        built = (settings.docs / page.path).read_text(encoding="utf-8").splitlines()
        assert not [line for line in unified_diff(said, built, n=0) if re.match(r"-(?!--)", line)]


@pytest.mark.parametrize("other", ["library.yml", "../docs_src/home.md"])
def test_nothing_is_shown_where_more_has_changed_than_seeds(settings: Settings, other: str) -> None:
    save(settings, "again.txt", AGAIN)
    save(settings, other, "# nothing yet\n")
    assert look(settings) == ()


def test_nothing_is_shown_where_nothing_was_saved_or_built(tmp_path: Path) -> None:
    settings = build_anew(tmp_path / "project")
    assert look(settings) == ()
    (settings.seeds / "abstracts.txt").unlink()
    assert look(settings) == ()
    save(settings, "again.txt", AGAIN)
    shutil.rmtree(settings.docs / "data")
    assert look(settings) == ()
    shutil.rmtree(settings.cache)
    assert look(settings) == ()


def test_what_cannot_be_read_is_left_to_the_build(settings: Settings) -> None:
    save(settings, "again.txt", AGAIN)
    (settings.seeds / "picture.txt").write_bytes(b"\x89PNG\r\n")
    assert paths(look(settings)) == {"papers/roots-that-remember-water.md", "sources/again-txt.md"}
    looking = get_ready(settings)
    assert looking
    (settings.seeds / "permalinks.tsv").write_text("torn\n")
    assert looking.take() == {}


def test_the_pages_are_those_of_the_site_and_say_what_they_are(settings: Settings) -> None:
    looking = get_ready(settings)
    assert looking
    assert looking.take() == {}
    save(settings, "new.txt", AGAIN.replace("Roots", "Bulbs").replace("Grace Ito", "Ben Noor"))
    before = contents(settings.site)
    pages = {path: make().decode() for path, make in looking.take().items()}
    assert contents(settings.site) == before
    shown = pages["papers/bulbs-that-remember-water.html"]
    assert shown.count("A first look") == 1
    assert set(re.findall(r'href="\.\./people/([^"]*)"', shown)) == {
        "ada-chen.html",
        "ben-noor.html",
    }
    assert "Ben Noor" in pages["people/ben-noor.html"]
