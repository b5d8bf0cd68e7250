"""Generated pages as a browser would get them, without MkDocs: enough to follow every link."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

import frontmatter
import markdown
from selectolax.lexbor import LexborHTMLParser

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


@dataclass(frozen=True)
class Rendered:
    meta: dict[str, object]
    tree: LexborHTMLParser

    def text(self) -> str:
        body = self.tree.body
        return "" if body is None else body.text()

    def headings(self) -> list[str]:
        return [node.text() for node in self.tree.css("h1")]

    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    def links(self) -> list[str]:
        return [node.attributes["href"] or "" for node in self.tree.css("a[href]")]


def render_site(files: dict[str, bytes]) -> dict[str, Rendered]:
    """Every page, by its address without extension."""
    return {
        path.removesuffix(".md"): _render(content) for path, content in files.items() if path.endswith(".md")
    }


def _render(content: bytes) -> Rendered:
    post = frontmatter.loads(content.decode())
    return Rendered(post.metadata, LexborHTMLParser(markdown.markdown(post.content, extensions=EXTENSIONS)))


def broken_links(site: dict[str, Rendered]) -> list[str]:
    """Links inside the site that lead to no page, or to an anchor that the page does not have."""
    anchors = {address: set(page.ids()) for address, page in site.items()}
    broken = []
    for address, page in site.items():
        for link in page.links():
            if "://" in link:
                continue
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address
            target = target.removesuffix(".md").removesuffix(".html")
            if target not in anchors or (anchor and anchor not in anchors[target]):
                broken.append(f"{address}: {link}")
    return broken
