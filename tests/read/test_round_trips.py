"""Layouts written out and read back: lists by date, blocks of lines, turns, front matter, saved pages."""

from __future__ import annotations

import html

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from seedbed.gather.web_page import read_page
from seedbed.model.date import PartialDate
from seedbed.model.record import TranscriptRecord
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of, unread_texts

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

_TITLES = st.builds(
    "{} {} {}{}".format,
    st.sampled_from(["Mussels", "Bus Fares", "Über Regen", "90% of Salt", "What Snails Know", "GPT-4"]),
    st.sampled_from(["on Ropes", "and Night Work", "in the Shadow of Squares", "without $x^2$"]),
    st.sampled_from(["Revisited", "in Pune", "by Hand", "Twice"]),
    st.sampled_from(["", "", "?", ": A Census"]),
)
_NAMES = st.lists(
    st.sampled_from(["Ann Lee", "Bo van Ek", "J. R. Roe", "Adrià Żak", "Mei-Ling Zhou"]),
    min_size=2,
    unique=True,
)
_VENUES = st.sampled_from(
    ["Journal of Rain", "Noise & Health", "Proceedings of Inter-Noise", "Past & Present"]
)
_DAYS = st.tuples(st.sampled_from(["Jan", "May", "September", "Dec"]), st.integers(1, 28))
_MONTHS = {"Jan": 1, "May": 5, "September": 9, "Dec": 12}
_CUT = st.sampled_from(["", "", "… More", "... Read more", " More"])


