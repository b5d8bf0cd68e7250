"""A programme's page of cards as records: one list of works, with its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import (
    CollectionRecord,
    NameList,
    Particular,
    Reading,
    Record,
    SectionRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_control
from seedbed.read.claims import abstract_of, claim_of, links_of, publication_claims
from seedbed.read.coverage import account
from seedbed.read.creators import people_of, read_names
from seedbed.read.dated_headings import Headings
from seedbed.read.furniture import is_menu
from seedbed.read.lists.card_fields import Card
from seedbed.read.lists.card_labels import Who
from seedbed.read.lists.card_sections import says_who_leads
from seedbed.read.lists.cards import Cards
from seedbed.read.lists.dated_heads import DatedHead, heads_of_works, with_dated_heads
from seedbed.read.lists.fellows_alone import with_fellows_credited
from seedbed.read.lists.list_labels import label_of
from seedbed.read.lists.marked_fellows import with_marked_people
from seedbed.read.lists.named_titles import creator_before
from seedbed.read.lists.topic_lines import listed_topics
from seedbed.read.references.venue import read_publication, stated_date, stated_year
from seedbed.read.shape import is_prose, is_question, is_topic
from seedbed.read.vocabulary import OF_HEADINGS
from seedbed.read.works.bylines import organisations_in, without_place
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_FEWEST_QUESTIONS = 2
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_OF_PICTURE = (" logo", " Logo")
"""How the text ends that stands in place of a programme's picture."""


def read_cards(seed: Seed, kind: str, found: Cards, heads: Sequence[DatedHead] = ()) -> Reading:
    """The cards as one list; the works alone where nothing above them gives it a title.

    `heads` are lines that may stand beside titles and date them.
    """
    title, introduction = _opening(found.above)
    records: tuple[Record, ...]
    if title is None:
        records = tuple(_work(seed, card) for card in found.cards)
    else:
        records = (
            CollectionRecord(
                title=claim_of(seed, title),
                introduction=tuple(claim_of(seed, line) for line in introduction),
                sections=tuple(_sections(seed, found)),
            ),
        )
    records = with_fellows_credited(records)
    records = with_dated_heads(seed, records, heads_of_works(records, heads))
    return account(seed, kind, with_marked_people(seed, records))


def _opening(above: Sequence[Line]) -> tuple[Line | None, Sequence[Line]]:
    """The title of the list, and the running text below it; without such text, what stands first.

    Questions and their answers may stand below it, too.
    """
    asked = [at for at, line in enumerate(above) if is_question(line.text)]
    if len(asked) >= _FEWEST_QUESTIONS and asked[0]:
        return _opening(above[: asked[0]])
    text = next((at for at, line in enumerate(above) if _may_introduce(line.text)), None)
    headings = [line for line in above[:text] if _may_be_title(line.text)]
    if text is None:
        return (headings[0] if headings else None), ()
    end = next((at for at in range(text, len(above)) if not is_prose(above[at].text)), len(above))
    return (headings[-1], above[text:end]) if headings else (None, ())


def _may_be_title(text: str) -> bool:
    return not (is_menu(text) or _ends_in_button(text) or _is_labelled(text) or text.endswith(_OF_PICTURE))


def _may_introduce(text: str) -> bool:
    return is_prose(text) and not (is_menu(text) or _ends_in_button(text))


def _ends_in_button(text: str) -> bool:
    """Whether a button stands behind what a line says: "Applications close in May. Apply now"."""
    return is_control(_SENTENCE_END.split(text)[-1])


def _is_labelled(text: str) -> bool:
    """Whether a line begins with a label; that of a heading has a year, or says what is below it.

    As "Rain Symposium 2019: Talks", "Summer school: student projects".
    """
    match = label_of(text)
    said = match["value"].casefold().split() if match else []
    dated = match is not None and any(map(str.isdigit, match["label"]))
    return match is not None and not dated and OF_HEADINGS.isdisjoint(said[-1:])


def _sections(seed: Seed, found: Cards) -> Iterator[SectionRecord]:
    """The works below the headings between them; what stands right over the first one may be one, too."""
    title, introduction = _opening(found.above)
    led = found.led
    last = led or (found.above[-1] if found.above else None)
    kinds = {line.text for card in found.cards for line in card.kinds}
    free = (
        found.is_headed
        and last is not None
        and last not in (title, *introduction)
        and not is_control(last.text)
        and not last.text.endswith(".")
        and not _states_figures(last.text)
        and not (says_who_leads(last.text) and led is None)
    )
    head = last if free and last is not None and not is_menu(last.text) and last.text not in kinds else None
    headings = Headings(seed)
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(head, [])]
    for line in (title, head):
        if line is not None:
            headings.headed(line)
    for card in found.cards:
        if card.section is not None:
            headings.headed(card.section)
            sections.append((card.section, []))
        work = _work(seed, card)
        sections[-1][1].append(replace(work, under=headings.over_work(work)))
    for line, works in sections if head is not None or sections[0][1] else sections[1:]:
        yield SectionRecord(claim_of(seed, line) if line is not None else None, tuple(works))


def _states_figures(text: str) -> bool:
    """Whether a line tells how much there is of several things: "142 papers  6,100+ citations"."""
    numbers = [word for word in text.split() if word[0].isdigit() and stated_year(word) is None]
    return len(numbers) > 1


def _work(seed: Seed, card: Card) -> WorkRecord:
    date = find_date(card.dated.text) if card.dated is not None else None
    dated = card.dated if date is not None else card.venue
    date = date or (stated_date(card.venue.text) if card.venue else None)
    venue, particulars = _publication(seed, card.venue)
    creator, title = creator_before(card.title) or (None, card.title)
    before = Claim(read_names(creator.text), seed.span(creator.number)) if creator else None
    return WorkRecord(
        title=claim_of(seed, title),
        creators=_names(seed, card, "creators") or before,
        fellows=_names(seed, card, "fellows"),
        organisations=tuple(_organisations(seed, card)),
        venue=venue,
        particulars=particulars,
        mentors=_names(seed, card, "others"),
        abstract=abstract_of(seed, card.abstract) if card.abstract else None,
        date=Claim(date, seed.span(dated.number)) if date is not None and dated is not None else None,
        topics=(
            *(claim_of(seed, line) for line in card.kinds if is_topic(line.text)),
            *(
                Claim(topic, seed.span(line.number))
                for line in card.topics
                for topic in listed_topics(line.text)
            ),
        ),
        links=(
            *links_of(seed, card.abstract),
            *(claim_of(seed, line) for line in card.links),
        ),
        labels=tuple(seed.span(line.number) for line in card.labels),
    )


def _publication(seed: Seed, line: Line | None) -> tuple[Claim[str] | None, tuple[Claim[Particular], ...]]:
    if line is None:
        return None, ()
    return publication_claims(read_publication(line.text), seed.span(line.number))


def _names(seed: Seed, card: Card, who: Who) -> Claim[NameList] | None:
    """The people of one kind that a card names; what names nobody yet ("TBD") is left out."""
    lines = card.names(who)
    listed = [people_of(read_names(without_place(line.text))) for line in lines]
    names = tuple(name for each in listed for name in each.names)
    numbers = [line.number for line in lines]
    complete = all(each.complete for each in listed)
    return Claim(NameList(names, complete), seed.span(min(numbers), max(numbers))) if names else None


def _organisations(seed: Seed, card: Card) -> Iterator[Claim[str]]:
    for whom, line in card.people:
        if whom != "others":
            yield from (Claim(name, seed.span(line.number)) for name in organisations_in(line.text))
