"""What one listing states of a work, in the forms in which listings are compared, and the comparisons."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from rapidfuzz import fuzz

from seedbed.resolve.listings import Listing
from seedbed.resolve.name_tests import slip
from seedbed.resolve.years import dated
from seedbed.text.names import Name
from seedbed.text.titles import letters, main_title, numbers_among, title_key, words

SAME_ABSTRACT = 90.0
"""Percent of letters that two readings of one abstract share, by RapidFuzz's ratio. Two works' abstracts stay
under 60; a later version of one abstract is seldom under 90."""

OTHER_ABSTRACT = 60.0
"""Percent under which two abstracts are about different works."""

TELLING_LETTERS = 120
"""An abstract with fewer letters ("No abstract is available.") does not say which work it belongs to."""

LONG_BEGINNING = 2 * TELLING_LETTERS
"""Two abstracts that begin with as many letters in the same words are one, of which one is cut off."""

LONG_TITLE_WORD = 5


class Facts(msgspec.Struct, frozen=True, gc=False):
    """A listing, as it is compared.

    Attributes:
        title: The title's letters; empty where there is none.
        abstract: The abstract's letters; empty where there is none, or too little of it.
        creators: Each creator by family name and initial, or by one name alone; a profile's owner is one.
        complete: Whether the listing names all creators.
        year: Of the date; None where it is not stated.
    """

    title: str
    shown: str
    words: tuple[str, ...]
    main: str
    abstract: str
    creators: frozenset[str]
    complete: bool
    year: int | None

    @property
    def numbers(self) -> tuple[str, ...]:
        """What tells its title from that of a sequel or a rebuttal."""
        return numbers_among(self.words)

    def order(self) -> tuple[str, str, str, str, int, str, bool]:
        """Sorts facts by what they say, fuller ones first, wherever they stand."""
        return (
            self.title,
            "" if self.abstract else "none",
            self.abstract,
            " ".join(sorted(self.creators)) or "\uffff",
            self.year or 0,
            self.shown,
            not self.complete,
        )


def creator_key(name: Name) -> str:
    """A creator by family name and initial; by the name alone where it is not more than one."""
    return f"{name.family_letters} {name.parts[0][:1]}" if name.family_letters else f"{name.letters} "


def _have_creator_in_common(one: Facts, other: Facts) -> bool:
    """Whether both name somebody, if only by the family name, as a short citation does ("Lee et al.")."""
    if one.creators & other.creators:
        return True
    families = [{key.partition(" ")[0] + " " for key in facts.creators} for facts in (other, one)]
    return any(
        key.endswith(" ") and key in known
        for facts, known in zip((one, other), families, strict=True)
        for key in facts.creators
    )


def read_facts(listing: Listing, creator_of: Callable[[str], str]) -> Facts:
    """The facts of one listing; `creator_of` makes the key of a creator's name."""
    record = listing.record
    title = record.title.value if record.title else ""
    abstract = letters(record.abstract.value) if record.abstract else ""
    names = record.creators.value.names if record.creators else ()
    owner = (listing.owner.value,) if listing.owner else ()
    in_title = words(title)
    key = "".join(in_title) or title.strip()  # which is `title_key(title)`
    main = main_title(title)
    return Facts(
        title=key,
        shown=title,
        words=in_title,
        main=key if main == title.strip() else title_key(main),
        abstract=abstract if len(abstract) >= TELLING_LETTERS else "",
        creators=frozenset(map(creator_of, (*names, *owner))),
        complete=bool(record.creators and record.creators.value.complete),
        year=claim.value.year if (claim := dated(record)) else None,
    )


def same_title(one: Facts, other: Facts) -> bool:
    """The same letters."""
    return bool(one.title) and one.title == other.title


def one_letter_between_titles(one: Facts, other: Facts) -> bool:
    """The same words but for one long one, which differs by a letter; the same numbers."""
    if len(one.words) != len(other.words) or one.numbers != other.numbers:
        return False
    differing = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and (slip(*differing[0]) or _plural(*differing[0]))


def _plural(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LONG_TITLE_WORD and longer == shorter + "s"


def one_subtitled(one: Facts, other: Facts) -> bool:
    """One title is the other without its subtitle; the same numbers, and at least two words."""
    if not one.title or one.title == other.title or one.numbers != other.numbers:
        return False
    shorter, longer = sorted((one, other), key=lambda facts: len(facts.title))
    return longer.main == shorter.title and len(shorter.words) > 1


def abstracts_agree(one: Facts, other: Facts) -> bool:
    """The same abstract, or nearly, and no two titles of which one has a number that the other lacks."""
    if not one.abstract or not other.abstract:
        return False
    if _otherwise_numbered(one, other):
        return False
    if one.abstract == other.abstract:
        return True
    return fuzz.ratio(one.abstract, other.abstract, score_cutoff=SAME_ABSTRACT) >= SAME_ABSTRACT


def one_abstract_cut(one: Facts, other: Facts) -> bool:
    """One abstract is how the other begins, at length; the same numbers in the titles."""
    shorter, longer = sorted((one.abstract, other.abstract), key=len)
    begins = len(shorter) >= LONG_BEGINNING and longer.startswith(shorter)
    return begins and not _otherwise_numbered(one, other)


def _otherwise_numbered(one: Facts, other: Facts) -> bool:
    """Both are titled, and one title has a number that the other lacks."""
    return bool(one.title and other.title) and one.numbers != other.numbers


def alike(one: Facts, other: Facts) -> float:
    """How alike two abstracts are, in percent; under `OTHER_ABSTRACT` it may come out as 0."""
    return fuzz.ratio(one.abstract, other.abstract, score_cutoff=OTHER_ABSTRACT)


def creators_overlap(one: Facts, other: Facts) -> bool:
    """At least half of the creators that the shorter list names stand in the longer."""
    shared = len(one.creators & other.creators)
    return shared > 0 and 2 * shared >= min(len(one.creators), len(other.creators))


def creators_agree(one: Facts, other: Facts) -> bool:
    """Two complete lists of the same creators."""
    return one.complete and other.complete and bool(one.creators) and one.creators == other.creators


def years_near(one: Facts, other: Facts) -> bool:
    """At most a year between them, as between a preprint and its print; an unknown year is near to any."""
    return one.year is None or other.year is None or abs(one.year - other.year) <= 1


def opposed(one: Facts, other: Facts) -> bool:
    """What the listings state besides speaks for two works: other abstracts, and other creators or times."""
    both_creators = bool(one.creators and other.creators)
    no_creator_in_common = both_creators and not _have_creator_in_common(one, other)
    if not (one.abstract and other.abstract):
        return no_creator_in_common
    if alike(one, other) >= OTHER_ABSTRACT:
        return no_creator_in_common and not abstracts_agree(one, other)
    return no_creator_in_common or not years_near(one, other)
