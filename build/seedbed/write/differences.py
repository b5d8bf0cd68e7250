"""Readings of one value, with the words in which they differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from seedbed.model.decision import Conflict
from seedbed.model.shown import Disagreement, ReadingShown, Ref, Words
from seedbed.text.prose import plain_text
from seedbed.write.addresses import Places

_WORD = re.compile(r"\s+|\w+(?:[,.'’-]\w+)*|[^\w\s]")
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
    marked = [_leading(texts[0], texts[1:]), *(_against(texts[0], text) for text in texts[1:])]
    readings = tuple(
        ReadingShown(words, places.source(claim.span), number == 0)
        for number, (words, claim) in enumerate(zip(marked, conflict.readings, strict=True))
    )
    excerpts = tuple(ReadingShown(_excerpt(each.words), each.source, each.leads) for each in readings)
    reason = f": {conflict.why[:1].lower()}{conflict.why[1:]}" if conflict.why else "."
    why = f"The first is shown{reason}"
    return Disagreement(about, _NAMES.get(conflict.field, conflict.field), readings, excerpts, why)


def _leading(text: str, others: Sequence[str]) -> tuple[Words, ...]:
    """The leading reading: a word differs where any other reading lacks it."""
    words = _WORD.findall(text)
    differs = [False] * len(words)
    for other in others:
        for start, end, equal in _stretches(words, _WORD.findall(other)):
            if not equal:
                differs[start:end] = [True] * (end - start)
    return _joined(zip(words, differs, strict=True))


def _against(leading: str, text: str) -> tuple[Words, ...]:
    """Another reading: a word differs where the leading one lacks it."""
    words = _WORD.findall(text)
    differs = [False] * len(words)
    for start, end, equal in _stretches(words, _WORD.findall(leading)):
        if not equal:
            differs[start:end] = [True] * (end - start)
    return _joined(zip(words, differs, strict=True))


def _stretches(words: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of `words`, and whether `others` hold them too.

    What both begin and end with is set aside first. Where what remains is very long it counts as different
    as a whole: matching it word by word takes time in proportion to its square.
    """
    shorter = min(len(words), len(others))
    head = next((at for at in range(shorter) if words[at] != others[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if words[-1 - at] != others[-1 - at]), rest)
    middle, other = words[head : len(words) - tail], others[head : len(others) - tail]
    yield 0, head, True
    if max(len(middle), len(other)) > _LONGEST:
        yield head, head + len(middle), False
    else:
        for tag, start, end, _, _ in SequenceMatcher(None, middle, other, autojunk=False).get_opcodes():
            yield head + start, head + end, tag == "equal"
    yield len(words) - tail, len(words), True


def _joined(words: Iterable[tuple[str, bool]]) -> tuple[Words, ...]:
    """Neighbours of one kind together; white space between words that differ differs with them."""
    stretches: list[tuple[list[str], bool]] = []
    for word, differs in words:
        if stretches and stretches[-1][1] == differs:
            stretches[-1][0].append(word)
        else:
            stretches.append(([word], differs))
    return tuple(Words("".join(stretch), differs) for stretch, differs in stretches)


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
