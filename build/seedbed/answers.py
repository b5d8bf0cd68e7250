"""What a maintainer may ask without building: how a file would be read, and what the rules cannot decide."""

from __future__ import annotations

from pathlib import Path

from seedbed import diagnose
from seedbed.config import Limits, Settings
from seedbed.diagnose import Inspection
from seedbed.errors import SeveralError
from seedbed.gather import place_in
from seedbed.intake import take_in
from seedbed.keep.store import Store
from seedbed.model.decision import Question
from seedbed.project_files import read_curation, read_ledger
from seedbed.read.registry import load_readers
from seedbed.resolve.resolve import resolve


def questions(settings: Settings) -> tuple[Question, ...]:
    """What the rules cannot decide about the seeds as they are.

    Raises:
        SeedbedError: The seeds cannot be read.
    """
    curation, faults = read_curation(settings)
    if faults:
        raise SeveralError(faults)
    readings = take_in(settings, curation, Store(None)).readings
    return resolve(readings, curation, read_ledger(settings)).questions


def inspect(file: Path, settings: Settings | None) -> Inspection:
    """How one file would be read, and what of it would not be, wherever it lies.

    Args:
        file: As it was named.
        settings: Of the project that it may be a seed of; None where there is no project.
    """
    limits, note = Limits(), None
    if settings is not None:
        limits = settings.limits
        note = read_curation(settings)[0].note_on(place_in(settings.seeds, file))
    return diagnose.inspect(file, note, load_readers(limits.reader_seconds), limits)
