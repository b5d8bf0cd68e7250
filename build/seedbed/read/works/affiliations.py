"""Names with where each works behind a comma: "Ann Lee, University of Cork, and Bo Ek, Rain Institute"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.read.creators import without_marks
from seedbed.read.references.names import single_name
from seedbed.read.vocabulary import ORGANISATIONS

_BETWEEN = re.compile(r"\s*([,;])\s+(?:(and|&)\s+)?")
_SHORT_FORM = re.compile(r"(?!(?:USA?|UK|UAE|EU)$)[A-Z]{2,6}")
"""An institution's, as in "Ann Lee, MIT"; no country's."""
_NO_EMPLOYERS = frozenset(("journal", "press", "program", "programme", "school", "bureau"))
"""Words of institutions that a publisher or a heading has as well: "Slow Rain, Cork University Press"."""
POSITIONS = frozenset(
    """
    assistant associate professor lecturer director student students fellow fellows researcher candidate
    chair dean head adjunct emeritus scientist engineer visiting senior member editor president session
    panel room building department science sciences economics physics biology mathematics history
    philosophy psychology engineering medicine linguistics studies
    """.split()
)
"""Words of positions and of fields, which begin with capitals like names."""
_LONGEST_PLACE = 3
_LONGEST = 600


def affiliated_names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The people and the institutions that a line names, and nothing else; None where it names not both.

    An institution's place ("University of California, San Diego") looks like a name; it is taken for one
    only where "and" or a semicolon stands before it, or an institution right behind.
    """
    bare = without_marks(text)
    parted = "," in bare or ";" in bare
    if not parted or len(bare) > _LONGEST or ORGANISATIONS.isdisjoint(_plain_words(bare)):
        return None
    stated = bare.rstrip(" .,;")
    return (_of_groups(stated) if ";" in stated else None) or _of_parts(stated)


def _of_parts(stated: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The same where each comma may part a name or an institution."""
    pieces = _BETWEEN.split(stated)
    parts = [*zip(["", *pieces[1::3]], ["", *pieces[2::3]], pieces[::3], strict=True)]
    people: list[str] = []
    institutions: list[str] = []
    waiting: list[str] = []
    for mark, joined, part in parts:
        if _is_institution(part):
            if not (people or waiting):
                return None
            people += waiting
            waiting = []
            institutions.append(part)
        elif institutions and not waiting and not joined and mark == "," and not _names(part):
            if len(part.split()) > _LONGEST_PLACE:
                return None
        elif names := _names(part):
            if institutions and len(waiting) == 1 and (joined or mark == ";"):
                waiting = []  # what stood there was a place
            waiting += names
        else:
            return None
    if not people or len(waiting) > 1:
        return None
    return tuple(people), tuple(dict.fromkeys(institutions))


def _of_groups(bare: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The same where semicolons part groups, each before its institution: "Ann Lee and Bo Ek, Rainworks; …".

    Commas tell in each where that begins, so it need not say that it is one, if one of the others does. None
    where a group could be taken apart in two ways.
    """
    groups = [_names_and_place(group.strip().removeprefix("and ").split(", ")) for group in bare.split(";")]
    people = [name for names, _ in groups for name in names]
    places = [place for _, place in groups if place]
    named = all(names for names, _ in groups) and len(places) > 1
    if not named or any(map(_is_institution, people)) or not any(map(is_institution_line, places)):
        return None
    return tuple(people), tuple(dict.fromkeys(places))


def _names_and_place(parts: Sequence[str]) -> tuple[Sequence[str], str]:
    """Whom a group names, and where they work: behind the last name that "and" joins, or behind the first."""
    place = next((at for at, part in enumerate(parts) if at and _is_institution(part)), None)
    if place is None:
        joined = [at for at, part in enumerate(parts) if _joins_names(part, last=at > 0)]
        place = joined[0] + 1 if joined else 1
        if not joined and len(parts) > len(("name", "place")):
            return (), ""
    named = [_names(part.removeprefix("and ")) for part in parts[:place]]
    return ([name for names in named for name in names] if all(named) else ()), ", ".join(parts[place:])


def _joins_names(part: str, *, last: bool) -> bool:
    """Whether a part of a list is its end, as "and" says: "and Cy Roe", "Bo Ek and Cy Roe"."""
    return (last and part.startswith("and ")) or (" and " in part and bool(_names(part)))


def is_institution_line(text: str) -> bool:
    """Whether a short line names an institution, as it stands below whom it employs: "University of Cork"."""
    return len(text.split()) <= 2 * _LONGEST_PLACE + 2 and _is_institution(text.partition(",")[0])


def lists_places(text: str) -> bool:
    """Whether a line says by number where those of a list of names work: "(1) University of Cork, (2) …"."""
    if not text.startswith(("(1) ", "[1] ")):
        return False
    return f"{text[0]}2{text[2]}" in text or not ORGANISATIONS.isdisjoint(_plain_words(text))


def _is_institution(part: str) -> bool:
    words = _plain_words(part)
    of_several = words[-1:] == ["school"] and len(words) > len(("summer", "school"))
    named = not ORGANISATIONS.isdisjoint(words) and (of_several or _NO_EMPLOYERS.isdisjoint(words[-1:]))
    return bool(_SHORT_FORM.fullmatch(part)) or (named and part[0].isupper() and part[-1] not in ".?!:")


def _names(part: str) -> list[str]:
    """The names that a part without commas lists; none where it is something else."""
    stated = re.split(r" (?:and|&) ", part)
    sure = all(single_name(name) and POSITIONS.isdisjoint(_plain_words(name)) for name in stated)
    return stated if sure else []


def _plain_words(text: str) -> list[str]:
    return [word.strip(".,;:()'’").casefold() for word in text.replace("/", " ").split()]
