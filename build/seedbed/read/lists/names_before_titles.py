"""Cards that say who made a work before they say its title: "Contributor", a name, the title, "Mentors"."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.creators import is_name_list
from seedbed.read.lists.card_labels import WHO, basic_label, value_of
from seedbed.read.lists.list_gap import is_control
from seedbed.read.references.names import single_name
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.text.lines import Line

_FEWEST = 3
_LEAST_SHARE = 0.8


def with_titles_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with each title above the label of those who made the work, as other cards have it.

    That is sure where a page begins with such a label, and the same order comes again and again, with another
    title each time.
    """
    labelled = [at for at, line in enumerate(lines) if line.text.endswith(":") and _whom(line) is not None]
    makers = [at for at in labelled if _whom(lines[at]) != "others"]
    titles = {at: lines[at + 2] for at in makers if _has_title_behind(lines, at)}
    texts = {line.text for line in titles.values()}
    names = sum(1 for line in titles.values() if single_name(line.text) is not None)
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
        moved[at : at + 3] = title, lines[at], lines[at + 1]
    return moved


def _whom(line: Line) -> str | None:
    """Whom a label that stands on a line of its own names."""
    return None if value_of(line.text) else WHO.get(basic_label(line.text))


def _has_title_behind(lines: Sequence[Line], at: int) -> bool:
    """Whether a title stands between the names below a label, and a label of those who helped."""
    if at + 3 >= len(lines) or _whom(lines[at + 3]) != "others" or not is_name_list(lines[at + 1].text):
        return False
    text = lines[at + 2].text
    told = is_prose(text) or is_control(text) or basic_label(text) in WHO
    return not told and len(text) <= LONGEST_HEADING
