"""Every file of the site's source: pages as Markdown, and the data for scripts and other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from seedbed.keep.stamps import digest
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import SiteFacts
from seedbed.write.colophon import colophon_files
from seedbed.write.data import LIBRARY, library_json
from seedbed.write.markdown import Templates
from seedbed.write.pages import pages
from seedbed.write.planning import Planner, Plans
from seedbed.write.previews import preview_tasks
from seedbed.write.search import Index, search_of
from seedbed.write.shelf import WholeShelf
from seedbed.write.shelving import shelve
from seedbed.write.sync import Draft

Keep = Callable[[Index], None]


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one library."""

    shelf: WholeShelf
    site: SiteFacts
    planner: Planner

    def drafts(self) -> Iterator[Draft]:
        """Every file, one after the other, so that not all of a large library are held at once.

        Raises:
            ValueError: Two files would lie at one path, which is a fault of the stage that gave their ids.
        """
        return chain(self.pages(), self.data())

    def pages(self) -> Iterator[Draft]:
        """The pages, and what others show of them.

        Raises:
            ValueError: As above.
        """
        taken: set[str] = set()
        for each in self.planner.drafts(chain(pages(self.shelf, self.site), preview_tasks(self.shelf))):
            if each.path in taken:
                raise ValueError(f"two files at {each.path}")
            taken.add(each.path)
            yield each
        for path, content in colophon_files(self.shelf.library).items():
            yield Draft(path, partial(bytes, content), digest(content))

    def data(self, before: Index | None = None, keep: Keep = lambda _: None) -> Iterator[Draft]:
        """What the search and other programs read of the library.

        Args:
            before: The index of the search that the last build kept, where it was made by the same code.
            keep: Told the index to keep for the next one.
        """
        yield Draft(LIBRARY, partial(library_json, self.shelf))
        search = search_of(self.shelf.library, self.shelf.links, before)
        keep(search.index)
        yield from search.drafts


def files_of(  # noqa: PLR0913, PLR0917 (the last three have a default)
    library: Library,
    links: Links,
    site: SiteFacts,
    before: Plans | None = None,
    jobs: int = 1,
    templates: Templates | None = None,
) -> Files:
    """Every file that a library makes.

    Args:
        library: What the seeds state.
        links: What speaks of what.
        site: What the pages say of the site itself.
        before: What the last build planned, where it was made by the same code.
        jobs: How many processes work where there is much to do.
        templates: What pages are written with.
    """
    shelf = shelve(library, links)
    return Files(shelf, site, Planner(shelf, before, jobs, templates or Templates()))
