"""Binding values: amounts, days of periods, tables and sums, their kinds checked on the way."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dealwright import expression as e
from dealwright.diagnostic import echo
from dealwright.program import Kind, core
from dealwright.resolve.references import References
from dealwright.resolve.scope import ANY, DATE, DURATION, NUMBER, PERIOD, TEXT, YES_NO, Scope, _a, near
from dealwright.value import Choice, Money
from dealwright.value.truth import ALWAYS_YES, NEVER_YES

Bound = tuple[core.Core, Kind]
_UNSUPPORTED = {
    e.TotalWithin: "`total days of ... within ...`",
    e.ListOf: "a list of values",
}
NOTHING: Bound = (core.Const(Fraction(0)), ANY)


class Values(References):
    """Binds expressions where a value is asked."""

    def value(self, node: Any, scope: Scope) -> Bound:
        """An expression in a place that asks a value, and the kind of the value."""
        match node:
            case e.Literal():
                return self.literal(node, scope)
            case e.Question(text=text):
                return core.Const(text), TEXT
            case e.Arithmetic():
                return self.arithmetic(node, scope)
            case e.Negative(of=of):
                bound, kind = self.value(of, scope)
                return core.Negative(bound), kind
            case e.Rounded():
                return self.rounded(node, scope)
            case e.Extreme(word=word):
                return self.extreme(node, scope) if word in {"greater", "lesser"} else (self.instant(node, scope), DATE)
            case e.If(condition=condition, then=then, otherwise=otherwise):
                first, kind = self.value(then, scope)
                second, other = self.value(otherwise, scope)
                cases = ((self.truth(condition, scope), first),)
                return core.Choose(cases, second), self.same(kind, other, node, scope)
            case e.Cases():
                kinds: list[Kind] = []

                def bind(part: Any, inner: Scope) -> core.Core:
                    bound, kind = self.value(part, inner)
                    kinds.append(kind)
                    return bound

                whole = self.cases(node, scope, bind, truths=False)
                kind = kinds[0]
                for other in kinds[1:]:
                    kind = self.same(kind, other, node, scope)
                return whole, kind
            case e.Lookup():
                return self.lookup(node, scope)
            case e.Aggregate():
                return self.aggregate(node, scope)
            case e.Count(selection=selection):
                event, where = self.selection(selection, scope)
                return core.Aggregate("count", core.Const(Fraction(1)), event, where), NUMBER
            case e.AmountOf(word=word, of=of, through=through):
                return core.NormAmount(word, self.norm_of(of, scope), self.through(through, scope)), self.money()
            case e.ReceivedBy():
                return self.received(node, scope), self.money()
            case e.Total(word=word, party=party):
                self.party(party, node, scope)
                scope.reads.add("money")
                return core.Total(word, party), self.money()
            case e.PartOf(word=word, of=of):
                return self.part_of(word, of, scope)
            case e.DayIn(word=word, number=number, of=of):
                return core.DayIn(word, number, self.period(of, scope)), DATE
            case e.Distance(unit=unit, start=start, end=end):
                unit = unit.removeprefix("whole ").removesuffix("s")
                return core.Distance(unit, self.instant(start, scope), self.instant(end, scope)), NUMBER
            case e.DayCount(convention=convention, start=start, end=end):
                if convention == "actual/actual":
                    scope.report("S209", "`actual/actual` is not supported yet", node.span)
                return core.YearPart(convention, self.instant(start, scope), self.instant(end, scope)), NUMBER
            case e.FromTo(start=start, end=end):
                return core.SpanBetween(self.instant(start, scope), self.instant(end, scope)), PERIOD
            case e.SpanOf(length=length, way=way, anchor=anchor):
                bound, _ = self.value(length, scope)
                return core.SpanOf(bound, way == "ending", self.instant(anchor, scope)), PERIOD
            case e.Current():
                return self.current(node, scope), PERIOD
            case e.TheOne(name=name) if name == scope.number:
                return core.TheNumber(name), NUMBER
            case e.AttributeOf(name=name, whose=whose):
                return self.attribute_of(name, whose, node, scope)
            case e.Ref():
                return self.ref_value(node, scope)
            case e.ThisAgreement() | e.Address() | e.Selection():
                scope.report("K103", f"{echo(node.span.words)} has no value here", node.span)
                return NOTHING
            case _ if type(node) in _UNSUPPORTED:
                scope.report("S209", f"{_UNSUPPORTED[type(node)]} is not supported yet", node.span)
                return NOTHING
            case _ if self.is_time(node, scope):
                return self.instant(node, scope), DATE
            case _:
                return self.truth(node, scope), YES_NO

    def literal(self, node: e.Literal, scope: Scope) -> Bound:
        """A value written out."""
        if node.kind in {"quantity", "clock time"}:
            scope.report("S209", f"{echo(node.span.words)}: a {node.kind} is not supported yet", node.span)
            return NOTHING
        if node.kind == "yes/no":
            return core.Const(ALWAYS_YES if node.value else NEVER_YES), YES_NO
        if isinstance(node.value, Money):
            return core.Const(node.value), Kind("money", (node.value.currency,))
        kinds = {"percent": NUMBER, "month day": Kind("month day")}
        return core.Const(node.value), kinds.get(node.kind, Kind(node.kind))

    def money(self) -> Kind:
        """Money of the agreement's currency."""
        return Kind("money", (self.table.currency,)) if self.table.currency else ANY

    def arithmetic(self, node: e.Arithmetic, scope: Scope) -> Bound:
        """Two amounts joined, their kinds checked."""
        left, a = self.value(node.left, scope)
        right, b = self.value(node.right, scope)
        whole = core.Arithmetic(node.operator, left, right)
        for kind, part in ((a, node.left), (b, node.right)):
            if kind.word in {"yes/no", "text", "party", "choice"}:
                code = "K104" if kind.word == "yes/no" else "K102"
                scope.report(code, f"{echo(part.span.words)} is {_a(kind)} and cannot be reckoned with", part.span)
                return whole, ANY
        words = {a.word, b.word}
        if node.operator in "+-":
            if "any" in words:
                return whole, b if a == ANY else a
            if words == {"date", "duration"}:
                return self.date_sum(node, left, right, a, scope)
            if words == {"date"} and node.operator == "-":
                return whole, DURATION
            if a.word != b.word:
                scope.report("K102", f"{_a(a)} and {_a(b)} cannot be {_joined(node.operator)}", node.span)
            elif a.detail != b.detail and a.word == "money":
                scope.report("K101", f"{_a(a)} and {_a(b)} cannot be {_joined(node.operator)}", node.span)
            return whole, a
        if node.operator == "^" or "any" in words:
            return whole, a if node.operator == "^" else (
                ANY if words <= {"any", "number"} else next(k for k in (a, b) if k != ANY)
            )
        if node.operator == "*":
            if (
                words & {"date", "period", "month day"}
                or words == {"money"}
                or (a.word != "number" and b.word != "number")
            ):
                share = isinstance(node.left, e.Literal) and node.left.kind == "percent"
                code = "K106" if share else "K102"
                said = f"{_a(b)} has no percentage" if share else f"{_a(a)} and {_a(b)} cannot be multiplied"
                scope.report(code, said, node.span)
            return whole, b if a.word == "number" else a
        if a.word == b.word and a.word in {"money", "duration"}:
            if a.detail != b.detail:
                scope.report("K101", f"{_a(a)} and {_a(b)} cannot be divided", node.span)
            return whole, NUMBER
        if b.word != "number" or words & {"date", "period", "month day"}:
            scope.report("K102", f"{_a(a)} cannot be divided by {_a(b)}", node.span)
        return whole, a

    def date_sum(self, node: e.Arithmetic, left: core.Core, right: core.Core, a: Kind, scope: Scope) -> Bound:
        """A day and a length added."""
        if a == DATE:
            return core.Shift(right, node.operator == "-", self.instant(node.left, scope)), DATE
        return core.Shift(left, back=False, anchor=self.instant(node.right, scope)), DATE

    def rounded(self, node: e.Rounded, scope: Scope) -> Bound:
        """A value rounded."""
        bound, kind = self.value(node.of, scope)
        if kind.word not in {"money", "number", "any"}:
            scope.report("K103", f"{_a(kind)} cannot be rounded", node.span)
        return core.Rounded(bound, node.mode, node.to, step_of(node.step)), kind

    def extreme(self, node: e.Extreme, scope: Scope) -> Bound:
        """The greater or lesser of several."""
        bound, kinds = zip(*(self.value(item, scope) for item in node.items), strict=True)
        kind = kinds[0]
        for other in kinds[1:]:
            kind = self.same(kind, other, node, scope)
        return core.Extreme(node.word, bound), kind

    def same(self, first: Kind, second: Kind, node: Any, scope: Scope) -> Kind:
        """The kind of two results that must be of one kind."""
        if ANY in (first, second):
            return second if first == ANY else first
        if first.word != second.word or (first.word == "money" and first.detail != second.detail):
            scope.report("K108", f"one result is {_a(first)}, another {_a(second)}", node.span)
        return first

    def lookup(self, node: e.Lookup, scope: Scope) -> Bound:
        """A value found in rows."""
        by, by_kind = self.value(node.by, scope)
        rows = []
        kind = ANY
        for row in node.rows:
            key = None
            if by_kind.word == "choice" and isinstance(row.key, e.Ref):
                key = core.Const(Choice(row.key.name))
                if row.key.name not in by_kind.detail:
                    scope.report("N101", f"{echo(row.key.name)} is none of {choices_of(by_kind)}", row.key.span,
                                 near(row.key.name, by_kind.detail))  # fmt: skip
            elif row.key is not None:
                key, key_kind = self.value(row.key, scope)
                self.same(by_kind, key_kind, row.key, scope)
            value, found = self.value(row.values[0], scope)
            kind = self.same(kind, found, row, scope)
            rows.append((row.bound, key, value))
        if len({row.bound for row in node.rows} - {"otherwise", "exact"}) > 1:
            scope.report(
                "R205",
                "the keys of this table run both ways",
                node.span,
                "use one of `above`, `from`, `up to`, `below`",
            )
        return core.Lookup(by, tuple(rows), node.slices), by_kind if node.slices else kind

    def aggregate(self, node: e.Aggregate, scope: Scope) -> Bound:
        """A sum and the like, over occurrences or over the periods of a span."""
        if not isinstance(node.over, e.Selection):
            span = self.period(node.over, scope)
            indexed = next(
                (part for part in e.walk(node.value) if isinstance(part, e.Ref) and self.index_of(part.name, scope)),
                None,
            )
            unit = self.index_of(indexed.name, scope) if indexed else ""
            if indexed is None:
                scope.report("K103", "nothing in this sum has a value for each period", node.span)
                return NOTHING
            outer, scope.period = scope.period, unit
            value, kind = self.value(node.value, scope)
            scope.period = outer
            return core.AggregatePeriods(node.word, value, unit, span), kind
        event, where = self.selection(node.over, scope)
        inner = scope.inside(event)
        value, kind = self.value(node.value, inner)
        scope.after(inner)
        if kind.word not in {"money", "number", "any"}:
            scope.report("K102", f"{_a(kind)} cannot be summed up or ranked", node.span)
        return core.Aggregate(node.word, value, event, where), kind

    def part_of(self, word: str, of: Any, scope: Scope) -> Bound:
        """The start or end of a period, the year or date of a day."""
        if word in {"start", "end"}:
            return core.PartOf(word, self.period(of, scope)), DATE
        if word.startswith("the "):
            unit = word.removeprefix("the ").removeprefix("calendar ")
            return core.PartOf(f"{unit} 0", self.instant(of, scope)), PERIOD
        bound = self.instant(of, scope)
        return core.PartOf(word, bound), NUMBER if word == "year" else DATE

    def period(self, node: Any, scope: Scope) -> core.Core:
        """An expression in a place that asks a period."""
        bound, kind = self.value(node, scope)
        if kind not in (PERIOD, ANY):
            scope.report("K103", f"{echo(node.span.words)} is {_a(kind)}, where a period is asked", node.span)
        return bound


def choices_of(kind: Kind) -> str:
    """The choices in words."""
    return ", ".join(f"`{name}`" for name in kind.detail)


def step_of(step: e.Expression | None) -> Any:
    """The step of a rounding, as a figure."""
    if isinstance(step, e.Literal):
        return step.value.amount if isinstance(step.value, Money) else step.value
    return None


def _joined(operator: str) -> str:
    """What an operator does, in words."""
    return "added" if operator == "+" else "subtracted from each other"
