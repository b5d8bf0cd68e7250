"""Which of several claims leads: rules by name, each a comparison, tried in order until one decides."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

import msgspec

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.model.source import Claim, Span, place_of
from seedbed.text.lines import breaks_off
from seedbed.text.titles import letters

T = TypeVar("T")


class Variant(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """Claims that agree in substance, the best typeset first."""

    claims: tuple[Claim[T], ...]

    @property
    def value(self) -> T:
        """The claim that stands for all of them."""
        return self.claims[0].value


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A rule that prefers one variant to another.

    Attributes:
        measure: The variant with the greatest measure leads.
        sentence: Why it does.
    """

    name: str
    measure: Callable[[Variant[T]], float]
    sentence: str


class Chosen(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """The variants in their order, the shown one first, and the rule that put it there; none for only one."""

    variants: tuple[Variant[T], ...]
    by: Choice[T] | None = None

    @property
    def rule(self) -> str:
        """The rule's name; empty where there was no choice."""
        return self.by.name if self.by else ""

    @property
    def why(self) -> str:
        """The rule's sentence; empty where there was no choice."""
        return self.by.sentence if self.by else ""

    @property
    def claims(self) -> tuple[Claim[T], ...]:
        """All claims, the leading one first."""
        return tuple(claim for variant in self.variants for claim in variant.claims)


def most_sources(_of: type[T]) -> Choice[T]:
    """The rule that counts places, for values of a type."""
    return Choice("most-sources", lambda variant: len(variant.claims), "Most places state it so.")


TITLE: tuple[Choice[str], ...] = (
    most_sources(str),
    Choice("longest", lambda variant: len(letters(variant.value)), "It is the longest."),
)
ABSTRACT: tuple[Choice[str], ...] = (
    Choice("uncut", lambda variant: not breaks_off(variant.value), "It is not cut off."),
    *TITLE,
)
CATEGORY: tuple[Choice[str], ...] = (most_sources(str),)
CREATORS: tuple[Choice[NameList], ...] = (
    Choice("longest-list", lambda variant: len(variant.value.names), "It names most creators."),
    Choice("complete-list", lambda variant: variant.value.complete, "It leaves nobody out."),
    most_sources(NameList),
)
DATE: tuple[Choice[PartialDate], ...] = (
    Choice("year-stated", lambda variant: variant.value.year is not None, "It states its year."),
    Choice(
        "full-date",
        lambda variant: (variant.value.month is not None) + (variant.value.day is not None),
        "It is the most precise.",
    ),
    most_sources(PartialDate),
    Choice("earliest", lambda variant: -_days(variant.value), "It is the earliest."),
)
CODE: tuple[Choice[bool], ...] = (Choice("code-stated", lambda variant: variant.value, "A source has it."),)


def score_rules(captured: Mapping[str, str]) -> tuple[Choice[Decimal], ...]:
    """Rules for a value that changes in time; `captured` says when each seed was captured (ISO 8601)."""

    def latest(variant: Variant[Decimal]) -> float:
        days = (captured.get(claim.span.seed, "").replace("-", "") for claim in variant.claims)
        return max((int(day) for day in days if day.isdecimal()), default=0)

    return (
        Choice("latest-capture", latest, "It was captured last."),
        most_sources(Decimal),
        Choice("highest", lambda variant: float(variant.value), "It is the highest."),
    )


def fullest(stated_with: Mapping[Span, int]) -> Choice[str]:
    """The rule that trusts the place which states most of a work; `stated_with` counts values, by claim."""

    def measure(variant: Variant[str]) -> float:
        return max(stated_with[claim.span] for claim in variant.claims)

    return Choice("fullest-record", measure, "It stands in the source that states most of this work.")


def _days(date: PartialDate) -> int:
    year, month, day = date.key()
    return year * 400 + month * 32 + day


def choose(
    claims: Sequence[Claim[T]],
    substance: Callable[[T], Hashable],
    rules: Sequence[Choice[T]],
    text: Callable[[T], str],
) -> Chosen[T]:
    """Put claims in order.

    Args:
        claims: At least one.
        substance: What two claims that do not differ in substance share.
        rules: Tried in this order.
        text: A claim's text, which decides last, so that no seed's name does.
    """
    if len(claims) == 1:
        return Chosen((Variant((claims[0],)),))
    groups: dict[Hashable, list[Claim[T]]] = {}
    for claim in claims:
        groups.setdefault(substance(claim.value), []).append(claim)
    variants = [_variant(found, text) for found in groups.values()]

    if len(variants) == 1:
        return Chosen((variants[0],))

    def order(variant: Variant[T]) -> tuple[object, ...]:
        return (*(-rule.measure(variant) for rule in rules), text(variant.value))

    variants.sort(key=order)
    return Chosen(tuple(variants), _deciding(variants, rules))


def _variant(claims: Sequence[Claim[T]], text: Callable[[T], str]) -> Variant[T]:
    """Claims of one substance: the most usual typesetting first, then the longest, then by the alphabet."""
    counted: dict[str, int] = {}
    for claim in claims:
        written = text(claim.value)
        counted[written] = counted.get(written, 0) + 1

    def order(claim: Claim[T]) -> tuple[object, ...]:
        written = text(claim.value)
        return (written.isupper(), -counted[written], -len(written), written, place_of(claim.span))

    return Variant(tuple(sorted(claims, key=order)))


def _deciding(variants: Sequence[Variant[T]], rules: Sequence[Choice[T]]) -> Choice[T]:
    """The first rule that sets the first variant apart from all others; the alphabet where none does."""
    rivals = list(variants[1:])
    for rule in rules:
        best = rule.measure(variants[0])
        rivals = [variant for variant in rivals if rule.measure(variant) == best]
        if not rivals:
            return rule
    return Choice(
        "first-by-alphabet", lambda _: 0, "Nothing else tells them apart: it is the first by the alphabet."
    )
