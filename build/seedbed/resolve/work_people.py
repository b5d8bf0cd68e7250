"""Who made a work, and who helped with it, chosen from what its listings state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from seedbed.model.decision import Conflict, Evidence
from seedbed.model.library import Credit, PersonId, Stated
from seedbed.model.record import NameList, WorkRecord
from seedbed.model.source import Claim
from seedbed.resolve import choose as choices
from seedbed.resolve.choose import Chosen, choose
from seedbed.resolve.conflicts import Field, find_conflict, lists_agree
from seedbed.resolve.drafts import DecisionDraft
from seedbed.resolve.known_people import Credited, credits_of
from seedbed.resolve.listings import Listing
from seedbed.resolve.work_fields import WorkFields
from seedbed.text.names import Name


@dataclass(frozen=True, slots=True)
class Who:
    """Whom each listing names, by its number.

    Attributes:
        creators: The people whom it credits, in its order, each under the name there.
        fellows: Those whom it names as fellows.
        mentors: Those whom it names as mentors.
        owner: The owner of the profile that it stands on; None elsewhere.
        implied: Whether that profile names its owner on none of its works.
        name_of: Takes a name apart.
    """

    creators: Callable[[int], Credited]
    fellows: Callable[[int], Credited]
    mentors: Callable[[int], Credited]
    owner: Callable[[int], PersonId | None]
    implied: Callable[[int], bool]
    name_of: Callable[[str], Name]


class WorkPeople:
    """The people of one work; each method puts some of them together and notes what it had to decide.

    Attributes:
        decisions: What was decided so far.
        conflicts: Where the listings were found to differ.
    """

    __slots__ = ("_credited", "_fields", "_lists", "_who", "conflicts", "decisions")

    def __init__(self, fields: WorkFields, who: Who) -> None:
        """Find out whom the listings of a work credit, and which list of them leads."""
        self.decisions: list[DecisionDraft] = []
        self.conflicts: list[Conflict] = []
        self._fields = fields
        self._who = who
        self._credited: Mapping[tuple[str, ...], Credited] = {
            listing.record.creators.value.names: who.creators(number)
            for number, listing in zip(fields.numbers, fields.listings, strict=True)
            if listing.record.creators is not None
        }
        self._lists = self._choose_list()

    def _choose_list(self) -> Chosen[NameList] | None:
        claims = self._fields.claims(lambda record: record.creators)
        if not claims:
            return None
        return choose(
            claims,
            lambda value: (self._people(value), value.complete),
            choices.CREATORS,
            _listed,
        )

    def _people(self, listed: NameList) -> tuple[PersonId, ...]:
        return tuple([person for _, person in self._credited[listed.names]])

    def creator_lists(self) -> Stated[NameList] | None:
        """The lists of creators, as stated."""
        if self._lists is None:
            return None

        def agree(shown: NameList, other: NameList) -> bool:
            return lists_agree(
                self._people(shown),
                self._people(other),
                shown_complete=shown.complete,
                other_complete=other.complete,
            )

        if len(self._lists.variants) > 1:
            field = Field("work", self._fields.id, "creators")
            self.conflicts.extend(find_conflict(field, self._lists, agree, _listed))
        return Stated(self._lists.variants[0].value, self._lists.claims, self._lists.rule)

    def credits(self) -> tuple[Credit, ...]:
        """The creators in the order of the leading list, then those whom another list or a profile gives."""
        found: dict[PersonId, Credit] = {}
        for place, claim in enumerate(self._lists.claims if self._lists else ()):
            for position, (name, person) in enumerate(self._credited[claim.value.names], start=1):
                if person not in found:
                    found[person] = Credit(person, name, claim.span, None if place else position)
        for number, listing in zip(self._fields.numbers, self._fields.listings, strict=True):
            owner = self._who.owner(number)
            if owner is not None and listing.owner is not None and owner not in found:
                found[owner] = self._hidden(owner, listing, listing.owner, number)
        return tuple(found.values())

    def complete(self) -> bool:
        """Whether the creators are all there: a source leaves nobody out, or nobody but a profile's owner."""
        records = zip(self._fields.numbers, self._fields.listings, strict=True)
        lists = [(number, listing.record.creators) for number, listing in records]
        stated = [(number, claim) for number, claim in lists if claim is not None]
        if not stated:
            return any(self._who.owner(number) is not None for number, _ in lists)
        return any(claim.value.complete or self._who.implied(number) for number, claim in stated)

    def _hidden(self, owner: PersonId, listing: Listing, profile: Claim[str], number: int) -> Credit:
        """The credit of a profile's owner whom no list of creators names."""
        listed = listing.record.creators
        lacks = (
            "the list of creators does not show the name" if listed else "of this one, it names no creators"
        )
        why = (
            f"The work stands on the profile of {profile.value}, who is a creator of every work there; "
            f"{lacks}."
        )
        spans = (profile.span, listed.span if listed else listing.span)
        decided = f"{profile.value} is one of the creators."
        self.decisions.append(DecisionDraft(number, decided, "profile-owner", (Evidence(why, spans),)))
        return Credit(owner, profile.value, profile.span, None, why)

    def fellows(self) -> tuple[Credit, ...]:
        """Whom a programme names as its fellows, each once."""
        return self._named(self._who.fellows, attrgetter("fellows"))

    def mentors(self) -> tuple[Credit, ...]:
        """Whom a programme names as helping with the work, each once."""
        return self._named(self._who.mentors, attrgetter("mentors"))

    def _named(
        self, people: Callable[[int], Credited], claim_of: Callable[[WorkRecord], Claim[NameList] | None]
    ) -> tuple[Credit, ...]:
        """Those whom the listings name in one field, each once."""
        found: dict[PersonId, Credit] = {}
        for number, listing in zip(self._fields.numbers, self._fields.listings, strict=True):
            for credit in credits_of(claim_of(listing.record), people(number)):
                found.setdefault(credit.person, credit)
        return tuple(found.values())


def _listed(names: NameList) -> str:
    return ", ".join(names.names) + ("" if names.complete else " et al.")
