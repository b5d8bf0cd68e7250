"""Abstracts without a label among others that have one: each is a paragraph that needs nothing above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.lists.topic_lines import listed_topics
from seedbed.read.shape import is_prose
from seedbed.read.works.asides import ARCHIVED
from seedbed.text.lines import Line

_FEWEST_WORDS = 60
_FEWEST_WHOLE = 4
_LEAST_WHOLE = 0.75
"""Of the labels, how many have to have an abstract of one paragraph behind them."""
_KEYWORDS = re.compile(r"(?:key ?words(?: and phrases)?|index terms)\s*[:—–-]", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:we|I|here we|this (?:paper|article|study|work|essay|report))\b(?! (?:can|may|must|know)\b)",
    re.IGNORECASE,
)
"""How those write who tell what they did."""
_OPENS = re.compile(
    r"(?:in this (?:paper|article|study|work|essay|report),? |this (?:paper|article|study|work|essay|report) "
    r"|we (?:study|consider|introduce|present|propose|investigate|ask|examine|address)\b)",
    re.IGNORECASE,
)
"""How an abstract may begin, and one's second paragraph hardly, where the first says what was done."""
_GOES_ON = re.compile(
    r"\b(?:this|these|those|such|our|we|us|it|its|they|their|here|also|both|further(?:more)?|finally|moreover|however|thus"
    r"|therefore|overall|across|addition|additionally|results?|findings?|experiments?|together|instead|while)\b",
    re.IGNORECASE,
)
"""Words by which a first sentence speaks of what stands above it."""
_FIRST_SENTENCE = re.compile(r".{10,400}?[.?!](?= |$)")


def ends_abstract(text: str) -> bool:
    """Whether a line below an abstract is none of it: its keywords, or what an archive says of the work."""
    return ARCHIVED.match(text) is not None or _KEYWORDS.match(text) is not None


def with_keywords(seed: Seed, work: WorkRecord, lines: Sequence[Line]) -> WorkRecord:
    """The work with the keywords that stand among its lines."""
    stated = next((line for line in lines if _KEYWORDS.match(line.text)), None)
    if stated is None or work.topics:
        return work
    place = seed.span(stated.number)
    topics = listed_topics(_KEYWORDS.sub("", stated.text, count=1))
    return replace(work, topics=tuple(Claim(topic, place) for topic in topics))


def is_whole(text: str) -> bool:
    """Whether a paragraph is as long as abstracts are."""
    return is_prose(text) and len(text.split()) >= _FEWEST_WORDS


def without_label(lines: Sequence[Line], labelled: Sequence[int]) -> list[int]:
    """Where an abstract begins that lost its label, among several of one paragraph each.

    It is the second paragraph below a label then, and either of the two is as long as whole abstracts are. An
    archive, whose abstracts are one paragraph, states more of a work below it, or above.
    """
    beside = {at for at, line in enumerate(lines) if ARCHIVED.match(line.text)}
    told = [
        [at for at in range(begin, end) if at not in beside and is_prose(lines[at].text)]
        for begin, end in pairwise((*labelled, len(lines)))
    ]
    whole = [len(lines[at].text.split()) for at, *more in filter(None, told) if not more]
    if len(whole) < max(_FEWEST_WHOLE, _LEAST_WHOLE * len(labelled)):
        return []
    doubled = (found for found in told if len(found) == len(("labelled", "not labelled")))
    doubled = (found for found in doubled if not beside.isdisjoint((found[1] - 1, found[1] + 1)))
    return [found[1] for found in doubled if min(len(lines[at].text.split()) for at in found) >= min(whole)]


def beginning_bare(lines: Sequence[Line], labelled: Sequence[int]) -> Iterator[int]:
    """Where such an abstract begins: a paragraph below a whole one, or below the keywords that end one.

    Both say what was done, and the further one does not speak of what stands above it.
    """
    for begin, end in pairwise((*labelled, len(lines))):
        above = next((at for at in range(begin, end) if is_whole(lines[at].text)), end)
        for at in range(above + 1, end):
            text = lines[at].text
            if not is_whole(text):
                continue
            below_keywords = _KEYWORDS.match(lines[at - 1].text) is not None
            if below_keywords or (at == above + 1 and _stands_alone(lines[above].text, text)):
                above = at
                yield at


def _stands_alone(above: str, text: str) -> bool:
    if not (_TELLS.search(above) and _TELLS.search(text)):
        return False
    first = _FIRST_SENTENCE.match(text)
    goes_on = first is None or _GOES_ON.search(first.group()) is not None
    return _OPENS.match(text) is not None or not goes_on
