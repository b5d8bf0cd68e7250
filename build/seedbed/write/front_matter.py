"""Front matter: of the pages that we write, and of the home page's prose, which somebody wrote by hand."""

from __future__ import annotations

from typing import Any

from seedbed.errors import SeedbedError
from seedbed.model.page import MovedPage, Page, SiteFacts

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
        metadata["moved_to"] = f"{page.value.to.address}.html"
    if not page.listed:
        metadata["search"] = {"exclude": True}
    return metadata


def site_facts(name: str, home: str, path: str, *, description: str = "", repo_url: str = "") -> SiteFacts:
    """What the site says of itself.

    Args:
        name: The site's name.
        home: The text of the home page's prose: front matter with `title` and `description`, which may both
            be missing, and Markdown.
        path: Where `home` lies, as the user would name it.
        description: What the site is, where the prose does not say.
        repo_url: Where its source is kept.

    Raises:
        SeedbedError: The front matter is no YAML, or its values are no text.
    """
    import frontmatter  # noqa: PLC0415  (loads YAML)
    import yaml  # noqa: PLC0415

    try:
        post = frontmatter.loads(home)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 0
        message = f"its front matter is not valid YAML ({error.problem}). Mend it, or leave it out."
        raise SeedbedError(message, path=path, line=line) from error
    stated = {key: post.metadata.get(key, "") for key in ("title", "description")}
    for key, value in stated.items():
        if not isinstance(value, str):
            raise SeedbedError(
                f"`{key}` in its front matter is no text. Put it in quotation marks.", path=path
            )
    return SiteFacts(
        name=name,
        description=stated["description"] or description,
        home=post.content,
        home_title=stated["title"],
        repo_url=repo_url,
    )
