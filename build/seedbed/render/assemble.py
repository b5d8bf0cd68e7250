"""What the site has beside its pages: files copied as they are, and what is made of all pages together."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date, get_build_timestamp, get_relative_url, is_error_template, write_file
from mkdocs.utils.templates import TemplateContext

from seedbed.render.face import EveryPage
from seedbed.render.state import PageRecord
from seedbed.render.unfit import UnfitError
from seedbed.render.workshop import Workshop

SITEMAP = "sitemap.xml"

# MkDocs' own templates, whose sitemap asks no more of a page than `_listed` gives.
OWN_TEMPLATES = Path(mkdocs.__file__).parent / "templates"


def copy_files(shop: Workshop, uris: Sequence[str]) -> None:
    """Copy files into the site as they are."""
    for uri in uris:
        shop.files.at(uri).copy_file()


def write_templates(shop: Workshop, names: Sequence[str]) -> None:
    """Write the pages that come from the theme alone, as MkDocs' `_build_theme_template` does.

    Raises:
        UnfitError: One of them shows something of all pages.
    """
    for name in names:
        output = _render_template(shop, name, EveryPage())
        if output.strip():
            write_file(output.encode(), str(Path(shop.config.site_dir, name)))


def write_sitemap(shop: Workshop, pages: Sequence[PageRecord]) -> None:
    """Write the sitemap, plain and compressed.

    Raises:
        UnfitError: The theme has a sitemap of its own.
    """
    if SITEMAP not in shop.config.theme.static_templates:
        return
    source = Path(shop.env.get_template(SITEMAP).filename)
    if source.parent != OWN_TEMPLATES:
        raise UnfitError("the theme has a sitemap of its own")
    base = shop.config.site_url
    listed = [_listed(base, page.output) for page in pages] if base else []
    data = _render_template(shop, SITEMAP, listed).encode()
    path = str(Path(shop.config.site_dir, SITEMAP))
    write_file(data, path)
    # MkDocs takes the date of the newest page, and each page has that of the build.
    newest: Any = SimpleNamespace(update_date=get_build_date())
    with (
        open(f"{path}.gz", "wb") as file,  # noqa: PTH123 - its name goes into what is written
        gzip.GzipFile(
            fileobj=file, filename=f"{path}.gz", mode="wb", mtime=get_build_timestamp(pages=[newest])
        ) as packed,
    ):
        packed.write(data)


def _listed(base: str, output: str) -> Any:
    """As much of a page as MkDocs' sitemap shows."""
    canonical = urljoin(base if base.endswith("/") else f"{base}/", quote(output))
    return SimpleNamespace(
        page=SimpleNamespace(is_link=False, canonical_url=canonical, update_date=get_build_date())
    )


def _render_template(shop: Workshop, name: str, pages: Sequence[Any]) -> str:
    plugins, config = shop.config.plugins, shop.config
    template = plugins.on_pre_template(shop.env.get_template(name), template_name=name, config=config)
    base_url = (
        urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
    )
    context: TemplateContext = get_context(shop.nav, pages, config, base_url=base_url)
    context = plugins.on_template_context(context, template_name=name, config=config)
    return plugins.on_post_template(template.render(context), template_name=name, config=config)


def put_back_entries(shop: Workshop, pages: Sequence[PageRecord]) -> None:
    """Give the search plugin the entries of all pages, in their order, before it writes its index."""
    search: Any = shop.config.plugins.get("material/search")
    if search is not None and search.config.enabled:
        search.search_index.entries = [entry for page in pages for entry in page.entries]


def judge_links(shop: Workshop, pages: Mapping[str, PageRecord]) -> None:
    """Let MkDocs warn of links to places that their pages do not have.

    A link is judged anew in each build, for the place may be gone from a page that did not change itself.
    """
    wanted = {target for page in pages.values() for target, _, _ in page.links if target in pages}
    places = {uri: frozenset(pages[uri].anchors) for uri in wanted}
    for uri, page in pages.items():
        missing = [
            (target, anchor, url)
            for target, anchor, url in page.links
            if target in places and anchor not in places[target]
        ]
        if missing:
            _warn(shop, uri, missing, places)


def _warn(
    shop: Workshop,
    uri: str,
    missing: Sequence[tuple[str, str, str]],
    places: Mapping[str, frozenset[str]],
) -> None:
    file = shop.files.at(uri)
    page = file.page or Page(None, file, shop.config)
    page.links_to_anchors = {}
    for target, anchor, url in missing:
        there = shop.files.at(target)
        (there.page or Page(None, there, shop.config)).present_anchor_ids = set(places[target])
        page.links_to_anchors.setdefault(there, {})[anchor] = url
    page.validate_anchor_links(files=shop.files, log_level=shop.config.validation.links.anchors)
