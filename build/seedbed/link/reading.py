"""Read what a library says: its documents, and their texts as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from seedbed.keep.processes import spread
from seedbed.keep.workers import Workers
from seedbed.link.columns import Columns, Numbers, join, take, unpack
from seedbed.link.corpus import Corpus, corpus
from seedbed.link.documents import Document, Outline, outlines, sources
from seedbed.link.documents import documents as documents_of
from seedbed.link.texts import Source, read_texts
from seedbed.model.library import Library

BATCH = 4_000
"""Sources that are read in one go."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A library as it has been read.

    Attributes:
        documents: Works, transcripts, collections, each by id.
        corpus: Their texts, in order.
        owners: The document of each text, ascending.
    """

    documents: tuple[Document, ...]
    corpus: Corpus
    owners: Numbers

    @property
    def titles(self) -> Numbers:
        """The text that is each document's title."""
        return np.fromiter((each.title for each in self.documents), np.int64, len(self.documents))

    @property
    def years(self) -> Numbers:
        """The year of each document; 0 where no source states one."""
        return np.fromiter((each.year for each in self.documents), np.int64, len(self.documents))

    def count(self, kind: str) -> int:
        """How many documents are of a kind; the works come before all others."""
        return sum(each.kind == kind for each in self.documents)


def read(library: Library, kept: Columns | None = None, executor: Executor | None = None) -> Texts:
    """Read all texts of a library.

    Args:
        library: What to read.
        kept: What has been read before: it is not read again.
        executor: Who reads, where there is much to read. Two processes of this machine gain nothing: what
            they find is large, and half of the time goes by while it is sent.
    """
    found = outlines(library)
    return _texts(found, corpus(_columns(sources(found), kept, executor)))


def read_before(library: Library, heard: Corpus) -> Texts:
    """The texts of a library that were read already, before it was known who speaks in them.

    Args:
        library: What was read.
        heard: As what it was read.

    Raises:
        ValueError: They are those of another library.
    """
    return _texts(outlines(library), heard)


def _texts(found: Sequence[Outline], every: Corpus) -> Texts:
    counts = unpack(every.columns.paragraphs).tolist()
    stated = sum(1 + len(each.parts) for each in found)
    if len(counts) != stated:
        raise ValueError(f"{len(counts)} sources were read, and this library has {stated}")
    documents = documents_of(found, counts)
    sizes = np.array([1 + len(document.passages) for document in documents], dtype=np.int64)
    return Texts(documents, every, np.repeat(np.arange(len(documents)), sizes))


def _columns(wanted: Sequence[Source], kept: Columns | None, executor: Executor | None) -> Columns:
    """The columns of all sources, in their order."""
    digests = [source.digest for source in wanted]
    known = set(kept.digests()) if kept else set()
    missing = {digest: source for digest, source in zip(digests, wanted, strict=True) if digest not in known}
    parts = [kept] if kept else []
    parts += _read_all(list(missing.values()), executor)
    columns = join(parts) if parts else read_texts(())
    places = {digest: place for place, digest in enumerate(columns.digests())}
    return take(columns, [places[digest] for digest in digests])


def _read_all(missing: list[Source], executor: Executor | None) -> Iterable[Columns]:
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    if executor is None or len(batches) <= 1:
        return map(read_texts, batches)
    return spread(read_texts, batches, Workers(executor=executor))
