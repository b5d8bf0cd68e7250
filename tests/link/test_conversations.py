"""Conversations of other fields than the real one, labelled by hand: hardly a tie may be false."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from seedbed.link import link
from seedbed.model.library import Work
from tests.link.factory import library, transcript, work

FIXTURES = Path(__file__).parent / "fixtures" / "conversations"


def _read(name: str) -> tuple[dict[str, Any], dict[str, Work]]:
    labelled = yaml.safe_load((FIXTURES / f"{name}.yml").read_text("utf-8"))
    works = {
        key: work(each["title"], each.get("abstract", ""), creators=each["creators"])
        for key, each in labelled["works"].items()
    }
    return labelled, works


@pytest.mark.parametrize("name", ["sleep", "clouds"])
def test_hardly_a_tie_is_false(name: str, record_property: Any) -> None:
    labelled, works = _read(name)
    turns = labelled["turns"]
    talk = transcript("A Talk", *((turn["speaker"], turn["said"]) for turn in turns))
    found = {(each.turn, each.work) for each in link(library(talk, *works.values())).discussions}
    about = {(number, works[key].id) for number, turn in enumerate(turns, 1) for key in turn.get("about", ())}
    perhaps = {
        (number, works[key].id) for number, turn in enumerate(turns, 1) for key in turn.get("perhaps", ())
    }
    precision = len(found & about) / len(found - perhaps)
    recall = len(found & about) / len(about)
    record_property("precision", round(precision, 2))
    record_property("recall", round(recall, 2))
    print(f"{name}: precision {precision:.2f}, recall {recall:.2f} of {len(about)}")  # noqa: T201
    assert precision >= 0.93
    assert recall >= 0.28
