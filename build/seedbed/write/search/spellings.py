"""The words alone, by their first letter: what a misspelt word is compared with."""

from __future__ import annotations

from collections.abc import Mapping

from seedbed.write.search.postings import NUMBER_BITS, STATED, STRONGEST, Word, unpack
from seedbed.write.search.script import script
from seedbed.write.search.shards import file_name

SHORTEST = 4
"""Letters from which on a word is mended."""
LARGE = 50_000
"""Different words, from which on a library is large; a reader loads those with one first letter at once."""


def spelling_files(words: Mapping[str, Word]) -> dict[str, tuple[str, bytes]]:
    """By first letter, a path and its file.

    In a large library, a word that stands in one entry's running text alone is as likely misspelt itself, and
    is left out.
    """
    large = len(words) > LARGE
    alike: dict[str, list[str]] = {}
    for word, found in words.items():
        if len(word) >= SHORTEST and word.isalpha() and (not large or _is_sure(found)):
            alike.setdefault(word[0], []).append(word)
    files: dict[str, tuple[str, bytes]] = {}
    for letter, listed in alike.items():
        path = f"spellings/{file_name(letter)}"
        files[letter] = (f"{path}.js", script(path, " ".join(listed)))
    return files


def _is_sure(word: Word) -> bool:
    """Whether a word is surely spelt so: several entries have it, or one in its title, names or labels."""
    strongest = unpack(word, 2)
    return len(strongest) > 1 or STRONGEST - (strongest[0] >> NUMBER_BITS) >= STATED
