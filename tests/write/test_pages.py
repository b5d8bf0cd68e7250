"""What every page holds, over a small library made by hand."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import Page, SiteFacts
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import BUILT_IN
from seedbed.write.files import files_of
from seedbed.write.markdown import Templates
from seedbed.write.pages import page_tasks, whole_pages
from seedbed.write.shelving import shelve
from seedbed.write.sources import _KINDS
from tests.write.site import Rendered, broken_links, render_site
from tests.write.small import SITE, library, links, renamed

GOLDEN = [
    "index.md",
    "papers/index.md",
    "papers/soft-hands.md",
    "people/ada-quill.md",
    "topics/index.md",
    "topics/grip.md",
    "transcripts/on-hands.md",
    "collections/grip-programme.md",
    "timeline/index.md",
    "sources/index.md",
    "sources/grips-list-txt.md",
    "notes/index.md",
    "people/a-quill.md",
]

# Compiling them takes longer than all else here.
TEMPLATES = Templates()


def plan_pages(library: Library, links: Links, site: SiteFacts) -> tuple[Page, ...]:
    """Every page, each with all that it shows."""
    shelf = shelve(library, links)
    planned = [*whole_pages(shelf, site)]
    for task in page_tasks(shelf):
        planned += [each for each in task.plan(shelf, task.argument) if isinstance(each, Page)]
    return tuple(planned)


def written(library: Library, links: Links, site: SiteFacts) -> dict[str, bytes]:
    return {
        draft.path: draft.content() for draft in files_of(library, links, site, templates=TEMPLATES).drafts()
    }


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written(library(), links(), SITE)


@pytest.fixture(scope="module")
def site(files: dict[str, bytes]) -> dict[str, Rendered]:
    return render_site(files)


@pytest.mark.parametrize("path", GOLDEN)
def test_golden(path: str, files: dict[str, bytes], snapshot: SnapshotAssertion) -> None:
    assert files[path].decode() == snapshot


def test_every_page_has_a_title_a_description_and_one_heading(site: dict[str, Rendered]) -> None:
    for address, page in site.items():
        assert page.meta["title"], address
        assert 0 < len(str(page.meta["description"])) <= 160, address
        assert len(page.headings()) == 1, address
        assert page.meta["generated"] == "seedbed", address


def test_every_link_and_anchor_resolves(site: dict[str, Rendered]) -> None:
    assert broken_links(site) == []


def test_ids_are_unique_on_a_page(site: dict[str, Rendered]) -> None:
    for address, page in site.items():
        assert len(page.ids()) == len(set(page.ids())), address


def test_every_page_has_a_way_back_but_the_first_ones(site: dict[str, Rendered]) -> None:
    for address, page in site.items():
        if not address.endswith("index") and page.meta["kind"] != "moved":
            parent = str(page.meta["parent"]).removesuffix(".md")
            assert parent in site, address
            assert page.meta["parent_title"], address


def test_a_work_page_holds_every_fact_with_its_source(site: dict[str, Rendered]) -> None:
    page = site["papers/soft-hands"]
    facts = {node.css_first("dt").text(): node for node in page.tree.css(".fact")}  # type: ignore[union-attr]
    assert set(facts) == {
        "Date", "Topics", "Category", "Organisation", "Fellow", "Score", "Code", "Link", "Listed in",
    }  # fmt: skip
    for label, node in facts.items():
        if label != "Listed in":
            assert node.css_first("a.source") is not None, label
    assert "2 March 2026" in facts["Date"].text()
    assert "The year is that of the capture." in facts["Date"].text()
    assert "Machine Learning (cs.LG)" in facts["Category"].text()


def test_the_abstract_is_read_and_its_mathematics_set(site: dict[str, Rendered]) -> None:
    page = site["papers/soft-hands"]
    assert "We study soft hands in 3–4× the detail, with Mi grips." in page.text()
    assert [node.text() for node in page.tree.css("em")] == ["Gentle", "soft hands"]
    assert page.tree.css_first("math msub") is not None


def test_both_readings_of_a_conflict_are_shown_with_the_difference_marked(site: dict[str, Rendered]) -> None:
    readings = site["papers/soft-hands"].tree.css(".reading")
    assert all(node.css("mark") for node in readings)
    assert {node.css_first("a.source").attributes["href"] for node in readings} == {  # type: ignore[union-attr]
        "../sources/vera-profile-txt.html#L7",
        "../sources/grips-list-txt.html#L5",
    }


def test_a_mention_is_a_link_and_a_backlink_in_context(site: dict[str, Rendered]) -> None:
    assert "../topics/grip.html" in site["transcripts/on-hands"].links()
    quote = site["topics/grip"].tree.css_first(".quote")
    assert quote is not None
    assert "We grip & let go." in quote.text()
    assert "Vera Hollow" in quote.text()
    assert "../transcripts/on-hands.html#turn-2" in site["topics/grip"].links()


def test_a_turn_names_the_work_that_it_is_about_and_back(site: dict[str, Rendered]) -> None:
    aside = site["transcripts/on-hands"].tree.css_first("#turn-2 .on-this")
    assert aside is not None
    assert "speaks of grips" in aside.text()
    assert "../transcripts/on-hands.html#turn-2" in site["papers/soft-hands"].links()


def test_every_line_of_a_seed_stands_under_its_address(site: dict[str, Rendered]) -> None:
    made = library()
    pages = {str(page.meta["title"]): page for page in site.values() if page.meta["kind"] == "source"}
    for reading in made.readings:
        for number, line in enumerate(reading.seed.lines, start=1):
            node = pages[reading.seed.path].tree.css_first(f"#L{number} .line-text")
            assert node is not None
            assert node.text() == line


def test_a_moved_page_leads_on(site: dict[str, Rendered]) -> None:
    page = site["people/a-quill"]
    assert page.meta["moved_to"] == "people/ada-quill.html"
    assert page.links() == ["../people/ada-quill.md", "#this-page-has-moved"] or page.links() == [
        "../people/ada-quill.md"
    ]


@pytest.mark.parametrize(
    "made",
    [
        Library((), (), (), (), ()),
        replace(library(), transcripts=(), collections=(), decisions=(), questions=(), conflicts=()),
        replace(library(), works=(), people=library().people, collections=(), conflicts=(), decisions=()),
    ],
    ids=["nothing", "papers only", "conversation only"],
)
def test_empty_sections_are_not_shown(made: Library) -> None:
    people = tuple(replace(person, works=()) for person in made.people) if not made.works else made.people
    site = render_site(written(replace(made, people=people), Links(), SiteFacts("Empty")))
    assert broken_links(site) == []
    for address, page in site.items():
        assert page.tree.css("ul:empty, ol:empty, dl:empty") == [], address
        for heading in page.tree.css("h2"):
            following = heading.next
            while following is not None and following.tag == "-text":
                following = following.next
            assert following is not None, (address, heading.text())
            assert following.tag != "h2", (address, heading.text())


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{: .x onclick=alert(1) }",
    "[x](javascript:alert(1)) ![y](z)",
    "# heading\n- item\n\n---\ntitle: x\n---",
    '--8<-- "mkdocs.yml"',
    "| a | b |\n|---|---|",
    "{{ page }} {% raw %}",
    "`code` *a* _b_ ~~c~~ ==d== $e$",
    "\x02wzxhzdk:0\x03",
    "&lt;b&gt; &amp;",
]


def pages_of(made: Library, found: Links, facts: SiteFacts) -> dict[str, bytes]:
    return {page.path: TEMPLATES.render(page).encode() for page in plan_pages(made, found, facts)}


def markup(site: dict[str, Rendered]) -> dict[str, list[str]]:
    """Every element of each page with the names of its attributes, in order."""
    return {
        address: [f"{node.tag} {sorted(node.attributes)}" for node in page.tree.css("body *")]
        for address, page in site.items()
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    made = renamed(library(), text)
    site = render_site(pages_of(made, Links(), SITE))
    assert broken_links(site) == []
    for address, page in site.items():
        assert len(page.headings()) == 1, address
        for node in page.tree.css("body *"):
            assert node.tag not in ("script", "img", "table"), address
            assert not any(name.startswith("on") for name in node.attributes), address


@given(st.text(alphabet=st.sampled_from(list("ab1 .-_*`[](){}<>&#|~^=+:!\\\"'$@/%?;,")), max_size=16))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_title_leaves_the_page_as_it_is_but_for_its_words(title: str) -> None:
    plain = render_site(pages_of(renamed(library(), "Plain"), Links(), SITE))
    other = render_site(pages_of(renamed(library(), f"a {title} b"), Links(), SITE))
    inline = ("em ", "strong ", "code ", "span ['class']", "math", "m", "a ['href', 'rel']")
    kept = {
        address: [tag for tag in tags if not tag.startswith(inline)]
        for address, tags in markup(other).items()
    }
    expected = {
        address: [tag for tag in tags if not tag.startswith(inline)]
        for address, tags in markup(plain).items()
    }
    assert kept == expected


def test_a_page_is_the_same_however_often_it_is_written_and_in_whatever_order() -> None:
    render = Templates().render
    first = [render(page) for page in plan_pages(library(), links(), SITE)]
    second = [render(page) for page in plan_pages(library(), links(), SITE)]
    assert first == second
    backwards = Templates()
    assert [backwards.render(page) for page in reversed(plan_pages(library(), links(), SITE))] == first[::-1]


def test_templates_that_were_compiled_before_write_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    planned = plan_pages(library(), links(), SITE)
    before = Templates()
    written = [before.render(page) for page in planned]
    now = Templates(before.compiled)
    monkeypatch.setattr("jinja2.Environment.compile", None)  # nothing is compiled again
    assert [now.render(page) for page in planned] == written
    assert now.compiled == before.compiled


def test_a_template_that_changed_is_compiled_again() -> None:
    planned = plan_pages(library(), links(), SITE)
    before = Templates()
    written = [before.render(page) for page in planned]
    other = list(before.compiled.values())
    stale = Templates(dict(zip(before.compiled, other[1:] + other[:1], strict=True)))
    assert [stale.render(page) for page in planned] == written
    assert stale.compiled == before.compiled


def test_every_kind_of_seed_is_called_something() -> None:
    assert set(_KINDS) == {UNKNOWN, *(reader.kind for reader in BUILT_IN)}
