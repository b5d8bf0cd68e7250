"""What texts hold by themselves: their words and sentences, and the short forms and names that they bring in.

Everything here is a pure function of one text; what other texts say comes later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from seedbed.link.acronyms import definitions
from seedbed.link.columns import (
    APART,
    COMMON,
    DASH,
    HYPHEN,
    INSIDE,
    KINDS,
    SAYS,
    SPACE,
    Columns,
    digest_of,
    numbered,
    pack,
)
from seedbed.link.phrases import may_stand_within, says_something
from seedbed.model.prose import plain
from seedbed.text.identifiers import without_addresses
from seedbed.text.prose import plain_text, read_plain, read_prose
from seedbed.text.sentences import sentence_starts
from seedbed.text.words import Word, is_common, parts_of, read_words, words


class Source(NamedTuple):
    """Something that a seed states, to be read as running text.

    Attributes:
        kind: A title is one text, an abstract one a paragraph, and so is what is spoken, without LaTeX.
    """

    kind: Literal["title", "abstract", "spoken"]
    stated: str

    @property
    def digest(self) -> bytes:
        """What tells it from any other."""
        return digest_of(*self)


def read_texts(sources: Sequence[Source]) -> Columns:
    """Read some sources, each by itself."""
    found = [list(_texts(source)) for source in sources]
    texts = [text for each in found for text in each]
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    starts = [sentence_starts(text) for text in texts]
    numbers = _Numbers()
    codes = _GapCodes()
    standing: list[int] = []
    gaps: list[int] = []
    lengths = []
    for text in texts:
        parts = parts_of(without_addresses(text))  # "github" in one says nothing of the text's subject
        standing += map(numbers.__getitem__, parts[1::2])
        gaps += map(codes.__getitem__, parts[:-1:2])
        lengths.append(len(parts) // 2)
    known = read_words(numbers)
    singulars, singular_of = numbered(word.singular for word in known)
    stems, stem_of = numbered(word.stem for word in known)
    return Columns(
        words=list(numbers),
        traits=bytes(map(_traits, known)),
        singulars=singulars,
        singular_of=pack(singular_of),
        stems=stems,
        stem_of=pack(stem_of),
        sources=b"".join(source.digest for source in sources),
        paragraphs=pack([len(each) for each in found]),
        plain=b"".join(encoded),
        sizes=pack([len(each) for each in encoded]),
        lengths=pack(lengths),
        standing=pack(standing),
        gaps=pack(gaps),
        sentences=pack([start for each in starts for start in each]),
        sentence_counts=pack([len(each) for each in starts]),
        definitions={number: short for number, text in enumerate(texts) if (short := list(_defined(text)))},
        introduced={number: names for number, text in enumerate(texts) if (names := list(_introduced(text)))},
    )


def _texts(source: Source) -> Iterator[str]:
    if source.kind == "title":
        yield plain_text(source.stated)
    elif source.kind == "abstract":
        yield from map(plain, read_prose(source.stated))
    else:
        yield plain(read_plain(source.stated))


class _Numbers(dict[str, int]):
    """A number for each word, in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class _GapCodes(dict[str, int]):
    """For what stands between two words, its length and kind as one number."""

    def __missing__(self, gap: str) -> int:
        self[gap] = code = len(gap) * KINDS + _KINDS.get(gap, APART)
        return code


_KINDS = {" ": SPACE, "-": HYPHEN, "‐": HYPHEN, "‑": HYPHEN, "–": DASH, "/": DASH}


def _traits(word: Word) -> int:
    return (
        SAYS * says_something(word.folded)
        + INSIDE * may_stand_within(word.folded)
        + COMMON * is_common(word.folded)
    )


def _defined(text: str) -> Iterable[tuple[str, int, int, str]]:
    return ((each.short, each.start, each.end, each.key) for each in definitions(text))


# It begins with a letter, which is looked for soonest, and only then looks whether a word begins there.
_INTRODUCES = re.compile(
    r"[WwTt](?<!\w.)(?:(?<=[Ww])e|(?<=[Tt])h(?:is (?:paper|work|article)|e authors))\s"
    r"(?:\w+ly\s|then\s|here\s)?"
    r"(?:introduces?|proposes?|presents?|develops?|describes?|releases?|designs?|builds?|creates?|call)\s"
)
_LONGEST_INTRODUCTION = 60


def _introduced(text: str) -> Iterator[str]:
    """What a text says that it introduces, if written with capitals: "We introduce Matryoshka SAEs"."""
    for verb in _INTRODUCES.finditer(text):
        behind = text[verb.end() : verb.end() + _LONGEST_INTRODUCTION]
        found = words(behind)
        end = 0
        for word, start, stop in zip(found.all, found.starts, found.ends, strict=True):
            if (end and behind[end:start] not in {" ", "-"}) or not _has_capital(word.surface):
                break
            end = stop
        if end:
            yield behind[:end]


def _has_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word)
