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

# Works in one profile and in one programme's list; turns in one conversation, and works to one conversation.
PROFILE_WORKS = 40
LIST_WORKS = 60
TURNS = 60
WORKS_A_CONVERSATION = 500

# Of so many works, one also has its abstract in a dump of abstracts, and one stands on a list too.
ABSTRACT_AGAIN = 20
LISTED_AGAIN = 25

# Shares: of creators who have many works, of words that belong to a field, and of what is rare.
PROLIFIC = 0.3
FIELD = 0.5
RARE = 0.1


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
FIELDS = (
    "attention circuit feature neuron probe representation sparsity steering superposition transformer",
    "agent autonomy control environment exploration oversight planning policy reward tool",
    "benchmark contamination evaluation leaderboard measurement metric rubric task validity variance",
    "corpus curriculum dataset distillation filtering finetuning pretraining sampling tokenizer tuning",
    "attack backdoor defence injection jailbreak poisoning robustness safeguard trigger watermark",
    "belief consistency deception honesty introspection persona sycophancy trust truthfulness uncertainty",
    "compute efficiency hardware inference kernel latency memory quantization scaling throughput",
    "cortex decision dopamine learning motor perception plasticity reflex stimulus synapse",
    "causality counterfactual estimator graph intervention likelihood mediation prior regression sample",
    "debate dialogue feedback instruction negotiation preference question rationale summary user",
)
PLAIN = _listed("""
    about across after against analysis approach between can common compare data different each effect
    evidence examine explain find from general however human improve increase into large limit method
    model more often other over present problem reduce remain result show simple small study suggest
    system than that their these this through under use via we when where which while with without
""")
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
    field = FIELDS[number % len(FIELDS)].split()
    own = _own_word(number)
    title = f"{own.capitalize()}: {' '.join(_words(chance, field, own, chance.randint(4, 9))).capitalize()}"
    creators = [_name(chance, people) for _ in range(chance.randint(1, 6))]
    creators.insert(chance.randint(0, len(creators)), owner)
    return Paper(
        title=title,
        creators=tuple(dict.fromkeys(creators)),
        abstract=" ".join(_sentence(chance, field, own) for _ in range(chance.randint(5, 9))),
        date=f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(2018, 2026)}",
        category=CATEGORIES[number % len(CATEGORIES)],
        score=chance.randint(400, 999) / 10,
        has_code=chance.random() < PROLIFIC,
        topics=tuple(chance.sample(TOPICS, chance.randint(0, 3))),
    )


def _name(chance: random.Random, people: int) -> str:
    """One of so many people; a few have many works, and many have few, as in any field."""
    if chance.random() < PROLIFIC:
        number = min(int(chance.paretovariate(0.6)) - 1, people - 1)
    else:
        number = chance.randrange(people)
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


def _words(chance: random.Random, field: Sequence[str], own: str, count: int) -> list[str]:
    words = [chance.choice(field if chance.random() < FIELD else PLAIN) for _ in range(count)]
    return [*words, own if chance.random() < RARE else chance.choice(field)]


def _sentence(chance: random.Random, field: Sequence[str], own: str) -> str:
    words = _words(chance, field, own, chance.randint(10, 24))
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
    field = FIELDS[number % len(FIELDS)].split()
    lines = ["Podcasts", f"April {chance.randint(1, 28)}, 2026", "", f"On {subject}, with {guest}", "", host]
    lines += ["", _sentence(chance, field, "talk"), "", "Transcript", ""]
    for turn in range(TURNS):
        said = [_sentence(chance, field, "talk") for _ in range(chance.randint(1, 6))]
        if turn % 7 == 1:
            said.append(f"In {chance.choice(papers).title} they looked at that.")
        lines += [f"{guest if turn % 2 else host}: {' '.join(said)}", ""]
        if turn % 5 == 1:
            lines += [_sentence(chance, field, "talk"), ""]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_seeds(Path(sys.argv[2]) / "seeds", int(sys.argv[1]))
