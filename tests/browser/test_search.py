"""The search in a browser: from a folder and from a host, by pointer and by keyboard, in several scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Request, expect

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.render import render
from seedbed.write.search.entries import list_sources
from seedbed.write.search.folding import words
from tests.browser.conftest import NARROW, WIDE, axe_faults, forget, serve
from tests.projects import ROOT
from tests.write.search_library import (
    collection,
    library,
    person,
    search_files,
    synthetic,
    topic,
    transcript,
    work,
)

IVAN = person("Iván Arcuschin", "Iván Arcuschin Moreno")
OLGA = person("Ольга Петрова")
MANY = tuple(map(person, ("Ann", "Bob", "Cai", "Dee", "Eve", "Zelda")))
HOSTILE = "<img src=x onerror=alert(1)> & <b>bold</b> __proto__"
WORKS = (
    work("Sparse features of language models", "We find that autoencoders help. " * 20, (IVAN,)),
    work("Emergent misalignment from narrow finetuning", "A study of superposition.", (OLGA,)),
    work("大型语言模型的可解释性", "我们研究神经网络。", (OLGA,)),
    work(HOSTILE, "An abstract that holds </script><script>alert(2)</script> marks."),
    work("مقدمة في التعلم", "نماذج اللغة الكبيرة"),
    work("Many hands", "", MANY),
    work("Deep grokking", "Grokking is sudden. " * 3),
)
TALK = transcript(
    "The long talk",
    ((IVAN, "Hello there."), (OLGA, "Interference is everywhere, and it is the price of superposition.")),
    summary="A conversation on minds.",
)
TOPICS = (topic("Interpretability", WORKS[:2], "reading minds"), topic("Grokking", WORKS[-1:]))
LIST = collection("Summer programme", WORKS[:2], "Work of a quiet season.")
LIBRARY = replace(library(WORKS, (IVAN, OLGA, *MANY), (TALK,)), collections=(LIST,))
LINKS = Links(topics=TOPICS)


@pytest.fixture(scope="module")
def found_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the library above: its real search, and a bare page for each thing that can be found."""
    root = tmp_path_factory.mktemp("search")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["theme"]["custom_dir"] = str(ROOT / "build/seedbed/theme")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    pages = dict.fromkeys(_nav(settings["nav"]), "A list.")
    for source in list_sources(LIBRARY, LINKS):
        page, _, turn = source.address.partition("#")
        name = page.replace(".html", ".md")
        pages[name] = pages.get(name, "") + (f'<p id="{turn}">A turn.</p>\n\n' if turn else "A page.\n\n")
    files = {name: f"---\ntitle: {name}\n---\n# {name}\n\n{text}".encode() for name, text in pages.items()}
    for name, content in {**files, **search_files(LIBRARY, LINKS), "data/colophon.js": b""}.items():
        (root / "docs_src" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs_src" / name).write_bytes(content)
    render(root / "mkdocs.yml", root / "site", strict=False)
    return root / "site"


def _nav(items: list[dict[str, object]]) -> Iterator[str]:
    for item in items:
        for target in item.values():
            if isinstance(target, list):
                yield from _nav(target)
            else:
                yield str(target)


@pytest.fixture(scope="module", params=["file", "http"])
def address(request: pytest.FixtureRequest, found_site: Path) -> Iterator[str]:
    if request.param == "file":
        yield found_site.as_uri()
    else:
        with serve(found_site) as host:
            yield host


@pytest.fixture(scope="module")
def one_page(chromium: Browser, address: str) -> Iterator[Page]:
    """One page for many queries."""
    with opened(chromium, address) as page:
        yield page


@pytest.fixture(scope="module")
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    with opened(chromium, address) as page:
        yield page


@pytest.fixture
def page(tab: Page, address: str) -> Page:
    """A page that nobody has used before."""
    forget(tab)
    tab.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    tab.emulate_media(color_scheme="light")
    tab.goto(f"{address}/index.html")
    return tab


@contextmanager
def opened(
    chromium: Browser, address: str, size: tuple[int, int] = WIDE, *, scripts: bool = True
) -> Iterator[Page]:
    """A page of the site; nobody may complain while it is open."""
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        java_script_enabled=scripts,
        service_workers="block",  # one would ask in the page's place, unseen by the tests
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"a dialog: {dialog.message}"))
    page.goto(f"{address}/index.html")
    yield page
    context.close()
    assert complaints == []


