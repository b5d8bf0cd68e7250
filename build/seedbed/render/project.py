"""One build of a project of which something changed, or of which nothing is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from seedbed.keep.beside import beside
from seedbed.keep.stamps import UNKNOWN, FileRecord, Stamp, clock, digest_file, digest_open_file, record, walk
from seedbed.keep.workers import Progress, Workers
from seedbed.model.date import PartialDate
from seedbed.render.archive import LONG, Packed
from seedbed.render.environment import environment, epoch
from seedbed.render.faults import mendable, refuse_if_strict
from seedbed.render.incremental import Ground, Made, make_site
from seedbed.render.mkdocs import build_plainly
from seedbed.render.offline import ARCHIVE, MADE, Earlier, add_offline, pack_ahead
from seedbed.render.order import begin
from seedbed.render.ready import Ready, get_ready
from seedbed.render.remarks import open_notebook
from seedbed.render.result import Finished, Rendered
from seedbed.render.settings import has_offline_copy, load_settings
from seedbed.render.staging import stage
from seedbed.render.state import SCHEMA, Signs, forget, write_state
from seedbed.render.surroundings import fingerprint, installed
from seedbed.render.unfit import UnfitError

# Hashing so many bytes takes longer than to start a process for it.
LARGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for; see `seedbed.render.build.render`."""

    config_file: Path
    site: Path | None
    strict: bool
    cache: Path | None
    workers: Workers
    date: PartialDate | None
    progress: Progress
    finished: Finished


def render_project(choices: Choices, signs: Signs | None, ready: Ready | None) -> Rendered:
    """Render what changed since the build that left `signs`; everything, where there was none.

    Args:
        choices: What the user asked for.
        signs: Those of the build before.
        ready: What was made ready of that, where anything was.

    Raises:
        RenderError: As `seedbed.render.build.render`.
    """
    with environment(choices.date):
        try:
            ready = ready or get_ready(choices.config_file, choices.site, choices.cache, signs)
            return _render_pages(choices, ready)
        except UnfitError as reason:
            return _render_plainly(choices, str(reason))


def _render_pages(choices: Choices, ready: Ready) -> Rendered:
    path = str(choices.config_file)
    config = ready.config
    with open_notebook() as notebook, mendable(path, "MkDocs cannot build the site", notebook.sorted):
        notebook.remarks.extend(ready.remarks)
        ground = _survey(choices, ready)
        with ExitStack() as meanwhile:
            with stage(ground.site) as staging, _compressing(choices, config, ground) as compressed:
                config.site_dir = str(staging)
                made = make_site(
                    config,
                    ready.env,
                    ground,
                    staging,
                    notebook,
                    workers=choices.workers,
                    progress=choices.progress,
                )
                refuse_if_strict(made.remarks, path, strict=choices.strict)
                choices.finished(staging, _expected(config, made.digests), made.rendered)
                digests = _add_offline(
                    config, staging, made.digests, choices.date, ahead=compressed(), earlier=_earlier(ground)
                )
                archive = meanwhile.enter_context(_hashing(staging / ARCHIVE))
            made = replace(made, digests=digests | archive())
    if choices.cache:
        _keep(choices.cache, choices.date, made, ground, ready)
    kept = len(made.making.pages) - made.rendered
    why = _why(ready.signs, ground)
    return Rendered(
        str(ground.site),
        rendered=made.rendered,
        kept=kept,
        removed=made.removed,
        remarks=made.remarks,
        why=why,
    )


def _survey(choices: Choices, ready: Ready) -> Ground:
    """See what there is, and what is known of it."""
    docs = Path(ready.config.docs_dir)
    known = ready.known
    surroundings = fingerprint(ready.settings, epoch(choices.date))
    holds = ready.making is not None and ready.making.surroundings == surroundings
    now = clock(choices.cache) if choices.cache else 0
    return Ground(
        config_file=choices.config_file,
        site=Path(ready.config.site_dir),
        date=choices.date,
        surroundings=surroundings,
        sources=record(docs, walk(docs), ready.sources, now),
        sources_before=known.sources if known else {},
        outputs=ready.outputs if holds else {},
        outputs_before=known.outputs if known else {},
        before=ready.making if holds else None,
    )


