"""Which of what MkDocs raises a user can mend, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from seedbed.render.result import Remark, RenderError

# Faults of a page, a template or a setting show as exceptions of the libraries that read them.
LIBRARIES = frozenset({"jinja2", "markdown", "mkdocs", "yaml"})


@contextmanager
def mendable(path: str, doing: str, remarks: Callable[[], tuple[Remark, ...]] = tuple) -> Iterator[None]:
    """Tell faults that a user can mend as such, and let bugs through.

    Args:
        path: The file that is at fault, as far as is known.
        doing: What could not be done ("the site could not be built").
        remarks: Gives what MkDocs warned of until then.

    Raises:
        RenderError: Instead of an exception of MkDocs and the libraries that it uses.
    """
    try:
        yield
    except RenderError:
        raise
    except Exception as error:
        from mkdocs.exceptions import Abort  # noqa: PLC0415 (where nothing is at fault it may not be needed)

        library = type(error).__module__.partition(".")[0]
        if library in LIBRARIES or isinstance(error, OSError | UnicodeError):
            said = " ".join(str(error).split())
            place = f" (line {line})" if (line := getattr(error, "lineno", None)) else ""
            cause = f"{doing}: {type(error).__name__}: {said}{place}"
            told = remarks()
            if told and isinstance(error, Abort):
                cause = f"{doing}; mend it, and build again"  # it says no more than that something was said
            raise RenderError(cause, path=path, line=_line(path, told), remarks=told) from error
        raise


def refuse_if_strict(remarks: tuple[Remark, ...], path: str, *, strict: bool) -> None:
    """Refuse a site of which MkDocs warned.

    Raises:
        RenderError: There was a warning, and `strict` is set.
    """
    if strict and remarks:
        warnings, them = ("one warning", "it") if len(remarks) == 1 else (f"{len(remarks)} warnings", "them")
        raise RenderError(
            f"the site was not put in place, for MkDocs gave {warnings}; mend {them}, and build again",
            path=path,
            line=_line(path, remarks),
            remarks=remarks,
        )


_SETTING = re.compile(r"Config value '(\w+)'")


def _line(path: str, remarks: Iterable[Remark]) -> int:
    """The line of the first setting that MkDocs speaks of; 0 where it speaks of none that is stated there."""
    named = [found[1] for remark in remarks if (found := _SETTING.match(remark.message))]
    if not named:
        return 0
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return 0
    stated = (at for at, line in enumerate(lines, start=1) if line.startswith(f"{named[0]}:"))
    return max(stated, default=0)  # of a setting that is stated twice, the last holds
