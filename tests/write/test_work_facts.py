"""What the page of a work states besides title, creators and abstract."""

from __future__ import annotations

from msgspec.structs import replace

from seedbed.model.link import Links
from seedbed.model.record import Particular
from seedbed.model.source import Claim
from seedbed.write.shelving import shelve
from seedbed.write.work_facts import work_facts
from tests.write.small import library


def test_how_a_work_was_published_is_told_from_what_else_is_stated_of_it() -> None:
    made = library()
    work = made.works[1]
    stated = {
        "category": "stat.ME",
        "comment": "9 pages",
        "license": "CC BY",
        "volume": "4",
        "type": "Preprint",
    }
    particulars = tuple(Claim(Particular(*each), work.sources[0]) for each in stated.items())
    made = replace(made, works=(made.works[0], replace(work, particulars=particulars)))
    facts = {
        fact.label: [value.text for value in fact.values]
        for fact in work_facts(shelve(made, Links()), made.works[1])
    }
    assert facts["Published"] == ["volume 4", "Preprint"]
    assert facts["Comment"] == ["9 pages"]
    assert facts["Licence"] == ["CC BY"]
    assert facts["Categories"] == ["Machine Learning (cs.LG)", "Methodology (stat.ME)"]
