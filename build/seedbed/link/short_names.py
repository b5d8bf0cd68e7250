"""People who are called by their given name alone, where a conversation leaves no doubt who is meant.

A given name alone may be anybody's. It is somebody's here only where the conversation has named that person
in full before, or is just about a work of theirs, and nobody else whom it names has that name, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seedbed.link.corpus import Corpus
from seedbed.link.documents import Document, Passage
from seedbed.link.reading import Texts
from seedbed.model.library import Library, Person, PersonId, Transcript, WorkId
from seedbed.model.link import Discussion, Mention, Target, order_of
from seedbed.text.names import in_natural_order
from seedbed.text.sentences import quote
from seedbed.text.words import is_common, without_possessive

NAMED_BEFORE = "their given name; the whole stands before"
CREATOR = "the given name of a creator of what this turn is about"

_SHORTEST = 3
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NEXT = re.compile(r" (?:(?:of|the|de|da|di|del|der|la|le|al|bin|van|von) )?([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+) $")
_PLACE = re.compile(r"\b(?:in|at|near) $", re.IGNORECASE)
_NEAR = 40
"""Characters in which to look for a word."""


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who may be meant in a conversation.

    Attributes:
        given: The people by the given names that nobody else has whom it names or who speaks.
        alone: Those of the names that nobody else in the library has.
        about: For each turn, the creators of what it is about.
    """

    given: Mapping[str, PersonId]
    alone: frozenset[str]
    about: Mapping[int, frozenset[PersonId]]


def with_short_names(
    library: Library, texts: Texts, mentions: Sequence[Mention], discussions: Iterable[Discussion]
) -> tuple[Mention, ...]:
    """The mentions, and those by a part of a name, in the same order."""
    first = bisect_left(mentions, "transcript", key=_kind)
    last = bisect_right(mentions, "transcript", first, key=_kind)
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions[first:last]:
        named[mention.place.id].append(mention)
    discussed: defaultdict[str, list[Discussion]] = defaultdict(list)
    for discussion in discussions:
        discussed[discussion.transcript].append(discussion)
    people = {person.id: person for person in library.people}
    creators = {work.id: [credit.person for credit in work.creators] for work in library.works}
    documents = {each.id: each for each in texts.documents if each.kind == "transcript"}
    found: list[Mention] = []
    bearers: Counter[str] = Counter()
    for transcript in library.transcripts:
        about = _about(discussed[transcript.id], creators)
        if not about and not any(each.target.kind == "person" for each in named[transcript.id]):
            continue
        if not bearers:
            bearers.update(name for person in library.people for name in _given_names(person))
        cast = _cast(transcript, people, named[transcript.id], about, bearers)
        found += _in_transcript(documents[transcript.id], texts.corpus, cast, named[transcript.id])
    if not found:
        return tuple(mentions)
    return (*mentions[:first], *sorted((*mentions[first:last], *found), key=_in_order), *mentions[last:])


def _kind(mention: Mention) -> str:
    return mention.place.kind


def _in_order(mention: Mention) -> tuple[object, ...]:
    return *order_of(mention.place), mention.start


def _about(
    discussions: Iterable[Discussion], creators: Mapping[WorkId, Sequence[PersonId]]
) -> dict[int, frozenset[PersonId]]:
    found: defaultdict[int, set[PersonId]] = defaultdict(set)
    for each in discussions:
        found[each.turn].update(creators[each.work])
    return {turn: frozenset(people) for turn, people in found.items()}


def _given_names(person: Person) -> frozenset[str]:
    """The first words of a person's names, but for initials and everyday words.

    A family name is left out: it may be a place's as well.
    """
    words = (in_natural_order(form.name).split() for form in person.forms)
    return frozenset(
        name[0]
        for name in words
        if len(name) > 1
        and len(name[0]) >= _SHORTEST
        and _NAME.fullmatch(name[0])
        and _is_name(name[0])
        and not is_common(name[0].casefold())
    )


def _is_name(word: str) -> bool:
    return word[0].isupper() and word != "I" and not word.isupper()


def _cast(
    transcript: Transcript,
    people: Mapping[PersonId, Person],
    mentions: Iterable[Mention],
    about: Mapping[int, frozenset[PersonId]],
    bearers: Mapping[str, int],
) -> _Cast:
    speakers = {credit.person for credit in transcript.speakers}
    there = {PersonId(each.target.id) for each in mentions if each.target.kind == "person"}
    there |= speakers.union(*about.values())
    owners: defaultdict[str, set[PersonId]] = defaultdict(set)
    for person in there:
        for name in _given_names(people[person]):
            owners[name].add(person)
    given = {name: min(own) for name, own in owners.items() if len(own) == 1 and own.isdisjoint(speakers)}
    return _Cast(given, frozenset(name for name in given if bearers[name] == 1), about)


def _in_transcript(
    document: Document, corpus: Corpus, cast: _Cast, mentions: Iterable[Mention]
) -> Iterator[Mention]:
    taken: defaultdict[int, list[Mention]] = defaultdict(list)
    numbers = {(each.place.turn, each.place.paragraph): each.text for each in document.passages}
    for mention in mentions:
        taken[numbers[mention.place.turn, mention.place.paragraph]].append(mention)
    found, others = _alone(document, corpus, cast, taken)
    before: set[str] = set()
    for passage in document.passages:
        here = {each.target.id for each in taken[passage.text] if each.target.kind == "person"}
        about = cast.about.get(passage.place.turn, frozenset())
        for match in found.get(passage.text, ()):
            name = without_possessive(match.group())
            person = cast.given[name]
            told = person in before
            if person in here or name in others or not (told or (name in cast.alone and person in about)):
                continue
            here.add(person)
            yield _made(passage, match, corpus, person, NAMED_BEFORE if told else CREATOR)
        before |= {each.target.id for each in taken[passage.text]}


def _alone(
    document: Document, corpus: Corpus, cast: _Cast, taken: Mapping[int, Sequence[Mention]]
) -> tuple[dict[int, list[re.Match[str]]], set[str]]:
    """Where given names stand by themselves, by text; and those that are somebody else's as well."""
    found: defaultdict[int, list[re.Match[str]]] = defaultdict(list)
    others: set[str] = set()
    for passage in document.passages:
        text = corpus.plain[passage.text]
        for match in _NAME.finditer(text):
            name = without_possessive(match.group())
            if name not in cast.given or _overlaps(match, taken.get(passage.text, ())):
                continue
            if _is_of_another(text, match):
                others.add(name)
            elif _PLACE.search(text, max(0, match.start() - _NEAR), match.start()) is None:
                found[passage.text].append(match)
    return found, others


def _overlaps(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether a name is part of a mention; mentions are in order, and none overlaps another."""
    place = bisect_left(mentions, match.end(), key=_start)
    return place > 0 and mentions[place - 1].end > match.start()


def _start(mention: Mention) -> int:
    return mention.start


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    """Whether a name goes on, or begins before: "Sara Lund", "Joan of Arc", "Mary Stefan"."""
    behind = _NEXT.match(text, match.end())
    if behind and _is_name(behind.group(1)):
        return True
    before = _BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
    return before is not None and _is_name(before.group(1)) and not is_common(before.group(1).casefold())


def _made(passage: Passage, match: re.Match[str], corpus: Corpus, person: PersonId, how: str) -> Mention:
    text = corpus.plain[passage.text]
    start, end = match.start(), match.start() + len(without_possessive(match.group()))
    sentence = quote(text, corpus.sentences_of(passage.text), start, end)
    return Mention(passage.place, Target("person", person), start, end, sentence, how, linked=True)
