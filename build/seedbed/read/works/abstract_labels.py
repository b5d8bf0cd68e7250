"""The label that says that an abstract begins, in the forms that pages have it."""

from __future__ import annotations

import re

from seedbed.read.shape import begins_abstract, without_abstract_label

_LABEL = re.compile(
    r"abstract(?: \([^()]{2,12}\))?\s*(?:[:：.—–▸▶►▼▾▽⌄]|-(?=\s|(?-i:[A-Z])))\s*", re.IGNORECASE
)
"""But for "abstract-level"."""
_CAPITALS = re.compile(r"ABSTRACT (?=[A-Z][a-z]+ [a-z])")
LABEL_ALONE = re.compile(r"(?:[▸▶►▼▾▽⌄›+] ?)?(?:hide )?abstract\s*[:：.—–▸▶►▼▾▽⌄›↓+-]?", re.IGNORECASE)
"""It may be a button, too, which folds the text below."""


def unlabelled(text: str) -> tuple[str, bool]:
    """What stands behind the label "Abstract", and whether `text` begins with it; else the whole text."""
    if LABEL_ALONE.fullmatch(text):
        return "", True
    if begins_abstract(text):
        return without_abstract_label(text), True
    label = _LABEL.match(text) or _CAPITALS.match(text)
    return (text[label.end() :], True) if label else (text, False)


def is_labelled(text: str) -> bool:
    """Whether a line begins with the label, or is it."""
    return unlabelled(text)[1]
