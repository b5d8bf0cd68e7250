"""Real-looking files of every format, each with its truth beside it, in YAML.

A truth states the kind, what the file's records hold, and the lines that stay unread; of a long text only the
beginning and the end, with " … " between them. `told` is what the reader remarks, by how each remark begins.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec.yaml
import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import (
    CollectionRecord,
    ProfileRecord,
    Reading,
    TranscriptRecord,
    TurnRecord,
    WorkRecord,
)
from seedbed.model.source import Seed
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.gathering import read_seed

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.glob("*/*") if path.suffix != ".yml")
LONG = 100
"""Characters of a text that a truth states whole."""
ENDS = 40
SAME = ("---", "———")
"""In place of names: those of the reference above."""


@cache
def read_sample(path: Path) -> tuple[Seed, Reading]:
    """A sample and how it is read, once for all who only look at it."""
    seed = read_seed(path, path.name, shown=path.name)
    return seed, read(seed)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample(path: Path) -> None:
    _, reading = read_sample(path)
    assert find_fault(reading) == ""
    truth = msgspec.yaml.decode(path.with_suffix(".yml").read_bytes())
    told = [str(remark) for remark in truth.pop("told", [])]
    remarks = [remark.value for remark in reading.remarks]
    assert [remark[: len(begins)] for remark, begins in zip(remarks, told, strict=True)] == told
    assert describe(reading) == truth


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_name_or_title_stands_in_the_lines_that_are_named_for_it(path: Path) -> None:
    if path.parent.name in {"bibtex", "csl-json"}:
        return  # their syntax may part a name, or write its letters in LaTeX
    seed, reading = read_sample(path)
    for work in reading.works():
        for claim, values in (
            (work.creators, work.creators.value.names if work.creators else ()),
            (work.mentors, work.mentors.value.names if work.mentors else ()),
            (work.title, (work.title.value,) if work.title else ()),
        ):
            said = " ".join(seed.lines[claim.span.first - 1 : claim.span.last]) if claim else ""
            if not said.lstrip().startswith(SAME):
                assert [value for value in values if _letters(value) not in _letters(said)] == []


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", html.unescape(text)).casefold()
    return "".join(filter(str.isalnum, plain))


def test_there_are_two_of_each() -> None:
    kinds = [path.parent.name for path in FILES]
    assert {kind for kind in kinds if kinds.count(kind) < 2} == set()
    assert len(set(kinds)) == len(list(SAMPLES.iterdir()))


def describe(reading: Reading) -> dict[str, Any]:
    """A reading as a truth states it; what is empty is left out."""
    found: dict[str, Any] = {"kind": reading.kind}
    for record in reading.records:
        match record:
            case TranscriptRecord():
                found |= _transcript(record)
            case ProfileRecord():
                figures = {claim.value.label: claim.value.value for claim in record.figures}
                field = record.field.value if record.field else ""
                found["profile"] = _filled({"name": record.name.value, "field": field, "figures": figures})
            case CollectionRecord():
                found["list"] = _filled(
                    {
                        "title": record.title.value,
                        "introduction": [_short(claim.value) for claim in record.introduction],
                        "sections": [
                            f"{section.title.value if section.title else ''}: {len(section.works)}"
                            for section in record.sections
                        ],
                        "questions": [claim.value for claim in record.questions],
                    }
                )
            case _:
                pass
    found["works"] = [_work(work) for work in reading.works()]
    found["unread"] = list(_ranges(list(reading.unread_lines())))
    return _filled(found)


def _work(work: WorkRecord) -> dict[str, Any]:
    span = work.span()
    return _filled(
        {
            "lines": f"{span.first}-{span.last}",
            "title": work.title.value if work.title else "",
            "creators": list(work.creators.value.names) if work.creators else [],
            "left_out": bool(work.creators and not work.creators.value.complete),
            "date": _date(work.date.value) if work.date else "",
            "under": _date(work.under.value) if work.under else "",
            "venue": work.venue.value if work.venue else "",
            "published": [f"{claim.value.label}: {claim.value.value}" for claim in work.particulars],
            "category": work.category.value if work.category else "",
            "score": str(work.score.value) if work.score else "",
            "code": bool(work.has_code and work.has_code.value),
            "topics": [claim.value for claim in work.topics],
            "organisations": [claim.value for claim in work.organisations],
            "fellows": list(work.fellows.value.names) if work.fellows else [],
            "mentors": list(work.mentors.value.names) if work.mentors else [],
            "links": [claim.value for claim in work.links],
            "abstract": _short(work.abstract.value) if work.abstract else "",
        }
    )


def _transcript(record: TranscriptRecord) -> dict[str, Any]:
    return {
        "title": record.title.value if record.title else "",
        "date": _date(record.date.value) if record.date else "",
        "host": record.host.value if record.host else "",
        "section": record.section.value if record.section else "",
        "summary": [_short(claim.value) for claim in record.summary],
        "chapters": [f"{claim.span.first}: {claim.value}" for claim in record.headings],
        **({"cast": {each.value.label: each.value.name for each in record.cast}} if record.cast else {}),
        "turns": [_turn(turn) for turn in record.turns],
    }


def _turn(turn: TurnRecord) -> dict[str, Any]:
    inside = [claim.value for claim in turn.times if claim.value != turn.time]
    return _filled(
        {
            "who": turn.label,
            "at": "" if turn.time is None else f"{turn.time} s",
            "and_at": [f"{time} s" for time in inside],
            "says": [_short(claim.value) for claim in turn.paragraphs],
        }
    )


def _date(date: PartialDate) -> str:
    return (
        date.iso()
        if date.year is not None
        else f"--{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
    )


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:ENDS]} … {text[-ENDS:]}"


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Lines as "3", or "3-5" where they follow each other."""
    while numbers:
        count = next(n for n in range(1, len(numbers) + 1) if numbers[n : n + 1] != [numbers[0] + n])
        yield str(numbers[0]) if count == 1 else f"{numbers[0]}-{numbers[count - 1]}"
        numbers = numbers[count:]


def _filled(stated: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in stated.items() if value}
