"""What a user can mend. Everything else that is raised is a bug, and shows a traceback."""

from __future__ import annotations


class SeedbedError(Exception):
    """A fault that the person who runs Seedbed can mend.

    Attributes:
        message: What was found, what was expected, and what to do, in one line.
        path: The file at fault, as the user would name it; empty when there is none.
        line: The line at fault, counted from 1; 0 when the whole file is meant.
        column: Where in that line, in bytes counted from 1; 0 when the whole line is meant.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.path and self.line else self.path
        return f"{place}: {self.message}" if place else self.message


class SeveralError(SeedbedError):
    """Several faults that stop a build together.

    Attributes:
        faults: Each of them, in order.
    """

    def __init__(self, faults: tuple[SeedbedError, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
