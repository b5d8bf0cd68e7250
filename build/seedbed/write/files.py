"""Every file of the site's source: pages as Markdown, and the data for scripts and other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

import msgspec

from seedbed.keep.stamps import digest
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import SiteFacts
from seedbed.write.colophon import colophon_files
from seedbed.write.data import LIBRARY, library_json
from seedbed.write.pages import pages
from seedbed.write.planning import Planner, Plans
from seedbed.write.previews import preview_tasks
from seedbed.write.search import search_files
from seedbed.write.shelf import WholeShelf, shelve
from seedbed.write.sync import Draft


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What one build keeps of its files, for the next."""

    plans: Plans


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one library."""

    shelf: WholeShelf
    site: SiteFacts
    planner: Planner

    def drafts(self) -> Iterator[Draft]:
        """Each file, one after the other, so that not all of a large library are held at once.

        Raises:
            ValueError: Two files would lie at one path, which is a fault of the stage that gave their ids.
        """
        taken: set[str] = set()
        planned = chain(pages(self.shelf, self.site), preview_tasks(self.shelf))
        for each in self.planner.drafts(planned):
            if each.path in taken:
                raise ValueError(f"two files at {each.path}")
            taken.add(each.path)
            yield each
        yield Draft(LIBRARY, partial(library_json, self.shelf))
        for files in (
            colophon_files(self.shelf.library),
            search_files(self.shelf.library, self.shelf.links),
        ):
            for path, content in files.items():
                yield Draft(path, partial(bytes, content), digest(content))

    def kept(self) -> Kept:
        """What to keep for the next build; to be asked for when every draft was drawn."""
        return Kept(self.planner.plans())


def files_of(library: Library, links: Links, site: SiteFacts, before: Kept | None = None) -> Files:
    """Every file that a library makes.

    Args:
        library: What the seeds state.
        links: What speaks of what.
        site: What the pages say of the site itself.
        before: What the last build kept, where it was made by the same code.
    """
    shelf = shelve(library, links)
    return Files(shelf, site, Planner(shelf, before.plans if before else None))
