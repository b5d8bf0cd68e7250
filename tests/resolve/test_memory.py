"""What is remembered of texts is what would be worked out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.resolve.blocking import sketch
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.marks import text_mark
from seedbed.resolve.memory import Kept, Memory
from seedbed.resolve.published import ledger_after
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker
from tests.resolve.test_laws import Made, owned, records, works


@given(texts=st.lists(st.text(), max_size=6), again=st.lists(st.text(), max_size=6))
def test_a_memory_answers_as_the_functions_do(texts: list[str], again: list[str]) -> None:
    first = Memory()
    assert [first.mark(text) for text in texts] == list(map(text_mark, texts))
    second = Memory(first.kept())
    for text in (*again, *texts):
        assert second.mark(text) == text_mark(text)
        assert second.sketch(text) == sketch(text)


def test_what_is_not_asked_for_again_is_not_kept() -> None:
    memory = Memory()
    memory.mark("one")
    memory.mark("other")
    kept = memory.kept()
    again = Memory(kept)
    again.mark("one")
    assert len(again.kept().marks) == 1
    before = again.kept()
    same = Memory(before)
    same.mark("one")
    assert same.kept() is before
    assert Memory(kept).kept() == Kept({}, {})


@given(rounds=st.lists(st.tuples(st.lists(works, max_size=6), st.lists(works, max_size=3)), max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_library_is_the_same_from_kept_values(rounds: list[tuple[list[Made], list[Made]]]) -> None:
    """Each round is an edit: other works in two seeds. The ledger goes on from one to the next."""
    kept: Kept | None = None
    ledger = Ledger()
    for made, profile in rounds:
        one, other = Maker("one.txt"), Maker("other.txt")
        readings = [one.reading(*records(one, made)), other.reading(owned(other, "Ana García", profile))]
        memory = Memory(kept)
        library = resolve(readings, ledger=ledger, memory=memory)
        assert library == resolve(readings, ledger=ledger)
        following = ledger_after(library, ledger, memory.mark)
        assert following == ledger_after(library, ledger)
        kept, ledger = memory.kept(), following
