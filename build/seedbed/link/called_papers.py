"""Papers that a conversation calls by a part of their title: "the relative reachability paper".

Who speaks seldom says a whole title. Some words of it right before "paper" or "work", or right behind "the
paper on", mean the one work that has them side by side in its title, if a creator of it takes part or is
named beside them, or if they are the beginning of the title or most of it. Words that many other works use,
too, are what all these works are about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from msgspec.structs import replace

from seedbed.link.columns import HYPHEN, SPACE
from seedbed.link.corpus import Corpus
from seedbed.link.documents import Passage
from seedbed.link.phrases import says_something
from seedbed.link.reading import Texts
from seedbed.link.subjects import MOST_OF_TITLE
from seedbed.link.years import comes_too_late
from seedbed.model.library import Library, TranscriptId
from seedbed.model.link import Mention, Place, Target
from seedbed.text.sentences import quote
from seedbed.text.words import fold, stop_words

CALLED = "words of its title, said of a paper"

FEWEST_WORDS, MOST_WORDS = 2, 6
ENOUGH_EVERYDAY = 3
"""Everyday words alone have to be as many."""

FEWEST_USERS, MOST_USERS, USERS_A_WORK = 3, 25, 1 / 40
"""Works that may have the words besides: so many at least, at most, and for each work of the library."""

BEGINNING = 3
"""Words that begin a title, and mean it whoever speaks."""

_PAPER = re.compile(r"\b(?:paper|work|article|study|report)\b", re.IGNORECASE)
_ON = re.compile(r" (?:on|about|called|titled|entitled) (?:the |an? )?[\"“‘']?", re.IGNORECASE)

_BEFORE = 60
"""Characters before a word in which what belongs to it is looked for."""
_ONE = re.compile(
    r"(?:\b(?:the|this|that|one|your|our|my|his|her|their|its|whose)|(?<!there)(?<!here)(?<!\bit)(?<!that)['’]s)"
    r"(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
"""Before "work on …" what says that one work is meant: "some early work on ice" is a field's."""

_Key = tuple[int, ...]
_place = attrgetter("place")
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Call:
    """Words beside "paper": the passage, the first word and the last one, and the stems of all."""

    passage: Passage
    first: int
    last: int
    key: _Key


