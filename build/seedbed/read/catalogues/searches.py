"""Pages of search engines and of collections that gather papers from everywhere."""

from __future__ import annotations

import re
from dataclasses import replace

from seedbed.read.catalogues.layout import Layout, Step
from seedbed.read.catalogues.lines import (
    DAY,
    day,
    glued_names,
    like,
    name,
    names,
    prose,
    snippet,
    title,
    translated_title,
    unlike,
    unnamed,
    venue,
    where,
)
from seedbed.text.months import MONTH

_FIELD = (
    r"(?:agricultural and food sciences|art|biology|business|chemistry|computer science|economics|education"
    r"|engineering|environmental science|geography|geology|history|law|linguistics|materials science"
    r"|mathematics|medicine|philosophy|physics|political science|psychology|sociology)"
)
_FIELDS = rf"{_FIELD}(?:, {_FIELD}){{0,5}}"
_SCHOLAR_BUTTONS = r"tldr|expand|save|alert|add to library|\[?pdf\]?|[\d,]+(?: citations?)?|view .{0,80}"
_BELOW_DATE = (
    Step("", like("tldr|tl;dr"), least=0),
    Step("abstract", unlike("view .{0,80}", like(r"(\S.{40,4000}?)(?: …)?(?: ?expand)?")), least=0),
    Step("", like(_SCHOLAR_BUTTONS), most=8),
)

_SEMANTIC_SCHOLAR = Layout(
    place="Semantic Scholar",
    sign="Alert",
    anchor=re.compile(_FIELDS, re.IGNORECASE),
    above=(Step("names", glued_names), Step("title", unlike(_SCHOLAR_BUTTONS, title))),
    below=(
        Step("venue", unlike(_SCHOLAR_BUTTONS, venue), least=0),
        Step("date", day, least=0),
        *_BELOW_DATE,
    ),
)

_SEMANTIC_SCHOLAR_WITHOUT_FIELD = Layout(
    place="Semantic Scholar",
    sign="Alert",
    anchor=re.compile(rf"(?P<date>{DAY})", re.IGNORECASE),
    above=(
        Step("venue", unnamed, least=0),
        Step("names", unlike(_FIELDS, glued_names)),
        Step("title", unlike(_SCHOLAR_BUTTONS, title)),
    ),
    below=_BELOW_DATE,
)

_SAVE = r"\W*save\b.*|\W*cite\b.*|cited by .*"
_SCHOLAR_SEARCH = Layout(
    place="Google Scholar",
    sign="elated articles",
    anchor=re.compile(
        r"(?P<short_names>[^–]{3,200}?) [-–] (?P<where>(?:.{3,120}, )?(?:19|20)\d\d) [-–] \S.{1,60}"
    ),
    above=(Step("title", unlike(_SAVE, like(r"(?:\[(?:pdf|html|book|b|c|citation)\]\s?){0,2}(.{3,300})"))),),
    below=(Step("snippet", snippet, least=0, most=3), Step("", like(_SAVE))),
)

_SCHOLAR_ALERT = replace(
    _SCHOLAR_SEARCH,
    sign="Google Scholar",
    anchor=re.compile(
        r"(?P<short_names>[^–]{3,200}?) [-–] "
        r"(?:(?P<where>.{3,120}, (?:19|20)\d\d)|(?P<date>(?:19|20)\d\d))(?: [-–] \S{4,60})?"
    ),
    above=tuple(replace(step, most=2) for step in _SCHOLAR_SEARCH.above),
    below=(Step("snippet", unlike(_SAVE, like(r"(\S.{4,300})")), least=0, most=5), Step("", like(_SAVE))),
)
"""In mail, whose lines are broken: a title may go on in a second one."""

_SEMANTIC_SCHOLAR_PAPER = Layout(
    place="Semantic Scholar",
    sign="Corpus ID: ",
    anchor=re.compile(rf"Published (?:in (?P<venue>.{{2,120}}?) )?(?P<date>{DAY})", re.IGNORECASE),
    above=(
        Step("names", glued_names),
        Step("title", title),
        Step("address", like(r"DOI: ?(10\.\S+?) ?Corpus ID: \d+"), least=0),
    ),
    below=(Step("", like(_FIELDS), least=0), *_BELOW_DATE),
)

