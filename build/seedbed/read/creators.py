"""Lists of names: telling one from other text, and taking it apart into names as stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from seedbed.model.record import NameList
from seedbed.read.vocabulary import NOBODY, ORGANISATIONS, PARTICLES

_OTHERS = re.compile(
    r"(?:\bet\.? al\b\.?|(?:\band|&) (?:\d+ )?(?:more|others)\b\.?(?: (?:authors?|people))?"
    r"|\+ ?\d+(?: more)?|\.\.\.|…|\bu\. ?a\.|\be\. ?a\.|\b(?:y|e) (?:otros|outros|altri)|\bet autres"
    r"|[，,、 ]?等|[，,、 ](?:他|ほか)(?:\d+名)?)(?: ?\([^()]{1,60}\))?$",
    re.IGNORECASE,
)
"""That names are left out, at the end of a list, as several languages say it; where they work may follow."""
_LEFT_OUT = re.compile(r"\+? ?\d+ (?:more |other )?(?:authors?|more|others)|…|\.\.\.", re.IGNORECASE)
"""That names are left out, between the first and the last of a list."""
_ON_BEHALF = re.compile(r"(?:for|on behalf of) the ", re.IGNORECASE)
"""As in "Ann Lee, Bo Ek, for the Rain Collaboration", which names no further person."""
_OF_GROUP = re.compile(
    r"the (?=.{0,80}\b(?:consortium|collaboration|team|group|network|investigators|initiative)s?$)",
    re.IGNORECASE,
)
"""The article before a group that stands among people: "Ann Lee, and the Rain Collaboration"."""
_SUFFIX = re.compile(
    r"(?:Jr|Sr|I{2,3}|IV|VI{0,3}|Ph\.? ?D|[MJ]\.? ?D|D\.?Phil|[DMB]\.?Sc|M\.?B\.?A|Esq|R\.?N)\.?",
    re.IGNORECASE,
)
_LONGEST_SUFFIX = 8
_LAST_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_FOREIGN_AND = frozenset(("und", "et", "y", "e", "i", "och", "og", "en"))
_BY = re.compile(r"^(?:[Ww]ritten )?[Bb]y:? (?=[^\W_a-z])")
_ARTICLE = re.compile(r"^(?:d|l|dell|nell|degl)['’](?=[^\W\d_a-z])")
"""As in "d'Alembert"."""
_GAELIC = re.compile(r"(?<=\b(?:Mac|Nic|Mag)) (?:an (?:t-?)?|a['’] ?)(?=[^\W\d_a-z])")
"""The article inside a family name: "Mac an Bhaird", "Mac an tSaoir", "Mac a' Bhàird"."""
_COMMAS = str.maketrans("，、；", ",,;")
_LEADING_AND = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)
_ORGANISATIONS = re.compile(r"(?:^|\s)·\s")
_MARKS = re.compile(
    r"(?<=[^\s,;])[*†‡§¶#⁎∗¹²³⁴⁵⁶⁷⁸⁹⁰]+(?: [¹²³⁴⁵⁶⁷⁸⁹]+)*(?=[\s,;]|\.?$)|\s?[(\[]\d{1,2}(?:,\s?\d{1,2})*[)\]]"
)
"""Marks behind a name that refer to a note: who is a student, or works where."""
_MAY_BE_MARKED = re.compile(r"[*†‡§¶#⁎∗¹²³⁴⁵⁶⁷⁸⁹⁰(\[\d]")
_NUMBER_BETWEEN = re.compile(
    r"\s?[(\[]\d{1,2}(?:,\s?\d{1,2})*[)\]],?\s+(?=[^\W\d_])(?!(?:and|et|und|y|e)\b)", re.IGNORECASE
)
"""Such a number behind which the next name begins, also where no mark or another one parts the two."""
_NUMBERS = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?=[\s,;]|$)")
_FEWEST_NUMBERS = 2
"""One number alone may be part of a name."""
_PLACE = re.compile(r"(?<=\w)\s*\([^()]*\)$")
_REMARK = re.compile(r"(?<=\w)\s*\([a-z][a-z/ -]{1,40}\)$")
"""What is said of one of several, in small letters: "Ann Lee (external)"."""
_OF_ALL = re.compile(r"\s*\((?:both|all)(?: at| of)? [^()]*\)$")
"""Where everybody of a list works, as in "Ann Lee, Bo Ek (both Rain Institute)"."""
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of Chinese, Japanese or Korean."""
_FIRST_NAME = re.compile(r"(?:(?! and | & )[^,;(\[，、；·]){0,300}")
_SMALL = PARTICLES | {"i", "t"}
"""Words in small letters inside a name; as a speaker's label, the last two stand for somebody."""
_DEGREES = frozenset(
    "agr. habil. h.c. iur. jur. med. mult. nat. oec. phil. pol. rer. techn. theol. vet.".split()
)
"""What stands behind "Dr." where the field is said: "Dr. rer. nat. Ann Lee"."""
_STUDIED = re.compile(r"(?:BSc|DPhil|MPhil|MSc|Ph\.?D\.?) |(?:BA|MA|MBA|LLM) (?:in|of) ")
"""What somebody studied for, in front of what: "PhD in Rain Studies"."""
_NO_ENDS = frozenset(("for", "in", "of", "on"))
"""Words inside a group's name that end none, but may end what stands before a title: "Comment on"."""
_OF_OTHERS = frozenset(("Its", "Their"))
"""How no name begins, but half a title does: "Rain and Its Discontents"."""
_NOT_OF_TEXT = _SMALL | _FOREIGN_AND | {"and", "others", "otros", "outros", "altri", "autres", "more"}
_OF_NOBODY = frozenset(word for name in NOBODY for word in name.split())
_LONGEST_NAME = 80
_MOST_NAME_WORDS = 8
_LONGEST_REMEMBERED = 500
_SAMPLE = 4000
"""How much of a line is looked at to tell whether it is a list of names."""


