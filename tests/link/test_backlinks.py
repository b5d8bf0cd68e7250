from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedbed.link.backlinks import backlinks
from seedbed.model.library import TranscriptId, WorkId
from seedbed.model.link import Discussion, Mention, Place, Target
from tests.link.factory import span

_TARGETS = st.builds(Target, st.sampled_from(["work", "person", "topic"]), st.sampled_from("abc"))
_PLACES = st.builds(
    Place,
    st.sampled_from(["work", "transcript"]),
    st.sampled_from("xyz"),
    st.integers(0, 3),
    st.just(0),
    st.just(span()),
)
_MENTIONS = st.builds(
    Mention,
    _PLACES,
    _TARGETS,
    st.integers(0, 9),
    st.integers(10, 19),
    st.just(""),
    st.just(""),
    st.booleans(),
)
_DISCUSSIONS = st.builds(
    Discussion,
    st.just(TranscriptId("t")),
    st.integers(1, 9),
    st.sampled_from([WorkId("a"), WorkId("b")]),
    st.just(()),
    st.just(""),
    st.just(0.5),
)


@given(st.lists(_MENTIONS), st.lists(_DISCUSSIONS))
def test_backlinks_are_the_exact_inverse(mentions: list[Mention], discussions: list[Discussion]) -> None:
    found = backlinks(mentions, discussions)
    assert [each.target for each in found] == sorted({each.target for each in found})
    back = [mention for each in found for mention in each.mentions]
    assert sorted(map(repr, back)) == sorted(map(repr, mentions))
    assert all(mention.target == each.target for each in found for mention in each.mentions)
    discussed = [discussion for each in found for discussion in each.discussions]
    assert sorted(map(repr, discussed)) == sorted(map(repr, discussions))
    assert all(Target("work", one.work) == each.target for each in found for one in each.discussions)
    assert all(each.mentions or each.discussions for each in found)
