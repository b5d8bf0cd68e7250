"""A folder of everything awkward and hostile: it builds, each is told in a line, and none becomes markup."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request
from selectolax.lexbor import LexborHTMLParser

from tests.awkward import LIMITS, ODD, PASSED_OVER, TALK, WESTERN, plant_awkward
from tests.hostile import ELSEWHERE, HARMLESS, HOSTILE, plant
from tests.projects import copy_project

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows lets no file be called (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""

Vocabulary = dict[str, set[tuple[str, ...]]]
"""For each kind of page, the elements with their attributes, classes, and the schemes of addresses."""


@dataclass(frozen=True)
class Built:
    """A project that was built by the command, and what that said."""

    folder: Path
    status: int
    report: dict[str, object]

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def seeds(self) -> dict[str, dict[str, object]]:
        return {seed["path"]: seed for seed in self.report["seeds"]}  # type: ignore[attr-defined]

    def pages(self) -> Iterator[Path]:
        for page in sorted(self.site.rglob("*.html")):
            if page.name != "404.html":
                yield page


def build(folder: Path, fill: Callable[[Path], object]) -> Built:
    project = copy_project(folder)
    shutil.rmtree(project / "seeds")
    (project / "seeds").mkdir()
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "  seedbed: {}" in text
    settings.write_text(text.replace("  seedbed: {}", LIMITS), "utf-8")
    fill(project / "seeds")
    command = [sys.executable, "-m", "seedbed", "build", "--json"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603
    assert "Traceback" not in done.stderr, done.stderr
    return Built(project, done.returncode, json.loads(done.stdout))


@pytest.fixture(scope="module")
def faults_expected() -> dict[str, str]:
    return {}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, faults_expected: dict[str, str]) -> Built:
    folder = tmp_path_factory.mktemp("hostile")

    def fill(seeds: Path) -> None:
        plant(seeds, HOSTILE)
        faults_expected.update(plant_awkward(seeds, folder / "outside"))

    return build(folder / "project", fill)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("harmless") / "project", lambda seeds: plant(seeds, HARMLESS))


def test_it_builds_and_what_can_be_no_seed_is_told_in_one_line_each(
    hostile: Built, faults_expected: dict[str, str]
) -> None:
    assert hostile.status == 1
    assert (hostile.site / "index.html").is_file()
    faults = hostile.report["faults"]
    assert isinstance(faults, list)
    assert len(faults) == len(faults_expected)
    for named, told in faults_expected.items():
        (fault,) = (fault for fault in faults if re.match(re.escape(named) + r"(?::\d+)?: ", fault))
        assert told in fault
        assert fault.isprintable()
        assert len(fault.split(". ")) > 1, f"{fault}: says nothing of what to do"


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name[:30])
def test_what_is_odd_is_read_and_told_in_one_line(hostile: Built, odd: object) -> None:
    name, remark, kind = odd.name, odd.remark, odd.kind  # type: ignore[attr-defined]
    seed = hostile.seeds[name]
    assert seed["kind"] == kind
    remarks = seed["remarks"]
    assert isinstance(remarks, list)
    assert len(remarks) == bool(remark)
    assert all(remark in told and told.isprintable() for told in remarks)


def test_hidden_and_backup_files_are_passed_over(hostile: Built) -> None:
    assert not set(PASSED_OVER) & set(hostile.seeds)
    assert not [page for page in hostile.pages() if "Secret: words" in page.read_text("utf-8")]


def test_a_harmless_library_is_without_fault(harmless: Built) -> None:
    assert (harmless.status, harmless.report["faults"], harmless.report["findings"]) == (0, [], [])


def test_the_built_site_has_no_finding(hostile: Built) -> None:
    assert hostile.report["findings"] == []


@dataclass
class Doings:
    """What pages did: dialogs, complaints, and requests for anything but their site's files."""

    site: str
    found: list[str] = field(default_factory=list)

    def watch(self, tab: Page) -> None:
        tab.on("dialog", self._dismiss)
        tab.on("console", self._note_complaint)
        tab.on("pageerror", lambda error: self.found.append(f"an error: {error}"))
        tab.on("request", self._note_request)

    def _dismiss(self, dialog: Dialog) -> None:
        self.found.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _note_complaint(self, said: ConsoleMessage) -> None:
        if said.type == "error" and "ERR_BLOCKED_BY_CLIENT" not in said.text:
            self.found.append(f"{said.location['url']}: {said.text}")

    def _note_request(self, asked: Request) -> None:
        if not asked.url.startswith((f"{self.site}/", "data:image/", "blob:")):
            self.found.append(f"{asked.frame.url} asked for {asked.url}")


AT_ONCE = 24
"""Pages that are opened beside each other: that takes a third less than one after the other."""

DOES_ALL = f"""<!DOCTYPE html><main><h1>A page that does what none may</h1></main>
<script>alert("here")</script><script>throw new Error("thrown")</script><img src="https://{ELSEWHERE}/a.png">
"""


