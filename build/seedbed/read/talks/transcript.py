"""Seeds that hold a conversation: a header, then turns that begin with their speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from seedbed.model.record import Reading, TranscriptRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.formats.front_matter import fence_end
from seedbed.read.furniture import body
from seedbed.read.lists.label_groups import find_groups
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import SPEECH_ENDS
from seedbed.read.talks.cited import find_cited
from seedbed.read.talks.clock import is_time
from seedbed.read.talks.conversation import Conversation, find_conversation, introduces
from seedbed.read.talks.front import TalkFront, may_be_talk, read_front
from seedbed.read.talks.monologue import find_monologue, is_marker, read_monologue
from seedbed.read.talks.names_alone import without_badges
from seedbed.read.talks.questions import find_questions, read_questions
from seedbed.read.talks.speech import Speech, listed_chapters, read_speech, recurring_chapters
from seedbed.read.talks.speech_end import speech_end
from seedbed.read.talks.transcript_header import Header, read_header
from seedbed.read.talks.turn_labels import Labelled, find_labelled
from seedbed.text.dates import HOUR, find_date
from seedbed.text.lines import Line, filled

_LEAST_SHARE = {0: 0.5, 1: 0.3}
"""Of the lines, how many must begin a turn where no label recurs, or only one."""
_MOST_FIELDS = 0.25
"""Of the turns, how many may stand among the labels of a list."""
_FEWEST_TITLE_WORDS = 3
_SURE = 0.8
_DATA = re.compile(r"[+(]?\d[\d\s().,:/+-]{2,40}|[^\s@]{1,60}@[^\s@]{3,60}|https?://\S{3,200}")
"""A number of several digits, a mail address, an address on the web."""
_PAUSE = re.compile(
    rf"{HOUR}(?: ?(?:[-–—]|to) ?{HOUR})?:?"
    r"(?: [\w’'-]{1,20}){0,3}"
    r" (?:break|lunch|tea|coffee|dinner|registration|opening|reception|closing|welcome)"
    r"(?: [\w’'-]{1,20}){0,3}",
    re.IGNORECASE,
)
"""A line of a programme between its talks: "10:15 Morning tea"."""
_FEWEST_PAUSES = 3
_SAYS_HOST = re.compile(r", (?:co-?)?host ?:", re.IGNORECASE)
"""What stands behind a name in a label, as radio has it."""
_LONG = 100
"""What has more characters is said, and no value of a form."""
_OPENING = 200
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where two labels recur; less so where one does, or where full names stand once each."""
    fence = fence_end(seed)
    lines = _lines_of((line[:_OPENING] for line in seed.lines), fence)
    talk = fence > 0 and may_be_talk(seed)
    conversation = find_conversation(lines)
    counts = Counter(turn.key() for turn in conversation.turns if turn.label)
    if not counts:
        monologue = find_monologue(lines, talk=talk) or find_questions(lines)
        sure = _SURE if talk else 0
        return Recognition(max(monologue.confidence, sure), monologue.why) if monologue else None
    names = list({turn.key(): turn.label for turn in reversed(conversation.turns) if turn.label}.values())[
        ::-1
    ]
    shown = ", ".join(names[:4]) + (" and others" if len(names) > len(names[:4]) else "")
    turns = "turn begins" if len(conversation.turns) == 1 else "turns begin"
    form = "on a line of its own" if conversation.alone else "and a colon"
    why = f"{len(conversation.turns)} {turns} with a speaker's name {form} ({shown})"
    recurring = _recurring(counts)
    if talk:
        return Recognition(_SURE, f"{why}, below front matter of a recording")
    if conversation.marker is not None:
        return Recognition(_SURE if recurring else 0.6, f"{why}, below “{conversation.marker.text}”")
    share = len(conversation.turns) / (len(lines) - conversation.turns[0].index)
    pauses = sum(1 for line in lines if _PAUSE.fullmatch(line.text))
    few = share < _LEAST_SHARE.get(recurring, 0) or pauses >= _FEWEST_PAUSES
    if few or _is_form(conversation.turns, recurring):
        return None
    grouped = {at for first, end in find_groups(lines).items() for at in range(first, end)}
    fields = sum(1 for turn in conversation.turns if turn.index in grouped)
    if fields > _MOST_FIELDS * len(conversation.turns):
        return None
    # Where works appeared stands on a line of its own over their abstracts, too.
    sure = 0.7 if conversation.alone else 0.75
    return Recognition({0: 0.3, 1: 0.5}.get(recurring, sure), why)


