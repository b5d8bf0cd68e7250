"""A rendering that finds part of its work done, and what was done of it no longer right."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed.model.date import PartialDate
from seedbed.render import Rendered, render
from seedbed.render.ready import Ready, get_ready_ahead
from tests.render.projects import contents, page
from tests.render.test_incremental import DATE, Project, counts

pytestmark = pytest.mark.usefixtures("small_theme")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.build()
    return project


def get_ready(project: Project) -> Ready:
    ready = get_ready_ahead(project.config, project.site, project.cache)
    assert ready is not None
    return ready


def build(project: Project, ready: Ready, date: PartialDate = DATE) -> Rendered:
    return render(project.config, project.site, cache_dir=project.cache, date=date, ready=ready)


def test_pages_that_change_afterwards_are_made_again_and_no_others(project: Project) -> None:
    ready = get_ready(project)
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."), papers__three=page("Three"))
    assert counts(build(project, ready)) == (2, 3, 0)
    project.assert_clean()


def test_the_date_may_change_afterwards(project: Project) -> None:
    date = PartialDate(2027, 1, 2)
    assert counts(build(project, get_ready(project), date)) == (0, 4, 0)
    project.assert_clean(date)


def test_nothing_need_change_afterwards(project: Project) -> None:
    before = contents(project.site)
    assert counts(build(project, get_ready(project))) == (0, 4, 0)
    assert contents(project.site) == before


def test_where_another_build_came_between_it_is_not_used(project: Project) -> None:
    ready = get_ready(project)
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."))
    assert project.build().rendered == 1
    project.write(papers__one=page("One", "[two](two.md)"))
    assert counts(build(project, ready)) == (1, 3, 0)
    project.assert_clean()


@pytest.mark.parametrize("name", ["papers/one.html", "data/pixel.svg"])
def test_an_output_that_is_altered_afterwards_is_put_right_by_the_next_build(
    project: Project, name: str
) -> None:
    ready = get_ready(project)
    with (project.site / name).open("a") as file:
        file.write(" ")
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."))
    build(project, ready)
    project.build()
    project.assert_clean()


def test_settings_that_change_afterwards_are_seen_by_the_next_build(project: Project) -> None:
    ready = get_ready(project)
    project.config.write_text(project.config.read_text().replace("site_name: Small", "site_name: Other"))
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."))
    build(project, ready)
    assert counts(project.build()) == (4, 0, 0)
    project.assert_clean()


@pytest.mark.parametrize(
    "harm", ["site_name: [", "site_name: Small\nplugins: [nowhere]\n", "theme: mkdocs\n"]
)
def test_what_cannot_be_made_ready_is_left_to_the_rendering(project: Project, harm: str) -> None:
    project.config.write_text(harm)
    assert get_ready_ahead(project.config, project.site, project.cache) is None
