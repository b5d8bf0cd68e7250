"""Reasons and quotes for what is said to be about a work: phrases that a reader can check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from seedbed.link.texts import Text
from seedbed.text.sentences import quote, sentence_number

MOST_REASONS = 3
"""Terms that are given as reasons."""

WORTH_SAYING = 0.25
"""A term is given when it says so large a part of what the first one says."""


def because(
    text: Text,
    evidence: Sequence[tuple[str, float, bool]],
    creators: Sequence[str],
    *,
    named: bool,
) -> tuple[str, ...]:
    """Why a paragraph is about a work.

    Args:
        text: The paragraph.
        evidence: Terms with what each says and whether the work's title has it, the most telling first.
        creators: The names of those in the conversation who are creators of the work.
        named: Whether the work is named.
    """
    reasons = ["names it"] if named else []
    given: list[str] = []
    for term, value, in_title in evidence:
        if len(given) == MOST_REASONS or value < WORTH_SAYING * evidence[0][1]:
            break
        surface = surface_of(text, term)
        if any(surface.casefold() in other or other in surface.casefold() for other in given):
            continue
        given.append(surface.casefold())
        reasons.append(f"shares “{surface}” with its {'title' if in_title else 'abstract'}")
    if creators:
        reasons.append(
            f"{' and '.join(creators)}, who takes part, is a creator of it"
            if len(creators) == 1
            else f"{' and '.join(creators)}, who take part, are creators of it"
        )
    return tuple(reasons)


def surface_of(text: Text, term: str) -> str:
    """A term as a text writes it where it first has it."""
    found = text.candidates
    for each, first, last in zip(found.terms, found.firsts, found.lasts, strict=True):
        if each == term:
            return text.surface(first, last)
    return term


def telling_sentence(text: Text, values: Mapping[str, float]) -> str:
    """The sentence that has most of what speaks for a work, the first among equals."""
    stems: defaultdict[str, float] = defaultdict(float)
    for term, value in values.items():
        for stem in term.split(" "):
            stems[stem] = max(stems[stem], value)
    scores: defaultdict[int, set[str]] = defaultdict(set)
    for each, start in zip(text.words.all, text.words.starts, strict=True):
        if each.stem in stems:
            scores[sentence_number(text.sentences, start)].add(each.stem)
    best = min(
        scores,
        key=lambda number: (-round(sum(stems[stem] for stem in sorted(scores[number])), 6), number),
        default=0,
    )
    start = text.sentences[best]
    return quote(text.plain, text.sentences, start, start)
