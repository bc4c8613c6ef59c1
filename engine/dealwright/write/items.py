"""What stands in a provision as lines: words behind bars, further provisions, facts, rules, readings, operations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from dealwright import expression as e
from dealwright import model as m
from dealwright.write.addresses import address
from dealwright.write.expressions import expression
from dealwright.write.lines import Lines, below, joined
from dealwright.write.literals import quoted
from dealwright.write.norms import bring_down, modifier, norm, notice_rule, saving
from dealwright.write.operations import operation
from dealwright.write.rules import (
    condition,
    definition,
    event,
    exception,
    field,
    long_form,
    payment_event,
    record,
    row,
    table,
)

_ROLES = {"party": "party", "third party": "third party", "group": "parties"}

Held = m.Item | e.Row | m.Exception_ | m.Modifier


def lines_of(items: Iterable[Held]) -> Lines:
    """Several items, one below the other."""
    return [line for node in items for line in held(node)]


def held(node: Held) -> Lines:
    """An item, or a line that stands in an operation without being an item."""
    match node:
        case e.Row():
            return [row(node)]
        case m.Exception_():
            return exception(node)
        case (
            m.Timing() | m.Proviso() | m.ForEach() | m.PerformedBy() | m.Form() | m.AnsweredFor() | m.Continuing()
            | m.Interest() | m.Flag() | m.Priority()
        ):  # fmt: skip
            return modifier(node)
        case _:
            return item(node)


def item(node: m.Item) -> Lines:
    """Whatever may stand in a provision."""
    match node:
        case m.Words(lines=lines):
            return [f"| {line}" if line else "|" for line in lines]
        case m.Provision():
            return provision(node)
        case m.Party(name=name, long=long, role=role):
            return [joined(_ROLES[role], name, long_form(long))]
        case m.Unit(name=name):
            return [f"unit {name}"]
        case m.Event():
            return event(node)
        case m.PaymentEvent():
            return payment_event(node)
        case m.Input(field=given):
            return [f"input {field(given)}"]
        case m.Record():
            return record(node)
        case m.Definition():
            return definition(node)
        case m.Condition():
            return condition(node)
        case m.Table():
            return table(node)
        case m.Norm():
            return norm(node)
        case m.Reading():
            return _reading(node)
        case m.NoticeRule():
            return notice_rule(node)
        case m.Severable():
            return ["severable"]
        case m.BringDown():
            return bring_down(node)
        case m.Saving():
            return saving(node)
        case m.NoRule(reason=reason):
            return [joined("no operative rule", long_form(reason))]
        case m.Absent():
            return ["absent"]
        case m.Tombstone(word=word, by=by):
            return [joined(word, "" if by is None else f"by {address(by) if by.steps or by.term else by.instrument}")]
        case m.Sic(code=code, words=words, reading=reading):
            return [joined("sic", code, long_form(words), f"reading {reading}" if reading else "")]
        case m.Replace(items=items) | m.Insert(items=items):
            return operation(node, lines_of(items))
        case m.WaiveFor(lines=waived):
            return operation(node, lines_of(waived))
        case m.Delete() | m.WordChange() | m.Renumber() | m.ChangeValue() | m.Substitute() | m.Join() | m.Reaffirm():
            return operation(node, [])
        case _:
            assert_never(node)


def provision(node: m.Provision) -> Lines:
    """A provision with what stands in it."""
    return [joined(node.unit, node.number, long_form(node.heading)), *below(lines_of(node.items))]


def calendar(node: m.CalendarSetting) -> str:
    """`business days us-federal-reserve`."""
    return f"business days {node.name}"


def _reading(node: m.Reading) -> Lines:
    words = ["is", *("or" for _ in node.alternatives[1:])]
    return [
        f"reading {node.name} {quoted(node.about)}",
        *below(*(_alternative(word, each) for word, each in zip(words, node.alternatives, strict=True))),
    ]


def _alternative(word: str, node: m.Alternative) -> Lines:
    return [f"{word} {quoted(node.label)}", *below(line for each in node.items for line in _read(each))]


def _read(node: m.Item | m.ReadAs | m.CalendarSetting) -> Lines:
    match node:
        case m.ReadAs(what=what, target=target):
            read = quoted(what) if isinstance(what, str) else expression(what)
            return [f"read {read} as {'nothing' if target is None else expression(target)}"]
        case m.CalendarSetting():
            return [calendar(node)]
        case _:
            return item(node)
