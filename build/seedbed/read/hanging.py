"""References that go on over several lines, each line but the first set in: which lines go on.

So do entries of a list whose bullets stand out before their text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from seedbed.read.references.parts import names_and_venue
from seedbed.read.references.reference import is_marked, without_marker
from seedbed.read.references.venue import stated_year

_FEWEST = 2
_LEAST_DATED = 0.7
"""Of the paragraphs, how many have to state a year, as references do."""
_SHORTEST = 45
"""Characters of a line that is full enough for the next one to go on with it."""
_FEWEST_FULL, _LEAST_FULL = 6, 0.9
"""How many lines of entries with bullets have to be full, and how many of those that others stand below."""
_WIDEST = 150
_LEAST_INDENT = 2


def hanging_lines(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines that the next one goes on with; none unless the seed is such a list.

    It is one where two paragraphs or more have their further lines set in, and most of these state a year.
    Of lines that are set in, fewer stand alone, or begin as an entry does: notes on a work. Titles over
    creators who are set in are none.
    """
    goes_on: set[int] = set()
    paragraphs: list[list[str]] = []
    notes = {0} if lines and _is_set_in(lines[0]) else set()  # a head in the middle of the page
    begun = len(notes)
    bullets: set[int] = set()
    for at in range(1, len(lines)):
        if not _is_set_in(lines[at]):
            continue
        above, text = lines[at - 1], lines[at].strip()
        marked = is_marked(text)
        if marked or at - 1 in notes or not above.strip():
            begun += marked or at - 1 not in notes
            if at - 1 in bullets and not marked:
                goes_on.add(at - 1)
            if marked or at - 1 in bullets:
                bullets.add(at)
            notes.add(at)
            continue
        wider = len(text) > max(_WIDEST, len(above))  # lines that are broken at a width are alike
        if len(above.strip()) < _SHORTEST or wider or (not _is_set_in(above) and above[0].islower()):
            return set()
        if not paragraphs or not _is_set_in(above):
            paragraphs.append([above.strip()])
        paragraphs[-1].append(text)
        goes_on.add(at - 1)
    dated = sum(1 for paragraph in paragraphs if stated_year(" ".join(paragraph)) is not None)
    titled = sum(1 for first, second, *_ in paragraphs if _is_title_over_names(first, second))
    if 2 * titled > len(paragraphs) or begun >= len(paragraphs):
        return set()
    return goes_on if len(paragraphs) >= _FEWEST and dated >= _LEAST_DATED * len(paragraphs) else set()


def entries_with_bullets(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The indexes of the lines of such entries below which one goes on, and of those below which one begins.

    It goes on in a line that is set in as the text behind its bullet is.
    """
    within: set[int] = set()
    ends: set[int] = set()
    bullet = text = 0
    for at in range(len(lines) - 1):
        line, below = lines[at].rstrip(), lines[at + 1].rstrip()
        bare = without_marker(line.lstrip())
        if len(bare) < len(line.lstrip()):
            bullet, text = _indent(line), len(line) - len(bare)
        elif not line or _indent(line) != text:
            text = 0
        marked = is_marked(below.lstrip())
        if text and below and not marked and _indent(below) == text:
            within.add(at)
        elif text and marked and _indent(below) <= bullet:
            ends.add(at)
    return frozenset(within), frozenset(ends)


def full_entries(lines: Sequence[str], within: Collection[int]) -> set[int]:
    """The lines of entries with bullets that the next one goes on with, as its first word would not fit.

    None unless that holds of nearly all of them: names and venues on lines of their own end anywhere.

    Args:
        lines: All lines.
        within: Those below which such an entry goes on, as `entries_with_bullets` gives them.
    """
    width = max((len(lines[at].rstrip()) for at in within), default=0)
    full = {at for at in within if len(lines[at].rstrip()) + 1 + len(lines[at + 1].split()[0]) > width}
    enough = len(full) >= max(_FEWEST_FULL, _LEAST_FULL * len(within))
    return full if enough and width >= _SHORTEST else set()


def _is_title_over_names(first: str, second: str) -> bool:
    """Whether names begin what is set in, and end nothing that the line above begins: that is a title."""
    named = names_and_venue(second)[0] is not None
    return named and not first.endswith((",", " and", "&")) and names_and_venue(first)[0] is None


def _is_set_in(line: str) -> bool:
    return bool(line.strip()) and (_indent(line) >= _LEAST_INDENT or line.startswith("\t"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
