"""Cards that say who made a work before they say its title: "Contributor", a name, the title, "Mentors"."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.lists.card_labels import WHO, basic_label, value_of
from seedbed.read.lists.list_labels import label_of
from seedbed.read.references.names import single_name
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.text.lines import Line

_FEWEST = 3
_LEAST_SHARE = 0.8
"""Of the labels that name who made a work, how many have to have a title behind the name."""


def with_titles_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with each title above the label of those who made the work, as other cards have it.

    That is sure where a page begins with such a label, and the same order comes again and again, with another
    title each time.
    """
    labelled = [at for at, line in enumerate(lines) if _whom(line) is not None]
    makers = [at for at in labelled if _whom(lines[at]) != "others"]
    titles = {at: title for at in makers if (title := _title_behind(lines, at)) is not None}
    texts = {lines[title].text for title in titles.values()}
    names = sum(1 for text in texts if single_name(text) is not None)
    sure = (
        len(titles) >= max(_FEWEST, _LEAST_SHARE * len(makers))
        and labelled[0] in titles
        and len(texts) == len(titles)
        and 2 * names <= len(titles)
    )
    if not sure:
        return lines
    moved = list(lines)
    for at, title in titles.items():
        moved[at : title + 1] = lines[title], *lines[at:title]
    return moved


def _whom(line: Line) -> str | None:
    """Whom a label names that stands on a line of its own, or before names."""
    if label_of(line.text) is None:
        return None
    return WHO.get(basic_label(line.text))


def _title_behind(lines: Sequence[Line], at: int) -> int | None:
    """Where a title stands between the names behind or below a label, and a label of those who helped."""
    value = value_of(lines[at].text)
    names = at if value else at + 1
    title, helped = names + 1, names + 2
    if (
        helped >= len(lines)
        or _whom(lines[helped]) != "others"
        or not is_name_list(value or lines[names].text)
    ):
        return None
    text = lines[title].text
    told = is_prose(text) or is_control(text) or basic_label(text) in WHO
    return title if not told and len(text) <= LONGEST_HEADING else None
