"""What pages say of how much there is, and of what nobody states, holds."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from seedbed.link import link
from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict
from seedbed.model.library import (
    Collection,
    CollectionId,
    Library,
    Role,
    Section,
    Stated,
    Transcript,
    TranscriptId,
    Work,
)
from seedbed.model.link import Links
from seedbed.model.page import SiteFacts
from seedbed.model.record import Figure, Particular
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.coverage import account
from seedbed.write.files import files_of
from seedbed.write.shelving import shelve
from tests.link.factory import SEED, collection, library, transcript, work
from tests.write.site import Rendered, render_site
from tests.write.small import SITE
from tests.write.test_from_text import built

UNTITLED = """Abstract: Beavers raise the water table of headwater streams, and with it the number of
amphibians. We compare six dammed and six undammed streams before and after the release of beavers.
"""


def pages(*things: Work | Transcript | Collection) -> dict[str, Rendered]:
    return pages_of(library(*things))


def pages_of(
    made: Library, said: SiteFacts = SITE, remarks: tuple[Claim[str], ...] = ()
) -> dict[str, Rendered]:
    seed = Seed(SEED, ("a line",) * 200, "0" * 64)
    made = replace(made, readings=(account(seed, "made by hand", (), remarks),))
    files = files_of(made, link(made), said)
    return render_site({draft.path: draft.content() for draft in files.drafts()})


def dated_work(title: str, year: int) -> Work:
    date = PartialDate(year)
    return replace(work(title), date=Stated(date, (Claim(date, Span(SEED, 1, 1)),)))


def text(page: Rendered, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.tree.css(selector)]


def test_a_topic_has_one_size_wherever_it_is_shown() -> None:
    site = pages(
        work("One", "Tides pull tides. No tides, no mussels. A sea.", topics=["Tides"]),
        work("Two", "Where tides end, crabs begin.", topics=["Tides"]),
    )
    shown = site["topics/tides"]
    assert text(shown, ".counts li") == ["2 papers", "3 passages"]
    assert [node.attributes["href"] for node in shown.tree.css(".counts a")] == [
        "../topics/tides.html#papers",
        "../topics/tides.html#passages",
    ]
    assert len(shown.tree.css(".quote")) == 3
    for lists in ("topics/index", "index"):
        assert "Tides 5" in text(site[lists], ".tags li"), lists


def test_sentences_from_one_place_share_a_byline() -> None:
    site = pages(
        work("One", "Tides pull. No tides, no mussels.", topics=["Tides"]),
        work("Two", "Where tides end, crabs begin.", topics=["Tides"]),
    )
    quotes = site["topics/tides"].tree.css(".quote")
    assert [len(quote.css(".quote-by")) for quote in quotes] == [0, 1, 1]


def test_the_summary_of_a_conversation_is_no_turn() -> None:
    said = [("Ann Lee", "The tides again."), ("Bo Ek", "No word of them.")]
    site = pages(
        work("One", "A sea.", topics=["Tides"]), transcript("A talk", *said, summary=["A talk about tides."])
    )
    assert text(site["transcripts/a-talk"], ".tags li") == ["Tides 1 turn summary, turn 1"]


def test_a_topic_of_very_many_turns_names_the_first_and_says_how_many_more() -> None:
    said = [("Ann Lee", f"Of {number} tides." if number % 5 == 0 else "Of a sea.") for number in range(100)]
    site = pages(work("One", "A sea.", topics=["Tides"]), transcript("A talk", *said))
    (tides,) = text(site["transcripts/a-talk"], ".tags li")
    assert re.sub(r"turn \d+", "turn", tides) == f"Tides 20 turns {'turn, ' * 7}13 more"


def test_nobody_is_left_out_where_one_name_more_would_say_it_all() -> None:
    names = [f"Ann {letter}lee" for letter in "ABCDEFGH"]
    site = pages(work("Seven", creators=names[:7]), work("Eight", creators=names))
    eight, seven = text(site["papers/index"], ".row-by")
    assert seven == ", ".join(names[:7])
    assert eight == f"{', '.join(names[:6])} and 2 more"


def test_a_row_says_how_many_topics_it_leaves_out() -> None:
    tides = ["Ebb", "Flood", "Neap", "Slack", "Spring", "Surge"]
    site = pages(work("Five", topics=tides[:5]), work("Six", topics=tides))
    five, six = text(site["papers/index"], ".row-topics")
    assert five == "Ebb, Flood, Neap, Slack, Spring"
    assert six == "Ebb, Flood, Neap, Slack, 2 more"


def test_of_one_thing_no_order_is_said() -> None:
    assert text(pages(work("One"))["papers/index"], ".lead") == ["1 paper."]
    dated = dated_work("One", 2021)
    assert text(pages(dated, work("Two"))["papers/index"], ".lead") == ["2 papers, the newest first."]


def test_where_nothing_has_a_date_nothing_is_the_newest() -> None:
    talks = [transcript(name, ("Ann Lee", "Good morning.")) for name in ("A talk", "Another")]
    site = pages(work("One"), work("Two"), *talks)
    assert text(site["papers/index"], ".lead") == ["2 papers."]
    assert text(site["transcripts/index"], ".lead") == ["2 conversations."]
    assert "Papers" in text(site["index"], "h2")
    assert "Newest papers" in text(pages(dated_work("One", 2021))["index"], "h2")


def test_years_are_said_of_papers_that_have_them() -> None:
    dated = [dated_work("One", 2019), dated_work("Two", 2021)]
    described = pages(*dated)["papers/index"].meta["description"]
    assert described == "The 2 papers of this library, from 2019 to 2021."
    described = pages(*dated, work("Three"))["papers/index"].meta["description"]
    assert described == "The 3 papers of this library, those with a date from 2019 to 2021."


def test_an_empty_library_says_so_and_what_to_do() -> None:
    made = library()
    site = render_site({draft.path: draft.content() for draft in files_of(made, link(made), SITE).drafts()})
    (lead,) = text(site["index"], ".lead")
    assert lead.startswith("There is nothing in it yet: put a captured page into")
    lists = [page for address, page in site.items() if address not in {"index", "notes/index"}]
    for page in lists:
        (lead,) = text(page, ".lead")
        assert lead.startswith(("No", "Nothing"))
        assert " 0 " not in f" {page.meta['description']} "


def test_home_says_what_it_holds_where_nobody_described_it() -> None:
    site = pages_of(library(work("One", creators=["Ann Lee"])), replace(SITE, description=""))
    assert site["index"].meta["description"] == "The grip library: 1 paper, 1 person and 1 source."


def test_what_lists_hold_is_said_whoever_made_them() -> None:
    assert text(pages(collection("Summer"))["collections/index"], ".lead") == [
        "1 list of papers, in the order of the source."
    ]
    assert text(pages(collection("Summer"), collection("Autumn"))["collections/index"], ".lead") == [
        "2 lists of papers, each in the order of the source."
    ]


def test_topics_are_only_said_to_be_found_where_some_are() -> None:
    counts = "The number beside each counts papers and passages."
    stated = pages(work("One", topics=["Tides"]), work("Two", topics=["Crabs"]))["topics/index"]
    assert text(stated, ".lead") == [f"2 topics, all stated by the sources. {counts}"]
    assert text(pages(work("One", topics=["Tides"]))["topics/index"], ".lead") == [
        f"1 topic, stated by the sources. {counts}"
    ]


def test_who_wrote_one_paper_wrote_that_one_with_everybody() -> None:
    site = pages(
        work("One", creators=["Ann Lee", "Bo Ek"], topics=["Tides"]),
        work("Two", creators=["Ann Lee", "Cy Orr"], topics=["Tides"]),
    )
    assert text(site["people/ann-lee"], ".co-authors li") == ["Bo Ek 1 paper One", "Cy Orr 1 paper Two"]
    assert text(site["people/ann-lee"], ".tags li") == ["Tides 2 papers"]
    assert text(site["people/bo-ek"], ".co-authors li") == ["Ann Lee"]
    assert text(site["people/bo-ek"], ".tags li") == ["Tides"]


def test_lists_that_are_cut_say_how_many_are_left_out() -> None:
    names = [f"Bo {chr(97 + at // 26)}{chr(97 + at % 26)}ek" for at in range(130)]
    subjects = [f"Tide number {at}" for at in range(32)]
    first, second = ["Ann Lee", *names[::2]], ["Ann Lee", *names[1::2]]
    site = pages(
        work("One", creators=first, topics=subjects), work("Two", creators=second, topics=subjects[:1])
    )
    ann = site["people/ann-lee"]
    co_authors = text(ann, ".co-authors li")
    assert (len(co_authors), co_authors[-1]) == (121, "and 10 more")
    assert "20 of 130 co-authors" in text(ann, "figcaption")[0]
    assert text(ann, ".tags li")[-1] == "and 2 more"
    tide = site["topics/tide-number-0"]
    assert text(tide, ".tags li")[-1] == "and 7 more"
    assert "And 71 more, with one paper each: see the papers." in text(tide, "p")


def test_home_leads_to_the_collections_that_it_has_no_room_for() -> None:
    site = pages(*(collection(f"List {at:02d}") for at in range(20)))
    assert text(site["index"], ".counted li")[11:] == ["List 11 0 papers", "and 8 more"]
    assert "collections/index.html" in site["index"].links()[-3:]
    assert len(text(pages(*(collection(f"List {at:02d}") for at in range(13)))["index"], ".counted li")) == 13


def test_a_filter_is_told_whether_the_page_has_all_papers_of_a_topic() -> None:
    often = "One more of the tides. " * 25
    site = pages(*(work(f"Paper {at}", often.replace("One", str(at)), topics=["Tides"]) for at in range(10)))
    assert not site["topics/tides"].tree.css(".parts")
    assert [node.attributes for node in site["topics/tides"].tree.css("[data-filter-place]")] == [
        {"data-filter-place": "whole"}
    ]
    assert [node.attributes for node in site["papers/index"].tree.css("[data-filter-place]")] == [
        {"data-filter-place": None}
    ]


def test_of_many_papers_in_common_the_first_are_named() -> None:
    titles = ["A", "B", "C", "D", "E", "F"]
    site = pages(*(work(f"Tide {title}", creators=["Ann Lee", "Bo Ek"]) for title in titles))
    assert text(site["people/ann-lee"], ".co-authors li") == ["Bo Ek 6 papers Tide A, Tide B, Tide C, 3 more"]
    site = pages(*(work(f"Tide {title}", creators=["Ann Lee", "Bo Ek"]) for title in titles[:4]))
    assert text(site["people/ann-lee"], ".co-authors .details") == ["Tide A, Tide B, Tide C, Tide D"]


def test_who_is_left_out_is_said_to_have_one_paper_only_where_it_is_one() -> None:
    names = [f"Bo {chr(97 + at // 26)}{chr(97 + at % 26)}ek" for at in range(70)]
    site = pages(*(work(title, creators=names, topics=["Tides"]) for title in ("One", "Two")))
    assert "And 10 more: see the papers." in text(site["topics/tides"], "p")


def test_readings_beside_the_one_shown_are_told_apart_from_one_other() -> None:
    claims = tuple(Claim(f"A hand has {count} fingers.", Span(SEED, count, count)) for count in (3, 4, 5))
    for several, others in ((2, ["The other reading"]), (3, ["Another reading"] * 2)):
        paper = replace(work("One"), abstract=Stated(claims[0].value, claims[:several]))
        conflict = Conflict("work", paper.id, "abstract", claims[:several], "first", "It is the first.")
        site = pages_of(replace(library(paper), conflicts=(conflict,)))
        for address in ("papers/one", "notes/index"):
            labels = [label.split(":")[0] for label in text(site[address], ".reading-source")]
            assert labels[:several] == ["The reading shown", *others], address


def test_somebody_without_a_paper_is_told_apart_by_role() -> None:
    made = library(work("One", creators=["Ann Lee"]), transcript("A talk", ("Bo Ek", "Good morning.")))
    bo, ann = sorted(made.people, key=lambda person: person.name, reverse=True)
    made = replace(made, people=(ann, replace(bo, roles=("host",))))
    assert text(pages_of(made)["index"], ".tags li") == ["Ann Lee 1 paper", "Bo Ek host"]


def test_a_host_is_the_host_of_what_they_lead_alone() -> None:
    led = transcript("A led talk", ("Ann Lee", "Good morning."), ("Bo Ek", "Good morning."))
    led = replace(led, host=led.speakers[0])
    other = replace(led, id=TranscriptId("another"), host=led.speakers[1])
    talk = transcript("A talk", ("Ann Lee", "Good evening."), ("Bo Ek", "Good evening."))
    made = library(led, other, talk)
    ann, bo = made.people
    roles: tuple[Role, ...] = ("host", "guest", "speaker")
    made = replace(made, people=(replace(ann, roles=roles), replace(bo, roles=("speaker",))))
    site = pages_of(made)
    assert text(site["people/ann-lee"], ".lead") == [
        "Host of 1 conversation, guest in 1 conversation and speaker in 1 conversation."
    ]
    assert text(site["people/bo-ek"], ".lead") == ["Speaker in 1 conversation."]


def test_a_title_that_no_source_states_is_said_to_be_worked_out() -> None:
    site, _ = built(UNTITLED)
    page = site["papers/beavers-raise-the-water-table-of-headwater-streams-and"]
    assert text(page, ".byline") == [
        "title worked out lines 1–2. No source states a title; these are the first words of the abstract."
    ]
    assert text(page, ".notes li") == ["seed-0.txt states its abstract lines 1–2"]
    assert text(page, ".citation p") == ["Beavers raise the water table of headwater streams, and…"]
    (noted,) = text(site["notes/index"], ".inferred-values li")
    assert noted == (
        "Beavers raise the water table of headwater streams, and…: title No source states a title; "
        "these are the first words of the abstract. lines 1–2"
    )


REFERENCES = """@book{davis, title = {Return of the Salt}, author = {Davis, Natalie Z. and Le Roy, Emmanuel},
  publisher = {Toll Press}, year = 1983}
