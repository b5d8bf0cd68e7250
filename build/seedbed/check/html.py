"""Whether a page is sound HTML: its tags match, its ids are its own, and it says what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from seedbed.check.page import ParsedPage
from seedbed.model.finding import Finding

# HTML, 13.1.2: elements without an end tag, those whose text is raw, those whose end tag may be left out.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW = frozenset({"script", "style", "textarea", "title"})
MAY_STAY_OPEN = frozenset(
    "body colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr".split()
)

# A tag, or the beginning of a comment. The quantifiers are possessive, so that no text makes it go back.
_TAG = re.compile(
    r"""<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>)"""
)

# The name in a tag, with the slash of an end tag; nothing of a tag that ends itself, of a comment, and of an
# element with raw text.
_NAME = re.compile(
    r"""<(?:(?!(?:script|style|textarea|title)[\s/>])(/?[a-zA-Z][^\s/>]*+)
            (?:[^>"']++|"[^"]*+"|'[^']*+')*+(?<!/)>
        |[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+(?<=/)>
        |script(?=[\s/>]).*?</script|style(?=[\s/>]).*?</style
        |textarea(?=[\s/>]).*?</textarea|title(?=[\s/>]).*?</title|!--.*?-->)""",
    re.VERBOSE | re.DOTALL,
)
_ALONE = frozenset({"", *VOID, *(f"/{name}" for name in VOID)})

# End tags that may be left out.
_MAY_NOT_COME = frozenset(f"/{name}" for name in MAY_STAY_OPEN)

# What has to end behind the last place where it begins, for all that the expression above reads over to end.
_READ_OVER = (("<!--", "-->"), *((f"<{name}", f"</{name}") for name in sorted(RAW)))

# The page of a host for what is not there, and pages that only lead on, have no place in a search engine.
_WITHOUT_DESCRIPTION = frozenset({"404.html"})


def check_html(page: ParsedPage, text: str) -> Iterator[Finding]:
    """Find the faults of a page that a browser hides and a screen reader or a search engine does not.

    Args:
        page: The page, parsed.
        text: Its source.
    """
    for message in (*_mismatched(text), *_repeated(page), *_unsaid(page)):
        yield Finding(page.path, "html", message)


def _mismatched(text: str) -> Iterator[str]:
    """Elements that are closed but were not opened, or were opened and are closed by something else's end."""
    return iter(()) if _is_matched(text) else _every_mismatch(text)


def _is_matched(text: str) -> bool:
    """Whether every tag that needs one has its other in the right place, looked at quickly.

    False where it takes a closer look to tell.
    """
    if any((last := text.rfind(begin)) >= 0 > text.find(end, last) for begin, end in _READ_OVER):
        return False
    names = _NAME.findall(text)
    if any(name != name.lower() for name in set(names)):
        return False
    awaited = ["/"]  # the end tags of what is open, behind one that no tag equals
    for name in names:
        if name == awaited[-1]:
            awaited.pop()
        elif name in _ALONE:
            continue
        elif name[0] != "/":
            awaited.append(f"/{name}")
        elif not _closes(name, awaited):
            return False
    return _MAY_NOT_COME.issuperset(awaited[1:])


def _closes(name: str, awaited: list[str]) -> bool:
    """Take from `awaited` all that an end tag closes; False where that should not be."""
    while awaited[-1] in _MAY_NOT_COME:
        awaited.pop()
        if awaited[-1] == name:
            awaited.pop()
            return True
    return False


def _every_mismatch(text: str) -> Iterator[str]:
    """Elements that are closed but were not opened, or were opened and are closed by something else's end."""
    stack: list[str] = []
    open_now: Counter[str] = Counter()
    position = line = counted = 0
    while match := _TAG.search(text, position):
        position = match.end()
        name = "" if match["comment"] else match["name"].lower()
        if not name:
            position = _behind(text, "-->", position)
        elif name in VOID or text[position - 2] == "/":
            continue  # in SVG and MathML, an element may end itself
        elif match["end"]:
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            yield from _close(name, stack, open_now, line + 1)
        elif name in RAW:
            position = _behind(text, f"</{name}", position)
        else:
            stack.append(name)
            open_now[name] += 1
    yield from (f"<{name}> is never closed" for name in stack if name not in MAY_STAY_OPEN)


def _close(name: str, stack: list[str], open_now: Counter[str], line: int) -> Iterator[str]:
    """Take from `stack` what an end tag closes, and tell what it should not have closed."""
    if name in RAW:
        return
    if not open_now[name]:
        yield f"</{name}> closes nothing that is open (line {line})"
        return
    inner = ""
    while inner != name:
        inner = stack.pop()
        open_now[inner] -= 1
        if inner != name and inner not in MAY_STAY_OPEN:
            yield f"<{inner}> is not closed before </{name}> (line {line})"


def _behind(text: str, end: str, start: int) -> int:
    """Where the text goes on behind `end`, which is searched from `start`; at its end, if there is none."""
    found = text.find(end, start)
    return len(text) if found < 0 else found + len(end)


def _repeated(page: ParsedPage) -> Iterator[str]:
    for name, count in sorted(Counter(page.ids).items()):
        if count > 1:
            yield f'the id "{name}" stands {count} times on the page'


def _unsaid(page: ParsedPage) -> Iterator[str]:
    if len(page.headings) != 1:
        yield f"has {len(page.headings)} h1 headings (expected one)"
    elif not page.headings[0]:
        yield "its h1 heading is empty"
    if not page.title:
        yield "has no title"
    if not page.description and page.path not in _WITHOUT_DESCRIPTION:
        yield "has no description"
    if not page.language:
        yield "does not say what language it is in (lang of html)"
