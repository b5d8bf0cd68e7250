"""What lets a reader take the library along: an archive of the site, and what its service worker has to know.

It is made of the finished site, so no page may depend on it: how large the archive is, and which version of
the library this is, stands in a script beside the pages. `extra.seedbed.offline: false` leaves all of it out.
"""

from __future__ import annotations

import datetime as dt
import os
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import msgspec

from seedbed.errors import SeedbedError
from seedbed.keep.stamps import UNKNOWN, FileRecord, digest
from seedbed.keep.store import Store
from seedbed.keep.workers import processors
from seedbed.render.archive import LEVEL, Packed, Pieces, Standing, open_archive, pack, write_archive
from seedbed.text.slugs import slug

ARCHIVE = "offline.zip"
FACTS = "offline.js"
LIST = "offline.json"
WORKER = "service-worker.js"

# All that is made here, by its path below the site: a worker reaches only what lies below its own folder.
MADE = (FACTS, LIST, WORKER, ARCHIVE)

# Scripts of the theme that only a host can run; an unzipped copy has no use for them.
SCRIPTS = "assets/seedbed/offline/"

_FACTS = """\
"use strict";
window.seedbedOffline = {
  root: new URL(".", document.currentScript.src).href,
  version: "%s",
  bytes: %d,
  archive: "%s",
};
"""
_WORKER = f"""\
"use strict";
self.seedbedOffline = {{ root: new URL(".", location.href).href, version: "%s" }};
importScripts("{SCRIPTS}shelf.js", "{SCRIPTS}worker.js");
"""

# How many files are compressed before the first of them is written.
AT_A_TIME = 200

# Pieces of long files, as they were compressed.
_PIECES = "packed"
_BY_ZLIB = f"{zlib.ZLIB_RUNTIME_VERSION} {LEVEL}".encode()

# What the footer's part on this begins and ends with; see partials/footer.html.
_FOOTER = b"<div data-offline", b"</div>"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site of which nothing but single files has changed since.

    Attributes:
        site: Its folder.
        files: What was recorded of each of its files.
    """

    site: Path
    files: Mapping[str, FileRecord]

    def still(self, digests: Mapping[str, bytes]) -> dict[str, FileRecord]:
        """Its files that are what they were."""
        return {path: each for path, each in self.files.items() if digests.get(path) == each.digest}


def pack_ahead(folder: Path, paths: Iterable[str], cache: Path | None = None) -> dict[bytes, Packed]:
    """Compress long files that will go into the site as they are.

    Args:
        folder: The documentation folder.
        paths: The files, below it.
        cache: Where their pieces are kept from one build to the next, if anywhere.

    Returns:
        What became of each, by what it holds.
    """
    store = Store(cache, _BY_ZLIB)
    pieces = Pieces(store.take(_PIECES, dict[bytes, bytes]))
    packed = {}
    for path in paths:
        data = (folder / path).read_bytes()
        packed[digest(data)] = pack(data, pieces)
    store.put(_PIECES, pieces.used)
    return packed


def add_offline(  # noqa: PLR0913 - each has a name
    staging: Path,
    digests: Mapping[str, bytes],
    *,
    name: str,
    moment: int,
    ahead: Mapping[bytes, Packed] | None = None,
    earlier: Earlier | None = None,
) -> None:
    """Write the files of `MADE` into a finished site.

    Args:
        staging: The folder of the site.
        digests: What each of its files holds.
        name: The name of the site, which the folder in the archive is named after.
        moment: The time that every file in the archive states, in seconds from 1970.
        ahead: Files that `pack_ahead` has compressed.
        earlier: A site whose archive is whole, to take over what it has compressed.

    Raises:
        SeedbedError: A file of the site has a name that is taken, or that not every system can unzip.
    """
    for path in digests:
        _require_fit(path)
    listed = {path: digests[path].hex() for path in sorted(digests)}
    version = blake2b(msgspec.json.encode(listed), digest_size=8).hexdigest()
    folder = slug(name)
    when = dt.datetime.fromtimestamp(moment, dt.UTC)
    paths = [path for path in listed if not path.startswith(SCRIPTS)]
    same = earlier.still(digests) if earlier else {}
    with _packed_before(earlier, same) as before:

        def known(path: str) -> Packed | Standing | None:
            return before(f"{folder}/{path}") or (ahead or {}).get(digests[path])

        files = _pack_files(staging, paths, known)
        write_archive(staging / ARCHIVE, ((f"{folder}/{path}", each) for path, each in files), when)
    (staging / LIST).write_bytes(msgspec.json.encode({"version": version, "files": listed}))
    whole = sum(_bytes_of(staging, path, same) for path in listed)
    packed = _size((staging / ARCHIVE).stat().st_size)
    (staging / FACTS).write_text(_FACTS % (version, whole, packed), encoding="utf-8", newline="\n")
    (staging / WORKER).write_text(_WORKER % version, encoding="utf-8", newline="\n")


def _require_fit(path: str) -> None:
    if path in MADE:
        raise SeedbedError(
            "is the name of a file that the offline copy needs. Rename yours, or set `offline: false` under"
            " extra.seedbed in mkdocs.yml.",
            path=path,
        )
    if "\\" in path or not path.isprintable():
        raise SeedbedError(
            "cannot be unzipped on every system: its name has a backslash or a control character. Rename it.",
            path=path,
        )


@contextmanager
def _packed_before(
    earlier: Earlier | None, same: Container[str]
) -> Iterator[Callable[[str], Standing | None]]:
    """What the archive of the site before holds of files that are as they were."""
    if earlier is None:
        yield lambda _: None
        return
    with open_archive(earlier.site / ARCHIVE) as take:
        # Names in it begin with the folder, which has no slash.
        yield lambda name: take(name) if name.partition("/")[2] in same else None


def _pack_files(
    staging: Path, paths: list[str], known: Callable[[str], Packed | Standing | None]
) -> Iterator[tuple[str, Packed | Standing]]:
    """Each file, compressed: in several threads, as zlib works without Python's lock, and few at a time."""

    def compress(path: str) -> Packed:
        return pack(_for_folder(path, (staging / path).read_bytes()))

    with ThreadPoolExecutor(processors()) as pool:
        for start in range(0, len(paths), AT_A_TIME):
            some = paths[start : start + AT_A_TIME]
            kept = {path: known(path) for path in some}
            new = pool.map(compress, [path for path in some if kept[path] is None])
            yield from ((path, kept[path] or next(new)) for path in some)


def _for_folder(path: str, data: bytes) -> bytes:
    """A file as it stands in the archive: a page there does not speak of taking the archive along."""
    if not path.endswith(".html"):
        return data
    start = data.rfind(_FOOTER[0])
    end = data.find(_FOOTER[1], start)
    return data if start < 0 or end < 0 else data[:start] + data[end + len(_FOOTER[1]) :]


def _bytes_of(staging: Path, path: str, same: Mapping[str, FileRecord]) -> int:
    if path in same and same[path].stamp != UNKNOWN:
        return same[path].stamp.size
    return os.stat(f"{staging}/{path}").st_size  # noqa: PTH116 - a third of Path's time


def _size(size: int) -> str:
    """A size for readers, in kB or MB of the decimal kind, as browsers state downloads."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"  # noqa: PLR2004
