"""The front matter of a page: what the theme, and any other engine, should know of it."""

from __future__ import annotations

from typing import Any

from seedbed.model.page import MovedPage, Page
from seedbed.write.addresses import url

GENERATOR = "seedbed"
"""What `generated` says in the front matter of every page that we wrote, so that we may write it again."""


def with_front_matter(page: Page, content: str) -> str:
    """A page's file: its front matter as YAML, then its Markdown."""
    import frontmatter  # noqa: PLC0415  (loads YAML)

    return (
        f"{frontmatter.dumps(frontmatter.Post(content, **_metadata(page)), sort_keys=False, width=10_000)}\n"
    )


def _metadata(page: Page) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "generated": GENERATOR,
    }
    if page.tags:
        metadata["tags"] = list(page.tags)
    if page.parent.address:
        metadata["parent"] = f"{page.parent.address}.md"
        metadata["parent_title"] = page.parent.label
    if page.mend:
        metadata["mend"] = page.mend
    if isinstance(page.value, MovedPage):
        metadata["moved_to"] = url(page.value.to.address)
    if not page.listed:
        metadata["search"] = {"exclude": True}
    return metadata
