"""What stands before a conversation: section, date, title, host and summary, in any order, some missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import read_names
from seedbed.read.furniture import is_button, is_menu, without_count
from seedbed.read.shape import is_prose
from seedbed.read.speakers import is_full_name
from seedbed.read.vocabulary import CONTENTS, SECTIONS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_DATE_LABEL = re.compile(
    r"(?:date|published|posted|recorded|aired|released|premiered|streamed(?: live)?|uploaded)(?: on)?"
    r"\s?[:：]?\s",
    re.IGNORECASE,
)
_HOST_LABEL = re.compile(
    r"(?:host|interviewer|moderator|presenter)s?\s?[:：]\s?|(?:hosted by|presented by|moderated by|by)\s",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6}\s+")
_TIME_OF_DAY = re.compile(r"\s(?:at )?\d{1,2}:\d\d|\s[•|·–—]\s")
_BEFORE_DATE = re.compile(r"\s?[,|•·–—-]\s")
_LONGEST_DATED = 120
_WORDS_OF_DAY = 3
_FOLLOWED = re.compile(r"\d[\d.,]* ?[kmb]? (?:subscribers|followers)", re.IGNORECASE)
"""What stands below the name of a channel, which stands below the title of its recording."""
_BULLETS = ("* ", "• ", "· ")
_LISTED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s.*|.*[\[(](?:\d{1,2}:)?\d{1,2}:\d\d[\])]", re.DOTALL)
"""What may be an entry of a list above a conversation: with a number before it, or a time behind it."""
_LISTS = frozenset(("summary keywords", "keywords", "speakers", "participants", "attendees"))
_FEWEST_LISTED = 2
_GUESTS = re.compile(
    r"(?:with(?: guests?)?|guests?|featuring|feat\.|in conversation with|panell?ists?\s?:|speakers?\s?:"
    r"|zu gast|gäste?\s?:|invité(?:e|s|es)?\s?:|invitad[oa]s?\s?:|ospiti?\s?:|gasten?\s?:)(?!\w)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?i:transcribed|conducted|produced|edited|recorded|interviewed|written|posted|published|hosted|presented"
    r"|moderated) by\b|(?i:heard|aired|broadcast) on\b|(?i:by) [^\W_a-z]"
)
"""How a line begins that says who made the recording or its text."""
_NAMED = re.compile(
    r"(?:an? )?(?:\w+ ){0,3}?(?:interview|conversation|discussion|dialogue|chat|q&a) (?:with|between|of)\b.+"
    r"|(?:hearing|briefing|debate|lecture) (?:on|about)\b.+"
    r"|(?:full |edited )?transcript (?:of|for)\b.+|(?=(?:\S+ ){3}).+ transcript"
    r"|(?:(?:episode|ep\.?|folge|épisode|episodio|capítulo|odcinek|avsnitt|aflevering) ?|#)?"
    r"\d{1,4}\s?[-–—:.|]\s.+",
    re.IGNORECASE | re.DOTALL,
)
"""How a conversation is named: "Interview with Ann Lee", "Hearing on Rain Transcript", "#12 – Rain"."""
_MOST_CANDIDATES = 4
"""Lines above a conversation that may be its title or its section; further up there are menus."""
_FIRST_WITHOUT_SPACES = "\u2e80"
"""Chinese and Japanese characters stand behind this one."""
_FEWEST_SIGNS = 5
_NUMBER = re.compile(r"(?:episode|ep\.?|no\.?|#|part|lecture|season \d+,? episode) ?\d+", re.IGNORECASE)
_QUOTED = re.compile(r"[“„\"][^“”\"]{9,}[”“\"]")
_DAY = re.compile(r"(?:\w+,? )?\d{1,2}\.? (?:de )?\w{3,12}\.? (?:de )?(?:1[89]|20)\d\d")
_MOST_SECTION_WORDS = 4


@dataclass(frozen=True, slots=True)
class Header:
    """What was found; lines that none of these hold are not read."""

    title: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    host: Claim[str] | None = None
    section: Claim[str] | None = None
    summary: tuple[Claim[str], ...] = ()


def read_header(seed: Seed, lines: Sequence[Line], turns: Sequence[str]) -> Header:
    """Sort the header's lines, given the labels of the turns below, one a turn.

    Dates, running text and the names of speakers tell themselves; only then what remains is taken by place.
    """
    listless = _without_lists(lines)
    lines = [Line(line.number, _HEADING.sub("", line.text)) for line in listless]
    speakers = {turn.casefold() for turn in turns}
    prose = {
        line.number: line.text
        for line in lines
        if is_prose(line.text) and line.text.casefold() not in speakers
    }
    summary = tuple(Claim(text, seed.span(number)) for number, text in prose.items())
    short = [line for line in lines if line.number not in prose and not _is_furniture(line.text)]
    date = next((Claim(date, seed.span(line.number)) for line in short if (date := _date(line.text))), None)
    dated = None if date else next(((line, found) for line in short if (found := _dated(line.text))), None)
    if dated:
        date = Claim(dated[1][1], seed.span(dated[0].number))
    undated = [line for line in short if date is None or line.number != date.span.first]
    host = _find_host(seed, undated, turns, speakers)
    taken = {claim.span.first for claim in (date, host) if claim is not None}
    rest = [line for line in short if line.number not in taken and not _is_about_people(line.text)]
    at = date.span.first if date else None
    title = _marked_title(listless, rest) or _named_title(rest, turns) or _above_channel(lines, rest)
    if title is None:
        title, section = _title_and_section(rest[-_MOST_CANDIDATES:], at)
    else:
        section = _section_beside(rest, title, at)
    if dated and (label := _HOST_LABEL.match(dated[1][0])) and is_full_name(dated[1][0][label.end() :]):
        host = host or Claim(dated[1][0][label.end() :], seed.span(dated[0].number))
    elif dated and section is None:
        section = Line(dated[0].number, dated[1][0])
    return Header(
        title=Claim(title.text, seed.span(title.number)) if title else None,
        date=date,
        host=host,
        section=Claim(section.text, seed.span(section.number)) if section else None,
        summary=summary,
    )


def _marked_title(lines: Sequence[Line], rest: Sequence[Line]) -> Line | None:
    """The one line that Markdown's sign marks as a heading, unless it names a section."""
    marked = [line.number for line in lines if _HEADING.match(line.text)]
    named = (line for line in rest if [line.number] == marked and not _names_a_section(line.text))
    return next(named, None)


