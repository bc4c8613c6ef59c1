"""Arithmetic, exact, on values known and on values known only to lie between bounds.

A range goes through an operation by its ends: the result holds every case, and is perhaps wider than it could be, never
narrower. Nothing is rounded unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from dealwright.value.currencies import minor_units
from dealwright.value.moment import Instant, day_of
from dealwright.value.quantity import Duration, Money
from dealwright.value.uncertain import UNBOUNDED, UNKNOWN, Among, Range, Unbounded, Unknown, Value, earlier, hull, spread

_MOST_BITS: Final = 4096
_ZERO: Final = Fraction(0)


class DivisionByZero(ArithmeticError):
    """An amount was divided by nothing."""


class TooLarge(ArithmeticError):
    """A number outgrew what the language reckons with."""


def _signless(value: Any) -> Fraction:
    """The figure of a number or an amount."""
    return value.amount if isinstance(value, Money) else value  # type: ignore[no-any-return]


def add_single(a: Any, b: Any) -> Any:
    """The sum of two certain values: numbers, amounts, lengths; a day and a length in days."""
    if isinstance(a, Duration) and isinstance(b, Duration):
        return Duration(a.count + b.count, a.unit)
    if isinstance(a, (date, Instant)) and isinstance(b, Duration):
        return day_of(a) + timedelta(int(b.count))
    return a + b


def subtract_single(a: Any, b: Any) -> Any:
    """The difference of two certain values; two days give a length in days."""
    if isinstance(a, (date, Instant)) and isinstance(b, (date, Instant)):
        return Duration(Fraction((day_of(a) - day_of(b)).days), "day")
    if isinstance(b, Duration):
        return add_single(a, Duration(-b.count, b.unit))
    return a - b


def multiply_single(a: Any, b: Any) -> Any:
    """The product of two certain values, at most one of them an amount or a length."""
    if isinstance(b, (Money, Duration)):
        a, b = b, a
    if isinstance(a, Duration):
        return Duration(a.count * b, a.unit)
    product = a * b
    if abs(_signless(product).numerator).bit_length() > _MOST_BITS:
        raise TooLarge
    return product


def divide_single(a: Any, b: Any) -> Any:
    """The quotient of two certain values; two amounts give a number."""
    divisor = b.count if isinstance(b, Duration) else _signless(b)
    if not divisor:
        raise DivisionByZero
    if isinstance(a, Money):
        return a.same(b).amount and a.amount / b.amount if isinstance(b, Money) else a * (1 / b)
    if isinstance(a, Duration):
        return a.count / divisor if isinstance(b, Duration) else Duration(a.count / b, a.unit)
    return a / b


def power_single(a: Any, b: Any) -> Any:
    """A number to a whole power."""
    if b.denominator != 1 or abs(b.numerator) * max(a.numerator.bit_length(), a.denominator.bit_length(), 1) > _MOST_BITS:
        raise TooLarge
    if not a and b < 0:
        raise DivisionByZero
    return a ** int(b)


def negative_single(a: Any) -> Any:
    """A value with its sign turned."""
    return Duration(-a.count, a.unit) if isinstance(a, Duration) else -a


def _ends(value: Value) -> tuple[Any, Any]:
    """Both ends of a value."""
    return (value.low, value.high) if isinstance(value, Range) else (value, value)


def lift(operation: Callable[[Any, Any], Any], a: Value, b: Value, *, falls: bool = False) -> Value:
    """An operation that rises with the first value, and with the second too unless it `falls` with it."""
    if not isinstance(a, (Range, Among, Unknown)) and not isinstance(b, (Range, Among, Unknown)):
        return operation(a, b)  # type: ignore[no-any-return]
    if isinstance(a, (Unknown, Among)) or isinstance(b, (Unknown, Among)):
        return UNKNOWN
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    if falls:
        b_low, b_high = b_high, b_low
    return spread(_open(operation, a_low, b_low), _open(operation, a_high, b_high))


def _open(operation: Callable[[Any, Any], Any], a: Any, b: Any) -> Any:
    """An operation on two ends; open if either is."""
    return UNBOUNDED if isinstance(a, Unbounded) or isinstance(b, Unbounded) else operation(a, b)


def add(a: Value, b: Value) -> Value:
    """The sum."""
    return lift(add_single, a, b)


def subtract(a: Value, b: Value) -> Value:
    """The difference."""
    return lift(subtract_single, a, b, falls=True)


def negative(a: Value) -> Value:
    """The value with its sign turned."""
    return lift(lambda _, right: negative_single(right), _ZERO, a, falls=True)


def multiply(a: Value, b: Value) -> Value:
    """The product; all corners of two ranges are looked at."""
    if not isinstance(a, (Range, Among, Unknown)) and not isinstance(b, (Range, Among, Unknown)):
        return multiply_single(a, b)  # type: ignore[no-any-return]
    if isinstance(a, (Unknown, Among)) or isinstance(b, (Unknown, Among)):
        return UNKNOWN
    if isinstance(b, Range) and not isinstance(a, Range):
        a, b = b, a
    if isinstance(b, Range):
        corners = [*_ends(a), *_ends(b)]
        if any(isinstance(corner, Unbounded) for corner in corners):
            return UNKNOWN
        products = [multiply_single(x, y) for x in _ends(a) for y in _ends(b)]
        return _outer(products)
    return lift(multiply_single, a, b) if _signless(_figure(b)) >= 0 else lift(multiply_single, negative(a), negative(b))


def _figure(value: Any) -> Any:
    """A number, an amount, or the count of a length."""
    return value.count if isinstance(value, Duration) else value


def _outer(values: list[Any]) -> Value:
    """The smallest value that holds several."""
    result: Value = values[0]
    for value in values[1:]:
        result = hull(result, value)
    return result


def divide(a: Value, b: Value) -> Value:
    """The quotient; unknown if the divisor may be nothing."""
    if not isinstance(a, (Range, Among, Unknown)) and not isinstance(b, (Range, Among, Unknown)):
        return divide_single(a, b)  # type: ignore[no-any-return]
    if isinstance(a, (Unknown, Among)) or isinstance(b, (Unknown, Among)):
        return UNKNOWN
    corners = [*_ends(a), *_ends(b)]
    if any(isinstance(corner, Unbounded) for corner in corners):
        return UNKNOWN
    low, high = _ends(b)
    if _signless(_figure(low)) <= 0 <= _signless(_figure(high)):
        return UNKNOWN
    return _outer([divide_single(x, y) for x in _ends(a) for y in _ends(b)])


def power(a: Value, b: Value) -> Value:
    """A number to a whole power; unknown if either is not known."""
    if isinstance(a, (Range, Among, Unknown)) or isinstance(b, (Range, Among, Unknown)):
        return UNKNOWN
    return power_single(a, b)  # type: ignore[no-any-return]


def _greater(a: Any, b: Any) -> Any:
    """The greater of two certain values."""
    if isinstance(a, Duration):
        return a if a.count >= b.count else b
    return b if earlier(a, b) else a


def _lesser(a: Any, b: Any) -> Any:
    """The lesser of two certain values."""
    if isinstance(a, Duration):
        return a if a.count <= b.count else b
    return a if earlier(a, b) else b


def greater_of(a: Value, b: Value) -> Value:
    """The greater of two values, known or not."""
    return _extreme(_greater, a, b, kept=0)


def lesser_of(a: Value, b: Value) -> Value:
    """The lesser of two values, known or not."""
    return _extreme(_lesser, a, b, kept=1)


def _extreme(choose: Callable[[Any, Any], Any], a: Value, b: Value, *, kept: int) -> Value:
    """The greater or lesser; an open end on the kept side gives way to the other's."""
    if isinstance(a, Among) or isinstance(b, Among):
        return UNKNOWN
    ends = []
    open_ends = (UNBOUNDED, UNBOUNDED)
    a_ends = open_ends if isinstance(a, Unknown) else _ends(a)
    b_ends = open_ends if isinstance(b, Unknown) else _ends(b)
    for side in (0, 1):
        x, y = a_ends[side], b_ends[side]
        if isinstance(x, Unbounded) or isinstance(y, Unbounded):
            ends.append((y if isinstance(x, Unbounded) else x) if side == kept else UNBOUNDED)
        else:
            ends.append(choose(x, y))
    return spread(ends[0], ends[1])


