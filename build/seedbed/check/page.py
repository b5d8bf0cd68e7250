"""One page of the site, parsed once: what every check needs to know of it, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# The attributes that hold an address, by element, beside `a`, which is one to follow; most others make a
# browser ask for it.
ADDRESSES = (
    ("area", "href"),
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("input", "src"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
)

_OTHERS = ",".join(f"{element}[{attribute}]" for element, attribute in ADDRESSES) + (
    ",img[srcset],source[srcset],meta[http-equiv]"
)

# What a `link` element must be for a browser to ask for its target; rel=canonical and the like only name it.
FETCHED_RELATIONS = frozenset(
    {
        "apple-touch-icon",
        "dns-prefetch",
        "icon",
        "manifest",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "prerender",
        "stylesheet",
    }
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a page states.

    Attributes:
        element: The element that states it ("a").
        url: As stated.
        fetched: True where a browser asks for it by itself, without a click.
    """

    element: str
    url: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What the checks need to know of one page.

    Attributes:
        path: Below the site, with forward slashes.
        addresses: Every address, once each.
        ids: Every `id`, and every `name` of an `a`, as often as it stands there.
        styles: Text of `style` elements and attributes, which may ask for files.
        headings: The text of each `h1`.
        title: The text of `title`, or None where there is none.
        description: The content of `meta name="description"`, or None.
        language: The `lang` of the root element.
    """

    path: str
    addresses: tuple[Address, ...]
    ids: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    title: str | None = None
    description: str | None = None
    language: str = ""


def parse_page(path: str, html: str) -> ParsedPage:
    """Read a page's text into what the checks need to know of it."""
    tree = LexborHTMLParser(html)
    root = tree.root
    title = tree.css_first("head > title")
    description = tree.css_first('meta[name="description"]')
    return ParsedPage(
        path=path,
        addresses=tuple(dict.fromkeys(_addresses(tree))),
        ids=tuple(_ids(tree)),
        styles=tuple(_styles(tree)),
        headings=tuple(node.text(strip=True) for node in tree.css("h1")),
        title=None if title is None else title.text(strip=True),
        description=None if description is None else (description.attributes.get("content") or "").strip(),
        language="" if root is None else (root.attributes.get("lang") or ""),
    )


def _addresses(tree: LexborHTMLParser) -> Iterator[Address]:
    """Every address, once each: first those of links, which are nearly all, and then the others."""
    for url in dict.fromkeys(node.attrs["href"] for node in tree.css("a[href]")):
        if url is not None:
            yield Address("a", url.strip(), fetched=False)
    others = tree.css(_OTHERS)
    for element, attribute in ADDRESSES:
        for node in others:
            if node.tag == element and (url := node.attributes.get(attribute)) is not None:
                yield Address(element, url.strip(), _is_fetched(element, node))
    for node in others:
        for url in _candidates(node.attributes.get("srcset") or ""):
            yield Address("img", url, fetched=True)
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            _, _, url = (node.attributes.get("content") or "").partition("=")
            yield Address("meta", url.strip().strip("'\""), fetched=True)


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a srcset. Commas part them, and may stand in one, not at its end (HTML, 4.8.4.2)."""
    awaited = True
    for part in srcset.split():
        stated = part
        if not awaited:
            _, comma, stated = part.partition(",")  # of what stands behind an address
            if not comma:
                continue
        url = stated.strip(",")
        if url:
            yield url
        awaited = not url or stated.endswith(",")


def _is_fetched(element: str, node: LexborNode) -> bool:
    if element == "area":
        return False
    if element == "link":
        return not FETCHED_RELATIONS.isdisjoint(_relations(node))
    return True


def _relations(node: LexborNode) -> list[str]:
    return (node.attributes.get("rel") or "").lower().split()


def _ids(tree: LexborHTMLParser) -> list[str]:
    ids = [node.attrs["id"] or "" for node in tree.css("[id]")]
    named = {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    return ids + sorted(named.difference(ids))


def _styles(tree: LexborHTMLParser) -> list[str]:
    inline = [node.attributes.get("style") or "" for node in tree.css("[style]")]
    return [node.text() for node in tree.css("style")] + inline
