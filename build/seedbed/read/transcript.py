"""Seeds that hold a conversation: a header, then turns that begin with their speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import Reading, TranscriptRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.furniture import body, footer_start, with_related
from seedbed.read.label_groups import find_groups
from seedbed.read.monologue import find_monologue, is_marker, read_monologue
from seedbed.read.reader import Reader, Recognition
from seedbed.read.speakers import find_speakers, initials, is_full_name
from seedbed.read.speech import Speech, listed_chapters, read_speech
from seedbed.read.transcript_header import Header, read_header
from seedbed.read.turn_labels import Labelled, find_labelled, find_names_alone, is_time
from seedbed.read.vocabulary import ROLES
from seedbed.text.dates import find_date
from seedbed.text.lines import Line, filled

_LEAST_SHARE = {0: 0.5, 1: 0.3}
"""Of the lines, how many must begin a turn where no label recurs, or only one."""
_LEAST_TIMED = 0.8
_MOST_FIELDS = 0.25
"""Of the turns, how many may stand among the labels of a list."""
_SENTENCE_END = (".", "?", "!", "…", "-", "–", "—", "”", '"', "。", "？", "！")
_SURE = 0.8
_DATA = re.compile(r"[+(]?\d[\d\s().,:/+-]{2,40}|[^\s@]{1,60}@[^\s@]{3,60}|https?://\S{3,200}")
"""A number of several digits, a mail address, an address on the web."""
_LONG = 100
"""What has more characters is said, and no value of a form."""
_OPENING = 200
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where two labels recur; less so where one does, or where full names stand once each."""
    lines = body(filled(line[:_OPENING] for line in seed.lines))
    conversation = _find_conversation(lines)
    counts = Counter(turn.key() for turn in conversation.turns if turn.label)
    if not counts:
        monologue = find_monologue(lines)
        return None if monologue is None else Recognition(monologue.confidence, monologue.why)
    names = list({turn.key(): turn.label for turn in reversed(conversation.turns) if turn.label}.values())[
        ::-1
    ]
    shown = ", ".join(names[:4]) + (" and others" if len(names) > len(names[:4]) else "")
    turns = "turn begins" if len(conversation.turns) == 1 else "turns begin"
    form = "on a line of its own" if conversation.alone else "and a colon"
    why = f"{len(conversation.turns)} {turns} with a speaker's name {form} ({shown})"
    recurring = sum(1 for count in counts.values() if count > 1)
    if conversation.marker is not None:
        return Recognition(_SURE if recurring else 0.6, f"{why}, below “{conversation.marker.text}”")
    share = len(conversation.turns) / (len(lines) - conversation.turns[0].index)
    if share < _LEAST_SHARE.get(recurring, 0) or _is_form(conversation.turns, recurring):
        return None
    grouped = {at for first, end in find_groups(lines).items() for at in range(first, end)}
    fields = sum(1 for turn in conversation.turns if turn.index in grouped)
    if fields > _MOST_FIELDS * len(conversation.turns):
        return None
    # Where works appeared stands on a line of its own over their abstracts, too.
    sure = 0.7 if conversation.alone else 0.75
    return Recognition({0: 0.3, 1: 0.5}.get(recurring, sure), why)


def read(seed: Seed) -> Reading:
    """The conversation as one record; a line before it that is no part of its header stays unread."""
    lines = body(filled(seed.lines))
    conversation = _find_conversation(lines)
    if not conversation.turns:
        return _read_monologue(seed, lines)
    spoken = lines[: _speech_end(filled(seed.lines), lines, conversation.turns[-1])]
    chapters = listed_chapters(lines[: _header_end(lines, conversation)])
    named = frozenset(title.casefold() for title in chapters.values())
    speech = read_speech(
        seed, spoken, conversation.turns, _speech_start(lines, conversation, named), chapters=named
    )
    if not speech.turns:
        return account(seed, TRANSCRIPT.kind, ())
    labels = [turn.label for turn in conversation.turns if turn.label]
    header = _unlabelled(lines[: _header_end(lines, conversation)], labels)
    header = [line for line in header if line.number not in chapters and line.text.casefold() not in named]
    header = _without_contents(header, speech)
    record = _record(seed, read_header(seed, header, labels), speech, conversation.marker)
    return account(seed, TRANSCRIPT.kind, (record,), _remarks(seed, lines, conversation))


def _read_monologue(seed: Seed, lines: Sequence[Line]) -> Reading:
    """What one person says, or several of whom none is named."""
    monologue = find_monologue(lines)
    if monologue is None:
        return account(seed, TRANSCRIPT.kind, ())
    speech = read_monologue(seed, lines, monologue)
    above = lines[: monologue.header_end]
    chapters = listed_chapters(above)
    header = read_header(seed, [line for line in above if line.number not in chapters], ())
    record = _record(seed, header, speech, monologue.marker)
    remark = Claim("no line says who speaks, so the turns are nobody's", speech.turns[0].span())
    return account(seed, TRANSCRIPT.kind, (record,), (remark,))


def _record(seed: Seed, header: Header, speech: Speech, marker: Line | None) -> TranscriptRecord:
    return TranscriptRecord(
        title=header.title,
        date=header.date,
        host=header.host,
        section=header.section,
        summary=header.summary,
        turns=speech.turns,
        headings=speech.headings,
        labels=(seed.span(marker.number),) if marker else (),
    )


