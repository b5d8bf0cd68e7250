"""Which listings state one work."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from seedbed.model.decision import Evidence
from seedbed.resolve.blocking import LARGEST_BLOCK, pairs, sketch, title_keys
from seedbed.resolve.clusters import Clusters, gathered, shared
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft
from seedbed.resolve.listing_facts import Facts, alike, creator_key, read_facts
from seedbed.resolve.listings import Listing
from seedbed.resolve.rules import TITLE_RULES, TitleRule
from seedbed.resolve.rulings import Rulings, merge_is_ruled_out
from seedbed.text.names import Name

FIRST_WORDS = 9
"""Words of an abstract by which a work without a title is called."""
CLEARLY_LESS = 2.0
"""Percent of letters by which the second best match of an abstract must fall short of the best."""


@dataclass(frozen=True, slots=True)
class WorkGroups:
    """Which listings are one work, and how that was decided.

    Attributes:
        groups: The numbers of the listings of each work; works are in the order of their content.
        decisions: Their members are numbers of listings.
        questions: So are theirs.
    """

    groups: tuple[tuple[int, ...], ...]
    decisions: tuple[DecisionDraft, ...]
    questions: tuple[QuestionDraft, ...]


def group_listings(
    listings: Sequence[Listing],
    rulings: Rulings,
    name_of: Callable[[str], Name],
    sketch: Callable[[str], tuple[int, ...]] = sketch,
) -> WorkGroups:
    """Put together the listings of one work: first what the maintainer says, then what the rules find.

    Args:
        listings: Of all seeds.
        rulings: The maintainer's.
        name_of: Takes a name apart.
        sketch: Finds the keys by which abstracts are compared.

    Raises:
        SeedbedError: Two rulings contradict each other.
    """
    creator_of = cache(lambda stated: creator_key(name_of(stated)))
    grouping = _Grouping(listings, [read_facts(listing, creator_of) for listing in listings], cache(sketch))
    grouping.obey(rulings)
    grouping.match_titles()
    grouping.match_near()
    grouping.match_untitled()
    groups = sorted(grouping.clusters.groups(), key=grouping.content)
    return WorkGroups(tuple(groups), tuple(grouping.decisions), tuple(grouping.questions))


class _Grouping:
    """The state of one grouping. What is equal in content is compared once, whatever its place.

    `equal` has for each listing the number of the first that states just the same.
    """

    def __init__(
        self,
        listings: Sequence[Listing],
        facts: Sequence[Facts],
        sketch: Callable[[str], tuple[int, ...]],
    ) -> None:
        self.listings = listings
        self.facts = facts
        self.sketch = sketch
        self.clusters = Clusters(len(listings))
        self.decisions: list[DecisionDraft] = []
        self.questions: list[QuestionDraft] = []
        self.orders = [each.order() for each in facts]
        first: dict[Facts, int] = {}
        times = Counter(each.title for each in facts)
        self.equal = [
            first.setdefault(each, number) if times[each.title] > 1 else number
            for number, each in enumerate(facts)
        ]
        self.order = sorted(range(len(listings)), key=self.orders.__getitem__)

    def content(self, group: Sequence[int]) -> tuple[object, ...]:
        """Sorts groups by what they say, wherever they stand."""
        return (sorted(self.orders[number] for number in group), group)

    def obey(self, rulings: Rulings) -> None:
        """Keep apart, and put together, what the maintainer says."""
        for label, side, numbers in rulings.apart:
            for number in numbers:
                self.clusters.tag(number, label, side)
        for ruled in rulings.same:
            for other in ruled.numbers[1:]:
                label = self.clusters.apart(ruled.numbers[0], other)
                if label is not None:
                    raise merge_is_ruled_out(rulings.path, label, ruled.line, self._form(other))
                self.clusters.unite(ruled.numbers[0], other)
            decided = f"{quoted(self._form(number) for number in ruled.numbers)} are one work."
            self.decisions.append(
                DecisionDraft(ruled.numbers[0], decided, ruled.key, ruled.evidence, "curation")
            )

    def match_titles(self) -> None:
        """Unite equal titles, but for those whose abstracts, creators or times speak against it."""
        blocks = gathered((self.facts[number].title, number) for number in self.order)
        for title, block in blocks.items():
            if title and len(block) > 1:
                self._match_block(block, TITLE_RULES[0])

    def _match_block(self, block: Sequence[int], rule: TitleRule) -> None:
        """Unite a block's listings; one that could belong to two works of the block belongs to neither."""
        works: list[list[int]] = []
        alike: dict[int, int] = {}
        for number in block:
            first = alike.setdefault(self.equal[number], number)
            if first != number and self.clusters.apart(first, number) is None:
                self._unite(first, number, rule)
                continue
            fitting = [
                work
                for work in works[:LARGEST_BLOCK]
                if all(rule.sure(self.facts[number], self.facts[other]) for other in work[:LARGEST_BLOCK])
                and self.clusters.apart(number, work[0]) is None
            ]
            if len(fitting) == 1:
                self._unite(fitting[0][0], number, rule)
                fitting[0].append(number)
            else:
                for work in fitting or works[:LARGEST_BLOCK]:
                    self._ask(work[0], number, rule)
                works.append([number])

    def match_near(self) -> None:
        """Unite what is nearly alike and supported by the rest; ask where it is not."""
        blocks = shared(
            (key, number)
            for number in self._fullest()
            for key in (*title_keys(self.facts[number]), *self._text_keys(number))
        )
        near = [
            (one, other)
            for one, other in pairs(blocks.values())
            if self._titled(one) == self._titled(other)
            and not self.clusters.same(one, other)
            and any(rule.test(self.facts[one], self.facts[other]) for rule in TITLE_RULES[1:])
        ]
        for one, other in sorted(near, key=lambda pair: (self._unlikeness(pair), self._rank(pair))):
            for rule in TITLE_RULES[1:]:
                if rule.test(self.facts[one], self.facts[other]):
                    if rule.sure(self.facts[one], self.facts[other]):
                        self._unite(one, other, rule)
                        break
                    self._ask(one, other, rule)

    def match_untitled(self) -> None:
        """Give an abstract without a title to the one work whose abstract it is, or most like by far."""
        rule = TITLE_RULES[1]
        candidates: dict[int, dict[int, tuple[int, int]]] = {}
        fullest = self._fullest()
        wanted = {key for number in fullest if not self._titled(number) for key in self._text_keys(number)}
        blocks = shared(
            (key, number) for number in fullest if wanted for key in self._text_keys(number) if key in wanted
        )
        for pair in pairs(blocks.values()):
            other, one = sorted(pair, key=self._titled)
            if self._titled(one) != self._titled(other) and rule.test(self.facts[one], self.facts[other]):
                best = candidates.setdefault(self.clusters.find(other), {})
                known = best.setdefault(self.clusters.find(one), (one, other))
                best[self.clusters.find(one)] = min(known, (one, other), key=self._unlikeness)
        for best in candidates.values():
            found = sorted(best.values(), key=lambda pair: (self._unlikeness(pair), self._rank(pair)))
            least = self._unlikeness(found[0]) + CLEARLY_LESS
            rivals = [pair for pair in found if self._unlikeness(pair) <= least]
            for one, other in rivals:
                if len(rivals) == 1:
                    self._unite(one, other, rule)
                else:
                    self._ask(one, other, rule)

    def _text_keys(self, number: int) -> tuple[int, ...]:
        abstract = self.facts[number].abstract
        return self.sketch(abstract) if abstract else ()

    def _titled(self, number: int) -> bool:
        return bool(self.facts[number].title)

    def _fullest(self) -> list[int]:
        """One listing for each content: of equal ones, which are one work or are asked about, the first."""
        first: dict[tuple[int, int], int] = {}
        for number in self.order:
            first.setdefault((self.clusters.find(number), self.equal[number]), number)
        return list(first.values())

    def _unlikeness(self, pair: tuple[int, int]) -> float:
        one, other = (self.facts[number] for number in pair)
        return 100.0 - alike(one, other) if one.abstract and other.abstract else 100.0

    def _rank(self, pair: tuple[int, int]) -> tuple[object, ...]:
        return tuple(sorted(self.orders[number] for number in pair))

    def _unite(self, one: int, other: int, rule: TitleRule) -> None:
        if self.clusters.same(one, other) or self.clusters.apart(one, other) is not None:
            return
        self.clusters.unite(one, other)
        evidence = self._evidence(one, other, rule)
        names = " and ".join(f"{self._name(number)} ({self._place(number)})" for number in (one, other))
        decided = f"{names} are one work."
        self.decisions.append(DecisionDraft(one, decided, rule.name, evidence))

    def _ask(self, one: int, other: int, rule: TitleRule) -> None:
        if self.clusters.same(one, other) or self.clusters.apart(one, other) is not None:
            return
        one, other = sorted((one, other), key=self._form)
        first, second = self._form(one), self._form(other)
        if first == second:
            first = f"{first} @ {self.listings[one].span.seed}"
            second = f"{second} @ {self.listings[other].span.seed}"
        forms = json.dumps([first, second], ensure_ascii=False)
        self.questions.append(
            QuestionDraft(
                (one, other),
                f"Are {self._name(one)} and {self._name(other)} one work?",
                self._evidence(one, other, rule),
                (
                    ("They are one work.", f"works:\n  - same: {forms}"),
                    ("They are two works.", f"works:\n  - different: {forms}"),
                ),
            )
        )

    def _evidence(self, one: int, other: int, rule: TitleRule) -> tuple[Evidence, ...]:
        spans = tuple(sorted({self.listings[one].span, self.listings[other].span}))
        sentence = rule.sentence.format(one=self._form(one), other=self._form(other))
        percent = alike(self.facts[one], self.facts[other])
        if self.facts[one].abstract and self.facts[other].abstract and percent:
            sentence += f" The abstracts share {int(percent)}% of their letters."
        shared = len(self.facts[one].creators & self.facts[other].creators)
        if shared:
            sentence += f" They share {shared} creator{'s' if shared > 1 else ''}."
        return (Evidence(sentence, spans),)

    def _form(self, number: int) -> str:
        return work_form(self.listings[number])

    def _name(self, number: int) -> str:
        return f"“{self._form(number)}”"

    def _place(self, number: int) -> str:
        return str(self.listings[number].span)


def work_form(listing: Listing) -> str:
    """How a listing's work is named where it has no address yet: its title, or its abstract's first words."""
    if listing.record.title is not None:
        return listing.record.title.value
    return first_words(listing.record.abstract.value) if listing.record.abstract else str(listing.span)


def first_words(text: str) -> str:
    """The beginning of a text, with an ellipsis where it goes on."""
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks, joined by "and"."""
    return " and ".join(f"“{name}”" for name in sorted(set(names)))
