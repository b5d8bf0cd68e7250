"""Markdown's marks inside a line, as captures of pages that are written in it have them.

Rules: https://spec.commonmark.org/0.31.2/#inlines
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seedbed.model.source import Claim, Link, Seed
from seedbed.read.buttons import is_buttons

LINK = re.compile(r"\[(?P<text>[^\[\]]{1,300}|\[[^\[\]]{1,40}\])\]\((?P<url>[^()\s]{1,500})\)")
"""A link; what it says may stand in brackets of its own: `[[pdf]](…)`."""

_STRESSED = (
    re.compile(r"(?<!\w)(_{1,2})(?=\S)(?P<text>[^_]{1,400}?)(?<=\S)\1(?!\w)"),
    re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(?P<text>[^*]{1,400}?)(?<=[^\s*])\1(?![\w*])"),
)
_ESCAPED = re.compile(r"\\([*_#\[\]()~`])")
_NO_MARK = "\ue000"
"""Stands for an asterisk that stresses nothing."""
HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*?)\s*#*")
"""A whole line that is one, and what it says."""
_HEADING = re.compile(r"#{1,6} +(?=\S)")
_BULLET = re.compile(r"^[-*+•▪◦‣●○■□◆►▸➤] +(?=\S)")
_BULLETS = tuple("-+•▪◦‣●○■□◆►▸➤")
_QUOTED = re.compile(r"[\"“](?P<text>[^\"“”]{5,300}?)[,.]?[\"”],?")


def unstressed(text: str) -> str:
    """`text` without what makes it bold or italic, and without backslashes before what might."""
    if "*" not in text and "_" not in text and "\\" not in text:
        return text
    bare = text.replace(r"\*", _NO_MARK)
    for marks in (*_STRESSED, *_STRESSED):  # one may stand inside the other
        bare = marks.sub(r"\g<text>", bare) if "*" in bare or "_" in bare else bare
    return _ESCAPED.sub(r"\1", bare.replace(_NO_MARK, "*"))


def unmarked(text: str) -> str:
    """A whole line without what marks it as a heading, or a part of it as bold or italic from its start."""
    return _HEADING.sub("", unstressed(text), count=1) if text[0] in "#*" else text


def unlinked(text: str) -> str:
    """`text` with what its links say in their place; nothing, of one that is a button."""
    return LINK.sub(_said, text) if "](" in text else text


def plain_line(text: str) -> str:
    """A whole line without marks, bullet, and the quotation marks around all of it.

    Where nothing but buttons stands in it, they stay.
    """
    if not _may_be_marked(text):
        return text
    said = unlinked(text)
    kept = said if said.strip(" -*+|,") else LINK.sub(r"\g<text>", text)
    bare = " ".join(_BULLET.sub("", unstressed(kept), count=1).split())
    quoted = _QUOTED.fullmatch(bare)
    return quoted["text"] if quoted else bare


def is_link_bar(text: str) -> bool:
    """Whether nothing but links stands in a line, a button among them: "[pdf](…) | [edit](#)"."""
    if "](" not in text or LINK.sub("", text).strip(" |·•,-*+/"):
        return False
    return any(is_buttons(link["text"].strip("[]")) for link in LINK.finditer(text))


def links_in_markdown(seed: Seed) -> Iterator[Claim[Link]]:
    """Where the links of a seed lead to, and what they say."""
    for number, line in enumerate(seed.lines, start=1):
        if "](" in line:
            for link in LINK.finditer(line):
                said = unstressed(link["text"].strip("[]"))
                yield Claim(Link(said, link["url"]), seed.span(number))


def _may_be_marked(text: str) -> bool:
    return "](" in text or "*" in text or "_" in text or text.startswith(_BULLETS)


def _said(link: re.Match[str]) -> str:
    text = link["text"].strip("[]")
    return " " if is_buttons(text) else text
