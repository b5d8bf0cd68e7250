"""Seeds that hold a programme's list: works under sections, each with labelled creators, fellows and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from seedbed.model.record import CollectionRecord, NameList, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account, is_identified
from seedbed.read.creators import (
    is_in_two_scripts,
    is_name_list,
    is_organisation,
    may_hold_organisation,
    people_of,
    read_names,
)
from seedbed.read.dated_headings import Headings
from seedbed.read.formats.bibliography import address_of
from seedbed.read.furniture import body, is_choice
from seedbed.read.lists.card_labels import with_colons
from seedbed.read.lists.card_list import read_cards
from seedbed.read.lists.cards import find_cards
from seedbed.read.lists.described_projects import find_described
from seedbed.read.lists.list_details import Details
from seedbed.read.lists.list_gap import (
    Gap,
    find_topics,
    have_abstracts,
    listed_topics,
    read_first_bare_gap,
    read_first_gap,
    read_gap,
    with_parted_topics,
)
from seedbed.read.lists.list_labels import TELLING
from seedbed.read.lists.named_titles import cited_title, creator_before
from seedbed.read.lists.stretches import Parted, Stretch, read_stretches, with_abstracts_above
from seedbed.read.lists.title_sentences import MARKS, with_bare_titles
from seedbed.read.lists.whose_talks import creators_above
from seedbed.read.markdown import unmarked
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import abbreviated_names, listed_names
from seedbed.read.shape import is_number, is_prose, is_question, without_abstract_label, without_number
from seedbed.read.works.abstracts import abstract_of, links_of
from seedbed.read.works.bylines import read_byline
from seedbed.text.dates import find_date
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line, filled

_ReadGap = Callable[[Sequence[Line], frozenset[str]], Gap]
_WHO_OR_WHAT = frozenset(("title", "creators", "fellows", "abstract"))
_PEOPLE = frozenset(("creators", "fellows"))
_SAID = {"others": "labels of its own"}
_FEWEST_GROUPS = 3
_MOST_HEADED = 0.5
_BULLETS = ("• ", "- ", "* ", "· ")
_OPENING = 200
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where several works have two labels each; one such work, or one label each, says less."""
    lines = _content(filled(line[:_OPENING] for line in seed.lines))
    if (cards := find_cards(lines) or find_described(lines)) is not None:
        why = f"{len(cards.cards)} titles stand in it, each with “{cards.label}” below"
        return Recognition(0.9, why)
    stretches, tail = read_stretches(lines)
    groups = [TELLING.intersection(stretch.details.fields) for stretch in stretches]
    if not groups or not (any(map(_tells_works, stretches)) or any(is_prose(line.text) for line in tail)):
        return None
    labels = sorted({_SAID.get(field, field) for group in groups for field in group})
    full = sum(1 for group in groups if len(group) > 1)
    said = " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
    why = f"{len(groups)} groups of lines are labelled with {said}"
    if not full and sum(1 for stretch in stretches if _is_headed(stretch)) >= _FEWEST_GROUPS:
        return Recognition(0.8, f"{why}, each below a title and an abstract")
    others = sum(1 for group in groups if "others" in group)
    if full or others >= _FEWEST_GROUPS:
        return Recognition(0.9 if full > 1 else 0.7, why)
    return Recognition(0.5, why) if len(groups) > 1 and labels != ["date"] else None


def _tells_works(stretch: Stretch) -> bool:
    """Whether lines name who made something, or say what it is about; a list of jobs does neither."""
    named = not _WHO_OR_WHAT.isdisjoint(stretch.details.fields)
    return named or any(is_prose(line.text) for line in stretch.gap)


def _is_headed(stretch: Stretch) -> bool:
    """Whether labels that name people stand below running text, and that below a heading."""
    text = next((at for at, line in enumerate(stretch.gap) if is_prose(line.text)), 0)
    return text > 0 and not _PEOPLE.isdisjoint(stretch.details.fields)


