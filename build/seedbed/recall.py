"""What a build recalls of the last one: whether anything changed, and what may be taken over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from seedbed.config import LEDGER, Settings
from seedbed.growth import SCHEMA, Growth, look_at_generated, read_growth, write_growth
from seedbed.inputs import Inputs, look_at_inputs
from seedbed.keep.stamps import FileRecord, same_files
from seedbed.keep.store import Store
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport, PageCounts, Since

_KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Past:
    """What a build is made from, and what the last one kept."""

    inputs: Inputs
    growth: Growth | None


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages' Markdown as it lies in the docs folder.

    Attributes:
        date: The newest date that the library states.
        generated: Every generated file.
        keys: What those files follow from that have a key, as hashes.
        same: True where the last build has left all of it as it is.
    """

    date: PartialDate | None
    generated: dict[str, FileRecord]
    keys: dict[str, bytes]
    same: bool = False


class Grown(NamedTuple):
    """The pages, and what there is to say of them."""

    pages: Pages
    report: BuildReport


def recall(settings: Settings) -> Past:
    """What there is to build from, and what the last build kept."""
    growth = read_growth(settings.cache)
    return Past(look_at_inputs(settings, growth.inputs if growth else None), growth)


def store_of(settings: Settings, past: Past | None) -> Store:
    """Where what the stages computed is kept for the next build."""
    return Store(settings.cache / _KEPT, past.inputs.code()) if past else Store(None)


def as_before(settings: Settings, past: Past | None, *, strict: bool) -> Grown | None:
    """The pages as the last build left them, where they are what a build would write now."""
    growth = past.growth if past else None
    if past is None or growth is None or not growth.inputs.same_as(past.inputs):
        return None
    if strict and growth.report.faults:
        return None
    generated = look_at_generated(settings.docs, settings.cache, growth.generated, growth.generated)
    if not same_files(generated, growth.generated):
        return None
    pages = Pages(growth.date, generated, growth.keys, same=True)
    return Grown(pages, replace(growth.report, findings=(), site=""))


def keep(settings: Settings, pages: Pages, past: Past | None, report: BuildReport, site: str = "") -> None:
    """Keep what the next build compares with, unless something was edited while this one read it."""
    if past is None:
        return
    inputs = past.inputs if pages.same else look_at_inputs(settings, past.inputs)
    if not inputs.same_as(past.inputs, but=str(settings.seeds / LEDGER)):
        return
    counts = PageCounts(unchanged=report.pages.written + report.pages.unchanged)
    at_rest = replace(report, since=Since(first=False), pages=counts, read=0, seconds=())
    growth = Growth(SCHEMA, inputs, pages.generated, pages.keys, at_rest, pages.date, site)
    if growth != past.growth:
        write_growth(settings.cache, growth)
