"""What many tests need: the real seeds, and a site built from them once."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import hypothesis
import jinja2
import pytest
from jinja2 import nodes

from seedbed import pipeline
from seedbed.config import Settings, read_settings
from seedbed.keep.lock import hold
from seedbed.model.report import BuildReport
from tests.projects import copy_project

# No deadline: how long an example takes says more of the machine than of the code. The same examples on every
# run of continuous integration, so that a red build can be repeated; new ones wherever somebody develops.
hypothesis.settings.register_profile("everywhere", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("everywhere")


def pytest_collection_finish() -> None:
    """Look for garbage less often: modules and tests live to the end, and are looked through each time.

    As Python does it by itself, that is a seventh of the time that the readers' tests take.
    """
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """Take a template of the same text from the same file as it was compiled first, for pages of one depth.

    Links that are always the same stand in what is compiled. To compile Material's and ours anew is more than
    half of what a small site takes; to look through them for the templates that they name, half of the rest.
    """
    compile_anew, parse_anew = jinja2.Environment.compile, jinja2.Environment.parse
    compiled: dict[tuple[str | None, str, str, str], CodeType] = {}
    parsed: dict[str, nodes.Template] = {}

    def compile_once(
        environment: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        if filename is None:
            return compile_anew(environment, source, name)
        link = environment.filters.get("href", str)
        key = name, filename, source, str(link(""))
        if key not in compiled:
            compiled[key] = compile_anew(environment, source, name, filename)
        return compiled[key]

    def parse_once(environment: jinja2.Environment, source: str) -> nodes.Template:
        if source not in parsed:
            parsed[source] = parse_anew(environment, source)
        return parsed[source]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        patch.setattr(jinja2.Environment, "parse", parse_once)
        yield


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Processes are forked, whatever threads other tests have left: a server's, or the browser's.

    None of those holds a lock that a forked process takes in these tests; Python warns of them since 3.12.
    """
    if sys.platform != "linux":
        pytest.skip("processes cannot be forked here")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        yield


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real seeds' project, one for all test processes: whichever comes second finds it built."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    project = folder / "real" / "project"
    with hold(folder / "real.lock"):
        return project if project.exists() else copy_project(project)


@pytest.fixture(scope="session")
def real_settings(real_project: Path) -> Settings:
    return read_settings(real_project / "mkdocs.yml")


@pytest.fixture(scope="session")
def real_build(real_settings: Settings) -> BuildReport:
    return pipeline.build(real_settings)


@pytest.fixture(scope="session")
def real_site(real_build: BuildReport, real_settings: Settings) -> Path:
    assert real_build.site
    return real_settings.site
