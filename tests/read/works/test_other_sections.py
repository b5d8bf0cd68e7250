"""Sections of a curriculum vitae that list no works, and the keynotes of a meeting, which are its works."""

from __future__ import annotations

from seedbed.read.works.other_sections import outside_others
from seedbed.text.lines import filled
from tests.read.seeds import LONG

TALK = f"Rain and Its Roofs\nAnn Lee\n{LONG} {LONG}\n"


def _kept(text: str) -> set[str]:
    return {line.text for line in outside_others(filled(text.splitlines()))}


def test_talks_of_a_person_are_left_out() -> None:
    kept = _kept(f"Publications\nOn Growth\nTalks\nRain at Cork\nRain at Oslo\n{TALK * 3}")
    assert "On Growth" in kept
    assert "Rain at Cork" not in kept


def test_keynotes_of_a_meeting_are_kept() -> None:
    assert {"Keynotes", "Rain and Its Roofs"} <= _kept(f"Keynotes\n{TALK * 3}Panels\n{TALK}")


def test_talks_without_abstracts_are_left_out() -> None:
    assert "Rain at Cork" not in _kept("Ann Lee\nInvited talks\nRain at Cork\nRain at Oslo\nRain at Bonn")


def test_posts_of_a_blog_are_left_out_though_one_is_about_a_report() -> None:
    kept = _kept("Publications\nOn Growth\n\nRecent Posts\nHow I read a report\nThree kinds\nAnn Lee")
    assert kept == {"Publications", "On Growth"}
