"""Link: from the library to what speaks of what in it."""

from __future__ import annotations

from concurrent.futures import Executor
from typing import NamedTuple

from seedbed.keep.memory import uncollected
from seedbed.link.backlinks import backlinks
from seedbed.link.co_authors import co_authors, too_many_creators
from seedbed.link.columns import Columns
from seedbed.link.derived import derive
from seedbed.link.discussions import discussions
from seedbed.link.mentions import mentions
from seedbed.link.names import names
from seedbed.link.reading import Texts, read
from seedbed.link.related import related
from seedbed.link.spots import spot
from seedbed.link.terms import terms_of
from seedbed.link.topics import (
    all_topics,
    idle_rulings,
    refuse_idle,
    topic_pairs,
    with_works,
    without_phrases,
)
from seedbed.link.uses import phrasebook
from seedbed.model.curation import TopicRuling
from seedbed.model.library import Library
from seedbed.model.link import Links

__all__ = ["Kept", "Linked", "link", "relink"]

Kept = Columns
"""What each text holds by itself, to be kept for the next time."""


class Linked(NamedTuple):
    """What was found, and what to keep; where nothing is new, that is what was kept."""

    links: Links
    kept: Kept


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
    return relink(library, topics, path).links


def relink(
    library: Library,
    topics: tuple[TopicRuling, ...] = (),
    path: str = "",
    kept: Kept | None = None,
    executor: Executor | None = None,
) -> Linked:
    """The same as `link`, but texts that were read before are not read again.

    Args:
        library: As for `link`, as are `topics` and `path`.
        topics: What the maintainer says of topics.
        path: The curation file that says so.
        kept: What was kept, under the same code and packages; of any library.
        executor: Who reads, where there is much to read.

    Raises:
        SeedbedError: As for `link`.
    """
    with uncollected():
        texts = read(library, kept, executor)
        return Linked(_links(library, texts, topics, path), texts.corpus.columns)


def _links(library: Library, texts: Texts, topics: tuple[TopicRuling, ...], path: str) -> Links:
    book = phrasebook(texts.corpus)
    found, terms = derive(texts, book), terms_of(texts, book)
    del book  # it is the largest of all, and nothing else looks into it
    every = all_topics(library, texts.documents, found, topics, path)
    spots = spot(texts, names(texts, library.people, every))
    idle = refuse_idle(every, spots, topics, path)
    if idle:
        every = without_phrases(every, idle)
        spots = spot(texts, names(texts, library.people, every))
    every = with_works(every, spots, topics)
    named = mentions(spots)
    discussed = discussions(library, texts, terms, every, named)
    return Links(
        topics=every,
        mentions=named,
        discussions=discussed,
        related=related(library, texts, terms, every, named),
        co_authors=co_authors(library.works),
        topic_pairs=topic_pairs(every),
        backlinks=backlinks(named, discussed),
        warnings=(*idle_rulings(every, named, topics, path), *too_many_creators(library.works)),
    )
