"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout the tests stand in."""
    return CHECKOUT


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout as it stands."""
    out = tmp_path_factory.mktemp("wheel")
    build = ["pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(out), str(checkout)]
    subprocess.run([sys.executable, "-m", *build], check=True)
    (path,) = out.glob("newslint-*.whl")
    return path


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, nor a newslint that it starts, leaves anything among the user's own books."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What installs packages and starts editors comes first: begun last, it keeps one worker busy alone."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where NEWSLINT_NO_SKIPS is set (CI), a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NEWSLINT_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        reporter.write_line(
            "NEWSLINT_NO_SKIPS is set, and tests were skipped (run pytest -rs to see why)", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
