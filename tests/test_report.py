"""The text that commands print."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from seedbed.model.decision import Evidence, Question
from seedbed.model.source import Span
from seedbed.report.questions import print_questions
from seedbed.resolve.curation import parse_curation


def asked(*names: tuple[str, str]) -> str:
    out = StringIO()
    questions = tuple(
        Question(
            "person",
            (),
            f"Are “{one}” and “{other}” one person?",
            (Evidence("Both wrote with “Wei Zhang”.", (Span("a.txt", 3, 4),)),),
            (
                ("They are one person.", f'people:\n  - same: ["{one}", "{other}"]'),
                ("They are two people.", f'people:\n  - different: ["{one}", "{other}"]'),
            ),
        )
        for one, other in names
    )
    print_questions(questions, Console(file=out, soft_wrap=True, highlight=False))
    return out.getvalue()


def test_what_is_printed_changes_nothing_until_it_is_answered() -> None:
    printed = asked(("A. Bee", "Ann Bee"), ("C. Dee", "Cy Dee"))
    assert parse_curation(printed, "library.yml").people == ()
    assert "a.txt:3-4" in printed


def test_answers_under_one_key_can_be_taken_together() -> None:
    printed = asked(("A. Bee", "Ann Bee"), ("C. Dee", "Cy Dee"))
    chosen = printed.replace("# people:", "people:").replace("#   - same", "  - same")
    rulings = parse_curation(chosen, "library.yml").people
    assert [(ruling.verdict, ruling.forms) for ruling in rulings] == [
        ("same", ("A. Bee", "Ann Bee")),
        ("same", ("C. Dee", "Cy Dee")),
    ]


def test_nothing_open_is_said() -> None:
    assert asked() == "# Nothing is open.\n"
