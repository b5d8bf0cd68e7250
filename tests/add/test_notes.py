"""A note on a seed in the curation file, which says what it said and the note; no other character changes."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.add.notes import with_note
from seedbed.errors import SeedbedError
from seedbed.model.curation import Curation
from seedbed.resolve.curation import parse_curation

REAL = Path(__file__).parents[2] / "seeds" / "library.yml"
NOTE = {"source": "https://a.example/t", "captured": "2026-01-31"}
SOURCE = "source: https://a.example/t"
CAPTURED = "captured: 2026-01-31"
FLOW = 'source: "https://a.example/t", captured: "2026-01-31"'
BLOCK = f"  b.txt:\n    {SOURCE}\n    {CAPTURED}\n"


def noted(text: str, seed: str = "b.txt", note: dict[str, str] | None = None) -> str:
    return with_note(text, "seeds/library.yml", seed, note or NOTE)


def of(text: str) -> Curation:
    return parse_curation(text, "seeds/library.yml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"seeds:\n{BLOCK}"),
        ("# Only a comment", f"# Only a comment\n\nseeds:\n{BLOCK}"),
        ("people: []\n", f"people: []\n\nseeds:\n{BLOCK}"),
        (
            "seeds: # all\n    a.txt: # mine\n        kind: list # so\n        # more\n\n# people\npeople:\n",
            (
                "seeds: # all\n    a.txt: # mine\n        kind: list # so\n"
                f"    b.txt:\n      {SOURCE}\n      {CAPTURED}\n        # more\n\n# people\npeople:\n"
            ),
        ),
        ("seeds:\n# none yet\npeople:\n", f"seeds:\n{BLOCK}# none yet\npeople:\n"),
        (
            "seeds:\n  b.txt:\n    kind: list\n  c.txt:\n    kind: list\n",
            f"seeds:\n  b.txt:\n    kind: list\n    {SOURCE}\n    {CAPTURED}\n  c.txt:\n    kind: list\n",
        ),
        (
            'seeds:\n  "b.txt": {kind: list} # so\n',
            f'seeds:\n  "b.txt": {{kind: list, {FLOW}}} # so\n',
        ),
        ("seeds: {}\n", f'seeds: {{"b.txt": {{{FLOW}}}}}\n'),
        (
            "seeds:\n  b.txt:\n    captured: '2020-01-01' # then\n    source: https://old.example # first\n",
            f'seeds:\n  b.txt:\n    captured: "2026-01-31" # then\n    {SOURCE} # first\n',
        ),
        ("seeds:\r\n  a.txt:\r\n", None),
        ("seeds:\n  a.txt:\n    kind: list", None),
        ("seeds:\n  b.txt:\n    captured:\npeople:\n", None),
    ],
)
def test_where_a_note_goes(before: str, after: str | None) -> None:
    text = noted(before)
    if after is not None:
        assert text == after
    (note,) = (note for note in of(text).seeds if note.path == "b.txt")
    assert (note.source, note.captured) == ("https://a.example/t", "2026-01-31")
    assert ("\r\n" in before) == ("\r\n" in text)
    assert text.count("\n") == text.count("\r\n") or "\r\n" not in before


def test_the_file_of_this_library_keeps_every_line() -> None:
    before = REAL.read_text("utf-8")
    after = noted(noted(before), "c.txt")
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "-?"]
    assert changes == []


@pytest.mark.parametrize(
    "seed", ["two words.txt", "a: b.txt", "#.txt", "ä/ß.txt", "'q'.txt", "yes", "2026-01-01"]
)
def test_any_name(seed: str) -> None:
    for text in ("", "seeds:\n  a.txt:\n", "seeds: {}\n"):
        assert of(noted(text, seed)).seeds[-1].path == seed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- one\n", r"^seeds/library.yml:1: the file: found a list"),
        ("seeds:\n  a: [\n", r"^seeds/library.yml:\d: is not YAML"),
        (
            "people: [] \n...\n",
            r"^seeds/library.yml: has no plain place for a note; under “seeds”, add b.txt: {source",
        ),
        ("seeds: &a\n  c.txt: {kind: list}\n  b.txt: *a\n", r"^seeds/library.yml"),
    ],
)
def test_a_file_with_no_place_for_it_is_left(text: str, message: str) -> None:
    with pytest.raises(SeedbedError, match=message):
        noted(text)


def test_a_value_that_the_file_cannot_hold() -> None:
    with pytest.raises(SeedbedError, match="expected a day such as"):
        noted("", note={"captured": "yesterday"})
    with pytest.raises(SeedbedError, match="odd spaces"):
        noted("", seed="a  b.txt")


_COMMENT = st.sampled_from(["", "# said\n", "\n", "\n# said: so\n\n"])
_SEED = st.sampled_from(
    [
        "  {}:\n",
        "  {}: # said\n    kind: list\n",
        "  {}:\n    source: https://x.example # said\n    # said\n    captured: '2020-01-01'\n",
        "  {}: {{kind: list, captured: 2020-01-01}}\n",
        '  "{}":\n    kind: "list"\n\n',
    ]
)
_SEEDS = st.lists(_SEED, max_size=3).map(
    lambda forms: (
        "seeds: # said\n" + "".join(form.format(name) for form, name in zip(forms, "xyz", strict=False))
    )
)
_OTHER = st.sampled_from(['people:\n  - same: ["A", "B"]\n    name: A\n', "topics:\n- label: |-\n    One\n"])
_FILES = st.builds(
    lambda parts, gaps: "".join(
        gap + part for gap, part in zip([*gaps, *[""] * 9], [*parts, ""], strict=False)
    ),
    st.lists(st.one_of(_SEEDS, _OTHER), max_size=3, unique_by=lambda part: part[:5]),
    st.lists(_COMMENT, max_size=4),
)


@settings(deadline=None)
@given(_FILES, st.sampled_from(["x", "z", "b.txt"]), st.sampled_from(["\n", "\r\n"]))
def test_any_file_says_what_it_said_and_the_note(text: str, seed: str, end: str) -> None:
    before = text.replace("\n", end)
    after = noted(before, seed)
    kept = {note.path: (note.kind, note.source, note.captured) for note in of(before).seeds}
    now = {note.path: (note.kind, note.source, note.captured) for note in of(after).seeds}
    kind, _, _ = kept.get(seed, ("", "", ""))
    assert now == {**kept, seed: (kind, NOTE["source"], NOTE["captured"])}
    assert [ruling.forms for ruling in of(after).people] == [ruling.forms for ruling in of(before).people]
    assert after.count("# said") == before.count("# said")
    assert noted(after, seed) == after
