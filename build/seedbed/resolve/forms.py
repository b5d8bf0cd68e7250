"""The names that the seeds state, each form once, with every place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from seedbed.model.library import Role
from seedbed.model.record import NameList, ProfileRecord, TranscriptRecord
from seedbed.model.source import Claim, Span, place_of
from seedbed.resolve.introductions import introductions
from seedbed.resolve.listings import Listing, Stock, first_line
from seedbed.resolve.short_labels import fuller_labels
from seedbed.text.lines import clean
from seedbed.text.names import Name

_ROLE_WORDS = frozenset(
    {"host", "guest", "interviewer", "interviewee", "moderator", "speaker", "narrator", "audience", "q", "a"}
)
HOST_WORDS = frozenset({"host", "interviewer", "moderator"})
"""Labels that stand for the host of a conversation."""


@dataclass(frozen=True, slots=True)
class FormKey:
    """A form of a name, and the place that it is confined to: names mean the same everywhere, labels not."""

    name: str
    place: str = ""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a form stands.

    Attributes:
        role: What the person is there.
        work: The number of the work's group; -1 where there is none.
        where: The number of the listing, profile or transcript that the line belongs to, by `role`.
        position: Counted from 1; 0 where there is no order.
    """

    role: Role
    span: Span
    work: int = -1
    where: int = -1
    position: int = 0


@dataclass(slots=True)
class Forms:
    """Every form, by number, in the order of names.

    Attributes:
        keys: The forms.
        names: Each taken apart.
        places: For each form, where it stands.
        creators: For each listing, the numbers of its creators' forms, in order, without doubles.
        fellows: For each listing, those of its fellows.
        mentors: For each listing, those of its mentors.
        owners: For each profile, its owner's form.
        speakers: For each transcript, the form of each label.
        hosts: For each transcript, the form of its host; None where it has none.
        fuller: For each transcript and form of a short label, that of the full label that it takes over from,
            or of the name that the conversation introduces its bearer by.
    """

    keys: tuple[FormKey, ...]
    names: tuple[Name, ...]
    places: tuple[list[Place], ...]
    creators: list[tuple[int, ...]] = field(default_factory=list)
    fellows: list[tuple[int, ...]] = field(default_factory=list)
    mentors: list[tuple[int, ...]] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    speakers: list[Mapping[str, int]] = field(default_factory=list)
    hosts: list[int | None] = field(default_factory=list)
    fuller: list[Mapping[int, int]] = field(default_factory=list)

    def name(self, form: int) -> str:
        """A form as it is written."""
        return self.keys[form].name


Splits = Mapping[str, tuple[str, ...]]
"""Names that were run together, and what they are."""

Confined = Mapping[tuple[str, int], str]
"""Names that the maintainer tells apart: by name and work, the place that they are meant at."""


def collect_forms(
    stock: Stock, group_of: Sequence[int], splits: Splits, confined: Confined, name_of: Callable[[str], Name]
) -> Forms:
    """Collect every form of a name.

    Args:
        stock: What the seeds state.
        group_of: For each listing, the number of its work's group.
        splits: Names to take as several.
        confined: Names to take as one person's in one work only.
        name_of: Takes a name apart.
    """
    collector = _Collector(splits, confined, name_of)
    for number, listing in enumerate(stock.listings):
        collector.add_listing(number, listing, group_of[number])
    for number, profile in enumerate(stock.profiles):
        collector.add_profile(number, profile)
    for number, transcript in enumerate(stock.transcripts):
        collector.add_transcript(number, transcript)
    return collector.finish()


def is_label(name: Name) -> bool:
    """Whether a label says too little to mean the same person elsewhere ("Jane", "Host", "Speaker 2")."""
    return (
        (len(name.parts) < 2 or not name.family) and not name.native  # noqa: PLR2004 (a given and a family name)
    ) or any(part in _ROLE_WORDS or not part.isalpha() for part in name.parts)


