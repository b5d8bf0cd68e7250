"""Where a conversation begins, and which of the lines that may begin a turn do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from seedbed.read.furniture import is_button, is_entry_of_menu, is_menu
from seedbed.read.shape import SPEECH_ENDS
from seedbed.read.talks.loose_labels import find_loose_labels
from seedbed.read.talks.monologue import is_marker
from seedbed.read.talks.names_alone import find_names_alone
from seedbed.read.talks.speakers import find_speakers, initials, is_full_name, may_be_speaker
from seedbed.read.talks.turn_labels import Labelled, find_labelled
from seedbed.read.vocabulary import ROLES
from seedbed.text.lines import Line

_LEAST_TIMED = 0.8
"""Of the turns, how many have to begin in one way, where nearly all do."""
_MOST_ABOVE = 0.2
"""Of the turns, how many may stand above the heading over them."""
_MANY_MORE = 3


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where the turns begin.

    Attributes:
        turns: The lines that begin one.
        marker: The heading over the turns ("Transcript"), where there is one.
        header_end: The index of the first line that is no longer header.
        alone: Whether names stand over the text, on lines of their own.
    """

    turns: tuple[Labelled, ...]
    marker: Line | None
    header_end: int
    alone: bool = False


def find_conversation(lines: Sequence[Line]) -> Conversation:
    """By labels before a text on their line; or, where that tells more, by names that stand over the text.

    Labels without a colon count where hardly any have one.
    """
    conversation = _conversation_of(lines, find_labelled(lines))
    loose = find_loose_labels(lines)
    if len(loose) > _MANY_MORE * len(conversation.turns):
        conversation = _conversation_of(lines, loose)
    alone = _conversation_of(lines, find_names_alone(lines))
    # Without a heading over them, what recurs may be venues over their abstracts.
    more = alone.marker is not None and len(alone.turns) > len(conversation.turns)
    if conversation.turns and not more:
        return conversation
    return replace(alone, alone=True)


