"""What was decided about the library, by whom, on what evidence; and what nobody could decide."""

from __future__ import annotations

from typing import Literal

import msgspec

from seedbed.model.source import Claim, Span

Kind = Literal["work", "person", "transcript", "collection", "topic"]


class Evidence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One sentence that a reader can check, and the lines to check it against."""

    sentence: str
    spans: tuple[Span, ...] = ()


class Decision(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A merge, a split, a match or an inference.

    Attributes:
        kind: What kind of thing it is about.
        subject: The id of the thing that it is about, in the library as it is now.
        decided: The decision, as a sentence.
        rule: The name of the rule in the rules' table, or the key in the curation file.
        by: Whether a rule or the maintainer decided.
    """

    kind: Kind
    subject: str
    decided: str
    rule: str
    by: Literal["rule", "curation"]
    evidence: tuple[Evidence, ...]


class Question(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Two candidates that the rules cannot decide.

    Attributes:
        kind: What kind of thing it is about.
        subjects: The ids concerned.
        asked: The question, as a sentence.
        answers: What can be answered, each with the lines that say so in the curation file.
    """

    kind: Kind
    subjects: tuple[str, ...]
    asked: str
    evidence: tuple[Evidence, ...]
    answers: tuple[tuple[str, str], ...]


class Conflict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Sources that differ in substance about one value.

    Attributes:
        kind: What kind of thing the value belongs to.
        subject: Its id.
        field: Which value of it ("abstract", "date").
        readings: Each reading, as stated, with its place; the first is the one shown.
        rule: The name of the rule that chose it.
        why: That rule's sentence.
    """

    kind: Kind
    subject: str
    field: str
    readings: tuple[Claim[str], ...]
    rule: str
    why: str = ""
