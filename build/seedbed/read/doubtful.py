"""Works that a look at all of a reading makes doubtful: they are left unread, or what is doubtful of them is.

Each reader finds titles by where they stand, one work after the other. Only together do they tell that
something else stands there: a topic over several works, or what stands elsewhere on the page as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import CollectionRecord, Reading, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.lists.listed_works import with_works_changed
from seedbed.read.no_titles import is_label, says_no_title
from seedbed.read.reader import Reader

_MOST_ASIDE = 1
"""A title may stand once more where no work begins: among the contents, or above all others, shown first."""
_ALIKE = 3
"""Two works of one title may be one in two versions."""
_WORDS_OF_A_TOPIC = 2
_MOST_DOUBTFUL = 0.5
"""Where more of a reading's titles are none, the others stand in the wrong place as well."""
_FEW = 4
"""Of fewer works no such share is told."""
_MOST_UNSAID = 0.25
"""Where of more works something is told without a sentence, that is how this page tells of them."""
_SENTENCE = re.compile(r"[.!?…。](?=[\s\"'”’»)\]]|$)|[,:;]$|[。！？]")


def of_undoubted(reader: Reader) -> Reader:
    """The same reader, without the works, and the abstracts, that are doubtful beside the others."""

    def read(seed: Seed) -> Reading:
        return _undoubted(reader.read(seed))

    return replace(reader, read=read)


def _undoubted(reading: Reading) -> Reading:
    works = tuple(reading.works())
    if not works:
        return reading
    doubtful = _doubtful(reading, works)
    without = _no_abstracts(works)
    if not doubtful and not without:
        return reading

    def sure(work: WorkRecord) -> WorkRecord | None:
        if id(work) in doubtful:
            return None
        if id(work) not in without:
            return work
        return replace(work, abstract=None) if work.title is not None else None

    records = with_works_changed(reading.records, sure)
    return account(reading.seed, reading.kind, records, reading.remarks, reading.why)


def _doubtful(reading: Reading, works: Sequence[WorkRecord]) -> frozenset[int]:
    """The works, by their identity, whose titles or creators are none; all where those are most."""
    topics = _topics(works)
    untitled = [work for work in works if _is_untitled(work, topics)]
    if len(works) >= _FEW and len(untitled) > _MOST_DOUBTFUL * len(works):
        return frozenset(map(id, works))
    lines = Counter(line.strip() for line in reading.seed.lines)
    titles = Counter(claim.value for claim in (*(work.title for work in works), *_headings(reading)) if claim)
    people = frozenset(name.casefold() for work in works for name in _names(work))
    elsewhere = (
        work
        for work in works
        if work.title is not None
        and (
            lines[work.title.value] - titles[work.title.value] > _MOST_ASIDE
            or work.title.value.casefold() in people
        )
    )
    return frozenset(map(id, (*untitled, *elsewhere)))


def _is_untitled(work: WorkRecord, topics: Container[str]) -> bool:
    if any(map(is_label, _names(work))):
        return True
    return work.title is not None and (work.title.value in topics or says_no_title(work.title.value))


def _topics(works: Sequence[WorkRecord]) -> frozenset[str]:
    """Short titles of several works that were made by others each."""
    makers: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for work in works:
        if work.title is not None and len(work.title.value.split()) <= _WORDS_OF_A_TOPIC:
            makers[work.title.value].append(frozenset(_names(work)))
    return frozenset(title for title, each in makers.items() if len(each) >= _ALIKE and len(set(each)) > 1)


def _no_abstracts(works: Sequence[WorkRecord]) -> frozenset[int]:
    """The works, by their identity, whose abstracts begin with no sentence: the next work's title, say."""
    abstracts = {id(work): work.abstract.value for work in works if work.abstract is not None}
    begins = {work: abstract.partition("\n\n") for work, abstract in abstracts.items()}
    unsaid = {
        work
        for work, (first, _, rest) in begins.items()
        if _SENTENCE.search(first) is None and not rest[:1].islower()  # where the sentence goes on
    }
    if len(unsaid) > _MOST_UNSAID * len(works):  # here, what is said of works is no sentence
        unsaid = {work for work in unsaid if begins[work][1]}
    return frozenset(unsaid)


def _headings(reading: Reading) -> Iterator[Claim[str] | None]:
    """The titles of lists and of their sections: a work may be called as its list is."""
    for record in reading.records:
        if isinstance(record, CollectionRecord):
            yield record.title
            yield from (section.title for section in record.sections)


def _names(work: WorkRecord) -> Iterator[str]:
    for names in (work.creators, work.fellows, work.mentors):
        yield from names.value.names if names else ()
