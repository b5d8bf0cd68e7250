"""Seeds that hold a conversation: a header, then turns that begin with their speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import Reading, TranscriptRecord, TurnRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.furniture import body, footer_start, with_related
from seedbed.read.reader import Reader, Recognition
from seedbed.read.speakers import find_speakers
from seedbed.read.transcript_header import read_header
from seedbed.read.turn_labels import Labelled, find_labelled, find_names_alone, is_time, seconds
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
    lines = body(filled(line[:_OPENING] for line in seed.lines))
    conversation = _find_conversation(lines)
    counts = Counter(turn.key() for turn in conversation.turns)
    if not counts:
        return None
    names = list({turn.key(): turn.label for turn in reversed(conversation.turns)}.values())[::-1]
    shown = ", ".join(names[:4]) + (" and others" if len(names) > len(names[:4]) else "")
    turns = "turn begins" if len(conversation.turns) == 1 else "turns begin"
    form = "on a line of its own" if conversation.alone else "and a colon"
    why = f"{len(conversation.turns)} {turns} with a speaker's name {form} ({shown})"
    recurring = sum(1 for count in counts.values() if count > 1)
    if conversation.marker is not None:
        return Recognition(0.8 if recurring else 0.6, f"{why}, below “{conversation.marker.text}”")
    share = len(conversation.turns) / (len(lines) - conversation.turns[0].index)
    if share < _LEAST_SHARE.get(recurring, 0) or _is_form(conversation.turns):
        return None
    return Recognition({0: 0.3, 1: 0.5}.get(recurring, 0.75), why)


def read(seed: Seed) -> Reading:
    """The conversation as one record; a line before it that is no part of its header stays unread."""
    lines = body(filled(seed.lines))
    conversation = _find_conversation(lines)
    if not conversation.turns:
        return account(seed, TRANSCRIPT.kind, ())
    spoken = lines[: _speech_end(filled(seed.lines), lines, conversation.turns[-1])]
    turns = tuple(_turns(seed, spoken, conversation))
    header = read_header(seed, lines[: conversation.header_end], [turn.label for turn in conversation.turns])
    labels = [conversation.marker] if conversation.marker else []
    if turns:
        labels += _times(spoken, conversation.turns[0].index)
    record = TranscriptRecord(
        title=header.title,
        date=header.date,
        host=header.host,
        section=header.section,
        summary=header.summary,
        turns=turns,
        labels=tuple(seed.span(line.number) for line in labels),
    )
    return account(seed, TRANSCRIPT.kind, (record,) if turns else ())


@dataclass(frozen=True, slots=True)
class _Conversation:
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


def _find_conversation(lines: Sequence[Line]) -> _Conversation:
    """By labels before a text on their line; where there are none, by names that stand over the text."""
    conversation = _conversation_of(lines, find_labelled(lines))
    if conversation.turns:
        return conversation
    return replace(_conversation_of(lines, find_names_alone(lines)), alone=True)


def _conversation_of(lines: Sequence[Line], labelled: Sequence[Labelled]) -> _Conversation:
    """Below the heading "Transcript" if turns stand there; else from the first label that recurs.

    Of several such headings with no turn between them (a menu may have one), the last is meant.
    """
    for marker in _markers(lines, labelled):
        below = [one for one in labelled if one.index > marker]
        speakers = find_speakers(lines, below)
        if speakers:
            turns = tuple(one for one in below if one.key() in speakers)
            return _Conversation(turns, lines[marker], marker)
    speakers = find_speakers(lines, labelled)
    turns = tuple(one for one in labelled if one.key() in speakers)
    turns = turns[_first_turn(turns) :]
    return _Conversation(turns, None, turns[0].index if turns else 0)


def _first_turn(turns: Sequence[Labelled]) -> int:
    """The first label that recurs, or one of whose words does alone ("Tyler Cowen", then "Cowen"); else 0."""
    counts = Counter(one.key() for one in turns)
    recurring = {key for key, count in counts.items() if count > 1}
    keys = (one.key() for one in turns)
    begins = (at for at, key in enumerate(keys) if key in recurring or not recurring.isdisjoint(key.split()))
    return next(begins, 0)


def _markers(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Iterator[int]:
    """The heading to try, at most two: the last one above any label that recurs, then the first of all."""
    markers = [index for index, line in enumerate(lines) if _is_marker(line.text)]
    if not markers:
        return
    counts = Counter(one.key() for one in labelled)
    first_turn = next((one.index for one in labelled if counts[one.key()] > 1), len(lines))
    best = max((index for index in markers if index < first_turn), default=markers[0])
    yield best
    if best != markers[0]:
        yield markers[0]


def _speech_end(every: Sequence[Line], lines: Sequence[Line], last: Labelled) -> int:
    """The index behind the last line of speech; above a footer, headings of other pages are none."""
    return with_related(lines, len(lines), last.index) if footer_start(every) < len(every) else len(lines)


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
        spoken += [line for line in lines[turn.index + 1 : end] if not is_time(line.text)]
        if spoken:
            yield TurnRecord(
                speaker=Claim(turn.label, seed.span(number)),
                paragraphs=tuple(Claim(line.text, seed.span(line.number)) for line in spoken),
                time=_time_above(lines, turn) if turn.time is None else turn.time,
            )


def _times(lines: Sequence[Line], first_turn: int) -> Iterator[Line]:
    """The lines that hold a time alone, from the one right above the first turn on."""
    start = first_turn - 1 if first_turn and is_time(lines[first_turn - 1].text) else first_turn
    yield from (line for line in lines[start:] if is_time(line.text))


def _time_above(lines: Sequence[Line], turn: Labelled) -> int | None:
    above = lines[turn.index - 1].text if turn.index else ""
    return seconds(above) if is_time(above) else None


TRANSCRIPT = Reader("transcript", "transcript", recognise, read)
