"""Which of what MkDocs raises a user can mend, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
        library = type(error).__module__.partition(".")[0]
        if library in LIBRARIES or isinstance(error, OSError | UnicodeError):
            said = " ".join(str(error).split())
            place = f" (line {line})" if (line := getattr(error, "lineno", None)) else ""
            cause = f"{doing}: {type(error).__name__}: {said}{place}"
            raise RenderError(cause, path=path, remarks=remarks()) from error
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
            remarks=remarks,
        )
