"""What is measured is the same on both sides."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from cProfile import Profile
from importlib import import_module
from pathlib import Path
from pstats import Stats
from typing import Any

import pytest

from dealwright.read import read
from dealwright.source import Source

pytest.importorskip("resource", reason="the processor time of a command is asked of it")


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The module that measures."""
    folder = str(Path(__file__).parent.parent / "bench")
    sys.path.insert(0, folder)
    try:
        yield import_module("run")
    finally:
        sys.path.remove(folder)


def test_the_function_by_hand_agrees_with_the_engine(bench: Any) -> None:
    """Otherwise a ratio of the two would compare different things."""
    assert bench.differences(bench.Engine(bench.load(*bench.FILES))) == []


def test_a_difference_is_seen(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is off is told with its log and day."""
    monkeypatch.setattr(bench, "CASES", bench.CASES[:1])
    monkeypatch.setattr(
        bench, "answers", lambda entries, as_of, year: bench.Answers(None, None, as_of and entries and year)
    )
    found = bench.differences(bench.Engine(bench.load(*bench.FILES)))
    assert found[0].startswith("the actual history, as of 2004-02-15: original is ")


@pytest.mark.parametrize("size", [1, 10_000, 60_000])
def test_generated_text_can_be_read(bench: Any, size: int) -> None:
    """It follows the grammar, has the size asked for, and is the same each time."""
    text = bench.generated(size)
    assert size <= len(text) < size + 2_000
    assert text == bench.generated(size)
    assert read(Source("generated", text)).instruments


def test_generated_amendments_can_be_put_in(bench: Any) -> None:
    """Each does one thing, and nothing is told of it."""
    result = bench.consolidation(40, 16)()
    assert result.diagnostics == ()
    assert len(result.changes) == 16


def test_amendments_take_time_in_proportion_to_their_number(bench: Any) -> None:
    """Four times as many make four times as many calls, and no more than a few beyond."""
    few, many = (calls(bench.consolidation(200, count)) for count in (24, 96))
    assert many / few < 4.4


def calls(task: Any) -> int:
    """How many calls a task makes."""
    profile = Profile()
    profile.runcall(task)
    return sum(one[0] for one in Stats(profile).stats.values())  # type: ignore[attr-defined]
