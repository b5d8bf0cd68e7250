"""What MkDocs says while it works, caught as values: nothing of it is printed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from seedbed.render.result import Remark

# MkDocs and its plugins log below "mkdocs", Python-Markdown and its extensions below "MARKDOWN".
LOGGERS = ("mkdocs", "MARKDOWN")

# MkDocs 1.6 names the page in its words, and nowhere else.
_NAMED_PAGE = re.compile(r"(?:Doc file|reading page|building page) '([^']+)'")


class Notebook(logging.Handler):
    """Keeps every warning and error that is logged while it is open."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.remarks: list[Remark] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning or error; not those of the server, which answers requests meanwhile."""
        if record.name.startswith("mkdocs.livereload"):
            return
        message = " ".join(record.getMessage().split())
        named = _NAMED_PAGE.search(message)
        self.remarks.append(Remark(named[1] if named else "", message))

    def sorted(self) -> tuple[Remark, ...]:
        """What was said, once each, in an order that does not depend on who said it first."""
        return tuple(sorted(set(self.remarks)))


@contextmanager
def open_notebook() -> Iterator[Notebook]:
    """Catch what MkDocs logs, and let none of it through to handlers that would print it."""
    notebook = Notebook()
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(notebook)
        logger.propagate = False
        # At DEBUG, MkDocs would leave out the validation of anchors; at ERROR, we would miss its warnings.
        logger.setLevel(logging.INFO)
    try:
        yield notebook
    finally:
        for logger, (propagate, level) in zip(loggers, before, strict=True):
            logger.removeHandler(notebook)
            logger.propagate = propagate
            logger.setLevel(level)
