"""Planning only what has changed: the same files as planning all of it, and no more planned than need be."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from seedbed.model.library import Library, WorkId
from seedbed.model.link import Links
from seedbed.model.page import SiteFacts
from seedbed.write.files import files_of
from seedbed.write.lookups import Digests, View
from seedbed.write.markdown import Templates
from seedbed.write.planning import Plans
from seedbed.write.shelving import shelve
from tests.write.small import LIST, SITE, SOFT, library, links

Whole = tuple[Library, Links, SiteFacts]
Way = tuple[str | int, ...]

# Compiling them takes longer than all else here.
TEMPLATES = Templates()

# Texts that may be anything without the library contradicting itself.
TEXTS = frozenset(
    {
        "shown", "value", "name", "name_as_stated", "sentence", "quote", "how", "label", "decided", "asked",
        "why", "inferred", "rule", "captured", "reasons", "phrases", "warnings", "lines", "description",
        "home", "citation_key", "home_title",
    }
)  # fmt: skip
# Lists of which any member may be missing.
LISTS = frozenset(
    {
        "decisions", "questions", "conflicts", "moved", "warnings", "mentions", "discussions", "related",
        "co_authors", "topic_pairs", "forms", "roles", "figures", "evidence", "reasons", "organisations",
        "links", "fellows", "sources", "introduction", "remarks", "records",
    }
)  # fmt: skip


@dataclass(slots=True)
class Folder:
    """The docs folder as `sync` keeps it: a file whose key is known is not made."""

    kept: Plans | None = None
    keys: dict[str, bytes] = field(default_factory=dict)
    content: dict[str, bytes] = field(default_factory=dict)
    planned: int = 0

    def write(self, whole: Whole) -> None:
        files = files_of(*whole, self.kept, templates=TEMPLATES)
        content, keys = {}, {}
        for draft in files.drafts():
            known = draft.key and self.keys.get(draft.path) == draft.key
            content[draft.path] = self.content[draft.path] if known else draft.content()
            keys[draft.path] = draft.key
        self.content, self.keys, self.planned = content, keys, files.planner.planned
        self.kept = msgspec.msgpack.decode(msgspec.msgpack.encode(files.planner.plans()), type=Plans)


def written(whole: Whole) -> dict[str, bytes]:
    return {draft.path: draft.content() for draft in files_of(*whole, templates=TEMPLATES).drafts()}


@cache
def edits() -> tuple[Way, ...]:
    """The way to each value that may be changed, and to each that may be missing."""
    return tuple(_ways((library(), links(), SITE), (), ""))


def _ways(value: Any, way: Way, name: str) -> Iterator[Way]:
    if isinstance(value, str):
        if name in TEXTS:
            yield way
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            if name in LISTS:
                yield (*way, at, "gone")
            yield from _ways(each, (*way, at), name)
    elif isinstance(value, msgspec.Struct):
        for each in structs.fields(value):
            yield from _ways(getattr(value, each.name), (*way, each.name), each.name)
    elif dataclasses.is_dataclass(value):
        for field_ in dataclasses.fields(value):
            yield from _ways(getattr(value, field_.name), (*way, field_.name), field_.name)


def edited(value: Any, way: Way) -> Any:
    """The same value, but for what lies at the end of the way."""
    if not way:
        return f"{value} and more"
    step, *rest = way
    if isinstance(step, str):
        change = structs.replace if isinstance(value, msgspec.Struct) else dataclasses.replace
        return change(value, **{step: edited(getattr(value, step), tuple(rest))})
    if step >= len(value):
        return value  # an edit before this one took it away
    if rest == ["gone"]:
        return value[:step] + value[step + 1 :]
    return (*value[:step], edited(value[step], tuple(rest)), *value[step + 1 :])


@given(st.lists(st.lists(st.sampled_from(edits()), min_size=1, max_size=3), min_size=1, max_size=3))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_edit_the_files_are_those_of_a_clean_build(history: list[list[Way]]) -> None:
    whole: Whole = (library(), links(), SITE)
    folder = Folder()
    folder.write(whole)
    for each in history:
        for way in each:
            whole = edited(whole, way)
        folder.write(whole)
        assert folder.content == written(whole)


@pytest.fixture
def folder() -> Folder:
    folder = Folder()
    folder.write((library(), links(), SITE))
    return folder


def whole_pages() -> int:
    """How many pages show the library as a whole: these are planned in every build."""
    folder = Folder()
    folder.write((library(), links(), SITE))
    folder.write((library(), links(), SITE))
    return folder.planned


def test_only_what_shows_a_changed_text_is_planned_again(folder: Folder) -> None:
    before = folder.content
    made = library()
    at = next(at for at, work in enumerate(made.works) if work.id == SOFT)
    citation = structs.replace(made.works[at], citation_key="another")
    folder.write(
        (structs.replace(made, works=(*made.works[:at], citation, *made.works[at + 1 :])), links(), SITE)
    )
    assert folder.planned == whole_pages() + 1
    assert [path for path in before if before[path] != folder.content[path]] == [
        f"papers/{SOFT}.md",
        "data/library.json",
    ]


def test_a_library_that_grows_plans_only_what_the_new_thing_touches(folder: Folder) -> None:
    made = library()
    alone = structs.replace(made.works[0], id=WorkId("alone"), topics=(), fellows=(), citation_key="alone")
    folder.write(
        (
            structs.replace(made, works=tuple(sorted((*made.works, alone), key=lambda work: work.id))),
            links(),
            SITE,
        )
    )
    # its own page, the list of papers, and the source that states it with whatever refers to that
    assert folder.planned < whole_pages() + len(folder.content) // 4
    assert folder.planned >= whole_pages() + 2


def test_a_file_that_somebody_changed_is_made_again(folder: Folder) -> None:
    files = files_of(library(), links(), SITE, folder.kept)
    made = {draft.path: draft.content() for draft in files.drafts()}
    assert made == folder.content
    assert files.planner.planned == whole_pages()


def test_the_page_of_one_thing_cannot_look_at_all_things() -> None:
    view = View(shelve(library(), links()))
    with pytest.raises(TypeError, match="all things"):
        list(view.shelf.works)
    with pytest.raises(TypeError, match="all things"):
        len(view.shelf.people)
    assert not hasattr(view.shelf, "library")
    assert SOFT in view.shelf.works
    assert view.seen == {f"work/{SOFT}"}


def test_a_part_that_is_missing_has_a_hash_of_its_own() -> None:
    digests = Digests(shelve(library(), links()))
    assert digests.of("work/none") == digests.of("work/nothing") != digests.of(f"work/{SOFT}")
    assert digests.of("lines/none") != digests.of(f"lines/{LIST.path}")


def test_a_part_that_nothing_looks_at_any_more_is_not_kept(folder: Folder) -> None:
    made = library()
    gone = made.collections[0].id
    assert folder.kept is not None
    assert f"collection/{gone}" in folder.kept.parts
    folder.write((structs.replace(made, collections=made.collections[1:]), links(), SITE))
    assert f"collection/{gone}" not in folder.kept.parts
    looked_at = {number for plan in folder.kept.tasks.values() for number in plan.looked_at}
    assert looked_at == set(range(len(folder.kept.parts)))
    before = folder.planned
    folder.write((structs.replace(made, collections=made.collections[1:]), links(), SITE))
    assert folder.planned == whole_pages() < before


@pytest.mark.usefixtures("forks")
def test_several_processes_write_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seedbed.write.planning._MANY", 2)
    whole: Whole = (library(), links(), SITE)
    expected = {
        draft.path: (draft.key, draft.content()) for draft in files_of(*whole, templates=TEMPLATES).drafts()
    }
    for jobs in (2, 3):
        files = files_of(*whole, jobs=jobs)
        assert {draft.path: (draft.key, draft.content()) for draft in files.drafts()} == expected
        again = files_of(*whole, before=files.planner.plans(), jobs=jobs)
        assert {draft.path: draft.key for draft in again.drafts()} == {
            p: key for p, (key, _) in expected.items()
        }
        assert again.planner.planned == whole_pages()
