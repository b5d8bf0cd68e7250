"""What stands between a work's labels and the next work: topics, buttons, and who leads the next section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import pairwise

from seedbed.read.buttons import is_control, points_on
from seedbed.read.lists.list_details import Details
from seedbed.read.lists.stretches import Stretch
from seedbed.read.shape import is_prose
from seedbed.text.lines import Line


def with_ends(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, each of which begins with its work, or with a heading over that."""
    return _with_led_sections(_without_tails(stretches)) if stretches else []


def _without_tails(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Without what touches the labels of the work above, apart from the next work, and has a button in it.

    What stands beside the button may be topics; it is left unread.
    """
    tails = [(), *(_touching(above.details, below.gap) for above, below in pairwise(stretches))]
    lengths = [len(tail) if any(_is_button(line.text) for line in tail) else 0 for tail in tails]
    return [
        replace(stretch, gap=stretch.gap[length:]) for stretch, length in zip(stretches, lengths, strict=True)
    ]


def _is_button(text: str) -> bool:
    return is_control(text) or points_on(text)


def _touching(details: Details, gap: Sequence[Line]) -> Sequence[Line]:
    """The lines that touch the last one of a work's labels, if others stand apart below them."""
    held = [getattr(details, each.name) for each in fields(details)]
    lines = [line for value in held for line in (value if isinstance(value, tuple) else (value,))]
    last = max((line.number for line in lines if isinstance(line, Line)), default=0)
    end = next((at for at, line in enumerate(gap) if line.number != last + 1 + at), len(gap))
    return gap[:end] if end < len(gap) else ()


def _with_led_sections(stretches: Sequence[Stretch]) -> list[Stretch]:
    """With each heading under which nothing but a mentor is named over the first work below.

    They lead a section: most works have other labels.
    """
    leads = [
        bool(stretch.details.mentors)
        and {"mentors", "others"}.issuperset(stretch.details.fields)
        and bool(stretch.gap)
        and not is_prose(stretch.gap[-1].text)
        for stretch in stretches
    ]
    if 2 * sum(leads) >= len(leads) or leads[-1]:
        return list(stretches)
    found: list[Stretch] = []
    headings: tuple[Line, ...] = ()
    for stretch, is_led in zip(stretches, leads, strict=True):
        if is_led:
            headings += stretch.gap
        else:
            found.append(replace(stretch, gap=(*headings, *stretch.gap)))
            headings = ()
    return found
