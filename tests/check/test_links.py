from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.sites import faults, faults_of_files, page


def test_a_sound_site_has_no_finding(tmp_path: Path) -> None:
    index = page('<a href="papers/a.html">a</a> <a href="https://example.org/">elsewhere</a>')
    assert faults(tmp_path, index=index, papers_a=page('<a href="../index.html">home</a>')) == []


@pytest.mark.parametrize(
    "url", ["b.html", "papers/", "papers", ".", "../site/index.html", "Papers/a.html", "papers/a.html/"]
)
def test_an_address_without_its_file_is_found(tmp_path: Path, url: str) -> None:
    [found] = faults(tmp_path, index=page(f'<a href="{url}">x</a>'), papers_a=page())
    assert found[:2] == ("index.html", "links")
    assert f'leads to "{url}"' in found[2]


@pytest.mark.parametrize(
    "url", ["papers/a%20b.html", "./papers/a%20b.html?sort=date", "", "?topic=x", "#", "mailto:x@example.org"]
)
def test_an_address_that_a_browser_can_follow_in_a_folder_is_none(tmp_path: Path, url: str) -> None:
    assert (
        faults_of_files(tmp_path, {"index.html": page(f'<a href="{url}">x</a>'), "papers/a b.html": page()})
        == []
    )


@pytest.mark.parametrize(
    "element",
    [
        '<img alt="" src="gone.png">',
        '<script src="gone.png"></script>',
        '<img alt="" srcset="here.png 1x, gone.png 2x">',
        '<img alt="" srcset="here.png, gone.png">',
        '<img alt="" srcset="here.png 1x,gone.png 2x , here.png 3x">',
        '<svg><use href="gone.png#a"></use></svg>',
        '<object data="gone.png"></object>',
    ],
)
def test_a_missing_file_of_any_element_is_found(tmp_path: Path, element: str) -> None:
    [found] = faults_of_files(tmp_path, {"index.html": page(element), "here.png": ""})
    assert 'there is no file "gone.png"' in found[2]


def test_a_page_that_leads_on_must_lead_somewhere(tmp_path: Path) -> None:
    refresh = '<meta http-equiv="refresh" content="0; url={}">'
    there = page(head=refresh.format("../index.html"))
    nowhere = page(head=refresh.format("gone.html"))
    [found] = faults(tmp_path, index=page(), moved_a=there, moved_b=nowhere)
    assert found[0] == "moved/b.html"


def test_only_the_error_page_may_start_from_the_root(tmp_path: Path) -> None:
    root = page('<a href="/library/index.html">home</a><a href="/library/">home</a>')
    [first, second] = faults_of_files(tmp_path, {"index.html": root, "404.html": root})
    assert first[0] == second[0] == "index.html"
    [found] = faults_of_files(tmp_path / "alone", {"404.html": page('<a href="/library/gone.html">x</a>')})
    assert 'there is no file "/library/gone.html"' in found[2]


def test_an_address_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    [found] = faults(tmp_path, index=page('<a href="http://[broken">x</a>'))
    assert "no address" in found[2]
