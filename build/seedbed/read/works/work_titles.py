"""Which lines of a list may be works' titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.read.buttons import is_buttons, leads_on, without_last_buttons
from seedbed.read.dated_headings import heading_date
from seedbed.read.furniture import is_choice
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.names import abbreviated_names, listed_names
from seedbed.read.references.reference import is_title
from seedbed.read.references.venue import STANDING, VENUE, says_who_takes
from seedbed.read.shape import (
    begins_abstract,
    is_prose,
    is_single_sentence,
    states_particulars,
    without_number,
)
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.read.works.affiliations import lists_places
from seedbed.read.works.appeared import date_of_work, is_dated_venue
from seedbed.read.works.asides import SUMMARY
from seedbed.read.works.venue_tags import part_tag
from seedbed.text.dates import HOURS, find_date

_LONGEST_SENTENCE = 20
"""Words of a title that ends in a full stop."""
_ENDS_IN_YEAR = re.compile(r",\s(?:19|20)\d\d$")
_CREDIT = re.compile(r"[^\W\d_]+ed by\s+[^\W_a-z]")
"""How a line begins that names somebody else beside the creators: "Supervised by Ann Lee"."""
_CONTACT = re.compile(
    r"(?:room|office|phone|telephone|tel\.?|fax|e-?mail|raum|zimmer|büro|telefon|bureau)\s?[:：]",
    re.IGNORECASE,
)
"""How a line begins that says where somebody is found."""
_POSITION = re.compile(
    r"(?:(?:assistant|associate|adjunct|full|visiting|senior|emeritus|distinguished) )*"
    r"(?:professor|lecturer|ph\.?d\.? (?:student|candidate)|post-?doc(?:toral \w+)?"
    r"|research (?:fellow|associate))"
    r"(?:,| (?:of|in|at) |$)[^:?]*",
    re.IGNORECASE,
)
"""What somebody is: "Associate Professor of Rain"."""
_ROOM = re.compile(
    r"(?:(?:exhibit(?:ion)?|poster|west|east|north|south) )?(?:hall|room|ballroom|auditorium)s?"
    r" (?:[A-Z]|[A-Z]?\d{1,4}[A-Z]?)(?:[ ,]+#\s?[A-Z]?-?\d{1,5})?"
    r"|(?:poster |board |stand )?#\s?[A-Z]?-?\d{1,5}",
    re.IGNORECASE,
)
"""Where a poster hangs: "Hall B #1107"."""
_SESSION = re.compile(rf"{HOURS}\b")
"""How a session of a programme begins: "12:15 - 12:55 Keynote"."""
_BRACKETED = re.compile(r"\([^()]+\)\.?|\[[^\[\]]+\]\.?")
_MOST_ENDED = 0.2
"""Of the titles, how many may end in a full stop where those that do are none."""
_KIND = re.compile(
    r"(?:(?:journal|research|review|original|conference|workshop|short|full|invited|working|technical|book"
    r"|peer[- ]reviewed|refereed|magazine|blog|policy|doctoral|master['’]?s|phd|ph\.d\.) ){0,2}"
    r"(?:articles?|papers?|posts?|briefs?|preprints?|chapters?|reports?|posters?|thesis|dissertation|letters?|books?"
    r"|reviews?|editorials?|datasets?|software|talks?|presentations?|publications?|proceedings)",
    re.IGNORECASE,
)
_LONGEST_KIND = 60


def is_work_title(text: str) -> bool:
    """Whether a line may be a work's title: no running text, no button, and not when or where it appeared."""
    bare = part_tag(without_number(text))[1]
    sentence = is_prose(bare) and not (is_single_sentence(bare) and len(bare.split()) <= _LONGEST_SENTENCE)
    headed = text.startswith(("# ", "##"))  # a title may stand so, and many another heading
    numbered = bare != text and not headed and len(bare.split()) > 1
    return (
        (is_title(bare.strip(" .")) or numbered)
        and not sentence
        and bare[-1] not in ":;,"
        and not says_otherwise(bare)
        and not states_particulars(bare)
        and _BRACKETED.fullmatch(bare) is None
        and _ENDS_IN_YEAR.search(bare) is None
        and date_of_work(bare) is None
        and not (is_dated_venue(bare) and VENUE.search(bare))
        and not (". " in bare and _names_begin(bare))
        and not lists_places(text)
    )


def says_otherwise(text: str) -> bool:
    """Whether a line says of itself that it is no title: a date, buttons, who took a work, who one is."""
    return (
        is_buttons(text)
        or leads_on(text)
        or is_choice(text)
        or (find_date(text) or heading_date(text) or read_facts(text)) is not None
        or any(form.match(text) for form in (_CREDIT, _SESSION, _CONTACT, STANDING, SUMMARY))
        or _POSITION.fullmatch(text) is not None
        or is_place_of_poster(text)
        or says_who_takes(text)
        or is_kind(text)
    )


def is_place_of_poster(text: str) -> bool:
    """Whether a line says where in a building a poster hangs, or a talk is: "Hall B #1107"."""
    return _ROOM.fullmatch(text) is not None


def may_be_short_title(text: str) -> bool:
    """The same where other lines tell that a title stands there: of a word, or in small letters, too."""
    return not begins_abstract(text) and not is_kind(text) and is_work_title(f"On the {text}")


def is_kind(text: str) -> bool:
    """Whether a line says what kind of work stands beside it, and nothing else: "Journal article"."""
    return len(text) <= _LONGEST_KIND and _KIND.fullmatch(text) is not None


def _names_begin(text: str) -> bool:
    """Whether several names and a full stop begin a line, as they do a reference."""
    names, _, _ = text.partition(". ")
    if ":" in names or not TITLE_WORDS.isdisjoint(names.split()):
        return False
    return (listed_names(names) or abbreviated_names(names)) is not None


def odd_sentences(titles: Sequence[str]) -> frozenset[int]:
    """Which of some titles end in a full stop, where hardly any other does: running text, most likely."""
    ended = frozenset(at for at, title in enumerate(titles) if without_last_buttons(title).endswith("."))
    return ended if len(ended) < _MOST_ENDED * len(titles) else frozenset()
