"""YAML front matter over a transcript, as site generators have it: its title, day, host and description."""

from __future__ import annotations

from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.formats.front_matter import fence_end, stated_fields
from seedbed.text.dates import find_date
from seedbed.text.lines import clean

_TALK = frozenset(
    (
        *("episode", "guest", "guests", "host", "hosts", "interviewee", "interviewer", "podcast"),
        *("presenter", "presenters", "speaker", "speakers", "transcript", "transcript_by", "transcriber"),
    )
)
"""Keys that recordings have, and papers have not."""

_FIELDS = {
    "title": "title",
    **dict.fromkeys(("date", "published", "recorded", "publishdate", "pubdate"), "date"),
    **dict.fromkeys(("host", "hosts", "interviewer", "moderator"), "host"),
    **dict.fromkeys(("description", "summary", "excerpt"), "summary"),
    **dict.fromkeys(("podcast", "show", "series"), "section"),
}


@dataclass(frozen=True, slots=True)
class TalkFront:
    """What front matter states of a recording.

    Attributes:
        end: The line of the fence below it; 0 where there is no front matter.
        is_talk: Whether a key stands there that recordings have.
        labels: The lines that are read and hold none of the values.
    """

    end: int = 0
    is_talk: bool = False
    title: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    host: Claim[str] | None = None
    section: Claim[str] | None = None
    summary: Claim[str] | None = None
    labels: tuple[Span, ...] = ()


def may_be_talk(seed: Seed) -> bool:
    """Whether front matter has a key that recordings have; no YAML is read for it."""
    keys = (line.split(":", maxsplit=1)[0].strip().casefold() for line in seed.lines[1 : fence_end(seed)])
    return any(key in _TALK for key in keys)


def read_front(seed: Seed) -> TalkFront:
    """The front matter of a seed; empty where there is none, or nothing of a recording is stated in it."""
    end = fence_end(seed)
    if not end:
        return TalkFront()
    found: dict[str, Claim[str]] = {}
    for key, values, _, _ in stated_fields(seed, end, []):
        what = _FIELDS.get(key.casefold())
        if what and what not in found and len(values) == 1 and clean(values[0][0]):
            text, first, last = values[0]
            found[what] = Claim(clean(text), seed.span(first, min(last, end - 1)))
    if not found:
        return TalkFront()
    day = found.get("date")
    date = find_date(day.value) if day else None
    held = {n for what, claim in found.items() if what != "date" or date for n in _lines(claim.span)}
    rest = [n for n in range(1, end + 1) if n not in held and seed.lines[n - 1].strip()]
    return TalkFront(
        end=end,
        is_talk=may_be_talk(seed),
        title=found.get("title"),
        date=Claim(date, day.span) if day and date else None,
        host=found.get("host"),
        section=found.get("section"),
        summary=found.get("summary"),
        labels=tuple(seed.span(n) for n in rest),
    )


def _lines(span: Span) -> range:
    return range(span.first, span.last + 1)
