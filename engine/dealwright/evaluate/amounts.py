"""Amounts, and values that depend on a case: sums, roundings, the greater and the lesser, exceptions, tables.

What never came gives no amount. A case that may hold gives everything that the result may be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve

from dealwright.diagnostic import DealError, Place, problem
from dealwright.evaluate.happenings import Happenings
from dealwright.evaluate.world import Env
from dealwright.program import core
from dealwright.source import NOWHERE as NO_PLACE
from dealwright.source import Span
from dealwright.value import (
    NEVER,
    UNKNOWN,
    DivisionByZero,
    Never,
    NoValue,
    Range,
    TooLarge,
    Truth,
    text_of,
)
from dealwright.value import reckoning as r
from dealwright.value.days import (
    earlier_of,
    later_of,
)
from dealwright.value.truth import as_settled, as_unsettled
from dealwright.value.uncertain import Among, Unknown, earlier

_ZERO = Fraction(0)


class Amounts(Happenings):
    """Reads amounts and cases."""

    def arithmetic(self, node: core.Arithmetic, env: Env) -> Any:
        """Two amounts joined."""
        operation = {"+": r.add, "-": r.subtract, "*": r.multiply, "/": r.divide, "^": r.power}[node.operator]
        a, b = self.value(node.left, env), self.value(node.right, env)
        try:
            return self.lifted(operation, a, b)
        except DivisionByZero:
            raise DealError([problem("E101", "an amount is divided by zero", NO_PLACE)]) from None
        except TooLarge:
            raise DealError([problem("X301", "a number outgrew what the language reckons with", NO_PLACE)]) from None
        except NoValue:
            raise DealError([problem("E106", "a result has no exact value", NO_PLACE)]) from None

    def rounded(self, node: core.Rounded, env: Env) -> Any:
        """An amount rounded."""
        return self.lifted(lambda a: r.rounded(a, node.mode, node.to, node.step), self.value(node.of, env))

    def extreme(self, node: core.Extreme, env: Env) -> Any:
        """The later, earlier, greater or lesser."""
        values = [self.value(item, env) for item in node.items]
        if node.word == "later":
            return later_of(values)
        if node.word == "earlier":
            return earlier_of(values)
        come = [value for value in values if not isinstance(value, Never)]
        if not come:
            return NEVER
        result = come[0]
        for value in come[1:]:
            result = r.greater_of(result, value) if node.word == "greater" else r.lesser_of(result, value)
        return result

    def choose(self, node: core.Choose, env: Env) -> Any:
        """The first case that holds; a case that may hold gives the hull of it and the rest.

        An answer of yes or no is settled if it is, and so is every condition asked on the way to it.
        """
        read: Any = self.truth if node.truths else self.value
        open_cases: list[Any] = []
        for condition, value in node.cases:
            holds = self.truth(condition, env)
            if node.truths and not holds.settled:
                read = self.for_now
            if holds.is_yes:
                open_cases.append(read(value, env))
                return self.hulls(open_cases)
            if holds.may_be_yes:
                open_cases.append(read(value, env))
        if node.otherwise is not None:
            open_cases.append(read(node.otherwise, env))
        elif not open_cases:
            raise DealError([problem("E104", "no case fits, and there is no `otherwise`", NO_PLACE)])
        return self.hulls(open_cases)

    def for_now(self, node: Any, env: Env) -> Truth:
        """A truth that may still change, whatever it says for itself."""
        return as_unsettled(self.truth(node, env))

    def excepted(self, node: core.Excepted, env: Env) -> Any:
        """A value with exceptions: those that hold must agree; settled if all that it rests on is."""
        asked = [
            (label, self.truth(condition, env), value, span)
            for (label, condition, value), span in zip(node.exceptions, node.spans, strict=True)
        ]
        read: Any = self.value
        if node.truths:
            read = self.truth if all(holds.settled for _, holds, _, _ in asked) else self.for_now
        sure: list[tuple[str, Any, Span]] = []
        maybe: list[Any] = []
        for label, holds, value, span in asked:
            if holds.is_yes:
                sure.append((label, read(value, env), span))
            elif holds.may_be_yes:
                maybe.append(read(value, env))
        if len({repr(as_settled(value)) if isinstance(value, Truth) else repr(value) for _, value, _ in sure}) > 1:
            names = " and ".join(f"`{label}`" if label else "an exception" for label, _, _ in sure)
            first, *others = (
                Place(span, f"{label or 'this'} gives {value.text() if isinstance(value, Truth) else text_of(value)}")
                for label, value, span in sure
            )
            told = problem("R401", f"{names} apply at once with different results", first.span, also=tuple(others))
            raise DealError([evolve(told, place=first)])
        base = sure[0][1] if sure else read(node.value, env)
        return self.hulls([base, *maybe])

    def lookup(self, node: core.Lookup, env: Env) -> Any:
        """A value found by a key in rows, or by slices of it."""
        by = self.value(node.by, env)
        if isinstance(by, (Range, Unknown, Among)):
            return self.hulls([self.value(value, env) for _, _, value in node.rows]) if not node.slices else UNKNOWN
        if isinstance(by, Never):
            return NEVER
        rows = [
            (bound, None if key is None else self.value(key, env), self.value(value, env))
            for bound, key, value in node.rows
        ]
        if node.slices:
            return self.slices(by, rows)
        fitting = [(key, value) for bound, key, value in rows if bound != "otherwise" and self.fits(bound, by, key)]
        if fitting:
            best: tuple[Any, Any] = fitting[0]
            rising = any(bound in {"above", "from"} for bound, _, _ in rows)
            for key, value in fitting[1:]:
                if key is not None and earlier(best[0], key) == rising:
                    best = (key, value)
            return best[1]
        rest = [value for bound, _, value in rows if bound == "otherwise"]
        if not rest:
            raise DealError([problem("E104", "no row fits, and there is no `otherwise`", NO_PLACE)])
        return rest[0]

    def fits(self, bound: str, by: Any, key: Any) -> bool:
        """Whether a row's key takes a value."""
        match bound:
            case "above":
                return earlier(key, by) and by != key
            case "from":
                return not earlier(by, key)
            case "up to":
                return not earlier(key, by)
            case "below":
                return earlier(by, key)
            case _:
                return bool(by == key)

    def slices(self, by: Any, rows: list[tuple[str, Any, Any]]) -> Any:
        """Each rate applied to its slice of an amount."""
        bounds = sorted(((key, rate) for _, key, rate in rows if key is not None), key=lambda pair: pair[0])
        total: Any = None
        for place, (low, rate) in enumerate(bounds):
            high = bounds[place + 1][0] if place + 1 < len(bounds) else by
            top: Any = r.lesser_of(by, high)
            if earlier(low, top):
                part = r.multiply(r.subtract(top, low), rate)
                total = part if total is None else r.add(total, part)
        return r.multiply(by, _ZERO) if total is None else total
