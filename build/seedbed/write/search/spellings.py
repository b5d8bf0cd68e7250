"""The words alone, by their first letter: what a misspelt word is compared with."""

from __future__ import annotations

from seedbed.write.search.postings import NUMBER_BITS, STATED, STRONGEST, Postings
from seedbed.write.search.script import script
from seedbed.write.search.shards import file_name

SHORTEST = 4
"""Letters from which on a word is mended."""
LARGE = 50_000
"""Different words, from which on a library is large; a reader loads those with one first letter at once."""


def spelling_files(postings: Postings) -> dict[str, tuple[str, bytes]]:
    """By first letter, a path and its file.

    In a large library, a word that stands in one entry's running text alone is as likely misspelt itself, and
    is left out.
    """
    large = len(postings) > LARGE
    alike: dict[str, list[str]] = {}
    for word, found in postings.items():
        stated = STRONGEST - (found[0] >> NUMBER_BITS) >= STATED
        if len(word) >= SHORTEST and word.isalpha() and (stated or len(found) > 1 or not large):
            alike.setdefault(word[0], []).append(word)
    files: dict[str, tuple[str, bytes]] = {}
    for letter, listed in alike.items():
        path = f"spellings/{file_name(letter)}"
        files[letter] = (f"{path}.js", script(path, " ".join(listed)))
    return files
