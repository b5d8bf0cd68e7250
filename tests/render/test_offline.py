"""The archive of the site: the same bytes for the same site, and a folder that reads like the site itself."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.check import check_site
from seedbed.errors import SeedbedError
from seedbed.keep.stamps import digest_file
from seedbed.model.date import PartialDate
from seedbed.render import render
from seedbed.render.archive import Packed, Pieces, open_archive, pack, write_archive
from seedbed.render.offline import ARCHIVE, FACTS, LIST, MADE, SCRIPTS, WORKER, add_offline
from seedbed.render.state import read_signs
from tests.render.projects import PAGES, SETTINGS, contents, page, write_pages, write_project

DATE = PartialDate(2026, 5, 28)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    config = write_project(
        tmp_path, settings=SETTINGS.replace("site_name: Small", "site_name: Ünsere Bücher/2")
    )
    render(config, tmp_path / "site", date=DATE, cache_dir=tmp_path / "cache")
    return tmp_path / "site"


def test_it_unzips_into_one_folder_that_reads_like_the_site(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unzipped")
    (folder,) = (tmp_path / "unzipped").iterdir()
    assert folder.name == "unsere-bucher-2"
    assert check_site(folder) == check_site(site) == ()
    held = contents(folder)
    assert held.keys() == {
        name for name in contents(site) if name not in MADE and not name.startswith(SCRIPTS)
    }
    assert {name for name, data in held.items() if data != (site / name).read_bytes()} == {
        name for name in held if name.endswith(".html")
    }


def test_pages_offer_it_and_those_in_it_do_not(site: Path) -> None:
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            text, packed = path.read_text(), archive.read(f"unsere-bucher-2/{name}").decode()
            assert (
                f'href="{"/small/" if name == "404.html" else "../" * name.count("/")}{ARCHIVE}"'
                in text.replace('href="./', 'href="')
            )
            assert "offline" not in packed.replace("reads the same offline", "")
            assert packed.rstrip().endswith("</html>")
            before, _, rest = text.partition("<div data-offline>")
            assert packed == before + rest.partition("</div>")[2]


def test_members_are_sorted_dated_readable_and_compressed_alike(site: Path) -> None:
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        members = archive.infolist()
    assert [each.filename for each in members] == sorted(each.filename for each in members)
    assert {each.date_time for each in members} == {(2026, 5, 28, 0, 0, 0)}
    assert {each.external_attr >> 16 for each in members} == {0o100644}
    assert {each.create_system for each in members} == {3}
    assert all(each.compress_size <= each.file_size for each in members)


def test_a_site_built_twice_has_the_same_archive(site: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    before = os.umask(0o077)
    try:
        render(config, tmp_path / "again", date=DATE)
    finally:
        os.umask(before)
    for name in MADE:
        assert (tmp_path / "again" / name).read_bytes() == (site / name).read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda docs: write_pages(docs, {"papers/two.md": page("Two", "## Part {#part}\n\nOther.")}),
        lambda docs: write_pages(docs, {"papers/three.md": page("Three")}),
        lambda docs: (docs / "data" / "pixel.svg").write_text("<svg/>"),
        lambda docs: (docs.parent / "site" / ARCHIVE).write_bytes(b"PK"),
        lambda docs: (docs.parent / "site" / ARCHIVE).unlink(),
    ],
    ids=["changed page", "new page", "changed file", "damaged archive", "no archive"],
)
def test_after_a_change_it_is_that_of_a_clean_build(
    site: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    change(tmp_path / "docs")
    config = tmp_path / "mkdocs.yml"
    render(config, site, date=DATE, cache_dir=tmp_path / "cache")
    render(config, tmp_path / "clean", date=DATE)
    assert contents(site) == contents(tmp_path / "clean")


def test_nothing_is_compressed_twice(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []

    def watch(data: bytes, pieces: Pieces | None = None) -> Packed:
        packed.append(data)
        return pack(data, pieces)

    monkeypatch.setattr("seedbed.render.offline.pack", watch)
    write_pages(tmp_path / "docs", {"papers/two.md": page("Two", "## Part {#part}\n\nOther.")})
    render(tmp_path / "mkdocs.yml", site, date=DATE, cache_dir=tmp_path / "cache")
    assert len([data for data in packed if b"<html" in data]) == 1
    assert len(packed) <= 3  # the page, and what is made of all pages: search index, compressed sitemap


@pytest.mark.usefixtures("forks")
def test_large_files_are_compressed_beside_the_pages(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g/>" * 100 + "</svg>"
    packed: list[bytes] = []

    def watch(data: bytes, pieces: Pieces | None = None) -> Packed:
        packed.append(data)
        return pack(data, pieces)

    write_pages(tmp_path / "docs", {"data/pixel.svg": large, ".hidden.json": large})
    with monkeypatch.context() as patch:
        patch.setattr("seedbed.render.offline.pack", watch)
        patch.setattr("seedbed.render.project.LONG", len(large))
        patch.setattr("seedbed.render.project.LARGEST", 0)
        render(tmp_path / "mkdocs.yml", site, date=DATE, cache_dir=tmp_path / "cache")
    assert large.encode() not in packed
    render(tmp_path / "mkdocs.yml", tmp_path / "clean", date=DATE)
    assert contents(site) == contents(tmp_path / "clean")
    signs = read_signs(tmp_path / "cache")
    assert signs is not None
    assert signs.outputs[ARCHIVE].digest == digest_file(site / ARCHIVE)


def test_an_unchanged_site_keeps_it_untouched(site: Path, tmp_path: Path) -> None:
    stamp = (site / ARCHIVE).stat()
    render(tmp_path / "mkdocs.yml", site, date=DATE, cache_dir=tmp_path / "cache")
    assert (site / ARCHIVE).stat() == stamp


def test_the_worker_and_its_list_speak_of_one_version(site: Path, tmp_path: Path) -> None:
    listed = json.loads((site / LIST).read_text())
    assert listed["files"].keys() == {name for name in contents(site) if name not in MADE}
    for name in (FACTS, WORKER):
        assert f'version: "{listed["version"]}"' in (site / name).read_text()
    write_pages(tmp_path / "docs", {"papers/two.md": page("Two", "## Part {#part}\n\nOther.")})
    render(tmp_path / "mkdocs.yml", site, date=DATE, cache_dir=tmp_path / "cache")
    later = json.loads((site / LIST).read_text())
    assert later["version"] != listed["version"]
    changed = {name for name in later["files"] if later["files"][name] != listed["files"][name]}
    assert "papers/two.html" in changed
    assert not [name for name in changed if name.endswith(".html") and name != "papers/two.html"]


def test_it_can_be_left_out(tmp_path: Path) -> None:
    config = write_project(tmp_path, settings=SETTINGS + "extra: {seedbed: {offline: false}}\n")
    render(config, tmp_path / "site", date=DATE)
    assert not [name for name in MADE if (tmp_path / "site" / name).exists()]
    assert "data-offline" not in (tmp_path / "site" / "index.html").read_text()
    assert check_site(tmp_path / "site") == ()


def test_a_project_left_to_mkdocs_has_it_too(tmp_path: Path) -> None:
    config = write_project(tmp_path, settings=SETTINGS.replace("[search]", "[search, tags]"))
    assert render(config, tmp_path / "site", date=DATE).why
    assert zipfile.is_zipfile(tmp_path / "site" / ARCHIVE)
    assert check_site(tmp_path / "site") == ()


def test_mkdocs_alone_offers_nothing_that_is_not_there(tmp_path: Path) -> None:
    theme = Path(sys.modules["seedbed"].__file__ or "").parent / "theme"
    shutil.copytree(theme, tmp_path / "theme")
    settings = SETTINGS.replace("font: false", "font: false, custom_dir: theme")
    config = write_project(tmp_path, settings=settings + "use_directory_urls: false\n")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "-f",
        str(config),
        "-d",
        str(tmp_path / "site"),
    ]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # noqa: S603 - our own
    assert check_site(tmp_path / "site") == ()


@pytest.mark.parametrize("name", MADE)
def test_a_name_that_is_taken_is_refused(tmp_path: Path, name: str) -> None:
    config = write_project(tmp_path, {**PAGES, name: "mine"})
    with pytest.raises(SeedbedError, match="Rename yours"):
        render(config, tmp_path / "site", date=DATE)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["a\\b.txt", "a\nb.txt"])
def test_a_name_that_not_every_system_can_unzip_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SeedbedError, match="cannot be unzipped"):
        add_offline(tmp_path, {name: b"x"}, name="Small", moment=0)


def test_dates_that_an_archive_cannot_state_are_brought_near(tmp_path: Path) -> None:
    for moment, year in ((0, 1980), (2**33, 2107)):
        folder = tmp_path / str(moment)
        folder.mkdir()
        (folder / "a.txt").write_bytes(b"a")
        add_offline(folder, {"a.txt": b"x"}, name="Small", moment=moment)
        with zipfile.ZipFile(folder / ARCHIVE) as archive:
            assert archive.infolist()[0].date_time[0] == year


def test_more_files_than_the_old_format_counts(tmp_path: Path) -> None:
    packed = pack(b"same")
    names = [f"{number:05}.txt" for number in range(0x10001)]
    write_archive(
        tmp_path / ARCHIVE, ((name, packed) for name in names), dt.datetime(2026, 5, 28, tzinfo=dt.UTC)
    )
    with zipfile.ZipFile(tmp_path / ARCHIVE) as archive:
        assert archive.namelist() == names
        assert archive.read(names[-1]) == b"same"
    with open_archive(tmp_path / ARCHIVE) as take:
        standing = take(names[-1])
        assert standing is not None
        assert standing.unpacked() == packed
        assert take("elsewhere.txt") is None


@pytest.mark.parametrize("year", [2026, 2025], ids=["same time", "another time"])
def test_files_that_stood_side_by_side_are_taken_over(tmp_path: Path, year: int) -> None:
    when = dt.datetime(2026, 5, 28, tzinfo=dt.UTC)
    texts = {f"{name}.txt": name.encode() * 50 for name in "abdefghi"}
    write_archive(
        tmp_path / "old.zip", [(name, pack(data)) for name, data in texts.items()], when.replace(year=year)
    )
    texts |= {"c.txt": b"new", "f.txt": b"other"}
    del texts["h.txt"]
    with open_archive(tmp_path / "old.zip") as take:
        kept = {name: None if name == "f.txt" else take(name) for name in texts}
        members = [(name, kept[name] or pack(texts[name])) for name in sorted(texts)]
        write_archive(tmp_path / "new.zip", members, when)
    write_archive(tmp_path / "clean.zip", [(name, pack(texts[name])) for name in sorted(texts)], when)
    assert (tmp_path / "new.zip").read_bytes() == (tmp_path / "clean.zip").read_bytes()
