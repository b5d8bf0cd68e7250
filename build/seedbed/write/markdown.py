"""Pages as Markdown: a template a kind of page, in which everything that is written out is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from seedbed.model.page import Address, Page, Passage, Piece, Ref, SourceRef, WorkRow
from seedbed.text.escape import escape
from seedbed.text.mathematics import mathml
from seedbed.write.addresses import way_up
from seedbed.write.front_matter import with_front_matter

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Macro

ROWS_KEPT = 32_768
"""How many rows of lists are kept as they are written, about a kilobyte each."""

_STYLES = {"emphasis": "em", "strong": "strong", "code": "code"}


def render_markdown(page: Page) -> str:
    """A page's file: front matter, then Markdown."""
    template = _environment(way_up(page.path)).get_template(f"{page.kind}.md.jinja")
    return with_front_matter(page, _without_blank_runs(template.render(page=page, value=page.value)))


def _without_blank_runs(text: str) -> str:
    """At most one blank line at a time, and none at the start."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines)


@cache
def _environment(up: str) -> Environment:
    """Templates for pages from which the site's root is `up`, the beginning of every link."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("seedbed.write"),
        autoescape=True,
        finalize=_finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        href=lambda address: Markup(_href(up, address)),  # noqa: S704 (made of slugs)
        md=partial(_markdown, up),
        html=partial(_html, up),
        md_link=partial(_markdown_link, up),
        link=partial(_link, up),
        links=partial(_links, up),
        source=partial(_source, up),
        sources=partial(_sources, up),
        lines=_lines,
        inside=_inside,
        once=lru_cache(ROWS_KEPT)(_once),
    )
    return environment


def _once(row: WorkRow, macro: Macro, *arguments: object) -> Markup:
    """What a macro writes for a row. A work stands in many lists, and in each of them alike."""
    return Markup(macro(row, *arguments))  # noqa: S704 (the macro escapes)


def _finished(value: object) -> Markup:
    """What a template writes out: escaped for Markdown, unless one of the filters below has made it."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))  # noqa: S704 (escaped here)


def _href(up: str, address: Address) -> str:
    """A link as a browser follows it. Addresses are made of slugs, so nothing in them needs escaping."""
    page, hash_mark, anchor = address.partition("#")
    return f"{up}{page}.html{hash_mark}{anchor}"


def _link(up: str, ref: Ref) -> Markup:
    """A name that leads to its page, as HTML."""
    label = escape(ref.label)
    return Markup(f'<a href="{_href(up, ref.address)}">{label}</a>' if ref.address else label)  # noqa: S704


def _links(up: str, refs: Iterable[Ref]) -> Markup:
    """Names in a row."""
    return Markup(", ").join(_link(up, ref) for ref in refs)


def _source(up: str, source: SourceRef) -> Markup:
    """A quiet link to the lines that state something."""
    title = f"{escape(source.seed)}, {source.lines}"
    return Markup(  # noqa: S704
        f'<a class="source" href="{_href(up, source.address)}" title="{title}">{source.lines}</a>'
    )


def _sources(up: str, sources: Iterable[SourceRef]) -> Markup:
    """All of them, each after a space."""
    return Markup("").join(Markup(" ") + _source(up, source) for source in sources)


def _markdown_link(up: str, ref: Ref) -> Markup:
    if not ref.address:
        return Markup(escape(ref.label))  # noqa: S704
    return Markup(f"[{escape(ref.label)}]({_md_href(up, ref.address)})")  # noqa: S704


def _md_href(up: str, address: Address) -> str:
    """A link as MkDocs resolves and checks it."""
    page, hash_mark, anchor = address.partition("#")
    return f"{up}{page}.md{hash_mark}{anchor}"


def _markdown(up: str, passage: Passage) -> Markup:
    """A passage as Markdown, with links that MkDocs checks."""
    return Markup(  # noqa: S704
        "".join(
            f"[{text}]({_md_href(up, address)})" if address else text for address, text in _linked(passage)
        )
    )


def _html(up: str, passage: Passage) -> Markup:
    """A passage as HTML, for a raw block."""
    return Markup(  # noqa: S704
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


def _inside(text: str) -> Markup:
    """Text that other text stands around."""
    return Markup(escape(text, inside=True))  # noqa: S704


def _lines(text: str) -> Markup:
    """Text of several lines, for a `pre` of a raw block."""
    return Markup("\n".join(escape(line, inside=True) for line in text.split("\n")))  # noqa: S704
