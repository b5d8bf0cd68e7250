"""Decisions and questions while the things that they are about have no address yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from seedbed.model.decision import Decision, Evidence, Kind, Question

By = Literal["rule", "curation"]


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision about the thing that `member` belongs to: the number of a listing or a form of a name."""

    member: int
    decided: str
    rule: str
    evidence: tuple[Evidence, ...]
    by: By = "rule"


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question about the things that `members` belong to."""

    members: tuple[int, ...]
    asked: str
    evidence: tuple[Evidence, ...]
    answers: tuple[tuple[str, str], ...]


def settle(
    kind: Kind, drafts: Iterable[DecisionDraft], address: Callable[[int], str]
) -> tuple[Decision, ...]:
    """The drafts with their subjects' ids, sorted, each once."""
    decisions = {
        Decision(kind, address(draft.member), draft.decided, draft.rule, draft.by, draft.evidence)
        for draft in drafts
    }
    return tuple(sorted(decisions, key=decision_order))


def decision_order(decision: Decision) -> tuple[str, str, str, str, str]:
    """By kind, subject, rule, and what was decided on which evidence."""
    return (
        decision.kind,
        decision.subject,
        decision.rule,
        decision.decided,
        _evidence_order(decision.evidence),
    )


def ask(kind: Kind, drafts: Iterable[QuestionDraft], address: Callable[[int], str]) -> tuple[Question, ...]:
    """The questions with their subjects' ids, sorted; none about things that have become one since.

    What several places give reason to ask of two things is asked once, on the evidence of all.
    """
    questions: dict[tuple[str, ...], list[QuestionDraft]] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.asked, _evidence_order(draft.evidence))):
        subjects = tuple(sorted({address(member) for member in draft.members}))
        if len(subjects) > 1:
            questions.setdefault(subjects, []).append(draft)
        elif len(draft.members) == 1:
            questions.setdefault((*subjects, draft.asked), []).append(draft)
    asked = (
        Question(
            kind,
            subjects if len(asking[0].members) > 1 else subjects[:1],
            asking[0].asked,
            tuple(dict.fromkeys(each for draft in asking for each in draft.evidence)),
            asking[0].answers,
        )
        for subjects, asking in questions.items()
    )
    return tuple(sorted(asked, key=question_order))


def question_order(question: Question) -> tuple[str, tuple[str, ...], str, str]:
    """By kind, subjects, what is asked, and on which evidence."""
    return (question.kind, question.subjects, question.asked, _evidence_order(question.evidence))


def _evidence_order(evidence: Iterable[Evidence]) -> str:
    return " ".join(f"{each.sentence} {' '.join(map(str, each.spans))}" for each in evidence)
