"""Speakers whom the works that are listed beside their conversation name by an initial."""

from __future__ import annotations

from collections.abc import Iterator

from seedbed.model.decision import Evidence
from seedbed.model.source import Span
from seedbed.resolve.clusters import Clusters, gathered
from seedbed.resolve.encounters import Encounter
from seedbed.resolve.forms import Forms
from seedbed.resolve.listings import Stock, first_line, title_of
from seedbed.resolve.name_tests import initials
from seedbed.resolve.rules import CONTEXTS


def speakers_beside(forms: Forms, stock: Stock, clusters: Clusters) -> Iterator[Encounter]:
    """Each speaker with the one creator there whose name may be theirs: "Ann Lee", and "Lee, A." below.

    Args:
        forms: The forms of names.
        stock: What the seeds state.
        clusters: Which forms are one person so far.
    """
    by_family = gathered(
        (name.family_letters, form) for form, name in enumerate(forms.names) if not forms.keys[form].place
    )
    for number, transcript in enumerate(stock.transcripts):
        seed = first_line(transcript).seed
        title = title_of(transcript)
        for label in sorted(set(forms.speakers[number].values())):
            members = clusters.members(clusters.find(label))
            for other in sorted(
                form for form in members if forms.names[form].family and not forms.keys[form].place
            ):
                like = [
                    one
                    for one in by_family.get(forms.names[other].family_letters, ())
                    if initials(forms.names[one], forms.names[other]) and not clusters.same(one, other)
                ]
                people = {clusters.find(one) for one in like}
                for one in like:
                    if _listed_in(forms, one, seed):
                        sure = len(people) == 1 and not _is_anyone_else(
                            forms, one, other, by_family, clusters
                        )
                        yield Encounter(
                            one, other, "speaker-beside", _evidence(forms, one, other, seed, title), sure
                        )


def _listed_in(forms: Forms, form: int, seed: str) -> bool:
    return any(place.role == "author" and place.span.seed == seed for place in forms.places[form])


def _is_anyone_else(
    forms: Forms, one: int, other: int, by_family: dict[str, list[int]], clusters: Clusters
) -> bool:
    """Whether somebody else in the library has a name that the initial may stand for."""
    return any(
        initials(forms.names[one], forms.names[each])
        and not clusters.same(each, other)
        and not clusters.same(each, one)
        for each in by_family[forms.names[one].family_letters]
    )


def _evidence(forms: Forms, one: int, other: int, seed: str, title: str) -> Evidence:
    sentence = CONTEXTS["speaker-beside"].format(one=forms.name(one), other=forms.name(other), work=title)
    return Evidence(sentence, tuple(sorted({_first(forms, form, seed) for form in (one, other)})))


def _first(forms: Forms, form: int, seed: str) -> Span:
    """The first line of the seed that states a form."""
    places = [place.span for place in forms.places[form]]
    return next((span for span in places if span.seed == seed), places[0])
