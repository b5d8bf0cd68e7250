"""The works of a list: what stands above each one's labels, and what the labels say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from seedbed.model.record import NameList
from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list, read_names, without_by
from seedbed.read.lists.first_work import ends_in_title
from seedbed.read.lists.list_details import Details
from seedbed.read.lists.list_gap import (
    Gap,
    find_topics,
    have_abstracts,
    read_first_bare_gap,
    read_first_gap,
    read_gap,
    with_parted_topics,
)
from seedbed.read.lists.name_lines import joined_names
from seedbed.read.lists.stretch_ends import with_ends
from seedbed.read.lists.stretches import Parted, Stretch, read_stretches, with_abstracts_above
from seedbed.read.lists.title_sentences import MARKS, with_bare_titles
from seedbed.read.lists.topics_over_text import with_topics_below
from seedbed.read.lists.whose_talks import creators_above
from seedbed.read.references.names import abbreviated_names, listed_names
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.works.bylines import read_byline
from seedbed.text.lines import Line

_ReadGap = Callable[[Sequence[Line], frozenset[str]], Gap]
_FEWEST_HEADED = 3
_MOST_HEADED = 0.5
"""Of that many works or more, so large a part may have a section's heading over its labelled title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands above a work's labels, and what the labels say."""

    gap: Gap
    details: Details


def find_entries(
    lines: Sequence[Line], offered: AbstractSet[str] = frozenset()
) -> tuple[list[Entry], tuple[Line, ...]]:
    """The works of a list, in order, and the lines below the last of its labels.

    The page may offer to choose from some topics, in lower case.
    """
    stretches, tail = with_abstracts_above(*_with_bare_titles(*read_stretches(lines)))
    gaps = with_topics_below([stretch.gap for stretch in stretches], offered)
    stretches = [replace(stretch, gap=gap) for stretch, gap in zip(stretches, gaps, strict=True)]
    entries = _entries(stretches, {line.number: line for line in lines})
    topics = sorted(line.number for entry in entries for line in entry.details.topics)
    return [_with_whole_abstract(entry, topics) for entry in entries], tail


def _with_whole_abstract(entry: Entry, topics: Sequence[int]) -> Entry:
    """The entry with as much of its abstract as stands below the keywords of another one inside it."""
    abstract = entry.gap.abstract
    if len(abstract) < len(("above", "below")):
        return entry
    before = bisect_left(topics, abstract[-1].number)
    last = topics[before - 1] if before else 0
    if last < abstract[0].number:
        return entry
    below = tuple(line for line in abstract if line.number > last)
    return replace(entry, gap=replace(entry.gap, abstract=below))


def _entries(stretches: Sequence[Stretch], stated: Mapping[int, Line]) -> list[Entry]:
    stretches = with_ends(stretches)
    gaps = [stretch.gap for stretch in stretches]
    bare = not have_abstracts(gaps) or ends_in_title(gaps)
    topics = find_topics(gaps[1:] if have_abstracts(gaps) and bare else gaps)
    first = read_first_bare_gap if bare else read_first_gap
    named = _have_names_over_abstracts(stretches)
    entries = [
        _with_stated_title(
            _with_section_above(
                _entry(stretch.gap, stretch.details, topics, None if number else first, named=named),
                stretch.gap,
                stated,
            ),
            stated,
        )
        for number, stretch in enumerate(stretches)
    ]
    creators = {line.number for entry in entries for line in unlabelled_creators(entry)}
    parted = with_parted_topics([entry.gap for entry in entries], creators)
    entries = [replace(entry, gap=gap) for entry, gap in zip(entries, parted, strict=True)]
    titled = [entry for entry in entries if entry.details.title is not None]
    headed = [entry for entry in titled[1:] if entry.gap.section is not None]
    if len(entries) < _FEWEST_HEADED or len(headed) <= _MOST_HEADED * len(entries):
        return entries
    # What stands over each title is no section: it says whose work that is.
    whose = creators_above(gaps)
    return [_with_creators(entry, names) for entry, names in zip(entries, whose, strict=True)]


def _with_bare_titles(stretches: Sequence[Stretch], tail: tuple[Line, ...]) -> Parted:
    *gaps, end = with_bare_titles([*(stretch.gap for stretch in stretches), tail])
    return [replace(stretch, gap=gap) for stretch, gap in zip(stretches, gaps, strict=True)], end


def _with_section_above(entry: Entry, lines: Sequence[Line], stated: Mapping[int, Line]) -> Entry:
    """The entry with the heading that stands apart over its title, where names below that have hidden it."""
    gap = entry.gap
    above = next((line for line, below in pairwise(lines) if below is gap.title), None)
    if above is None or gap.section or gap.before or above in (gap.list_title, *gap.introduction):
        return entry
    apart = above.number - 1 not in stated and is_topic(above.text)
    if not apart or is_control(above.text) or not entry.details.creators:
        return entry
    unread = tuple(line for line in gap.unread if line is not above)
    return replace(entry, gap=replace(gap, section=above, unread=unread))


def _with_stated_title(entry: Entry, stated: Mapping[int, Line]) -> Entry:
    """The entry with its title as the seed has it, with a mark at its end."""
    title = entry.gap.title
    if title is None or title.text != stated[title.number].text.rstrip(MARKS):
        return entry
    return replace(entry, gap=replace(entry.gap, title=stated[title.number]))


def _with_creators(entry: Entry, names: Line | None) -> Entry:
    """The entry without a section, and with the names over its title, where they are known."""
    gap = replace(entry.gap, section=None)
    if names is None or entry.details.creators or entry.details.title is None:
        return replace(entry, gap=gap)
    if gap.list_title is not None and gap.list_title.number == names.number:
        gap = replace(gap, list_title=None)
    return Entry(gap, replace(entry.details, creators=(names,)))


def _have_names_over_abstracts(stretches: Sequence[Stretch]) -> bool:
    """Whether several people are named right above most labelled abstracts, so that one may be elsewhere."""
    labelled = [each.gap[-1].text for each in stretches if each.gap and each.details.abstract]
    return 2 * sum(1 for text in labelled if listed_names(text) is not None) >= len(labelled)


def _entry(
    lines: Sequence[Line],
    details: Details,
    topics: frozenset[str],
    read_first: _ReadGap | None,
    *,
    named: bool,
) -> Entry:
    """A work; where its abstract has a label, the title stands right above the labels, or above names."""
    if details.title is None and details.abstract and lines:
        *above, last = lines
        is_named = listed_names(last.text) is not None or (named and is_name_list(last.text))
        if not details.creators and above and is_named:
            details = replace(details, creators=(last,))
            *above, last = above
        lines, details = above, replace(details, title=last)
    gap = _gap(lines, details, topics, read_first)
    if (
        gap.title is not None
        and gap.section is not None
        and names_several(gap.title.text)
        and may_be_creators(gap.title.text, _stated_creators(details))
    ):
        details = replace(
            details, creators=details.creators or (Line(gap.title.number, without_by(gap.title.text)),)
        )
        gap = replace(gap, title=gap.section, section=None)
    return Entry(gap, details)


def _stated_creators(details: Details) -> NameList | None:
    return read_names(joined_names(line.text for line in details.creators)) if details.creators else None


def _gap(lines: Sequence[Line], details: Details, topics: frozenset[str], read_first: _ReadGap | None) -> Gap:
    """What stands above a work's labels; where its title is one of them, only headings do."""
    if details.title is None:
        return (read_first or read_gap)(lines, topics)
    headings = [line for line in lines if not is_prose(line.text)]
    if read_first:
        introduction = tuple(line for line in lines if is_prose(line.text))
        above = [line for line in headings if introduction and line.number < introduction[0].number]
        return Gap(
            list_title=above[-1] if above else next(iter(headings), None),
            introduction=introduction,
            section=headings[-1] if len(headings) > 1 else None,
        )
    return Gap(section=headings[-1] if headings else None)


def names_several(text: str) -> bool:
    """Whether a line that stands where a title would names people, and is none."""
    if without_by(text) != text:
        return read_byline(text) is not None
    return ", " in text and (listed_names(text) or abbreviated_names(text)) is not None


def may_be_creators(text: str, creators: NameList | None) -> bool:
    """Whether names may be a work's creators, as far as a label says who these are.

    "Small Steps, Big Leaps" looks like two names, and is none of theirs.
    """
    return creators is None or not {name.casefold() for name in read_names(text).names}.isdisjoint(
        name.casefold() for name in creators.names
    )


def unlabelled_creators(entry: Entry) -> tuple[Line, ...]:
    """The line of names below the abstract that has one of the fellows among them, and so is no topic."""
    fellows = {name for line in entry.details.fellows for name in _folded_names(line)}
    named = (line for line in entry.gap.topics if is_name_list(line.text))
    return tuple(islice((line for line in named if fellows & _folded_names(line)), 1))


def _folded_names(line: Line) -> set[str]:
    return {name.casefold() for name in read_names(line.text).names}
