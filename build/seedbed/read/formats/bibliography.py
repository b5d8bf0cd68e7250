"""What bibliographic formats have in common: fields with their lines become works."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from seedbed.model.date import PartialDate
from seedbed.model.record import BibliographyRecord, NameList, Particular, Reading, WorkRecord, cover
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.coverage import account, is_identified
from seedbed.read.page_owner import find_page_owner
from seedbed.read.references.venue import Publication
from seedbed.text.dates import find_date
from seedbed.text.identifiers import address_of
from seedbed.text.lines import Line, clean, filled

_NO_ABSTRACT = re.compile(
    r"\[?(?:no abstract(?:(?: is)? available)?(?: for this \w+)?|n/?a|none)\.?\]?", re.IGNORECASE
)
_MOST_REMARKS = 12
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the lines that it stands on, counted from 1."""

    value: str
    first: int
    last: int


@dataclass(slots=True)
class Entry:
    """One work, as a format states it; filled by its reader.

    Attributes:
        first: The entry's first line.
        names: Each creator's name.
        complete: False where the entry says that names are left out.
        mentors: The name of each who helped with it, and did not make it.
        dates: What may be the date; the first one that can be read is it.
        addresses: Where the work is: http(s) addresses, DOIs and arXiv's numbers.
        venue: The journal, the proceedings or the book that it appeared in.
        particulars: How it was published besides, each with its label ("volume").
        under: The date of the heading that it stands under; its line is no part of the entry.
        labels: Lines that belong to the format and hold no value.
    """

    first: int
    title: Stated | None = None
    names: list[Stated] = field(default_factory=list)
    complete: bool = True
    mentors: list[Stated] = field(default_factory=list)
    abstract: Stated | None = None
    dates: list[Stated] = field(default_factory=list)
    category: Stated | None = None
    addresses: list[Stated] = field(default_factory=list)
    topics: list[Stated] = field(default_factory=list)
    organisations: list[Stated] = field(default_factory=list)
    venue: Stated | None = None
    particulars: list[tuple[str, Stated]] = field(default_factory=list)
    under: Stated | None = None
    labels: list[int] = field(default_factory=list)

    def take(self, what: str, stated: Stated) -> None:
        """Add a value: one of the fields above by its name in the singular, else a particular by its label.

        Of several titles, abstracts, categories and venues the first one counts; a further venue is a
        particular.
        """
        match what:
            case "title":
                self.title = self.title or stated
            case "abstract":
                self.abstract = self.abstract or stated
            case "category":
                self.category = self.category or stated
            case "venue" if self.venue is None:
                self.venue = stated
            case "name" | "date" | "address" | "topic" | "organisation":
                self._gathered(what).append(stated)
            case _:
                self.particulars.append((what, stated))

    def take_publication(
        self, publication: Publication, date: PartialDate | None, first: int, last: int
    ) -> None:
        """Add where and when the work appeared, as these lines say."""
        stated = [("venue", publication.venue), ("date", date.iso() if date else "")]
        stated += [(each.label, each.value) for each in publication.particulars]
        for what, value in stated:
            if value:
                self.take(what, Stated(value, first, last))

    def _gathered(self, what: str) -> list[Stated]:
        return {
            "name": self.names,
            "date": self.dates,
            "address": self.addresses,
            "topic": self.topics,
            "organisation": self.organisations,
        }[what]


class Places:
    """Tells on which line an offset into a seed's whole text lies."""

    def __init__(self, seed: Seed) -> None:
        self.text = "\n".join(seed.lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in seed.lines)]

    def line(self, offset: int) -> int:
        """The line, counted from 1, that the character at `offset` stands on."""
        return bisect_right(self._starts, offset)


def read_entries(
    seed: Seed,
    kind: str,
    entries: Iterable[Entry],
    remarks: Iterable[Claim[str]] = (),
    structure: Iterable[int] = (),
) -> Reading:
    """The file of references that these entries are, as one record; none where none of them is a work.

    An entry without title and abstract is not read but told. An empty seed has no place for a remark.

    Args:
        seed: The file.
        kind: The reader's.
        entries: In any order.
        remarks: The reader's own.
        structure: Lines that hold the entries together and state nothing: a header, brackets, abbreviations.
    """
    told = list(remarks) if seed.lines else []
    nameless: list[Claim[str]] = []
    works: list[WorkRecord] = []
    for entry in sorted(entries, key=lambda entry: entry.first):
        work = _work(seed, entry)
        if is_identified(work):
            works.append(work)
        else:
            sentence = "an entry without title and abstract begins here, and was not read"
            nameless.append(Claim(sentence, seed.span(entry.first)))
    held = sorted(number for number in set(structure) if number <= len(seed.lines))
    filled = (number for number in held if seed.lines[number - 1].strip())
    record = BibliographyRecord(tuple(works), tuple(map(seed.span, filled)))
    return account(seed, kind, (record,) if works else (), [*told, *some_of(nameless)])


