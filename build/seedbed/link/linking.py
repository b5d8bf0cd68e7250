"""From the library to what speaks of what in it, top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from seedbed.keep.beside import aside
from seedbed.keep.memory import uncollected
from seedbed.keep.workers import ALONE, Workers
from seedbed.link.backlinks import backlinks
from seedbed.link.called_papers import with_called_papers
from seedbed.link.co_authors import co_authors, too_many_creators
from seedbed.link.columns import Columns
from seedbed.link.corpus import Corpus
from seedbed.link.derived import Derived, derive
from seedbed.link.discussions import background_of, discussions
from seedbed.link.found_topics import (
    idle_rulings,
    refuse_idle,
    topic_pairs,
    with_works,
    without_phrases,
)
from seedbed.link.mentions import mentions
from seedbed.link.names import names
from seedbed.link.reading import Texts, read, read_before
from seedbed.link.related import related
from seedbed.link.short_names import with_short_names
from seedbed.link.similarity import Alike, similarities
from seedbed.link.spots import Spots, spot
from seedbed.link.terms import Terms, terms_of
from seedbed.link.topics import all_topics
from seedbed.link.uses import Phrasebook, phrasebook
from seedbed.model.curation import TopicRuling
from seedbed.model.library import Library, Transcript
from seedbed.model.link import Links, Topic

if TYPE_CHECKING:
    from concurrent.futures import Executor

WORTH_A_PROCESS = 1_000
"""With fewer works, a process takes longer to start than it helps."""

Kept = Columns
"""What each text holds by itself, to be kept for the next time."""


class Heard(NamedTuple):
    """What the texts of a library say, whoever speaks in them.

    Attributes:
        corpus: The texts.
        found: The topics that several share.
        book: Their phrases.
        is_new: Whether this is to be kept for the next time; else it is what was kept.
    """

    corpus: Corpus
    found: tuple[Derived, ...]
    book: Phrasebook
    is_new: bool

    @property
    def kept(self) -> Kept:
        """What to keep."""
        return self.corpus.columns


def link(library: Library, topics: tuple[TopicRuling, ...] = (), path: str = "") -> Links:
    """Find what speaks of what.

    Args:
        library: Everything that the seeds state.
        topics: What the maintainer says of topics.
        path: The curation file that says so, for errors.

    Raises:
        SeedbedError: A topic of the maintainer's has a phrase without words, shares one with another, or
            would be found in half of all sentences.
    """
    return link_heard(library, hear(library), topics, path)


def hear(library: Library, kept: Kept | None = None, executor: Executor | None = None) -> Heard:
    """The first half of `link`: read the texts, but for those that were read before.

    Args:
        library: Whose works, transcripts and collections; nobody need be named in them yet.
        kept: What was kept, under the same code and packages; of any library.
        executor: Who reads, as for `seedbed.link.reading.read`.
    """
    with uncollected():
        texts = read(library, kept, executor)
        book = phrasebook(texts.corpus)
        is_new = texts.corpus.columns is not kept
        return Heard(texts.corpus, derive(texts, book), book, is_new)


def link_heard(
    library: Library,
    heard: Heard,
    topics: tuple[TopicRuling, ...] = (),
    path: str = "",
    workers: Workers = ALONE,
) -> Links:
    """The second half of `link`.

    Args:
        library: As for `link`, as are `topics` and `path`.
        heard: What its texts say.
        topics: What the maintainer says of topics.
        path: The curation file that says so.
        workers: Who may work.

    Raises:
        SeedbedError: As for `link`.
    """
    apart = workers.count > 1 and len(library.works) >= WORTH_A_PROCESS
    with uncollected():
        return _links(library, heard, topics, path, apart=apart)


def _links(
    library: Library, heard: Heard, rulings: tuple[TopicRuling, ...], path: str, *, apart: bool
) -> Links:
    texts = read_before(library, heard.corpus)
    with aside(lambda: _compared(texts, heard.book), apart=apart) as compared:
        topics, spots = _topics(library, texts, heard.found, rulings, path)
        named = with_called_papers(library, texts, mentions(spots))
        terms, alike = compared()  # that process goes before the next one comes, which needs as much memory
    background = background_of(library, texts, terms, topics)
    ours, theirs = _shared_out(library.transcripts)
    with aside(lambda: discussions(theirs, background, named), apart=apart) as discussed:
        near = related(library, texts, terms, topics, named, alike)
        teams, pairs = co_authors(library.works), topic_pairs(topics)
        spoken = discussions(ours, background, named) + discussed()
    named = with_short_names(library, texts, named, spoken)
    return Links(
        topics=topics,
        mentions=named,
        discussions=spoken,
        related=near,
        co_authors=teams,
        topic_pairs=pairs,
        backlinks=backlinks(named, spoken),
        warnings=(*idle_rulings(topics, named, rulings, path), *too_many_creators(library.works)),
    )


def _compared(texts: Texts, book: Phrasebook) -> tuple[Terms, Alike]:
    """The words and phrases that works use, and what they say that others say too."""
    terms = terms_of(texts, book)
    return terms, similarities(terms, texts.corpus)


def _shared_out(transcripts: tuple[Transcript, ...]) -> tuple[tuple[Transcript, ...], tuple[Transcript, ...]]:
    """A third of them by their turns, as this process has other work too, and the rest."""
    turns = [0, *accumulate(len(transcript.turns) for transcript in transcripts)]
    ours = bisect_right(turns, turns[-1] // 3) - 1
    return transcripts[:ours], transcripts[ours:]


def _topics(
    library: Library,
    texts: Texts,
    found: tuple[Derived, ...],
    rulings: tuple[TopicRuling, ...],
    path: str,
) -> tuple[tuple[Topic, ...], Spots]:
    """The topics with their works, and where texts name them and all else that has a name."""
    topics = all_topics(library, texts.documents, found, rulings, path)
    spots = spot(texts, names(texts, library, topics))
    idle = refuse_idle(topics, spots, rulings, path)
    if idle:
        topics = without_phrases(topics, idle)
        spots = spot(texts, names(texts, library, topics))
    return with_works(topics, spots, rulings), spots
