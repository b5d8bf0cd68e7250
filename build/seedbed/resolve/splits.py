"""Names that a missing comma ran together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seedbed.model.decision import Evidence
from seedbed.model.source import Span
from seedbed.text.names import Name

SELDOM = 50
"""A name of four plain words is unlike the others where at most one in so many has as many."""

OTHERS = 2
"""How many other people must bear a word as their first name before it counts as one."""


@dataclass(frozen=True, slots=True)
class Split:
    """A string that is two names, for sure or perhaps.

    Attributes:
        stated: The string.
        names: The two names.
        sure: Whether the evidence is enough to part them.
    """

    stated: str
    names: tuple[str, ...]
    sure: bool
    evidence: tuple[Evidence, ...]


def find_splits(names: Mapping[str, Name], places: Mapping[str, Sequence[Span]]) -> tuple[Split, ...]:
    """Find strings that are two names run together.

    Only a string of four plain words comes into question (no initial, no particle, no hyphen), since two
    given and two family names are as common among real names. It is parted where one half is a name of its
    own elsewhere, or where its third word is a first name of at least two others, never stands elsewhere in a
    name, and hardly any other name has four words. Where only some of this holds, the string is asked about.

    Args:
        names: Every name that a list states, taken apart.
        places: Where each stands.
    """
    wholes = {name.letters: stated for stated, name in sorted(names.items()) if len(name.parts) == 2}  # noqa: PLR2004
    first, further = _borne_by(names)
    candidates = [stated for stated in sorted(names) if _is_candidate(stated, names[stated])]
    unlike = len(candidates) * SELDOM <= max(len(names), SELDOM)
    found = []
    for stated in candidates:
        words = stated.split()
        known = list(_known_halves(names[stated], wholes, places))
        third = names[stated].parts[2]
        opens = sorted(first[third] - {stated})
        evidence = [*known]
        if len(opens) >= OTHERS and not further[third] - {stated}:
            evidence.append(_first_name(words[2], opens, places))
        if not evidence:
            continue
        if unlike:
            sentence = "Hardly any other name in the seeds has four full words."
            evidence.append(Evidence(sentence, tuple(places[stated][:1])))
        halves = (" ".join(words[:2]), " ".join(words[2:]))
        found.append(Split(stated, halves, bool(known) or unlike, tuple(evidence)))
    return tuple(found)


_Bearers = defaultdict[str, set[str]]


def _borne_by(names: Mapping[str, Name]) -> tuple[_Bearers, _Bearers]:
    """Which names of several words begin with each word, and which have it further on."""
    first, further = _Bearers(set), _Bearers(set)
    for stated, name in names.items():
        if len(name.parts) > 1:
            first[name.parts[0]].add(stated)
            for part in name.parts[1:]:
                further[part].add(stated)
    return first, further


def _first_name(word: str, opens: Sequence[str], places: Mapping[str, Sequence[Span]]) -> Evidence:
    """That a word opens these names, and stands nowhere else in one."""
    spans = sorted(span for other in opens[:3] for span in places[other][:1])
    listed = ", ".join(f"“{other}”" for other in opens[:3])
    sentence = f"“{word}” is the first name of {listed}, and nobody's middle or family name."
    return Evidence(sentence, tuple(spans))


def _is_candidate(stated: str, name: Name) -> bool:
    words = stated.split()
    return (
        len(words) == len(name.parts) == 4  # noqa: PLR2004 (two names of two words)
        and len(name.family) == 1
        and not name.suffix
        and all(
            word.isalpha() and len(word) > 1 and word[0].isupper() and not word.isupper() for word in words
        )
    )


def _known_halves(
    name: Name, wholes: Mapping[str, str], places: Mapping[str, Sequence[Span]]
) -> Iterable[Evidence]:
    for letters in ("".join(name.parts[:2]), "".join(name.parts[2:])):
        if letters in wholes:
            stated = wholes[letters]
            yield Evidence(f"“{stated}” is a name of its own elsewhere.", tuple(places[stated][:1]))


def split_answers(split: Split) -> tuple[tuple[str, str], ...]:
    """The two answers, as lines of the curation file."""
    stated = json.dumps(split.stated, ensure_ascii=False)
    names = json.dumps(split.names, ensure_ascii=False)
    return (
        ("They are two people.", f"people:\n  - person: {stated}\n    split: {names}"),
        ("It is one person.", f"people:\n  - person: {stated}\n    split: [{stated}]"),
    )