_APPEARED = "(?:published in|contribution to): "
_INSPIRE = Layout(
    place="INSPIRE",
    sign="e-Print: ",
    anchor=re.compile(
        rf"(?P<names>.{{3,2000}}?) ?\((?P<date>{MONTH}(?: \d{{1,2}})?, (?:19|20)\d\d)\)", re.IGNORECASE
    ),
    above=(Step("", like(r"#\d{1,5}")), Step("title", title)),
    below=(
        Step("venue", like(rf"{_APPEARED}([^•]{{3,200}}?)(?: •.*)?"), least=0, stays=True),
        Step("address", like(r"(?:.* • )?e-print: (\d{4}\.\d{4,5}|[a-z-]+/\d{7})\b.*"), least=0, stays=True),
        Step("", like(rf"(?:{_APPEARED}|e-print: |doi: |thesis: |report number: ).*"), least=0, most=3),
        Step("", like("pdf|links|doi|cite|claim|reference search|[\\d,]+ citations?"), least=0, most=8),
    ),
)

_INSPIRE_WITHOUT_PRINTS = replace(_INSPIRE, sign="reference search")

_PHIL_PAPERS = Layout(
    place="PhilPapers",
    sign="Export citation",
    anchor=re.compile(r"(?P<names>[^–]{3,200}?) [-–] (?P<where>(?:19|20)\d\d [-–] .{3,200})"),
    above=(Step("title", like(r"(?:\d{1,4}\. )?([^\W_].{2,300}?)\.?")),),
    below=(
        Step("abstract", like(r"(\S.{20,4000}?)(?: \(shrink\))?"), least=0, most=2),
        Step("", like(r"direct download.*|export citation|bookmark.*"), most=3),
    ),
)

_OTHER_PAPERS = re.compile(r"similar articles|cited by|references", re.IGNORECASE)

_PUBMED_SEARCH = Layout(
    place="PubMed",
    sign="PMID: ",
    anchor=re.compile(r"PMID: \d{1,8}\b(?!.*\bDOI: ).{0,80}"),
    above=(Step("where", where), Step("names", names), Step("title", title)),
    below=(Step("", like("free (?:pmc )?article\\.?"), least=0), Step("abstract", snippet, least=0)),
    end=_OTHER_PAPERS,
)

_PUBMED_PAGE = Layout(
    place="PubMed",
    sign="PMID: ",
    anchor=re.compile(r"PMID: \d{1,8}(?: PMCID: \S+)?(?: DOI: (?P<address>10\.\S+))?.{0,60}"),
    above=(
        Step("", like(r"\d{1,3} \D.{3,600}"), least=0, most=60),
        Step("", like("(?:collaborators?, )?affiliations?.{0,20}"), least=0),
        Step("names", names),
        Step("", like(r"\[article in .{3,40}\]"), least=0),
        Step("title", translated_title),
        Step(
            "where", like(r"(?:.{0,60} )?\. ([^;]{0,40}?(?:19|20)\d\d.*?)(?: (?:epub|ecollection|print) .*)?")
        ),
    ),
    below=(
        Step("", like("free (?:pmc )?article"), least=0),
        Step(
            "",
            unlike(r"(?:no )?abstract\b.*|cite|share|\d{1,4}|PMID: .*", like(r"\S.{1,400}")),
            least=0,
            most=12,
        ),
        Step("", like(r"abstract(?: in .{3,60})?|no abstract available")),
        Step(
            "abstract",
            unlike("keywords: .*|(?:clinical)?trials?\\.? ?registration.*|copyright.*|©.*", prose),
            least=0,
            most=12,
        ),
    ),
)

_EUROPE_PMC = Layout(
    place="Europe PMC, or one like it",
    sign="Europe PMC",
    anchor=re.compile(r"(?:cited by: .{1,20}\| ?)?(?:PMID: \d{1,8}|PPR: PPR\d{1,8})\b.{0,60}", re.IGNORECASE),
    above=(Step("where", where), Step("names", names), Step("title", title)),
)

_VOLUME = r"\d{1,4}(?:\([^()]{1,20}\))?(?::|, ?)[\w-]{1,30}"
_CITED = r"(?:cited by|PMC?ID|PPR): .*"
_EUROPE_PMC_PLACES = Layout(
    place=_EUROPE_PMC.place,
    sign="Cited by: ",
    anchor=re.compile(
        rf"(?P<where>[^\W\d_][^:]{{1,200}}, (?:{DAY}, {_VOLUME}|{_VOLUME}, {DAY})"
        rf"|preprint from \w+, {DAY})\.?",
        re.IGNORECASE,
    ),
    above=(Step("names", names), Step("title", title)),
    below=(Step("address", like(r"(?:doi: ?|https?://doi\.org/)(10\.\S+)"), least=0),),
)
"""The same where the number that tells a paper stands elsewhere, or nowhere."""

