"""What a process is told that makes pages, and what it gives back; both travel between processes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from seedbed.model.date import PartialDate
from seedbed.render.catalogue import read_listing
from seedbed.render.environment import environment
from seedbed.render.faults import mendable
from seedbed.render.remarks import Notebook, open_notebook
from seedbed.render.remembering import open_templates
from seedbed.render.settings import load_settings
from seedbed.render.state import PageRecord
from seedbed.render.workshop import Workshop


def begin(config_file: Path, site: Path | None, notebook: Notebook) -> MkDocsConfig:
    """Load the settings and let the plugins begin."""
    config = load_settings(config_file, site, notebook)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


@dataclass(frozen=True, slots=True)
class Order:
    """What a process needs to know to make pages.

    Attributes:
        build: Which build this is; no two have the same.
        config_file: The configuration.
        staging: The folder to write pages into.
        listing: The file that lists the files of the site, for a process that has no workshop yet.
        date: The date to render under.
        here: The workshop of the process that gives the order; it does not travel to others.
    """

    build: str
    config_file: Path
    staging: Path
    listing: Path
    date: PartialDate | None
    here: Workshop | None = field(default=None, compare=False, repr=False)

    def __reduce__(self) -> tuple[type[Order], tuple[object, ...]]:
        """Travel without the workshop."""
        return Order, (self.build, self.config_file, self.staging, self.listing, self.date)


@lru_cache(maxsize=1)
def workshop(order: Order) -> Workshop:
    """The workshop of an order: this process' own, or one that is set up now, once.

    A process that was forked from the one which gave the order finds its parent's.
    """
    if order.here is not None:
        return order.here
    with open_notebook() as notebook:
        config = begin(order.config_file, order.staging, notebook)
        return Workshop(config, open_templates(config), read_listing(order.listing))


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages that were made.

    Attributes:
        pages: The record of each.
        keys: The keys of front matter that they have read of pages in the navigation.
    """

    pages: tuple[tuple[str, PageRecord], ...]
    keys: frozenset[str]


# A workshop makes one page at a time, and a process that others send work to may have several threads for it.
_BUSY = threading.Lock()


def make_pages(order: Order, uris: Sequence[str]) -> Batch:
    """Make some pages, in whatever process this is."""
    with _BUSY, environment(order.date):
        shop = workshop(order)
        with open_notebook() as notebook:
            pages = tuple((uri, _make(shop, uri, notebook)) for uri in uris)
    return Batch(pages, frozenset(shop.shown_keys))


def _make(shop: Workshop, uri: str, notebook: Notebook) -> PageRecord:
    with mendable(uri, "MkDocs cannot make this page"):
        return shop.make(uri, notebook)