def ask(page: Page, query: str) -> None:
    """Type a query and wait for what it finds."""
    page.locator("#search-query").fill(query)
    expect(page.locator(".search-panel")).to_have_attribute("data-query", query)


def hits(page: Page) -> list[tuple[str, str]]:
    """The kind and the title of each hit."""
    options = page.locator("#search-hits [role=option]")
    return [
        (each.locator(".search-kind").inner_text(), each.locator(".search-title").inner_text())
        for each in options.all()
    ]


# Finding


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("sparse features", "paper", "Sparse features of language models"),
        ("ivan", "person", "Iván Arcuschin"),
        ("IVÁN", "person", "Iván Arcuschin"),
        ("moreno", "person", "Iván Arcuschin"),
        ("olga", "person", "Ольга Петрова"),
        ("ПЕТРОВ", "person", "Ольга Петрова"),
        ("interpretability", "topic", "Interpretability"),
        ("reading minds", "topic", "Interpretability"),
        ("grokking", "topic", "Grokking"),
        ("grok", "topic", "Grokking"),
        ("long talk", "conversation", "The long talk"),
        ("the long", "conversation", "The long talk"),
        ("summer", "collection", "Summer programme"),
        ("quiet season", "collection", "Summer programme"),
        ("featured", "collection", "Summer programme"),
        ("interference", "passage", "Ольга Петрова, turn 2"),
        ("interf", "passage", "Ольга Петрова, turn 2"),
        ("autoencoder", "paper", "Sparse features of language models"),
        ("autoencodres", "paper", "Sparse features of language models"),
        ("emergnt misalignmet", "paper", "Emergent misalignment from narrow finetuning"),
        ("mergent", "paper", "Emergent misalignment from narrow finetuning"),
        ("meergent", "paper", "Emergent misalignment from narrow finetuning"),
        ("interpertability", "topic", "Interpretability"),
        ("rmergent", "paper", "Emergent misalignment from narrow finetuning"),
        ("nisalignment", "paper", "Emergent misalignment from narrow finetuning"),
        ("parse features", "paper", "Sparse features of language models"),
        ("语言模型", "paper", "大型语言模型的可解释性"),
        ("性", "paper", "大型语言模型的可解释性"),
        ("神经", "paper", "大型语言模型的可解释性"),
        ("التعلم", "paper", "مقدمة في التعلم"),
        ("img onerror", "paper", HOSTILE),
        ("__proto__", "paper", HOSTILE),
        ("sparse <zebra>", "paper", "Sparse features of language models"),
    ],
)
def test_a_query_finds(one_page: Page, query: str, kind: str, title: str) -> None:
    ask(one_page, query)
    assert hits(one_page)[0] == (kind, title)


@pytest.mark.parametrize("query", ["zzqx", "!!", "<zzqx>", "ggggg hhhhh", "🌱"])
def test_a_query_finds_nothing_and_says_so(one_page: Page, query: str) -> None:
    ask(one_page, query)
    assert hits(one_page) == []
    expect(one_page.locator(".search-foot")).to_contain_text("Nothing found")
    expect(one_page.locator("#search-hits")).to_be_hidden()


def test_lists_are_no_hits(page: Page) -> None:
    ask(page, "papers")
    assert not [title for _, title in hits(page) if "index" in title or title == "Papers"]


def test_the_words_that_led_to_a_hit_are_marked(page: Page) -> None:
    ask(page, "superposit price")
    hit = page.locator("#search-hits [role=option]").first
    assert hit.locator(".search-passage mark").all_inner_texts() == ["price", "superposition"]
    ask(page, "语言模型")
    assert page.locator(".search-title mark").all_inner_texts() == ["语言模型"]


