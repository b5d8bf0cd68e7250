"""Texts as columns of numbers: what each holds by itself, in a form to keep, to send and to compute with.

A value of `Columns` is what one process hands to another, and one build to the next. Nothing in it depends on
any other text, so that the columns of two batches can be put end to end.
"""

from __future__ import annotations

from bisect import bisect_left
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
        traits: Of each, a byte: what it is, as bits (`SAYS`, `INSIDE`, `COMMON`).
        singulars: Every singular, sorted, so that its number tells its place in the alphabet.
        singular_of: The singular of each word, by number.
        stems: Every stem, likewise.
        stem_of: The stem of each word, by number.
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
    traits: bytes
    singulars: list[str]
    singular_of: bytes
    stems: list[str]
    stem_of: bytes
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
    found = _narrow(column)
    return found.astype(np.int64 if found.dtype == _FORMS[-1] else np.int32)


def _narrow(column: bytes) -> Numbers:
    """The same, of no more bytes each than they were packed with."""
    form = column[: len(_FORMS[0])].decode()
    return np.frombuffer(column, dtype=form, offset=len(form))


def spans(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers from each start, as many as its length tells, one span behind the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if ends.size else 0
    numbers: Numbers = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return numbers


def paired(ones: Numbers, others: Numbers, many: int) -> Numbers:
    """One number for each two, ordered by the first, then by the second, which is less than `many`."""
    return np.multiply(ones, many, dtype=np.int64) + others


def numbered(words: Iterable[str]) -> tuple[list[str], Numbers]:
    """Every one of some words once, sorted, and for each of them its place there."""
    given = list(words)
    distinct = sorted(dict.fromkeys(given))
    places = {word: place for place, word in enumerate(distinct)}
    return distinct, np.fromiter(map(places.__getitem__, given), np.int32, len(given))


def join(parts: Sequence[Columns]) -> Columns:
    """The columns of several batches end to end, with the words of all of them."""
    first, *others = parts
    if not others:
        return first
    numbers = {word: number for number, word in enumerate(first.words)}
    traits = bytearray(first.traits)
    standing, new = [_narrow(first.standing)], []
    definitions, introduced = dict(first.definitions), dict(first.introduced)
    before = _narrow(first.lengths).size
    for part in others:
        new.append([place for place, word in enumerate(part.words) if word not in numbers])
        for place in new[-1]:
            numbers[part.words[place]] = len(numbers)
            traits.append(part.traits[place])
        own = np.fromiter(map(numbers.__getitem__, part.words), np.int32, len(part.words))
        standing.append(own[_narrow(part.standing)])
        definitions |= {before + text: found for text, found in part.definitions.items()}
        introduced |= {before + text: found for text, found in part.introduced.items()}
        before += _narrow(part.lengths).size
    singulars, singular_of = _merged([(part.singulars, unpack(part.singular_of)) for part in parts], new)
    stems, stem_of = _merged([(part.stems, unpack(part.stem_of)) for part in parts], new)
    return Columns(
        words=list(numbers),
        traits=bytes(traits),
        singulars=singulars,
        singular_of=singular_of,
        stems=stems,
        stem_of=stem_of,
        sources=b"".join(part.sources for part in parts),
        paragraphs=_end_to_end(part.paragraphs for part in parts),
        plain=b"".join(part.plain for part in parts),
        sizes=_end_to_end(part.sizes for part in parts),
        lengths=_end_to_end(part.lengths for part in parts),
        standing=pack(np.concatenate(standing)),
        gaps=_end_to_end(part.gaps for part in parts),
        sentences=_end_to_end(part.sentences for part in parts),
        sentence_counts=_end_to_end(part.sentence_counts for part in parts),
        definitions=definitions,
        introduced=introduced,
    )


def _merged(parts: Sequence[tuple[list[str], Numbers]], new: Sequence[list[int]]) -> tuple[list[str], bytes]:
    """Sorted forms of several batches as one list, and there the form of each word.

    The first batch is often all that was kept, and the others few: no form of it is looked up.

    Args:
        parts: The forms of each batch, and that of each of its words, by number.
        new: The words that no batch had before, of each but the first.
    """
    (known, form_of), *others = parts
    fresh = sorted({form for forms, _ in others for form in forms}.difference(known))
    every = sorted(known + fresh)  # two sorted runs, which are merged
    gaps = np.array([bisect_left(known, form) for form in fresh], dtype=np.int32)
    moved = np.arange(len(known)) + np.searchsorted(gaps, np.arange(len(known)), side="right")
    numbers = [moved[form_of]]
    for (forms, own), words in zip(others, new, strict=True):
        places = np.array([bisect_left(every, form) for form in forms], dtype=np.int32)
        numbers.append(places[own[words]])
    return every, pack(np.concatenate(numbers))


def take(columns: Columns, sources: Sequence[int]) -> Columns:
    """The columns of some sources, in the order given, with the words that these have."""
    if list(sources) == list(range(len(columns.sources) // DIGEST)):
        return columns
    runs = _runs(np.asarray(sources, dtype=np.int64))
    texts = _bounds(columns.paragraphs)[runs]
    words = _bounds(columns.lengths)[texts]
    letters = _bounds(columns.sizes)[texts].tolist()
    sentences = _bounds(columns.sentence_counts)[texts]
    standing = _cut(columns.standing, words)
    used = np.zeros(len(columns.words), dtype=bool)
    used[standing] = True
    kept = np.flatnonzero(used)
    places = [text for first, last in texts.tolist() for text in range(first, last)]
    digests = columns.digests()
    singulars, singular_of = _used(columns.singulars, unpack(columns.singular_of)[kept])
    stems, stem_of = _used(columns.stems, unpack(columns.stem_of)[kept])
    defined, introduced = columns.definitions, columns.introduced
    return Columns(
        words=[columns.words[word] for word in kept.tolist()],
        traits=bytes(np.frombuffer(columns.traits, dtype=np.uint8)[kept]),
        singulars=singulars,
        singular_of=singular_of,
        stems=stems,
        stem_of=stem_of,
        sources=b"".join([digests[source] for source in sources]),
        paragraphs=pack(_cut(columns.paragraphs, runs)),
        plain=b"".join([columns.plain[first:last] for first, last in letters]),
        sizes=pack(_cut(columns.sizes, texts)),
        lengths=pack(_cut(columns.lengths, texts)),
        standing=pack(standing if used.all() else (np.cumsum(used) - 1)[standing]),
        gaps=pack(_cut(columns.gaps, words)),
        sentences=pack(_cut(columns.sentences, sentences)),
        sentence_counts=pack(_cut(columns.sentence_counts, texts)),
        definitions={new: defined[old] for new, old in enumerate(places) if old in defined},
        introduced={new: introduced[old] for new, old in enumerate(places) if old in introduced},
    )


def _runs(numbers: Numbers) -> Numbers:
    """Numbers that follow one another as one row: the first of them, and the one behind the last."""
    begins = np.flatnonzero(np.diff(numbers, prepend=-2) != 1)
    ends = np.append(begins[1:], numbers.size)[: begins.size]
    return np.stack([numbers[begins], numbers[begins] + ends - begins], axis=1)


def _bounds(lengths: bytes) -> Numbers:
    """Where each of some things begins that stand end to end, and where the last ends."""
    return np.append([0], np.cumsum(_narrow(lengths), dtype=np.int64))


def _cut(column: bytes, runs: Numbers) -> Numbers:
    narrow = _narrow(column)
    return np.concatenate([narrow[:0], *(narrow[first:last] for first, last in runs.tolist())])


def _used(forms: Sequence[str], numbers: Numbers) -> tuple[list[str], bytes]:
    """Those forms that have one of some numbers, and the numbers that mean the same among them."""
    used = np.zeros(len(forms), dtype=bool)
    used[numbers] = True
    return [forms[form] for form in np.flatnonzero(used).tolist()], pack((np.cumsum(used) - 1)[numbers])


def _end_to_end(columns: Iterable[bytes]) -> bytes:
    return pack(np.concatenate([_narrow(column) for column in columns]))
