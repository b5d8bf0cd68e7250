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

# A tag with nothing odd about it. All quantifiers are possessive, so that no text makes them go back.
_TAG = r"""<(?:/[a-zA-Z][a-zA-Z0-9]*+
    |[a-zA-Z][a-zA-Z0-9]*+(?:\s++[a-zA-Z_:][-a-zA-Z0-9_:.]*+(?:="[^"<>]*+"|='[^'<>]*+')?+)*+\s*+/?+)>"""

# A reference with its semicolon; the parsers would add a missing one.
_REFERENCE = r"&(?:\#[0-9]++|\#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);"

# Text that is made of such tags and references; and text in which `&` and `<` may stand for themselves too.
_PLAIN = re.compile(rf"(?:[^<&]++|{_TAG}|{_REFERENCE})*+", re.VERBOSE)
_LOOSE = re.compile(rf"(?:[^<]++|{_TAG}|<(?![a-zA-Z/!?]))*+", re.VERBOSE)

# What is no text to the parsers, or is not left by them as it is.
_MARKUP = re.compile(rf"<[a-zA-Z/!?]|&(?!{_REFERENCE[1:]})", re.VERBOSE)

# Elements whose content is not made of tags, or which the parsers treat in a way of their own.
# A title, of which every mark of a picture has one, is none of them where it holds no tag.
_PECULIAR = re.compile(
    r"""</?(?:hr|iframe|noembed|noframes|noscript|plaintext|script|style|textarea|xmp)(?![a-zA-Z0-9])
    |<title(?![a-zA-Z0-9])(?![^<>]*+>[^<]*+</title>)""",
    re.IGNORECASE | re.VERBOSE,
)

# The first tag of a block.
_FIRST = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")

# The name that a tag begins with, of tags that are known to be plain.
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")

# Of a tag that is known to be plain: its slash, its name, and the slash of one that ends itself.
_PARTS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")

# A tag that may state an id or a name, what it states, and each of that.
_NAMED = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)(\s(?:[^<>]*\s)?(?:id|name)=[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s([-a-zA-Z0-9_:.]+)=(?:"([^"]*)"|'([^']*)')""")

# More elements within one another than this are not plain to see.
DEEPEST = 100


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
        rest = source[position:]
        if self._stays(rest):
            yield rest
            return
        parser = self._parser(self.md)
        parser.feed(rest)
        parser.close()
        yield from parser.cleandoc

    def _stays(self, piece: str) -> bool:
        """Whether a text has no markup but plain tags within lines, which the parsers leave as they are."""
        if not _MARKUP.search(piece):
            return True
        if not _PLAIN.fullmatch(piece) or _PECULIAR.search(piece):
            return False
        return not any(map(self.md.is_block_level, set(_NAME.findall(piece))))

    def _parse_piece(self, piece: str) -> list[str] | None:
        """What becomes of the text before a block; None if the block may be part of what begins in it."""
        if self._stays(piece):
            return [piece]
        if not _LOOSE.fullmatch(piece) or _PECULIAR.search(piece):
            return None
        stash = self.md.htmlStash
        count = stash.html_counter
        parser: Any = self._parser(self.md)
        parser.feed(piece)
        unfinished = parser.inraw or parser.intail or parser.rawdata or getattr(parser, "mdstack", ())
        if unfinished:
            del stash.rawHtmlBlocks[count:]
            stash.html_counter = count
            return None
        cleandoc: list[str] = parser.cleandoc
        return cleandoc


def _plain_blocks(source: str, markdown: Markdown) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends that is plain to see, in order, up to the first that is not."""
    plain_until = 0
    peculiar = _next_peculiar(source, 0)
    start = 0 if source.startswith("<") else _next_beginning(source, 0)
    while start >= 0:
        match = _FIRST.match(source, start)
        end = start
        if match and markdown.is_block_level(match[1]) and "markdown" not in match[2].lower():
            if start >= plain_until:
                plain_until = _end_of_plain_text(source, start)
            if peculiar < start:
                peculiar = _next_peculiar(source, start)
            end = _end_of_block(source, match, min(plain_until, peculiar))
            if not end:
                return
            yield start, end
        start = _next_beginning(source, end)


def _next_beginning(source: str, position: int) -> int:
    """Where a block may begin next: at the beginning of a line that has a blank one before it."""
    found = source.find("\n\n<", position)
    return found if found < 0 else found + 2


def _next_peculiar(source: str, position: int) -> int:
    """Where the next tag of a peculiar element begins; at the end of the text, if there is none."""
    match = _PECULIAR.search(source, position)
    return match.start() if match else len(source)


def _end_of_plain_text(source: str, start: int) -> int:
    match = _PLAIN.match(source, start)
    return match.end() if match else start


def _end_of_block(source: str, first: re.Match[str], plain_until: int) -> int:
    """Where the block ends whose first tag is `first`; 0 if it is not plain."""
    if first[2].endswith("/"):
        return 0
    # An end tag closes the innermost element of its name, and all within: where the next tag of the block's
    # own name ends one, that ends the block, whatever stands between.
    same = re.compile(rf"<(/?){first[1]}(?![a-zA-Z0-9])[^<>]*+>", re.IGNORECASE)
    match = same.search(source, first.end(), plain_until)
    if match is None:
        return 0
    end = match.end() if match[1] else _end_of_nested_block(source, first.start(), plain_until)
    return end if source.startswith("\n\n", end) else 0


def _end_of_nested_block(source: str, start: int, plain_until: int) -> int:
    """Where the block ends that begins at `start`, found tag by tag; 0 if it is not plain."""
    stack: list[str] = []
    for match in _PARTS.finditer(source, start, plain_until):
        ends, name, empty = match.groups()
        if ends:
            name = name.lower()
            if name in stack:
                while stack.pop() != name:
                    pass
                if not stack:
                    return match.end()
        elif not empty:
            stack.append(name.lower())
            if len(stack) > DEEPEST:
                return 0
    return 0


class RawIds(_RawHTMLPreprocessor):
    """Finds the ids in raw HTML, for MkDocs to tell which links to them lead nowhere."""

    def run(self, lines: list[str]) -> list[str]:
        """Find the ids of one page; its text is left as it is."""
        source = "\n".join(lines)
        if not _may_name(source):
            self.present_anchor_ids = set()
        elif _LOOSE.fullmatch(source) and not _PECULIAR.search(source):
            self.present_anchor_ids = set(_ids(source))
        else:
            super().run(lines)
        return lines


def _may_name(source: str) -> bool:
    """Whether a text may state an id or a name, looked at quickly."""
    lowered = source.encode(errors="replace").lower()  # bytes are lowered in a third of the time
    return any(sign in lowered for sign in (b"id=", b"name=", b" =", b"\n=", b"\t", b"\r", b"\f"))


def _ids(source: str) -> Iterator[str]:
    """The ids, and the names of `a`, that tags state, in text whose every tag is plain to see."""
    for name, attributes in _NAMED.findall(source):
        for key, value, other in _ATTRIBUTE.findall(attributes):
            if key.lower() == "id" or (key.lower() == "name" and name in {"a", "A"}):
                yield unescape(value or other)
