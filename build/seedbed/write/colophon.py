"""The footer's sentence on what the site was built from, as `data/colophon.js`.

Every page shows it, and every new seed changes it: in the text of the pages it would make each of them new.
"""

from __future__ import annotations

import msgspec

from seedbed.model.library import Library
from seedbed.text.dates import find_date
from seedbed.write.wording import counted, day_month_year

PATH = "data/colophon.js"


def colophon_files(library: Library) -> dict[str, bytes]:
    """The script, by its path below the site."""
    said = msgspec.json.encode(colophon(library))
    return {PATH: b'document.querySelector("[data-colophon]").textContent = %b;\n' % said}


def colophon(library: Library) -> str:
    """How many captures there are, and when the newest was made, where the curation file says so."""
    if not library.readings:
        return "No capture has been read yet."
    captures = counted(len(library.readings), "capture")
    return f"Built from {captures}{_newest(library)}; every fact leads to the line that states it."


def _newest(library: Library) -> str:
    """The newest capture; only of those that have a day, where others have none and may be newer."""
    days = [reading.seed.captured for reading in library.readings if reading.seed.captured]
    newest = find_date(max(days, default=""))
    if newest is None:
        return ""
    which = "the newest"
    if len(days) < len(library.readings):
        which = f"the newest of the {len(days):,} with a date" if len(days) > 1 else "the one with a date"
    return f", {which} made on {day_month_year(newest)}"
