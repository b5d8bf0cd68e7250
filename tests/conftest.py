"""What many tests need: the real seeds, and a site built from them once."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed import pipeline
from seedbed.config import Settings, read_settings
from seedbed.model.report import BuildReport
from tests.projects import copy_project


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
