"""What works, people and topics are called in running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Literal

import msgspec
import numpy as np

from seedbed.link.documents import Document
from seedbed.link.reading import Texts
from seedbed.link.wording import is_short_form
from seedbed.model.library import Library, Person, Work
from seedbed.model.link import Target, Topic
from seedbed.text.names import in_natural_order
from seedbed.text.titles import letters
from seedbed.text.words import fold, is_common, split_words, surfaces_of

Match = Literal["letters", "words", "stems"]


class Name(msgspec.Struct, frozen=True, gc=False):
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


def names(texts: Texts, library: Library, topics: Iterable[Topic]) -> tuple[Name, ...]:
    """Every name of a library, sorted; one that works or people share names none of them.

    The title of one work that is another's short title ("Soft Hands", "Soft Hands: A Comment") names the one.
    What a work introduces ("Adam") is no name of it where somebody is called so.
    """
    works = [document for document in texts.documents if document.kind == "work"]
    shorts = _shared_short_forms(texts)
    titles = texts.corpus.words_of(np.array([work.title for work in works], dtype=np.int64))
    found = [
        name
        for work, (words, common) in zip(works, titles, strict=True)
        for name in _of_work(work, words, common, texts, shorts)
    ]
    found += [name for work in library.works for name in _as_others_state(work)]
    of_people = [name for person in library.people for name in _of_person(person)]
    given = {name.words.partition(" ")[0] for name in of_people}
    found = [name for name in found if name.how != INTRODUCED or name.words not in given]
    found += of_people
    whole = {name.words.casefold() for name in found if name.how == WHOLE_TITLE}
    found = [name for name in found if name.how != SHORT_TITLE or name.words.casefold() not in whole]
    owners: defaultdict[str, set[Target]] = defaultdict(set)
    for name in found:
        owners[name.words.casefold()].add(name.target)
    own = [name for name in found if len(owners[name.words.casefold()]) == 1]
    own += [name for topic in topics for name in _of_topic(topic)]
    return tuple(sorted(dict.fromkeys(own), key=_in_order))


_in_order = attrgetter("words", "target.kind", "target.id", "how", "match")

WHOLE_TITLE, SHORT_TITLE, INTRODUCED = "its title", "its short title", "what it introduces"
OTHER_TITLE = "its title as another source has it"

FEWEST_WORDS = 3
"""A title of fewer words counts only as it is written: "Slot Machines", not "slot machines"."""

ENOUGH_COMMON = 5
"""And so does one of everyday words alone, unless it has as many as this: "Cats at Night"."""

_SUBTITLE = re.compile(r":\s|(?<=[?!])\s")
_MARKED = re.compile(r"[$\\<>]")
"""LaTeX, or markup, which no text that speaks of the work has."""
_SHORTEST_SHORT_FORM = 3


def _of_work(
    work: Document, words: list[str], common: list[bool], texts: Texts, shared: frozenset[str]
) -> Iterator[Name]:
    """The names of a work.

    Args:
        work: The work.
        words: Those of its title.
        common: Whether each is an everyday one.
        texts: All texts.
        shared: Short forms that name no work.
    """
    target = Target("work", work.id)
    corpus = texts.corpus
    title = corpus.plain[work.title]
    yield from _written(title, words, common, target, WHOLE_TITLE)
    behind = _SUBTITLE.search(title)
    if behind:
        before = corpus.words_before(work.title, behind.start())
        yield from _written(title[: behind.start()], words[:before], common[:before], target, SHORT_TITLE)
    in_title: set[str] = set()
    columns = corpus.columns
    for passage in work.passages:
        if passage.text not in columns.introduced and passage.text not in columns.definitions:
            continue
        in_title = in_title or set(map(fold, words))
        for introduced in columns.introduced.get(passage.text, ()):
            first = split_words(introduced)[0]
            if first.folded in in_title:
                yield Name(introduced, target, INTRODUCED, "letters")
                if _is_coined(first.surface):
                    yield Name(first.surface, target, "the method that its title names", "letters")
        for short, start, end, _ in columns.definitions.get(passage.text, ()):
            long = {word.folded for word in split_words(corpus.plain[passage.text][start:end])}
            if long <= in_title and short not in shared and len(short) >= _SHORTEST_SHORT_FORM:
                yield Name(short, target, "the short form that it gives itself", "letters")


def _as_others_state(work: Work) -> Iterator[Name]:
    """The titles that sources give a work and that differ from the one that is shown by more than signs."""
    if len(work.title.claims) == 1:
        return
    known = {letters(work.title.shown)}
    for claim in work.title.claims:
        stated = claim.value
        if letters(stated) in known or _MARKED.search(stated):
            continue
        known.add(letters(stated))
        words = split_words(stated)
        common = [is_common(word.folded) for word in words]
        surfaces = [word.surface for word in words]
        yield from _written(stated, surfaces, common, Target("work", work.id), OTHER_TITLE)


def _written(title: str, words: list[str], common: list[bool], target: Target, how: str) -> Iterator[Name]:
    telling = len(words) >= ENOUGH_COMMON or not all(common)
    if len(words) >= FEWEST_WORDS and telling:
        yield Name(title, target, how, "words")
    elif (len(words) > 1 and any(map(_is_titled, words))) or (words and _is_coined(words[0])):
        yield Name(title, target, how, "letters")


def _is_titled(word: str) -> bool:
    """Whether a word begins with a capital, as in "Slot Machines"; "AI safety" is a subject's name."""
    return word[0].isupper() and not word.isupper()


def _is_coined(word: str) -> bool:
    """Whether a word is written as only a name is: "SAEBench", "MISR", "GPT4"; not "Introspection"."""
    if len(word) < _SHORTEST_SHORT_FORM or is_common(word.casefold()):
        return False
    return any(letter.isupper() for letter in word[1:]) or any(letter.isdigit() for letter in word)


def _shared_short_forms(texts: Texts) -> frozenset[str]:
    """Short forms that more than one work defines, and so name none of them."""
    works = texts.count("work")
    defined = {
        (int(texts.owners[text]), short)
        for text, found in texts.corpus.columns.definitions.items()
        for short, *_ in found
        if texts.owners[text] < works
    }
    spread = Counter(short for _, short in {(work, short.removesuffix("s")) for work, short in defined})
    return frozenset(short for _, short in defined if spread[short.removesuffix("s")] > 1)


def _of_person(person: Person) -> Iterator[Name]:
    target = Target("person", person.id)
    forms = [form.name for form in person.forms]
    for name in dict.fromkeys((*forms, *map(in_natural_order, forms))):
        if len(surfaces_of(name)) > 1:
            yield Name(name, target, "their name", "letters")


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
