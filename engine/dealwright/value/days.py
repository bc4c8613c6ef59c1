"""Which day lies so long after another, and how long it is from one day to another.

Days and weeks are counted through; business days are those of a calendar; months, quarters and years lead to the day
of the same number, and where the month has no such day (31 January and one month), there is no answer unless the text
says which way it is rounded. What counts from an instant counts from its day. What has not come has nothing after it:
a day counted from it has not come either.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Final, Protocol, TypeGuard, overload

from dealwright.node import node
from dealwright.value.comparing import refusal
from dealwright.value.durations import Duration
from dealwright.value.moment import FIRST_DAY, LAST_DAY, Instant, Never, day_of
from dealwright.value.problems import InexactLength, MixedKinds, NoCalendar, NoExactDay, OutOfDates
from dealwright.value.uncertain import (
    HIGHEST,
    LOWEST,
    UNKNOWN,
    Bound,
    Measure,
    Ordered,
    Range,
    Unbounded,
    Unknown,
    Value,
    between,
    ends,
    family,
    is_ordered,
    over,
    rank,
)

__all__ = [
    "NO_CALENDAR",
    "BusinessDays",
    "InexactLength",
    "NoCalendar",
    "NoExactDay",
    "OutOfDates",
    "apart",
    "earlier_of",
    "extreme",
    "later_of",
    "shift",
    "shift_day",
    "through_days",
    "whole_units",
    "year_fraction",
]

_FIRST: Final = FIRST_DAY.toordinal()
_LAST: Final = LAST_DAY.toordinal()
_OUTSIDE: Final = 0  # no ordinal of a day
_NO_DAY: Final = -1  # nor is this
_MONTHS_IN_YEAR: Final = 12
_ROUNDED: Final = ("down", "up")
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": _MONTHS_IN_YEAR}


class BusinessDays(Protocol):
    """Whoever knows which days are business days."""

    def add(self, day: date, count: int, /) -> date:
        """The day that is so many business days after another, or before it if the count is below zero."""

    def count(self, start: date, end: date, /) -> int:
        """How many business days there are after one day, up to and with another."""


@node
class _NoBusinessDays:
    """What stands for a calendar where the contract names none."""

    def add(self, day: date, count: int, /) -> date:
        raise NoCalendar("business days are counted, and no calendar is named", day, count)

    def count(self, start: date, end: date, /) -> int:
        raise NoCalendar("business days are counted, and no calendar is named", start, end)


NO_CALENDAR: Final[BusinessDays] = _NoBusinessDays()
"""No calendar is named: whoever counts business days by it is told so."""


def shift_day(
    start: date,
    duration: Duration,
    back: bool,  # noqa: FBT001 - before rather than after, as in the text
    business: BusinessDays,
    months_rounded: str,
) -> date:
    """The day that is so long after another, or before it.

    Args:
        start: The day from which to count.
        duration: How long after it; the other way, if it is below zero.
        back: Whether it is before it rather than after.
        business: Whose business days are counted.
        months_rounded: Where a month ends that has no day of the number: `down` on its last day, `up` on the first of
            the next, otherwise nowhere.

    Raises:
        NoExactDay: The month has no such day, and nothing says how it is rounded.
        InexactLength: The length is no whole number of days or months.
        OutOfDates: The day lies outside the years 1900 to 2999.
        NoCalendar: Business days are counted, and no calendar is named.
    """
    count = -duration.in_base if back else duration.in_base
    wanted = f"`{duration.text()}` {'before' if back else 'after'} `{start}`"
    if duration.base == "minute" or count.denominator != 1:
        message = f"`{duration.text()}` is no whole number of days"
        raise InexactLength(message, start, duration)
    match duration.base:
        case "business day":
            ordinal = business.add(start, int(count)).toordinal()
        case "month":
            ordinal = _months_after(start, int(count), months_rounded)
        case _:
            ordinal = start.toordinal() + int(count)
    if ordinal == _NO_DAY:
        message = f"the month {wanted} has no day {start.day}"
        raise NoExactDay(message, start, duration)
    if not _FIRST <= ordinal <= _LAST:
        message = f"the day {wanted} lies outside the years 1900 to 2999"
        raise OutOfDates(message, start, duration)
    return date.fromordinal(ordinal)


def _months_after(start: date, months: int, rounding: str) -> int:
    """The ordinal of the day: `_OUTSIDE` the years, or `_NO_DAY` if the month has none such."""
    year, month = divmod(start.year * _MONTHS_IN_YEAR + start.month - 1 + months, _MONTHS_IN_YEAR)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return _OUTSIDE
    last = monthrange(year, month + 1)[1]
    if start.day <= last:
        return date(year, month + 1, start.day).toordinal()
    if rounding not in _ROUNDED:
        return _NO_DAY
    return date(year, month + 1, last).toordinal() + (rounding == "up")


def shift(
    start: Value,
    duration: Value,
    *,
    business: BusinessDays = NO_CALENDAR,
    months_rounded: str = "none",
) -> Value:
    """The day that is so long after a moment; before it, if the length is below zero.

    Where the moment or the length is only known to lie between two ends, a month without the day is rounded outwards,
    and a day outside the years is no bound.

    Args:
        start: The moment from which to count.
        duration: How long after it.
        business: Whose business days are counted.
        months_rounded: Where a month ends that has no day of the number: `down` on its last day, `up` on the first of
            the next, otherwise nowhere.

    Raises:
        NoValue: There is no such day, as in `shift_day`, or the two are no moment and no length.
    """
    if isinstance(start, date | Instant) and isinstance(duration, Duration):
        return shift_day(day_of(start), duration, back=False, business=business, months_rounded=months_rounded)
    if not _is(start, "moment") or not _is(duration, "duration"):
        raise refusal("counted from each other", start, duration)
    if isinstance(start, Never):
        return start
    if isinstance(start, Unknown) or isinstance(duration, Unknown):
        return UNKNOWN
    rounded = (months_rounded, months_rounded) if months_rounded in _ROUNDED else _ROUNDED
    (first, last), (shortest, longest) = ends(start), ends(duration)
    return between(
        _end_after(first, shortest, LOWEST, business, rounded[0]),
        _end_after(last, longest, HIGHEST, business, rounded[1]),
    )


def through_days(value: Value, change: Callable[[date], date]) -> Value:
    """What becomes of a moment by a rule that gives a day for a day, and a later one for a later one, or the same.

    Args:
        value: The moment, as far as it is known; what has not come stays so.
        change: The rule.

    Raises:
        MixedKinds: It is no moment.
    """
    if isinstance(value, date | Instant):
        return change(day_of(value))
    if not _is(value, "moment"):
        message = f"{' in '.join(family(value))} has no day"
        raise MixedKinds(message, value)
    low, high = (change(day_of(end)) if isinstance(end, date | Instant) else end for end in ends(value))
    return between(low, high)


def _end_after(start: Bound, length: Bound, open_end: Unbounded, business: BusinessDays, to: str) -> Bound:
    if isinstance(start, Never):
        return start
    if not isinstance(start, date | Instant) or not isinstance(length, Duration):
        return open_end
    try:
        return shift_day(day_of(start), length, back=False, business=business, months_rounded=to)
    except OutOfDates:
        return open_end


def _is(value: Value, kind: str) -> TypeGuard[Ordered | Range | Unknown]:
    return family(value)[0] in (kind, "unknown")


def later_of(values: Iterable[Value]) -> Value:
    """The latest of several moments, at least one: what never comes makes it never."""
    return extreme(values, max, "moment")


def earlier_of(values: Iterable[Value]) -> Value:
    """The earliest of several moments, at least one: what never comes is left out."""
    return extreme(values, min, "moment")


def extreme(values: Iterable[Value], pick: Callable[..., Bound], *kinds: str) -> Value:
    """The greatest or the least of several values of one family, at least one.

    Args:
        values: The values.
        pick: `max` or `min`.
        kinds: Of what kinds they may be.

    Raises:
        NoValue: They are of other kinds, or of several families.
    """
    items = tuple(values)
    known = [value for value in items if not isinstance(value, Unknown)]
    for value in known:
        if family(value) != family(known[0]) or family(value)[0] not in kinds:
            raise refusal("compared", known[0], value)
    found = [ends(value) for value in items if is_ordered(value)]
    low, high = pick((low for low, _ in found), key=rank), pick((high for _, high in found), key=rank)
    return over(low, high, (bound for pair in found for bound in pair))


def apart(end: Value, start: Value, measure: Callable[[date, date], Measure]) -> Value:
    """How far one moment is after another, by any measure of two days that grows with the second.

    Where either has not come, neither has the distance.

    Args:
        end: The later moment; if it is the earlier, the distance is below zero.
        start: The earlier moment.
        measure: The measure of two days, the earlier first.

    Raises:
        MixedKinds: One is no moment.
    """
    if not _is(start, "moment") or not _is(end, "moment"):
        raise refusal("measured from each other", end, start)
    never = [moment for moment in (start, end) if isinstance(moment, Never)]
    if never:
        return max(never, key=rank)
    (first, last), (low, high) = ends(start), ends(end)
    return between(_between_days(last, low, measure, LOWEST), _between_days(first, high, measure, HIGHEST))


def _between_days(start: Bound, end: Bound, measure: Callable[[date, date], Measure], open_end: Unbounded) -> Bound:
    if isinstance(start, date | Instant) and isinstance(end, date | Instant):
        return measure(day_of(start), day_of(end))
    return open_end


@overload
def whole_units(
    unit: str,
    start: date,
    end: date,
    *,
    business: BusinessDays = ...,
    months_rounded: str = ...,
) -> Fraction: ...
@overload
def whole_units(
    unit: str,
    start: Value,
    end: Value,
    *,
    business: BusinessDays = ...,
    months_rounded: str = ...,
) -> Value: ...
def whole_units(
    unit: str,
    start: Value,
    end: Value,
    *,
    business: BusinessDays = NO_CALENDAR,
    months_rounded: str = "none",
) -> Value:
    """How many whole units there are from one moment to another; below zero, if the second is earlier.

    A month is whole when the day of the same number has come. Where the month has none, that is its last day if
    months are rounded down, and else the first of the next.

    Args:
        unit: The unit, in the singular: days, weeks, business days, months, quarters or years.
        start: The first moment.
        end: The second moment.
        business: Whose business days are counted.
        months_rounded: Where a month ends that has no day of the number: `down` on its last day, `up` on the first of
            the next, otherwise nowhere.

    Raises:
        NoValue: One is no moment, or business days are counted and no calendar is named.
    """

    def count(one: date, other: date) -> Fraction:
        if unit == "business day":
            return Fraction(business.count(one, other))
        if one > other:
            return -count(other, one)
        if unit in _DAYS:
            return Fraction((other - one).days // _DAYS[unit])
        return Fraction(_whole_months(one, other, months_rounded) // _MONTHS[unit])

    return apart(end, start, count)


def _whole_months(start: date, end: date, rounding: str) -> int:
    months = (end.year - start.year) * _MONTHS_IN_YEAR + end.month - start.month
    last = monthrange(end.year, end.month)[1]
    wanted = min(start.day, last) if rounding == "down" else start.day
    return months - (end.day < wanted)


def year_fraction(convention: str, start: date, end: date) -> tuple[int, int]:
    """The part of a year that lies between two days.

    In `30/360` every month has 30 days: a 31st is a 30th, at the end of the run only if it began on a 30th or 31st.

    Args:
        convention: How days are counted, and how many make a year: `actual/365`, `actual/360` or `30/360`.
        start: The first day.
        end: The last day, which is not counted.

    Returns:
        How many days there are, and how many a year has.
    """
    if convention != "30/360":
        return (end - start).days, 365 if convention == "actual/365" else 360
    first = min(start.day, 30)
    last = min(end.day, 30) if first == 30 else end.day  # noqa: PLR2004 - as the convention says
    return 360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first, 360
