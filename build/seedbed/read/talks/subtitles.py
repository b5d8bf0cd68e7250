"""Seeds that are subtitles, WebVTT or SRT: cues joined into the turns of those who are named.

WebVTT: https://www.w3.org/TR/webvtt1/. Voices (`<v Ann>`) and labels (`Ann:`, `>> Ann:`) name who speaks.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from seedbed.model.record import Reading, TranscriptRecord, TurnRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import SENTENCE_ENDS
from seedbed.read.talks.clock import seconds
from seedbed.read.talks.speakers import find_speakers
from seedbed.read.talks.turn_labels import find_labelled, has_label_shape
from seedbed.text.lines import Line, clean

_TIMING = re.compile(
    r"\s*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->"
    r"\s*(?P<end>(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s.*)?"
)
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?|(?:Kind|Language)\s?:.*")
_PARAGRAPH = 600
"""Characters after which a sentence's end ends a paragraph."""
_LONGEST_PARAGRAPH = 1200
"""Characters after which any cue's end does: captions made by machine have no sentences."""
_LEAST_REPEATS = 0.3
"""Of the cues, how many have to begin with the last line of the one before."""
_FEWEST_NAMED = 4
_LEAST_NAMED = 0.8
"""Of the cues, how many begin with a name that recurs."""
_SOMEBODY = ">>"
"""Who speaks where only arrows tell that it is somebody else."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where lines are timings of cues."""
    cues = sum(1 for line in seed.lines if "-->" in line[:40] and _TIMING.fullmatch(line[:200]))
    if not cues:
        return None
    what = "WebVTT" if seed.lines[0].startswith("WEBVTT") else "SRT"
    return Recognition(0.98, f"{cues} {'cue is' if cues == 1 else 'cues are'} timed as {what} does")


def read(seed: Seed) -> Reading:
    """The turns of those whom the cues name; where they name nobody, turns that are nobody's."""
    cues = _named(list(_cues(seed)))
    if not cues:
        return account(seed, SUBTITLES.kind, ())
    spoken = _speakers(cues)
    remarks = []
    if not spoken:
        spoken = list(_unnamed(_without_repeats(cues)))
        remarks = [Claim("no cue says who speaks, so the turns are nobody's", seed.span(cues[0].first))]
    turns = tuple(_turn(seed, turn) for turn in _turns(spoken))
    first = spoken[0][0].first if spoken else cues[0].first
    above = enumerate(seed.lines[: first - 1], start=1)
    labels = [number for number, line in above if _HEADER.fullmatch(line)]
    labels += [line for cue in cues if cue.first >= first for line in range(cue.first, cue.last + 1)]
    record = TranscriptRecord(turns=turns, labels=tuple(seed.span(line) for line in labels))
    return account(seed, SUBTITLES.kind, (record,) if turns else (), remarks)


@dataclass(frozen=True, slots=True)
class _Cue:
    """One cue: its lines, and what webvtt-py reads in it.

    Attributes:
        first: The line of its number, or of its timing where it has none.
        text_first: Its first line of text.
        voice: Whom a `<v …>` names; empty where none does.
        lines: What it says, a line each.
    """

    first: int
    text_first: int
    last: int
    time: int
    voice: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(self.lines)


def _cues(seed: Seed) -> Iterator[_Cue]:
    from webvtt import from_string  # noqa: PLC0415
    from webvtt.errors import MalformedCaptionError, MalformedFileError  # noqa: PLC0415

    lines = seed.lines
    at = 0
    while at < len(lines):
        timing = _TIMING.fullmatch(lines[at]) if "-->" in lines[at][:40] else None
        if timing is None:
            at += 1
            continue
        # YouTube begins a cue's text with a line of one space, which is no end of it.
        end = at + (2 if lines[at + 1 : at + 2] == (" ",) else 1)
        while end < len(lines) and lines[end].strip() and "-->" not in lines[end][:40]:
            end += 1
        if end < len(lines) and "-->" in lines[end][:40] and lines[end - 1].strip().isdigit():
            end -= 1
        if end > at + 1:
            clock = "{} --> {}".format(*(_full(timing[part]) for part in ("start", "end")))
            block = "\n".join(["WEBVTT", "", clock, *lines[at + 1 : end]])
            try:
                captions = list(from_string(block).captions)
            except (MalformedFileError, MalformedCaptionError, ValueError, IndexError):
                captions = []  # its lines stay unread, and the other cues are read
            if len(captions) == 1:
                number = _is_number(lines, at - 1)
                voice = captions[0].voice or ""
                said = (clean(html.unescape(line)) for line in captions[0].text.split("\n"))
                lines_said = tuple(line for line in said if line)
                time = seconds(timing["start"])
                yield _Cue(at + (0 if number else 1), at + 2, end, time, clean(voice), lines_said)
        at = max(end, at + 1)


