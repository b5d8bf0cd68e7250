from __future__ import annotations

import random
from collections import Counter

import pytest

from seedbed.errors import SeedbedError
from seedbed.link import link
from seedbed.link.derived import most
from seedbed.link.found_topics import MOST_DERIVED
from seedbed.model.curation import TopicRuling
from seedbed.model.library import Library, Work
from seedbed.model.link import Links, Topic
from tests.link.factory import library, transcript, work


def _topics(*works: Work, rulings: tuple[TopicRuling, ...] = ()) -> dict[str, Topic]:
    return {topic.id: topic for topic in link(library(*works), rulings, "library.yml").topics}


def test_labels_that_differ_in_case_hyphens_or_spaces_are_one_topic() -> None:
    found = _topics(
        work("One", topics=["AI Safety"]),
        work("Two", topics=["ai-safety"]),
        work("Three", topics=["AI  safety"]),
    )
    assert list(found) == ["ai-safety"]
    assert found["ai-safety"].label == "AI Safety"
    assert found["ai-safety"].kind == "stated"
    assert found["ai-safety"].works == ("one", "three", "two")
    assert found["ai-safety"].evidence[0].spans


def test_a_category_is_a_topic_by_its_name_and_no_words_speak_of_it() -> None:
    found = _topics(work("One", category="cs.AI"), work("Two", topics=["Artificial intelligence"]))
    assert found["artificial-intelligence"].works == ("one", "two")
    only = _topics(work("One", "Machine learning is fun.", category="cs.LG"))
    assert only["machine-learning"].phrases == ()


def test_labels_that_lead_to_one_address_are_told_apart_by_a_number() -> None:
    found = _topics(work("One", topics=["C"]), work("Two", topics=["C++"]), work("Three", topics=["Index"]))
    assert len(found) == 3
    assert {topic.label for topic in found.values()} == {"C", "C++", "Index"}
    assert "index" not in found


BEES = (
    work("Waggle Dances of Bees", "Waggle dances (WDs) tell the way. Bees dance."),
    work("The Waggle Dance Revisited", "We film a waggle dance. WDs are long."),
    work("Clocks of Ants", "Ants keep time. WDs are no part of it."),
    work("Songs of Whales", "Whales sing low."),
    work("Eyes of Spiders", "Spiders see far."),
)


def test_a_phrase_that_titles_share_is_a_topic_with_its_forms() -> None:
    found = _topics(*BEES)["waggle-dance"]
    assert found.kind == "derived"
    assert found.label == "Waggle dance"
    assert {"WD", "WDs"} <= set(found.phrases)
    assert found.works == ("clocks-of-ants", "the-waggle-dance-revisited", "waggle-dances-of-bees")
    assert [each.sentence for each in found.evidence] == [
        "in the title of 2 texts",
        "in 3 texts in all",
        "“WD” is short for it, as a text says",
    ]
    assert all(each.spans for each in found.evidence)


def test_what_is_said_of_a_derived_topic_leads_to_the_lines_that_have_it() -> None:
    found = link(
        library(
            work("Waggle Dances of Bees", line=10),
            work("Clocks of Ants", "Ants keep time. A waggle dance (WD) takes some.", line=20),
            work("The Waggle Dance Revisited", "We film a waggle dance.", line=30),
            transcript(
                "On Bees", ("Bo Ito", "Welcome."), ("Ada Lee", "A waggle dance."), summary=["A talk."]
            ),
        )
    ).topics
    (dance,) = [topic for topic in found if topic.id == "waggle-dance"]
    assert {each.sentence: [span.first for span in each.spans] for each in dance.evidence} == {
        "in the title of 2 texts": [10, 30],
        "often in 1 text whose title does not have it": [21],
        "in 4 texts in all": [10, 21, 31],  # the first three; not the title where the text below has it too
        "“WD” is short for it, as a text says": [21],
    }


def test_in_the_real_seeds_those_lines_have_it(real_library: Library, real_links: Links) -> None:
    lines = {reading.seed.path: reading.seed.lines for reading in real_library.readings}
    for topic in real_links.topics:
        begins = {phrase.casefold().replace("-", "")[:5] for phrase in topic.phrases}
        for told in topic.evidence if topic.kind == "derived" else ():
            for span in told.spans:
                text = " ".join(lines[span.seed][span.first - 1 : span.last]).casefold().replace("-", "")
                assert any(begin in text for begin in begins), (topic.label, told.sentence, span)


