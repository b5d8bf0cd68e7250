"""Which forms of a name are one person."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from seedbed.model.decision import Evidence
from seedbed.model.source import Span
from seedbed.resolve.blocking import LARGEST_BLOCK, near_name_keys, pairs, same_name_keys
from seedbed.resolve.clusters import Clusters, gathered, shared
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft
from seedbed.resolve.encounters import Encounter, encounters
from seedbed.resolve.forms import Forms
from seedbed.resolve.listings import Stock
from seedbed.resolve.rules import CONTEXTS, NAME_RULES, NameRule
from seedbed.resolve.rulings import Rulings, merge_is_ruled_out
from seedbed.resolve.same_works import quoted
from seedbed.text.names import Name

LARGEST_TEAM = 50
"""To have written with someone in a longer list of creators is no evidence of knowing them."""

MOST_NAMED = 3
"""How many shared co-authors a sentence names."""


@dataclass(frozen=True, slots=True)
class PeopleGroups:
    """Which forms are one person, and how that was decided; members of decisions and questions are forms."""

    groups: tuple[tuple[int, ...], ...]
    decisions: tuple[DecisionDraft, ...]
    questions: tuple[QuestionDraft, ...]


def group_forms(
    forms: Forms, stock: Stock, group_of: Sequence[int], titles: Sequence[str], rulings: Rulings
) -> PeopleGroups:
    """Put together the forms that name one person.

    First what the maintainer says; then names that are the same but for their writing; then names that the
    sources bring together in one spot; last, names that differ more, where shared co-authors speak for it.

    Args:
        forms: The forms of names, and where they stand.
        stock: What the seeds state.
        group_of: For each listing, the number of its work's group.
        titles: For each group, its title.
        rulings: The maintainer's.

    Raises:
        SeedbedError: Two rulings contradict each other.
    """
    grouping = _Grouping(forms)
    grouping.keep_apart(rulings)
    grouping.obey(rulings)
    grouping.by_name()
    grouping.by_encounter(encounters(forms, stock, group_of, titles, grouping.clusters))
    grouping.by_co_authors()
    return PeopleGroups(grouping.clusters.groups(), tuple(grouping.decisions), tuple(grouping.questions))


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Two forms that may be one person, with the rule and the evidence.

    Attributes:
        sure: Whether the evidence is enough.
        alias: Whether the second is bound to the first by more than its letters.
        doubt: Whether nothing but the names speaks for it.
    """

    one: int
    other: int
    rule: str
    evidence: tuple[Evidence, ...]
    sure: bool
    alias: bool = False
    doubt: bool = False


