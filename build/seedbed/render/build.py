"""The story of a rendering, top to bottom."""

from __future__ import annotations

import time
from pathlib import Path

from seedbed.model.date import PartialDate
from seedbed.render.result import Rendered


def render(  # noqa: PLR0913 - each is a choice of the user's
    config_file: Path,
    site: Path | None = None,
    *,
    strict: bool = True,
    cache_dir: Path | None = None,
    jobs: int | None = None,
    date: PartialDate | None = None,
) -> Rendered:
    """Render the documentation folder that `config_file` names into a site, and put it in place.

    Args:
        config_file: `mkdocs.yml`.
        site: The folder of the site; None takes what `config_file` says.
        strict: Whether a warning refuses the site.
        cache_dir: Where what was computed is kept for the next time; None keeps and uses nothing.
        jobs: How many processes render; None takes one a processor.
        date: The date to write into the sitemap where SOURCE_DATE_EPOCH is not set. The caller takes it from
            the seeds, never from the clock; None stands for 1 January 1980.

    Raises:
        RenderError: MkDocs could not build the site, or warned of something and `strict` is set. The site
            that was there is left as it was.
    """
    del cache_dir, jobs
    from seedbed.render.mkdocs import render_all  # noqa: PLC0415 - MkDocs is imported only when it is needed

    start = time.perf_counter()
    folder, pages, remarks = render_all(config_file, site, strict=strict, date=date)
    return Rendered(str(folder), pages, 0, 0, remarks, time.perf_counter() - start)
