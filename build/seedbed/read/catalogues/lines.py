"""What a line of a catalogue's page may be: each tells the value that a line has, or that it has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.catalogues.glued_names import parted_names, without_repetition
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.references.names import inverted_names, listed_names
from seedbed.read.references.vancouver import NAME, vancouver_names
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.text.dates import find_date
from seedbed.text.months import MONTH

DAY = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},|{MONTH})? ?(?:19|20)\d\d"
"""A date, its year at least, as a regular expression for `re.IGNORECASE`."""

Take = Callable[[str], str | None]

_OTHERS = re.compile(
    r",? ?(?:\+ ?\d+ authors?|\[(?:\.\.\.|…)\]|…|\.\.\.),?(?: ?(?:and|&) )? ?", re.IGNORECASE
)
_NOTES = re.compile(
    r"View ORCID Profile|(?<=[^\W\d_.])(?: #(?=[ ,]|$))?(?: \d{1,2}\b)*(?=,|$)|\((?:dir|eds?)\.?\)"
    r"|\s*\([^()]{2,160}\)(?=[,;]|$| and | & | et al)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r" [|·•] ")
_ICONS = re.compile(r"(?: (?:pdf|html?|hmtl) icon)+$", re.IGNORECASE)
_VANCOUVER = re.compile(rf"{NAME}(?:, {NAME})*(?P<others>,? et al)?(?:; (?P<group>[^;.]{{3,120}}))?\.?")
_TOGETHER = r"(?i:collaborations?|collaborators|consortium|groups?|investigators|network|team)"
_GROUP = re.compile(rf"(?P<group>[^\W\d_a-z][^•]{{2,160}} {_TOGETHER}) • ")
"""Who wrote a paper together, in front of the first name: "ATLAS Collaboration • Ann Lee et al."."""
_GROUP_BEHIND = re.compile(rf"; (?P<group>[^\W\d_a-z][^;]{{2,160}} {_TOGETHER})$")
"""The same behind names that commas part: "Ann Lee 1, Bo Ek 2; Rain Study Group"."""
_MOST_NAME_WORDS = 6
_LONGEST_SHORT = 200
_FEWEST_WORDS = 12


def title(text: str) -> str | None:
    """A title: neither a date, nor buttons, nor longer than one."""
    plain = _ICONS.sub("", text)
    fits = len(text) <= LONGEST_HEADING and any(map(str.isalpha, plain)) and find_date(text) is None
    return (
        plain.removesuffix(".") if fits and not is_buttons(text) and not text.endswith((":", "…")) else None
    )


def translated_title(text: str) -> str | None:
    """A title, or one in square brackets, which somebody translated."""
    return title(text.removesuffix(".").strip("[]") if text.startswith("[") and "]" in text[-2:] else text)


def names(text: str) -> str | None:
    """Names on one line."""
    return text if stated_names([text]) is not None else None


def glued_names(text: str) -> str | None:
    """Names on one line, with nothing between them; empty where it is not sure where they part."""
    parted = parted_names(text)
    if parted is None:
        return "" if is_name_list(text) else None
    return parted if names(parted) is not None else None


def name(text: str) -> str | None:
    """One full name on a line of its own, perhaps twice, or the mark that some are left out."""
    text = without_repetition(text)
    if text in {"…", "...", "[…]", "[...]", ",", "and", "&"}:
        return text
    words = text.strip(" ,").split()
    several = len(read_names(text.strip(" ,")).names) > 1
    return text if 1 < len(words) <= _MOST_NAME_WORDS and is_name_list(text) and not several else None


def prose(text: str) -> str | None:
    """Running text."""
    return text if len(text.split()) >= _FEWEST_WORDS or is_prose(text) else None


def snippet(text: str) -> str | None:
    """Running text that is cut off, at one end at least."""
    return text if text.endswith(("…", "...")) or text.startswith("…") else None


def day(text: str) -> str | None:
    """A date, its year at least."""
    date = find_date(text)
    return text if date is not None and date.year is not None else None


def where(text: str) -> str | None:
    """Where and when a paper appeared: short, with a year."""
    return text if len(text) <= _LONGEST_SHORT and stated_year(text) is not None else None


def venue(text: str) -> str | None:
    """Where a paper appeared: a short line that is neither a date nor running text."""
    short = len(text) <= _LONGEST_SHORT and find_date(text) is None
    return text if short and not is_prose(text.rstrip("…")) and any(map(str.isalpha, text)) else None


def unnamed(text: str) -> str | None:
    """Where a paper appeared, if it cannot be somebody's names."""
    return venue(text) if listed_names(text) is None else None


def like(pattern: str) -> Take:
    """A line that is as `pattern` says; its value is the pattern's group, where it has one."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def take(text: str) -> str | None:
        match = compiled.fullmatch(text)
        return None if match is None else match.group(compiled.groups)

    return take


def unlike(pattern: str, take: Take) -> Take:
    """What `take` takes, unless it is as `pattern` says."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: None if compiled.fullmatch(text) else take(text)


def stated_names(texts: Iterable[str]) -> NameList | None:
    """The names that lines state, together; None where they state none."""
    stated = ", ".join(text.strip(" ,|") for text in texts if text.strip(" ,|&") not in {"", "and"})
    if together := _GROUP.match(stated):
        others = stated_names([stated[together.end() :]])
        return others and replace(others, names=(together["group"], *others.names))
    behind = _GROUP_BEHIND.search(stated)
    if behind and ";" not in stated[: behind.start()]:
        people = stated_names([stated[: behind.start()]])
        return people and replace(people, names=(*people.names, behind["group"]))
    if vancouver := _VANCOUVER.fullmatch(stated):
        end = min(at for at in (*map(vancouver.start, ("others", "group")), len(stated)) if at >= 0)
        found = vancouver_names(stated[:end].rstrip(".; "), complete=vancouver["others"] is None)
        return replace(found, names=(*found.names, vancouver["group"])) if vancouver["group"] else found
    if inverted := inverted_names(stated):
        return inverted
    plain = _NOTES.sub("", _BETWEEN.sub(", ", stated))
    whole = _OTHERS.sub(", ", plain).strip(" ,")
    if not whole or not is_name_list(whole):
        return None
    found = read_names(whole)
    return NameList(found.names, complete=found.complete and whole == plain.strip(" ,"))
