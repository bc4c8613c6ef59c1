"""What a bound rule says, in the words of the language again.

A program no longer knows how its rules were written, only what they do. Whoever asks for a reason reads it as the
drafter would have written it: `2 business days after Handover`, `some Inspection where Passed`. With the value of each
part put beside it, the same words show how an amount was worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from dealwright.program import core
from dealwright.value import Choice, Duration, Party, Period, Truth, text_of

Mark: TypeAlias = Callable[[Any], str]
"""What to put beside a part, given the part: its value, or nothing."""

_BINDS: Final = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
_LEAVES: Final = (
    core.TermValue,
    core.InputValue,
    core.Attribute,
    core.NormAmount,
    core.Received,
    core.Total,
    core.Aggregate,
    core.AggregatePeriods,
    core.Lookup,
    core.Distance,
    core.YearPart,
)


def nothing(_: Any) -> str:
    """Put nothing beside a part."""
    return ""


def say(node: Any, mark: Mark = nothing) -> str:
    """An expression in the words of the language.

    Args:
        node: A node of a program.
        mark: What to put beside each part that has an amount of its own.
    """
    said = _SAID[type(node)](node, mark)
    beside = mark(node) if isinstance(node, _LEAVES) else ""
    return f"{said} {beside}" if beside else said


def name_of(key: str) -> str:
    """The name of a norm, from its key."""
    return key.rsplit(" / ", 1)[-1] or "what is not there"


def _named(key: str, index: tuple[Any, ...], mark: Mark) -> str:
    return f"{key} for {', '.join(say(one, mark) for one in index)}" if index else key


def _instance(one: core.Instance) -> str:
    labels = f" {''.join(one.labels)}" if one.labels else ""
    return _named(name_of(one.key), one.index, nothing) + labels


def _where(event: str, where: Any) -> str:
    """An event of which something holds; what holds is said of each occurrence, so nothing stands beside its parts."""
    return event if where is None else f"{event} where {say(where)}"


def _const(node: core.Const, _: Mark) -> str:
    value = node.value
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Choice | Party):
        return value.name
    return value.text() if isinstance(value, Truth | Duration | Period) else text_of(value)


def _attribute(node: core.Attribute, mark: Mark) -> str:
    return node.name if isinstance(node.of, core.This) else f"{node.name} of {say(node.of, mark)}"


def _period(node: core.ThePeriod, _: Mark) -> str:
    word = {0: "the", -1: "the previous", 1: "the next"}.get(node.step, "the")
    return f"{word} {node.unit or 'period'}"


_PERIODS: Final = {f"{unit} 0": f"the {unit}" for unit in ("day", "week", "month", "quarter", "year")}


def _arithmetic(node: core.Arithmetic, mark: Mark) -> str:
    binds = _BINDS.get(node.operator, 0)

    def side(one: Any, least: int) -> str:
        loose = isinstance(one, core.Arithmetic) and _BINDS.get(one.operator, 0) < least
        return f"({say(one, mark)})" if loose else say(one, mark)

    return f"{side(node.left, binds)} {node.operator} {side(node.right, binds + 1)}"


def _list(items: tuple[Any, ...], word: str, mark: Mark) -> str:
    *first, last = [say(one, mark) for one in items] or ["nothing"]
    return f"{', '.join(first)} {word} {last}" if first else last


def _choose(node: core.Choose, mark: Mark) -> str:
    cases = [f"{say(value, mark)} when {say(when, mark)}" for when, value in node.cases]
    if node.otherwise is not None:
        cases.append(f"otherwise {say(node.otherwise, mark)}")
    return "; ".join(cases)


def _excepted(node: core.Excepted, mark: Mark) -> str:
    parts = [say(node.value, mark)]
    parts += [f"except when {say(when, mark)}: {say(value, mark)}" for _, when, value in node.exceptions]
    return ", ".join(parts)


def _joined(items: tuple[Any, ...], word: str, mark: Mark) -> str:
    parts = [
        f"({say(one, mark)})" if isinstance(one, core.AllOf | core.AnyOf) and len(one.items) > 1 else say(one, mark)
        for one in items
    ]
    return f" {word} ".join(parts) or "nothing"


def _come(node: core.Come, mark: Mark) -> str:
    what = say(node.what, mark)
    if not node.limit:
        match node.what:
            case core.FirstOf() | core.OccurrenceInstant():
                return f"{what} has occurred"
            case core.NormInstant(word="performance", norm=norm):
                return f"{_instance(norm)} has been performed"
            case core.TerminationInstant(under=under):
                return f"the agreement has terminated{_under(under)}"
            case _:
                return f"{what} has come"
    return f"{what} {node.limit} {say(node.of, mark)}"


def _under(identity: str) -> str:
    """Under which provision, if any is said: ` under sentence 1 of section 8.4`."""
    return f" under {' of '.join(reversed(identity.rpartition(': ')[2].split(' / ')))}" if identity else ""


def _some(node: core.Some, _: Mark) -> str:
    return f"{node.event} has occurred" if node.where is None else f"some {_where(node.event, node.where)}"


def _not(node: core.Not, mark: Mark) -> str:
    inner = node.of.of if isinstance(node.of, core.Waivable) else node.of
    match inner:
        case core.Some(event=event, where=None) | core.Come(what=core.FirstOf(event=event, where=None), limit=""):
            return f"{event} has not occurred"
        case core.Some(event=event, where=where):
            return f"no {_where(event, where)}"
        case core.AllOf() | core.AnyOf() | core.Come() | core.Compare() | core.CompareDays() | core.Within():
            return f"not ({say(inner, mark)})"
        case _:
            return f"not {say(inner, mark)}"


def _aggregate(node: core.Aggregate, _: Mark) -> str:
    over = _where(node.event, node.where)
    return f"number of {over}" if node.word == "count" else f"{node.word} of {say(node.value)} over {over}"


def _amount(node: core.NormAmount, mark: Mark) -> str:
    return f"{_instance(node.norm)} {node.word}{_through(node.through, mark)}"


def _received(node: core.Received, mark: Mark) -> str:
    of = node.event or ("what is not there" if node.norm is None else _instance(node.norm))
    return f"{of} received by {node.party}{_through(node.through, mark)}"


def _through(days: tuple[core.Core, ...], mark: Mark) -> str:
    return "".join(f" through {say(day, mark)}" for day in days)


_SAID: Final[dict[type, Callable[[Any, Mark], str]]] = {
    core.Const: _const,
    core.TermValue: lambda node, mark: _named(node.key, node.index, mark),
    core.TermTruth: lambda node, mark: _named(node.key, node.index, mark),
    core.InputValue: lambda node, mark: _named(node.key, node.index, mark),
    core.Attribute: _attribute,
    core.This: lambda _, __: "this",
    core.Around: lambda node, _: f"the {node.event}",
    core.Pick: lambda node, _: f"{'last' if node.last else 'first'} {_where(node.event, node.where)}",
    core.ThePeriod: _period,
    core.TheNumber: lambda node, _: node.name,
    core.TheParty: lambda _, __: "the party",
    core.Today: lambda _, __: "today",
    core.Arithmetic: _arithmetic,
    core.Negative: lambda node, mark: f"-{say(node.of, mark)}",
    core.Rounded: lambda node, mark: f"{say(node.of, mark)} rounded {node.mode} to {node.to}",
    core.Extreme: lambda node, mark: f"the {node.word} of {_list(node.items, 'and', mark)}",
    core.Choose: _choose,
    core.Excepted: _excepted,
    core.Lookup: lambda node, mark: f"what the table gives for {say(node.by, mark)}",
    core.Shift: lambda node, mark: f"{say(node.by)} {'before' if node.back else 'after'} {say(node.anchor, mark)}",
    core.Rolled: lambda node, mark: f"{say(node.of, mark)} rolled {node.way}",
    core.FirstOf: lambda node, _: ("last " if node.last else "") + _where(node.event, node.where),
    core.OccurrenceInstant: lambda node, mark: f"date of {say(node.of, mark)}",
    core.SinceTerm: lambda node, _: node.key,
    core.NormInstant: lambda node, _: f"{node.word} of {_instance(node.norm)}",
    core.TerminationInstant: lambda node, _: f"termination{_under(node.under)}",
    core.InstrumentInstant: lambda node, _: f"{node.word} of {node.instrument}",
    core.StatusInstant: lambda node, _: f"{_instance(node.of)} is {node.status}",
    core.NormAmount: _amount,
    core.NormDue: lambda node, _: f"due date of {_instance(node.norm)}",
    core.Received: _received,
    core.Total: lambda node, _: f"total {node.word} by {node.party}",
    core.PartOf: lambda node, mark: f"{_PERIODS.get(node.word, node.word)} of {say(node.of, mark)}",
    core.DayIn: lambda node, mark: f"{node.word}{f' {node.number}' if node.number else ''} of {say(node.of, mark)}",
    core.Distance: lambda node, _: f"{node.unit}s from {say(node.start)} to {say(node.end)}",
    core.YearPart: lambda node, _: f"{node.convention} from {say(node.start)} to {say(node.end)}",
    core.SpanBetween: lambda node, _: f"from {say(node.start)} to {say(node.end)}",
    core.SpanOf: lambda node, _: (
        f"the {say(node.length)} {'ending' if node.ending else 'starting'} on {say(node.anchor)}"
    ),
    core.Aggregate: _aggregate,
    core.AggregatePeriods: lambda node, _: f"{node.word} of {say(node.value)} over {say(node.span)}",
    core.AsTruth: lambda node, mark: say(node.of, mark),
    core.Waivable: lambda node, mark: say(node.of, mark),
    core.AllOf: lambda node, mark: _joined(node.items, "and", mark),
    core.AnyOf: lambda node, mark: _joined(node.items, "or", mark),
    core.AtLeast: lambda node, mark: f"at least {node.count} of ({'; '.join(say(one, mark) for one in node.items)})",
    core.ExactlyOne: lambda node, mark: f"exactly one of ({'; '.join(say(one, mark) for one in node.items)})",
    core.Not: _not,
    core.Compare: lambda node, mark: f"{say(node.left, mark)} {node.operator} {say(node.right, mark)}",
    core.CompareDays: lambda node, mark: f"{say(node.left, mark)} is {node.operator} {say(node.right, mark)}",
    core.Within: lambda node, mark: f"{say(node.what, mark)} within {say(node.period, mark)}",
    core.Come: _come,
    core.Some: _some,
    core.Every: lambda node, _: f"every {_where(node.event, node.where)} satisfies {say(node.satisfies)}",
    core.StatusIs: lambda node, _: f"{_instance(node.of)} is {node.status}",
    core.AgreementIs: lambda node, _: f"this agreement is {node.status}",
    core.During: lambda node, mark: f"{say(node.what, mark)} during the suspension of {_instance(node.norm)}",
    core.TruthWord: lambda node, mark: f"{say(node.of, mark)} is {node.word}",
}
