"""Pages of archives, which keep papers of a field or of an institution."""

from __future__ import annotations

import re
from dataclasses import replace

from seedbed.read.catalogues.layout import Layout, Step
from seedbed.read.catalogues.lines import (
    DAY,
    like,
    name,
    names,
    prose,
    title,
    unlike,
    venue,
    where,
)
from seedbed.read.shape import is_prose
from seedbed.text.months import MONTH

_ROLES = (
    r".*\b(?:program|area|senior|action|track|publication) (?:chairs?|editors?)\b.*"
    r"|(?:\S+ )?(?:anon(?:ymous)? ?)?(?:reviewers?|authors?)(?: ?\S{4,6})?|.*\bsubmission ?\d.*|anonymous"
    r"|(?:(?:official|public|meta|paper|final|author|ethics) ?)*(?:comment|review|decision|rebuttal)"
    r"(?: (?:by|of|on|to)\b.*)?"
)
"""Who writes on OpenReview about a paper, and under what heading."""
_BLIND = re.compile(r"anonymous(?: authors?)?", re.IGNORECASE)


def _names_if_told(text: str) -> str | None:
    """The names of a paper's authors; empty where the review is blind."""
    return "" if _BLIND.fullmatch(text) else unlike(_ROLES, names)(text)


_OPENREVIEW = Layout(
    place="OpenReview",
    sign="odified: ",
    anchor=re.compile(
        rf"(?:(?:(?:published: )?(?P<date>{DAY})(?:, \d\d:\d\d)?"
        rf"(?:, last modified: |,? ?\((?:last )?modified: ){DAY}(?:, \d\d:\d\d)?\)? ?|submitted to )"
        r"(?P<venue>[A-Z].{2,80}?)?"
        rf"|(?P<where>[^\W\d][^()]{{1,80}} (?:19|20)\d\d) \((?:last )?modified: {DAY}\))"
        r" ?(?:readers: )?(?:everyone)?(?:revisions|bibtex|show .{0,20}|cc by.{0,12}|\s){0,6}",
        re.IGNORECASE,
    ),
    above=(
        Step("names", _names_if_told),
        Step("", like("(?:download |open )?pdf(?: icon)?"), least=0),
        Step("title", unlike(_ROLES, title)),
    ),
    below=(
        Step("topics", like("keywords: (.+)"), least=0, far=True),
        Step("abstract", like("abstract: (.+)"), least=0, far=True),
    ),
    end=re.compile(r"\d+ / \d+ replies shown|filter by reply type.*|discussion", re.IGNORECASE),
    again=re.compile(r"(?:back arrow)? ?(?:go|back) to .{2,160} homepage", re.IGNORECASE),
)

_VOLUME_OF_PAPERS = re.compile(
    r"(?:proceedings|findings|transactions|computational linguistics|tutorials?|demonstrations?|actes|actas"
    r"|atti|anais|journées|tagungsband)\b.*|.*\b(?:workshop|conference|conférence|congreso|conferenza|journal|meeting"
    r"|symposium)\b.*|.*, volume \d.*",
    re.IGNORECASE,
)
_AWARD = (
    r"\W*(?:(?:[\w&/’'-]+ ){1,6}(?:award|prize|mention)|(?:best|outstanding)(?: [\w&/’'-]+){0,4} paper)"
    r"(?: \([^()]{1,60}\))?"
)


def _volume_of_papers(text: str) -> str | None:
    """The proceedings or the volume that a paper stands in; no abstract that speaks of a workshop."""
    return text if _VOLUME_OF_PAPERS.fullmatch(text) and not is_prose(text) else None


_ACL_ANTHOLOGY = Layout(
    place="the ACL Anthology",
    sign=" | ",
    anchor=re.compile(r"pdf(?: \(full\))? ?bib(?: ?abs)?", re.IGNORECASE),
    below=(
        Step("title", unlike("proceedings of .*", title)),
        Step("names", unlike(".*,.*", names)),
        Step("venue", _volume_of_papers, least=0),
        Step("", like(_AWARD), least=0, most=3),
        Step("abstract", prose, least=0, most=3),
    ),
    heading=re.compile(r"(?:year: )?(?P<date>(?:19|20)\d\d)", re.IGNORECASE),
)

