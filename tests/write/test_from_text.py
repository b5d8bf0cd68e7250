"""What readers find in a text, on the page that it comes to: lines in, HTML out, no folder in between."""

from __future__ import annotations

import json
from typing import Any

from seedbed.link import link
from seedbed.model.curation import Curation
from seedbed.read.registry import read
from seedbed.resolve.resolve import resolve
from seedbed.write.files import files_of
from tests.read.seeds import LONG, seed_of
from tests.write.site import Rendered, broken_links, render_site
from tests.write.small import SITE

ARTICLE = """@article{lee, title = {Growth of Rain}, author = {Ann Lee}, journal = {Journal of Rain},
  year = 2024, volume = 12, number = {3}, pages = {45--67}, publisher = {Soil Press}}
@misc{two, title = {Two on a Line}, year = 2023} @misc{one, title = {One on a Line}, year = 2022}
"""
INDEX = f"""Research notes

2025

Dec 1
Mussels on Ropes: A Census
{LONG[:150]}… More

Nov 20
Crabs Read Tide Tables
{LONG}

2024

Mar 5
A Cheap Salinity Meter
{LONG}
"""
TALK = """On Tides
May 2, 2024

Transcript

Setting out

Ann Lee: [00:00:05] Where does the tide begin?

Bo Ek: In the deep. And then it comes.

[00:12:03] It takes six hours.

The turn of the tide

[00:12:03] Ann Lee: And then?

>> The bell rang.
"""


def built(*texts: str) -> tuple[dict[str, Rendered], dict[str, Any]]:
    readings = tuple(read(seed_of(text, f"seed-{number}.txt")) for number, text in enumerate(texts))
    library = resolve(readings, Curation())
    files = {draft.path: draft.content() for draft in files_of(library, link(library), SITE).drafts()}
    site = render_site(files)
    assert broken_links(site) == []
    assert not [address for address, page in site.items() if len(page.ids()) != len(set(page.ids()))]
    return site, json.loads(files["data/library.json"])


def test_where_a_work_appeared() -> None:
    site, data = built(ARTICLE)
    text = " ".join(site["papers/growth-of-rain"].text().split())
    assert "Published inJournal of Rain" in text
    assert "volume 12" in text
    assert "publisher Soil Press" in text
    assert "Journal of Rain 12(3): 45–67." in text
    assert "@article{" in text
    assert "journal = {Journal of Rain}" in text
    work = next(work for work in data["works"] if work["id"] == "growth-of-rain")
    assert (work["venue"], work["published"]["pages"]) == ("Journal of Rain", "45–67")


def test_who_mentored_a_project() -> None:
    projects = (
        ("Sonar Counts of Fish", "Ann Lee"),
        ("Snow Lines of Old", "Bo Ek, Ann Lee"),
        ("A Hut Diary", "Cy Roe"),
    )
    listed = "\n".join(f"{title}\nDescription: {LONG}\nMentors: {names}" for title, names in projects)
    site, data = built(f"Summer Projects\n\n{LONG}\n\n{listed}", ARTICLE)
    work = site["papers/sonar-counts-of-fish"]
    assert "Mentored or supervised byAnn Lee" in " ".join(work.text().split())
    assert [link.text() for link in work.tree.css(".facts a[href$='people/ann-lee.html']")] == ["Ann Lee"]
    mentor = site["people/ann-lee"]
    assert "Author of 1 paper and mentor of 2 papers." in mentor.text()
    assert [each.text() for each in mentor.tree.css("h2")][:2] == ["Papers", "Mentored"]
    titles = [each.text() for each in mentor.tree.css(".row-title a")]
    assert titles == ["Growth of Rain", "Snow Lines of Old", "Sonar Counts of Fish"]
    mentors = {work["id"]: work["mentors"] for work in data["works"] if work["mentors"]}
    assert mentors["snow-lines-of-old"] == ["bo-ek", "ann-lee"]
    (person,) = [each for each in data["people"] if each["id"] == "ann-lee"]
    assert (person["roles"], person["works"]) == (["author", "mentor"], ["growth-of-rain"])
    assert "Published" not in work.text()
    assert "Mentors: Bo Ek, Ann Lee" in site["collections/summer-projects"].text()
    assert {work["id"] for work in data["works"] if work["creators"]} == {"growth-of-rain"}


def test_works_that_share_a_line_are_both_tied_to_it() -> None:
    site, _ = built(ARTICLE)
    line = site["sources/seed-0-txt"].tree.css_first("[id='L3']")
    assert line is not None
    addresses = {node.attributes["href"] for node in line.css(".became a")}
    assert {"../papers/one-on-a-line.html", "../papers/two-on-a-line.html"} <= addresses


def test_headings_date_what_stands_below_them() -> None:
    site, data = built(INDEX)
    dates = {work["title"]: (work["date"], work["date_inferred"]) for work in data["works"]}
    assert dates == {
        "Mussels on Ropes: A Census": ("2025-12-01", True),
        "Crabs Read Tide Tables": ("2025-11-20", True),
        "A Cheap Salinity Meter": ("2024-03-05", True),
    }
    text = " ".join(site["papers/mussels-on-ropes-a-census"].text().split())
    assert "lists it under a heading of 2025" in text
    assert "worked out" in text


def test_an_abstract_that_is_cut_off_says_so() -> None:
    site, _ = built(INDEX)
    assert "cuts the abstract off here" in site["papers/mussels-on-ropes-a-census"].text()
    assert "cuts the abstract off" not in site["papers/crabs-read-tide-tables"].text()


def test_a_whole_abstract_leads_before_one_that_is_cut_off() -> None:
    twice = INDEX.replace(f"{LONG[:150]}… More", LONG.replace(". ", ", and so. "))
    site, _ = built(INDEX, INDEX, twice)
    assert "cuts the abstract off" not in site["papers/mussels-on-ropes-a-census"].text()


def test_times_and_chapters_of_a_conversation() -> None:
    site, data = built(TALK)
    page = site["transcripts/on-tides"]
    assert [node.text() for node in page.tree.css("h3.chapter")] == ["Setting out", "The turn of the tide"]
    times = page.tree.css("a.turn-time")
    assert [(node.text(), node.attributes["href"], node.attributes.get("id")) for node in times] == [
        ("0:05", "#t=5", "t=5"),
        ("12:03", "#t=723", "t=723"),
        ("12:03", "#t=723", None),
    ]
    first = page.tree.css_first("[id='t=723']")
    assert first is not None
    assert first.parent is not None
    assert first.parent.text().endswith("It takes six hours.")
    (talk,) = data["transcripts"]
    assert [(turn["speaker"], turn["time"]) for turn in talk["turns"]] == [
        ("ann-lee", 5),
        ("bo-ek", None),
        ("ann-lee", 723),
        (None, None),
    ]


def test_speech_without_names_is_nobodys() -> None:
    site, data = built(f"A lecture on salt\n\nTranscript\n\n0:00\n{LONG}\n\n1:35\n{LONG}\n\n12:03\n{LONG}\n")
    page = site["transcripts/a-lecture-on-salt"]
    assert [node.attributes["id"] for node in page.tree.css("a.turn-time")] == ["t=0", "t=95", "t=723"]
    assert data["people"] == []
