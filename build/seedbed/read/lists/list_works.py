"""The works of a list as records: titles, creators, dates and all else, each with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedbed.model.record import NameList, Particular, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import abstract_of, claim_of, links_of, publication_claims
from seedbed.read.coverage import is_identified
from seedbed.read.creators import people_of, read_names
from seedbed.read.lists.list_details import Details
from seedbed.read.lists.list_entries import Entry, may_be_creators, names_several, unlabelled_creators
from seedbed.read.lists.name_lines import joined_names
from seedbed.read.lists.named_titles import cited_title, creator_before, dated_title
from seedbed.read.lists.topic_lines import listed_topics
from seedbed.read.references.venue import read_publication, stated_date
from seedbed.read.shape import states_particulars, without_abstract_label, without_number
from seedbed.read.works.asides import says_without_abstract
from seedbed.read.works.bylines import organisations_in, without_place
from seedbed.text.dates import find_date
from seedbed.text.identifiers import address_of, find_addresses
from seedbed.text.lines import Line


def works_of(seed: Seed, entry: Entry) -> Iterator[WorkRecord]:
    """The work of an entry; before it, one that stands there without any label."""
    if entry.gap.before is not None:
        yield _work(seed, Entry(entry.gap.before, Details()))
    work = _work(seed, entry)
    creators = work.creators.value if work.creators else None
    if is_identified(work) and not (work.title and _is_no_title(work.title.value, creators)):
        yield work


def _is_no_title(text: str, creators: NameList | None) -> bool:
    """Whether what stands in a title's place names people, is a day, or says where the work appeared."""
    if states_particulars(text) or find_date(text, day_first=True) is not None:
        return True
    return names_several(text) and may_be_creators(text, creators)


def _work(seed: Seed, entry: Entry) -> WorkRecord:
    gap, details = entry.gap, entry.details
    date = find_date(details.date.text) if details.date is not None else None
    title = details.title or gap.title
    creators = details.creators or unlabelled_creators(entry)
    if title is not None and not creators and (parted := creator_before(title)) is not None:
        creators, title = (parted[0],), parted[1]
    stated = Claim(date, seed.span(details.date.number)) if details.date is not None and date else None
    named = _names(seed, creators)
    if title is not None and not creators and (cited := cited_title(title)) is not None:
        place = seed.span(title.number)
        title, names, year = cited
        named = Claim(names, place) if names else None
        stated = Claim(year, place)
    if title is not None and stated is None and (dated := dated_title(title)) is not None:
        title, year = dated
        stated = Claim(year, seed.span(title.number))
    if title is not None:
        title = Line(title.number, without_number(title.text))
    where = details.venue or gap.venue
    venue, particulars = _publication(seed, where, whole=stated is not None)
    if where is not None and stated is None and (when := stated_date(where.text)) is not None:
        stated = Claim(when, seed.span(where.number))
    told = [line for line in (details.abstract or gap.abstract) if not says_without_abstract(line.text)]
    abstract = tuple(_without_label(told))
    return WorkRecord(
        title=claim_of(seed, title) if title is not None else None,
        creators=named,
        organisations=tuple(_organisations(seed, (*creators, *details.fellows))),
        abstract=abstract_of(seed, abstract) if abstract else None,
        date=stated,
        topics=(
            *(claim_of(seed, line) for line in gap.topics if line not in creators),
            *(
                Claim(topic, seed.span(line.number))
                for line in details.topics
                for topic in listed_topics(line.text)
            ),
        ),
        fellows=_names(seed, details.fellows),
        mentors=_names(seed, details.mentors),
        venue=venue,
        particulars=particulars,
        links=(*links_of(seed, abstract), *_links(seed, details.links)),
        labels=tuple(seed.span(line.number) for line in (*gap.labels, *details.labels)),
    )


def _publication(
    seed: Seed, where: Line | None, *, whole: bool
) -> tuple[Claim[str] | None, tuple[Claim[Particular], ...]]:
    """Where a work appeared, taken apart; `whole` where its year is another than that of the work."""
    if where is None:
        return None, ()
    venue, particulars = publication_claims(read_publication(where.text), seed.span(where.number))
    return (claim_of(seed, where), ()) if whole or venue is None else (venue, particulars)


def _without_label(abstract: Sequence[Line]) -> Iterator[Line]:
    """The paragraphs, the first one without the label that says what it is."""
    for line in abstract:
        text = line.text if line is not abstract[0] else without_abstract_label(line.text)
        yield Line(line.number, text)


def _links(seed: Seed, lines: Sequence[Line]) -> Iterator[Claim[str]]:
    """The addresses that labelled lines state, a DOI's among them."""
    for line in lines:
        for address in find_addresses(line.text) or filter(None, (address_of(line.text),)):
            yield Claim(address, seed.span(line.number))


def _names(seed: Seed, lines: Sequence[Line]) -> Claim[NameList] | None:
    """Names that may go on over several lines, or stand one a line."""
    if not lines:
        return None
    people = people_of(read_names(joined_names(without_place(line.text) for line in lines)))
    return Claim(people, seed.span(lines[0].number, lines[-1].number)) if people.names else None


def _organisations(seed: Seed, lines: Sequence[Line]) -> Iterator[Claim[str]]:
    for line in lines:
        yield from (Claim(name, seed.span(line.number)) for name in organisations_in(line.text))
