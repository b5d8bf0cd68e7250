"""Speakers' labels without a colon: "[Ann Lee] Yes", "Ann Lee — Yes". They are sure only where they recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seedbed.read.shape import SPEECH_ENDS
from seedbed.read.talks.turn_labels import Labelled
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|\d{{1,2}}|(?:van|von|de|da|di|del|der|den|la|le|bin|al))){{1,4}}"
_FORMS = (
    ("] ", re.compile(rf"\[(?P<label>{_NAME})\] (?=\S)")),
    (" — ", re.compile(rf"(?P<label>{_NAME}) — (?=\S)")),
    (" – ", re.compile(rf"(?P<label>{_NAME}) – (?=\S)")),
)
"""What stands behind the name, and the whole; most lines are told by the former."""
_LONGEST_LABEL = 100
_FEWEST_SPEAKERS = 2
_FEWEST_TURNS = 4


def find_loose_labels(lines: Sequence[Line]) -> list[Labelled]:
    """The lines that begin with a full name in one such form; none unless two names or more recur in it.

    What stands in brackets before a text may be a stage direction as well, and what stands before a dash
    anything at all, as the creator of a title, or its day. So a line whose label stands once is no turn, and
    most have to end as sentences do.
    """
    beginnings = [line.text[:_LONGEST_LABEL] for line in lines]
    for mark, form in _FORMS:
        found = [
            Labelled(index, match["label"], line.text[match.end() :])
            for index, line in enumerate(lines)
            if mark in beginnings[index]
            and (match := form.match(line.text)) is not None
            and find_date(match["label"]) is None
        ]
        counts = Counter(one.key() for one in found)
        recurring = [one for one in found if counts[one.key()] > 1]
        speakers = {one.key() for one in recurring}
        ended = sum(1 for one in recurring if one.text.endswith(SPEECH_ENDS))
        if len(speakers) >= _FEWEST_SPEAKERS and len(recurring) >= _FEWEST_TURNS and 2 * ended > len(found):
            return recurring
    return []
