"""The command line: arguments in, exit status out.

Exit status: 0 when all went well; 1 when something could not be read, built, or was found wrong; 2 when the
command itself was not understood.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seedbed import __version__
from seedbed.errors import SeedbedError
from seedbed.report.voice import Voice, print_error, print_json, terminal

if TYPE_CHECKING:
    from seedbed.config import Settings
    from seedbed.keep.workers import Workers


class Commands(click.Group):
    """Turns what a user can mend into one line and exit status 1; the rest is a bug and shows a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SeedbedError as error:
            for line in str(error).splitlines():
                print_error(line)
            ctx.exit(1)


def with_project(command: Any) -> Any:
    """Give a command the options that name a project."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The project's mkdocs.yml.",
    )(command)


def with_voice(command: Any) -> Any:
    """Give a command the options that say how much it says, as a `Voice`."""

    @wraps(command)
    def spoken(*, quiet: bool, verbose: bool, as_json: bool, **others: Any) -> None:
        command(voice=Voice(quiet, verbose, as_json), **others)

    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the report as JSON."),
        click.option(
            "-v", "--verbose", is_flag=True, help="Say more: why each seed is what it is, times, every name."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong."),
    ):
        spoken = option(spoken)
    return spoken


def _settings(config_file: Path) -> Settings:
    from seedbed.config import read_settings  # noqa: PLC0415 (--help needs none)

    return read_settings(config_file)


@contextmanager
def _workers(jobs: int | None, cluster: str | None) -> Iterator[Workers]:
    """Who does the work of a build: processes of this machine, or a cluster."""
    from seedbed.keep.workers import Workers  # noqa: PLC0415 (as above)

    if cluster is None:
        yield Workers(jobs)
        return
    from seedbed.keep.cluster import connect  # noqa: PLC0415 (only where it is asked for)

    with connect(cluster) as executor:
        yield Workers(jobs, executor)


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """An address that the curation file takes."""
    if value is None or (
        value.startswith(("https://", "http://")) and value.isprintable() and " " not in value
    ):
        return value
    raise click.BadParameter(f"{value!r} is no address that begins with https:// and has no space.")


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A day, as the curation file writes one."""
    try:
        return None if value is None else dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day such as 2026-01-31.") from None


def _ask_to_overwrite(seed: str) -> bool:
    """Ask whoever sits at the terminal; without one, nothing is overwritten."""
    if not sys.stdin.isatty():
        raise SeedbedError("is there already, and differs. Say --yes to overwrite it.", path=seed)
    return click.confirm(f"{seed} is there already, and differs. Overwrite it?", err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="seedbed")
def main() -> None:
    """Grow a browsable, offline reading room out of plain-text captures.

    Put the captures into seeds/ and run `seedbed build`; then open site/index.html.
    """


@main.command(epilog="Example: seedbed build --verbose")
@with_project
@with_voice
@click.option("--strict", is_flag=True, help="Build nothing if anything cannot be read.")
@click.option(
    "--no-cache", is_flag=True, help="Compute everything anew, and keep nothing for the next build."
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes work.  [default: one a core]")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Let a Dask cluster work: where its scheduler is (tcp://10.0.0.1:8786).",
)
def build(
    config_file: Path,
    voice: Voice,
    strict: bool,
    no_cache: bool,
    jobs: int | None,
    cluster: str | None,
) -> None:
    """Build the site: from seeds/ to site/."""
    from seedbed import pipeline  # noqa: PLC0415 (a command imports what it runs)

    settings = _settings(config_file)
    with _workers(jobs, cluster) as workers, voice.listener() as listener:
        report = pipeline.build(
            settings,
            strict=strict,
            cached=not no_cache,
            workers=workers,
            announce=listener.stage,
            progress=listener.step,
        )
    _report(report, voice)


@main.command(epilog="Example: seedbed grow && mkdocs build")
@with_project
@with_voice
@click.option("--strict", is_flag=True, help="Write nothing if anything cannot be read.")
@click.option(
    "--no-cache", is_flag=True, help="Compute everything anew, and keep nothing for the next build."
)
def grow(config_file: Path, voice: Voice, strict: bool, no_cache: bool) -> None:
    """Write the Markdown pages only: from seeds/ to docs_src/."""
    from seedbed import pipeline  # noqa: PLC0415

    settings = _settings(config_file)
    with voice.listener() as listener:
        report = pipeline.grow(settings, strict=strict, cached=not no_cache, announce=listener.stage)
    _report(report, voice)


@main.command(epilog="Example: seedbed serve --port 8080")
@with_project
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port to serve at.",
)
def serve(config_file: Path, host: str, port: int) -> None:
    """Serve the site, and build it anew whenever something is saved.

    That is a seed, a page in docs_src/ or a setting; open pages show what is new by themselves.
    """
    from seedbed.serving import serve as serve_library  # noqa: PLC0415

    serve_library(_settings(config_file), host, port, announce=lambda text: click.echo(text, err=True))


