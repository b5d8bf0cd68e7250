"""The topics to search texts for: what sources state, what the maintainer names, what several texts share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from seedbed.errors import SeedbedError
from seedbed.link.derived import Derived
from seedbed.link.documents import Document
from seedbed.link.stated import Statement, evidence_of, fold_label, leading_label, statements
from seedbed.model.curation import TopicRuling
from seedbed.model.decision import Evidence
from seedbed.model.library import Library, Person
from seedbed.model.link import PlaceKind, Topic, TopicId
from seedbed.model.source import Span, place_of
from seedbed.text.slugs import free_slug
from seedbed.text.words import split_words

_MOST_SPANS = 3


@dataclass(slots=True)
class _Draft:
    """A topic while its parts are put together."""

    label: str
    phrases: list[str] = field(default_factory=list)
    stated: list[Statement] = field(default_factory=list)
    derived: Derived | None = None
    ruling: TopicRuling | None = None


def all_topics(
    library: Library,
    documents: Sequence[Document],
    derived: Iterable[Derived],
    rulings: tuple[TopicRuling, ...],
    path: str,
) -> tuple[Topic, ...]:
    """All topics, by id; the works of those that are found by their phrases are still to be added.

    Args:
        library: For the places that evidence points to.
        documents: What `derived` counts its documents by.
        derived: What texts share; what is stated or ruled already only lends its wordings, and somebody's
            name is no topic.
        rulings: What the maintainer says of topics; it wins.
        path: The curation file, for errors.

    Raises:
        SeedbedError: A ruling has a phrase without a word in it, or two of them claim the same label.
    """
    drafts, keys = _ruled(rulings, path)
    for statement in statements(library.works):
        folded = fold_label(statement.label)
        key = keys.get(folded, folded)
        draft = drafts.setdefault(key, _Draft(""))
        draft.stated.append(statement)
    for draft in drafts.values():
        if draft.ruling is None:
            draft.label = leading_label(draft.stated)
            if any(not statement.category for statement in draft.stated):
                draft.phrases = [draft.label]
    for found in _without_people(derived, library.people):
        key = _key_of(found, drafts, keys)
        draft = drafts.setdefault(key, _Draft(found.label))
        if draft.ruling is None:
            draft.derived = found
            draft.phrases += [phrase for phrase in found.phrases if phrase not in draft.phrases]
    ids = _ids({key: draft.label for key, draft in drafts.items()})
    places = _places(documents, library)
    made = (_topic(ids[key], draft, places, path) for key, draft in drafts.items())
    return tuple(sorted(made, key=lambda topic: topic.id))


def _ruled(rulings: tuple[TopicRuling, ...], path: str) -> tuple[dict[str, _Draft], dict[str, str]]:
    """The maintainer's topics, and for each label or phrase that means one of them its key."""
    drafts: dict[str, _Draft] = {}
    keys: dict[str, str] = {}
    for ruling in rulings:
        for phrase in (ruling.label, *ruling.phrases):
            if not split_words(phrase):
                raise SeedbedError(
                    f"the topic “{ruling.label}” has the phrase “{phrase}”, which holds no word; "
                    "expected words that a text may use, so write some or take the phrase out",
                    path=path,
                    line=ruling.line,
                )
        key = fold_label(ruling.label)
        for meant in dict.fromkeys(map(fold_label, (ruling.label, *ruling.same, *ruling.phrases))):
            if keys.setdefault(meant, key) != key:
                raise SeedbedError(
                    f"“{meant}” belongs to the topic “{drafts[keys[meant]].label}” already, and now to "
                    f"“{ruling.label}” too; leave it in one of them",
                    path=path,
                    line=ruling.line,
                )
        drafts[key] = _Draft(
            ruling.label, list(dict.fromkeys((ruling.label, *ruling.phrases))), ruling=ruling
        )
    return drafts, keys


def _without_people(derived: Iterable[Derived], people: Iterable[Person]) -> tuple[Derived, ...]:
    """Those that are no name of a person, who has a page already.

    A name is never written small: "neural networks" is none, whatever some list gives for somebody's name.
    """
    found = tuple(derived)
    proper = {fold_label(each.label) for each in found if _is_proper(each.label)}
    if not proper:
        return found
    named = proper.intersection(fold_label(form.name) for person in people for form in person.forms)
    return tuple(each for each in found if not (_is_proper(each.label) and fold_label(each.label) in named))


