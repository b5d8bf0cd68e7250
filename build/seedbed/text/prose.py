"""Running text out of captured text: LaTeX and light markup read, addresses found, white space evened out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seedbed.model.prose import Prose, Run, plain
from seedbed.text.identifiers import locate_addresses
from seedbed.text.latex import is_marked, read_latex
from seedbed.text.lines import clean

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")


def read_prose(text: str) -> tuple[Prose, ...]:
    """The paragraphs of a title or an abstract, which may hold LaTeX; none for blank text.

    Blank lines part paragraphs. No text makes it raise, and no command of LaTeX is left in what it returns.
    """
    parted = _BLANK_LINE.split(text) if "\n" in text or "\r" in text else [text]
    paragraphs = (
        tidy(read_latex(paragraph)) if is_marked(paragraph) else _unmarked(paragraph) for paragraph in parted
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _unmarked(text: str) -> Prose:
    """As `tidy` of one run, which most titles and abstracts are, without a look at each end of it."""
    folded = " ".join(text.split())
    return (Run(folded),) if folded else ()


def read_plain(text: str) -> Prose:
    """A paragraph of a conversation, a summary or an introduction: no markup, but for addresses."""
    text = clean(text)
    runs: list[Run] = []
    position = 0
    for address in locate_addresses(text):
        runs.append(Run(text[position : address.start]))
        runs.append(Run(address.shown, "address", address.url))
        position = address.end
    runs.append(Run(text[position:]))
    return tidy(runs)


def plain_text(text: str) -> str:
    """The plain text of a title or an abstract, its paragraphs parted by a blank line."""
    return "\n\n".join(plain(paragraph) for paragraph in read_prose(text))


def tidy(runs: Iterable[Run]) -> Prose:
    """The same runs: white space folded, none at either end, equal neighbours as one, and no empty run."""
    tidied: list[Run] = []
    ends_in_space = True
    for run in runs:
        text = " ".join(run.text.split()) if run.text.strip() else ""
        if run.text[:1].isspace() and not ends_in_space:
            text = f" {text}"
        if not text:
            continue
        if run.text[-1:].isspace() and not text.endswith(" "):
            text += " "
        ends_in_space = text.endswith(" ")
        last = tidied[-1] if tidied else None
        if last is not None and last.style == run.style != "math" and last.source == run.source:
            tidied[-1] = Run(last.text + text, run.style, run.source)
        else:
            tidied.append(Run(text, run.style, run.source))
    return _without_last_space(tidied)


def _without_last_space(runs: list[Run]) -> Prose:
    while runs and not runs[-1].text.rstrip():
        runs.pop()
    if runs:
        last = runs.pop()
        runs.append(Run(last.text.rstrip(), last.style, last.source))
    return tuple(runs)