def test_no_page_does_anything(chromium: Browser, hostile: Built) -> None:
    """No dialog, no request to any file but the site's, no complaint; read from its folder, as a careless
    reader would."""
    pages = list(hostile.pages())
    assert len(pages) > 100
    doings = Doings(hostile.site.as_uri())
    tab = chromium.new_page()
    # How a page looks is not the question, and takes half of the time to work out.
    network = tab.context.new_cdp_session(tab)
    network.send("Network.enable")
    network.send("Network.setBlockedURLs", {"urls": ["*.woff2", "*.css"]})
    window = hostile.folder / "window.html"
    does_all = hostile.folder / "does-all.html"
    does_all.write_text(DOES_ALL, "utf-8")
    open_together(tab, window, [does_all])
    doings.watch(tab)
    tab.reload()
    said = "\n".join(doings.found)
    assert all(each in said for each in ("dialog", "thrown", f"{ELSEWHERE}/a.png")), (
        "nothing would be noticed"
    )
    open_together(tab, window, [])
    doings.found.clear()
    for first in range(0, len(pages), AT_ONCE):
        open_together(tab, window, pages[first : first + AT_ONCE])
    tab.close()
    assert [each for each in doings.found if not each.endswith(f" asked for {window.as_uri()}")] == []


def open_together(tab: Page, window: Path, pages: list[Path]) -> None:
    """Open pages beside each other, and see that each is there."""
    frames = "".join(f'<iframe src="{page.as_uri()}" width="900" height="600"></iframe>' for page in pages)
    window.write_text(f"<!DOCTYPE html><title>A window</title>{frames}", "utf-8")
    tab.goto(window.as_uri(), timeout=180_000)  # so many at once take their time where others work too
    opened = tab.main_frame.child_frames
    assert [frame.url for frame in opened] == [page.as_uri() for page in pages]
    for frame in opened:
        assert frame.evaluate("document.querySelectorAll('main h1').length") == 1, frame.url


def test_nothing_stands_on_a_page_that_does_not_stand_on_a_harmless_one(
    hostile: Built, harmless: Built, real_site: Path
) -> None:
    known = vocabulary(harmless.site)
    for kind, words in vocabulary(real_site).items():
        known[kind] |= words
    for kind, words in vocabulary(hostile.site).items():
        assert words - known[kind] == set(), kind


def test_a_page_shows_each_line_of_its_seed_as_text(hostile: Built) -> None:
    found = 0
    for name in ("unknown.txt", "transcript.txt", "bibtex.bib", "profile.txt"):
        page = hostile.site / "sources" / (name.replace(".", "-") + ".html")
        shown = squeezed(LexborHTMLParser(page.read_text("utf-8")).body.text())  # type: ignore[union-attr]
        seed = (hostile.folder / "seeds" / name).read_text("utf-8")
        for text in HOSTILE[:-1]:  # the last one holds what no page may
            if text in seed:
                found += 1
                assert squeezed(text) in shown, (name, text)
    assert found > 2 * len(HOSTILE)


def test_no_entity_is_expanded_and_no_file_included(hostile: Built) -> None:
    for page in hostile.pages():
        text = page.read_text("utf-8")
        assert "AAAAAAAAAAAAAAAAAAAA" not in text, page
        assert "root:x:0" not in text, page
        assert "docs_dir: docs_src" not in text, page


def test_texts_in_odd_encodings_are_those_in_plain_ones(hostile: Built) -> None:
    text = {
        name: lines(hostile, name)
        for name in ("marked.txt", "utf-16.txt", "old-mac-lines.txt", "windows-lines.txt")
    }
    assert all(each == TALK.splitlines() for each in text.values())
    assert lines(hostile, "windows-1252.txt") == WESTERN.splitlines()


def lines(built: Built, name: str) -> list[str]:
    page = LexborHTMLParser((built.site / "sources" / f"{name.replace('.', '-')}.html").read_text("utf-8"))
    return [node.text().strip() for node in page.css(".line-text")]


def test_addresses_stay_inside_are_reserved_nowhere_and_do_not_collide(hostile: Built) -> None:
    files = [path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*")]
    assert len({path.casefold() for path in files}) == len(files)
    for path in files:
        for part in PurePosixPath(path).parts:
            assert not RESERVED.fullmatch(part), path
            assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?<!\.)", part), path
            assert len(part) <= 200, path


def test_the_archive_leads_nowhere(hostile: Built) -> None:
    with zipfile.ZipFile(hostile.site / "offline.zip") as archive:
        names = archive.namelist()
    assert names
    for name in names:
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert "\\" not in name
        assert ":" not in name


def test_data_files_are_what_they_claim_to_be(hostile: Built) -> None:
    found = [path for path in hostile.site.rglob("*.json") if path.is_file()]
    assert hostile.site / "data" / "library.json" in found
    for path in found:
        json.loads(path.read_text("utf-8"))
    library = json.loads((hostile.site / "data" / "library.json").read_text("utf-8"))
    links = {link for work in library["works"] for link in work["links"]}
    assert {urlsplit(link).scheme for link in links} <= {"http", "https", "mailto"}


def vocabulary(site: Path) -> Vocabulary:
    """What the pages of each kind are made of, whatever they say."""
    found: Vocabulary = defaultdict(set)
    for page in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        marked = tree.css_first("[data-kind]")
        kind = str(marked.attributes["data-kind"]) if marked is not None else page.name
        for node in tree.css("*"):
            found[kind].add(("element", str(node.tag)))
            for name, value in node.attributes.items():
                found[kind].add(("attribute", str(node.tag), name))
                if name == "class":
                    found[kind] |= {("class", str(node.tag), each) for each in (value or "").split()}
                if name in {"href", "src", "action"}:
                    found[kind].add(("scheme", str(node.tag), name, urlsplit(value or "").scheme))
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
