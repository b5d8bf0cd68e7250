"""What the lines say that arXiv's pages state a paper in, once they are copied as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from seedbed.read.creators import is_name_list, read_names
from seedbed.read.formats.bibliography import Entry, Stated
from seedbed.read.formats.bibtex_values import plain
from seedbed.read.shape import is_prose
from seedbed.text.categories import NAMES
from seedbed.text.lines import Line
from seedbed.text.months import MONTH

NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})"
"""A paper's number at arXiv, of 2007 and later or before, as a regular expression."""

_DAY = rf"\d{{1,2}} {MONTH},? \d{{4}}"
_LABELLED = re.compile(
    r"(?P<label>title|authors?|abstract|comments?|subjects?|date|categories"
    r"|journal[ -]ref(?:erence)?|(?:related )?doi|report[ -]n(?:umber|o)|licen[cs]e"
    r"|(?:acm|msc)[ -]class(?:es)?|cite as)"
    r"\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_LABELS = {
    "authors": "author", "comments": "comment", "subjects": "subject", "journal reference": "journal ref",
    "related doi": "doi", "acm classes": "ACM class", "msc classes": "MSC class", "acm class": "ACM class",
    "msc class": "MSC class", "report no": "report number", "licence": "license",
}  # fmt: skip
"""Labels that have several forms, and the one that is taken for all."""
_ADDRESS = re.compile(r"(?:doi |https?://(?:dx\.)?doi\.org/)(?P<doi>10\.\S+)(?: .{0,60})?", re.IGNORECASE)
_SUBMITTED = re.compile(rf"submitted (?P<day>{_DAY})(?:;.*|\.?)", re.IGNORECASE)
_FIRST_SUBMITTED = re.compile(rf"v1 submitted (?P<day>{_DAY})", re.IGNORECASE)
_SUBMITTED_ON = re.compile(rf"\[submitted on (?P<day>{_DAY})\b.*\]", re.IGNORECASE)
_IN_MAIL = re.compile(rf"(?:[A-Z][a-z]{{2}}, )?(?P<day>{_DAY})\b")
_FEWEST_WORDS = 40
"""Words of an abstract without its label."""
_STROKES = "\\\\"
_REVISED = re.compile(rf"(?:last revised|latest version) (?P<day>{_DAY})", re.IGNORECASE)
_REPLACED = re.compile(rf"replaced with revised version (?:[A-Z][a-z]{{2}}, )?(?P<day>{_DAY})\b.*")
_SUBJECT = re.compile(r".*\((?P<category>[a-z-]+(?:\.[A-Za-z-]+)?)\)")
VERSION = re.compile(r"v\d+$")
"""Of a paper, behind its number."""
_TOGGLE = re.compile(r"\s*[△▲▽▼∆∇]\s*(?:less|more)\b\s*", re.IGNORECASE)
_HIDDEN_NAMES = re.compile(r"\((?:\d+ )?additional authors? not shown\)", re.IGNORECASE)
_COLLABORATION = re.compile(r"(?<= collaboration): ", re.IGNORECASE)
_BELONGS = re.compile(
    rf"\(or arxiv:{NUMBER}(?:v\d+)? .{{0,40}}for this version\)|focus to learn more|view pdf|download pdf"
    r"|html \(experimental\)|tex source|other formats|arxiv-issued doi via datacite.{0,40}"
    r"|[△▲▽▼∆∇] ?(?:less|more)",
    re.IGNORECASE,
)