def _is_number(lines: Sequence[str], at: int) -> bool:
    """Whether the line over a timing names the cue: a number, or a line with nothing over it."""
    if at < 0 or not lines[at].strip():
        return False
    return lines[at].strip().isdigit() or at == 0 or not lines[at - 1].strip()


def _full(clock: str) -> str:
    """A time as WebVTT writes it: hours, minutes, seconds, three decimals."""
    whole, decimals = re.split("[.,]", clock)
    parts = [part.zfill(2) for part in whole.split(":")]
    return f"{':'.join(['00'] * (3 - len(parts)) + parts)}.{decimals.ljust(3, '0')}"


def _named(cues: list[_Cue]) -> list[_Cue]:
    """The cues, with the name on each one's first line for its voice, as Teams writes them."""
    names = Counter(cue.lines[0] for cue in cues if len(cue.lines) > 1 and has_label_shape(cue.lines[0]))
    recurring = sum(count for count in names.values() if count > 1)
    if any(cue.voice for cue in cues) or recurring < max(_FEWEST_NAMED, _LEAST_NAMED * len(cues)):
        return cues
    return [
        replace(cue, voice=cue.lines[0], lines=cue.lines[1:])
        if cue.lines[:1] and cue.lines[0] in names
        else cue
        for cue in cues
    ]


_Spoken = tuple[_Cue, str, str]
"""A cue, who begins to speak with it (empty where the last one goes on), and what is said."""


def _speakers(cues: Sequence[_Cue]) -> list[_Spoken]:
    """The cues from the first one on that names who speaks."""
    lines = [Line(cue.text_first, re.sub(r"^[-–—]\s?", "", cue.text)) for cue in cues]
    voices = any(cue.voice for cue in cues)
    labelled = [] if voices else find_labelled(lines)
    known = find_speakers(lines, labelled)
    by_index = {one.index: one for one in labelled if one.key() in known}
    spoken: list[_Spoken] = []
    for index, cue in enumerate(cues):
        label = by_index.get(index)
        speaker, text = (label.label, label.text) if label else (cue.voice, cue.text)
        if speaker or spoken:
            spoken.append((cue, speaker, text))
    return spoken


def _without_repeats(cues: Sequence[_Cue]) -> list[_Cue]:
    """The cues; of captions that roll up, as YouTube's do, without the lines that stood in the cue before."""
    repeats = sum(1 for one, other in pairwise(cues) if one.lines and one.lines[-1:] == other.lines[:1])
    if repeats < _LEAST_REPEATS * len(cues):
        return list(cues)
    kept: list[_Cue] = []
    last = ""
    for cue in cues:
        lines = cue.lines[1:] if cue.lines[:1] == (last,) else cue.lines
        last = cue.lines[-1] if cue.lines else last
        kept.append(replace(cue, lines=lines))
    return kept


def _unnamed(cues: Sequence[_Cue]) -> Iterator[_Spoken]:
    """The cues as speech; arrows say that somebody else speaks."""
    for cue in cues:
        yield cue, _SOMEBODY if cue.text.startswith(">>") else "", cue.text.removeprefix(">>").lstrip("> ")


@dataclass(slots=True)
class _Turn:
    """A turn while its cues are joined."""

    speaker: str
    time: int
    line: int
    paragraphs: list[tuple[str, int, int]] = field(default_factory=list)
    times: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, cue: _Cue) -> None:
        """Join a cue to the paragraph; a long one ends with a sentence, or far later where there is none."""
        if not text:
            return
        if self.paragraphs:
            before, begin, _ = self.paragraphs[-1]
            ended = before.endswith(SENTENCE_ENDS) or len(before) >= _LONGEST_PARAGRAPH
            if len(before) < _PARAGRAPH or not ended:
                self.paragraphs[-1] = (f"{before} {text}", begin, cue.last)
                return
        self.paragraphs.append((text, cue.text_first, cue.last))
        self.times.append((cue.time, cue.text_first))


def _turns(spoken: Sequence[_Spoken]) -> Iterator[_Turn]:
    turn: _Turn | None = None
    for cue, speaker, text in spoken:
        if turn is None or (speaker and (speaker != turn.speaker or speaker == _SOMEBODY)):
            if turn is not None and turn.paragraphs:
                yield turn
            turn = _Turn(speaker, cue.time, cue.text_first)
        turn.add(text, cue)
    if turn is not None and turn.paragraphs:
        yield turn


def _turn(seed: Seed, turn: _Turn) -> TurnRecord:
    named = turn.speaker not in {"", _SOMEBODY}
    return TurnRecord(
        speaker=Claim(turn.speaker, seed.span(turn.line)) if named else None,
        paragraphs=tuple(Claim(text, seed.span(first, last)) for text, first, last in turn.paragraphs),
        time=turn.time,
        times=tuple(Claim(time, seed.span(line)) for time, line in turn.times),
    )


SUBTITLES = Reader("subtitles", "subtitles", recognise, read)
