"""Records for programs that cite, which a page shows below a work: they repeat what it says of that work.

Their lines are neither running text nor titles, whatever they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedbed.text.lines import Line

_BIBTEX = re.compile(r"@[A-Za-z]{3,20} ?\{ ?[^\s{}=,]{0,100} ?,")
_RIS = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) ?-(?= |$)")
_MOST_LINES = 60
"""Of one record; where more would belong to it, its end is missing."""
_LONG = 150
"""What has as many characters is a whole record on one line, or all that is looked at of one."""


def without_records(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those of such records, in BibTeX or RIS."""
    records = [range(at, end) for at in range(len(lines)) for end in _ends(lines, at)]
    held = {at for record in records for at in record}
    return [line for at, line in enumerate(lines) if at not in held] if held else lines


def _ends(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The index behind the record that begins here; none where none does."""
    text = lines[at].text
    if text[:1] == "@" and _BIBTEX.match(text):
        yield _bibtex_end(lines, at)
    elif text[:4] == "TY -":
        tags = (_RIS.match(line.text) for line in lines[at : at + _MOST_LINES])
        count = next((n for n, tag in enumerate(tags) if tag is None or (n and tag["tag"] == "TY")), 0)
        ends = (n + 1 for n, line in enumerate(lines[at : at + count]) if line.text.startswith("ER -"))
        yield at + next(ends, count)


def _bibtex_end(lines: Sequence[Line], at: int) -> int:
    """Behind the line on which the braces balance; behind the first, where they never do."""
    depth = 0
    for end, line in enumerate(lines[at : at + _MOST_LINES], start=at + 1):
        depth += line.text.count("{") - line.text.count("}")
        if depth <= 0 or (end == at + 1 and len(line.text) >= _LONG):
            return end
    return at + 1
