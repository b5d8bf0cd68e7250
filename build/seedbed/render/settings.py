"""The user's `mkdocs.yml`, with what a library needs of it set whatever it says."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.pages import _AbsoluteLinksValidationValue

from seedbed.model.date import PartialDate
from seedbed.render.remarks import Notebook
from seedbed.render.result import RenderError

# Templates, styles, scripts and fonts of ours: package data, found also where the package was installed.
THEME = Path(__file__).resolve().parent.parent / "theme"


# The earliest date that a zip archive can state; for callers who know no better one.
EARLIEST = dt.date(1980, 1, 1)


@contextmanager
def environment(date: PartialDate | None) -> Iterator[None]:
    """The environment variables under which MkDocs gives the same bytes at any time.

    MkDocs writes today's date into the sitemap unless SOURCE_DATE_EPOCH is set
    (https://reproducible-builds.org/specs/source-date-epoch/); the user's own value goes first. Material
    prints a notice on its end of life unless NO_MKDOCS_2_WARNING is set.

    Args:
        date: The date to write where the user names none.
    """
    wanted = {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _epoch(date),
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _epoch(date: PartialDate | None) -> str:
    """Seconds from 1970 to the beginning of a date; of the earliest, where there is none before it."""
    if date is None or date.year is None or date.year < EARLIEST.year:
        day = EARLIEST
    else:
        day = dt.date(date.year, date.month or 1, date.day or 1)
    return str(int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()))


def load_settings(config_file: Path, site: Path | None, notebook: Notebook, *, strict: bool) -> MkDocsConfig:
    """Read `mkdocs.yml` and set what must hold for every library.

    Args:
        config_file: The file, `mkdocs.yml`.
        site: Where to build; None leaves what the file says.
        notebook: What was logged meanwhile, for the error.
        strict: Whether MkDocs is to take warnings for errors.

    Raises:
        RenderError: The file is missing, or MkDocs does not accept it.
    """
    if not config_file.is_file():
        raise RenderError(
            "there is no such file; name the MkDocs configuration with -f", path=str(config_file)
        )
    try:
        config = load_config(
            str(config_file.resolve()),
            site_dir=None if site is None else str(site),
            strict=strict,
            use_directory_urls=False,
        )
    except MkDocsException as error:
        raise RenderError(
            f"MkDocs does not accept this configuration ({error.message})",
            path=str(config_file),
            remarks=notebook.sorted(),
        ) from error
    _add_theme(config)
    _validate_links(config)
    return config


def _add_theme(config: MkDocsConfig) -> None:
    """Put our templates behind the user's own and before Material's."""
    if config.theme.name == "material" and THEME.is_dir() and not _has(config.theme.dirs, THEME):
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def _has(folders: list[str], folder: Path) -> bool:
    return any(Path(each).resolve() == folder for each in folders)


def _validate_links(config: MkDocsConfig) -> None:
    """Every link and anchor that leads nowhere is a warning; so is one that only a web server can follow."""
    links = config.validation.links
    links.not_found = logging.WARNING
    links.anchors = logging.WARNING
    links.unrecognized_links = logging.WARNING
    if links.absolute_links != _AbsoluteLinksValidationValue.RELATIVE_TO_DOCS:
        links.absolute_links = logging.WARNING
