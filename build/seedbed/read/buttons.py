"""Buttons beside a work in a list: "PDF", "[code]", "Paper | Blog post".

Three questions, each wider than the one before: `is_buttons` knows a line by the words that buttons have,
`leads_to_work` also by what kind of work they name, and `is_control` also by what else pages say on a button
("Read more"), or where several stand in square brackets, whatever they say. The last two take no word for a
button that may be a heading where it stands alone ("Abstract").
"""

from __future__ import annotations

import re

from seedbed.read.vocabulary import CONTROLS

_WORDS = (
    "pdf|code|bib|bibtex|arxiv|doi|link|paper|slides|video|poster|website|talk|html|data|preprint"
    "|supplement|project|demo|dataset|software|abs|abstract|blog|media|ssrn|working paper|replication"
    "|blog ?post|tweets?|(?:tweet|twitter) thread|thread|colab|notebook|github|openreview|pubmed|cite|url"
    "|urn|full text|read online|project page|web ?page|supplementary(?: materials?)?|(?:online )?appendix"
    "|(?:download|view|open|read)(?: (?:the )?(?:full )?(?:pdf|paper|project|report|article|abstract|preprint"
    "|post|slides|bibtex|brief|memo|chapter|thesis|dissertation|essay))?(?: here)?"
    "|watch (?:the )?(?:talk|video|recording)|lesswrong|alignment forum|less wrong"
    "|add to (?:my )?(?:agenda|calendar|schedule)|(?:add )?bookmark|available media"
)
_VERSION = (
    r"(?:(?:penultimate|final|accepted|published|submitted|latest|current|ungated|open[- ]access"
    r"|author['’]?s) )?(?:draft|version|manuscript)"
)
_FILE = re.compile(
    r" \((?:(?:pdf|html|docx?|epub|zip|[\d.,]{1,6} ?[km]b|\d{1,4} (?:pages|pp\.?))(?:, | · )?){1,3}\)$",
    re.IGNORECASE,
)
"""What a button says of the file to which it leads: "Read report (PDF, 78 pages)"."""
_IN_BRACKETS = (
    "journal|article|publisher|published version|eprint|dvi|ps|mathscinet|zbmath|hal|erratum|errata|review"
    "|osf|(?:r |python )?package|materials|pre-?registration"
    f"|{_VERSION}"
)
"""Words that are a button in square brackets alone."""
_BRACKETED = re.compile(
    rf"[\[(](?:{_WORDS})(?:: [^\[\]()]{{1,60}})?[\])]|\[(?:{_IN_BRACKETS})\]"
    rf"|\[ (?:\.?(?:{_WORDS}|http)(?: \| )?){{1,8}} \]",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    rf"(?:[\[(|]? ?\b(?:{_WORDS}|models?|weights|save|share|{_VERSION})\b(?: ?[\])|])?[ ,·/→›»↗]*){{1,8}}",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:\[[^\[\]]{1,60}\][ ,;|·/]*){1,20}")
