from __future__ import annotations

import pytest

from seedbed.read.no_titles import is_label, says_no_title


@pytest.mark.parametrize(
    "text",
    [
        "Nov 1, 2024",
        "28/10/2025",
        "05/08/2024",
        "Summer 2025",
        "Winter 2024–25",
        "Spring 2024 cohort",
        "January–March 2025",
        "Rain · Spring 2024",
        "May 2024 | Draft on request",
        "Issue #211 · 6 February 2026 · 8 min read",
        "ROOFS 2025 (Spotlight)",
        "Journal ref: Annals of Slow Rain 3 (2025) 55-71",
        "Subjects: Atmospheric Physics (physics.ao-ph)",
        "No abstract available.",
        "Pages 35-41",
        "Fellows",
        "Mentors:",
        "Published by Rain Press",
        "Tweet thread",
        "[PDF] [Code]",
        "Honorable Mention",
        "Hall B #1107",
        "#23",
        "Room 12",
        "Supervised by Ann Lee",
        "Associate Professor of Rain",
        "Ann Lee, Bo van den Ek, I. Moe",
        "Ann Lee, Bo Ek, Ida Moe and Jo Roe",
        "Ann Lee · Bo Ek · Ida Moe",
        "Ann Lee*, Bo Ek*†",
        "• The city of Oslo counts its gutters. [Rain Daily]",
        "Review of Slow Rain, 2024, 17(2), 211–248",
        "Annals of Gutters 3 (2–3): 12",
        "Roofs of the North, pp. 4–12.",
        "Institute of Rain Report 2020:7",
        "Journal of Rain, 2024",
        "Proceedings of the Roof Conference (ROOF), 2022",
        "at https://code.example.org/slow-rain.",
    ],
)
def test_lines_that_are_no_titles(text: str) -> None:
    assert says_no_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Rain",
        "Winter in 2024: A Long One",
        "Mentors and Their Gutters",
        "Abstract Rain",
        "Abstract: A Game of Roofs",
        "Published, Yet Unread: Roofs of 1984",
        "Pages of Rain",
        "The Summer 2025 Floods | What the Roofs Knew",
        "[What Gutters Hold]",
        "Are Roofs 2025 Years Old?",
        "1,000 Roofs",
        "Room for Rain",
        "Hall Effects in Wet Slate",
        "Rain, Snow, Hail",
        "Counting the Gutters of Oslo, 1962",
        "Notes on the 2025 Oslo Workshop on Gutters",
        "Slate, Tile and Thatch on Northern Roofs",
        "What Ann Lee, Bo Ek and Ida Moe Measured",
        "A Report on 2020",
        "Roofs (2)",
        "A* Search, D* Search and Gutters",
    ],
)
def test_titles(text: str) -> None:
    assert not says_no_title(text)


def test_labels() -> None:
    assert is_label("Comments")
    assert not is_label("Ann Lee")
