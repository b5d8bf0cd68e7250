from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.sites import faults, page


@pytest.mark.parametrize(
    "url", ["a.html#L12", "#here", "a.html#top", "a.html#", "a.html#%C3%A9", "a.html#old"]
)
def test_a_place_that_is_there_is_found(tmp_path: Path, url: str) -> None:
    target = page('<p id="L12">x</p><p id="é">y</p><a name="old"></a>')
    assert faults(tmp_path, index=page(f'<p id="here"></p><a href="{url}">x</a>'), a=target) == []


@pytest.mark.parametrize("url", ["a.html#L13", "#l12", "a.html#here"])
def test_a_place_that_is_missing_is_told(tmp_path: Path, url: str) -> None:
    index = page(f'<p id="here"></p><a href="{url}">x</a>')
    [found] = faults(tmp_path, index=index, a=page('<p id="L12">x</p>'))
    assert found[:2] == ("index.html", "anchors")
    assert f'"{url}"' in found[2]
