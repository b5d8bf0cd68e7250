"""Tables of which a column cites works in full, as the schedule of a reading group does.

    Date      Paper                                                      Presenter
    Jan 22    Ann Lee and Bo Ek (2024). On Slow Rain. Rain Letters.      Cy

Whom the other columns name did not write the work, and it did not appear on the day in its row.
"""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.formats.bibliography import Entry, Stated
from seedbed.read.references.reference import Reference, read_reference

READ_OF_CITED = frozenset(("title", "abstract", "address"))
"""What columns hold that tell of a work that another one cites; the others tell of the meeting."""

_FEWEST = 2
_LEAST_SHARE = 0.5
"""Of the cells with several words, how many have to cite a work, so that none of them is a title."""
_FEWEST_WORDS = 4


def cite_works(entries: Sequence[Entry]) -> bool:
    """Whether what stands in the place of the titles cites works in full."""
    titles = (entry.title.value for entry in entries if entry.title)
    long = [title for title in titles if len(title.split()) >= _FEWEST_WORDS]
    cited = sum(1 for title in long if _cited_in(title) is not None)
    return cited >= max(_FEWEST, _LEAST_SHARE * len(long))


def of_cited(entry: Entry) -> Entry:
    """What the work of an entry is that stands in the place of its title; nothing where none can be told."""
    cited = Entry(entry.first, abstract=entry.abstract, addresses=entry.addresses, labels=entry.labels)
    stated = entry.title
    reference = _cited_in(stated.value) if stated else None
    if stated is None or reference is None:
        return cited
    first, last = stated.first, stated.last
    cited.title = Stated(reference.title, first, last)
    cited.names = [Stated(name, first, last) for name in reference.creators.names]
    cited.complete = reference.creators.complete
    cited.take_publication(reference.publication, reference.date, first, last)
    cited.addresses = [*cited.addresses, *(Stated(address, first, last) for address in reference.links)]
    return cited


def _cited_in(text: str) -> Reference | None:
    """The work that a text cites with its creators."""
    reference = read_reference(" ".join(text.split()))
    return reference if reference and reference.creators.names else None