def round_single(value: Any, mode: str, step: Fraction) -> Any:
    """A number or an amount rounded to a whole multiple of a step; halves go away from zero, to it, or to the even."""
    figure = _signless(value)
    count = figure / step
    match mode:
        case "up":
            whole = ceil(count) if count > 0 else floor(count)
        case "down":
            whole = floor(count) if count > 0 else ceil(count)
        case "half even":
            whole = round(count)
        case "half up":
            whole = floor(abs(count) + Fraction(1, 2)) * (1 if count > 0 else -1)
        case _:
            whole = ceil(abs(count) - Fraction(1, 2)) * (1 if count > 0 else -1)
    return Money(whole * step, value.currency) if isinstance(value, Money) else whole * step


def rounded(value: Value, mode: str, to: str, step: Fraction | None = None) -> Value:
    """A value rounded.

    Args:
        value: A number or an amount.
        mode: `up`, `down`, `half up`, `half down` or `half even`.
        to: `cents`, `whole numbers`, `places` or `step`.
        step: How many places, or the figure of the step.
    """

    def one(_: Any, single: Any) -> Any:
        if to == "cents":
            size = Fraction(1, 10 ** minor_units(single.currency)) if isinstance(single, Money) else Fraction(1, 100)
        elif to == "places":
            size = Fraction(1, 10 ** int(step or 0))
        elif to == "step":
            size = step or Fraction(1)
        else:
            size = Fraction(1)
        return round_single(single, mode, size)

    return lift(one, _ZERO, value)
