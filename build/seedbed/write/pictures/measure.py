"""How wide a text will be, without a font to ask: close enough to keep names apart."""

from __future__ import annotations

import unicodedata

# Shares of the type size, for Source Sans; rather too wide than too narrow.
_NARROW, _COMMON, _BROAD, _FULL = 0.3, 0.53, 0.66, 1.0
_THIN = frozenset("iljtfrI .,:;'|!()[]-")
_WIDE = frozenset("mwMW@%—")


def text_width(text: str, size: float) -> float:
    """About how wide `text` is in type of `size`, in the same unit."""
    return size * sum(map(_share, text))


def fitted(text: str, room: float, size: float) -> str:
    """As much of `text` as fits into `room`, with an ellipsis where something is left out."""
    text = " ".join(text.split())
    if text_width(text, size) <= room:
        return text
    left = room - text_width("…", size)
    end = 0
    for mark in text:
        left -= size * _share(mark)
        if left < 0:
            break
        end += 1
    return f"{text[:end].rstrip()}…"


def _share(mark: str) -> float:
    if mark in _THIN:
        return _NARROW
    if mark in _WIDE:
        return _FULL
    if unicodedata.combining(mark):
        return 0.0
    if unicodedata.east_asian_width(mark) in {"W", "F"}:
        return _FULL
    return _BROAD if mark.isupper() or not mark.isascii() else _COMMON