def read(seed: Seed) -> Reading:
    """The list with its sections; the works alone where the seed gives no title for the list."""
    lines = _content(filled(seed.lines))
    if (cards := find_cards(lines) or find_described(lines)) is not None:
        return read_cards(seed, RESEARCH_LIST.kind, cards)
    stretches, tail = with_abstracts_above(*_with_bare_titles(*read_stretches(lines)))
    entries = _entries(stretches, {line.number: line for line in lines})
    works = [(entry, tuple(_works(seed, entry))) for entry in entries]
    first = entries[0].gap if entries else Gap()
    records: tuple[Record, ...] = tuple(work for _, listed in works for work in listed)
    if first.list_title is not None:
        heading, questions = _read_questions(tail)
        collection = CollectionRecord(
            title=_claim(seed, first.list_title),
            introduction=tuple(_claim(seed, line) for line in first.introduction),
            sections=tuple(_sections(seed, works)),
            questions=tuple(_claim(seed, line) for line in questions),
            labels=tuple(seed.span(line.number) for line in heading),
        )
        records = (collection,)
    return account(seed, RESEARCH_LIST.kind, records, _remarks(seed, entries))


def _content(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer, without numbers alone, and what says which part is shown."""
    told = (line for line in body(lines) if not is_choice(line.text) and not is_number(line.text))
    return with_colons([Line(line.number, _unmarked(line.text)) for line in told])


def _unmarked(text: str) -> str:
    """A line without what marks it as a heading or as bold, and a name without its bullet."""
    bare = unmarked(text)
    return bare[2:] if bare.startswith(_BULLETS) and is_name_list(bare[2:]) else bare


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands above a work's labels, and what the labels say."""

    gap: Gap
    details: Details


def _entries(stretches: Sequence[Stretch], stated: Mapping[int, Line]) -> list[_Entry]:
    gaps = [stretch.gap for stretch in stretches]
    topics = find_topics(gaps)
    first = read_first_gap if have_abstracts(gaps) else read_first_bare_gap
    entries = [
        _with_stated_title(_entry(stretch.gap, stretch.details, topics, None if number else first), stated)
        for number, stretch in enumerate(stretches)
    ]
    creators = {line.number for entry in entries for line in _unlabelled_creators(entry.gap, entry.details)}
    parted = with_parted_topics([entry.gap for entry in entries], creators)
    entries = [replace(entry, gap=gap) for entry, gap in zip(entries, parted, strict=True)]
    titled = [entry for entry in entries if entry.details.title is not None]
    headed = [entry for entry in titled[1:] if entry.gap.section is not None]
    if len(entries) < _FEWEST_GROUPS or len(headed) <= _MOST_HEADED * len(entries):
        return entries
    # What stands over each title is no section: it says whose work that is.
    whose = creators_above(gaps)
    return [_with_creators(entry, names) for entry, names in zip(entries, whose, strict=True)]


def _with_bare_titles(stretches: Sequence[Stretch], tail: tuple[Line, ...]) -> Parted:
    *gaps, end = with_bare_titles([*(stretch.gap for stretch in stretches), tail])
    return [replace(stretch, gap=gap) for stretch, gap in zip(stretches, gaps, strict=True)], end


def _with_stated_title(entry: _Entry, stated: Mapping[int, Line]) -> _Entry:
    """The entry with its title as the seed has it, with a mark at its end."""
    title = entry.gap.title
    if title is None or title.text != stated[title.number].text.rstrip(MARKS):
        return entry
    return replace(entry, gap=replace(entry.gap, title=stated[title.number]))


def _with_creators(entry: _Entry, names: Line | None) -> _Entry:
    """The entry without a section, and with the names over its title, where they are known."""
    gap = replace(entry.gap, section=None)
    if names is None or entry.details.creators or entry.details.title is None:
        return replace(entry, gap=gap)
    if gap.list_title is not None and gap.list_title.number == names.number:
        gap = replace(gap, list_title=None)
    return _Entry(gap, replace(entry.details, creators=(names,)))


def _entry(
    lines: Sequence[Line], details: Details, topics: frozenset[str], read_first: _ReadGap | None
) -> _Entry:
    """A work; where its abstract has a label, the title stands right above the labels, or above names."""
    if details.title is None and details.abstract and lines:
        *above, last = lines
        if not details.creators and above and listed_names(last.text) is not None:
            details = replace(details, creators=(last,))
            *above, last = above
        lines, details = above, replace(details, title=last)
    gap = _gap(lines, details, topics, read_first)
    if gap.title is not None and gap.section is not None and _names_several(gap.title.text):
        details = replace(details, creators=details.creators or (gap.title,))
        gap = replace(gap, title=gap.section, section=None)
    return _Entry(gap, details)


def _gap(lines: Sequence[Line], details: Details, topics: frozenset[str], read_first: _ReadGap | None) -> Gap:
    """What stands above a work's labels; where its title is one of them, only headings do."""
    if details.title is None:
        return (read_first or read_gap)(lines, topics)
    headings = [line for line in lines if not is_prose(line.text)]
    if read_first:
        introduction = tuple(line for line in lines if is_prose(line.text))
        return Gap(
            list_title=headings[0] if headings else None,
            introduction=introduction,
            section=headings[-1] if len(headings) > 1 else None,
        )
    return Gap(section=headings[-1] if headings else None)


def _works(seed: Seed, entry: _Entry) -> Iterator[WorkRecord]:
    """The work of an entry; before it, one that stands there without any label."""
    if entry.gap.before is not None:
        yield _work(seed, entry.gap.before, Details())
    work = _work(seed, entry.gap, entry.details)
    if is_identified(work) and not (work.title and _names_several(work.title.value)):
        yield work


def _names_several(text: str) -> bool:
    """Whether a line that stands where a title would names people, and is none."""
    return ", " in text and (listed_names(text) or abbreviated_names(text)) is not None


def _work(seed: Seed, gap: Gap, details: Details) -> WorkRecord:
    date = find_date(details.date.text) if details.date is not None else None
    title = details.title or gap.title
    creators = details.creators or _unlabelled_creators(gap, details)
    if title is not None and not creators and (parted := creator_before(title)) is not None:
        creators, title = (parted[0],), parted[1]
    stated = Claim(date, seed.span(details.date.number)) if details.date is not None and date else None
    named = _names(seed, creators)
    if title is not None and not creators and (cited := cited_title(title)) is not None:
        place = seed.span(title.number)
        title, names, year = cited
        named = Claim(names, place) if names else None
        stated = Claim(year, place)
    if title is not None:
        title = Line(title.number, without_number(title.text))
    abstract = details.abstract or tuple(_without_label(gap.abstract))
    return WorkRecord(
        title=_claim(seed, title) if title is not None else None,
        creators=named,
        organisations=tuple(_organisations(seed, (*creators, *details.fellows))),
        abstract=abstract_of(seed, abstract) if abstract else None,
        date=stated,
        topics=(
            *(_claim(seed, line) for line in gap.topics if line not in creators),
            *(
                Claim(topic, seed.span(line.number))
                for line in details.topics
                for topic in listed_topics(line.text)
            ),
        ),
        fellows=_names(seed, details.fellows),
        venue=_claim(seed, details.venue) if details.venue is not None else None,
        links=(*links_of(seed, abstract), *_links(seed, details.links)),
        labels=tuple(seed.span(line.number) for line in (*gap.labels, *details.labels)),
    )


def _without_label(abstract: Sequence[Line]) -> Iterator[Line]:
    """The paragraphs, the first one without the label that says what it is."""
    for line in abstract:
        text = line.text if line is not abstract[0] else without_abstract_label(line.text)
        yield Line(line.number, text)


def _unlabelled_creators(gap: Gap, details: Details) -> tuple[Line, ...]:
    """The line of names below the abstract that has one of the fellows among them, and so is no topic."""
    fellows = {name for line in details.fellows for name in _folded_names(line)}
    named = (line for line in gap.topics if is_name_list(line.text))
    return tuple(islice((line for line in named if fellows & _folded_names(line)), 1))


def _folded_names(line: Line) -> set[str]:
    return {name.casefold() for name in read_names(line.text).names}


def _links(seed: Seed, lines: Sequence[Line]) -> Iterator[Claim[str]]:
    """The addresses that labelled lines state, a DOI's among them."""
    for line in lines:
        for address in find_addresses(line.text) or filter(None, (address_of(line.text),)):
            yield Claim(address, seed.span(line.number))


def _names(seed: Seed, lines: Sequence[Line]) -> Claim[NameList] | None:
    """Names that may go on over several lines, or stand one a line."""
    if not lines:
        return None
    joined = ", ".join(_without_place(line.text).rstrip(" ,;") for line in lines)
    people = people_of(read_names(joined))
    return Claim(people, seed.span(lines[0].number, lines[-1].number)) if people.names else None


def _without_place(text: str) -> str:
    """Names without where they work in brackets behind: "Ann Lee (University of Cork)"."""
    byline = read_byline(text) if text.endswith(")") and not is_in_two_scripts(text) else None
    return ", ".join(byline.creators.names) if byline is not None and byline.creators.complete else text


def _organisations(seed: Seed, lines: Sequence[Line]) -> Iterator[Claim[str]]:
    for line in lines:
        if not may_hold_organisation(line.text):
            continue
        yield from (
            Claim(name, seed.span(line.number))
            for name in read_names(line.text).names
            if is_organisation(name)
        )


def _sections(seed: Seed, works: Sequence[tuple[_Entry, tuple[WorkRecord, ...]]]) -> Iterator[SectionRecord]:
    """The sections in order: a work begins one where a title stands over its own."""
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(None, [])]
    headings = Headings(seed)
    for entry, here in works:
        before = 0 if entry.gap.before is None else 1
        sections[-1][1].extend(here[:before])
        if entry.gap.section is not None:
            sections.append((entry.gap.section, []))
            headings.passed(entry.gap.section)
        sections[-1][1].extend(replace(work, under=headings.over()) for work in here[before:])
    for title, listed in sections:
        if title is not None or listed:
            yield SectionRecord(_claim(seed, title) if title is not None else None, tuple(listed))


