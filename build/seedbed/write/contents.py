"""What a conversation goes through: the questions of the one who leads it, as a list of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from seedbed.model.library import PersonId, Transcript, Turn
from seedbed.model.prose import plain
from seedbed.model.shown import Ref
from seedbed.text.prose import read_plain
from seedbed.text.sentences import sentence_starts
from seedbed.write import addresses
from seedbed.write.wording import shortened

FEWEST_WORDS = 7
"""A shorter question ("Is that more or less right?") does not say what it is about."""

FEWEST_QUESTIONS = 3
"""With fewer, there is nothing to find one's way through."""

LONGEST = 140
"""Characters of a question that are shown."""

WORDS_A_MINUTE = 238
"""How fast people read English silently, on average (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""


def contents(transcript: Transcript) -> tuple[Ref, ...]:
    """The longest question of each turn of the one who leads the conversation, each leading to its turn."""
    asked = {turn.number: question for turn in transcript.turns if (question := _question(turn))}
    leader = _leader(transcript, asked)
    found = tuple(
        Ref(shortened(asked[turn.number], LONGEST), addresses.turn(transcript.id, turn.number))
        for turn in transcript.turns
        if turn.speaker == leader and turn.number in asked
    )
    return found if len(found) >= FEWEST_QUESTIONS else ()


def minutes_to_read(transcript: Transcript) -> int:
    """Minutes, at least one."""
    words = sum(len(claim.value.split()) for turn in transcript.turns for claim in turn.paragraphs)
    return max(1, round(words / WORDS_A_MINUTE))


def _leader(transcript: Transcript, asked: dict[int, str]) -> PersonId | None:
    """The host, where the source names one who speaks; else who asks in most turns, the first of several."""
    speakers = {turn.speaker for turn in transcript.turns}
    if transcript.host is not None and transcript.host.person in speakers:
        return transcript.host.person
    turns = Counter(turn.speaker for turn in transcript.turns if turn.number in asked)
    return turns.most_common(1)[0][0] if turns else None


def _question(turn: Turn) -> str:
    """The longest question of a turn, which says most of what it is about; empty where none says enough."""
    asked = (
        sentence
        for claim in turn.paragraphs
        for sentence in _sentences(plain(read_plain(claim.value)))
        if sentence.endswith(("?", "？"))
    )
    longest = max(asked, key=len, default="")
    return longest if len(longest.split()) >= FEWEST_WORDS else ""


def _sentences(text: str) -> Iterator[str]:
    for first, last in pairwise((*sentence_starts(text), len(text))):
        yield text[first:last].strip()
