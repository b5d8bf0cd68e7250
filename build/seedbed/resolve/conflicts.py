"""Where claims differ in substance: not in white space, case, accents, quotation marks or punctuation."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Kind
from seedbed.model.source import Claim
from seedbed.resolve.choose import Chosen, T, Variant
from seedbed.text.lines import breaks_off
from seedbed.text.titles import letters


@dataclass(frozen=True, slots=True)
class Field:
    """A value of something: what kind of thing it belongs to, its id, and which value it is."""

    kind: Kind
    subject: str
    name: str


def find_conflict(
    field: Field,
    chosen: Chosen[T],
    agree: Callable[[T, T], bool],
    text: Callable[[T], str],
) -> Iterator[Conflict]:
    """The conflict of a value, if any variant contradicts the shown one.

    Args:
        field: Whose value.
        chosen: The variants.
        agree: Whether a variant says no more and nothing else than the shown one, which comes first.
        text: A variant as text.
    """
    shown, *others = chosen.variants
    opposed = [variant for variant in others if not agree(shown.value, variant.value)]
    if opposed:
        claims = tuple(_as_text(variant, text) for variant in (shown, *opposed))
        stated = tuple(claim for each in claims for claim in each)
        yield Conflict(field.kind, field.subject, field.name, stated, chosen.rule, chosen.why)


def _as_text(variant: Variant[T], text: Callable[[T], str]) -> tuple[Claim[str], ...]:
    return tuple(Claim(text(claim.value), claim.span) for claim in variant.claims)


def never(_one: object, _other: object) -> bool:
    """For values of which two variants always contradict each other."""
    return False


def texts_agree(shown: str, other: str) -> bool:
    """Whether the other text is the shown one, cut short."""
    return breaks_off(other) and letters(shown).startswith(letters(other))


def dates_agree(shown: PartialDate, other: PartialDate) -> bool:
    """Whether the other date leaves something out, and says nothing else."""
    return all(
        mine is None or theirs is None or mine == theirs
        for mine, theirs in ((shown.year, other.year), (shown.month, other.month), (shown.day, other.day))
    )


def lists_agree(
    shown: Sequence[Hashable], other: Sequence[Hashable], *, shown_complete: bool, other_complete: bool
) -> bool:
    """Whether the other list names the same people in the same order, but for those that a cut list omits."""
    if shown_complete and other_complete:
        return list(shown) == list(other)
    fewer, more = (other, shown) if not other_complete else (shown, other)
    return _within(fewer, more) or (not shown_complete and not other_complete and _within(more, fewer))


def _within(fewer: Iterable[Hashable], more: Iterable[Hashable]) -> bool:
    rest = iter(more)
    return all(any(each == candidate for candidate in rest) for each in fewer)
