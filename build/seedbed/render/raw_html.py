"""Raw HTML in Markdown, taken out at the speed of a regular expression where that gives the same result.

Python-Markdown 3 reads a page with `html.parser`, tag by tag, to find the blocks of raw HTML; MkDocs reads it
once more, for the ids in it. On pages that are mostly such blocks, most of the time goes there. Nearly all of
our blocks are plain to see, though: they begin a line behind a blank one, end before a blank one, and hold
nothing but text and tags in their strictest form. Those are found here with one expression; whatever is not
that plain is left to the libraries' own parsers. What comes out is the same text and the same stash; a
property test holds it to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from markdown import Markdown
from markdown import preprocessors as plain
from markdown.extensions import md_in_html
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import Preprocessor
from mkdocs.structure.pages import _RawHTMLPreprocessor

# A tag with nothing odd about it. No part of it can match what another part does.
_TAG = re.compile(
    r"""<(?:(?P<end>/)(?P<ended>[a-zA-Z][a-zA-Z0-9]*)
         |(?P<name>[a-zA-Z][a-zA-Z0-9]*)
          (?P<attributes>(?:\s+[a-zA-Z_:][-a-zA-Z0-9_:.]*(?:="[^"<>]*"|='[^'<>]*')?)*+)
          \s*+(?P<empty>/?))>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""\s([a-zA-Z_:][-a-zA-Z0-9_:.]*)="([^"<>]*)"|\s([a-zA-Z_:][-a-zA-Z0-9_:.]*)='([^'<>]*)'"""
)

# What the parsers look behind for a tag; any other `<` is text to them.
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")

# Where a block may begin: at the beginning of a line that has a blank one before it.
_BEGINNING = re.compile(r"(?:\A|(?<=\n\n))<[a-zA-Z]")

# An ampersand that is not the beginning of a complete reference; the parsers would complete it.
_LOOSE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)")

# Elements whose content is not made of tags, or which the parsers treat in a way of their own.
_PECULIAR = frozenset(
    {
        "hr",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
    }
)

# More elements within one another than this are not plain to see.
DEEPEST = 100

# What text must hold for a tag in it to state an id or a name.
_MAY_STATE_ID = re.compile(r"\b(?:id|name)\s*=", re.IGNORECASE)


def take_out_raw_html_faster(markdown: Markdown) -> None:
    """Let a converter find its blocks of raw HTML by the way of this module."""
    original = markdown.preprocessors["html_block"]
    parser = _PARSERS.get(type(original))
    if parser is not None:
        markdown.preprocessors.register(_HtmlBlocks(markdown, parser), "html_block", 20)


# Each of the preprocessors that may be there, and the parser that it uses.
_PARSERS: dict[type[Any], type[HTMLExtractor]] = {
    plain.HtmlBlockPreprocessor: HTMLExtractor,
    md_in_html.HtmlBlockPreprocessor: md_in_html.HTMLExtractorExtra,
}


class _HtmlBlocks(Preprocessor):
    """Moves blocks of raw HTML from the text into the stash, as the preprocessor in whose place it is."""

    def __init__(self, md: Markdown, parser: type[HTMLExtractor]) -> None:
        super().__init__(md)
        self._parser = parser

    def run(self, lines: list[str]) -> list[str]:
        """Take out the blocks of one page."""
        source = "\n".join(lines)
        return "".join(self._take_out(source)).split("\n")

    def _take_out(self, source: str) -> Iterator[str]:
        # A comment or a declaration may reach from one piece of the text into another.
        blocks = [] if "<!" in source or "<?" in source else list(_plain_blocks(source, self.md))
        position = 0
        for start, end in blocks:
            before = self._parse_piece(source[position:start])
            if before is None:
                break
            yield from before
            yield f"\n{self.md.htmlStash.store(source[start:end] + chr(10))}\n\n"
            position = end
        parser = self._parser(self.md)
        parser.feed(source[position:])
        parser.close()
        yield from parser.cleandoc

    def _parse_piece(self, piece: str) -> list[str] | None:
        """What becomes of the text before a block; None if the block may be part of what begins in it."""
        tags = _tags(piece)
        if tags is None:
            return None
        if not tags and not _LOOSE_AMPERSAND.search(piece):
            return [piece]
        stash = self.md.htmlStash
        count = stash.html_counter
        parser: Any = self._parser(self.md)
        parser.feed(piece)
        if (
            parser.inraw
            or parser.intail
            or parser.rawdata
            or parser.cdata_elem
            or getattr(parser, "mdstack", ())
        ):
            del stash.rawHtmlBlocks[count:]
            stash.html_counter = count
            return None
        cleandoc: list[str] = parser.cleandoc
        return cleandoc


def _plain_blocks(source: str, markdown: Markdown) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends that is plain to see, in order, up to the first that is not."""
    position = 0
    while match := _BEGINNING.search(source, position):
        start = position = match.start()
        tag = _TAG.match(source, start)
        if tag and tag["name"] and _begins_block(tag, markdown):
            position = _end_of_block(source, start)
            if not position:
                return
            yield start, position
        position = max(position, match.end())


def _end_of_block(source: str, start: int) -> int:
    """Where the block ends that begins at `start`; 0 if it is not plain."""
    stack: list[str] = []
    position = start
    while (match := _TAG.match(source, position)) and len(stack) < DEEPEST:
        name = (match["ended"] or match["name"]).lower()
        if name in _PECULIAR:
            return 0
        if match["name"] and not match["empty"]:
            stack.append(name)
        elif match["end"] and name in stack:
            while stack.pop() != name:
                pass
        position = match.end()
        if not stack:
            ends_well = match["end"] and source.startswith("\n\n", position)
            return position if ends_well and not _LOOSE_AMPERSAND.search(source, start, position) else 0
        position = source.find("<", position)
        if position < 0:
            return 0
    return 0


def _begins_block(tag: re.Match[str], markdown: Markdown) -> bool:
    """Whether a tag begins a block whose content is not to be read as Markdown."""
    return markdown.is_block_level(tag["name"]) and "markdown" not in tag["attributes"].lower()


class RawIds(_RawHTMLPreprocessor):
    """Finds the ids in raw HTML, for MkDocs to tell which links to them lead nowhere."""

    def run(self, lines: list[str]) -> list[str]:
        """Find the ids of one page; its text is left as it is."""
        source = "\n".join(lines)
        if not _MAY_STATE_ID.search(source):
            self.present_anchor_ids = set()
        elif (found := _ids(source)) is not None:
            self.present_anchor_ids = found
        else:
            super().run(lines)
        return lines


def _ids(source: str) -> set[str] | None:
    """The ids, and the names of `a`, that tags state; None if not every tag is plain to see."""
    tags = _tags(source)
    if tags is None:
        return None
    found = set()
    for match in tags:
        for key, value, other_key, other_value in _ATTRIBUTE.findall(match["attributes"] or ""):
            stated = (key or other_key).lower()
            if stated == "id" or (stated == "name" and match["name"] in {"a", "A"}):
                found.add(unescape(value or other_value))
    return found


def _tags(source: str) -> list[re.Match[str]] | None:
    """Every tag of a text; None if not every one is plain to see."""
    tags = []
    for opening in _OPENING.finditer(source):
        match = _TAG.match(source, opening.start())
        if match is None or (match["ended"] or match["name"]).lower() in _PECULIAR:
            return None
        tags.append(match)
    return tags
