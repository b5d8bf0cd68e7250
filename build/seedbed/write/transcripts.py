"""The page of a conversation, and all conversations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from seedbed.model.library import Credit, PersonId, Transcript, Turn
from seedbed.model.list_page import TranscriptRow, TranscriptsPage
from seedbed.model.page import Page
from seedbed.model.prose import plain
from seedbed.model.shown import Counted, Fact, FactValue, Ref
from seedbed.model.source import Claim
from seedbed.model.thing_page import OnThis, ParagraphShown, SpokenOf, TimeShown, TranscriptPage, TurnShown
from seedbed.text.prose import read_plain
from seedbed.write import addresses
from seedbed.write.contents import contents, minutes_to_read
from seedbed.write.line_ranges import claimed
from seedbed.write.passages import passages
from seedbed.write.rows import first_sentence
from seedbed.write.rulings import choice, rulings_on
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import (
    at_most,
    counted,
    day_month_year,
    first_refs,
    folded,
    joined,
    listed,
    newest_counted,
    sentence,
    shortened,
    stated_date,
    why_inferred,
)
from seedbed.write.works import mend

ALL_TRANSCRIPTS = Ref("Conversations", "transcripts/index")
"""The list of all conversations."""

_TOPICS = 24
_PLACES = 7
_MINUTE, _HOUR = 60, 3600


def transcript_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """A page a conversation, by id."""
    for transcript in shelf.transcripts:
        yield Task(addresses.transcript_page(transcript), _transcript_page, transcript)


def transcripts_page(shelf: WholeShelf) -> Page:
    """All conversations, the newest first."""
    rows = transcript_rows(shelf)
    held = newest_counted(len(rows), "conversation", dated=any(row.date for row in rows))
    lead = f"{held}." if rows else "No capture holds a conversation yet."
    return Page(
        path=f"{ALL_TRANSCRIPTS.address}.md",
        title="Conversations",
        description="The conversations of this library, turn by turn, with the papers that they speak of.",
        kind="transcripts",
        value=TranscriptsPage("Conversations", lead, rows),
        listed=False,
    )


def transcript_rows(shelf: WholeShelf) -> tuple[TranscriptRow, ...]:
    """Conversations as they stand in lists, the newest first."""
    rows = [
        TranscriptRow(
            transcript=shelf.transcript(transcript.id),
            speakers=tuple(shelf.person(credit.person) for credit in transcript.speakers),
            date=stated_date(transcript.date),
            first=first_sentence(_opening(transcript)),
            size=counted(len(transcript.turns), "turn"),
        )
        for transcript in shelf.library.transcripts
    ]
    rows.sort(key=lambda row: (row.transcript.label.casefold(), row.transcript.address))
    return tuple(sorted(rows, key=lambda row: row.date.iso if row.date else "", reverse=True))


def _opening(transcript: Transcript) -> str:
    return plain(read_plain(transcript.summary[0].value)) if transcript.summary else ""


def _transcript_page(shelf: Shelf, subject: str) -> Iterator[Page]:
    transcript = shelf.transcripts[subject]
    value = TranscriptPage(
        title=transcript.title.shown,
        title_source=shelf.places.sources(claimed(transcript.title)),
        facts=tuple(_facts(shelf, transcript)),
        summary=passages(
            shelf, "transcript", transcript.id, 0, (read_plain(claim.value) for claim in transcript.summary)
        ),
        summary_source=shelf.places.sources(claim.span for claim in transcript.summary),
        spoken_of=_spoken_of(shelf, transcript),
        topics=_topics(shelf, transcript),
        contents=contents(transcript),
        turns=tuple(_turns(shelf, transcript)),
        rulings=rulings_on(shelf, "transcript", transcript.id)
        + choice(shelf, "title", transcript.title)
        + choice(shelf, "date", transcript.date),
        title_note=why_inferred(transcript.title),
    )
    speakers = listed([shelf.names[credit.person] for credit in transcript.speakers])
    yield Page(
        path=f"{addresses.transcript_page(transcript.id)}.md",
        title=transcript.title.shown,
        description=shortened(
            joined(
                (
                    sentence(f"A conversation: {speakers}" if speakers else "A conversation"),
                    _opening(transcript),
                )
            )
        ),
        kind="transcript",
        value=value,
        tags=tuple(each.ref.label for each in value.topics if each.ref.address),
        parent=ALL_TRANSCRIPTS,
        mend=mend(shelf, (transcript.source,)),
    )


def _facts(shelf: Shelf, transcript: Transcript) -> Iterator[Fact]:
    if transcript.date is not None:
        shown = stated_date(transcript.date)
        text, iso = (shown.text, shown.iso) if shown else (day_month_year(transcript.date.shown), "")
        sources = shelf.places.sources(claimed(transcript.date))
        note = why_inferred(transcript.date)
        yield Fact("Date", (FactValue(text, sources, date=iso, inferred=bool(note)),), note)
    if transcript.section is not None:
        section = FactValue(transcript.section.value, shelf.places.sources((transcript.section.span,)))
        yield Fact("Section", (section,))
    if transcript.host is not None:
        yield Fact("Host", (_speaker(shelf, transcript.host),), transcript.host.inferred)
    if transcript.speakers:
        label = "Speaker" if len(transcript.speakers) == 1 else "Speakers"
        yield Fact(label, tuple(_speaker(shelf, credit) for credit in transcript.speakers))
    turns = FactValue(
        counted(len(transcript.turns), "turn"),
        shelf.places.sources((transcript.source,)),
        f"{addresses.transcript_page(transcript.id)}#the-conversation",
    )
    yield Fact(
        "Length",
        (turns,),
        f"About {counted(minutes_to_read(transcript), 'minute')} to read.",
    )


def _speaker(shelf: Shelf, credit: Credit) -> FactValue:
    ref = shelf.person(credit.person)  # a label is short, or all capitals: turns have this name, too
    return FactValue(ref.label, shelf.places.sources((credit.span,)), ref.address)


class _Marks:
    """The headings and times of a conversation, given out in its order."""

    def __init__(self, headings: Iterable[Claim[str]]) -> None:
        self._headings = sorted(headings, key=lambda claim: claim.span, reverse=True)
        self._stated: set[int] = set()

    def headings_before(self, line: int) -> tuple[str, ...]:
        """Those that stand before `line` and were not given out yet."""
        found = []
        while self._headings and self._headings[-1].span.first < line:
            found.append(self._headings.pop().value)
        return tuple(found)

    def time(self, seconds: int) -> TimeShown:
        """A time, and whether the page has not stated it before."""
        is_first = seconds not in self._stated
        self._stated.add(seconds)
        return TimeShown(_clock(seconds), seconds, is_first)


def _turns(shelf: Shelf, transcript: Transcript) -> Iterator[TurnShown]:
    """Each turn, with the headings that stand above it or inside."""
    on_this: defaultdict[int, list[OnThis]] = defaultdict(list)
    for each in shelf.discussed_in.get(transcript.id, ()):
        on_this[each.turn].append(OnThis(shelf.work(each.work), each.reasons))
    marks = _Marks(transcript.headings)
    voices: dict[PersonId, int] = {}
    for turn in transcript.turns:
        above = marks.headings_before(turn.span.first)
        yield TurnShown(
            number=turn.number,
            speaker=Ref("") if turn.speaker is None else shelf.person(turn.speaker),
            time=None if turn.time is None else marks.time(turn.time),
            paragraphs=tuple(_paragraphs(shelf, transcript, turn, marks)),
            headings=above,
            source=shelf.places.source(turn.span),
            on_this=tuple(on_this[turn.number]),
            voice=0 if turn.speaker is None else voices.setdefault(turn.speaker, len(voices) + 1),
        )


def _paragraphs(shelf: Shelf, transcript: Transcript, turn: Turn, marks: _Marks) -> Iterator[ParagraphShown]:
    """Each paragraph with the headings and the times that stand between it and the one before."""
    shown = passages(
        shelf,
        "transcript",
        transcript.id,
        turn.number,
        (read_plain(claim.value) for claim in turn.paragraphs),
    )
    times = list(reversed(turn.times))
    for claim, passage in zip(turn.paragraphs, shown, strict=True):
        before: list[TimeShown] = []
        while times and times[-1].span.first <= claim.span.last:
            seconds = times.pop().value
            if seconds != turn.time:
                before.append(marks.time(seconds))
        yield ParagraphShown(passage, marks.headings_before(claim.span.first), tuple(before))


def _clock(seconds: int) -> str:
    """Seconds from the start as "2:03" or "1:02:03"."""
    hours, minutes = divmod(seconds // _MINUTE, _MINUTE)
    rest = seconds % _MINUTE
    return f"{hours}:{minutes:02d}:{rest:02d}" if seconds >= _HOUR else f"{minutes}:{rest:02d}"


def _spoken_of(shelf: Shelf, transcript: Transcript) -> tuple[SpokenOf, ...]:
    """The works that turns are about or name, in the order in which they come up."""
    turns: dict[str, set[int]] = {}
    for mention in shelf.named_in.get(("transcript", transcript.id), ()):
        if mention.target.kind == "work":
            turns.setdefault(mention.target.id, set()).add(mention.place.turn)
    for discussion in shelf.discussed_in.get(transcript.id, ()):
        turns.setdefault(discussion.work, set()).add(discussion.turn)
    return tuple(
        SpokenOf(
            shelf.rows[work],
            tuple(_place(transcript, number) for number in sorted(numbers)),
        )
        for work, numbers in sorted(turns.items(), key=lambda item: (min(item[1]), item[0]))
    )


def _topics(shelf: Shelf, transcript: Transcript) -> tuple[Counted, ...]:
    """The topics that turns speak of, those of most turns first, with the first turns."""
    turns: dict[str, list[int]] = {}
    for mention in shelf.named_in.get(("transcript", transcript.id), ()):
        if mention.target.kind == "topic":
            turns.setdefault(mention.target.id, []).append(mention.place.turn)
    sizes = Counter({topic: len(set(numbers) - {0}) for topic, numbers in turns.items()})
    ordered = sorted(sizes.items(), key=lambda item: (-item[1], folded(shelf.labels[item[0]].label), item[0]))

    def entry(named: tuple[str, int]) -> Counted:
        topic, size = named
        return Counted(
            shelf.topic(topic),
            counted(size, "turn") if size else "",
            first_refs(_PLACES, sorted(set(turns[topic])), partial(_place, transcript)),
            size,
        )

    return at_most(_TOPICS, ordered, entry)


def _place(transcript: Transcript, number: int) -> Ref:
    return Ref(f"turn {number}" if number else "summary", addresses.turn(transcript.id, number))
