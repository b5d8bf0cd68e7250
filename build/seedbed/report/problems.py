"""Problems of one file, as a compiler shows them: the place, the line itself, a mark under it, what to do.

The first line of each has the form that editors know from compilers, `file:line:column: severity: message`.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from seedbed.diagnose import Excerpt, Problem

MOST = 20
"""How many problems are shown unless all are asked for."""
_NARROWEST = 40
_COLOURS: Mapping[str, str] = {"error": "red", "odd": "yellow", "unread": "yellow"}


def print_problems(problems: tuple[Problem, ...], console: Console, *, verbose: bool) -> None:
    """Show each problem; of very many, the first few and how many more there are."""
    shown = problems if verbose else problems[:MOST]
    for problem in shown:
        console.print()
        _print_problem(problem, console)
    if len(shown) < len(problems):
        console.print()
        console.print(f"{len(problems) - len(shown):,} more places like these; --verbose shows them.")


def _print_problem(problem: Problem, console: Console) -> None:
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    colour = _COLOURS[problem.severity]
    console.print(Text.assemble((place, "bold"), ": ", (problem.severity, colour), ": ", problem.message))
    gutter = len(f"{problem.line}") + 2
    if problem.excerpt is not None:
        text, mark = _cut(problem.excerpt, max(_NARROWEST, console.width - gutter - 3))
        console.print(Text.assemble((f" {problem.line} | ", "dim"), text))
        console.print(Text.assemble((f"{' ' * gutter}| ", "dim"), (mark, colour)))
    for what, sentence in (("expected", problem.expected), ("to do", problem.remedy)):
        if sentence:
            console.print(Text.assemble(" " * gutter, ("= ", "dim"), f"{what}: {sentence}"))


def _cut(excerpt: Excerpt, width: int) -> tuple[str, str]:
    """The excerpt and the mark under it, in as many cells of the terminal; wide characters fill two."""
    text = excerpt.text
    before = cell_len(text[: excerpt.first])
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    under = max(1, min(cell_len(excerpt.text[excerpt.first : excerpt.last]), cell_len(text) - before))
    return text, " " * before + "^" + "~" * (under - 1)
