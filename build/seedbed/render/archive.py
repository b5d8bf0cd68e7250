"""A zip archive whose bytes follow from what is in it: one time, one permission, one way to compress."""

from __future__ import annotations

import datetime as dt
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from seedbed.keep.stamps import digest

# What unzips differs by system; the archive states the same system everywhere, for its permissions: Unix.
UNIX = 3
READABLE = 0o100644 << 16
LEVEL = 3

# A file of so many bytes is compressed in stretches, each by itself, so that one that is as it was need not
# be compressed again. A stretch has so many bytes at least, and ends behind one line in so many, chosen by
# what stands in it.
LONG = 1_000_000
SHORTEST = 1 << 14
LINES = 256

# How many bytes are copied at a time.
AT_A_TIME = 1 << 22

# APPNOTE.TXT 4.3.7: a member's own header ends with the lengths of its name and of its extra field.
_LENGTHS = struct.Struct("<26xHH")


class Packed(NamedTuple):
    """One file, compressed.

    Attributes:
        crc: Of the file, as APPNOTE.TXT 4.4.7 has it.
        size: Of the file, in bytes.
        method: `zipfile.ZIP_STORED` or `zipfile.ZIP_DEFLATED`.
        data: The compressed bytes.
    """

    crc: int
    size: int
    method: int
    data: bytes


class Pieces:
    """Stretches of long files as they are compressed, by what they hold.

    Attributes:
        used: Those that were asked for.
    """

    def __init__(self, known: Mapping[bytes, bytes] | None = None) -> None:
        """Begin with those that are known, as this zlib compresses them."""
        self._known = known or {}
        self.used: dict[bytes, bytes] = {}

    def deflated(self, stretch: memoryview) -> bytes:
        """A stretch, compressed so that others may stand before it and behind it."""
        key = digest(stretch)
        found = self.used.get(key) or self._known.get(key)
        self.used[key] = found = found or _deflated(stretch, zlib.Z_SYNC_FLUSH)
        return found


def pack(data: bytes, pieces: Pieces | None = None) -> Packed:
    """Compress a file, or leave it as it is where that is shorter.

    Args:
        data: The file.
        pieces: What is known of the stretches of a long one; the outcome is the same without.
    """
    if len(data) < LONG:
        deflated = _deflated(data, zlib.Z_FINISH)
    else:
        known = pieces or Pieces()
        deflated = b"".join([*map(known.deflated, _stretches(data)), _deflated(b"", zlib.Z_FINISH)])
    if len(deflated) < len(data):
        return Packed(zlib.crc32(data), len(data), zipfile.ZIP_DEFLATED, deflated)
    return Packed(zlib.crc32(data), len(data), zipfile.ZIP_STORED, data)


def _deflated(data: bytes | memoryview, end: int) -> bytes:
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush(end)


def _stretches(data: bytes) -> Iterator[memoryview]:
    """A file in stretches of whole lines; a line that comes or goes changes few of them."""
    view = memoryview(data)
    start = line = 0
    while end := data.find(b"\n", line) + 1:
        if end - start >= SHORTEST and zlib.crc32(view[line:end]) % LINES == 0:
            yield view[start:end]
            start = end
        line = end
    yield view[start:]


class Standing(NamedTuple):
    """A file in an archive that was written before, from its own header to its last compressed byte."""

    archive: BinaryIO
    start: int
    end: int
    info: zipfile.ZipInfo

    def unpacked(self) -> Packed:
        """The file without its header, compressed as it is."""
        self.archive.seek(self.start)
        self.archive.seek(sum(_LENGTHS.unpack(self.archive.read(_LENGTHS.size))), os.SEEK_CUR)
        info = self.info
        return Packed(info.CRC, info.file_size, info.compress_type, self.archive.read(info.compress_size))


def write_archive(path: Path, members: Iterable[tuple[str, Packed | Standing]], when: dt.datetime) -> None:
    """Write an archive.

    Args:
        path: Where to; there must be no file yet.
        members: Each file's name, with forward slashes, and what is in it; written in this order.
        when: The time that every member states; before 1980 and after 2107 the format has none.
    """
    moment = min(max(when, dt.datetime(1980, 1, 1, tzinfo=dt.UTC)), dt.datetime(2107, 12, 31, tzinfo=dt.UTC))
    stated = moment.timetuple()[:6]
    with path.open("xb") as file, zipfile.ZipFile(file, "w") as archive:
        copying = _Copying(file)
        for name, member in members:
            if isinstance(member, Standing) and member.info.date_time == stated:
                info = member.info
                info.extra = b""  # where it began, which is worked out anew
                info.header_offset = copying.add(member)
            else:
                copying.finish()
                info = _write_member(file, name, _packed(member), stated)
            archive.filelist.append(info)
        copying.finish()
        archive.start_dir = file.tell()


class _Copying:
    """Copies files from one archive into another, those at once that stand side by side in it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._position = file.tell()
        self._archive: BinaryIO | None = None
        self._start = self._end = 0

    def add(self, member: Standing) -> int:
        """Copy a file, now or later, and tell where it begins."""
        if member.archive is not self._archive or member.start != self._end:
            self.finish()
            self._archive, self._start = member.archive, member.start
        self._end = member.end
        return self._position + member.start - self._start

    def finish(self) -> None:
        """Copy what is left to be copied."""
        if self._archive is not None:
            _copy(self._archive, self._start, self._end, self._file)
        self._archive = None
        self._start = self._end = -1
        self._position = self._file.tell()


def _copy(source: BinaryIO, start: int, end: int, target: BinaryIO) -> None:
    """Add a stretch of one file to another; where the system can, it never comes into this process."""
    if sys.platform == "linux":
        target.flush()
        with suppress(OSError):  # not every file system can
            while start < end:
                copied = os.copy_file_range(source.fileno(), target.fileno(), end - start, start)
                if not copied:
                    break
                start += copied
        target.seek(0, os.SEEK_END)
    source.seek(start)
    target.writelines(
        source.read(min(AT_A_TIME, end - position)) for position in range(start, end, AT_A_TIME)
    )


def _packed(member: Packed | Standing) -> Packed:
    return member.unpacked() if isinstance(member, Standing) else member


def _write_member(file: BinaryIO, name: str, packed: Packed, stated: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, stated)  # type: ignore[arg-type] # six numbers
    info.create_system, info.external_attr = UNIX, READABLE
    info.compress_type, info.CRC = packed.method, packed.crc
    info.file_size, info.compress_size = packed.size, len(packed.data)
    # As ZipFile.writestr does, which would compress again what is compressed already.
    info.header_offset = file.tell()
    file.write(info.FileHeader())
    file.write(packed.data)
    return info


@contextmanager
def open_archive(path: Path) -> Iterator[Callable[[str], Standing | None]]:
    """Open an archive that `write_archive` wrote, to take files over as they are compressed in it.

    Returns:
        What gives a file by its name; None where there is none.
    """
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        infos = archive.infolist()
        ends = [*(info.header_offset for info in infos[1:]), archive.start_dir]
        standing = {
            info.filename: Standing(file, info.header_offset, end, info)
            for info, end in zip(infos, ends, strict=True)
        }
        yield standing.get
