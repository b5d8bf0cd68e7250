"""The topics that a line of a list names, whatever parts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedbed.read.shape import is_topic
from seedbed.text.lines import Line

_FEWEST_OF_TITLE, _MOST_OF_TOPIC = 5, 3
"""Words of a title, and of the topic below, where nothing else tells them from a heading and a title."""
_BETWEEN_KEYWORDS = re.compile(r"[;,|·•；，、]")


def all_listed(texts: Iterable[str]) -> Iterator[str]:
    """The topics that several lines list."""
    for text in texts:
        yield from listed_topics(text)


def lists_topics(text: str, found: Mapping[str, int]) -> bool:
    """Whether a longer line lists topics, one of which other works have, too; a title may have commas."""
    parts = _BETWEEN_KEYWORDS.split(text)
    return (
        len(parts) > 1 and len(list(listed_topics(text))) == len(parts) and bool(several_topics(text, found))
    )


def listed_topics(keywords: str) -> Iterator[str]:
    """The topics that a line lists, whatever parts them."""
    parts = (part.strip(" .`") for part in _BETWEEN_KEYWORDS.split(keywords))
    yield from (part for part in parts if part and is_topic(part))


def several_topics(text: str, found: Mapping[str, int]) -> Sequence[str]:
    """The topics that a line lists, if it lists several and one of them stands in another line, too."""
    topics = tuple(listed_topics(text))
    known = any(found[topic.casefold()] > 1 for topic in topics)
    return topics if known and len(topics) > 1 and all(mark not in text for mark in (".", "?")) else ()


def are_title_and_topic(lines: Sequence[Line]) -> bool:
    """Whether the only two lines, which stand apart, are a title and a topic: the first one is far longer."""
    if len(lines) != len(("title", "topic")) or lines[0].touches(lines[1]):
        return False
    title, topic = (len(line.text.split()) for line in lines)
    return title >= _FEWEST_OF_TITLE and topic <= _MOST_OF_TOPIC
