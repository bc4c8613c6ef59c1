"""Scenarios and properties of `.deal` files as tests: each is an item, and fails with what was found instead.

A file is read with the contract that it is about: see `dealwright.gathering`. Each contract is read once in a session. Of
the engine nothing is imported before a file with something to test is met.

`deal_effort` is how many logs are made up for each property: a number, or `profile` for as many as the profile of
Hypothesis in use draws examples. With an effort every amendment has a property more: that it changes nothing but what
follows from what it touches.
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
_TEXTS = re.compile(rb"^(?:scenario|property|amendment|waiver|order)\b", re.MULTILINE)
_GATHERING = pytest.StashKey[Any]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say how many logs are made up for each property."""
    said = "how many logs to make up for each property of a .deal file: a number, or `profile`"
    parser.addini("deal_effort", said, default="0")
    parser.addoption("--deal-effort", default=None, help=said)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an effort that is neither a number nor `profile`.

    Raises:
        UsageError: It is neither.
    """
    said = _said(config)
    if not re.fullmatch(r"profile|[0-9]{1,6}", said):
        raise pytest.UsageError(f"deal_effort is a number of logs or `profile`, not `{said}`")


def _said(config: pytest.Config) -> str:
    """The effort as asked for."""
    return str(config.getoption("--deal-effort") or config.getini("deal_effort"))


def effort(config: pytest.Config) -> int:
    """How many logs are made up for each property."""
    said = _said(config)
    if said != "profile":
        return int(said)
    from hypothesis import settings

    return settings().max_examples


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the `.deal` files in which something is to be tested."""
    if file_path.suffix != ".deal":
        return None
    try:
        wanted = _TEXTS if effort(parent.config) else _TESTS
        tests = wanted.search(file_path.read_bytes()) is not None
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
        gathering = stash[_GATHERING]
        trial = gathering.trial(self.path)
        if trial.problems:
            raise self.CollectError(render(trial.problems))
        for contract in trial.contract:
            written: list[Any] = [*trial.scenarios, *trial.properties]
            if effort(self.config):
                from dealwright.testing import frames

                written += frames(contract, gathering.heads(self.path).names)
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
            run = run_property(self.contract, self.written, effort(self.config))
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
