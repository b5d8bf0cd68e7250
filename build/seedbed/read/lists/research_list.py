"""Seeds that hold a programme's list: works under sections, each with labelled creators, fellows and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_control, is_remark, is_spaced_row
from seedbed.read.claims import claim_of
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import Headings, without_dates_of_works
from seedbed.read.furniture import body, is_entry_of_menu, is_menu, offered_choices, without_choices
from seedbed.read.lists.card_labels import WHO, basic_label, with_colons
from seedbed.read.lists.card_list import read_cards
from seedbed.read.lists.cards import Cards, find_cards
from seedbed.read.lists.counted_works import without_counts, without_figures
from seedbed.read.lists.dated_heads import DatedHead, heads_of_works, part_dated_heads, with_dated_heads
from seedbed.read.lists.described_projects import find_described
from seedbed.read.lists.fellows_alone import with_fellows_credited
from seedbed.read.lists.list_entries import Entry, find_entries
from seedbed.read.lists.list_gap import Gap
from seedbed.read.lists.list_labels import TELLING, find_label, is_other_label, label_of
from seedbed.read.lists.list_works import works_of
from seedbed.read.lists.marked_fellows import with_marked_people
from seedbed.read.lists.names_before_titles import with_titles_first
from seedbed.read.lists.offered_projects import find_offered
from seedbed.read.lists.periods import with_periods
from seedbed.read.lists.stretches import Stretch, read_stretches
from seedbed.read.markdown import is_link_bar, unmarked
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import single_name
from seedbed.read.shape import is_number, is_prose, is_question
from seedbed.text.lines import Line, clean, filled

_WHO_OR_WHAT = frozenset(("title", "creators", "fellows", "abstract"))
_PEOPLE = frozenset(("creators", "fellows"))
_SAID = {"others": "labels of its own"}
_FEWEST_GROUPS = 3
_BULLETS = ("• ", "- ", "* ", "· ")
_BOLD_LABEL = re.compile(r"[-*•·] \*\*[^*]{1,40}:?\*\*:? \S")
_NEAR_IN_MENU = 2
_OPENING = 200
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where several works have two labels each; one such work, or one label each, says less."""
    lines, _ = part_dated_heads(_content(filled(line[:_OPENING] for line in _without_rows_of_links(seed))))
    if (cards := _find_cards(lines)) is not None:
        why = f"{len(cards.cards)} titles stand in it, each with “{cards.label}” below"
        return Recognition(0.9, why)
    stretches, tail = read_stretches(lines)
    groups = [TELLING.intersection(stretch.details.fields) for stretch in stretches]
    if not groups or not (any(map(_tells_works, stretches)) or any(is_prose(line.text) for line in tail)):
        return None
    if _stand_below_names(stretches):
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


def _find_cards(lines: Sequence[Line]) -> Cards | None:
    return find_cards(lines) or find_described(lines) or find_offered(lines)


def _stand_below_names(stretches: Sequence[Stretch]) -> bool:
    """Whether labels that say nothing of who made a work stand below names, and no abstracts above them."""
    above = [stretch.gap[-1].text for stretch in stretches if stretch.gap]
    named = {text for text in above if single_name(text) is not None}
    said = any(not _WHO_OR_WHAT.isdisjoint(stretch.details.fields) for stretch in stretches)
    told = any(is_prose(line.text) for stretch in stretches[1:] for line in stretch.gap)
    return not said and not told and 2 * len(named) > len(stretches)


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
    whole = _content(filled(_without_rows_of_links(seed)))
    lines, heads = part_dated_heads(whole)
    reading = _read(seed, lines, heads)
    beside = not heads or heads_of_works(reading.records, heads)
    return with_periods(reading if beside else _read(seed, whole, ()))


def _read(seed: Seed, lines: Sequence[Line], heads: Sequence[DatedHead]) -> Reading:
    if (cards := _find_cards(lines)) is not None:
        return read_cards(seed, RESEARCH_LIST.kind, cards, heads)
    entries, tail = find_entries(lines, offered_choices(filled(seed.lines)))
    works = [(entry, tuple(works_of(seed, entry))) for entry in entries]
    first = entries[0].gap if entries else Gap()
    records: tuple[Record, ...] = tuple(work for _, listed in works for work in listed)
    if first.list_title is not None:
        heading, questions = _read_questions(tail)
        collection = CollectionRecord(
            title=claim_of(seed, first.list_title),
            introduction=tuple(claim_of(seed, line) for line in first.introduction),
            sections=tuple(_sections(seed, works)),
            questions=tuple(claim_of(seed, line) for line in questions),
            labels=tuple(seed.span(line.number) for line in heading),
        )
        records = (collection,)
    records = with_fellows_credited(records)
    records = with_dated_heads(seed, records, heads_of_works(records, heads))
    records = with_marked_people(seed, records)
    return account(seed, RESEARCH_LIST.kind, records, _remarks(seed, entries))


