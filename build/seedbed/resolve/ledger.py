"""The ledger of published addresses: a text file, a line an entry, sorted, so that git can merge it.

Each line has three columns, parted by tabs: an address, a kind of mark, and a mark by which what lives there
is known again (a title, a name, the beginning of an abstract), or, for the kind `moved`, the address that it
leads to:

    papers/soft-hands<TAB>title<TAB>Soft Hands
    people/robert-smith<TAB>moved<TAB>people/bob-smith

An address that was published once stays in the ledger, also while nothing lives there, so that nothing else
moves in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import attrgetter
from typing import Literal, NamedTuple, get_args

from seedbed.errors import SeedbedError

MarkKind = Literal["title", "abstract", "name", "place", "opening", "turn", "moved"]

_KINDS = frozenset(get_args(MarkKind))
_ADDRESS = re.compile(
    r"(?:papers|people|transcripts|collections|topics)/[a-z0-9-]{1,80}(?:#turn-[1-9][0-9]*)?"
)
_HEADER = """\
# Addresses that this library has published, and by what each thing is known again. Seedbed adds to this file;
# check it in with the seeds, so that no address ever changes. In a git conflict, keep the lines of both
# sides.
"""


class LedgerEntry(NamedTuple):
    """One line: an address, and a mark of what lives there, or lived."""

    address: str
    kind: MarkKind
    mark: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries, sorted, each once; empty where nothing was published yet."""

    entries: tuple[LedgerEntry, ...] = ()

    def below(self, prefix: str) -> Iterator[LedgerEntry]:
        """The entries whose address begins so."""
        first = bisect_left(self.entries, prefix, key=attrgetter("address"))
        return takewhile(lambda entry: entry.address.startswith(prefix), islice(self.entries, first, None))


def parse_ledger(text: str, path: str) -> Ledger:
    """Read the ledger.

    Raises:
        SeedbedError: A line is damaged. Nothing is read past it, since its address would be lost.
    """
    entries: dict[LedgerEntry, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            entries.setdefault(_read_entry(line, path, number), number)
    _refuse_circles(entries, path)
    return Ledger(tuple(sorted(entries)))


def _read_entry(line: str, path: str, number: int) -> LedgerEntry:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise SeedbedError(
            "git left a conflict here. Keep the lines of both sides, and take out the lines with the marks.",
            path=path,
            line=number,
        )
    columns = line.rstrip("\r\n").split("\t")
    if len(columns) != 3 or not all(columns):  # noqa: PLR2004 (address, kind, mark)
        raise SeedbedError(
            f"found {len(columns)} column{'s' if len(columns) != 1 else ''}, expected three parted by tabs: "
            "address, kind, mark. Restore the line from git.",
            path=path,
            line=number,
        )
    address, kind, mark = columns
    if not _ADDRESS.fullmatch(address):
        raise SeedbedError(
            f"“{address}” is no address (expected, say, papers/a-title). Restore the line from git.",
            path=path,
            line=number,
        )
    if kind not in _KINDS or (kind == "moved" and not _ADDRESS.fullmatch(mark)):
        raise SeedbedError(
            f"found “{kind}” with “{mark}”, expected one of {', '.join(sorted(_KINDS))} "
            "(moved with an address). Restore the line from git.",
            path=path,
            line=number,
        )
    return LedgerEntry(address, kind, mark)  # type: ignore[arg-type] # it is one of them


def _refuse_circles(entries: dict[LedgerEntry, int], path: str) -> None:
    moved = {entry.address: entry.mark for entry in entries if entry.kind == "moved"}
    cleared: set[str] = set()
    for entry, number in entries.items():
        walked: list[str] = []
        address = entry.address
        while address in moved and address not in cleared:
            if address in walked:
                raise SeedbedError(
                    f"“{entry.address}” leads in a circle. Take out the line of one of the addresses on it: "
                    f"{', '.join(walked)}.",
                    path=path,
                    line=number,
                )
            walked.append(address)
            address = moved[address]
        cleared.update(walked)


def ledger_text(ledger: Ledger) -> str:
    """The ledger's text; `parse_ledger` reads it back."""
    lines = sorted(f"{entry.address}\t{entry.kind}\t{entry.mark}\n" for entry in set(ledger.entries))
    return _HEADER + "".join(lines)


def final_addresses(entries: Iterable[LedgerEntry]) -> dict[str, str]:
    """For each address that moved, the one that it leads to in the end."""
    moved = {entry.address: entry.mark for entry in sorted(entries) if entry.kind == "moved"}
    final = {}
    for old, first in moved.items():
        new = first
        while new in moved:
            new = moved[new]
        final[old] = new
    return final
