"""The named rules by which two names are one person's, and two titles one work's, as tables.

Each rule has a name, a test, and the sentence that it leaves as evidence. No rule measures likeness alone: by
such a measure different people (Xin Chen, Xin Cheng) are more alike than one person's two names often are. A
rule of `NAME_RULES` says in which way two names differ; whether that is enough by itself, or how many shared
co-authors it takes, stands beside it. `CONTEXTS` are the places where a source itself says that two names
must meet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from seedbed.resolve.listing_facts import (
    Facts,
    abstracts_agree,
    creators_agree,
    creators_overlap,
    one_abstract_cut,
    one_letter_between_titles,
    one_subtitled,
    opposed,
    same_title,
    years_near,
)
from seedbed.resolve.name_tests import (
    initial_and_family_name,
    initials,
    middle_name,
    name_order,
    nickname,
    one_letter,
    same_letters,
    second_family_name,
    suffix,
    swapped,
    swapped_initial,
)
from seedbed.text.names import Name


@dataclass(frozen=True, slots=True)
class NameRule:
    """A way in which one person's name is written differently.

    Attributes:
        test: Whether two names differ in this way, or not at all.
        sentence: The evidence, with `{one}` and `{other}` for the names.
        colleagues: How many shared co-authors it takes besides; 0 where the names themselves are enough.
        within: Whether it is enough for two names that the sources place in one spot (see `CONTEXTS`).
    """

    name: str
    test: Callable[[Name, Name], bool]
    sentence: str
    colleagues: int
    within: bool = True


NAME_RULES: tuple[NameRule, ...] = (
    NameRule(
        "same-letters",
        same_letters,
        "“{one}” and “{other}” have the same letters; only accents, case, hyphens or spaces differ.",
        colleagues=0,
    ),
    NameRule(
        "name-order",
        name_order,
        "“{one}” and “{other}” are the same name with the family name in another place.",
        colleagues=0,
    ),
    NameRule(
        "stated-nickname",
        nickname,
        "One of “{one}” and “{other}” states the other in brackets.",
        colleagues=0,
    ),
    NameRule(
        "middle-name",
        middle_name,
        "“{one}” and “{other}” differ by a middle name or its initial.",
        colleagues=1,
    ),
    NameRule(
        "second-family-name",
        second_family_name,
        "One of “{one}” and “{other}” has a further family name.",
        colleagues=1,
    ),
    NameRule(
        "swapped-order",
        swapped,
        "“{one}” and “{other}” have the same words in another order.",
        colleagues=1,
    ),
    NameRule(
        "swapped-initial",
        swapped_initial,
        "One of “{one}” and “{other}” has the family name first, and one the given name as an initial.",
        colleagues=2,
    ),
    NameRule(
        "initials",
        initials,
        "One of “{one}” and “{other}” writes a given name as an initial.",
        colleagues=2,
    ),
    NameRule(
        "initial-and-family-name",
        initial_and_family_name,
        "One of “{one}” and “{other}” has a further family name, and one a given name as an initial.",
        colleagues=2,
    ),
    NameRule(
        "generational-suffix",
        suffix,
        "One of “{one}” and “{other}” has a generational suffix.",
        colleagues=2,
    ),
    NameRule(
        "one-letter",
        one_letter,
        "“{one}” and “{other}” differ by one letter of a long name.",
        colleagues=2,
    ),
)

CONTEXTS = {
    "shared-co-authors": "Both wrote with {others}.",
    "same-work": "Two sources list the creators of “{work}”; one names “{one}”, the other “{other}”.",
    "creator-by-family-name": "Two sources list the creators of “{work}”; one has “{other}”, and of those in "
    "the other only “{one}” has that family name.",
    "fellow-among-creators": "“{work}” names “{other}” as a fellow; a fellow is one of its creators, and no "
    "other creator's name comes near.",
    "fellow-by-family-name": "“{work}” names “{other}” as a fellow; a fellow is one of its creators, and "
    "only “{one}” has that family name. The seeds credit “{other}” with no work.",
    "owner-among-creators": "“{work}” stands on the profile of “{other}”, who is one of its creators, and no "
    "other creator's name comes near.",
    "speaker-in-library": "“{other}” speaks in “{work}”; “{one}” is the only one in the library whom this "
    "can be.",
    "speaker-beside": "“{other}” speaks in “{work}”; of the creators of the works that are listed beside it, "
    "only “{one}” can be meant.",
    "short-label": "“{other}” speaks in “{work}”, which names “{one}”, and nobody else whom this can be.",
}
"""Where the sources themselves bring two names together, and the sentence that says so."""


@dataclass(frozen=True, slots=True)
class TitleRule:
    """A way in which two places state one work.

    Attributes:
        test: Whether two listings are alike in this way.
        sure: Whether what else the two listings state supports it enough.
        sentence: The evidence.
    """

    name: str
    test: Callable[[Facts, Facts], bool]
    sure: Callable[[Facts, Facts], bool]
    sentence: str


TITLE_RULES: tuple[TitleRule, ...] = (
    TitleRule(
        "same-title",
        same_title,
        lambda one, other: not opposed(one, other),
        "Both have the title “{one}”, typesetting apart.",
    ),
    TitleRule(
        "same-abstract",
        abstracts_agree,
        lambda one, other: creators_overlap(one, other) or not (one.title and other.title),
        "Their abstracts are the same, or nearly.",
    ),
    TitleRule(
        "one-letter-in-title",
        one_letter_between_titles,
        lambda one, other: (
            not opposed(one, other)
            and (abstracts_agree(one, other) or (creators_overlap(one, other) and years_near(one, other)))
        ),
        "“{one}” and “{other}” differ by one letter, and the creators or the abstract are the same.",
    ),
    TitleRule(
        "subtitle",
        one_subtitled,
        lambda one, other: (
            abstracts_agree(one, other)
            or (
                not (one.abstract and other.abstract)
                and creators_agree(one, other)
                and years_near(one, other)
            )
        ),
        "One of “{one}” and “{other}” has a subtitle more, and the creators or the abstract are the same.",
    ),
    TitleRule(
        "cut-abstract",
        one_abstract_cut,
        creators_overlap,
        "The abstract of one is cut off, and is word for word how that of the other begins.",
    ),
)
"""In this order; a rule that finds two listings alike, but not sure enough, asks."""
