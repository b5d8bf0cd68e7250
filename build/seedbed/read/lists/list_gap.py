"""The text above a work's labels in a list: its title, abstract and topics, and what stands above those."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from seedbed.read.buttons import is_control
from seedbed.read.furniture import is_menu
from seedbed.read.lists.topic_lines import (
    all_listed,
    are_title_and_topic,
    listed_topics,
    lists_topics,
    several_topics,
)
from seedbed.read.lists.where_shown import APPEARED, WHERE_SHOWN
from seedbed.read.shape import is_prose, is_question, is_single_sentence, is_topic
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_FEWEST_TITLE_WORDS = 2
_FEWEST_GAPS = 2
_FEWEST_QUESTIONS = 2
_MOST_HEADINGS = 2
"""The list's title stands right over its introduction, or over the line that dates it."""
_BETWEEN_FACTS = re.compile(r" [·|•] ")


@dataclass(frozen=True, slots=True)
class Gap:
    """The lines above a work's labels, by what they hold.

    Attributes:
        section: A heading over the work's title.
        before: A work above the section that has no labels at all.
        list_title: The heading of the whole list; only in the first gap, as is `introduction`.
        labels: Buttons ("Read more").
        unread: Lines that could be several things.
        venue: Where the work appeared, as stated between title and abstract.
    """

    title: Line | None = None
    abstract: tuple[Line, ...] = ()
    topics: tuple[Line, ...] = ()
    labels: tuple[Line, ...] = ()
    section: Line | None = None
    before: Gap | None = None
    list_title: Line | None = None
    introduction: tuple[Line, ...] = ()
    unread: tuple[Line, ...] = ()
    venue: Line | None = None


def have_abstracts(gaps: Sequence[Sequence[Line]]) -> bool:
    """Whether any running text stands above labels but the first ones, where the list's introduction is."""
    return len(gaps) <= _FEWEST_GAPS or any(last_prose(gap) is not None for gap in gaps[1:])


