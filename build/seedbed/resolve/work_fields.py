"""What is shown of each field of a work, chosen from what its listings state."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from seedbed.model.curation import Correction
from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Evidence
from seedbed.model.library import Stated, WorkId
from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim, Span
from seedbed.resolve import choose as choices
from seedbed.resolve.choose import Chosen, choose
from seedbed.resolve.conflicts import Field, dates_agree, find_conflict, never, texts_agree
from seedbed.resolve.drafts import DecisionDraft
from seedbed.resolve.listings import Listing
from seedbed.resolve.rulings import said_in
from seedbed.resolve.years import Years, date_as_written, dated
from seedbed.text.categories import canonical, category_name
from seedbed.text.titles import letters, title_key


@dataclass(frozen=True, slots=True)
class Assembly:
    """What all works are put together with.

    Attributes:
        listings: All of them.
        years: For dates without a year.
        score_rules: By which a score is chosen.
        curation: The path of the curation file.
    """

    listings: Sequence[Listing]
    years: Years
    score_rules: Sequence[choices.Choice[Decimal]]
    curation: str


class WorkFields:
    """The listings of one work; each method puts one field together and notes what it had to decide.

    Nothing here depends on who people are; `seedbed.resolve.work_people` has what does.

    Attributes:
        decisions: What was decided so far.
        conflicts: Where the listings were found to differ.
        warnings: What the maintainer should know.
    """

    __slots__ = ("assembly", "conflicts", "decisions", "id", "listings", "numbers", "warnings")

    def __init__(self, id_: WorkId, numbers: Sequence[int], assembly: Assembly) -> None:
        """Lay out the listings of some numbers, which are one work."""
        self.id = id_
        self.numbers = numbers
        self.listings = [assembly.listings[number] for number in numbers]
        self.assembly = assembly
        self.decisions: list[DecisionDraft] = []
        self.conflicts: list[Conflict] = []
        self.warnings: list[str] = []

    def claims(self, field: Callable[[WorkRecord], Claim[choices.T] | None]) -> list[Claim[choices.T]]:
        """What the listings state of one field."""
        return [claim for listing in self.listings if (claim := field(listing.record)) is not None]

    def compare_titles(self, title: Stated[str]) -> None:
        """Note titles that differ."""
        if len(title.claims) > 1:
            chosen = choose(title.claims, title_key, choices.TITLE, str)
            self._differ("title", chosen, never, str)

    def _differ(
        self,
        field: str,
        chosen: Chosen[choices.T],
        agree: Callable[[choices.T, choices.T], bool],
        text: Callable[[choices.T], str],
    ) -> None:
        if len(chosen.variants) > 1:
            self.conflicts.extend(find_conflict(Field("work", self.id, field), chosen, agree, text))

    def _state(
        self,
        claims: Sequence[Claim[choices.T]],
        substance: Callable[[choices.T], Hashable],
        rules: Sequence[choices.Choice[choices.T]],
        field: str = "",
    ) -> Stated[choices.T] | None:
        """What is shown of some claims, of which most works have one; if they differ in a `field`, noted."""
        if len(claims) < 2:  # noqa: PLR2004 (nothing to choose from)
            return Stated(claims[0].value, (claims[0],)) if claims else None
        chosen = choose(claims, substance, rules, str)
        if field:
            self._differ(field, chosen, never, str)
        return Stated(chosen.variants[0].value, chosen.claims, chosen.rule)

    def date(self, corrected: Correction | None) -> Stated[PartialDate] | None:
        """The date, with its year."""
        records = (listing.record for listing in self.listings)
        under = [(claim, record.under) for record in records if (claim := dated(record)) is not None]
        if len(under) > 1:
            under = list(dict(under).items())  # entries on one line may share their date
        claims = [claim for claim, _ in under]
        if not claims:
            if corrected is not None:
                self.warnings.append(
                    f"{self.assembly.curation}:{corrected.line}: works: date: no source dates "
                    f"“{corrected.form}”, so that there is no date to correct; take the entry out."
                )
            return None
        chosen = choose(claims, _itself, choices.DATE, date_as_written)
        self._differ("date", chosen, dates_agree, date_as_written)
        lead = chosen.claims[0]
        if corrected is not None:
            year, month, day = ([int(part) for part in corrected.values[0].split("-")] + [0, 0])[:3]
            date = PartialDate(year, month or None, day or None)
            return Stated(date, chosen.claims, "works: date", said_in(self.assembly.curation, corrected.line))
        completed = self.assembly.years.complete(lead, next(over for claim, over in under if claim == lead))
        if completed is None:
            self.warnings.append(
                f"{lead.span}: “{date_as_written(lead.value)}” has no year, and no other date in the seeds "
                "has one; name the day of capture in seeds/library.yml."
            )
            return None
        date, why = completed
        if why:
            written = date_as_written(lead.value)
            decided = (
                f"“{written}” is {date.iso()}." if lead.value.year is None else f"The date is {written}."
            )
            evidence = (Evidence(why, (lead.span,)),)
            self.decisions.append(DecisionDraft(self.numbers[0], decided, "inferred-year", evidence))
        return Stated(date, chosen.claims, chosen.rule, why)

    def abstract(self) -> Stated[str] | None:
        """The abstract that most sources share, else the longest."""
        claims = self.claims(lambda record: record.abstract)
        if len(claims) < 2:  # noqa: PLR2004 (nothing to choose from)
            return Stated(claims[0].value, (claims[0],)) if claims else None
        rules = (*choices.ABSTRACT, choices.fullest(self._stated_with()))
        chosen = choose(claims, letters, rules, str)
        if len(chosen.variants) > 1:  # they may still differ in nothing but the marks of LaTeX
            chosen = choose(claims, _plain_letters, rules, str)
        self._differ("abstract", chosen, texts_agree, str)
        return Stated(chosen.variants[0].value, chosen.claims, chosen.rule)

    def _stated_with(self) -> dict[Span, int]:
        """How many values each listing states, by the place of its abstract."""
        return {
            listing.record.abstract.span: sum(part.holds != "label" for part in listing.record.parts())
            for listing in self.listings
            if listing.record.abstract is not None
        }

    def category(self) -> Stated[str] | None:
        """The category, with its archive."""
        claims = self.claims(lambda record: record.category)
        stated = self._state(claims, _category, choices.CATEGORY, "category")
        shown = _category(stated.shown) if stated else ""
        if stated is None or shown == stated.shown:
            return stated
        why = f"The source writes “{stated.shown}”; arXiv's {shown} is “{category_name(shown)}”."
        return replace(stated, shown=shown, inferred=why)

    def score(self) -> Stated[Decimal] | None:
        """The score that was captured last."""
        claims = self.claims(lambda record: record.score)
        return self._state(claims, _itself, self.assembly.score_rules, "score")

    def venue(self) -> Stated[str] | None:
        """Where it appeared, as most sources write it."""
        claims = self.claims(lambda record: record.venue)
        return self._state(claims, lambda venue: letters(venue) or venue, choices.TITLE)

    def has_code(self) -> Stated[bool] | None:
        """Whether a source says that there is code."""
        return self._state(self.claims(lambda record: record.has_code), _itself, choices.CODE)


def _itself(value: choices.T) -> choices.T:
    return value


def _category(stated: str) -> str:
    return canonical(stated) or stated.strip()


def _plain_letters(text: str) -> str:
    from seedbed.text.prose import plain_text  # noqa: PLC0415 (seldom needed)

    return letters(plain_text(text))