def test_somebodys_name_is_no_topic() -> None:
    talks = (
        transcript("Tides with Ada Lee", ("Ada Lee", "I watch tide pools."), ("Bo Ito", "Ada Lee, welcome.")),
        transcript("Tide Pools with Ada Lee", ("Ada Lee", "Tide pools. Tide pools.")),
        work("Of Tide Pools", "Ada Lee taught us to see tide pools.", creators=["Tide Pools"]),
    )
    assert [topic.id for topic in link(library(*talks)).topics] == ["tide-pools"]


def test_a_stated_topic_takes_the_derived_one_and_its_wordings() -> None:
    labelled = work("Bees at Work", "Bees work.", topics=["Waggle-Dance"])
    found = _topics(*BEES, labelled)
    assert [topic.kind for topic in found.values() if "waggle" in topic.id] == ["stated"]
    assert "WD" in found["waggle-dance"].phrases
    assert found["waggle-dance"].works == ("bees-at-work",)


def test_a_piece_of_what_two_titles_have_in_common_is_no_topic() -> None:
    found = _topics(
        work("Chaperone Cages Speed Folding by Confinement", "We measured a protein in and out of the cage."),
        work("Chaperone Cages Do Not Speed Folding by Confinement", "We repeat an experiment of 2013."),
        work("Schema Formation in Cortex, Part I", "Ensembles know the layout."),
        work("Schema Formation in Cortex, Part II", "We follow them for six weeks."),
        work("Eyes of Spiders", "Spiders see far."),
    )
    assert found.keys() == {"chaperone-cages"}


def test_such_a_piece_is_one_where_a_text_comes_back_to_it() -> None:
    found = _topics(
        work("Schema Formation in Cortex, Part I", "Schema formation is slow. Schema formation needs sleep."),
        work("Schema Formation in Cortex, Part II", "We follow them for six weeks."),
        work("Sleep in Rats", "Schema formation stops without sleep, and schema formation is what we test."),
        work("Eyes of Spiders", "Spiders see far."),
    )
    assert "schema-formation" in found


def test_an_address_makes_no_word_of_a_short_form() -> None:
    found = _topics(
        work("AI in the Ward", "Scans are at https://ward.ai for all."),
        work("AI at Sea", "AI steers ships. AI sinks none."),
        work("AI on Farms", "AI counts cows."),
        work("Eyes of Spiders", "Spiders see far."),
    )
    assert "Ai" not in {topic.label for topic in found.values()}


def test_a_number_of_things_is_no_topic() -> None:
    found = _topics(
        work("Safety Filters across Twelve Languages", "Filters fail in twelve languages."),
        work("Annotators of Twelve Languages", "We asked annotators of twelve languages."),
        work("Twelve-Tone Rows in Film", "We hear twelve-tone rows."),
        work("Learning Twelve-Tone Rows", "Children sing twelve-tone rows."),
    )
    assert found.keys() == {"twelve-tone-rows"}


def test_a_word_that_stands_before_others_alone_is_no_topic() -> None:
    works = [
        work("Sparse codes", "They are left."),
        work("Songs of sparse swarms", "They sing."),
        work("The sparse roof", "A roof of bees."),
    ]
    found = _topics(*works, *BEES)
    assert "sparse" not in found
    found = _topics(*works, work("How sparse?", "So sparse. As sparse as this."), *BEES)
    assert "sparse" in found


def test_what_texts_count_and_measure_by_is_no_topic() -> None:
    works = [
        work("A note on the median", "The median of bees."),
        work("Medians of swarms", "A median swarm."),
        work("The cohort of ants", "A cohort spider is seen."),
        work("Cohort spiders", "This cohort spider is large."),
    ]
    found = _topics(*works, *BEES)
    assert not {"median", "cohort"} & found.keys()
    assert "cohort-spider" in found


def test_what_the_maintainer_says_wins() -> None:
    ruling = TopicRuling("Bee language", ("waggle dance",), ("Apian",), 7)
    labelled = work("Bees at Work", "Bees work.", topics=["apian"])
    found = _topics(*BEES, labelled, rulings=(ruling,))
    assert "waggle-dance" not in found
    assert "apian" not in found
    assert found["bee-language"].phrases == ("Bee language", "waggle dance")
    assert found["bee-language"].works == (
        *("bees-at-work", "the-waggle-dance-revisited", "waggle-dances-of-bees"),
    )
    assert found["bee-language"].evidence[0].sentence == "the maintainer names this topic (library.yml:7)"


