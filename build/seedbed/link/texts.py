"""What one text holds, by itself: its words, its sentences, the phrases it may be about, the short forms it defines.

Everything here is a pure function of the text alone; what other texts say comes later (`seedbed.link.derived`).
"""

from __future__ import annotations

from dataclasses import dataclass

from seedbed.link.acronyms import Definition, definitions
from seedbed.link.phrases import Candidate, candidates
from seedbed.text.sentences import sentence_starts
from seedbed.text.words import Words, fold, stems, words


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or a title, read once.

    Attributes:
        plain: The paragraph's plain text; all offsets are into it.
        words: Its words.
        folded: Each word without case.
        stems: The stem of each word.
        sentences: Where its sentences begin.
        candidates: The phrases that it may be about.
        definitions: The short forms that it gives for longer ones.
    """

    plain: str
    words: Words
    folded: tuple[str, ...]
    stems: tuple[str, ...]
    sentences: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    definitions: tuple[Definition, ...]


def read_text(plain: str) -> Text:
    """Read a paragraph's plain text."""
    found = words(plain)
    folded = tuple(fold(surface) for surface in found.surfaces)
    stemmed = tuple(stems(folded))
    return Text(
        plain,
        found,
        folded,
        stemmed,
        sentence_starts(plain),
        candidates(plain, found, folded, stemmed),
        definitions(plain, found, stemmed),
    )
