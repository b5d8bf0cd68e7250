"""Which projects can be rendered page by page with the bytes of plain MkDocs, and which are left to it."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

# Plugins whose part in a page depends on that page alone; what the search plugin adds up is put together
# again.
PLUGINS = frozenset(
    {"material.plugins.search.plugin", "material.plugins.offline.plugin", "seedbed.render.styles"}
)

# Extensions of Markdown that read nothing but the page, and begin anew with each.
EXTENSIONS = frozenset(
    {
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "pymdownx.betterem",
        "pymdownx.caret",
        "pymdownx.details",
        "pymdownx.highlight",
        "pymdownx.inlinehilite",
        "pymdownx.keys",
        "pymdownx.mark",
        "pymdownx.smartsymbols",
        "pymdownx.superfences",
        "pymdownx.tabbed",
        "pymdownx.tasklist",
        "pymdownx.tilde",
    }
)

# Settings that reach beyond the file that states them.
_BEYOND = re.compile(r"^INHERIT\s*:|!ENV\b|!relative\b", re.MULTILINE)


class UnfitError(Exception):
    """This project has to be rendered by plain MkDocs, for the reason given."""


def require_fit(config: MkDocsConfig, config_file: Path) -> None:
    """Look for anything of which it is not known that pages can be made one by one.

    Raises:
        UnfitError: There is such a thing.
    """
    if config.theme.name != "material":
        raise UnfitError("the theme is not Material")
    if config.hooks or config.extra_templates:
        raise UnfitError("there are hooks or templates of the user's own")
    for name, plugin in config.plugins.items():
        if type(plugin).__module__ not in PLUGINS:
            raise UnfitError(f'the plugin "{name}" may need every page at once')
    for extension in config.markdown_extensions:
        if extension not in EXTENSIONS:
            raise UnfitError(f'the Markdown extension "{extension}" may read more than the page')
    if _BEYOND.search(config_file.read_text(encoding="utf-8")):
        raise UnfitError("the settings depend on more than their own file")
