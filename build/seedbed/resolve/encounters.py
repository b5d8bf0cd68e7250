"""Where sources bring two names together: a work listed twice, its fellows, a profile, a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from seedbed.model.decision import Evidence
from seedbed.model.record import NameList, TranscriptRecord
from seedbed.model.source import Claim, Span
from seedbed.resolve.clusters import Clusters, gathered
from seedbed.resolve.forms import HOST_WORDS, Forms, is_label
from seedbed.resolve.listings import Stock, title_of
from seedbed.resolve.rules import CONTEXTS, NAME_RULES
from seedbed.resolve.short_labels import is_short_for
from seedbed.text.titles import words

SURE_OF_SPEAKER = frozenset({"middle-name", "second-family-name", "stated-nickname", "generational-suffix"})
"""How a speaker's name may differ from that of the only one in the library whom it can mean."""

ANY_NAME = frozenset({"fellow-by-family-name", "creator-by-family-name", "short-label"})
"""Contexts that bring together names which no rule finds alike."""

_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two forms that a source brings together.

    Attributes:
        one: The form that was there (a creator).
        other: The form that must be one of those.
        context: Its name in `CONTEXTS`.
        sure: Whether nobody else comes into question.
        any_name: Whether they may be one even if no rule finds the names alike.
    """

    one: int
    other: int
    context: str
    evidence: Evidence
    sure: bool = True
    any_name: bool = False


def encounters(
    forms: Forms, stock: Stock, group_of: Sequence[int], titles: Sequence[str], clusters: Clusters
) -> tuple[Encounter, ...]:
    """Every encounter of two forms that are not one person so far.

    Args:
        forms: The forms of names.
        stock: What the seeds state.
        group_of: For each listing, the number of its work's group.
        titles: For each group, its title.
        clusters: Which forms are one person so far.
    """
    meeting = _Meeting(forms, stock, group_of, titles, clusters)
    return (
        *meeting.same_work(),
        *meeting.fellows(),
        *meeting.owners(),
        *meeting.speakers(),
    )


class _Meeting:
    def __init__(
        self, forms: Forms, stock: Stock, group_of: Sequence[int], titles: Sequence[str], clusters: Clusters
    ) -> None:
        self.forms = forms
        self.stock = stock
        self.group_of = group_of
        self.titles = titles
        self.clusters = clusters
        self.listings_of = gathered((group, number) for number, group in enumerate(group_of))

    def same_work(self) -> Iterator[Encounter]:
        """Two lists of one work's creators, of which each has a name that the other lacks."""
        for group, numbers in self.listings_of.items():
            if len(numbers) == 1:
                continue
            lists = sorted(
                {self.forms.creators[number] for number in numbers} - {()},
                key=lambda each: (-len(each), each),
            )
            for shorter in lists[1:]:
                yield from self._two_lists(group, lists[0], shorter)

    def _two_lists(self, group: int, fuller: Sequence[int], shorter: Sequence[int]) -> Iterator[Encounter]:
        here, there = self._missing(fuller, shorter), self._missing(shorter, fuller)
        for other, candidates in self._candidates(there, here):
            for one in candidates:
                yield self._at_work("same-work", one, other, group, sure=len(candidates) == 1)
        for short, full in ((there, here), (here, there)):
            yield from self._by_family_alone(short, full, group)

    def _by_family_alone(self, wanted: Sequence[int], pool: Sequence[int], group: int) -> Iterator[Encounter]:
        """Creators of whom one list has the family name and no more, and another the whole name."""
        by_family = gathered((self.forms.names[form].family_letters, form) for form in pool)
        for other in wanted:
            bearers = by_family.get(self.forms.names[other].letters, ())
            if len(bearers) == 1:
                yield self._at_work("creator-by-family-name", bearers[0], other, group, sure=True)

    def _missing(self, listed: Iterable[int], elsewhere: Iterable[int]) -> list[int]:
        """The forms of one list whose person the other does not have."""
        found = {self.clusters.find(form) for form in elsewhere}
        return [form for form in listed if self.clusters.find(form) not in found]

    def _candidates(self, wanted: Iterable[int], pool: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
        """For each form wanted, those of the pool that a rule finds alike; none where it finds none."""
        index = gathered((part, form) for form in pool for part in self._telling_parts(form))
        for other in wanted:
            near = sorted({form for part in self._telling_parts(other) for form in index.get(part, ())})
            candidates = [form for form in near if self._alike(form, other)]
            if candidates:
                yield other, candidates

    def _telling_parts(self, form: int) -> set[str]:
        name = self.forms.names[form]
        return {part for part in name.parts if len(part) > 1 or name.native} | {name.letters}

    def _alike(self, one: int, other: int) -> bool:
        return any(rule.test(self.forms.names[one], self.forms.names[other]) for rule in NAME_RULES)

    def fellows(self) -> Iterator[Encounter]:
        """A fellow of an entry who is not among its creators under the same name."""
        for number, fellows in enumerate(self.forms.fellows):
            group = self.group_of[number]
            pool = self._creators_of(group)
            if not fellows or not pool:
                continue
            wanted = self._missing(fellows, pool)
            if not wanted:
                continue
            left = self._missing(pool, fellows)
            matched: set[int] = set()
            for other, candidates in self._candidates(wanted, left):
                matched.update((other, *candidates))
                for one in candidates:
                    sure = len(candidates) == 1
                    yield self._at_work("fellow-among-creators", one, other, group, sure=sure)
            if all(self._is_complete(each) for each in self.listings_of[group]):
                wanted = [form for form in wanted if form not in matched]
                yield from self._by_family(wanted, [form for form in left if form not in matched], group)

    def _creators_of(self, group: int) -> list[int]:
        return sorted({form for number in self.listings_of[group] for form in self.forms.creators[number]})

    def _is_complete(self, number: int) -> bool:
        creators = self.stock.listings[number].record.creators
        return creators is None or creators.value.complete

    def _by_family(self, wanted: Sequence[int], pool: Sequence[int], group: int) -> Iterator[Encounter]:
        """Fellows who share only the family name of one creator, and nobody else does."""
        by_family = gathered((self.forms.names[form].family_letters, form) for form in pool)
        rivals = gathered((self.forms.names[form].family_letters, form) for form in wanted)
        for other in wanted:
            family = self.forms.names[other].family_letters
            bearers = by_family.get(family, ()) if family else ()
            if len(bearers) == 1 == len(rivals[family]):
                one = bearers[0]
                unknown = not self._is_creator(other)
                yield self._at_work("fellow-by-family-name", one, other, group, sure=unknown)

    def _is_creator(self, form: int) -> bool:
        return any(
            place.role == "author"
            for each in self.clusters.members(form)
            for place in self.forms.places[each]
        )

    def owners(self) -> Iterator[Encounter]:
        """The owner of a profile, on a work that names its creators, but none by that name.

        On several works several names may come near: each is the owner's that is the only one on a work whose
        list of creators is whole.
        """
        owner_at = {
            profile.name.span: form
            for profile, form in zip(self.stock.profiles, self.forms.owners, strict=True)
        }
        found: dict[int, dict[int, tuple[int, int]]] = {}
        told: set[tuple[int, int]] = set()
        for number, listing in enumerate(self.stock.listings):
            if listing.owner is None:
                continue
            owner = owner_at[listing.owner.span]
            group = self.group_of[number]
            pool = self._creators_of(group)
            for other, candidates in self._candidates(self._missing([owner], pool), pool):
                people = {self.clusters.find(one): one for one in reversed(candidates)}
                for cluster, one in people.items():
                    found.setdefault(other, {}).setdefault(cluster, (one, group))
                if len(people) == 1 and self._is_complete(number):
                    told.update((other, cluster) for cluster in people)
        for other, by_cluster in sorted(found.items()):
            for cluster, (one, group) in sorted(by_cluster.items(), key=itemgetter(1)):
                sure = len(by_cluster) == 1 or (other, cluster) in told
                yield self._at_work("owner-among-creators", one, other, group, sure=sure)

    def speakers(self) -> Iterator[Encounter]:
        """A speaker whom a label names in short, or who is a creator under a fuller name."""
        known = [
            form
            for form, places in enumerate(self.forms.places)
            if not self.forms.keys[form].place
            and any(place.role in {"author", "profile owner"} for place in places)
        ]
        by_part = gathered((part, form) for form in known for part in self._telling_parts(form))
        by_letters = {
            name.letters: form
            for form, name in reversed(list(enumerate(self.forms.names)))
            if not self.forms.keys[form].place
        }
        for number, transcript in enumerate(self.stock.transcripts):
            labels = self.forms.speakers[number]
            title = title_of(transcript)
            for label in sorted(labels):
                if self.forms.keys[labels[label]].place:
                    yield from self._short_label(number, labels[label], transcript, by_letters, title)
                elif not self._is_creator(labels[label]):
                    yield from self._full_label(labels[label], by_part, title)

    def _short_label(
        self, number: int, other: int, transcript: TranscriptRecord, by_letters: Mapping[str, int], title: str
    ) -> Iterator[Encounter]:
        host = self.forms.hosts[number]
        parts = self.forms.names[other].parts
        fuller = self.forms.fuller[number].get(other)
        if fuller is not None:
            yield self._encounter("short-label", fuller, other, title, sure=True)
        if fuller is not None or len(parts) != 1:
            return
        if parts[0] in HOST_WORDS:
            candidates = [] if host is None else [host]
        else:
            named = {
                form for form in self._named_before(transcript, by_letters) if self._is_called(form, other)
            }
            if host is not None and self._is_called(host, other):
                named.add(host)
            candidates = sorted({self.clusters.find(form): form for form in sorted(named)}.values())
        for one in candidates:
            yield self._encounter("short-label", one, other, title, sure=len(candidates) == 1)

    def _is_called(self, form: int, label: int) -> bool:
        """Whether a label of one word is among somebody's names, or is their initials ("AL")."""
        short, full = self.forms.names[label], self.forms.names[form]
        return short.parts[0] in full.parts or is_short_for(self.forms.name(label), short, full)

    def _named_before(self, transcript: TranscriptRecord, by_letters: Mapping[str, int]) -> set[int]:
        """Whom the transcript's title and summary name in full."""
        texts = [transcript.title.value] if transcript.title else []
        texts += [paragraph.value for paragraph in transcript.summary]
        found = set()
        for text in texts:
            run = words(text)
            for start in range(len(run)):
                for length in range(2, _LONGEST_NAME + 1):
                    form = by_letters.get("".join(run[start : start + length]))
                    if form is not None and not is_label(self.forms.names[form]):
                        found.add(form)
        return found

    def _full_label(
        self, other: int, by_part: Mapping[str, Sequence[int]], title: str
    ) -> Iterator[Encounter]:
        near = sorted({form for part in self._telling_parts(other) for form in by_part.get(part, ())})
        rules = {
            form: rule.name
            for form in near
            for rule in reversed(NAME_RULES)
            if rule.test(self.forms.names[form], self.forms.names[other])
        }
        people = {self.clusters.find(form) for form in rules}
        for one, rule_name in sorted(rules.items()):
            sure = len(people) == 1 and rule_name in SURE_OF_SPEAKER
            yield self._encounter("speaker-in-library", one, other, title, sure=sure)

    def _at_work(self, context: str, one: int, other: int, group: int, *, sure: bool) -> Encounter:
        """An encounter at a work, whose own lines are shown for it."""
        met = self._encounter(context, one, other, self.titles[group], sure=sure)
        spans = {span for form in (one, other) for span in self._nearest(form, group)}
        return replace(met, evidence=Evidence(met.evidence.sentence, tuple(sorted(spans))))

    def _encounter(self, context: str, one: int, other: int, title: str, *, sure: bool) -> Encounter:
        sentence = CONTEXTS[context].format(
            one=self.forms.name(one), other=self.forms.name(other), work=title
        )
        spans = {place.span for form in (one, other) for place in self.forms.places[form][:1]}
        evidence = Evidence(sentence, tuple(sorted(spans)))
        return Encounter(one, other, context, evidence, sure, context in ANY_NAME)

    def _nearest(self, form: int, group: int) -> tuple[Span, ...]:
        """A line that states a form: of the work in question, where that names it."""
        here = [
            claim.span
            for number in self.listings_of.get(group, ())
            for forms, claim in self._lists(number)
            if claim is not None and form in forms
        ]
        return (min(here),) if here else tuple(place.span for place in self.forms.places[form][:1])

    def _lists(self, number: int) -> Iterator[tuple[Sequence[int], Claim[NameList] | None]]:
        record = self.stock.listings[number].record
        yield self.forms.creators[number], record.creators
        yield self.forms.fellows[number], record.fellows
