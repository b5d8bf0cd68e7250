"""One build of a project of which something changed, or of which nothing is known."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from seedbed.keep.stamps import UNKNOWN, FileRecord, clock, digest_file, record, walk
from seedbed.model.date import PartialDate
from seedbed.render.environment import environment, epoch
from seedbed.render.faults import mendable, refuse_if_strict
from seedbed.render.incremental import Ground, Made, make_site
from seedbed.render.mkdocs import build_plainly
from seedbed.render.offline import ARCHIVE, MADE, Earlier, add_offline
from seedbed.render.order import begin
from seedbed.render.parallel import Progress
from seedbed.render.remarks import open_notebook
from seedbed.render.result import Rendered
from seedbed.render.settings import has_offline_copy, load_settings, own_folders
from seedbed.render.staging import stage
from seedbed.render.state import SCHEMA, Signs, forget, read_making, write_state
from seedbed.render.surroundings import CODE, fingerprint, installed, look_at
from seedbed.render.unfit import UnfitError, require_fit


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for; see `seedbed.render.build.render`."""

    config_file: Path
    site: Path | None
    strict: bool
    cache: Path | None
    jobs: int | None
    executor: Executor | None
    date: PartialDate | None
    progress: Progress


def render_project(choices: Choices, signs: Signs | None) -> Rendered:
    """Render what changed since the build that left `signs`; everything, where there was none.

    Raises:
        RenderError: As `seedbed.render.build.render`.
    """
    with environment(choices.date):
        try:
            return _render_pages(choices, signs)
        except UnfitError as reason:
            return _render_plainly(choices, str(reason))


def _render_pages(choices: Choices, signs: Signs | None) -> Rendered:
    path = str(choices.config_file)
    with open_notebook() as notebook, mendable(path, "MkDocs cannot build the site", notebook.sorted):
        now = clock(choices.cache) if choices.cache else 0
        settings = look_at([path], signs.settings if signs else {}, now)
        config = begin(choices.config_file, choices.site, notebook)
        require_fit(config, choices.config_file)
        site = Path(config.site_dir)
        folders = [*own_folders(config), str(CODE)]
        settings |= look_at(folders, signs.settings if signs else {}, now)
        ground = _survey(choices, config, signs, fingerprint(settings, epoch(choices.date)), now)
        with stage(site) as staging:
            config.site_dir = str(staging)
            made = make_site(
                config,
                ground,
                staging,
                notebook,
                jobs=choices.jobs,
                executor=choices.executor,
                progress=choices.progress,
            )
            refuse_if_strict(made.remarks, path, strict=choices.strict)
            made = replace(
                made, digests=_add_offline(config, staging, made.digests, choices.date, _earlier(ground))
            )
    if choices.cache:
        project = (path, config.docs_dir, str(site))
        _keep(choices.cache, choices.date, made, ground, project, tuple(folders), settings)
    kept = len(made.making.pages) - made.rendered
    return Rendered(str(site), made.rendered, kept, made.removed, made.remarks, 0, _why(signs, ground))


def _survey(
    choices: Choices, config: MkDocsConfig, signs: Signs | None, surroundings: bytes, now: int
) -> Ground:
    """See what there is, and what is known of it."""
    site = Path(config.site_dir)
    docs = Path(config.docs_dir)
    same_place = signs is not None and signs.project == (str(choices.config_file), str(docs), str(site))
    before = read_making(choices.cache, signs) if choices.cache and signs and same_place else None
    if before is not None and before.surroundings != surroundings:
        before = None
    known = signs if signs and same_place else None
    seen_before = known.outputs if known else {}
    outputs = walk(site) if before and site.is_dir() else {}
    return Ground(
        config_file=choices.config_file,
        site=site,
        date=choices.date,
        surroundings=surroundings,
        sources=record(docs, walk(docs), known.sources if known else {}, now),
        sources_before=known.sources if known else {},
        outputs=record(
            site, {name: each for name, each in outputs.items() if name in seen_before}, seen_before, 0
        ),
        outputs_before=seen_before,
        before=before,
    )


def _add_offline(
    config: MkDocsConfig,
    staging: Path,
    digests: Mapping[str, bytes],
    date: PartialDate | None,
    earlier: Earlier | None = None,
) -> dict[str, bytes]:
    """Add what is made of the finished site, unless it is not wanted, and tell what each file holds then."""
    if not has_offline_copy(config):
        return dict(digests)
    add_offline(staging, digests, name=config.site_name, moment=int(epoch(date)), earlier=earlier)
    return {**digests, **{name: digest_file(staging / name) for name in MADE}}


def _earlier(ground: Ground) -> Earlier | None:
    """The site before, where its archive is whole and all that every page depends on is as it was."""
    known, found = ground.outputs_before.get(ARCHIVE), ground.outputs.get(ARCHIVE)
    if ground.before is None or known is None or found is None or known.digest != found.digest:
        return None
    return Earlier(ground.site, {name: each.digest for name, each in ground.outputs_before.items()})


def _keep(  # noqa: PLR0913, PLR0917 - it gathers what a state holds
    cache: Path,
    date: PartialDate | None,
    made: Made,
    ground: Ground,
    project: tuple[str, ...],
    folders: tuple[str, ...],
    settings: dict[str, FileRecord],
) -> None:
    now = clock(cache)
    site = Path(project[-1])
    outputs = {
        name: FileRecord(each if each.is_settled(now) else UNKNOWN, made.digests[name])
        for name, each in walk(site).items()
        if name in made.digests
    }
    write_state(
        cache,
        Signs(
            schema=SCHEMA,
            build=made.making.build,
            project=project,
            packages=installed(),
            folders=folders,
            settings=settings,
            date=epoch(date),
            sources=ground.sources,
            outputs=outputs,
            pages=len(made.making.pages),
            remarks=made.remarks,
        ),
        made.making,
    )


def _why(signs: Signs | None, ground: Ground) -> str:
    if ground.before is not None:
        return ""
    return "nothing is known of a build before" if signs is None else "settings, theme or packages changed"


def _render_plainly(choices: Choices, reason: str) -> Rendered:
    path = str(choices.config_file)
    with open_notebook() as notebook, mendable(path, "MkDocs cannot build the site", notebook.sorted):
        site = choices.site or Path(begin(choices.config_file, None, notebook).site_dir)
        config = load_settings(choices.config_file, site, notebook)
        notebook.remarks.clear()
        with stage(site) as staging:
            pages = build_plainly(choices.config_file, staging, notebook)
            refuse_if_strict(notebook.sorted(), path, strict=choices.strict)
            files = [name for name in walk(staging) if not name.endswith("/")]
            digests = {name: digest_file(staging / name) for name in files}
            _add_offline(config, staging, digests, choices.date)
    if choices.cache:
        forget(choices.cache)
    return Rendered(str(site), pages, 0, 0, notebook.sorted(), 0, reason)
