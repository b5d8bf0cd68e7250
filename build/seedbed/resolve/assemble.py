"""A work, put together from the listings that state it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from seedbed.model.curation import Correction
from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Evidence
from seedbed.model.library import Credit, PersonId, Stated, Work, WorkId
from seedbed.model.record import NameList, Particular, WorkRecord
from seedbed.model.source import Claim, Span, place_of
from seedbed.resolve import choose as choices
from seedbed.resolve.choose import Chosen, choose
from seedbed.resolve.conflicts import Field, dates_agree, find_conflict, lists_agree, never, texts_agree
from seedbed.resolve.drafts import DecisionDraft
from seedbed.resolve.listings import Listing
from seedbed.resolve.rulings import correction_of, ruled
from seedbed.resolve.works import first_words
from seedbed.resolve.years import Years, dated, stated_date
from seedbed.text.categories import canonical, category_name
from seedbed.text.names import Name, family_name
from seedbed.text.titles import letters, title_key

UNTITLED = "No source states a title; these are the first words of the abstract."
NAMELESS = "Untitled"


@dataclass(frozen=True, slots=True)
class Built:
    """A work with what was decided about it, and where its sources disagree."""

    work: Work
    decisions: tuple[DecisionDraft, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A work but for its citation key, which is known only once all works are.

    Attributes:
        family: The first creator's family name, as it is folded; empty where there is no creator.
        year: Of its date.
        title: As it is shown.
        finish: Makes the work, given its key.
    """

    family: str
    year: int | None
    title: str
    finish: Callable[[str], Built]


