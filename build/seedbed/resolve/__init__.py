"""The second stage: what all the seeds state, put together into one library.

`resolve` tells the story. Works come first, since a person is known by the works that they share; then the
people, then the conversations and lists, which speak of both.
"""

from __future__ import annotations

from seedbed.resolve.resolve import resolve

__all__ = ["resolve"]
