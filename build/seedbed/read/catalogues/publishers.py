"""Pages of publishers: a journal's issue, the proceedings of a conference, a search there."""

from __future__ import annotations

import re

from seedbed.read.catalogues.layout import Layout, Step
from seedbed.read.catalogues.lines import (
    DAY,
    day,
    like,
    name,
    names,
    prose,
    title,
    unlike,
    venue,
)
from seedbed.text.months import MONTH

_NATURE = Layout(
    place="a journal of Nature Portfolio",
    sign="Article",
    anchor=re.compile(
        r"(?:article|letter|review article|perspective|brief communication|analysis|registered report"
        r"|resource|technical report|matters arising|correspondence)"
        rf" ?(?:open access)? ?(?P<date>\d{{1,2}} {MONTH} \d{{4}})?",
        re.IGNORECASE,
    ),
    above=(
        Step("names", name, most=60),
        Step("abstract", prose, least=0),
        Step("title", title),
    ),
    below=(Step("", like("open access"), least=0), Step("date", day, least=0)),
    end=re.compile(r"quick links|search articles by subject.*", re.IGNORECASE),
    needs=("title", "dates"),
)

_ATYPON = Layout(
    place="PNAS, Science and other journals on Atypon's pages",
    sign="doi.org/10.",
    anchor=re.compile(rf"[a-z][a-z -]{{3,40}} ?\| ?(?P<date>{DAY})(?: ?\|.*)?", re.IGNORECASE),
    below=(
        Step("title", title),
        Step("names", names),
        Step("", like(r"\d+ ?\(\d+\).*"), least=0),
        Step("address", like(r"(?:doi: ?)?(https?://doi\.org/\S+)")),
    ),
)

_ACM = Layout(
    place="the ACM Digital Library",
    sign="doi.org/10.",
    anchor=re.compile(r"[A-Z]+(?:-[A-Z]+)+|ARTICLE|SURVEY|POSTER|ABSTRACT|DEMONSTRATION"),
    below=(
        Step("", like("(?:open|free|public) access|free"), least=0, most=2),
        Step("date", day),
        Step("title", title),
        Step("names", names),
        Step("venue", venue),
        Step("address", like(r"(?:.*\d)?(?:doi: ?)?(https?://doi\.org/\S+)")),
        Step("abstract", prose, least=0),
    ),
)

_ACM_AUTHOR = Layout(
    place=_ACM.place,
    sign=_ACM.sign,
    anchor=re.compile(
        rf"(?P<date>(?:{MONTH} )?(?:19|20)\d\d),? (?:(?:Article )?No\.?:? \w{{1,12}},? ?)?"
        r"(?:(?:pp?\.?|Pages?) (?P<pages>[\d:]{1,12}(?:[-–][\d:]{1,12})?),? ?)?"
        r"(?:[•·|] ?)?(?P<address>https?://doi\.org/10\.\S+)",
        re.IGNORECASE,
    ),
    above=(Step("venue", venue), Step("names", names), Step("title", title)),
    below=(Step("abstract", prose, least=0),),
)
"""An author's page, where the date stands below the venue."""

_SCIENCE_DIRECT = Layout(
    place="ScienceDirect",
    sign="article",
    anchor=re.compile(
        r"(?:(?:research |review |full length )?article|short communication|case report|editorial"
        r"|correspondence|discussion|book review)"
        r" ?(?:open access|abstract only|full text access|free access)",
        re.IGNORECASE,
    ),
    below=(
        Step("title", title),
        Step("names", names),
        Step("", like(r"article \S{1,20}"), least=0),
        Step("pages", like(r"pages? (\S{1,20})"), least=0),
    ),
    heading=re.compile(rf"(?:volume .{{1,60}}, )?(?P<date>{DAY})", re.IGNORECASE),
)

