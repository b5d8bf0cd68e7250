"""How the command ends: at once, but with all said, and all done that was to be done at the end."""

from __future__ import annotations

import subprocess
import sys

import pytest

# A command of another kind in place of ours, so that it can end in every way.
_RUN = """
import atexit, sys
import seedbed.__main__ as command

def main():
    {code}

class Kept:
    def __del__(self):
        print("freed")

kept = Kept()
command.main = main
command.run()
"""


def ended(code: str) -> subprocess.CompletedProcess[str]:
    script = _RUN.format(code=code)
    return subprocess.run([sys.executable, "-c", script], check=False, text=True, capture_output=True)  # noqa: S603


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_status_is_that_of_the_command(status: int) -> None:
    assert ended(f"sys.exit({status})").returncode == status


def test_all_that_was_said_arrives_and_nothing_is_freed_one_by_one() -> None:
    done = ended("print('x' * 1_000_000); print('y', file=sys.stderr); sys.exit(0)")
    assert (len(done.stdout), done.stderr) == (1_000_001, "y\n")


def test_what_asked_to_be_called_at_the_end_is_called() -> None:
    assert ended("atexit.register(print, 'called'); sys.exit(0)").stdout == "called\n"


@pytest.mark.parametrize("code", ["raise ValueError('a bug')", "sys.exit('a bug')"])
def test_a_bug_ends_as_python_ends(code: str) -> None:
    done = ended(code)
    assert done.returncode == 1
    assert done.stdout == "freed\n"
    assert "a bug" in done.stderr
