"""From `docs_src/` and `mkdocs.yml` to `site/`: the one stage that knows MkDocs."""

from seedbed.render.build import render
from seedbed.render.result import Remark, Rendered, RenderError

__all__ = ["Remark", "RenderError", "Rendered", "render"]