_MDPI = Layout(
    place="MDPI",
    sign="https://doi.org/10.3390/",
    anchor=re.compile(
        r"(?P<venue>[A-Z].{2,80}?) (?:19|20)\d\d, (?P<volume>\d+)\((?P<number>\d+)\), (?P<pages>[\w-]{1,15});"
        rf" (?P<address>https?://doi\.org/\S+?)(?: [-–] (?P<date>{DAY}))?"
    ),
    above=(Step("names", like("by (.+)")), Step("title", title)),
    below=(
        Step("", like("cited by .*|viewed by .*"), least=0, most=2),
        Step("abstract", like("abstract:? (.{40,4000})"), least=0),
    ),
)

_IEEE_XPLORE = Layout(
    place="IEEE Xplore",
    sign="Year: ",
    anchor=re.compile(r"Year: (?P<date>(?:19|20)\d\d) ?\|.{0,200}"),
    above=(Step("venue", venue), Step("names", names), Step("title", title)),
)

_JSTOR = Layout(
    place="JSTOR",
    sign="pp. ",
    anchor=re.compile(
        rf"(?P<venue>\D.{{2,120}}?), Vol\. (?P<volume>\d+)(?:, (?:No|Issue)\.? (?P<number>[\w/-]+))?"
        rf" \((?P<date>(?:{MONTH},? )?(?:19|20)\d\d)\), pp?\. (?P<pages>\d+(?:-\d+)?)(?: \(\d+ pages?\))?",
        re.IGNORECASE,
    ),
    above=(Step("names", names), Step("title", title)),
)

_CELL_PRESS = Layout(
    place="a journal of Cell Press",
    sign="Full-Text HTML",
    anchor=re.compile(r"pp? ?(?P<pages>e?\d{1,6}(?:[-–]e?\d{1,6})?(?:\.e\d{1,3})?)"),
    above=(Step("names", names), Step("title", title)),
    below=(
        Step("date", like(rf"(?:first )?published(?: online)?: ?({DAY})"), least=0),
        Step("address", like(r"(?:doi: ?)?(https?://doi\.org/\S+)"), least=0),
        Step("", like("open (?:access|archive)"), least=0),
        Step("", like(r"(?:abstract|full-text html|pdf|supplemental.{1,40}?|[ |•])+"), most=4),
        Step("", like("in brief|summary|abstract"), least=0),
        Step("abstract", prose, least=0),
    ),
    heading=re.compile(rf"(?:volume .{{1,60}}, )?(?P<date>{DAY})", re.IGNORECASE),
)

_WILEY = Layout(
    place="Wiley or Taylor & Francis",
    sign="Pages: ",
    anchor=re.compile(r"Pages: (?P<pages>\w{1,8}(?:[-–]\w{1,8})?)"),
    above=(
        Step("names", names),
        Step(
            "title", unlike(r"by \S.*|(?:free|full|open) (?:free )?access|(?:issue|editorial) .{0,30}", title)
        ),
    ),
    below=(Step("date", like(rf"(?:first )?published(?: online)?: ({DAY})")),),
)
"""The contents of an issue; a book review names the book where a paper has its creators, and is left out."""

_CAMBRIDGE = Layout(
    place="Cambridge University Press",
    sign="by Cambridge University Press: ",
    anchor=re.compile(
        rf"Published online by Cambridge University Press: (?P<date>{DAY})"
        r"(?:, pp?\. (?P<pages>\w{1,8}(?:[-–]\w{1,8})?))?",
        re.IGNORECASE,
    ),
    above=(Step("names", names), Step("title", title)),
)

_SPRINGER_BOOK = Layout(
    place="SpringerLink",
    sign="Front Matter",
    anchor=re.compile(r"Pages (?P<pages>\d{1,5}-\d{1,5})"),
    above=(Step("names", unlike("(?:front|back) matter", names)), Step("title", title)),
)
"""The table of contents of a book."""

PUBLISHERS: tuple[Layout, ...] = (
    _NATURE,
    _ATYPON,
    _ACM,
    _ACM_AUTHOR,
    _SCIENCE_DIRECT,
    _MDPI,
    _IEEE_XPLORE,
    _JSTOR,
    _CELL_PRESS,
    _WILEY,
    _CAMBRIDGE,
    _SPRINGER_BOOK,
)
