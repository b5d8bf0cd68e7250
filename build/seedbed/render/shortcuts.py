"""Steps of Python-Markdown that are left out on pages where they would change nothing.

Each of its processors goes through the whole text of a page with expressions that find nothing on
nearly all of ours, and costs as much as if they did. Here, something quicker tells first whether
there may be anything to find. What comes out is the same; a property test holds it to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.md_in_html import MarkdownInHTMLPostprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER, STX, Registry

# What `NormalizeWhitespace` would change: marks of the library's own, tabs, and spaces that fill a line.
_ODD = (STX, ETX, "\r", "\t", " \n")

# Python-Markdown's own inline patterns, and what every match of one of them has in it.
_KNOWN_PATTERNS = frozenset(
    (
        "autolink",
        "automail",
        "backtick",
        "em_strong",
        "em_strong2",
        "entity",
        "escape",
        "html",
        "image_link",
        "image_reference",
        "linebreak",
        "link",
        "not_strong",
        "reference",
        "short_image_ref",
        "short_reference",
    )
)
_MAY_BE_INLINE = re.compile(r"[`\\\[\]<&*_]|  \n")

_FENCES = ("```", "~~~")

_NUMBER = HTML_PLACEHOLDER % "([0-9]+)"
_PLACEHOLDER = re.compile(f"<p>{_NUMBER}</p>|{_NUMBER}")


def take_shortcuts(markdown: Markdown) -> None:
    """Let a converter leave out what would change nothing; processors that are not the library's own stay."""
    before, after = markdown.preprocessors, markdown.postprocessors
    if type(before["normalize_whitespace"]) is NormalizeWhitespace:
        before.register(_Whitespace(markdown), "normalize_whitespace", 30)
    if "fenced_code_block" in before and type(before["fenced_code_block"]) is FencedBlockPreprocessor:
        before.register(_Fences(markdown, before["fenced_code_block"]), "fenced_code_block", 25)
    if type(after["raw_html"]) is MarkdownInHTMLPostprocessor:
        after.register(_RawHtml(markdown), "raw_html", 30)
    trees = markdown.treeprocessors
    if "toc" in trees and type(trees["toc"]) is TocTreeprocessor:
        trees["toc"].__class__ = _Toc
    inline: Any = trees["inline"]
    if type(inline) is InlineProcessor and _KNOWN_PATTERNS.issuperset(_names(markdown.inlinePatterns)):
        inline.__class__ = _Inline
    # Asked some hundred times a page, a registry is slow, and a list is not.
    inline.inlinePatterns = list(markdown.inlinePatterns)
    blocks: Any = markdown.parser.blockprocessors
    blocks.__class__ = _Final
    blocks.listed = [blocks[name] for name in _names(blocks)]


def _names(registry: Any) -> list[str]:
    """The names in a registry, in the order in which it gives what they name."""
    registry[0]  # lets it sort
    return [item.name for item in registry._priority]  # noqa: SLF001 - it names them nowhere else


class _Final(Registry[Any]):
    """A registry to which nothing is added any more."""

    listed: list[Any]

    def __iter__(self) -> Iterator[Any]:
        """Give each without sorting."""
        return iter(self.listed)


class _Inline(InlineProcessor):
    """Looks for inline markup only in texts that have a character which all of it begins with."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not _MAY_BE_INLINE.search(data):
            return data
        handled: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return handled


class _Whitespace(NormalizeWhitespace):
    """Lets text pass that is normal already."""

    def run(self, lines: list[str]) -> list[str]:
        """Normalise the lines of one page."""
        source = "\n".join(lines) + "\n"
        if any(mark in source for mark in _ODD):
            return super().run(lines)
        return [*lines, "", ""]


class _Fences(Preprocessor):
    """Looks for fenced code only where there are fences."""

    def __init__(self, md: Markdown, full: Preprocessor) -> None:
        super().__init__(md)
        self._full = full

    def run(self, lines: list[str]) -> list[str]:
        """Take out the fenced code of one page."""
        source = "\n".join(lines)
        return self._full.run(lines) if any(fence in source for fence in _FENCES) else lines


class _Toc(TocTreeprocessor):
    """Makes a table of contents of HTML only where a page shows one; MkDocs takes what it is made of."""

    def run(self, doc: Element) -> None:
        """Give the headings their places, and tell what they are."""
        shown = bool(self.marker) and any(
            element.text and element.text.strip() == self.marker for element in doc.iter()
        )
        self._is_shown = shown
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        """The table of contents; an element with nothing in it where no page shows it."""
        return super().build_toc_div(toc_list) if self._is_shown else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put the table of contents where the page wants it."""
        if self._is_shown:
            super().replace_marker(root, elem)


class _RawHtml(MarkdownInHTMLPostprocessor):
    """Puts raw HTML back where it was taken out, and looks for more in it only where there is some."""

    def run(self, text: str) -> str:
        """Put back what belongs into one text."""
        return _PLACEHOLDER.sub(self._put_back, text) if STX in text else text

    def _put_back(self, match: re.Match[str]) -> str:
        key = int(match[1] or match[2])
        if key >= self.md.htmlStash.html_counter:
            return match[0]
        html = self.stash_to_string(self.md.htmlStash.rawHtmlBlocks[key])
        wrapped = bool(match[1]) and not self.isblocklevel(html)
        return self.run(f"<p>{html}</p>" if wrapped else html)
