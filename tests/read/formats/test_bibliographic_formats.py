"""Formats of reference managers: real-looking files with what they state, awkward ones, and round trips."""

from __future__ import annotations

import csv
import io
import json
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.model.record import BibliographyRecord, NameList, Reading, WorkRecord
from seedbed.read.formats.arxiv_atom import ARXIV_ATOM
from seedbed.read.formats.bibtex import BIBTEX
from seedbed.read.formats.csl_json import CSL_JSON
from seedbed.read.formats.front_matter import FRONT_MATTER
from seedbed.read.formats.ris import RIS
from seedbed.read.formats.table import TABLE
from seedbed.read.reader import Reader
from seedbed.read.registry import read
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def titles(reading: Reading) -> list[str]:
    return [work.title.value if work.title else "" for work in reading.works()]


def stated(work: WorkRecord) -> dict[str, tuple[object, int, int]]:
    """Each value of a work with its first and last line."""
    found: dict[str, tuple[object, int, int]] = {}
    for name in ("title", "creators", "abstract", "date", "category"):
        claim = getattr(work, name)
        if claim is not None:
            value = claim.value
            value = value.names if isinstance(value, NameList) else value
            value = value.iso() if isinstance(value, PartialDate) else value
            found[name] = (value, claim.span.first, claim.span.last)
    return found


def published(work: WorkRecord) -> dict[str, tuple[str, int]]:
    """Where a work appeared, and what else is stated of that, each with its first line."""
    found = {claim.value.label: (claim.value.value, claim.span.first) for claim in work.particulars}
    return found | ({"venue": (work.venue.value, work.venue.span.first)} if work.venue else {})


def held_by_the_file(reading: Reading) -> list[int]:
    """The lines that hold the works together, of the one record that the file is."""
    (record,) = reading.records
    assert isinstance(record, BibliographyRecord)
    return [span.first for span in record.labels]


def links(work: WorkRecord) -> list[tuple[str, int]]:
    return [(link.value, link.span.first) for link in work.links]


def topics(work: WorkRecord) -> list[str]:
    return [topic.value for topic in work.topics]


def remarks(reading: Reading) -> list[tuple[int, str]]:
    return [(remark.span.first, remark.value) for remark in reading.remarks]


BIB = r"""@string{icml = "Proc. of ICML"}

@inproceedings{lee2024growth,
  author    = {Lee, Ann and {\'E}ric {\L}uk and {Rain and Soil Group} and others},
  title     = "Growth {of}
               {RAIN}: 90\% in {G{\"o}del}'s $x^2$ -- a Study",
  booktitle = icml # " Extra",
  month     = may,
  year      = 2024,
  abstract  = {One.

               Two.},
  doi       = {10.1234/abc_d},
  url       = {\url{https://a.example/x_y}},
  keywords  = {rain, soil science},
}

@article(ek2023, title={Paren}, author={Bo Ek}, year={2023})
@thesis{roe, title = {With a}, subtitle = {Subtitle}, date = {2021-03-04}, eprint = {2401.01234}}
"""


