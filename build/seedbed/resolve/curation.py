"""Reads the curation file, `seeds/library.yml`: what the maintainer knows and no program can.

Its form is written down for editors in `library.schema.json`, beside this file. Here every entry is read from
YAML's own nodes, so that each error, and later each decision, can name its line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from seedbed.errors import SeedbedError
from seedbed.model.curation import Correction, Curation, Ruling, SeedNote, TopicRuling
from seedbed.resolve.clusters import Clusters
from seedbed.text.lines import clean

KEYS: Mapping[str, tuple[str, ...]] = {
    "seeds": ("kind", "source", "captured"),
    "people": ("same", "different", "person", "name", "split"),
    "works": ("same", "different", "work", "title", "date"),
    "topics": ("label", "phrases", "same"),
}
"""The file's sections, and the keys of an entry in each."""

_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def parse_curation(text: str, path: str) -> Curation:
    """Read the curation file.

    Args:
        text: What it holds.
        path: As the user would name it.

    Raises:
        SeedbedError: It is not YAML, has a key or value that is not expected, or contradicts itself. The
            error names the line, and both lines of a contradiction.
    """
    reader = _Reader(path)
    root = reader.compose(text)
    sections = reader.mapping(root, "the file", tuple(KEYS)) if root is not None else {}
    if "seeds" in sections:
        reader.read_seeds(sections["seeds"])
    for section in ("people", "works"):
        for entry in reader.items(sections.get(section), section):
            reader.read_entry(section, entry)
    for entry in reader.items(sections.get("topics"), "topics"):
        reader.read_topic(entry)
    _refuse_contradictions(reader.rulings["people"], path)
    _refuse_contradictions(reader.rulings["works"], path)
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    path: str
    seeds: list[SeedNote] = field(default_factory=list)
    rulings: dict[str, list[Ruling]] = field(default_factory=lambda: {"people": [], "works": []})
    corrections: dict[str, list[Correction]] = field(default_factory=lambda: {"people": [], "works": []})
    topics: list[TopicRuling] = field(default_factory=list)

    def fault(self, message: str, node: yaml.Node) -> SeedbedError:
        return SeedbedError(message, path=self.path, line=_line(node))

    def compose(self, text: str) -> yaml.Node | None:
        """The file's root; None where it holds nothing but comments."""
        try:
            root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = " ".join(part for part in (error.context, error.problem) if part)
            line = mark.line + 1 if mark else 0
            raise SeedbedError(f"is not YAML: {what}. Mend this line.", path=self.path, line=line) from error
        except (yaml.YAMLError, RecursionError) as error:
            what = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise SeedbedError(f"is not YAML: {what}.", path=self.path, line=1) from error
        return None if _is_empty(root) else root

    def mapping(self, node: yaml.Node, what: str, allowed: tuple[str, ...] = ()) -> dict[str, yaml.Node]:
        """The keys and values of a mapping; any key where `allowed` is empty."""
        if not isinstance(node, yaml.MappingNode):
            expected = f"keys ({', '.join(allowed)})" if allowed else "keys"
            raise self.fault(f"{what}: found {_kind(node)}, expected {expected}.", node)
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value in node.value:
            key = self.text(key_node, f"a key of {what}")
            if allowed and key not in allowed:
                raise self.fault(
                    f"{what}: unknown key “{key}”, expected one of: {', '.join(allowed)}.", key_node
                )
            if key in found:
                first = _line(found[key][0])
                raise self.fault(
                    f"“{key}” stands here and in line {first}; put the entries of both under one.", key_node
                )
            found[key] = (key_node, value)
        return {key: value for key, (_, value) in found.items() if not _is_empty(value)}

    def items(self, node: yaml.Node | None, what: str) -> Iterator[yaml.Node]:
        """The items of a list; none where there is none."""
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self.fault(
                f"{what}: found {_kind(node)}, expected a list (lines that begin with “- ”).", node
            )
        yield from node.value

    def text(self, node: yaml.Node, what: str) -> str:
        """A line of text."""
        if not isinstance(node, yaml.ScalarNode) or not clean(node.value):
            raise self.fault(f"{what}: found {_kind(node)}, expected text.", node)
        return clean(node.value)

    def texts(self, node: yaml.Node, what: str, least: int) -> tuple[str, ...]:
        """A list of lines of text, at least so many, each once."""
        found = tuple(self.text(item, what) for item in self.items(node, what))
        if len(found) < least:
            raise self.fault(f"{what}: found {len(found)}, expected at least {least}.", node)
        repeated = next((each for place, each in enumerate(found) if each in found[:place]), None)
        if repeated is not None:
            raise self.fault(f"{what}: “{repeated}” stands twice; a name or title is listed once.", node)
        return found

    def read_seeds(self, node: yaml.Node) -> None:
        checks: Mapping[str, Callable[[yaml.Node, str], str]] = {
            "kind": self.text,
            "source": self.address,
            "captured": self.day,
        }
        for path, note in self.mapping(node, "seeds").items():
            values = self.mapping(note, f"seeds: {path}", KEYS["seeds"])
            read = {key: checks[key](value, f"seeds: {path}: {key}") for key, value in values.items()}
            self.seeds.append(SeedNote(path, _line(note), **read))

    def address(self, node: yaml.Node, what: str) -> str:
        text = self.text(node, what)
        if not text.startswith(("https://", "http://")) or " " in text:
            expected = "an address that begins with https:// and has no space"
            raise self.fault(f"{what}: found “{text}”, expected {expected}.", node)
        return text

    def day(self, node: yaml.Node, what: str) -> str:
        text = self.text(node, what)
        if not _is_date(text) or len(text) != len("2026-01-31"):
            raise self.fault(f"{what}: found “{text}”, expected a day such as 2026-01-31.", node)
        return text

    def partial_date(self, node: yaml.Node, what: str) -> str:
        text = self.text(node, what)
        if not _is_date(text):
            raise self.fault(
                f"{what}: found “{text}”, expected a date such as 2026, 2026-01 or 2026-01-31.", node
            )
        return text

    def read_entry(self, section: str, node: yaml.Node) -> None:
        """An entry on people or works: two that are the same, two that are not, or one to correct."""
        values = self.mapping(node, section, KEYS[section])
        one = "person" if section == "people" else "work"
        heads = [key for key in ("same", "different", one) if key in values]
        if len(heads) != 1:
            found = " and ".join(heads) or "none of them"
            raise self.fault(f"{section}: found {found}, expected one of: same, different, {one}.", node)
        head = heads[0]
        rest = {key: value for key, value in values.items() if key != head}
        if head == one:
            form = self.text(values[one], f"{section}: {one}")
            if not rest:
                raise self.fault(
                    f"{section}: “{form}”: found nothing to correct; say {self._correctable(section)}.", node
                )
        else:
            forms = self.texts(values[head], f"{section}: {head}", least=2)
            self.rulings[section].append(
                Ruling("same" if head == "same" else "different", forms, _line(node))
            )
            form = forms[0]
        if head == "different" and rest:
            key = next(iter(rest))
            raise self.fault(
                f"{section}: “{key}” cannot stand beside “different”; give it an entry of its own.", node
            )
        for key, value in rest.items():
            if key == "split" and head == "same":
                raise self.fault(
                    f"{section}: “split” cannot stand beside “same”; give it an entry of its own.", value
                )
            self.corrections[section].append(self._correction(section, form, key, value))

    def _correctable(self, section: str) -> str:
        return " or ".join(KEYS[section][3:])

    def _correction(self, section: str, form: str, key: str, value: yaml.Node) -> Correction:
        what, line = f"{section}: {key}", _line(value)
        match key:
            case "split":
                return Correction(form, "split", self.texts(value, what, least=1), line)
            case "date":
                return Correction(form, "date", (self.partial_date(value, what),), line)
            case "title":
                return Correction(form, "title", (self.text(value, what),), line)
            case _:
                return Correction(form, "name", (self.text(value, what),), line)

    def read_topic(self, node: yaml.Node) -> None:
        values = self.mapping(node, "topics", KEYS["topics"])
        if "label" not in values:
            raise self.fault("topics: found no label; expected “label: …” in every entry.", node)
        label = self.text(values["label"], "topics: label")
        phrases = self.texts(values["phrases"], "topics: phrases", least=1) if "phrases" in values else ()
        same = self.texts(values["same"], "topics: same", least=1) if "same" in values else ()
        line = _line(node)
        for other in self.topics:
            for each in (label, *same):
                if each in (other.label, *other.same):
                    raise self.fault(
                        f"topics: “{each}” stands here and in the entry of line {other.line}.", node
                    )
        self.topics.append(TopicRuling(label, phrases, same, line))

    def finish(self) -> Curation:
        return Curation(
            path=self.path,
            seeds=tuple(self.seeds),
            people=tuple(self.rulings["people"]),
            people_corrections=tuple(self.corrections["people"]),
            works=tuple(self.rulings["works"]),
            works_corrections=tuple(self.corrections["works"]),
            topics=tuple(self.topics),
        )


