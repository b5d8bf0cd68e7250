"""Which pages stand in the navigation when the user names none."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel


class Placing(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs' own, typed in part
    """Keeps the pages of a large library out of the navigation.

    With every page in the navigation, MkDocs' time grows with the square of their number.
    """

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Where the user names no navigation, let it be the sections' own pages."""
        pages = files.documentation_pages()
        if name_sections(config, (file.src_uri for file in pages)):
            for file in pages:
                if not is_section(file.src_uri):
                    file.inclusion = InclusionLevel.NOT_IN_NAV
        return files


def name_sections(config: MkDocsConfig, pages: Iterable[str]) -> bool:
    """Let the navigation be the pages that stand for sections, where the user names none.

    Args:
        config: The settings, which are changed.
        pages: Every page, in MkDocs' order.

    Returns:
        Whether the user named none.
    """
    if config.nav is not None:
        return False
    config.nav = [uri for uri in pages if is_section(uri)]
    return True


def is_section(uri: str) -> bool:
    """Whether a page belongs into a navigation that names sections alone."""
    folder, _, name = uri.rpartition("/")
    return not folder or ("/" not in folder and name in {"index.md", "README.md"})
