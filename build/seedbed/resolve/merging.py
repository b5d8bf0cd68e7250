"""Forms of names put together, as far as the evidence goes; where it does not go far enough, a question."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations

from seedbed.model.decision import Evidence
from seedbed.resolve.blocking import LARGEST_BLOCK
from seedbed.resolve.clusters import Clusters
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft
from seedbed.resolve.forms import Forms
from seedbed.resolve.rules import NAME_RULES, NameRule
from seedbed.resolve.rulings import Rulings, merge_is_ruled_out
from seedbed.resolve.same_works import quoted


@dataclass(frozen=True, slots=True)
class Proposal:
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


class Merging:
    """The state of putting forms together.

    Forms that stand in one list, speak in one conversation, or own two profiles are different people, unless
    they are the same name but for its writing, or the maintainer says so.

    Attributes:
        clusters: The forms that are one person so far.
        decisions: What was decided so far; members are forms.
        questions: What could not be decided.
    """

    def __init__(self, forms: Forms) -> None:
        """Begin with each form by itself."""
        self.forms = forms
        self.clusters = Clusters(len(forms.keys))
        self.decisions: list[DecisionDraft] = []
        self.questions: list[QuestionDraft] = []
        self._aliases: set[int] = set()

    def keep_apart(self, rulings: Rulings) -> None:
        """Mark what must not become one."""
        for label, side, numbers in rulings.apart:
            for number in numbers:
                self.clusters.tag(number, label, side)
        for place in _LISTS:
            for where, found in enumerate(getattr(self.forms, place)):
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
                if _is_ruling(label):
                    raise merge_is_ruled_out(rulings.path, label, ruled.line, self.forms.name(other))
                self.clusters.unite(ruled.numbers[0], other)
            self._aliases.update(ruled.numbers)
            decided = f"{quoted(self.forms.name(number) for number in ruled.numbers)} are one person."
            self.decisions.append(
                DecisionDraft(ruled.numbers[0], decided, ruled.key, ruled.evidence, "curation")
            )

    def carry_out(self, proposals: Iterable[Proposal]) -> None:
        """Unite what is sure, unless a form could as well be somebody else; ask about the rest.

        Whether a form is ambiguous is judged by all proposals together, so that their order does not matter.
        """
        ranked = sorted(proposals, key=lambda each: (each.one, each.other, each.rule))
        ends = [(self.clusters.find(each.one), self.clusters.find(each.other)) for each in ranked]
        partners: dict[int, set[int]] = {}
        for proposal, (one, other) in zip(ranked, ends, strict=True):
            if proposal.sure and one != other:
                if not proposal.alias:  # else its letters say nothing against the other names of that person
                    partners.setdefault(one, set()).add(other)
                partners.setdefault(other, set()).add(one)
        ambiguous = {form for form, found in partners.items() if self._disagree(found)}
        asked: dict[tuple[int, int], Proposal] = {}
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

    def _may_unite(self, proposal: Proposal) -> bool:
        if proposal.alias:
            return self.clusters.apart(proposal.one, proposal.other) is None
        return self._compatible(proposal.one, proposal.other)

    def _compatible(self, one: int, other: int) -> bool:
        """Whether every form of one could be the other's; those bound by more than letters set aside."""
        if self.clusters.apart(one, other) is not None:
            return False
        return all(
            mine in self._aliases or theirs in self._aliases or rule_for(self.forms, mine, theirs) is not None
            for mine in self.clusters.members(one)
            for theirs in self.clusters.members(other)
        )

    def _unite(self, proposal: Proposal) -> None:
        self.clusters.unite(proposal.one, proposal.other)
        if proposal.alias:
            self._aliases.add(proposal.other)
        decided = f"“{self.forms.name(proposal.one)}” and “{self.forms.name(proposal.other)}” are one person."
        self.decisions.append(DecisionDraft(proposal.one, decided, proposal.rule, proposal.evidence))

    def _ask(self, proposal: Proposal) -> None:
        label = self.clusters.apart(proposal.one, proposal.other)
        if _is_ruling(label):
            return
        evidence = proposal.evidence
        if isinstance(label, tuple):
            if label[0] in _LISTS:
                return
            evidence = (*evidence, Evidence(_AGAINST[label[0]]))
        forms = json.dumps([self._entry(proposal.one), self._entry(proposal.other)], ensure_ascii=False)
        self.questions.append(
            QuestionDraft(
                (proposal.one, proposal.other),
                f"Are “{self.forms.name(proposal.one)}” and “{self.forms.name(proposal.other)}” one person?",
                evidence,
                (
                    ("They are one person.", f"people:\n  - same: {forms}"),
                    ("They are two people.", f"people:\n  - different: {forms}"),
                ),
            )
        )

    def _entry(self, form: int) -> str:
        """A form as the curation file names it."""
        key = self.forms.keys[form]
        return f"{key.name} @ {key.place}" if key.place else key.name


def rule_for(forms: Forms, one: int, other: int, rules: Iterable[NameRule] = NAME_RULES) -> NameRule | None:
    """The first rule by which two forms may be one person's name."""
    first, second = forms.names[one], forms.names[other]
    return next((rule for rule in rules if rule.test(first, second)), None)


_LISTS = ("creators", "fellows", "mentors")
"""One list that names both says that they are two people: nothing is left to ask."""

_AGAINST = {
    "owners": "Both have a profile of their own.",
    "speakers": "They speak with each other in one conversation.",
}


def _is_ruling(label: Hashable | None) -> bool:
    """Whether it is the maintainer who keeps two things apart."""
    return isinstance(label, tuple) and label[0] == "curation"