def take_lines(entry: Entry, lines: Sequence[Line]) -> None:
    """Give an entry what the lines below its first one state: by their labels, or else by their order."""
    labelled = [_labelled(line.text) for line in lines]
    labels = [label for label, _ in labelled]
    known = (at for at, line in enumerate(lines) if labels[at] or _SUBMITTED.fullmatch(line.text))
    last = max(known, default=0)
    all_labels = frozenset(labels)
    in_mail = "end" in all_labels
    above: set[str] = set()
    behind = ""
    at = 0
    while at < len(lines):
        label, value = labelled[at]
        parts = [value] if value else []
        end = at + 1
        while (
            end < len(lines)
            and not labels[end]
            and _goes_on(label, parts, lines[end].text, in_mail or (label == "abstract" and last > end))
        ):
            parts.append(lines[end].text)
            end += 1
        stated = Stated(" ".join(parts), lines[at].number, lines[end - 1].number)
        if label:
            _take(entry, label, stated)
            above.add(label)
        elif not _take_known(entry, stated):
            _take_by_order(entry, stated, above, behind, later=all_labels - above)
        behind = label
        at = end


def is_stated_day(text: str) -> bool:
    """Whether a line stands above a paper's title on its own page: “[Submitted on 3 Mar 2025]”."""
    return _SUBMITTED_ON.fullmatch(text) is not None


def is_day_in_mail(text: str) -> bool:
    """Whether a line stands below a paper's number in arXiv's mail: when it was submitted, or replaced."""
    return text.startswith("Date: ") or _REPLACED.fullmatch(text) is not None


def states_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the label of a title stands before one, and that of its authors at most two lines below."""
    label, title = _labelled(lines[at].text)
    below = (_labelled(line.text)[0] for line in lines[at + 1 : at + 3])
    return label == "title" and bool(title) and "author" in below


def states_authors(text: str) -> bool:
    """Whether a line states authors behind their label."""
    label, names = _labelled(text)
    return label == "author" and bool(names)


def stated_abstract(text: str) -> str:
    """What a line states behind the label of an abstract; nothing where it has none, or that alone."""
    match = _LABELLED.fullmatch(text)
    return match["value"] if match and match["label"].casefold() == "abstract" else ""


def categories_of(text: str) -> list[str]:
    """The categories that a line lists, and nothing else."""
    words = text.split()
    return words if words and all(word in NAMES for word in words) else []


def take_categories(entry: Entry, categories: Sequence[str], line: int) -> None:
    """The first category as the paper's own, the others beside it."""
    for category in categories:
        stated = Stated(category, line, line)
        if entry.category is None:
            entry.category = stated
        elif category != entry.category.value:
            entry.particulars.append(("category", stated))


def _labelled(text: str) -> tuple[str, str]:
    """The label in one form, and what stands behind it; without a label, the whole text.

    In arXiv's mail, two strokes stand above the abstract, and below it with the address.
    """
    if text.startswith(_STROKES):
        return ("end", text) if text != _STROKES else ("abstract", "")
    match = _LABELLED.fullmatch(text)
    if match is None:
        return "", text
    label = match["label"].casefold().replace("-", " ")
    return _LABELS.get(label, label), match["value"]


def _goes_on(label: str, parts: Sequence[str], text: str, to_next: bool) -> bool:  # noqa: FBT001
    """Whether a line goes on with what the labelled one above it begins.

    Args:
        label: What stands above.
        parts: What was found of it so far.
        text: The line, which has no label.
        to_next: Whether all lines go on, up to the next one with a label.
    """
    if label in {"", "end"} or _SUBMITTED.fullmatch(text) or _BELONGS.fullmatch(text):
        return False
    if not parts:
        return True
    listed = label == "author" and (parts[-1].endswith(",") or text.startswith(","))
    return listed or to_next


def _take(entry: Entry, label: str, stated: Stated) -> None:
    entry.labels += range(stated.first, stated.last + 1)
    if label in {"title", "author"}:
        stated = replace(stated, value=plain(stated.value))  # mail writes accents as LaTeX does
    match label:
        case "author":
            _take_names(entry, stated, labelled=True)
        case "abstract":
            entry.take("abstract", _abstract(stated))
        case "subject":
            found = (_SUBJECT.fullmatch(part.strip()) for part in stated.value.split(";"))
            take_categories(entry, [match["category"] for match in found if match], stated.first)
        case "journal ref":
            entry.take("venue", stated)
        case "date":
            dated = _IN_MAIL.match(stated.value)
            entry.dates += [Stated(dated["day"], stated.first, stated.last)] if dated else []
        case "categories":
            take_categories(entry, categories_of(stated.value), stated.first)
        case "end":
            pass
        case "doi" | "cite as":
            number = VERSION.sub("", stated.value.partition(" ")[0])
            entry.take("address", Stated(number, stated.first, stated.last))
        case _:
            entry.take(label, stated)