def find_owner(seed: Seed, entries: Sequence[Entry]) -> Line | None:
    """The name above the entries of the one whose works they all are; None where that is nobody surely."""
    named = [NameList(tuple(each.value for each in entry.names), entry.complete) for entry in entries]
    first = min((entry.first for entry in entries), default=1)
    above = filled(seed.lines[: first - 1])
    return find_page_owner(above, [listed if listed.names else None for listed in named], first)


def some_of(remarks: Sequence[Claim[str]]) -> list[Claim[str]]:
    """The first of these remarks of one kind, and how many more there are."""
    more = remarks[_MOST_REMARKS:]
    summary = [Claim(f"the same holds of {len(more):,} more, from here on", more[0].span)] if more else []
    return [*remarks[:_MOST_REMARKS], *summary]


def _find_stated_date(dates: Iterable[Stated]) -> tuple[PartialDate, Stated] | None:
    """The first of `dates` that can be read as one; or a later one that tells the day of the same year."""
    found = list(_readable(dates))
    same_year = (each for each in found if each[0].year == found[0][0].year)
    return max(
        same_year, key=lambda each: (each[0].month is not None) + (each[0].day is not None), default=None
    )


def _readable(dates: Iterable[Stated]) -> Iterator[tuple[PartialDate, Stated]]:
    for stated in dates:
        date = find_date(clean(stated.value))
        if date is not None:
            yield date, stated


def _say_the_same(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates differ in nothing but how much of the date they tell."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _work(seed: Seed, entry: Entry) -> WorkRecord:
    dated = _find_stated_date(entry.dates)
    links = _links(seed, entry.addresses)
    again = [span for spans in links.values() for span in spans[1:]]
    if dated:
        same = (stated for date, stated in _readable(entry.dates) if _say_the_same(date, dated[0]))
        again += [_span(seed, stated) for stated in same if stated is not dated[1]]
    return WorkRecord(
        title=_claim(seed, entry.title),
        creators=_names(seed, entry.names, complete=entry.complete),
        mentors=_names(seed, entry.mentors),
        abstract=_abstract(seed, entry.abstract),
        date=Claim(dated[0], _span(seed, dated[1])) if dated else None,
        category=_claim(seed, entry.category),
        organisations=tuple(_claims(seed, entry.organisations)),
        topics=tuple(_claims(seed, entry.topics)),
        links=tuple(Claim(address, spans[0]) for address, spans in links.items()),
        venue=_claim(seed, entry.venue),
        particulars=tuple(_particulars(seed, entry)),
        under=_heading(seed, entry.under),
        labels=tuple(dict.fromkeys((*map(seed.span, entry.labels), *again))),
    )


def _heading(seed: Seed, stated: Stated | None) -> Claim[PartialDate] | None:
    date = find_date(clean(stated.value)) if stated is not None else None
    return Claim(date, _span(seed, stated)) if stated is not None and date is not None else None


def _names(seed: Seed, stated: Iterable[Stated], *, complete: bool = True) -> Claim[NameList] | None:
    named = [(clean(name.value), name) for name in stated]
    named = [(text, name) for text, name in named if any(character.isalpha() for character in text)]
    if not named:
        return None
    span = cover(_span(seed, name) for _, name in named)
    return Claim(NameList(tuple(text for text, _ in named), complete), span)


def _abstract(seed: Seed, stated: Stated | None) -> Claim[str] | None:
    if stated is None or _NO_ABSTRACT.fullmatch(stated.value.strip()):
        return None
    paragraphs = [clean(paragraph) for paragraph in _PARAGRAPH.split(stated.value)]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Claim(text, _span(seed, stated)) if text else None


def _claim(seed: Seed, stated: Stated | None) -> Claim[str] | None:
    text = clean(stated.value) if stated is not None else ""
    return Claim(text, _span(seed, stated)) if stated is not None and text else None


def _claims(seed: Seed, stated: Sequence[Stated]) -> Iterator[Claim[str]]:
    for each in stated:
        claim = _claim(seed, each)
        if claim is not None:
            yield claim


def _particulars(seed: Seed, entry: Entry) -> Iterator[Claim[Particular]]:
    """The particulars; the first and the last page, which some formats state apart, as one."""
    stated_of = dict(reversed(entry.particulars))
    first, last = stated_of.get("pages"), stated_of.get("last page")
    if first and last:
        value = first.value if "-" in first.value else f"{clean(first.value)}-{clean(last.value)}"
        pages = Stated(value, min(first.first, last.first), max(first.last, last.last))
        yield Claim(Particular("pages", clean(pages.value)), _span(seed, pages))
    for label, stated in entry.particulars:
        if first and last and stated in (first, last):
            continue
        claim = _claim(seed, stated)
        if claim is not None:
            yield Claim(Particular(label, claim.value), claim.span)


def _links(seed: Seed, stated: Iterable[Stated]) -> dict[str, list[Span]]:
    """Each address with every place that states it."""
    found: dict[str, list[Span]] = {}
    for each in stated:
        address = address_of(each.value)
        if address:
            found.setdefault(address, []).append(_span(seed, each))
    return found


def _span(seed: Seed, stated: Stated) -> Span:
    return seed.span(stated.first, stated.last)
