"""What works, people and topics are called in running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from seedbed.link.documents import Document
from seedbed.link.texts import Text
from seedbed.link.wording import is_short_form
from seedbed.model.library import Person
from seedbed.model.link import Target, Topic
from seedbed.text.words import is_common, split_words, words

Match = Literal["letters", "words", "stems"]


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Words that name a target.

    Attributes:
        words: As they are written.
        target: What they name.
        how: Why, as a phrase ("its title").
        match: How like them a text must be: "letters" with the same capitals but for a plural's s, "words"
            in any case and number, "stems" in any inflection.
    """

    words: str
    target: Target
    how: str
    match: Match


def names(
    documents: Sequence[Document], people: Iterable[Person], topics: Iterable[Topic]
) -> tuple[Name, ...]:
    """Every name of a library, sorted; one that works or people share names none of them."""
    works = [document for document in documents if document.kind == "work"]
    shorts = _shared_short_forms(works)
    found = [name for work in works for name in _of_work(work, shorts)]
    found += [name for person in people for name in _of_person(person)]
    owners: defaultdict[str, set[Target]] = defaultdict(set)
    for name in found:
        owners[name.words.casefold()].add(name.target)
    own = {name for name in found if len(owners[name.words.casefold()]) == 1}
    return tuple(sorted(own | {name for topic in topics for name in _of_topic(topic)}))


FEWEST_WORDS = 3
"""A title of fewer words counts only as it is written: "Slot Machines", not "slot machines"."""

ENOUGH_COMMON = 5
"""And so does one of everyday words alone, unless it has as many as this: "Cats at Night"."""

_COLON = re.compile(r":\s")
_INTRODUCES = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|article)|[Tt]he authors)\s(?:\w+ly\s|then\s|here\s)?"
    r"(?:introduces?|proposes?|presents?|develops?|describes?|releases?|designs?|builds?|creates?|call)\s"
)
_LONGEST_INTRODUCTION = 60
_SHORTEST_SHORT_FORM = 3


def _of_work(work: Document, shared: frozenset[str]) -> Iterator[Name]:
    target = Target("work", work.id)
    title = work.title.plain
    yield from _written(title, target, "its title")
    main, colon, _ = _parted(title)
    if colon:
        yield from _written(main, target, "its short title")
    in_title = {word.folded for word in work.title.words.all}
    for passage in work.passages:
        for introduced in _introduced(passage.text.plain):
            first = split_words(introduced)[0]
            if first.folded in in_title:
                yield Name(introduced, target, "what it introduces", "letters")
                if _is_coined(first.surface):
                    yield Name(first.surface, target, "the method that its title names", "letters")
        for definition in passage.text.definitions:
            long = {word.folded for word in split_words(definition.long)}
            if (
                long <= in_title
                and definition.short not in shared
                and len(definition.short) >= _SHORTEST_SHORT_FORM
            ):
                yield Name(definition.short, target, "the short form that it gives itself", "letters")


def _parted(title: str) -> tuple[str, bool, str]:
    """The part of a title before its first colon, whether there is one, and the part behind it."""
    colon = _COLON.search(title)
    return (title[: colon.start()], True, title[colon.end() :]) if colon else (title, False, "")


def _written(title: str, target: Target, how: str) -> Iterator[Name]:
    named = split_words(title)
    telling = len(named) >= ENOUGH_COMMON or not all(is_common(word.folded) for word in named)
    if len(named) >= FEWEST_WORDS and telling:
        yield Name(title, target, how, "words")
    elif len(named) > 1 or (named and _is_coined(named[0].surface)):
        yield Name(title, target, how, "letters")


def _is_coined(word: str) -> bool:
    """Whether a word is written as only a name is: "SAEBench", "MISR", "GPT4"; not "Introspection"."""
    if len(word) < _SHORTEST_SHORT_FORM or is_common(word.casefold()):
        return False
    return any(letter.isupper() for letter in word[1:]) or any(letter.isdigit() for letter in word)


def _introduced(plain: str) -> Iterator[str]:
    """What a text says that it introduces, if written with capitals: "We introduce Matryoshka SAEs"."""
    for verb in _INTRODUCES.finditer(plain):
        behind = plain[verb.end() : verb.end() + _LONGEST_INTRODUCTION]
        found = words(behind)
        end = 0
        for word, start, stop in zip(found.all, found.starts, found.ends, strict=True):
            if (end and behind[end:start] not in {" ", "-"}) or not _has_capital(word.surface):
                break
            end = stop
        if end:
            yield behind[:end]


def _has_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word)


def _shared_short_forms(works: Iterable[Document]) -> frozenset[str]:
    """Short forms that more than one work defines, and so name none of them."""
    spread = Counter(
        short
        for work in works
        for short in {definition.short for text in _texts(work) for definition in text.definitions}
    )
    return frozenset(short for short, number in spread.items() if number > 1)


def _texts(work: Document) -> Iterator[Text]:
    yield work.title
    for passage in work.passages:
        yield passage.text


def _of_person(person: Person) -> Iterator[Name]:
    target = Target("person", person.id)
    for form in person.forms:
        if len(split_words(form.name)) > 1:
            yield Name(form.name, target, "their name", "letters")


def _of_topic(topic: Topic) -> Iterator[Name]:
    target = Target("topic", topic.id)
    for phrase in topic.phrases:
        named = split_words(phrase)
        if not named:
            continue
        if len(named) > 1:
            yield Name(phrase, target, "its phrase", "stems")
        elif is_short_form(named[0].surface):
            yield Name(phrase, target, "its short form", "letters")
        else:
            yield Name(phrase, target, "its phrase", "words")
