"""Long files are compressed in stretches, of which only those are compressed again that changed."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.render.archive import LONG, Pieces, pack
from seedbed.render.offline import pack_ahead

LINES = [
    f'{{"id": "work-{number}", "title": "Tides of sea {number * 7919 % 10007}"}},\n'
    for number in range(25_000)
]


def inflated(data: bytes) -> bytes:
    """As any program that unzips reads it."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    whole = inflate.decompress(data) + inflate.flush()
    assert inflate.eof
    assert not inflate.unused_data
    return whole


@given(st.binary(max_size=200), st.integers(0, 3), st.binary(max_size=200))
def test_a_long_file_is_what_it_was(before: bytes, times: int, behind: bytes) -> None:
    data = before + "".join(LINES).encode() * times + behind
    packed = pack(data)
    assert (packed.crc, packed.size) == (zlib.crc32(data), len(data))
    assert (inflated(packed.data) if packed.method == zipfile.ZIP_DEFLATED else packed.data) == data


@pytest.mark.parametrize("data", [b"x" * LONG, b"\n" * LONG, bytes(range(256)) * (LONG // 256 + 1)])
def test_a_long_file_of_one_line_or_of_empty_ones_is_what_it_was(data: bytes) -> None:
    assert inflated(pack(data).data) == data


def test_one_line_more_compresses_what_stands_around_it_again() -> None:
    before = Pieces()
    old = pack("".join(LINES).encode(), before)
    assert old == pack("".join(LINES).encode())
    assert len(before.used) > len(LINES) / 1024
    more = "".join([*LINES[:9_000], '{"id": "a-new-one"},\n', *LINES[9_000:]]).encode()
    new = Pieces(before.used)
    assert pack(more, new) == pack(more)
    assert 1 <= len(new.used.keys() - before.used.keys()) <= 2


def test_pieces_are_kept_from_one_build_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "long.json").write_text("".join(LINES))
    first = pack_ahead(tmp_path, ["long.json"], tmp_path / "cache")
    compressed: list[int] = []
    compress = zlib.compressobj

    def watch(level: int, method: int, window: int) -> object:
        compressed.append(level)
        return compress(level, method, window)

    monkeypatch.setattr("seedbed.render.archive.zlib.compressobj", watch)
    assert pack_ahead(tmp_path, ["long.json"], tmp_path / "cache") == first
    assert len(compressed) == 1  # what ends the file
    (tmp_path / "cache" / "packed").write_bytes(b"damaged")
    assert pack_ahead(tmp_path, ["long.json"], tmp_path / "cache") == first
