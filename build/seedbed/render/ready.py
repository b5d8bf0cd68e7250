"""What a rendering needs that does not follow from the pages: made ready while others still grow them.

None of it is trusted longer than it holds: what is read here was looked at before, and the next build
compares that with what it finds. Files of the site that are edited meanwhile show another stamp at the end.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from seedbed.keep.stamps import FileRecord, Stamp, clock, record, walk
from seedbed.keep.store import Store
from seedbed.render.compiling import Templates, sign_of
from seedbed.render.environment import environment
from seedbed.render.faults import mendable
from seedbed.render.order import begin
from seedbed.render.remarks import open_notebook
from seedbed.render.remembering import open_templates
from seedbed.render.result import Remark, RenderError
from seedbed.render.settings import own_folders
from seedbed.render.state import Making, Signs, read_making, read_signs, stamp_of_signs
from seedbed.render.surroundings import CODE, look_at
from seedbed.render.unfit import UnfitError, require_fit

MAIN = "main.html"
"""The template of a page that names none."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What was made ready.

    Attributes:
        signs: Those of the build before.
        stamp: Of the file that held them; None where there was none.
        project: The configuration, the documentation folder and the site.
        settings: The configuration file and the files of `folders`, as they were before they were read.
        folders: The folders of settings: theme, templates, code.
        config: The settings, with plugins that have begun.
        env: The environment of the templates.
        remarks: What MkDocs warned of.
        making: How the site that is in place was made, where that is known.
        outputs: Its files, as they are, those alone that the build before has left there.
        sources: Files of the documentation folder as they were seen last, to spare another look.
    """

    signs: Signs | None
    stamp: Stamp | None
    project: tuple[str, str, str]
    settings: dict[str, FileRecord]
    folders: tuple[str, ...]
    config: MkDocsConfig
    env: Any
    remarks: tuple[Remark, ...]
    making: Making | None
    outputs: dict[str, FileRecord]
    sources: dict[str, FileRecord]

    @property
    def known(self) -> Signs | None:
        """The signs of the build before, where it was one of this project."""
        return _of_project(self.signs, self.project)


def get_ready(config_file: Path, site: Path | None, cache: Path | None, signs: Signs | None) -> Ready:
    """Make ready what the rendering begins with.

    Args:
        config_file: As of `seedbed.render.build.render`, with the next two.
        site: See there.
        cache: See there.
        signs: Those of the build before.

    Raises:
        RenderError: MkDocs does not accept the settings.
        UnfitError: The project has to be rendered by plain MkDocs.
    """
    path = str(config_file)
    with open_notebook() as notebook, mendable(path, "MkDocs cannot build the site", notebook.sorted):
        stamp = stamp_of_signs(cache) if cache else None
        now = clock(cache) if cache else 0
        settings = look_at([path], signs.settings if signs else {}, now)
        config = begin(config_file, site, notebook)
        require_fit(config, config_file)
        folders = (*own_folders(config), str(CODE))
        settings |= look_at(folders, signs.settings if signs else {}, now)
        templates = Templates(Store(cache, sign_of(settings)))
        env = open_templates(config, templates.compiled)
        templates.prepare(env, sorted({MAIN, *config.theme.static_templates}))
        project = (path, config.docs_dir, config.site_dir)
        known = _of_project(signs, project)
        making = read_making(cache, known) if cache and known else None
        outputs = _outputs(Path(config.site_dir), known, now) if making and known else {}
        return Ready(
            signs=signs,
            stamp=stamp,
            project=project,
            settings=settings,
            folders=folders,
            config=config,
            env=env,
            remarks=notebook.sorted(),
            making=making,
            outputs=outputs,
            sources=known.sources if known else {},
        )


def get_ready_ahead(config_file: Path, site: Path | None, cache: Path) -> Ready | None:
    """Make ready what the rendering will begin with.

    Returns:
        None where that cannot be done; the rendering will say why.
    """
    with environment(None), suppress(RenderError, UnfitError):
        return get_ready(config_file.absolute(), site, cache, read_signs(cache))
    return None


def _of_project(signs: Signs | None, project: tuple[str, str, str]) -> Signs | None:
    return signs if signs and signs.project == project else None


def _outputs(site: Path, signs: Signs, now: int) -> dict[str, FileRecord]:
    found = walk(site)
    return record(site, {name: found[name] for name in signs.outputs if name in found}, signs.outputs, now)
