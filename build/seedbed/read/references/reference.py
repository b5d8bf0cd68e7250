"""A work as a reference states it, on one line: creators, title, where it appeared, and the year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, Particular
from seedbed.read.buttons import is_buttons, names_code, without_buttons
from seedbed.read.markdown import LINK, unlinked, unstressed
from seedbed.read.references.behind_titles import behind_title
from seedbed.read.references.books import begins_with_article, read_book
from seedbed.read.references.found import HELPED, UNDATED, Found
from seedbed.read.references.names import reference_names, single_name
from seedbed.read.references.owner import BESIDE_OWNER, of_owner_alone, quoted_and_dated
from seedbed.read.references.styles import take_apart
from seedbed.read.references.vancouver import UNDATED_PREPRINT
from seedbed.read.references.venue import VENUE, Publication, read_publication, stated_year
from seedbed.read.shape import begins_abstract
from seedbed.text.identifiers import address_of, find_addresses

LONGEST = 1500
"""No reference has more characters than this."""

_MARKER = re.compile(
    r"(?:\[\w{1,8}\]|\(?(?!(?:19|20)\d\d\b)\d{1,5}[.):]|[-–—•*·▪◦‣+●○■□◆◇★☆➤►▸])\s+|\d{1,3}\.(?=[^\W\d_a-z])"
)
_ASKED = re.compile(r"(?<=[?!])\.(?= )")
"""A full stop that a program wrote behind a question."""
_BEFORE_STOP = re.compile(r" (?=[.,](?: |$))")
_NESTED_QUOTES = re.compile(r"([“”])\"|\"([“”])|``")
_NOTED = re.compile(r"\s?[*#†‡§¶^]{1,3}(?=[,;.&]| &| and\b)|(?<=, )[*#†‡§¶]\s?")
"""Marks beside the names of a reference that refer to a note: who did as much, or answers letters."""
_TIGHT = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_a-z])")
"""A comma between names where such marks stood, and no space does."""
_HONOUR = re.compile(
    r"\s*[(\[](?:(?:co-?)?(?:first|senior|corresponding|equal)\b|[^()\[\]]{0,40}\b(?:awards?|prize|oral|spotlight)\b)"
    r"[^()\[\]]{0,40}[)\]]\.?$",
    re.IGNORECASE,
)
"""What a list says of its owner's part in a work, or of how it was honoured."""
_PRAISED = re.compile(
    r"(?<=[\d)])\. (?:lead (?:article|paper)|editor[s’']{0,2} (?:choice|pick)|invited (?:article|paper))\.?$",
    re.IGNORECASE,
)
_QUOTES = ("“", "„", "«", '"')
_FILE = re.compile(r"(?<=\s)[\w-]{1,80}\.[a-z]{3,4}$", re.IGNORECASE)
_FILES = (".pdf", ".doc", ".docx", ".ppt", ".pptx")
_APPEARED = re.compile(
    r"[(\[](?P<where>(?=[^\W\d_])[^()\[\]]{2,40}?[ ,'’]+(?:19|20)\d\d)[)\]]:?\s+"
    r"|(?P<year>(?:19|20)\d\d)[.:]\s+(?=[^\W\d_a-z]|[“‘\"])"
    r"|(?P<short>(?=[A-Z]{2}|[A-Z][a-z]{1,9}[A-Z])[A-Za-z&-]{2,12}"
    r"(?: [A-Z][A-Za-z&-]{1,12}){0,2} (?:19|20)\d\d):?\s+(?=[^\W\d_a-z])"
)
"""When and where a work appeared, in front of everything else that is said of it: "(ICML 2020) Ann Lee …".

A short form that is no word needs no brackets: "ICML 2020 Ann Lee …".
"""
_BEHIND_QUOTED = re.compile(r"[^\W\d_]\.? [“\"][^“”\"]{10,300}[.,?!][”\"](?P<rest>.{5,200})")
"""What stands behind names and a title in quotation marks that holds its own full stop."""
_CODE = re.compile(r"[\[(]code[\])]", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:arxiv|doi):\s?(?:[^\s,;()\[\]]|\([^\s()]{1,40}\)){6,200}", re.IGNORECASE)
"""A work's number at arXiv, or its DOI, without an address around it; brackets inside are part of it."""
_ARCHIVED = re.compile(r"[,.;]? arxiv:\s?\d{4}\.\d{4,5}(?:v\d{1,2})?$", re.IGNORECASE)
"""A paper's number at arXiv, right behind its title."""
_FORM = re.compile(
    r"\s*\[(?P<form>[^\[\]]{0,60}(?:dissertation|thesis|report|preprint|book|review|session|presentation|poster|paper"
    r"|video|data ?set|software|abstract|manuscript|internet|online)[^\[\]]{0,60})\]$",
    re.IGNORECASE,
)
"""What kind of work it is, in square brackets behind its title: "On Rain [Doctoral dissertation]"."""
_NUMBERED_FORM = re.compile(
    r"\s*\((?P<form>[^()\d]{0,40}\b(?:report|paper|brief|publication|memo|note) N[or]\. [^()]{1,30})\)$",
    re.IGNORECASE,
)
"""The same with its number, in round brackets: "On Rain (Report No. 7)"."""
_HELPED = re.compile(
    r"\((?:advis[eo]rs?|supervis(?:ors?|ed by)|mentor(?:s|ed by)?|committee|thesis advis[eo]rs?|chairs?)\b"
    r"[^()]{0,200}\)",
    re.IGNORECASE,
)
"""Who helped with a thesis, as lists of a department's say it."""
_EDITION = re.compile(r"\s*\((?P<edition>[^()]{1,20} ed\.?|\d+\. Aufl\.?)\)$", re.IGNORECASE)
_MARKED_TITLE = re.compile(
    r"(?:\*\*|__)?\[(?P<linked>[^\[\]]{5,300})\]\([^()\s]{1,500}\)(?:\*\*|__)?|(?P<marks>\*\*|__)(?P<bold>[^*]{10,300}?)(?P=marks)"
)
"""A title that leads somewhere, or is set in bold type, as lists in Markdown have it."""
_ENDS_UNDATED = re.compile(rf"[ (](?:{UNDATED.pattern})\)?$|[—–-] accepted$", re.IGNORECASE)
_INITIALED = re.compile(
    r"(?:(?:, and |, & | and | & |, )?(?:[^\W\d_a-z]\.[ -]?){1,3}[^\W\d_a-z][\w'’-]{1,20}){2,40}"
)
"""Names with initials, one behind the other: "A. Lee, and B. Ek"."""
_AMONG_NAMES = re.compile(r"[^\W\d_]\.(?:,| ?&| and\b)")
"""How what is no title begins: an initial, with further names behind it."""
_CUT_OFF = (" a", " an", " and", " or", " the")
"""No title ends so: the line does, and the next one goes on."""
_COINED = re.compile(r"(?!(?i:[a-z]*rxiv)\b)[a-z][\w+-]{0,20}[A-Z\d][\w+-]{0,20}: \S", re.ASCII)
"""A name that somebody made up, and a colon: "rainNet: Slow Weather"."""
_BEGINS_QUOTED = re.compile(r"\"[^\"]{2,100}\": [^\W_]")
"""What somebody said, and a subtitle: "Not My Roof": On Rain."""
_FEWEST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 40


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference states; `links` are the addresses that it gives.

    Attributes:
        date: None where the reference says that there is none ("n.d.").
        publication: Where the work appeared, as far as that can be told.
        leaves_out_owner: Whether it names those alone who worked with the list's owner, or nobody.
    """

    title: str
    creators: NameList
    date: PartialDate | None
    links: tuple[str, ...]
    has_code: bool
    publication: Publication
    leaves_out_owner: bool = False


def read_reference(stated: str) -> Reference | None:
    """The reference that a line is; None where it is none, or could be taken apart in two ways.

    Known are `Names. Title. Venue, Year.`, `Title. Names. Venue, Year.`, `Names (Year). Title. Venue.`,
    `Names. Year. Title. Venue.`, the styles of NLM and of GB/T 7714, titles in quotation marks, with or
    without "(with Names)" behind them, and titles that Markdown marks, with the names behind them.
    Markdown's emphasis is taken off. A year has to be stated, or that there is none, save behind
    "(with Names)".
    """
    if len(stated) > LONGEST or (stated_year(stated) is None and not _needs_no_year(stated)):
        return None
    text = without_marker(stated)
    found = _marked(text) or _unmarked(plain_text(text))
    if found is None or found.leaves_out_owner or begins_with_article(found.names):
        found = read_book(plain_text(text)) or found
    return reference_of(found, stated) if found is not None else None


def _unmarked(plain: str) -> Found | None:
    """The reference that a line without Markdown's marks is."""
    appeared = _APPEARED.match(plain)
    if appeared is None:
        return _without_notes(plain)
    text = plain[appeared.end() :].rstrip(".")
    where = appeared["where"] or appeared["year"] or appeared["short"]
    if not appeared["where"] and stated_year(text):
        return _without_notes(plain)
    found = _without_notes(text if stated_year(text) else f"{text}, {stated_year(where)}.")
    if found is None or read_publication(found.rest).is_empty():
        found = _without_notes(f"{text}. {where}.") or found
    return found or (_without_notes(plain) if appeared["short"] else None)


