"""Plan what has to be planned: the pages whose parts of the library have changed since the last build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

import msgspec

from seedbed.keep.stamps import digest
from seedbed.model.page import Page
from seedbed.write.lookups import Digests, View
from seedbed.write.markdown import render_markdown
from seedbed.write.shelf import Shelf
from seedbed.write.sync import Draft
from seedbed.write.tasks import Task


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Pages as they were planned.

    Attributes:
        argument: A hash of the task's argument.
        looked_at: The numbers of the parts that planning looked at.
        pages: The path and the key of each page.
    """

    argument: bytes
    looked_at: tuple[int, ...]
    pages: tuple[tuple[str, bytes], ...]


class Plans(msgspec.Struct, frozen=True, array_like=True):
    """What one build plans, for the next.

    Attributes:
        parts: The hashes of the parts that pages looked at, by name; their order numbers them.
        tasks: By name.
    """

    parts: dict[str, bytes]
    tasks: dict[str, Plan]


@dataclass(slots=True)
class Planner:
    """Turns tasks into drafts of files, and plans only where something has changed.

    Attributes:
        planned: How many pages had to be planned.
    """

    shelf: Shelf
    before: Plans | None = None
    planned: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)
    _tasks: dict[str, Plan] = field(default_factory=dict)
    _digests: Digests = field(init=False)

    def __post_init__(self) -> None:
        """Set up the hashes, which both this build and the next compare with."""
        self._digests = Digests(self.shelf)

    def drafts(self, items: Iterable[Task | Page]) -> Iterator[Draft]:
        """A draft of each page, in the order of the items."""
        view = View(self.shelf)
        before = self.before or Plans({}, {})
        names = list(before.parts)
        changed = {
            number
            for number, (part, known) in enumerate(before.parts.items())
            if self._digests.of(part) != known
        }
        for item in items:
            if isinstance(item, Page):
                self.planned += 1
                yield draft(item)
                continue
            argument = _hash(item.argument)
            known = before.tasks.get(item.name)
            if known and known.argument == argument and changed.isdisjoint(known.looked_at):
                self._keep(item, argument, [names[number] for number in known.looked_at], known.pages)
                yield from (Draft(path, partial(self._make, item, path), key) for path, key in known.pages)
                continue
            view.seen.clear()
            drafts = [draft(page) for page in item.plan(view.shelf, item.argument)]
            self.planned += len(drafts)
            self._keep(item, argument, sorted(view.seen), tuple((each.path, each.key) for each in drafts))
            yield from drafts

    def plans(self) -> Plans:
        """What to keep for the next build, once every draft was drawn."""
        return Plans({part: self._digests.of(part) for part in self._numbers}, self._tasks)

    def _keep(
        self, task: Task, argument: bytes, parts: Iterable[str], pages: tuple[tuple[str, bytes], ...]
    ) -> None:
        numbers = self._numbers
        looked_at = tuple([numbers.setdefault(part, len(numbers)) for part in parts])
        self._tasks[task.name] = Plan(argument, looked_at, pages)

    def _make(self, task: Task, path: str) -> bytes:
        """A file whose key is known, but which somebody has changed or removed."""
        for page in task.plan(self.shelf, task.argument):
            if page.path == path:
                return render_markdown(page).encode()
        raise ValueError(f"{task.name} does not plan {path} again")


def draft(page: Page) -> Draft:
    """The draft of a page: its content follows from its typed value, and from the code, alone."""
    return Draft(page.path, partial(_written, page), _hash(page))


def _written(page: Page) -> bytes:
    return render_markdown(page).encode()


def _hash(value: object) -> bytes:
    return digest(msgspec.msgpack.encode(value))