def test_a_ruling_that_matches_nothing_any_more_is_reported() -> None:
    links = link(library(*BEES), (TopicRuling("Slugs", ("slime",), (), 9),), "library.yml")
    assert links.warnings == ("library.yml:9: the topic “Slugs” matches nothing in this library",)


@pytest.mark.parametrize("phrase", ["", "  ", "—", "!?"])
def test_a_phrase_without_words_is_refused_with_its_line(phrase: str) -> None:
    with pytest.raises(SeedbedError, match="holds no word") as raised:
        link(library(*BEES), (TopicRuling("Bees", ("bee", phrase), (), 12),), "library.yml")
    assert (raised.value.path, raised.value.line) == ("library.yml", 12)


def test_a_phrase_that_stands_in_half_of_all_sentences_is_refused_with_its_line() -> None:
    dull = work("Dull", "The cat sat. " * 6 + "A dog ran. " * 6)
    with pytest.raises(SeedbedError, match="6 of 12 sentences") as raised:
        link(library(dull), (TopicRuling("Cats", ("cat",), (), 3),), "library.yml")
    assert (raised.value.path, raised.value.line) == ("library.yml", 3)


def test_two_rulings_for_one_label_are_refused() -> None:
    rulings = (TopicRuling("Cats", ("cat",), (), 3), TopicRuling("Felines", ("Cat",), (), 5))
    with pytest.raises(SeedbedError, match="belongs to the topic “Cats” already") as raised:
        link(library(*BEES), rulings, "library.yml")
    assert raised.value.line == 5


def test_a_stated_label_that_stands_everywhere_is_mentioned_nowhere() -> None:
    dull = work("Dull", "The cat sat. " * 12, topics=["Cat"])
    links = link(library(dull))
    assert links.topics[0].phrases == ()
    assert links.mentions == ()


def test_topics_that_go_together_are_paired_with_the_works() -> None:
    links = link(library(work("One", topics=["A", "B"]), work("Two", topics=["B", "A", "C"])))
    assert [(pair.topic, pair.other, pair.works) for pair in links.topic_pairs] == [
        ("a", "b", ("one", "two")),
        ("a", "c", ("two",)),
        ("b", "c", ("two",)),
    ]


def test_the_real_seeds_have_few_and_good_derived_topics(real_library: Library, real_links: Links) -> None:
    derived = {str(topic.id): topic for topic in real_links.topics if topic.kind == "derived"}
    assert {
        *("sparse-autoencoders", "emergent-misalignment", "chain-of-thought", "persona", "introspection"),
        *("reward-hacking", "sycophancy", "mechanistic-interpretability", "ai-agent", "human-feedback"),
    } <= derived.keys()
    assert len(derived) <= len(real_library.works)
    assert {"SAE", "SAEs"} <= set(derived["sparse-autoencoders"].phrases)
    assert {"CoT", "CoTs"} <= set(derived["chain-of-thought"].phrases)
    idle = {"language-models", "large-language-models", "results", "models", "neural", "model", "claude"}
    assert not idle & derived.keys()
    assert all(topic.evidence and topic.works for topic in derived.values())


def test_a_topic_leads_to_the_passage_on_cheating(real_links: Links) -> None:
    (back,) = [each for each in real_links.backlinks if each.target.id == "reward-hacking"]
    turns = {mention.place.turn for mention in back.mentions if mention.place.kind == "transcript"}
    assert 64 in turns


def test_a_transcript_alone_derives_nothing() -> None:
    talk = transcript("A Talk", ("Ann Ames", "The waggle dance. " * 9), ("Bob Bell", "The waggle dance?"))
    assert link(library(talk)).topics == ()


def test_texts_that_share_phrases_without_end_make_few_topics_and_few_a_work() -> None:
    chance = random.Random(5)  # noqa: S311 (nothing here is secret)
    words = [f"{one}{other}ab" for one in "bdfgklmnprst" for other in "aeiou"]
    texts = [
        work(
            " ".join(chance.choices(words, k=5)).title() + f" {number}",
            " ".join(chance.choices(words, k=300)),
        )
        for number in range(150)
    ]
    found = _topics(*texts).values()
    assert 0 < len(found) <= most(150)
    each = Counter(work for topic in found for work in topic.works)
    assert max(each.values()) <= MOST_DERIVED
