"""Where a work appeared, as the end of a reference states it: "Journal of Rain 12(3), 45–67, 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seedbed.model.date import PartialDate
from seedbed.model.record import Particular
from seedbed.text.dates import find_date
from seedbed.text.identifiers import locate_addresses
from seedbed.text.months import ANY_MONTH, MONTH

VENUE = re.compile(
    r"\b(?:journal|proceedings|proc\.|transactions|letters|review|annals|conference|workshop|symposium|congress|meeting"
    r"|[a-z]*rxiv|preprint|thesis|dissertation|working paper|in press|forthcoming|under review|in review)\b",
    re.IGNORECASE,
)
"""Words that say where something appeared."""

RESUBMIT = r"(?:revise[ds]? ?(?:and|&) ?resubmit(?:ted)?|r ?& ?r)"
"""That a journal has not taken a work yet; as a regular expression."""
STANDING = re.compile(
    rf"(?:\d(?:st|nd|rd|th) round )?{RESUBMIT}(?: (?:at|in|by|from)\b|[,.(]|$)"
    r"|(?:presented|featured|covered|discussed) (?:at|in|by|on)\s?[:：]"
    r"|(?:winner|recipient|finalist|runner[- ]up|honou?rable mention)s?(?: of\b|,|:| for\b)"
    r"|(?:(?:winner|recipient) of (?:the )?)?(?:best|outstanding|distinguished)(?: \w+){0,2}"
    r" (?:paper|article|poster|thesis|dissertation|presentation)(?: (?:award|prize|runner[- ]up|finalist))?"
    r"(?:[,:(]| (?:at|of|in|for)\b|$)"
    r"|(?:(?:accepted|selected) (?:as|for) (?:an? )?)?(?:spotlight|oral|highlight)"
    r"(?: (?:paper|presentation|talk))?"
    r"(?: ?[(\[,][^()\[\]]{1,40}[)\]]?)?\.?$",
    re.IGNORECASE,
)
"""How a line begins that says what became of a work: "R&R at Rain Letters", "Best Paper Award, Rain 2024"."""
_HONOUR = re.compile(
    r"(?!(?:the|an?|on) )(?:[\w’'.&-]+ ){0,6}(?:prize|award|medal|honou?rable mention)"
    r"(?:,| (?:of|at|by|for|from) )[^?:]*\b(?:19|20)\d\d\)?\.?",
    re.IGNORECASE,
)
_DATED_STANDING = re.compile(
    rf"(?P<date>(?:(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?)?(?:19|20)\d\d)\s?[.,;:·|(–—-]\s?"
    rf"(?:(?:\d(?:st|nd|rd|th) round )?{RESUBMIT}|(?:re)?submitted|(?:in|under) review|in preparation"
    r"|work in progress|job market paper|(?:preliminary|first|new) (?:draft|version))\b",
    re.IGNORECASE,
)
"""When a work was written that has not appeared: "March 2025. Submitted", "May 2024 – R&R at Rain"."""
_TAKEN = re.compile(
    r"(?: \((?:(?:conditionally )?accepted|forthcoming|in press|to appear)\)"
    r"|, (?:conditionally )?accepted)\.?$",
    re.IGNORECASE,
)
_RESUBMITTED = re.compile(
    rf"(?:^|[\s,.;(–—-]{{1,4}})(?:(?:\d(?:st|nd|rd|th)|first|second|third)[ -]round )?{RESUBMIT}(?!\w).*",
    re.IGNORECASE,
)
_WHEN = (
    rf"(?:(?<=[,;(.\s])(?:\d{{1,2}}\.? )?{MONTH}\s)?"
    r"(?<![\d.:/–-])\b(?:19|20)\d\d[a-z]?\b(?!\s?[–-]\s?\d)"
)
_YEAR = re.compile(rf"\(\s*{_WHEN}\)|[,;(]?\s*{_WHEN}")
_BEHIND_COMMA = re.compile(r", (?:19|20)\d\d\.?$")
_LEFT_OUT = "\0"
_BEFORE_MARK = re.compile(rf"[\s{_LEFT_OUT}]*{_LEFT_OUT}[\s{_LEFT_OUT}]*(?=[.:;)])")
# Its first digits are looked for soonest, and only then what stands before them.
_STATED_YEAR = re.compile(
    r"(?:19|20)(?<![\d.:/–-]..)\d\d(?=[a-z]?(?![\w.]?\d))(?![A-Z]{2}\d)(?!-(?!(?:19|20)\d\d\b)\d{3}[\dXx]\b)"
)
"""Half an ISSN ("1996-1065") may look like a year, or an article's number ("e2025GL0123"); "1996-2006"
begins with one."""
_PAGES_LIKE_YEARS = re.compile(r"(?<=\d[,:] |\d\),|\)[,:] )(?:19|20)\d\d\s?[–-]{1,2}\s?(?:19|20)\d\d(?!\d)")
"""Pages behind a volume: "18, 1923-1932"."""
_OF_BOOK = re.compile(
    r",? (?:\d{1,2}(?:st|nd|rd|th) ed\.?|\(eds\. [^()]{3,160}\)|ch(?:ap(?:ter)?)?\. ?\d{1,3})(?=[ ,.]|$)"
)
"""Edition, editors and chapter behind a book's title: "Handbook of Rain, 2nd ed. (eds. Ek C), ch. 4"."""
_ACCESSED = re.compile(
    r"[\[(]?\b(?:accessed|retrieved|cited|viewed|visited|abgerufen|zugriff|consulté|consultado)\b:?"
    r"(?: \w+[.,]?){0,4}? (?:19|20)\d\d\b(?: [a-z]{3,9}\.?(?: \d{1,2})?)?[\])]?(?:,? from\b)?",
    re.IGNORECASE,
)
"""When somebody looked at a page, which is no date of the work."""
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}\.? )?{ANY_MONTH},? (?:\d{{1,2}},? )?(?P<last>(?:19|20)\d\d)\b"
    rf"|\b(?P<first>(?:19|20)\d\d)[a-z]?,? {MONTH}(?: \d{{1,2}}(?![\d–-]))?(?!\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<=\d)[a-z],?")
