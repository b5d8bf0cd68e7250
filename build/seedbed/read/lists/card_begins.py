"""Where the labels of each card begin: at one that names people and comes round again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from seedbed.read.buttons import is_control
from seedbed.read.lists.card_heads import is_running_text
from seedbed.read.lists.card_labels import WHO, basic_label, names_people, value_of
from seedbed.text.lines import Line

_FEWEST = 3
"""Labels that tell where such stand; one that comes again so often may stand among those of each card."""
_MOST_SEEN = 30
"""Labels that are looked at to tell whether they end works."""
_MOST_BELOW_TEXT = 0.2
"""Of the labels, how many may stand below running text; where more do, they end a work."""
_LEAST_NAMED = 0.7
"""Of the lines with one label, how many have to name people, or to stand among those of whole cards."""


def labels_of(lines: Sequence[Line]) -> list[str]:
    """The label of each line; empty where it has none, or one of its own that names nobody.

    What stands before the colon of one line alone may be the beginning of a title.
    """
    stated = [basic_label(line.text) for line in lines]
    counts = Counter(stated)
    return [label if counts[label] > 1 or label in WHO else "" for label in stated]


def card_begins(lines: Sequence[Line], labels: Sequence[str]) -> list[int]:
    """The index of each card's first label, in order; none where labels that name people end works."""
    return [] if _is_below_text(lines, labels) else _begins(lines, labels)


def _is_below_text(lines: Sequence[Line], labels: Sequence[str]) -> bool:
    """Whether labels that name people end a work: running text or a button stands above the first of them."""
    below = seen = 0
    for at in islice((at for at, label in enumerate(labels) if label in WHO), _MOST_SEEN):
        above = at - 1
        while above >= 0 and labels[above]:
            above -= 1
        seen += 1
        below += above >= 0 and (is_running_text(lines[above].text) or is_control(lines[above].text))
    return seen < _FEWEST or below > _MOST_BELOW_TEXT * seen


def _begins(lines: Sequence[Line], labels: Sequence[str]) -> list[int]:
    """Where the labels of each card begin: those above the label that names people most often, and it.

    A label that names are behind is another one than the same word over names: a menu may have that.
    """
    counts = Counter(label for label in labels if label)
    people = [(label, value_of(lines[at].text) != "", at) for at, label in enumerate(labels) if label in WHO]
    named = [each for each in people if names_people(lines, each[2])]
    often = Counter((label, inside) for label, inside, _ in named)
    if not often:
        return []
    anchor = max(often, key=often.__getitem__)
    begun = sum(1 for label, inside, _ in people if (label, inside) == anchor)
    if anchor[1] and often[anchor] >= _LEAST_NAMED * begun:
        named = people  # one that names nobody ("to be announced") begins a card like the others
    firsts = list(range(len(labels)))  # where the labels begin that stand together with each
    for at in range(1, len(labels)):
        if labels[at - 1] and counts[labels[at - 1]] >= _FEWEST:
            firsts[at] = firsts[at - 1]
    forms = {at: (label, inside) for label, inside, at in named}
    begins = {firsts[at] for at, form in forms.items() if form == anchor}
    return sorted(begins | _begin_without(forms, firsts, begins))


def _begin_without(
    forms: Mapping[int, tuple[str, bool]], firsts: Sequence[int], begins: AbstractSet[int]
) -> set[int]:
    """Where labels begin that lack the one most cards have, and name people as the others beside it do.

    Args:
        forms: The labels that name people, by their index, each with whether names are behind it.
        firsts: For each index where the labels begin that stand together with one there.
        begins: Where those begin that have the label of most cards.
    """
    whole = Counter(form for at, form in forms.items() if firsts[at] in begins)
    every = Counter(forms.values())
    beside = {form for form, count in whole.items() if count >= _LEAST_NAMED * every[form]}
    return {firsts[at] for at, form in forms.items() if form in beside and firsts[at] not in begins}
