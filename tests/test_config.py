"""Settings that cannot be right are told by their line, before anything is read or written."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed.config import read_settings
from seedbed.errors import SeedbedError

NAMED = "site_name: Small\n"


def fault(folder: Path, text: str | bytes) -> str:
    """What is said about a project with these settings, without the path."""
    file = folder / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SeedbedError) as caught:
        read_settings(file)
    return str(caught.value).removeprefix(str(file))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: 2024\n", ":1: site_name: found “2024”, expected text"),
        ("site_dir: x\n", ": “site_name” is missing; expected a line such as"),
        ("", ": found nothing, expected a line such as"),
        ("- a\n", ": found a list, expected a line such as"),
        (NAMED + "extra: 5\n", ":2: extra: found “5”, expected settings"),
        (
            NAMED + "extra:\n  seedbed:\n    sedes: x\n",
            ":4: extra.seedbed: unknown setting “sedes”, expected",
        ),
        (NAMED + "extra:\n  seedbed:\n    offline: no way\n", ":4: extra.seedbed.offline: found “no way”"),
        (
            NAMED + "extra:\n  seedbed:\n    limits:\n      records: many\n",
            ":5: extra.seedbed.limits.records: found “many”, expected a whole number",
        ),
        (
            NAMED + "extra:\n  seedbed:\n    limits: {record: 1}\n",
            ":4: extra.seedbed.limits: unknown setting",
        ),
        ("site_name: [Small\nsite_dir: x\n", ":2: is not valid YAML: expected ',' or ']', but got ':', "),
        (NAMED + "extra: \a\n", ": is not valid YAML: unacceptable character"),
        (NAMED + "extra: {day: 2024-13-45}\n", ": is not valid YAML: month must be in 1..12"),
        ("[" * 3000, ": is not valid YAML: "),
        (b"\xff\xfe\x00", ": is not UTF-8 text"),
    ],
)
def test_a_setting_that_cannot_be_is_told_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert fault(tmp_path, text).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_dir: seeds\n", ":2: site_dir: “seeds” is the folder of extra.seedbed.seeds"),
        ("site_dir: .\n", ":2: site_dir: “.” holds the folder of extra.seedbed.seeds"),
        ("site_dir: ..\n", ":2: site_dir: "),
        ("site_dir: docs\n", ":2: site_dir: “docs” is the folder of docs_dir"),
        ("site_dir: docs/site\n", ":2: docs_dir: “docs” holds the folder of site_dir"),
        ("site_dir: seeds/site\n", ":2: extra.seedbed.seeds: “seeds” holds the folder of site_dir"),
        ("docs_dir: seeds\n", ":2: extra.seedbed.seeds: “seeds” is the folder of docs_dir"),
        ("extra: {seedbed: {seeds: .}}\n", ":2: extra.seedbed.seeds: “.” holds the folder of docs_dir"),
        ("extra: {seedbed: {cache: .}}\n", ":2: extra.seedbed.cache: “.” holds the folder of"),
        ("extra: {seedbed: {cache: seeds}}\n", ":2: extra.seedbed.cache: “seeds” is the folder of"),
    ],
)
def test_no_folder_may_cost_what_is_in_another(tmp_path: Path, text: str, said: str) -> None:
    assert fault(tmp_path, NAMED + text).startswith(said)


def test_seeds_may_lie_among_the_pages(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(NAMED + "extra: {seedbed: {seeds: docs/seeds}}\n", "utf-8")
    assert read_settings(file).seeds == (tmp_path / "docs" / "seeds").resolve()
