"""The page of a topic, and all topics by size and by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from seedbed.model.library import PersonId
from seedbed.model.link import Backlinks, Target, Topic, TopicId
from seedbed.model.list_page import TopicsPage
from seedbed.model.page import Page
from seedbed.model.shown import Address, Counted, Lettered, Quote, Ref, WorkRow
from seedbed.model.thing_page import TopicPage
from seedbed.write import addresses
from seedbed.write.passages import first_of_each, mention_quotes
from seedbed.write.pictures.topic_arcs import topic_arcs
from seedbed.write.rows import newest_first
from seedbed.write.rulings import notes
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import (
    at_most,
    by_letter,
    counted,
    folded,
    joined,
    listed,
    number,
    sentence,
    shortened,
)

ALL_TOPICS = Ref("Topics", "topics/index")
"""The list of all topics."""

_WORKS_A_PAGE = 500
_PASSAGES_A_PAGE = 200
_PEOPLE = 60
_BESIDE = 24
_FEWEST_GROUPED = 4
_GROUPED = 12


def topic_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """The pages of a topic, by id."""
    for topic in shelf.topics:
        yield Task(addresses.topic_page(topic), _topic_pages, topic)


def _topic_pages(shelf: Shelf, subject: str) -> Iterator[Page]:
    """One page; several where the topic has very many works or passages."""
    topic = shelf.topics[subject]
    backlinks = shelf.leading_to.get(("topic", topic.id)) or Backlinks(Target("topic", topic.id))
    works = newest_first(shelf.rows[work] for work in topic.works)
    passages = mention_quotes(shelf, backlinks.mentions)
    people = _people(shelf, topic)
    count = max(_parts(len(works), _WORKS_A_PAGE), _parts(len(passages), _PASSAGES_A_PAGE))
    for part in range(1, count + 1):
        yield _topic_page(shelf, topic, works, passages, people, part, count)


def topics_page(shelf: WholeShelf) -> Page:
    """All topics."""
    entries = topic_entries(shelf)
    derived = {addresses.topic_page(topic.id) for topic in shelf.links.topics if topic.kind == "derived"}
    by_name = sorted(entries, key=lambda entry: (folded(entry.ref.label), entry.ref.address))
    lead = _lead(len(entries), len(derived))
    return Page(
        path=f"{ALL_TOPICS.address}.md",
        title="Topics",
        description=(
            f"{counted(len(entries), 'topic')} of this library, by size and by letter." if entries else lead
        ),
        kind="topics",
        value=TopicsPage(
            title="Topics",
            lead=lead,
            stated=tuple(entry for entry in entries if entry.ref.address not in derived),
            derived=tuple(entry for entry in entries if entry.ref.address in derived),
            letters=tuple(
                Lettered(first, addresses.letter_anchor(first), group)
                for first, group in by_letter(by_name, lambda entry: entry.ref.label).items()
            ),
            arcs=topic_arcs(shelf),
        ),
        listed=False,
    )


def _lead(topics: int, derived: int) -> str:
    """How many topics there are, and where they come from."""
    if not topics:
        return "No topics yet."
    if 0 < derived < topics:
        origin = ": what the sources state, and what was found in the texts"
    else:
        origin = f", {'all ' * (topics > 1)}{'found in the texts' if derived else 'stated by the sources'}"
    return f"{counted(topics, 'topic')}{origin}. The number beside each counts papers and passages."


def topic_entries(shelf: WholeShelf) -> list[Counted]:
    """Every topic with how many papers and passages its page shows, the largest first."""
    entries = []
    for topic in shelf.links.topics:
        backlinks = shelf.leading_to.get(("topic", topic.id))
        size = len(topic.works) + (len(first_of_each(backlinks.mentions)) if backlinks else 0)
        entries.append(Counted(shelf.topic(topic.id), number(size), size=size))
    return sorted(entries, key=lambda entry: (-entry.size, folded(entry.ref.label), entry.ref.address))


def _parts(size: int, a_page: int) -> int:
    return max(1, -(-size // a_page))


def _topic_page(  # noqa: PLR0913, PLR0917
    shelf: Shelf,
    topic: Topic,
    works: Sequence[WorkRow],
    passages: Sequence[Quote],
    people: Sequence[tuple[PersonId, int]],
    part: int,
    count: int,
) -> Page:
    first = part == 1
    page = addresses.topic_page(topic.id)
    value = TopicPage(
        label=topic.label,
        lead=_kind(topic),
        held=tuple(_held(page, works, passages, people)) if first else (),
        derived=topic.kind == "derived",
        evidence=notes(shelf, topic.evidence) if first else (),
        beside=_beside(shelf, topic) if first else (),
        groups=_groups(shelf, topic, works) if first else (),
        works=tuple(works[(part - 1) * _WORKS_A_PAGE : part * _WORKS_A_PAGE]),
        works_cut=len(works) > _WORKS_A_PAGE,
        passages=tuple(passages[(part - 1) * _PASSAGES_A_PAGE : part * _PASSAGES_A_PAGE]),
        people=tuple(_person(shelf, *each) for each in people[:_PEOPLE]) if first else (),
        more_people=_more_people(people[_PEOPLE:]) if first else "",
        parts=addresses.part_refs(page, (f"part {each}" for each in range(1, count + 1)), part),
    )
    return Page(
        path=f"{addresses.part_page(page, part)}.md",
        title=topic.label if first else f"{topic.label}, part {part}",
        description=_description(topic, works, passages) if first else _description_of(topic, part, count),
        kind="topic",
        value=value,
        parent=ALL_TOPICS if first else shelf.topic(topic.id),
    )


def _held(
    page: Address, works: Sequence[WorkRow], passages: Sequence[Quote], people: Sequence[tuple[PersonId, int]]
) -> Iterator[Counted]:
    for size, one, several in (
        (len(works), "paper", "papers"),
        (len(passages), "passage", "passages"),
        (len(people), "person", "people"),
    ):
        if size:
            yield Counted(Ref(counted(size, one, several), f"{page}#{several}"), "", size=size)


def _kind(topic: Topic) -> str:
    if topic.kind == "stated":
        by_sources = any(each.spans for each in topic.evidence)
        return f"A topic that {'the sources state' if by_sources else 'the maintainer names'}."
    return "A topic found in the texts; no source states it."


def _description(topic: Topic, works: Sequence[WorkRow], passages: Sequence[Quote]) -> str:
    titles = sentence(f"Papers: {'; '.join(row.work.label for row in works[:2])}") if works else ""
    held = [counted(len(works), "paper")] if works else []
    if passages:
        held.append(counted(len(passages), "passage"))
    return shortened(
        joined((sentence(topic.label), _kind(topic), sentence(listed(held)) if held else "", titles))
    )


def _description_of(topic: Topic, part: int, count: int) -> str:
    """Of one of the later parts: a work more in another changes nothing in it."""
    return joined((sentence(f"{topic.label}, part {part} of {count}"), _kind(topic)))


def _beside(shelf: Shelf, topic: Topic) -> tuple[Counted, ...]:
    def entry(pair: tuple[TopicId, int]) -> Counted:
        return Counted(shelf.topic(pair[0]), counted(pair[1], "paper"), size=pair[1])

    pairs = [
        (each.other if each.topic == topic.id else each.topic, len(each.works))
        for each in shelf.beside.get(topic.id, ())
    ]
    pairs.sort(key=lambda pair: (-pair[1], folded(shelf.labels[pair[0]].label), pair[0]))
    return at_most(_BESIDE, pairs, entry)


def _groups(shelf: Shelf, topic: Topic, works: Sequence[WorkRow]) -> tuple[Counted, ...]:
    """The works by the topics that go with this one; none where there is too little to tell apart."""
    refs = {row.work.address: row.work for row in works}
    having = {
        shelf.topic(each.other if each.topic == topic.id else each.topic): {
            addresses.work_page(work) for work in each.works
        }
        for each in shelf.beside.get(topic.id, ())
    }
    if len(works) < _FEWEST_GROUPED or len(having) < 2:  # noqa: PLR2004 - one group tells nothing apart
        return ()
    found = [
        _group(entry.ref, [ref for address, ref in refs.items() if address in having[entry.ref]])
        for entry in _beside(shelf, topic)
        if entry.ref.address
    ]
    elsewhere = set().union(*having.values())
    alone = [ref for address, ref in refs.items() if address not in elsewhere]
    return (*found, _group(Ref("No other topic"), alone)) if alone else tuple(found)


def _group(ref: Ref, works: Sequence[Ref]) -> Counted:
    """Works under a topic; of very many the newest, as the list below has them all."""
    return Counted(ref, counted(len(works), "paper"), details=tuple(works[:_GROUPED]), size=len(works))


def _people(shelf: Shelf, topic: Topic) -> list[tuple[PersonId, int]]:
    """The creators of the topic's works, those of most works first."""
    sizes = Counter(
        person
        for work in topic.works
        for person in dict.fromkeys(person for _, person in shelf.faces[work].creators)
    )
    return sorted(sizes.items(), key=lambda item: (-item[1], folded(shelf.names[item[0]]), item[0]))


def _more_people(left_out: Sequence[tuple[PersonId, int]]) -> str:
    """How many people are not listed, as a sentence; those of most works come first."""
    if not left_out:
        return ""
    each = ", with one paper each" if left_out[0][1] == 1 else ""
    return f"And {number(len(left_out))} more{each}: see the papers."


def _person(shelf: Shelf, person: PersonId, size: int) -> Counted:
    return Counted(shelf.person(person), counted(size, "paper"), size=size)
