"""The site as a host serves it: every address that a page leads to is answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from seedbed.check import check_site

pytestmark = pytest.mark.integration


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(real_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_every_address_of_the_site_is_answered(host: str, real_site: Path) -> None:
    wanted: dict[str, set[str]] = {}
    anchors: dict[str, set[str]] = {}
    for page in sorted(real_site.rglob("*.html")):
        at = urljoin(host, page.relative_to(real_site).as_posix())
        tree = LexborHTMLParser(page.read_text("utf-8"))
        anchors[at] = {node.attributes["id"] or "" for node in tree.css("[id]")}
        for node in tree.css("[href], [src]"):
            address, fragment = urldefrag(
                urljoin(at, node.attributes.get("href") or node.attributes.get("src") or "")
            )
            if address.startswith(host):
                wanted.setdefault(address, set()).add(fragment)

    connection = HTTPConnection(urlsplit(host).netloc)
    answers = {address: status(connection, address) for address in sorted(wanted)}
    connection.close()
    assert len(answers) > 100
    assert {address: answer for address, answer in answers.items() if answer != 200} == {}
    pages = {address: host + "index.html" if address == host else address for address in wanted}
    lost = [
        f"{address}#{fragment}"
        for address, fragments in wanted.items()
        for fragment in fragments - {""}
        if fragment not in anchors.get(pages[address], set())
    ]
    assert lost == []


def status(connection: HTTPConnection, address: str) -> int:
    connection.request("HEAD", urlsplit(address).path)
    response = connection.getresponse()
    response.read()
    return response.status


def test_every_link_resolves_from_a_folder(real_site: Path) -> None:
    assert check_site(real_site) == ()
