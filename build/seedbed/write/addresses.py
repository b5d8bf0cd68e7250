"""Where each thing stands on the site: pages and anchors, without extension, from the site's root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from seedbed.model.decision import Kind
from seedbed.model.link import Target
from seedbed.model.shown import Address, Ref, SourceRef
from seedbed.model.source import Span
from seedbed.text.slugs import free_slug

LINES_A_PAGE = 2000
"""Lines of a capture on one page; longer ones are split."""

QUESTIONS_A_PAGE = 100
"""Open questions on one page of the notes."""

KIND_AT: Mapping[str, Kind] = {
    "papers": "work",
    "people": "person",
    "topics": "topic",
    "transcripts": "transcript",
    "collections": "collection",
}
"""What kind of thing the pages of a folder show."""

_FOLDERS = {kind: folder for folder, kind in KIND_AT.items()}


def url(address: Address) -> str:
    """An address as browsers ask for it, from the site's root: "papers/soft-hands.html#abstract"."""
    page, hash_mark, anchor = address.partition("#")
    return f"{page}.html{hash_mark}{anchor}"


def work_page(work: str) -> Address:
    """The page of a work."""
    return f"papers/{work}"


def person_page(person: str) -> Address:
    """The page of a person."""
    return f"people/{person}"


def topic_page(topic: str) -> Address:
    """The page of a topic."""
    return f"topics/{topic}"


def transcript_page(transcript: str) -> Address:
    """The page of a conversation."""
    return f"transcripts/{transcript}"


def turn(transcript: str, number: int) -> Address:
    """A turn of a conversation; its summary, which is turn 0, stands at the top."""
    page = transcript_page(transcript)
    return f"{page}#turn-{number}" if number else page


def collection_page(collection: str) -> Address:
    """The page of a collection."""
    return f"collections/{collection}"


def target_page(target: Target) -> Address:
    """The page of what is spoken of."""
    return f"{_FOLDERS[target.kind]}/{target.id}"


def part_page(first: Address, part: int) -> Address:
    """Part `part`, counted from 1, of a list that begins at `first`. No id holds a dot, so none is met."""
    return first if part == 1 else f"{first}.{part}"


def part_refs(first: Address, labels: Iterable[str], current: int) -> tuple[Ref, ...]:
    """The parts of a list that begins at `first`, by their labels; the current one leads nowhere."""
    return tuple(
        Ref(label, "" if part == current else part_page(first, part))
        for part, label in enumerate(labels, start=1)
    )


def question_place(number: int, of: int) -> Address:
    """Where an open question stands: in the notes where there are few, else on a page of questions."""
    anchor = f"#question-{number}"
    if of <= QUESTIONS_A_PAGE:
        return f"notes/index{anchor}"
    return part_page("notes/questions", (number - 1) // QUESTIONS_A_PAGE + 1) + anchor


def letter_anchor(letter: str) -> str:
    """The anchor of the entries under `letter`."""
    if letter.isascii():
        return f"letter-{letter.lower()}" if letter.isalnum() else "letter-other"
    return f"letter-u{ord(letter[0]):x}"


def seed_slugs(paths: Iterable[str]) -> dict[str, str]:
    """The last part of each seed's address; seeds whose paths would meet are numbered, in their order."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        slugs[path] = free_slug(path, taken.__contains__)
        taken.add(slugs[path])
    return slugs


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines of the seeds stand.

    Attributes:
        slugs: Of each seed, by its path.
        ranges: First and last lines of the spans that have an anchor of their own, by seed.
    """

    slugs: Mapping[str, str]
    ranges: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)

    def seed(self, path: str, part: int = 1) -> Address:
        """The page of a seed, or of a part of it."""
        return part_page(f"sources/{self.slugs[path]}", part)

    def line(self, path: str, number: int) -> Address:
        """A line of a seed."""
        return f"{self.seed(path, part_of(number))}#L{number}"

    def source(self, span: Span) -> SourceRef:
        """The lines of `span`, to refer to."""
        address = self.line(span.seed, span.first)
        if span.first == span.last:
            return SourceRef(span.seed, f"line {span.first}", address)
        if (span.first, span.last) in self.ranges.get(span.seed, ()):
            address += f"-L{span.last}"
        return SourceRef(span.seed, f"lines {span.first}–{span.last}", address)

    def sources(self, spans: Iterable[Span]) -> tuple[SourceRef, ...]:
        """The lines of each span, once each, in the given order."""
        return tuple(self.source(span) for span in dict.fromkeys(spans))


def part_of(line: int) -> int:
    """The part of a capture that a line stands on, counted from 1."""
    return (line - 1) // LINES_A_PAGE + 1


def way_up(path: str) -> str:
    """From the page at `path` to the site's root, as the beginning of a relative link."""
    return "../" * path.count("/")
