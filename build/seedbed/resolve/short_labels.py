"""Speakers whom a conversation names in full at first, and in short from then on: "Ann Lee", later "Lee"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from seedbed.text.names import Name

_MOST_INITIALS = 4


def fuller_labels(turns: Sequence[str], name_of: Callable[[str], Name]) -> Mapping[str, str]:
    """For each short label the full one that it takes over from.

    It does where one label alone has its word among its names, or its initials, and is not used again once
    the short one is. Two short labels of one full label are nobody's.

    Args:
        turns: The labels, one a turn, in order.
        name_of: A label taken apart.
    """
    first = {label: at for at, label in reversed(list(enumerate(turns)))}
    last = {label: at for at, label in enumerate(turns)}
    by_short = defaultdict(set)
    for label in first:
        for short in _short_forms(name_of(label)):
            by_short[short].add(label)
    found: dict[str, str] = {}
    for label, begins in first.items():
        name = name_of(label)
        keys = _keys(label, name) if len(name.parts) == 1 or " " not in label else ()
        full = {each for key in keys for each in by_short[key]}
        if len(full) == 1 and last[min(full)] < begins:
            found[label] = min(full)
    taken = Counter(found.values())
    return {label: fuller for label, fuller in found.items() if taken[fuller] == 1}


def is_short_for(label: str, short: Name, full: Name) -> bool:
    """Whether a label of one word, taken apart as `short`, is a word of a full name, or its initials."""
    return not {*_keys(label, short)}.isdisjoint(_short_forms(full))


def _short_forms(name: Name) -> Iterator[tuple[str, bool]]:
    """The words of a full name, a family name of several, and its initials, each with whether it is those."""
    if len(name.parts) > 1:
        yield from ((part, False) for part in name.parts)
        if len(name.family) > 1:
            yield name.family_letters, False
        yield "".join(part[0] for part in name.parts), True


def _keys(label: str, name: Name) -> Iterator[tuple[str, bool]]:
    """What a label of one word ("ROE", "POE-ROE") may be a short form of: capitals are initials as well."""
    yield name.letters, False
    if label.isupper() and 1 < len(label) <= _MOST_INITIALS:
        yield name.letters, True
