"""Properties tried on logs that are made up, until one refutes it; and that log made as short as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright import properties as p
from dealwright import scenario as s
from dealwright.diagnostic import DealError, Severity, problem
from dealwright.edges import programs
from dealwright.log import Log
from dealwright.pipeline import Contract
from dealwright.program import Program
from dealwright.properties import Seen, Trying, trying
from dealwright.testing.drawing import logs
from dealwright.testing.frames import moving
from dealwright.write import write

_ONE: Final = timedelta(1)
_SPARE: Final = date(2031, 1, 15)
_AHEAD: Final = 3


def last_day(log: Log, contract: Contract) -> date:
    """The day after the last entry of a log; of one without any, the day of the agreement."""
    return log.entries[-1].on + _ONE if log.entries else contract.program().dated or _SPARE


def run_property(contract: Contract, prop: m.Property, effort: int = 0) -> s.Run:
    """Try a property on the log of every scenario at hand, and on logs that are made up.

    Args:
        contract: The contract, with the scenarios at hand.
        prop: The property.
        effort: How many logs to make up; none if 0.

    Returns:
        What came out. A log that refutes it is in what was found, as a scenario that can be pasted back.
    """
    first = p.run_property(contract, prop)
    nothing = bool(first.problems) and all(one.severity is not Severity.ERROR for one in first.problems)
    if not effort or not (first.passed or nothing):
        return first
    try:
        import hypothesis  # noqa: F401
    except ImportError:
        said = "no logs are made up for this property, since `hypothesis` is not installed"
        return evolve(first, notes=(*first.notes, problem("R209", said, prop.span)))
    return check_property(contract, prop, effort, first)


def check_property(contract: Contract, prop: m.Property, effort: int, first: s.Run | None = None) -> s.Run:
    """Try a property on logs that are made up; the same logs each time.

    Args:
        contract: The contract.
        prop: The property.
        effort: How many logs to make up.
        first: What came out of other logs, if it was tried on any.

    Returns:
        What came out: the shortest log found that refutes it, if one was found.
    """
    from hypothesis import HealthCheck, Phase, given, settings

    try:
        way = trying(contract, prop)
    except DealError as trouble:
        return s.Run(prop.title, (), trouble.diagnostics, prop.span)
    met: list[Log] = []
    refuted: list[Log] = []

    @settings(
        max_examples=effort,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(logs(contract, about=about(contract, prop)))
    def attempt(log: Log) -> None:
        seen = _tried(contract, way, log)
        if seen:
            met.append(log)
        if any(one.fails for one in seen):
            refuted.append(log)
            raise Refuted

    try:
        attempt()
    except Refuted:
        log = _shortest(contract, way, refuted[-1])
        seen = next(one for one in _tried(contract, way, log) if one.fails)
        found = f"{seen.found}, with\n{as_scenario(log, prop.title)}"
        return s.Run(prop.title, (p.claim(prop, seen.day, holds=False, found=found),), (), prop.span)
    if first is not None and first.passed:
        return first
    if not met:
        said = f"none of {effort} logs meets the condition of `{prop.title}`, so nothing is shown"
        return s.Run(prop.title, (), (problem("R208", said, prop.span),), prop.span)
    return s.Run(prop.title, (), (), prop.span)


def about(contract: Contract, prop: m.Property) -> frozenset[str]:
    """The keys of all that a property speaks of, and of all that lies under it in any text."""
    known = programs(contract)
    asked = [*prop.when, *([prop.claim] if isinstance(prop, m.Always) else [])]
    names = {part.name for one in asked for part in e.walk(one) if isinstance(part, e.Ref | e.Selection)}
    found = {key for name in names for program in known for key in _keys(program, name)}
    found |= {f"instrument:{name}" for name in names if name in contract.amendments}
    if isinstance(prop, m.Frame):
        found.add(f"instrument:{prop.instrument}")
        for program in known:
            found.update(key for name in prop.names for key in _keys(program, name))
        found |= moving(*p.around(contract, prop.instrument, prop.span))
    pending = list(found)
    while pending:
        key = pending.pop()
        more = {one for program in known for one in _reads(program, key)} - found
        found |= more
        pending += more
    return frozenset(found)


def _keys(program: Program, name: str) -> Iterator[str]:
    """The keys that a name has in a program."""
    return (f"{sort}:{key}" for sort, key in program.names.get(name, ()))


def _reads(program: Program, key: str) -> frozenset[str]:
    """What the rule of a key reads."""
    sort, _, name = key.partition(":")
    rule: Any = program.terms.get(name) if sort == "term" else program.norms.get(name) if sort == "norm" else None
    return frozenset() if rule is None else rule.reads


def _tried(contract: Contract, way: Trying, log: Log) -> list[Seen]:
    """How a property comes out on the days of a log, the days after, and the next on which something may change."""
    days = {one for entry in log.entries for one in (entry.on, entry.on + _ONE)} or {last_day(log, contract)}
    try:
        ahead: Sequence[date] = contract.evaluate(log, max(days)).next
        return way(log, sorted({*days, *ahead[:_AHEAD]}))
    except DealError:
        return []


def shortest(contract: Contract, prop: m.Property, log: Log) -> Log:
    """A log that refutes a property, without the entries and values that it can do without."""
    return _shortest(contract, trying(contract, prop), log)


def _shortest(contract: Contract, way: Trying, log: Log) -> Log:
    """A log that still refutes what is tried, without what it can do without."""
    less = True
    while less:
        less = False
        for part in ("entries", "given"):
            for place in range(len(getattr(log, part)) - 1, -1, -1):
                rest = getattr(log, part)
                fewer: dict[str, Any] = {part: (*rest[:place], *rest[place + 1 :])}
                shorter = evolve(log, **fewer)
                if any(one.fails for one in _tried(contract, way, shorter)):
                    log, less = shorter, True
    return log


class Refuted(Exception):
    """A log was found on which a property does not hold."""


def as_scenario(log: Log, title: str) -> str:
    """A log as a scenario that can be pasted into a file."""
    return write(m.Document((), (), (evolve(log.scenario, title=title),), (), log.source)).rstrip("\n")