_DOI = re.compile(
    r"\b(?:doi|arxiv|pmid|isbn|issn)\s?:?\s?(?!arxiv)\S*\d\S*|\b97[89](?:-\d{1,7}){3,4}\b", re.IGNORECASE
)
_PAGES = (
    r"(?:(?:pp?|s|с)\.\s?|pages?\s)?"
    r"(?P<pages>(?<=:)(?:19|20)\d{6}|[A-Za-z]{0,4}\d{1,7}(?:[A-Z]{2}\d{3,6})?(?:\s?[–—-]{1,2}\s?[A-Za-z]{0,2}\d{1,7})?(?:\.e\d{1,3})?)"
)
"""The pages of an article, or its number, which may begin with the year: "290:20240117"."""
_NUMBERED = re.compile(
    r"(?P<venue>.{3,200}?)[,.]{0,2}\s(?:(?P<sign>n[°º]|№)\s?|(?:vol\.?|[vtт]\.|bd\.)\s?|volume\s)?"
    r"(?P<volume>\d{1,4})"
    rf"(?:\s?\((?P<issue>[^()]{{1,20}})\)|:(?P<nth>\d{{1,3}})(?=,\s?(?:pp?\.\s?)?\d)|,?\s(?:no?|issue|nr|h|heft|n[°º]|№)\.?\s?(?P<number>\d{{1,4}}(?:[–-]\d{{1,4}})?))?"
    rf"(?:\s?[,:;.]\s?{_PAGES})?",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(r"[ ,](?:number|no|nr|article|paper|id)$", re.IGNORECASE)
"""What a number behind a venue may be called that is no volume: "article number 43"."""
_PAGED = re.compile(
    rf"(?P<venue>.{{3,200}}?)(?:,?\s(?=pp?\.\s?\d|\(pp?\.\s?\d|pages?\s\d)|:\s(?=\d{{1,6}}[–-]\d))\(?{_PAGES}\)?",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\A(?i:in|(?:to appear|published|accepted|presented) (?:in|at)|forthcoming in"
    r"|conditionally accepted(?:,| in| at| by))(?: the)?"
    r"(?::?\s+(?=[^\W_a-z]|\d|proceedings|[a-z]{2,5}(?:X|Rx)iv)|\Z)"
)
_PUBLISHER = re.compile(r"(?:(?P<place>[^\W\d_][\w .,-]{1,40}):\s)?(?P<publisher>[^:]{2,60})")
_PUBLISHERS = ("press", "verlag", "publishers", "publishing", "books", "& sons", "éditions", "society")
_SHORT_FORMS = frozenset(
    "acad acoust adv agric am anal ann annu appl behav biochem biol biophys bull chem clin cogn"
    " commun comput dev ecol econ educ eng environ epidemiol eur evol exp genet geol geophys hydrol"
    " immunol int lett linguist mater math mech med microbiol mol nat neurobiol neurosci pathol"
    " pediatr pharmacol philos phys physiol proc prog psychol quant rep res rev sci soc sociol stat"
    " stud surg syst technol theor trans vet zool".split()
)
"""Words of journals' names, as ISO 4 shortens them."""
_OF_A_HOUSE = (
    "proceedings ",
    "proc. ",
    "journal ",
    "transactions ",
    "annals ",
    "bulletin ",
    "annual meeting ",
)
"""How what a society publishes begins, and no publisher's name."""
_NO_PUBLISHER = re.compile(r"\b(?:oral|spotlight|presentation|award|report|paper|talk)\b", re.IGNORECASE)
"""In what stands behind a venue besides: how a work was honoured, and what it replaces."""
_NOT_YET = re.compile(
    r"(?:[,.]|\s[—–-])? ?\(?\b(?:forthcoming|in press|submitted|(?:in|under) review|accepted"
    r"|to appear)\)?\.?$",
    re.IGNORECASE,
)
_BARS = re.compile(r"(?: ?[|·•](?: (?:first )?published(?: online)?:?)?){1,6} ?$", re.IGNORECASE)
"""What is left of other facts behind a venue: "Rain Letters | published |", "Rain Letters ·"."""
_TIGHT = re.compile(r"(?<=[^\W\d_])\.?,(?=\d)")
"""A comma without a space between a journal and its volume: "Nat Commun.,16(1)"."""
_MONTH_BEHIND = re.compile(rf", {MONTH}(?: \d{{1,2}})?$", re.IGNORECASE)
"""Where the year stands elsewhere."""
_SENTENCE_END = re.compile(r"(?<!\b[^\W\d_])(?<!\bProc)(?<!\bpp)\. ")
"""A full stop behind an initial ("U.K. Journal") ends nothing, nor does that of "Proc. of the …"."""
_LEFT_COMMA = re.compile(r"(?:\s*,)*\s+,")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_MARKS = " .,;:–—-*_"
_MOST_PUBLISHER_WORDS = 4
_LONGEST = 160
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a work appeared; the venue is empty where that cannot be told."""

    venue: str = ""
    particulars: tuple[Particular, ...] = ()

    def is_empty(self) -> bool:
        """Whether nothing could be told."""
        return not self.venue and not self.particulars


def says_who_takes(text: str) -> bool:
    """Whether a line names who takes a work that has not appeared yet: "Journal of Rain (accepted)"."""
    return len(text) <= _LONGEST and _TAKEN.search(text) is not None and VENUE.search(text) is not None


def is_honour(text: str) -> bool:
    """Whether a line says what prize a work was given, by whom, and when: "Hail Prize, Rain Society 2024"."""
    return len(text) <= _LONGEST and _HONOUR.fullmatch(text) is not None


def standing_date(text: str) -> PartialDate | None:
    """The date that a line begins with which says what becomes of a work: "March 2025. Submitted"."""
    match = _DATED_STANDING.match(text) if len(text) <= _LONGEST else None
    return find_date(match["date"]) if match else None


def stated_year(text: str) -> int | None:
    """The last year in `text` that is no part of another number, and does not say when it was read."""
    stated = _ACCESSED.sub(" ", text)
    years = _STATED_YEAR.findall(stated)
    if years and _PAGES_LIKE_YEARS.search(stated):
        years = _STATED_YEAR.findall(_PAGES_LIKE_YEARS.sub(" ", stated))
    return int(years[-1]) if years else None


def is_venue_and_year(text: str) -> bool:
    """Whether a text has a word of venues, and ends in a year behind a comma: "Journal of Rain, 2024"."""
    return _BEHIND_COMMA.search(text) is not None and VENUE.search(text) is not None


def stated_date(text: str) -> PartialDate | None:
    """That year, with the month and the day that stand beside it."""
    year = stated_year(text)
    if year is None:
        return None
    for match in _DATED.finditer(_ACCESSED.sub(" ", text)):
        if int(match["last"] or match["first"]) == year:
            date = find_date(_LETTER.sub("", match.group()))
            if date is not None:
                return date
    return PartialDate(year)


def read_publication(stated: str) -> Publication:
    """What stands behind a reference's title and names; year, addresses and archives' numbers left out."""
    text = stated
    for address in reversed(list(locate_addresses(stated))):
        text = f"{text[: address.start]} {text[address.end :]}"
    text = _without_year(_DOI.sub(" ", _ACCESSED.sub(" ", _OF_BOOK.sub("", text))))
    text = _BARS.sub("", " ".join(_EMPTY.sub(" ", text).split()))
    text = _MONTH_BEHIND.sub("", text.strip(_MARKS))
    text = text.strip(f"{_MARKS}()[]") if text.count("(") != text.count(")") else text
    text = _NOT_YET.sub("", _TIGHT.sub(", ", _IN.sub("", _RESUBMITTED.sub("", text), count=1)))
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not text[0].isalnum():
        return Publication()
    publication = _numbered(text)
    *before, tail = _SENTENCE_END.split(text)
    head = ". ".join(before)
    if publication is None and head and _is_publisher(tail):
        publication = _numbered(head) or (Publication(head) if len(before) == 1 else None)
        if publication is not None and not publication.particulars and _is_shortened(head, tail):
            return Publication(text)
        if publication is not None:
            return replace(publication, particulars=(*publication.particulars, Particular("publisher", tail)))
    if publication is None and len(before) == 1 and _NO_PUBLISHER.search(tail) and VENUE.search(head):
        return _numbered(head) or Publication(head)
    return publication or _published_by(text)


def _without_year(text: str) -> str:
    """`text` without the date: the month and the day that stand beside the year go with it."""
    marked = _YEAR.sub(_LEFT_OUT, _DATED.sub(_LEFT_OUT, text))
    return _LEFT_COMMA.sub(",", _BEFORE_MARK.sub("", marked).replace(_LEFT_OUT, " "))


def _numbered(text: str) -> Publication | None:
    """A venue with volume, number or pages."""
    match = _NUMBERED.fullmatch(text) or _PAGED.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    found = (
        ("number" if parts.get("sign") else "volume", parts.get("volume")),
        ("number", parts.get("issue") or parts.get("nth") or parts.get("number")),
        ("pages", parts.get("pages")),
    )
    venue = (parts["venue"] or "").strip(" ,.;*_")
    if _OTHER_NUMBER.search(venue):
        return None
    return Publication(venue, tuple(Particular(label, value) for label, value in found if value))


def _is_publisher(text: str) -> bool:
    """Whether the end of a reference may be a publisher's name: a few words that begin as names do."""
    words = text.split()
    named = 0 < len(words) <= _MOST_PUBLISHER_WORDS and _NO_PUBLISHER.search(text) is None
    return named and all(word[0].isupper() or word == "&" for word in words)


def _is_shortened(head: str, tail: str) -> bool:
    """Whether what a full stop parts is one journal's name: "Psychol. Rain", "Rain. Sci", and no press."""
    last = {part.split()[-1].casefold() for part in (head, tail)}
    return not _SHORT_FORMS.isdisjoint(last) and not tail.casefold().endswith(_PUBLISHERS)


def _published_by(text: str) -> Publication:
    """A publisher with its place, where the name says that it is one; else the venue."""
    match = _PUBLISHER.fullmatch(text)
    house = match["publisher"].casefold().rstrip(".") if match else ""
    if match and house.endswith(_PUBLISHERS) and not house.startswith(_OF_A_HOUSE):
        stated = (("place", match["place"]), ("publisher", match["publisher"]))
        return Publication("", tuple(Particular(label, value) for label, value in stated if value))
    return Publication() if _SENTENCE_END.search(text) else Publication(text)
