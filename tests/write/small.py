"""A small library, made by hand, that has one of everything that pages can show."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from msgspec.structs import replace

from seedbed.link.backlinks import backlinks
from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Decision, Evidence, Question
from seedbed.model.library import (
    Collection,
    CollectionId,
    Credit,
    Entry,
    Library,
    Moved,
    NameForm,
    Person,
    PersonId,
    Section,
    Stated,
    Transcript,
    TranscriptId,
    Turn,
    Work,
    WorkId,
)
from seedbed.model.link import (
    CoAuthors,
    Discussion,
    Links,
    Mention,
    Place,
    Related,
    Target,
    Topic,
    TopicId,
    TopicPair,
)
from seedbed.model.page import SiteFacts
from seedbed.model.record import (
    CollectionRecord,
    Figure,
    NameList,
    ProfileRecord,
    Reading,
    SectionRecord,
    TranscriptRecord,
    TurnRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed

Value = TypeVar("Value")

PROFILE = Seed(
    "vera-profile.txt",
    (
        "Vera Hollow",
        "h-index7",
        "",
        "71.5LGMar 2",
        "Soft Hands: On *Gentle* Grips",
        "Vera Hollow, Ada Quill · grip-lab",
        r"We study \emph{soft hands} in 3--4$\times$ the detail, with $M_i$ grips. See https://grip.example/a_b.",
    ),
    "a" * 64,
    address="https://profiles.example/vera",
    captured="2026-05-30",
)
LIST = Seed(
    "grips & list.txt",
    (
        "Grip programme",
        "What our fellows made.",
        "Featured",
        "Soft Hands: On Gentle Grips",
        "We study soft hands in the usual detail.",
        "Robotics",
        "Ada Quill",
        "Hard Hands",
        "An answer to Soft Hands.",
        "Who may apply?",
        "a line that nobody understands <b>",
    ),
    "b" * 64,
)
TALK = Seed(
    "talk.txt",
    (
        "On hands",
        "A talk about soft hands.",
        "Ada Quill: Welcome, Vera.",
        "Vera: We grip & let go.",
        "",
        "It is all in the fingers.",
    ),
    "c" * 64,
)

SOFT, HARD = WorkId("soft-hands"), WorkId("hard-hands")
VERA, ADA = PersonId("vera-hollow"), PersonId("ada-quill")
ROBOTICS, GRIP = TopicId("robotics"), TopicId("grip")
ON_HANDS = TranscriptId("on-hands")
PROGRAMME = CollectionId("grip-programme")


def claim(value: Value, seed: Seed, first: int, last: int | None = None) -> Claim[Value]:
    return Claim(value, seed.span(first, last))


def stated(*claims: Claim[Value], rule: str = "", inferred: str = "") -> Stated[Value]:
    return Stated(claims[0].value, claims, rule, inferred)


def _readings() -> tuple[Reading, ...]:
    profile = ProfileRecord(
        claim("Vera Hollow", PROFILE, 1),
        figures=(claim(Figure("h-index", "7"), PROFILE, 2),),
        works=(
            WorkRecord(
                claim(PROFILE.lines[4], PROFILE, 5),
                claim(NameList(("Vera Hollow", "Ada Quill")), PROFILE, 6),
                claim(PROFILE.lines[6], PROFILE, 7),
                claim(PartialDate(None, 3, 2), PROFILE, 4),
                claim("LG", PROFILE, 4),
                claim(Decimal("71.5"), PROFILE, 4),
                organisations=(claim("grip-lab", PROFILE, 6),),
            ),
        ),
    )
    listed = CollectionRecord(
        claim("Grip programme", LIST, 1),
        (claim("What our fellows made.", LIST, 2),),
        (
            SectionRecord(
                claim("Featured", LIST, 3),
                (
                    WorkRecord(
                        claim(LIST.lines[3], LIST, 4),
                        abstract=claim(LIST.lines[4], LIST, 5),
                        topics=(claim("Robotics", LIST, 6),),
                        fellows=claim(NameList(("Ada Quill",)), LIST, 7),
                    ),
                    WorkRecord(claim("Hard Hands", LIST, 8), abstract=claim(LIST.lines[8], LIST, 9)),
                ),
            ),
        ),
        (claim("Who may apply?", LIST, 10),),
    )
    talk = TranscriptRecord(
        claim("On hands", TALK, 1),
        summary=(claim("A talk about soft hands.", TALK, 2),),
        turns=(
            TurnRecord(claim("Ada Quill", TALK, 3), (claim("Welcome, Vera.", TALK, 3),)),
            TurnRecord(
                claim("Vera", TALK, 4),
                (claim("We grip & let go.", TALK, 4), claim("It is all in the fingers.", TALK, 6)),
                time=65,
            ),
        ),
    )
    return (
        Reading(LIST, "list", "two works have labels.", (listed,), (LIST.span(11),)),
        Reading(TALK, "transcript", "two speakers take turns.", (talk,), ()),
        Reading(
            PROFILE,
            "profile",
            "one work begins with a score.",
            (profile,),
            (),
            (claim("the header counts more works than it lists", PROFILE, 2),),
        ),
    )


def _works() -> tuple[Work, ...]:
    why = "the year is that of the capture"
    soft = Work(
        id=SOFT,
        title=stated(
            claim(PROFILE.lines[4], PROFILE, 5), claim(LIST.lines[3], LIST, 4), rule="longest-title"
        ),
        creators=(
            Credit(VERA, "Vera Hollow", PROFILE.span(6), 1),
            Credit(ADA, "A. Quill", PROFILE.span(6), 2, "the list of fellows names her"),
        ),
        creators_complete=False,
        creator_lists=stated(claim(NameList(("Vera Hollow", "A. Quill"), complete=False), PROFILE, 6)),
        date=Stated(PartialDate(2026, 3, 2), (claim(PartialDate(None, 3, 2), PROFILE, 4),), inferred=why),
        abstract=stated(
            claim(PROFILE.lines[6], PROFILE, 7), claim(LIST.lines[4], LIST, 5), rule="longest-abstract"
        ),
        category=stated(claim("cs.LG", PROFILE, 4)),
        score=stated(claim(Decimal("71.5"), PROFILE, 4)),
        has_code=stated(claim(True, PROFILE, 4)),  # noqa: FBT003
        organisations=(claim("grip-lab", PROFILE, 6),),
        topics=(claim("Robotics", LIST, 6),),
        fellows=(Credit(ADA, "Ada Quill", LIST.span(7)),),
        links=(claim("https://grip.example/a_b", PROFILE, 7),),
        sources=(LIST.span(4, 7), PROFILE.span(4, 7)),
        citation_key="hollow2026soft",
    )
    hard = Work(
        id=HARD,
        title=stated(claim("Hard Hands", LIST, 8)),
        creators=(),
        creators_complete=True,
        creator_lists=None,
        date=None,
        abstract=stated(claim(LIST.lines[8], LIST, 9)),
        category=None,
        score=None,
        has_code=None,
        organisations=(),
        topics=(),
        fellows=(),
        links=(),
        sources=(LIST.span(8, 9),),
        citation_key="hard",
    )
    return (hard, soft)


def _people() -> tuple[Person, ...]:
    return (
        Person(
            ADA,
            "Ada Quill",
            (NameForm("Ada Quill", (LIST.span(7), TALK.span(3))), NameForm("A. Quill", (PROFILE.span(6),))),
            ("author", "fellow", "host"),
            (SOFT,),
        ),
        Person(
            VERA,
            "Vera Hollow",
            (NameForm("Vera Hollow", (PROFILE.span(1), PROFILE.span(6))), NameForm("Vera", (TALK.span(4),))),
            ("author", "guest", "profile owner"),
            (SOFT,),
            (claim(Figure("h-index", "7"), PROFILE, 2),),
        ),
    )


def library() -> Library:
    """Two works, two people, a conversation, a collection, and something to say about each."""
    talk = Transcript(
        id=ON_HANDS,
        title=stated(claim("On hands", TALK, 1)),
        date=stated(claim(PartialDate(2026, 4), TALK, 1)),
        section=claim("Talks", TALK, 1),
        host=Credit(ADA, "Ada Quill", TALK.span(3)),
        speakers=(Credit(ADA, "Ada Quill", TALK.span(3)), Credit(VERA, "Vera", TALK.span(4))),
        summary=(claim("A talk about soft hands.", TALK, 2),),
        turns=(
            Turn(1, ADA, "Ada Quill", (claim("Welcome, Vera.", TALK, 3),), TALK.span(3)),
            Turn(
                2,
                VERA,
                "Vera",
                (claim("We grip & let go.", TALK, 4), claim("It is all in the fingers.", TALK, 6)),
                TALK.span(4, 6),
                65,
            ),
        ),
        source=TALK.span(1, 6),
    )
    collection = Collection(
        id=PROGRAMME,
        title=claim("Grip programme", LIST, 1),
        introduction=(claim("What our fellows made.", LIST, 2),),
        sections=(
            Section(
                claim("Featured", LIST, 3),
                (
                    Entry(
                        SOFT,
                        LIST.span(4, 7),
                        PartialDate(2026, 3, 1),
                        (claim("Robotics", LIST, 6), claim("Unheard of", LIST, 6)),
                        (Credit(ADA, "Ada Quill", LIST.span(7)),),
                    ),
                    Entry(HARD, LIST.span(8, 9), None, (), ()),
                ),
            ),
        ),
        questions=(claim("Who may apply?", LIST, 10),),
        source=LIST.span(1, 11),
    )
    works = _works()
    return Library(
        readings=_readings(),
        works=works,
        people=_people(),
        transcripts=(talk,),
        collections=(collection,),
        decisions=(
            Decision(
                "person",
                ADA,
                "“Ada Quill” and “A. Quill” are one person.",
                "initials",
                "rule",
                (Evidence("the initial fits", (PROFILE.span(6), LIST.span(7))),),
            ),
            Decision("work", SOFT, "The two titles are one work.", "works: same", "curation", ()),
        ),
        questions=(
            Question(
                "person",
                (ADA, VERA),
                "Are Ada Quill and Vera Hollow one person?",
                (Evidence("They share a work.", (PROFILE.span(6),)),),
                (("They are one.", "people:\n  same:\n    - [Ada Quill, Vera Hollow]"),),
            ),
        ),
        conflicts=(
            Conflict(
                "work", SOFT, "abstract", works[1].abstract.claims, "longest-abstract", "It is the longest."
            ),
        )
        if works[1].abstract is not None
        else (),
        moved=(Moved("people/a-quill", "people/ada-quill"),),
        warnings=("`topics` names “Walking”, which no text has",),
    )


def links() -> Links:
    """A topic of each kind, a mention in each kind of place, a discussion, a related work."""
    summary = Place("transcript", ON_HANDS, 0, 0, TALK.span(2))
    first, second = (Place("transcript", ON_HANDS, turn, 0, TALK.span(turn + 2)) for turn in (1, 2))
    answer = Place("work", HARD, 0, 0, LIST.span(9))
    soft, name = Target("work", SOFT), "its short name"
    mentions = (
        Mention(summary, soft, 13, 23, "A talk about soft hands.", name, linked=True),
        Mention(first, Target("person", VERA), 9, 13, "Welcome, Vera.", "a name", linked=True),
        Mention(second, Target("topic", GRIP), 3, 7, "We grip & let go.", "its phrase", linked=True),
        Mention(answer, soft, 13, 23, "An answer to Soft Hands.", name, linked=True),
    )
    discussions = (Discussion(ON_HANDS, 2, SOFT, ("speaks of grips",), "It is all in the fingers.", 0.9),)
    found = (Evidence("in 2 texts", (PROFILE.span(7),)),)
    listed = (Evidence("a list states it", (LIST.span(6),)),)
    return Links(
        topics=(
            Topic(GRIP, "Grip", "derived", ("Grip", "grips"), (SOFT,), found),
            Topic(ROBOTICS, "Robotics", "stated", (), (SOFT,), listed),
        ),
        mentions=mentions,
        discussions=discussions,
        related=(Related(HARD, SOFT, ("both on hands", "one answers the other"), 0.8),),
        co_authors=(CoAuthors(ADA, VERA, (SOFT,)),),
        topic_pairs=(TopicPair(GRIP, ROBOTICS, (SOFT,)),),
        backlinks=backlinks(mentions, discussions),
    )


SITE = SiteFacts("Grips", "A library of grips.", "Welcome to *grips*.", "The grip library")


def renamed(made: Library, text: str) -> Library:
    """The library with `text` for every title and name that a page shows."""
    return replace(
        made,
        works=tuple(replace(work, title=replace(work.title, shown=text)) for work in made.works),
        people=tuple(
            replace(person, name=text, forms=tuple(replace(form, name=text) for form in person.forms))
            for person in made.people
        ),
        transcripts=tuple(
            replace(
                talk,
                title=replace(talk.title, shown=text),
                summary=tuple(replace(each, value=text) for each in talk.summary),
                turns=tuple(
                    replace(turn, paragraphs=tuple(replace(each, value=text) for each in turn.paragraphs))
                    for turn in talk.turns
                ),
            )
            for talk in made.transcripts
        ),
        collections=tuple(replace(each, title=replace(each.title, value=text)) for each in made.collections),
    )