def _without_notes(text: str) -> Found | None:
    """The same without marks behind the names, where it is none with them."""
    found = take_apart(text)
    if found is None and _NOTED.search(text):
        found = take_apart(_TIGHT.sub(", ", _NOTED.sub("", text)))
    return found if found is None or found.title in text else None  # the marks may be the title's


def reference_of(found: Found, stated: str) -> Reference | None:
    """The whole of what a line states, whose title and names were found."""
    if any(":" in name for name in found.names.names) or found.title.startswith("In: "):
        return None  # no name has a colon: a label stands before it ("Reading: Roe (2001), …")
    title, particulars = _without_form(_ARCHIVED.sub("", found.title.strip(" .,")))
    if single_name(title.rpartition(". ")[0]) is not None:
        return None  # the last of the names stands there, before a title that begins small
    if _ENDS_UNDATED.search(title) or _INITIALED.fullmatch(title) or _AMONG_NAMES.match(title):
        return None  # where the work will appear stands there, or the rest of the names
    if (not is_title(title) and not (found.is_marked and title)) or title.endswith(_CUT_OFF):
        return None
    stands = found.publication or (None if HELPED.match(found.rest) else read_publication(found.rest))
    publication = stands or Publication()
    publication = replace(publication, particulars=(*publication.particulars, *particulars))
    buttons = (link["text"] for link in LINK.finditer(stated) if is_buttons(link["text"]))
    has_code = _CODE.search(stated) is not None or any(map(names_code, buttons))
    return Reference(
        title, found.names, found.date, links_in(stated), has_code, publication, found.leaves_out_owner
    )


