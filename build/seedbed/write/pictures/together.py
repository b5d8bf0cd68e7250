"""A person's co-authors: a row for each, a column for each paper, a dot where both wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.model.library import Person
from seedbed.model.picture import Strip, Strips
from seedbed.model.shown import Counted
from seedbed.write import addresses
from seedbed.write.shelf import Shelf
from seedbed.write.wording import listed, number

_ROWS = 20
_COLUMNS = 40
_HEIGHT = 2
_FEWEST_PEOPLE = 3
_FEWEST_PAPERS = 2


def together(shelf: Shelf, person: Person, co_authors: tuple[Counted, ...]) -> Strips | None:
    """The picture; None where there are fewer than three co-authors, or one paper: all would be one column.

    Args:
        shelf: The library.
        person: Whose page it is.
        co_authors: As the page lists them, which is the text equivalent; those of most papers first.
    """
    shown = co_authors[:_ROWS]
    if len(shown) < _FEWEST_PEOPLE:
        return None
    in_common = {
        addresses.person_page(pair.other if pair.person == person.id else pair.person): frozenset(pair.works)
        for pair in shelf.co_authors.get(person.id, ())
    }
    rows = [(each, in_common[each.ref.address]) for each in shown]
    dates = {
        work: date.iso if (date := shelf.faces[work].date) else ""
        for work in frozenset().union(*(works for _, works in rows))
    }
    papers = sorted(dates, key=lambda work: (dates[work], work))
    kept = papers[-_COLUMNS:]
    if len(kept) < _FEWEST_PAPERS:
        return None
    left_out = [f"{len(rows)} of {number(len(in_common))} co-authors"] if len(rows) < len(in_common) else []
    if len(kept) < len(papers):
        left_out.append(f"the newest {len(kept)} of {number(len(papers))} papers")
    shows = f" Shown: {listed(left_out)}." if left_out else ""
    dots = {each.ref: [at for at, work in enumerate(kept) if work in works] for each, works in rows}
    order = _order([dates[work] for work in kept])
    return Strips(
        shape="dots",
        width=len(kept),
        height=_HEIGHT,
        rows=tuple(
            Strip(
                each.ref.label,
                each.ref.address,
                each.count,
                "".join(f"M{at}.5 1h.001" for at in dots[each.ref]),
            )
            for each in sorted((each for each, _ in rows), key=lambda each: (-each.size, dots[each.ref]))
        ),
        ends=(dates[kept[0]][:4] or "no date", dates[kept[-1]][:4] or "no date"),
        caption=f"A column is a paper{order}, and a dot says that both wrote it."
        f"{shows} The list below says the same.",
    )


def _order(dates: Sequence[str]) -> str:
    """What is said of the order of columns; those without a date come first."""
    if not any(dates):
        return ""
    return ", the oldest first" if all(dates) else ", those without a date first, then the oldest"
