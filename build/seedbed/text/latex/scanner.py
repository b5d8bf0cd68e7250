"""A place in a text, the groups of LaTeX that are open there, and the runs read so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seedbed.model.prose import Run, Style

# What needs no look: everything but marks, and marks that stand alone.
_PLAIN = re.compile(r"(?:[^\\{}$~`'*_\-hHwW]+|'(?!')|-(?!-)|[hH](?![tT]{2}[pP])|[wW](?![wW]{2}\.))+")
_OPTION = re.compile(r"\s?\[[^\[\]{}\\]{0,200}\](?=\s?[\[{])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Group:
    """What holds up to a closing mark.

    Attributes:
        close: The offset of that mark.
        length: How many characters it has.
        suffix: What to write instead of it.
        of_command: True for an argument, which another may follow.
    """

    close: int
    style: Style = "plain"
    source: str = ""
    length: int = 1
    suffix: str = ""
    of_command: bool = False


class Scanner:
    """One pass over a paragraph.

    Attributes:
        text: The paragraph.
        readers: What reads each mark, by its first character.
        at: The offset of what is read next.
        runs: What has been read.
        groups: What is open, the outermost first; it lasts to the end.
        braces: The closing brace of each opening one that has one.
        found: Where each mark stands next, as far as it was asked for.
        double_quotes: How many are open.
    """

    def __init__(self, text: str, readers: Mapping[str, Callable[[Scanner], None]]) -> None:
        self.text = text
        self.readers = readers
        self.at = 0
        self.runs: list[Run] = []
        self.groups = [Group(len(text))]
        self.braces = _pairs(text)
        self.found: dict[str, int] = {}
        self.double_quotes = 0

    def read(self) -> list[Run]:
        """Read to the end."""
        while True:
            group = self.groups[-1]
            if self.at < group.close:
                plain = _PLAIN.match(self.text, self.at, group.close)
                if plain is None:
                    self.readers[self.text[self.at]](self)
                else:
                    self.literally(plain.end() - self.at)
            elif len(self.groups) > 1:
                self.close()
            else:
                return self.runs

    def peek(self, offset: int = 0) -> str:
        """The character at `offset` from here within the open group; empty where there is none."""
        place = self.at + offset
        return self.text[place] if 0 <= place < self.groups[-1].close else ""

    def write(self, text: str) -> None:
        """Add text in the style that holds here."""
        group = self.groups[-1]
        self.runs.append(Run(text, group.style, group.source))

    def literally(self, length: int = 1) -> None:
        """Take the next characters as they are."""
        self.write(self.text[self.at : self.at + length])
        self.at += length

    def instead(self, text: str, length: int) -> None:
        """Write `text` for the next characters."""
        self.write(text)
        self.at += length

    def open(  # noqa: PLR0913  (a group's values, each by its name)
        self,
        start: int,
        close: int,
        style: Style | None = None,
        *,
        source: str = "",
        length: int = 1,
        suffix: str = "",
        of_command: bool = False,
    ) -> None:
        """Go on at `start`, in a group that lasts until the mark at `close`; an address keeps its style."""
        outer = self.groups[-1]
        if outer.style == "address":
            style, source = outer.style, outer.source
        self.groups.append(Group(close, style or outer.style, source, length, suffix, of_command))
        self.at = start

    def close(self) -> None:
        """Leave the open group, and enter the next argument of its command where there is one."""
        group = self.groups[-1]
        self.write(group.suffix)
        self.groups.pop()
        self.at = group.close + group.length
        if group.of_command and (following := self.argument()) >= 0:
            self.write(" ")
            self.open(self.at, following, of_command=True)

    def next(self, mark: str, start: int) -> int:
        """Where `mark` stands next, at or after `start`, within the open group; -1 where it does not.

        What was found is remembered, so that asking at every mark costs no more than one pass.
        """
        known = self.found.get(mark, 0)
        if 0 <= known < start or mark not in self.found:
            known = self.found[mark] = self.text.find(mark, start)
        return known if known + len(mark) <= self.groups[-1].close else -1

    def argument(self) -> int:
        """Step into the argument that begins here, options skipped, and return its closing brace; else -1."""
        limit = self.groups[-1].close
        start = self.at
        while (option := _OPTION.match(self.text, start, limit)) is not None:
            start = option.end()
        start += self.text[start : start + 2] == " {"
        close = self.braces.get(start, limit)
        if close >= limit:
            return -1
        self.at = start + 1
        return close


def _pairs(text: str) -> dict[int, int]:
    """The closing brace of each opening one that has one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
