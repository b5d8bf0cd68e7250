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
from seedbed.write.pages import front_pages, list_pages, page_tasks, whole_pages
from seedbed.write.planning import Planner, Plans
from seedbed.write.previews import preview_tasks
from seedbed.write.search import Index, Search, search_of
from seedbed.write.shelf import WholeShelf
from seedbed.write.shelving import shelve
from seedbed.write.sync import Draft
from seedbed.write.tasks import Errand

Renew = Callable[[Callable[[Index | None], Search]], Search]
"""Calls what makes the search from the index that the last build kept, if it was made by the same code."""


def anew(make: Callable[[Index | None], Search]) -> Search:
    """Make the search without an index of an earlier build."""
    return make(None)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one library."""

    shelf: WholeShelf
    site: SiteFacts
    planner: Planner

    def drafts(self, renew: Renew = anew) -> Iterator[Draft]:
        """Every file, one after the other, so that not all of a large library are held at once.

        Args:
            renew: Called after all pages were drawn, so that no process that makes some has the index too.
        """
        whole = whole_pages(self.shelf, self.site)
        yield from self.planner.drafts(chain(whole, page_tasks(self.shelf), preview_tasks(self.shelf)))
        yield from self._data(renew)

    def of_things(self, *errands: Errand) -> Iterator[Draft]:
        """The pages of one thing each, what others show of them, lists; and files that are made meanwhile."""
        tasks = chain(page_tasks(self.shelf), preview_tasks(self.shelf))
        return self.planner.drafts(chain(tasks, list_pages(self.shelf), errands))

    def of_the_whole(self, renew: Renew) -> Iterator[Draft]:
        """All the other files, about as much work after few changes. Arguments as for `drafts`."""
        yield from self._data(renew)  # it needs most memory, and leaves it to the pages
        yield from map(self.planner.draft, front_pages(self.shelf, self.site))

    def _data(self, renew: Renew) -> Iterator[Draft]:
        """What scripts and other programs read of the library."""
        yield from renew(partial(search_of, self.shelf.library, self.shelf.links)).drafts
        for path, content in colophon_files(self.shelf.library).items():
            yield Draft(path, partial(bytes, content), digest(content))
        yield Draft(LIBRARY, partial(library_json, self.shelf))


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
