"""What templates ask for on every page, and what is the same on all of them, worked out once."""

from __future__ import annotations

import functools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import url_filter

from seedbed.render.compiling import Compiled

# How many addresses are remembered, of a few folders each.
ADDRESSES = 5_000


def open_templates(config: MkDocsConfig, compiled: Compiled | None = None) -> Any:
    """MkDocs' environment of templates, which remembers what it has worked out.

    No template may change from here on: none is looked at again. What comes out is the same.

    Args:
        config: Settings with a theme.
        compiled: What of its templates was compiled before; it takes what is compiled now.
    """
    env: Any = config.theme.get_env()
    env.auto_reload = False
    env.bytecode_cache = compiled
    if env.filters.get("url") is url_filter:
        env.filters["url"] = _remembering_url_filter()
    for language in {str(config.theme["language"]), "en"}:
        name = f"partials/languages/{language}.html"
        if any(Path(folder, name).is_file() for folder in config.theme.dirs):
            _remember_words(env.get_template(name))
    return env


def _remembering_url_filter() -> Any:
    """MkDocs' filter `url`: with addresses of files, what it gives follows from the folder of the page."""

    @functools.lru_cache(ADDRESSES)
    def relative(url: str, folder: str) -> str:
        beside: Any = SimpleNamespace(url=f"{folder}/page.html" if folder else "page.html")
        return normalize_url(url, page=beside)

    @functools.wraps(url_filter)  # which also says that it is given the context
    def filtered(context: Any, value: Any) -> str:
        page = context["page"]
        url = str(value)
        if page is None or "\\" in url or "." not in (address := page.url.rpartition("/"))[2]:
            return url_filter(context, value)
        return relative(url, address[0])

    return filtered


def _remember_words(template: Any) -> None:
    """Material's words of a language, which are asked for by a macro that sees nothing but the key."""
    module = template.module
    if callable(getattr(module, "t", None)):
        module.t = functools.lru_cache(None)(module.t)
