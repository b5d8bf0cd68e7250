"""The lines of names below a label of a list: where they end."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from seedbed.read.creators import is_name_list
from seedbed.read.lists.list_labels import Field, find_label, is_other_label
from seedbed.read.shape import is_prose
from seedbed.text.lines import Line

_MOST_NAME_WORDS = 4
_GOES_ON = re.compile(r"(?:[,;]| and| &) *$")
"""What ends a line that the next one goes on with."""


def end_of_names(
    lines: Sequence[Line], start: int, gathered: Container[Field], *, text_below: bool = False
) -> int:
    """The index behind the names that begin at `start`; `start` itself where no names stand there.

    The line after a label holds its names unless it reads like something else, or unless running text
    follows, which makes it the title of the next work; where `text_below`, that text is an abstract. Further
    lines are names while they touch the first and another label follows, or something that stands apart, or
    while the line before ends in a comma. Where the label that follows is of the same work, one that is not
    yet `gathered`, they need not touch.
    """
    if start >= len(lines) or find_label(lines[start].text) or is_other_label(lines[start].text):
        return start
    if (apart := _end_of_names_apart(lines, start, gathered)) is not None:
        return apart
    end = start + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    labelled_below = end < len(lines) and (find_label(lines[end].text) or is_other_label(lines[end].text))
    if labelled_below:
        return end if not is_prose(lines[start].text) or is_name_list(lines[start].text) else start
    if not is_name_list(lines[start].text):
        return start
    if (column := _end_of_column(lines, start)) is not None:
        return column
    end = start + 1
    while end < len(lines) and _GOES_ON.search(lines[end - 1].text) and _goes_on(lines, end):
        end += 1
    single = len(lines[start].text.split(",")) == 1 and not text_below
    return start if single and end < len(lines) and is_prose(lines[end].text) else end


def joined_names(lines: Iterable[str]) -> str:
    """Names over several lines as one list: "Ann Lee and" above "Bo Ek" are two.

    A list that is broken at a width may be so inside a name: "Bo Ek, Ann" above "Lee, Cy Roe" are three.
    """
    joined = before = ""
    for line in lines:
        between = " " if _is_broken(before, line) else ", "
        joined += (between if joined else "") + _GOES_ON.sub("", line).rstrip(" ,;")
        before = line
    return joined


def names_go_on(line: str, following: str) -> bool:
    """Whether a list of names does not end with its line: a comma or a half name stands at the break."""
    return _GOES_ON.search(line) is not None or _is_broken(line, following)


def _is_broken(line: str, following: str) -> bool:
    """Whether a line that lists several names ends inside one: a single word stands at the break."""
    *others, last = line.split(",")
    first = following.partition(",")[0]
    several = bool(others) and not _GOES_ON.search(line)
    return several and 1 in {len(last.split()), len(first.split())}


def _end_of_column(lines: Sequence[Line], start: int) -> int | None:
    """The index behind several lines that touch, with a short full name each, where the next stands apart.

    The last of them is no title, since no running text follows.
    """
    end = start
    while (
        end < len(lines)
        and 1 < len(lines[end].text.split()) <= _MOST_NAME_WORDS
        and _is_one_name(lines[end].text)
        and (end == start or lines[end - 1].touches(lines[end]))
    ):
        end += 1
    if end <= start + 1 or end == len(lines):
        return None
    apart = not lines[end - 1].touches(lines[end])
    return end if apart and not is_prose(lines[end].text) else None


def _end_of_names_apart(lines: Sequence[Line], start: int, gathered: Container[Field]) -> int | None:
    """The index behind several lines with a full name each, above the next label of the same work."""
    end = start
    while end < len(lines) and len(lines[end].text.split()) > 1 and _is_one_name(lines[end].text):
        end += 1
    found = find_label(lines[end].text) if end > start + 1 and end < len(lines) else None
    return end if found is not None and found[0] not in gathered else None


def _is_one_name(text: str) -> bool:
    return "," not in text and find_label(text) is None and is_name_list(text)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    touches = lines[index - 1].touches(lines[index])
    return touches and not find_label(lines[index].text) and is_name_list(lines[index].text)
