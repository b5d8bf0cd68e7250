"""Pages as a text browser dumps them: a number before what leads somewhere, and the addresses at the end.

So lynx, elinks and w3m write "[3]The paper", and below "References" "3. https://paper.example/".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from seedbed.model.source import Link

_HEADING = re.compile(r"References:?", re.IGNORECASE)
_KIND = re.compile(r"(?:visible|hidden) links:?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\[(?P<bracketed>\d{1,5})\]|(?P<number>\d{1,5})\.) (?P<address>[a-z]{2,12}:\S{1,2000})"
)
_NUMBER = re.compile(r"(?<![^\s(\"“'‘*_#–—-])\[(?P<number>\d{1,5})\](?=[^\s\]])")
"""Before a word and behind none: a note's number stands behind what it is a note on."""
_END = re.compile(r"[,.;:()\"“”]|\[\d")
"""What leads somewhere ends here at the latest; the dump does not say where."""
_FEWEST = 3


def find_addresses_below(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The addresses that stand below all else by their numbers, and where their heading stands.

    None, and the number of lines, where the last thing is no list of addresses below "References". An address
    is empty that the list has lost.
    """
    found: dict[str, str] = {}
    at = len(lines)
    while at:
        text = lines[at - 1].strip()
        match = _ADDRESS.fullmatch(text)
        if match is None and text and _KIND.fullmatch(text) is None:
            break
        if match is not None:
            found[match["bracketed"] or match["number"]] = match["address"]
        at -= 1
    headed = at and len(found) >= _FEWEST and _HEADING.fullmatch(lines[at - 1].strip())
    return (found | _lost(lines[: at - 1], found), at - 1) if headed else ({}, len(lines))


def _lost(lines: Sequence[str], found: Mapping[str, str]) -> dict[str, str]:
    """The numbers behind the last of a list that was cut off, where all go up from one in the list."""
    numbers = [int(match["number"]) for line in lines for match in _NUMBER.finditer(line)]
    rising = all(one < other for one, other in pairwise(numbers))
    if not numbers or not rising or str(numbers[0]) not in found:
        return {}
    return {str(number): "" for number in numbers if number > max(map(int, found))}


def without_numbers(text: str, addresses: Mapping[str, str]) -> str:
    """`text` without the numbers of links."""
    return _NUMBER.sub(lambda match: "" if match["number"] in addresses else match.group(), text)


def links_in(text: str, addresses: Mapping[str, str]) -> Iterator[Link]:
    """What leads somewhere in `text`: its first words, up to a mark."""
    for match in _NUMBER.finditer(text):
        if addresses.get(match["number"]):
            rest = text[match.end() :]
            end = _END.search(rest)
            yield Link(rest[: end.start()] if end else rest, addresses[match["number"]])
