from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seedbed.link.columns import join, pack, spans, take, unpack
from seedbed.link.corpus import corpus
from seedbed.link.texts import Source, read_texts
from seedbed.text.words import is_common, words

texts = st.lists(st.text("aZ s'’-–/.,(\n\ud800é漢 ", max_size=30), max_size=8)


@given(st.lists(st.integers(0, 2**62)))
def test_numbers_are_packed_and_unpacked(numbers: list[int]) -> None:
    assert unpack(pack(numbers)).tolist() == numbers


def test_small_numbers_take_a_byte_each() -> None:
    assert len(pack([255] * 10)) < len(pack([256] * 10)) < len(pack([1 << 16] * 10))


def test_spans_are_put_end_to_end() -> None:
    assert spans(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]


@given(texts)
def test_words_stand_where_they_stand(said: list[str]) -> None:
    read = corpus(read_texts([Source("title", text) for text in said]))
    for number, plain in enumerate(read.plain):
        there = slice(int(read.bounds[number]), int(read.bounds[number + 1]))
        found = words(plain)
        ((surfaces, common),) = read.words_of(np.array([number]))
        assert surfaces == [word.surface for word in found.all]
        assert common == [is_common(word.folded) for word in found.all]
        assert read.starts[there].tolist() == list(found.starts)
        assert read.ends(np.arange(there.start, there.stop)).tolist() == list(found.ends)
        assert [read.stems[stem] for stem in read.stem[there].tolist()] == [word.stem for word in found.all]


@given(texts, st.data())
def test_joining_and_taking_is_reading(said: list[str], data: st.DataObject) -> None:
    """Columns of some of many texts are those of these alone, but for the numbers of words."""
    sources = [Source("spoken", text) for text in said]
    middle = data.draw(st.integers(0, len(sources)))
    both = join([read_texts(sources[:middle]), read_texts(sources[middle:])])
    chosen = data.draw(st.permutations(range(len(sources))))[:5]
    some, alone = take(both, chosen), read_texts([sources[each] for each in chosen])
    assert some.digests() == alone.digests()
    assert some.texts() == alone.texts()
    assert (some.lengths, some.gaps, some.sentences) == (alone.lengths, alone.gaps, alone.sentences)
    assert sorted(some.words) == sorted(alone.words)
    assert corpus(some).stem.tolist() == corpus(alone).stem.tolist()
