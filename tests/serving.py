"""A server that runs while a test asks it."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs.livereload import LiveReloadServer


@contextmanager
def running(server: LiveReloadServer) -> Iterator[str]:
    """The address of a server that serves, and stops at the end."""
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        until(server.serve_thread.is_alive)
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown(wait=True)
        thread.join(10)
    assert not thread.is_alive()


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that other threads bring about."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def get(url: str) -> str:
    """What is served at an address."""
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - of the server that the test started
        return str(answer.read(), "utf-8")