def split_organisations(text: str) -> tuple[str, tuple[str, ...]]:
    """The names, and the organisations that stand behind them after ` · `."""
    names, *others = _ORGANISATIONS.split(text)
    organisations = (part.strip() for other in others for part in other.split(","))
    return names.strip(), tuple(dict.fromkeys(part for part in organisations if part))


def read_names(text: str) -> NameList:
    """The names that `text` lists, each as stated.

    Names are parted by commas, or by semicolons where there are any, and by "and" or "&" before the last.
    What follows a comma and is no name but a suffix ("Jr.", "PhD") stays with its name. "et al." and its
    like, at the end, mean that names are left out. Marks and numbers that refer to notes are no part of a
    name, nor is a remark in brackets behind one of several names, or the place of work, where several have
    one.
    """
    if text.endswith(")"):
        text = _OF_ALL.sub("", text)
    others = _OTHERS.search(text, max(0, len(text) - _LONGEST_NAME))
    stated = text[: others.start()] if others else text
    listed = without_marks((stated if stated.isascii() else stated.translate(_COMMAS)).rstrip(" ,;"))
    names: list[str] = []
    complete = others is None
    group = " the " in listed
    for part in _parts(listed):
        # Most parts are names; what they begin with, and how long they are, tells that at little cost.
        if not part[0].isalpha() and _LEFT_OUT.fullmatch(part):
            complete = False
        elif names and len(part) <= _LONGEST_SUFFIX and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
        elif (part[0].isalpha() or any(map(str.isalpha, part))) and not (group and _ON_BEHALF.match(part)):
            names.append(_OF_GROUP.sub("", part, count=1) if group and part.startswith("the ") else part)
    if "(" not in listed:
        return NameList(tuple(names), complete=complete)
    if len(names) > 1:
        names = [_REMARK.sub("", name) for name in names]
    placed = [name if is_in_two_scripts(name) else _PLACE.sub("", name) for name in names]
    several = sum(1 for name, bare in zip(names, placed, strict=True) if name != bare) > 1
    return NameList(tuple(placed if several else names), complete=complete)


def without_by(text: str) -> str:
    """Names without the word that says that they are creators: "by Ann Lee"."""
    return _BY.sub("", text)


def is_in_two_scripts(name: str) -> bool:
    """Whether brackets hold the same name once more, in another script: "Hanako Sato (佐藤花子)"."""
    outside, _, inside = name.partition("(")
    return (_EASTERN.search(outside) is None) != (_EASTERN.search(inside) is None)


def without_marks(text: str) -> str:
    """A list of names without what refers to notes: "Ann Lee*, Bo Ek (2)", "Ann Lee1,2, Bo Ek2"."""
    if _MAY_BE_MARKED.search(text) is None:
        return text
    parted = _NUMBER_BETWEEN.sub("; " if ";" in text else ", ", text)
    bare = _MARKS.sub("", parted)
    return _NUMBERS.sub("", bare) if len(_NUMBERS.findall(bare)) >= _FEWEST_NUMBERS else bare


def is_organisation(name: str) -> bool:
    """Whether what stands among names is an institution's: "Institute for Slow Rain"."""
    return not ORGANISATIONS.isdisjoint(name.casefold().split())


def may_hold_organisation(names: str) -> bool:
    """Whether a word stands in a list of names that institutions have; most lists are told by this."""
    return not ORGANISATIONS.isdisjoint(names.casefold().replace(",", " ").replace(";", " ").split())


