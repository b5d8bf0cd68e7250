"""The short lines above a card's labels: which of them is the title, or the name of whose work it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list, without_by
from seedbed.read.lists.where_shown import APPEARED
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.read.vocabulary import SUFFIXES, TITLE_WORDS
from seedbed.read.vocabulary import TITLES as TITLES_OF_PEOPLE
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.bylines import without_place
from seedbed.text.dates import find_date, find_month
from seedbed.text.lines import Line, touches_above

_FORMATS = re.compile(
    r"\[(?:pdf|ps|html|other|src|txt)(?:, (?:pdf|ps|html|other|src|txt)){0,6}\]", re.IGNORECASE
)
"""What an archive offers a preprint as, beside its number."""
MOST_ABOVE = 3
_FEWEST_TITLE_WORDS = 2
_LEAST_WORDED = 0.8
"""Of the lines so far above labels, how many have to be of several words, as titles, or to be names."""
_FEWEST_BELOW_NAME = 4
"""Words of titles, on average, that stand below somebody's name."""
_MOST_NAME_WORDS = 3
_MOST_NAMELESS = 0.3
"""So few cards may lack the line of names that the others have."""

Heads = Sequence[Sequence[Line]]
"""The short lines right above each card's labels."""


def head_above(lines: Sequence[Line], labels: Sequence[str], begin: int) -> Sequence[Line]:
    """The short lines right above a card's labels: its title among them, at most three."""
    start = begin
    while start > 0 and begin - start < MOST_ABOVE and _may_be_head(lines[start - 1].text, labels[start - 1]):
        start -= 1
    return lines[start:begin]


def without_end_above(lines: Sequence[Line], head: Sequence[Line], begin: int, reach: int) -> Sequence[Line]:
    """The head of a card, `reach` lines and headings over these, without what ends the card above.

    That touches the line over it, and stands apart from what is below.
    """
    for at in range(begin - reach - 1, max(0, begin - len(head) - 1), -1):
        if lines[at - 1].touches(lines[at]) and not lines[at].touches(lines[at + 1]):
            return lines[at + 1 : begin]
    return head


def _may_be_head(text: str, label: str) -> bool:
    appeared = APPEARED.match(text) is not None
    told = (
        label
        or appeared
        or is_running_text(text)
        or is_control(text)
        or _says_when(text)
        or _FORMATS.search(text)
    )
    return not told and len(text) <= LONGEST_HEADING


def is_running_text(text: str) -> bool:
    """Whether a line reads like running text, and is no list of names that ends in "et al."."""
    return is_prose(text) and not _names_people(text)


def _says_when(text: str) -> bool:
    """Whether one of the parts of a line is when the work above it appeared: "May 2024 · Blog post"."""
    return "·" in text and any(find_month(part.strip()) is not None for part in text.split("·"))


def _columns(heads: Heads, repeated: Mapping[str, int]) -> Iterator[tuple[int, list[str]]]:
    """How far above the labels a line stands that is another one in each card, with all those lines."""
    for place in range(1, min(map(len, heads)) + 1):
        column = [head[-place].text for head in heads]
        if len(set(column)) == len(column) and all(repeated[text] <= 1 for text in column):
            yield place, column


def name_place(heads: Heads, repeated: Mapping[str, int]) -> int | None:
    """How far above the labels the name stands of whose work a label says the title."""
    for place, column in _columns(heads, repeated):
        bare = list(map(without_place, column))
        full = sum(1 for text in bare if _names_people(text))
        if full >= _LEAST_WORDED * len(bare) - 1 and all(map(is_name_list, bare)):
            return place
    return None


def usual_name_place(heads: Heads) -> int | None:
    """The same where few cards lack the name, or what else most have above their labels."""
    for place in range(1, MOST_ABOVE + 1):
        named = {head[-place].text for head in heads if _names_stand(head, place)}
        if len(named) >= (1 - _MOST_NAMELESS) * len(heads):
            return place
    return None


def lines_lacking(head: Sequence[Line], place: int) -> int:
    """How many of the lines from the name down to the labels a card lacks, the name first of all."""
    return 0 if _names_stand(head, place) else place - min(len(head), place - 1)


def _names_stand(head: Sequence[Line], place: int) -> bool:
    """Whether somebody's name stands so far above a card's labels."""
    text = head[-place].text if len(head) >= place else ""
    return bool(text) and not any(map(str.isdigit, text)) and _names_people(without_place(text))


