"""Read what a library says: its documents, their texts as numbers, and the phrases that they use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import Columns, Numbers, unpack
from seedbed.link.corpus import Corpus, corpus
from seedbed.link.documents import Document, documents, outlines, sources
from seedbed.link.texts import read_texts
from seedbed.link.uses import Phrasebook, phrasebook
from seedbed.model.library import Library


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


def read(library: Library) -> Texts:
    """Read all texts of a library."""
    found = outlines(library)
    columns = read_texts(sources(found))
    return _texts(documents(found, unpack(columns.paragraphs).tolist()), columns)


def _texts(found: tuple[Document, ...], columns: Columns) -> Texts:
    every = corpus(columns)
    counts = np.array([1 + len(document.passages) for document in found], dtype=np.int64)
    return Texts(found, every, np.repeat(np.arange(len(found)), counts), phrasebook(every))
