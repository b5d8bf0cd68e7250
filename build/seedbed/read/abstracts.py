"""Seeds that hold abstracts alone: each begins `Abstract:`, and none has a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from seedbed.model.record import Reading, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.furniture import body
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import is_prose
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line, filled

_LABEL = re.compile(r"abstract\s*[:：.—–-]\s*", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"abstract\s*[:：.—–-]?", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\s?(?P<cut>\[?(?:…|\.\.\.)\]?)|(?<=[.!?…])) ?[\[(]?(?:(?:read|see|show|view) )?more[\])]?[ →›»>]*$",
    re.IGNORECASE,
)
_BUTTON_ENDS = "eE])→›»>"
_LONGEST_MORE = 40
_OPENING = 100
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where labelled abstracts are most of the seed; a file that opens otherwise is of another kind."""
    openings = [line.text for line in body(filled(line.lstrip()[:_OPENING] for line in seed.lines))]
    labelled = sum(1 for opening in openings if _is_labelled(opening))
    if not labelled or not _is_labelled(openings[0]):
        return None
    confidence = 0.6 + 0.3 * labelled / len(openings)
    return Recognition(
        confidence, f"it opens with “Abstract:”, as {labelled} of its {len(openings)} lines do"
    )


def read(seed: Seed) -> Reading:
    """Each labelled abstract as a work without a title; what stands before the first one is not read."""
    works: list[WorkRecord] = []
    current: list[Line] = []
    for line in body(filled(seed.lines)):
        if _is_labelled(line.text):
            works += _work(seed, current)
            current = [line]
        elif current and (is_prose(line.text) or _LABEL_ALONE.fullmatch(current[-1].text)):
            current.append(line)
    works += _work(seed, current)
    return account(seed, ABSTRACTS.kind, works)


def abstract_of(seed: Seed, paragraphs: Iterable[Line]) -> Claim[str]:
    """The abstract that these lines, at least one, hold: a paragraph each.

    The button that shows more of it is no part of it; the mark that it is cut off ("…") stays.
    """
    lines = tuple(paragraphs)
    text = "\n\n".join(line.text for line in lines)
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


def _is_labelled(text: str) -> bool:
    return bool(_LABEL.match(text) or _LABEL_ALONE.fullmatch(text))


def _work(seed: Seed, lines: list[Line]) -> Iterator[WorkRecord]:
    """The work whose abstract `lines` hold, the label first; none where only a label is left."""
    if not lines:
        return
    label, *others = lines
    rest = "" if _LABEL_ALONE.fullmatch(label.text) else _LABEL.sub("", label.text, count=1)
    paragraphs = [Line(label.number, rest), *others] if rest else others
    if paragraphs:
        labels = () if rest else (seed.span(label.number),)
        yield WorkRecord(
            abstract=abstract_of(seed, paragraphs), links=links_of(seed, paragraphs), labels=labels
        )


ABSTRACTS = Reader("abstracts", "abstracts", recognise, read)
