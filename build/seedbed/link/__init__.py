"""The third stage: what speaks of what in the library. `linking` tells the story."""

from seedbed.link.linking import Heard, Kept, hear, link, link_heard

__all__ = ["Heard", "Kept", "hear", "link", "link_heard"]