def _recurring(counts: Mapping[str, int]) -> int:
    """How many speak more than once: under one label, or a name and its last word ("Ann Lee", "LEE")."""
    families = Counter(key.split()[-1] for key in counts if " " in key)
    return sum(1 for key, count in counts.items() if count > 1 or families[key])


def read(seed: Seed) -> Reading:
    """The conversation as one record; a line before it that is no part of its header stays unread."""
    front = read_front(seed)
    lines = _lines_of(seed.lines, front.end)
    conversation = find_conversation(lines)
    if not conversation.turns:
        return _read_monologue(seed, lines, front)
    spoken = lines[: speech_end(filled(seed.lines), lines, conversation)]
    head = lines[: _header_end(lines, conversation)]
    chapters = recurring_chapters(head, lines, conversation.turns) | listed_chapters(head)
    named = frozenset(title.casefold() for title in chapters.values())
    start = 0 if front.end else _speech_start(lines, conversation, named)
    speech = read_speech(seed, spoken, conversation.turns, start, chapters=named)
    if not speech.turns:
        return account(seed, TRANSCRIPT.kind, ())
    labels = [turn.label for turn in conversation.turns if turn.label]
    above = [line for line in head if line != conversation.marker]
    header = _unlabelled(above, () if conversation.alone else labels)
    cited = [found for part in (header, lines[len(spoken) :]) if (found := find_cited(seed, part))]
    held = chapters.keys() | {number for found in cited for number in found.lines()}
    header = [line for line in header if line.number not in held and line.text.casefold() not in named]
    header = _without_contents(header, speech)
    header_read = read_header(seed, header, labels)
    host = next(_labelled_hosts(seed, lines, conversation.turns), header_read.host)
    record = _record(seed, replace(header_read, host=host), speech, conversation.marker, front)
    headings = (seed.span(found.heading.number) for found in cited)
    record = replace(record, labels=(*record.labels, *headings))
    works = (work for found in cited for work in found.works)
    return account(seed, TRANSCRIPT.kind, (record, *works), _remarks(seed, lines, conversation))


def _labelled_hosts(seed: Seed, lines: Sequence[Line], turns: Sequence[Labelled]) -> Iterator[Claim[str]]:
    """Those whose labels say that they are hosts: "ANN LEE, HOST: Good morning"."""
    for turn in turns:
        line = lines[turn.index]
        if turn.label and _SAYS_HOST.match(line.text[len(turn.label) :]) and line.text.startswith(turn.label):
            yield Claim(turn.label, seed.span(line.number))


def _lines_of(lines: Iterable[str], fence: int) -> Sequence[Line]:
    """The lines below front matter and between menus and footer."""
    every = filled(lines)
    return without_badges(body([line for line in every if line.number > fence] if fence else every))


def _read_monologue(seed: Seed, lines: Sequence[Line], front: TalkFront) -> Reading:
    """What one person says, or several of whom none is named."""
    monologue = find_monologue(lines, talk=front.is_talk)
    asked = None if monologue else find_questions(lines)
    if monologue:
        speech = read_monologue(seed, lines, monologue)
    elif asked:
        monologue, speech = asked, read_questions(seed, lines, asked)
    if monologue is None or not speech.turns:
        return account(seed, TRANSCRIPT.kind, ())
    above = lines[: monologue.header_end]
    chapters = listed_chapters(above)
    header = read_header(seed, [line for line in above if line.number not in chapters], ())
    record = _record(seed, header, speech, monologue.marker, front)
    remark = Claim("no line says who speaks, so the turns are nobody's", speech.turns[0].span())
    return account(seed, TRANSCRIPT.kind, (record,), (remark,))


def _record(
    seed: Seed, header: Header, speech: Speech, marker: Line | None, front: TalkFront
) -> TranscriptRecord:
    """One record; what front matter states goes before what stands below it."""
    headings = {heading.span.first for heading in speech.headings}
    title = header.title if header.title and header.title.span.first not in headings else None
    section = header.section if header.section and header.section.span.first not in headings else None
    described = (front.summary,) if front.summary else ()
    return TranscriptRecord(
        title=front.title or title,
        date=front.date or header.date,
        host=front.host or header.host,
        section=front.section or section,
        summary=(*described, *(claim for claim in header.summary if claim.span.first not in headings)),
        turns=speech.turns,
        headings=speech.headings,
        cast=header.cast,
        labels=(*front.labels, *((seed.span(marker.number),) if marker else ())),
    )


def _speech_start(lines: Sequence[Line], conversation: Conversation, chapters: frozenset[str]) -> int:
    """The index of the first line that may belong to the speech: below its heading, or a time above it."""
    first = conversation.turns[0].index
    if conversation.marker is not None:
        return conversation.header_end + (lines[conversation.header_end] == conversation.marker)
    above = lines[first - 1].text if first else ""
    return first - 1 if above and (is_time(above) or above.casefold() in chapters) else first


