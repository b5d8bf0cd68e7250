"""Single pages as a build would render them, made at once, and kept by nobody."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import InclusionLevel

from seedbed.render.catalogue import Listing, list_again, list_files
from seedbed.render.environment import environment
from seedbed.render.ready import get_ready_ahead
from seedbed.render.remarks import open_notebook
from seedbed.render.unfit import UnfitError
from seedbed.render.workshop import Workshop


class Desk:
    """A workshop that stands ready, with the files of the site as it was built last."""

    def __init__(self, shop: Workshop) -> None:
        """Take over a workshop that nobody else works in."""
        self._shop = shop

    def expect(self, uris: Iterable[str]) -> None:
        """Let links lead to pages that the documentation folder does not hold yet, by their paths there."""
        for uri in uris:
            self._shop.listing.docs.setdefault(uri, InclusionLevel.NOT_IN_NAV.value)

    def preview(self, uri: str, content: str) -> bytes:
        """A page with this Markdown; empty where only a build of everything can tell what it shows."""
        # A server asks from several threads; `environment` lets in one, and a workshop makes one at a time.
        with environment(None), open_notebook(), suppress(UnfitError):
            return self._shop.preview(uri, content)
        return b""


def set_up_desk(config_file: Path, site: Path, cache: Path) -> Desk | None:
    """A desk for the site that was built last; None where pages cannot be made one by one."""
    ready = get_ready_ahead(config_file, site, cache)
    if ready is None:
        return None
    with environment(None), open_notebook():
        before = ready.making
        listing = (
            list_again(ready.config, Listing(before.docs, before.theme), ready.sources)
            if before
            else list_files(ready.config)
        )
        return Desk(Workshop(ready.config, ready.env, listing))
