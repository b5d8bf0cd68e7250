"""Templates as Python's bytecode, kept from one build to the next.

To compile Material's takes longer than to make the few pages of most builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

import msgspec
from jinja2 import BytecodeCache, Environment, TemplateError, meta
from jinja2.bccache import Bucket

from seedbed.keep.stamps import FileRecord, digest
from seedbed.keep.store import Store
from seedbed.render.surroundings import installed

_TEMPLATES = "templates"


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """Compiled templates.

    Attributes:
        names: Of all that were compiled.
        code: By Jinja's name for each.
    """

    names: tuple[str, ...]
    code: dict[str, bytes]


class Compiled(BytecodeCache):
    """What was compiled, for an environment of templates; Jinja looks whether each is still the same.

    Attributes:
        code: By Jinja's name for each template.
    """

    def __init__(self, code: Mapping[str, bytes] | None = None) -> None:
        """Begin with what was compiled before."""
        self.code = dict(code or {})

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what there is of a template."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what a template was compiled to."""
        self.code[bucket.key] = bucket.bytecode_to_string()


class Templates:
    """The compiled templates of one project.

    Attributes:
        compiled: To be set as the cache of its environment, before the first template is asked for.
    """

    def __init__(self, store: Store) -> None:
        """Find what was kept under the store's sign."""
        self._store = store
        self._kept = store.take(_TEMPLATES, Kept)
        self.compiled = Compiled(self._kept.code if self._kept else None)

    def prepare(self, env: Environment, names: Iterable[str]) -> None:
        """Compile templates and those that they name, or take them as they were compiled."""
        if self._kept is None:
            self._store.put(_TEMPLATES, Kept(tuple(_compile(env, list(names))), self.compiled.code))
            return
        for name in self._kept.names:
            env.get_template(name)


def sign_of(settings: Mapping[str, FileRecord]) -> bytes:
    """What compiled templates follow from beside their text: settings, theme, our own code, and packages."""
    files = [f"{path} {each.digest.hex()}" for path, each in sorted(settings.items())]
    return digest("\n".join(files).encode(), installed())


def _compile(env: Environment, names: list[str]) -> dict[str, None]:
    """The names of the templates that were compiled."""
    compiled: dict[str, None] = {}
    while names:
        name = names.pop()
        if name not in compiled and env.loader is not None:
            with suppress(
                TemplateError
            ):  # it need not be there, or is at fault: whoever needs it will say so
                env.get_template(name)
                compiled[name] = None
                source, _, _ = env.loader.get_source(env, name)
                names.extend(filter(None, meta.find_referenced_templates(env.parse(source))))
    return compiled
