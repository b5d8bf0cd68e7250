"""Link: from the library to what speaks of what in it."""

from __future__ import annotations

from seedbed.link.backlinks import backlinks
from seedbed.link.co_authors import co_authors, too_many_creators
from seedbed.link.topics import stated_topics, topic_pairs
from seedbed.model.curation import TopicRuling
from seedbed.model.library import Library
from seedbed.model.link import Discussion, Links, Mention

__all__ = ["link"]


def link(library: Library, topics: tuple[TopicRuling, ...] = ()) -> Links:  # noqa: ARG001
    """Find what speaks of what.

    Args:
        library: Everything that the seeds state.
        topics: What the maintainer says of topics.
    """
    found = stated_topics(library.works)
    mentions: tuple[Mention, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    return Links(
        topics=found,
        mentions=mentions,
        discussions=discussions,
        co_authors=co_authors(library.works),
        topic_pairs=topic_pairs(found),
        backlinks=backlinks(mentions, discussions),
        warnings=too_many_creators(library.works),
    )