@PATIENT
@given(
    st.dictionaries(
        st.integers(1990, 2030),
        st.lists(st.tuples(_TITLES, _DAYS, _CUT), min_size=1, max_size=4),
        min_size=1,
        max_size=3,
    ).filter(lambda years: sum(map(len, years.values())) > 2),
    st.sampled_from(["\n", "\n\n"]),
    st.sampled_from(["{day}\n{title}", "{day} – {title}", "{day} | {title}"]),
)
@example(
    {1990: [(f"{what} on Ropes Revisited", ("Jan", 1), "") for what in ("Bus Fares", "Mussels") * 2]},
    "\n",
    "{day}\n{title}",
)
@example(
    {1990: [("What Snails Know in Pune?", ("May", 1 + n // 2), "") for n in range(4)]}, "\n", "{day}\n{title}"
)
@example(
    {1990: [("Mussels on Ropes Revisited?", (month, 1), "") for month in ("Jan", "September") * 2]},
    "\n",
    "{day} – {title}",
)
def test_lists_by_date_come_back(
    years: dict[int, list[tuple[str, tuple[str, int], str]]], gap: str, form: str
) -> None:
    text = "Research notes" + gap
    for year, entries in years.items():
        text += f"{year}{gap}"
        for title, (month, day), cut in entries:
            text += form.format(day=f"{month} {day}", title=title) + gap + LONG.rstrip(".") * bool(cut)
            text += ("." if cut == " More" else "") + cut + LONG * (not cut) + gap
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("dated-list", [])
    written = [(year, *entry) for year, entries in years.items() for entry in entries]
    for (year, title, (month, day), cut), work in zip(written, reading.works(), strict=True):
        assert work.title is not None
        assert work.title.value == title
        assert work.date is not None
        assert work.date.value == PartialDate(None, _MONTHS[month], day)
        assert work.under is not None
        assert work.under.value == PartialDate(year)
        assert work.abstract is not None
        assert work.abstract.value.endswith("…") == (cut.startswith(("…", "...")))
        assert "ore" not in work.abstract.value[-5:]


@PATIENT
@given(
    st.lists(
        st.tuples(_TITLES, _NAMES, _VENUES, st.integers(1, 90), st.integers(1950, 2030), st.booleans()),
        min_size=3,
        max_size=8,
    ),
    st.booleans(),
    st.sampled_from(["", "\n"]),
)
def test_blocks_of_lines_come_back(
    written: list[tuple[str, list[str], str, int, int, bool]],
    names_first: bool,  # noqa: FBT001
    gap: str,
) -> None:
    text = "Publications\n\n"
    for title, names, venue, volume, year, code in written:
        listed = ", ".join(names)
        text += f"{listed}\n{title}\n" if names_first else f"{title}\n{listed}\n"
        text += f"{venue} {volume}, {year}\n" + ("PDF  Code\n" if code else "") + gap
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("publications", [])
    for (title, names, venue, volume, year, code), work in zip(written, reading.works(), strict=True):
        assert work.title is not None
        assert work.title.value == title
        assert work.creators is not None
        assert list(work.creators.value.names) == names
        assert work.venue is not None
        assert work.venue.value == venue
        assert [(claim.value.label, claim.value.value) for claim in work.particulars] == [
            ("volume", str(volume))
        ]
        assert work.date is not None
        assert work.date.value == PartialDate(year)
        assert (work.has_code is not None) == code


_SAID = st.sampled_from(
    ["Yes.", "No: never.", "At 10:30 we left.", "So it goes [laughs].", "李好。", "A pause … then?"]
)
_FORMS = st.sampled_from(
    [
        "{name}: {said}",
        "**{name}:** {said}",
        "[{time}] {name}: {said}",
        "{name} ({time}): {said}",
        "{name} ({time})\n{said}",
        "{name}: [{time}] {said}",
        ">> {name}: {said}",
    ]
)


@PATIENT
@given(
    st.lists(st.tuples(st.integers(0, 2), st.lists(_SAID, min_size=1, max_size=3)), max_size=9),
    _FORMS,
    st.lists(st.integers(0, 8), max_size=3, unique=True),
)
def test_forms_of_turns_come_back(
    written: list[tuple[int, list[str]]], form: str, chapters: list[int]
) -> None:
    people = ["Ann Lee", "Bo van Ek", "Dr. Mei-Ling Zhou"]
    opening = [(at, ["Good morning."]) for at in range(len(people))] * 2
    turns = [(people[at], said) for at, said in [*opening, *written]]
    text = "An Account of Rain\n\nTranscript\n\n"
    for number, (name, said) in enumerate(turns):
        text += f"Chapter {number} and the rain\n\n" * (number in chapters)
        time = f"{number // 60:02d}:{number % 60:02d}"
        text += "\n\n".join([form.format(name=name, time=time, said=said[0]), *said[1:]]) + "\n\n"
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("transcript", [])
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert [(turn.label, [claim.value for claim in turn.paragraphs]) for turn in record.turns] == turns
    timed = "{time}" in form
    assert [turn.time for turn in record.turns] == [at if timed else None for at in range(len(turns))]
    expected = [f"Chapter {number} and the rain" for number in sorted(chapters) if number < len(turns)]
    assert [claim.value for claim in record.headings] == expected


@PATIENT
@given(st.lists(st.tuples(_TITLES, st.integers(1, 99)), min_size=1, max_size=5), st.booleans())
def test_pages_say_where_their_words_lead(written: list[tuple[str, int]], wrapped: bool) -> None:  # noqa: FBT001
    text = "<!doctype html><body>"
    for title, number in written:
        words = f"<h3>{html.escape(title)}</h3><p>Words</p>" if wrapped else html.escape(title)
        text += f"<div><a href='https://a.example/{number}'>{words}</a></div>"
    page = read_page(text)
    assert [page.lines[line - 1] for line, _ in page.links] == [title for title, _ in written]
    assert [link.address for _, link in page.links] == [
        f"https://a.example/{number}" for _, number in written
    ]


@PATIENT
@given(
    _TITLES,
    _NAMES,
    _VENUES,
    st.integers(1950, 2030),
    st.lists(st.sampled_from(["rain", "soil"]), unique=True),
)
def test_front_matter_comes_back(
    title: str, names: list[str], venue: str, year: int, tags: list[str]
) -> None:
    stated = {
        "title": title,
        "authors": names,
        "journal": venue,
        "date": f"{year}-05-02",
        "tags": tags,
        "volume": 3,
    }
    written = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False)
    reading = read(seed_of(f"---\n{written}---\n\n## Abstract\n\n{LONG}\n"))
    assert (reading.kind, unread_texts(reading)) == ("front-matter", [])
    (work,) = reading.works()
    assert work.title is not None
    assert work.creators is not None
    assert work.venue is not None
    assert work.date is not None
    assert work.abstract is not None
    assert (work.title.value, list(work.creators.value.names), work.venue.value) == (title, names, venue)
    assert (work.date.value, work.abstract.value) == (PartialDate(year, 5, 2), LONG)
    assert [claim.value for claim in work.topics] == tags
    assert [(claim.value.label, claim.value.value) for claim in work.particulars] == [("volume", "3")]
