"""The law of reading, counted by code that shares nothing with the readers' own."""

from __future__ import annotations

from seedbed.keep.readings import pack, unpack
from seedbed.model.record import Reading
from seedbed.read.coverage import find_fault


def check_the_law(reading: Reading) -> None:
    """Each non-blank line is in one record or one unread span, and the numbers of lines agree.

    So is it when the reading was kept, or sent from one process to another.
    """
    held = [0] * (len(reading.seed.lines) + 1)
    units: list[set[int]] = []
    for record in reading.records:
        parts = {n for part in record.parts() for n in range(part.span.first, part.span.last + 1)}
        units.append(parts)
    units += [set(range(span.first, span.last + 1)) for span in reading.unread]
    for unit in units:
        for number in unit:
            held[number] += 1
    for number, line in enumerate(reading.seed.lines, start=1):
        assert held[number] <= 1
        assert not line.strip() or held[number] == 1
    count = reading.count()
    assert count.total == count.blank + count.read + count.unread
    assert find_fault(reading) == ""
    for work in reading.works():
        assert work.title is not None or work.abstract is not None
    packed = pack(reading)
    assert unpack(packed) == reading or "\ufffd".encode() in packed