def people_of(listed: NameList) -> NameList:
    """The names without institutions, and without what names nobody ("TBD")."""
    words = set(" ".join(listed.names).casefold().replace(".", " ").split())
    if ORGANISATIONS.isdisjoint(words) and _OF_NOBODY.isdisjoint(words):
        return listed
    names = (name for name in listed.names if not is_organisation(name))
    return NameList(
        tuple(name for name in names if name.casefold().strip(" .") not in NOBODY), listed.complete
    )


def is_name_list(text: str) -> bool:
    """Whether `text` looks like a list of names: short parts whose words begin as names do.

    Only the beginning of a very long line is looked at.
    """
    return _looks_like_names(text) if len(text) <= _LONGEST_REMEMBERED else _lists_names(text)


def without_article(name: str) -> str:
    """A name without the article that those of Gaelic have inside, as no title and no sentence has it."""
    return _GAELIC.sub(" ", name) if " an " in name or " a'" in name or " a’" in name else name


def _lists_names(text: str) -> bool:
    cut = len(text) > _SAMPLE
    text = without_article(text[:_SAMPLE])
    if _begins_as_text(text):
        return False
    names, organisations = split_organisations(text)
    listed = read_names(names)
    if not listed.names:
        return bool(organisations) or not listed.complete
    considered = listed.names[:-1] if cut else listed.names
    return bool(considered) and all(map(_is_name, considered))


_looks_like_names = lru_cache(maxsize=4_000)(_lists_names)
"""The same of a line that may be asked about soon again: each reader of lists does so several times."""


def _begins_as_text(text: str) -> bool:
    """Whether a word in small letters that no name has stands in what would be the first name.

    Most lines are told by this, at a tenth of the cost.
    """
    first = _FIRST_NAME.match(text)
    words = first.group().split() if first else []
    return any(word.islower() and word.isalpha() and word not in _NOT_OF_TEXT for word in words)


def _parts(text: str) -> Iterator[str]:
    parts = [part.strip() for part in _split_outside_brackets(text, ";" if ";" in text else ",")]
    parts = [part for part in parts if part]
    if not parts:
        return
    yield from (_LEADING_AND.sub("", part, count=1) for part in parts[:-1])
    last = _LEADING_AND.sub("", parts[-1], count=1)
    ands = list(_LAST_AND.finditer(last))
    names = _LAST_AND.split(last) if len(ands) > 1 else ()
    if names and all(" " in name for name in names):
        yield from names
        return
    # Else only the last "and" parts two names; one before it belongs to a name ("Search and Rescue Group"),
    # and so does one before a last word of what no person is called ("Centre for Rain and Snow").
    if ands and (" " in last[ands[-1].end() :] or _NO_ENDS.isdisjoint(last[: ands[-1].start()].split())):
        yield last[: ands[-1].start()]
        last = last[ands[-1].end() :]
    yield from _parted_abroad(last)


def _parted_abroad(text: str) -> Iterator[str]:
    """The two names that "und", "et" or "y" stands between.

    It does between two names of several words each, and "und" between any: "Ortega y Gasset" is one name.
    """
    words = text.split()
    for at in range(len(words) - 2, 0, -1) if not _FOREIGN_AND.isdisjoint(words) else ():
        several = 1 < at < len(words) - 2
        inside = words[at - 1][0].islower()  # "von und zu"
        if words[at] in _FOREIGN_AND and not inside and (several or words[at] == "und"):
            yield " ".join(words[:at])
            text = " ".join(words[at + 1 :])
            break
    yield text


def _split_outside_brackets(text: str, mark: str) -> list[str]:
    """`text` parted at `mark`, save inside round brackets."""
    if "(" not in text:
        return text.split(mark)
    parts: list[list[str]] = [[]]
    depth = 0
    for piece in text.split(mark):
        if depth == 0:
            parts.append([])
        parts[-1].append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return [mark.join(pieces) for pieces in parts]


def _is_name(name: str) -> bool:
    words = name.split()
    if len(name) > _LONGEST_NAME or len(words) > _MOST_NAME_WORDS or name[-1] in "?!:;":
        return False
    if words[-1] in _NO_ENDS or _STUDIED.match(name) or words[0] in _OF_OTHERS:
        return False
    bearing = [word for word in words if word.strip(".,'’()") not in _SMALL and word not in _DEGREES]
    return bool(bearing) and all(map(_begins_as_a_name, bearing))


def _begins_as_a_name(word: str) -> bool:
    """A capital, or a letter of a script without capitals; digits and lower case do not begin a name.

    A particle may be tied to it ("al-Rashid"), and what follows a hyphen may be small ("Min-jun").
    """
    particle, tie, bound = word.partition("-")
    return begins_high(bound if tie and particle in PARTICLES else word)


def begins_high(word: str) -> bool:
    """Whether a word begins with a capital, or a letter of a script without, behind its article if any."""
    letter = next((character for character in _ARTICLE.sub("", word) if character.isalnum()), "")
    return letter.isalpha() and not letter.islower()
