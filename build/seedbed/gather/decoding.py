"""From bytes to text: UTF-8 first, then what a file says of itself, then a guess that has to be sure."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from seedbed.errors import SeedbedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    # UTF-32 comes first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SAMPLE = 4096
_LEAST_NULS = 0.3
"""Of the bytes at even (or odd) places, how many are zero in UTF-16 text that is mostly Latin."""

_LINE_END = re.compile(rb"\r\n|\n|\r")
_TELLING = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_MOST_TELLING = 100_000
_FEWEST_TELLING = 6
"""So many bytes beyond ASCII, in ..."""
_SHORTEST = 100
"""... so many bytes of the lines that hold them, are the least that a guess may rest on."""
_MOST_MESS = 0.05
_LEAD = 0.03
"""How much less of a mess the best guess must be than the next that reads otherwise."""
_WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and the sentence that says how it was told, where that is worth one."""

    text: str
    remark: str = ""


def decode(content: bytes, shown: str) -> Decoded:
    """The text of a file; `shown` is how messages name it.

    Raises:
        SeedbedError: It is not UTF-8, and which encoding it is cannot be told surely.
    """
    for mark, encoding, name in _MARKS:
        if content.startswith(mark):
            return _marked(content, encoding, name, shown)
    try:
        return Decoded(content.decode("utf-8")) if b"\0" not in content[:_SAMPLE] else _wide(content)
    except UnicodeDecodeError as error:
        at = error.start
    guessed = _guess(content)
    if guessed is not None:
        return guessed
    raise SeedbedError(
        f"byte 0x{content[at]:02x} is not UTF-8 text, and the file is too short or too mixed to tell which "
        "encoding it is in. Save the file as UTF-8.",
        path=shown,
        line=len(_LINE_END.findall(content, 0, at)) + 1,
        column=at - max(content.rfind(b"\n", 0, at), content.rfind(b"\r", 0, at)),
    )


def _marked(content: bytes, encoding: str, name: str, shown: str) -> Decoded:
    """The text of a file that begins with a byte order mark; UTF-8 with one needs no remark."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SeedbedError(
            f"begins as {name} text does, and byte {error.start + 1:,} is none. Save the file as UTF-8.",
            path=shown,
        ) from error
    return Decoded(text, "" if name == "UTF-8" else _told(name))


def _wide(content: bytes) -> Decoded:
    """UTF-16 without a mark, told by where its zero bytes are; else UTF-8 that has such bytes in it."""
    sample = content[:_SAMPLE]
    half = max(1, len(sample) // 2)
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[first::2].count(0) / half
        if zeros > _LEAST_NULS and not sample[1 - first :: 2].count(0):
            try:
                return Decoded(content.decode(encoding), _told("UTF-16 without a byte order mark"))
            except UnicodeDecodeError:
                continue
    return Decoded(content.decode("utf-8"))


def _guess(content: bytes) -> Decoded | None:
    """The text in the encoding that charset-normalizer finds, if it is sure; None otherwise.

    Only the lines that hold bytes beyond ASCII are judged. Windows-1252, by far the most usual, is taken
    where nothing reads better; any other must read better than whatever reads otherwise.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 (heavy, and seldom needed)

    sample = _telling_lines(content)
    if len(sample) < _SHORTEST or sum(byte > 0x7F for byte in sample) < _FEWEST_TELLING:  # noqa: PLR2004 (ASCII ends)
        return None
    matches = [match for match in from_bytes(sample) if match.chaos <= _MOST_MESS]
    if not matches:
        return None
    best = min(matches, key=lambda match: (match.chaos, -match.coherence))
    text = _decoded(sample, _WESTERN)
    if any(
        str(match) == text and match.chaos <= best.chaos and match.coherence >= best.coherence
        for match in matches
    ):
        chosen = _WESTERN
    else:
        chosen = best.encoding
        others = [match for match in matches if str(match) != str(best)]
        if any(match.chaos < best.chaos + _LEAD for match in others):
            return None
    whole = _decoded(content, chosen)
    return None if whole is None else Decoded(whole, _told(_NAMES.get(chosen, chosen.replace("_", "-"))))


def _telling_lines(content: bytes) -> bytes:
    found: list[bytes] = []
    size = 0
    for match in _TELLING.finditer(content):
        found.append(match.group()[:_MOST_TELLING])
        size += len(found[-1])
        if size > _MOST_TELLING:
            break
    return b"".join(found)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


_NAMES = {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp932": "Shift JIS"}


def _told(name: str) -> str:
    return f"this file is not UTF-8; it was read as {name}"
