"""Speech without names: a lecture, or captions copied with their times. Nobody is made its speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedbed.model.source import Claim, Seed
from seedbed.read.claims import claim_of
from seedbed.read.markdown import HEADING
from seedbed.read.shape import SENTENCE_ENDS
from seedbed.read.talks.clock import is_time, seconds, split_time, without_times
from seedbed.read.talks.notices import is_around
from seedbed.read.talks.paragraphs import LONGEST_LINE, are_broken, is_paragraph
from seedbed.read.talks.speech import Speech
from seedbed.read.talks.turns import Turn
from seedbed.text.dates import HOURS
from seedbed.text.lines import Line

_MARKER = re.compile(r"#{0,6} ?(?:[\w’'-]+ ){0,3}trans[ck]ri\w+(?: of [\w ]+)?\s*[:：]?", re.IGNORECASE)
_LONGEST_MARKER = 60
_LEAST_ALTERNATE = 0.9
"""Of the times, how many have to stand two lines behind another, with what is said between them."""
_LEAST_IN_ORDER = 0.5
"""Of the times below the heading "Transcript": those behind may be the lengths of other recordings."""
_FEWEST_LINES = 2
"""Lines of a chapter, on average."""
_IN_WORDS = re.compile(
    r"(?=\d)(?:\d{1,3} hours?(?:, |$))?(?:\d{1,2} minutes?(?:, |$))?(?:\d{1,2} seconds?)?", re.IGNORECASE
)
"""A time once more, as pages have it for those who have them read aloud: "1 minute, 5 seconds"."""
_LONGEST_GAP = 4
"""Lines from one time to the next; where there are more, what follows is another part of the page."""
_LEAST_BEFORE = 0.8
"""Of the times, how many stand above such a gap."""
_FEWEST_TIMES = 3
_ROUND = 5
"""Things of a day begin at so many minutes, or at a multiple."""
_SPAN = re.compile(rf"{HOURS}(?!:?\d)")
"""From when to when something lasts: "09:20 – 09:32"."""
_LEAST_TIMED = 0.8
"""Of the lines from the first time on, how many begin with one where nothing is said above it."""
_FEWEST_PARAGRAPHS = 3
_LEAST_PROSE = 0.8
"""Of the lines below the heading, how many have to be paragraphs."""
_LOWEST_MARKER = 40
"""A heading further down than so many lines is not the one over the whole text."""

_LEAST_ENDED = 0.5
"""Of the lines, how many have to end as sentences do, or be long."""


def is_marker(text: str) -> bool:
    """Whether `text` is the heading over a transcript ("Transcript", "Edited transcript of the talk")."""
    return len(text) <= _LONGEST_MARKER and _MARKER.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Monologue:
    """Where it stands, and why it is one.

    Attributes:
        start: The index of its first line.
        end: The index behind its last line, or that of a time which goes back, as the length of another
            recording does that the page offers.
        header_end: The index behind the header.
        marker: The heading over it, where there is one.
    """

    start: int
    end: int
    header_end: int
    marker: Line | None
    confidence: float
    why: str


def find_monologue(lines: Sequence[Line], *, talk: bool = False) -> Monologue | None:
    """Speech that times stand in, never going back; or running text below the heading "Transcript".

    Args:
        lines: Those of the seed, below its front matter.
        talk: Whether that is a recording's, so that any running text below it is what is said.
    """
    at = next((index for index, line in enumerate(lines[:_LOWEST_MARKER]) if is_marker(line.text)), None)
    marker = None if at is None else lines[at]
    below = 0 if at is None else at + 1
    timed = [index for index in range(below, len(lines)) if _time(lines[index].text) is not None]
    times = [time for index in timed if (time := _time(lines[index].text)) is not None]
    fewest = _FEWEST_TIMES if marker is None else _FEWEST_TIMES - 1
    in_order = next((n for n, (one, other) in enumerate(pairwise(times), start=1) if other < one), len(times))
    whole = in_order == len(times) or (marker is not None and in_order >= _LEAST_IN_ORDER * len(times))
    if (
        in_order >= fewest
        and whole
        and (marker or not _is_timetable(times, [lines[at].text for at in timed]))
    ):
        end = timed[in_order] if in_order < len(times) else len(lines)
        each = len(timed) >= _LEAST_TIMED * (end - timed[0])
        start, end = _spoken_between(lines, timed[0] if each or not marker else below, end)
        why = f"{in_order} lines begin with a time of a recording, each later than the one before"
        return Monologue(start, end, start if at is None else at, marker, 0.6 if marker else 0.45, why)
    start, end = _spoken_between(lines, below, len(lines))
    prose = sum(1 for line in lines[start:end] if is_paragraph(line.text))
    if marker and prose >= _FEWEST_PARAGRAPHS and prose >= _LEAST_PROSE * (end - start):
        why = f"{prose} paragraphs stand below “{marker.text}”, and nobody's name before them"
        return Monologue(start, end, below - 1, marker, 0.35, why)
    if marker and are_broken([lines[start:end]]):
        why = f"sentences go on from line to line below “{marker.text}”, and no name stands before them"
        return Monologue(start, end, below - 1, marker, 0.35, why)
    if talk and not marker and prose >= _FEWEST_PARAGRAPHS:
        return Monologue(
            start, end, 0, None, 0.35, f"{prose} paragraphs stand below front matter of a recording"
        )
    return None


def _spoken_between(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The same part of the lines, without what a page says of its transcript above and below."""
    while start < end and is_around(lines[start].text):
        start += 1
    while end - 1 > start and is_around(lines[end - 1].text):
        end -= 1
    return start, end


