"""Plan what has to be planned: the pages whose parts of the library have changed since the last build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

import msgspec

from seedbed.keep.forked import work_out
from seedbed.keep.memory import give_back
from seedbed.keep.processes import can_fork
from seedbed.keep.stamps import digest
from seedbed.model.page import Page
from seedbed.write.lookups import Digests, View
from seedbed.write.markdown import Templates
from seedbed.write.shelf import Shelf
from seedbed.write.sync import Draft
from seedbed.write.tasks import Data, Errand, Made, Task

# Fewer tasks take less time than it takes to start processes.
_MANY = 400

Item: TypeAlias = Task | Page | Data | Errand
"""What is drafted: a task, what somebody has planned already, or files that are made at once."""


class Plan(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Files as they were planned.

    Attributes:
        argument: A hash of the task's argument.
        looked_at: The numbers of the parts that planning looked at.
        files: The path and the key of each.
    """

    argument: bytes
    looked_at: tuple[int, ...]
    files: tuple[tuple[str, bytes], ...]


class Plans(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one build plans, for the next.

    Attributes:
        parts: The hashes of the parts that planning looked at, by name; their order numbers them.
        tasks: By name.
    """

    parts: dict[str, bytes]
    tasks: dict[str, Plan]


@dataclass(slots=True)
class Planner:
    """Turns tasks into drafts of files, and plans only where something has changed.

    Attributes:
        jobs: How many processes plan where there is very much to plan.
        templates: What pages are written with.
        planned: How many files had to be planned.
    """

    shelf: Shelf
    before: Plans | None = None
    jobs: int = 1
    templates: Templates = field(default_factory=Templates)
    planned: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)
    _tasks: dict[str, Plan] = field(default_factory=dict)
    _digests: Digests = field(init=False)

    def __post_init__(self) -> None:
        """Set up the hashes, which both this build and the next compare with; parts keep their numbers."""
        self._digests = Digests(self.shelf)
        if self.before:
            self._numbers = {part: number for number, part in enumerate(self.before.parts)}

    def drafts(self, items: Iterable[Item]) -> Iterator[Draft]:
        """A draft of each file: those that stay as they are first, then as they are planned."""
        before = self.before or Plans({}, {})
        changed = self._changed(before.parts)
        again: list[Item] = []
        arguments: dict[str, bytes] = {}
        for item in items:
            if not isinstance(item, Task):
                again.append(item)
                continue
            argument, known = _hash(item.argument), before.tasks.get(item.name)
            if known and known.argument == argument and changed.isdisjoint(known.looked_at):
                self._tasks[item.name] = known
                yield from (Draft(path, partial(self._make, item, path), key) for path, key in known.files)
            else:
                again.append(item)
                arguments[item.name] = argument
        for item, (parts, drafts) in self._plan(again):
            self.planned += len(drafts)
            if isinstance(item, Task):
                self._keep(item, arguments[item.name], parts, tuple((each.path, each.key) for each in drafts))
            yield from drafts

    def _changed(self, parts: Mapping[str, bytes]) -> set[int]:
        """The numbers of the parts that are not what they were."""
        return {number for number, part in enumerate(parts) if self._digests.of(part) != parts[part]}

    def _plan(self, items: Sequence[Item]) -> Iterator[tuple[Item, tuple[list[str], list[Draft]]]]:
        """The parts that each item looks at, and its files; those of very many items are also written out."""
        view = View(self.shelf)
        if self.jobs < 2 or len(items) < _MANY or not can_fork():  # noqa: PLR2004
            yield from ((item, self._planned(view, item)) for item in items)
            return
        for item, (parts, files) in work_out(partial(self._written_out, view), items, self.jobs):
            yield item, (parts, list(map(draft_of, files)))

    def plans(self) -> Plans:
        """What to keep for the next build, once every draft was drawn: of parts, those still looked at."""
        used = set().union(*(plan.looked_at for plan in self._tasks.values()))
        names = list(self._numbers)
        parts = {names[number]: self._digests.of(names[number]) for number in sorted(used)}
        if len(used) == len(names):
            return Plans(parts, self._tasks)
        numbers = {old: new for new, old in enumerate(sorted(used))}
        return Plans(
            parts,
            {
                name: Plan(plan.argument, tuple([numbers[number] for number in plan.looked_at]), plan.files)
                for name, plan in self._tasks.items()
            },
        )

    def _keep(
        self, task: Task, argument: bytes, parts: Iterable[str], files: tuple[tuple[str, bytes], ...]
    ) -> None:
        numbers = self._numbers
        looked_at = tuple([numbers.setdefault(part, len(numbers)) for part in parts])
        self._tasks[task.name] = Plan(argument, looked_at, files)

    def _make(self, task: Task, path: str) -> bytes:
        """A file whose key is known, but which somebody has changed or removed."""
        for each in task.plan(self.shelf, task.argument):
            if each.path == path:
                return self._content(each)
        raise ValueError(f"{task.name} does not plan {path} again")

    def _planned(self, view: View, item: Item) -> tuple[list[str], list[Draft]]:
        if isinstance(item, Errand):
            return [], list(map(draft_of, item.run()))
        if not isinstance(item, Task):
            return [], [self.draft(item)]
        view.seen.clear()
        drafts = [self.draft(each) for each in item.plan(view.shelf, item.argument)]
        return sorted(view.seen), drafts

    def _written_out(self, view: View, item: Item) -> tuple[list[str], list[Made]]:
        if isinstance(item, Errand):
            made = item.run()
            give_back()  # it takes more memory than all that this process does next
            return [], made
        parts, drafts = self._planned(view, item)
        return parts, [Made(each.path, each.key, each.content()) for each in drafts]

    def draft(self, planned: Page | Data) -> Draft:
        """The draft of a file: a page's content follows from its typed value, and from the code, alone."""
        key = _hash(planned) if isinstance(planned, Page) else digest(planned.content)
        return Draft(planned.path, partial(self._content, planned), key)

    def _content(self, planned: Page | Data) -> bytes:
        return self.templates.render(planned).encode() if isinstance(planned, Page) else planned.content


def draft_of(made: Made) -> Draft:
    """The draft of a file that was made."""
    return Draft(made.path, partial(_content_of, made), made.key)


def _content_of(made: Made) -> bytes | Path:
    return made.content


def _hash(value: object) -> bytes:
    return digest(msgspec.msgpack.encode(value))
