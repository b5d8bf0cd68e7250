"""Templates are compiled once, and again when anything changed that they follow from."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from tests.render.projects import QUICK, page
from tests.render.test_incremental import Project, counts

pytestmark = pytest.mark.usefixtures("small_theme")

OVERRIDE = """{% extends "base.html" %}{% block extrahead %}<meta name="sown" content="MARK">{% endblock %}"""

# What Material's plugins ask for in an environment of their own.
OF_PLUGINS = {"partials/language.html", "partials/languages/en.html"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "main.html").write_text(OVERRIDE)
    project = Project(tmp_path, QUICK.replace("name: material", "name: material, custom_dir: over"))
    assert "custom_dir" in project.config.read_text()
    project.build()
    return project


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates that are compiled."""
    names: list[str] = []
    compile_ = jinja2.Environment.compile

    def watch(
        environment: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> object:
        if filename is not None:
            names.append(name or "")
        return compile_(environment, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", watch)
    return names


def change(project: Project) -> None:
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."))


def test_templates_that_are_the_same_are_not_compiled_again(project: Project, compiled: list[str]) -> None:
    change(project)
    assert counts(project.build()) == (1, 3, 0)
    # Icons are named by settings, which no template shows.
    assert {name for name in compiled if not name.startswith(".icons/")} <= OF_PLUGINS
    project.assert_clean()


def test_a_template_that_changed_is_compiled_again(project: Project, compiled: list[str]) -> None:
    (project.root / "over" / "main.html").write_text(OVERRIDE.replace("MARK", "again"))
    assert counts(project.build()) == (4, 0, 0)
    assert "main.html" in compiled
    assert 'content="again"' in (project.site / "papers" / "two.html").read_text()
    project.assert_clean()


def test_what_is_damaged_is_compiled_again(project: Project, compiled: list[str]) -> None:
    kept = project.cache / "templates"
    kept.write_bytes(kept.read_bytes()[:-20] + bytes(20))
    change(project)
    assert counts(project.build()) == (1, 3, 0)
    assert "main.html" in compiled
    project.assert_clean()


def test_a_template_may_name_one_that_need_not_be_there(project: Project) -> None:
    optional = OVERRIDE.replace("MARK", "{% include 'not-there.html' ignore missing %}")
    (project.root / "over" / "main.html").write_text(optional)
    assert counts(project.build()) == (4, 0, 0)
    project.assert_clean()