def _speech_start(lines: Sequence[Line], conversation: _Conversation, chapters: frozenset[str]) -> int:
    """The index of the first line that may belong to the speech: below its heading, or a time above it."""
    first = conversation.turns[0].index
    if conversation.marker is not None:
        return conversation.header_end + 1
    above = lines[first - 1].text if first else ""
    return first - 1 if above and (is_time(above) or above.casefold() in chapters) else first


def _header_end(lines: Sequence[Line], conversation: _Conversation) -> int:
    """The index behind the header: where the conversation begins, or a transcript of it made by machine."""
    above = lines[: conversation.header_end]
    for index, line in enumerate(above):
        times = sum(1 for below in above[index + 1 :] if is_time(below.text))
        if is_marker(line.text) and times > 1:
            return index
    return conversation.header_end


def _unlabelled(header: Sequence[Line], labels: Sequence[str]) -> list[Line]:
    """The header without the turns that stand in it, as highlights do."""
    known = {label.casefold() for label in labels}
    turns = {one.index for one in find_labelled(header) if one.key() in known and one.text}
    return [line for index, line in enumerate(header) if index not in turns]


def _without_contents(header: Sequence[Line], speech: Speech) -> list[Line]:
    """The header without the chapters that it lists and that stand over their parts of the speech again."""
    headings = {heading.value.casefold() for heading in speech.headings}
    listed = {line.number for line in header if line.text.casefold() in headings}
    return [line for line in header if line.number not in listed or len(listed) == 1]


def _remarks(seed: Seed, lines: Sequence[Line], conversation: _Conversation) -> Iterator[Claim[str]]:
    end = _header_end(lines, conversation)
    if end < conversation.header_end:
        sentence = "another transcript begins here, above the one with the speakers' names: it was not read"
        yield Claim(sentence, seed.span(lines[end].number))
    header = lines[:end]
    left = {line.number for line in header} - {
        line.number for line in _unlabelled(header, [turn.label for turn in conversation.turns])
    }
    if left:
        sentence = "turns stand above the conversation, as highlights do: they were not read"
        yield Claim(sentence, seed.span(min(left)))


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
            return _Conversation(_by(speakers, below), lines[marker], marker)
    speakers = find_speakers(lines, labelled)
    turns = _by(speakers, labelled)
    turns = turns[_first_turn(turns) :]
    return _Conversation(turns, None, turns[0].index if turns else 0)


def _by(speakers: frozenset[str], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The turns of those speakers and, among them, of whom only arrows tell.

    Where nearly all turns begin with a line of a name and a time, any such line begins one: but for a name on
    the other side of its time, which is a chapter's.
    """
    turns = [one for one in labelled if one.key() in speakers]
    form, count = Counter(one.timed for one in turns).most_common(1)[0] if turns else ("", 0)
    timed = bool(form) and count >= _LEAST_TIMED * len(turns)
    return tuple(
        one
        for one in labelled
        if speakers
        and (not timed or not one.timed or one.timed == form)
        and (one.key() in speakers or not one.label or (timed and bool(one.timed)))
    )


def _first_turn(turns: Sequence[Labelled]) -> int:
    """The first label that recurs, or whose initials or one word do ("Tyler Cowen", then "TC"); else 0.

    So it is, too, where nearly all turns begin with a line of a name and a time, which no header has.
    """
    introduced = next((at for at, one in enumerate(turns) if not _introduces(one)), 0)
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
    return next(begins, 0)


def _introduces(turn: Labelled) -> bool:
    """Whether a line says whose part it is, as headers do ("Moderator: Ann Lee"); that is not spoken."""
    role = turn.key() in ROLES
    return role and not turn.text.endswith(_SENTENCE_END) and is_full_name(turn.text)


def _markers(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Iterator[int]:
    """The heading to try, at most two: the last one above any label that recurs, then the first of all."""
    markers = [index for index, line in enumerate(lines) if is_marker(line.text)]
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


def _is_form(turns: Sequence[Labelled], recurring: int) -> bool:
    """Whether the labels name the fields of a form, and nobody who speaks.

    Then most of what they label is names, or one of them labels data and nothing else; or little of it ends
    as sentences do, where no more than one label recurs, or where three or more come round in one order.
    """
    said = [turn.text for turn in turns if turn.text]
    names = sum(1 for text in said if not text.endswith(_SENTENCE_END) and is_name_list(text))
    if 2 * names > len(turns):
        return True
    if _labels_data(turns):
        return True
    keys = [turn.key() for turn in turns]
    cycle = len(set(keys))
    in_order = cycle > len(("Q", "A")) and all(key == keys[at % cycle] for at, key in enumerate(keys))
    sentences = sum(1 for text in said if len(text) > _LONG or text.endswith(_SENTENCE_END))
    return (in_order or recurring <= 1) and bool(said) and sentences < len(turns) / 3


def _labels_data(turns: Sequence[Labelled]) -> bool:
    """Whether a label recurs, and dates, numbers or addresses are all that ever stands behind it."""
    data = Counter(turn.key() for turn in turns if turn.label and _is_data(turn.text))
    counts = Counter(turn.key() for turn in turns)
    return any(count > 1 and count == counts[key] for key, count in data.items())


def _is_data(text: str) -> bool:
    return _DATA.fullmatch(text) is not None or find_date(text) is not None


TRANSCRIPT = Reader("transcript", "transcript", recognise, read, surest=_SURE)
