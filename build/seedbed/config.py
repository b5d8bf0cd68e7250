"""The settings of one project, read from its `mkdocs.yml` once and frozen.

MkDocs reads the same file for itself when it renders; what is read here is only what the stages before it
need. Settings of our own stand under `extra.seedbed`.
"""

from __future__ import annotations

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
        SeedbedError: The file is missing, is not YAML, or holds a value of another type than expected.
    """
    stated = _decode(config_file)
    own = (stated.extra.seedbed if stated.extra else None) or Own()
    file = config_file.resolve()
    root = file.parent
    return Settings(
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


def _decode(config_file: Path) -> _MkDocs:
    path = str(config_file)
    try:
        text = config_file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SeedbedError(
            "there is no such file. Run seedbed in a folder with a mkdocs.yml, or name one with -f FILE.",
            path=path,
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SeedbedError(
            f"cannot be read ({error}). Mend the file or its permissions.", path=path
        ) from error
    try:
        return msgspec.convert(yaml.load(text, _Loader), _MkDocs)  # noqa: S506 (a safe loader of our own)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SeedbedError(f"is not valid YAML: {error.problem}.", path=path, line=line) from error
    except msgspec.ValidationError as error:
        raise SeedbedError(f"{error}. See the README for the settings there are.", path=path) from error


class _Loader(yaml.SafeLoader):
    """Reads past the tags that MkDocs allows (`!ENV`, `!!python/name:`): none of our settings has one."""


def _ignore(_loader: yaml.Loader, _suffix: str, _node: yaml.Node) -> Any:
    return None


_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)
