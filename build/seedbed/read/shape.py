"""What a line looks like: running text, a heading, a question. Signs only: its place counts too."""

from __future__ import annotations

import re

from seedbed.read.vocabulary import LABELS
from seedbed.text.identifiers import find_addresses
from seedbed.text.months import MONTH

LONGEST_HEADING = 300
"""A line of more characters is running text."""

_LONGEST_TOPIC = 60
"""A topic's label has no more characters than this."""

SENTENCE_ENDS = (".", "?", "!", "…", "”", '"', "。", "？", "！")
"""How running text ends."""

SPEECH_ENDS = (*SENTENCE_ENDS, "-", "–", "—")
"""How what is said ends, also where somebody breaks off."""

_SENTENCE_END = re.compile(r"[.!…]['\"’”)\]]*$")
# A word of some length before the full stop: "Dr. Roe", "Prof. Roe" and "vs. Humans" end no sentence.
_INNER_SENTENCE_END = re.compile(r"[\w)%]{4}(?<!\b[Pp]rof)[.!…]['\"’”)\]]* (?=[A-Z“\"'‘(])")
# Running text that is cut off ends in the button that shows the rest.
_CUT_OFF = re.compile(r"(?:…|\.\.\.)[\])]? ?[\[(]?(?:(?:read|see|show|view) )?more[\])]?$", re.IGNORECASE)
_ABSTRACT = re.compile(rf"(?:{'|'.join(sorted(LABELS['abstract']))})\s?[:：]\s*", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^(?:{_ABSTRACT.pattern}|(?:tl;?dr|(?:(?:project|short|brief) )?description)\s?[:：]\s*)", re.IGNORECASE
)
_NUMBERED = re.compile(r"^(?:#{1,6}\s+)?(?:(?:\[[A-Z]{0,3}\d{1,4}\]|\(?\d{1,4}[.):]|#\d{1,4}:?|#{1,6})\s+)?")
_DAY = rf"\d{{1,2}} {MONTH} (?:19|20)\d\d"
_ISSUE = r"\([\w ./-]{1,20}\)"
_PAGES = r" ?[a-z]{0,4}\d{1,7}(?:[-–][a-z]{0,4}\d{1,7})?"
_WHERE = re.compile(
    r"\b(?:volume|vol\.?) \d{1,4}, (?:issue|number|no\.?|nr\.?) \d{1,4}\b"
    r"|\b(?:article no\.?:?|pp\.?) \d+(?:[-–]\d+)?$"
    r"|, (?:forthcoming|in press|to appear)\.?$"
    r"|\b(?:working|discussion) papers? (?:series )?(?:no\.?|nr\.?|#) ?[a-z]{0,3}\d{1,6}$"
    rf"|(?<![\w.-])\d{{1,4}}{_ISSUE}:{_PAGES}(?:, {_DAY})?\.?$"
    rf"|\b(?:19|20)\d\d ?[,;|·•] ?\d{{1,4}}:{_PAGES}\.?$"
    r"|^(?:cited by|times cited|citations?):? (?:\d[\d.,]*|no)(?: [a-z]+)?(?:\s*[|·•].*)?$"
    r"|^(?:PMC?ID|PPR|doi)\s?:\s?(?=\S*\d)\S+(?:\s?[|·•,;].*)?$",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"#?(?:[A-Z]{1,3}-?\d{1,3}|(?:No\. ?)?\d{1,3})[.:)]?")
_RATED = re.compile(r"\s[★☆⭐✩✪]{1,10}$")
_QUOTES = ("“", "„", "«", '"')
_TESTIMONIAL = re.compile(
    r"[“„«\"](?:[^\s“”„«»\"]+ ){5}[^“”„«»\"]{0,900}[.!…][”“»\"]\s?[—–―-]{1,2}\s?[^\W_a-z]"
)
_SHORTEST_SENTENCE = 6
_SHORTEST_TWO_SENTENCES = 12
_LONGEST_TITLE = 30
_SHORTEST_WITHOUT_SPACES = 20
_MOST_TOPIC_WORDS = 7


def is_prose(text: str) -> bool:
    """Whether `text` reads like running text: long, a whole sentence, several, or with an address in it.

    A title may be a question, or hold one before a subtitle; neither makes it running text.
    """
    if len(text) > LONGEST_HEADING:
        return True
    words = len(text.split())
    if words < _SHORTEST_SENTENCE:
        # Chinese and Japanese part their sentences by a mark of their own, and no words by spaces.
        return "。" in text and len(text) >= _SHORTEST_WITHOUT_SPACES
    if words > _LONGEST_TITLE or _SENTENCE_END.search(text) or _CUT_OFF.search(text):
        return True
    if words >= _SHORTEST_TWO_SENTENCES and _INNER_SENTENCE_END.search(text):
        return True
    return bool(find_addresses(text))


def is_single_sentence(text: str) -> bool:
    """Whether `text` is short and has no sentence end inside, as a title that ends in a full stop."""
    longest = 150
    return len(text) <= longest and not _INNER_SENTENCE_END.search(text)


def without_number(title: str) -> str:
    """A title without the number or marks that a list gives it: "[3] On Rain", "## On Rain ★★"."""
    return _RATED.sub("", _NUMBERED.sub("", title, count=1))


def without_bullet(title: str) -> str:
    """A title without the bullet before it, which no title has: "• On Rain"."""
    return title.lstrip("•▪◦‣●○■ ")


def states_particulars(text: str) -> bool:
    """Whether a line says in which volume, series or on which pages a work appeared, and is no title.

    Neither is one that tells how often the work is cited, or by what number it is known.
    """
    return _WHERE.search(text) is not None


def is_number(text: str) -> bool:
    """Whether `text` is the number of an entry, and nothing else: "A01", "#3"; no year."""
    return _NUMBER_ALONE.fullmatch(text) is not None


def is_topic(text: str) -> bool:
    """Whether `text` may be a topic's label: a few words that are no sentence."""
    return (
        len(text) <= _LONGEST_TOPIC
        and len(text.split()) <= _MOST_TOPIC_WORDS
        and any(character.isalpha() for character in text)
        and text[-1] not in ".!?…:;,。？！"
    )


def is_question(text: str) -> bool:
    """Whether `text` ends as a question does, in any script, and is short enough to be a heading."""
    return len(text) <= LONGEST_HEADING and text.rstrip("\"'”’)»").endswith(("?", "？", "؟"))


def is_testimonial(text: str) -> bool:
    """Whether a line is what somebody said of something, in quotation marks, with a dash before the name."""
    return text[:1] in _QUOTES and _TESTIMONIAL.match(text) is not None


def begins_abstract(text: str) -> bool:
    """Whether `text` says itself that it is an abstract, and so is no title."""
    return _ABSTRACT.match(text) is not None


def without_abstract_label(text: str) -> str:
    """`text` without the label that says that it is an abstract, or what stands in its place."""
    return _LABELLED.sub("", text, count=1)
