"""Which line above a conversation is its title, and which names the section or series that it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from seedbed.read.talks.speakers import is_full_name
from seedbed.read.vocabulary import SECTIONS
from seedbed.text.lines import Line

_TITLE_LABEL = re.compile(
    r"(?:(?:episode |talk |interview )?title|episode)\s?[:：]\s(?=.*[^\W\d_])", re.IGNORECASE
)
_FOLLOWED = re.compile(r"\d[\d.,]* ?[kmb]? (?:subscribers|followers)", re.IGNORECASE)
"""What stands below the name of a channel, which stands below the title of its recording."""
_NAMED = re.compile(
    r"(?:an? )?(?:\w+ ){0,3}?(?:interview|conversation|discussion|dialogue|chat|q&a) (?:with|between|of)\b.+"
    r"|(?:hearing|briefing|debate|lecture) (?:on|about)\b.+"
    r"|(?:full |edited )?transcript (?:of|for)\b.+|(?=(?:\S+ ){3}).+ transcript"
    r"|(?:(?:lecture|seminar|session|class|episode|ep\.?"
    r"|folge|épisode|episodio|capítulo|odcinek|avsnitt|aflevering) ?|#)?"
    r"\d{1,4}\s?[-–—:.|]\s.+"
    r"|.{10,90} (?:podcast|show|episode|ep\.?) ?#\d{1,4}",
    re.IGNORECASE | re.DOTALL,
)
"""How a conversation is named: "Interview with Ann Lee", "Hearing on Rain Transcript", "#12 – Rain"."""
_MOST_CANDIDATES = 4
"""Lines above a conversation that may be its title or its section; further up there are menus."""
_FIRST_WITHOUT_SPACES = "\u2e80"
"""Chinese and Japanese characters stand behind this one."""
_FEWEST_SIGNS = 5
_QUOTED = re.compile(r"[“„\"][^“”\"]{9,}[”“\"]")
_BETWEEN_SPEAKERS = re.compile(
    r",? (?:in conversation with|talks? (?:to|with)|speaks? (?:to|with)|interviews|with|and|&) |, "
)
"""What stands between the names of those who speak with each other."""
_MOST_SECTION_WORDS = 4
_FEWEST_ABOVE = 2


class Places(NamedTuple):
    """The numbers of the header's lines that tell which others may be its title.

    Attributes:
        date: The line that states the date.
        prose: The first of running text; show notes stand below it more often than titles do.
        marked: Those that Markdown's signs mark as headings.
    """

    date: int | None
    prose: int
    marked: Sequence[int]


def find_title(
    lines: Sequence[Line], rest: Sequence[Line], turns: Sequence[str], places: Places
) -> tuple[Line | None, Line | None]:
    """The title and the section among the lines of a header.

    Args:
        lines: All of them.
        rest: Those that are neither date, host, running text, nor furniture.
        turns: The labels of the turns below.
        places: Where the others stand.
    """
    title = (
        _marked_title(places.marked, rest)
        or _labelled_title(rest)
        or _named_title(rest, turns)
        or _above_channel(lines, rest)
        or _repeated_title(rest)
    )
    if title is None:
        head = [line for line in rest if line.number < places.prose]
        return _title_and_section((head or rest)[-_MOST_CANDIDATES:], places)
    section = _section_beside(rest, title, places.date)
    label = _TITLE_LABEL.match(title.text)
    return Line(title.number, title.text[label.end() :] if label else title.text), section


def _marked_title(marked: Sequence[int], rest: Sequence[Line]) -> Line | None:
    """The one line that Markdown's sign marks as a heading, unless it names a section."""
    return next((line for line in rest if [line.number] == marked and not _names_a_section(line.text)), None)


def _labelled_title(rest: Sequence[Line]) -> Line | None:
    """The line that says that it is the title ("Episode: Rain on Roofs")."""
    return next((line for line in rest if _TITLE_LABEL.match(line.text)), None)


def _repeated_title(rest: Sequence[Line]) -> Line | None:
    """The longest of the lines that stand there twice: over the page, and beside what plays the recording."""
    counts = Counter(line.text for line in rest)
    twice = [
        line for line in rest if counts[line.text] > 1 and len(line.text.split()) > _MOST_SECTION_WORDS - 1
    ]
    return max(twice, key=lambda line: len(line.text), default=None)


