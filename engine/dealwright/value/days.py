"""Counting days: so long after a day, the later of two days, how many whole years between them.

A month or a year has no exact day when the day's number does not exist in the month it ends in; then the contract must say
which way to round, or the count is an error. Business days are counted by a calendar that the contract names.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final, Protocol

from dealwright.value.moment import NEVER, NEVERMORE, Instant, Never, day_of
from dealwright.value.quantity import Duration
from dealwright.value.uncertain import UNKNOWN, Range, Unbounded, Unknown, Value, earlier, spread

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2999, 12, 31)
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
_DAYS_IN: Final = {"day": 1, "week": 7}


class NoExactDay(ValueError):
    """A month ends before the day that a count needs."""


class OutOfDates(ValueError):
    """A count left the years that contracts may speak of."""


class InexactLength(ValueError):
    """A count of days is no whole number."""


class BusinessDays(Protocol):
    """A calendar that can count business days."""

    def add(self, day: date, count: int) -> date:
        """The business day so many after a day."""


def shift_day(day: date, by: Duration, back: bool, business: BusinessDays, months_rounded: str) -> date:  # noqa: FBT001
    """The day so long after another, or before it.

    Raises:
        NoExactDay: The month has no such day, and nothing says how to round.
        OutOfDates: The years 1900 to 2999 are left.
        InexactLength: The length is no whole number of its unit.
    """
    if by.count.denominator != 1:
        raise InexactLength
    count = -int(by.count) if back else int(by.count)
    try:
        if by.unit == "business day":
            found = business.add(day, count)
        elif by.unit in _DAYS_IN:
            found = day + timedelta(count * _DAYS_IN[by.unit])
        else:
            found = _shift_months(day, count * _MONTHS_IN[by.unit], months_rounded)
    except OverflowError:
        raise OutOfDates from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise OutOfDates
    return found


def _shift_months(day: date, count: int, rounded: str) -> date:
    """The day so many months on."""
    place = day.year * 12 + day.month - 1 + count
    year, month = divmod(place, 12)
    month += 1
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise OutOfDates
    last = months.monthrange(year, month)[1]
    if day.day <= last:
        return date(year, month, day.day)
    if rounded == "down":
        return date(year, month, last)
    if rounded == "up":
        return date(year, month, last) + timedelta(1)
    raise NoExactDay


def through_days(value: Value, change: Callable[[date], date]) -> Value:
    """What a rule that keeps the order of days makes of a day, an instant, a range of them, or what never comes."""
    if isinstance(value, Range):
        return spread(_through(value.low, change), _through(value.high, change))
    return _through(value, change)  # type: ignore[no-any-return]


def _through(end: Any, change: Callable[[date], date]) -> Any:
    """One end of a range of days."""
    return end if isinstance(end, (Never, Unbounded, Unknown)) else change(day_of(end))


def later_of(values: Iterable[Value]) -> Value:
    """The latest of several: what never comes makes it never."""
    return _extreme(tuple(values), last=True)


def earlier_of(values: Iterable[Value]) -> Value:
    """The earliest of several: what has not come is left out."""
    return _extreme(tuple(values), last=False)


def _extreme(values: tuple[Value, ...], *, last: bool) -> Value:
    """The latest or earliest, end by end."""
    if any(isinstance(value, Unknown) for value in values):
        return UNKNOWN
    lows = [value.low if isinstance(value, Range) else value for value in values]
    highs = [value.high if isinstance(value, Range) else value for value in values]
    return spread(_pick(lows, last=last), _pick(highs, last=last))


def _pick(ends: list[Any], *, last: bool) -> Any:
    """The latest or earliest of single ends."""
    never = [end for end in ends if isinstance(end, Never)]
    come = [end for end in ends if not isinstance(end, Never)]
    if last and never:
        return NEVERMORE if any(end.settled for end in never) else NEVER
    if not come:
        return NEVERMORE if all(end.settled for end in never) else NEVER
    found = come[0]
    for end in come[1:]:
        if earlier(found, end) == last:
            found = end
    return found


def whole_units(unit: str, start: date, end: date) -> int:
    """How many whole days, weeks, months or years lie from one day to another; negative if it is earlier."""
    if end < start:
        return -whole_units(unit, end, start)
    if unit in _DAYS_IN:
        return (end - start).days // _DAYS_IN[unit]
    count = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return count // _MONTHS_IN[unit]


def year_fraction(convention: str, start: date, end: date) -> tuple[int, int]:
    """The part of a year between two days by a convention, as a numerator and a denominator."""
    if convention == "30/360":
        first = min(start.day, 30)
        last = 30 if end.day == 31 and first == 30 else end.day  # noqa: PLR2004
        return 360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first, 360
    return (end - start).days, 365 if convention == "actual/365" else 360


def as_day(value: Instant | date) -> date:
    """The day of either."""
    return day_of(value)
