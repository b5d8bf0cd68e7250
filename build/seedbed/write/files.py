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
from seedbed.write.search import Index, search_of
from seedbed.write.shelf import WholeShelf, shelve
from seedbed.write.sync import Draft


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What one build keeps of its files, for the next."""

    plans: Plans
    index: Index


@dataclass(slots=True)
class Files:
    """The files of one library.

    Attributes:
        before: What the last build kept, if it was made by the same code.
        looked_at: How many entries of the search had to be read for their words.
    """

    shelf: WholeShelf
    site: SiteFacts
    planner: Planner
    before: Kept | None
    looked_at: int = 0
    _index: Index | None = None

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
        for path, content in colophon_files(self.shelf.library).items():
            yield Draft(path, partial(bytes, content), digest(content))
        search = search_of(self.shelf.library, self.shelf.links, self.before.index if self.before else None)
        self._index, self.looked_at = search.index, search.looked_at
        yield from search.drafts

    def kept(self) -> Kept:
        """What to keep for the next build; to be asked for when every draft was drawn."""
        return Kept(self.planner.plans(), self._index or Index({}, {}, {}))


def files_of(
    library: Library, links: Links, site: SiteFacts, before: Kept | None = None, jobs: int = 1
) -> Files:
    """Every file that a library makes.

    Args:
        library: What the seeds state.
        links: What speaks of what.
        site: What the pages say of the site itself.
        before: What the last build kept, where it was made by the same code.
        jobs: How many processes work where there is much to do.
    """
    shelf = shelve(library, links)
    return Files(shelf, site, Planner(shelf, before.plans if before else None, jobs), before)
