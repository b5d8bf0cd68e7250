"""Which listings state one work."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from seedbed.model.decision import Evidence
from seedbed.resolve.blocking import LARGEST_BLOCK, abstract_keys, pairs, title_keys
from seedbed.resolve.clusters import Clusters, gathered
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft
from seedbed.resolve.listing_facts import Facts, alike, read_facts
from seedbed.resolve.listings import Listing
from seedbed.resolve.rules import TITLE_RULES, TitleRule
from seedbed.resolve.rulings import Rulings, merge_is_ruled_out
from seedbed.text.names import Name


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
    listings: Sequence[Listing], rulings: Rulings, name_of: Callable[[str], Name]
) -> WorkGroups:
    """Put together the listings of one work: first what the maintainer says, then what the rules find.

    Args:
        listings: Of all seeds.
        rulings: The maintainer's.
        name_of: Takes a name apart.

    Raises:
        SeedbedError: Two rulings contradict each other.
    """
    grouping = _Grouping(listings, [read_facts(listing, name_of) for listing in listings])
    grouping.obey(rulings)
    grouping.match_titles()
    grouping.match_untitled()
    grouping.match_near()
    groups = sorted(grouping.clusters.groups(), key=grouping.content)
    return WorkGroups(tuple(groups), tuple(grouping.decisions), tuple(grouping.questions))


class _Grouping:
    """The state of one grouping. What is equal in content is compared once, whatever its place."""

    def __init__(self, listings: Sequence[Listing], facts: Sequence[Facts]) -> None:
        self.listings = listings
        self.facts = facts
        self.clusters = Clusters(len(listings))
        self.decisions: list[DecisionDraft] = []
        self.questions: list[QuestionDraft] = []
        self.order = sorted(range(len(listings)), key=lambda number: facts[number].order())

    def content(self, group: Sequence[int]) -> tuple[object, ...]:
        """Sorts groups by what they say, wherever they stand."""
        return (sorted(self.facts[number].order() for number in group), group)

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
        for number in block:
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

    def match_untitled(self) -> None:
        """Give an abstract without a title to the one work whose abstract it is."""
        rule = TITLE_RULES[1]
        blocks = gathered((self.facts[number].abstract, number) for number in self.order)
        for abstract, block in blocks.items():
            if abstract:
                self._match_same_abstract(block, rule)

    def _match_same_abstract(self, block: Sequence[int], rule: TitleRule) -> None:
        untitled = [number for number in block if not self.facts[number].title]
        titled = {self.clusters.find(number) for number in block if self.facts[number].title}
        for other in untitled[1:]:
            self._unite(untitled[0], other, rule)
        if not untitled or not titled:
            return
        if len(titled) == 1:
            self._unite(min(titled), untitled[0], rule)
        else:
            for number in sorted(titled):
                self._ask(number, untitled[0], rule)

    def match_near(self) -> None:
        """Unite what is nearly alike and supported by the rest; ask where it is not."""
        blocks = gathered(
            (key, number)
            for number in self._fullest()
            for facts in (self.facts[number],)
            for key in (*title_keys(facts), *abstract_keys(facts))
        )
        near = [pair for pair in pairs(blocks) if not self.clusters.same(*pair)]
        ranked = sorted(near, key=lambda pair: (self._unlikeness(pair), *self._rank(pair)))
        untitled_at: dict[int, int] = {}
        for one, other in ranked:
            if self._waits(one, other, untitled_at):
                continue
            for rule in TITLE_RULES[1:]:
                if rule.test(self.facts[one], self.facts[other]):
                    if rule.sure(self.facts[one], self.facts[other]):
                        self._unite(one, other, rule)
                        break
                    self._ask(one, other, rule)

    def _fullest(self) -> list[int]:
        """One listing for each content of each cluster: what is equal need not be compared twice."""
        seen = set()
        kept = []
        for number in self.order:
            key = (self.clusters.find(number), self.facts[number])
            if key not in seen:
                seen.add(key)
                kept.append(number)
        return kept

    def _unlikeness(self, pair: tuple[int, int]) -> float:
        one, other = (self.facts[number] for number in pair)
        return 100.0 - alike(one, other) if one.abstract and other.abstract else 100.0

    def _rank(self, pair: tuple[int, int]) -> tuple[object, ...]:
        return tuple(sorted(self.facts[number].order() for number in pair))

    def _waits(self, one: int, other: int, untitled_at: dict[int, int]) -> bool:
        """Whether a listing without a title was given to a work that is more alike."""
        for number, partner in ((one, other), (other, one)):
            if not self.facts[number].title and self.facts[partner].title:
                taken = untitled_at.setdefault(self.clusters.find(number), partner)
                if not self.clusters.same(taken, partner):
                    return True
        return False

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
            sentence += f" The abstracts share {int(percent)} % of their letters."
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


def first_words(text: str, count: int = 9) -> str:
    """The beginning of a text, with an ellipsis where it goes on."""
    found = text.split()
    return " ".join(found[:count]) + ("…" if len(found) > count else "")


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks, joined by "and"."""
    return " and ".join(f"“{name}”" for name in sorted(set(names)))
