"""Binding comparisons: of amounts, of choices, of days and periods, each with its own kind of order."""

from __future__ import annotations

from typing import Any

from dealwright import expression as e
from dealwright.diagnostic import echo
from dealwright.program import Kind, core
from dealwright.resolve.scope import ANY, YES_NO, Scope, _a, near
from dealwright.resolve.values import Values, choices_of
from dealwright.value import Choice, Period
from dealwright.value.truth import NEVER_YES

_DAYS = frozenset({"before", "after", "on or before", "on or after"})
_SIZES = frozenset({"<", "<=", ">", ">="})


class Comparing(Values):
    """Binds comparisons."""

    def compare(self, node: e.Compare, scope: Scope) -> core.Core:
        """Two values, or two days, compared."""
        word = node.operator
        if isinstance(node.left, e.Current):
            return self.compare_periods(node, scope)
        if word in _DAYS:
            return self.compare_days(node, scope)
        if word in {"=", "!="} and isinstance(node.right, e.Literal) and node.right.kind == "yes/no":
            bound = self.truth(node.left, scope)
            return bound if node.right.value is (word == "=") else core.Not(bound)
        if isinstance(node.right, e.Ref) and word in {"=", "!="}:
            left, kind = self.value(node.left, scope)
            if kind.word == "choice" and node.right.name in kind.detail:
                return core.Compare(word, left, core.Const(Choice(node.right.name)))
            if kind.word == "choice" and not self.is_known(node.right, scope):
                scope.report("N101", f"{echo(node.right.name)} is none of {choices_of(kind)}", node.right.span,
                             near(node.right.name, kind.detail))  # fmt: skip
                return core.Const(NEVER_YES)
        if self.is_time(node.left, scope) or self.is_time(node.right, scope):
            return self.compare_days(node, scope)
        left, left_kind = self.value(node.left, scope)
        right, right_kind = self.value(node.right, scope)
        if left_kind == YES_NO and right_kind == YES_NO and word in {"=", "!="}:
            a, b = self.truth(node.left, scope), self.truth(node.right, scope)
            same = core.AnyOf((core.AllOf((a, b)), core.Not(core.AnyOf((a, b)))))
            return same if word == "=" else core.Not(same)
        self.comparable(left_kind, right_kind, word, node, scope)
        return core.Compare(word, left, right)

    def is_known(self, node: e.Ref, scope: Scope) -> bool:
        """Whether a name stands for something that may have a value."""
        return node.name in self.attributes(scope) or self.lookup_name(node)[0] is not None

    def comparable(self, left: Kind, right: Kind, word: str, node: Any, scope: Scope) -> None:
        """Report two kinds that cannot be compared."""
        if ANY in (left, right):
            return
        if left.word == right.word == "money" and left.detail != right.detail:
            scope.report("K101", f"{_a(left)} is compared with {_a(right)}", node.span)
        elif left.word != right.word or (left.word == "choice" and not set(left.detail) & set(right.detail)):
            scope.report("K102", f"{_a(left)} is compared with {_a(right)}", node.span)
        elif word in _SIZES and left.word in {"choice", "party", "text", "yes/no"}:
            scope.report("K103", f"{_a(left)} has no size that can be compared", node.span)

    def compare_periods(self, node: e.Compare, scope: Scope) -> core.Core:
        """`the year is before 2032`: two periods compared by where they start."""
        right = node.right
        if isinstance(right, e.Literal) and right.kind == "number" and right.value == int(right.value):  # type: ignore[arg-type]
            right = e.Literal("period", Period.parse(f"{int(right.value):04}"), span=right.span)  # type: ignore[arg-type]
        word = {"<": "before", ">": "after", "<=": "on or before", ">=": "on or after"}.get(
            node.operator, node.operator
        )
        left_start = core.PartOf("start", self.period(node.left, scope))
        return core.CompareDays(word, left_start, core.PartOf("start", self.period(right, scope)))

    def compare_days(self, node: e.Compare, scope: Scope) -> core.Core:
        """Two days compared."""
        scope.timed = True
        word = {"<": "before", ">": "after", "<=": "on or before", ">=": "on or after"}.get(
            node.operator, node.operator
        )
        return core.CompareDays(word, self.instant(node.left, scope), self.instant(node.right, scope))

    def is_time(self, node: Any, scope: Scope) -> bool:
        """Whether an expression plainly speaks of a day."""
        match node:
            case (
                e.Shift()
                | e.Rolled()
                | e.Today()
                | e.Termination()
                | e.InstantOf()
                | e.DueDate()
                | e.TheOne()
                | e.This()
                | e.DayIn()
                | e.Pick()
            ):
                return not (isinstance(node, e.TheOne) and node.name == scope.number)
            case e.Extreme(word=word):
                return word in {"later", "earlier"}
            case e.PartOf(word=word):
                return word in {"start", "end", "date"}
            case e.Literal(kind=kind):
                return kind in {"date", "month day"}
            case e.Ref():
                return self.ref_is_time(node, scope)
            case _:
                return False

    def is_truth(self, node: Any, scope: Scope) -> bool:
        """Whether an expression plainly is a yes or no."""
        if isinstance(node, e.Ref):
            symbol = scope.table.symbols.of(node.name, "event", "condition", "term", "input")
            kind = self.table.term_kinds.get(node.name)
            if symbol is not None and symbol.sort == "input":
                return bool(scope.table.inputs[symbol.key].kind == YES_NO)
            if symbol is None and (node.name in self.attributes(scope) or self.lookup_name(node)[1]):
                return self.ref_value(node, scope)[1] == YES_NO
            return symbol is None or symbol.sort != "term" or kind in (YES_NO, None)
        if isinstance(node, e.AttributeOf):
            return self.attribute_of(node.name, node.whose, node, scope)[1] == YES_NO
        if self.is_time(node, scope):
            return False
        return not isinstance(node, _AMOUNTS)


_AMOUNTS = (
    e.Arithmetic,
    e.Negative,
    e.Rounded,
    e.Extreme,
    e.Lookup,
    e.AmountOf,
    e.Aggregate,
    e.Count,
    e.ReceivedBy,
    e.Total,
    e.Literal,
    e.PartOf,
    e.Distance,
    e.DayCount,
    e.TotalWithin,
    e.FromTo,
    e.SpanOf,
)