_BIORXIV = Layout(
    place="bioRxiv or medRxiv",
    sign="doi.org/10.",
    anchor=re.compile(r"doi: (?P<address>https://doi\.org/10\.(?:1101|64898)/\S+)", re.IGNORECASE),
    above=(Step("names", names), Step("title", title)),
    below=(
        Step("", like("abstract"), far=True),
        Step("abstract", prose, most=12),
        Step("date", like(r"posted (.{8,30}?)\."), least=0, far=True),
    ),
)

_BIORXIV_CHANNEL = Layout(
    place="bioRxiv or medRxiv",
    sign="doi.org/10.",
    anchor=re.compile(
        r"(?:bio|med)rxiv \d{4}\.\d\d\.\d\d\.\d{4,10}; doi: (?P<address>https://doi\.org/10\.\S+)",
        re.IGNORECASE,
    ),
    above=(Step("names", names), Step("title", title)),
    below=(
        Step("", like("add to selected citations"), least=0),
        Step("", like("abstract"), least=0),
        Step("abstract", unlike("view full text.*", prose), least=0, most=12),
    ),
    heading=re.compile(rf"(?P<date>{DAY})", re.IGNORECASE),
)

_BIORXIV_SEARCH = replace(
    _BIORXIV_CHANNEL,
    sign="Sort by",
    anchor=re.compile(
        r"(?:bio|med)rxiv (?:(?P<date>\d{4}\.\d\d\.\d\d)\.)?\d{4,10}; doi: (?P<address>https://doi\.org/10\.\S+)",
        re.IGNORECASE,
    ),
    heading=None,
)
"""Where no headings date the papers, their numbers do, but for those of the first years."""

_SSRN = Layout(
    place="SSRN",
    sign="Number of pages:",
    anchor=re.compile(r"\d{1,4}\."),
    below=(
        Step("title", title),
        Step("venue", unlike("(?:number of pages|posted): .*", venue), least=0, most=3),
        Step("", like(r"number of pages: \d+"), least=0),
        Step("date", like(r"(?:number of pages: \d+ )?posted: (.{6,30}?)(?: (?:last )?revised: .*)?")),
        Step("", like("(?:last )?revised: .*"), least=0),
        Step("names", names),
        Step("", unlike("(?:downloads|citations?) .*|(?:hide |show |view )?abstract:?", venue), least=0),
        Step("", like("downloads .*|citations? .*"), least=0, most=2),
        Step("", like("(?:hide |show |view )?abstract:?"), least=0, most=2),
        Step("", like(r"loading\W*"), least=0),
        Step("abstract", unlike("keywords: .*", prose), least=0, most=3),
        Step("topics", like("keywords: (.+)"), least=0),
    ),
)
"""An author's page, and a search."""


def _name_in_capitals(text: str) -> str | None:
    """The name in capitals before where its bearer works; empty for an address of mail."""
    if text.casefold().startswith(("email: ", "e-mail: ")):
        return ""
    head, comma, _ = text.partition(", ")
    return name(head) if comma and head.isupper() else None


def _series(text: str) -> str | None:
    return venue(text) if _name_in_capitals(text) is None else None


_SSRN_JOURNAL = Layout(
    place="SSRN",
    sign="mail: ",
    anchor=re.compile(r"[“\"](?P<title>\S.{3,300}\S)[”\"]"),
    below=(
        Step("venue", _series, least=0),
        Step("", _series, least=0, most=2),
        Step("users", _name_in_capitals, most=80),
        Step("abstract", prose, least=0, most=6),
    ),
    needs=("title", "names"),
)
"""The abstracts of an issue of one of its journals, sent by mail."""

_OPEN_ACCESS_VISION = Layout(
    place="the CVF",
    sign="Computer Vision Foundation",
    anchor=re.compile(r"(?:\[(?:pdf|supp|arxiv|bibtex|video|poster|dataset|code)\] ?){2,8}", re.IGNORECASE),
    above=(Step("names", names), Step("title", title)),
    heading=re.compile(r"[A-Z]{3,6} ?(?P<date>\d{4}) open access.*", re.IGNORECASE),
)

_PMLR = Layout(
    place="the Proceedings of Machine Learning Research",
    sign="PMLR ",
    anchor=re.compile(
        r"(?P<names>[^;]{3,2000}); ?(?P<venue>.{3,160}), "
        r"PMLR (?P<volume>\d+):(?P<pages>[\divxl]+[-–][\divxl]+)"
    ),
    above=(Step("title", title),),
    heading=re.compile(r"Volume \d+: .{3,160}?\b(?P<date>(?:19|20)\d\d)\b.{0,80}"),
)

