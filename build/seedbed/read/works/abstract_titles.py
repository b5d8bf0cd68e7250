"""The titles above labelled abstracts, and the names that stand between the two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seedbed.read.buttons import is_buttons
from seedbed.read.creators import is_name_list
from seedbed.read.shape import is_prose, is_single_sentence
from seedbed.read.works.abstract_labels import is_labelled
from seedbed.text.dates import find_date
from seedbed.text.identifiers import is_address
from seedbed.text.lines import Line

_LONGEST_LABEL = 20
_FEWEST_TITLED = 2
_FEWEST_WHOLE = 4
_LEAST_WHOLE = 0.7
"""Of the abstracts but one, how many have to have a title and names above them, and nothing else."""
_MOST_NAME_WORDS = 5


def titles_above(lines: Sequence[Line], labelled: Sequence[int]) -> list[Sequence[Line]] | None:
    """For each labelled line the title above it, and its creators where each title has such a line below.

    A date may stand among them.

    None where there is one abstract alone, where the label of any does not follow a title, or where the seed
    opens with a label.
    """
    if len(labelled) < _FEWEST_TITLED:
        return None
    return (
        _titles_by(_headings_above, lines, labelled)
        or _titles_by(_sentences_above, lines, labelled)
        or _titles_of_most(lines, labelled)
    )


def _titles_by(
    find_above: Callable[[Sequence[Line], int], Sequence[Line]],
    lines: Sequence[Line],
    labelled: Sequence[int],
) -> list[Sequence[Line]] | None:
    found = [find_above(lines, index) for index in labelled]
    above = [[line for line in headings if not is_beside(line.text)] for headings in found]
    fewest = min(map(len, above))
    if not fewest or any(len(headings) != fewest for headings in above[1:]):
        return None  # above the first one, the page may have headings of its own
    named = all(_names_people(headings[-1].text) for headings in above)
    if fewest != 1 + named or any(_is_no_title(headings[-fewest].text) for headings in above):
        return None
    return [headings[headings.index(bare[-fewest]) :] for headings, bare in zip(found, above, strict=True)]


def _titles_of_most(lines: Sequence[Line], labelled: Sequence[int]) -> list[Sequence[Line]] | None:
    """The same where most abstracts, the first among them, have a title and names above them.

    Where other lines stand above some, these have their title above names, or alone; or none is known.
    """
    found = [_headings_above(lines, index) for index in labelled]
    above = [[line for line in headings if not is_beside(line.text)] for headings in found]
    named = [len(bare) > 1 and _names_people(bare[-1].text) for bare in above]
    whole = sum(
        1 for bare, has in zip(above, named, strict=True) if has and len(bare) == len(("title", "names"))
    )
    if len(above) < _FEWEST_WHOLE or not named[0] or whole < _LEAST_WHOLE * (len(above) - 1):
        return None
    if any(has and _is_no_title(bare[-2].text) for bare, has in zip(above, named, strict=True)):
        return None
    return [
        headings[headings.index(bare[-2]) :] if has else _title_alone(headings, bare)
        for headings, bare, has in zip(found, above, named, strict=True)
    ]


def _title_alone(headings: Sequence[Line], bare: Sequence[Line]) -> Sequence[Line]:
    """The only heading, and what stands beside it, unless it names somebody."""
    alone = len(bare) == 1 and not _names_people(bare[0].text) and not _is_no_title(bare[0].text)
    return headings if alone else ()


def _is_no_title(text: str) -> bool:
    """Whether a line holds buttons, or names those who worked with the owner of a page: "with Ann Lee"."""
    return is_buttons(text) or text.removeprefix("(").startswith(("with ", "joint with ", "Joint with "))


def is_beside(text: str) -> bool:
    """Whether a line is neither title nor names: a date, or a label that nothing stands behind."""
    return find_date(text) is not None or text.endswith((":", "："))


def _names_people(text: str) -> bool:
    """Whether a line is a list of names, and no title of many words that happen to begin as names do."""
    one = not any(mark in text for mark in (",", ";", " and ", " & "))
    return is_name_list(text) and not (one and len(text.split()) > _MOST_NAME_WORDS)


def _headings_above(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """The lines right above one that are no running text."""
    start = index
    while start and not is_prose(lines[start - 1].text) and not is_labelled(lines[start - 1].text):
        start -= 1
    return lines[start:index]


def _sentences_above(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """The headings right above a line, and the one over them that reads like a sentence, as a title may.

    What has a label of its own is none ("TL;DR: It rains.").
    """
    above = _headings_above(lines, index)
    start = index - len(above)
    if start and len(above) < len(("title", "creators")):
        text = lines[start - 1].text
        told = is_labelled(text) or ":" in text[:_LONGEST_LABEL] or is_address(text)
        start -= is_single_sentence(text) and not told
    return lines[start:index]
