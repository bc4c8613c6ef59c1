"""Values that are known only to lie between bounds, or to be one of several, or not known at all."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Final, TypeAlias

from attrs import frozen

from dealwright.value.moment import NEVER, Instant, Never, day_of
from dealwright.value.quantity import Choice, Duration, Money, MonthDay, Party, Period


@frozen
class Unbounded:
    """That a range has no end on one side."""


@frozen
class Unknown:
    """A value of which nothing is known."""


UNBOUNDED: Final = Unbounded()
UNKNOWN: Final = Unknown()


@frozen
class Range:
    """A value of one kind between two ends, both included; an end may be open."""

    low: Any
    high: Any


@frozen
class Among:
    """A value that is one of several."""

    values: frozenset[Any]


Single: TypeAlias = (
    Money | Fraction | date | Instant | Never | Duration | Period | MonthDay | Choice | Party | bool | str | tuple[Any, ...]
)
Value: TypeAlias = Single | Range | Among | Unknown

_ORDERED: Final = (Money, Fraction, date, Instant, Never)


def is_certain(value: Value) -> bool:
    """Whether a value is one single value."""
    return not isinstance(value, (Range, Among, Unknown))


def low_of(value: Value) -> Any:
    """The least that a value can be, or `UNBOUNDED`."""
    if isinstance(value, Range):
        return value.low
    return UNBOUNDED if isinstance(value, Unknown) else value


def high_of(value: Value) -> Any:
    """The most that a value can be, or `UNBOUNDED`."""
    if isinstance(value, Range):
        return value.high
    return UNBOUNDED if isinstance(value, Unknown) else value


def earlier(first: Any, second: Any) -> bool:
    """Whether one end is before another; days and instants compare by day, then by order."""
    if isinstance(first, Never) or isinstance(second, Never):
        if isinstance(first, Never):
            return isinstance(second, Never) and bool(first < second)
        return True
    if isinstance(first, (date, Instant)):
        return _place(first) < _place(second)
    return bool(first < second)


def _place(when: Any) -> tuple[date, int]:
    """A day or an instant as a place that can be compared."""
    return (day_of(when), when.order if isinstance(when, Instant) else 0)


def spread(low: Any, high: Any) -> Value:
    """The value between two ends: one value if they are the same."""
    if isinstance(low, Unbounded) and isinstance(high, Unbounded):
        return UNKNOWN
    return low if low == high else Range(low, high)  # type: ignore[no-any-return]


def hull(first: Value, second: Value) -> Value:
    """The smallest value that holds both."""
    if first == second:
        return first
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return UNKNOWN
    if isinstance(first, (Range, *_ORDERED)) and isinstance(second, (Range, *_ORDERED)):
        low = _end(low_of(first), low_of(second), least=True)
        high = _end(high_of(first), high_of(second), least=False)
        return spread(low, high)
    return Among(_members(first) | _members(second))


def _end(first: Any, second: Any, *, least: bool) -> Any:
    """The outer of two ends."""
    if isinstance(first, Unbounded) or isinstance(second, Unbounded):
        return UNBOUNDED
    return first if earlier(first, second) == least else second


def _members(value: Value) -> frozenset[Any]:
    """What a value may be, as a set."""
    return value.values if isinstance(value, Among) else frozenset((value,))


def has_come(value: Value) -> Value:
    """A value without the case that it never comes, for showing: the earliest to the latest it may be."""
    return NEVER if isinstance(value, Never) else value
