"""Pictures that pages show: places and sizes are in units of the picture's own view box."""

from __future__ import annotations

from typing import Literal

import msgspec


class Strip(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row of a picture of many: a name, what it leads to, and its bars or dots.

    Attributes:
        address: The page of ours that the name leads to; nothing where there is none.
        count: How much the row holds in all ("14 papers").
        path: SVG path data.
        details: The same in words, part by part ("2026: 3").
    """

    label: str
    address: str
    count: str
    path: str
    details: tuple[str, ...] = ()


class Strips(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Rows above each other over the same columns, stretched to the width that there is.

    Attributes:
        shape: How the paths are drawn: as areas, or as round dots.
        width: Of every row; a column is one unit wide.
        ends: What the first and the last column stand for.
        caption: What the picture shows, and what it leaves out.
    """

    shape: Literal["bars", "dots"]
    width: int
    height: int
    rows: tuple[Strip, ...]
    ends: tuple[str, str]
    caption: str


class Knot(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name in a picture of arcs.

    Attributes:
        label: As much of the name as there is room for; `name` is the whole.
        path: Every arc that ends here, as SVG path data, to be lit with the name.
    """

    label: str
    name: str
    address: str
    y: int
    path: str


class Bow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An arc between two names; `strength` is from 1, the thinnest, to 4."""

    path: str
    strength: int
    label: str


class Pair(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What an arc says, in words: two names with their pages, and what they have in common."""

    names: tuple[str, str]
    addresses: tuple[str, str]
    count: str


class Arcs(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Names below each other, joined by arcs.

    Attributes:
        spine: The x of the line on which the arcs stand; names end before it.
        pairs: The text equivalent, the strongest first.
    """

    width: int
    height: int
    spine: int
    knots: tuple[Knot, ...]
    bows: tuple[Bow, ...]
    pairs: tuple[Pair, ...]
    title: str
    caption: str


class Dot(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A paper on the map."""

    title: str
    address: str
    x: int
    y: int


class Ground(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A topic on the map, with the papers that stand on it.

    Attributes:
        label: As much of the name as there is room for; `name` is the whole.
        x: Of the disc's middle, above which the label stands.
    """

    label: str
    name: str
    address: str
    x: int
    y: int
    radius: int
    dots: tuple[Dot, ...]


class Figure(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person on the map.

    Attributes:
        x: Of the ring before the name.
        ties: From the ring to each of the person's papers, as SVG path data.
        papers: How many of the papers on the map are theirs.
    """

    label: str
    name: str
    address: str
    x: int
    y: int
    ties: str
    papers: str


class LibraryMap(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Papers on the ground of their topics, the largest in the middle, and people between their papers.

    Attributes:
        view_box: What of the plane the picture shows: left, top, width and height.
        still: All dots as one path, for a small picture without links.
    """

    view_box: tuple[int, int, int, int]
    grounds: tuple[Ground, ...]
    people: tuple[Figure, ...]
    still: str
    caption: str
