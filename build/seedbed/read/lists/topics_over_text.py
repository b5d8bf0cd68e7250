"""Topics that a list has between titles and abstracts: put below these, where other lists have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from seedbed.read.buttons import is_control
from seedbed.read.lists.where_shown import says_where_shown
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.vocabulary import LABELS
from seedbed.text.lines import Line

_FEWEST = 2
_LEAST_SHARE = 0.5
"""Of the abstracts, how many have to have a topic over them that stands elsewhere, too."""
_NEARLY_ALL = 0.8
"""The part of the abstracts with which one more line over an abstract is a topic as well."""
_MOST_WORDS = 3
_MOST_OF_ONE = 0.7
"""Of the abstracts, how many may have the same topic; what stands over more is a heading of theirs."""


def with_topics_below(gaps: Sequence[Sequence[Line]], offered: AbstractSet[str]) -> list[tuple[Line, ...]]:
    """The lines above the labels of each work, with the topics that stand over its abstract below this.

    They stand over several abstracts each, below titles that do not. One that stands over a single abstract
    is among those that the page offers to choose from (`offered`, in lower case), or nearly all others have
    some.
    """
    starts = [_abstract_start(gap) for gap in gaps]
    texts = [gap[start].text if start < len(gap) else "" for gap, start in zip(gaps, starts, strict=True)]
    above = {
        (line.text.casefold(), text or str(line.number))
        for gap, start, text in zip(gaps, starts, texts, strict=True)
        for line in _short_above(gap, start)
    }
    counts = Counter(text for text, _ in above)
    abstracts = len({*texts} - {""})
    often = {text for text, count in counts.items() if _FEWEST <= count <= _MOST_OF_ONE * abstracts}
    often -= _names(
        gap[start - 1].text for gap, start in zip(gaps, starts, strict=True) if 0 < start < len(gap)
    )
    known = often | (offered & counts.keys())
    begins = [_topics_start(gap, start, known) for gap, start in zip(gaps, starts, strict=True)]
    found = [gap[begin:start] for gap, begin, start in zip(gaps, begins, starts, strict=True)]
    sure = sum(
        1
        for lines, text in zip(found, texts, strict=True)
        if text and any(line.text.casefold() in often for line in lines)
    )
    if not often or sure < _LEAST_SHARE * abstracts:
        return [tuple(gap) for gap in gaps]
    if sure >= _NEARLY_ALL * abstracts:
        begins = [
            start - 1 if begin == start and _is_short_below_title(gap, start) else begin
            for gap, begin, start in zip(gaps, begins, starts, strict=True)
        ]
    return [_moved(gap, begin, start) for gap, begin, start in zip(gaps, begins, starts, strict=True)]


def _is_short_below_title(gap: Sequence[Line], start: int) -> bool:
    """Whether a few words stand right over an abstract, below a line of more words."""
    if not len(("title", "topic")) <= start < len(gap):
        return False
    title, topic = (len(line.text.split()) for line in gap[start - 2 : start])
    told = _may_be_topic(gap[start - 1].text) and not is_prose(gap[start - 2].text)
    return told and topic <= _MOST_WORDS and topic < title


def _abstract_start(gap: Sequence[Line]) -> int:
    """Where the last running text of a gap begins; its end where there is none."""
    last = next((at for at in reversed(range(len(gap))) if is_prose(gap[at].text)), len(gap))
    while last > 0 and is_prose(gap[last - 1].text):
        last -= 1
    return last


def _short_above(gap: Sequence[Line], start: int) -> Sequence[Line]:
    """The lines right above an abstract that may be topics; the first line of a gap is its title."""
    first = start
    while first > 1 and _may_be_topic(gap[first - 1].text):
        first -= 1
    return gap[first:start]


def _may_be_topic(text: str) -> bool:
    told = is_control(text) or says_where_shown(text)
    return is_topic(text) and not told and text.casefold() not in LABELS["abstract"]


def _names(above: Iterable[str]) -> AbstractSet[str]:
    """Which of the lines right above abstracts name their creators, in lower case.

    Topics may look like names. These are some where one line names several people, or most of them stand
    over one abstract alone.
    """
    texts = list(above)
    counts = Counter(text.casefold() for text in texts if single_name(text) is not None)
    once = sum(1 for count in counts.values() if count == 1)
    several = any(", " in text and listed_names(text) is not None for text in texts)
    return counts.keys() if several or 2 * once >= counts.total() else frozenset()


def _topics_start(gap: Sequence[Line], start: int, known: AbstractSet[str]) -> int:
    """Where the topics over an abstract begin; `start` itself where no title is above them."""
    first = start
    while first > 0 and gap[first - 1].text.casefold() in known:
        first -= 1
    above = gap[first - 1].text if first else ""
    return first if above and not is_prose(above) and not is_control(above) else start


def _moved(gap: Sequence[Line], begin: int, start: int) -> tuple[Line, ...]:
    """The lines from `begin` to `start` behind the running text that follows."""
    end = start
    while end < len(gap) and is_prose(gap[end].text):
        end += 1
    return (*gap[:begin], *gap[start:end], *gap[begin:start], *gap[end:])
