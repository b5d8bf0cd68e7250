"""Lines that may begin a turn: a speaker's label, in any of the forms that transcripts have, and its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seedbed.read.creators import begins_high
from seedbed.read.talks.clock import CLOCK, UNTIL, is_time, is_time_of_day, seconds, split_time
from seedbed.read.vocabulary import FUNCTION_WORDS, OPENERS, PARTICLES, ROLES
from seedbed.text.lines import Line

LONGEST_LABEL = 70
_MOST_LABEL_WORDS = 9
MOST_NAME_WORDS = 5
_OPENING = 200
"""No label, with what stands around it, has more characters than this."""

_DAY_IN_DIGITS = re.compile(r"\d[./-]\d")
_STAMP = re.compile(
    rf"\[?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},? {CLOCK}(?: ?[ap]\.?m\.?)?(?:\]| -) (?=\S)", re.IGNORECASE
)
"""The day and the time before each message of a chat, which is no time of a recording."""
_LEAD = re.compile(
    rf"(?:\\?[\[(]?(?P<time>{CLOCK})(?:{UNTIL}{CLOCK})? ?\\?[\])]?(?: ?[-–—|:] ?| ?))?"
    r"(?P<arrows>>{2,3} ?)?(?P<bold>\*\*|__)?"
)
_BRACKETED_NAME = re.compile(rf"\[(?P<label>[^\[\]\d:]{{2,70}})\] (?P<time>{CLOCK})")
_IN_BRACKETS = re.compile(r"\[(?P<label>[^\[\]:：]{2,70})\][:：] ?")
"""As programs that tell voices apart name them: "[SPEAKER_01]: Yes"."""
_CHAT = re.compile(
    rf"(?P<time>{CLOCK}) from (?P<label>[^:：]{{2,70}}?) to (?:everyone|[^:：]{{2,70}}?)"
    r"(?: ?\([^():]{2,30}\))?[:：] ?",
    re.IGNORECASE,
)
"""As Zoom saves what is written beside a meeting."""
_BOLD = re.compile(
    rf"(?P<label>[^:：*_]{{1,70}}?)(?: ?[\[(](?P<time>{CLOCK})[\])])?"
    rf"(?:[:：] ?(?:\*\*|__)|(?:\*\*|__) ?(?: ?[\[(](?P<late>{CLOCK})[\])])? ?[:：])"
)
_BOLD_TIMED = re.compile(
    rf"(?P<label>[^:：*_]{{1,70}}?)(?:\*\*|__) ?"
    rf"(?:[\[(]?(?P<time>{CLOCK}) ?[\])]?$|\\?[\[(](?P<late>{CLOCK}) ?\\?[\])] (?=\S))"
)
_TIMED = re.compile(
    rf"(?P<label>[^:：]{{1,70}}?)(?:,? [\[(]?(?P<time>{CLOCK})(?!:?\d) ?[\])]? ?(?:[:：]|$)"
    rf"|[:：] ?[\[(]?(?P<late>{CLOCK}) ?[\])]?$| \[(?P<inner>{CLOCK})\] (?=\S))"
)
_COLON = re.compile(r"(?P<label>[^:：]{1,70})(?:[:：]$|:(?=\s)|：|:(?=[^\s/\d]))")
_CAPITALS = r"[A-Z][A-Z'’-]{1,30}"
_OF_RECORD = re.compile(
    rf"(?P<label>(?:The|[A-Z][a-z]{{1,20}}\.?) {_CAPITALS}(?: {_CAPITALS})?(?: of [A-Z][a-z]{{2,20}})?"
    rf"|{_CAPITALS}(?: {_CAPITALS}){{1,2}})\. (?=[^\s\d])"
)
"""As records of hearings name who speaks: "Mr. ROE. Thank you", "CHAIR ROE. Thank you"."""
_BEHIND_NAME = re.compile(r", (?:(?:co-?)?host|byline|anchor|correspondent|reporter)$", re.IGNORECASE)
"""What radio writes behind a name: "ANN LEE, HOST: From Cork"."""
_SPELT_TIME = re.compile(r" [\[(](?:\d{1,2} ?h ?)?(?:\d{1,3} ?m(?:in)? ?)?(?:\d{1,2} ?s(?:ec)?)?[\])]$")
_ROLE_BEHIND = re.compile(r"(?P<name>[^()\[\]]{2,60}?) [(\[](?P<role>[^()\[\]]{2,40})[)\]]")
_BEFORE_NAME = re.compile(r"^[(\[][^()\[\]]{2,30}[)\]] (?=[^\W\d_])")
_CAPITAL = r"[A-Z][A-Z.'’-]{0,30}"
_POST = re.compile(rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}}), [A-Z][A-Z0-9 .,'’&/()-]{{2,50}}")
_SMALL_WORDS = frozenset(("'t", "’t", "'s", "’s"))
"""Words inside a name that are a small letter, as in "van 't Hoff"."""
BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""What says more of a speaker: "Ann Lee (host)"."""
_LAST_INITIAL = re.compile(r"[^\W\d_a-z]\w+ [A-Z]\.$")
"""As in "Uma R."."""
_BULLETS = ("• ", "· ", "* ", "- ")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that may begin a turn.

    Attributes:
        index: Which of the lines it is, counted from 0.
        label: The speaker's label; empty where only arrows (">>") say that somebody else speaks.
        text: What stands behind it; perhaps nothing.
        time: Seconds from the start, where the line states them.
        timed: Where the line holds a name and a time and nothing else, on which side of the name the time
            stands: "before" or "behind"; else empty.
        bold: Whether Markdown's signs make the label bold.
    """

    index: int
    label: str
    text: str
    time: int | None = None
    timed: str = ""
    bold: bool = False

    def key(self) -> str:
        """The label without regard to case; two lines with one key have one speaker."""
        return self.label.casefold()


def find_labelled(lines: Sequence[Line]) -> list[Labelled]:
    """The lines that begin with what has the shape of a speaker's label.

    What stands once, before an address alone, says what that leads to, as show notes do, and speaks nowhere.
    """
    found = []
    for index, line in enumerate(lines):
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        labelled = _above_time(index, line.text, below) or _read(index, line.text)
        if labelled is not None and (not labelled.label or has_label_shape(labelled.label)):
            found.append(labelled)
    counts = Counter(one.key() for one in found)
    return [one for one in found if counts[one.key()] > 1 or not _is_address(one.text)]


def _is_address(text: str) -> bool:
    return "://" in text and " " not in text


def has_label_shape(label: str) -> bool:
    """A few words that begin as names do; what stands in brackets is free."""
    outside = BRACKETED.sub(" ", label)
    words = outside.split()
    if (
        not words
        or len(words) > _MOST_LABEL_WORDS
        or not words[0][0].isalnum()
        or any(m in outside for m in '"“”!?;()[]…*')
        or _DAY_IN_DIGITS.search(outside)
    ):
        return False
    sentence_inside = any(word.endswith(".") and len(word) > len("Messrs.") for word in words[:-1])
    role = len(words[0]) > 1 and words[0].casefold() in ROLES  # "A" may be an article
    return (
        not sentence_inside
        and _begins_high(words[0])
        and all(
            _begins_high(word) or word in PARTICLES or word[0].isdigit() or word == "&" or role
            for word in words[1:]
        )
    )


def _above_time(index: int, text: str, below: str) -> Labelled | None:
    """A name over the time of day at which its bearer wrote what stands below, as chats have it."""
    if not is_time_of_day(below) or not may_stand_alone(text):
        return None
    return Labelled(index, text, "", seconds(below), "behind")


def _read(index: int, text: str) -> Labelled | None:
    if text[:2] in _BULLETS:
        listed = _read(index, text[2:])
        return listed if listed is not None and listed.timed else None
    stamp = _STAMP.match(text)
    if stamp is not None:
        written = _COLON.match(text, stamp.end(), stamp.end() + LONGEST_LABEL + 2)
        return Labelled(index, written["label"], text[written.end() :].strip()) if written else None
    opening = text[:_OPENING]
    if named := _BRACKETED_NAME.fullmatch(opening):
        return Labelled(index, named["label"], "", seconds(named["time"]), timed="behind")
    if chat := _CHAT.match(opening):
        return Labelled(index, chat["label"], text[chat.end() :], seconds(chat["time"]))
    lead = _LEAD.match(opening)
    start = lead.end() if lead else 0
    time = lead["time"] if lead else None
    if lead and lead["bold"]:
        match = _BOLD.match(opening, start) or _BOLD_TIMED.match(opening, start)
    else:
        match = (
            _TIMED.match(opening, start)
            or _IN_BRACKETS.match(opening, start)
            or _COLON.match(opening, start, start + LONGEST_LABEL + 2)
            or _OF_RECORD.match(opening, start)
        )
    if match is None or (lead and lead["arrows"] and not has_label_shape(match["label"].strip(" -–—"))):
        return _read_unlabelled(index, text, lead, start)
    parts = match.groupdict()
    stated = next((parts[part] for part in ("time", "late", "inner") if parts.get(part)), time)
    within, said = split_time(text[match.end() :].strip())
    alone = not said and bool(stated) and match.re in {_TIMED, _BOLD_TIMED}
    if not stated and is_time(said):
        stated, said, alone = said, "", True
    clock = seconds(stated) if stated else within
    bold = bool(lead and lead["bold"])
    return Labelled(index, _without_post(match["label"]), said, clock, "behind" if alone else "", bold=bold)


def _without_post(label: str) -> str:
    """The name alone, of "ANN LEE, HOST", "BO EK, STATE PREMIER", "(Cold open) Bo Ek", "Bo Ek [2m05s]"."""
    name = _BEFORE_NAME.sub("", _BEHIND_NAME.sub("", _SPELT_TIME.sub("", label.strip(" -–—"))))
    post = _POST.fullmatch(name)
    return post["name"] if post else without_role(name)


def without_role(label: str) -> str:
    """A name without what stands behind it in brackets, as "(host)"; what is no name, with that."""
    match = _ROLE_BEHIND.fullmatch(label)
    named = match is not None and match["name"].split()[0].casefold() not in ROLES
    is_role = match is not None and (match["role"][0].islower() or match["role"].casefold() in ROLES)
    return str(match["name"]) if match and named and is_role else label


def _read_unlabelled(index: int, text: str, lead: re.Match[str] | None, start: int) -> Labelled | None:
    """A name that only a time stands before; or what arrows say somebody else says."""
    time = seconds(lead["time"]) if lead and lead["time"] else None
    if lead and lead["arrows"] and text[start:]:
        return Labelled(index, "", text[start:], time)
    if time is None or not may_stand_alone(text[start:]):
        return None
    return Labelled(index, text[start:], "", time, "before")


def may_stand_alone(text: str) -> bool:
    """Whether a whole line may be a speaker's label: a name, or a single word in capitals or of a role."""
    stopped = text.endswith((".", ",")) and _LAST_INITIAL.search(text) is None
    if len(text) > LONGEST_LABEL or stopped or ":" in text or "：" in text:
        return False
    if text[:1].isdigit():
        return False
    words = text.split()
    first = words[0].casefold() if words else ""
    if not words or len(words) > MOST_NAME_WORDS or not has_label_shape(text):
        return False
    if first in OPENERS or (first in FUNCTION_WORDS and first not in ROLES):
        return False
    return len(words) > 1 or text.isupper() or first in ROLES


def _begins_high(word: str) -> bool:
    """Whether a word of a label begins with a capital, also behind a small letter, as in "iPhone of Ann"."""
    return word in _SMALL_WORDS or begins_high(word) or (word[:1].islower() and word[1:2].isupper())