class TestBibTeX:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(BIB))
        assert (reading.kind, reading.remarks) == ("bibtex", ())
        first, second, third = reading.works()
        assert stated(first) == {
            "title": ("Growth of RAIN: 90% in Gödel's $x^2$ – a Study", 5, 6),
            "creators": (("Lee, Ann", "Éric Łuk", "Rain and Soil Group"), 4, 4),
            "abstract": ("One.\n\nTwo.", 10, 12),
            "date": ("2024-05", 8, 9),
        }
        assert first.creators is not None
        assert not first.creators.value.complete
        assert links(first) == [("https://doi.org/10.1234/abc_d", 13), ("https://a.example/x_y", 14)]
        assert topics(first) == ["rain", "soil science"]
        assert stated(second)["date"] == ("2023", 18, 18)
        assert stated(third)["title"] == ("With a: Subtitle", 19, 19)
        assert stated(third)["date"] == ("2021-03-04", 19, 19)
        assert links(third) == [("https://arxiv.org/abs/2401.01234", 19)]
        assert published(first) == {"venue": ("Proc. of ICML Extra", 7)}
        assert held_by_the_file(reading) == [1]
        assert unread_texts(reading) == []

    def test_strings_and_parts(self) -> None:
        text = '@string{g = {Growth}}\n@misc{a,\n title = g # " of #1 " # {Rain},\n note = unknown}\n'
        assert titles(read_lawfully(BIBTEX, text)) == ["Growth of #1 Rain"]

    def test_an_entry_that_fails_is_named_and_the_others_are_read(self) -> None:
        reading = read(seed_of("@misc{a, title={One}}\n@misc{bad, title = {open\n@misc{b, title={Two}}\n"))
        assert titles(reading) == ["One", "Two"]
        ((line, sentence),) = remarks(reading)
        assert line == 2
        assert sentence.startswith("the entry that begins here could not be read: ")
        assert len(sentence) > 60

    def test_a_key_that_stands_twice(self) -> None:
        reading = read(seed_of("@misc{a, title={One}}\n@misc{a, title={Two}}\n"))
        assert titles(reading) == ["One", "Two"]
        assert remarks(reading) == [(2, "the key “a” stands twice; both entries were read")]

    def test_entries_that_share_a_line(self) -> None:
        reading = read(seed_of("@misc{a, title={One}} @misc{b, title={Two}}\n@misc{c, title={Three}}"))
        assert titles(reading) == ["One", "Two", "Three"]
        assert [work.span().first for work in reading.works()] == [1, 1, 2]

    def test_what_an_entry_takes_over(self) -> None:
        child = "@inproceedings{kid,\n title = {Child},\n crossref = {PROC},\n pages = {1--20},\n}\n"
        parent = (
            "@proceedings{proc, title={Proc. of Rain}, year=2020, month=may, publisher={Soil}, doi={10.1/x}}"
        )
        kid, _ = read(seed_of(child + parent)).works()
        assert stated(kid)["date"] == ("2020-05", 3, 3)
        assert published(kid) == {
            "venue": ("Proc. of Rain", 3),
            "pages": ("1–20", 4),
            "publisher": ("Soil", 3),
        }
        assert kid.links == ()

    def test_who_refers_to_itself_takes_over_nothing(self) -> None:
        text = "@book{a, title={One}, crossref={b}}\n@book{b, title={Two}, crossref={b}}\n"
        text += "@book{c, title={X Y}, crossref={no}}"
        assert titles(read_lawfully(BIBTEX, text)) == ["One", "Two", "X Y"]

    def test_a_string_that_nobody_defined_is_told(self) -> None:
        reading = read(seed_of("@article(a, title={One}, journal = jacm, month = sept, year = 2020)"))
        (work,) = reading.works()
        assert published(work) == {"venue": ("jacm", 1)}
        assert remarks(reading) == [(1, "“jacm” is no @string of this file; it was read as it stands")]

    def test_keys_that_stand_twice(self) -> None:
        reading = read(seed_of("@misc{a, title={One}}\n@misc{a, title={Two}}"))
        assert titles(reading) == ["One", "Two"]
        assert remarks(reading) == [(2, "the key “a” stands twice; both entries were read")]

    def test_a_field_that_stands_twice(self) -> None:
        reading = read(seed_of("@misc{a,\n title={One},\n title={Other},\n}\n"))
        assert titles(reading) == ["One"]
        assert remarks(reading) == [(1, "title stands twice in this entry; the first was read")]

    def test_an_entry_without_a_title(self) -> None:
        reading = read(seed_of("@misc{a,\n author = {Ann Lee}\n}\n"))
        assert reading.records == ()
        assert remarks(reading)[0][1].startswith("an entry without title and abstract begins here")

    @pytest.mark.parametrize(
        "value", ["{" * 3000, r"\emph{" * 400 + "}" * 400, "\\", "$x", r"\begin{x}", "#" * 50]
    )
    def test_awkward_values(self, value: str) -> None:
        read_lawfully(BIBTEX, f"@misc{{a,\n title = {{{value}}},\n}}\n@misc{{b, title={{Fine}}}}\n")

    @pytest.mark.parametrize(
        "text", ["", LONG, "ann@example.org{\n", "@media {\n  x: y\n}\n", "@string{a = {b}}"]
    )
    def test_knows_others(self, text: str) -> None:
        assert read(seed_of(text)).kind != "bibtex"


RIS_FILE = """TY  - JOUR
AU  - Lee, Ann
AU  - Ek, Bo
TI  - Growth
  of Rain
PY  - 2024/05/02/spring
JO  - Nature
AB  - One text - with a dash.
DO  - 10.1234/x
UR  - https://a.example/1
KW  - rain
KW  - soil
ER  -

TY  - BOOK
T1  - Without an end
A1  - Roe, Cy
Y1  - 2020
TY  - CHAP
TI  - Third
"""