def _header_end(lines: Sequence[Line], conversation: Conversation) -> int:
    """The index behind the header: where the conversation begins, or a transcript of it made by machine."""
    above = lines[: conversation.header_end]
    times = [index for index, line in enumerate(above) if is_time(line.text)]
    before_several = above[: times[-2]] if len(times) > 1 else ()
    markers = (index for index, line in enumerate(before_several) if is_marker(line.text))
    return next(markers, conversation.header_end)


def _unlabelled(header: Sequence[Line], labels: Sequence[str]) -> list[Line]:
    """The header without the turns that stand in it, as highlights do."""
    known = set(labels)
    turns = {
        one.index for one in find_labelled(header) if one.label in known and one.text and not introduces(one)
    }
    return [line for index, line in enumerate(header) if index not in turns]


def _without_contents(header: Sequence[Line], speech: Speech) -> list[Line]:
    """The header without the chapters that it lists and that stand over their parts of the speech again."""
    headings = {heading.value.casefold() for heading in speech.headings}
    listed = {line.number for line in header if line.text.casefold() in headings}
    return [line for line in header if line.number not in listed or len(listed) == 1]


def _remarks(seed: Seed, lines: Sequence[Line], conversation: Conversation) -> Iterator[Claim[str]]:
    end = _header_end(lines, conversation)
    if end < conversation.header_end:
        sentence = "another transcript begins here, above the one with the speakers' names: it was not read"
        yield Claim(sentence, seed.span(lines[end].number))
    header = lines[:end]
    left = {line.number for line in header} - {
        line.number
        for line in _unlabelled(header, [turn.label for turn in conversation.turns if not conversation.alone])
    }
    if left:
        sentence = "turns stand above the conversation, as highlights do: they were not read"
        yield Claim(sentence, seed.span(min(left)))


def _is_form(turns: Sequence[Labelled], recurring: int) -> bool:
    """Whether the labels name the fields of a form, and nobody who speaks.

    Then most of what they label is names, or one of them labels data and nothing else; or most that recur
    stand before the same words again, as titles do that a page lists twice; or little of it ends
    as sentences do, where no more than one label recurs, or there are many, as titles before subtitles are,
    or where three or more come round in one order, or stand right below themselves most often; of two, where
    what they label goes on with no sentence.
    """
    said = [turn.text for turn in turns if turn.text]
    names = sum(1 for text in said if not text.endswith(SPEECH_ENDS) and is_name_list(text))
    if 2 * names > len(turns):
        return True
    if _labels_data(turns) or _are_titles(turns):
        return True
    keys = [turn.key() for turn in turns]
    cycle = len(set(keys))
    several = cycle > len(("Q", "A"))
    in_order = several and all(key == keys[at % cycle] for at, key in enumerate(keys))
    again = sum(1 for one, other in pairwise(keys) if one == other)
    goes_on = sum(1 for text in said if text[0].islower())
    in_runs = 2 * again >= len(keys) and (several or goes_on < len(turns) / 4)
    sentences = sum(1 for text in said if len(text) > _LONG or text.endswith(SPEECH_ENDS))
    many = 3 * cycle > len(turns)
    return (in_order or in_runs or many or recurring <= 1) and bool(said) and sentences < len(turns) / 3


def _labels_data(turns: Sequence[Labelled]) -> bool:
    """Whether a label recurs, and dates, numbers or addresses are all that ever stands behind it."""
    data = Counter(turn.key() for turn in turns if turn.label and _is_data(turn.text))
    counts = Counter(turn.key() for turn in turns)
    return any(count > 1 and count == counts[key] for key, count in data.items())


def _are_titles(turns: Sequence[Labelled]) -> bool:
    """Whether most labels that recur stand before the same few words each time, whatever follows these."""
    said: dict[str, list[str]] = {}
    for turn in turns:
        if turn.label:
            said.setdefault(turn.key(), []).append(turn.text.casefold())
    recurring = [texts for texts in said.values() if len(texts) > 1]
    return 2 * sum(map(_say_the_same, recurring)) > len(recurring)


def _say_the_same(texts: Sequence[str]) -> bool:
    shortest = min(texts, key=len)
    words = len(shortest.split()) >= _FEWEST_TITLE_WORDS
    return words and not shortest.endswith(SPEECH_ENDS) and all(text.startswith(shortest) for text in texts)


def _is_data(text: str) -> bool:
    return _DATA.fullmatch(text) is not None or find_date(text) is not None


TRANSCRIPT = Reader("transcript", "transcript", recognise, read, surest=_SURE)
