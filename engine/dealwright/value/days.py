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
from typing import Final, Literal, Protocol, TypeGuard, overload

from attrs import frozen

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

MonthRounding = Literal["none", "down", "up"]
"""Where a month ends that has no day of the number: nowhere, on its last day, or on the first of the next."""

_FIRST: Final = FIRST_DAY.toordinal()
_LAST: Final = LAST_DAY.toordinal()
_MONTHS_IN_YEAR: Final = 12
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": _MONTHS_IN_YEAR}


class BusinessDays(Protocol):
    """Whoever knows which days are business days."""

    def add(self, day: date, count: int, /) -> date:
        """The day that is so many business days after another, or before it if the count is below zero."""

    def count(self, start: date, end: date, /) -> int:
        """How many business days there are after one day, up to and with another."""


@frozen
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
    calendar: BusinessDays,
    month_rounding: MonthRounding,
) -> date:
    """The day that is so long after another, or before it.

    Args:
        start: The day from which to count.
        duration: How long after it; the other way, if it is below zero.
        back: Whether it is before it rather than after.
        calendar: Whose business days are counted.
        month_rounding: Where a month ends that has no day of the number.

    Raises:
        NoExactDay: The month has no such day, and nothing says how it is rounded.
        InexactLength: The length is no whole number of days or months.
        OutOfDates: The day lies outside the years 1900 to 2999.
        NoCalendar: Business days are counted, and no calendar is named.
    """
    count = -duration.in_base if back else duration.in_base
    if duration.base == "minute" or count.denominator != 1:
        message = f"`{duration.text()}` is no whole number of days"
        raise InexactLength(message, start, duration)
    match duration.base:
        case "business day":
            ordinal = calendar.add(start, int(count)).toordinal()
        case "month":
            ordinal = _months_after(start, int(count), duration, month_rounding)
        case _:
            ordinal = start.toordinal() + int(count)
    if not _FIRST <= ordinal <= _LAST:
        message = f"the day `{duration.text()}` after `{start}` lies outside the years 1900 to 2999"
        raise OutOfDates(message, start, duration)
    return date.fromordinal(ordinal)


def _months_after(start: date, months: int, duration: Duration, rounding: MonthRounding) -> int:
    """The ordinal of the day; of one far outside the years, an ordinal that is outside them too."""
    year, month = divmod(start.year * _MONTHS_IN_YEAR + start.month - 1 + months, _MONTHS_IN_YEAR)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return 0
    last = monthrange(year, month + 1)[1]
    if start.day <= last:
        return date(year, month + 1, start.day).toordinal()
    if rounding not in ("down", "up"):
        message = f"the month `{duration.text()}` after `{start}` has no day {start.day}"
        raise NoExactDay(message, start, duration)
    return date(year, month + 1, last).toordinal() + (rounding == "up")


def shift(
    start: Value,
    duration: Value,
    *,
    calendar: BusinessDays = NO_CALENDAR,
    month_rounding: MonthRounding = "none",
) -> Value:
    """The day that is so long after a moment; before it, if the length is below zero.

    Where the moment or the length is only known to lie between two ends, a month without the day is rounded outwards,
    and a day outside the years is no bound.

    Args:
        start: The moment from which to count.
        duration: How long after it.
        calendar: Whose business days are counted.
        month_rounding: Where a month ends that has no day of the number.

    Raises:
        NoValue: There is no such day, as in `shift_day`, or the two are no moment and no length.
    """
    if isinstance(start, date | Instant) and isinstance(duration, Duration):
        return shift_day(day_of(start), duration, back=False, calendar=calendar, month_rounding=month_rounding)
    if not _is(start, "moment") or not _is(duration, "duration"):
        raise refusal("counted from each other", start, duration)
    if isinstance(start, Never):
        return start
    if isinstance(start, Unknown) or isinstance(duration, Unknown):
        return UNKNOWN
    rounded: tuple[MonthRounding, MonthRounding] = (
        ("down", "up") if month_rounding == "none" else (month_rounding, month_rounding)
    )
    (first, last), (shortest, longest) = ends(start), ends(duration)
    return between(
        _end_after(first, shortest, LOWEST, calendar, rounded[0]),
        _end_after(last, longest, HIGHEST, calendar, rounded[1]),
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


def _end_after(start: Bound, length: Bound, open_end: Unbounded, calendar: BusinessDays, to: MonthRounding) -> Bound:
    if isinstance(start, Never):
        return start
    if not isinstance(start, date | Instant) or not isinstance(length, Duration):
        return open_end
    try:
        return shift_day(day_of(start), length, back=False, calendar=calendar, month_rounding=to)
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


WholeUnit = Literal["day", "week", "business day", "month", "quarter", "year"]
"""The units in which a distance is counted in full."""


@overload
def whole_units(
    unit: WholeUnit,
    start: date,
    end: date,
    *,
    calendar: BusinessDays = ...,
    month_rounding: MonthRounding = ...,
) -> Fraction: ...
@overload
def whole_units(
    unit: WholeUnit,
    start: Value,
    end: Value,
    *,
    calendar: BusinessDays = ...,
    month_rounding: MonthRounding = ...,
) -> Value: ...
def whole_units(
    unit: WholeUnit,
    start: Value,
    end: Value,
    *,
    calendar: BusinessDays = NO_CALENDAR,
    month_rounding: MonthRounding = "none",
) -> Value:
    """How many whole units there are from one moment to another; below zero, if the second is earlier.

    A month is whole when the day of the same number has come. Where the month has none, that is its last day if
    months are rounded down, and else the first of the next.

    Args:
        unit: The unit.
        start: The first moment.
        end: The second moment.
        calendar: Whose business days are counted.
        month_rounding: Where a month ends that has no day of the number.

    Raises:
        NoValue: One is no moment, or business days are counted and no calendar is named.
    """

    def count(one: date, other: date) -> Fraction:
        if unit == "business day":
            return Fraction(calendar.count(one, other))
        if one > other:
            return -count(other, one)
        if unit in _DAYS:
            return Fraction((other - one).days // _DAYS[unit])
        return Fraction(_whole_months(one, other, month_rounding) // _MONTHS[unit])

    return apart(end, start, count)


def _whole_months(start: date, end: date, rounding: MonthRounding) -> int:
    months = (end.year - start.year) * _MONTHS_IN_YEAR + end.month - start.month
    last = monthrange(end.year, end.month)[1]
    wanted = min(start.day, last) if rounding == "down" else start.day
    return months - (end.day < wanted)


DayCount = Literal["actual/365", "actual/360", "30/360"]
"""The conventions by which days are a part of a year."""


def year_fraction(convention: DayCount, start: date, end: date) -> tuple[int, int]:
    """The part of a year that lies between two days.

    In `30/360` every month has 30 days: a 31st is a 30th, at the end of the run only if it began on a 30th or 31st.

    Args:
        convention: How days are counted, and how many make a year.
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
