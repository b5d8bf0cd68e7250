"""A zip archive whose bytes follow from what is in it: one time, one permission, one way to compress."""

from __future__ import annotations

import datetime as dt
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

# What unzips differs by system; the archive states the same system everywhere, for its permissions: Unix.
UNIX = 3
READABLE = 0o100644 << 16
LEVEL = 3

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


def pack(data: bytes) -> Packed:
    """Compress a file, or leave it as it is where that is shorter."""
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = compressor.compress(data) + compressor.flush()
    if len(deflated) < len(data):
        return Packed(zlib.crc32(data), len(data), zipfile.ZIP_DEFLATED, deflated)
    return Packed(zlib.crc32(data), len(data), zipfile.ZIP_STORED, data)


def write_archive(path: Path, members: Iterable[tuple[str, Packed]], when: dt.datetime) -> None:
    """Write an archive.

    Args:
        path: Where to; there must be no file yet.
        members: Each file's name, with forward slashes, and what is in it; written in this order.
        when: The time that every member states; before 1980 and after 2107 the format has none.
    """
    moment = min(max(when, dt.datetime(1980, 1, 1, tzinfo=dt.UTC)), dt.datetime(2107, 12, 31, tzinfo=dt.UTC))
    with path.open("xb") as file, zipfile.ZipFile(file, "w") as archive:
        for name, packed in members:
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system, info.external_attr = UNIX, READABLE
            info.compress_type, info.CRC = packed.method, packed.crc
            info.file_size, info.compress_size = packed.size, len(packed.data)
            # As ZipFile.writestr does, which would compress again what is compressed already.
            info.header_offset = file.tell()
            file.write(info.FileHeader())
            file.write(packed.data)
            archive.filelist.append(info)
        archive.start_dir = file.tell()


@contextmanager
def open_archive(path: Path) -> Iterator[Callable[[str], Packed | None]]:
    """Open an archive that `write_archive` wrote, to take files over as they are compressed in it.

    Returns:
        What gives a file by its name; None where there is none.
    """
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        infos = {info.filename: info for info in archive.infolist()}

        def take(name: str) -> Packed | None:
            info = infos.get(name)
            if info is None:
                return None
            file.seek(info.header_offset)
            file.seek(sum(_LENGTHS.unpack(file.read(_LENGTHS.size))), os.SEEK_CUR)
            return Packed(info.CRC, info.file_size, info.compress_type, file.read(info.compress_size))

        yield take
