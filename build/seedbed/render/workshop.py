"""Making pages one by one, each with the bytes that a whole MkDocs build would give it.

MkDocs 1.6 reads every page before it renders the first, in `mkdocs.commands.build.build`. Its steps for one
page are done here in the same order, with its own classes and its plugins' events, and nothing is kept of a
page but its record. What a page shows of other pages is only what the navigation shows of them; that much of
those is read beforehand, and what was read of it is noted, so that a later build knows when it matters.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from seedbed.keep.stamps import digest
from seedbed.render.catalogue import Catalogue, Listing, place_sections
from seedbed.render.convert import Converter
from seedbed.render.face import EveryPage, Face
from seedbed.render.remarks import Notebook
from seedbed.render.result import Remark
from seedbed.render.state import PageRecord
from seedbed.render.unfit import UnfitError


class Workshop:
    """Everything that pages are made with.

    Attributes:
        config: The settings.
        env: The environment of the templates; see `seedbed.render.remembering`.
        listing: The files of the site.
        files: The same, as MkDocs looks them up.
        nav: The navigation.
        shown_keys: The keys of front matter that pages have read of those in the navigation.
    """

    def __init__(self, config: MkDocsConfig, env: Any, listing: Listing) -> None:
        self.config = config
        self.listing = place_sections(listing, config)
        self.files = Catalogue(self.listing, config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.shown_keys: set[str] = set()
        self._faces: dict[str, Mapping[str, Any]] = {}
        self._converter: Converter | None = None
        for page in self.nav.pages:
            self._read_face(page)
        self.env = config.plugins.on_env(env, config=config, files=self.files)

    def _read_face(self, page: Page) -> None:
        """Read as much of a page in the navigation as other pages may show."""
        page.read_source(self.config)
        if "title" not in page.meta and "title" not in vars(page):
            self._convert(page)
        self._leave_face(page)

    def _leave_face(self, page: Page) -> None:
        """Leave of a page what other pages may show, and drop what takes room."""
        self._faces[page.file.src_uri] = page.meta
        page.meta = Face(page.meta, self.shown_keys)
        page.markdown = page.content = ""
        page.toc = []  # type: ignore[assignment] # as MkDocs itself begins
        page.links_to_anchors = None

    def make(self, uri: str, notebook: Notebook) -> PageRecord:
        """Make one page, and write it.

        Raises:
            UnfitError: The page shows something of which nothing is known here.
        """
        notebook.remarks.clear()
        self.files.looked_up.clear()
        file = self.files.at(uri)
        page = file.page or Page(None, file, self.config)
        entries = self._entries()
        before = len(entries)
        self._populate(page)
        data = self._build(page).encode("utf-8", errors="xmlcharrefreplace")
        record = PageRecord(
            output=file.dest_uri,
            digest=_write(data, file.abs_dest_path),
            looked_up=tuple(sorted(self.files.looked_up)),
            anchors=tuple(sorted(filter(None, page.present_anchor_ids or ()))),
            links=_links(page),
            entries=tuple(entries[before:]),
            remarks=tuple(Remark(each.page or uri, each.message) for each in notebook.sorted()),
        )
        del entries[before:]
        if uri in self._faces:
            self._leave_face(page)
        else:
            file.page = None
        return record

    def preview(self, uri: str, content: str) -> bytes:
        """A page as it would be if the documentation folder held `content` there; nothing of it is kept.

        Raises:
            UnfitError: As of `make`; or other pages show this one, as it stands in the navigation.
        """
        if uri in self._faces:
            raise UnfitError(f"{uri} stands in the navigation")
        page = Page(None, File.generated(self.config, uri, content=content), self.config)
        entries = self._entries()
        before = len(entries)
        self._populate(page)
        html = self._build(page)
        del entries[before:]
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _populate(self, page: Page) -> None:
        """Read a page and convert it: the first half of MkDocs' own two."""
        plugins, config, files = self.config.plugins, self.config, self.files
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        self._convert(page)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)

    def _convert(self, page: Page) -> None:
        if self._converter is None:
            self._converter = Converter(self.config, self.files, page)
        self._converter.convert(page)

    def _build(self, page: Page) -> str:
        """Put a page into its template: the second half."""
        plugins, config = self.config.plugins, self.config
        page.active = True
        try:
            context = get_context(self.nav, EveryPage(), config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            return plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False

    def _entries(self) -> list[dict[str, Any]]:
        """The entries of the search index, to which the search plugin adds those of each page."""
        search: Any = self.config.plugins.get("material/search")
        return search.search_index.entries if search is not None and search.config.enabled else []

    def face(self, keys: Iterable[str]) -> bytes:
        """A hash of what pages show of those in the navigation.

        Args:
            keys: The keys of their front matter that are shown.
        """
        shown = []
        for page in self.nav.pages:
            meta = self._faces[page.file.src_uri]
            values = [(key, meta.get(key)) for key in sorted(keys)]
            shown.append((page.file.src_uri, page.title, bool(meta), values))
        return digest(repr(shown).encode())


def _links(page: Page) -> tuple[tuple[str, str, str], ...]:
    found = (page.links_to_anchors or {}).items()
    return tuple((file.src_uri, anchor, url) for file, links in found for anchor, url in links.items())


def _write(data: bytes, path: str) -> bytes:
    """Write a page, and give its digest; an empty page is not written, and has none."""
    if not data.strip():
        return b""
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - half of Path's time
    with open(path, "wb") as file:  # noqa: PTH123 - as above
        file.write(data)
    return digest(data)
