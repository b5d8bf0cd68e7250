"""What each turn of a conversation says for each work: by itself, and with what was said just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import Numbers
from seedbed.link.paragraphs import Said
from seedbed.link.phrases import Flags
from seedbed.link.setting import Setting
from seedbed.link.uses import groups

NEAR_BEST = 0.65
"""In its paragraph, a work's score must be so large a part of the best work's."""

CARRIED = 0.5
"""How much of what the turn before was about counts, at most as much as the turn itself says."""

LED_ON = 1.5
"""A turn before may lend a leading term that much more."""

OTHER_PARAGRAPHS = 0.25
"""How much the paragraphs of a turn count beside the one that says most."""

NAMED = 2.0
"""What naming the work adds."""


@dataclass(frozen=True, slots=True)
class Cases:
    """What one paragraph, or the whole turn, says for works; a row for each work.

    Attributes:
        works: The works, ascending.
        scores: How much it says.
        lead: The most that a leading term says.
        near: Whether no other work has a much better case in the same paragraph.
        texts: The paragraph that says most.
    """

    works: Numbers
    scores: Numbers
    lead: Numbers
    near: Flags
    texts: Numbers


@dataclass(frozen=True, slots=True)
class Before:
    """What the turn before said for each work, by number; 0 where it said nothing."""

    scores: Numbers
    lead: Numbers

    def carry(self, cases: Cases) -> None:
        """Put a turn into the place of the one before."""
        for column, carried in ((self.scores, cases.scores), (self.lead, cases.lead)):
            column.fill(0.0)
            column[cases.works] = carried


def of_passage(text: int, named: Numbers, before: Before, setting: Setting) -> Cases:
    """What a paragraph says.

    Args:
        text: Its number.
        named: The works that its turn names.
        before: What the turn before said.
        setting: What stays the same.
    """
    said = setting.said[text] if not named.size else _named(setting.said[text], named)
    works, own = said.works, said.scores
    near = own >= NEAR_BEST * own.max(initial=0.0)
    scores = own + CARRIED * np.minimum(own, before.scores[works])
    lead = np.maximum(said.lead, np.minimum(before.lead[works], LED_ON * said.lead))
    return Cases(works, scores, lead, near, np.full(works.size, text))


def _named(said: Said, named: Numbers) -> Said:
    """The same in a turn that names works."""
    works = np.union1d(said.works, named)
    scores, lead = np.zeros(works.size), np.zeros(works.size)
    row = np.searchsorted(works, said.works)
    scores[row], lead[row] = said.scores, said.lead
    scores[np.searchsorted(works, named)] += NAMED
    return Said(works, scores, lead)


def of_turn(parts: Sequence[Cases]) -> Cases:
    """What a turn says for each work that it says anything for: the best paragraph, and a part of others."""
    if len(parts) == 1:
        return parts[0]
    every = (_NOTHING, *parts)
    works = np.concatenate([part.works for part in every])
    scores = np.concatenate([part.scores for part in every])
    order = np.lexsort((-scores, works))  # for each work the best paragraph first; of equal ones the first
    rows = groups(works[order])
    best = order[rows[:-1]]
    others = scores.copy()
    others[best] = 0.0
    rest = np.bincount(np.repeat(np.arange(best.size), np.diff(rows)), others[order], best.size)
    lead = np.concatenate([part.lead for part in every])
    return Cases(
        works[best],
        scores[best] + OTHER_PARAGRAPHS * rest,
        np.maximum.reduceat(lead[order], rows[:-1]),
        np.concatenate([part.near for part in every])[best],
        np.concatenate([part.texts for part in every])[best],
    )


_NONE = np.zeros(0, dtype=np.int64)
_NOTHING = Cases(_NONE, np.zeros(0), np.zeros(0), np.zeros(0, dtype=bool), _NONE)
