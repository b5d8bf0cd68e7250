"""Read what a library says: its documents, their texts as numbers, and the phrases that they use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from seedbed.keep.processes import spread
from seedbed.link.columns import Columns, Numbers, join, take, unpack
from seedbed.link.corpus import Corpus, corpus
from seedbed.link.documents import Document, outlines, sources
from seedbed.link.documents import documents as documents_of
from seedbed.link.texts import Source, read_texts
from seedbed.link.uses import Phrasebook, phrasebook
from seedbed.model.library import Library

BATCH = 2_000
"""Sources that are read in one go."""

WORTH_SPREADING = 8
"""Batches; fewer are read sooner than a process starts."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A library as it has been read.

    Attributes:
        documents: Works, transcripts, collections, each by id.
        corpus: Their texts, in order.
        owners: The document of each text, ascending.
        phrasebook: The phrases that each text uses.
    """

    documents: tuple[Document, ...]
    corpus: Corpus
    owners: Numbers
    phrasebook: Phrasebook

    @property
    def titles(self) -> Numbers:
        """The text that is each document's title."""
        return np.fromiter((each.title for each in self.documents), np.int64, len(self.documents))

    def count(self, kind: str) -> int:
        """How many documents are of a kind; the works come before all others."""
        return sum(each.kind == kind for each in self.documents)


def read(
    library: Library, kept: Columns | None = None, *, jobs: int = 1, executor: Executor | None = None
) -> Texts:
    """Read all texts of a library.

    Args:
        library: What to read.
        kept: What has been read before: it is not read again.
        jobs: How many processes read, where there is enough to read.
        executor: Who reads instead of those.
    """
    found = outlines(library)
    columns = _columns(sources(found), kept, jobs, executor)
    every = corpus(columns)
    documents = documents_of(found, unpack(columns.paragraphs).tolist())
    counts = np.array([1 + len(document.passages) for document in documents], dtype=np.int64)
    return Texts(documents, every, np.repeat(np.arange(len(documents)), counts), phrasebook(every))


def _columns(wanted: Sequence[Source], kept: Columns | None, jobs: int, executor: Executor | None) -> Columns:
    """The columns of all sources, in their order."""
    digests = [source.digest for source in wanted]
    known = set(kept.digests()) if kept else set()
    missing = {digest: source for digest, source in zip(digests, wanted, strict=True) if digest not in known}
    parts = [kept] if kept else []
    parts += _read_all(list(missing.values()), jobs, executor)
    columns = join(parts) if parts else read_texts(())
    places = {digest: place for place, digest in enumerate(columns.digests())}
    return take(columns, [places[digest] for digest in digests])


def _read_all(missing: list[Source], jobs: int, executor: Executor | None) -> Iterable[Columns]:
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    if executor is None and (jobs == 1 or len(batches) < WORTH_SPREADING):
        return map(read_texts, batches)
    return spread(read_texts, batches, jobs=jobs, executor=executor)