def _named_title(rest: Sequence[Line], turns: Sequence[str]) -> Line | None:
    """The line that names one who speaks, and says more; else one that is named as conversations are.

    What names the host alone, with a word for what is published ("The Ann Lee Show"), is the whole series.
    A line in quotation marks is the title of which the one below tells what it is; so is a longer one over
    who speaks with whom.
    """
    speakers = {turn.casefold() for turn in turns if is_full_name(turn)}
    spoken_of = (line for line in rest if _speaks_of(line.text, speakers))
    told = next(spoken_of, None)
    if told is not None:
        above = next((line for line in rest if line.touches(told)), None)
        return above if above is not None and _is_title_over(above.text, told.text) else told
    named = (line for line in rest if _NAMED.fullmatch(line.text) or _QUOTED.fullmatch(line.text))
    return next(named, None)


def _is_title_over(text: str, told: str) -> bool:
    """Whether a line is the title over another, `told`, that names people."""
    if _QUOTED.fullmatch(text):
        return True
    long = len(text.split()) > _MOST_SECTION_WORDS and not _names_a_section(text)
    names = [part for part in _BETWEEN_SPEAKERS.split(told) if part]
    return long and len(names) > 1 and all(map(is_full_name, names))


def _above_channel(lines: Sequence[Line], rest: Sequence[Line]) -> Line | None:
    """The title over the channel that published a recording, which says how many follow it."""
    followed = next((at for at, line in enumerate(lines) if _FOLLOWED.fullmatch(line.text)), 0)
    above = lines[followed - 2] if followed > 1 else None
    return above if above in rest else None


def _speaks_of(text: str, speakers: AbstractSet[str]) -> bool:
    """Whether a line holds the name of one who speaks, and more, and is no name of a series."""
    stated = text.casefold()
    name = next((name for name in speakers if name in stated), "")
    return bool(name) and len(stated.replace(name, " ").split()) > 1 and not _names_a_section(text)


def _section_beside(rest: Sequence[Line], title: Line, date: int | None) -> Line | None:
    """The section that stands beside a title: known by its words, or short and alone above the date."""
    others = [line for line in rest if line.text != title.text]
    above = [line for line in others if line.number < title.number]
    alone = len(above) == 1 and date is not None and above[0].number < date
    unknown = above[0] if alone and len(above[0].text.split()) <= _MOST_SECTION_WORDS else None
    return next((line for line in others if _names_a_section(line.text)), unknown)


def _title_and_section(rest: Sequence[Line], places: Places) -> tuple[Line | None, Line | None]:
    """Title and section among the lines that are neither date, host nor running text.

    A section is known by its words ("Podcasts"), or stands above the date and the title, and is short.
    With more lines than that, what stands below the date is the title, or right above it and too long for a
    section; without a date both stay unknown.
    """
    sections = [line for line in rest if _names_a_section(line.text)]
    others = [line for line in rest if line not in sections]
    if others or not sections:
        named = max(sections, key=lambda line: len(line.text.split()), default=None)
    else:
        named, *others = sections
    others = [line for line in others if named is None or line.text != named.text]
    date = places.date
    if len(others) > 1 and date is not None and (found := _about_date(others, places, date, named)):
        return found
    match others:
        case ():
            return None, named
        case [only]:
            # One word over a date may as well be a section that we do not know.
            word = " " not in only.text and not _is_long_without_spaces(only.text)
            unsure = named is None and date is not None and only.number < date and word
            return (None if unsure else only), named
        case [first, second] if named is None:
            shorter = len(first.text.split()) <= min(_MOST_SECTION_WORDS, len(second.text.split()) - 1)
            return (second, first) if shorter else (first, None)
        case _:
            below = [line for line in others if named is not None and line.number > named.number]
            return (below[0] if below else None), named


def _about_date(
    others: Sequence[Line], places: Places, date: int, named: Line | None
) -> tuple[Line, Line | None] | None:
    """Title and section where lines stand below the date, or several above it with a long one last.

    That touches the date; or it stands apart from what is above it, and over the summary.
    """
    above = [line for line in others if line.number < date]
    below = [line for line in others if line.number > date]
    long = bool(above) and len(above[-1].text.split()) > _MOST_SECTION_WORDS
    if below:
        nearer = bool(above) and date - above[-1].number < below[0].number - date
        if nearer and long:
            return above[-1], above[-2] if above[:-1] else named
        return below[0], above[-1] if above else named
    if not long or len(above) <= _FEWEST_ABOVE:
        return None
    apart = not above[-2].touches(above[-1])
    summed_up = apart and above[-1].number + 1 == places.prose < date
    return (above[-1], named) if summed_up or above[-1].number + 1 == date else None


def _is_long_without_spaces(text: str) -> bool:
    """Whether `text` is in a script that parts no words, and longer than one of them."""
    wide = sum(1 for character in text if character > _FIRST_WITHOUT_SPACES)
    return wide > len(text) / 2 and wide >= _FEWEST_SIGNS


def _names_a_section(text: str) -> bool:
    words = text.casefold().split()
    return len(words) <= _MOST_SECTION_WORDS and words[-1] in SECTIONS
