"""Saved web pages: the text that they show, as lines, so that the readers of text can read it.

A line's number is then that of the text; the seed's hash stays that of the file. Scripts, styles and hidden
parts hold nothing that a page shows. What pages state of a work in their head for search engines
(`citation_title` and its like, https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) is put
above the text, a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

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
_ENDS = re.compile(f"[{_PARAGRAPH_END}{_LINE_END}]")
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


def page_text(text: str) -> str:
    """The lines that the page shows, blocks parted by a blank line."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 (heavy, and seldom needed)

    page = LexborHTMLParser(_ENDS.sub(" ", text))
    stated = list(_citation(page))
    for node in page.css(_UNSHOWN):
        node.decompose()
    for selector, end in ((_PARAGRAPHS, _PARAGRAPH_END), (_LINES, _LINE_END)):
        for node in page.css(selector):
            node.insert_before(end)
            node.insert_after(end)
    shown = page.body.text() if page.body is not None else ""
    return "\n".join([*stated, *([""] if stated else []), *_lines(shown)]) + "\n"


def _citation(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("meta[name][content]"):
        name = (node.attributes.get("name") or "").casefold()
        content = " ".join((node.attributes.get("content") or "").split())
        if name.startswith(_CITATION) and name.replace("_", "").isalpha() and content:
            yield f"{name}: {content}"


def _lines(shown: str) -> Iterator[str]:
    """The lines without those that are empty, and one blank line where a paragraph ends."""
    blank = True
    for paragraph in shown.split(_PARAGRAPH_END):
        lines = [" ".join(line.split()) for line in paragraph.split(_LINE_END)]
        lines = [line for line in lines if line]
        if lines and not blank:
            yield ""
        yield from lines
        blank = blank and not lines