_EUROPE_PMC_ABSTRACTS = replace(
    _EUROPE_PMC_PLACES,
    sign="\nAbstract\n",
    below=(
        *_EUROPE_PMC_PLACES.below,
        Step(
            "", like(rf"free .*|open access|preprint|review|(?:.{{3,20}} )?article|{_CITED}"), least=0, most=4
        ),
        Step("", like("abstract")),
        Step("abstract", unlike(_CITED, prose), most=12),
    ),
)

_COUNTED = r"\d{1,4} authors?"
_PUBLISHED = rf"(?:· ?)?published on ({MONTH} \d{{1,2}}(?:, \d{{4}})?)"
_HUGGING_FACE_LIST = Layout(
    place="Hugging Face",
    sign="Submitted by",
    anchor=re.compile(r"submitted by [\w.-]{2,60}|arxiv page", re.IGNORECASE),
    below=(
        Step("", like(r"upvote|[\d.,]{1,7}k?"), least=0, most=2),
        Step("title", unlike(rf"submitted by\b.*|·|{_COUNTED}", title)),
        Step("abstract", prose, least=0),
        Step("", unlike(rf"(?:.* )?(?:· ?)?{_COUNTED}.*", venue), least=0),
        Step("", like("·"), least=0),
        Step("", like(rf"(?:.{{1,100}} )?(?:· ?)?{_COUNTED}(?: ?· ?published .*)?"), stays=True),
        Step("date", like(rf"(?:.* )?{_COUNTED} ?{_PUBLISHED}"), least=0),
        Step("", like(rf"(?:.{{1,100}} )?(?:· ?)?{_COUNTED}.*")),
        Step("", like("·"), least=0),
        Step("date", like(_PUBLISHED), least=0),
    ),
)
"""Papers of a day, or that many read: who wrote one is only counted, behind where they work."""

_HUGGING_FACE_LIST_OF_USERS = replace(
    _HUGGING_FACE_LIST,
    anchor=re.compile("submitted by", re.IGNORECASE),
    below=(Step("", like(r"[\w.-]{2,60}")), *_HUGGING_FACE_LIST.below),
)

_HUGGING_FACE_PAPER = Layout(
    place="Hugging Face",
    sign="Upvote",
    anchor=re.compile(rf"published on (?P<date>{MONTH} \d{{1,2}}(?:, \d{{4}})?)", re.IGNORECASE),
    above=(Step("title", title), Step("address", like(r"(arxiv:\S+)"), least=0)),
    below=(
        Step("", like("authors:"), far=True),
        Step("names", name, most=400),
        Step("", like("abstract")),
        Step("abstract", prose, most=12),
    ),
)

_PAPERS_WITH_CODE = Layout(
    place="Papers with Code",
    sign="code implementation",
    anchor=re.compile(
        rf"(?:no|\d+) code implementations? • (?:(?P<date>{DAY})|(?P<where>[^•]{{3,60}})) • (?P<names>[^•]+)"
    ),
    above=(Step("title", title),),
    below=(Step("abstract", prose, least=0, most=3),),
)

_RESEARCHGATE = Layout(
    place="ResearchGate",
    sign="ResearchGate",
    anchor=re.compile(
        r"article|chapter|conference paper|preprint|book|thesis|technical report|data(?:set)?|poster"
        r"|presentation|working paper|literature review",
        re.IGNORECASE,
    ),
    above=(Step("title", title),),
    below=(
        Step("", like("(?:full-text|file|abstract)s? available"), least=0),
        Step("date", day),
        Step("names", name, most=60),
        Step("abstract", prose, least=0),
    ),
)

SEARCHES: tuple[Layout, ...] = (
    _SEMANTIC_SCHOLAR,
    _SEMANTIC_SCHOLAR_WITHOUT_FIELD,
    _SEMANTIC_SCHOLAR_PAPER,
    _SCHOLAR_SEARCH,
    _SCHOLAR_ALERT,
    _INSPIRE,
    _INSPIRE_WITHOUT_PRINTS,
    _PHIL_PAPERS,
    _PUBMED_SEARCH,
    _PUBMED_PAGE,
    _EUROPE_PMC_ABSTRACTS,
    _EUROPE_PMC,
    _EUROPE_PMC_PLACES,
    _HUGGING_FACE_LIST_OF_USERS,
    _HUGGING_FACE_LIST,
    _HUGGING_FACE_PAPER,
    _PAPERS_WITH_CODE,
    _RESEARCHGATE,
)
