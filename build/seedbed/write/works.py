"""The page of a work, and the list of all works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedbed.model.library import Stated, Work
from seedbed.model.link import Backlinks, Target
from seedbed.model.list_page import WorksPage
from seedbed.model.page import Page
from seedbed.model.prose import opening
from seedbed.model.shown import Credited, Note, Ref, Ruling
from seedbed.model.source import Span
from seedbed.model.thing_page import WorkPage
from seedbed.text.lines import is_cut_off
from seedbed.text.prose import read_prose
from seedbed.write import addresses
from seedbed.write.citation import cite
from seedbed.write.line_ranges import claimed
from seedbed.write.order import newest_works, whole_years, year_of
from seedbed.write.passages import discussion_quotes, mention_quotes, passage, passages
from seedbed.write.rows import because, by_year
from seedbed.write.rulings import agreeing, choice, disagreements_on, questions_on, rulings_on
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import (
    counted,
    joined,
    listed,
    newest_counted,
    sentence,
    separator,
    shortened,
    why_inferred,
)
from seedbed.write.work_facts import work_facts

WORKS_A_PAGE = 1000
"""Works in one list; a longer one fills several pages."""

ALL_WORKS = Ref("Papers", "papers/index")
"""The list of all works."""

_NONE = "No capture states a paper yet."


def work_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """A page a work, by id."""
    for work in shelf.works:
        yield Task(addresses.work_page(work), _work_page, work)


def works_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """The list of all works, the newest first; parts of it where it is long."""
    ordered = newest_works(shelf)
    parts = whole_years(shelf, ordered, WORKS_A_PAGE)
    labels = [_part_label(shelf, part, number) for number, part in enumerate(parts, start=1)]
    for number, part in enumerate(parts, start=1):
        held = _held(shelf, ordered if number == 1 else part)
        lead = f"{held}." if ordered else _NONE
        description = _list_description(shelf, ordered) if number == 1 else _part_description(shelf, part)
        yield Task(
            addresses.part_page(ALL_WORKS.address, number),
            _works_page,
            (number, labels, part, lead, description),
        )


def _works_page(shelf: Shelf, part: tuple[int, list[str], list[str], str, str]) -> Iterator[Page]:
    number, labels, works, lead, description = part
    parts = addresses.part_refs(ALL_WORKS.address, labels, number)
    yield Page(
        path=f"{addresses.part_page(ALL_WORKS.address, number)}.md",
        title="Papers" if number == 1 else f"Papers, part {number}",
        description=description,
        kind="works",
        value=WorksPage("Papers", lead, by_year(shelf.rows[work] for work in works) if works else (), parts),
        parent=Ref("") if number == 1 else ALL_WORKS,
        listed=False,
    )


def _part_label(shelf: Shelf, part: Sequence[str], number: int) -> str:
    """A part by its years."""
    years = [year for work in (*part[:1], *part[-1:]) if (year := year_of(shelf, work))]
    return "–".join(dict.fromkeys(years)) or f"part {number}"


def _held(shelf: Shelf, ordered: Sequence[str]) -> str:
    """How many works a list holds that is in the order of their dates; those without one stand last."""
    return newest_counted(len(ordered), "paper", dated=bool(ordered and year_of(shelf, ordered[0])))


def _list_description(shelf: WholeShelf, ordered: Sequence[str]) -> str:
    if not ordered:
        return _NONE
    years = [year for work in ordered if (year := year_of(shelf, work))]
    span = f", from {years[-1]} to {years[0]}" if years and years[0] != years[-1] else ""
    if span and len(years) < len(ordered):
        span = f", those with a date{span.removeprefix(',')}"
    creators = sum(1 for person in shelf.people.values() if person.works)
    by = f", by {counted(creators, 'person', 'people')}" if creators else ""
    every = "The " if len(ordered) > 1 else ""
    return shortened(f"{every}{counted(len(ordered), 'paper')} of this library{span}{by}.")


def _part_description(shelf: Shelf, part: Sequence[str]) -> str:
    years = dict.fromkeys(year for work in (part[-1], part[0]) if (year := year_of(shelf, work)))
    span = f" of {'–'.join(years)}" if years else ""
    order = ", the newest first" if years else ""
    return f"{counted(len(part), 'paper')}{span} in this library{order}."


def _work_page(shelf: Shelf, subject: str) -> Iterator[Page]:
    work = shelf.works[subject]
    backlinks = shelf.leading_to.get(("work", work.id)) or Backlinks(Target("work", work.id))
    discussed = discussion_quotes(shelf, backlinks.discussions)
    quoted = {(quote.words, quote.place) for quote in discussed}
    title = read_prose(work.title.shown)
    value = WorkPage(
        title=passage(
            title[0] if len(title) == 1 else read_prose(shelf.titles[work.id].replace("\n", " "))[0]
        ),
        title_source=shelf.places.sources(agreeing(shelf, "work", work.id, work.title)),
        creators=tuple(Credited(shelf.credited(credit), credit.inferred) for credit in work.creators),
        creators_source=shelf.places.sources(claimed(work.creator_lists)),
        creators_incomplete=not work.creators_complete,
        facts=tuple(work_facts(shelf, work)),
        abstract=passages(shelf, "work", work.id, 0, shelf.abstracts[work.id]),
        abstract_source=shelf.places.sources(agreeing(shelf, "work", work.id, work.abstract)),
        abstract_cut=work.abstract is not None and is_cut_off(work.abstract.shown),
        disagreements=disagreements_on(shelf, "work", work.id),
        discussed=discussed,
        mentioned=tuple(
            quote
            for quote in mention_quotes(shelf, backlinks.mentions)
            if (quote.words, quote.place) not in quoted
        ),
        related=tuple(
            because(shelf.rows[each.other], each.reasons) for each in shelf.related.get(work.id, ())
        ),
        citation=cite(work, shelf),
        sources=tuple(_source(shelf, work, span) for span in work.sources),
        rulings=rulings_on(shelf, "work", work.id) + _choices(shelf, work),
        questions=questions_on(shelf, "work", work.id),
        title_note=why_inferred(work.title),
        creators_word="creator" if len(work.creators) == 1 and work.creators_complete else "creators",
    )
    yield Page(
        path=f"{addresses.work_page(work.id)}.md",
        title=shelf.titles[work.id],
        description=_description(shelf, work),
        kind="work",
        value=value,
        tags=tuple(topic.label for topic in shelf.topics_of.get(work.id, ())),
        parent=ALL_WORKS,
        mend=mend(shelf, work.sources),
    )


def _description(shelf: Shelf, work: Work) -> str:
    creators = [shelf.names[credit.person] for credit in work.creators[:3]]
    left_out = len(work.creators) > len(creators) or not work.creators_complete
    by = (
        f"By {separator(creators).join(creators)} et al."
        if creators and left_out
        else sentence(f"By {listed(creators)}")
        if creators
        else ""
    )
    return shortened(joined((by, opening(shelf.abstracts[work.id])))) or shortened(
        f"What the sources state of {shelf.titles[work.id]}."
    )


def mend(shelf: Shelf, spans: Sequence[Span]) -> str:
    """Where to look when what a page shows is wrong: the lines that state it."""
    lines: dict[str, list[str]] = {}
    for source in shelf.places.sources(spans[:3]):
        lines.setdefault(source.seed, []).append(source.lines)
    return "; ".join(f"{seed}, {listed(held)}" for seed, held in lines.items())


def _source(shelf: Shelf, work: Work, span: Span) -> Note:
    """What one source states of a work."""
    stated: list[tuple[str, Stated[object] | None]] = [
        # A title that no source states, and no maintainer either, is taken from the abstract.
        ("title", work.title if work.title.rule or not work.title.inferred else None),
        (_creators_word(work, span), work.creator_lists),
        ("date", work.date),
        ("abstract", work.abstract),
        ("category", work.category),
        ("score", work.score),
        ("code", work.has_code),
        ("venue", work.venue),
    ]
    held = [name for name, value in stated if any(_within(place, span) for place in claimed(value))]
    for one, several, places in (
        ("organisation", "organisations", [claim.span for claim in work.organisations]),
        ("topic", "topics", [claim.span for claim in work.topics]),
        ("link", "links", [claim.span for claim in work.links]),
        ("publication", "publication", [claim.span for claim in work.particulars]),
        ("fellow", "fellows", [credit.span for credit in work.fellows]),
        ("mentor", "mentors", [credit.span for credit in work.mentors]),
    ):
        size = sum(_within(place, span) for place in places)
        if size:
            held.append(one if size == 1 else several)
    source = shelf.places.source(span)
    return Note(source.seed, (source,), f"states its {listed(held)}" if held else "")


def _creators_word(work: Work, span: Span) -> str:
    """What the list of creators in some lines is called, by how many it names."""
    claims = work.creator_lists.claims if work.creator_lists is not None else ()
    lists = [claim.value for claim in claims if _within(claim.span, span)]
    return (
        "creator" if lists and all(len(each.names) == 1 and each.complete for each in lists) else "creators"
    )


def _within(inner: Span, outer: Span) -> bool:
    return inner.seed == outer.seed and outer.first <= inner.first and inner.last <= outer.last


def _choices(shelf: Shelf, work: Work) -> tuple[Ruling, ...]:
    return (
        *choice(shelf, "title", work.title),
        *choice(shelf, "creators", work.creator_lists),
        *choice(shelf, "date", work.date),
        *choice(shelf, "abstract", work.abstract),
        *choice(shelf, "category", work.category),
        *choice(shelf, "score", work.score),
        *choice(shelf, "venue", work.venue),
    )
