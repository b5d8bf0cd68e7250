"""Which labels of a transcript are speakers: those that recur and behave like one, not any word and colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedbed.read.talks.turn_labels import BRACKETED, LONGEST_LABEL, Labelled, has_label_shape
from seedbed.read.vocabulary import FIELD_LABELS, FUNCTION_WORDS, OPENERS, PARTICLES, ROLES, SUFFIXES, TITLES
from seedbed.text.lines import Line
from seedbed.text.words import is_common

_SHORTEST_TITLE = 5
"""A title of so many letters may stand for its bearer ("PROFESSOR"); a shorter one, as "Dr.", does not."""
_INITIALS = re.compile(r"[A-Z]{1,3}")
_SAID = frozenset(("question", "answer"))
"""Words that stand for what is said as often as for who says it."""
_MOST_RARE = 0.1
"""So often, in proportion to the turns of those with full names, may a word stand that is no speaker."""
_WORD: re.Pattern[str] = re.compile(r"[^\W\d_]+")


def find_speakers(lines: Sequence[Line], labelled: Sequence[Labelled]) -> frozenset[str]:
    """The keys of those labels that are speakers.

    A label that recurs is one, if the seed does not use its words as common words too; so is a full name
    that stands once, and a shorter form of a name that is one ("Cowen" after "Tyler Cowen"). A label of
    common words, or a rare one of an everyday word among full names ("Question"), has to behave like a
    speaker besides: it interrupts someone who then goes on under their own label. Where all speakers have
    initials for labels, a single letter that recurs is one, too.
    """
    counts = Counter(one.key() for one in labelled if one.label)
    labels = {one.key(): one.label for one in labelled}
    common = _common_words(lines, {word for key in counts for word in _words(key)})
    able = {key for key in counts if may_be_speaker(key) or _may_be_initials(labels[key])}
    plain = {key for key in able if not _is_common(key, common)} - set(_rare_words(counts))
    recurring = {key for key in plain if counts[key] > 1}
    once = {key for key in plain if counts[key] == 1 and (_is_full_name(key) or _is_part(labels[key]))}
    doubtful = {key for key in able - plain if counts[key] > 1}
    speakers = recurring | once
    if len(speakers) < 2:  # noqa: PLR2004 - a conversation has two
        speakers |= doubtful
    else:
        speakers |= set(_interrupters(labelled, speakers, doubtful))
    if not any(counts[key] > 1 for key in speakers) and len(speakers) < 2:  # noqa: PLR2004
        return frozenset()
    if all(_INITIALS.fullmatch(labels[key]) for key in speakers):
        speakers |= {key for key in doubtful if _INITIALS.fullmatch(labels[key])}
    return frozenset(speakers | _short_forms(plain - speakers, speakers))


def _rare_words(counts: Mapping[str, int]) -> Iterator[str]:
    """Everyday words, each a label, that recur seldom where the speakers have full names for labels."""
    often = [key for key, count in counts.items() if count > 1]
    named = sum(counts[key] for key in often if _is_full_name(key))
    for key in often:
        person = key in ROLES and key not in _SAID
        if " " not in key and not person and is_common(key) and counts[key] <= _MOST_RARE * named:
            yield key


def is_full_name(text: str) -> bool:
    """Whether `text` has the shape of a person's full name, or of a title and a name."""
    return len(text) <= LONGEST_LABEL and has_label_shape(text) and _is_full_name(text.casefold())


def initials(key: str) -> str:
    """The first letters of a label's words, titles and their like left out: "TC" of "Dr. Tyler Cowen"."""
    return "".join(word[0] for word in _words(key))


def _words(key: str) -> list[str]:
    """The words of a label that could be a name's: brackets, titles, suffixes and particles left out."""
    words = _WORD.findall(BRACKETED.sub(" ", key))
    return [word for word in words if word not in TITLES and word not in SUFFIXES and word not in PARTICLES]


def _common_words(lines: Iterable[Line], wanted: set[str]) -> frozenset[str]:
    """Those of `wanted` that stand somewhere in lower case: words of the language, not names."""
    low = {word for word in wanted if word.islower()}
    return frozenset(word for line in lines for word in low.intersection(_WORD.findall(line.text)))


def _may_be_initials(label: str) -> bool:
    """Whether a label is two or three capitals, which may spell any small word ("AL", "AN")."""
    key = label.casefold()
    return len(label) > 1 and _INITIALS.fullmatch(label) is not None and key not in OPENERS | FIELD_LABELS


def _is_part(label: str) -> bool:
    """Whether a label says as whom somebody speaks ("AUDIENCE", "Speaker 3"), so that once is enough."""
    role, _, number = label.casefold().partition(" ")
    told = (label.isupper() and not number) or number.isdecimal()
    return told and len(role) > 1 and role in ROLES - _SAID


def may_be_speaker(key: str) -> bool:
    """Whether a label, in lower case, can be somebody's: no field's, and no opening of a text."""
    if key in FIELD_LABELS:
        return False
    if key in TITLES and len(key) >= _SHORTEST_TITLE:
        return True
    first = _first_word(key)
    if first in ROLES or (first in TITLES and _words(key)):
        return True
    return first not in OPENERS and first not in FUNCTION_WORDS and bool(_words(key))


def _first_word(key: str) -> str:
    """The first word; the second where an article stands before a title or a role ("The Hon. Jane Roe")."""
    words: list[str] = _WORD.findall(key)
    if words[:1] == ["the"] and words[1:] and (words[1] in TITLES or words[1] in ROLES):
        return words[1]
    return words[0] if words else ""


def _is_common(key: str, common: frozenset[str]) -> bool:
    if _first_word(key) in ROLES:
        return False
    words = _words(key)
    telling = [word for word in words if len(word) > 1]
    # Several initials ("J. R.") are a name; a single letter may be anything.
    return all(word in common for word in telling) and (bool(telling) or len(words) == 1)


def _is_full_name(key: str) -> bool:
    words = _words(key)
    title = _first_word(key) in TITLES
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
