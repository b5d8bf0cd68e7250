"""Characters that cannot be seen, and what becomes of them before anything else sees the text.

The rule: control characters are shown by their pictures (U+2400 and following), further separators become
spaces, and characters that reorder, hide or join text without being seen are taken out. The joiners that
some scripts and emoji need stay. Numbers of lines do not change; the capture itself is not touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_SPACES = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""White space that other programs take for the end of a line or a page."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r" + _SPACES} | {
    0x7F: "\u2421",
    **{code: "\ufffd" for code in range(0x80, 0xA0) if chr(code) not in _SPACES},
}
_TAKEN_OUT = (
    *range(0x202A, 0x202F),  # embeddings and overrides of direction
    *range(0x2066, 0x206A),  # isolates
    0x061C, 0x200E, 0x200F,  # marks of direction
    0x00AD, 0x034F, 0x180E, 0x200B, *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0xFEFF,
    *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
)  # fmt: skip
_GRAPHEME_JOINER = "\u034f"
_JOINERS = "\u200c\u200d"

_TABLE = {
    **_PICTURES,
    **{ord(space): " " for space in _SPACES},
    **dict.fromkeys(_TAKEN_OUT),
}
_TELLING = "".join(map(chr, (*_PICTURES, *_TAKEN_OUT)))
_HARMFUL = re.compile(f"[{re.escape(_TELLING)}]")
_ANY = re.compile(f"[{re.escape(_TELLING + _SPACES + _JOINERS)}]")
# A joiner between two letters of a script that has no use for it only hides that two words differ.
_USELESS_JOINER = re.compile(f"(?<![^\\x00-\\u024f])[{_JOINERS}]+|[{_JOINERS}]+(?![^\\x00-\\u024f])")


def make_harmless(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The lines with nothing in them that cannot be seen, and remarks, each with its line."""
    found: Counter[str] = Counter()
    first: dict[str, int] = {}
    harmless = list(lines)
    for number, line in enumerate(lines, start=1):
        # Asking the string is far faster than searching it; only the grapheme joiner escapes the question.
        if (line.isprintable() and _GRAPHEME_JOINER not in line) or not _ANY.search(line):
            continue
        for character in (*_HARMFUL.findall(line), *"".join(_USELESS_JOINER.findall(line))):
            found[character] += 1
            first.setdefault(character, number)
        harmless[number - 1] = _USELESS_JOINER.sub("", line).translate(_TABLE)
    return tuple(harmless), tuple(_remarks(found, first))


def _remarks(found: Counter[str], first: dict[str, int]) -> Iterator[tuple[int, str]]:
    for character in sorted(found, key=lambda each: (first[each], each)):
        count = found[character]
        done = "shown by a picture" if ord(character) in _PICTURES else "taken out"
        times = f"{count:,} times, first here" if count > 1 else "once, here"
        yield first[character], f"holds {_name(character)} {times}, which cannot be seen: {done}"


def _name(character: str) -> str:
    name = unicodedata.name(character, "control character").lower()
    return f"a U+{ord(character):04X} ({name})"
