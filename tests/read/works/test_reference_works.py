from __future__ import annotations

from seedbed.model.date import PartialDate
from seedbed.model.record import Particular, WorkRecord
from seedbed.model.source import Claim
from seedbed.read.references.reference import read_reference
from seedbed.read.works.reference_works import work_of_reference
from seedbed.text.lines import Line
from tests.read.seeds import seed_of


def test_each_part_of_a_reference_is_claimed_by_its_line() -> None:
    text = (
        "Lee, A. & Ek, B. (2020). On Rain and Its Forms. Journal of Rain, 12, 4-9. https://doi.org/10.1/rain"
    )
    seed = seed_of(f"Publications\n{text}\n")
    reference = read_reference(text)
    assert reference is not None
    place = seed.span(2)
    assert work_of_reference(seed, Line(2, text), reference) == WorkRecord(
        title=Claim("On Rain and Its Forms", place),
        creators=Claim(reference.creators, place),
        date=Claim(PartialDate(2020), place),
        venue=Claim("Journal of Rain", place),
        particulars=(
            Claim(Particular("volume", "12"), place),
            Claim(Particular("pages", "4-9"), place),
        ),
        links=(Claim("https://doi.org/10.1/rain", place),),
    )
    assert reference.creators.names == ("Lee, A.", "Ek, B.")
