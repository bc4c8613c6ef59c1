"""Binding definitions and conditions, in the order in which they lean on each other.

A definition may lean on any other, but not on itself at the same instant: such a circle is reported as the path it
is. A definition for each period may lean on itself for an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import Place, echo, problem
from dealwright.program import Each, Kind, TermRule, core
from dealwright.resolve.norms import NormBinding
from dealwright.resolve.scope import ANY, YES_NO, Scope
from dealwright.resolve.symbols import Symbol

_TRUTHS = (e.Not, e.And, e.Or, e.Limbs, e.Compare, e.OneOf, e.Occurs, e.StatusIs, e.Exists, e.Every, e.Question)


class TermBinding(NormBinding):
    """How terms are bound."""

    def in_order(self) -> list[Symbol]:
        """The definitions and conditions, each after those it leans on; circles are reported and cut."""
        symbols = {one.key: one for one in self.table.symbols.all_of("term", "condition", "table")}
        graph = {key: set(self.leans_on(one, symbols)) for key, one in symbols.items()}
        while True:
            sorter = TopologicalSorter({key: sorted(others) for key, others in graph.items()})
            try:
                return [symbols[key] for key in sorter.static_order()]
            except CycleError as circle:
                path = list(reversed(circle.args[1]))
                first = symbols[path[0]]
                self.table.problems.append(
                    problem(
                        "R101",
                        f"these rules need each other: {' → '.join(f'`{name}`' for name in path)}",
                        first.item.span,
                        also=tuple(
                            Place(symbols[key].item.span, "and this", symbols[key].cite.trail) for key in path[1:-1]
                        ),
                        trail=first.cite.trail,
                    )
                )
                for here, there in pairwise(path):
                    graph[here].discard(there)

    def leans_on(self, symbol: Symbol, symbols: dict[str, Symbol]) -> Iterable[str]:
        """The terms that a term mentions, those of an earlier period left out."""
        for part in e.walk(symbol.item):
            if isinstance(part, e.Ref):
                earlier = isinstance(part.argument, e.Current) and part.argument.relative == "previous"
                if part.name in symbols and not earlier:
                    yield part.name
            elif isinstance(part, e.Cited) and part.word.startswith("condition"):
                scope = Scope(self.table, symbol.cite, symbol.home)
                before = len(self.table.problems)
                instance = self.cited(part, scope)
                del self.table.problems[before:]
                if instance.key in symbols:
                    yield instance.key

    def term(self, symbol: Symbol) -> TermRule:
        """A definition or condition as a rule of the program."""
        item: m.Definition | m.Condition | m.Table = symbol.item
        scope = Scope(self.table, symbol.cite, symbol.home)
        condition = isinstance(item, m.Condition)
        self.started(item, scope)
        each = self.term_scope(item.each, scope) if isinstance(item, m.Definition) and item.each else None
        body: core.Core
        limbs: tuple[tuple[str, core.Core], ...] = ()
        if isinstance(item, m.Table):
            body, kind = self.column(item, symbol.name, scope)
        elif condition or self.is_truth_meaning(item.meaning, scope):
            prefix = item.name if condition else ""
            if isinstance(item.meaning, e.Limbs):
                body = self.limbs(item.meaning, scope, condition=prefix)
                limbs = tuple(self.labelled(body, item.meaning))
            else:
                body = self.truth(item.meaning, scope)
            kind = YES_NO
            body = core.Waivable(item.name, "", body) if condition else body
        else:
            body, kind = self.value(item.meaning, scope)
        if isinstance(item, (m.Definition, m.Condition)):
            body = self.excepted(body, kind, item.exceptions, scope)
            for priority in item.priorities:
                scope.report("S209", f"`{priority.word}` is not supported yet", priority.span)
        if isinstance(item, m.Definition) and item.rounding is not None:
            step = item.rounding.step
            figure = getattr(getattr(step, "value", None), "amount", getattr(step, "value", None))
            body = core.Rounded(body, item.rounding.mode, item.rounding.to, figure)
        self.table.term_kinds[symbol.key] = kind
        readings = tuple(sorted({*symbol.cite.readings, *scope.readings}))
        return TermRule(
            symbol.key, symbol.name, kind == YES_NO, kind, body, each, condition, self.benefit(item), limbs,
            frozenset(scope.reads), scope.timed, evolve(symbol.cite, readings=readings),
        )  # fmt: skip

    def started(self, item: Any, scope: Scope) -> None:
        """Report a series that leans on its own earlier value and never began."""
        each = getattr(item, "each", None)
        if each is None or each.start is not None:
            return
        for part in e.walk(item):
            if isinstance(part, e.Ref) and part.name == item.name and isinstance(part.argument, e.Current):
                scope.report("R102", f"{echo(item.name)} leans on its value of an earlier {each.name}, and never began",
                             item.span, f"say from when: `for each {each.name} from 2031-01-01`")  # fmt: skip
                return

    def benefit(self, item: Any) -> tuple[str, ...]:
        """Who may waive a condition alone."""
        return item.benefit.names if isinstance(item, m.Condition) and item.benefit is not None else ()

    def is_truth_meaning(self, meaning: Any, scope: Scope) -> bool:
        """Whether what a definition says is a yes or no."""
        match meaning:
            case e.Literal(kind=kind):
                return kind == "yes/no"
            case e.Cases(cases=cases):
                return all(self.is_truth_meaning(case.value, scope) for case in cases)
            case e.If(then=then, otherwise=otherwise):
                return self.is_truth_meaning(then, scope) and self.is_truth_meaning(otherwise, scope)
            case e.Ref(name=name):
                symbol = self.table.symbols.of(name)
                if name in self.attributes(scope) or symbol is None:
                    return False
                if symbol.sort in {"event", "condition"} or (symbol.sort == "norm" and symbol.item.word == "effect"):
                    return True
                if symbol.sort == "input":
                    return bool(self.table.inputs[symbol.key].kind == YES_NO)
                return self.table.term_kinds.get(symbol.key) == YES_NO
            case e.InstantOf() | e.Termination():
                return False
            case _:
                return isinstance(meaning, _TRUTHS)

    def term_scope(self, each: m.Scope, scope: Scope) -> Each | None:
        """What a definition has a value for each of."""
        if not each.period:
            scope.report("S209", "a definition for each of an event or record is not supported yet", each.span)
            return None
        unit = each.name.removeprefix("calendar ")
        start = None if each.start is None else self.instant(each.start, scope)
        end = None if each.end is None else self.instant(each.end, scope)
        scope.period = unit
        return Each("period", unit, start, end)

    def column(self, item: m.Table, name: str, scope: Scope) -> tuple[core.Core, Kind]:
        """One column of a table."""
        place = item.columns.index(name)
        rows = tuple(evolve(row, values=(row.values[place],)) if len(row.values) > place else row for row in item.rows)
        for row in item.rows:
            if len(row.values) != len(item.columns):
                scope.report("R204", f"this row has {len(row.values)} values for {len(item.columns)} columns", row.span,
                             "give each column its value")  # fmt: skip
        return self.lookup(e.Lookup(item.by, rows, item.slices, span=item.span), scope)

    def excepted(self, body: core.Core, kind: Kind, exceptions: tuple[m.Exception_, ...], scope: Scope) -> core.Core:
        """A value with its exceptions, and theirs."""
        if not exceptions:
            return body
        truths = kind == YES_NO
        found = []
        for one in exceptions:
            condition = self.truth(one.condition, scope)
            if one.value is None:
                value: core.Core = core.Not(body) if truths else body
                if not truths:
                    scope.report("K103", "an exception from a value says which value holds instead", one.span,
                                 "as in `except when Heating is Gas: €40`")  # fmt: skip
            elif truths:
                value = self.truth(one.value, scope)
            else:
                value, other = self.value(one.value, scope)
                self.same(kind, other, one, scope)
            found.append((one.label, condition, self.excepted(value, kind, one.exceptions, scope)))
        return core.Excepted(body, tuple(found), truths, tuple(one.span for one in exceptions))

    def labelled(self, body: core.Core, written: e.Limbs, prefix: str = "") -> Iterable[tuple[str, core.Core]]:
        """The bound limbs by their labels, nested labels joined."""
        inner = body.of if isinstance(body, core.Waivable) else body
        inner = inner.of if isinstance(inner, core.Not) else inner
        for limb, bound in zip(written.limbs, inner.items, strict=False):
            yield prefix + limb.label, bound
            if isinstance(limb.content, e.Limbs):
                yield from self.labelled(bound, limb.content, prefix + limb.label)


__all__ = ["ANY", "TermBinding"]
