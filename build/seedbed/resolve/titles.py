"""The title that a work is shown with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seedbed.model.curation import Correction
from seedbed.model.library import Stated
from seedbed.model.source import Claim
from seedbed.resolve.choose import TITLE, choose
from seedbed.resolve.listings import Listing
from seedbed.resolve.rulings import correction_of, said_in
from seedbed.resolve.same_works import first_words
from seedbed.text.titles import title_key

UNTITLED = "No source states a title; these are the first words of the abstract."
NAMELESS = "Untitled"


def choose_title(listings: Sequence[Listing], corrections: Iterable[Correction], path: str) -> Stated[str]:
    """The title of a work: the maintainer's; else the one that most places state; else its first words.

    Raises:
        SeedbedError: The maintainer corrects it in two ways.
    """
    claims = [listing.record.title for listing in listings if listing.record.title is not None]
    inferred = ""
    if not claims:
        claims, inferred = [_first_words(listings)], UNTITLED
    corrected = correction_of("title", corrections, path)
    if corrected is None and len(claims) == 1:
        return Stated(claims[0].value, (claims[0],), inferred=inferred)
    chosen = choose(claims, title_key, TITLE, str)
    if corrected is not None:
        return Stated(corrected.values[0], chosen.claims, "works: title", said_in(path, corrected.line))
    return Stated(chosen.variants[0].value, chosen.claims, chosen.rule, inferred)


def _first_words(listings: Sequence[Listing]) -> Claim[str]:
    found = [listing.record.abstract for listing in listings if listing.record.abstract is not None]
    if not found:
        return Claim(NAMELESS, listings[0].span)
    abstract = min(found, key=lambda claim: (claim.value, claim.span))
    return Claim(first_words(abstract.value), abstract.span)
