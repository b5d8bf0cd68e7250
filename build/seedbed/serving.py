"""Building a library and serving it while somebody works on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from threading import Thread
from typing import TYPE_CHECKING

import msgspec

from seedbed.config import Settings, read_settings
from seedbed.errors import SeedbedError
from seedbed.growing import Announce, gains_by_forking
from seedbed.keep.processes import can_fork
from seedbed.model.report import BuildReport
from seedbed.pipeline import build
from seedbed.render.serve import Drafts
from seedbed.render.serve import serve as serve_site

if TYPE_CHECKING:
    from seedbed.first_look import Looking


def serve(settings: Settings, host: str, port: int, *, announce: Announce) -> None:
    """Build and serve the site until interrupted; build it again whenever what it is made of is saved.

    A setting that is saved counts in the next build; what is watched and served stays the same. Where a build
    takes long, a first look at a seed that is saved is served until it ends.

    Raises:
        SeedbedError: Something else serves at that address.
    """
    looks = FirstLooks()
    environment = dict(os.environ)  # which threads change for as long as they render

    def build_and_say() -> None:
        looks.forget()
        now = read_settings(settings.config_file)
        # While a site is served, threads run: nothing can be forked from this process any more.
        apart = gains_by_forking(now) and not can_fork()
        report = build_apart(now, environment) if apart else build(now)
        for line in (*report.faults, *report.warnings, *map(str, report.findings)):
            announce(line)
        seconds = sum(seconds for _, seconds in report.seconds)
        announce(f"Built in {seconds:.1f} s: {report.pages.rendered} pages rendered")
        if gains_by_forking(now):
            looks.get_ready(now)

    serve_site(
        settings.site,
        build_and_say,
        look=looks.take,
        watched=(settings.seeds, settings.config_file),
        shallow=(settings.docs,),
        host=host,
        port=port,
        site_url=settings.site_url,
        announce=announce,
    )


class FirstLooks:
    """What can be shown of saved seeds before a build ends; it gets ready while nobody waits."""

    def __init__(self) -> None:
        """Begin with nothing ready, and so with nothing to show."""
        self._looking: Looking | None = None
        self._getting_ready: Thread | None = None

    def forget(self) -> None:
        """Have nothing ready: the site is about to be another."""
        self._looking = self._getting_ready = None

    def get_ready(self, settings: Settings) -> None:
        """Get ready for seeds that are saved from now on, beside whatever else goes on."""
        self._getting_ready = Thread(target=self._get_ready, args=(settings,), daemon=True)
        self._getting_ready.start()

    def _get_ready(self, settings: Settings) -> None:
        from seedbed.first_look import get_ready  # noqa: PLC0415 (it imports most stages)

        self._looking = get_ready(settings)

    def take(self) -> Drafts:
        """The pages of seeds that were saved since the last build, as far as they can be told without one."""
        if self._getting_ready is None:
            return {}
        self._getting_ready.join()
        return self._looking.take() if self._looking else {}


def build_apart(settings: Settings, environment: Mapping[str, str] | None = None) -> BuildReport:
    """Build by the command, in a process that can be forked, and with which its memory goes.

    Args:
        settings: Of the project.
        environment: The variables under which to build; None takes those of this process.

    Raises:
        SeedbedError: As for `seedbed.pipeline.build`.
    """
    command = (sys.executable, "-m", "seedbed", "build", "--json", "-f", str(settings.config_file))
    done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 (ourselves)
    if not done.stdout:
        said = done.stderr.decode(errors="replace").splitlines()
        stopped = f"the build was stopped (exit status {done.returncode}). Save again to build again."
        raise SeedbedError("\n".join(line.removeprefix("error: ") for line in said) or stopped)
    return msgspec.json.decode(done.stdout, type=BuildReport)
