"""Pages that a site keeps for each of its users, whose papers or posts name nobody, or those beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from seedbed.read.catalogues.layout import Layout, Step
from seedbed.read.catalogues.lines import DAY, like, title, unlike
from seedbed.text.months import MONTH

_NUMBER = r"\d{4}\.\d{4,5}"
_VOTES = r"[\d.,]{1,7}k?"

_HUGGING_FACE_PERSON = Layout(
    place="Hugging Face",
    sign=" following",
    anchor=re.compile(
        rf"paper(?: ?• ?(?P<address>{_NUMBER}))?(?: ?• ?published (?P<date>{DAY}))?(?: ?• ?{_VOTES})? ?•?",
        re.IGNORECASE,
    ),
    above=(Step("title", title),),
    below=(
        Step("", like("•"), least=0),
        Step("address", like(rf"•? ?({_NUMBER}) ?•?"), least=0),
        Step("", like("•"), least=0),
        Step("", like("•? ?published"), least=0),
        Step("date", like(rf"(?:•? ?published )?({DAY})(?: ?• ?{_VOTES})? ?•?"), least=0),
        Step("", like("•"), least=0),
        Step("", like(rf"•? ?{_VOTES}"), least=0),
    ),
    end=re.compile(
        r"collections(?: ?\d+)?|recent activity|(?:.{0,80} )?(?:upvoted|liked) an? .*", re.IGNORECASE
    ),
    again=re.compile(r"papers(?: ?\d+)?", re.IGNORECASE),
    needs=("title", "addresses"),
    owner=re.compile(r"(?P<name>.{3,80})['’]s (?:profile )?picture"),
)
"""What stands below "Collections", or was voted for, is by anybody."""

_HUGGING_FACE_PAPERS = replace(_HUGGING_FACE_PERSON, sign="Published", owner=None)
"""On a page of a group, and in part of a page."""

_AGE = r"\d{1,3} ?(?:mi?n?|hr?|d|w|mo|yr?)(?: ago)?"
_DATE = rf"(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH} \d{{4}})"
_BEHIND = r"(?: ?[·•] ?\d{1,3} ?m(?:in)? read)?(?: ?[·•] ?\d{1,5} comments?)?"
_TIME = rf"{_AGE}|{_DATE}"
_WHEN = rf"(?:[·•] ?)?(?:{_TIME}){_BEHIND}"
_MARK = Step("", like(r"Ω|[^\w\s]{1,2}"), least=0)
"""That a post also stands in a forum beside, and such."""

_USERS = r"(?:[^.?!:;·•]|(?<=\b[A-Z])\.){2,200}"
"""Names, initials among them ("J. Roe"), and no sentence."""
_KIND = Step("", like(r"\[(?:question|linkpost|link|event)\]"), least=0)
"""Of what kind a post is, over its title."""

_FORUM = Layout(
    place="LessWrong, or a forum like it",
    sign="Shortform",
    anchor=re.compile(rf"-?{_VOTES}"),
    below=(
        _KIND,
        Step("title", unlike(_WHEN, title)),
        _MARK,
        Step("users", unlike(_WHEN, like(rf"(?:by )?({_USERS})")), least=0),
        Step("", like(_WHEN), stays=True),
        Step("date", like(rf"(?:[·•] ?)?({_DATE}).*"), least=0),
    ),
    end=re.compile(r"(?:recent )?comments(?: ?\(?\d{1,5}\)?)?", re.IGNORECASE),
    again=re.compile(r"posts", re.IGNORECASE),
    owner=re.compile(r"(?P<name>.{3,80})['’]s (?:shortform|quick takes)", re.IGNORECASE),
)

_FORUM_NAMES_AND_TIME = replace(
    _FORUM,
    below=(
        _KIND,
        Step("title", unlike(_WHEN, title)),
        _MARK,
        Step("users", like(rf"(?:by )?({_USERS}?) ?[·•] ?(?:{_TIME}){_BEHIND}"), stays=True),
        Step("date", like(rf"[^·•]{{2,200}}[·•] ?({_DATE}).*"), least=0),
    ),
)

_FORUM_MIRROR = Layout(
    place=_FORUM.place,
    sign=" points",
    anchor=re.compile(
        rf"(?P<users>[^\d:]{{2,200}}?) ?(?P<date>\d{{1,2}} {MONTH} \d{{4}}) \d{{1,2}}:\d\d UTC"
    ),
    above=(Step("title", title),),
    below=(
        Step("", like(r"-?\d{1,6} points?")),
        Step("", like(r"(?:\d{1,5} comments? ?)?(?:\d{1,3} min read ?)?(?:(?:LW|EA|AF) link)?"), least=0),
    ),
)

_FORUM_SIGNS = (
    "Shortform",
    "LESSWRONG",
    "LessWrong",
    "Quick takes",
    "EA Forum",
    "Alignment Forum",
    "Wikitag",
)

OWN_PAGES: tuple[Layout, ...] = (
    _HUGGING_FACE_PERSON,
    _HUGGING_FACE_PAPERS,
    *(replace(_FORUM, sign=sign) for sign in _FORUM_SIGNS),
    _FORUM_MIRROR,
    *(replace(_FORUM_NAMES_AND_TIME, sign=sign) for sign in _FORUM_SIGNS),
)
