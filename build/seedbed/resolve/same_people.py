"""Which forms of a name are one person."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seedbed.model.decision import Evidence
from seedbed.resolve.beside import speakers_beside
from seedbed.resolve.blocking import LARGEST_BLOCK, near_name_keys, pairs, same_name_keys
from seedbed.resolve.clusters import Clusters, gathered, shared
from seedbed.resolve.drafts import DecisionDraft, QuestionDraft
from seedbed.resolve.encounters import Encounter, encounters
from seedbed.resolve.forms import Forms
from seedbed.resolve.listings import Stock
from seedbed.resolve.merging import Merging, Proposal, rule_for
from seedbed.resolve.people import choose_name
from seedbed.resolve.rules import CONTEXTS, NAME_RULES, NameRule
from seedbed.resolve.rulings import Rulings
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
    merging = Merging(forms)
    merging.keep_apart(rulings)
    merging.obey(rulings)
    merging.carry_out(_by_name(forms))
    merging.carry_out(_by_encounter(forms, encounters(forms, stock, group_of, titles, merging.clusters)))
    merging.carry_out(_by_encounter(forms, speakers_beside(forms, stock, merging.clusters)))
    merging.carry_out(_by_co_authors(forms, merging.clusters))
    return PeopleGroups(merging.clusters.groups(), tuple(merging.decisions), tuple(merging.questions))


def _by_name(forms: Forms) -> Iterator[Proposal]:
    """Names that are the same but for their writing."""
    alone = [rule for rule in NAME_RULES if rule.colleagues == 0]
    for one, other in pairs(_blocks(forms, same_name_keys).values()):
        rule = rule_for(forms, one, other, alone)
        if rule is not None:
            yield Proposal(one, other, rule.name, _names_say(forms, rule, one, other), sure=True)


def _by_encounter(forms: Forms, found: Iterable[Encounter]) -> Iterator[Proposal]:
    """Names that a source brings together in one spot."""
    for encounter in found:
        one, other = encounter.one, encounter.other
        rule = rule_for(forms, one, other)
        if rule is None and not encounter.any_name:
            continue
        evidence = _names_say(forms, rule, one, other) if rule else ()
        yield Proposal(
            one,
            other,
            encounter.context if rule is None else rule.name,
            (*evidence, encounter.evidence),
            sure=encounter.sure,
            alias=encounter.any_name,
        )


def _by_co_authors(forms: Forms, clusters: Clusters) -> list[Proposal]:
    """Names that differ in a middle name, an initial or a letter, where co-authors may speak for it."""
    colleagues = _colleagues(forms, clusters)
    proposals = []
    for one, other in _weak_pairs(forms, clusters, colleagues):
        rule = rule_for(forms, one, other)
        if rule is None:
            continue
        common = colleagues.get(clusters.find(one), set()) & colleagues.get(clusters.find(other), set())
        evidence = (*_names_say(forms, rule, one, other), *_colleagues_say(forms, clusters, common))
        sure = len(common) >= rule.colleagues
        proposals.append(Proposal(one, other, rule.name, evidence, sure=sure, doubt=not common))
    return _worth_asking(proposals, clusters)


def _blocks(forms: Forms, keys_of: Callable[[Name], Iterable[Hashable]]) -> Mapping[Hashable, list[int]]:
    """The forms that share a key; a label's keys are its own, since it says nothing beyond its place."""
    return shared(
        ((forms.keys[form].place, key), form)
        for form, name in enumerate(forms.names)
        for key in keys_of(name)
    )


def _colleagues(forms: Forms, clusters: Clusters) -> dict[int, set[int]]:
    """For each cluster those with whom it stands in a list that is short enough to tell."""
    found: dict[int, set[int]] = {}
    for listed in forms.creators:
        if len(listed) <= LARGEST_TEAM:
            team = {clusters.find(form) for form in listed}
            for member in team:
                found.setdefault(member, set()).update(team - {member})
    return found


def _weak_pairs(
    forms: Forms, clusters: Clusters, colleagues: Mapping[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of forms of different clusters; in large blocks, only those that share a co-author."""
    blocks: dict[Hashable, Sequence[int]] = {}
    for key, block in _blocks(forms, near_name_keys).items():
        if len(block) <= LARGEST_BLOCK:
            blocks[key] = block
        else:
            blocks |= gathered(
                ((key, colleague), form)
                for form in block
                for colleague in sorted(colleagues.get(clusters.find(form), ()))
            )
    for one, other in pairs(blocks.values()):
        if not clusters.same(one, other):
            yield one, other


def _worth_asking(proposals: Sequence[Proposal], clusters: Clusters) -> list[Proposal]:
    """All but those that nothing besides the names speaks for, where a name comes near several others."""
    near: dict[int, set[int]] = {}
    for proposal in proposals:
        one, other = clusters.find(proposal.one), clusters.find(proposal.other)
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return [
        proposal
        for proposal in proposals
        if not proposal.doubt
        or all(len(near[clusters.find(form)]) == 1 for form in (proposal.one, proposal.other))
    ]


def _names_say(forms: Forms, rule: NameRule, one: int, other: int) -> tuple[Evidence, ...]:
    sentence = rule.sentence.format(one=forms.name(one), other=forms.name(other))
    spans = tuple(place.span for form in (one, other) for place in forms.places[form][:1])
    return (Evidence(sentence, spans),)


def _colleagues_say(forms: Forms, clusters: Clusters, common: set[int]) -> tuple[Evidence, ...]:
    if not common:
        return ()
    names = sorted(choose_name(clusters.members(root), forms, (), "").name for root in common)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    listed = ", ".join(f"“{name}”" for name in names[:MOST_NAMED])
    return (Evidence(CONTEXTS["shared-co-authors"].format(others=listed + more)),)
