"""Readings of one value, with the words in which they differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Indel

from seedbed.model.decision import Conflict
from seedbed.model.shown import Disagreement, ReadingShown, Ref, Words
from seedbed.text.prose import plain_text
from seedbed.write.addresses import Places

_WORD = re.compile(r"\w+(?:[,.'’-]\w+)*|[^\w\s]")
_LONGEST = 4000
_CONTEXT = 12
_NAMES = {"creator_lists": "creators", "has_code": "code"}


def disagreement(conflict: Conflict, about: Ref, places: Places) -> Disagreement:
    """A conflict with its readings, each against the one that leads.

    Args:
        conflict: At least two readings; the first is the one shown.
        about: The thing that it is about, where the page is about another.
        places: Where lines stand.
    """
    texts = [plain_text(claim.value) for claim in conflict.readings]
    readings = tuple(
        ReadingShown(words, places.source(claim.span), number == 0)
        for number, (words, claim) in enumerate(zip(_marked(texts), conflict.readings, strict=True))
    )
    excerpts = tuple(ReadingShown(_excerpt(each.words), each.source, each.leads) for each in readings)
    reason = f": {conflict.why[:1].lower()}{conflict.why[1:]}" if conflict.why else "."
    why = f"The first is shown{reason}"
    return Disagreement(about, _NAMES.get(conflict.field, conflict.field), readings, excerpts, why)


def _marked(texts: Sequence[str]) -> Iterator[tuple[Words, ...]]:
    """Each text, cut where it differs: the first from any other, and each of the others from the first."""
    leading, *others = [list(_WORD.finditer(text)) for text in texts]
    lacking = [_lacking(leading, other) for other in others]
    yield _cut_apart(texts[0], leading, set().union(*(of_leading for of_leading, _ in lacking)))
    for text, other, (_, of_other) in zip(texts[1:], others, lacking, strict=True):
        yield _cut_apart(text, other, of_other)


def _lacking(here: Sequence[re.Match[str]], there: Sequence[re.Match[str]]) -> tuple[set[int], set[int]]:
    """Which words of each of two texts the other lacks, where as many as can be stand in both, in one order.

    What both begin and end with is set aside first. Where what remains is very long it counts as different
    as a whole: matching it word by word takes room in proportion to its square.
    """
    numbers: dict[str, int] = {}
    ones, others = ([numbers.setdefault(word[0], len(numbers)) for word in words] for words in (here, there))
    shorter = min(len(ones), len(others))
    head = next((at for at in range(shorter) if ones[at] != others[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if ones[-1 - at] != others[-1 - at]), rest)
    middle, other = range(head, len(ones) - tail), range(head, len(others) - tail)
    if max(len(middle), len(other)) > _LONGEST:
        return set(middle), set(other)
    edits = Indel.editops([ones[at] for at in middle], [others[at] for at in other])
    return (
        {head + edit.src_pos for edit in edits if edit.tag == "delete"},
        {head + edit.dest_pos for edit in edits if edit.tag == "insert"},
    )


def _cut_apart(text: str, words: Sequence[re.Match[str]], differing: set[int]) -> tuple[Words, ...]:
    """A text in stretches; white space between two words that differ differs with them."""
    stretches: list[Words] = []
    behind = 0
    for differs, group in groupby(range(len(words)), differing.__contains__):
        if differs:
            places = list(group)
            start, end = words[places[0]].start(), words[places[-1]].end()
            stretches += [Words(text[behind:start], differs=False), Words(text[start:end], differs=True)]
            behind = end
    stretches.append(Words(text[behind:], differs=False))
    return tuple(each for each in stretches if each.text)


def _excerpt(words: Sequence[Words]) -> tuple[Words, ...]:
    """The same, with long stretches that do not differ cut down to what stands around the differences."""
    return tuple(
        each
        if each.differs
        else Words(_cut(each.text, first=number == 0, last=number == len(words) - 1), differs=False)
        for number, each in enumerate(words)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    parts = re.split(r"(\s+)", text)
    if len(parts) <= 4 * _CONTEXT or (first and last):
        return text
    before = "" if first else "".join(parts[: 2 * _CONTEXT])
    after = "" if last else "".join(parts[-2 * _CONTEXT :])
    return f"{before} … {after}" if before and after else f"{before}…{after}"
