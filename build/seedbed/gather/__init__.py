"""Gathering: which files of `seeds/` are captures, and the text that they hold, made safe to show."""

from seedbed.gather.capture import Capture, read_content, seed_of
from seedbed.gather.folder import gather, place_in, seed_paths, showable, why_no_seed

__all__ = [
    "Capture",
    "gather",
    "place_in",
    "read_content",
    "seed_of",
    "seed_paths",
    "showable",
    "why_no_seed",
]
