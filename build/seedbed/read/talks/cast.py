"""Whom the labels of a conversation stand for, where lines above it say so: "Ann Lee (AL), baker".

A full name in capitals stands there as it is written, too: "Ann Lee bakes", above "ANN LEE: Good morning".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from seedbed.model.record import Casting
from seedbed.model.source import Claim, Seed
from seedbed.read.talks.speakers import is_full_name
from seedbed.read.vocabulary import FUNCTION_WORDS, PARTICLES
from seedbed.text.lines import Line, clean

_NAME = r"(?P<name>[^()\[\]=:,–—]{3,60}?)"
_LABEL = r"(?P<label>[^()\[\]=:,–—]{1,30}?)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME},? [(\[]{_LABEL}[)\]](?:[,:–—(-].*|\s.*)?",
        rf"[(\[]?{_LABEL}[)\]]?\s*(?:=|:|\s[–—-])\s*{_NAME}(?:\s*[,(\[–—].*)?",
    )
)
_BULLET = re.compile(r"^[•*·–-]\s+")
_LONGEST = 200
_MOST_SHOUTED = 20
"""Labels in capitals that are looked for in what stands above."""
_OF_NAMES = PARTICLES - FUNCTION_WORDS | {"do"}
"""Particles that are no word of an English sentence, but for one that is most often a name's here."""


def read_cast(seed: Seed, lines: Iterable[Line], labels: Collection[str]) -> tuple[Claim[Casting], ...]:
    """The full names that lines above a conversation give for labels of its turns, one a label.

    Args:
        seed: Whose lines these are.
        lines: Those above the conversation.
        labels: Of the turns; full names stand for nobody else. A label that is given two names is given none.
    """
    wanted = {clean(label) for label in labels if not is_full_name(label)}
    found: dict[str, list[Claim[Casting]]] = {}
    for line in lines:
        for casting in _castings(line.text, wanted):
            found.setdefault(casting.label, []).append(Claim(casting, seed.span(line.number)))
    return _agreed(found)


def as_written(seed: Seed, lines: Iterable[Line], labels: Collection[str]) -> tuple[Claim[Casting], ...]:
    """The names for labels that are full names in capitals, as lines above write them otherwise, one a label.

    Those lines say more than that.
    """
    shouted = sorted({clean(label) for label in labels if label.isupper() and is_full_name(label)})
    if not shouted:
        return ()
    names = "|".join(map(re.escape, shouted[:_MOST_SHOUTED]))
    written = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)
    found: dict[str, list[Claim[Casting]]] = {}
    for line in lines:
        for match in written.finditer(line.text):
            name = match.group()
            if not name.isupper() and _is_name(name):
                claim = Claim(Casting(name.upper(), name), seed.span(line.number))
                found.setdefault(name.upper(), []).append(claim)
    return _agreed(found)


def _agreed(found: Mapping[str, Sequence[Claim[Casting]]]) -> tuple[Claim[Casting], ...]:
    return tuple(claims[0] for claims in found.values() if len({claim.value.name for claim in claims}) == 1)


def _castings(text: str, wanted: Collection[str]) -> Iterator[Casting]:
    bare = _BULLET.sub("", text)
    if len(bare) > _LONGEST:
        return
    for form in _FORMS:
        match = form.fullmatch(bare)
        if match is None or clean(match["label"]) not in wanted:
            continue
        if _is_name(match["name"]):
            yield Casting(clean(match["label"]), match["name"])
            return


def _is_name(text: str) -> bool:
    """Whether `text` is a full name in whose words no word of the language stands ("Rain in April")."""
    return is_full_name(text) and all(
        not word[0].islower() or word.casefold() in _OF_NAMES for word in text.split()
    )