def find_topics(gaps: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The topics that stand, beyond doubt, below an abstract somewhere in the list, in lower case.

    Where the works have no abstracts, they are the lines below a title that stand below others, too.
    """
    if not have_abstracts(gaps):
        found = Counter(text for gap in gaps for text in {line.text.casefold() for line in gap[1:]})
        often = (text for text, count in found.items() if count > 1)
        return frozenset(text for text in often if is_topic(text) and not is_control(text))
    below = [
        [line.text for line in gap[last + 1 :] if not is_control(line.text)]
        for gap in gaps
        if (last := last_prose(gap)) is not None
    ]
    found = Counter(topic for texts in below for topic in {*map(str.casefold, all_listed(texts))})
    return frozenset(
        text.casefold() for texts in below for text in texts if is_topic(text) or lists_topics(text, found)
    )


def with_parted_topics(gaps: Sequence[Gap], others: Container[int]) -> Iterator[Gap]:
    """The gaps, with each topic on its own where a line lists several; `others` are lines that list none.

    A topic may have a comma of its own ("Ethics, Law and Policy"). So a line lists several only where one of
    its parts stands in another line, too.
    """
    lines = {line.text.casefold() for gap in gaps for line in gap.topics if line.number not in others}
    found = Counter(topic for line in lines for topic in set(listed_topics(line)))
    for gap in gaps:
        topics = tuple(
            Line(line.number, topic)
            for line in gap.topics
            for topic in ((() if line.number in others else several_topics(line.text, found)) or (line.text,))
        )
        yield gap if topics == gap.topics else replace(gap, topics=topics)


def read_first_gap(lines: Sequence[Line], topics: frozenset[str]) -> Gap:
    """The gap above the first work, which also holds the list's title and introduction.

    The introduction is the running text above the work; the line over it is the list's title. Where there
    is none, the very first line is. Menus of the page, above that, are not read.
    """
    gap, above = _read_work(lines, topics)
    above = [line for line in above if not is_control(line.text)]
    last = last_prose(above)
    if last is None:
        above = [line for line in above if not is_menu(line.text)]
        list_title = above[0] if above else None
        section = above[-1] if gap.title is not None and len(above) > 1 else None
        return replace(gap, list_title=list_title, section=section)
    section = above[-1] if gap.title is not None and len(above) > last + 1 else None
    return _introduced(replace(gap, section=section), above, last)


def _introduced(gap: Gap, lines: Sequence[Line], last: int) -> Gap:
    """The gap with the introduction whose last line is `last`, and the list's title over that."""
    first = last
    while first > 0 and is_prose(lines[first - 1].text):
        first -= 1
    asked = [at for at in range(first) if is_question(lines[at].text)]
    if len(asked) >= _FEWEST_QUESTIONS and asked[-1] == first - 1:
        return _introduced_above_questions(gap, lines[: asked[0]])
    headings = [line for line in lines[:first][-_MOST_HEADINGS:] if not _is_issue(line.text)]
    return replace(
        gap, list_title=headings[-1] if headings else None, introduction=tuple(lines[first : last + 1])
    )


def _introduced_above_questions(gap: Gap, lines: Sequence[Line]) -> Gap:
    """The gap with what stands above questions and their answers, which follow it at the top of a page."""
    last = last_prose(lines)
    if last is not None:
        return _introduced(gap, lines, last)
    title = next((line for line in lines if not is_menu(line.text)), None)
    return replace(gap, list_title=title)


def _is_issue(text: str) -> bool:
    """Whether a line says which issue of a series this is, and when it came: "Issue #3 · 6 May 2026"."""
    parts = _BETWEEN_FACTS.split(text)
    return len(parts) > 1 and any(map(find_date, parts))


def read_first_bare_gap(lines: Sequence[Line], topics: frozenset[str]) -> Gap:
    """The gap above the first of works that have no abstracts: its running text is about the whole list."""
    last = last_prose(lines)
    if last is None:
        return read_first_gap(lines, topics)
    gap, above = _read_without_abstract(lines[last + 1 :], topics)
    if gap.title is None and len(above) == len(("section", "title")):
        gap, above = replace(gap, title=above[-1]), above[:-1]
    section = above[-1] if above and gap.title is not None else None
    return _introduced(replace(gap, section=section), lines, last)


def read_gap(lines: Sequence[Line], topics: frozenset[str]) -> Gap:
    """A gap between two works: a line over the title is a section.

    Further text is a work without labels where topics or a button end it; else it is left unread, as are the
    buttons of the work above.
    """
    lines = tuple(dropwhile(lambda line: is_control(line.text) or APPEARED.match(line.text), lines))
    gap, above = _read_work(lines, topics)
    section = None
    if gap.title is None:
        return replace(gap, unread=tuple(above))
    if above and not is_prose(above[-1].text) and not _ends_a_work(above[-1].text, topics):
        above, section = above[:-1], above[-1]
    if not above:
        return replace(gap, section=section)
    before, unread = _read_work(above, topics)
    if before.title is None or not before.abstract or not _ends_a_work(above[-1].text, topics):
        return replace(gap, section=section, unread=tuple(above))
    return replace(gap, section=section, before=before, unread=tuple(unread))


def _read_work(lines: Sequence[Line], topics: frozenset[str]) -> tuple[Gap, Sequence[Line]]:
    """The work at the end of `lines`, and the lines above it."""
    last = last_prose(lines)
    if last is None:
        return _read_without_abstract(lines, topics)
    below = lines[last + 1 :]
    odd = [line for line in below if not is_topic(line.text) and not _ends_a_work(line.text, topics)]
    if odd:
        # A longer heading below running text is the title of a work without an abstract.
        start = next(index for index, line in enumerate(lines) if line is odd[-1])
        gap, _ = _read_without_abstract(lines[start:], topics)
        return gap, lines[:start]
    start = _abstract_start(lines, last)
    title = lines[start - 1] if start else None
    if title is None and start < last and is_single_sentence(lines[start].text):
        title, start = lines[start], start + 1
    above = lines[: max(0, start - 1)] if title is not None else lines[:start]
    gap = Gap(title, tuple(lines[start : last + 1]), *_sort_below(below))
    if _is_below_title(above, gap):
        return replace(gap, title=above[-1], venue=title), above[:-1]
    return gap, above


def _is_below_title(above: Sequence[Line], gap: Gap) -> bool:
    """Whether what touches the abstract says where a work appeared, and touches the title above it."""
    where = gap.title
    if where is None or not above or WHERE_SHOWN.fullmatch(where.text) is None:
        return False
    touches = above[-1].touches(where) and where.touches(gap.abstract[0])
    apart = len(above) == 1 or not above[-2].touches(above[-1])
    return touches and apart and not is_prose(above[-1].text) and not is_control(above[-1].text)


def _read_without_abstract(lines: Sequence[Line], topics: frozenset[str]) -> tuple[Gap, Sequence[Line]]:
    """Without an abstract, topics are labels known from elsewhere in the list, or several lines that touch.

    Where the last line may still be a topic or the title, there is no telling, and the work has no title; but
    several topics that touch, and stand apart from what is above them, are all that there are.
    """
    end = len(lines)
    while end > 1 and _ends_a_work(lines[end - 1].text, topics):
        end -= 1
    end = _above_touching_topics(lines, _above_known_topics(lines, end))
    unsure = end > 1 and bool(topics) and is_topic(lines[end - 1].text)
    if unsure and end == len(lines) and are_title_and_topic(lines):
        end -= 1
        unsure = False
    if not end or (unsure and not _stand_together(lines[end - 1], lines[end:])):
        return Gap(None, (), *_sort_below(lines[end:])), lines[:end]
    return Gap(lines[end - 1], (), *_sort_below(lines[end:])), lines[: end - 1]


def _stand_together(above: Line, lines: Sequence[Line]) -> bool:
    """Whether several lines touch each other, and not the one above."""
    touch = all(line.touches(below) for line, below in pairwise(lines))
    return len(lines) > 1 and touch and not above.touches(lines[0])


def _above_known_topics(lines: Sequence[Line], end: int) -> int:
    """Where the topics begin that touch a known one at `end`; `end` itself where they touch a title, too."""
    start = end
    while 0 < start < len(lines) and lines[start - 1].touches(lines[start]):
        if start == 1 or not is_topic(lines[start - 1].text):
            return end
        start -= 1
    return start


def _above_touching_topics(lines: Sequence[Line], end: int) -> int:
    start = end
    while start > 0 and is_topic(lines[start - 1].text):
        start -= 1
        if start and not lines[start - 1].touches(lines[start]):
            break
    return start if start and end - start > 1 else end


def _sort_below(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Topics, and buttons."""
    topics = tuple(line for line in lines if not is_control(line.text))
    return topics, tuple(line for line in lines if is_control(line.text))


def _abstract_start(lines: Sequence[Line], last: int) -> int:
    """Where the running text begins that ends at `last`, a heading of one word inside it included."""
    start = last
    while start > 0:
        above = lines[start - 1].text
        inner = len(above.split()) < _FEWEST_TITLE_WORDS or above.endswith((":", "："))
        if is_prose(above):
            start -= 1
        elif inner and start > 1 and is_prose(lines[start - 2].text):
            start -= 2
        else:
            break
    return start


def last_prose(lines: Sequence[Line]) -> int | None:
    """Where the last running text of some lines is; None where there is none."""
    return next((index for index in reversed(range(len(lines))) if is_prose(lines[index].text)), None)


def _ends_a_work(text: str, topics: frozenset[str]) -> bool:
    return text.casefold() in topics or is_control(text)