class _Grouping:
    """The state of one grouping.

    Forms that stand in one list, speak in one conversation, or own two profiles are different people, unless
    they are the same name but for its writing, or the maintainer says so.
    """

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.clusters = Clusters(len(forms.keys))
        self.decisions: list[DecisionDraft] = []
        self.questions: list[QuestionDraft] = []
        self.aliases: set[int] = set()

    def keep_apart(self, rulings: Rulings) -> None:
        """Mark what must not become one."""
        for label, side, numbers in rulings.apart:
            for number in numbers:
                self.clusters.tag(number, label, side)
        for place, lists in (("creators", self.forms.creators), ("fellows", self.forms.fellows)):
            for where, found in enumerate(lists):
                for form in found:
                    self.clusters.tag(form, (place, where), form)
        for where, labels in enumerate(self.forms.speakers):
            fuller = self.forms.fuller[where]
            for form in labels.values():
                self.clusters.tag(form, ("speakers", where), fuller.get(form, form))
        for form in self.forms.owners:
            self.clusters.tag(form, ("owners", ""), form)

    def obey(self, rulings: Rulings) -> None:
        """Unite what the maintainer says is one."""
        for ruled in rulings.same:
            for other in ruled.numbers[1:]:
                label = self.clusters.apart(ruled.numbers[0], other)
                if is_ruling(label):
                    raise merge_is_ruled_out(rulings.path, label, ruled.line, self._name(other))
                self.clusters.unite(ruled.numbers[0], other)
            self.aliases.update(ruled.numbers)
            decided = f"{quoted(self._name(number) for number in ruled.numbers)} are one person."
            self.decisions.append(
                DecisionDraft(ruled.numbers[0], decided, ruled.key, ruled.evidence, "curation")
            )

    def by_name(self) -> None:
        """Unite names that are the same but for their writing."""
        alone = [rule for rule in NAME_RULES if rule.colleagues == 0]
        proposals = []
        for one, other in pairs(self._blocks(same_name_keys).values()):
            rule = self._rule_for(one, other, alone)
            if rule is not None:
                evidence = self._evidence(rule, one, other)
                proposals.append(_Proposal(one, other, rule.name, evidence, sure=True))
        self._carry_out(proposals)

    def _blocks(self, keys: Callable[[Name], Iterable[Hashable]]) -> Mapping[Hashable, list[int]]:
        """The forms that share a key; a label's keys are its own, since it says nothing beyond its place."""
        return shared(
            ((self.forms.keys[form].place, key), form)
            for form, name in enumerate(self.forms.names)
            for key in keys(name)
        )

    def by_encounter(self, found: Iterable[Encounter]) -> None:
        """Unite names that a source brings together in one spot."""
        proposals = []
        for encounter in found:
            one, other = encounter.one, encounter.other
            rule = self._rule_for(one, other, NAME_RULES)
            if rule is None and not encounter.any_name:
                continue
            evidence = (
                (*self._evidence(rule, one, other), encounter.evidence) if rule else (encounter.evidence,)
            )
            proposals.append(
                _Proposal(
                    one,
                    other,
                    encounter.context if rule is None else rule.name,
                    evidence,
                    sure=encounter.sure,
                    alias=encounter.any_name,
                )
            )
        self._carry_out(proposals)

    def by_co_authors(self) -> None:
        """Unite names that differ in a middle name, an initial or a letter, where co-authors speak for it."""
        colleagues = self._colleagues()
        proposals = []
        for one, other in self._weak_pairs(colleagues):
            rule = self._rule_for(one, other, NAME_RULES)
            if rule is None:
                continue
            shared = self._of(colleagues, one) & self._of(colleagues, other)
            evidence = (*self._evidence(rule, one, other), *self._shared(shared))
            sure = len(shared) >= rule.colleagues
            proposals.append(_Proposal(one, other, rule.name, evidence, sure=sure, doubt=not shared))
        self._carry_out(self._worth_asking(proposals))

    def _of(self, colleagues: Mapping[int, set[int]], form: int) -> set[int]:
        return colleagues.get(self.clusters.find(form), set())

    def _worth_asking(self, proposals: Sequence[_Proposal]) -> list[_Proposal]:
        """All but those that nothing besides the names speaks for, where a name comes near several others."""
        near: dict[int, set[int]] = {}
        for proposal in proposals:
            one, other = self.clusters.find(proposal.one), self.clusters.find(proposal.other)
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
        return [
            proposal
            for proposal in proposals
            if not proposal.doubt
            or all(len(near[self.clusters.find(form)]) == 1 for form in (proposal.one, proposal.other))
        ]

    def _colleagues(self) -> dict[int, set[int]]:
        """For each cluster those with whom it stands in a list that is short enough to tell."""
        found: dict[int, set[int]] = {}
        for listed in self.forms.creators:
            if len(listed) <= LARGEST_TEAM:
                team = {self.clusters.find(form) for form in listed}
                for member in team:
                    found.setdefault(member, set()).update(team - {member})
        return found

    def _weak_pairs(self, colleagues: Mapping[int, set[int]]) -> Iterator[tuple[int, int]]:
        """Pairs of forms of different clusters; in large blocks, only those that share a co-author."""
        blocks: dict[Hashable, Sequence[int]] = {}
        for key, block in self._blocks(near_name_keys).items():
            if len(block) <= LARGEST_BLOCK:
                blocks[key] = block
            else:
                blocks |= gathered(
                    ((key, colleague), form)
                    for form in block
                    for colleague in sorted(self._of(colleagues, form))
                )
        for one, other in pairs(blocks.values()):
            if not self.clusters.same(one, other):
                yield one, other

    def _rule_for(self, one: int, other: int, rules: Iterable[NameRule]) -> NameRule | None:
        first, second = self.forms.names[one], self.forms.names[other]
        return next((rule for rule in rules if rule.test(first, second)), None)

    def _carry_out(self, proposals: Sequence[_Proposal]) -> None:
        """Unite what is sure, unless a form could as well be somebody else; ask about the rest.

        Whether a form is ambiguous is judged by all proposals together, so that their order does not matter.
        """
        ranked = sorted(proposals, key=lambda each: (each.one, each.other, each.rule))
        ends = [(self.clusters.find(each.one), self.clusters.find(each.other)) for each in ranked]
        partners: dict[int, set[int]] = {}
        for proposal, (one, other) in zip(ranked, ends, strict=True):
            if proposal.sure and one != other:
                partners.setdefault(one, set()).add(other)
                partners.setdefault(other, set()).add(one)
        ambiguous = {form for form, found in partners.items() if self._disagree(found)}
        asked: dict[tuple[int, int], _Proposal] = {}
        for proposal, pair in zip(ranked, ends, strict=True):
            if self.clusters.same(proposal.one, proposal.other):
                continue
            if proposal.sure and not ambiguous.intersection(pair) and self._may_unite(proposal):
                self._unite(proposal)
            else:
                asked.setdefault((min(pair), max(pair)), proposal)
        for proposal in asked.values():
            if not self.clusters.same(proposal.one, proposal.other):
                self._ask(proposal)

    def _disagree(self, found: Iterable[int]) -> bool:
        """Whether several partners of one form cannot all be one person."""
        return any(not self._compatible(*pair) for pair in combinations(sorted(found)[:LARGEST_BLOCK], 2))

    def _may_unite(self, proposal: _Proposal) -> bool:
        label = self.clusters.apart(proposal.one, proposal.other)
        if label is not None:
            return False
        return proposal.alias or self._compatible(proposal.one, proposal.other)

    def _compatible(self, one: int, other: int) -> bool:
        """Whether every form of one could be the other's; those bound by more than letters set aside."""
        if self.clusters.apart(one, other) is not None:
            return False
        return all(
            mine in self.aliases
            or theirs in self.aliases
            or self._rule_for(mine, theirs, NAME_RULES) is not None
            for mine in self.clusters.members(one)
            for theirs in self.clusters.members(other)
        )

    def _unite(self, proposal: _Proposal) -> None:
        self.clusters.unite(proposal.one, proposal.other)
        if proposal.alias:
            self.aliases.add(proposal.other)
        decided = f"“{self._name(proposal.one)}” and “{self._name(proposal.other)}” are one person."
        self.decisions.append(DecisionDraft(proposal.one, decided, proposal.rule, proposal.evidence))

    def _ask(self, proposal: _Proposal) -> None:
        label = self.clusters.apart(proposal.one, proposal.other)
        if is_ruling(label):
            return
        evidence = proposal.evidence
        if isinstance(label, tuple):
            if label[0] in _LISTS:
                return
            evidence = (*evidence, Evidence(_AGAINST[label[0]]))
        forms = json.dumps([self._form(proposal.one), self._form(proposal.other)], ensure_ascii=False)
        self.questions.append(
            QuestionDraft(
                (proposal.one, proposal.other),
                f"Are “{self._name(proposal.one)}” and “{self._name(proposal.other)}” one person?",
                evidence,
                (
                    ("They are one person.", f"people:\n  - same: {forms}"),
                    ("They are two people.", f"people:\n  - different: {forms}"),
                ),
            )
        )

    def _evidence(self, rule: NameRule, one: int, other: int) -> tuple[Evidence, ...]:
        sentence = rule.sentence.format(one=self._name(one), other=self._name(other))
        return (Evidence(sentence, (*self._spans(one), *self._spans(other))),)

    def _shared(self, shared: set[int]) -> tuple[Evidence, ...]:
        if not shared:
            return ()
        names = sorted(min(self._name(form) for form in self.clusters.members(root)) for root in shared)
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        listed = ", ".join(f"“{name}”" for name in names[:MOST_NAMED])
        return (Evidence(CONTEXTS["shared-co-authors"].format(others=listed + more)),)

    def _spans(self, form: int) -> tuple[Span, ...]:
        return tuple(place.span for place in self.forms.places[form][:1])

    def _name(self, form: int) -> str:
        return self.forms.keys[form].name

    def _form(self, form: int) -> str:
        key = self.forms.keys[form]
        return f"{key.name} @ {key.place}" if key.place else key.name


_LISTS = frozenset({"creators", "fellows"})
"""One list that names both says that they are two people: nothing is left to ask."""

_AGAINST = {
    "owners": "Both have a profile of their own.",
    "speakers": "They speak with each other in one conversation.",
}


def is_ruling(label: Hashable | None) -> bool:
    """Whether it is the maintainer who keeps two things apart."""
    return isinstance(label, tuple) and label[0] == "curation"