class TestRIS:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(RIS_FILE))
        assert (reading.kind, reading.remarks) == ("ris", ())
        first, second, third = reading.works()
        assert stated(first) == {
            "title": ("Growth of Rain", 4, 5),
            "creators": (("Lee, Ann", "Ek, Bo"), 2, 3),
            "abstract": ("One text - with a dash.", 8, 8),
            "date": ("2024-05-02", 6, 6),
        }
        assert links(first) == [("https://doi.org/10.1234/x", 9), ("https://a.example/1", 10)]
        assert topics(first) == ["rain", "soil"]
        assert stated(second) == {
            "title": ("Without an end", 16, 16),
            "creators": (("Roe, Cy",), 17, 17),
            "date": ("2020", 18, 18),
        }
        assert stated(third) == {"title": ("Third", 20, 20)}
        assert published(first)["venue"] == ("Nature", 7)
        assert unread_texts(reading) == []

    def test_pages_stated_apart(self) -> None:
        reading = read(seed_of("TY  - JOUR\nTI  - One\nSP  - 1\nVL  - 2\nEP  - 20\nER  - "))
        (work,) = reading.works()
        assert published(work) == {"pages": ("1-20", 3), "volume": ("2", 4)}

    @pytest.mark.parametrize(
        "text", ["TY  - \n", "ER  - \n", "TY  - JOUR\nTY  - JOUR\nER  - \nER  - \nTI  -\n", "AU  - A\n"]
    )
    def test_awkward_files(self, text: str) -> None:
        read_lawfully(RIS, text)


CSL = """[
  {
    "id": "lee", "type": "article-journal",
    "title": "Growth <i>of</i> Rain \\u2014 a Study",
    "author": [
      {"family": "Lee", "given": "Ann"},
      {"family": "Ek", "given": "Bo", "non-dropping-particle": "van"},
      {"literal": "Rain Group"}
    ],
    "issued": {"date-parts": [[2024, 5, 2]]},
    "container-title": "Nature",
    "DOI": "10.1234/x",
    "abstract": "<jats:p>One.</jats:p>"
  },
  {"type": "book", "title": "Second", "issued": {"raw": "May 2020"}}
]
"""


class TestCSLJSON:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(CSL))
        assert (reading.kind, reading.remarks) == ("csl-json", ())
        first, second = reading.works()
        assert stated(first) == {
            "title": ("Growth of Rain — a Study", 4, 4),
            "creators": (("Ann Lee", "Bo van Ek", "Rain Group"), 5, 9),
            "abstract": ("One.", 13, 13),
            "date": ("2024-05-02", 10, 10),
        }
        assert links(first) == [("https://doi.org/10.1234/x", 12)]
        assert stated(second) == {"title": ("Second", 15, 15), "date": ("2020-05", 15, 15)}
        assert published(first) == {"venue": ("Nature", 11)}
        assert held_by_the_file(reading) == [1, 14, 16]
        assert unread_texts(reading) == []

    def test_items_on_one_line(self) -> None:
        line = json.dumps([{"type": "book", "title": f"Volume {n}", "DOI": f"10.1234/{n}"} for n in range(3)])
        reading = read(seed_of(line))
        assert titles(reading) == ["Volume 0", "Volume 1", "Volume 2"]
        assert unread_texts(reading) == []

    def test_a_single_item(self) -> None:
        assert titles(read(seed_of('{"type": "book", "title": "One", "author": []}'))) == ["One"]

    @pytest.mark.parametrize(
        ("text", "line", "sentence"),
        [
            ('[{"title": "One", "type": "x"},\n{"title": }]', 2, "Expecting value"),
            ('[{"title": "One", "type": "x"}', 1, "Expecting an item or the end"),
            ('{"title": "One", "type": ' + "[" * 100_000 + "}", 1, "nested too deep"),
            ('{"title" "type"}', 1, "Expecting ':' behind a name"),
            ("1", 1, "Expecting an array of items"),
        ],
    )
    def test_what_is_no_json(self, text: str, line: int, sentence: str) -> None:
        reading = read_lawfully(CSL_JSON, text)
        assert [number for number, _ in remarks(reading)] == [line]
        assert sentence in remarks(reading)[0][1]

    def test_editors(self) -> None:
        item = '{"title": "One", "author": [], "issued": {}, "editor": [{"literal": "Cy Roe"}, {}]}'
        (work,) = read(seed_of(item)).works()
        assert published(work)["editors"] == ("Cy Roe", 1)

    def test_needs_two_of_its_variables(self) -> None:
        assert CSL_JSON.recognise(seed_of('[{"title": "One", "type": 1}]')) is None

    @pytest.mark.parametrize(
        "item",
        [
            '{"title": 1, "author": "x", "issued": []}',
            '{"title": "T", "author": [1, null, {}, {"family": 3}], "issued": {"date-parts": [[null, "x"]]}}',
            '{"title": "T", "issued": {"date-parts": [["2024", "5"]]}, "DOI": "javascript:alert(1)"}',
            '{"title": "T", "issued": {"date-parts": []}, "URL": "data:text/html,x", "keyword": ";;"}',
            '{"title": "T", "x": NaN, "y": 1e999, "z": ' + "9" * 4000 + "}",
        ],
    )
    def test_odd_items(self, item: str) -> None:
        for work in read_lawfully(CSL_JSON, f"[{item}]").works():
            assert links(work) == []


