"""By what a work, a person or a conversation is known again when its seeds change: the ledger's marks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from seedbed.resolve.ledger import MarkKind
from seedbed.text.lines import clean
from seedbed.text.titles import letters

Mark = tuple[MarkKind, str]

_WORDS = 8
_LONGEST = 200
"""Characters of a mark. A longer title is marked by its beginning and its hash."""


def text_mark(text: str) -> str:
    """The first words of `text`, and a hash of all its letters: readable, short, and as good as unique."""
    line = clean(text)
    content = (letters(line) or line).encode("utf-8", "surrogatepass")
    beginning = " ".join(line.split(" ", _WORDS)[:_WORDS])
    return f"{beginning[:_LONGEST]} … {hashlib.sha256(content).hexdigest()[:12]}"


def work_marks(
    titles: Iterable[str], abstracts: Iterable[str], mark: Callable[[str], str] = text_mark
) -> frozenset[Mark]:
    """A work is known by its titles and its abstracts; `mark` makes the marks of long texts."""
    return frozenset(
        [("title", _shortened(title)) for title in titles]
        + [("abstract", mark(abstract)) for abstract in abstracts]
    )


def person_marks(names: Iterable[str], places: Iterable[str]) -> frozenset[Mark]:
    """A person is known by the forms of their name; where several share one, by where they appear."""
    return frozenset([("name", _shortened(name)) for name in names] + [("place", place) for place in places])


def opening_marks(titles: Iterable[str], opening: str) -> frozenset[Mark]:
    """A conversation or list is known by its title and by what it opens with."""
    found: list[Mark] = [("title", _shortened(title)) for title in titles]
    if opening:
        found.append(("opening", text_mark(opening)))
    return frozenset(found)


def known_by(mark: Mark) -> Mark:
    """What two marks share that mean the same thing: titles and names may be typeset anew."""
    kind, text = mark
    return (kind, letters(text) or text) if kind in {"title", "name"} else mark


def turn_mark(speaker: str, paragraphs: Iterable[str], mark: Callable[[str], str] = text_mark) -> Mark:
    """A turn is known by who speaks, and what is said; `mark` makes the marks of long texts."""
    return ("turn", mark(f"{speaker}: {' '.join(paragraphs)}"))


def _shortened(text: str) -> str:
    """`text` on one line, shortened where it is long; never empty."""
    line = clean(text) or "(empty)"
    return line if len(line) <= _LONGEST else text_mark(line)
