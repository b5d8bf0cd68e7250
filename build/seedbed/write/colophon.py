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
    newest = find_date(max((reading.seed.captured for reading in library.readings), default=""))
    when = f", the newest made on {day_month_year(newest)}" if newest else ""
    return f"Built from {captures}{when}; every fact leads to the line that states it."
