"""Seeds that are a Google Scholar profile, copied as text: whose it is, how often cited, then the works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import Figure, Particular, ProfileRecord, Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import publication_claims
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.furniture import is_button, is_menu
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.venue import Publication, read_publication
from seedbed.read.scholar_table import Cell, Row, cells_of, ends_table, find_rows, is_table_head, with_stops
from seedbed.read.shape import is_topic
from seedbed.text.identifiers import address_of
from seedbed.text.names import Name, read_name

_MAIL = re.compile(r"(?:no )?verified email\b.{0,120}", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?P<label>citations|h-index|i10-index)(?: (?P<all>\d[\d,.]*))?(?: (?P<since>\d[\d,.]*))?", re.IGNORECASE
)
_COLUMNS = re.compile(r"(?:all)? ?(?:since (?P<year>(?:19|20)\d\d))?", re.IGNORECASE)
_COLUMNS_SHOWN = 2
"""A figure in all, and since some year."""
_COUNT = re.compile(r"\d[\d,.]*")
_ARXIV = re.compile(r"\barxiv:\s?[^\s,;]{6,40}", re.IGNORECASE)
_YEAR_AT_END = re.compile(r",? ?(?:19|20)\d\d$")
_PAGES_AT_END = re.compile(r"(?P<venue>[^,]*[^,\d][^,]*), (?P<pages>\d{1,6}[-–]\d{1,6})")
_SHOWN = re.compile(r"articles \d+ ?[–—-] ?(?P<last>\d+)", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"[^\W\d_A-Z][A-Z]")
"""Where two interests were links of their own, and the space between them was none of the text."""
_SIDES = frozenset(("cited by", "public access", "co-authors", "get my own profile", "view all", "all"))
"""What stands beside the table, in lower case."""
_TABS = re.compile(r"(?:articles|cited by|public access|co-authors| )+", re.IGNORECASE)
_OTHER_NAMES = "other names"
"""What stands between the owner's name and other forms of it."""
_MOST_NAME_WORDS = 6
_SURE = 0.97


def recognise(seed: Seed) -> Recognition | None:
    """Sure where works stand as in Scholar's table, below the name of one of whom they are.

    Without that name less so than the reader of lists of publications, which knows such works, too, but no
    numbers behind tabs; nor does the reader of tables know rows of several lines.
    """
    if not any(line.rstrip()[-4:].isdecimal() for line in seed.lines):
        return None
    cells = cells_of(seed)
    rows = find_rows(cells)
    certain = sum(1 for row in rows if row.is_certain())
    outside = _outside(cells, rows)
    signs = sum(1 for cell in outside if _MAIL.fullmatch(cell.text) or is_table_head(cell.text))
    if not certain or (certain == 1 and not signs):
        return None
    works = "work stands" if certain == 1 else "works stand"
    why = f"{certain} {works} in it as in Scholar's table: title, names with initials, venue, then numbers"
    owner = _find_owner(outside, rows)
    if owner is None and len({cell.number for cell in outside}) > len({cell.number for cell in cells}) / 2:
        return None
    if any(_shares_lines(row) for row in rows):
        return Recognition(_SURE, why)
    return Recognition(0.93 if owner else 0.7, why)


def read(seed: Seed) -> Reading:
    """The profile with its works; the works alone where no name above them is surely the owner's."""
    cells = cells_of(seed)
    rows = find_rows(cells)
    works = tuple(_work(seed, row) for row in rows)
    outside = _outside(cells, rows)
    owner = _find_owner(outside, rows)
    remarks: list[Claim[str]] = []
    records: tuple[Record, ...] = works
    if owner is not None:
        field = _find_field(outside, owner, rows[0].title.number)
        figures, meanings = _figures(seed, outside)
        held = {owner.number, *(claim.span.first for claim in figures), *([field.number] if field else ())}
        layout = (cell for cell in outside if is_table_head(cell.text) or ends_table(cell.text))
        labels = {cell.number for cell in (*layout, *meanings)} - held
        records = (
            ProfileRecord(
                name=Claim(owner.text, seed.span(owner.number)),
                field=Claim(field.text, seed.span(field.number)) if field else None,
                figures=tuple(figures),
                works=works,
                labels=tuple(seed.span(number) for number in sorted(labels)),
            ),
        )
        remarks += _announced(seed, outside, len(works))
    return account(seed, SCHOLAR_PROFILE.kind, records, remarks)


def _shares_lines(row: Row) -> bool:
    """Whether numbers stand behind a tab, below a title on a line of its own."""
    numbers = [cell.number for cell in row.cells()]
    return row.is_certain() and numbers[0] != numbers[1] and len(set(numbers)) < len(numbers)


def _outside(cells: Sequence[Cell], rows: Sequence[Row]) -> list[Cell]:
    """The cells on lines that hold nothing of a work."""
    held = {cell.number for row in rows for cell in row.cells()}
    return [cell for cell in cells if cell.number not in held]


def _work(seed: Seed, row: Row) -> WorkRecord:
    place = seed.span(row.title.number)
    publication = _published(row.venue.text) if row.venue else Publication()
    venue_place = seed.span(row.venue.number) if row.venue else place
    venue, particulars = publication_claims(publication, venue_place)
    year = row.year()
    arxiv = _ARXIV.search(row.venue.text) if row.venue else None
    address = address_of(arxiv.group()) if arxiv else ""
    counted = dict.fromkeys(seed.span(cell.number) for cell in row.numbers)
    return WorkRecord(
        title=Claim(row.title.text, place),
        creators=Claim(with_stops(read_names(row.names.text)), seed.span(row.names.number))
        if row.names
        else None,
        date=Claim(PartialDate(year[0]), seed.span(year[1].number)) if year else None,
        links=(Claim(address, venue_place),) if address else (),
        venue=venue,
        particulars=particulars,
        labels=tuple(counted),
    )


