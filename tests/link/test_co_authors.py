from __future__ import annotations

from seedbed.link.co_authors import MOST_CREATORS, co_authors, too_many_creators
from tests.link.factory import work


def test_two_creators_meet_in_every_work_that_they_share() -> None:
    one = work("One", creators=["Bea", "Ann"])
    two = work("Two", creators=["Ann", "Bea", "Cy"])
    found = {(each.person, each.other): each.works for each in co_authors([one, two])}
    assert found == {("ann", "bea"): ("one", "two"), ("ann", "cy"): ("two",), ("bea", "cy"): ("two",)}


def test_a_creator_alone_has_no_co_author() -> None:
    assert co_authors([work("One", creators=["Ann"])]) == ()


def test_a_work_of_very_many_creators_makes_no_pairs_and_says_so() -> None:
    crowd = work("Crowd", creators=[f"Person {number}" for number in range(MOST_CREATORS + 1)])
    assert co_authors([crowd]) == ()
    (warning,) = too_many_creators([crowd])
    assert "“Crowd” has 101 creators" in warning
