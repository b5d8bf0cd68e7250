"""The last part of an address, made from a title, a name or a label."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

LONGEST_SLUG = 80
"""Characters. Leaves room for a folder, a suffix and an extension on every file system."""

_GAP = re.compile(r"[^a-z0-9]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
# Windows gives these names to devices, whatever their extension; `index` is a section's own page.
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul", "index"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)


def slug(text: str) -> str:
    """A name for a file or a folder, safe on every file system: lower-case ASCII, digits and hyphens.

    It depends on `text` alone, is never empty and at most 80 characters long. Text that leaves no letter or
    digit behind (an emoji, say) is named after its own hash, so that two such texts do not meet.
    """
    bare = _APOSTROPHE.sub("", text)
    made = _plain_slug(bare) if bare.isascii() else ""
    if not made or len(made) > LONGEST_SLUG:
        from slugify import slugify  # noqa: PLC0415 (loads the tables of a transliteration)

        made = slugify(
            bare,
            entities=False,
            decimal=False,
            hexadecimal=False,
            max_length=LONGEST_SLUG,
            word_boundary=True,
        )
    if not made:
        return f"x-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    return f"{made}-page" if made in _TAKEN else made


def _plain_slug(text: str) -> str:
    """What `slugify` makes of ASCII, some times faster: most titles and names are such."""
    return _GAP.sub("-", _THOUSANDS.sub("", text.lower())).strip("-")


def free_slug(text: str, is_taken: Callable[[str], bool]) -> str:
    """The slug of `text`; where something else has that, the first with a number that nothing has."""
    base, number = slug(text), 1
    while is_taken(made := numbered(base, number)):
        number += 1
    return made


def numbered(base: str, number: int) -> str:
    """`base` for the first that would have it, `base-2` for the second; never longer than a slug."""
    if number == 1:
        return base
    ending = f"-{number}"
    return base[: LONGEST_SLUG - len(ending)].rstrip("-") + ending
