"""What is said about a work beside its abstract: notes, prizes; and a summary that stands in its place."""

from __future__ import annotations

import re

ASIDE = re.compile(
    r"(?:tl;?dr|summary for"
    r"|(?:my |personal |reading |discussion )?(?:notes?|thoughts?|take|comments?|verdict|rating)"
    r"|award|press|media|why (?:it matters|this paper|read it)|significance|impact|relevance"
    r"|key (?:takeaway|idea|insight|contribution)s?|takeaways?)\b.{0,30}?[:：]",
    re.IGNORECASE,
)
"""How a line begins that is about a work, and no part of its abstract."""
SUMMARY = re.compile(r"tl;?dr\s?[:：]\s*(?=\S)", re.IGNORECASE)
"""How a line begins that says in a sentence or two what a work is about, where it has no abstract."""
ARCHIVED = re.compile(
    r"(?:comments?|subjects?|categories|journal[- ]ref(?:erence)?|report[- ](?:no|number)|doi|cite as"
    r"|(?:msc|acm)[- ]class(?:es)?|key ?words|jel codes?)\s?:",
    re.IGNORECASE,
)
"""How a line begins that an archive states below an abstract."""
_WITHOUT = re.compile(
    r"(?:the |this |our |an? |no )?(?:public |full |project )?(?:abstract|summary|description)\b.{0,30}?"
    r"\b(?:withheld|forthcoming|(?:un|not (?:yet )?)?available|embargoed?|confidential|pending"
    r"|coming soon|to (?:follow|come|be (?:announced|added))"
    r"|(?:will|to) be (?:published|posted|added|announced|shared|released))\b.{0,60}$",
    re.IGNORECASE,
)
_NONE = re.compile(r"no abstract\b", re.IGNORECASE)
_LONGEST_WITHOUT = 120


def says_without_abstract(text: str) -> bool:
    """Whether a sentence stands in place of an abstract, and says so: "Abstract to follow."."""
    return len(text) <= _LONGEST_WITHOUT and any(form.match(text) for form in (_WITHOUT, _NONE))
