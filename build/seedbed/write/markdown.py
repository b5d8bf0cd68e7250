"""Pages as Markdown: a template a kind of page, in which everything that is written out is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from seedbed.model.page import Page
from seedbed.model.shown import Address, Passage, Piece, Ref, SourceRef
from seedbed.text.escape import escape
from seedbed.text.mathematics import mathml
from seedbed.write.addresses import url, way_up
from seedbed.write.front_matter import with_front_matter
from seedbed.write.wording import separator
from seedbed.write.work_row import date_html, links_html, work_row_html

if TYPE_CHECKING:
    from jinja2 import Environment

LINKS_KEPT = 16_384
"""How many links are kept as they are written, about 200 bytes each."""

_STYLES = {"emphasis": "em", "strong": "strong", "code": "code"}


class Written(str):
    """Text as it stands in a page's file: escaped, or made by a filter or a macro that escapes."""

    __slots__ = ()


class Templates:
    """The templates of pages.

    Attributes:
        compiled: Templates as Python's bytecode, which Jinja takes where a template is still the same; kept
            for the next build, as compiling takes longer than writing the few pages of most builds.
    """

    __slots__ = ("_environments", "compiled")

    def __init__(self, compiled: Mapping[str, bytes] | None = None) -> None:
        """Begin with what was compiled before, by the same code."""
        self.compiled = dict(compiled or {})
        self._environments: dict[str, Environment] = {}

    def render(self, page: Page) -> str:
        """A page's file: front matter, then Markdown."""
        up = way_up(page.path)
        environment = self._environments.get(up)
        if environment is None:
            environment = self._environments[up] = _environment(up, self.compiled)
        template = environment.get_template(f"{page.kind}.md.jinja")
        return with_front_matter(page, _without_blank_runs(template.render(page=page, value=page.value)))


def _without_blank_runs(text: str) -> str:
    """At most one blank line at a time, and none at the start."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines)


def _environment(up: str, compiled: dict[str, bytes]) -> Environment:
    """Templates for pages from which the site's root is `up`, the beginning of every link.

    What a template writes out is escaped by `_finished`, for Markdown. Jinja's own escaping, which is for
    HTML alone and would wrap every text twice more, is off.
    """
    from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415
    from jinja2.bccache import Bucket  # noqa: PLC0415

    class Pages(Environment):
        """Knows what macros have written from what is still to be escaped."""

        concat = staticmethod(_joined)  # as Jinja's own NativeEnvironment has it

    class Compiled(BytecodeCache):
        """Takes and gives what is compiled, in which links that are always the same stand as from here."""

        def load_bytecode(self, bucket: Bucket) -> None:
            known = compiled.get(f"{up} {bucket.key}")
            if known is not None:
                bucket.bytecode_from_string(known)

        def dump_bytecode(self, bucket: Bucket) -> None:
            compiled[f"{up} {bucket.key}"] = bucket.bytecode_to_string()

    environment = Pages(
        loader=PackageLoader("seedbed.write"),
        autoescape=False,
        finalize=_finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(),
    )
    link = lru_cache(LINKS_KEPT)(partial(_link, up))
    source = partial(_source, up)
    environment.filters.update(
        safe=Written,
        href=lambda address: Written(_href(up, address)),
        md=partial(_markdown, up),
        html=partial(_html, up),
        md_link=partial(_markdown_link, up),
        link=link,
        links=lambda refs: Written(links_html(link, refs)),
        separator=lambda credited: Written(separator(each.person.label for each in credited)),
        date=lambda shown: Written(date_html(shown)),
        source=source,
        sources=partial(_sources, up),
        lines=_lines,
        inside=_inside,
        row=lambda row, filtered: Written(work_row_html(link, source, row, filtered)),
    )
    return environment


def _joined(parts: Iterable[str]) -> Written:
    """What a template or a macro has written."""
    return Written("".join(parts))


def _finished(value: object) -> str:
    """What a template writes out: escaped for Markdown, unless it has been."""
    return value if isinstance(value, Written) else escape(str(value))


def _href(up: str, address: Address) -> str:
    """A link as a browser follows it. Addresses are made of slugs, so nothing in them needs escaping."""
    return up + url(address)


def _link(up: str, ref: Ref) -> Written:
    """A name that leads to its page, as HTML."""
    label = escape(ref.label)
    return Written(f'<a href="{_href(up, ref.address)}">{label}</a>' if ref.address else label)


def _source(up: str, source: SourceRef) -> Written:
    """A quiet link to the lines that state something."""
    title = f"{escape(source.seed)}, {source.lines}"
    return Written(f'<a class="source" href="{_href(up, source.address)}" title="{title}">{source.lines}</a>')


def _sources(up: str, sources: Iterable[SourceRef]) -> Written:
    """All of them, each after a space."""
    return Written("".join(f" {_source(up, source)}" for source in sources))


def _markdown_link(up: str, ref: Ref) -> Written:
    label = escape(ref.label)
    return Written(f"[{label}]({_md_href(up, ref.address)})" if ref.address else label)


def _md_href(up: str, address: Address) -> str:
    """A link as MkDocs resolves and checks it."""
    page, hash_mark, anchor = address.partition("#")
    return f"{up}{page}.md{hash_mark}{anchor}"


def _markdown(up: str, passage: Passage) -> Written:
    """A passage as Markdown, with links that MkDocs checks."""
    return Written(
        "".join(
            f"[{text}]({_md_href(up, address)})" if address else text for address, text in _linked(passage)
        )
    )


def _html(up: str, passage: Passage) -> Written:
    """A passage as HTML, for a raw block."""
    return Written(
        "".join(
            f'<a href="{_href(up, address)}">{text}</a>' if address else text
            for address, text in _linked(passage)
        )
    )


def _linked(passage: Passage) -> Iterable[tuple[Address, str]]:
    """Neighbours that lead to one place together, as text that Markdown and HTML leave alone."""
    first = True
    for address, pieces in groupby(passage, key=lambda piece: piece.address):
        text = ""
        for piece in pieces:
            text += _piece(piece, inside=not first)
            first = False
        yield address, text


def _piece(piece: Piece, *, inside: bool) -> str:
    text = escape(piece.text, inside=inside)
    match piece.style:
        case "plain":
            return text
        case "address":
            return f'<a href="{escape(piece.source)}" rel="noopener">{text}</a>'
        case "math":
            return f'<span class="math">{mathml(piece.source) or text}</span>'
        case style:
            return f"<{_STYLES[style]}>{text}</{_STYLES[style]}>"


def _inside(text: str) -> Written:
    """Text that other text stands around."""
    return Written(escape(text, inside=True))


def _lines(text: str) -> Written:
    """Text of several lines, for a `pre` of a raw block."""
    return Written("\n".join(escape(line, inside=True) for line in text.split("\n")))
