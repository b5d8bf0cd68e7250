"""From a page's Markdown to its HTML, with one converter for all pages.

MkDocs makes a converter for each page, which takes a tenth of the time. Here one is made, and told of each
page in turn. What `mkdocs.structure.pages.Page.render` does beside that, version 1.6.1, is done here the
same way; a test compares the sites that both give, byte for byte.
"""

from __future__ import annotations

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from seedbed.render.catalogue import Catalogue
from seedbed.render.raw_html import RawIds, take_out_raw_html_faster
from seedbed.render.shortcuts import take_shortcuts


class Converter:
    """Converts pages, one after the other."""

    def __init__(self, config: MkDocsConfig, files: Catalogue, first: Page) -> None:
        self._markdown = markdown.Markdown(
            extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {}
        )
        take_out_raw_html_faster(self._markdown)
        take_shortcuts(self._markdown)
        self._raw = RawIds()
        self._anchors = _ExtractAnchorsTreeprocessor(first.file, files, config)
        self._paths = _RelativePathTreeprocessor(first.file, files, config)
        self._title = _ExtractTitleTreeprocessor()
        for processor in (self._raw, self._anchors, self._paths, self._title):
            processor._register(self._markdown)  # noqa: SLF001

    def convert(self, page: Page) -> None:
        """Set a page's content, table of contents, title, places, and links to places."""
        self._markdown.reset()
        self._raw.present_anchor_ids = set()
        self._anchors.present_anchor_ids = set()
        self._paths.file = page.file
        self._paths.links_to_anchors = {}
        self._title.title = None
        page.content = self._markdown.convert(page.markdown or "")
        page.toc = get_toc(getattr(self._markdown, "toc_tokens", []))
        page._title_from_render = self._title.title  # noqa: SLF001
        page.present_anchor_ids = self._anchors.present_anchor_ids | self._raw.present_anchor_ids
        page.links_to_anchors = self._paths.links_to_anchors
