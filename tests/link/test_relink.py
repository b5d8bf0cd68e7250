"""What was read before need not be read again, and leads to the same links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from seedbed.errors import SeedbedError
from seedbed.keep.store import read_value, write_value
from seedbed.keep.workers import Workers
from seedbed.link import Kept, hear, link, link_heard, reading
from seedbed.link.texts import Source, read_texts
from seedbed.model.curation import TopicRuling
from seedbed.model.library import Collection, Library, Transcript, Work
from seedbed.model.link import Links
from tests.link.factory import collection, library, transcript, work

NAMES = ("Ann Ames", "Bob Bell", "Cy Cole")
PHRASES = (
    "waggle dances",
    "a waggle dance of bees",
    "tidal locking",
    "Moons: Tidal Locking at Last",
    "MoonBench",
    "sparse networks (SNs)",
    "we introduce MoonBench, a benchmark",
    "an SN, or two SNs",
    "Ann Ames's moons",
    "fine-tuned moons",
    "finetuned moons",
    "LLMs and an LLM.",
    "Said Bob Bell.",
    "$\\alpha$ of \\emph{bees}",
    "漢字 🙂 \ud800",
)
prose = st.lists(st.sampled_from(PHRASES), max_size=6).map(" ".join)
titles = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=2).map(": ".join)
works = st.builds(
    work,
    titles,
    prose,
    creators=st.lists(st.sampled_from(NAMES), unique=True, max_size=3),
    topics=st.lists(st.sampled_from(["Bees", "moons", "Tidal-locking"]), unique=True, max_size=2),
)
turns = st.lists(st.tuples(st.sampled_from(NAMES), prose), min_size=1, max_size=4)
transcripts = st.builds(
    lambda title, turns, summary: transcript(title, *turns, summary=summary),
    titles,
    turns,
    st.lists(prose, max_size=1),
)
collections = st.builds(lambda title, said: collection(title, *said), titles, st.lists(prose, max_size=2))
things = st.dictionaries(st.integers(0, 5), works | transcripts | collections, max_size=6)
rulings = st.sampled_from([(), (TopicRuling("Locked moons", ("tidal locking",), (), 1),)])


def _library(things: Sequence[Work | Transcript | Collection]) -> Library:
    """A library of them, each under an id of its own."""
    by_id = {(type(each), each.id): each for each in things}
    return library(*by_id.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(things, rulings), min_size=2, max_size=4))
def test_a_library_that_changes_is_linked_as_if_it_were_new(
    steps: list[tuple[dict[int, Work | Transcript | Collection], tuple[TopicRuling, ...]]],
) -> None:
    kept = None
    stands: dict[int, Work | Transcript | Collection] = {}
    for number, (changes, topics) in enumerate(steps):
        stands = {**stands, **changes}
        stands.pop(number, None)
        made = _library(list(stands.values()))
        if kept is not None:
            kept = msgspec.msgpack.decode(msgspec.msgpack.encode(kept), type=Kept)
        refused = _refused(made, topics)
        if refused:
            with pytest.raises(SeedbedError, match=re.escape(refused)):
                link_heard(made, hear(made, kept), topics)
            continue
        heard = hear(made, kept)
        assert _encoded(link_heard(made, heard, topics)) == _encoded(link(made, topics))
        kept = heard.kept


def _refused(made: Library, topics: tuple[TopicRuling, ...]) -> str:
    """Why a library cannot be linked: half of its sentences may have a phrase of the maintainer's."""
    try:
        link(made, topics)
    except SeedbedError as error:
        return str(error)
    return ""


def _encoded(links: Links) -> bytes:
    """All links as bytes; a lone surrogate, which MessagePack does not hold, as what stands for it."""
    return repr(links).encode("utf-8", "surrogatepass")


def test_what_is_known_is_not_read(real_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = hear(real_library).kept
    seen: list[Source] = []

    def read(sources: Sequence[Source]) -> Kept:
        seen.extend(sources)
        return read_texts(sources)

    monkeypatch.setattr(reading, "read_texts", read)
    new = work("Tides of the Northern Sea", "We measure tides at forty harbours.")
    more = replace(real_library, works=tuple(sorted((*real_library.works, new), key=lambda each: each.id)))
    hear(more, kept)
    assert [source.stated for source in seen] == [new.title.shown, "We measure tides at forty harbours."]


def test_nothing_new_is_kept_as_it_was(real_library: Library) -> None:
    kept = hear(real_library).kept
    heard = hear(real_library, kept)
    assert heard.kept is kept
    assert not heard.is_new


def test_the_texts_of_another_library_are_refused(real_library: Library) -> None:
    heard = hear(real_library)
    with pytest.raises(ValueError, match="sources were read"):
        link_heard(replace(real_library, works=real_library.works[1:]), heard)


def test_what_is_gone_is_not_kept(real_library: Library) -> None:
    kept = hear(real_library).kept
    one = replace(real_library, works=real_library.works[:1], transcripts=(), collections=())
    assert hear(one, kept).kept == hear(one).kept


def test_what_is_kept_lasts_in_a_file(tmp_path: Path) -> None:
    kept = hear(library(work("One", "Of sparse networks (SNs).\n\nAnd \ud800 more."))).kept
    write_value(tmp_path / "kept", kept)
    assert read_value(tmp_path / "kept", Kept) == kept


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_others_may_read(
    pool: type[ThreadPoolExecutor | ProcessPoolExecutor],
    real_library: Library,
    real_links: Links,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "BATCH", 7)
    with pool(2) as executor:
        assert link_heard(real_library, hear(real_library, executor=executor)) == real_links


def test_processes_beside_find_the_same(
    real_library: Library, real_links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seedbed.link.linking.WORTH_A_PROCESS", len(real_library.works))
    assert link_heard(real_library, hear(real_library), workers=Workers(2)) == real_links
