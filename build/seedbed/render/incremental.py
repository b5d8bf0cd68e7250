"""Making again what changed, and nothing else: the bytes are those of a build of everything.

A page is made again when its source changed, when its output is not what it was, when a file that one of its
links was looked up as came or went, and, with all others, when something changed that all depend on.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from seedbed.keep.stamps import FileRecord, digest_file, names_below
from seedbed.keep.workers import Progress, Workers
from seedbed.model.date import PartialDate
from seedbed.render import assemble
from seedbed.render.catalogue import (
    Listing,
    list_again,
    list_files,
    require_one_file_a_place,
    site_files,
    site_pages,
)
from seedbed.render.order import Order
from seedbed.render.parallel import make_all
from seedbed.render.remarks import Notebook
from seedbed.render.result import Remark
from seedbed.render.staging import keep_files
from seedbed.render.state import Making, PageRecord
from seedbed.render.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build starts from.

    Attributes:
        config_file: The configuration.
        site: The folder of the site that is in place.
        date: The date to render under.
        surroundings: A hash of all that every page depends on.
        sources: Every file of the documentation folder, as it is now.
        sources_before: The same, as the build before has seen it.
        outputs: Every file of the site that is in place, as it is now.
        outputs_before: The same, as the build before has left it.
        before: How that site was made; None where that is not known, or does not matter any more.
    """

    config_file: Path
    site: Path
    date: PartialDate | None
    surroundings: bytes
    sources: dict[str, FileRecord]
    sources_before: dict[str, FileRecord]
    outputs: dict[str, FileRecord]
    outputs_before: dict[str, FileRecord]
    before: Making | None


@dataclass(frozen=True, slots=True)
class Made:
    """A site that is staged.

    Attributes:
        making: How it was made.
        digests: What each of its files holds.
        rendered: How many pages were made.
        removed: How many pages of the site before are gone.
        remarks: What MkDocs warned of, for all pages.
    """

    making: Making
    digests: dict[str, bytes]
    rendered: int
    removed: int
    remarks: tuple[Remark, ...]


def make_site(  # noqa: PLR0913 - each is needed, and each by its name
    config: MkDocsConfig,
    env: Any,
    ground: Ground,
    staging: Path,
    notebook: Notebook,
    *,
    workers: Workers,
    progress: Progress,
) -> Made:
    """Make a site in an empty folder.

    Args:
        config: The settings, with plugins that have begun; its `site_dir` is `staging`.
        env: The environment of the templates.
        ground: What there is.
        staging: The folder.
        notebook: What MkDocs says meanwhile.
        workers: As in `seedbed.render.parallel.make_all`.
        progress: See there.

    Raises:
        UnfitError: The project has to be rendered by plain MkDocs.
    """
    shop = _open(config, env, ground)
    before = _still_true(ground, shop)
    pages = site_pages(shop.listing)
    kept = dict(_kept_pages(ground, shop.listing, before, pages))
    sizes = {uri: ground.sources[uri].stamp.size for uri in pages if uri not in kept}
    order = _order(ground, staging)
    made: dict[str, PageRecord] = {}
    keys = set(before.meta_keys) if before else set()
    for batch in make_all(shop, order, sizes, workers, progress):
        made.update(batch.pages)
        keys |= batch.keys
    records = {uri: made.get(uri) or kept[uri] for uri in pages}
    digests = {page.output: page.digest for page in records.values() if page.digest}
    keep_files(ground.site, staging, [page.output for page in kept.values() if page.digest])
    digests |= _place_files(ground, shop, staging)
    assemble.judge_links(shop, records)
    digests |= _put_together(shop, staging, records, digests)
    keys |= shop.shown_keys
    making = Making(
        build=order.build,
        surroundings=ground.surroundings,
        face=shop.face(keys),
        meta_keys=tuple(sorted(keys)),
        docs=dict(shop.listing.docs),
        theme=dict(shop.listing.theme),
        pages=records,
    )
    said = {*notebook.remarks, *(remark for page in records.values() for remark in page.remarks)}
    removed = len(ground.before.pages.keys() - records.keys()) if ground.before else 0
    return Made(making, digests, len(made), removed, tuple(sorted(said)))


def _open(config: MkDocsConfig, env: Any, ground: Ground) -> Workshop:
    if ground.before is None:
        listing = list_files(config)
    else:
        listing = list_again(config, Listing(ground.before.docs, ground.before.theme), ground.sources)
    require_one_file_a_place(listing)
    return Workshop(config, env, listing)


def _still_true(ground: Ground, shop: Workshop) -> Making | None:
    """How the site before was made, unless pages show something else of those in the navigation now."""
    before = ground.before
    return before if before and before.face == shop.face(before.meta_keys) else None


def _kept_pages(
    ground: Ground, listing: Listing, before: Making | None, pages: list[str]
) -> Iterator[tuple[str, PageRecord]]:
    """The pages that need not be made again."""
    if before is None:
        return
    moved = _came_or_went(listing, before)
    for uri in pages:
        page = before.pages.get(uri)
        if (
            page is not None
            and _digest(ground.sources_before, uri) == _digest(ground.sources, uri)
            and (not page.digest or _digest(ground.outputs, page.output) == page.digest)
            and moved.isdisjoint(page.looked_up)
        ):
            yield uri, page


def _came_or_went(listing: Listing, before: Making) -> frozenset[str]:
    """The files that a link may lead to now and could not, or the other way round."""
    old = before.theme.keys() | before.docs.keys()
    new = listing.theme.keys() | listing.docs.keys()
    changed = {
        uri for uri in listing.docs.keys() & before.docs.keys() if listing.docs[uri] != before.docs[uri]
    }
    return frozenset((old ^ new) | changed)


def _digest(files: Mapping[str, FileRecord], name: str) -> bytes:
    found = files.get(name)
    return found.digest if found else b""


def _order(ground: Ground, staging: Path) -> Order:
    listing = staging.with_name(f"{staging.name}.listing")
    return Order(uuid.uuid4().hex, ground.config_file.resolve(), staging, listing, ground.date)


def _place_files(ground: Ground, shop: Workshop, staging: Path) -> dict[str, bytes]:
    """Keep or copy the files that go into the site as they are, and tell what each holds."""
    names = site_files(shop.listing)
    known = {name: _known_digest(ground, shop.listing, name) for name in names}
    kept = [name for name in names if known[name] and _digest(ground.outputs, name) == known[name]]
    keep_files(ground.site, staging, kept)
    assemble.copy_files(shop, sorted(set(names).difference(kept)))
    return {name: known[name] or digest_file(staging / name) for name in names}


def _known_digest(ground: Ground, listing: Listing, name: str) -> bytes:
    """What a file of the site has to hold; empty where it has not been looked at."""
    if name in listing.docs:
        return ground.sources[name].digest
    was_the_themes = ground.before is not None and name not in ground.before.docs
    return _digest(ground.outputs_before, name) if was_the_themes else b""


def _put_together(
    shop: Workshop, staging: Path, records: Mapping[str, PageRecord], digests: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Write what is made of all pages, and tell what each of those files holds."""
    names = sorted(shop.config.theme.static_templates - {assemble.SITEMAP})
    assemble.write_templates(shop, names)
    assemble.write_sitemap(shop, list(records.values()))
    assemble.put_back_entries(shop, list(records.values()))
    shop.config.plugins.on_post_build(config=shop.config)
    shop.config.plugins.on_shutdown()
    return {name: digest_file(staging / name) for name in names_below(staging) if name not in digests}
