"""Prose with the links that stand in it, and passages quoted on the pages that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seedbed.model.link import Discussion, Mention, Place
from seedbed.model.prose import Prose, Run
from seedbed.model.shown import DateShown, Passage, Piece, Quote, Ref
from seedbed.write import addresses
from seedbed.write.shelf import Shelf


def passage(prose: Prose, mentions: Sequence[Mention] = ()) -> Passage:
    """`prose`, cut where links begin and end.

    Args:
        prose: A paragraph.
        mentions: What becomes a link, by offset. One that overlaps an earlier one stays text; so does one
            inside an address, which is a link already.
    """
    spots = list(_apart(mentions))
    pieces: list[Piece] = []
    coming = 0
    begin = 0
    for run in prose:
        left, end = begin, begin + len(run.text)
        while left < end:
            while coming < len(spots) and spots[coming].end <= left:
                coming += 1
            spot = spots[coming] if coming < len(spots) else None
            inside = spot is not None and spot.start <= left
            right = end
            if spot is not None and run.style not in ("math", "address"):
                right = min(end, spot.end if inside else spot.start)
            text = run.text[left - begin : right - begin]
            pieces.append(_piece(text, run, spot if inside else None))
            left = right
        begin = end
    return tuple(pieces)


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    end = 0
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _piece(text: str, run: Run, spot: Mention | None) -> Piece:
    if spot is None or run.style == "address":
        return Piece(text, run.style, run.source)
    return Piece(text, run.style, run.source, addresses.target_page(spot.target), spot.how)


def passages(
    shelf: Shelf, kind: str, subject: str, turn: int, paragraphs: Iterable[Prose]
) -> tuple[Passage, ...]:
    """The paragraphs of one place, with the links that the library found in them."""
    linked = shelf.mentions_in.get((kind, subject), {})
    return tuple(passage(prose, linked.get((turn, number), ())) for number, prose in enumerate(paragraphs))


def mention_quotes(shelf: Shelf, mentions: Iterable[Mention]) -> tuple[Quote, ...]:
    """Places that name a page's subject: one quote a sentence, though it may name it more than once.

    Why they do is said for works and people only: a topic's passages have its words, as anyone can see.
    """
    return tuple(
        Quote(
            mention.quote,
            _who(shelf, mention.place.kind, mention.place.id, mention.place.turn),
            _where(shelf, mention.place.kind, mention.place.id, mention.place.turn),
            (mention.how,) if mention.how and mention.target.kind != "topic" else (),
            _when(shelf, mention.place.kind, mention.place.id),
        )
        for mention in first_of_each(mentions)
    )


def first_of_each(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The first mention of every sentence that has one: these are the passages about a subject."""
    first: dict[tuple[Place, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.place, mention.quote), mention)
    return tuple(first.values())


def discussion_quotes(shelf: Shelf, discussions: Iterable[Discussion]) -> tuple[Quote, ...]:
    """Turns that are about a work, in the order of conversations and turns."""
    return tuple(
        Quote(
            discussion.quote,
            _who(shelf, "transcript", discussion.transcript, discussion.turn),
            _where(shelf, "transcript", discussion.transcript, discussion.turn),
            discussion.reasons,
            _when(shelf, "transcript", discussion.transcript),
        )
        for discussion in sorted(discussions, key=lambda each: (each.transcript, each.turn))
    )


def _who(shelf: Shelf, kind: str, subject: str, turn: int) -> Ref | None:
    """Who says it: the speaker of a turn. Abstracts and introductions are nobody's in particular."""
    if kind != "transcript" or turn == 0:
        return None
    speaker = shelf.talks[subject].speakers[turn - 1]
    return None if speaker is None else shelf.person(speaker)


def _where(shelf: Shelf, kind: str, subject: str, turn: int) -> Ref:
    thing = shelf.thing(kind, subject)
    match kind:
        case "transcript" if turn:
            return Ref(f"{thing.label}, turn {turn}", addresses.turn(subject, turn))
        case "transcript":
            return Ref(f"the summary of {thing.label}", thing.address)
        case "collection":
            return Ref(f"the introduction of {thing.label}", thing.address)
        case _:
            return Ref(thing.label, f"{thing.address}#abstract")


def _when(shelf: Shelf, kind: str, subject: str) -> DateShown | None:
    match kind:
        case "transcript":
            return shelf.talks[subject].date
        case "work":
            return shelf.faces[subject].date
        case _:
            return None
