from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.keep.lock import hold
from seedbed.model.date import PartialDate
from seedbed.render import Rendered, RenderError, render
from seedbed.render.state import read_signs
from tests.render.projects import QUICK, contents, page, write_pages, write_project

pytestmark = pytest.mark.usefixtures("small_theme")

DATE = PartialDate(2026, 5, 28)


class Project:
    """A project, and the two ways to build it."""

    def __init__(self, root: Path, settings: str = QUICK) -> None:
        self.root = root
        self.docs = root / "docs"
        self.site = root / "site"
        self.cache = root / "cache"
        self.config = write_project(root, settings=settings)

    def build(self, *, strict: bool = True, date: PartialDate = DATE) -> Rendered:
        return render(self.config, self.site, strict=strict, cache_dir=self.cache, date=date)

    def write(self, **pages: str) -> None:
        write_pages(self.docs, {name.replace("__", "/") + ".md": text for name, text in pages.items()})

    def assert_clean(self, date: PartialDate = DATE) -> None:
        """The site is, byte for byte, what a build gives that knows of none before."""
        elsewhere = self.root / "elsewhere"
        clean = render(self.config, elsewhere, strict=False, date=date)
        assert contents(self.site) == contents(elsewhere)
        assert self.build(strict=False, date=date).remarks == clean.remarks
        shutil.rmtree(elsewhere)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    assert project.build().rendered == 4
    return project


def counts(rendered: Rendered) -> tuple[int, int, int]:
    return rendered.rendered, rendered.kept, rendered.removed


def test_with_nothing_changed_nothing_is_done(project: Project) -> None:
    before = contents(project.site)
    stamps = {each: each.stat().st_mtime_ns for each in project.site.rglob("*")}
    assert counts(project.build()) == (0, 4, 0)
    assert contents(project.site) == before
    assert {each: each.stat().st_mtime_ns for each in project.site.rglob("*")} == stamps