CSV = """Title;Authors;Year;Journal;DOI;Tags
"Growth; of Rain";Ann Lee, Bo Ek et al.;2024;Nature;10.1234/x;rain|soil

"Two
lines";Lee, Ann and Ek, Bo;May 2020;;;
;Nobody;2019;;;
Short
"""


class TestTable:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(CSV))
        assert reading.kind == "table"
        first, second, third = reading.works()
        assert stated(first) == {
            "title": ("Growth; of Rain", 2, 2),
            "creators": (("Ann Lee", "Bo Ek"), 2, 2),
            "date": ("2024", 2, 2),
        }
        assert links(first) == [("https://doi.org/10.1234/x", 2)]
        assert topics(first) == ["rain", "soil"]
        assert stated(second) == {
            "title": ("Two lines", 4, 5),
            "creators": (("Lee, Ann", "Ek, Bo"), 4, 5),
            "date": ("2020-05", 4, 5),
        }
        assert stated(third) == {"title": ("Short", 7, 7)}
        assert held_by_the_file(reading) == [1]
        assert unread_texts(reading) == [";Nobody;2019;;;"]

    def test_a_category(self) -> None:
        (work,) = read(seed_of("title,author,category\nOne,Ann Lee,cs.AI\n")).works()
        assert stated(work)["category"] == ("cs.AI", 2, 2)

    def test_tabs(self) -> None:
        reading = read(seed_of("paper\tauthor\turl\nOne\tAnn Lee\thttps://a.example\n"))
        assert (reading.kind, titles(reading)) == ("table", ["One"])

    def test_a_table_on_a_page(self) -> None:
        table = "Title\tAuthors\tYear\nOne\tAnn Lee\t2024\n\nTwo\tBo Ek, Cy Roe\t\n"
        reading = read(seed_of(f"A Programme\nOutputs 2020–2024\n\n{table}\nIt ended in 2024.\n"))
        assert (reading.kind, titles(reading)) == ("table", ["One", "Two"])
        assert unread_texts(reading) == ["A Programme", "Outputs 2020–2024", "It ended in 2024."]

    def test_several_tables_on_a_page(self) -> None:
        header = "Student\tHome\tMentor\tProject title\n"
        one, two = ("Ann Lee\tCork\tDr. Moe\tOne\nBo Ek\tLund\tDr. Poe\tTwo\n", "Cy Roe\tOslo\t-\tThree\n")
        text = f"Past\n{header}{one}\n2021\n{header}{two}"
        reading = read(seed_of(text + "Di Poe\tBonn\t-\tFour\n"))
        assert (reading.kind, titles(reading)) == ("table", ["One", "Two", "Three", "Four"])

    def test_a_header_on_a_page_needs_creators_and_rows(self) -> None:
        assert TABLE.recognise(seed_of("A Page\nTitle\tCited by\tYear\nOne\t3\t2024\nTwo\t\t2023\n")) is None
        assert TABLE.recognise(seed_of("A Page\nTitle\tAuthors\nOne\tAnn Lee\n")) is None

    def test_a_quotation_mark_that_is_never_closed(self) -> None:
        reading = read_lawfully(TABLE, 'title,year\nOne,2024\n"' + "x" * 200_000)
        assert titles(reading) == ["One"]
        assert "no table that can be read" in remarks(reading)[0][1]

    @pytest.mark.parametrize(
        "text", ["", "name,age\nAnn,3\n", "title\nOne\n", LONG, "Title, of a Page\nAuthors, too\n"]
    )
    def test_knows_others(self, text: str) -> None:
        assert TABLE.recognise(seed_of(text)) is None


ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=rain</title>
  <entry>
    <id>http://arxiv.org/abs/2401.01234v2</id>
    <published>2024-01-02T18:59:00Z</published>
    <title>Growth of
  Rain &amp; Soil</title>
    <summary>  One text.
