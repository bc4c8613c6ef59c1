"""What is known of a value when not all facts are known.

A value may be known exactly. It may be known to lie between two others, both of them possible, as an amount that
depends on receipts still open; one end may be without a bound. It may be known to be one of several, as a party or a
choice. Or nothing is known of it. Whatever is worked out from such a value holds every case that is possible: it may
be wider than it need be, and is never narrower.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeGuard, cast, overload

from attrs import field

from dealwright.node import node
from dealwright.value.amounts import Money, Quantity
from dealwright.value.durations import Duration
from dealwright.value.moment import END, MORNING, NEVER, NEVERMORE, Instant, Moment, Never, day_of, position, precedes
from dealwright.value.periods import MonthDay, Period
from dealwright.value.truth import Truth
from dealwright.value.truth import hull as hull_of_truths


@node
class Choice:
    """One of the choices that a contract names.

    Attributes:
        name: The choice as the contract names it: `Heat Pump`.
    """

    name: str


@node
class Party:
    """A party to the contract, or a third party.

    Attributes:
        name: The party as the contract names it: `Tenant`.
    """

    name: str


class Unbounded(Enum):
    """An end of a range that has no bound."""

    UNBOUNDED = "unbounded"
    LOWEST = "lowest"
    HIGHEST = "highest"


UNBOUNDED: Final = Unbounded.UNBOUNDED
"""No bound: either end of a range."""

LOWEST: Final = Unbounded.LOWEST
"""Below everything: what the low end of a range without a bound is when ends are put in order."""

HIGHEST: Final = Unbounded.HIGHEST
"""Above everything: what the high end of a range without a bound is when ends are put in order."""

Measure: TypeAlias = Fraction | Money | Quantity | Duration
"""What can be counted."""

Ordered: TypeAlias = Measure | date | Instant | Never
"""What has an order, so that it can be known to lie between two others."""

Bound: TypeAlias = Ordered | Unbounded
"""An end of a range."""


def _end(bound: Bound) -> Bound:
    return UNBOUNDED if isinstance(bound, Unbounded) else bound


@node
class Range:
    """A value known to lie between two others of its kind, both included; `between` makes it.

    Attributes:
        low: The least that it may be, or `UNBOUNDED`.
        high: The greatest that it may be, or `UNBOUNDED`.
    """

    low: Bound = field(converter=_end)
    high: Bound = field(converter=_end)


@node
class Among:
    """A value known to be one of several, at least two.

    Attributes:
        values: All that it may be.
    """

    values: "frozenset[Exact]"


@node
class Unknown:
    """A value of which nothing is known; `UNKNOWN` is the only one."""


UNKNOWN: Final = Unknown()
"""Nothing is known of it."""

Exact: TypeAlias = Ordered | Period | MonthDay | Choice | Party | str | bool | tuple["Value", ...]
"""A value that is known. A list is a tuple."""

Value: TypeAlias = Exact | Range | Among | Unknown
"""A value as far as it is known."""


def is_certain(value: Value) -> bool:
    """Whether a value is known exactly; of a list, whether all its items are."""
    if isinstance(value, tuple):
        return all(map(is_certain, value))
    return not isinstance(value, Range | Among | Unknown)


_FAMILIES: Final[Mapping[type, Callable[[Any], tuple[str, ...]]]] = {
    Fraction: lambda _: ("number",),
    Money: lambda value: ("money", value.currency),
    Quantity: lambda value: ("quantity", value.unit),
    Duration: lambda value: ("duration", value.base),
    **dict.fromkeys((date, Instant, Never), lambda _: ("moment",)),
    Period: lambda _: ("period",),
    MonthDay: lambda _: ("day of a year",),
    Choice: lambda _: ("choice",),
    Party: lambda _: ("party",),
    str: lambda _: ("text",),
    bool: lambda _: ("yes/no",),
    tuple: lambda _: ("list",),
    Range: lambda value: family(value.high if isinstance(value.low, Unbounded) else value.low),
    Among: lambda value: family(next(iter(value.values))),
    **dict.fromkeys((Unknown, Unbounded), lambda _: ("unknown",)),
}


def family(value: Value | Bound) -> tuple[str, ...]:
    """What a value goes together with: values of its own family.

    The first word is the kind, a second the unit: `("money", "EUR")`. Of what is not known it is `("unknown",)`. What
    is no value of the language but passes for one on the way, as an occurrence does, goes with its own sort.
    """
    return _FAMILIES.get(type(value), lambda other: (type(other).__name__.lower(),))(value)


_ORDERED: Final = {"number", "money", "quantity", "duration", "moment"}


def is_ordered(value: Value) -> TypeGuard[Ordered | Range | Unknown]:
    """Whether a value has ends: whether it is counted or dated, or nothing is known of it."""
    return family(value)[0] in _ORDERED or isinstance(value, Unknown)


def ends(value: Ordered | Range | Unknown) -> tuple[Bound, Bound]:
    """The least and the greatest that a value may be; of one that is known, twice the value."""
    match value:
        case Range(low, high):
            return LOWEST if isinstance(low, Unbounded) else low, HIGHEST if isinstance(high, Unbounded) else high
        case Unknown():
            return LOWEST, HIGHEST
        case _:
            return value, value


_RANKS: Final[Mapping[type, Callable[[Any], tuple[Any, ...]]]] = {
    Unbounded: lambda bound: (0,) if bound is LOWEST else (2,),
    Fraction: lambda bound: (1, bound),
    Duration: lambda bound: (1, bound.in_base),
    **dict.fromkeys((Money, Quantity), lambda bound: (1, bound.amount)),
    **dict.fromkeys((date, Instant, Never), lambda bound: (1, *position(bound))),
}


def rank(bound: Bound) -> tuple[Any, ...]:
    """A key that puts the bounds of one family in order."""
    return _RANKS[type(bound)](bound)


def earlier(one: Bound, other: Bound) -> bool:
    """Whether one bound is before another of its family, or less; a date is neither before nor after its instants."""
    if isinstance(one, Unbounded) or isinstance(other, Unbounded):
        return one is not other and (one is LOWEST or other is HIGHEST)
    if isinstance(one, date | Instant | Never):
        return precedes(one, cast("Moment", other))
    return rank(one) < rank(other)


def between(low: Bound, high: Bound) -> Value:
    """What is known of a value that lies between two others, both included.

    Args:
        low: The least that it may be, or `UNBOUNDED`.
        high: The greatest that it may be, or `UNBOUNDED`.

    Raises:
        ValueError: The two are in the wrong order.
    """
    low, high = ends(Range(low, high))
    if rank(low) > rank(high):
        message = f"nothing lies between {low} and {high}"
        raise ValueError(message)
    if low in (high, NEVERMORE):
        return cast("Ordered", low)
    if low is LOWEST and high is HIGHEST:
        return UNKNOWN
    if low == NEVER and high is HIGHEST:
        return Range(NEVER, NEVERMORE)
    if isinstance(low, Duration) and isinstance(high, Duration):
        low, high = low.matched(high)
    return Range(low, high)


def spread(one: Bound, other: Bound) -> Value:
    """What is known of a value that is one of two or lies between them, whichever of them is less.

    Args:
        one: One of them, or `UNBOUNDED` if only the other bounds it from above.
        other: The other, or `UNBOUNDED` if only the one bounds it from below.
    """
    if isinstance(one, Unbounded) or isinstance(other, Unbounded):
        return between(one, other)
    return hull(one, other)


def over(low: Bound, high: Bound, bounds: Iterable[Bound]) -> Value:
    """What is known of a value between two ends that came from several.

    Where dates and instants are mixed, a date of the first or the last day may be meant as well as any instant of it,
    so the range goes from the morning of the first to the end of the last.
    """
    if low != high and {date, Instant} <= set(map(type, bounds)):
        low = Instant(day_of(low), MORNING) if isinstance(low, date | Instant) else low
        high = Instant(day_of(high), END) if isinstance(high, date | Instant) else high
    return between(low, high)


@overload
def hull(one: Truth, other: Truth) -> Truth: ...
@overload
def hull(one: Value, other: Value) -> Value: ...
def hull(one: Value | Truth, other: Value | Truth) -> Value | Truth:
    """What is known of a value that is one of two, and nobody knows which."""
    if isinstance(one, Truth) or isinstance(other, Truth):
        return hull_of_truths(cast("Truth", one), cast("Truth", other))
    if one == other and type(one) is type(other):
        return one
    if family(one) != family(other):
        return UNKNOWN
    if is_ordered(one) and is_ordered(other):
        (low, high), (lower, higher) = ends(one), ends(other)
        return over(min(low, lower, key=rank), max(high, higher, key=rank), (low, high, lower, higher))
    if not (is_certain(one) or isinstance(one, Among)) or not (is_certain(other) or isinstance(other, Among)):
        return UNKNOWN
    return Among(possibilities(one) | possibilities(other))


def either_reason(one: str, other: str) -> str:
    """One reason or the other, each told once."""
    return " or ".join(dict.fromkeys(part for reason in (one, other) if reason for part in reason.split(" or ")))


def possibilities(value: Value) -> frozenset[Exact]:
    """All that a value without order may be."""
    return value.values if isinstance(value, Among) else frozenset((cast("Exact", value),))
