"""Decisions and questions as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from seedbed.model.decision import Decision, Evidence
from seedbed.model.library import Stated
from seedbed.model.shown import Disagreement, Note, Ref, Ruling
from seedbed.model.source import Span
from seedbed.write.differences import disagreement
from seedbed.write.line_ranges import claimed
from seedbed.write.shelf import Shelf
from seedbed.write.wording import capitalised, counted, sentence

HERE = Ref("")
"""Stands for the page that something is shown on."""


def rulings_on(shelf: Shelf, kind: str, subject: str) -> tuple[Ruling, ...]:
    """What was decided about a thing, for its own page."""
    return tuple(ruling(shelf, each, HERE) for each in shelf.decisions.get((kind, subject), ()))


def ruling(shelf: Shelf, decision: Decision, about: Ref) -> Ruling:
    """A decision, about another page or this one."""
    how = (
        f"the maintainer, {decision.rule}" if decision.by == "curation" else f"by the rule “{decision.rule}”"
    )
    return Ruling(about, sentence(decision.decided), how, notes(shelf, decision.evidence))


def notes(shelf: Shelf, evidence: Iterable[Evidence]) -> tuple[Note, ...]:
    """Evidence, each sentence with its lines."""
    return tuple(
        Note(sentence(capitalised(each.sentence)), shelf.places.sources(each.spans)) for each in evidence
    )


def choice(shelf: Shelf, what: str, stated: Stated[Any] | None) -> tuple[Ruling, ...]:
    """Why the leading claim leads, where a rule chose among several."""
    if stated is None or not stated.rule or len(stated.claims) < 2:  # noqa: PLR2004
        return ()
    decided = f"Of {counted(len(stated.claims), 'statement')} of its {what}, the first is shown."
    places = tuple(Note(source.seed, (source,)) for source in shelf.places.sources(claimed(stated)))
    return (Ruling(HERE, decided, f"by the rule “{stated.rule}”", places),)


def disagreements_on(shelf: Shelf, kind: str, subject: str) -> tuple[Disagreement, ...]:
    """The values of a thing about which sources differ, for its own page."""
    return tuple(disagreement(each, HERE, shelf.places) for each in shelf.conflicts.get((kind, subject), ()))


def agreeing(shelf: Shelf, kind: str, subject: str, stated: Stated[Any] | None) -> tuple[Span, ...]:
    """Where the reading that leads is stated: every claim, but those of readings that differ in substance."""
    differing = {
        claim.span for conflict in shelf.conflicts.get((kind, subject), ()) for claim in conflict.readings[1:]
    }
    if stated is None or stated.claims[0].span in differing:
        return claimed(stated)
    return tuple(span for span in claimed(stated) if span not in differing)


def questions_on(shelf: Shelf, kind: str, subject: str) -> tuple[Ref, ...]:
    """The open questions about a thing, each with its place in the notes."""
    return tuple(Ref(each.question.asked, each.place) for each in shelf.questions.get((kind, subject), ()))