def _read_questions(tail: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The line over the questions below the last work, and the questions; text between them is not read."""
    asked = [index for index, line in enumerate(tail) if is_question(line.text)]
    if not asked:
        return (), ()
    heading = tail[asked[0] - 1 : asked[0]] if asked[0] and not is_prose(tail[asked[0] - 1].text) else ()
    if not heading and len(asked) == 1:
        return (), ()
    return tuple(heading), tuple(tail[index] for index in asked)


def _remarks(seed: Seed, entries: Sequence[_Entry]) -> Iterator[Claim[str]]:
    for entry in entries:
        if entry.gap.unread:
            sentence = "this stands between two works, and could be a section or a work: it was not read"
            yield Claim(sentence, seed.span(entry.gap.unread[0].number))
        title = entry.gap.title or entry.details.title
        if title is None and not entry.gap.abstract and entry.details.labels:
            sentence = "labels without title and abstract above them: they were not read"
            yield Claim(sentence, seed.span(entry.details.labels[0].number))
        if entry.details.odd_date is not None:
            sentence = f"this date could not be read: {entry.details.odd_date.text}"
            yield Claim(sentence, seed.span(entry.details.odd_date.number))


def _claim(seed: Seed, line: Line) -> Claim[str]:
    return Claim(line.text, seed.span(line.number))


RESEARCH_LIST = Reader("list", "research list", recognise, read)
