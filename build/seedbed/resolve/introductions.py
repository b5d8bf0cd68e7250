"""Whom a conversation introduces by a full name, though a label of one word says who speaks.

"Ann: I'm Ann Lee, and with me is Bo Ek." names both, and "Bo" or "BE" below is Bo Ek. What is said of others,
who do not speak, counts for nothing: the name has to have the label's word or initials, and no second one may
have them there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from seedbed.model.record import TranscriptRecord, TurnRecord
from seedbed.model.source import Claim
from seedbed.resolve.short_labels import is_short_for
from seedbed.text.lines import clean
from seedbed.text.names import Name
from seedbed.text.words import is_common

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*[\w'’]"
_INNER = r"van|von|der|den|de|della|di|da|do|das|dos|du|la|le|ter|ten|zu|al|el|bin|ibn|ben|af|av|y|[A-Z]\."
_FULL_NAME = re.compile(
    rf"(?<![\w'’-])(?:{_WORD}|[A-Z]\.)(?: (?:{_WORD}|{_INNER})){{0,3}} {_WORD}(?![\w'’-])"
)
_SELF = re.compile(
    r"\b(?:I['’]m|I am|my name is|my name['’]s|(?P<this>this is)|ich bin|mein Name ist|je suis"
    r"|je m['’]appelle|soy|me llamo|sono|mi chiamo) (?:your host,? |Dr\.? |Prof(?:essor|\.)? )*",
    re.IGNORECASE,
)
"""How somebody says who they are; the name follows. "This is" may say what is heard, too."""
_INTRODUCES = re.compile(
    r"\b(?:joined|guests?|with (?:me|us)|here (?:is|with)|welcomes?|talk(?:s|ing)? (?:to|with)|interview\w*"
    r"|sp(?:eak|eaks|eaking|oke) (?:to|with)|conversation|introduc\w+|pleasure|delighted|thrilled|co-?host"
    r"|hosted by|zu gast|gast|invitée?|invitad[oa]|ospite)\b",
    re.IGNORECASE,
)
"""What stands in a sentence that introduces somebody."""
_SENTENCE = re.compile(r"(?<=[\w)\"”’]{3}[.!?]) +")
_OPENING_TURNS = 8
_OWN_TURNS = 2
_HOSTING = frozenset(("host", "interviewer", "moderator", "narrator", "chair", "presenter", "cohost"))
"""Labels of those who say who they are, and whom no other name is meant by."""


def introductions(transcript: TranscriptRecord, name_of: Callable[[str], Name]) -> Mapping[str, Claim[str]]:
    """For labels of one word the full name that the conversation gives, with the lines that do.

    Args:
        transcript: The conversation.
        name_of: Takes a name apart.
    """
    turns: dict[str, list[TurnRecord]] = {}
    for turn in transcript.turns:
        if turn.speaker is not None:
            turns.setdefault(clean(turn.label), []).append(turn)
    short = {label: name for label in turns if len((name := name_of(label)).parts) == 1}
    if not short:
        return {}
    told = list(_told(transcript))
    found: dict[str, Claim[str]] = {}
    for label, name in short.items():

        def is_called(stated: str, label: str = label, name: Name = name) -> bool:
            full = name_of(stated)
            return name.parts[0] in full.parts or is_short_for(label, name, full)

        own = list(_says_self(turns[label][:_OWN_TURNS], is_called, hosts=name.parts[0] in _HOSTING))
        meant = own or [each for each in told if is_called(each.value)]
        if len({name_of(each.value).letters for each in meant}) == 1:
            found[label] = meant[0]
    taken = Counter(name_of(claim.value).letters for claim in found.values())
    return {label: claim for label, claim in found.items() if taken[name_of(claim.value).letters] == 1}


def _says_self(
    turns: Sequence[TurnRecord], is_called: Callable[[str], bool], *, hosts: bool
) -> Iterator[Claim[str]]:
    """The names that one who speaks says to have; one who hosts may have any."""
    for turn in turns:
        for paragraph in turn.paragraphs:
            for opening in _SELF.finditer(paragraph.value):
                match = _FULL_NAME.match(paragraph.value, opening.end())
                if match is None:
                    continue
                may_be_any = hosts and not opening["this"] and not _is_common(match.group())
                if may_be_any or is_called(match.group()):
                    yield Claim(match.group(), paragraph.span)


def _is_common(name: str) -> bool:
    """Whether words of the language stand among those of a name ("The Long Tail")."""
    return any(is_common(word.casefold()) for word in name.split()[:1])


def _told(transcript: TranscriptRecord) -> Iterator[Claim[str]]:
    """The full names of title and summary, and of the sentences that introduce somebody at the beginning."""
    stated = [transcript.title] if transcript.title is not None else []
    for claim in (*stated, *transcript.summary):
        yield from _names_in(claim.value, claim)
    for turn in transcript.turns[:_OPENING_TURNS]:
        for paragraph in turn.paragraphs:
            for sentence in _SENTENCE.split(paragraph.value):
                if _INTRODUCES.search(sentence):
                    yield from _names_in(sentence, paragraph)


def _names_in(text: str, claim: Claim[str]) -> Iterator[Claim[str]]:
    return (Claim(match.group(), claim.span) for match in _FULL_NAME.finditer(text))