def _named_title(rest: Sequence[Line], turns: Sequence[str]) -> Line | None:
    """The line that names one who speaks, and says more; else one that is named as conversations are.

    What names the host alone, with a word for what is published ("The Ann Lee Show"), is the whole series.
    A line in quotation marks is the title of which the one below tells what it is.
    """
    speakers = {turn.casefold() for turn in turns if is_full_name(turn)}
    spoken_of = (line for line in rest if _speaks_of(line.text, speakers))
    told = next(spoken_of, None)
    if told is not None:
        above = next((line for line in rest if line.number + 1 == told.number), None)
        return above if above is not None and _QUOTED.fullmatch(above.text) else told
    named = (line for line in rest if _NAMED.fullmatch(line.text) or _QUOTED.fullmatch(line.text))
    return next(named, None)


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


def _is_about_people(text: str) -> bool:
    """Whether a line says who is a guest or who made the recording, and is no title."""
    return bool(_GUESTS.match(text) or _CREDIT.match(text))


def _without_lists(lines: Sequence[Line]) -> list[Line]:
    """The lines without the lists that programs put above a transcript, each with its heading."""
    lists = {index for index, line in enumerate(lines) if line.text.casefold() in _LISTS}
    kept = [line for index, line in enumerate(lines) if index not in lists and index - 1 not in lists]
    kept = [line for line in kept if line.text.casefold().strip(" :") not in CONTENTS]
    kept = [line for line in kept if not line.text.startswith(_BULLETS)]
    listed = {line.number for line in kept if _LISTED.fullmatch(line.text) and find_date(line.text) is None}
    return kept if len(listed) < _FEWEST_LISTED else [line for line in kept if line.number not in listed]


