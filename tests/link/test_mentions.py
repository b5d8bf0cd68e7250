from __future__ import annotations

import pytest
from msgspec.structs import replace

from seedbed.link import link
from seedbed.model.library import Collection, Library, Transcript, Work
from seedbed.model.link import Links, Target
from seedbed.model.prose import plain
from seedbed.model.source import Claim
from seedbed.text.prose import read_plain, read_prose
from tests.link.factory import collection, library, span, transcript, work

METHOD = work(
    "GlimpseNet: Looking Again at Salient Regions",
    "We introduce Folded Lattice GANs. They fold.",
    creators=["Ann Ames"],
)
OTHER = work(
    "Folded Lattice Networks for Sound", "We introduce Folded Lattice GANs. They fold.", creators=["Bob Bell"]
)
LONG = work("How Honey Bees Tell the Way", "Bees dance (HBTW).", creators=["Cy Cole"])


def _found(text: str, *others: Work) -> list[tuple[str, str, str]]:
    """What a paragraph mentions, as kind, id and words."""
    talk = transcript("A Talk", ("Dee Dorn", text))
    links = link(library(*others, talk))
    here = plain(read_plain(text))
    return [
        (each.target.kind, each.target.id, here[each.start : each.end])
        for each in links.mentions
        if each.place.kind == "transcript"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As GlimpseNet shows.", "GlimpseNet"),
        (
            "as glimpsenet: looking again at salient region shows",
            "glimpsenet: looking again at salient region",
        ),
        ("GlimpseNet’s regions", "GlimpseNet’s"),
    ],
)
def test_a_work_is_named_by_its_title_and_the_part_before_the_colon(text: str, words: str) -> None:
    assert _found(text, METHOD) == [("work", METHOD.id, words)]


ASKED = work("Who Pays for the Machine? Shifts in 4,300 Kitchens", creators=["Ann Ames"])


def test_a_question_before_a_subtitle_is_a_short_title() -> None:
    assert _found("We wrote Who Pays for the Machine? in May.", ASKED) == [
        ("work", ASKED.id, "Who Pays for the Machine")
    ]


def test_the_title_that_another_source_states_names_a_work_too() -> None:
    shown = work("Half-Life of Tuned Behaviours", creators=["Ann Ames"])
    stated = replace(
        shown.title, claims=(*shown.title.claims, Claim("Half-Life of Tuned Behaviors", span(9)))
    )
    both = replace(shown, title=stated)
    text = "Half-Life of Tuned Behaviors, yes."
    assert _found(text, shown) == []
    assert _found(text, both) == [("work", shown.id, "Half-Life of Tuned Behaviors")]


@pytest.mark.parametrize("text", ["a glimpsenet", "GlimpseNetwork", "AGlimpseNet", "Glimpse Net"])
def test_case_and_word_borders_count_for_short_names(text: str) -> None:
    assert _found(text, METHOD) == []


def test_a_work_is_named_by_the_method_that_it_introduces_and_its_title_names() -> None:
    assert _found("We train Folded Lattice GANs.", OTHER) == [("work", OTHER.id, "Folded Lattice GANs")]
    assert _found("We train Folded Lattice GANs.", METHOD) == []


def test_the_title_of_one_work_names_it_though_others_begin_with_it() -> None:
    first = work("Bees Vote with Dances", creators=["Cy Cole"])
    comment = work("Bees Vote with Dances: A Comment", creators=["Dan Dahl"])
    reply = work("Bees Vote with Dances: Reply", creators=["Cy Cole"])
    said = "In bees vote with dances, and in Bees Vote with Dances: A Comment."
    assert _found(said, first, comment, reply) == [
        ("work", first.id, "bees vote with dances"),
        ("work", comment.id, "Bees Vote with Dances: A Comment"),
    ]
    assert "work" not in [kind for kind, *_ in _found("In Bees Vote with Dances.", comment, reply)]


def test_a_name_that_two_works_share_names_neither() -> None:
    twin = work("GlimpseNet: Another Look", "It looks.")
    assert _found("As GlimpseNet shows.", METHOD, twin) == []


def test_a_person_is_named_in_full_and_not_by_themselves() -> None:
    assert _found("I met Cy Cole.", LONG) == [("person", "cy-cole", "Cy Cole")]
    assert _found("I met Cole, and cy cole.", LONG) == []
    talk = transcript("A Talk", ("Cy Cole", "I am Cy Cole."))
    assert link(library(LONG, talk)).mentions == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We train generative models.", True),
        ("We train a generative-model family.", True),
        ("We train an overlapping-generations model.", False),
        ("We train non-generative models.", False),
    ],
)
def test_a_subject_of_several_words_does_not_begin_within_a_hyphened_one(text: str, *, named: bool) -> None:
    subject = work("Bees Paint", "Bees paint.", topics=["generative models"])
    assert bool(_found(text, subject)) == named


