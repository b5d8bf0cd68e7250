"""A number for each turn of a conversation, which is its address and lasts, though the words change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from seedbed.resolve.ledger import Ledger
from seedbed.resolve.marks import Mark

MOST_COMPARED = 10_000
"""Pairs of turns; where so many changed at once, none is like another."""

SAME_TURN = 60.0
"""Percent of letters that the beginnings of a turn share before and after a change."""


def turn_numbers(address: str, marks: Sequence[Mark], ledger: Ledger) -> tuple[int, ...]:
    """A number for each turn of a transcript: the one it had, or the next that was never given.

    A turn whose words changed keeps its number where the turns around it show which one it was.
    """
    prefix = f"{address}#turn-"
    before: dict[int, Mark] = {
        int(entry.address.removeprefix(prefix)): (entry.kind, entry.mark)
        for entry in ledger.below(prefix)
        if entry.kind == "turn"
    }
    numbers = _by_own_words(before, marks)
    old = sorted(set(before) - set(numbers))
    new = [turn for turn, number in enumerate(numbers) if not number]
    matcher = SequenceMatcher(
        None, [before[number] for number in old], [marks[turn] for turn in new], autojunk=False
    )
    for what, old_first, old_last, first, last in matcher.get_opcodes():
        if what == "equal" or old_last - old_first == last - first:
            for number, turn in zip(old[old_first:old_last], new[first:last], strict=True):
                numbers[turn] = number
        elif what == "replace":
            _by_likeness(old[old_first:old_last], new[first:last], before, marks, numbers)
    fresh = max(before, default=0)
    for turn, number in enumerate(numbers):
        if not number:
            fresh += 1
            numbers[turn] = fresh
    return tuple(numbers)


def _by_likeness(
    old: Sequence[int],
    new: Sequence[int],
    before: Mapping[int, Mark],
    marks: Sequence[Mark],
    numbers: list[int],
) -> None:
    """Give turns that changed the number of the turn whose beginning is most like theirs."""
    if len(old) * len(new) > MOST_COMPARED:
        return
    likeness = sorted(
        (-fuzz.ratio(before[number][1], marks[turn][1]), number, turn) for number in old for turn in new
    )
    for unlike, number, turn in likeness:
        if -unlike >= SAME_TURN and not numbers[turn] and number not in numbers:
            numbers[turn] = number


def _by_own_words(before: Mapping[int, Mark], marks: Sequence[Mark]) -> list[int]:
    """The numbers of turns whose words stood once then and stand once now; 0 for the others."""
    times_then, times_now = Counter(before.values()), Counter(marks)
    number_of = {mark: number for number, mark in before.items() if times_then[mark] == 1}
    return [number_of.get(mark, 0) if times_now[mark] == 1 else 0 for mark in marks]
