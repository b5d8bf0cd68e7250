"""Saved web pages: the text that they show, as lines, so that the readers of text can read it.

A line's number is then that of the text; the seed's hash stays that of the file. Scripts, styles and hidden
parts hold nothing that a page shows. What pages state of works for search engines, in JSON-LD or in tags of
their head (`citation_title` and its like, https://scholar.google.com/intl/en/scholar/inclusion.html#indexing),
is put above the text, a line each. Where the words of a line lead to is kept beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from seedbed.gather.json_ld import stated_works
from seedbed.model.source import Link

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_OPENING = 4096
_UNSHOWN = (
    "script, style, noscript, template, svg, math annotation, iframe, object, [hidden], [aria-hidden=true]"
)
_PARAGRAPHS = (
    "address, article, aside, blockquote, dd, details, dl, dt, fieldset, figcaption, figure, footer, form, "
    "h1, h2, h3, h4, h5, h6, header, hr, main, nav, ol, p, pre, section, table, ul"
)
_LINES = "br, button, div, label, legend, li, option, summary, tr, td, th, title"
_PARAGRAPH_END = "\ue000"
_LINE_END = "\ue001"
_NESTING = re.compile(
    r"<(?P<end>/?)(?:address|article|aside|blockquote|button|details|div|dl|fieldset|figure|footer|form|header|main"
    r"|nav|ol|pre|section|table|ul)\b",
    re.IGNORECASE,
)
_DEEPEST = 500
"""Blocks inside each other; time grows with it, and no real page has a tenth of that."""
_LINK_BEGIN, _LINK_NUMBERED, _LINK_END = "\ue002", "\ue003", "\ue004"
_LINK = re.compile(f"{_LINK_BEGIN}(?P<number>[0-9]+){_LINK_NUMBERED}")
_ENDS = re.compile(f"[{_PARAGRAPH_END}-{_LINK_END}]")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>https?://[^\s<>]{1,2000}) -->")
_SAFE = re.compile(r"https?://[^\s<>\"]+$|(?![a-z][a-z0-9+.-]*:|//)[^\s<>\"]+$", re.IGNORECASE)
"""An address of the web, or a relative one; nothing that has another scheme."""
_LONGEST_ADDRESS = 2000
_CITATION = "citation_"


def is_web_page(text: str) -> bool:
    """Whether `text` is HTML, by how it begins."""
    return _PAGE.match(text[:_OPENING]) is not None


def is_too_deep(text: str) -> bool:
    """Whether the page's blocks lie too deep inside each other to be read in good time."""
    depth = 0
    for match in _NESTING.finditer(text):
        depth = max(0, depth + (-1 if match["end"] else 1))
        if depth > _DEEPEST:
            return True
    return False


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page shows, a line each, and its links, each with the line that it begins on."""

    lines: tuple[str, ...]
    links: tuple[tuple[int, Link], ...] = ()


def read_page(text: str) -> WebPage:
    """The lines that the page shows, blocks parted by a blank line."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 (heavy, and seldom needed)

    page = LexborHTMLParser(_ENDS.sub(" ", text))
    stated = list(_citation(page))
    stated = stated or list(_linked_data(page))
    addresses = list(_mark_links(page, _base(page, text)))
    for node in page.css(_UNSHOWN):
        node.decompose()
    for selector, end in ((_PARAGRAPHS, _PARAGRAPH_END), (_LINES, _LINE_END)):
        for node in page.css(selector):
            node.insert_before(end)
            node.insert_after(end)
    shown = page.body.text() if page.body is not None else ""
    lines = [*stated, *([""] if stated else [])]
    links: list[tuple[int, Link]] = []
    for line in _lines(shown):
        lines.append(_LINK.sub("", line).replace(_LINK_END, ""))
        for match in _LINK.finditer(line):
            said = line[match.end() :].split(_LINK_END, maxsplit=1)[0]
            words = " ".join(_LINK.sub("", said).split())
            links.append((len(lines), Link(words, addresses[int(match["number"])])))
    return WebPage(tuple(lines), tuple(links))


def _base(page: LexborHTMLParser, text: str) -> str:
    """What relative addresses are relative to, where the page says so; else empty."""
    saved = _SAVED_FROM.search(text[:_OPENING])
    base = page.css_first("base[href]") or page.css_first("link[rel=canonical][href]")
    stated = base.attributes.get("href") if base is not None else ""
    return stated or (saved["url"] if saved else "")


def _mark_links(page: LexborHTMLParser, base: str) -> Iterator[str]:
    """The addresses of the page's links, in its order; marks with their numbers go around the words."""
    number = 0
    for node in page.css("a[href]"):
        href = (node.attributes.get("href") or "").strip()
        try:
            address = urljoin(base, href) if base else href
        except ValueError:
            continue  # the page states what is no address; its words are kept all the same
        if href.startswith("#") or len(address) > _LONGEST_ADDRESS or not _SAFE.match(address):
            continue
        yield address
        node.insert_before(f"{_LINK_BEGIN}{number}{_LINK_NUMBERED}")
        node.insert_after(_LINK_END)
        number += 1


def _linked_data(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("script[type='application/ld+json']"):
        for name, value in stated_works(node.text()):
            yield f"schema_{name}: {value}"


def _citation(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("meta[name][content]"):
        name = (node.attributes.get("name") or "").casefold()
        content = " ".join((node.attributes.get("content") or "").split())
        if name.startswith(_CITATION) and name.replace("_", "").isalpha() and content:
            yield f"{name}: {content}"


def _lines(shown: str) -> Iterator[str]:
    """The lines without those that are empty, and one blank line where a paragraph ends.

    Marks of links on an empty line go to the next one that is not.
    """
    blank = True
    waiting = ""
    for paragraph in shown.split(_PARAGRAPH_END):
        lines = []
        for line in paragraph.split(_LINE_END):
            text = " ".join(line.split())
            if _LINK.sub("", text).replace(_LINK_END, "").strip():
                lines.append(waiting + text)
                waiting = ""
            else:
                waiting += "".join(match.group() for match in _LINK.finditer(text)) if text else ""
        if lines and not blank:
            yield ""
        yield from lines
        blank = blank and not lines
