"""What stands before a conversation: section, date, title, host and summary, in any order, some missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.record import Casting
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_buttons
from seedbed.read.claims import claim_of
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.furniture import is_button, is_menu, without_count
from seedbed.read.shape import is_prose, is_single_sentence
from seedbed.read.talks.cast import as_written, read_cast
from seedbed.read.talks.notices import is_around, is_sponsored, stands_below
from seedbed.read.talks.speakers import is_full_name
from seedbed.read.talks.titles import Places, find_title
from seedbed.read.vocabulary import CONTENTS, TITLE_WORDS
from seedbed.text.dates import find_date, find_month
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line
from seedbed.text.months import MONTH
from seedbed.text.words import is_common

_DATE_LABEL = re.compile(
    r"(?:(?:(?:episode|air|release|recording|interview|publication|broadcast) )?date|published|posted"
    r"|recorded|aired|released|premiered|streamed(?: live)?|uploaded)(?: on)?\s?[:：]?\s",
    re.IGNORECASE,
)
_DATE_ALONE = re.compile(rf"{_DATE_LABEL.pattern[:-2]}", re.IGNORECASE)
_SIGN_BEFORE = re.compile(r"^[^\w\s(\[“\"]{1,3} (?=\w)")
"""A picture of a calendar before a day."""
_OPENING_DAY = re.compile(rf"(?:{_DATE_LABEL.pattern})(?P<day>{MONTH} \d{{1,2}}, \d{{4}})", re.IGNORECASE)
_EPISODE_BEHIND = re.compile(r" (?:[^\W\d]\w* )?(?:season \d+,? )?episode \d+$", re.IGNORECASE)
"""What some sites put behind the day, on its line."""
_HOST_LABEL = re.compile(
    r"(?:host|instructor|interviewer|lecturer|moderator|presenter|anchor|facilitator|chair(?:man|woman|person)?)s?"
    r"\s?[:：]\s?"
    r"|(?:hosted by|presented by|moderated by|by)\s",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6}\s+")
_BRACKETED = re.compile(r" \([^()]{1,40}\)$")
"""What a label says of its speaker behind the name: "Ann Lee (host)"."""
_DOTTED = re.compile(r"(?:[^\W\d_]\. ?){1,4}")
_HOSTS = frozenset(("host", "interviewer", "moderator", "presenter"))
_BOLD = re.compile(r"^\*\*([^*]{1,200})\*\*")
_TIME_OF_DAY = re.compile(r"\s(?:at )?\d{1,2}:\d\d|\s[•|·–—]\s")
_BEFORE_DATE = re.compile(r"\s?[,|•·–—-]\s")
_BAR = re.compile(r"\s[|•·]\s")
_LONGEST_DATED = 120
_WORDS_OF_DAY = 3
_LEGEND = re.compile(r"[^=]{1,40} = \S")
_ENTRIES = re.compile(r" (?:[|›»]|>) ")
_FEWEST_ENTRIES = 3
"""So many entries beside each other are a menu, or the way to the page."""
_BACK = ("←", "‹", "«")
"""How a line begins that leads back to where the page is listed."""
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
_PANEL = "Panel: "
_CREDIT = re.compile(
    r"(?i:transcribed|conducted|produced|edited|recorded|interviewed|written|posted|published|hosted|presented"
    r"|moderated) by\b|(?i:heard|aired|broadcast) on\b|(?i:by) [^\W_a-z]"
)
"""How a line begins that says who made the recording or its text."""
_NUMBER = re.compile(
    r"(?:(?:\w+ )?episode|ep\.?|no\.?|#|part|lecture|season \d+,? episode) ?\d+", re.IGNORECASE
)
_DAY = re.compile(r"(?:\w+,? )?\d{1,2}\.? (?:de )?\w{3,12}\.? (?:de )?(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """What was found; lines that none of these hold are not read."""

    title: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    host: Claim[str] | None = None
    section: Claim[str] | None = None
    summary: tuple[Claim[str], ...] = ()
    cast: tuple[Claim[Casting], ...] = ()


def read_header(seed: Seed, lines: Sequence[Line], turns: Sequence[str]) -> Header:
    """Sort the header's lines, given the labels of the turns below, one a turn.

    Dates, running text and the names of speakers tell themselves; only then what remains is taken by place.
    """
    cast = read_cast(seed, lines, turns)
    named = {claim.span.first for claim in cast}
    listless = _without_lists([line for line in lines if line.number not in named])
    lines = [Line(line.number, _BOLD.sub(r"\1", _HEADING.sub("", line.text))) for line in listless]
    turns = [_BRACKETED.sub("", turn) or turn for turn in turns]
    speakers = {turn.casefold() for turn in turns}
    lines = [line for line in lines if not is_around(line.text) and not is_sponsored(line.text)]
    prose = {
        line.number: line.text
        for line in lines
        if is_prose(line.text) and line.text.casefold() not in speakers and _date(line.text) is None
    }
    summary = tuple(_summary(seed, lines, prose))
    short = [line for line in lines if line.number not in prose and not _is_furniture(line.text)]
    date, before = _find_date(seed, short, prose)
    undated = [line for line in short if date is None or line.number != date.span.first]
    host = _find_host(seed, undated, turns, speakers)
    taken = {claim.span.first for claim in (date, host) if claim is not None}
    rest = [
        line
        for line in short
        if line.number not in taken
        and not _is_beside_title(line.text)
        and not _says_who_speaks(line.text, speakers)
    ]
    at = date.span.first if date else None
    marked = [line.number for line in listless if _HEADING.match(line.text)]
    title, section = find_title(lines, rest, turns, Places(at, min(prose, default=0), marked))
    if title is None and (title := _sentence_title(prose, taken)) is not None:
        summary = tuple(claim for claim in summary if claim.span.first != title.number)
    if before and (label := _HOST_LABEL.match(before.text)) and is_full_name(before.text[label.end() :]):
        host = host or Claim(before.text[label.end() :], seed.span(before.number))
    else:
        section = section or before
    return Header(
        title=claim_of(seed, title) if title else None,
        date=date,
        host=host,
        section=claim_of(seed, section) if section else None,
        summary=summary,
        cast=(*cast, *as_written(seed, lines, turns)),
    )


def _find_date(
    seed: Seed, short: Sequence[Line], prose: Mapping[int, str]
) -> tuple[Claim[PartialDate] | None, Line | None]:
    """The day: a line alone, behind something else on its line (which is given, too), or opening a text."""
    for line in short:
        if (date := _date(line.text)) is not None:
            return Claim(date, seed.span(line.number)), None
    for line in short:
        if (dated := _dated(line.text)) is not None:
            return Claim(dated[1], seed.span(line.number)), Line(line.number, dated[0])
    days = ((day, number) for number, text in prose.items() if (day := _opening_day(text)))
    return next((Claim(day, seed.span(number)) for day, number in days), None), None


def _summary(seed: Seed, lines: Sequence[Line], prose: Mapping[int, str]) -> Iterator[Claim[str]]:
    """The running text down to where comments stand, or what is related."""
    first = min(prose, default=0)
    others = (line.number for line in lines if line.number > first and stands_below(line.text))
    end = next(others, None)
    yield from (Claim(text, seed.span(n)) for n, text in prose.items() if end is None or n < end)


def _sentence_title(prose: Mapping[int, str], taken: AbstractSet[int]) -> Line | None:
    """A title that reads like a sentence: short, and above a date or a host that stand over the summary."""
    numbers = sorted(prose)
    if len(numbers) < len(("title", "summary")) or not is_single_sentence(prose[numbers[0]]):
        return None
    first, second = numbers[:2]
    return Line(first, prose[first]) if any(first < number < second for number in taken) else None


def _is_beside_title(text: str) -> bool:
    """Whether a line is no title: a menu, or who is a guest, made the recording, or has which label."""
    listed = len(_ENTRIES.split(text)) >= _FEWEST_ENTRIES
    panel = text.startswith(_PANEL) and ", " in text and is_name_list(text.removeprefix(_PANEL))
    return bool(listed or panel or _GUESTS.match(text) or _CREDIT.match(text) or _LEGEND.match(text))


def _says_who_speaks(text: str, speakers: AbstractSet[str]) -> bool:
    """Whether a line says where one who speaks works: "Dr. Ann Lee, Rain Laboratory"."""
    name, comma, _ = text.partition(",")
    if not comma or ":" in name or not is_full_name(name):
        return False
    words = set(name.casefold().split())
    return any(words.issuperset(speaker.split()) for speaker in speakers)


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
        or (" " in text and is_buttons(text))
        or (find_date(text) is None and not any(map(str.isalpha, text)))
        or text.endswith((":", "："))
        or text.startswith(_BACK)
        or text.casefold().split()[-1] in TITLE_WORDS
        or bool(find_addresses(text))
        or _DATE_ALONE.fullmatch(text) is not None
        or _NUMBER.fullmatch(text) is not None
        or (_DAY.fullmatch(text) is not None and _date(text) is None)
    )


def _date(text: str) -> PartialDate | None:
    bare = _EPISODE_BEHIND.sub("", without_count(_SIGN_BEFORE.sub("", text)))
    stated = _DATE_LABEL.sub("", bare, count=1)
    found = find_date(text) or find_date(stated) or find_date(_TIME_OF_DAY.split(stated, maxsplit=1)[0])
    # Behind the count of views and the day, a site may put what the recording is about.
    return found or (find_date(" ".join(stated.split()[:_WORDS_OF_DAY])) if stated != text else None)


def _opening_day(text: str) -> PartialDate | None:
    """The day that running text begins with, after a label, even where nothing parts the two."""
    match = _OPENING_DAY.match(text)
    return find_date(match["day"]) if match else None


def _dated(text: str) -> tuple[str, PartialDate] | None:
    """What stands before a date on its line, and the date: "Beekeepers' Hour, 6 June 2019"."""
    for match in _BEFORE_DATE.finditer(text[:_LONGEST_DATED]):
        stated = _BAR.split(text[match.end() :], maxsplit=1)[0]
        date = find_month(_DATE_LABEL.sub("", stated, count=1))
        if date is not None:
            return text[: match.start()], date
    return None


def _find_host(
    seed: Seed, lines: Sequence[Line], turns: Sequence[str], speakers: AbstractSet[str]
) -> Claim[str] | None:
    """The line that says who is the host, or the name of one who speaks; of several, who speaks first.

    Where the host's turns have no full name ("HOST:"), the name that ends the header is the host's.
    """
    for line in lines:
        label = _HOST_LABEL.match(line.text)
        if label and _is_one_name(line.text[label.end() :]):
            return Claim(line.text[label.end() :], seed.span(line.number))
    named = [line for line in lines if line.text.casefold() in speakers]
    if len(named) > 1:
        named = [line for line in named if line.text.casefold() == turns[0].casefold()]
    elif not named and turns and len(lines) > 1 and _is_host_unnamed(turns):
        named = [lines[-1]] if _may_be_host(lines[-1].text) else []
    return Claim(named[0].text, seed.span(named[0].number)) if named else None


def _is_host_unnamed(turns: Sequence[str]) -> bool:
    """Whether no turn has a full name, or who speaks first is called by what they do alone."""
    return turns[0].casefold() in _HOSTS or not any(
        is_full_name(turn) and _DOTTED.fullmatch(turn) is None for turn in set(turns)
    )


def _may_be_host(text: str) -> bool:
    """Whether a line is one name, without a label and not of common words alone ("Relevant Links")."""
    common = all(is_common(word.casefold().strip(".,")) for word in text.split())
    return _is_one_name(text) and ":" not in text and "=" not in text and not common


def _is_one_name(text: str) -> bool:
    """Whether `text` is one person's full name, and not those of several who reported together."""
    return is_full_name(text) and (", " not in text or len(read_names(text).names) == 1)