def _is_furniture(text: str) -> bool:
    """Whether a line is no title: a button, a number, or a day in another language ("12. März 2025")."""
    return (
        is_button(text)
        or is_menu(text)
        or (find_date(text) is None and not any(map(str.isalpha, text)))
        or _NUMBER.fullmatch(text) is not None
        or (_DAY.fullmatch(text) is not None and find_date(text) is None)
    )


def _date(text: str) -> PartialDate | None:
    bare = without_count(text)
    stated = _DATE_LABEL.sub("", bare, count=1)
    found = find_date(text) or find_date(stated) or find_date(_TIME_OF_DAY.split(stated, maxsplit=1)[0])
    # Behind the count of views and the day, a site may put what the recording is about.
    return found or (find_date(" ".join(stated.split()[:_WORDS_OF_DAY])) if bare != text else None)


def _dated(text: str) -> tuple[str, PartialDate] | None:
    """What stands before a date on its line, and the date: "Beekeepers' Hour, 6 June 2019"."""
    for match in _BEFORE_DATE.finditer(text[:_LONGEST_DATED]):
        date = find_date(_DATE_LABEL.sub("", text[match.end() :], count=1))
        if date is not None and date.year is not None and date.month is not None:
            return text[: match.start()], date
    return None


def _find_host(
    seed: Seed, lines: Sequence[Line], turns: Sequence[str], speakers: AbstractSet[str]
) -> Claim[str] | None:
    """The line that says who is the host, or the name of one who speaks; of several, who speaks first.

    Where the turns have no full names ("HOST:"), the name that ends the header is the host's.
    """
    for line in lines:
        label = _HOST_LABEL.match(line.text)
        if label and _is_one_name(line.text[label.end() :]):
            return Claim(line.text[label.end() :], seed.span(line.number))
    named = [line for line in lines if line.text.casefold() in speakers]
    if len(named) > 1:
        named = [line for line in named if line.text.casefold() == turns[0].casefold()]
    elif not named and turns and len(lines) > 1 and not any(map(is_full_name, set(turns))):
        named = [lines[-1]] if is_full_name(lines[-1].text) else []
    return Claim(named[0].text, seed.span(named[0].number)) if named else None


def _is_one_name(text: str) -> bool:
    """Whether `text` is one person's full name, and not those of several who reported together."""
    return is_full_name(text) and (", " not in text or len(read_names(text).names) == 1)


def _title_and_section(rest: Sequence[Line], date: int | None) -> tuple[Line | None, Line | None]:
    """Title and section among the lines that are neither date, host nor running text.

    A section is known by its words ("Podcasts"), or stands above the date and the title, and is short.
    With more lines than that, what stands below the date is the title, or right above it and too long for a
    section; without a date both stay unknown.
    """
    named = next((line for line in rest if _names_a_section(line.text)), None)
    others = [line for line in rest if line is not named]
    if len(others) > 1 and date is not None and (below := [line for line in others if line.number > date]):
        above = [line for line in others if line.number < date]
        nearer = bool(above) and date - above[-1].number < below[0].number - date
        if nearer and len(above[-1].text.split()) > _MOST_SECTION_WORDS:
            return above[-1], above[-2] if above[:-1] else named
        return below[0], above[-1] if above else named
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


def _is_long_without_spaces(text: str) -> bool:
    """Whether `text` is in a script that parts no words, and longer than one of them."""
    wide = sum(1 for character in text if character > _FIRST_WITHOUT_SPACES)
    return wide > len(text) / 2 and wide >= _FEWEST_SIGNS


def _names_a_section(text: str) -> bool:
    words = text.casefold().split()
    return len(words) <= _MOST_SECTION_WORDS and words[-1] in SECTIONS