def _conversation_of(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Conversation:
    """Below the heading "Transcript" if turns stand there; else from the first label that recurs.

    Of several such headings with no turn between them (a menu may have one), the last is meant.
    """
    for marker in _markers(lines, labelled):
        below = [one for one in labelled if one.index > marker]
        speakers = find_speakers(lines, below) or _sole_speaker(below) or _announced(lines, marker, below)
        if speakers:
            turns = tuple(dropwhile(introduces, _by(speakers, below)))
            in_menu = is_entry_of_menu(lines, marker)
            above = not in_menu and any(not _is_furniture(line.text) for line in lines[:marker])
            return Conversation(turns, lines[marker], marker if above else _header_below(turns, marker))
    speakers = find_speakers(lines, labelled)
    turns = _by(speakers, labelled)
    turns = turns[_first_turn(turns) :]
    return Conversation(turns, None, turns[0].index if turns else 0)


def _header_below(turns: Sequence[Labelled], marker: int) -> int:
    """Where the header ends that stands below a heading of a menu, or one with nothing but menus above."""
    first = turns[0].index if turns else 0
    return first if first > marker + 1 else marker


def _is_furniture(text: str) -> bool:
    return is_menu(text) or is_button(text)


def _sole_speaker(labelled: Sequence[Labelled]) -> frozenset[str]:
    """The one of whom a time beside the name says when the recording begins, where nobody else speaks."""
    timed = [one for one in labelled if one.timed == "behind"]
    alone = len({one.key() for one in timed}) == 1 and timed[0].time == 0
    return frozenset({timed[0].key()}) if alone and labelled[0] is timed[0] else frozenset()


def _announced(lines: Sequence[Line], marker: int, labelled: Sequence[Labelled]) -> frozenset[str]:
    """The one who speaks first below the heading, where the header has that full name on its own line."""
    first = labelled[0] if labelled else None
    if first is None or first.index != marker + 1 or not is_full_name(first.label):
        return frozenset()
    named = any(line.text.casefold() == first.key() for line in lines[:marker])
    return frozenset({first.key()}) if named else frozenset()


def _by(speakers: frozenset[str], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The turns of those speakers and, among them, of whom only arrows tell.

    Where nearly all turns begin with a line of a name and a time, any such line begins one: but for a name on
    the other side of its time, which is a chapter's. Where nearly all names are bold, all are.
    """
    turns = [one for one in labelled if one.key() in speakers]
    form, count = Counter(one.timed for one in turns).most_common(1)[0] if turns else ("", 0)
    timed = bool(form) and count >= _LEAST_TIMED * len(turns)
    bold = sum(1 for one in turns if one.bold) >= _LEAST_TIMED * len(turns)
    return tuple(
        one
        for one in labelled
        if speakers
        and (one.bold or not bold)
        and (not timed or not one.timed or one.timed == form)
        and (
            one.key() in speakers
            or not one.label
            or (timed and bool(one.timed) and may_be_speaker(one.key()))
        )
    )


def _first_turn(turns: Sequence[Labelled]) -> int:
    """The first label that recurs, or whose initials or one word do ("Tyler Cowen", then "TC"); else 0.

    So it is, too, where nearly all turns begin with a line of a name and a time, which no header has.
    """
    introduced = next((at for at, one in enumerate(turns) if not introduces(one)), 0)
    if introduced:
        return introduced + _first_turn(turns[introduced:])
    if turns and sum(1 for one in turns if one.timed) >= _LEAST_TIMED * len(turns):
        return next(at for at, one in enumerate(turns) if one.timed)
    counts = Counter(one.key() for one in turns)
    recurring = {key for key, count in counts.items() if count > 1 and key}
    keys = (one.key() for one in turns)
    begins = (
        at
        for at, key in enumerate(keys)
        if key in recurring or not recurring.isdisjoint((*key.split(), initials(key)))
    )
    first = next(begins, 0)
    if _is_title(turns[first : first + 1], turns[first + 1 :]):
        first += 1
    # Where all labels stand alone, or in capitals, those above do that do so, too.
    for form in (_stands_alone, _is_in_capitals):
        if first and all(map(form, turns[first:])):
            return next((at + 1 for at in range(first - 1, -1, -1) if not _begins_so(turns[at], form)), 0)
    return first


def _is_title(turn: Sequence[Labelled], below: Sequence[Labelled]) -> bool:
    """Whether what looks like a turn is a title ("Ann Lee: Rain"), as those below name all in capitals."""
    ended = any(one.text.endswith(SPEECH_ENDS) or _is_in_capitals(one) for one in turn)
    return bool(turn) and bool(below) and not ended and all(map(_is_in_capitals, below))


def _begins_so(turn: Labelled, form: Callable[[Labelled], bool]) -> bool:
    return form(turn) and " " in turn.label


def _stands_alone(turn: Labelled) -> bool:
    return not turn.text


def _is_in_capitals(turn: Labelled) -> bool:
    return turn.label.isupper()


def introduces(turn: Labelled) -> bool:
    """Whether a line says whose part it is, as headers do ("Moderator: Ann Lee"); that is not spoken."""
    name, _, _ = turn.text.partition(",")  # where they work may follow
    return turn.key() in ROLES and not turn.text.endswith(SPEECH_ENDS) and is_full_name(name)


def _markers(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Iterator[int]:
    """The heading to try, at most two: the last one above nearly all labels that recur, then the first."""
    markers = [index for index, line in enumerate(lines) if is_marker(line.text)]
    if not markers:
        return
    counts = Counter(one.key() for one in labelled)
    turns = [one.index for one in labelled if counts[one.key()] > 1]
    # Few of them may stand above it: the name of whoever published it does.
    low = turns[int(_MOST_ABOVE * len(turns))] if turns else len(lines)
    best = max((index for index in markers if index < low), default=markers[0])
    yield best
    if best != markers[0]:
        yield markers[0]