def _take_known(entry: Entry, stated: Stated) -> bool:
    """Whether a line without a label tells by its form what it is: a date, a button, an address."""
    text, line = stated.value, stated.first
    if submitted := _SUBMITTED_ON.fullmatch(text) or _SUBMITTED.fullmatch(text):
        first = _FIRST_SUBMITTED.search(text) or submitted
        entry.dates.append(Stated(first["day"], line, line))
        if revised := _REVISED.search(text):
            entry.particulars.append(("updated", Stated(revised["day"], line, line)))
    elif replaced := _REPLACED.fullmatch(text):
        entry.particulars.append(("updated", Stated(replaced["day"], line, line)))
    elif _BELONGS.fullmatch(text):
        entry.labels.append(line)
    elif address := _ADDRESS.fullmatch(text):
        entry.addresses.append(Stated(address["doi"], line, line))
    elif entry.title is None and (categories := categories_of(text)):
        take_categories(entry, categories, line)
    else:
        return False
    return True


def _take_by_order(
    entry: Entry, stated: Stated, above: AbstractSet[str], behind: str, later: AbstractSet[str]
) -> None:
    """First the title, then the names, and then or behind the subjects the abstract, where no label is.

    Title and names stand above all that has a label.

    Args:
        entry: The paper.
        stated: The line, which has no label.
        above: The labels above it.
        behind: The label right above it; else empty.
        later: The labels below it.
    """
    if entry.title is None:
        entry.title = stated if not above and "title" not in later else None
    elif above <= {"title"} and "author" not in later and not entry.names:
        _take_names(entry, stated)
    elif "abstract" not in later | above and _may_be_abstract(stated.value, above, behind):
        entry.take("abstract", _abstract(stated))


def _may_be_abstract(text: str, above: AbstractSet[str], behind: str) -> bool:
    """Whether running text is one that lost its label: behind the subjects, or right above all labels."""
    lost = above <= {"title", "author"} and len(text.split()) >= _FEWEST_WORDS
    return (behind == "subject" or lost) and is_prose(text)


def _take_names(entry: Entry, stated: Stated, *, labelled: bool = False) -> None:
    """The names, without the places of work in brackets; without a label, most must look like names."""
    shown = _HIDDEN_NAMES.sub("", stated.value)
    listed = read_names(_without_places(_COLLABORATION.sub(", ", shown)).strip())
    sure = sum(1 for name in listed.names if is_name_list(name))
    if labelled or 2 * sure > len(listed.names):
        entry.names += [Stated(name, stated.first, stated.last) for name in listed.names]
        entry.complete = entry.complete and listed.complete and shown == stated.value


def _without_places(text: str) -> str:
    """`text` without what stands in brackets, which may be nested; whole where a bracket is not closed."""
    kept: list[str] = []
    depth = 0
    for piece in re.split(r"([()])", text):
        depth += (piece == "(") - (piece == ")")
        if depth < 0:
            return text
        if depth == 0 and piece != ")":
            kept.append(piece.rstrip() if piece.strip() else "")
    return "".join(kept) if depth == 0 else text


def _abstract(stated: Stated) -> Stated:
    """The abstract without the buttons for more and less of it; of two forms, the whole one."""
    parts = [part for part in _TOGGLE.split(stated.value) if part.strip()]
    return Stated(parts[-1] if parts else "", stated.first, stated.last)