class _Collector:
    def __init__(self, splits: Splits, confined: Confined, name_of: Callable[[str], Name]) -> None:
        self.splits = splits
        self.confined = confined
        self.name_of = name_of
        self.meant: dict[str, tuple[str, ...]] = {}
        self.numbers: dict[tuple[str, str], int] = {}
        self.places: list[list[Place]] = []
        self.creators: list[tuple[int, ...]] = []
        self.fellows: list[tuple[int, ...]] = []
        self.mentors: list[tuple[int, ...]] = []
        self.owners: list[int] = []
        self.speakers: list[Mapping[str, int]] = []
        self.hosts: list[int | None] = []
        self.fuller: list[Mapping[int, int]] = []

    def add_listing(self, number: int, listing: Listing, work: int) -> None:
        record = listing.record
        self.creators.append(self._add_list(record.creators, "author", number, work))
        self.fellows.append(self._add_list(record.fellows, "fellow", number, work))
        self.mentors.append(self._add_list(record.mentors, "mentor", number, work))

    def _add_list(self, claim: Claim[NameList] | None, role: Role, where: int, work: int) -> tuple[int, ...]:
        if claim is None:
            return ()
        forms: dict[int, None] = {}
        names = [name for stated in claim.value.names for name in self._meant(stated)]
        for position, name in enumerate(names, start=1):
            form = self._number(name, self.confined.get((name, work), ""))
            if form not in forms:
                forms[form] = None
                self.places[form].append(Place(role, claim.span, work, where, position))
        return tuple(forms)

    def _meant(self, stated: str) -> tuple[str, ...]:
        """The name that a list states, cleaned, or those that were run together there."""
        names = self.meant.get(stated)
        if names is None:
            name = clean(stated)
            names = self.meant[stated] = self.splits.get(name, (name,))
        return names

    def add_profile(self, number: int, profile: ProfileRecord) -> None:
        form = self._number(clean(profile.name.value))
        self.places[form].append(Place("profile owner", profile.name.span, where=number))
        self.owners.append(form)

    def add_transcript(self, number: int, transcript: TranscriptRecord) -> None:
        host = None
        if transcript.host is not None:
            host = self._number(clean(transcript.host.value))
            self.places[host].append(Place("host", transcript.host.span, where=number))
        seed = first_line(transcript).seed
        labels: dict[str, int] = {}
        for turn in transcript.turns:
            if turn.speaker is None:
                continue
            label = clean(turn.label)
            form = labels.get(label)
            if form is None:
                place = seed if is_label(self.name_of(label)) else ""
                form = labels[label] = self._number(label, place)
            self.places[form].append(Place("guest", turn.speaker.span, where=number))
        self.hosts.append(host)
        self.speakers.append(labels)
        self.fuller.append(self._fuller(number, transcript, labels))

    def _fuller(self, number: int, transcript: TranscriptRecord, labels: Mapping[str, int]) -> dict[int, int]:
        """For labels that say little the form that they stand for: as the page states it, or as is told."""
        turns = [clean(turn.label) for turn in transcript.turns if turn.speaker is not None]
        fuller = {labels[short]: labels[full] for short, full in fuller_labels(turns, self.name_of).items()}
        told = {
            label: claim
            for label, claim in introductions(transcript, self.name_of).items()
            if labels[label] not in fuller
        }
        cast = {each.value.label: Claim(each.value.name, each.span) for each in transcript.cast}
        by_letters = {self.name_of(label).letters: form for label, form in labels.items()}
        for label, claim in {**told, **cast}.items():
            if label in labels and label.isupper() and not is_label(self.name_of(label)):
                self.places[self._number(clean(claim.value))].append(Place("guest", claim.span, where=number))
            elif label in labels and is_label(self.name_of(label)):
                form = self._number(clean(claim.value))
                self.places[form].append(Place("guest", claim.span, where=number))
                # The same name may be a label as well, written otherwise: "ANN LEE".
                fuller[labels[label]] = by_letters.get(self.name_of(claim.value).letters, form)
        return fuller

    def _number(self, name: str, place: str = "") -> int:
        number = self.numbers.setdefault((name, place), len(self.numbers))
        if number == len(self.places):
            self.places.append([])
        return number

    def finish(self) -> Forms:
        """The forms, numbered in the order of their names, so that neither paths nor places matter."""
        keys = sorted(self.numbers)
        new = {self.numbers[key]: number for number, key in enumerate(keys)}
        return Forms(
            keys=tuple(FormKey(name, place) for name, place in keys),
            names=tuple(self.name_of(name) for name, _ in keys),
            places=tuple(
                sorted(self.places[self.numbers[key]], key=lambda place: place_of(place.span)) for key in keys
            ),
            creators=[tuple(new[form] for form in forms) for forms in self.creators],
            fellows=[tuple(new[form] for form in forms) for forms in self.fellows],
            mentors=[tuple(new[form] for form in forms) for forms in self.mentors],
            owners=[new[form] for form in self.owners],
            speakers=[{label: new[form] for label, form in labels.items()} for labels in self.speakers],
            hosts=[None if form is None else new[form] for form in self.hosts],
            fuller=[{new[short]: new[full] for short, full in pairs.items()} for pairs in self.fuller],
        )
