from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

THEME_FILES = {
    "main.html": '{% extends "base.html" %}\n',
    "assets/seedbed/frame.css": "body { margin: 0 }\n",
    "assets/seedbed/deep/note.txt": "a file of the theme\n",
}


@pytest.fixture(scope="session")
def theme_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    theme = tmp_path_factory.mktemp("theme")
    for name, text in THEME_FILES.items():
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text(text)
    return theme


@pytest.fixture(scope="module")
def small_theme(theme_folder: Path) -> Iterator[None]:
    """In place of our theme one that is small, so that each of many sites is made and compared sooner."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seedbed.render.settings.THEME", theme_folder)
        yield
