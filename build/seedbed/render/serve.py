"""Serving a site while it is worked on: what is saved is built, and open pages show it.

Where a build takes long, pages of what was saved can be shown before it ends: in place of those of the site,
and from memory. MkDocs 1.6 lets requests wait while it builds, as it builds in place; here a site stays whole
until the next one is, so nobody waits.
"""

from __future__ import annotations

import errno
import logging
import posixpath
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer

from seedbed.errors import SeedbedError

Drafts = Mapping[str, Callable[[], bytes]]
"""What makes each of some pages, by its path below the site; empty bytes where that cannot be told yet."""

# Seconds between two looks at the watched files. MkDocs' server polls, which works on every file system.
INTERVAL = 0.2

# The beginning of a page's policy, and as many bytes that mean nothing: a page's length has been said before.
_POLICY = b'<meta http-equiv="Content-Security-Policy"'
_LEFT_OUT = b'<meta data-policy="off while it is served"'


def serve(  # noqa: PLR0913 - each is a choice of the user's
    site: Path,
    build: Callable[[], object],
    *,
    look: Callable[[], Drafts] = dict,
    watched: Iterable[Path],
    shallow: Iterable[Path] = (),
    host: str = "127.0.0.1",
    port: int = 8000,
    site_url: str = "",
    announce: Callable[[str], None],
) -> None:
    """Build, serve `site` until interrupted, and build again whenever a watched file is saved.

    An error that a user can mend is announced, and the last good site is served on.

    Args:
        site: The folder that `build` builds.
        build: Builds the site; called at once, and then after each change.
        look: Called after each change, before it is built; gives pages to show until it is.
        watched: Files, and folders with all that is below them.
        shallow: Folders whose own files are watched, and not what is in folders below them.
        host: The address to serve at.
        port: The port to serve at.
        site_url: Where the site is published; its path is the one that it is served under.
        announce: Told where the site is served, and what went wrong.

    Raises:
        SeedbedError: Nothing can be served at that address, as where something else is.
    """
    server = make_server(site, build, look, host=host, port=port, site_url=site_url, announce=announce)
    for path in watched:
        if path.exists():
            server.watch(str(path))
    for path in shallow:
        if path.is_dir():
            server.watch(str(path), recursive=False)
    server.builder()
    server.begun = lambda: announce(f"Serving {site} at {server.url} (stop with Ctrl+C)")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        announce("Stopped.")
    except (OSError, UnicodeError) as error:
        raise SeedbedError(
            f"cannot serve at {host}:{port} ({_why(error)}); name another with {_option(error)}"
        ) from error
    finally:
        server.shutdown()


class Server(LiveReloadServer):
    """MkDocs' server, which tells once it serves: until then, another may have the address.

    It answers while the site is built, too: MkDocs 1.6.1 lets requests wait until the moment when the site
    that is there began to be built (`_visible_epoch`) is that of the last change (`_wanted_epoch`), both in
    milliseconds of a clock, and has open pages load again where they were made for an earlier one.

    Attributes:
        begun: Called once it serves.
        drafts: Pages that are shown in place of the site's.
    """

    begun: Callable[[], None] | None = None
    drafts: Drafts = MappingProxyType({})

    def server_activate(self) -> None:
        """Begin to serve, at the address that was bound."""
        super().server_activate()
        if self.begun is not None:
            self.begun()

    def show(self, drafts: Drafts) -> None:
        """Let nobody wait for the build that begins, and open pages show these drafts, if there are any."""
        with self._epoch_cond:
            self.drafts = drafts
            self._wanted_epoch = _now() if drafts else self._visible_epoch
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def show_site(self) -> None:
        """Let open pages show the site as it is now."""
        with self._epoch_cond:
            self.drafts = MappingProxyType({})
            self._visible_epoch = self._wanted_epoch = _now()
            self._epoch_cond.notify_all()

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a draft, or as MkDocs does."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        with self._epoch_cond:
            drafts, epoch = self.drafts, self._visible_epoch
        below = posixpath.normpath(f"/{path.removeprefix(self.mount_path)}").lstrip("/")
        make = drafts.get(below) if path.startswith(self.mount_path) and not path.endswith("/") else None
        html = make() if make else b""
        if not html:
            return super().serve_request(environ, start_response)
        html = self._inject_js_into_html(html, epoch)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(html)))])
        return [html]


def _now() -> int:
    """Now, as MkDocs' server counts time."""
    return round(time.monotonic() * 1000)


def _why(error: OSError | UnicodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "this is no name of a host"


def _option(error: OSError | UnicodeError) -> str:
    """What is to be named otherwise: a host that nobody knows or that is not this machine, or a port."""
    if not isinstance(error, OSError) or isinstance(error, socket.gaierror):
        return "--host"
    return "--host" if error.errno == errno.EADDRNOTAVAIL else "--port"


def make_server(  # noqa: PLR0913 - as serve
    site: Path,
    build: Callable[[], object],
    look: Callable[[], Drafts] = dict,
    *,
    host: str,
    port: int,
    site_url: str,
    announce: Callable[[str], None],
) -> Server:
    """A server of `site` that lives through errors in what it builds; it watches nothing yet."""

    def build_or_say() -> None:
        server.show({})
        try:
            show_first(time.monotonic())
            build()
        except SeedbedError as error:
            announce(str(error))
        finally:
            server.show_site()

    def show_first(start: float) -> None:
        try:
            drafts = look()
        except Exception as error:  # noqa: BLE001 (whatever it is, the build goes on without)
            announce(f"There is no first look ({type(error).__name__}: {error}).")
            return
        if drafts:
            server.show(drafts)
            announce(_shown_ahead(list(drafts), server.url, time.monotonic() - start))

    def error_page(code: int) -> bytes | None:
        page = site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    _hush()
    mount = urlsplit(site_url).path or "/"
    server = Server(build_or_say, host, port, root=str(site), mount_path=mount, polling_interval=INTERVAL)
    server.error_handler = error_page
    server.set_app(_without_policy(server.serve_request))
    return server


def _shown_ahead(pages: list[str], url: str, seconds: float) -> str:
    others = {0: "", 1: " and 1 page more"}.get(len(pages) - 1, f" and {len(pages) - 1:,} pages more")
    return f"First look after {seconds:.1f} s, until the build ends: {url}{pages[0]}{others}"


def _without_policy(app: WSGIApplication) -> WSGIApplication:
    """Serve pages without their security policy: it forbids the script that MkDocs adds to reload them."""

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
        blocks = app(environ, start_response)
        try:
            for block in blocks:
                yield block.replace(_POLICY, _LEFT_OUT)
        finally:
            if isinstance(blocks, FileWrapper):
                blocks.close()

    return served


def _hush() -> None:
    """Keep the server's log of its requests from the terminal."""
    log = logging.getLogger("mkdocs.livereload")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
