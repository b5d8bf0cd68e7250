"""Reasons and quotes for what is said to be about a work: phrases that a reader can check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from seedbed.link.corpus import Corpus
from seedbed.text.sentences import quote, sentence_number

MOST_REASONS = 3
"""Terms that are given as reasons."""

WORTH_SAYING = 0.25
"""A term is given when it says so large a part of what the first one says."""


def because(
    evidence: Sequence[tuple[str, float, bool]],
    creators: Sequence[str],
    named_creators: Sequence[str] = (),
    *,
    named: bool,
) -> tuple[str, ...]:
    """Why a paragraph is about a work.

    Args:
        evidence: Terms as the paragraph writes them, with what each says and whether the work's title has it,
            the most telling first.
        creators: The names of those in the conversation who are creators of the work.
        named_creators: The names of its creators whom the paragraph's turn names.
        named: Whether the work is named.
    """
    reasons = ["names it"] if named else []
    given: list[str] = []
    shared: dict[str, list[str]] = {"title": [], "abstract": []}
    for surface, value, in_title in evidence:
        if len(given) == MOST_REASONS or value < WORTH_SAYING * evidence[0][1]:
            break
        if any(surface.casefold() in other or other in surface.casefold() for other in given):
            continue
        given.append(surface.casefold())
        shared["title" if in_title else "abstract"].append(f"“{surface}”")
    reasons += [f"shares {_listed(words)} with its {part}" for part, words in shared.items() if words]
    if named_creators:
        reasons.append(
            f"names {_listed(named_creators)}, a creator of it"
            if len(named_creators) == 1
            else f"names {_listed(named_creators)}, creators of it"
        )
    if creators:
        reasons.append(
            f"{' and '.join(creators)}, who takes part, is a creator of it"
            if len(creators) == 1
            else f"{' and '.join(creators)}, who take part, are creators of it"
        )
    return tuple(reasons)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def telling_sentence(corpus: Corpus, text: int, stems: Mapping[int, float]) -> str:
    """The sentence of a text that has most of what speaks for a work, the first among equals.

    Args:
        corpus: All texts.
        text: Which of them.
        stems: What each stem says.
    """
    sentences = corpus.sentences_of(text)
    scores: defaultdict[int, set[int]] = defaultdict(set)
    words = corpus.within(text)
    for stem, start in zip(corpus.stem[words].tolist(), corpus.starts[words].tolist(), strict=True):
        if stem in stems:
            scores[sentence_number(sentences, start)].add(stem)
    best = min(
        scores,
        key=lambda number: (-round(sum(stems[stem] for stem in sorted(scores[number])), 6), number),
        default=0,
    )
    return quote(corpus.plain[text], sentences, sentences[best], sentences[best])
