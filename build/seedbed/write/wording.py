"""Dates, numbers and sentences as pages word them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from seedbed.model.date import PartialDate
from seedbed.model.library import Stated
from seedbed.model.shown import Address, Counted, DateShown, Ref
from seedbed.text.lines import clean
from seedbed.text.months import MONTHS

T = TypeVar("T")

LONGEST_DESCRIPTION = 160
"""Characters; what search engines show of a description."""


def date_shown(date: PartialDate, inferred: str = "") -> DateShown:
    """A date of the library, which has its year, for people and for programs."""
    return DateShown(day_month_year(date), date.iso(), f"{date.year:04d}", inferred)


def stated_date(stated: Stated[PartialDate] | None) -> DateShown | None:
    """The date that pages lead with; None where no year is known."""
    if stated is None or stated.shown.year is None:
        return None
    return date_shown(stated.shown, stated.inferred)


def day_month_year(date: PartialDate) -> str:
    """As much as is known: "28 May 2026", "May 2026", "2026"; "28 May" where the year is not."""
    parts = [
        str(date.day) if date.day is not None and date.month is not None else "",
        MONTHS[date.month - 1] if date.month is not None else "",
        str(date.year) if date.year is not None else "",
    ]
    return " ".join(part for part in parts if part)


def number(count: int) -> str:
    """A number with its thousands parted: "1,562"."""
    return f"{count:,}"


def counted(count: int, one: str, several: str = "") -> str:
    """A number and what it counts: "1 paper", "17 papers"; `several` where it is not `one` with an s."""
    return f"{number(count)} {one if count == 1 else several or f'{one}s'}"


def newest_counted(count: int, one: str, *, dated: bool) -> str:
    """How many a list holds, and in which order if in any: "1 paper", "17 papers, the newest first"."""
    return f"{counted(count, one)}{', the newest first' if dated and count > 1 else ''}"


def at_most(
    most: int, things: Sequence[T], entry: Callable[[T], Counted], rest: Address = ""
) -> tuple[Counted, ...]:
    """Entries of the first things, and how many more there are; of all, where one would be left out.

    Args:
        most: How many are shown.
        things: What the entries are of.
        entry: Makes one.
        rest: Where the others are listed; empty if nowhere.
    """
    shown, more = cut(things, most)
    return (*map(entry, shown), *([Counted(Ref(f"and {more}", rest), "")] if more else []))


def first_refs(most: int, things: Sequence[T], ref: Callable[[T], Ref]) -> tuple[Ref, ...]:
    """The same for names in a row."""
    shown, more = cut(things, most)
    return (*map(ref, shown), *([Ref(more)] if more else []))


def cut(things: Sequence[T], most: int) -> tuple[Sequence[T], str]:
    """The first things, and "3 more" for those left out: one would take no more room than saying so."""
    if len(things) <= most + 1:
        return things, ""
    return things[:most], f"{number(len(things) - most)} more"


def separator(words: Iterable[str]) -> str:
    """What stands between words in a row: a semicolon where commas stand inside them ("Quill, Ada")."""
    return "; " if any("," in word for word in words) else ", "


def listed(words: Sequence[str]) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{separator(words).join(words[:-1])} and {words[-1]}"


def shortened(text: str, longest: int = LONGEST_DESCRIPTION) -> str:
    """`text` on one line, cut between words where it is longer than `longest` characters."""
    text = clean(text)
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words, space, _ = cut.rpartition(" ")
    return f"{(words if space and len(words) > longest // 2 else cut).rstrip(' ,;:.–—-(')}…"


def sentence(text: str) -> str:
    """`text` with a full stop, if nothing ends it."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…", ".”", '."')) else f"{text}."


def capitalised(text: str) -> str:
    """`text` with a capital at the start, as a sentence has."""
    return text[:1].upper() + text[1:]


def why_inferred(stated: Stated[Any]) -> str:
    """Why no source states a value as it is shown, as a sentence; empty where one does."""
    return sentence(capitalised(stated.inferred)) if stated.inferred else ""


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other, empty ones left out."""
    return " ".join(each for each in sentences if each)


def folded(text: str) -> str:
    """`text` to sort by: without accents, in one case."""
    if text.isascii():  # as most are, of tens of thousands
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def by_letter(entries: Iterable[T], name: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """Entries by the letter that each is found under, in the order in which the letters first come.

    Marks sort before letters and behind them; what begins with one is found under `#` all the same.
    """
    found: dict[str, list[T]] = {}
    for entry in entries:
        found.setdefault(letter(name(entry)), []).append(entry)
    return {first: tuple(group) for first, group in found.items()}


def letter(text: str) -> str:
    """The letter that `text` is found under, or `#` where it begins with none."""
    first = folded(text.strip())[:1].upper()[:1]
    return first if first.isalpha() else "#"
