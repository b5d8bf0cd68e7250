"""What the stage is given, in the form in which its steps use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from seedbed.model.curation import Curation
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.listings import Stock
from seedbed.resolve.memory import Memory
from seedbed.resolve.years import Years
from seedbed.text.names import Name


@dataclass(frozen=True, slots=True)
class Given:
    """All that a step may look at besides what the steps before it found.

    Attributes:
        stock: What the seeds state.
        curation: The maintainer's word.
        ledger: The addresses that were published before.
        years: For dates without a year.
        name_of: Takes a name apart, each string once.
        memory: Of what was worked out of long texts.
    """

    stock: Stock
    curation: Curation
    ledger: Ledger
    years: Years
    name_of: Callable[[str], Name]
    memory: Memory