def links_in(stated: str) -> tuple[str, ...]:
    """The addresses that a line gives, and those that its numbers at arXiv and its DOIs stand for."""
    numbers = (address_of(match.group().rstrip(".,")) for match in _NUMBER.finditer(stated))
    return tuple(dict.fromkeys((*find_addresses(stated), *filter(None, numbers))))


def read_of_owner(stated: str) -> Reference | None:
    """The reference that a marked or quoted line is, which names nobody, in a list of its creator's works."""
    marked = is_marked(stated)
    if len(stated) > LONGEST or not (marked or stated.startswith(_QUOTES)):
        return None
    plain = plain_text(without_marker(stated))
    found = quoted_and_dated(plain) or (of_owner_alone(plain) if marked else None)
    return reference_of(found, stated) if found is not None else None


def _needs_no_year(text: str) -> bool:
    behind = _BEHIND_QUOTED.search(text)
    venue = behind is not None and VENUE.search(behind["rest"]) is not None
    return venue or any(sign.search(text) for sign in (UNDATED, BESIDE_OWNER, UNDATED_PREPRINT))


def plain_text(text: str) -> str:
    """`text` without buttons and Markdown's marks, and without what is said in praise of the work."""
    unmarked = unstressed(without_buttons(_HELPED.sub("", unlinked(text))))
    unmarked = _PRAISED.sub(".", unmarked)
    if unmarked.endswith((")", "]", ").", "].")):
        unmarked = _HONOUR.sub("", unmarked)
    elif unmarked.casefold().endswith(_FILES):
        unmarked = _FILE.sub("", unmarked)
    plain = " ".join(unmarked.split())
    if '"' in plain or "``" in plain:
        plain = _NESTED_QUOTES.sub(lambda marks: marks[1] or marks[2] or "“", plain)
    return _BEFORE_STOP.sub("", _ASKED.sub("", plain))


def _marked(text: str) -> Found | None:
    """A reference that begins with a title which Markdown marks; bold type may mark a name as well."""
    match = _MARKED_TITLE.match(text)
    if match is None or is_buttons(match["linked"] or "") or reference_names(match["bold"] or ""):
        return None
    return behind_title(match["linked"] or match["bold"], plain_text(text[match.end() :]))


def _without_form(title: str) -> tuple[str, tuple[Particular, ...]]:
    """The title without what stands in brackets behind it: what kind of work it is, and which edition."""
    forms: list[Particular] = []
    for form in (_FORM, _NUMBERED_FORM):
        if stated := form.search(title):
            title = title[: stated.start()]
            forms.append(Particular("type", stated["form"]))
    edition = None if forms else _EDITION.search(title)
    if edition is not None:
        return title[: edition.start()], (Particular("edition", edition["edition"]),)
    return title, tuple(forms)


def without_marker(stated: str) -> str:
    """A line without the number or the bullet that it begins with as an entry of a list does."""
    marker = _MARKER.match(stated)
    return stated[marker.end() :] if marker else stated


def is_quoted_entry(stated: str) -> bool:
    """Whether a line is a title in quotation marks, numbered or marked as an entry of a list is."""
    marker = _MARKER.match(stated)
    return marker is not None and stated[marker.end()] in '“"„«'


def is_marked(stated: str) -> bool:
    """Whether a line begins as an entry of a list does: with a number or a bullet."""
    return _MARKER.match(stated) is not None


def is_title(text: str) -> bool:
    """Whether `text` begins as a title does, and is neither too short nor too long for one."""
    words = text.split()
    high = bool(text) and text[0].isalpha() and (not text[0].islower() or _COINED.match(text) is not None)
    begins = high or (bool(text) and (text[0].isdigit() or text[0] in "$(“‘¿"))
    begins = begins or _BEGINS_QUOTED.match(text) is not None
    fits = _FEWEST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS and not begins_abstract(text)
    return begins and fits and not find_addresses(text)
