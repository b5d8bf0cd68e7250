"""What many tests need: the real seeds, and a site built from them once."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from seedbed import pipeline
from seedbed.config import Settings, read_settings
from seedbed.model.report import BuildReport
from tests.projects import copy_project

# No deadline: how long an example takes says more of the machine than of the code. The same examples on every
# run of continuous integration, so that a red build can be repeated; new ones wherever somebody develops.
hypothesis.settings.register_profile("everywhere", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("everywhere")


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
    return copy_project(tmp_path_factory.mktemp("real") / "project")


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
