"""Files that somebody keeps, read and written whole; what goes wrong is said of them by name."""

from __future__ import annotations

from pathlib import Path

from seedbed.errors import SeedbedError


def read_text(file: Path, shown: str, newline: str | None = None) -> str:
    """The text of a file in UTF-8.

    Args:
        file: Where it is.
        shown: How messages name it.
        newline: As for `open`: the empty text leaves line ends as they are.

    Raises:
        SeedbedError: It is not UTF-8, or cannot be opened.
    """
    try:
        with file.open(encoding="utf-8", newline=newline) as opened:
            return opened.read()
    except UnicodeDecodeError as error:
        raise SeedbedError("is not UTF-8 text. Save it as UTF-8.", path=shown) from error
    except OSError as error:
        raise SeedbedError(
            f"cannot be opened ({error.strerror}). Mend its permissions.", path=shown
        ) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that at every moment it is the old one or the new one, whole; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)


def write_named(path: Path, content: bytes, shown: str) -> None:
    """The same, of a file that messages name.

    Raises:
        SeedbedError: It cannot be written.
    """
    try:
        write_file(path, content)
    except OSError as error:
        raise SeedbedError(
            f"cannot be written ({error.strerror}). Mend the folder's permissions, or make room.", path=shown
        ) from error
