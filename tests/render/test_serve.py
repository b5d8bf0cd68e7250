from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from seedbed.errors import SeedbedError
from seedbed.render.serve import make_server, serve


@contextmanager
def running(server: LiveReloadServer) -> Iterator[str]:
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
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - of the server that the test started
        return str(answer.read(), "utf-8")


def test_a_saved_file_is_built_and_served(tmp_path: Path) -> None:
    seed, site = tmp_path / "seed.txt", tmp_path / "site"
    site.mkdir()
    seed.write_text("one")

    def build() -> None:
        (site / "index.html").write_text(f"<body>{seed.read_text()}</body>")

    build()
    server = make_server(site, build, host="127.0.0.1", port=0, site_url="", announce=pytest.fail)
    server.watch(str(seed))
    with running(server) as address:
        assert "one" in get(f"{address}/")
        seed.write_text("another")
        until(lambda: "another" in get(f"{address}/"))


def test_an_error_is_announced_and_the_last_good_site_served_on(tmp_path: Path) -> None:
    seed, site, said = tmp_path / "seed.txt", tmp_path / "site", list[str]()
    site.mkdir()
    seed.write_text("good")

    def build() -> None:
        text = seed.read_text()
        if text == "bad":
            raise SeedbedError("this is bad", path="seed.txt", line=1)
        (site / "index.html").write_text(f"<body>{text}</body>")

    build()
    server = make_server(site, build, host="127.0.0.1", port=0, site_url="", announce=said.append)
    server.watch(str(seed))
    with running(server) as address:
        seed.write_text("bad")
        until(lambda: bool(said))
        assert said == ["seed.txt:1: this is bad"]
        assert "good" in get(f"{address}/")
        seed.write_text("mended")
        until(lambda: "mended" in get(f"{address}/"))


@pytest.mark.parametrize("host", ["127.0.0.1", "256.0.0.1", ".."])
def test_an_address_that_cannot_be_served_at_is_an_error_with_a_remedy(tmp_path: Path, host: str) -> None:
    site, said = tmp_path / "site", list[str]()
    site.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        with pytest.raises(SeedbedError, match="--port" if host == "127.0.0.1" else "--host"):
            serve(site, lambda: None, watched=[], host=host, port=port, announce=said.append)
    assert said == []


def test_it_says_where_it_serves_once_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: LiveReloadServer) -> None:
        raise KeyboardInterrupt

    said: list[str] = []
    monkeypatch.setattr(LiveReloadServer, "_build_loop", stopped)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    serve(tmp_path, lambda: None, watched=[], port=port, announce=said.append)
    assert said == [f"Serving {tmp_path} at http://127.0.0.1:{port}/ (stop with Ctrl+C)", "Stopped."]


def test_a_policy_that_would_forbid_reloading_is_left_out(tmp_path: Path) -> None:
    page = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><body>page</body>'
    (tmp_path / "index.html").write_text(page)
    server = make_server(tmp_path, list, host="127.0.0.1", port=0, site_url="", announce=pytest.fail)
    server.watch(str(tmp_path))
    with running(server) as address:
        served = get(f"{address}/")
    assert "Content-Security-Policy" not in served
    assert "livereload" in served