def _published(stated: str) -> Publication:
    """Where a work appeared; without its year, as stated, where it cannot be taken apart."""
    publication = read_publication(stated)
    paged = _PAGES_AT_END.fullmatch(publication.venue)
    if paged and not publication.particulars:
        return Publication(paged["venue"], (Particular("pages", paged["pages"]),))
    if publication.venue or publication.particulars:
        return publication
    return Publication(_YEAR_AT_END.sub("", stated))


def _find_owner(outside: Sequence[Cell], rows: Sequence[Row]) -> Cell | None:
    """The line that names who most of the works are by.

    Co-authors stand on the page, too; the owner's name is the one that most works have, in this form or in
    one that the page says to be another of theirs; of two, the one two lines above an address of e-mail.
    """
    written = [_written(row) for row in rows if row.names]
    first = rows[0].title.number if rows else 0
    above = [cell for cell in outside if cell.number < first and not _is_furniture(cell.text)]
    over_mail = {
        above[at - 2].number for at in range(2, len(above)) if _MAIL.fullmatch(above[at].text) is not None
    }
    also = {
        above[at - 1].number: above[at + 1]
        for at in range(1, len(above) - 1)
        if above[at].text.casefold() == _OTHER_NAMES
    }
    others = {cell.number for cell in also.values()}
    best: tuple[int, bool, int] | None = None
    owner = None
    for cell in above:
        if not _may_be_name(cell.text) or cell.number in others:
            continue
        forms = [cell.text, *(read_names(also[cell.number].text).names if cell.number in also else ())]
        count = _count_by(written, [read_name(form) for form in forms])
        rank = (count, cell.number in over_mail, -cell.number)
        if 2 * count >= len(written) and count and (best is None or rank > best):
            best, owner = rank, cell
    return owner


def _count_by(written: Sequence[Sequence[Name]], forms: Sequence[Name]) -> int:
    """How many works are by somebody whose name has these forms."""
    return sum(1 for names in written if any(_is_short_for(each, form) for each in names for form in forms))


def _written(row: Row) -> list[Name]:
    return [read_name(name) for name in with_stops(read_names(row.names.text)).names] if row.names else []


def _may_be_name(text: str) -> bool:
    words = text.split()
    names = read_names(text).names
    return 1 < len(words) <= _MOST_NAME_WORDS and is_name_list(text) and len(names) == 1


def _is_short_for(short: Name, name: Name) -> bool:
    """Whether family name and first initial agree."""
    given, other = "".join(short.given), "".join(name.given)
    return (
        bool(given and other) and given[0] == other[0] and short.family_letters == name.family_letters != ""
    )


def _find_field(outside: Sequence[Cell], owner: Cell, first: int) -> Cell | None:
    """The one line of interests above line `first`, below the address; several are links of their own."""
    below = [cell for cell in outside if owner.number < cell.number < first]
    mail = next((at for at, cell in enumerate(below) if _MAIL.fullmatch(cell.text)), None)
    if mail is None:
        return None
    interests, behind = [*below[mail + 1 :], None, None][:2]
    if interests is None or _is_furniture(interests.text) or not is_topic(interests.text):
        return None
    alone = behind is None or _is_furniture(behind.text)
    return interests if alone and not _RUN_TOGETHER.search(interests.text) else None


def _figures(seed: Seed, outside: Sequence[Cell]) -> tuple[list[Claim[Figure]], list[Cell]]:
    """How often all works are cited, in all and since some year; and the cells that say what numbers mean."""
    figures: dict[str, Claim[Figure]] = {}
    labels: list[Cell] = []
    since = label = ""
    counted = 0
    for cell in outside:
        stated = _FIGURE.fullmatch(cell.text)
        columns = _COLUMNS.fullmatch(cell.text)
        if columns:
            since = columns["year"] or since
            labels.append(cell)
        elif stated:
            label, counted = stated["label"], 0
            labels.append(cell)
        elif not _COUNT.fullmatch(cell.text):
            label = ""
        numbers = [stated["all"], stated["since"]] if stated else [cell.text] if not columns else []
        for number in filter(None, numbers if label else ()):
            name = (
                (label, f"{label} since {since}" if since else "")[counted]
                if counted < _COLUMNS_SHOWN
                else ""
            )
            counted += 1
            if name:
                figures.setdefault(name, Claim(Figure(name, number), seed.span(cell.number)))
    return list(figures.values()), labels if figures else []


def _announced(seed: Seed, outside: Sequence[Cell], count: int) -> Iterator[Claim[str]]:
    """What to tell where the page says that it shows another number of works than were read."""
    for cell in outside:
        shown = _SHOWN.fullmatch(cell.text)
        if shown and int(shown["last"]) != count:
            yield Claim(f"the seed announces “{cell.text}”, and {count} were read", seed.span(cell.number))


def _is_furniture(text: str) -> bool:
    """Whether a cell belongs to the page around what it tells of a person."""
    return (
        is_button(text)
        or is_menu(text)
        or is_table_head(text)
        or ends_table(text)
        or text.casefold() in _SIDES
        or _TABS.fullmatch(text) is not None
        or _COLUMNS.fullmatch(text) is not None
        or _FIGURE.fullmatch(text) is not None
    )


SCHOLAR_PROFILE = Reader("scholar-profile", "Google Scholar profile", recognise, read)
