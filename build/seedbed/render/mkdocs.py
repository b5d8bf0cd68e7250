"""One plain MkDocs build, in this process: the whole site, and whatever plugins the user has."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from seedbed.model.date import PartialDate
from seedbed.render.placing import Placing
from seedbed.render.remarks import Notebook, open_notebook
from seedbed.render.result import Remark, RenderError
from seedbed.render.settings import environment, load_settings
from seedbed.render.staging import stage

# Faults of a page, a template or a setting that show as exceptions of the libraries that read them.
LIBRARIES = frozenset({"jinja2", "markdown", "mkdocs", "yaml"})


def render_all(
    config_file: Path, site: Path | None, *, strict: bool, date: PartialDate | None
) -> tuple[Path, int, tuple[Remark, ...]]:
    """Render every page and put the site in place.

    Returns:
        The folder of the site, the number of pages, and what MkDocs warned of.

    Raises:
        RenderError: As `seedbed.render.render`.
    """
    with environment(date), open_notebook() as notebook:
        config = load_settings(config_file, site, notebook, strict=strict)
        folder = Path(config.site_dir)
        with stage(folder) as staging:
            config.site_dir = str(staging)
            counting = Counting()
            config.plugins["seedbed/placing"] = Placing()
            config.plugins["seedbed/counting"] = counting
            _build(config, config_file, notebook)
            refuse_if_strict(notebook, config_file, strict=strict)
    return folder, counting.pages, notebook.sorted()


class Counting(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs' own, typed in part
    """Counts the pages that MkDocs builds."""

    def __init__(self) -> None:
        self.pages = 0

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Count one page."""
        del page, config
        self.pages += 1
        return output


def _build(config: MkDocsConfig, config_file: Path, notebook: Notebook) -> None:
    try:
        build(config)
    except Abort:
        # In strict mode MkDocs gives up when the work is done; what it warned of is in the notebook.
        if not notebook.remarks:
            raise
    except Exception as error:
        if _is_a_users(error, notebook):
            raise RenderError(_cause(error), path=str(config_file), remarks=notebook.sorted()) from error
        raise


def _is_a_users(error: Exception, notebook: Notebook) -> bool:
    """Whether what was raised is the fault of a page, a template or a setting, which a user can mend."""
    library = type(error).__module__.partition(".")[0]
    return library in LIBRARIES or isinstance(error, OSError | UnicodeError) or bool(notebook.remarks)


def _cause(error: Exception) -> str:
    said = error.message if isinstance(error, MkDocsException) else str(error)
    return f"MkDocs could not build the site: {type(error).__name__}: {said}"


def refuse_if_strict(notebook: Notebook, config_file: Path, *, strict: bool) -> None:
    """Refuse a site of which MkDocs warned.

    Raises:
        RenderError: There was a warning, and `strict` is set.
    """
    if strict and notebook.remarks:
        count = len(notebook.sorted())
        warnings = "one warning" if count == 1 else f"{count} warnings"
        raise RenderError(
            f"the site was not put in place, for MkDocs gave {warnings}; mend them, and build again",
            path=str(config_file),
            remarks=notebook.sorted(),
        )
