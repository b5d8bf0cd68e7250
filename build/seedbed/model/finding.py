"""What a check of the finished site found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault of one page.

    Attributes:
        page: Its path below `site/`.
        check: Which check found it.
        message: What was found and what was expected, in one line.
    """

    page: str
    check: Literal["links", "anchors", "html", "requests"]
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message} ({self.check})"
