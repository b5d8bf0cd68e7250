from __future__ import annotations

import os
from pathlib import Path

import pytest

from seedbed.check import check_site
from seedbed.model.date import PartialDate
from seedbed.render import RenderError, render
from tests.render.projects import PAGES, QUICK, contents, page, write_pages, write_project

pytestmark = pytest.mark.usefixtures("small_theme")


def test_a_project_becomes_a_site(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    config = write_project(tmp_path)
    rendered = render(config, tmp_path / "site", date=PartialDate(2026, 5))
    assert (rendered.rendered, rendered.kept, rendered.removed, rendered.remarks) == (4, 0, 0, ())
    assert rendered.site == str(tmp_path / "site")
    assert check_site(tmp_path / "site") == ()
    assert '<h1 id="two">Two' in (tmp_path / "site" / "papers" / "two.html").read_text()
    assert "2026-05-01" in (tmp_path / "site" / "sitemap.xml").read_text()
    assert capfd.readouterr() == ("", "")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_the_place_of_the_site_may_be_left_to_the_settings(tmp_path: Path) -> None:
    assert render(write_project(tmp_path)).site == str(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_the_users_own_date_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    render(write_project(tmp_path), tmp_path / "site", date=PartialDate(2026, 5))
    assert "2001-09-09" in (tmp_path / "site" / "sitemap.xml").read_text()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1000000000"


def test_the_environment_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = dict(os.environ)
    render(write_project(tmp_path), tmp_path / "site")
    assert {name: value for name, value in os.environ.items() if name != "NO_MKDOCS_2_WARNING"} == {
        name: value for name, value in before.items() if name != "NO_MKDOCS_2_WARNING"
    }


def test_addresses_are_files_whatever_the_settings_say(tmp_path: Path) -> None:
    config = write_project(tmp_path, settings=QUICK + "use_directory_urls: true\n")
    render(config, tmp_path / "site")
    assert (tmp_path / "site" / "papers" / "one.html").is_file()


def test_without_a_nav_only_sections_stand_in_it(tmp_path: Path) -> None:
    settings = QUICK.replace("nav: [index.md, Papers: papers/index.md]\nnot_in_nav: /papers/\n", "")
    render(write_project(tmp_path, settings=settings), tmp_path / "site")
    nav = (tmp_path / "site" / "papers" / "index.html").read_text().partition("<article")[0]
    assert 'href="index.html"' in nav or 'href="./"' in nav
    assert "two.html" not in nav


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[gone](gone.md)", "gone.md"),
        ("[no place](two.md#gone)", "#gone"),
        ("[no place here](#gone)", "#gone"),
        ("[absolute](/papers/two.md)", "absolute link"),
        ("[unrecognised](two)", "two"),
    ],
)
def test_a_link_that_leads_nowhere_refuses_the_site(tmp_path: Path, link: str, said: str) -> None:
    config = write_project(tmp_path)
    render(config, tmp_path / "site")
    before = contents(tmp_path / "site")
    write_pages(tmp_path / "docs", {"papers/one.md": page("One", link)})
    with pytest.raises(RenderError) as caught:
        render(config, tmp_path / "site")
    [remark] = caught.value.remarks
    assert remark.page == "papers/one.md"
    assert said in remark.message
    assert said in str(caught.value)
    assert contents(tmp_path / "site") == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_unless_strict_warnings_are_handed_back(tmp_path: Path) -> None:
    config = write_project(tmp_path, {**PAGES, "papers/one.md": page("One", "[gone](gone.md)")})
    rendered = render(config, tmp_path / "site", strict=False)
    assert [remark.page for remark in rendered.remarks] == ["papers/one.md"]
    assert (tmp_path / "site" / "papers" / "one.html").is_file()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (QUICK + "plugins: [unheard-of]\n", "unheard-of"),
        (QUICK + "docs_dir: [\n", "parsing"),
        (QUICK + "docs_dir: gone\n", "gone"),
        (QUICK + "theme: {name: unheard-of}\n", "unheard-of"),
        (QUICK + "unheard_of: 1\n", "unheard_of"),
        ("docs_dir: docs\n", "site_name"),
    ],
)
def test_settings_that_mkdocs_refuses_are_told(tmp_path: Path, settings: str, said: str) -> None:
    with pytest.raises(RenderError) as caught:
        render(write_project(tmp_path, settings=settings), tmp_path / "site")
    assert caught.value.path == str(tmp_path / "mkdocs.yml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("plugins: [unheard-of]\n", "MkDocs does not accept this configuration; mend it, and build again"),
        ("unheard_of: 1\n", "the site was not put in place, for MkDocs gave one warning; mend it, and"),
    ],
)
def test_a_setting_that_mkdocs_refuses_is_told_with_its_line(tmp_path: Path, added: str, said: str) -> None:
    line = QUICK.count("\n") + 1
    with pytest.raises(RenderError) as caught:
        render(write_project(tmp_path, settings=QUICK + added), tmp_path / "site")
    assert str(caught.value).startswith(f"{tmp_path / 'mkdocs.yml'}:{line}: {said}")


def test_missing_settings_are_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no such file"):
        render(tmp_path / "mkdocs.yml", tmp_path / "site")


def test_a_page_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    (tmp_path / "docs" / "papers" / "one.md").write_bytes(b"# One \xff\n")
    with pytest.raises(RenderError, match=r"papers/one\.md"):
        render(config, tmp_path / "site")


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text("{% extends 'base.html' %}{% block %}")
    settings = QUICK.replace("font: false", "font: false, custom_dir: overrides")
    with pytest.raises(RenderError, match="TemplateSyntaxError"):
        render(write_project(tmp_path, settings=settings), tmp_path / "site")


def test_our_templates_stand_behind_the_users_own(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text("<h1>Mine</h1>")
    settings = QUICK.replace("font: false", "font: false, custom_dir: overrides")
    render(write_project(tmp_path, settings=settings), tmp_path / "site")
    assert (tmp_path / "site" / "papers" / "two.html").read_text() == "<h1>Mine</h1>"
    assert (tmp_path / "site" / "assets" / "seedbed").is_dir()


def test_what_a_stopped_build_left_is_cleared_away(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    render(config, tmp_path / "site")
    before = contents(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.outgoing")
    (tmp_path / ".site.incoming").mkdir()
    render(config, tmp_path / "site")
    assert contents(tmp_path / "site") == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_a_link_to_the_site_stays_one(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    for text in ("One", "Other"):
        write_pages(tmp_path / "docs", {"papers/one.md": page("One", text)})
        render(config, tmp_path / "site", cache_dir=tmp_path / "cache")
        assert (tmp_path / "site").is_symlink()
        assert text in (tmp_path / "elsewhere" / "papers" / "one.html").read_text()
