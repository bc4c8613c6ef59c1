"""What an instrument waives, bound: which norms and conditions, in which time, on which terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from dealwright import model as m
from dealwright.amend import Waiver
from dealwright.diagnostic import echo
from dealwright.program import Cite, WaiverRule, core
from dealwright.resolve.beneficiaries import WAIVABLE
from dealwright.resolve.gates import said
from dealwright.resolve.scope import Scope, Table, _a
from dealwright.resolve.terms import TermBinding

_LIMITS = frozenset({"on", "by", "within"})


def waiver_rules(waivers: Sequence[Waiver], table: Table, binding: TermBinding) -> tuple[WaiverRule, ...]:
    """The waivers of the instruments in force, in order."""
    found = []
    for place, waiver in enumerate(waivers):
        origin = waiver.origin
        trail = (origin.instrument, origin.address) if origin.address else (origin.instrument,)
        cite = Cite(origin.instrument, origin.address, origin.instrument, trail=trail, span=origin.span)
        scope = Scope(table, cite, origin.instrument)
        found.append(_rule(waiver, f"{origin.instrument}: waiver {place + 1}", scope, binding))
    return tuple(found)


def _rule(waiver: Waiver, key: str, scope: Scope, binding: TermBinding) -> WaiverRule:
    operation = waiver.operation
    symbols = {symbol.key: symbol for identity in waiver.provisions for symbol in scope.beneath(identity)}
    norms = tuple(one.key for one in symbols.values() if one.sort == "norm" and one.item.word in WAIVABLE)
    terms = tuple(one.key for one in symbols.values() if one.sort == "condition")
    if not norms and not terms:
        where = " and ".join(one.span.words for one in operation.targets)
        scope.report("A142", f"in {echo(where)} there is nothing that anybody has to comply with", operation.span)
    start, end = _time(operation, scope, binding)
    days: list[core.Core] = []
    unless: list[tuple[str, core.Core]] = []
    restored: list[tuple[str, core.Core]] = []
    for line in operation.lines:
        match line:
            case m.Exception_(condition=condition, value=None, label="", exceptions=()):
                unless.append((said(condition), binding.truth(condition, scope)))
            case m.Proviso(word="restored when", condition=condition):
                restored.append((said(condition), binding.truth(condition, scope)))
            case m.Timing(word=word) if word in _LIMITS:
                days.append(binding.limit_day(line, scope))
            case m.Words():
                pass
            case _:
                span = getattr(line, "span", operation.span)
                scope.report(
                    "A141",
                    "this says nothing about a waiver",
                    span if span.source.text else operation.span,
                    "`except when`, `restored when` and a limit do; a rule stands beside the waiver",
                )
    cite = evolve(scope.cite, readings=tuple(sorted(scope.readings)))
    return WaiverRule(
        key, scope.cite.instrument, norms, terms, start, end, tuple(unless), tuple(restored), tuple(days),
        frozenset(scope.reads), cite,
    )  # fmt: skip


def _time(operation: m.WaiveFor, scope: Scope, binding: TermBinding) -> tuple[Any, Any]:
    """The first and the last day of a waiver; neither for what there is when it takes effect."""
    if operation.length is not None and operation.start is not None:
        scope.report("A141", "the time of a waiver is said twice", operation.span, "say `for ...` or `from ... to ...`")
    if operation.start is not None:
        return binding.instant(operation.start, scope), binding.instant(operation.end, scope)
    if operation.length is None:
        return None, None
    length, kind = binding.value(operation.length, scope)
    begin = core.InstrumentInstant("effectiveness", scope.cite.instrument)
    if kind.word == "period":
        return core.PartOf("start", length), core.PartOf("end", length)
    if kind.word != "duration":
        scope.report("K103", f"{echo(operation.length.span.words)} is {_a(kind)}, where a length or a period is asked",
                     operation.length.span, "as in `for 6 months` or `for 2032-Q1`")  # fmt: skip
        return begin, begin
    return begin, core.Shift(length, False, begin)  # noqa: FBT003
