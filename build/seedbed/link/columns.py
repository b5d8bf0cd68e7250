"""Texts as columns of numbers: what each holds by itself, in a form to keep, to send and to compute with.

A value of `Columns` is what one process hands to another, and one build to the next. Nothing in it depends on
any other text, so that the columns of two batches can be put end to end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import accumulate, pairwise
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
"""Whole numbers."""

DIGEST = 16
"""Bytes of a source's digest."""

SAYS = 1
"""The trait of a word that a phrase may begin or end with."""

INSIDE = 2
"""The trait of a word that may stand within a phrase all the same ("of")."""

COMMON = 4
"""The trait of an everyday word."""

KINDS = 4
"""A gap's number is its length times this, and its kind."""

APART, SPACE, HYPHEN, DASH = range(KINDS)
"""What stands between two words: something that parts them, a space, a hyphen, a dash or a slash."""


class Columns(msgspec.Struct, frozen=True, array_like=True):
    """Texts, each read by itself; bytes hold numbers, as `pack` makes them.

    Attributes:
        words: Every word as it stands, once.
        singulars: The singular of each.
        stems: The stem of each.
        traits: Of each, a byte: what it is, as bits (`SAYS`, `INSIDE`, `COMMON`).
        sources: The digests of the sources that the texts were read from, end to end.
        paragraphs: How many texts each source has.
        plain: The plain texts, in UTF-8, end to end.
        sizes: The bytes of each.
        lengths: How many words each has.
        standing: The words of all texts, by number.
        gaps: What stands before each of them: its length in characters, and its kind.
        sentences: Where the sentences of each text begin.
        sentence_counts: How many it has.
        definitions: By the number of a text, the short forms that it defines: each with where the long form
            begins and ends, and the key of that.
        introduced: By the number of a text, what it says that it introduces.
    """

    words: list[str]
    singulars: list[str]
    stems: list[str]
    traits: bytes
    sources: bytes
    paragraphs: bytes
    plain: bytes
    sizes: bytes
    lengths: bytes
    standing: bytes
    gaps: bytes
    sentences: bytes
    sentence_counts: bytes
    definitions: dict[int, list[tuple[str, int, int, str]]]
    introduced: dict[int, list[str]]

    def digests(self) -> list[bytes]:
        """The digest of each source."""
        return [self.sources[start : start + DIGEST] for start in range(0, len(self.sources), DIGEST)]

    def texts(self) -> list[str]:
        """The plain text of each text."""
        view = memoryview(self.plain)
        ends = list(accumulate(unpack(self.sizes).tolist(), initial=0))
        return [str(view[start:end], "utf-8", "surrogatepass") for start, end in pairwise(ends)]


_FORMS = ("<u1", "<u2", "<i4", "<i8")


def digest_of(kind: str, text: str) -> bytes:
    """What a source is known by: how it is read; and what it is."""
    return blake2b(f"{kind}:{text}".encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()


def pack(numbers: Any) -> bytes:
    """Whole numbers, none below 0, in as few bytes each as the largest needs, behind how many that are."""
    column = np.asarray(numbers)
    largest = int(column.max()) if column.size else 0
    form = next(form for form in _FORMS if largest <= np.iinfo(form).max)
    return form.encode() + column.astype(form).tobytes()


def unpack(column: bytes) -> Numbers:
    """The numbers that `pack` was given."""
    form = column[: len(_FORMS[0])].decode()
    found = np.frombuffer(column, dtype=form, offset=len(form))
    return found.astype(np.int64 if form == _FORMS[-1] else np.int32)


def spans(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers from each start, as many as its length tells, one span behind the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if ends.size else 0
    numbers: Numbers = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return numbers


def join(parts: Sequence[Columns]) -> Columns:
    """The columns of several batches end to end, with the words of all of them."""
    if len(parts) == 1:
        return parts[0]
    words, singulars, stems = list(parts[0].words), list(parts[0].singulars), list(parts[0].stems)
    traits = bytearray(parts[0].traits)
    numbers = {word: number for number, word in enumerate(words)}
    standing = []
    definitions: dict[int, list[tuple[str, int, int, str]]] = {}
    introduced: dict[int, list[str]] = {}
    before = 0
    for part in parts:
        for place in [place for place, word in enumerate(part.words) if word not in numbers]:
            numbers[part.words[place]] = len(words)
            words.append(part.words[place])
            singulars.append(part.singulars[place])
            stems.append(part.stems[place])
            traits.append(part.traits[place])
        own = np.fromiter(map(numbers.__getitem__, part.words), np.int64, len(part.words))
        standing.append(own[unpack(part.standing)])
        definitions |= {before + text: found for text, found in part.definitions.items()}
        introduced |= {before + text: found for text, found in part.introduced.items()}
        before += unpack(part.lengths).size
    return Columns(
        words,
        singulars,
        stems,
        bytes(traits),
        b"".join(part.sources for part in parts),
        _end_to_end(part.paragraphs for part in parts),
        b"".join(part.plain for part in parts),
        _end_to_end(part.sizes for part in parts),
        _end_to_end(part.lengths for part in parts),
        pack(_concatenated(standing)),
        _end_to_end(part.gaps for part in parts),
        _end_to_end(part.sentences for part in parts),
        _end_to_end(part.sentence_counts for part in parts),
        definitions,
        introduced,
    )


def take(columns: Columns, sources: Sequence[int]) -> Columns:
    """The columns of some sources, in the order given, with the words that these have."""
    if list(sources) == list(range(len(columns.sources) // DIGEST)):
        return columns
    chosen = np.asarray(sources, dtype=np.int64)
    paragraphs = unpack(columns.paragraphs)
    texts = spans(_starts(paragraphs)[chosen], paragraphs[chosen])
    standing = _taken(columns.standing, columns.lengths, texts)
    used = np.zeros(len(columns.words), dtype=bool)
    used[standing] = True
    kept = np.flatnonzero(used).tolist()
    sizes = unpack(columns.sizes)
    digests, plain = columns.digests(), memoryview(columns.plain)
    starts = _starts(sizes)
    places = texts.tolist()
    return Columns(
        [columns.words[word] for word in kept],
        [columns.singulars[word] for word in kept],
        [columns.stems[word] for word in kept],
        bytes([columns.traits[word] for word in kept]),
        b"".join([digests[source] for source in sources]),
        pack(paragraphs[chosen]),
        b"".join([plain[starts[text] : starts[text] + sizes[text]] for text in places]),
        pack(sizes[texts]),
        pack(unpack(columns.lengths)[texts]),
        pack((np.cumsum(used) - 1)[standing]),
        pack(_taken(columns.gaps, columns.lengths, texts)),
        pack(_taken(columns.sentences, columns.sentence_counts, texts)),
        pack(unpack(columns.sentence_counts)[texts]),
        {new: columns.definitions[old] for new, old in enumerate(places) if old in columns.definitions},
        {new: columns.introduced[old] for new, old in enumerate(places) if old in columns.introduced},
    )


def _starts(lengths: Numbers) -> Numbers:
    return np.cumsum(lengths) - lengths


def _taken(column: bytes, lengths: bytes, texts: Numbers) -> Numbers:
    counts = unpack(lengths)
    return unpack(column)[spans(_starts(counts)[texts], counts[texts])]


def _concatenated(columns: list[Numbers]) -> Numbers:
    return np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)


def _end_to_end(columns: Iterable[bytes]) -> bytes:
    return pack(_concatenated([unpack(column) for column in columns]))
