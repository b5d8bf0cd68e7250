from __future__ import annotations

import pytest

from seedbed.read.buttons import is_buttons, is_control, leads_on, leads_to_work, without_last_buttons


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Read this paper on the archive…", True),
        ("View the whole list →", True),
        ("Read this paper on the archive.", False),
        ("Reading the archive…", False),
        ("View full details", True),
        ("Draft available upon request", True),
        ("Draft contracts are available to all", False),
    ],
)
def test_lines_that_lead_on(text: str, *, leads: bool) -> None:
    assert leads_on(text) == leads


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("On Rain (PDF) [final version]", "On Rain"),
        ("On Rain [PDF] [Code] [Data] [Slides] [Video]", "On Rain"),
        ("On Rain [Artifact] [PDF] [Coq proofs]", "On Rain"),
        ("On Rain (PDF) (Code) (Data) (Slides) (Video)", "On Rain (PDF)"),
        ("On Rain (in Cork)", "On Rain (in Cork)"),
    ],
)
def test_buttons_behind_a_title(title: str, bare: str) -> None:
    assert without_last_buttons(title) == bare


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("PDF  Code", True),
        ("Add bookmark Project Page OpenReview", True),
        ("[Draft] [Slides]", True),
        ("[Published version] | [Column in the Cork Post]", True),
        ("[Draft] [Slides]   * Winner of a prize", True),
        ("[Draft] [Slides] On Rain", False),
        ("[PDF] On Rain", False),
        ("[On the rain of Cork]", False),
        ("[1] [2]", False),
    ],
)
def test_lines_of_buttons(text: str, *, buttons: bool) -> None:
    assert is_buttons(text) == buttons


@pytest.mark.parametrize(
    ("text", "button", "link", "control"),
    [
        ("PDF", True, True, True),
        ("Working paper | Protocol", False, True, True),
        ("Read more", False, False, True),
        ("[Roofs] [Gutters]", False, False, True),
        ("[thumbnail]", False, False, True),
        ("On Rain", False, False, False),
    ],
)
def test_each_question_about_buttons_is_wider(text: str, *, button: bool, link: bool, control: bool) -> None:
    assert (is_buttons(text), leads_to_work(text), is_control(text)) == (button, link, control)
