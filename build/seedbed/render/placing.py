"""Which pages stand in the navigation, and under which tab a page that does not is shown."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class Placing(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs' own, typed in part
    """Keeps the pages of a large library out of the navigation, and marks the tab that they belong to.

    With every page in the navigation, MkDocs' time grows with the square of their number.
    """

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Where the user names no navigation, let it be the sections' own pages."""
        if config.nav is None:
            pages = files.documentation_pages()
            config.nav = [file.src_uri for file in pages if is_section_index(file.src_uri)]
            for file in pages:
                if not is_section_index(file.src_uri):
                    file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each page outside the navigation the page that stands for its folder as parent."""
        parents = section_pages(nav)
        for file in files.documentation_pages():
            if file.inclusion.is_not_in_nav():  # type: ignore[no-untyped-call]
                adopt(file.page or Page(None, file, config), parents)
        return nav


def section_pages(nav: Navigation) -> dict[str, Page]:
    """The pages in the navigation that stand for a folder, by that folder; the home page is none of them."""
    return {
        folder: page
        for page in nav.pages
        if page.is_index and (folder := page.file.src_uri.rpartition("/")[0])
    }


def adopt(page: Page, parents: dict[str, Page]) -> None:
    """Set a page's parent, so that it shows its tab as the current one."""
    parent = parents.get(page.file.src_uri.rpartition("/")[0])
    if parent is not None and parent is not page:
        page.parent = parent  # type: ignore[assignment] # MkDocs asks no more of it than that it can be active


def is_section_index(uri: str) -> bool:
    """Whether a page belongs into a navigation that names sections alone."""
    folder, _, name = uri.rpartition("/")
    return not folder or ("/" not in folder and name in {"index.md", "README.md"})