@main.command(epilog="Example: seedbed check --json")
@with_project
@with_voice
def check(config_file: Path, voice: Voice) -> None:
    """Look for broken links, requests to elsewhere and faulty HTML.

    The finished site is looked at, page by page: links and their anchors, what a page would ask another host
    for, and its HTML.
    """
    from seedbed.check import check_site  # noqa: PLC0415
    from seedbed.report.build import print_findings  # noqa: PLC0415

    settings = _settings(config_file)
    if not settings.site.is_dir():
        raise SeedbedError(
            "there is no site yet. Run `seedbed build` first.", path=settings.shown(settings.site)
        )
    findings = check_site(settings.site)
    if voice.json:
        print_json(findings)
    elif findings:
        print_findings(findings, terminal(err=voice.quiet))
    elif not voice.quiet:
        click.echo("Nothing found.")
    if findings:
        raise SystemExit(1)


@main.command(
    epilog="Example: seedbed add interview.txt --source https://example.org/talk --captured 2026-01-31"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--source", callback=_address, help="The address that FILE was captured from.")
@click.option(
    "--captured",
    callback=_day,
    metavar="DATE",
    help="The day on which it was captured, such as 2026-01-31.",
)
@click.option("-y", "--yes", is_flag=True, help="Overwrite seeds of the same name without asking.")
@with_project
@with_voice
def add(
    files: tuple[Path, ...],
    source: str | None,
    captured: str | None,
    yes: bool,
    config_file: Path,
    voice: Voice,
) -> None:
    """Copy files into seeds/, after showing how they will be read.

    What is given by --source and --captured is noted in seeds/library.yml, where nothing else changes.
    """
    from seedbed.add import Talk  # noqa: PLC0415
    from seedbed.add import add as add_seeds  # noqa: PLC0415
    from seedbed.read.registry import load_readers  # noqa: PLC0415
    from seedbed.report.reading import print_added, print_examined  # noqa: PLC0415

    if source and len(files) > 1:
        raise click.UsageError("--source names where one file is from; add the files one by one.")
    note = {"source": source or "", "captured": captured or ""}
    console = terminal() if not (voice.quiet or voice.json) else None
    talk = Talk(
        show=lambda examined: print_examined(examined, console, verbose=voice.verbose) if console else None,
        may_overwrite=lambda seed: yes or _ask_to_overwrite(seed),
        tell=lambda one: print_added(one, console) if console else None,
    )
    settings = _settings(config_file)
    readers = load_readers(settings.limits.reader_seconds)
    report = add_seeds(settings, files, {key: value for key, value in note.items() if value}, readers, talk)
    if voice.json:
        print_json(report)
    else:
        for fault in report.faults:
            print_error(fault)
    if report.faults:
        raise SystemExit(1)


@main.command(epilog="Example: seedbed inspect seeds/interview.txt")
@click.argument("file", type=click.Path(path_type=Path))
@with_project
@with_voice
def inspect(file: Path, config_file: Path, voice: Voice) -> None:
    """Show how a seed is read, and what of it is not.

    That is its kind and why it is of that kind, and each record with its lines.
    Lines that are in no record are shown as a compiler shows errors, with what was expected there. They are
    nothing wrong: the exit status is 1 only where the file cannot be read at all.
    """
    from seedbed import answers  # noqa: PLC0415
    from seedbed.report.problems import print_problems  # noqa: PLC0415
    from seedbed.report.reading import print_reading  # noqa: PLC0415

    inspection = answers.inspect(file, _settings(config_file) if config_file.is_file() else None)
    if voice.json:
        print_json(inspection)
    else:
        if inspection.reading is not None and not voice.quiet:
            print_reading(inspection.reading, terminal())
        print_problems(inspection.problems, terminal(err=inspection.reading is None), verbose=voice.verbose)
    if inspection.reading is None:
        raise SystemExit(1)


@main.command(epilog="Example: seedbed questions >> seeds/library.yml")
@with_project
def questions(config_file: Path) -> None:
    """Print the open questions, as entries for seeds/library.yml."""
    from seedbed import answers  # noqa: PLC0415
    from seedbed.report.questions import print_questions  # noqa: PLC0415

    print_questions(answers.questions(_settings(config_file)), terminal())


@main.command(epilog="Example: seedbed clean && seedbed build")
@with_project
def clean(config_file: Path) -> None:
    """Remove what builds keep for the next one.

    The next build computes everything anew.
    """
    import shutil  # noqa: PLC0415

    settings = _settings(config_file)
    if settings.cache.is_dir():
        shutil.rmtree(settings.cache)
        click.echo(f"Removed {settings.shown(settings.cache)}.")
    else:
        click.echo(f"There is no {settings.shown(settings.cache)}.")


def _report(report: Any, voice: Voice) -> None:
    from seedbed.report.build import print_build  # noqa: PLC0415 (not needed where nothing is said)

    failed = bool(report.faults or report.findings)
    if voice.json:
        print_json(report)
    elif voice.quiet:
        for fault in report.faults:
            click.echo(fault, err=True)
        for finding in report.findings:
            click.echo(finding, err=True)
    else:
        print_build(report, terminal(), verbose=voice.verbose)
    if failed:
        raise SystemExit(1)
