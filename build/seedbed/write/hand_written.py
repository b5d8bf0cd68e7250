"""Pages that somebody wrote by hand: their front matter and their Markdown, which is trusted as it is."""

from __future__ import annotations

from seedbed.errors import SeedbedError


def read_page(text: str, path: str) -> tuple[str, str]:
    """The title that a page's front matter gives it (empty where there is none), and its Markdown.

    Args:
        text: The file's text.
        path: How messages name the file.

    Raises:
        SeedbedError: The front matter is not YAML.
    """
    import frontmatter  # noqa: PLC0415 (loads YAML)
    import yaml  # noqa: PLC0415

    try:
        page = frontmatter.loads(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # one line for the `---` that opens the front matter, one because marks count from 0
        line = mark.line + 2 if mark is not None else 0
        raise SeedbedError(
            "the front matter is not valid YAML. Mend it, or remove the lines between the two `---`.",
            path=path,
            line=line,
        ) from error
    title = page.metadata.get("title")
    return str(title) if title is not None else "", page.content