_IN_ROW = re.compile(rf"\[(?:{_WORDS}|{_IN_BRACKETS})\]", re.IGNORECASE)
_LAST_ROW = re.compile(r"(?:\s*\[[^\[\]]{1,60}\][,;|·/]?){2,20}$")
"""Links in square brackets that end a line; of several, one that is known tells the others."""
_NOTE_BEHIND = re.compile(
    r"[*†–—(|·].*|.*\b(?:award|prize|winner|honou?rable|oral|spotlight)\b.*"
    r"|(?:(?:media|press)(?: coverage| mentions?)?|coverage|(?:covered|featured) (?:in|on|by))\s?:?\s.*",
    re.IGNORECASE,
)
"""What may stand behind a row of links: "[Draft] [Slides] * Winner of a prize", "[PDF] [Data] Media: NPR"."""
_GLUED = re.compile(
    r"(?:(?<=[”\"’)\]]\.)|(?<=[”\"’)\]])|(?<=\s))"
    r"(?:(?:publisher['’]s version|abstract|bibtex|pdf|website|doi|download citation) ?){1,6}$",
    re.IGNORECASE,
)
"""Buttons behind the full stop of what they belong to, which a copied page has without spaces."""
_GLUED_ENDS = ("version", "abstract", "bibtex", "pdf", "website", "doi", "citation")
_LAST_BRACKETS = re.compile(r"\s*[\[(](?P<inside>[^\[\]()]{1,60})[\])]\.?$")
_SMALL_BUTTONS = re.compile(
    r"(?: (?:pdf|code|bib|bibtex|arxiv|doi|link|paper|slides|video|poster|website|talk|demo|blog|abstract))"
    r"{1,8}$"
)
_BADGE = re.compile(r"(?<![A-Z]) NEW!?$")
"""What a page says of its newest works."""
_LONG_WORD = 5
_MOST_SMALL = 0.25
"""Of a title's long words, how many may begin with a small letter where the last words are buttons."""
_OF_TITLE = re.compile(
    r"(?:(?:the )?(?:final|draft|latest|current|published|penultimate|working|full|new|pdf|html|online) ?)?"
    r"(?:version|draft|paper|manuscript|text)|job market paper|(?:download|available|pdf|link|read)\b.{0,40}",
    re.IGNORECASE,
)
"""What else stands in brackets behind a title, and leads to it."""
ARCHIVE_NUMBER_BEHIND = re.compile(
    r"\s?[\[(](?:arxiv:\s?)?(?P<number>\d{4}\.\d{4,5})(?:v\d{1,2})?[\])]$", re.IGNORECASE
)
"""A paper's number at arXiv, in brackets that end a title's line."""
_MOST_BRACKETS = 4
_LEADS_ON = re.compile(
    r"(?:read|view|see|continue|download)\b.{0,40}(?:…|\.\.\.|→|»)|view details for \S.{0,80}"
    r"|(?:view|show|see) (?:full )?details"
    r"|(?:(?:new|latest|full|first|current|preliminary) )?(?:draft|paper|slides|manuscript|results)"
    r" (?:is |are )?(?:available (?:up)?on request|available (?:soon|here)|coming soon|to come)\W?",
    re.IGNORECASE,
)
ARROWS = ("↗", "→", "»", "›", "⟶", "➔")
"""How a link may end that leads elsewhere, and no title does."""
_MOST_POINTING_WORDS = 4
_CODE = re.compile(r"\bcode\b", re.IGNORECASE)
_LONGEST = 120
_BETWEEN = re.compile(r" ?(?:[|·•/]|[→↗➔➜⟶»›]) ?")
_FAR_APART = re.compile(r"\s{2,}")
_KINDS = frozenset(
    """
    article brief code database dataset demo manuscript paper post poster preprint protocol report repo
    repository slides summary talk thesis video
    """.split()
)
_MOST_WORDS_OF_LINK = 4
_MAY_HEAD = frozenset(("abstract", "data", "dataset", "media", "model", "models", "project", "software"))
"""Buttons that are headings where they stand alone."""
_BRACKETED_ROW = re.compile(r"(?:\[[^\[\]]{1,40}\] ?){2,8}")
_REMARK = re.compile(r"\[[a-z][\w-]*(?: [\w-]+){0,3}\]")
_BETWEEN_CONTROLS = re.compile(r"[|·•/]")
_MOST_CONTROL_WORDS = 3


def is_buttons(text: str) -> bool:
    """Whether a line holds buttons and nothing else ("PDF  Code"), or links in brackets and a note."""
    if len(text) > _LONGEST:
        return False
    return _BUTTONS.fullmatch(_FILE.sub("", text)) is not None or _is_row(text)


def _is_row(text: str) -> bool:
    """Whether links in square brackets begin a line, and no title stands behind them."""
    row = _ROW.match(text)
    links = row.group().count("[") if row else 0
    if row is None or (links == 1 and row.end() < len(text)) or not _IN_ROW.search(row.group()):
        return False
    return row.end() == len(text) or _NOTE_BEHIND.fullmatch(text, row.end()) is not None


def leads_to_work(text: str) -> bool:
    """Whether a line is a link to a work, or several side by side, each named by what is there.

    As in "Poster", "Workshop paper | Code", "Protocol (OSF) →". A mark parts several, or stands behind one.
    """
    if len(text) > _LONGEST:
        return False
    stated = text.casefold()
    parts = [part.strip("[]()<>… ") for part in _BETWEEN.split(stated)]
    links = [part for part in parts if part]
    alone = len(parts) == 1
    if not links or (alone and stated in _MAY_HEAD):
        return False
    return is_buttons(text) if alone else all(map(_names_kind, links))