def with_called_papers(library: Library, texts: Texts, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, and those by a part of a title, in the same order; topics inside these yield."""
    calls = [
        call
        for document in texts.documents
        if document.kind == "transcript"
        for passage in document.passages
        for call in _calls(passage, texts.corpus)
    ]
    owners = _owners(texts, {call.key for call in calls})
    few = max(FEWEST_USERS, min(texts.count("work") * USERS_A_WORK, MOST_USERS))
    sole = {key: min(works) for key, works in owners.items() if len(works) == 1 and _users(texts, key) <= few}
    if not sole:
        return tuple(mentions)
    years = texts.years
    speakers = {each.id: {credit.person for credit in each.speakers} for each in library.transcripts}
    found: defaultdict[Place, list[_Call]] = defaultdict(list)
    for call in calls:
        work = sole.get(call.key)
        year = int(years[texts.owners[call.passage.text]]) if work is not None else 0
        if work is None or comes_too_late(years[work : work + 1], year).any():
            continue
        if _is_telling(call, texts.corpus):
            found[call.passage.place].append(call)
    made = list(mentions)
    for place in sorted(found):
        here = found[place]
        first, last = bisect_left(made, place, key=_place), bisect_right(made, place, key=_place)
        there = made[first:last]
        people = {each.target.id for each in there if each.target.kind == "person"}
        people |= speakers[TranscriptId(place.id)]
        meant = [call for call in here if _means(call, sole[call.key], library, texts, people)]
        made[first:last] = _together(there, meant, sole, texts)
    return tuple(made)


def _means(call: _Call, work: int, library: Library, texts: Texts, people: Collection[str]) -> bool:
    """Whether a creator of the work takes part or is named beside the words, or these are its title's."""
    if any(credit.person in people for credit in library.works[work].creators):
        return True
    corpus, title = texts.corpus, texts.documents[work].title
    words = corpus.within(title)
    stems = corpus.stem[words].tolist()
    if len(call.key) >= BEGINNING and tuple(stems[: len(call.key)]) == call.key:
        return True
    telling = {
        stem
        for at, stem in enumerate(stems, start=words.start)
        if says_something(fold(corpus.surface(at, at)))
    }
    return len(telling.intersection(call.key)) >= MOST_OF_TITLE * len(telling)


def _calls(passage: Passage, corpus: Corpus) -> Iterator[_Call]:
    """The words beside each "paper" of a passage that could be a title's, the longest first."""
    plain = corpus.plain[passage.text]
    here = corpus.within(passage.text)
    begin, end, starts = here.start, here.stop, corpus.starts[here]
    for match in _PAPER.finditer(plain):
        head = begin + int(np.searchsorted(starts, match.start()))
        longest = _joined(corpus, head, max(begin, head - MOST_WORDS), -1)
        yield from _of_words(passage, corpus, [(head - size, head) for size in longest])
        behind = _ON.match(plain, match.end())
        if behind is not None and (
            match.group().casefold() != "work"
            or _ONE.search(plain, max(0, match.start() - _BEFORE), match.start())
        ):
            first = begin + int(np.searchsorted(starts, behind.end()))
            longest = _joined(corpus, first, min(end, first + MOST_WORDS) - 1, 1)
            yield from _of_words(passage, corpus, [(first, first + size + 1) for size in longest])


def _joined(corpus: Corpus, start: int, last: int, step: int) -> list[int]:
    """How many words behind or before one nothing parts from it, from the most down."""
    kinds = corpus.kinds
    size = 0
    for at in range(start, last, step):
        if kinds[at + (step > 0)] not in (SPACE, HYPHEN):
            break
        size += 1
    return list(range(size, 0, -1))


def _of_words(passage: Passage, corpus: Corpus, spans: Iterable[tuple[int, int]]) -> Iterator[_Call]:
    """The calls by words that no word of grammar begins or ends, each from one to before another."""
    words, standing = corpus.columns.words, corpus.standing
    for first, end in spans:
        if end - first < FEWEST_WORDS:
            continue
        if all(fold(words[standing[at]]) not in stop_words() for at in (first, end - 1)):
            yield _Call(passage, first, end - 1, tuple(corpus.stem[first:end].tolist()))


def _is_telling(call: _Call, corpus: Corpus) -> bool:
    """Whether the words are several, or not everyday, or written as a title's are."""
    if len(call.key) >= ENOUGH_EVERYDAY or not corpus.common(np.arange(call.first, call.last + 1)).all():
        return True
    return all(corpus.surface(at, at)[0].isupper() for at in (call.first, call.last))


def _owners(texts: Texts, wanted: Collection[_Key]) -> Mapping[_Key, set[int]]:
    """The works whose titles have some stems side by side."""
    corpus = texts.corpus
    found: defaultdict[_Key, set[int]] = defaultdict(set)
    begins = {key[0] for key in wanted}
    for number in range(texts.count("work") if wanted else 0):
        title = texts.documents[number].title
        stems = corpus.stem[corpus.within(title)].tolist()
        for first in (place for place, stem in enumerate(stems) if stem in begins):
            for end in range(first + FEWEST_WORDS, min(first + MOST_WORDS, len(stems)) + 1):
                key = tuple(stems[first:end])
                if key in wanted:
                    found[key].add(number)
    return found


def _users(texts: Texts, key: _Key) -> int:
    """How many works have some stems side by side."""
    corpus = texts.corpus
    end = int(corpus.bounds[np.searchsorted(texts.owners, texts.count("work"))])
    stems = corpus.stem[:end]
    here = np.flatnonzero(stems[: end - len(key) + 1] == key[0])
    for place, stem in enumerate(key[1:], start=1):
        here = here[stems[here + place] == stem]
    return int(np.unique(texts.owners[corpus.text[here]]).size)


def _together(
    there: Sequence[Mention], calls: Iterable[_Call], sole: Mapping[_Key, int], texts: Texts
) -> list[Mention]:
    """The mentions of a passage with those by a part of a title, each work's first one alone."""
    known = {mention.target for mention in there if mention.target.kind == "work"}
    kept = list(there)
    for call in calls:
        new = _made(call, sole[call.key], texts)
        crossed = [each for each in kept if each.start < new.end and new.start < each.end]
        if new.target in known or any(each.target.kind != "topic" for each in crossed):
            continue
        known.add(new.target)
        kept = [each for each in kept if each not in crossed] + [new]
    kept.sort(key=_start)
    seen: set[Target] = set()
    for place, mention in enumerate(kept):
        if mention.linked != (mention.target not in seen):
            kept[place] = replace(mention, linked=mention.target not in seen)
        seen.add(mention.target)
    return kept


def _made(call: _Call, work: int, texts: Texts) -> Mention:
    corpus, text = texts.corpus, call.passage.text
    start = int(corpus.starts[call.first])
    end = int(corpus.ends(np.array([call.last]))[0])
    sentence = quote(corpus.plain[text], corpus.sentences_of(text), start, end)
    target = Target("work", texts.documents[work].id)
    return Mention(call.passage.place, target, start, end, sentence, CALLED, linked=True)
