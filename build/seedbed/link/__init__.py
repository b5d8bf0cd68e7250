"""The third stage: what speaks of what in the library. `linking` tells the story."""

from seedbed.link.linking import Kept, Linked, link, relink

__all__ = ["Kept", "Linked", "link", "relink"]
