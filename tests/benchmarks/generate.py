"""Seeds for any number of works, in the layouts of real captures, the same for the same number.

Run as `python -m tests.benchmarks.generate 5000 FOLDER` to write them into FOLDER/seeds.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zlib import crc32

from seedbed.text.words import common_words

# Works in one profile and in one programme's list; turns in one conversation, and works to one conversation.
PROFILE_WORKS = 40
LIST_WORKS = 60
TURNS = 60
WORKS_A_CONVERSATION = 500

# Of so many works, one also has its abstract in a dump of abstracts, and one stands on a list too.
ABSTRACT_AGAIN = 20
LISTED_AGAIN = 25

# Shares: of words that are an article, a pronoun or the like, of terms of the field, and of what is rare.
GRAMMAR = 0.45
TERM = 0.06
RARE = 0.02

# How many of the first words of a list are about as frequent as the first.
FLATTENED = 50


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FIRST_NAMES = _listed("""
    Ada Alan Amara Anders Aoife Bao Beatriz Björn Carmen Chidi Chloé Dana Deepa Dmitri Elena Emre Esther
    Farid Fatima Felix Grace Gustav Hana Hassan Helga Ibrahim Inês Ivo Jamal Jin João Kamala Karim Kira
    Lars Leila Liang Lucía Maja Malik Mei Mira Nadia Nils Noor Olga Omar Otto Paolo Priya Quentin Rosa
    Ruth Samir Sofia Sven Tariq Tomás Uma Vera Viktor Wanda Xin Yara Yusuf Zoë
""")
LAST_NAMES = _listed("""
    Abbott Adeyemi Almeida Andersson Baptiste Becker Bianchi Bond Castillo Chaudhuri Chen Cohen Costa
    Dang Devereux Diallo Eriksen Farouk Ferrari Fischer Fonseca Fujita Galloway García Haddad Hansen
    Herrera Hoffmann Horvat Ito Ivanov Jansen Jensen Kaplan Kaur Kim Kovács Kowalski Kumar Larsen
    Lindqvist Lopes Maier Marino Mbeki Mehta Moreau Müller Nakamura Ng Novak Nowak Obi Okafor Olsen
    Oliveira Osei Park Pereira Petrov Quist Rahman Ramos Ricci Rossi Sato Schmidt Silva Singh Sørensen
    Tanaka Thompson Tran Usman Vargas Vega Wagner Walsh Weiss Xu Yamamoto Yilmaz Zhao Ziegler
""")
MODIFIERS = _listed("""
    adaptive adversarial amortized auxiliary bounded calibrated causal compact contrastive counterfactual
    deceptive dense discrete distributed emergent federated gradual hidden implicit iterative latent linear
    local modular neural noisy oblique partial persistent recurrent recursive scalable sequential sparse
    spectral stochastic structured supervised synthetic temporal
""")
NOUNS = _listed("""
    activation agent alignment annotation attention autoencoder benchmark circuit concept curriculum decoder
    embedding estimator explanation feature filter gradient graph inference kernel memory negotiation neuron
    objective optimizer oversight parameter persona policy probe prompt representation reward rollout sampler
    steering tokenizer transformer trigger watermark
""")
GRAMMAR_WORDS = _listed("""
    the of and to in a is that for we with on as this are by be from an which it can at or not their these our
    have has but more than between such also when both into they its how while only over other
""")
EVERYDAY_WORDS = tuple(sorted(common_words() - set(GRAMMAR_WORDS), key=lambda word: crc32(word.encode())))
SYLLABLES = _listed("""
    ar bel cor dan el fir gal hes in jor kel lum mor nev or pel quin ros sel tor ul vex wen yor zam
