"""What whole lines state: a value on one of them, an abstract on several, the addresses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seedbed.model.record import Particular
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.references.venue import Publication
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_MORE = re.compile(
    r"(?:\s?(?P<cut>\[?(?:…|\.\.\.)\]?)|(?<=[.!?…])) ?[\[(]?"
    r"(?:(?:(?:read|see|show|view) )?more|(?:read|see|show|view) less)[\])]?[ →›»>]*$",
    re.IGNORECASE,
)
_BUTTON_ENDS = "eEsS])→›»>"
_LONGEST_MORE = 40


def claim_of(seed: Seed, line: Line) -> Claim[str]:
    """What a line says, as it stands."""
    return Claim(line.text, seed.span(line.number))


def publication_claims(
    publication: Publication, place: Span
) -> tuple[Claim[str] | None, tuple[Claim[Particular], ...]]:
    """Where a work appeared, as one line states it: the venue, if it can be told, and the particulars."""
    venue = Claim(publication.venue, place) if publication.venue else None
    return venue, tuple(Claim(each, place) for each in publication.particulars)


def abstract_of(seed: Seed, paragraphs: Iterable[Line]) -> Claim[str]:
    """The abstract that these lines, at least one, hold: a paragraph each.

    The button that shows more of it, or less, is no part of it, nor the mark of a quotation (">"); the mark
    that it is cut off ("…") stays.
    """
    lines = tuple(paragraphs)
    text = "\n\n".join(line.text.removeprefix("> ") for line in lines)
    if text[-1] in _BUTTON_ENDS and (button := _MORE.search(text, max(0, len(text) - _LONGEST_MORE))):
        text = f"{text[: button.start()]}{' …' if button['cut'] else ''}".strip()
    return Claim(text, seed.span(lines[0].number, lines[-1].number))


def links_of(seed: Seed, paragraphs: Iterable[Line]) -> tuple[Claim[str], ...]:
    """The addresses that these lines give, once each."""
    found: dict[str, Claim[str]] = {}
    for line in paragraphs:
        for address in find_addresses(line.text):
            found.setdefault(address, Claim(address, seed.span(line.number)))
    return tuple(found.values())
