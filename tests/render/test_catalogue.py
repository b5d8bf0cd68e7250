"""The files of a site are those that MkDocs lists."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from seedbed.render.catalogue import list_files
from tests.render.projects import SETTINGS, write_project

OWN = ("main.html", "a.css", ".b.css", "deep/c.css", "deep/.d/e.css", "deep/.f.css", ".g/h.css")


def test_the_theme_s_files_are_those_of_mkdocs(tmp_path: Path) -> None:
    for name in OWN:
        (tmp_path / "over" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "over" / name).write_text("")
    settings = SETTINGS.replace("name: material", "name: material, custom_dir: over")
    config = load_config(str(write_project(tmp_path, settings=settings)))
    listed = Files([])
    listed.add_files_from_theme(config.theme.get_env(), config)
    found = list_files(config).theme
    assert [(uri, folder) for uri, (folder, _) in found.items()] == [
        (file.src_uri, file.src_dir) for file in listed
    ]
    assert {uri for uri, (folder, _) in found.items() if folder.endswith("over")} == {"a.css", "deep/c.css"}
