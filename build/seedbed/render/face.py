"""What a page shows of other pages: of those in the navigation, what is noted; of all of them, nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

from mkdocs.structure.files import File

from seedbed.render.unfit import UnfitError


class Face(dict[str, Any]):
    """The front matter of a page in the navigation, as other pages see it; notes what they look at.

    Templates reach the keys of a dictionary like attributes, so it has no others that they could meet.
    """

    __slots__ = ("_noted",)

    def __init__(self, meta: Mapping[str, Any], noted: set[str]) -> None:
        super().__init__(meta)
        self._noted = noted

    def __getitem__(self, key: str) -> Any:
        self._noted.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._noted.add(str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """As of any dictionary, and noted."""
        self._noted.add(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        raise UnfitError("a template goes through the front matter of another page")

    def items(self) -> NoReturn:
        """Refuse to show what cannot be noted key by key."""
        raise UnfitError("a template goes through the front matter of another page")

    keys = values = items


class EveryPage(Sequence[File]):
    """Stands for all pages in a template's context; a template that looks at them needs them all made."""

    def __getitem__(self, index: int | slice) -> NoReturn:
        raise UnfitError("a template looks at all pages")

    def __len__(self) -> int:
        raise UnfitError("a template counts all pages")
