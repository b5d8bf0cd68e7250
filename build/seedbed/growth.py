"""What a build keeps for the next one: what it was made from, what it wrote, and what it said.

Where all of that is as it was, the next build has nothing to do but say the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from seedbed.inputs import Inputs
from seedbed.keep.stamps import FileRecord, clock, record, stamp, walk
from seedbed.keep.store import read_value, write_value
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport

# Goes up when the meaning of a field changes.
SCHEMA = 2

_FILE = "growth"


class Growth(msgspec.Struct, frozen=True, array_like=True):
    """What a build was made from, what it wrote, and what it said.

    Attributes:
        schema: The meaning of these fields.
        inputs: What it was made from.
        generated: Every file that it has left in the docs folder, by its path there.
        keys: Hashes of what such files follow from, beside the code; not every file has one.
        report: What it said, with what the check of the site found.
        date: The newest date that the library states.
        site: The name that rendering gives to the site that was checked; empty where none was.
    """

    schema: int
    inputs: Inputs
    generated: dict[str, FileRecord]
    keys: dict[str, bytes]
    report: BuildReport
    date: PartialDate | None
    site: str = ""

    def keys_of(self, standing: Mapping[str, FileRecord], inputs: Inputs) -> dict[str, bytes]:
        """The keys that still tell what a file holds.

        Args:
            standing: The generated files as they are now.
            inputs: As they are now: under other code, a key means another content.
        """
        if self.inputs.code() != inputs.code():
            return {}
        return {
            path: key
            for path, key in self.keys.items()
            if path in standing and standing[path].digest == self.generated[path].digest
        }


def read_growth(cache: Path) -> Growth | None:
    """What the last build kept; None where there is nothing, or nothing that can be trusted."""
    growth = read_value(cache / _FILE, Growth)
    return growth if growth is not None and growth.schema == SCHEMA else None


def write_growth(cache: Path, growth: Growth) -> None:
    """Keep it for the next build."""
    write_value(cache / _FILE, growth)


def look_at_generated(
    docs: Path, cache: Path, paths: Iterable[str], known: Mapping[str, FileRecord]
) -> dict[str, FileRecord]:
    """Generated files as they are now, by their paths below the docs folder; what is gone is left out.

    Args:
        docs: The docs folder.
        cache: The cache folder, which is on the same file system.
        paths: Which files are generated.
        known: What was kept, as for `look_at_inputs`.
    """
    cache.mkdir(parents=True, exist_ok=True)
    now = clock(cache)
    stamps = walk(docs)
    return record(docs, {path: stamps[path] for path in paths if path in stamps}, known, now)


def look_at_written(
    docs: Path, cache: Path, paths: Iterable[str], known: Mapping[str, FileRecord]
) -> dict[str, FileRecord]:
    """The same after a few of the files were written, without a look at the others.

    Args:
        docs: As above.
        cache: As above.
        paths: Which files are generated.
        known: Those that were not written, as they were before; one that somebody else has edited since
            shows another stamp the next time.
    """
    now = clock(cache)
    looked_at = {path: docs / path for path in paths if path not in known}
    stamps = {path: stamp(file) for path, file in looked_at.items() if file.is_file()}
    return {path: known[path] for path in paths if path in known} | record(docs, stamps, {}, now)
