from __future__ import annotations

import re
import socket
import threading
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from seedbed.errors import SeedbedError
from seedbed.render.serve import Drafts, make_server, serve
from tests.serving import get, running, until


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


def epoch(page: str) -> int:
    """The moment for which a page was made, by the script that loads it again."""
    found = re.search(r"livereload\(([0-9]+), ", page)
    assert found
    return int(found[1])


def newest(address: str) -> int:
    """The moment that open pages are told of, those that were made for an earlier one at once."""
    return int(get(f"{address}/livereload/0/1"))


def test_drafts_are_shown_until_the_build_ends(tmp_path: Path) -> None:
    site, seed, said = tmp_path / "site", tmp_path / "seed.txt", list[str]()
    (site / "papers").mkdir(parents=True)
    seed.write_text("saved")
    for name in ("one", "two"):
        (site / f"papers/{name}.html").write_text(f"<body>built {name}</body>")
    building, go_on = threading.Event(), threading.Event()

    def build() -> None:
        building.set()
        assert go_on.wait(20)
        (site / "papers/one.html").write_text("<body>built anew</body>")

    def look() -> Drafts:
        page = b'<meta http-equiv="Content-Security-Policy"><body>draft</body>'
        return {"papers/one.html": lambda: page, "papers/new.html": lambda: page, "papers/two.html": bytes}

    server = make_server(
        site, build, look, host="127.0.0.1", port=0, site_url="https://example.org/sub/", announce=said.append
    )
    server.watch(str(seed))
    with running(server) as host:
        address = f"{host}/sub"
        before = epoch(get(f"{address}/papers/one.html"))
        seed.write_text("saved again")
        assert building.wait(20)
        draft = get(f"{address}/papers/one.html")
        assert "draft" in draft
        assert "Content-Security-Policy" not in draft
        assert "draft" in get(f"{address}//papers/../papers/new.html")
        assert "built two" in get(f"{address}/papers/two.html")  # of which a build alone can tell
        assert before < epoch(draft) == newest(host)
        go_on.set()
        until(lambda: "built anew" in get(f"{address}/papers/one.html"))
        assert epoch(draft) < epoch(get(f"{address}/papers/one.html")) == newest(host)
        with pytest.raises(OSError, match="404"):
            get(f"{address}/papers/new.html")
    assert re.fullmatch(
        rf"First look after \d\.\d s, until the build ends: {server.url}papers/one.html and 2 pages more",
        said[0],
    )


def test_pages_are_served_while_it_builds(tmp_path: Path) -> None:
    site, seed = tmp_path / "site", tmp_path / "seed.txt"
    site.mkdir()
    seed.write_text("saved")
    (site / "index.html").write_text("<body>as it was</body>")
    building, go_on = threading.Event(), threading.Event()

    def build() -> None:
        building.set()
        assert go_on.wait(20)

    server = make_server(site, build, host="127.0.0.1", port=0, site_url="", announce=pytest.fail)
    server.watch(str(seed))
    with running(server) as address:
        before = get(f"{address}/")
        seed.write_text("saved again")
        assert building.wait(20)
        meanwhile = get(f"{address}/")
        assert "as it was" in meanwhile
        assert epoch(before) == epoch(meanwhile) == newest(address)  # nothing new to load
        go_on.set()
        until(lambda: newest(address) > epoch(before))


def test_no_draft_stays_when_a_build_fails(tmp_path: Path) -> None:
    site, seed, said = tmp_path / "site", tmp_path / "seed.txt", list[str]()
    site.mkdir()
    seed.write_text("saved")
    (site / "index.html").write_text("<body>built</body>")

    def build() -> None:
        said.append(get(f"{address}/sub/"))
        raise SeedbedError("this is bad")

    def look() -> Drafts:
        return {"index.html": lambda: b"<body>draft</body>"}

    server = make_server(
        site, build, look, host="127.0.0.1", port=0, site_url="https://example.org/sub/", announce=said.append
    )
    server.watch(str(seed))
    with running(server) as address:
        seed.write_text("saved again")
        until(lambda: "this is bad" in said)
        until(lambda: "built" in get(f"{address}/sub/index.html"))
        with pytest.raises(OSError, match="404"):
            get(f"{address}/index.html")  # nothing is served outside


def test_a_first_look_that_fails_keeps_nobody_from_building(tmp_path: Path) -> None:
    seed, said = tmp_path / "seed.txt", list[str]()
    seed.write_text("saved")
    (tmp_path / "index.html").write_text("<body>built</body>")

    def look() -> Drafts:
        raise OSError(28, "No space left on device")

    server = make_server(
        tmp_path,
        lambda: said.append("building"),
        look,
        host="127.0.0.1",
        port=0,
        site_url="",
        announce=said.append,
    )
    server.watch(str(seed))
    with running(server) as address:
        seed.write_text("saved again")
        until(lambda: "building" in said)
        assert "built" in get(f"{address}/")
    assert said[0].startswith("There is no first look (OSError: ")
