"""Calculating with amounts, known exactly or only to lie between two others.

Exact amounts give exact results; nothing is rounded on the way. Of amounts that lie between two ends, the result lies
between the least and the greatest that any of them can give. Where such a divisor might be zero, nothing is known of
the result. What has not come has no amount, and neither has what is worked out from it.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeGuard, cast

from dealwright.value.amounts import Money, Quantity
from dealwright.value.comparing import refusal
from dealwright.value.counted import Counted
from dealwright.value.days import NO_CALENDAR, BusinessDays, apart, extreme, shift
from dealwright.value.durations import Duration
from dealwright.value.figures import MOST_BITS, limited
from dealwright.value.moment import Never
from dealwright.value.problems import DivisionByZero, MixedKinds, NoExactPower, TooLarge
from dealwright.value.rounding import rounded
from dealwright.value.uncertain import (
    HIGHEST,
    LOWEST,
    UNKNOWN,
    Bound,
    Measure,
    Range,
    Unbounded,
    Unknown,
    Value,
    between,
    ends,
    family,
    rank,
)

__all__ = [
    "DivisionByZero",
    "NoExactPower",
    "TooLarge",
    "add",
    "divide",
    "floor_at",
    "greater_of",
    "lesser_of",
    "multiply",
    "negative",
    "power",
    "rounded",
    "subtract",
]

_Table: TypeAlias = Mapping[tuple[type, type], Callable[[Any, Any], Measure]]
_Number: TypeAlias = Fraction | Unbounded

_ALIKE: Final = ((Fraction, Fraction), (Money, Money), (Duration, Duration), (Quantity, Quantity))
_SCALED: Final = ((Money, Fraction), (Duration, Fraction), (Quantity, Fraction))
_SCALING: Final = ((Fraction, Money), (Fraction, Duration), (Fraction, Quantity))
_SUMS: Final[_Table] = dict.fromkeys(_ALIKE, operator.add)
_DIFFERENCES: Final[_Table] = dict.fromkeys(_ALIKE, operator.sub)
_PRODUCTS: Final[_Table] = dict.fromkeys(((Fraction, Fraction), *_SCALED, *_SCALING), operator.mul)
_QUOTIENTS: Final[_Table] = dict.fromkeys((*_ALIKE, *_SCALED), operator.truediv)

_AMOUNTS: Final = ("number", "money", "quantity", "duration")
_NUMBER: Final = ("number",)
_MOMENT: Final = ("moment",)


def add(one: Value, other: Value, *, business: BusinessDays = NO_CALENDAR, months_rounded: str = "none") -> Value:
    """The sum of two amounts of one kind, or the day so long after a moment.

    Args:
        one: The first.
        other: The second.
        business: Whose business days are counted.
        months_rounded: Where a month ends that has no day of the number, `down` or `up`.

    Raises:
        NoValue: The two cannot be added.
    """
    if (exactly := _SUMS.get((type(one), type(other)))) is not None:
        return _checked(exactly(one, other))
    if lacking := _lacking(one, other):
        return lacking[0]
    if _MOMENT in (family(one), family(other)):
        start, length = (one, other) if family(one) == _MOMENT else (other, one)
        return shift(start, length, business=business, months_rounded=months_rounded)
    if family(one) != family(other) or not (_is_amount(one) and _is_amount(other)):
        raise refusal("added", one, other)
    (low, high), (lower, higher) = ends(one), ends(other)
    return between(_plus(low, lower), _plus(high, higher))


def subtract(one: Value, other: Value, *, business: BusinessDays = NO_CALENDAR, months_rounded: str = "none") -> Value:
    """The difference of two amounts of one kind, the day so long before a moment, or the days between two moments.

    Args:
        one: The first.
        other: What is taken from it.
        business: Whose business days are counted.
        months_rounded: Where a month ends that has no day of the number, `down` or `up`.

    Raises:
        NoValue: The one cannot be taken from the other.
    """
    if (exactly := _DIFFERENCES.get((type(one), type(other)))) is not None:
        return _checked(exactly(one, other))
    if lacking := _lacking(one, other):
        return lacking[0]
    if family(other) == _MOMENT:
        return apart(one, other, lambda start, end: Duration((end - start).days, "day"))
    if not _is_amount(other):
        raise refusal("subtracted", one, other)
    return add(one, negative(other), business=business, months_rounded=months_rounded)


def negative(value: Value) -> Value:
    """An amount with its sign turned.

    Raises:
        MixedKinds: It is no amount.
    """
    if lacking := _lacking(value):
        return lacking[0]
    if not _is_amount(value):
        message = f"{' in '.join(family(value))} has no sign to be turned"
        raise MixedKinds(message, value)
    low, high = ends(value)
    return between(_opposite(high), _opposite(low))


def multiply(one: Value, other: Value) -> Value:
    """The product of a number and an amount of any kind.

    Raises:
        NoValue: Neither is a number, or one is no amount.
    """
    if (exactly := _PRODUCTS.get((type(one), type(other)))) is not None:
        return _checked(exactly(one, other))
    if lacking := _lacking(one, other):
        return lacking[0]
    if not (_is_amount(one) and _is_amount(other)) or _NUMBER not in (family(one), family(other)):
        raise refusal("multiplied", one, other)
    kept = one if family(other) == _NUMBER else other
    return _spread(kept, [_times(mine, theirs) for mine in _sizes(one) for theirs in _sizes(other)])


def divide(one: Value, other: Value) -> Value:
    """An amount divided by a number, or by another of its kind, which gives a number.

    Raises:
        DivisionByZero: The divisor is zero, whatever is divided.
        NoValue: The one cannot be divided by the other.
    """
    if isinstance(other, Fraction) and not other:
        message = f"{' in '.join(family(one))} is divided by zero"
        raise DivisionByZero(message, one, other)
    if (exactly := _QUOTIENTS.get((type(one), type(other)))) is not None:
        return _checked(exactly(one, other))
    if lacking := _lacking(one, other):
        return lacking[0]
    if not (_is_amount(one) and _is_amount(other)) or family(other) not in (_NUMBER, family(one)):
        raise refusal("divided", one, other)
    if family(other) != _NUMBER:
        return divide(_in_numbers(one), _in_numbers(other))
    low, high = _sizes(other)
    if not _sign(low) == _sign(high) != 0:
        return UNKNOWN
    return _spread(one, [_times(mine, _inverse(theirs)) for mine in _sizes(one) for theirs in (low, high)])


def power(base: Value, exponent: Value) -> Value:
    """A number raised to a whole exponent.

    Raises:
        NoExactPower: The exponent is no whole number.
        DivisionByZero: Zero is raised to an exponent below zero.
        TooLarge: The result has more digits than anybody could use.
        MixedKinds: One of the two is no number.
    """
    if lacking := _lacking(base, exponent):
        return lacking[0]
    if family(base) != _NUMBER or family(exponent) != _NUMBER:
        raise refusal("raised to a power", base, exponent)
    if not isinstance(exponent, Fraction):
        return UNKNOWN
    if exponent.denominator != 1:
        message = f"`{exponent}` is no whole number, so nothing can be raised to it exactly"
        raise NoExactPower(message, base, exponent)
    if exponent < 0:
        return divide(Fraction(1), power(base, -exponent))
    found: list[_Number] = [_raised(end, int(exponent)) for end in _sizes(cast("Measure", base))]
    if len(set(map(_sign, _sizes(cast("Measure", base))))) > 1:
        found.append(Fraction(0) ** int(exponent))  # zero lies between, and an even power turns there
    return _spread(Fraction(1), found)


def greater_of(*values: Value) -> Value:
    """The greatest of several amounts of one kind, at least one.

    Raises:
        NoValue: They are not of one kind.
    """
    return next(iter(_lacking_instants(values)), None) or extreme(values, max, *_AMOUNTS)


def lesser_of(*values: Value) -> Value:
    """The least of several amounts of one kind, at least one.

    Raises:
        NoValue: They are not of one kind.
    """
    return next(iter(_lacking_instants(values)), None) or extreme(values, min, *_AMOUNTS)


def floor_at(value: Value, floor: Value) -> Value:
    """An amount, but at least another: `X but at least €0`.

    Raises:
        NoValue: The two are not of one kind.
    """
    return greater_of(value, floor)


def _is_amount(value: Value) -> TypeGuard[Measure | Range]:
    return family(value)[0] in _AMOUNTS


def _lacking(*values: Value) -> Sequence[Never | Unknown]:
    """Those without an amount; what has not come goes before what is not known."""
    return _lacking_instants(values) or [value for value in values if isinstance(value, Unknown)]


def _lacking_instants(values: Sequence[Value]) -> Sequence[Never]:
    """Those that have not come, first those that can no longer come."""
    return sorted((value for value in values if isinstance(value, Never)), key=rank, reverse=True)


def _checked(value: Measure) -> Measure:
    limited(value.size if isinstance(value, Counted) else value)
    return value


def _plus(one: Bound, other: Bound) -> Bound:
    if isinstance(one, Unbounded):
        return one
    if isinstance(other, Unbounded):
        return other
    return _checked(_SUMS[type(one), type(other)](one, other))


def _opposite(bound: Bound) -> Bound:
    if isinstance(bound, Unbounded):
        return LOWEST if bound is HIGHEST else HIGHEST
    return -cast("Fraction", bound)


def _sizes(value: Measure | Range) -> tuple[_Number, _Number]:
    low, high = ends(value)
    return _size(low), _size(high)


def _size(bound: Bound) -> _Number:
    return bound.size if isinstance(bound, Counted) else cast("_Number", bound)


def _in_numbers(value: Measure | Range) -> Value:
    """An amount without its unit; durations in the smallest unit that goes with theirs."""
    low, high = (bound if isinstance(bound, Unbounded) else Fraction(rank(bound)[1]) for bound in ends(value))
    return between(low, high)


def _spread(kept: Measure | Range, found: Sequence[_Number]) -> Value:
    """What lies between the least and the greatest of some numbers, in the unit of an amount."""
    low, high = min(found, key=rank), max(found, key=rank)
    unit = next(bound for bound in ends(kept) if not isinstance(bound, Unbounded))
    return between(_in_unit_of(unit, low), _in_unit_of(unit, high))


def _in_unit_of(unit: Bound, size: _Number) -> Bound:
    if isinstance(size, Unbounded):
        return size
    return _checked(unit.resized(size) if isinstance(unit, Counted) else size)


def _sign(number: _Number) -> int:
    if isinstance(number, Unbounded):
        return 1 if number is HIGHEST else -1
    return (number > 0) - (number < 0)


def _times(one: _Number, other: _Number) -> _Number:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return one * other
    return (LOWEST, Fraction(0), HIGHEST)[_sign(one) * _sign(other) + 1]


def _inverse(number: _Number) -> _Number:
    return Fraction(0) if isinstance(number, Unbounded) else 1 / number


def _raised(base: _Number, exponent: int) -> _Number:
    if isinstance(base, Unbounded):
        return (LOWEST, Fraction(1), HIGHEST)[0 if base is LOWEST and exponent % 2 else 2 if exponent else 1]
    if exponent * (max(base.numerator.bit_length(), base.denominator.bit_length()) - 1) > MOST_BITS:
        message = f"`{base}` raised to `{exponent}` has more than 20,000 digits"
        raise TooLarge(message, base, Fraction(exponent))
    return base**exponent
