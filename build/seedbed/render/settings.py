"""The user's `mkdocs.yml`, with what a library needs of it set whatever it says."""

from __future__ import annotations

import importlib.util
import logging
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import _AbsoluteLinksValidationValue

from seedbed.render.faults import mendable
from seedbed.render.remarks import Notebook
from seedbed.render.result import RenderError
from seedbed.render.styles import JOINED, Styles

# Templates, styles, scripts and fonts of ours: package data, found also where the package was installed.
THEME = Path(__file__).resolve().parent.parent / "theme"


def load_settings(config_file: Path, site: Path | None, notebook: Notebook) -> MkDocsConfig:
    """Read `mkdocs.yml` and set what must hold for every library.

    MkDocs' strict mode is left off: it would raise an error for warnings at the end, and here they are
    counted by who asked for the build.

    Args:
        config_file: The file, `mkdocs.yml`.
        site: Where to build; None leaves what the file says.
        notebook: What was logged meanwhile, for the error.

    Raises:
        RenderError: The file is missing, or MkDocs does not accept it.
    """
    if not config_file.is_file():
        raise RenderError(
            "there is no such file; name the MkDocs configuration with -f", path=str(config_file)
        )
    with mendable(str(config_file), "MkDocs does not accept this configuration", notebook.sorted):
        config = load_config(
            str(config_file.resolve()),
            site_dir=None if site is None else str(site),
            strict=False,
            use_directory_urls=False,
        )
    _add_theme(config)
    _validate_links(config)
    _offer_offline_copy(config)
    _join_styles(config)
    return config


def has_offline_copy(config: MkDocsConfig) -> bool:
    """Whether an archive of the site is written beside its pages, and they speak of it."""
    return bool(config.extra["seedbed"]["offline_copy"])


def own_folders(config: MkDocsConfig) -> list[str]:
    """The folders of templates that are not part of an installed package other than ours."""
    specs = [importlib.util.find_spec(name) for name in ("mkdocs", "material")]
    packages = [Path(spec.origin).resolve().parent for spec in specs if spec and spec.origin]
    return [
        folder
        for folder in config.theme.dirs
        if not any(Path(folder).resolve().is_relative_to(package) for package in packages)
    ]


def _add_theme(config: MkDocsConfig) -> None:
    """Put our templates behind the user's own and before Material's."""
    if config.theme.name == "material" and THEME.is_dir() and not _has_ours(config.theme.dirs):
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def _has_ours(folders: list[str]) -> bool:
    return any(Path(folder).resolve() == THEME for folder in folders)


def _validate_links(config: MkDocsConfig) -> None:
    """Every link and anchor that leads nowhere is a warning; so is one that only a web server can follow."""
    links = config.validation.links
    links.not_found = logging.WARNING
    links.anchors = logging.WARNING
    links.unrecognized_links = logging.WARNING
    if links.absolute_links != _AbsoluteLinksValidationValue.RELATIVE_TO_DOCS:
        links.absolute_links = logging.WARNING


def _offer_offline_copy(config: MkDocsConfig) -> None:
    """Tell the templates whether there is one: never where MkDocs builds without us."""
    own = config.extra.get("seedbed")
    own = own if isinstance(own, dict) else {}
    config.extra["seedbed"] = {**own, "offline_copy": own.get("offline", True) is not False}


def _join_styles(config: MkDocsConfig) -> None:
    """Have one stylesheet written, and tell the templates of it: never where MkDocs builds without us."""
    if config.theme.name == "material":
        config.plugins["seedbed/styles"] = Styles()
        config.extra["seedbed"]["styles"] = JOINED
