"""Seeds in BibTeX or BibLaTeX: bibtexparser finds entries and fields, pylatexenc turns LaTeX into text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

if TYPE_CHECKING:
    from bibtexparser.model import Entry as BibEntry

_OPENING = re.compile(r"@\s?(?P<kind>[A-Za-z]+)\s?[{(]")
_NO_ENTRIES = frozenset(("comment", "preamble", "string"))
_ADDRESSES = ("doi", "url", "eprint", "howpublished", "link", "pdf")
_DATES = ("date", "year")
_DELIMITER = re.compile(r'[{}"]')


def recognise(seed: Seed) -> Recognition | None:
    """Sure where lines begin entries as BibTeX's do."""
    openings = (_OPENING.match(line.lstrip()[:60]) for line in seed.lines)
    kinds = [match["kind"].casefold() for match in openings if match]
    entries = sum(1 for kind in kinds if kind not in _NO_ENTRIES)
    if not entries or not any("=" in line for line in seed.lines):
        return None
    begins = "entry begins" if entries == 1 else "entries begin"
    return Recognition(
        0.97 if "=" in "".join(seed.lines[:200]) else 0.4, f"{entries} {begins} as BibTeX's do"
    )


def read(seed: Seed) -> Reading:
    """A work an entry; what the parser cannot read is named, and the other entries are read."""
    from bibtexparser.library import Library  # noqa: PLC0415 (heavy; so in each reader of a format)
    from bibtexparser.model import DuplicateBlockKeyBlock, ParsingFailedBlock  # noqa: PLC0415
    from bibtexparser.model import Entry as BibEntry  # noqa: PLC0415
    from bibtexparser.splitter import Splitter  # noqa: PLC0415

    _quieten()
    library: Library = Splitter("\n".join(seed.lines)).split()
    strings = {key.casefold(): _undelimited(string.value) for key, string in library.strings_dict.items()}
    entries: list[Entry] = []
    remarks: list[Claim[str]] = []
    for block in library.blocks:
        line = min((block.start_line or 0) + 1, max(1, len(seed.lines)))
        entry = block
        if isinstance(block, DuplicateBlockKeyBlock):
            remarks.append(
                Claim(f"the key “{clean(block.key)}” stands twice; both entries were read", seed.span(line))
            )
            entry = block.ignore_error_block or block
        elif isinstance(block, ParsingFailedBlock):
            why = clean(str(getattr(block.error, "abort_reason", "") or block.error))[:200]
            remarks.append(Claim(f"the entry that begins here could not be read: {why}", seed.span(line)))
        if isinstance(entry, BibEntry):
            entries.append(_entry(entry, line, strings))
    return read_entries(seed, BIBTEX.kind, entries, remarks)


def _quieten() -> None:
    """The parser logs what it fails at; here it becomes a remark instead."""
    import logging  # noqa: PLC0415

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def _entry(block: BibEntry, first: int, strings: Mapping[str, str]) -> Entry:
    last = first + (block.raw or "").rstrip().count("\n")
    fields = _fields(block, first, last, strings)
    entry = Entry(first, labels=[first, last])
    year, month = fields.get("year"), fields.get("month")
    entry.title = _as_text(fields.get("title"))
    if entry.title is not None and "subtitle" in fields:
        subtitle = fields["subtitle"]
        text = f"{entry.title.value}: {_plain(subtitle.value)}"
        lines = (min(entry.title.first, subtitle.first), max(entry.title.last, subtitle.last))
        entry.title = Stated(text, *lines)
    for name in _names(fields.get("author")):
        if name.value == "others":
            entry.complete = False
        else:
            entry.names.append(name)
    entry.abstract = fields.get("abstract")
    if year and month:
        lines = (min(year.first, month.first), max(year.last, month.last))
        entry.dates.append(Stated(f"{_plain(month.value)} {year.value}", *lines))
        entry.dates.append(Stated(f"{year.value}-{clean(month.value).zfill(2)}", *lines))
    entry.dates += [fields[key] for key in _DATES if key in fields]
    for key in _ADDRESSES:
        if key in fields:
            stated = fields[key]
            entry.addresses.append(Stated(_bare_address(stated.value), stated.first, stated.last))
    if "keywords" in fields:
        listed = fields["keywords"]
        parts = re.split("[;,]", _plain(listed.value))
        entry.topics = [Stated(part, listed.first, listed.last) for part in parts]
    return entry


def _fields(block: BibEntry, first: int, last: int, strings: Mapping[str, str]) -> dict[str, Stated]:
    """The fields by their names in lower case; of a name that stands twice, the first."""
    found: dict[str, Stated] = {}
    for field in block.fields:
        begin = min(max((field.start_line or 0) + 1, first), last)
        end = min(begin + str(field.value).count("\n"), last)
        found.setdefault(field.key.casefold(), Stated(_value(str(field.value), strings), begin, end))
    return found


def _value(stated: str, strings: Mapping[str, str]) -> str:
    """The value without its delimiters: parts joined by "#", names of strings replaced."""
    parts = _split_at_hash(stated) if "#" in stated else [stated]
    return "".join(strings.get(part.strip().casefold(), _undelimited(part)) for part in parts)


def _split_at_hash(stated: str) -> Sequence[str]:
    parts = []
    start = depth = 0
    quoted = False
    for index, character in enumerate(stated):
        depth += {"{": 1, "}": -1}.get(character, 0)
        quoted ^= character == '"' and depth == 0
        if character == "#" and depth == 0 and not quoted:
            parts.append(stated[start:index])
            start = index + 1
    return [*parts, stated[start:]]


def _undelimited(value: str) -> str:
    """The value without the brackets or quotation marks around the whole of it."""
    text = value.strip()
    while len(text) > 1 and text[0] + text[-1] in ("{}", '""') and _is_one_group(text):
        text = text[1:-1]
    return text


def _is_one_group(text: str) -> bool:
    """Whether what opens `text` is closed by its end, not before; brackets hide quotation marks."""
    quoted = text[0] == '"'
    depth = 0
    for mark in _DELIMITER.finditer(text):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        closed = depth == 0 and (not quoted or (mark.group() == '"' and mark.start() > 0))
        if closed:
            return mark.end() == len(text)
    return False


def _names(stated: Stated | None) -> Iterator[Stated]:
    if stated is None:
        return
    from bibtexparser.middlewares.names import split_multiple_persons_names  # noqa: PLC0415

    for name in split_multiple_persons_names(clean(stated.value)):
        yield Stated(_plain(name), stated.first, stated.last)


def _as_text(stated: Stated | None) -> Stated | None:
    return None if stated is None else Stated(_plain(stated.value), stated.first, stated.last)


def _bare_address(value: str) -> str:
    match = re.fullmatch(r"\\url\{(?P<url>[^{}]*)\}", value.strip())
    return (match["url"] if match else value).replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")


def _plain(value: str) -> str:
    """LaTeX as text, mathematics left as it is; what cannot be read as LaTeX is left as stated."""
    if not re.search(r"[\\{}~]|--", value):
        return value
    from pylatexenc.latexwalker import LatexWalkerError  # noqa: PLC0415

    try:
        return _latex_reader()(value)
    except (LatexWalkerError, RecursionError, IndexError, ValueError, AttributeError, TypeError):
        return value


@cache
def _latex_reader() -> Callable[[str], str]:
    """Reads LaTeX; made once, since its tables of macros cost more than most values."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415

    macros = get_default_latex_context_db()
    reader = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
    return lambda value: str(reader.latex_to_text(value, latex_context=macros))


BIBTEX = Reader("bibtex", "BibTeX file", recognise, read)