def is_spaced_row(line: str) -> bool:
    """Whether a line, as it stands in a file, has links far apart, one of which names a kind of work.

    As in "App   Report (PDF)   Lesson plans"; no mark parts them, and none is a date.
    """
    stated = line.strip().casefold() if len(line) <= _LONGEST else ""
    parts = _FAR_APART.split(stated) if "  " in stated else []
    few = all(len(part.split()) <= _MOST_WORDS_OF_LINK and part[0].isalpha() for part in parts)
    dated = any(map(str.isdigit, stated))
    return len(parts) > 1 and few and not dated and any(map(_names_kind, parts))


def _names_kind(link: str) -> bool:
    words = link.partition(" (")[0].split()
    short = len(words) <= _MOST_WORDS_OF_LINK
    return is_buttons(link) or (short and bool(words) and words[-1] in _KINDS)


def is_control(text: str) -> bool:
    """Whether a line is a button of the page, or several side by side ("Paper | Code", "[Paper] [Notes]")."""
    if text[:1] == "[" and (_BRACKETED_ROW.fullmatch(text) or is_remark(text)):
        return True
    parts = [part.strip("[]()<>→›»↗➔⟶…. ") for part in _BETWEEN_CONTROLS.split(text.casefold())]
    if not any(part in CONTROLS for part in parts):
        return leads_to_work(text)
    others = [part for part in parts if part not in CONTROLS and not is_buttons(part)]
    mostly = 2 * len(others) < len(parts) and all(len(part.split()) <= _MOST_CONTROL_WORDS for part in others)
    return mostly or leads_to_work(text)


def is_remark(text: str) -> bool:
    """Whether a line stands for what cannot be copied, or says that something is missing: "[thumbnail]"."""
    return text[:1] == "[" and _REMARK.fullmatch(text) is not None


def leads_on(text: str) -> bool:
    """Whether a line leads to what it does not hold: "Read this paper on the archive…"."""
    return _LEADS_ON.fullmatch(text) is not None


def points_on(text: str) -> bool:
    """Whether a few words end in an arrow, as a button may, whatever it says: "Request access →"."""
    return text.endswith(ARROWS) and len(text.split()) <= _MOST_POINTING_WORDS


def names_code(text: str) -> bool:
    """Whether buttons lead to code."""
    return _CODE.search(text) is not None


def shows_abstract(text: str) -> bool:
    """Whether a line ends in the button under which its abstract stands."""
    return text.endswith("Abstract") and _GLUED.search(text) is not None


def without_buttons(text: str) -> str:
    """`text` without buttons in brackets, and without those that stand behind its last full stop."""
    bare = _BRACKETED.sub(" ", _without_row(text)).rstrip()
    if bare.casefold().endswith(_GLUED_ENDS):
        bare = _GLUED.sub("", bare)
    head, _, tail = bare.rpartition(". ")
    return f"{head}." if head and is_buttons(tail.strip()) else (f"{head}. {tail}" if head else tail)


def _without_row(text: str) -> str:
    """`text` without the links in square brackets that end it: "Rain 2024. [pdf] [artifact]"."""
    row = _LAST_ROW.search(text) if text.endswith("]") else None
    return text[: row.start()] if row and _IN_ROW.search(row.group()) else text


def without_last_buttons(title: str) -> str:
    """A title without the buttons that end its line: "On Rain (PDF) [final version]", "Slow Rain code blog".

    Those without brackets are words in small letters behind long ones of which most begin with a capital.
    """
    title = _BADGE.sub("", title)
    bare = _SMALL_BUTTONS.search(title[-64:])
    head = title[: len(title) - len(bare.group())] if bare else ""
    long = [word for word in head.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    if len(long) > 1 and sum(1 for word in long if word[0].islower()) <= _MOST_SMALL * len(long):
        return without_last_buttons(head)
    title = _without_row(title)
    for _ in range(_MOST_BRACKETS):
        last = _LAST_BRACKETS.search(title[-64:])
        if last is None or not (is_buttons(last["inside"]) or _OF_TITLE.fullmatch(last["inside"].strip())):
            break
        title = title[: len(title) - len(last.group())].rstrip()
    return title
