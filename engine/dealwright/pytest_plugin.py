"""Scenarios and properties of `.deal` files as tests: each is an item, and fails with what was found instead.

A file is read with the contract that it is about: see `dealwright.gathering`. Each contract is read once in a session. Of
the engine nothing is imported before a file with something to test is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dealwright.pipeline import Contract
    from dealwright.scenario import Run

_TESTS = re.compile(rb"^(?:scenario|property)\b", re.MULTILINE)
_GATHERING = pytest.StashKey[Any]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say how many logs are made up for each property."""
    parser.addini("deal_effort", "how many logs to make up for each property of a .deal file", default="0")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the `.deal` files in which something is to be tested."""
    if file_path.suffix != ".deal":
        return None
    try:
        tests = _TESTS.search(file_path.read_bytes()) is not None
    except OSError:
        tests = True
    return DealFile.from_parent(parent, path=file_path) if tests else None


class DealFile(pytest.File):
    """A `.deal` file with something to test."""

    def collect(self) -> Iterator[pytest.Item]:
        """The scenarios and properties in the file."""
        from dealwright.diagnostic import render
        from dealwright.gathering import Gathering

        stash = self.session.stash
        if _GATHERING not in stash:
            stash[_GATHERING] = Gathering()
        trial = stash[_GATHERING].trial(self.path)
        if trial.problems:
            raise self.CollectError(render(trial.problems))
        for contract in trial.contract:
            written: list[Any] = [*trial.scenarios, *trial.properties]
            for one in written:
                yield DealItem.from_parent(self, name=one.title, written=one, contract=contract)


class NotMet(Exception):
    """A claim does not hold, or something stopped a scenario or property."""

    def __init__(self, run: Run) -> None:
        """Keep what came out."""
        super().__init__(run)
        self.run = run


class DealItem(pytest.Item):
    """One scenario or property."""

    def __init__(self, *, written: Any, contract: Contract, **rest: Any) -> None:
        """Keep what is run."""
        super().__init__(**rest)
        self.written = written
        self.contract = contract

    def runtest(self) -> None:
        """Run it.

        Raises:
            NotMet: A claim does not hold, or something stopped it.
        """
        from dealwright.model import Scenario
        from dealwright.scenario import run_scenario
        from dealwright.testing import run_property

        if isinstance(self.written, Scenario):
            run = run_scenario(self.contract, self.written)
        else:
            run = run_property(self.contract, self.written, int(self.config.getini("deal_effort")))
        if not run.passed:
            raise NotMet(run)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was found instead, without a traceback."""
        if isinstance(excinfo.value, NotMet):
            from dealwright.diagnostic import render

            return render(excinfo.value.run.diagnostics)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self.written.span.line - 1, self.name
