"""The settings of one project, read from its `mkdocs.yml` once and frozen.

MkDocs reads the same file for itself when it renders; what is read here is only what the stages before it
need. Settings of our own stand under `extra.seedbed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import yaml

from seedbed.errors import SeedbedError

CURATION = "library.yml"
LEDGER = "permalinks.tsv"
"""The files among the seeds that are none: the maintainer's word, and the addresses ever published."""

HOME = "home.md"
"""The hand-written prose of the home page, in the docs folder."""

_SEEDS, _DOCS, _SITE, _CACHE = "extra.seedbed.seeds", "docs_dir", "site_dir", "extra.seedbed.cache"

_APART: Mapping[str, tuple[str, tuple[str, ...]]] = {
    _SITE: ("a build replaces all that is in it", (_SEEDS, _DOCS, _CACHE)),
    _CACHE: ("`seedbed clean` removes all that is in it", (_SEEDS, _DOCS, _SITE)),
    _SEEDS: ("every file in it is read as a capture", (_DOCS, _SITE, _CACHE)),
    _DOCS: ("every file in it becomes a part of the site", (_SITE, _CACHE)),
}
"""What happens to all that is in a folder, and which folders it therefore must not be, or hold."""


class Limits(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """How much a seed may ask of the machine: the settings under `extra.seedbed.limits`.

    Attributes:
        seed_megabytes: Of one seed's file.
        line_characters: Of one line.
        records: Works, turns and the like in one seed.
        folders: How deep below `seeds/` a seed may lie.
        reader_seconds: That an installed reader may take for one seed.
    """

    seed_megabytes: int = 64
    line_characters: int = 32_000_000
    records: int = 200_000
    folders: int = 16
    reader_seconds: int = 60


class Own(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The settings under `extra.seedbed`; paths are relative to the file that states them.

    Attributes:
        seeds: The folder of captures.
        cache: Where builds keep what the next one need not compute again.
        limits: How large a seed may be.
        offline: Whether the site holds an archive of itself, and pages offer it.
    """

    seeds: str = "seeds"
    cache: str = ".cache/seedbed"
    limits: Limits = Limits()
    offline: bool = True


class _Extra(msgspec.Struct, frozen=True):
    seedbed: Own | None = None


class _MkDocs(msgspec.Struct, frozen=True):
    site_name: str
    docs_dir: str = "docs"
    site_dir: str = "site"
    site_description: str | None = None
    site_url: str | None = None
    repo_url: str | None = None
    extra: _Extra | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a project keeps its things. All paths are absolute."""

    config_file: Path
    seeds: Path
    docs: Path
    site: Path
    cache: Path
    site_name: str
    site_description: str = ""
    site_url: str = ""
    repo_url: str = ""
    limits: Limits = field(default_factory=Limits)

    @property
    def root(self) -> Path:
        """The folder that `mkdocs.yml` lies in, which all its paths start from."""
        return self.config_file.parent

    def shown(self, path: Path) -> str:
        """`path` as the user would name it: from the project's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def read_settings(config_file: Path) -> Settings:
    """Read a project's settings.

    Raises:
        SeedbedError: The file is missing, is not YAML, holds a value of another type than expected, or names
            folders of which one would overwrite or read what is in another.
    """
    text = _read(config_file)
    stated = _decode(text, str(config_file))
    own = (stated.extra.seedbed if stated.extra else None) or Own()
    file = config_file.resolve()
    root = file.parent
    settings = Settings(
        config_file=file,
        seeds=(root / own.seeds).resolve(),
        docs=(root / stated.docs_dir).resolve(),
        site=(root / stated.site_dir).resolve(),
        cache=(root / own.cache).resolve(),
        site_name=stated.site_name,
        site_description=stated.site_description or "",
        site_url=stated.site_url or "",
        repo_url=stated.repo_url or "",
        limits=own.limits,
    )
    _keep_apart(settings, text, str(config_file))
    return settings


def _read(config_file: Path) -> str:
    path = str(config_file)
    try:
        return config_file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SeedbedError(
            "there is no such file. Run seedbed in a folder with a mkdocs.yml, or name one with -f FILE.",
            path=path,
        ) from None
    except UnicodeDecodeError as error:
        raise SeedbedError("is not UTF-8 text. Save it as UTF-8.", path=path) from error
    except OSError as error:
        raise SeedbedError(
            f"cannot be read ({error}). Mend the file or its permissions.", path=path
        ) from error


def _decode(text: str, path: str) -> _MkDocs:
    try:
        return msgspec.convert(yaml.load(text, _Loader), _MkDocs)  # noqa: S506 (a safe loader of our own)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark
        since = f", {error.context} begun in line {begun.line + 1}" if begun and begun != mark else ""
        raise SeedbedError(
            f"is not valid YAML: {error.problem}{since}. Mend this line, or one above it.",
            path=path,
            line=mark.line + 1 if mark else 0,
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, msgspec.ValidationError):
            raise _misstated(error, text, path) from error
        what = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SeedbedError(f"is not valid YAML: {what}. Mend the file.", path=path) from error


_FAULT = re.compile(
    r"(?:Expected `(?P<expected>[^`]*)`|[^`]*`(?P<key>[^`]*)`).*?(?: - at `\$\.?(?P<where>[^`]*)`)?"
)
"""What msgspec says: of what type a value is not, or which key is missing or one too many; and where."""

_WANTED = {
    "int": "a whole number",
    "bool": "true or false",
    "str": "text (a number needs quotation marks)",
    "object": "settings below it",
}
_EXAMPLE = "a line such as “site_name: My library”"


def _misstated(error: msgspec.ValidationError, text: str, path: str) -> SeedbedError:
    """What is wrong with a setting, in the words of whoever stated it, and in which line."""
    fault = _FAULT.fullmatch(str(error))
    where = (fault and fault["where"]) or ""
    keys = where.split(".") if where else []
    if fault and fault["expected"]:
        node, line = _stated(text, keys)
        wanted = _WANTED.get(fault["expected"].removesuffix(" | null"), fault["expected"])
        message = f"found {_shown(node)}, expected {wanted if keys else _EXAMPLE}."
        message = f"{where}: {message}" if keys else message
    elif fault and fault["key"] and keys:
        _, line = _stated(text, [*keys, fault["key"]])
        known = (Limits if keys[-1] == "limits" else Own).__struct_fields__
        message = f"{where}: unknown setting “{fault['key']}”, expected one of: {', '.join(known)}."
    elif fault and fault["key"]:
        line, message = 0, f"“{fault['key']}” is missing; expected {_EXAMPLE}."
    else:
        line, message = 0, f"{error}."
    return SeedbedError(f"{message} See the README for the settings there are.", path=path, line=line)


def _stated(text: str, keys: Iterable[str]) -> tuple[yaml.Node | None, int]:
    """What is stated under keys within keys, and the line of the innermost; 0 where it is not stated."""
    node, line = yaml.compose(text, _Loader), 0
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next(((name, value) for name, value in pairs if name.value == key), None)
        if found is None:
            return None, 0
        line, node = found[0].start_mark.line + 1, found[1]
    return node, line


def _shown(node: yaml.Node | None) -> str:
    if isinstance(node, yaml.ScalarNode) and node.value:
        return f"“{node.value}”"
    if isinstance(node, yaml.CollectionNode):
        return "a list" if isinstance(node, yaml.SequenceNode) else "settings"
    return "nothing"


def _keep_apart(settings: Settings, text: str, path: str) -> None:
    """Refuse folders that are, or hold, one another where that would cost what is in them.

    Raises:
        SeedbedError: As said; captures that a build overwrites are lost.
    """
    folders = {_SEEDS: settings.seeds, _DOCS: settings.docs, _SITE: settings.site, _CACHE: settings.cache}
    for outer, (happens, inners) in _APART.items():
        for inner in inners:
            if not folders[inner].is_relative_to(folders[outer]):
                continue
            same = folders[inner] == folders[outer]
            _, line = _stated(text, outer.split("."))
            raise SeedbedError(
                f"{outer}: “{settings.shown(folders[outer])}” {'is' if same else 'holds'} the folder of "
                f"{inner} (“{settings.shown(folders[inner])}”), and {happens}. Name a folder of its own.",
                path=path,
                line=line or _stated(text, inner.split("."))[1],
            )


class _Loader(yaml.SafeLoader):
    """Reads past the tags that MkDocs allows (`!ENV`, `!!python/name:`): none of our settings has one."""


def _ignore(_loader: yaml.Loader, _suffix: str, _node: yaml.Node) -> Any:
    return None


_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)