</summary>
    <author>
      <name>Ann Lee</name>
    </author>
    <author><name>Bo Ek</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/x</arxiv:doi>
    <link href="http://arxiv.org/abs/2401.01234v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.AI"/>
  </entry>
</feed>
"""


class TestArxivAtom:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(ATOM))
        assert (reading.kind, reading.remarks) == ("arxiv-atom", ())
        (work,) = reading.works()
        assert stated(work) == {
            "title": ("Growth of Rain & Soil", 7, 8),
            "creators": (("Ann Lee", "Bo Ek"), 12, 14),
            "abstract": ("One text.", 9, 10),
            "date": ("2024-01-02", 6, 6),
            "category": ("cs.AI", 17, 17),
        }
        assert links(work) == [("http://arxiv.org/abs/2401.01234", 5), ("https://doi.org/10.1234/x", 15)]
        assert held_by_the_file(reading) == [1, 2, 3, 19]
        assert unread_texts(reading) == []

    def test_entities_are_not_expanded(self) -> None:
        bomb = '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        reading = read_lawfully(
            ARXIV_ATOM, ATOM.replace("<feed ", f"{bomb}\n<feed ", 1).replace("Ann Lee", "&b;")
        )
        assert reading.records == ()
        assert "this XML was not read" in remarks(reading)[0][1]

    def test_a_feed_that_breaks_off(self) -> None:
        reading = read_lawfully(ARXIV_ATOM, ATOM.replace("</feed>", "<entry><title>x</entry>"))
        assert titles(reading) == ["Growth of Rain & Soil"]
        assert remarks(reading)[0][0] == 19

    @pytest.mark.parametrize("encoding", ["no-such", "shift_jis", "ISO-8859-1", "utf-16"])
    def test_the_encoding_that_it_was_in_means_nothing_once_it_is_text(self, encoding: str) -> None:
        feed = ATOM.replace("UTF-8", encoding).replace("Ann Lee", "José Ñandú")
        (work,) = read_lawfully(ARXIV_ATOM, feed).works()
        assert stated(work)["creators"] == (("José Ñandú", "Bo Ek"), 12, 14)

    @pytest.mark.parametrize(
        "text", ["", "<", "<feed>" * 5000, "<feed xmlns='http://www.w3.org/2005/Atom'/>"]
    )
    def test_awkward_files(self, text: str) -> None:
        read_lawfully(ARXIV_ATOM, text)


PAGE = """---
title: "Growth: of Rain"
authors:
  - Ann Lee
  - name: Bo Ek
    affiliation: Somewhere
date: 2024-05-02
venue: Nature
description: >
  Folded
  text.

tags: [rain, soil]
doi: 10.1234/x
---

# Growth

