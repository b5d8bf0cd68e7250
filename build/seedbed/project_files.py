"""The files that a project keeps beside its seeds: curation, ledger of addresses, the prose of its home."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from seedbed.config import CURATION, HOME, LEDGER, Settings
from seedbed.errors import SeedbedError
from seedbed.keep.files import read_text, write_file
from seedbed.model.curation import Curation
from seedbed.model.library import Library
from seedbed.model.page import SiteFacts
from seedbed.resolve.curation import parse_curation
from seedbed.resolve.ledger import Ledger, LedgerEntry, ledger_text, parse_ledger
from seedbed.resolve.published import ledger_after
from seedbed.write.hand_written import read_page


def read_curation(settings: Settings) -> tuple[Curation, tuple[SeedbedError, ...]]:
    """The curation file; one that is broken is a fault, and the build goes on without it."""
    file = settings.seeds / CURATION
    if not file.is_file():
        return Curation(), ()
    shown = settings.shown(file)
    try:
        return parse_curation(read_text(file, shown), shown), ()
    except SeedbedError as fault:
        return Curation(), (fault,)


def read_ledger(settings: Settings) -> Ledger:
    """The addresses ever published. A damaged ledger stops the build: going on would lose what it keeps."""
    file = settings.seeds / LEDGER
    if not file.is_file():
        return Ledger()
    shown = settings.shown(file)
    return parse_ledger(read_text(file, shown), shown)


class LedgerChange(NamedTuple):
    """What a build changes in the ledger."""

    gone: frozenset[LedgerEntry]
    new: frozenset[LedgerEntry]


def change_of_ledger(library: Library, ledger: Ledger, mark: Callable[[str], str]) -> LedgerChange:
    """What this build changes in the ledger; `mark` gives the mark of a text."""
    before, after = frozenset(ledger.entries), frozenset(ledger_after(library, ledger, mark).entries)
    return LedgerChange(before - after, after - before)


def keep_ledger(settings: Settings, ledger: Ledger, change: LedgerChange) -> None:
    """Write the ledger, where anything in it changes."""
    if any(change):
        entries = change.new.union(ledger.entries) - change.gone
        write_file(settings.seeds / LEDGER, ledger_text(Ledger(tuple(entries))).encode())


def site_facts(settings: Settings) -> SiteFacts:
    """What the pages say of the site itself: its name, and the prose that somebody wrote for its home."""
    home = settings.docs / HOME
    shown = settings.shown(home)
    title, prose = read_page(read_text(home, shown), shown) if home.is_file() else ("", "")
    return SiteFacts(settings.site_name, settings.site_description, prose, title, settings.repo_url)
