"""Memory that was freed."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys

import pytest

from seedbed.keep.beside import beside
from seedbed.keep.memory import leave, set_aside, uncollected

# What is kept above all that was freed keeps the C library from giving any of it back by itself.
_FREE_AND_GIVE_BACK = """
from pathlib import Path
from seedbed.keep.memory import give_back

def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

give_back()
begin = held()
many = [b"x" * 50_000 for _ in range(1000)]
last = b"x" * 50_000
del many
kept = held() - begin
give_back()
print(kept, held() - begin)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="this is about glibc"
)
def test_what_is_free_is_given_back() -> None:
    ran = subprocess.run([sys.executable, "-c", _FREE_AND_GIVE_BACK], check=True, capture_output=True)  # noqa: S603
    kept, left = map(int, ran.stdout.split())
    assert kept > 50_000_000 / 4096 / 2
    assert left < kept / 4


def test_what_is_set_aside_is_so_until_the_outermost_block_ends() -> None:
    before = gc.get_freeze_count()
    with set_aside():
        with set_aside():
            assert gc.get_freeze_count() > before
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() <= before


def test_cycles_are_searched_again_whatever_happens() -> None:
    with pytest.raises(InterruptedError), uncollected():
        raise InterruptedError if not gc.isenabled() else AssertionError
    assert gc.isenabled()


class Value:
    """Tells when it is freed."""

    def __init__(self, freed: list[str]) -> None:
        self.freed = freed

    def __del__(self) -> None:
        self.freed.append("it")


def let_go() -> list[str]:
    """What was freed when a value was let go."""
    freed: list[str] = []
    leave(Value(freed))
    return freed


def test_a_process_that_goes_on_frees_what_it_lets_go() -> None:
    assert let_go() == ["it"]


@pytest.mark.usefixtures("forks")
def test_a_process_that_ends_soon_leaves_it_to_the_system() -> None:
    with beside(lambda _: let_go()) as freed:
        assert freed() == []
    assert let_go() == ["it"]