@contextmanager
def _compressing(
    choices: Choices, config: MkDocsConfig, ground: Ground
) -> Iterator[Callable[[], dict[bytes, Packed]]]:
    """Compress large files for the archive while the pages are made; then give what became of them."""
    docs = Path(config.docs_dir)
    changed = (
        path
        for path, each in ground.sources.items()
        if not path.endswith((".md", ".html"))
        and (path not in ground.sources_before or ground.sources_before[path].digest != each.digest)
    )
    large = [path for path in changed if (docs / path).stat().st_size >= LONG]
    if not large or not has_offline_copy(config):
        yield dict
        return
    with beside(lambda _: pack_ahead(docs, large, choices.cache)) as compressed:
        yield compressed


def _add_offline(  # noqa: PLR0913 - the site, and what is known of it
    config: MkDocsConfig,
    staging: Path,
    digests: Mapping[str, bytes],
    date: PartialDate | None,
    *,
    ahead: Mapping[bytes, Packed] | None = None,
    earlier: Earlier | None = None,
) -> dict[str, bytes]:
    """Add what is made of the finished site, unless it is not wanted.

    Returns:
        What each file holds then, but for the archive.
    """
    if not has_offline_copy(config):
        return dict(digests)
    moment = int(epoch(date))
    add_offline(staging, digests, name=config.site_name, moment=moment, ahead=ahead, earlier=earlier)
    return {**digests, **{name: digest_file(staging / name) for name in MADE if name != ARCHIVE}}


def _expected(config: MkDocsConfig, digests: Mapping[str, bytes]) -> dict[str, bytes]:
    """What each file of the site holds, with those that are yet to come."""
    return {**digests, **dict.fromkeys(MADE if has_offline_copy(config) else (), b"")}


@contextmanager
def _hashing(archive: Path) -> Iterator[Callable[[], dict[str, bytes]]]:
    """Hash the archive, if there is one; a large one while the old site is removed and this one moves."""
    if not archive.is_file():
        yield dict
        return
    if archive.stat().st_size < LARGEST:
        known = {ARCHIVE: digest_file(archive)}
        yield lambda: known
        return
    with archive.open("rb", buffering=0) as file, beside(lambda _: digest_open_file(file)) as hashed:
        yield lambda: {ARCHIVE: hashed()}


def _earlier(ground: Ground) -> Earlier | None:
    """The site before, where its archive is whole and all that every page depends on is as it was."""
    known, found = ground.outputs_before.get(ARCHIVE), ground.outputs.get(ARCHIVE)
    if ground.before is None or known is None or found is None or known.digest != found.digest:
        return None
    return Earlier(ground.site, ground.outputs_before)


def _keep(cache: Path, date: PartialDate | None, made: Made, ground: Ground, ready: Ready) -> None:
    now = clock(cache)
    outputs = {
        name: FileRecord(_trusted(each, ground.outputs.get(name), now), made.digests[name])
        for name, each in walk(ground.site).items()
        if name in made.digests
    }
    write_state(
        cache,
        Signs(
            schema=SCHEMA,
            build=made.making.build,
            project=ready.project,
            packages=installed(),
            folders=ready.folders,
            settings=ready.settings,
            date=epoch(date),
            sources=ground.sources,
            outputs=outputs,
            pages=len(made.making.pages),
            remarks=made.remarks,
        ),
        made.making,
    )


def _trusted(seen: Stamp, before: FileRecord | None, now: int) -> Stamp:
    """The stamp of a file of the site, unless an edit may hide behind it.

    Of a file that was kept, nothing but the links to it has changed since it was looked at.
    """
    edited = before is not None and (
        before.stamp == UNKNOWN or (before.stamp.inode == seen.inode and before.stamp[:2] != seen[:2])
    )
    return seen if seen.is_settled(now) and not edited else UNKNOWN


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
            choices.finished(staging, _expected(config, digests), pages)
            _add_offline(config, staging, digests, choices.date)
    if choices.cache:
        forget(choices.cache)
    return Rendered(str(site), rendered=pages, remarks=notebook.sorted(), why=reason)
