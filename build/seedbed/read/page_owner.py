"""Whose page it is that lists works: the name above them that each of their lists of creators has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from seedbed.model.record import BibliographyRecord, NameList, ProfileRecord, Reading, Record
from seedbed.read.claims import claim_of
from seedbed.read.coverage import account, find_fault
from seedbed.read.references.names import single_name
from seedbed.read.vocabulary import PARTICLES
from seedbed.text.lines import Line
from seedbed.text.names import read_name

_DECORATION = re.compile(r"^[\W_]+")
_OF_PAGE = re.compile(
    r"^(?i:(?:personal )?(?:home ?page|web ?page|website|page)|(?:list of )?publications|papers|works"
    r"|articles|curriculum vitae|cv|photo|search results|author)"
    r"(?i: of| by| for(?: author:)?|:| ?[–—-]) (?=[^\W_a-z])"
    r"|: (?i:publications|papers|research)$"
    r"|['’]s (?i:(?:personal )?(?:home ?page|web ?page|website|page)|publications)$"
)
"""What a page says of itself beside the name of its owner: "Home page of Ida Roe", "Works by Ida Roe"."""
_NUMBER = re.compile(r" 0\d{3}$")
"""By which dblp tells people of one name apart."""
_LONGEST = 100
_FEWEST = 2
"""So many works have to name the owner."""

_Key = tuple[str, str]
"""A first initial, and a part of a family name."""


def find_page_owner(lines: Sequence[Line], named: Sequence[NameList | None], first: int) -> Line | None:
    """The line above line `first` that is the owner's name, without what the page says of itself beside it.

    It is the first name there that all complete lists of creators have, and most works; a double name may be
    written there with one part of it. Those who wrote everything together with the owner stand further down.

    Args:
        lines: Those of the page that are not blank.
        named: The creators of each work; None where they are not known.
        first: The line of the first work.
    """
    lists = [listed for listed in named if listed is not None]
    counts = Counter(key for listed in lists for key in set(_keys(listed.names)))
    whole = [set(_keys(listed.names)) for listed in lists if listed.complete]
    in_all = set.intersection(*whole) if whole else counts.keys()
    fewest = max(_FEWEST, len(named) / 2)
    found = {key for key, count in counts.items() if count >= fewest and key in in_all}
    for line in lines if found else ():
        if line.number >= first:
            break
        bare = bare_owner(line.text) if len(line.text) <= _LONGEST else ""
        if bare and single_name(bare) is not None and not found.isdisjoint(_keys((bare,))):
            return Line(line.number, bare)
    return None


def as_profile(reading: Reading, owner: Line | None) -> Reading:
    """The reading of a file of references as `owner`'s profile, where no two works share a line."""
    if owner is None:
        return reading
    name = claim_of(reading.seed, owner)
    records: list[Record] = [
        ProfileRecord(name, works=record.works, labels=record.labels)
        if isinstance(record, BibliographyRecord)
        else record
        for record in reading.records
    ]
    profile = account(reading.seed, reading.kind, records, reading.remarks)
    return reading if find_fault(profile) else profile


def bare_owner(text: str) -> str:
    """What may be a name, without what adorns it: "* Home page of Ida Roe", "Ida Roe 0002"."""
    return _NUMBER.sub("", _OF_PAGE.sub("", _DECORATION.sub("", text)))


def _keys(names: Iterable[str]) -> Iterator[_Key]:
    for each in names:
        name = read_name(each)
        initial = name.given[0][:1] if name.given else ""
        for part in name.family or name.given:
            if initial and part not in PARTICLES:
                yield initial, part
