from __future__ import annotations

import pytest

from seedbed.model.record import CollectionRecord, ProfileRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Span
from seedbed.read.coverage import account, find_fault
from tests.read.seeds import seed_of

SEED = seed_of("one\ntwo\n\nfour\nfive\n\n")


def work(first: int, last: int | None = None) -> WorkRecord:
    return WorkRecord(title=Claim("a title", SEED.span(first, last)))


def reading(records: tuple[Record, ...], *unread: Span) -> Reading:
    return Reading(SEED, "kind", "", records, unread)


def test_lines_that_no_record_claims_are_unread() -> None:
    assert account(SEED, "kind", ()).unread == (SEED.span(1, 2), SEED.span(4, 5))
    assert account(SEED, "kind", (work(2),)).unread == (SEED.span(1), SEED.span(4, 5))
    assert account(SEED, "kind", (work(1, 5),)).unread == ()


def test_an_empty_seed() -> None:
    assert account(seed_of(""), "kind", ()).unread == ()
    assert find_fault(account(seed_of(""), "kind", ())) == ""


@pytest.mark.parametrize(
    "records", [(), (work(1),), (work(1, 2), work(4, 5)), (work(1, 5),), (work(5), work(1))]
)
def test_an_account_keeps_the_law(records: tuple[Record, ...]) -> None:
    assert find_fault(account(SEED, "kind", records)) == ""


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (reading((work(1, 2),)), "it passes over line 4"),
        (reading((work(1, 4), work(4, 5))), "it claims line 4 twice"),
        (reading((work(1, 5),), SEED.span(2)), "it claims line 2 twice"),
        (reading((work(1, 5),), SEED.span(3)), "it claims line 3 twice"),
        (reading((work(4, 5),), SEED.span(1, 2), SEED.span(2)), "it claims line 2 twice"),
        (reading((work(1, 7),)), "it claims line 7 of a seed that has 6"),
        (reading((work(1, 2),), SEED.span(4, 9)), "it claims line 9 of a seed that has 6"),
        (
            reading((WorkRecord(title=Claim("a", Span("other.txt", 1, 5))),)),
            "it speaks of other.txt:1-5, which is not in this seed",
        ),
        (
            Reading(SEED, "kind", "", (work(1, 5),), (), (Claim("odd", SEED.span(8)),)),
            "it speaks of seed.txt:8, which is not in this seed",
        ),
    ],
)
def test_each_way_to_break_the_law_is_told(broken: Reading, fault: str) -> None:
    assert find_fault(broken) == fault


def test_works_of_a_profile_share_no_lines() -> None:
    name = Claim("Ann Lee", SEED.span(1))
    fine = ProfileRecord(name, works=(work(2), work(4, 5)))
    assert find_fault(reading((fine,))) == ""
    broken = ProfileRecord(name, works=(work(2, 4), work(4, 5)))
    assert find_fault(reading((broken,))) == "it claims line 4 twice"
    assert find_fault(reading((ProfileRecord(name, works=(work(1, 5),)),))) == "it claims line 1 twice"


def test_works_of_a_list_share_no_lines() -> None:
    title = Claim("Our research", SEED.span(1))
    section = SectionRecord(Claim("Chosen", SEED.span(2)), (work(4), work(5)))
    assert find_fault(reading((CollectionRecord(title, sections=(section,)),))) == ""
    broken = SectionRecord(Claim("Chosen", SEED.span(2)), (work(2, 5),))
    assert find_fault(reading((CollectionRecord(title, sections=(broken,)),))) == "it claims line 2 twice"
