"""Pages that were saved as Markdown: read as the text that they show.

A clipper of the web, or a program that turns HTML into Markdown, marks headings, bold words and links, which
no page shows. Rules: https://spec.commonmark.org/0.31.2/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import Reading, TranscriptRecord, WorkRecord
from seedbed.model.source import Claim, Link, Seed
from seedbed.read.markdown import unstressed
from seedbed.read.wrapped import Unwrapped, one_by_one, unwrap

_FEWEST = 3
"""Lines with a mark that hardly anybody writes who does not write Markdown."""
_TARGET = (
    r"\(\s{0,3}<?(?P<url>(?:https?:|mailto:|[/#.])(?:[^()<>\"]|\([^()]{0,200}\)){0,2000}?"
    r"|(?:[^()\s<>\"]|\([^()\s]{0,200}\)){0,2000})>?(?:\s{1,3}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s{0,3}\)"
)
"""Where a link leads to; a program that breaks lines also breaks addresses, at their hyphens."""
_OPEN = re.compile(r"\[[^\[\]]*$|\]\([^()]*$")
_BROKEN = re.compile(r"\]\((?:https?:|mailto:|[/#])")
_MOST_BROKEN = 8
"""Lines over which a link goes."""
_IMAGE = re.compile(rf"!\[[^\[\]]{{0,500}}\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\[\]]{{0,80}}\]){{0,500}})\]{_TARGET}")
_LINKS_ALONE = re.compile(r"(?<=\))\s+(?=\[)")
_ROW = " · "
"""Between links with nothing but space between them: entries of a menu, or topics, and no phrase."""
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,500})>")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_HEADING_END = re.compile(r"\s#+$")
_BOLD = re.compile(r"(?:[*+-]\s+)?(?:\*\*|__)\S.*\S(?:\*\*|__)")
_BULLET = re.compile(r"^(?P<indent>\s*)[*+-]\s+(?=\S)")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_RULE = re.compile(r"([*_-])(?: ?\1){2,}")
_MARKED_NAME = re.compile(r"[\[\]]|\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def as_shown(seed: Seed) -> Unwrapped | None:
    """The seed with what a page would show in place of each line; None where it is no Markdown."""
    if sum(map(_is_marked, seed.lines)) < _FEWEST:
        return None
    whole = unwrap(seed) or Unwrapped(seed, one_by_one(range(1, len(seed.lines) + 1)))
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    links: list[Claim[Link]] = []
    for first, last in _with_whole_links(whole.seed.lines):
        line = _joined(whole.seed.lines[first:last])
        without = _IMAGE.sub("", line) if "![" in line else line
        lines.append(_shown(without))
        places.append((whole.places[first][0], whole.places[last - 1][1]))
        if "](" in without:
            span = seed.span(len(lines))
            found = _LINK.finditer(without)
            links += (Claim(Link(_shown(link["text"]), "".join(link["url"].split())), span) for link in found)
    return Unwrapped(replace(seed, lines=tuple(lines), links=(*seed.links, *links)), tuple(places))


def _joined(lines: Sequence[str]) -> str:
    """Lines as one; nothing stands between those that were broken at a hyphen."""
    return "".join(line if line.endswith("-") else f"{line} " for line in lines[:-1]) + lines[-1]


def _with_whole_links(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where lines begin and end that hold the whole of a link which was broken with them."""
    first = 0
    while first < len(lines):
        last = first + 1
        while (
            last < len(lines)
            and last - first < _MOST_BROKEN
            and lines[last].strip()
            and _OPEN.search(lines[last - 1]) is not None
        ):
            last += 1
        yield first, last
        first = last


def has_marks(reading: Reading) -> bool:
    """Whether marks of Markdown stand in what should be the words of a page."""
    return any(map(_has_marks, reading.works())) or any(
        _LINK.search(text) is not None or "**" in text
        for record in reading.records
        if isinstance(record, TranscriptRecord)
        for text in _said(record)
    )


def _has_marks(work: WorkRecord) -> bool:
    title = work.title.value if work.title else ""
    people = (credit.value.names for credit in (work.creators, work.fellows, work.mentors) if credit)
    return (
        _is_marked(title)
        or "**" in title
        or _BULLET.match(title) is not None
        or any(_MARKED_NAME.search(name) for names in people for name in names)
        or (work.abstract is not None and _LINK.search(work.abstract.value) is not None)
    )


def _said(record: TranscriptRecord) -> Iterator[str]:
    for claim in (*record.summary, *(claim for turn in record.turns for claim in turn.paragraphs)):
        yield claim.value


def _is_marked(line: str) -> bool:
    """Whether a line has a link, a picture or a heading, or is bold as a whole."""
    if "](" in line:
        return (
            _LINK.search(line) is not None
            or _IMAGE.search(line) is not None
            or _BROKEN.search(line) is not None
        )
    begins = line.lstrip()[:4]
    if begins.startswith("#"):
        return _HEADING.match(line.lstrip()) is not None
    return ("**" in begins or "__" in begins) and _BOLD.fullmatch(line.strip()) is not None


def _shown(line: str) -> str:
    """What a page shows of a line that has no pictures."""
    text = _QUOTE.sub("", line.rstrip(), count=1)
    bare = text.lstrip()
    if _RULE.fullmatch(bare):
        return line
    heading = _HEADING.match(bare)
    text = (
        _HEADING_END.sub("", bare[heading.end() :])
        if heading
        else _BULLET.sub(r"\g<indent>", text.removesuffix("\\"), count=1)
    )
    if "](" in text:
        text = _LINK.sub(lambda link: link["text"], _LINKS_ALONE.sub(_ROW, text))
    if "<http" in text:
        text = _AUTOLINK.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", unstressed(text))
