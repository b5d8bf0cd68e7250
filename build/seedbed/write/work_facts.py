"""What the page of a work states besides title, creators and abstract, each fact with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedbed.model.library import Credit, Work
from seedbed.model.shown import Fact, FactValue
from seedbed.model.source import Claim, Span
from seedbed.text.categories import category_name
from seedbed.text.slugs import slug
from seedbed.write import addresses
from seedbed.write.line_ranges import claimed
from seedbed.write.rulings import agreeing
from seedbed.write.shelf import Shelf
from seedbed.write.wording import day_month_year, stated_date, why_inferred

_CATEGORY = "category"
_APART = {"comment": "Comment", "license": "Licence"}
"""Particulars that do not say how a work was published, each with the fact that it is."""


def work_facts(shelf: Shelf, work: Work) -> Iterator[Fact]:
    """The facts in the order of the page: when and where it appeared, on what, with whom, and where it is."""
    if work.date is not None:
        shown = stated_date(work.date)
        text, iso = (shown.text, shown.iso) if shown else (day_month_year(work.date.shown), "")
        sources = shelf.places.sources(agreeing(shelf, "work", work.id, work.date))
        note = why_inferred(work.date)
        yield Fact("Date", (FactValue(text, sources, date=iso, inferred=bool(note)),), note)
    yield from _publication_fact(shelf, work)
    yield from _topic_fact(shelf, work)
    yield from _categories(shelf, work)
    yield from _organisations(shelf, work.organisations)
    yield from _people("Fellow" if len(work.fellows) == 1 else "Fellows", shelf, work.fellows)
    yield from _people("Mentored or supervised by", shelf, work.mentors)
    if work.score is not None:
        yield Fact("Score", (FactValue(str(work.score.shown), shelf.places.sources(claimed(work.score))),))
    if work.has_code is not None and work.has_code.shown:
        yield Fact("Code", (FactValue("available", shelf.places.sources(claimed(work.has_code))),))
    links = tuple(
        FactValue(claim.value, shelf.places.sources((claim.span,)), url=claim.value) for claim in work.links
    )
    if links:
        yield Fact("Link" if len(links) == 1 else "Links", links)
    listed_in = tuple(
        FactValue(ref.label, address=ref.address)
        for ref in (shelf.collection(each) for each in shelf.collections_of.get(work.id, ()))
    )
    if listed_in:
        yield Fact("Listed in", listed_in)


def _publication_fact(shelf: Shelf, work: Work) -> Iterator[Fact]:
    """Where it appeared, and in which volume, on which pages, by whom."""
    venue = (
        ()
        if work.venue is None
        else (FactValue(work.venue.shown, shelf.places.sources(claimed(work.venue))),)
    )
    others = [claim for claim in work.particulars if claim.value.label != _CATEGORY]
    particulars = tuple(
        FactValue(
            claim.value.value if claim.value.label == "type" else f"{claim.value.label} {claim.value.value}",
            shelf.places.sources((claim.span,)),
        )
        for claim in others
        if claim.value.label not in _APART
    )
    if venue or particulars:
        yield Fact("Published in" if venue else "Published", (*venue, *particulars))
    for stated, label in _APART.items():
        values = tuple(
            FactValue(claim.value.value, shelf.places.sources((claim.span,)))
            for claim in others
            if claim.value.label == stated
        )
        if values:
            yield Fact(label, values)


def _categories(shelf: Shelf, work: Work) -> Iterator[Fact]:
    """The category, and those under which the work is listed besides."""
    named = [(work.category.shown, claimed(work.category))] if work.category is not None else []
    named += [
        (claim.value.value, (claim.span,)) for claim in work.particulars if claim.value.label == _CATEGORY
    ]
    values = []
    for category, spans in named:
        name = category_name(category)
        values.append(FactValue(f"{name} ({category})" if name else category, shelf.places.sources(spans)))
    if values:
        yield Fact("Category" if len(values) == 1 else "Categories", tuple(values))


def _people(label: str, shelf: Shelf, credits_: Sequence[Credit]) -> Iterator[Fact]:
    """One fact for all, each under the name there."""
    values = tuple(
        FactValue(ref.label, shelf.places.sources((credit.span,)), ref.address)
        for credit, ref in ((credit, shelf.credited(credit)) for credit in credits_)
    )
    if values:
        yield Fact(label, values)


def _organisations(shelf: Shelf, claims: Sequence[Claim[str]]) -> Iterator[Fact]:
    """One fact for all claims, each value once with every place that states it."""
    spans: dict[str, list[Span]] = {}
    for claim in claims:
        spans.setdefault(claim.value, []).append(claim.span)
    if spans:
        values = tuple(FactValue(value, shelf.places.sources(places)) for value, places in spans.items())
        yield Fact("Organisation" if len(values) == 1 else "Organisations", values)


def _topic_fact(shelf: Shelf, work: Work) -> Iterator[Fact]:
    """Every topic, and every label that sources state for it; topics that were found are marked."""
    stated: dict[str, list[Claim[str]]] = {}
    for claim in work.topics:
        stated.setdefault(slug(claim.value), []).append(claim)
    values = []
    for topic in shelf.topics_of.get(work.id, ()):
        claims = [claim for name in {topic.id, *map(slug, topic.phrases)} for claim in stated.pop(name, ())]
        spans = sorted(claim.span for claim in claims)
        values.append(
            FactValue(
                topic.label,
                shelf.places.sources(spans),
                addresses.topic_page(topic.id),
                inferred=topic.kind == "derived" and not spans,
            )
        )
    values.extend(
        FactValue(claims[0].value, shelf.places.sources(claim.span for claim in claims))
        for claims in stated.values()
    )
    if values:
        yield Fact("Topic" if len(values) == 1 else "Topics", tuple(values))
