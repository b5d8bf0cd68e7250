"""What is shown of each field of a work, chosen from what its listings state."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from msgspec.structs import replace

from seedbed.model.curation import Correction
from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Evidence
from seedbed.model.library import Credit, PersonId, Stated, WorkId
from seedbed.model.record import NameList, WorkRecord
from seedbed.model.source import Claim, Span
from seedbed.resolve import choose as choices
from seedbed.resolve.choose import Chosen, choose
from seedbed.resolve.conflicts import Field, dates_agree, find_conflict, lists_agree, never, texts_agree
from seedbed.resolve.drafts import DecisionDraft
from seedbed.resolve.known_people import Credited, credits_of
from seedbed.resolve.listings import Listing
from seedbed.resolve.rulings import said_in
from seedbed.resolve.years import Years, date_as_written, dated
from seedbed.text.categories import canonical, category_name
from seedbed.text.names import Name
from seedbed.text.titles import letters, title_key


@dataclass(frozen=True, slots=True)
class Assembly:
    """What all works are put together with.

    Attributes:
        listings: All of them.
        years: For dates without a year.
        creators: For each listing, the people whom it credits, in its order, each under the name there.
        fellows: For each listing, those whom it names as fellows.
        mentors: For each listing, those whom it names as mentors.
        owners: For each listing, the owner of the profile that it stands on; None elsewhere.
        score_rules: By which a score is chosen.
        name_of: Takes a name apart.
        curation: The path of the curation file.
    """

    listings: Sequence[Listing]
    years: Years
    creators: Callable[[int], Credited]
    fellows: Callable[[int], Credited]
    mentors: Callable[[int], Credited]
    owners: Callable[[int], PersonId | None]
    score_rules: Sequence[choices.Choice[Decimal]]
    name_of: Callable[[str], Name]
    curation: str


class WorkFields:
    """The listings of one work; each method puts one field together and notes what it had to decide.

    Attributes:
        decisions: What was decided so far.
        conflicts: Where the listings were found to differ.
        warnings: What the maintainer should know.
    """

    def __init__(self, id_: WorkId, numbers: Sequence[int], assembly: Assembly) -> None:
        """Lay out the listings of some numbers, which are one work."""
        self.id = id_
        self.numbers = numbers
        self.listings = [assembly.listings[number] for number in numbers]
        self.assembly = assembly
        self.decisions: list[DecisionDraft] = []
        self.conflicts: list[Conflict] = []
        self.warnings: list[str] = []
        self.credited = self._credited()
        self.lists = self._choose_list()

    def _claims(self, field: Callable[[WorkRecord], Claim[choices.T] | None]) -> list[Claim[choices.T]]:
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

    def _choose_list(self) -> Chosen[NameList] | None:
        claims = self._claims(lambda record: record.creators)
        if not claims:
            return None
        return choose(
            claims,
            lambda value: (self._people(value), value.complete),
            choices.CREATORS,
            _listed,
        )

    def _people(self, listed: NameList) -> tuple[PersonId, ...]:
        return tuple([person for _, person in self.credited[listed.names]])

    def _credited(self) -> Mapping[tuple[str, ...], Credited]:
        """The people whom each list of names credits."""
        return {
            listing.record.creators.value.names: self.assembly.creators(number)
            for number, listing in zip(self.numbers, self.listings, strict=True)
            if listing.record.creators is not None
        }

    def creator_lists(self) -> Stated[NameList] | None:
        """The lists of creators, as stated."""
        if self.lists is None:
            return None

        def agree(shown: NameList, other: NameList) -> bool:
            return lists_agree(
                self._people(shown),
                self._people(other),
                shown_complete=shown.complete,
                other_complete=other.complete,
            )

        self._differ("creators", self.lists, agree, _listed)
        return Stated(self.lists.variants[0].value, self.lists.claims, self.lists.rule)

    def credits(self) -> tuple[Credit, ...]:
        """The creators in the order of the leading list, then those whom another list or a profile gives."""
        found: dict[PersonId, Credit] = {}
        for place, claim in enumerate(self.lists.claims if self.lists else ()):
            for position, (name, person) in enumerate(self.credited[claim.value.names], start=1):
                if person not in found:
                    found[person] = Credit(person, name, claim.span, None if place else position)
        for number, listing in zip(self.numbers, self.listings, strict=True):
            owner = self.assembly.owners(number)
            if owner is not None and listing.owner is not None and owner not in found:
                found[owner] = self._hidden(owner, listing, listing.owner, number)
        return tuple(found.values())

    def _hidden(self, owner: PersonId, listing: Listing, profile: Claim[str], number: int) -> Credit:
        """The credit of a profile's owner whom no list of creators names."""
        why = (
            f"The work stands on the profile of {profile.value}, who is a creator of every work there; "
            "the list of creators does not show the name."
        )
        spans = (profile.span, listing.record.creators.span if listing.record.creators else listing.span)
        decided = f"{profile.value} is one of the creators."
        self.decisions.append(DecisionDraft(number, decided, "profile-owner", (Evidence(why, spans),)))
        return Credit(owner, profile.value, profile.span, None, why)

    def fellows(self) -> tuple[Credit, ...]:
        """Whom a programme names as its fellows, each once."""
        return self._named(self.assembly.fellows, attrgetter("fellows"))

    def mentors(self) -> tuple[Credit, ...]:
        """Whom a programme names as helping with the work, each once."""
        return self._named(self.assembly.mentors, attrgetter("mentors"))

    def _named(
        self, people: Callable[[int], Credited], claim_of: Callable[[WorkRecord], Claim[NameList] | None]
    ) -> tuple[Credit, ...]:
        """Those whom the listings name in one field, each once."""
        found: dict[PersonId, Credit] = {}
        for number, listing in zip(self.numbers, self.listings, strict=True):
            for credit in credits_of(claim_of(listing.record), people(number)):
                found.setdefault(credit.person, credit)
        return tuple(found.values())

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
            decided = f"“{date_as_written(lead.value)}” is {date.iso()}."
            evidence = (Evidence(why, (lead.span,)),)
            self.decisions.append(DecisionDraft(self.numbers[0], decided, "inferred-year", evidence))
        return Stated(date, chosen.claims, chosen.rule, why)

    def abstract(self) -> Stated[str] | None:
        """The abstract that most sources share, else the longest."""
        claims = self._claims(lambda record: record.abstract)
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
        claims = self._claims(lambda record: record.category)
        stated = self._state(claims, _category, choices.CATEGORY, "category")
        shown = _category(stated.shown) if stated else ""
        if stated is None or shown == stated.shown:
            return stated
        why = f"The source writes “{stated.shown}”; arXiv's {shown} is “{category_name(shown)}”."
        return replace(stated, shown=shown, inferred=why)

    def score(self) -> Stated[Decimal] | None:
        """The score that was captured last."""
        claims = self._claims(lambda record: record.score)
        return self._state(claims, _itself, self.assembly.score_rules, "score")

    def venue(self) -> Stated[str] | None:
        """Where it appeared, as most sources write it."""
        claims = self._claims(lambda record: record.venue)
        return self._state(claims, lambda venue: letters(venue) or venue, choices.TITLE)

    def has_code(self) -> Stated[bool] | None:
        """Whether a source says that there is code."""
        return self._state(self._claims(lambda record: record.has_code), _itself, choices.CODE)


def _itself(value: choices.T) -> choices.T:
    return value


def _listed(names: NameList) -> str:
    return ", ".join(names.names) + ("" if names.complete else " et al.")


def _category(stated: str) -> str:
    return canonical(stated) or stated.strip()


def _plain_letters(text: str) -> str:
    from seedbed.text.prose import plain_text  # noqa: PLC0415 (seldom needed)

    return letters(plain_text(text))
