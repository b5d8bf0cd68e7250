"""Seeds that hold abstracts: each begins `Abstract:`, and none has a title, or each has its own above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from seedbed.model.record import Reading, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import ARCHIVE_NUMBER_BEHIND
from seedbed.read.claims import abstract_of, links_of
from seedbed.read.coverage import account
from seedbed.read.creators import read_names
from seedbed.read.furniture import body
from seedbed.read.markdown import unmarked
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.owner import BESIDE_OWNER
from seedbed.read.references.reference import Reference, is_quoted_entry
from seedbed.read.shape import (
    is_prose,
    is_question,
    without_number,
)
from seedbed.read.vocabulary import LABELS
from seedbed.read.works.abstract_labels import LABEL_ALONE, is_labelled, unlabelled
from seedbed.read.works.abstract_sources import cited_work, find_sources
from seedbed.read.works.abstract_titles import is_beside, titles_above
from seedbed.read.works.bare_abstracts import (
    beginning_bare,
    ends_abstract,
    is_whole,
    with_keywords,
    without_label,
)
from seedbed.text.dates import find_date
from seedbed.text.identifiers import is_address
from seedbed.text.lines import Line, filled

_GLUED = re.compile(r"(?:Abstract|ABSTRACT) ?(?=[A-Z“\"])")
"""The label as copied from a page where it is a heading, right before the text."""
_MARKED_LABEL = re.compile(
    r"^(?:(?:[-•*+]|[(\[]?\d{1,4}[.)\]:]) +)?(?P<stress>\*\*|__|)(?P<label>abstract *[:：])(?P=stress) *",
    re.IGNORECASE,
)
"""The label in bold, behind a bullet, or behind the number of an entry."""
_QUOTED = re.compile(r"[“„\"](?P<title>[^“”„\"]{5,300}?)[,.]?[”“\"](?: ?\([^()]{1,120}\))?")
"""A title in quotation marks, and what stands in brackets behind it."""
_OTHER_LABEL = "Abstract"
_FEWEST_TITLED = 2
_MOST_ABOVE = 6
_MOST_PARAGRAPHS = 3
"""Further paragraphs that abstracts have, on average at most, where only their labels tell them."""
_LONGEST_BUTTON, _FEWEST_BUTTONS = 60, 3
_OPENING = 300
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where labelled abstracts are most of the seed; a file that opens otherwise is of another kind.

    Two or more abstracts, each below a title of its own, tell themselves as well; so do several below the
    heading of the page, with nothing but running text between them.
    """
    lines = _labelled_lines(filled(line.lstrip()[:_OPENING] for line in seed.lines))
    labelled = [index for index, line in enumerate(lines) if is_labelled(line.text)]
    if not labelled:
        return None
    if labelled[0] == 0:
        how_many = f", as {len(labelled)} of its {len(lines)} lines do" if len(lines) > 1 else ""
        why = f"it opens with “Abstract:”{how_many}"
        return Recognition(0.6 + 0.3 * len(labelled) / len(lines), why)
    if _is_headed_dump(lines, labelled):
        return Recognition(0.75, f"{len(labelled)} abstracts stand in it, each labelled, below its heading")
    titles = titles_above(lines, labelled)
    if titles is None or any(is_quoted_entry(above[0].text) for above in titles if above):
        return None
    if any(BESIDE_OWNER.search(above[0].text) for above in titles if above):
        return None  # on the page of their owner more stands beside a title
    return Recognition(0.75, f"{len(labelled)} abstracts stand in it, each labelled, below its title")


def read(seed: Seed) -> Reading:
    """Each labelled abstract as a work, with its title where each has one; nothing else is read."""
    lines = _labelled_lines(filled(seed.lines))
    labelled = [index for index, line in enumerate(lines) if is_labelled(line.text)]
    titles = titles_above(lines, labelled) or _addresses(lines, labelled)
    if titles is None:
        labelled = sorted({*labelled, *without_label(lines, labelled), *beginning_bare(lines, labelled)})
        titles = [()] * len(labelled)
    ends = [*(index - len(above) for index, above in zip(labelled, titles, strict=True)), len(lines)][1:]
    works: list[WorkRecord] = []
    sources = {} if any(titles) else find_sources(lines, labelled, ends)
    for begin, end, above in zip(labelled, ends, titles, strict=True):
        source = sources.get(begin)
        abstract = _abstract(lines[begin : source[0] if source else end])
        found = _work(seed, above, list(abstract), source and (lines[source[0]], source[1]))
        works += (with_keywords(seed, work, lines[begin:end]) for work in found)
    return account(seed, ABSTRACTS.kind, works)