def _refuse_contradictions(rulings: Iterable[Ruling], path: str) -> None:
    """Refuse two forms that are said to be different and, be it by way of a third, the same.

    Raises:
        SeedbedError: There are such; it names the lines of both entries.
    """
    rulings = tuple(rulings)
    forms = sorted({form for ruling in rulings for form in ruling.forms})
    number = {form: place for place, form in enumerate(forms)}
    clusters = Clusters(len(forms))
    line_of: dict[str, int] = {}
    for ruling in rulings:
        if ruling.verdict == "same":
            for form in ruling.forms:
                line_of[form] = ruling.line
                clusters.unite(number[ruling.forms[0]], number[form])
    for ruling in rulings:
        if ruling.verdict == "different":
            met: dict[int, str] = {}
            for form in ruling.forms:
                other = met.setdefault(clusters.find(number[form]), form)
                if other != form:
                    raise SeedbedError(
                        f"“{other}” and “{form}” are said to be different here, but the same in line "
                        f"{line_of[form]}. Take one of the two entries out.",
                        path=path,
                        line=ruling.line,
                    )


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_empty(node: yaml.Node | None) -> bool:
    return node is None or (isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null")


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return f"“{clean(node.value)}”" if clean(node.value) else "nothing"
    return "a list" if isinstance(node, yaml.SequenceNode) else "keys"


def _is_date(text: str) -> bool:
    if not _PARTIAL_DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[: len("2026-01-31")])
    except ValueError:
        return False
    return True
