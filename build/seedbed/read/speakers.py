"""Which labels of a transcript are speakers: those that recur and behave like one, not each word before a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from seedbed.text.lines import Line

_LABEL = re.compile(r"(?P<label>[^:：]{1,70})(?:[:：]$|:(?=\s)|：|:(?=[^\s/\d]))")
_LONGEST_LABEL = 70
_MOST_LABEL_WORDS = 9
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W\d_]+")

_ROLES = frozenset(
    "announcer answerer audience caller chair chairman chairwoman chairperson guest host interviewee interviewer "
    "moderator narrator operator panelist presenter q a speaker student questioner clerk witness".split()
)
"""Words that stand for a speaker without a name."""

_TITLES = frozenset(
    "dr mr mrs ms mx prof professor sir dame lord lady sen senator rep representative gov governor president rev "
    "reverend judge justice hon gen general col colonel capt captain sgt minister secretary ambassador mayor".split()
)

_SUFFIXES = frozenset("jr sr ii iii iv phd md esq mp qc kc".split())

_OPENERS = frozenset(
    "abstract action address aside author authors background caption caveat chapter conclusion contents credits date "
    "definition description disclaimer editor edit email error example exercise fact fellows figure finding hint "
    "image info key keywords lesson link links location music news note notes part photo point produced ps published "
    "question recorded reminder resources result section source sources sponsor step subject summary table tags "
    "takeaway tip title to topic topics transcript translation update url version warning from cc re fwd debug answer "
    "first second third fourth fifth finally next also however remember spoiler correction clarification".split()
)
"""Words that people put before a colon when nobody speaks."""

_FUNCTION_WORDS = frozenset(
    "a an the this that these those my our your his her its their what why how when where who which in on at by for "
    "with and but or so if then as is are was were do does did not no yes well okay ok here there it we i you he she "
    "they of about after before because while one two three".split()
)

_PARTICLES = frozenset(
    "al ap bin da das de del della den der di do dos du e el ibn la le of ten ter the van von y".split()
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that may begin a turn.

    Attributes:
        index: Which of the lines it is, counted from 0.
        label: What stands before the colon.
        text: What stands behind it; perhaps nothing.
    """

    index: int
    label: str
    text: str

    def key(self) -> str:
        """The label without regard to case; two lines with one key have one speaker."""
        return self.label.casefold()


def find_labelled(lines: Iterable[Line]) -> list[Labelled]:
    """The lines that begin with what has the shape of a speaker's label."""
    found = []
    for index, line in enumerate(lines):
        match = _LABEL.match(line.text, 0, _LONGEST_LABEL + 2)
        if match and _has_label_shape(match["label"].strip()):
            found.append(Labelled(index, match["label"].strip(), line.text[match.end() :].strip()))
    return found


def find_speakers(lines: Sequence[Line], labelled: Sequence[Labelled]) -> frozenset[str]:
    """The keys of those labels that are speakers.

    A label that recurs is one, if the seed does not also use its words as common words; so is a full name that stands
    once between recurring ones, and a shorter form of a name that is one ("Cowen" after "Tyler Cowen"). A label of
    common words has to behave like a speaker besides: it interrupts someone who then goes on under their own label.
    """
    counts = Counter(one.key() for one in labelled)
    common = _common_words(lines, {word for key in counts for word in _words(key)})
    able = {key for key in counts if _may_be_speaker(key)}
    plain = {key for key in able if not _is_common(key, common)}
    recurring = {key for key in plain if counts[key] > 1}
    once = {key for key in plain if counts[key] == 1 and _is_full_name(key)}
    doubtful = {key for key in able - plain if counts[key] > 1}
    speakers = recurring | once
    if len(speakers) < 2:  # noqa: PLR2004 - a conversation has two
        speakers |= doubtful
    else:
        speakers |= set(_interrupters(labelled, speakers, doubtful))
    if not any(counts[key] > 1 for key in speakers) and len(speakers) < 2:  # noqa: PLR2004
        return frozenset()
    return frozenset(speakers | _short_forms(plain - speakers, speakers))


def is_full_name(text: str) -> bool:
    """Whether `text` has the shape of a person's full name, or of a title and a name."""
    return len(text) <= _LONGEST_LABEL and _has_label_shape(text) and _is_full_name(text.casefold())


def _has_label_shape(label: str) -> bool:
    """A few words that begin as names do; what stands in brackets is free."""
    outside = _BRACKETED.sub(" ", label)
    words = outside.split()
    if (
        not words
        or len(words) > _MOST_LABEL_WORDS
        or not words[0][0].isalnum()
        or any(m in outside for m in '"“”!?;()[]…')
    ):
        return False
    sentence_inside = any(word.endswith(".") and len(word) > len("Messrs.") for word in words[:-1])
    role = words[0].casefold() in _ROLES
    return (
        not sentence_inside
        and _begins_high(words[0])
        and all(_begins_high(word) or word in _PARTICLES or word[0].isdigit() or role for word in words[1:])
    )


def _begins_high(word: str) -> bool:
    letter = next((character for character in word if character.isalnum()), "")
    return letter.isalpha() and not letter.islower()


def _words(key: str) -> list[str]:
    """The words of a label that could be a name's: brackets, titles, suffixes and particles left out."""
    words = _WORD.findall(_BRACKETED.sub(" ", key))
    return [
        word for word in words if word not in _TITLES and word not in _SUFFIXES and word not in _PARTICLES
    ]


def _common_words(lines: Iterable[Line], wanted: set[str]) -> frozenset[str]:
    """Those of `wanted` that stand somewhere in lower case: words of the language, not names."""
    return frozenset(
        word for line in lines for word in _WORD.findall(line.text) if word in wanted and word.islower()
    )


def _may_be_speaker(key: str) -> bool:
    first = next(iter(_WORD.findall(key)), "")
    if first in _ROLES or (first in _TITLES and _words(key)):
        return True
    return first not in _OPENERS and first not in _FUNCTION_WORDS and bool(_words(key))


def _is_common(key: str, common: frozenset[str]) -> bool:
    if next(iter(_WORD.findall(key)), "") in _ROLES:
        return False
    return all(word in common for word in _words(key) if len(word) > 1)


def _is_full_name(key: str) -> bool:
    words = _words(key)
    title = next(iter(_WORD.findall(key)), "") in _TITLES
    return len(words) > 1 or (title and bool(words))


def _interrupters(labelled: Sequence[Labelled], speakers: set[str], doubtful: set[str]) -> Iterator[str]:
    """Those of `doubtful` that stand, at least half the time, between two turns of the same speaker."""
    sequence = [one.key() for one in labelled if one.key() in speakers or one.key() in doubtful]
    between: Counter[str] = Counter()
    for before, here, after in zip(sequence, sequence[1:], sequence[2:], strict=False):
        if here in doubtful and before == after and before in speakers:
            between[here] += 1
    counts = Counter(sequence)
    yield from (key for key in sorted(doubtful) if 2 * between[key] >= counts[key])


def _short_forms(candidates: Iterable[str], speakers: Iterable[str]) -> set[str]:
    """Those of `candidates` whose every word belongs to one speaker's label."""
    by_word: dict[str, list[frozenset[str]]] = {}
    for speaker in speakers:
        words = frozenset(_words(speaker))
        for word in words:
            by_word.setdefault(word, []).append(words)
    found = set()
    for candidate in candidates:
        words = frozenset(_words(candidate))
        rarest = min((by_word.get(word, []) for word in words), key=len, default=[])
        if any(words <= other for other in rarest):
            found.add(candidate)
    return found
