"""References of one person in full, among others that begin with several such names.

"Ann Lee. On Rain. Rain Letters, 2020." alone may be many things; among others like it that name several
people, it is one more reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from seedbed.model.record import NameList
from seedbed.read.references.names import single_name
from seedbed.read.references.reference import Reference, without_marker
from seedbed.text.lines import Line

_FEWEST = 2
_SEVERAL = NameList(("Ann Roe", "Bo Poe"))
"""Who stands in for the one, so that the reference is read as those of several are."""
_BEGINNING = re.compile(r"(?P<names>(?:[^\W\d_][\w'’.-]* ){1,4}?[^\W\d_][\w'’-]+)\. (?=[^\W_a-z]|[\d“\"])")


def references_of_one(
    lines: Sequence[Line],
    found: Mapping[int, Reference],
    read_at: Callable[[int, str], Reference | None],
) -> dict[int, Reference]:
    """The references of one person each, by the index of their line; none unless others name several so.

    Args:
        lines: The list's.
        found: Those that are known, by the index of theirs.
        read_at: Reads a text as a reference that stands at such an index.
    """
    alike = sum(1 for at, reference in found.items() if _begins_with_names(lines[at].text, reference))
    if alike < _FEWEST:
        return {}
    read = {
        at: _reference_of_one(line.text, partial(read_at, at))
        for at, line in enumerate(lines)
        if at not in found
    }
    return {at: reference for at, reference in read.items() if reference is not None}


def _begins_with_names(text: str, reference: Reference) -> bool:
    """Whether several names in full begin a reference, and a full stop stands behind them."""
    *_, last = reference.creators.names or ("",)
    named = len(reference.creators.names) > 1 and not any("," in name for name in reference.creators.names)
    return named and without_marker(text).startswith(reference.creators.names[0]) and f"{last}. " in text


def _reference_of_one(text: str, read: Callable[[str], Reference | None]) -> Reference | None:
    text = without_marker(text)
    beginning = _BEGINNING.match(text)
    one = single_name(beginning["names"]) if beginning else None
    if beginning is None or one is None:
        return None
    reference = read(f"{', '.join(_SEVERAL.names)}. {text[beginning.end() :]}")
    whole = reference is not None and reference.creators == _SEVERAL and not reference.publication.is_empty()
    return replace(reference, creators=one) if reference and whole else None
