"""Which seeds are read, and which readings are taken as they were kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedbed import reading
from seedbed.config import Limits, Settings
from seedbed.intake import take_in
from seedbed.keep.store import Store
from seedbed.keep.workers import ALONE, Workers
from seedbed.model.curation import Curation, SeedNote
from seedbed.model.record import Reading, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.reader import Reader, Recognition
from seedbed.read.registry import BUILT_IN
from tests.benchmarks.generate import write_one_more
from tests.growing import TALK, plant


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plant(tmp_path / "project")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", b"sign")


def kept(store: Store) -> int:
    assert store.folder
    return len(list((store.folder / "readings").iterdir()))


def test_a_seed_is_read_once(settings: Settings, store: Store) -> None:
    first = take_in(settings, Curation(), store)
    assert first.read == len(first.readings) == 3
    second = take_in(settings, Curation(), store)
    assert second.read == 0
    assert second.readings == first.readings == take_in(settings, Curation(), Store(None)).readings


def test_only_what_was_added_or_edited_is_read(settings: Settings, store: Store) -> None:
    take_in(settings, Curation(), store)
    write_one_more(settings.seeds, 7)
    assert take_in(settings, Curation(), store).read == 1
    (settings.seeds / "talk.txt").write_text(TALK.replace("gardens", "forests"), encoding="utf-8")
    again = take_in(settings, Curation(), store)
    assert again.read == 1
    assert again.readings == take_in(settings, Curation(), Store(None)).readings


def test_of_some_alone_the_others_stay_kept(settings: Settings, store: Store) -> None:
    whole = take_in(settings, Curation(), store)
    some = take_in(settings, Curation(), store, only={"talk.txt", "another.txt"})
    assert some.readings == tuple(each for each in whole.readings if each.seed.path == "talk.txt")
    assert some.read == 0
    assert kept(store) == len(whole.readings)


def test_under_another_name_it_is_read_again_and_what_is_gone_is_not_kept(
    settings: Settings, store: Store
) -> None:
    take_in(settings, Curation(), store)
    (settings.seeds / "talk.txt").rename(settings.seeds / "moved.txt")
    again = take_in(settings, Curation(), store)
    assert again.read == 1
    assert again.readings[0].seed.path == "moved.txt"
    assert kept(store) == 3
    (settings.seeds / "moved.txt").unlink()
    take_in(settings, Curation(), store)
    assert kept(store) == 2


def test_what_the_maintainer_notes_counts_and_where_it_is_written_does_not(
    settings: Settings, store: Store
) -> None:
    take_in(settings, Curation(), store)
    noted = Curation(seeds=(SeedNote("talk.txt", 1, captured="2026-04-10"),))
    again = take_in(settings, noted, store)
    assert again.read == 1
    assert again.readings[-1].seed.captured == "2026-04-10"
    assert take_in(settings, Curation(seeds=(replace(noted.seeds[0], line=9),)), store).read == 0


def test_limits_and_code_count(settings: Settings, store: Store) -> None:
    take_in(settings, Curation(), store)
    narrow = replace(settings, limits=Limits(records=1))
    assert take_in(narrow, Curation(), store).read == 3
    assert take_in(narrow, Curation(), Store(store.folder, b"other code")).read == 3


def test_what_cannot_be_read_is_said_each_time(settings: Settings, store: Store) -> None:
    (settings.seeds / "empty.txt").write_bytes(b"")
    faults = [str(fault) for fault in take_in(settings, Curation(), store).faults]
    assert faults == ["seeds/empty.txt: is empty. Put the captured text into it, or remove it."]
    again = take_in(settings, Curation(), store)
    assert [str(fault) for fault in again.faults] == faults
    assert again.read == 0


@pytest.mark.parametrize("damage", [b"", b"not ours", None])
def test_damage_is_noticed_and_mended(settings: Settings, store: Store, damage: bytes | None) -> None:
    first = take_in(settings, Curation(), store)
    assert store.folder
    for file in (store.folder / "readings").iterdir():
        content = file.read_bytes()
        file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if damage is None else damage)
    again = take_in(settings, Curation(), store)
    assert again.read == 3
    assert again.readings == first.readings
    assert take_in(settings, Curation(), store).read == 0


@pytest.mark.parametrize("held", [object(), 2**70])
def test_a_record_that_holds_what_none_may_is_told(
    settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch, held: Any
) -> None:
    def read_oddly(seed: Seed) -> Reading:
        return account(seed, "odd", [WorkRecord(title=Claim(held, seed.span(1)))])

    odd = Reader(
        "odd", "odd", lambda seed: Recognition(1.0, "it is") if seed.path < "s" else None, read_oddly
    )
    monkeypatch.setattr(reading, "load_readers", lambda _: (*BUILT_IN, odd))
    found = take_in(settings, Curation(), store)
    assert [fault.path for fault in found.faults] == ["seeds/one-more-0.txt", "seeds/one-more-1.txt"]
    assert all('the reader "odd" returned' in fault.message for fault in found.faults)
    assert [reading.seed.path for reading in found.readings] == ["talk.txt"]


@pytest.mark.usefixtures("forks")
def test_a_process_apart_reads_the_same(settings: Settings, store: Store, tmp_path: Path) -> None:
    here = Store(tmp_path / "here", b"sign")
    for number in (7, 8):
        (settings.seeds / f"broken-{number}.txt").write_bytes(b"\xff\xfe\x00")
        apart = take_in(settings, Curation(), store, apart=True)
        found = take_in(settings, Curation(), here)
        assert (apart.readings, apart.read) == (found.readings, found.read)
        assert [str(fault) for fault in apart.faults] == [str(fault) for fault in found.faults]
        assert kept(store) == kept(here)
        write_one_more(settings.seeds, number)


def test_something_else_in_their_place_is_lived_with(settings: Settings, store: Store) -> None:
    first = take_in(settings, Curation(), store)
    assert store.folder
    for file in (store.folder / "readings").iterdir():
        file.unlink()
        file.mkdir()
    again = take_in(settings, Curation(), store)
    assert (again.read, again.readings) == (3, first.readings)


def test_several_processes_and_an_executor_read_the_same(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings.seeds / "empty.txt").write_bytes(b"")
    alone = take_in(settings, Curation(), Store(None), ALONE)
    monkeypatch.setattr(reading, "_WORTH_SPREADING", 1)
    spread = take_in(settings, Curation(), Store(None), Workers(2))
    with ThreadPoolExecutor(2) as executor:
        sent = take_in(settings, Curation(), Store(None), Workers(1, executor))
    for each in (spread, sent):
        assert each.readings == alone.readings
        assert [str(fault) for fault in each.faults] == [str(fault) for fault in alone.faults]
        assert each.read == alone.read == 3