"""


def test_names_that_begin_with_the_family_name_are_said_as_their_bearers_say_them() -> None:
    site, _ = built(REFERENCES)
    page = site["papers/return-of-the-salt"]
    (byline,) = text(page, ".byline")
    assert byline.startswith("Natalie Z. Davis, Emmanuel Le Roy title")
    assert text(page, ".citation p") == ["Natalie Z. Davis, Emmanuel Le Roy (1983). Return of the Salt."]
    assert "author = {Davis, Natalie Z. and Le Roy, Emmanuel}" in text(page, ".citation pre")[0]
    assert text(site["papers/index"], ".row-by") == ["Natalie Z. Davis, Emmanuel Le Roy"]
    assert text(site["people/index"], ".letter h2") == ["D", "R"]


def test_names_with_commas_inside_are_parted_by_semicolons() -> None:
    site, _ = built(REFERENCES.replace("Davis, Natalie Z.", "{Salt, Sea and Shore, Inc}"))
    assert text(site["papers/index"], ".row-by") == ["Salt, Sea and Shore, Inc; Emmanuel Le Roy"]


def test_one_creator_is_said_in_the_singular() -> None:
    site, _ = built(REFERENCES.replace(" and Le Roy, Emmanuel", ""))
    assert text(site["sources/seed-0-txt"], "#L1 .became") == ["title and creator of Return of the Salt"]
    assert text(site["papers/return-of-the-salt"], ".notes li")[0].startswith(
        "seed-0.txt states its title, creator,"
    )


def test_labels_are_not_named_on_a_line_that_became_something() -> None:
    site, _ = built(REFERENCES)
    assert text(site["sources/seed-0-txt"], "#L1 .became") == ["title and creators of Return of the Salt"]


SCHOLAR = """Ann Lee
Professor of Salt, Toll University
Cited by
All Since 2019
Citations 12 7
h-index 2 1
Title Cited by Year
Roads of salt
A Lee, B Ek
Journal of Salt 4 (2), 11-20	9	2019
Toll books of the north
A Lee, C Roe
Journal of Salt 5 (1), 3-9	3	2020
Salt and the sea
A Lee
Journal of Tides 1 (1), 1-2	1	2021
"""


def test_the_line_that_names_the_owner_of_a_profile_is_their_name() -> None:
    site, _ = built(SCHOLAR)
    assert text(site["sources/seed-0-txt"], "#L1 .became") == ["name of Ann Lee"]


def test_what_a_reader_remarks_begins_with_a_capital() -> None:
    remark = Claim("this was not read", Span(SEED, 1, 1))
    site = pages_of(library(work("One")), remarks=(remark,))
    assert text(site["sources/seed-txt"], ".notes li") == ["This was not read. line 1"]


def test_a_value_that_is_worked_out_is_no_decision_as_well() -> None:
    site, _ = built(
        "# Publications\n\n## 2021\n\nLee, A., & Ek, B. Roads of salt. Journal of Salt, 4(2), 11-20.\n"
        "\n## 2020\n\nRoe, C., & Ek, B. Toll books of the north. Journal of Salt, 3(1), 1-9.\n"
        "\nEk, B., & Roe, C. Salt and the sea. Journal of Tides, 1(1), 1-2.\n"
    )
    notes = site["notes/index"]
    assert len(text(notes, ".inferred-values li")) == 3
    assert not text(notes, ".decision")


def test_lists_of_one_title_are_told_apart_by_their_captures() -> None:
    one, other = collection("Publications"), collection("publications")
    there = Claim("publications", Span("other.txt", 1, 1))
    other = replace(other, id=CollectionId("publications-2"), title=there)
    shelf = shelve(library(one, other, collection("Talks")), Links())
    assert [shelf.collection(each.id).label for each in shelf.library.collections] == [
        f"Publications ({SEED})",
        "publications (other.txt)",
        "Talks",
    ]


def test_a_text_of_no_known_kind_is_said_to_be_shown_as_it_is() -> None:
    site, _ = built("Some thoughts on salt.\n\nThe roads ran north, and the toll books with them.\n")
    (lead,) = text(site["sources/seed-0-txt"], ".lead")
    assert lead.startswith("Shown as it is, line by line.")


def test_a_sentence_that_names_a_paper_and_is_about_it_is_quoted_once() -> None:
    talk = (
        "Ann Lee: Good morning to you, and to everyone who came out here tonight.\n"
        "Bo Ek: Return of the Salt is another sort of book.\n"
        "Ann Lee: And what else would you read, if you had just one evening for it?\n"
    )
    site, _ = built(REFERENCES, talk)
    quotes = text(site["papers/return-of-the-salt"], ".quote blockquote")
    assert quotes == ["Return of the Salt is another sort of book."]


def test_who_only_speaks_has_written_none_of_the_papers() -> None:
    talk = transcript("A Talk", ("Ann Lee", "What did you find?"), ("Bo Ito", "Crabs."))
    site = pages(work("Where Crabs Begin", creators=["Bo Ito"]), talk)
    assert site["papers/index"].meta["description"] == "1 paper of this library, by 1 person."
    site = pages(work("Where Crabs Begin"), talk)
    assert site["papers/index"].meta["description"] == "1 paper of this library."


def test_a_reference_to_several_lines_leads_to_all_of_them() -> None:
    lines = iter(range(1, 200, 2))

    def several(value: Any) -> Claim[Any]:
        first = next(lines)
        return Claim(value, Span(SEED, first, first + 1))

    paper = replace(
        work("Where Crabs Begin", creators=["Bo Ito"]),
        venue=Stated("Journal of Shores", (several("Journal of Shores"),)),
        particulars=(several(Particular("pages", "1--9")),),
    )
    talk = replace(
        transcript("A Talk", ("Bo Ito", "Crabs.")),
        section=several("Shores"),
        date=Stated(PartialDate(2024), (several(PartialDate(2024)),)),
    )
    programme = replace(
        collection("Summer"),
        introduction=(several("On shores."),),
        questions=(several("Who may come?"),),
        sections=(Section(several("Crabs"), ()),),
    )
    made = library(paper, talk, programme)
    owner = replace(made.people[0], field=several("Ecology"), figures=(several(Figure("papers", "1")),))
    site = pages_of(replace(made, people=(owner,)))
    found = [node for page in site.values() for node in page.tree.css("a.source")]
    shown = {node.text(): node.attributes["href"] for node in found if node.text().startswith("lines")}
    assert len(shown) == next(lines) // 2
    for text, address in shown.items():
        first, last = text.removeprefix("lines ").split("–")
        assert (address or "").endswith(f"#L{first}-L{last}")


def test_a_sentence_that_ends_in_a_mark_gets_no_second() -> None:
    shore = work("Why Do Crabs Walk Sideways?", creators=["Tom Ackroyd Jr."], topics=["Crabs etc."])
    site = pages(shore, transcript("A Talk", ("Tom Ackroyd Jr.", "They do.")))
    described = {address: page.meta["description"] for address, page in site.items()}
    papers = "Papers: Why Do Crabs Walk Sideways?"
    assert described["papers/why-do-crabs-walk-sideways"] == "By Tom Ackroyd Jr."
    assert described["people/tom-ackroyd-jr"] == f"Tom Ackroyd Jr.: author of 1 paper. {papers}"
    assert described["topics/crabs-etc"] == f"Crabs etc. A topic that the sources state. 1 paper. {papers}"
    assert described["transcripts/a-talk"] == "A conversation: Tom Ackroyd Jr."
    assert text(site["papers/why-do-crabs-walk-sideways"], ".citation p")[0] == (
        "Tom Ackroyd Jr. Why Do Crabs Walk Sideways?"
    )


def test_an_index_has_no_capital_and_every_other_figure_one() -> None:
    labels = ("h-index", "i10-index since 2021", "citations")
    figures = tuple(Claim(Figure(label, "1"), Span(SEED, 1, 1)) for label in labels)
    made = library(work("Where Crabs Begin", creators=["Bo Ito"]))
    owner = replace(made.people[0], figures=figures)
    page = pages_of(replace(made, people=(owner,)))["people/bo-ito"]
    assert text(page, "dt")[:3] == ["h-index", "i10-index since 2021", "Citations"]