def _labelled_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer, without Markdown's marks, and with a colon behind each label.

    "Abstract We study rain" begins with a label where several lines that are running text begin so.
    """
    plain = _with_other_labels(
        [
            Line(line.number, unmarked(_MARKED_LABEL.sub(r"\g<label> ", line.text)))
            for line in _without_buttons(body(lines))
        ]
    )
    glued = [_GLUED.match(line.text) if is_prose(line.text) else None for line in plain]
    if sum(map(bool, glued)) < _FEWEST_TITLED:
        return plain
    return [
        Line(line.number, f"Abstract: {line.text[match.end() :]}") if match else line
        for line, match in zip(plain, glued, strict=True)
    ]


def _with_other_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, where among several labels a word that says the same stands alone over running text."""
    if sum(1 for line in lines if is_labelled(line.text)) < _FEWEST_TITLED:
        return lines
    return [
        Line(line.number, _OTHER_LABEL)
        if line.text.casefold() in LABELS["abstract"] and below is not None and is_whole(below.text)
        else line
        for line, below in zip_longest(lines, lines[1:])
    ]


def _without_buttons(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those that stand apart beside most abstracts, in the same few words each time."""
    numbers = {line.number for line in lines}
    apart = [
        line.text
        for line in lines
        if len(line.text) <= _LONGEST_BUTTON and numbers.isdisjoint((line.number - 1, line.number + 1))
    ]
    often = {text: count for text, count in Counter(apart).items() if count >= _FEWEST_BUTTONS}
    if not often:
        return lines
    labels = sum(1 for line in lines if is_labelled(line.text))
    buttons = {text for text, count in often.items() if 2 * count >= labels and not is_labelled(text)}
    return [line for line in lines if line.text not in buttons]


def _is_headed_dump(lines: Sequence[Line], labelled: Sequence[int]) -> bool:
    """Whether a few lines stand above the first of several labels, and none but running text from there on.

    What stands below the last of it may be the page's own.
    """
    end = max(index for index, line in enumerate(lines) if index in labelled or is_prose(line.text)) + 1
    below = [line for line in lines[labelled[0] : end] if not is_labelled(line.text)]
    return (
        len(labelled) >= _FEWEST_TITLED
        and labelled[0] <= _MOST_ABOVE
        and len(below) <= _MOST_PARAGRAPHS * len(labelled)
        and all(is_prose(line.text) for line in below)
    )


def _bare(title: str) -> str:
    """A title without its number in the list, an archive's number behind it, and quotation marks."""
    bare = ARCHIVE_NUMBER_BEHIND.sub("", without_number(title))
    match = _QUOTED.fullmatch(bare)
    return match["title"] if match else bare


def _addresses(lines: Sequence[Line], labelled: Sequence[int]) -> list[Sequence[Line]] | None:
    """The address right above each label, where one stands above the first: it leads to that work."""
    above = [
        lines[index - 1 : index] if index and is_address(lines[index - 1].text) else () for index in labelled
    ]
    return above if above and above[0] else None


def _abstract(lines: Sequence[Line]) -> Iterator[Line]:
    """The label, and the running text below it; below a label alone, its next line whatever that is."""
    for index, line in enumerate(takewhile(lambda line: not ends_abstract(line.text), lines)):
        inside = is_question(line.text) and index + 1 < len(lines) and is_prose(lines[index + 1].text)
        if (
            not index
            or inside
            or is_prose(line.text)
            or (index == 1 and LABEL_ALONE.fullmatch(lines[0].text))
        ):
            yield line


def _work(
    seed: Seed, above: Sequence[Line], lines: list[Line], source: tuple[Line, Reference] | None
) -> Iterator[WorkRecord]:
    """The work whose abstract `lines` hold, the label first.

    Its title and its creators stand above it, or in the line that says where it is from; or nowhere.
    """
    label, *others = lines
    rest, _ = unlabelled(label.text)
    paragraphs = [Line(label.number, rest), *others] if rest else others
    addresses = [line for line in above if is_address(line.text)]
    dates = [(date, line) for line in above if (date := find_date(line.text)) is not None]
    stated = [line for line in above if not is_beside(line.text) and not addresses]
    title, creators = (*stated, None, None)[:2]
    if not paragraphs and title is None:
        return
    if source is not None:
        yield cited_work(seed, paragraphs, *source, labels=() if rest else (seed.span(label.number),))
        return
    yield WorkRecord(
        title=Claim(_bare(title.text), seed.span(title.number)) if title else None,
        creators=Claim(read_names(creators.text), seed.span(creators.number)) if creators else None,
        abstract=abstract_of(seed, paragraphs) if paragraphs else None,
        date=Claim(dates[0][0], seed.span(dates[0][1].number)) if dates else None,
        links=links_of(seed, (*addresses, *paragraphs)),
        labels=() if rest else (seed.span(label.number),),
    )


ABSTRACTS = Reader("abstracts", "abstracts", recognise, read)
