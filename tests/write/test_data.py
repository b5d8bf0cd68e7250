"""`library.json`, field by field."""

from __future__ import annotations

import json

from msgspec.structs import replace

from seedbed.model.library import Library, Stated
from seedbed.model.link import Links
from seedbed.model.record import Particular
from seedbed.model.source import Claim, Span
from seedbed.write.data import library_json
from seedbed.write.shelving import shelve
from tests.write.small import library, links


def test_every_field_of_the_schema() -> None:
    content = json.loads(b"".join(library_json(shelve(library(), links()))))
    assert content["schema"] == "seedbed/1"
    assert [seed["path"] for seed in content["seeds"]] == ["grips & list.txt", "talk.txt", "vera-profile.txt"]
    assert content["seeds"][0]["lines"] == {"total": 11, "blank": 0, "read": 10, "unread": 1}
    hard, soft = content["works"]
    assert hard["date"] is None
    assert hard["creators"] == []
    assert soft == {
        "id": "soft-hands",
        "title": "Soft Hands: On Gentle Grips",
        "creators": [
            {"person": "vera-hollow", "name_as_stated": "Vera Hollow"},
            {"person": "ada-quill", "name_as_stated": "A. Quill"},
        ],
        "creators_complete": False,
        "date": "2026-03-02",
        "date_inferred": True,
        "abstract": library().readings[2].seed.lines[6],
        "category": "cs.LG",
        "score": 71.5,
        "has_code": True,
        "links": ["https://grip.example/a_b"],
        "organisations": ["grip-lab"],
        "topics": ["grip", "robotics"],
        "fellows": ["ada-quill"],
        "mentors": [],
        "url": "papers/soft-hands.html",
        "citation_key": "hollow2026soft",
        "sources": [
            {"seed": "grips & list.txt", "lines": [4, 7]},
            {"seed": "vera-profile.txt", "lines": [4, 7]},
        ],
        "related": [],
        "venue": None,
        "published": {},
    }
    assert hard["related"] == ["soft-hands"]
    assert content["people"][0] == {
        "id": "ada-quill",
        "name": "Ada Quill",
        "other_names": ["A. Quill"],
        "roles": ["author", "fellow", "host"],
        "works": ["soft-hands"],
        "url": "people/ada-quill.html",
        "figures": {},
    }
    assert content["people"][1]["figures"] == {"h-index": "7"}
    (talk,) = content["transcripts"]
    assert talk["turns"][1] == {
        "n": 2,
        "speaker": "vera-hollow",
        "paragraphs": ["We grip & let go.", "It is all in the fingers."],
        "lines": [4, 6],
        "time": 65,
    }
    assert talk["date"] == "2026-04"
    (collection,) = content["collections"]
    assert collection["sections"] == [{"title": "Featured", "works": ["soft-hands", "hard-hands"]}]
    assert content["topics"][0] == {
        "id": "grip", "label": "Grip", "kind": "derived", "works": ["soft-hands"], "url": "topics/grip.html",
    }  # fmt: skip
    assert content["mentions"][0]["from"] == {"kind": "transcript", "id": "on-hands", "turn": 0}
    assert content["mentions"][3]["from"] == {"kind": "work", "id": "hard-hands", "turn": None}
    assert content["conflicts"][0]["readings"][1]["lines"] == [5, 5]
    assert content["decisions"][1]["by"] == "curation"
    assert content["unread"] == [
        {"seed": "grips & list.txt", "line": 11, "text": "a line that nobody understands <b>"}
    ]


def test_where_a_work_appeared() -> None:
    line = Span("vera-profile.txt", 4, 4)
    volumes = tuple(Claim(Particular("volume", value), line) for value in ("12", "XII"))
    whole = library()
    work = replace(
        whole.works[0],
        venue=Stated("J. Grips", (Claim("J. Grips", line),)),
        particulars=(*volumes, Claim(Particular("pages", "1-20"), line)),
    )
    content = json.loads(
        b"".join(library_json(shelve(replace(whole, works=(work, *whole.works[1:])), links())))
    )
    assert content["works"][0]["venue"] == "J. Grips"
    assert content["works"][0]["published"] == {"volume": "12", "pages": "1-20"}


def test_an_empty_library_has_every_list() -> None:
    content = json.loads(b"".join(library_json(shelve(Library((), (), (), (), ()), Links()))))
    assert content.pop("schema") == "seedbed/1"
    assert set(content) == {
        *("seeds", "works", "people", "transcripts", "collections"),
        *("topics", "mentions", "conflicts", "decisions", "unread"),
    }
    assert not any(content.values())
