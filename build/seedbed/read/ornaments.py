"""Seeds with pictures or other bullets before their lines, as newsletters have them: read without.

"📄 Paper", "1️⃣ On Rain", "▪ Slow Rain": such a mark is no part of a title or a label.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from seedbed.model.source import Seed
from seedbed.read.reader import Reader
from seedbed.read.wrapped import Unwrapped, of_whole, one_by_one

# Of Unicode's blocks: technical signs, enclosed numbers, shapes, symbols, dingbats, arrows and stars,
# pictures; and what joins or varies those. Mathematics and letters are in none of them.
_PICTURE = r"[\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_SIGN = rf"(?:{_PICTURE}|[0-9#*]\ufe0f?\u20e3)[\ufe0e\ufe0f\u200d]*"
_ORNAMENT = re.compile(rf"(?P<before>^\s*|[|·•]\s?)(?:{_SIGN}\s*)+(?=[^\W_]|[\"“‘'(\[])")
_LOWEST = "\u20e3"
"""The first character that an ornament has and other text seldom."""


def of_unadorned(reader: Reader) -> Reader:
    """The same reader, which is given lines without ornaments."""
    return of_whole(reader, _without_ornaments)


@lru_cache(maxsize=1)  # each of several readers is asked about the same seed
def _without_ornaments(seed: Seed) -> Unwrapped | None:
    """The seed without the ornaments at the beginning of lines and of what stands beside each other in one.

    None where it has none.
    """
    bare = tuple(map(_unadorned, seed.lines))
    if bare == seed.lines:
        return None
    return Unwrapped(replace(seed, lines=bare, links=(), remarks=()), one_by_one(range(1, len(bare) + 1)))


def _unadorned(line: str) -> str:
    return line if line.isascii() or max(line) < _LOWEST else _ORNAMENT.sub(r"\g<before>", line)
