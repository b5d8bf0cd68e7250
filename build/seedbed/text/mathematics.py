"""Mathematics between dollar signs: as plain text, and as MathML that a browser shows without any script."""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

from seedbed.model.prose import Run, Style
from seedbed.text.escape import escape

# Commands that only set words: what stands in them is text.
_WORDS = re.compile(
    r"\\(?P<name>text(?:it|bf|tt|rm|sf|sc|normal|up|md)?|emph|mbox|mathrm|operatorname)\s*\{(?P<words>[^{}\\$^_]*)\}"
)
_STYLES: dict[str, Style] = {"textit": "emphasis", "emph": "emphasis", "textbf": "strong", "texttt": "code"}
_NUMBER = re.compile(r"[-+]?\s?\d[\d.,]*\s?(?:\\?%)?")
_PART = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_]|\s+|[^\\{}^_\s]+", re.DOTALL)
_MARKS = re.compile(r"\\[A-Za-z]*|[{}^_\s]+")
_FUNCTIONS = frozenset(
    "arccos arcsin arctan arg cos cosh cot csc deg det dim exp gcd hom inf ker lg lim ln log max min mod Pr "
    "sec sin sinh sup tan tanh".split()
)
_SPACES = frozenset({r"\,", r"\;", r"\:", r"\ ", r"\quad", r"\qquad", "\\\\"})
_RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", strict=True))
# What the tree's attributes may be; a link, a style or an identifier from a seed may not get through.
_ATTRIBUTES = frozenset(
    "accent columnalign columnlines columnspacing depth display displaystyle fence form height linethickness "
    "lspace mathsize mathvariant maxsize minsize movablelimits rowlines rowspacing rspace separator stretchy "
    "voffset width".split()
)
_LONGEST = 4000


def read_mathematics(source: str) -> Run:
    r"""A run for the LaTeX between two dollar signs.

    Words and small signs that need no typesetting (`\textit{words}`, `\times`, `90\%`) become plain runs.
    """
    words = _WORDS.fullmatch(source.strip())
    if words is not None:
        return Run(words["words"], _STYLES.get(words["name"], "plain"))
    text = math_text(source)
    if _NUMBER.fullmatch(source) or (len(text) == 1 and source.startswith("\\")):
        return Run(text)
    return Run(text, "math", source) if text else Run("")


def math_text(source: str) -> str:
    """The nearest plain text of `source`: "Mᵢ" for `M_i`; unknown commands are left out."""
    if len(source) > _LONGEST:
        return _MARKS.sub(" ", source).strip()
    pieces: list[str] = []
    # Each open group: where its text begins in `pieces`, and what is to be done with it.
    groups: list[tuple[int, str]] = []
    pending = ""
    for part in _PART.findall(source):
        if part in ("^", "_"):
            pending = part
        elif part == "{":
            groups.append((len(pieces), pending))
            pending = ""
        elif part == "}":
            if groups:
                begin, role = groups.pop()
                pieces[begin:] = [_shifted("".join(pieces[begin:]), role)]
        elif part.isspace():
            pieces.append(" ")
        else:
            shifted, rest = (part[:1], part[1:]) if pending and part[0] != "\\" else (part, "")
            pieces.append(_shifted(_said(shifted), pending))
            pieces.append(rest)
            pending = ""
    return " ".join("".join(pieces).split())


@lru_cache(maxsize=4096)
def mathml(source: str) -> str:
    """MathML for `source`, safe inside Markdown; nothing where it cannot be set, and its text has to serve.

    latex2mathml escapes nothing and lets links and styles through, so its tree is written out here instead.
    """
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415  (reads 2,500 symbols on import)

    if len(source) > _LONGEST:
        return ""
    try:
        return _written(convert_to_element(source))
    except Exception:  # noqa: BLE001  (for broken LaTeX it raises whatever its parser stumbles over)
        return ""


def _written(element: Element) -> str:
    """One element and what is in it.

    Raises:
        ValueError: A command was not understood, and stands there as it is.
    """
    text = html.unescape(element.text or "")
    if "\\" in text:
        raise ValueError(text)
    attributes = "".join(
        f' {name}="{escape(html.unescape(value))}"' for name, value in element.items() if name in _ATTRIBUTES
    )
    inner = "".join(_written(child) for child in element)
    return f"<{element.tag}{attributes}>{escape(text, inside=True)}{inner}</{element.tag}>"


def _shifted(text: str, role: str) -> str:
    """`text` raised or lowered, in Unicode's own characters where it has all of them."""
    if not role or not text:
        return text
    table = _RAISED if role == "^" else _LOWERED
    if all(mark in table for mark in text):
        return "".join(table[mark] for mark in text)
    return f"{role}{text}" if len(text) == 1 else f"{role}({text})"


@cache
def _said(part: str) -> str:
    """What a part of mathematics says: a symbol, a function's name, a space, or nothing."""
    if part[0] != "\\":
        return " " if part == "~" else part.replace("~", " ")
    if part in _SPACES:
        return " "
    if part[1:] in _FUNCTIONS:
        return part[1:]
    return symbol(part)


@cache
def symbol(command: str) -> str:
    r"""The character that a command such as `\times` stands for, or nothing where it stands for none."""
    from latex2mathml.symbols_parser import convert_symbol  # noqa: PLC0415  (reads 2,500 symbols on import)

    code = convert_symbol(command)
    return chr(int(code, 16)) if code else ""
