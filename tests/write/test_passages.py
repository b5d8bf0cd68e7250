"""Links in prose, and differences between readings."""

from __future__ import annotations

import time
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.model.decision import Conflict
from seedbed.model.link import Mention, Place, Target
from seedbed.model.prose import Run, plain
from seedbed.model.shown import Ref
from seedbed.model.source import Claim, Span
from seedbed.text.prose import plain_text
from seedbed.write.addresses import Places
from seedbed.write.differences import disagreement
from seedbed.write.passages import passage

PLACE = Place("work", "a", 0, 0, Span("s.txt", 1, 1))
STYLES = st.sampled_from(["plain", "emphasis", "strong", "code", "math", "address"])
runs = st.lists(st.builds(Run, st.text(min_size=1, max_size=8), STYLES), max_size=6).map(tuple)


def mention(start: int, end: int, target: str = "x") -> Mention:
    return Mention(PLACE, Target("work", target), start, end, "", "its title", linked=True)


@settings(deadline=None)
@given(runs, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=5))
def test_a_passage_is_its_prose_cut_in_pieces(
    prose: tuple[Run, ...], spots: Sequence[tuple[int, int]]
) -> None:
    mentions = [mention(start, start + length) for start, length in sorted(spots)]
    pieces = passage(prose, mentions)
    assert "".join(piece.text for piece in pieces) == plain(prose)
    assert all(piece.text for piece in pieces)
    assert not any(piece.address for piece in pieces if piece.style == "address")


def test_a_link_may_begin_in_one_style_and_end_in_another() -> None:
    pieces = passage((Run("on soft "), Run("hands", "emphasis"), Run(" now")), [mention(3, 13)])
    assert [(piece.text, piece.style, piece.address) for piece in pieces] == [
        ("on ", "plain", ""),
        ("soft ", "plain", "papers/x"),
        ("hands", "emphasis", "papers/x"),
        (" now", "plain", ""),
    ]


def test_of_two_that_overlap_the_first_is_a_link() -> None:
    pieces = passage((Run("abcdef"),), [mention(0, 4, "x"), mention(2, 6, "y")])
    assert [(piece.text, piece.address) for piece in pieces] == [("abcd", "papers/x"), ("ef", "")]


words = st.lists(
    st.sampled_from(["soft", "hands", "2,500", "3,000", "of", ".", "a-b"]), min_size=1, max_size=60
)


@settings(deadline=None)
@given(st.lists(words.map(" ".join), min_size=2, max_size=4))
def test_readings_are_whole_and_only_what_differs_is_marked(readings: list[str]) -> None:
    claims = tuple(Claim(text, Span("s.txt", line, line)) for line, text in enumerate(readings, start=1))
    shown = disagreement(Conflict("work", "a", "abstract", claims, "r"), Ref(""), Places({"s.txt": "s"}))
    for reading, text in zip(shown.readings, readings, strict=True):
        assert "".join(each.text for each in reading.words) == plain_text(text)
    same = "".join(each.text for each in shown.readings[0].words if not each.differs)
    if len(set(map(plain_text, readings))) == 1:
        assert same == plain_text(readings[0])
    assert [reading.leads for reading in shown.readings] == [True] + [False] * (len(readings) - 1)


def test_a_number_that_differs_is_marked_alone() -> None:
    text = "It has {} questions across dozens of subjects."
    claims = tuple(Claim(text.format(count), Span("s.txt", 1, 1)) for count in ("2,500", "3,000"))
    shown = disagreement(Conflict("work", "a", "abstract", claims, "r"), Ref(""), Places({"s.txt": "s"}))
    assert [[each.text for each in reading.words if each.differs] for reading in shown.readings] == [
        ["2,500"],
        ["3,000"],
    ]


def test_white_space_between_words_that_differ_differs_with_them() -> None:
    texts = ("We met two old men at sea.", "We met three young women at sea.")
    claims = tuple(Claim(text, Span("s.txt", 1, 1)) for text in texts)
    shown = disagreement(Conflict("work", "a", "abstract", claims, "r"), Ref(""), Places({"s.txt": "s"}))
    assert [[(each.text, each.differs) for each in reading.words] for reading in shown.readings] == [
        [("We met ", False), ("two old men", True), (" at sea.", False)],
        [("We met ", False), ("three young women", True), (" at sea.", False)],
    ]


def test_readings_that_repeat_a_word_are_compared_in_reasonable_time() -> None:
    claims = tuple(
        Claim(f"{mark} {word * 1500}{mark}", Span("s.txt", 1, 1))
        for mark, word in (("a", "x "), ("b", "x y "))
    )
    start = time.process_time()
    shown = disagreement(Conflict("work", "a", "abstract", claims, "r"), Ref(""), Places({"s.txt": "s"}))
    assert time.process_time() - start < 10
    marked = [each.text for each in shown.readings[1].words if each.differs]
    assert (marked[0], marked[1:-1], marked[-1]) == ("b", ["y"] * 1499, "y b")


def test_very_long_readings_are_compared_in_reasonable_time() -> None:
    claims = tuple(
        Claim(" ".join(f"{mark}{number}" for number in range(20_000)), Span("s.txt", 1, 1)) for mark in "ab"
    )
    shown = disagreement(Conflict("work", "a", "abstract", claims, "r"), Ref(""), Places({"s.txt": "s"}))
    assert any(each.differs for each in shown.readings[0].words)