_JMLR = Layout(
    place="the Journal of Machine Learning Research, or one like it",
    sign="[bib]",
    anchor=re.compile(
        r"(?P<names>[^;]{3,2000}); ?(?P<volume>\d{1,3})\((?P<number>\d{1,4})\):(?P<pages>\d+[-–−]\d+), "
        r"(?P<date>(?:19|20)\d\d)\."
    ),
    above=(Step("title", title),),
    below=(Step("", like(r"(?:\[(?:abs|pdf|bib|code|data|erratum|slides)\]\s*){2,6}")),),
)

_HAL = Layout(
    place="HAL",
    sign="hal",
    anchor=re.compile(r"(?:hal|tel|halshs|hceres|inria|insu|ird|lirmm|dumas|cel|medihal)-\d{6,9}(?:v\d+)?"),
    above=(
        Step("type", unlike(r".*\d.*", venue)),
        Step("where", where),
        Step("names", names),
        Step("title", title),
    ),
)

_PURE = Layout(
    place="an institution's research portal",
    sign=" › ",
    anchor=re.compile(
        r"(?P<names>\D{3,1500}(?: & \d{1,4} others)?)"
        rf", (?P<date>(?:(?:\d{{1,2}} )?{MONTH} )?(?:19|20)\d\d)"
        r"(?:, (?:\([^()]{3,40}\) )?(?:In: )?(?P<venue>(?:(?:19|20)\d\d )?[^\W\d_].{2,200}?)"
        r"(?:\. (?P<editors>[^()]{3,200}) \(eds?\.\)\..{0,120}?)?"
        r"(?:\. (?P<volume>\d{1,4})(?:, (?P<number>[\w-]{1,10}))?)?"
        r"(?:[.,] p\. (?P<pages>[\w-]{1,20}))?(?: \d{1,4} p\.)?)?\.?"
    ),
    above=(Step("title", title),),
    below=(Step("", like(".* › .*")),),
)
"""As Elsevier's Pure lists an institution's papers, and those of each of its people."""

_PRESENTED = r"(?:(?:spotlight|oral|highlighted|journal track) )?(?:poster|oral|talk|paper|spotlight)s?"
_TIME = r"\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?"
_VIRTUAL_CONFERENCE = Layout(
    place="a virtual conference",
    sign="ookmark",
    anchor=re.compile(
        rf"(?:\w{{3,9}},? )?(?P<date>{DAY}),? ?[•·|]? ?{_TIME} ?(?:[-–—]|to) ?{_TIME}"
        r"(?: [A-Z]{2,4})?(?: ?[•·|].{2,80})?",
        re.IGNORECASE,
    ),
    above=(Step("", like(_PRESENTED)),),
    below=(
        Step(
            "",
            like(r".{0,60}(?:#\s?\w|\b(?:hall|ballroom|room|theat(?:er|re)|virtual|floor)\b).{0,40}"),
            least=0,
        ),
        Step("title", unlike(_PRESENTED, title)),
        Step("names", names),
        Step("abstract", prose, least=0, most=6),
    ),
)
"""As the programmes of conferences on machine learning show each poster or talk online."""

_NBER = Layout(
    place="the National Bureau of Economic Research",
    sign="uthor(s) - ",
    anchor=re.compile(r"author\(s\) [-–] (?P<names>.{3,1500})", re.IGNORECASE),
    above=(Step("title", title), Step("date", like(DAY), least=0)),
    below=(
        Step("date", like(DAY), least=0),
        Step(
            "",
            like(r"(?:(?:(?:technical )?working |historical )?paper|chapter|#)? ?#?[wth]?\d{0,5}"),
            least=0,
            most=2,
        ),
        Step("abstract", unlike(DAY, prose), least=0),
    ),
)

ARCHIVES: tuple[Layout, ...] = (
    _OPENREVIEW,
    _ACL_ANTHOLOGY,
    _BIORXIV,
    _BIORXIV_SEARCH,
    _BIORXIV_CHANNEL,
    _SSRN,
    _SSRN_JOURNAL,
    replace(_SSRN_JOURNAL, sign="eJOURNAL"),
    _OPEN_ACCESS_VISION,
    _PMLR,
    _JMLR,
    _HAL,
    _PURE,
    _VIRTUAL_CONFERENCE,
    _NBER,
)
