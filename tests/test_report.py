"""The text that commands print."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from seedbed.model.decision import Evidence, Question
from seedbed.model.record import LineCount
from seedbed.model.report import BuildReport, Counts, PageCounts, SeedReport, Since
from seedbed.model.source import Span
from seedbed.report.build import REMARKS_SHOWN, print_build
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


def told(remarks: int, *, verbose: bool = False) -> list[str]:
    """The lines that name a seed with so many remarks, but for the one that says how it was read."""
    said = tuple(f"list.txt:{number}: it was not read" for number in range(1, remarks + 1))
    seed = SeedReport("list.txt", "list", "labels", 1, LineCount(9, 0, 9, 0), remarks=said)
    report = BuildReport((seed,), Counts(seeds=1), Since(), PageCounts())
    printed = StringIO()
    print_build(report, Console(file=printed, width=200), verbose=verbose)
    return [line.strip() for line in printed.getvalue().splitlines() if line.strip().startswith("list.txt:")]


def test_of_very_many_remarks_the_first_are_shown_and_how_many_more_there_are() -> None:
    assert len(told(REMARKS_SHOWN)) == REMARKS_SHOWN
    *shown, more = told(REMARKS_SHOWN + 1)
    assert shown == told(REMARKS_SHOWN)
    assert more == "list.txt: 1 more remark; --verbose shows all"
    assert told(REMARKS_SHOWN + 2)[-1] == "list.txt: 2 more remarks; --verbose shows all"
    assert len([line for line in told(60, verbose=True) if "it was not read" in line]) == 60
