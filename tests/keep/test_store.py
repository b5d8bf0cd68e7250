from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedbed.keep.store import Store, read_value, write_value


def test_a_value_comes_back(tmp_path: Path) -> None:
    write_value(tmp_path / "new" / "value", {"a": (1, 2)})
    assert read_value(tmp_path / "new" / "value", dict[str, tuple[int, int]]) == {"a": (1, 2)}
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["value"]


def test_a_value_of_another_kind_does_not(tmp_path: Path) -> None:
    write_value(tmp_path / "value", [1, 2])
    assert read_value(tmp_path / "value", dict[str, int]) is None
    assert read_value(tmp_path / "gone", list[int]) is None
    assert read_value(tmp_path, list[int]) is None


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store") / "value"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 1_000), bit=st.integers(0, 7), cut=st.booleans())
def test_no_damage_goes_unseen(path: Path, place: int, bit: int, *, cut: bool) -> None:
    write_value(path, list(range(1_000)))
    data = bytearray(path.read_bytes())
    place %= len(data)
    if cut:
        del data[place:]
    else:
        data[place] ^= 1 << bit
    path.write_bytes(data)
    assert read_value(path, list[int]) is None


def test_under_another_sign_nothing_is_found(tmp_path: Path) -> None:
    Store(tmp_path, b"one").put("value", [1, 2])
    assert Store(tmp_path, b"one").take("value", list[int]) == [1, 2]
    assert Store(tmp_path, b"other").take("value", list[int]) is None
    assert Store(tmp_path).take("value", list[int]) is None


def test_what_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    before = [1, 2]
    store.put("value", before, before)
    assert store.take("value", list[int]) is None
    store.put("value", [1, 2], before)
    assert store.take("value", list[int]) == before


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    store = Store(None)
    store.put("value", 1)
    assert store.take("value", int) is None
    assert not list(tmp_path.iterdir())


def test_what_follows_from_more_is_found_under_that_alone(tmp_path: Path) -> None:
    store = Store(tmp_path, b"sign")
    store.under(b"a", b"bc").put("value", 1)
    assert store.under(b"a", b"bc").take("value", int) == 1
    assert store.under(b"ab", b"c").take("value", int) is None
    assert store.take("value", int) is None


def test_what_is_swept_is_gone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("value", 0)
    for name in ("one", "other"):
        store.put(f"some/{name}", 1)
    store.sweep("some", {"one"})
    store.sweep("nowhere", ())
    assert [store.take(f"some/{name}", int) for name in ("one", "other")] == [1, None]
    assert store.take("value", int) == 0


def test_what_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not ours", encoding="utf-8")
    (tmp_path / "some" / "value").mkdir(parents=True)
    for store, name in ((Store(tmp_path / "file"), "value"), (Store(tmp_path), "some/value")):
        store.put(name, 1)
        assert store.take(name, int) is None
    Store(tmp_path).sweep("some", ())
    assert (tmp_path / "some" / "value").is_dir()
    assert (tmp_path / "file").read_text("utf-8") == "not ours"
