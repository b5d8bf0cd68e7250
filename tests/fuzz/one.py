"""One target, by atheris: `python -m tests.fuzz.one bibtex CORPUS -runs=1000`, with options of libFuzzer.

Atheris watches which code an input reaches, and makes new inputs of those that reach new code. An input that
goes wrong is written to a file, the process says what was raised, and ends.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["seedbed"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Try the target that the first argument names; the rest is libFuzzer's."""
    program, target, *options = sys.argv
    atheris.Setup([program, *options], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
