"""Mentions: the places that name a work, a person or a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import numpy as np

from seedbed.link.columns import Numbers, paired
from seedbed.link.corpus import Corpus
from seedbed.link.documents import Passage
from seedbed.link.matching import Hits, longest
from seedbed.link.phrases import Flags
from seedbed.link.spots import Spots
from seedbed.link.years import comes_too_late
from seedbed.model.link import Mention, order_of
from seedbed.text.sentences import LONGEST_QUOTE, shorten


def mentions(spots: Spots) -> tuple[Mention, ...]:
    """Every mention in the paragraphs of the library, by place, then by where it stands.

    A work does not mention itself, nor one of a later time, nor a speaker their own name.
    """
    passages = {passage.text: passage for each in spots.texts.documents for passage in each.passages}
    hits = _apart(spots, spots.hits.where(_may_mention(spots, passages.values())))
    in_order = sorted(passages, key=lambda text: order_of(passages[text].place))
    ranks = np.zeros(spots.texts.owners.size, dtype=np.int64)
    ranks[in_order] = np.arange(len(in_order))
    order = np.lexsort((hits.firsts, ranks[spots.texts.corpus.text[hits.firsts]]))
    return tuple(_made(spots, Hits(hits.names[order], hits.firsts[order], hits.lasts[order]), passages))


def _may_mention(spots: Spots, passages: Iterable[Passage]) -> Flags:
    """Whether each hit stands in a paragraph, and may be meant there.

    So is neither the work's own name nor the speaker's, nor a work that came long after.
    """
    texts = spots.texts
    numbers = {(target.kind, target.id): number for number, target in enumerate(spots.targets)}
    years = np.zeros(len(spots.targets), dtype=np.int64)
    for document in texts.documents:
        if document.kind == "work" and ("work", document.id) in numbers:
            years[numbers["work", document.id]] = document.year
    own = np.full(texts.owners.size, -1, dtype=np.int64)
    in_paragraph = np.zeros(texts.owners.size, dtype=bool)
    for passage in passages:
        in_paragraph[passage.text] = True
        if passage.place.kind == "work":
            own[passage.text] = numbers.get(("work", passage.place.id), -1)
        elif passage.speaker is not None:
            own[passage.text] = numbers.get(("person", passage.speaker), -1)
    text = texts.corpus.text[spots.hits.firsts]
    target = spots.named[spots.hits.names]
    late = comes_too_late(years[target], texts.years[texts.owners[text]])
    wanted: Flags = in_paragraph[text] & (own[text] != target) & ~late
    return wanted


def _apart(spots: Spots, hits: Hits) -> Hits:
    """The hits without those that yield to another that overlaps them."""
    if not hits.firsts.size:
        return hits
    # Hits come by where they begin: one that begins behind all before it overlaps none of them.
    free = np.append(hits.firsts[1:] > np.maximum.accumulate(hits.lasts)[:-1], [True])
    kept = np.append([True], free[:-1]) & free
    crowded = np.flatnonzero(~kept)
    crowd = np.cumsum(np.append([True], free[:-1]))[crowded].tolist()
    kinds = np.array([_RANKS[target.kind] for target in spots.targets], dtype=np.int64)
    ranks = kinds[spots.named[hits.names[crowded]]] * len(spots.names) + hits.names[crowded]
    spans = zip(
        hits.firsts[crowded].tolist(),
        hits.lasts[crowded].tolist(),
        ranks.tolist(),
        crowded.tolist(),
        strict=True,
    )
    for _, overlapping in groupby(zip(crowd, spans, strict=True), key=itemgetter(0)):
        kept[longest(span for _, span in overlapping)] = True
    return hits.where(kept)


_RANKS = {"work": 0, "person": 1, "topic": 2}


def _made(spots: Spots, hits: Hits, passages: Mapping[int, Passage]) -> Iterator[Mention]:
    corpus, names = spots.texts.corpus, spots.names
    texts = corpus.text[hits.firsts]
    starts, ends = corpus.starts[hits.firsts], corpus.ends(hits.lasts)
    targets = spots.named[hits.names]
    linked = np.zeros(targets.size, dtype=bool)
    linked[np.unique(paired(texts, targets, len(spots.targets)), return_index=True)[1]] = True
    return map(
        Mention,
        [passages[text].place for text in texts.tolist()],
        [spots.targets[target] for target in targets.tolist()],
        starts.tolist(),
        ends.tolist(),
        _quotes(corpus, texts, starts, ends),
        [names[name].how for name in hits.names.tolist()],
        linked.tolist(),
    )


def _quotes(corpus: Corpus, texts: Numbers, starts: Numbers, ends: Numbers) -> Iterator[str]:
    """The sentence around each of some words; words that run over its end bring the next one with them."""
    firsts, lasts = corpus.sentence_of(texts, starts), corpus.sentence_of(texts, ends - 1)
    lengths = np.fromiter(map(len, corpus.plain), np.int64, len(corpus.plain))
    behind = np.append(corpus.sentence_starts[1:], 0)
    behind[corpus.sentence_bounds[1:] - 1] = lengths
    before = (-1, -1)
    whole = ""
    for text, sentence, last, start, end, middle in zip(
        texts.tolist(),
        firsts.tolist(),
        lasts.tolist(),
        corpus.sentence_starts[firsts].tolist(),
        behind[lasts].tolist(),
        ((starts + ends) // 2).tolist(),
        strict=True,
    ):
        plain = corpus.plain[text]
        if (sentence, last) != before:
            before = (sentence, last)
            whole = plain[start:end].rstrip()
        yield whole if len(whole) <= LONGEST_QUOTE else shorten(plain, start, start + len(whole), middle)