def _is_timetable(times: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether they are of a day: all round, or most of them spans; and the first one not the beginning."""
    spans = sum(1 for text in texts if _SPAN.match(text))
    return bool(times[0]) and (all(time % _ROUND == 0 for time in times) or 2 * spans > len(times))


def read_monologue(seed: Seed, lines: Sequence[Line], monologue: Monologue) -> Speech:
    """Its one turn, or several where arrows (">>") say that somebody else speaks.

    Lines that end as sentences do are paragraphs; others, as captions are, are joined into some.
    """
    turns = [Turn()]
    spoken, headings = _spoken(lines[monologue.start : monologue.end])
    for line in spoken:
        if marked := HEADING.fullmatch(line.text):
            headings = (*headings, Line(line.number, marked["text"]))
            continue
        time, text = (seconds(line.text), "") if is_time(line.text) else split_time(line.text, bare=True)
        if text.startswith(">>"):
            text = text.lstrip("> ")
            if turns[-1].said:
                turns.append(Turn())
        if time is not None:
            turns[-1].times.append(Claim(time, seed.span(line.number)))
        if said := without_times(text):
            turns[-1].said.append(Line(line.number, said))
    turns = [turn for turn in turns if turn.said]
    whole = not _has_sentences(spoken) or are_broken([turn.said for turn in turns])
    records = tuple(turn.record(seed, whole=whole) for turn in turns)
    found = sorted(headings, key=lambda line: line.number)
    return Speech(records, tuple(claim_of(seed, line) for line in found))


def _spoken(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines without those of the page around them, where each time stands over one line of text.

    Then what stands above the first time, or below the last one's line, is nothing that is said; and of two
    lines below a time, the second one is the heading of a chapter, which the next time begins.
    """
    lines = [
        line
        for at, line in enumerate(lines)
        if not (at and _IN_WORDS.fullmatch(line.text) and is_time(lines[at - 1].text))
    ]
    times = [at for at, line in enumerate(lines) if is_time(line.text)]
    gap = next((n for n, (at, below) in enumerate(pairwise(times), 1) if below - at > _LONGEST_GAP), 0)
    times = times[:gap] if gap >= _LEAST_BEFORE * len(times) else times
    steps = Counter(below - at for at, below in pairwise(times))
    pairs = len(("time", "text"))
    headed = {below - 1 for at, below in pairwise(times) if below - at == pairs + 1}
    # Each chapter has several lines; a text that is broken at the page's width has not.
    chapters = headed if steps[pairs] >= _FEWEST_LINES * len(headed) else set[int]()
    alternate = len(times) >= _FEWEST_TIMES and (
        steps[pairs] + len(chapters) >= _LEAST_ALTERNATE * (len(times) - 1)
    )
    if not alternate:
        return lines, ()
    said = [
        line for at, line in enumerate(lines[: times[-1] + pairs]) if at >= times[0] and at not in chapters
    ]
    return said, [lines[at] for at in sorted(chapters)]


def _time(text: str) -> int | None:
    return seconds(text) if is_time(text) else split_time(text, bare=True)[0]


def _has_sentences(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines if not is_time(line.text)]
    ended = sum(1 for text in texts if text.endswith(SENTENCE_ENDS) or len(text) > LONGEST_LINE)
    return ended >= _LEAST_ENDED * len(texts)
