"""Lines that go on with nothing, however full the line above them is: fields, buttons, names, new paragraphs.

A line that happens to be as long as lines are broken at looks as if the next one went on with it.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.lists.card_labels import WHO, basic_label, value_of
from seedbed.read.profile_head import is_head
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.names import listed_names
from seedbed.read.shape import SENTENCE_ENDS, begins_abstract
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.bylines import read_byline
from seedbed.text.words import stop_words

_KEYWORDS = re.compile(
    r"(?:(?:author )?key ?words|index terms|jel codes?|subjects|comments|cite as|journal[- ]ref|tl;?dr)"
    r"\s?[:：—–]",
    re.IGNORECASE,
)
_SEVERAL = 3
_LABEL = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+){0,2}\s?:")
"""What says what stands behind it: "Keywords:"."""
_MARK = re.compile(r"(?:\d{1,3}[.)]|\[\d{1,3}\]|[-–•*▪])\s")
"""What stands before an entry of a list."""
_FIELD = re.compile(r"@?\w{2,20} ?(?:= ?[{\"]|\{\w+,$)|[A-Z][A-Z\d] {1,2}- ")
"""A field of BibTeX, or of RIS."""
_RULE = re.compile(r"[\W_]{8,}$|\\\\")
"""A line across the page, or what stands for one in the mails of arXiv."""
_PREPRINT = re.compile(r"(?:\w{2,5}rxiv|arxiv)(?: preprint)?[ :]", re.IGNORECASE)
_TIME = re.compile(r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?(?: .*)?|.{2,60}\s[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?")
"""When something is said: "(00:02:41)", "Ann Lee 1:09"."""
_BETWEEN_NAMES = re.compile(r" [|·•] ")
_MID_SENTENCE = (",", ";", "-", "–", "—", " and", " or", " of", " the", " a", " with", "&", ":", "(")
_ENDS = (*SENTENCE_ENDS, *string.digits)
_LEAST_SMALL = 0.5
"""Of a sentence's words, how many begin with a small letter."""
_NUMBERED_PLACE = re.compile(r"[(\[]?\d{1,2}[)\].]? ?[^\W\d_a-z]")
"""How an institution begins to which numbers behind names lead: "1 University of Cork"."""


def beginnings(lines: Sequence[str]) -> Callable[[int], bool]:
    """Whether a line of a seed, by its index from 0, surely goes on with none above it.

    Args:
        lines: All lines of the seed, without white space around them.
    """
    whole = Counter(lines)
    labels = Counter(found[0] for line in lines if (found := _LABEL.match(line)))
    marked = sum(1 for line in lines if _MARK.match(line))

    def begins(at: int) -> bool:
        above, line = lines[at - 1], lines[at]
        return _is_field(line) or (
            not line[0].islower()
            and (
                (whole[line] >= _SEVERAL and (whole[above] >= _SEVERAL or above.endswith(_ENDS)))
                or is_labelled_again(line)
                or (marked >= _SEVERAL and _MARK.match(line) is not None)
                or is_head(line)
                or read_facts(line) is not None
                or _begins_sentence(above, line)
                or (not above.endswith(_MID_SENTENCE) and (are_names(line) or _ends_names(above, line)))
            )
        )

    def is_labelled_again(line: str) -> bool:
        label = _LABEL.match(line)
        return label is not None and labels[label[0]] >= _SEVERAL

    return begins


def _is_field(line: str) -> bool:
    """Whether a line is no part of running text: a button, a field, a time, an abstract, keywords."""
    return (
        (is_control(line) and not line.endswith((".", ",")))
        or _RULE.match(line) is not None
        or _PREPRINT.match(line) is not None
        or _FIELD.match(line) is not None
        or _TIME.fullmatch(line) is not None
        or _is_labelled(line)
    )


def _begins_sentence(above: str, line: str) -> bool:
    """Whether a sentence begins a line whereas none has ended on the one above."""
    words = line.split()
    return (
        line[0].isupper()
        and words[0].rstrip(",").casefold() in stop_words() - {"i"}
        and not above.endswith((*SENTENCE_ENDS, *_MID_SENTENCE))
        and sum(1 for word in words if word[0].islower()) >= _LEAST_SMALL * len(words)
    )


def is_place(line: str) -> bool:
    """Whether a line names an institution, perhaps behind its number."""
    return is_institution_line(line) or _NUMBERED_PLACE.match(line) is not None


def are_names(line: str) -> bool:
    """Whether a line lists several people, most of its words with a capital."""
    words = line.split()
    low = sum(1 for word in words if word[0].islower())
    listed = _BETWEEN_NAMES.sub(", ", line)
    if ", " not in listed or 3 * low > len(words):
        return False
    byline = read_byline(listed)
    surely = byline is not None and byline.sure and len(byline.creators.names) > 1
    return surely or listed_names(listed) is not None


def _ends_names(above: str, line: str) -> bool:
    """Whether a list of names ends on the line above."""
    return not line.startswith("(") and are_names(above) and listed_names(f"{above} {line}") is None


def _is_labelled(line: str) -> bool:
    """Whether a line says itself that it is an abstract or lists keywords, or names people behind a label."""
    begins = unlabelled(line)[1] or _KEYWORDS.match(line) if line[:1].isupper() else begins_abstract(line)
    return bool(begins) or (basic_label(line) in WHO and is_name_list(value_of(line)))