{{ body }} {% raw %}
"""


class TestFrontMatter:
    def test_values_and_their_lines(self) -> None:
        reading = read(seed_of(PAGE))
        assert (reading.kind, reading.remarks) == ("front-matter", ())
        (work,) = reading.works()
        assert stated(work) == {
            "title": ("Growth: of Rain", 2, 2),
            "creators": (("Ann Lee", "Bo Ek"), 3, 6),
            "abstract": ("Folded text.", 9, 12),
            "date": ("2024-05-02", 7, 7),
        }
        assert topics(work) == ["rain", "soil"]
        assert links(work) == [("https://doi.org/10.1234/x", 14)]
        assert published(work) == {"venue": ("Nature", 8)}
        assert unread_texts(reading) == ["# Growth", "{{ body }} {% raw %}"]

    def test_an_abstract_in_the_text(self) -> None:
        body = f"## Abstract\n\n{LONG}\n\nMore.\n\n## Next\n\nText.\n"
        text = f"---\ntitle: One\nauthor: Ann Lee and Bo Ek\n---\n\n{body}"
        reading = read(seed_of(text))
        (work,) = reading.works()
        assert stated(work)["abstract"] == (f"{LONG}\n\nMore.", 7, 10)
        assert stated(work)["creators"] == (("Ann Lee", "Bo Ek"), 3, 3)
        assert unread_texts(reading) == ["## Next", "Text."]

    def test_a_note_is_shown_as_it_is(self) -> None:
        assert read(seed_of("---\ntitle: A note\ntags: [a]\n---\n\nSome text.\n")).kind == "unknown"

    def test_front_matter_that_is_far_too_long(self) -> None:
        reading = read_lawfully(FRONT_MATTER, f"---\ntitle: {'x' * 200_001}\n---\n")
        assert reading.records == ()
        assert "no more than 200,000 are read" in remarks(reading)[0][1]

    @pytest.mark.parametrize(
        "yaml",
        [
            "title: [",
            "title: !!python/object/apply:os.system [echo]",
            "a: &a [x]\ntitle: *a\nauthors: *a",
            "title: " + "[" * 3000,
            "- title",
            "title: {a: b}\nauthors: {c: d}",
            "? [a]\n: b",
            "title: 'open",
            "",
        ],
    )
    def test_awkward_front_matter(self, yaml: str) -> None:
        read_lawfully(FRONT_MATTER, f"---\n{yaml}\n---\n\nText.\n")


# Round trips: what is written in a format is read out of it.

_TITLE = st.text(st.sampled_from("abc XYZ éß 李 0123 .:-?!'()&<>,;|/*_^`[]"), min_size=3, max_size=40).filter(
    lambda text: (
        text.strip() == text and "  " not in text and any(map(str.isalpha, text)) and "--" not in text
    )
)
_NAME = st.sampled_from(
    ["Ann Lee", "Bo van der Ek", "J. R. Roe", "Adrià Garriga-Alonso", "Óscar O’Żak", "李 雷"]
)
_WORKS = st.lists(
    st.tuples(_TITLE, st.lists(_NAME, min_size=1, max_size=4, unique=True), st.integers(1900, 2100)),
    min_size=1,
    max_size=5,
)
Works = list[tuple[str, list[str], int]]


def as_bibtex(works: Works) -> str:
    return "\n".join(
        f"@misc{{k{n},\n  title = {{{title}}},\n  author = {{{' and '.join(names)}}},\n  year = {year}\n}}\n"
        for n, (title, names, year) in enumerate(works)
    )


def as_ris(works: Works) -> str:
    return "\n".join(
        "\n".join(
            ["TY  - JOUR", f"TI  - {title}", *(f"AU  - {each}" for each in names), f"PY  - {year}", "ER  - "]
        )
        for title, names, year in works
    )


def as_csl(works: Works) -> str:
    items = [
        {
            "type": "article",
            "title": title,
            "author": [{"literal": name} for name in names],
            "issued": {"date-parts": [[year]]},
        }
        for title, names, year in works
    ]
    return json.dumps(items, indent=1)


def as_csv(works: Works) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["title", "authors", "year"])
    writer.writerows([title, "; ".join(names), year] for title, names, year in works)
    return file.getvalue()


def as_atom(works: Works) -> str:
    entries = "".join(
        f"<entry>\n<title>{escape(title)}</title>\n<published>{year}-05-01T00:00Z</published>\n"
        + "".join(f"<author><name>{escape(name)}</name></author>\n" for name in names)
        + "</entry>\n"
        for title, names, year in works
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">\n<id>http://arxiv.org/api/x</id>\n{entries}</feed>'


WRITERS = {BIBTEX: as_bibtex, RIS: as_ris, CSL_JSON: as_csl, TABLE: as_csv, ARXIV_ATOM: as_atom}


@pytest.mark.parametrize("reader", WRITERS, ids=lambda reader: reader.kind)
@PATIENT
@given(works=_WORKS)
def test_works_come_back(reader: Reader, works: Works) -> None:
    if reader is CSL_JSON:
        works = [(title.replace("<", "‹"), names, year) for title, names, year in works]
    reading = read(seed_of(WRITERS[reader](works)))
    assert (reading.kind, reading.remarks) == (reader.kind, ())
    for (title, names, year), work in zip(works, reading.works(), strict=True):
        found = stated(work)
        assert found["title"][0] == title
        assert found["creators"][0] == tuple(names)
        assert str(found["date"][0])[:4] == str(year)
