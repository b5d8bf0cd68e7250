from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.sites import faults, faults_of_files, page


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://example.org/a.js"></script>',
        '<img alt="" src="//example.org/a.png">',
        '<img alt="" srcset="https://example.org/a.png 2x">',
        '<iframe src="http://example.org/"></iframe>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="preconnect" href="https://example.org">',
        '<link rel="shortcut icon" href="https://example.org/i.png">',
        '<style>@import "https://example.org/a.css";</style>',
        "<style>@font-face{src:url(https://example.org/a.woff2)}</style>",
        "<p style=\"background:url('https://example.org/a.png')\"></p>",
        '<meta http-equiv="refresh" content="0;url=https://example.org/">',
        '<video src="https://example.org/a.webm"></video>',
        '<svg><image href="https://example.org/a.png"></image></svg>',
    ],
)
def test_what_asks_another_host_is_found(tmp_path: Path, element: str) -> None:
    found = faults(tmp_path, index=page(element))
    assert [each[1] for each in found] == ["requests"]
    assert "example.org" in found[0][2]


@pytest.mark.parametrize(
    "element",
    [
        '<a href="https://example.org/">x</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<meta property="og:image" content="https://example.org/a.png">',
        '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<img alt="" srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x, index.html 2x">',
        "<style>/* url(https://example.org/) */ p{background:url(data:,x)}</style>",
        "<p>url(https://example.org/)</p>",
    ],
)
def test_what_only_names_another_host_is_none(tmp_path: Path, element: str) -> None:
    assert faults(tmp_path, index=page(element)) == []


def test_stylesheets_are_read_too(tmp_path: Path) -> None:
    css = 'p{src:url("../img/here.png?v=1")} q{src:url(gone.png)} @import url(//example.org/x.css);'
    found = faults_of_files(tmp_path, {"index.html": page(), "css/a.css": css, "img/here.png": ""})
    assert [(each[0], each[1]) for each in found] == [("css/a.css", "links"), ("css/a.css", "requests")]
