"""Where what is said in a conversation ends, and what the page around it says begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from seedbed.read.furniture import footer_start, is_footer, with_related
from seedbed.read.shape import SPEECH_ENDS, is_prose
from seedbed.read.talks.conversation import Conversation
from seedbed.read.talks.notices import heads_citations, is_around, is_service, stands_below
from seedbed.read.talks.turn_labels import Labelled
from seedbed.text.lines import Line

_MOST_BEHIND = 12
"""Lines below a conversation between what sites put there."""
_FEWEST_APART = 5
"""Lines below a blank one that tell that one stands between all; where names stand over what is said, without
the lines of names."""


def speech_end(every: Sequence[Line], lines: Sequence[Line], conversation: Conversation) -> int:
    """The index behind the last line of speech.

    What a page says of its transcript is none, nor what stands above the conversation, too; nor, above those
    or a footer, the headings of other pages.
    """
    last = _last_turn(lines, conversation.turns).index
    above = {line.text for line in lines[: conversation.header_end] if is_prose(line.text)}
    end = len(lines)
    while end - 1 > last and (is_of_page(lines[end - 1].text) or lines[end - 1].text in above):
        end -= 1
    noted = last < conversation.turns[-1].index
    near = range(last + 1 if noted else max(last + 1, end - _MOST_BEHIND), end)
    headed = next((index for index in near if is_service(lines[index].text)), end)
    silent = not any(line.text.endswith(SPEECH_ENDS) for line in lines[headed + 1 : end])
    if end < len(lines) or noted or silent:
        end = headed
    end = next((index for index in range(last + 1, end) if _ends_speech(lines[index].text)), end)
    end = _closer_end(lines, conversation.turns, end)
    if end == len(lines) and footer_start(every) == len(every):
        return end
    said = [line.text for line in lines[conversation.turns[0].index : last + 1]]
    ended = sum(1 for text in said if text.endswith(SPEECH_ENDS))
    return with_related(lines, end, last) if ended >= len(said) / 2 else end


def _closer_end(lines: Sequence[Line], turns: Sequence[Labelled], end: int) -> int:
    """The same, where each line of what is said stands apart: before what touches, below the last turn."""
    at = {turn.index for turn in turns}
    first, last = turns[0].index, turns[-1].index
    close = {index for index in range(first, end - 1) if lines[index].touches(lines[index + 1])}
    labelled = all(turn.text for turn in turns)
    apart = sum(1 for index in range(first, last) if index not in close and (labelled or index + 1 not in at))
    if apart < _FEWEST_APART or any(index < last and index not in at for index in close):
        return end
    return min((index for index in close if index > last), default=end)


def _last_turn(lines: Sequence[Line], turns: Sequence[Labelled]) -> Labelled:
    """The last turn; below a heading such as “Show notes”, a label is what a reference begins with.

    So it is if the label stands once, and the line does not end as what is said does.
    """
    counts = Counter(turn.key() for turn in turns)
    spoken = [turn for turn in turns if counts[turn.key()] > 1 or turn.text.endswith(SPEECH_ENDS)]
    last = (spoken or turns)[-1].index
    below = lines[last + 1 : turns[-1].index]
    headed = any(is_service(line.text) or heads_citations(line.text) for line in below)
    return spoken[-1] if spoken and headed else turns[-1]


def _ends_speech(text: str) -> bool:
    return stands_below(text) or heads_citations(text)


def is_of_page(text: str) -> bool:
    """Whether a line belongs to the page around a transcript."""
    return is_around(text) or is_footer(text)
