"""Whose page it is that lists works: the name above them that each of their lists of creators has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

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
_BESIDE = re.compile(
    r"^(?i:about|profile|publication list|selected works|i['’]m|i am"
    r"|(?:hi|hello|hey)\b.{0,12}\b(?:i['’]m|i am|name is))"
    r"(?i: of)?:? (?=[^\W_a-z])|\s?[(\[](?:s?he|they)/[\w/]{2,12}[)\]]"
)
"""The same in words that may also begin something else."""
_BETWEEN = re.compile(r"\s[|·–—-]\s")
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
    written there with one part of it. Those who wrote everything together with the owner stand further down,
    and where several creators stand one below the other, the page may be anybody's.

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
    above = [line for line in lines if line.number < first] if found else []
    named_on = [_creator_on(line.text, counts) for line in above]
    for at, name in enumerate(named_on):
        keys = set(_keys((name,)))
        beside = (*named_on[max(0, at - 1) : at], *named_on[at + 1 : at + 2])
        alone = not any(other and keys.isdisjoint(_keys((other,))) for other in beside)
        if name and alone and not found.isdisjoint(keys):
            return Line(above[at].number, name)
    return None


def _creator_on(text: str, creators: Collection[_Key]) -> str:
    """A creator's name that a line is, or that stands there beside what else the page says of its owner."""
    if len(text) > _LONGEST:
        return ""
    stated = bare_owner(text)
    bare = _BESIDE.sub("", stated).rstrip("*_ !")
    bare = bare if bare == stated else bare.removesuffix(".")
    half = len(bare) // 2
    bare = bare[:half] if bare[:half] == bare[half:] else bare
    named = (part for part in (bare, *_BETWEEN.split(bare)) if part and single_name(part) is not None)
    return next((name for name in named if any(key in creators for key in _keys((name,)))), "")


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
