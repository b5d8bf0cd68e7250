"""Seeds that hold a conversation: a header, then turns that begin with their speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedbed.model.record import Reading, TranscriptRecord, TurnRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.reader import Reader, Recognition
from seedbed.read.speakers import Labelled, find_labelled, find_speakers
from seedbed.read.transcript_header import read_header
from seedbed.text.lines import Line, filled

_MARKER = re.compile(r"(?:[\w’'-]+ ){0,3}trans[ck]ri\w+(?: of [\w ]+)?\s*[:：]?", re.IGNORECASE)
_LONGEST_MARKER = 60
_LEAST_SHARE = {0: 0.5, 1: 0.3}
"""Of the lines, how many must begin a turn where no label recurs, or only one."""
_SENTENCE_END = (".", "?", "!", "…", "-", "–", "—", "”", '"', "。", "？", "！")
_OPENING = 200
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where two labels recur; less so where one does, or where full names stand once each."""
    lines = filled(line[:_OPENING] for line in seed.lines)
    conversation = _find_conversation(lines)
    counts = Counter(turn.key() for turn in conversation.turns)
    if not counts:
        return None
    names = list({turn.key(): turn.label for turn in reversed(conversation.turns)}.values())[::-1]
    shown = ", ".join(names[:4]) + (" and others" if len(names) > len(names[:4]) else "")
    turns = "turn begins" if len(conversation.turns) == 1 else "turns begin"
    why = f"{len(conversation.turns)} {turns} with a speaker's name and a colon ({shown})"
    recurring = sum(1 for count in counts.values() if count > 1)
    if conversation.marker is not None:
        return Recognition(0.8 if recurring else 0.6, f"{why}, below “{conversation.marker.text}”")
    share = len(conversation.turns) / (len(lines) - conversation.turns[0].index)
    if share < _LEAST_SHARE.get(recurring, 0) or _is_form(conversation.turns):
        return None
    return Recognition({0: 0.3, 1: 0.5}.get(recurring, 0.75), why)


def read(seed: Seed) -> Reading:
    """The conversation as one record; a line before it that is no part of its header stays unread."""
    lines = filled(seed.lines)
    conversation = _find_conversation(lines)
    if not conversation.turns:
        return account(seed, TRANSCRIPT.kind, ())
    turns = tuple(_turns(seed, lines, conversation))
    header = read_header(seed, lines[: conversation.header_end], [turn.label for turn in conversation.turns])
    record = TranscriptRecord(
        title=header.title,
        date=header.date,
        host=header.host,
        section=header.section,
        summary=header.summary,
        turns=turns,
        labels=(seed.span(conversation.marker.number),) if conversation.marker else (),
    )
    return account(seed, TRANSCRIPT.kind, (record,) if turns else ())


@dataclass(frozen=True, slots=True)
class _Conversation:
    """Where the turns begin.

    Attributes:
        turns: The lines that begin one.
        marker: The heading over the turns ("Transcript"), where there is one.
        header_end: The index of the first line that is no longer header.
    """

    turns: tuple[Labelled, ...]
    marker: Line | None
    header_end: int


def _find_conversation(lines: Sequence[Line]) -> _Conversation:
    """Below the heading "Transcript" if turns stand there; else from the first label that recurs."""
    labelled = find_labelled(lines)
    marker = next((index for index, line in enumerate(lines) if _is_marker(line.text)), None)
    if marker is not None:
        below = [one for one in labelled if one.index > marker]
        speakers = find_speakers(lines, below)
        if speakers:
            turns = tuple(one for one in below if one.key() in speakers)
            return _Conversation(turns, lines[marker], marker)
    speakers = find_speakers(lines, labelled)
    turns = tuple(one for one in labelled if one.key() in speakers)
    counts = Counter(one.key() for one in turns)
    recurs = any(count > 1 for count in counts.values())
    start = next((at for at, one in enumerate(turns) if counts[one.key()] > 1 or not recurs), 0)
    turns = turns[start:]
    return _Conversation(turns, None, turns[0].index if turns else 0)


def _is_form(turns: Sequence[Labelled]) -> bool:
    """Whether three or more labels come round in one order each time, over values that are no sentences."""
    keys = [turn.key() for turn in turns]
    cycle = len(set(keys))
    sentences = sum(1 for turn in turns if turn.text.endswith(_SENTENCE_END))
    in_order = all(key == keys[at % cycle] for at, key in enumerate(keys))
    return cycle > len(("Q", "A")) and in_order and sentences < len(turns) / 3


def _is_marker(text: str) -> bool:
    return len(text) <= _LONGEST_MARKER and _MARKER.fullmatch(text) is not None


def _turns(seed: Seed, lines: Sequence[Line], conversation: _Conversation) -> Iterator[TurnRecord]:
    """Each turn with its paragraphs, a line each; a label that nothing follows is no turn."""
    ends = [turn.index for turn in conversation.turns[1:]] + [len(lines)]
    for turn, end in zip(conversation.turns, ends, strict=True):
        number = lines[turn.index].number
        spoken = [Line(number, turn.text)] if turn.text else []
        spoken += lines[turn.index + 1 : end]
        if spoken:
            yield TurnRecord(
                speaker=Claim(turn.label, seed.span(number)),
                paragraphs=tuple(Claim(line.text, seed.span(line.number)) for line in spoken),
            )


TRANSCRIPT = Reader("transcript", "transcript", recognise, read)
