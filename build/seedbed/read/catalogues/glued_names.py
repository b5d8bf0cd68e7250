"""Names that a copied page has without what stood between them: "A. LeeB. EkC. Roe", "Ann LeeAnn Lee"."""

from __future__ import annotations

import re
from itertools import pairwise

_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_LEFT_OUT = re.compile(r" ?(\+ ?\d{1,4} authors) ?")
_MAY_GO_ON = re.compile(
    r"(?:^|[\s'’-])(?:Mc|Mac|Fitz|Al|Ben|Da|De|Del|Della|Der|Des|Di|Do|Dos|Du|El|La|Las|Le|Les|Lo|Los|Mak"
    r"|San|St|Te|Ten|Ter|Van|Vanden|Vander|Von)$"
)
"""How what stands before a capital inside a name ends: "McKay", "DeWitt", "VanRoe"."""


def without_repetition(text: str) -> str:
    """A name that stands there twice, once: "Ann LeeAnn Lee", as where its picture has it, too."""
    half = len(text) // 2
    return text[:half] if half and text[:half] == text[half:] else text


def parted_names(text: str) -> str | None:
    """The names, with commas where one runs into the next; None where it is not sure where they part.

    Where commas part some of them, they part all.
    """
    if "," in text:
        return text
    parts = [_parted(part) for part in _LEFT_OUT.split(text) if part]
    return None if None in parts else ", ".join(filter(None, parts))


def _parted(text: str) -> str | None:
    """The same where no count of those left out stands between names.

    A capital right behind a small letter begins a name surely where it is an initial, or a word with another
    one behind it, and nothing that may go on stands before that ("McKay").
    """
    joints = [at for at in range(1, len(text)) if text[at - 1].islower() and text[at].isupper()]
    parted = ""
    for start, end in pairwise((0, *joints, len(text))):
        piece = text[start:end]
        several, may_go_on = " " in piece, _MAY_GO_ON.search(parted) is not None
        if not parted or (may_go_on and not several):
            parted += piece
        elif _INITIAL.match(piece) or (several and not may_go_on):
            parted += f", {piece}"
        else:
            return None
    return parted