def test_with_nothing_changed_mkdocs_is_not_imported(project: Project) -> None:
    code = (
        "import sys; from pathlib import Path; from seedbed.render import render\n"
        "from seedbed.model.date import PartialDate\n"
        f"root = Path({str(project.root)!r})\n"
        "date = PartialDate(2026, 5, 28)\n"
        "done = render(root / 'mkdocs.yml', root / 'site', cache_dir=root / 'cache', date=date)\n"
        "print(done.rendered, done.kept, 'mkdocs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert done.stdout == "0 4 False\n"


def test_a_changed_page_alone_is_made_again(project: Project) -> None:
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther *text*."))
    assert counts(project.build()) == (1, 3, 0)
    project.assert_clean()


def test_a_change_of_the_same_length_at_the_same_time_is_seen(project: Project) -> None:
    path = project.docs / "papers" / "two.md"
    status = path.stat()
    path.write_text(path.read_text().replace("Some", "Same"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(project.build()) == (1, 3, 0)
    project.assert_clean()


def test_a_touched_page_is_not_made_again(project: Project) -> None:
    (project.docs / "papers" / "two.md").touch()
    assert counts(project.build()) == (0, 4, 0)


def test_a_new_page_is_made_with_those_whose_links_find_it(project: Project) -> None:
    project.write(papers__one=page("One", "[to come](three.md)"))
    assert project.build(strict=False).remarks
    project.write(papers__three=page("Three"))
    assert counts(project.build()) == (2, 3, 0)
    project.assert_clean()


def test_a_page_that_goes_takes_its_traces_along(project: Project) -> None:
    project.write(deep__er__lone=page("Lone"))
    project.build()
    shutil.rmtree(project.docs / "deep")
    assert counts(project.build()) == (0, 4, 1)
    assert not (project.site / "deep").exists()
    assert "lone" not in (project.site / "sitemap.xml").read_text()
    assert "Lone" not in (project.site / "search" / "search_index.json").read_text()
    project.assert_clean()


def test_links_to_a_page_that_goes_are_remarked(project: Project) -> None:
    (project.docs / "papers" / "two.md").unlink()
    with pytest.raises(RenderError) as caught:
        project.build()
    assert {remark.page for remark in caught.value.remarks} == {"papers/index.md", "papers/one.md"}
    assert counts(project.build(strict=False)) == (2, 1, 1)
    project.assert_clean()


def test_a_place_that_goes_is_remarked_on_pages_that_are_kept(project: Project) -> None:
    project.write(papers__two=page("Two", "No part."))
    rendered = project.build(strict=False)
    assert counts(rendered) == (1, 3, 0)
    assert [remark.page for remark in rendered.remarks] == ["papers/index.md"]
    project.assert_clean()


def test_remarks_are_repeated_as_long_as_they_hold(project: Project) -> None:
    project.write(papers__one=page("One", "[gone](gone.md)"))
    first = project.build(strict=False)
    assert len(first.remarks) == 1
    assert project.build(strict=False).remarks == first.remarks
    with pytest.raises(RenderError):
        project.build()
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther."))
    assert project.build(strict=False).remarks == first.remarks


@pytest.mark.parametrize(
    "name", ["papers/two.html", "assets/seedbed/frame.css", "sitemap.xml", "data/pixel.svg"]
)
@pytest.mark.parametrize("harm", ["changed", "removed", "same size"])
def test_an_output_that_was_altered_is_put_right(project: Project, name: str, harm: str) -> None:
    path = project.site / name
    match harm:
        case "changed":
            path.write_text("altered")
        case "removed":
            path.unlink()
        case "same size":
            path.write_bytes(b"x" * path.stat().st_size)
    assert counts(project.build()) == ((1, 3, 0) if name == "papers/two.html" else (0, 4, 0))
    project.assert_clean()


def test_what_does_not_belong_into_the_site_is_removed(project: Project) -> None:
    (project.site / "extra.html").write_text("x")
    (project.site / "empty").mkdir()
    assert counts(project.build()) == (0, 4, 0)
    project.assert_clean()


def test_a_site_that_was_removed_is_made_again(project: Project) -> None:
    shutil.rmtree(project.site)
    assert counts(project.build()) == (4, 0, 0)
    project.assert_clean()


def test_a_changed_file_is_copied_again(project: Project) -> None:
    (project.docs / "data" / "pixel.svg").write_text("<svg/>")
    (project.docs / "data" / "new.json").write_text("{}")
    assert counts(project.build()) == (0, 4, 0)
    assert (project.site / "data" / "pixel.svg").read_text() == "<svg/>"
    project.assert_clean()


def test_a_changed_setting_makes_all_again(project: Project) -> None:
    project.config.write_text(QUICK.replace("Small", "Smaller"))
    rendered = project.build()
    assert (counts(rendered), rendered.why) == ((4, 0, 0), "settings, theme or packages changed")
    project.assert_clean()


def test_a_new_date_changes_the_sitemap_alone(project: Project) -> None:
    later = PartialDate(2027)
    assert counts(project.build(date=later)) == (0, 4, 0)
    assert "2027-01-01" in (project.site / "sitemap.xml").read_text()
    project.assert_clean(later)


def test_what_pages_show_of_the_navigation_counts(project: Project) -> None:
    project.write(index=page("House", "[Papers](papers/index.md)"))
    assert counts(project.build()) == (4, 0, 0)
    project.assert_clean()


def test_what_no_page_shows_of_the_navigation_does_not(project: Project) -> None:
    project.write(papers__index=page("Papers", "- [One](one.md)", unheard="of"))
    assert counts(project.build()) == (1, 3, 0)
    project.assert_clean()


class TestTheme:
    """A theme of the user's own."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Project:
        (tmp_path / "overrides").mkdir()
        settings = QUICK.replace("font: false", "font: false, custom_dir: overrides")
        return Project(tmp_path, settings)

    def override(self, project: Project, text: str, name: str = "main.html") -> None:
        (project.root / "overrides" / name).write_text(text)

    def test_a_changed_template_makes_all_again(self, project: Project) -> None:
        project.build()
        self.override(project, "<h1>Mine</h1>")
        assert counts(project.build()) == (4, 0, 0)
        self.override(project, "<h1>Ours</h1>")
        assert counts(project.build()) == (4, 0, 0)
        self.override(project, "p{}", "mine.css")
        assert counts(project.build()) == (4, 0, 0)
        project.assert_clean()

    def test_a_template_may_show_the_date(self, project: Project) -> None:
        self.override(project, "{{ build_date_utc.year }}")
        project.build()
        assert counts(project.build(date=PartialDate(2027))) == (4, 0, 0)
        project.assert_clean(PartialDate(2027))

    def test_a_template_may_show_front_matter_of_the_navigation(self, project: Project) -> None:
        self.override(project, "{% for item in nav.pages %}{{ item.meta.mood }}{% endfor %}{{ page.title }}")
        project.build()
        project.write(papers__index=page("Papers", "x", mood="glad", unheard="of"))
        assert counts(project.build()) == (4, 0, 0)
        project.write(papers__index=page("Papers", "x", mood="glad", unheard="too"))
        assert counts(project.build()) == (1, 3, 0)
        project.assert_clean()

    @pytest.mark.parametrize(
        "text",
        [
            "{% for file in pages %}{{ file.src_uri }}{% endfor %}",
            "{{ pages | length }}",
            "{% for item in nav.pages %}{% for key in item.meta %}{{ key }}{% endfor %}{% endfor %}",
            "{% for item in nav.pages %}{{ item.meta.items() | list }}{% endfor %}",
        ],
    )
    def test_a_template_that_looks_at_all_pages_is_left_to_mkdocs(self, project: Project, text: str) -> None:
        self.override(project, text)
        for _ in range(2):
            rendered = project.build()
            assert counts(rendered) == (4, 0, 0)
            assert rendered.why.startswith("a template")
            assert (project.site / "papers" / "two.html").read_text()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text + "hooks: [hook.py]\n", "hooks"),
        (lambda text: text.replace("attr_list", "pymdownx.snippets, attr_list"), "pymdownx.snippets"),
        (lambda text: text.replace("[search]", "[search, tags]"), "tags"),
        (lambda text: text.replace("name: material, font: false", "name: mkdocs"), "not Material"),
        (lambda text: text + "copyright: !ENV [SEEDBED_TEST, none]\n", "settings depend"),
    ],
)
def test_what_may_reach_further_is_left_to_mkdocs(
    tmp_path: Path, change: Callable[[str], str], why: str
) -> None:
    (tmp_path / "hook.py").write_text("def on_page_markdown(markdown, **_): return markdown + 'hooked'\n")
    project = Project(tmp_path, change(QUICK))
    for _ in range(2):
        rendered = project.build()
        assert counts(rendered) == (4, 0, 0)
        assert why in rendered.why


def test_nothing_is_kept_of_a_site_that_was_left_to_mkdocs(project: Project) -> None:
    assert read_signs(project.cache) is not None
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text() + "hooks: [hook.py]\n")
    (project.root / "hook.py").write_text("")
    assert "hooks" in project.build().why
    assert read_signs(project.cache) is None


@pytest.mark.parametrize("name", ["signs", "making"])
@pytest.mark.parametrize("harm", ["cut", "flipped", "foreign", "gone"])
def test_a_damaged_cache_is_never_trusted(project: Project, name: str, harm: str) -> None:
    path = project.cache / name
    data = path.read_bytes()
    match harm:
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "flipped":
            path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
        case "foreign":
            other = Project(project.root / "other")
            other.build()
            path.write_bytes((other.cache / name).read_bytes())
        case "gone":
            path.unlink()
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther."))
    assert counts(project.build()) == (4, 0, 0)
    project.assert_clean()


@pytest.mark.usefixtures("project")
def test_a_project_that_was_moved_is_made_again(tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("docs", "site", "cache", "mkdocs.yml"):
        (tmp_path / name).rename(moved / name)
    rendered = render(moved / "mkdocs.yml", moved / "site", cache_dir=moved / "cache", date=DATE)
    assert counts(rendered) == (4, 0, 0)


def test_a_refused_build_leaves_site_and_cache(project: Project) -> None:
    before = contents(project.site)
    project.write(papers__one=page("One", "[gone](gone.md)"))
    with pytest.raises(RenderError):
        project.build()
    assert contents(project.site) == before
    project.write(papers__one=page("One", "[two](two.md), again."))
    assert counts(project.build()) == (1, 3, 0)
    project.assert_clean()


def test_a_second_build_waits_for_the_first(project: Project) -> None:
    project.write(papers__two=page("Two", "## Part {#part}\n\nOther."))
    context = multiprocessing.get_context("spawn")
    with hold(project.cache / "render.lock"):
        second = context.Process(target=project.build)
        second.start()
        time.sleep(1.5)
        assert second.is_alive()
        assert "Other" not in (project.site / "papers" / "two.html").read_text()
    second.join(120)
    assert second.exitcode == 0
    assert "Other" in (project.site / "papers" / "two.html").read_text()


def test_a_build_that_is_killed_leaves_the_last_good_site(project: Project) -> None:
    before = contents(project.site)
    project.write(**{f"papers__p{number}": page(f"P{number}", "x " * 400) for number in range(40)})
    context = multiprocessing.get_context("fork")
    seen = set()
    for attempt in range(12):
        build = context.Process(target=project.build)
        build.start()
        time.sleep(0.04 * attempt)
        os.kill(build.pid or 0, signal.SIGKILL)
        build.join()
        found = contents(project.site)
        seen.add(len(found))
        if found != before:
            project.assert_clean()
            break
    assert project.build().kept in {4, 44}
    assert len(contents(project.site)) == len(before) + 40
    project.assert_clean()
    assert len(before) in seen