""")
LATEX = (r"$\alpha$", r"90\%", r"3--4$\times$", r"\emph{very}", "``so called''")
CATEGORIES = ("AI", "LG", "CL", "NE", "NC")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TOPICS = (
    "Agency",
    "Adversarial Robustness",
    "Control",
    "Cooperation",
    "Dangerous Capabilities",
    "Evaluations",
    "Governance",
    "Interpretability",
    "Model Organisms",
    "Red-Teaming",
    "Safeguards",
    "Scalable Oversight",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A work, before it is put into a layout."""

    title: str
    creators: tuple[str, ...]
    abstract: str
    date: str
    category: str
    score: float
    has_code: bool
    topics: tuple[str, ...]


def write_seeds(folder: Path, works: int) -> None:
    """Write the seeds of a library of so many works into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in seeds(works):
        (folder / name).write_text(text, encoding="utf-8")


def write_one_more(folder: Path, number: int = 0) -> None:
    """Add a seed with one work, which no other seed has."""
    chance = _chance(f"one more {number}")
    owner = _name(chance, 400)
    work = _paper(chance, 10_000_000 + number, 400, owner)
    (folder / f"one-more-{number}.txt").write_text(_profile(chance, owner, [work]), encoding="utf-8")


def seeds(works: int) -> Iterator[tuple[str, str]]:
    """The name and the text of each seed."""
    chance = _chance(str(works))
    people = max(20, works * 2 // 5)
    numbers = iter(range(works))
    again: list[Paper] = []
    count = 0
    while batch := list(islice(numbers, LIST_WORKS if count % 3 else PROFILE_WORKS)):
        count += 1
        owner = _name(chance, people)
        papers = [_paper(chance, number, people, owner) for number in batch]
        if count % 3 == 1:
            yield f"profile-{count:05d}.txt", _profile(chance, owner, papers)
        else:
            yield f"list-{count:05d}.txt", _list(chance, again[-5:] + papers)
        again += papers[::LISTED_AGAIN]
        yield f"abstracts-{count:05d}.txt", _abstracts(papers[::ABSTRACT_AGAIN])
    for number in range(max(1, works // WORKS_A_CONVERSATION)):
        yield f"conversation-{number:05d}.txt", _conversation(chance, number, people, again)


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same every time


def _paper(chance: random.Random, number: int, people: int, owner: str) -> Paper:
    own = _own_word(number)
    terms = [_term(number % 25 * 10 + chance.randrange(10)) for _ in range(4)]
    creators = [_name(chance, people) for _ in range(chance.randint(1, 6))]
    creators.insert(chance.randint(0, len(creators)), owner)
    return Paper(
        title=f"{own.capitalize()}: {' '.join(_words(chance, terms, chance.randint(4, 9))).capitalize()}",
        creators=tuple(dict.fromkeys(creators)),
        abstract=" ".join(_sentence(chance, [*terms, own]) for _ in range(chance.randint(7, 11))),
        date=f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(2018, 2026)}",
        category=CATEGORIES[number % len(CATEGORIES)],
        score=chance.randint(400, 999) / 10,
        has_code=chance.random() < GRAMMAR,
        topics=tuple(chance.sample(TOPICS, chance.randint(0, 3))),
    )


def _term(number: int) -> str:
    """One of the terms that works of a field share; ten belong to a field."""
    return f"{MODIFIERS[number % len(MODIFIERS)]} {NOUNS[number * 7 % len(NOUNS)]}"


def _name(chance: random.Random, people: int) -> str:
    """One of so many people; a few have many works, and many have few, as in any field."""
    number = int(people * chance.random() ** 1.5)
    rest, last = divmod(number // len(FIRST_NAMES), len(LAST_NAMES))
    middle = [_own_word(rest).capitalize()] if rest else []
    return " ".join([FIRST_NAMES[number % len(FIRST_NAMES)], *middle, LAST_NAMES[last]])


def _own_word(number: int) -> str:
    """A word of at least two syllables that stands for one number."""
    parts: list[str] = []
    while number or not parts[1:]:
        number, part = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[part])
    return "".join(parts)


def _words(chance: random.Random, terms: Sequence[str], count: int) -> list[str]:
    return [_word(chance, terms) for _ in range(count)]


def _word(chance: random.Random, terms: Sequence[str]) -> str:
    """A word as frequent as in a text: the commonest of all, a term, a rare one, or one of the everyday."""
    share = chance.random()
    if share < GRAMMAR:
        return _often(chance, GRAMMAR_WORDS)
    if share < GRAMMAR + TERM:
        return chance.choice(terms)
    if share < GRAMMAR + TERM + RARE:
        return _own_word(chance.randrange(1_000_000))
    return _often(chance, EVERYDAY_WORDS)


def _often(chance: random.Random, words: Sequence[str]) -> str:
    """The first words of a list more often than the last, by Zipf's law as Mandelbrot put it."""
    return words[int(FLATTENED * ((len(words) / FLATTENED + 1) ** chance.random() - 1))]