def test_more_hits_come_as_the_list_is_scrolled(chromium: Browser, found_site: Path) -> None:
    made, links = synthetic(40)
    with serving(found_site, made, links) as address, opened(chromium, address) as page:
        ask(page, "a")
        first = page.locator("[role=option]").count()
        page.locator(".search-panel").evaluate("panel => panel.scrollTo(0, panel.scrollHeight)")
        expect(page.locator("[role=option]").nth(first)).to_be_attached()


# What is loaded, and when


def test_nothing_is_loaded_before_the_search_is_used_and_then_said_to_the_kilobyte(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        assert not [url for url in asked if "/search/index.js" in url or f"{address}/search/" in url]
        page.locator("#search-query").focus()
        ask(page, "sparse")
        data = [url for url in asked if url.startswith(f"{address}/search/")]
        assert data
        assert len(set(data)) == len(data)
        size = page.evaluate("window.seedbedSearch.loaded()") / 1000
        said = f" {size:.1f} kB" if size < 10 else f" {size:.0f} kB"
        expect(page.locator(".search-foot")).to_contain_text(said)


def test_the_first_hit_among_5000_works_costs_less_than_500_kilobytes(
    chromium: Browser, found_site: Path
) -> None:
    made, links = synthetic(5_000)
    with serving(found_site, made, links) as address:
        for query in ("language model", "th", "modl"):
            sizes: dict[str, int] = {}

            def note(request: Request, sizes: dict[str, int] = sizes) -> None:
                sizes[request.url] = request.sizes()["responseBodySize"]

            with opened(chromium, address) as page:
                page.on("requestfinished", note)
                ask(page, query)
                assert hits(page)
                assert sum(sizes.values()) < 500_000
                assert sum("/search/" in url for url in sizes) < 30


@contextmanager
def serving(site: Path, made: Library, links: Links) -> Iterator[str]:
    """The site with another library's search."""
    files = search_files(made, links)
    kept = site / "search"
    aside = site.parent / "aside"
    kept.rename(aside)
    try:
        for name, content in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
        with serve(site) as address:
            yield address
    finally:
        kept.rename(site.parent / f"spent-{len(files)}")
        aside.rename(kept)


def test_an_index_that_is_gone_is_told(chromium: Browser, found_site: Path) -> None:
    context = chromium.new_context(service_workers="block")  # it would ask in the page's place
    page = context.new_page()
    page.route("**/search/words/**", lambda route: route.abort())
    with serve(found_site) as address:
        page.goto(f"{address}/index.html")
        page.locator("#search-query").fill("sparse")
        expect(page.locator(".search-foot")).to_contain_text("could not be loaded")
    context.close()


# By keyboard and by screen reader


def test_enter_leads_to_the_turn(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("interference")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/transcripts/the-long-talk.html#turn-2")


def test_a_query_typed_before_the_search_has_loaded_is_answered(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("sparse")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option]").first).to_be_visible()


def until(page: Page, condition: str) -> None:
    """Wait for an expression to hold; the pages' policy forbids Playwright's own way to wait for one."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    raise AssertionError(condition)


def test_enter_before_the_search_has_loaded_keeps_the_page(chromium: Browser, found_site: Path) -> None:
    # From a host alone: what a folder's page loads cannot be held back, so that Enter might come too late.
    with serve(found_site) as address, opened(chromium, address) as page:
        page.route("**/search/hits.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.keyboard.press("Control+k")
        page.keyboard.type("sparse")
        page.keyboard.press("Enter")
        until(page, "!!window.seedbedSearch")
        assert page.url.endswith("/index.html")


def test_arrows_go_round_and_escape_goes_back(page: Page) -> None:
    field, panel = page.locator("#search-query"), page.locator(".search-panel")
    ask(page, "superposition")
    assert len(hits(page)) == 2
    active = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        field.press(key)
        active.append(field.get_attribute("aria-activedescendant"))
    assert active == ["search-hit-0", "search-hit-1", None, "search-hit-1"]
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")
    expect(panel).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("ArrowDown")
    expect(panel).to_be_visible()
    field.press("Escape")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()


def test_leaving_the_field_closes_the_list_and_a_stroke_elsewhere_is_typed(page: Page) -> None:
    ask(page, "sparse")
    page.keyboard.type("/")
    expect(page.locator("#search-query")).to_have_value("sparse/")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".search-panel")).to_be_hidden()


def test_the_key_that_opens_the_search_can_be_turned_off(page: Page) -> None:
    ask(page, "sparse")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(page.locator("#search-query")).to_be_focused()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#search-query")).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-query")).to_be_focused()


def test_a_hit_names_the_creator_who_was_asked_for(page: Page) -> None:
    ask(page, "zelda")
    expect(page.locator(".search-line").nth(1)).to_have_text("Ann, Bob, Cai, Zelda and 2 others · May 2026")


def test_a_click_on_a_hit_leads_to_it(page: Page) -> None:
    ask(page, "emergent")
    page.locator("[role=option]").first.click()
    page.wait_for_url("**/papers/emergent-misalignment-from-narrow-finetuning.html")


def test_the_number_of_hits_is_announced(page: Page) -> None:
    ask(page, "sparse")
    expect(page.locator(".search-unseen[role=status]")).to_have_text("1 found")


@pytest.mark.parametrize(
    ("size", "dark"), [(WIDE, False), (WIDE, True), (NARROW, False), ((320, 600), False)]
)
def test_the_open_list_is_accessible_and_fits(page: Page, size: tuple[int, int], *, dark: bool) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    ask(page, "ольга superposition")  # marked in a title, a name, and a passage
    page.locator("#search-query").press("ArrowDown")
    assert axe_faults(page, {"preload": False}, ".search") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    box = page.locator(".search-panel").bounding_box()
    field = page.locator(".search-field").bounding_box()
    assert box is not None
    assert field is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] >= field["y"] + field["height"]


def test_without_scripts_there_is_no_field_but_the_lists(chromium: Browser, address: str) -> None:
    with opened(chromium, address, scripts=False) as page:
        expect(page.locator("#search-query")).to_be_hidden()
        links = page.locator(".search-without a")
        assert links.all_inner_texts() == ["Papers", "People", "Topics"]


# The two sides


def test_the_browser_folds_words_as_the_index_does(page: Page) -> None:
    texts = [
        "Iván ŁÓDŹ Søren Straße ĳ Ǆ", "Müller’s O'Brien don't 'quoted' s' 's",
        "ﬁne Ⅷ x² ½ ① ﬀ", "ΣΊΣΥΦΟΣ ς", "Ёлка Йод", "모델 학습", "大模型GPT模型、使用。",
        "がんばる ガンバル ｶﾞ",
        "हिन्दी भाषा", "שָׁלוֹם", "مُحَمَّد", "İstanbul ISPARTA ı", "ไทยไม่มีช่องว่าง",
        "ភាសាខ្មែរ", "zero\u200bwidth soft\u00adhyphen", "a_b snake_case __x__", "🌱 emoji 👩‍🔬",
        "𝑥𝑦 𝔘𝔫𝔦", "x" * 60, "3–4× 90% $x$", "naïve café", "Đặng Việt", "Ærø œuvre þorn",
        "\U00020000\U00020001", "—", "",
    ]  # fmt: skip
    ask(page, "sparse")  # once there is an answer, its script is there
    folded = page.evaluate("texts => Promise.all(texts.map(window.seedbedSearch.words))", texts)
    # A reader's last character without a space may go on; only the index adds it as a word of its own.
    assert [_without_ends(json.dumps(text), found) for text, found in zip(texts, folded, strict=True)] == [
        _without_ends(json.dumps(text), words(text)) for text in texts
    ]


def _without_ends(text: str, found: list[str]) -> tuple[str, list[str]]:
    return text, [word for word in found if len(word) > 1 or word.isascii()]


def test_a_library_of_one_work_and_an_empty_one_have_a_search(chromium: Browser, found_site: Path) -> None:
    for made, count in ((replace(LIBRARY, works=WORKS[:1], people=(), transcripts=()), 1), (library(), 0)):
        with serving(found_site, made, Links()) as address, opened(chromium, address) as page:
            ask(page, "sparse")
            assert len(hits(page)) == count
