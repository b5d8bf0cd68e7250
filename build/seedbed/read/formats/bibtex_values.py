"""Values as BibTeX writes them: joined by "#", with names of strings, in LaTeX, which pylatexenc reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

from seedbed.read.formats.bibliography import Stated
from seedbed.text.lines import clean

_LATEX = re.compile(r"[\\{}~]|--")
_MOST_BRACKETS = 10_000
_DELIMITER = re.compile(r'[{}"]')
_DEEPEST = 8
"""Brackets around the whole of a value that are taken off; nobody writes more than three."""
_MACRO = re.compile(r"[A-Za-z_][\w.:+-]*")


def value_of(stated: str, strings: Mapping[str, str]) -> str:
    """The value without its delimiters: parts joined by "#", names of strings replaced."""
    return "".join(strings.get(part.strip().casefold(), undelimited(part)) for part in _parts(stated))


def macros_in(stated: str, strings: Mapping[str, str], known: Collection[str]) -> Iterator[str]:
    """The names in a value that stand for a string which is neither one of `strings` nor `known`."""
    if stated[:1] in {"{", '"'} and "#" not in stated:
        return
    for part in map(str.strip, _parts(stated)):
        if _MACRO.fullmatch(part) and part.casefold() not in strings and part.casefold()[:3] not in known:
            yield part


def _parts(stated: str) -> Sequence[str]:
    return _split_at_hash(stated) if "#" in stated else [stated]


def _split_at_hash(stated: str) -> Sequence[str]:
    parts = []
    start = depth = 0
    quoted = False
    for index, character in enumerate(stated):
        depth += {"{": 1, "}": -1}.get(character, 0)
        quoted ^= character == '"' and depth == 0
        if character == "#" and depth == 0 and not quoted:
            parts.append(stated[start:index])
            start = index + 1
    return [*parts, stated[start:]]


def undelimited(value: str) -> str:
    """The value without the brackets or quotation marks around the whole of it, some levels deep."""
    text = value.strip()
    for _ in range(_DEEPEST):
        if len(text) < len("{}") or text[0] + text[-1] not in {"{}", '""'} or not _is_one_group(text):
            break
        text = text[1:-1]
    return text


def _is_one_group(text: str) -> bool:
    """Whether what opens `text` is closed by its end, not before; brackets hide quotation marks."""
    quoted = text[0] == '"'
    depth = 0
    for mark in _DELIMITER.finditer(text):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        closed = depth == 0 and (not quoted or (mark.group() == '"' and mark.start() > 0))
        if closed:
            return mark.end() == len(text)
    return False


def names_in(stated: Stated | None) -> Iterator[Stated]:
    """The names that a field lists, each as text; "others" among them means that names are left out."""
    if stated is None:
        return
    from bibtexparser.middlewares.names import split_multiple_persons_names  # noqa: PLC0415

    for name in split_multiple_persons_names(clean(stated.value)):
        yield Stated(plain(name), stated.first, stated.last)


def bare_address(value: str) -> str:
    """An address without LaTeX's command around it, and without the escapes that LaTeX needs."""
    match = re.fullmatch(r"\\url\{(?P<url>[^{}]*)\}", value.strip())
    return (match["url"] if match else value).replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")


def plain(value: str) -> str:
    """LaTeX as text, mathematics left as it is; what cannot be read as LaTeX is left as stated."""
    if not _LATEX.search(value) or value.count("{") > _MOST_BRACKETS:
        return value
    from pylatexenc.latexwalker import LatexWalkerError  # noqa: PLC0415

    try:
        return _latex_reader()(value)
    # Broken LaTeX makes pylatexenc fail in its own code, too, in more ways than it says.
    except (LatexWalkerError, RecursionError, IndexError, ValueError, AttributeError, TypeError):
        return value


@cache
def _latex_reader() -> Callable[[str], str]:
    """Reads LaTeX; made once, since its tables of macros cost more than most values."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415

    macros = get_default_latex_context_db()
    reader = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
    return lambda value: str(reader.latex_to_text(value, latex_context=macros))