def _sentence(chance: random.Random, terms: Sequence[str]) -> str:
    words = _words(chance, terms, chance.randint(10, 30))
    words[0] = words[0].capitalize()
    if chance.random() < RARE:
        words.insert(3, chance.choice(LATEX))
    return " ".join(words) + "."


def _profile(chance: random.Random, owner: str, papers: list[Paper]) -> str:
    lines = [owner, "", papers[0].category, f"h-index{chance.randint(3, 60)}", f"{len(papers)}papers"]
    lines += [f"{chance.randint(100, 9000):,}citations", f"Novelty{chance.randint(20, 80)}%"]
    lines += [f"AI Score{chance.randint(20, 80)}", "", f"{len(papers)} Papers", ""]
    for paper in papers:
        score = f"{paper.score}" if chance.random() > RARE else ""
        names = ", ".join(paper.creators[:3]) + (" et al." if paper.creators[3:] else "")
        lines += [f"{score}{paper.category}{paper.date}{'Code' if paper.has_code else ''}", paper.title, ""]
        lines += [names, "", paper.abstract, ""]
    return "\n".join(lines) + "\n"


def _list(chance: random.Random, papers: list[Paper]) -> str:
    programme = _own_word(chance.randrange(10_000)).capitalize()
    lines = [f"{programme} research", "", f"This page shows what fellows of {programme} have worked on.", ""]
    for heading, part in (("Featured Research", papers[:6]), (f"All {programme} Research", papers[6:])):
        lines += [heading, ""]
        for paper in part:
            lines += [paper.title, "", paper.abstract, ""]
            lines += [*paper.topics, ""] if paper.topics else ["Read more", ""]
            lines += ["Authors:", "", ", ".join(paper.creators), "", "Fellows:", "", paper.creators[0], ""]
            lines += ["Date:", "", paper.date, ""]
    lines += ["Frequently asked questions", "", f"What is {programme}?", "Who may apply?"]
    return "\n".join(lines) + "\n"


def _abstracts(papers: list[Paper]) -> str:
    return "\n".join(f"Abstract:{paper.abstract}" for paper in papers) + "\n"


def _conversation(chance: random.Random, number: int, people: int, papers: list[Paper]) -> str:
    host, guest = _name(chance, people), _name(chance, people)
    if host == guest:
        guest = f"{guest} the Younger"
    subject = chance.choice(papers).title.partition(":")[0]
    terms = [_term(number % 25 * 10 + each) for each in range(10)]
    lines = ["Podcasts", f"April {chance.randint(1, 28)}, 2026", "", f"On {subject}, with {guest}", "", host]
    lines += ["", _sentence(chance, terms), "", "Transcript", ""]
    for turn in range(TURNS):
        said = [_sentence(chance, terms) for _ in range(chance.randint(1, 6))]
        if turn % 7 == 1:
            said.append(f"In {chance.choice(papers).title} they looked at that.")
        lines += [f"{guest if turn % 2 else host}: {' '.join(said)}", ""]
        if turn % 5 == 1:
            lines += [_sentence(chance, terms), ""]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_seeds(Path(sys.argv[2]) / "seeds", int(sys.argv[1]))