def _without_rows_of_links(seed: Seed) -> Iterator[str]:
    """The lines of the seed, those of a page's own links left empty; known buttons stay, and end works."""
    return ("" if is_spaced_row(line) and not is_control(clean(line)) else line for line in seed.lines)


def _content(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer that say something of works or of the list."""
    counted = without_counts(without_figures(without_choices(body(lines))))
    told = [
        line for at, line in enumerate(counted) if not (_says_nothing(line.text) or _is_of_menu(counted, at))
    ]
    bare = [Line(line.number, _unmarked(line.text)) for line in told]
    return with_titles_first(with_colons(list(_without_bullets(told, bare))))


def _without_bullets(told: Sequence[Line], bare: Sequence[Line]) -> Iterator[Line]:
    """The lines, labels that we do not know without their bullets, too, beside others that lost theirs."""
    lost = [
        line.text.startswith(_BULLETS) and not own.text.startswith(_BULLETS)
        for line, own in zip(told, bare, strict=True)
    ]
    for at, line in enumerate(bare):
        inside = line.text[2:].lstrip() if line.text.startswith(_BULLETS) else ""
        lost[at] |= any(lost[max(0, at - 1) : at + 2]) and label_of(inside) is not None
        yield Line(line.number, inside) if inside and lost[at] else line


def _is_of_menu(lines: Sequence[Line], at: int) -> bool:
    """Whether a label stands among a menu's entries, as "Mentors" does between "About" and "Projects"."""
    near = lines[max(0, at - _NEAR_IN_MENU) : at + _NEAR_IN_MENU + 1]
    is_entry = basic_label(lines[at].text) in WHO and is_entry_of_menu(lines, at)
    return is_entry and any(is_menu(line.text) for line in near)


def _says_nothing(text: str) -> bool:
    """Whether a line is a number, a rule, in place of a picture, or links to what is elsewhere."""
    return is_number(text) or is_remark(text) or not any(map(str.isalnum, text)) or is_link_bar(text)


def _unmarked(text: str) -> str:
    """A line without what marks it as a heading or as bold; a name or a label without its bullet."""
    bare = unmarked(text)
    if not bare.startswith(_BULLETS) or not bare[2:].strip():
        return bare
    inside = unmarked(bare[2:].lstrip())
    labelled = find_label(inside) or is_other_label(inside) or _BOLD_LABEL.match(bare)
    return inside if labelled or is_name_list(inside) else bare


def _sections(seed: Seed, works: Sequence[tuple[Entry, tuple[WorkRecord, ...]]]) -> Iterator[SectionRecord]:
    """The sections in order: a work begins one where a title stands over its own."""
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(None, [])]
    headings = Headings(seed)
    if works and works[0][0].gap.list_title is not None:
        headings.headed(works[0][0].gap.list_title)
    over = without_dates_of_works([entry.gap.section for entry, _ in works])
    for (entry, here), heading in zip(works, over, strict=True):
        before = 0 if entry.gap.before is None else 1
        sections[-1][1].extend(here[:before])
        if heading is not None:
            sections.append((heading, []))
            headings.headed(heading)
        sections[-1][1].extend(replace(work, under=headings.over_work(work)) for work in here[before:])
    for title, listed in sections:
        if title is not None or listed:
            yield SectionRecord(claim_of(seed, title) if title is not None else None, tuple(listed))


def _read_questions(tail: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The line over the questions below the last work, and the questions; text between them is not read."""
    asked = [index for index, line in enumerate(tail) if is_question(line.text)]
    if not asked:
        return (), ()
    heading = tail[asked[0] - 1 : asked[0]] if asked[0] and not is_prose(tail[asked[0] - 1].text) else ()
    if not heading and len(asked) == 1:
        return (), ()
    return tuple(heading), tuple(tail[index] for index in asked)


def _remarks(seed: Seed, entries: Sequence[Entry]) -> Iterator[Claim[str]]:
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


RESEARCH_LIST = Reader("list", "research list", recognise, read)
