"""Short lines of a list that say where a work appeared, or what it won: "ICML 2025 (Spotlight)"."""

from __future__ import annotations

import re

APPEARED = re.compile(
    r"(?:accepted|presented|published|to appear|forthcoming|(?:winner|recipient) of|best paper"
    r"|(?:oral|spotlight|poster)(?: presentation)?)(?: (?:at|in|by|to|award)\b|[:,]| \()",
    re.IGNORECASE,
)
"""How a line begins that says where the work above appeared, or what it won."""
WHERE_SHOWN = re.compile(
    r"(?:[\w&’'-]+ ){0,6}(?:[@|] ?)?(?:[\w&’'-]+ ){0,3}[A-Z][\w’'-]*[A-Z][\w-]*,? ?(?:(?:19|20)\d\d|[’']\d\d)"
    r"(?i:[ ,:–—-]*\(?(?:spotlight|oral|poster|findings|workshops?|main|track|best|demo)\b.{0,40})?"
    r"|(?i:(?:arxiv )?preprint|working paper|under review|in submission)"
    r"|(?i:to appear|accepted|published|presented|spotlight|oral|poster) (?i:at|in|by|presentation)\b.{0,60}"
)
"""Where a work appeared, as a line says: "ICML 2025 (Spotlight)", "A Workshop @ NeurIPS 2024", "Preprint"."""


def says_where_shown(text: str) -> bool:
    """Whether a line is where a work appeared, and nothing else."""
    return WHERE_SHOWN.fullmatch(text) is not None or APPEARED.match(text) is not None
