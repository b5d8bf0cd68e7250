"""One stylesheet in place of many: a browser paints nothing before it has all of them.

The theme's template links each of its sheets, so that plain `mkdocs build` needs nothing of this. Here it is
told to link one instead, which holds the same in the same order.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

JOINED = "assets/seedbed/styles.css"
"""Where it is, below the site: beside our own sheets, whose addresses of fonts hold in it too."""

# A sheet, as the template's block `sheets` links it.
_LINK = re.compile(r'<link rel="stylesheet" href="([^":?#]+)">')


class Styles(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs' own, typed in part
    """Joins the sheets that the template links."""

    def __init__(self) -> None:
        self.env: Environment | None = None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what renders the template."""
        del config, files
        self.env = env
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the sheet, once those that it is made of are in their places."""
        site = Path(config.site_dir)
        sheets = [(site / each).read_text(encoding="utf-8").strip() for each in self._linked(config)]
        if sheets:
            (site / JOINED).write_text("\n".join([*sheets, ""]), encoding="utf-8", newline="\n")

    def _linked(self, config: MkDocsConfig) -> list[str]:
        """The sheets, in their order, by their paths below the site; none where another template is used."""
        template = self.env.get_template("main.html") if self.env else None
        block = template.blocks.get("sheets") if template else None
        if template is None or block is None:
            return []
        context = get_context(Navigation([], []), Files([]), config, base_url=".")
        return _LINK.findall("".join(block(template.new_context({**context, "apart": True}))))