def title_place(heads: Heads, repeated: Mapping[str, int]) -> int | None:
    """How far above the labels each title stands: the longest line that may be one; None where none is sure.

    Names of several people are none, and the title may stand above them.
    """
    best: tuple[float, int] | None = None
    above_names = False
    for place, column in _columns(heads, repeated):
        people = 2 * sum(1 for text in column if _names_people(text)) > len(column)
        if people and any(", " in text for text in column):
            above_names = True  # what stands there may look like a name, and is none
            continue
        if _are_institutions(heads, place) and _are_names(heads, place + 1):
            continue
        words = [len(text.split()) for text in column]
        worded = sum(1 for count in words if count >= _FEWEST_TITLE_WORDS)
        dated = any(find_date(text) is not None for text in column)
        if worded < _LEAST_WORDED * len(column) or dated or (people and not above_names):
            continue
        length = sum(words) / len(words)
        if best is None or length > best[0]:
            best = length, place
    if best is None:
        return None
    length, place = best
    above = [head[-place - 1].text for head in heads if len(head) > place]
    # Below names, a few words say what people work on, and are no titles.
    fields = length < _FEWEST_BELOW_NAME and 2 * sum(map(_is_full_name, above)) > len(heads)
    return None if fields else place


def names_above(heads: Heads, place: int) -> int:
    """How far above the titles of all cards their names stand, where one institution may be between; or 0."""
    if _are_names(heads, place + 1):
        return 1
    return 2 if _are_institutions(heads, place + 1) and _are_names(heads, place + 2) else 0


def _are_names(heads: Heads, place: int) -> bool:
    """Whether names stand so far above the labels of all cards, and none of them twice."""
    column = [head[-place].text for head in heads if len(head) >= place]
    return len(set(column)) == len(heads) and all(map(_names_people, column))


def _are_institutions(heads: Heads, place: int) -> bool:
    column = [head[-place].text for head in heads if len(head) >= place]
    return 2 * sum(map(is_institution_line, column)) > len(heads)


def named_places(heads: Heads, place: int) -> set[int]:
    """How far above the labels, and below the title, a line names people in most cards."""
    columns = {at: [head[-at].text for head in heads] for at in range(1, place)}
    return {at for at, column in columns.items() if 2 * sum(map(_names_people, column)) > len(column)}


def nameless(lines: Sequence[Line], heads: Heads, begins: Sequence[int]) -> list[bool]:
    """Which cards lack the line of names that stands between the title and the labels of most.

    The title then stands where the names would. It is sure to be one where it begins its lines, as the
    title of most cards does that touches its names, or where nothing stands above that could be one.
    """
    for place in range(1, MOST_ABOVE):
        named = [len(head) >= place and _names_people(head[-place].text) for head in heads]
        if _MOST_NAMELESS * len(heads) >= named.count(False) > 0:
            break
    else:
        return [False] * len(heads)
    tops = [begin - place for begin in begins]
    touching = sum(1 for at, names in zip(tops, named, strict=True) if names and _begins_above(lines, at))
    dense = 2 * touching > named.count(True)
    lacks = [
        not names and len(head) >= place and (_is_first(lines, at) if dense else len(head) == place)
        for names, head, at in zip(named, heads, tops, strict=True)
    ]
    return [
        each and len(lines[at].text.split()) >= _FEWEST_TITLE_WORDS
        for each, at in zip(lacks, tops, strict=True)
    ]


def _begins_above(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above one touches it, and begins what stands there."""
    return touches_above(lines, at) and _is_first(lines, at - 1)


def _is_first(lines: Sequence[Line], at: int) -> bool:
    return not touches_above(lines, at)


def _names_people(text: str) -> bool:
    text = without_by(text)
    several = text.split(" & ") if " & " in text else text.split(" and ")
    return all(map(_is_full_name, several)) or (", " in text and listed_names(text) is not None)


def _is_full_name(text: str) -> bool:
    stated = text.casefold().split()
    words = [word for word in stated if word.strip(".,") not in TITLES_OF_PEOPLE | SUFFIXES]
    return len(words) <= _MOST_NAME_WORDS and TITLE_WORDS.isdisjoint(words) and single_name(text) is not None
