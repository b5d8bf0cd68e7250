"""Tries every target on made-up bytes, one after the other: `python -m tests.fuzz --runs 200000`.

The same number of runs and the same seed give the same inputs, as long as the code is the same. An input that
goes wrong is kept below `.cache/fuzz/`; mend the code, and move the file to `tests/fuzz/crashes/`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.fragments import FRAGMENTS
from tests.fuzz.targets import TARGETS, examples

FOUND = Path(".cache/fuzz")
LONGEST = 4096
"""Bytes of an input."""
SECONDS = 20
"""That one input may take, on a machine that may be busy."""
LAST_WORDS = 6000
"""Characters of what a target that went wrong said: the exception, and where the input was kept."""


def main() -> int:
    """Try the targets; 1 where anything went wrong, 2 where atheris is not installed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=200_000, help="inputs over all targets (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which inputs are made (%(default)s)")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (all)")
    stated = parser.parse_args()
    unknown = sorted(set(stated.targets) - set(TARGETS))
    if unknown:
        parser.error(f"there is no target {unknown[0]}; there are {', '.join(TARGETS)}")
    if find_spec("atheris") is None:
        sys.stderr.write(
            "atheris is not installed (`make fuzz` installs it where it exists: Linux, x86-64). Elsewhere,\n"
            "  pytest tests/read/test_laws.py -k any --hypothesis-profile=fuzz\n"
            "tries as many inputs, without watching which code they reach.\n"
        )
        return 2
    targets = stated.targets or list(TARGETS)
    failed = list(_try_all(targets, -(-stated.runs // len(targets)), stated.seed))
    sys.stdout.write(f"went wrong: {', '.join(failed)}\n" if failed else "nothing went wrong\n")
    return 1 if failed else 0


def _try_all(targets: list[str], runs: int, seed: int) -> Iterator[str]:
    """The targets that went wrong."""
    FOUND.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        words.write_text("\n".join(map(_word, filter(None, FRAGMENTS))) + "\n", encoding="ascii")
        for target in targets:
            corpus = Path(folder) / target
            corpus.mkdir()
            for example in examples(target):
                (corpus / example.name).write_bytes(example.read_bytes())
            start = time.perf_counter()
            options = (
                f"-runs={runs}",
                f"-seed={seed}",
                f"-dict={words}",
                f"-max_len={LONGEST}",
                f"-timeout={SECONDS}",
                f"-artifact_prefix={FOUND}/{target}--",
                "-verbosity=0",
            )
            command = [sys.executable, "-m", "tests.fuzz.one", target, str(corpus), *options]
            # The order of a set must not decide what is reached, or no run could be repeated.
            done = subprocess.run(  # noqa: S603
                command,
                env={**os.environ, "PYTHONHASHSEED": "0"},
                check=False,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            seconds = time.perf_counter() - start
            verdict = "well" if done.returncode == 0 else f"WRONG (exit status {done.returncode})"
            sys.stdout.write(f"{target}: {runs:,} inputs in {seconds:.0f} s: {verdict}\n")
            sys.stdout.flush()
            if done.returncode:
                said = done.stdout.decode("utf-8", "replace")
                sys.stdout.write(said.partition("=== Uncaught")[2][-LAST_WORDS:] or said[-LAST_WORDS:])
                yield target


def _word(fragment: str) -> str:
    """A line of libFuzzer's dictionary (https://llvm.org/docs/LibFuzzer.html#dictionaries)."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in fragment.encode("utf-8", "replace")[:60]) + '"'


if __name__ == "__main__":
    sys.exit(main())