Credited = Sequence[tuple[str, PersonId]]
"""Names and whom they mean."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """What all works are put together with.

    Attributes:
        listings: All of them.
        years: For dates without a year.
        creators: For each listing, the people whom it credits, in its order, each under the name there.
        fellows: For each listing, those whom it names as fellows.
        owners: For each listing, the owner of the profile that it stands on; None elsewhere.
        score_rules: By which a score is chosen.
        name_of: Takes a name apart.
        curation: The path of the curation file.
    """

    listings: Sequence[Listing]
    years: Years
    creators: Callable[[int], Credited]
    fellows: Callable[[int], Credited]
    owners: Callable[[int], PersonId | None]
    score_rules: Sequence[choices.Choice[Decimal]]
    name_of: Callable[[str], Name]
    curation: str


def choose_title(listings: Sequence[Listing], corrections: Iterable[Correction], path: str) -> Stated[str]:
    """The title that a work is shown with.

    Raises:
        SeedbedError: The maintainer corrects it in two ways.
    """
    claims = [listing.record.title for listing in listings if listing.record.title is not None]
    corrected = correction_of("title", corrections, path)
    if not claims:
        claims, inferred = [_untitled(listings)], UNTITLED
    else:
        inferred = ""
    if corrected is None and len(claims) == 1:
        return Stated(claims[0].value, (claims[0],), inferred=inferred)
    chosen = choose(claims, title_key, choices.TITLE, str)
    if corrected is not None:
        return Stated(corrected.values[0], chosen.claims, "works: title", _ruled(path, corrected))
    return Stated(chosen.readings[0].value, chosen.claims, chosen.rule, inferred)


def _untitled(listings: Sequence[Listing]) -> Claim[str]:
    found = [listing.record.abstract for listing in listings if listing.record.abstract is not None]
    if not found:
        return Claim(NAMELESS, listings[0].span)
    abstract = min(found, key=lambda claim: (claim.value, claim.span))
    return Claim(first_words(abstract.value), abstract.span)


def _ruled(path: str, correction: Correction) -> str:
    return ruled(path, correction.line)[0].sentence


def assemble(
    id_: WorkId,
    title: Stated[str],
    numbers: Sequence[int],
    corrections: Sequence[Correction],
    assembly: Assembly,
) -> Draft:
    """Put one work together.

    Args:
        id_: Its id.
        title: As chosen.
        numbers: Of its listings.
        corrections: The maintainer's, for this work.
        assembly: What all works are put together with.
    """
    listings = [assembly.listings[number] for number in numbers]
    desk = _Desk(id_, numbers, listings, assembly)
    creators = desk.credits()
    family = family_name(assembly.name_of(creators[0].name_as_stated)) if creators else ""
    date = desk.date(correction_of("date", corrections, assembly.curation))
    drafted = partial(
        Work,
        id=id_,
        title=title,
        creators=creators,
        creators_complete=any(
            listing.record.creators is not None and listing.record.creators.value.complete
            for listing in listings
        ),
        creator_lists=desk.creator_lists(),
        date=date,
        abstract=desk.abstract(),
        category=desk.category(),
        score=desk.score(),
        has_code=desk.has_code(),
        organisations=_once(claim for listing in listings for claim in listing.record.organisations),
        topics=_once(claim for listing in listings for claim in listing.record.topics),
        fellows=desk.fellows(),
        links=_once(claim for listing in listings for claim in listing.record.links),
        sources=tuple(sorted({listing.span for listing in listings}, key=place_of)),
        venue=desk.venue(),
        particulars=_particulars(listings),
    )
    desk.title(title, listings)
    return Draft(
        family=family,
        year=date.shown.year if date else None,
        title=title.shown,
        finish=lambda key: Built(
            drafted(citation_key=key), tuple(desk.decisions), tuple(desk.conflicts), tuple(desk.warnings)
        ),
    )


def _once(claims: Iterable[Claim[str]]) -> tuple[Claim[str], ...]:
    """Each value once, in the order of places, whatever its case and hyphens."""
    found: dict[str, Claim[str]] = {}
    for claim in sorted(claims, key=lambda claim: (place_of(claim.span), claim.value)):
        found.setdefault(letters(claim.value) or claim.value, claim)
    return tuple(found.values())


def _particulars(listings: Iterable[Listing]) -> tuple[Claim[Particular], ...]:
    """Each value of each label once, in the order of places."""
    found: dict[tuple[str, str], Claim[Particular]] = {}
    for claim in (claim for listing in listings for claim in listing.record.particulars):
        stated = claim.value
        found.setdefault((stated.label, letters(stated.value) or stated.value), claim)
    return tuple(found.values())


class _Desk:
    """One work's listings, laid out; each method puts one field together and notes what it had to decide."""

    def __init__(
        self, id_: WorkId, numbers: Sequence[int], listings: Sequence[Listing], assembly: Assembly
    ) -> None:
        self.id = id_
        self.numbers = numbers
        self.listings = listings
        self.assembly = assembly
        self.decisions: list[DecisionDraft] = []
        self.conflicts: list[Conflict] = []
        self.warnings: list[str] = []
        self.credited = self._credited()
        self.lists = self._choose_list()

    def _records(self) -> Iterator[WorkRecord]:
        return (listing.record for listing in self.listings)

    def title(self, title: Stated[str], listings: Sequence[Listing]) -> None:
        """Note titles that differ."""
        if len(title.claims) > 1 and any(listing.record.title is not None for listing in listings):
            chosen = choose(title.claims, title_key, choices.TITLE, str)
            self._differ("title", chosen, never, str)

    def _differ(
        self,
        field: str,
        chosen: Chosen[choices.T],
        agree: Callable[[choices.T, choices.T], bool],
        text: Callable[[choices.T], str],
    ) -> None:
        if len(chosen.readings) > 1:
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
        return Stated(chosen.readings[0].value, chosen.claims, chosen.rule)

    def _choose_list(self) -> Chosen[NameList] | None:
        claims = [listing.record.creators for listing in self.listings if listing.record.creators is not None]
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
        return Stated(self.lists.readings[0].value, self.lists.claims, self.lists.rule)

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
        found: dict[PersonId, Credit] = {}
        for number, listing in zip(self.numbers, self.listings, strict=True):
            claim = listing.record.fellows
            if claim is not None:
                for position, (name, person) in enumerate(self.assembly.fellows(number), start=1):
                    found.setdefault(person, Credit(person, name, claim.span, position))
        return tuple(found.values())

    def date(self, corrected: Correction | None) -> Stated[PartialDate] | None:
        """The date, with its year."""
        under = [(claim, record.under) for record in self._records() if (claim := dated(record)) is not None]
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
        chosen = choose(claims, _itself, choices.DATE, stated_date)
        self._differ("date", chosen, dates_agree, stated_date)
        lead = chosen.claims[0]
        if corrected is not None:
            year, month, day = ([int(part) for part in corrected.values[0].split("-")] + [0, 0])[:3]
            date = PartialDate(year, month or None, day or None)
            return Stated(date, chosen.claims, "works: date", _ruled(self.assembly.curation, corrected))
        completed = self.assembly.years.complete(lead, next(over for claim, over in under if claim == lead))
        if completed is None:
            self.warnings.append(
                f"{lead.span}: “{stated_date(lead.value)}” has no year, and no other date in the seeds has "
                "one; name the day of capture in seeds/library.yml."
            )
            return None
        date, why = completed
        if why:
            decided = f"“{stated_date(lead.value)}” is {date.iso()}."
            evidence = (Evidence(why, (lead.span,)),)
            self.decisions.append(DecisionDraft(self.numbers[0], decided, "inferred-year", evidence))
        return Stated(date, chosen.claims, chosen.rule, why)

    def abstract(self) -> Stated[str] | None:
        """The abstract that most sources share, else the longest."""
        claims = [listing.record.abstract for listing in self.listings if listing.record.abstract is not None]
        if len(claims) < 2:  # noqa: PLR2004 (nothing to choose from)
            return Stated(claims[0].value, (claims[0],)) if claims else None
        rules = (*choices.ABSTRACT, choices.fullest(self._stated_with()))
        chosen = choose(claims, letters, rules, str)
        if len(chosen.readings) > 1:  # they may still differ in nothing but the marks of LaTeX
            chosen = choose(claims, _plain_letters, rules, str)
        self._differ("abstract", chosen, texts_agree, str)
        return Stated(chosen.readings[0].value, chosen.claims, chosen.rule)

    def _stated_with(self) -> dict[Span, int]:
        """How many values each listing states, by the place of its abstract."""
        return {
            listing.record.abstract.span: sum(part.holds != "label" for part in listing.record.parts())
            for listing in self.listings
            if listing.record.abstract is not None
        }

    def category(self) -> Stated[str] | None:
        """The category, with its archive."""
        claims = [listing.record.category for listing in self.listings if listing.record.category is not None]
        stated = self._state(claims, _category, choices.CATEGORY, "category")
        shown = _category(stated.shown) if stated else ""
        if stated is None or shown == stated.shown:
            return stated
        why = f"The source writes “{stated.shown}”; arXiv's {shown} is “{category_name(shown)}”."
        return replace(stated, shown=shown, inferred=why)

    def score(self) -> Stated[Decimal] | None:
        """The score that was captured last."""
        claims = [listing.record.score for listing in self.listings if listing.record.score is not None]
        return self._state(claims, _itself, self.assembly.score_rules, "score")

    def venue(self) -> Stated[str] | None:
        """Where it appeared, as most sources write it."""
        claims = [record.venue for record in self._records() if record.venue is not None]
        return self._state(claims, lambda venue: letters(venue) or venue, choices.TITLE)

    def has_code(self) -> Stated[bool] | None:
        """Whether a source says that there is code."""
        claims = [listing.record.has_code for listing in self.listings if listing.record.has_code is not None]
        return self._state(claims, _itself, choices.CODE)


def _itself(value: choices.T) -> choices.T:
    return value


def _listed(names: NameList) -> str:
    return ", ".join(names.names) + ("" if names.complete else " et al.")


def _category(stated: str) -> str:
    return canonical(stated) or stated.strip()


def _plain_letters(text: str) -> str:
    from seedbed.text.prose import plain_text  # noqa: PLC0415 (seldom needed)

    return letters(plain_text(text))