def _is_proper(label: str) -> bool:
    """Whether it has several words, and a capital elsewhere than at its beginning."""
    return any(word[0].isupper() for word in label.split()[1:])


def _key_of(found: Derived, drafts: Mapping[str, _Draft], keys: Mapping[str, str]) -> str:
    """The key of the topic that has one of its wordings as a label or phrase already; else its own."""
    for phrase in found.phrases:
        key = fold_label(phrase)
        if key in keys or key in drafts:
            return keys.get(key, key)
    return fold_label(found.label)


def _topic(topic_id: TopicId, draft: _Draft, places: _Places, path: str) -> Topic:
    evidence: list[Evidence] = []
    if draft.ruling is not None:
        where = f"{path}:{draft.ruling.line}" if path else f"line {draft.ruling.line} of the curation file"
        evidence.append(Evidence(f"the maintainer names this topic ({where})"))
    evidence += evidence_of(draft.stated)
    if draft.derived is not None and not draft.stated:
        evidence += _evidence(draft.derived, places)
    return Topic(
        topic_id,
        draft.label,
        "stated" if draft.stated or draft.ruling is not None else "derived",
        tuple(draft.phrases),
        tuple(sorted({statement.work for statement in draft.stated})),
        tuple(evidence),
    )


def _evidence(found: Derived, places: _Places) -> Iterable[Evidence]:
    """Where a derived topic comes from, in sentences to check."""
    if found.titles:
        yield Evidence(f"in the title of {_count(len(found.titles))}", places.titled(found.titles))
    back = set(found.central).difference(found.titles)
    if back:
        titles = "title does" if len(back) == 1 else "titles do"
        there = {number: found.firsts[number] for number in back}
        yield Evidence(f"often in {_count(len(back))} whose {titles} not have it", places.first(there))
    yield Evidence(f"in {_count(len(found.firsts))} in all", places.first(found.firsts))
    for short, text in found.defined:
        defining = {places.document_of(text): text}
        yield Evidence(f"“{short}” is short for it, as a text says", places.first(defining))


def _count(number: int) -> str:
    return "1 text" if number == 1 else f"{number:,} texts"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where documents and their texts stand.

    Attributes:
        documents: Works, transcripts, collections.
        titles: The lines of each document's title.
        ranks: Of each document, its number in the order of where they begin.
    """

    documents: Sequence[Document]
    titles: Sequence[Span]
    ranks: Sequence[int]

    def titled(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """The first few titles of some documents."""
        return tuple(nsmallest(_MOST_SPANS, (self.titles[number] for number in numbers), key=place_of))

    def first(self, texts: Mapping[int, int]) -> tuple[Span, ...]:
        """The lines of one text each of the first few documents of some, by their numbers."""
        foremost = nsmallest(_MOST_SPANS, texts, key=self.ranks.__getitem__)
        return tuple(sorted({self._lines(number, texts[number]) for number in foremost}, key=place_of))

    def document_of(self, text: int) -> int:
        """The document of a text, whose title comes before all its others."""
        return bisect_right(self.documents, text, key=lambda each: each.title) - 1

    def _lines(self, number: int, text: int) -> Span:
        passages = self.documents[number].passages
        return next((each.place.span for each in passages if each.text == text), self.titles[number])


def _places(documents: Sequence[Document], library: Library) -> _Places:
    titles: dict[tuple[PlaceKind, str], Span] = {
        **{("work", each.id): each.title.claims[0].span for each in library.works},
        **{("transcript", each.id): each.title.claims[0].span for each in library.transcripts},
        **{("collection", each.id): each.title.span for each in library.collections},
    }
    stated = [titles[each.kind, each.id] for each in documents]
    begins = [
        place_of(each.passages[0].place.span if each.passages else title)
        for each, title in zip(documents, stated, strict=True)
    ]
    ranks = [0] * len(documents)
    for rank, number in enumerate(sorted(range(len(documents)), key=begins.__getitem__)):
        ranks[number] = rank
    return _Places(documents, stated, ranks)


def _ids(labels: Mapping[str, str]) -> dict[str, TopicId]:
    """An id for each key; where two labels make the same one, the later key's gets a number."""
    ids: dict[str, TopicId] = {}
    taken: set[str] = set()
    for key, label in sorted(labels.items()):
        ids[key] = TopicId(free_slug(label, taken.__contains__))
        taken.add(ids[key])
    return ids
