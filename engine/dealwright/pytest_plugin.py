"""Scenarios of `.deal` files as tests: each is an item, and fails with what was found instead.

A file of scenarios is read together with the instruments of its folder; one in a folder named `scenarios`, with those
of the folder above.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take `.deal` files."""
    if file_path.suffix == ".deal":
        return DealFile.from_parent(parent, path=file_path)
    return None


class DealFile(pytest.File):
    """A `.deal` file with its scenarios and properties."""

    def collect(self) -> Iterator[pytest.Item]:
        """The scenarios and properties in the file."""
        from dealwright.diagnostic import DealError
        from dealwright.intake import read_source
        from dealwright.read import read

        try:
            document = read(read_source(self.path))
        except DealError as trouble:
            raise self.CollectError(str(trouble)) from None
        written: list[Any] = [*document.scenarios, *document.properties]
        for one in written:
            yield DealItem.from_parent(self, name=one.title, written=one)


class ScenarioFails(Exception):
    """A claim of a scenario does not hold, or something stopped it."""


class DealItem(pytest.Item):
    """One scenario or property."""

    def __init__(self, *, written: Any, **rest: Any) -> None:
        """Keep what is run."""
        super().__init__(**rest)
        self.written = written

    def runtest(self) -> None:
        """Run it.

        Raises:
            ScenarioFails: A claim does not hold, or something stopped it.
        """
        from dealwright.model import Scenario
        from dealwright.pipeline import load
        from dealwright.scenario import run_property, run_scenario

        contract = load(*files_for(self.path))
        runner: Any = run_scenario if isinstance(self.written, Scenario) else run_property
        run = runner(contract, self.written)
        wrong = [
            f"as of {claim.as_of.isoformat()}: {claim.words}: {claim.found}" for claim in run.claims if not claim.holds
        ]
        if run.problems or wrong:
            raise ScenarioFails("\n".join([*(one.message for one in run.problems), *wrong]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was found instead, without a traceback."""
        if isinstance(excinfo.value, ScenarioFails):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self.written.span.line - 1, self.name


def files_for(path: Path) -> list[Path]:
    """The files that a file of scenarios is read with, itself last."""
    folder = path.parent.parent if path.parent.name == "scenarios" else path.parent
    own = path.read_text(encoding="utf-8")
    if any(line.startswith(("agreement ", "rules ")) for line in own.splitlines()):
        return [path]
    return [*(other for other in sorted(folder.glob("*.deal")) if other != path), path]
