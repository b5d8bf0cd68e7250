"""References whose title is marked, as by a link or bold type: what stands behind it."""

from __future__ import annotations

import re

from seedbed.read.creators import is_name_list, read_names
from seedbed.read.references.fact_lines import tells_count
from seedbed.read.references.found import PART, Found
from seedbed.read.references.names import one_or_several
from seedbed.read.references.parts import names_and_venue
from seedbed.read.references.venue import VENUE, stated_date

_DASH = re.compile(r"\s[—–|·]\s")
_AFTER_LINK = re.compile(r"^[\s:,.|–—-]*")


def behind_title(title: str, behind: str) -> Found | None:
    """The reference of a title that a link or bold type marks, and of the names and the rest behind it."""
    stated = _AFTER_LINK.sub("", behind)
    if dashed := _between_dashes(title, stated):
        return dashed
    names, *rest = PART.split(stated, maxsplit=1)
    if not rest:
        names, _, year = stated.rpartition(", ")
        rest = [year]
    written = names.strip(" ,.")
    listed = one_or_several(written)
    if listed is None or any(map(VENUE.search, listed.names)):
        listed, venue = names_and_venue(stated)
        rest = [venue]
    date = stated_date(rest[0])
    return Found(title, listed, date, rest[0], is_marked=True) if listed and date else None


def _between_dashes(title: str, stated: str) -> Found | None:
    """The same where dashes part the names and the rest: "Ann Lee — Rain Letters, 2020 — cited by 3"."""
    written, *behind = map(str.strip, _DASH.split(stated))
    rest = ", ".join(part for part in behind if not tells_count(part))
    listed = read_names(written) if is_name_list(written) and VENUE.search(written) is None else None
    date = stated_date(rest) if listed else None
    return Found(title, listed, date, rest, is_marked=True) if listed and listed.names and date else None
