"""One capture: its bytes, and the seed that they are once they are read as text."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.gather.decoding import decode
from seedbed.gather.harmless import make_harmless
from seedbed.gather.signatures import what_instead
from seedbed.gather.web_page import is_too_deep, is_web_page, read_page
from seedbed.model.curation import SeedNote
from seedbed.model.source import Claim, Link, Seed
from seedbed.text.lines import split_lines

DEFAULT_LIMITS = Limits()
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Capture:
    """A file of `seeds/`, before anybody looked into it.

    Attributes:
        name: Its path below that folder, with forward slashes.
        shown: How messages name it.
        content: Its bytes.
        note: What the maintainer knows of it.
    """

    name: str
    shown: str
    content: bytes
    note: SeedNote | None = None

    def seed(self, limits: Limits = DEFAULT_LIMITS) -> Seed:
        """The seed that it is.

        Raises:
            SeedbedError: As of `seed_of`.
        """
        seed = seed_of(self.content, self.name, shown=self.shown, limits=limits)
        note = self.note
        if note is None:
            return seed
        return replace(seed, kind=note.kind, address=note.source, captured=note.captured)


def read_content(path: Path, shown: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The file's bytes; a pipe or a device, which might never end, is not opened.

    Raises:
        SeedbedError: It is no file, cannot be opened, or is too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, a socket or a device"
            raise SeedbedError(f"is {what}, no file. Put a text file here instead.", path=shown)
        if status.st_size > limits.seed_megabytes * _MEGABYTE:
            raise SeedbedError(
                f"has {status.st_size / _MEGABYTE:.1f} MB, and a seed may have {limits.seed_megabytes}. "
                "Split it, or raise extra.seedbed.limits.seed_megabytes in mkdocs.yml.",
                path=shown,
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise SeedbedError("there is no such file. Check its name.", path=shown) from None
    except OSError as error:
        raise SeedbedError(
            f"cannot be opened ({error.strerror}). Mend its permissions, or remove it.", path=shown
        ) from error


def seed_of(content: bytes, name: str, *, shown: str, limits: Limits = DEFAULT_LIMITS) -> Seed:
    """The seed that a file with this content is.

    Raises:
        SeedbedError: It is empty, has a line that is too long, or is no text that can be told.
    """
    instead = what_instead(content)
    if instead:
        raise SeedbedError(instead, path=shown)
    decoded = decode(content, shown)
    remarks = [(1, decoded.remark)] if decoded.remark else []
    text = decoded.text
    links: tuple[tuple[int, Link], ...] = ()
    if is_web_page(text):
        if is_too_deep(text):
            raise SeedbedError(
                "is a web page whose parts are nested too deep to be read. Save its text as .txt instead.",
                path=shown,
            )
        page = read_page(text)
        text = "\n".join((*page.lines, ""))
        links = page.links
        remarks.append((1, "this file is a web page; its text was taken out, and lines are counted in that"))
    if not text.strip():
        raise SeedbedError("is empty. Put the captured text into it, or remove it.", path=shown)
    lines = split_lines(text)
    _check_lines(lines, shown, limits)
    lines, sentences = make_harmless(lines)
    seed = Seed(name, lines, hashlib.sha256(content).hexdigest())
    return replace(
        seed,
        remarks=tuple(_claims(seed, (*remarks, *sentences))),
        links=tuple(Claim(link, seed.span(line)) for line, link in links),
    )


def _claims(seed: Seed, remarks: Iterable[tuple[int, str]]) -> Iterator[Claim[str]]:
    for line, sentence in remarks:
        yield Claim(sentence, seed.span(line))


def _check_lines(lines: tuple[str, ...], shown: str, limits: Limits) -> None:
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.line_characters:
            raise SeedbedError(
                f"this line has {len(line):,} characters, and one may have {limits.line_characters:,}. Break "
                "it into lines, or raise extra.seedbed.limits.line_characters in mkdocs.yml.",
                path=shown,
                line=number,
            )