def test_a_work_does_not_mention_itself() -> None:
    own = work("GlimpseNet: Looking Again", "We introduce GlimpseNet. GlimpseNet looks.")
    assert link(library(own)).mentions == ()


def test_the_longest_name_wins() -> None:
    topical = work("On Sound", "Sound travels.", topics=["Honey Bees"])
    found = _found("I read How Honey Bees Tell the Way, on honey bees.", LONG, topical)
    assert found == [("work", LONG.id, "How Honey Bees Tell the Way"), ("topic", "honey-bees", "honey bees")]


def test_the_first_mention_in_a_paragraph_is_the_link() -> None:
    talk = transcript("A Talk", ("Dee Dorn", ("GlimpseNet, GlimpseNet.", "GlimpseNet.")))
    found = link(library(METHOD, talk)).mentions
    assert [(each.place.paragraph, each.linked) for each in found] == [(0, True), (0, False), (1, True)]
    assert found[0].quote == "GlimpseNet, GlimpseNet."


def test_abstracts_summaries_and_introductions_mention_too() -> None:
    citing = work("Seen", "First paragraph.\n\nLike \\emph{GlimpseNet}, it looks.")
    talk = transcript("A Talk", ("Dee Dorn", "Hello."), summary=["On GlimpseNet."])
    programme = collection("A Programme", "It began with GlimpseNet.")
    found = link(library(METHOD, citing, talk, programme)).mentions
    places = [(each.place.kind, each.place.turn, each.place.paragraph) for each in found]
    assert places == [("collection", 0, 0), ("transcript", 0, 0), ("work", 0, 1)]


def _paragraphs(thing: Work | Transcript | Collection) -> dict[tuple[int, int], str]:
    match thing:
        case Work():
            prose = read_prose(thing.abstract.shown) if thing.abstract else ()
            return {(0, number): plain(each) for number, each in enumerate(prose)}
        case Transcript():
            said = {0: thing.summary, **{turn.number: turn.paragraphs for turn in thing.turns}}
        case Collection():
            said = {0: thing.introduction}
    return {
        (turn, number): plain(read_plain(claim.value))
        for turn, claims in said.items()
        for number, claim in enumerate(claims)
    }


def test_offsets_are_into_the_plain_text_of_the_paragraph(real_library: Library, real_links: Links) -> None:
    everything: list[Work | Transcript | Collection] = [
        *real_library.works,
        *real_library.transcripts,
        *real_library.collections,
    ]
    things = {str(each.id): _paragraphs(each) for each in everything}
    assert real_links.mentions
    for each in real_links.mentions:
        text = things[each.place.id][each.place.turn, each.place.paragraph]
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end] in each.quote


@pytest.mark.parametrize(
    ("from_", "words", "to"),
    [
        ("SAEBench", "Matryoshka SAEs", "Learning Multi-Level Features"),
        ("Overcoming Sparsity Artifacts", "BatchTopK", "BatchTopK Sparse Autoencoders"),
    ],
)
def test_papers_link_to_the_papers_whose_methods_they_name(
    from_: str, words: str, to: str, real_library: Library, real_links: Links
) -> None:
    ids = {each.title.shown: each.id for each in real_library.works}
    (source,) = [ids[title] for title in ids if title.startswith(from_)]
    (target,) = [ids[title] for title in ids if title.startswith(to)]
    (first, *_) = [
        each
        for each in real_links.mentions
        if each.place.id == source and each.target == Target("work", target)
    ]
    assert words in first.quote
    assert first.linked


def test_a_subject_before_a_colon_names_no_work() -> None:
    survey = work("AI safety: The State of a Field in Numbers", "We count papers.", creators=["Ann Ames"])
    named = work("Soft Hands: A Comment on Kneading", "We knead.", creators=["Bob Bell"])
    assert [kind for kind, *_ in _found("Much of AI safety is young.", survey)] in ([], ["topic"])
    assert _found("As in Soft Hands, dough rests.", named) == [("work", named.id, "Soft Hands")]


def test_a_short_form_that_several_works_define_in_any_number_names_none() -> None:
    one = work(
        "GANs Dissected: Generative Adversarial Networks", "Generative Adversarial Networks (GANs) rule."
    )
    other = work("Playing Games", "A generative adversarial network (GAN) plays.")
    assert ("work", one.id, "GANs") not in _found("We trained GANs all night.", one, other)


def test_what_a_work_introduces_may_be_somebodys_name() -> None:
    method = work("Adam: A Method for Slow Descent", "We introduce Adam, a method.", creators=["Bob Bell"])
    other = work("Bees Dance", "They do.", creators=["Adam Apter"])
    assert _found("We train with Adam here.", method) == [("work", method.id, "Adam")]
    assert _found("We train with Adam here.", method, other) == []
