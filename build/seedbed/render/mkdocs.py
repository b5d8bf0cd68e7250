"""One plain MkDocs build, in this process: every page, and whatever plugins the user has."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from seedbed.render.placing import Placing
from seedbed.render.remarks import Notebook
from seedbed.render.settings import load_settings


def build_plainly(config_file: Path, staging: Path, notebook: Notebook) -> int:
    """Build the site into `staging`.

    What MkDocs warns of is in the notebook afterwards.

    Returns:
        The number of pages.
    """
    config = load_settings(config_file, staging, notebook)
    counting = Counting()
    config.plugins["seedbed/placing"] = Placing()
    config.plugins["seedbed/counting"] = counting
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort:
        # Where a plugin sets strict mode, MkDocs gives up when all is done; its warnings are in the notebook.
        if not notebook.remarks:
            raise
    finally:
        config.plugins.on_shutdown()
    return counting.pages


class Counting(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs' own, typed in part
    """Counts the pages that MkDocs builds."""

    def __init__(self) -> None:
        self.pages = 0

    def on_post_page(self, output: str, *, page: Page, config: object) -> str:
        """Count one page."""
        del page, config
        self.pages += 1
        return output
