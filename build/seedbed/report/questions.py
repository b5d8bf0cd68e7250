"""The open questions, printed as entries for the curation file."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from seedbed.model.decision import Question


def print_questions(questions: tuple[Question, ...], console: Console) -> None:
    """Print each question with its answers, all as comments: to answer, uncomment one and the key above it.

    Questions that are answered under one key of the curation file stand together, for it takes each key once.
    """
    if not questions:
        console.print("# Nothing is open.")
    by_key: dict[str, list[Question]] = {}
    for question in questions:
        by_key.setdefault(_key(question.answers[0][1]), []).append(question)
    for key, asked in by_key.items():
        console.print(Text(f"# {key}"))
        for question in asked:
            console.print()
            console.print(Text(f"#   {question.asked}"))
            for evidence in question.evidence:
                places = f" ({', '.join(str(span) for span in evidence.spans)})" if evidence.spans else ""
                console.print(Text(f"#     {evidence.sentence}{places}"))
            for answer, entry in question.answers:
                console.print(Text(f"#   {answer}"))
                for line in entry.splitlines()[1:]:
                    console.print(Text(f"# {line}"))
        console.print()


def _key(entry: str) -> str:
    return entry.splitlines()[0]
