"""Which instance of a norm is meant: what stands behind `for`.

A norm made afresh for each month has an instance for a month, one `for each Step from 1 to 12` for a number, one for
each occurrence for the occurrence in view or its number, and one by which several must each act for each of them. What
could be none of these is reported: it would stand for something that never happens.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import define

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo
from dealwright.program import core
from dealwright.resolve.scope import Scope, Table, near
from dealwright.value import Party, Period


@define
class Instances:
    """Binds what stands behind `for`."""

    table: Table

    if TYPE_CHECKING:

        def unknown(self, node: e.Ref, scope: Scope) -> None:
            """Report a name that stands for nothing."""

        def current(self, node: e.Current, scope: Scope) -> core.Core:
            """A period in view, or one beside it."""

    def instance_index(self, node: e.Ref, scope: Scope, item: m.Norm | None = None) -> tuple[core.Core, ...]:
        """Which instance is meant of a norm, of which the item was written."""
        if node.argument is None:
            return ()
        each, split = _made_for(item)
        if item is not None and each is None and not split:
            scope.report("N108", f"{echo(node.name)} is not made for each of anything: there is no instance to choose",
                         node.argument.span, "leave out `for ...`")  # fmt: skip
            return ()
        bound, sort = self.behind(node.argument, each, scope)
        if item is not None and sort not in {"", *_takes(each, split)}:
            scope.report("N108", f"{echo(node.name)} is made for each {_said(each, split)}; this is {_SORTS[sort]}",
                         node.argument.span, f"as in `{node.name} for {_example(each)}`")  # fmt: skip
        return (bound,)

    def behind(self, argument: Any, each: m.Scope | None, scope: Scope) -> tuple[core.Core, str]:
        """What is meant, and of which sort it is; no sort if that is not known, or was reported."""
        match argument:
            case e.Current(unit=unit):
                return self.current(argument, scope), unit.removeprefix("calendar ")
            case e.Literal(kind="number", value=value) if _is_year(each, value):
                return core.Const(Period.parse(f"{int(value):04}")), "year"  # type: ignore[arg-type]
            case e.Literal(value=Period() as value):
                return core.Const(value), value.unit
            case e.Literal(kind="date", value=value):
                return core.Const(Period.containing("day", value)), "day"  # type: ignore[arg-type]
            case e.Literal(kind=kind, value=value):
                return core.Const(value), "number" if kind == "number" else "other"
            case e.Ref(name=name) | e.TheOne(name=name) if name == scope.number:
                return core.TheNumber(name), "number"
            case e.TheOne(name=name) if name in {scope.event, scope.outer_event}:
                return scope.occurrence(name), f"event {name}"
            case e.TheOne(name=name):
                self.nowhere(name, argument, scope)
                return core.Const(Party(name)), ""
            case e.Ref(name=name):
                symbol = self.table.symbols.of(name)
                if symbol is None:
                    self.unknown(argument, scope)
                return core.Const(Party(name)), "" if symbol is None else _sort(symbol.sort)
            case _:
                scope.report("S209", "this form after `for` is not supported yet", argument.span)
                return core.This(), ""

    def nowhere(self, name: str, node: Any, scope: Scope) -> None:
        """Report `the X` where no X is in view."""
        if self.table.symbols.of(name) is None:
            scope.report("N101", f"nothing declares {echo(name)}", node.span, near(name, self.table.symbols.by_name))
        else:
            scope.report("N106", f"no {echo(name)} is in view here", node.span,
                         "name a period, a number or a party, or say it in a rule `for each` such event")  # fmt: skip


_SORTS = {
    "number": "a number",
    "party": "a party",
    "other": "something else",
    **{unit: f"a {unit}" for unit in ("day", "week", "month", "quarter", "year")},
    "span": "a run of days",
}


def _sort(symbol: str) -> str:
    return "party" if symbol in {"party", "third party", "group"} else "other"


def _made_for(item: m.Norm | None) -> tuple[m.Scope | None, bool]:
    """What a norm is made afresh for, and whether it is for each of several parties."""
    if item is None:
        return None, False
    each = next((part.scope for part in item.modifiers if isinstance(part, m.ForEach)), None)
    return each, isinstance(item.head, m.Modal) and item.head.actors.manner == "each"


def _is_year(each: m.Scope | None, value: Any) -> bool:
    years = range(date.min.year, date.max.year + 1)
    return each is not None and each.period and each.name.endswith("year") and value in years


def _takes(each: m.Scope | None, split: bool) -> set[str]:  # noqa: FBT001 - what was found, not a switch
    """The sorts of what may stand behind `for`."""
    taken = {"party"} if split else set()
    if each is not None and each.period:
        taken.add(each.name.removeprefix("calendar "))
    elif each is not None:
        taken |= {"number", f"event {each.name}"}
    return taken


def _said(each: m.Scope | None, split: bool) -> str:  # noqa: FBT001 - as above
    return " and ".join([*([each.name] if each is not None else []), *(["party"] if split else [])])


def _example(each: m.Scope | None) -> str:
    """What might stand behind `for`."""
    if each is None:
        return "..."
    return f"the {each.name}" if each.period or each.start is None else each.name
