"""Saved web pages: the text that comes out of them, and what the readers make of it."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from seedbed.errors import SeedbedError
from seedbed.gather.web_page import is_web_page, read_page
from seedbed.model.record import Reading, TranscriptRecord
from seedbed.model.source import Seed
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.gathering import read_seed

HEAD = "<!DOCTYPE html>\n<html><head><title>A page</title><style>p { color: red }</style></head>\n<body>\n"
MENU = "<nav><ul><li><a href='/'>Home</a></li><li>About</li><li>Log in</li></ul></nav>\n"
TALK = (
    "<h1>On Growth, in Parts</h1>\n<div><p><strong>Ann Lee:</strong> Hello\n&amp; welcome.</p>"
    "<p><b>Bo Ek:</b> Thanks.<br>Truly.</p></div><p><b>Ann Lee:</b> Well?</p><p><b>Bo Ek:</b> Yes.</p>"
)
FOOTER = "<footer><p>Privacy Policy</p><p>© 2024 The Show</p></footer></body></html>"
PAPER = HEAD.replace(
    "<style>",
    '<meta name="citation_title" content="Growth &amp; Rain">\n'
    '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Ek, Bo">'
    '<meta name="citation_publication_date" content="2024/05/02">'
    '<meta name="citation_doi" content="10.1234/x">'
    '<meta name="citation_journal_title" content="Nature">'
    '<meta name="citation_pdf_url" content="javascript:alert(1)"><style>',
)


def seed_of_page(folder: Path, page: str) -> Seed:
    (folder / "page.html").write_text(page, "utf-8")
    return read_seed(folder / "page.html", "page.html", shown="seeds/page.html")


def reading_of(folder: Path, page: str) -> Reading:
    reading = read(seed_of_page(folder, page))
    assert find_fault(reading) == ""
    return reading


def test_a_saved_conversation(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, HEAD + MENU + TALK + FOOTER)
    assert reading.kind == "transcript"
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert record.title is not None
    assert record.title.value == "On Growth, in Parts"
    assert [(turn.label, [said.value for said in turn.paragraphs]) for turn in record.turns] == [
        ("Ann Lee", ["Hello & welcome."]),
        ("Bo Ek", ["Thanks.", "Truly."]),
        ("Ann Lee", ["Well?"]),
        ("Bo Ek", ["Yes."]),
    ]
    assert reading.seed.lines[record.title.span.first - 1] == "On Growth, in Parts"
    assert [reading.seed.lines[number - 1] for number in reading.unread_lines()] == [
        "Home",
        "About",
        "Log in",
        "Privacy Policy",
        "© 2024 The Show",
    ]
    assert "this file is a web page" in reading.remarks[0].value


def test_what_a_page_states_of_a_work(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, PAPER + "<p>Some words.</p>" + FOOTER)
    assert reading.kind == "citation-tags"
    (work,) = reading.works()
    assert work.title is not None
    assert (work.title.value, work.title.span.first) == ("Growth & Rain", 1)
    assert work.creators is not None
    assert (work.creators.value.names, work.creators.span.first) == (("Lee, Ann", "Ek, Bo"), 2)
    assert work.date is not None
    assert work.date.value.iso() == "2024-05-02"
    assert [link.value for link in work.links] == ["https://doi.org/10.1234/x"]
    assert work.venue is not None
    assert work.venue.value == "Nature"
    assert reading.seed.lines[next(reading.unread_lines()) - 1] == "citation_pdf_url: javascript:alert(1)"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<p hidden>secret</p>",
        "<svg><text>x</text></svg>",
        "<iframe src='https://a.example'>x</iframe>",
        "<!-- x -->",
        "<img src=x onerror=alert(1)>",
        "<template><p>x</p></template>",
    ],
)
def test_nothing_but_text_comes_out(hostile: str) -> None:
    assert read_page(f"{HEAD}<p>One</p>{hostile}<p>Two").lines == ("One", "", "Two")


def test_markup_that_is_text_stays_text() -> None:
    page = read_page(f"{HEAD}<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;")
    assert page.lines == ("<script>alert(1)</script> &amp;",)


def test_blocks_and_lines() -> None:
    page = f"{HEAD}<div>A<div>B</div>C</div><table><tr><td>1<td>2</table><p>x\ny<br/>z\ue000\ue001"
    assert read_page(page).lines == ("A", "B", "C", "", "1", "2", "", "x y", "z")


@pytest.mark.parametrize("page", ["<!doctype html>", HEAD + FOOTER.replace("Privacy Policy", "")[:8]])
def test_a_page_without_text_is_empty(tmp_path: Path, page: str) -> None:
    with pytest.raises(SeedbedError, match="is empty"):
        seed_of_page(tmp_path, page)


def test_a_page_nested_too_deep(tmp_path: Path) -> None:
    with pytest.raises(SeedbedError, match=r"seeds/page.html: is a web page whose parts are nested too deep"):
        seed_of_page(tmp_path, HEAD + "<div>" * 100_000)


@pytest.mark.parametrize(
    "part", ["<p>x ", "<b>", "<!--", "<table><tr><td>", "&", "<a href='", "<div></div>", "</div>"]
)
def test_time_is_in_proportion(tmp_path: Path, part: str) -> None:
    start = time.process_time()
    with suppress(SeedbedError):
        seed_of_page(tmp_path, HEAD + "<p>One</p>" + part * 40_000)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "text", ["", "Ann Lee: <html> is a tag", "<feed>", "<?xml version='1.0'?><feed>", "a<html>"]
)
def test_what_is_no_web_page(text: str) -> None:
    assert not is_web_page(text)


@pytest.mark.parametrize(
    "text", ["<html>", "\n <!DOCTYPE HTML>", "<?xml version='1.0'?>\n<html>", "<!-- x -->\n<html>"]
)
def test_what_is_a_web_page(text: str) -> None:
    assert is_web_page(text)


LIST = (
    "<!doctype html><html><head><link rel=canonical href='https://lab.example/people/list'></head><body>"
    "<h1>Publications</h1><p><a href='/rain'>Growth and Rain in Small Models</a>. "
    "<a href='https://lee.example'>Ann Lee</a>, Bo Ek. ICML, 2024. [<a href=rain.pdf>PDF</a>] "
    "[<a href='javascript:alert(1)'>Code</a>] <a href='data:text/html,x'>PDF</a> <a href='#x'>PDF</a></p>"
    "<p>A Second Way to Grow Slowly. Ann Lee, Bo Ek. ICML, 2023.</p>"
    "<p>A Third Way to Grow Slowly. Ann Lee, Bo Ek. ICML, 2022.</p>"
)


def test_where_titles_and_buttons_lead_to(tmp_path: Path) -> None:
    first, second, _ = reading_of(tmp_path, LIST).works()
    assert [link.value for link in first.links] == [
        "https://lab.example/rain",
        "https://lab.example/people/rain.pdf",
    ]
    assert {link.span.first for link in first.links} == {3}
    assert second.links == ()


def test_a_relative_address_is_relative_to_where_the_page_was_captured(tmp_path: Path) -> None:
    seed = seed_of_page(
        tmp_path, LIST.replace("<link rel=canonical href='https://lab.example/people/list'>", "")
    )
    assert next(read(seed).works()).links == ()
    captured = replace(seed, address="https://kept.example/here/")
    assert [link.value for link in next(read(captured).works()).links] == [
        "https://kept.example/rain",
        "https://kept.example/here/rain.pdf",
    ]


def test_a_link_around_several_lines_begins_on_the_first() -> None:
    page = read_page(
        "<!doctype html><a href='https://a.example/1'><div></div><h2>One</h2><p>Two</p></a><p>Three"
    )
    assert page.lines == ("One", "", "Two", "", "Three")
    assert [(line, link.words, link.address) for line, link in page.links] == [
        (1, "One", "https://a.example/1")
    ]


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, "null", '{"@type": {"a": []}}', '{"@type":"Book"}', "1" * 9000]
)
def test_linked_data_that_states_nothing(script: str) -> None:
    page = read_page(f"<!doctype html><script type='application/ld+json'>{script}</script><p>One")
    assert page.lines == ("One",)
