"""What each kind of seed is made of, in words for whoever mends one: what stands where, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seedbed.read.reader import UNKNOWN


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reader takes a line for, and what to do where it takes it for nothing."""

    expected: str
    remedy: str


_NO_MATTER = "Nothing has to be done: the seed's own page shows these lines."

_BY_KIND: Mapping[str, Expectation] = {
    "bibtex": Expectation(
        "an entry such as @article{key, title = {…}}, or a field of one that says something of a work",
        "Where it is part of an entry, look above it for a brace or quotation mark that is not closed.",
    ),
    "ris": Expectation(
        "a tag, two spaces, a hyphen and a value (“TI  - A Title”), between “TY  -” and “ER  -”",
        "Begin the line with its tag; a tag that says nothing of a work may stay.",
    ),
    "csl-json": Expectation(
        "a key that says something of a work: title, author, issued, abstract, DOI, URL",
        _NO_MATTER,
    ),
    "arxiv-atom": Expectation(
        "an element that says something of a work: title, summary, author, published, link",
        _NO_MATTER,
    ),
    "arxiv-listing": Expectation(
        "a paper: “arXiv:” with its number and “[pdf]” or “[Submitted on …]”, the title below, then what "
        "has a label: “Authors:”, “Abstract:”, “Subjects:”",
        "Where a paper begins here, put a line such as “arXiv:2401.00001 [pdf]” above its title.",
    ),
    "orcid-works": Expectation(
        "a work: its title, where it appeared, its date and type (“2013 | Book chapter”), then “DOI: …” or "
        "“Contributors: …”, and “Source: …” at its end",
        "Where a work begins here, put “Source:” with a name above its title, and date and type below.",
    ),
    "dblp-page": Expectation(
        "a work: its key (“[j7]”), its creators with a colon behind them, then title, venue and year",
        "Where a work begins here, give it these lines; its title ends in a full stop.",
    ),
    "catalogue-page": Expectation(
        "a paper, its lines in the order in which the page of this catalogue has them",
        "Copy the page anew where a line of a paper is missing; menus and buttons may stay unread.",
    ),
    "pubmed-text": Expectation(
        "a paper: a number and where it appeared, its title, its names, its abstract, then “PMID: …”",
        "Part these by blank lines; notes on authors, rights and interests may stay unread.",
    ),
    "zotero-report": Expectation(
        "an item: its title, then rows that begin with “Item Type”, “Author”, “Date” and the like",
        _NO_MATTER,
    ),
    "tagged": Expectation(
        "a tag and a value (“%T A Title”, or “TI  - A Title”)",
        "Begin the line with its tag; a tag that says nothing of a work may stay.",
    ),
    "subtitles": Expectation(
        "a cue: a line with two times and “-->”, then what is said, then a blank line",
        "Part cues by blank lines, and begin what another speaker says with “Name: ”.",
    ),
    "front-matter": Expectation(
        "“key: value” between two lines of three hyphens, then the text",
        "Name the key as in: title, authors, date, abstract, tags, url.",
    ),
    "citation-tags": Expectation(
        "“citation_title: …”, “citation_author: …” or another tag that says something of a work",
        _NO_MATTER,
    ),
    "table": Expectation(
        "a row with a title in the column that the header names so",
        "Fill in the title, or take the row out.",
    ),
    "profile": Expectation(
        "a paper: score, category and date run together (“99.1AIMay 28”), the title below, then creators and "
        "abstract, parted by blank lines",
        "Where a paper begins here, put such a line above its title.",
    ),
    "scholar-profile": Expectation(
        "a work of the table: its title, names with initials (“A Lee, B Ek”), where it appeared, then how "
        "often it is cited, and its year",
        "Where a work begins here, give it these lines; the owner's name needs a line above the first one.",
    ),
    "abstracts": Expectation(
        "a paragraph that begins with “Abstract:”, or one more of the abstract above",
        "Where an abstract begins here, put “Abstract: ” in front.",
    ),
    "list": Expectation(
        "an entry: its title, its abstract, then “Authors:” and “Date:” with their values",
        "Where an entry begins here, give it “Authors:” and “Date:”; a heading needs entries below it.",
    ),
    "publications": Expectation(
        "a reference on one line, such as “1. A Title. Ann Lee, Bo Ek. Venue, 2024.”",
        "Write the reference so that title and authors can be told apart.",
    ),
    "marked-titles": Expectation(
        "the names below a marked title, a label that we know (“Date: …”), or running text",
        "Mark the title as the others are (“## …”, “2. …”, “Paper 2 of 6”), and put what is its own below.",
    ),
    "dated-list": Expectation(
        "a day (“Dec 1”), the title on the line below, then how the text begins; or a heading by year",
        "Where a work begins here, put its day on a line above its title.",
    ),
    "transcript": Expectation(
        "a turn that begins with its speaker (“Ann Lee: …”), or a paragraph of the turn above",
        "Where somebody says this, put the name and a colon in front.",
    ),
    UNKNOWN: Expectation(
        "a layout that a reader knows; the README lists them, and how each is told",
        "Lay it out so, or name its kind in seeds/library.yml. Until then the site shows it as it is.",
    ),
}


def expectation_of(kind: str) -> Expectation:
    """What a seed of this kind is made of; readers of other packages know that themselves."""
    own = Expectation(
        f"what the reader of the kind “{kind}” takes", "See the package that offers that reader."
    )
    return _BY_KIND.get(kind, own)
