"""A line of a list that names a work's creators: "Ann Lee*, Bo Ek (2)", "by Ann Lee", "with Bo Ek"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.creators import split_organisations
from seedbed.read.list_gap import is_control
from seedbed.read.reference_names import listed_names, single_name
from seedbed.read.vocabulary import FUNCTION_WORDS, ORGANISATIONS, TITLE_WORDS

_LONGEST = 1500
_SAID = re.compile(r"(?:(?:written )?by|authors?(?:\(s\))?\s?:)\s+", re.IGNORECASE)
_BESIDE = re.compile(r"(?:joint(?:ly)? (?:work )?)?with:?\s+", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"\s[-–—|]\s#?(?:[A-Za-z]{1,6}[ -]?)?\d.{0,40}$")
_MORE_BEHIND = re.compile(r"\s[•|]\s")
"""What parts the creators from what else a line says: "By Ann Lee • Mentored by Cy Roe • Summer 2024"."""
_ENDS_SENTENCE = re.compile(r"(?<=\w\w)\.$(?<!\bal\.)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a line names.

    Attributes:
        sure: Whether the line can be nothing else; one name alone may be a place, or a heading.
        leaves_out_owner: Whether it names those alone who worked with the owner of the page.
    """

    creators: NameList
    organisations: tuple[str, ...]
    sure: bool
    leaves_out_owner: bool = False


def read_byline(text: str) -> Byline | None:
    """The names that a line lists and nothing else; None where it lists none, or institutions."""
    if len(text) > _LONGEST:
        return None
    said, beside = _SAID.match(text), _BESIDE.match(text)
    lead = said or beside
    stated = text[lead.end() :] if lead else text
    if not stated or stated[0].islower():
        return None
    stated = _MORE_BEHIND.split(_NUMBER_BEHIND.sub("", stated), maxsplit=1)[0]
    names, organisations = split_organisations(_ENDS_SENTENCE.sub("", _with_commas(stated)))
    several = listed_names(names)
    listed = several or _one(names)
    if listed is None or not all(map(_may_be_a_person, listed.names)):
        return None
    if beside:
        listed = replace(listed, complete=False)
    sure = several is not None or said is not None
    return Byline(listed, organisations, sure, leaves_out_owner=beside is not None)


def _with_commas(text: str) -> str:
    """A list whose names are all parted by dots, parted by commas: "Ann Lee · Bo Ek"."""
    parts = text.split(" · ")
    names = len(parts) > 1 and all(single_name(part) and _may_be_a_person(part) for part in parts)
    return ", ".join(parts) if names else text


def _one(text: str) -> NameList | None:
    """One full name, and no button or sentence."""
    first = text.split(maxsplit=1)[0].casefold() if text else ""
    furniture = first in FUNCTION_WORDS or is_buttons(text) or is_control(text)
    return None if furniture else single_name(text)


def _may_be_a_person(name: str) -> bool:
    words = [word.strip(",'’()").casefold() for word in name.split()]
    return ":" not in name and ORGANISATIONS.isdisjoint(words) and TITLE_WORDS.isdisjoint(words[1:])
