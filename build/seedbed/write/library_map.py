"""The page with the map of the library."""

from __future__ import annotations

from seedbed.model.list_page import MapPage
from seedbed.model.page import Page
from seedbed.model.picture import LibraryMap
from seedbed.model.shown import Ref

MAP = Ref("Map", "map/index")
"""The page of the map."""


def map_page(drawn: LibraryMap) -> Page:
    """The page, for the map that stands on it."""
    return Page(
        path=f"{MAP.address}.md",
        title="Map",
        description="The library at one glance: papers on the ground of their topics, people between them.",
        kind="map",
        value=MapPage("Map", drawn),
        parent=Ref("Home", "index"),
        listed=False,
    )
