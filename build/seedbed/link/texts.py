"""What one text holds by itself: its words and sentences, what it may be about, the short forms it defines.

Everything here is a pure function of the text alone; what other texts say comes later.
"""

from __future__ import annotations

from dataclasses import dataclass

from seedbed.link.acronyms import Definition, definitions
from seedbed.link.phrases import Candidates, candidates
from seedbed.text.sentences import sentence_starts
from seedbed.text.words import Words, words


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or a title, read once.

    Attributes:
        plain: The paragraph's plain text; all offsets are into it.
        words: Its words.
        sentences: Where its sentences begin.
        candidates: The phrases that it may be about.
        definitions: The short forms that it gives for longer ones.
    """

    plain: str
    words: Words
    sentences: tuple[int, ...]
    candidates: Candidates
    definitions: tuple[Definition, ...]

    def surface(self, first: int, last: int) -> str:
        """The words from the one with the number `first` to that with the number `last`, as they stand."""
        return self.plain[self.words.starts[first] : self.words.ends[last]]


def read_text(plain: str) -> Text:
    """Read a paragraph's plain text."""
    found = words(plain)
    return Text(plain, found, sentence_starts(plain), candidates(plain, found), definitions(plain, found))
