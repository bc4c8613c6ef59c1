"""A business day is a Monday to Friday that the named calendar does not close.

A contract that counts business days must say whose: banks, civil servants and stock exchanges rest
on different days. Each calendar here is frozen data. It has a name that a contract can write, the
source of its days, the span of years for which they are known, and a digest of the days
themselves, so that an answer can say which calendar it counted by, and counts the same next year,
whatever anybody has corrected since.

Counting leaves out the day from which it counts: one business day after a Friday is Monday, one
business day after a Saturday is Monday too. A day of which the calendar knows nothing, before its
first or after its last, is never guessed at: `OutsideCalendar` says so.

Every question comes down to one number, the rank of a day: how many business days there have been
up to its end. The weekdays up to a day are arithmetic, and the closed ones among them a search in
a sorted list, so that no count walks from day to day.
"""

import pkgutil
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal, assert_never, cast

from attrs import field, frozen

NAMES: tuple[str, ...] = (
    "london",
    "new-york",
    "nyse",
    "target",
    "us-federal",
    "us-federal-reserve",
    "weekdays",
)
"""The names that a contract can write after `business days`, in alphabetical order."""

Roll = Literal["forward", "back", "within its month"]
"""Where a day moves that is no business day: `within its month` is forward, but back at its end."""

_DAY = timedelta(days=1)
_WEEK = 7
_WEEKDAYS = 5  # Monday is day 1 of `date.toordinal`, so whole weeks of it begin on Mondays


@frozen
class Calendar:
    """The business days of one place or institution.

    Attributes:
        name: What a contract writes, such as `target`.
        title: Whose days they are, in words.
        version: Where the holidays come from, with the version of that source.
        first: The first day of which the calendar knows.
        last: The last day of which the calendar knows.
        holidays: The closed days between the two. Those on a Saturday or Sunday change nothing.
    """

    name: str
    title: str
    version: str
    first: date
    last: date
    holidays: frozenset[date] = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the span and the closed days in order, in hexadecimal digits."""
        days = [self.first, self.last, *sorted(self.holidays)]
        from hashlib import sha256

        return sha256("\n".join(day.isoformat() for day in days).encode()).hexdigest()

    @cached_property
    def _closings(self) -> tuple[int, ...]:
        """The ordinals of the holidays that close a day which would else be a business day."""
        ordinals = (day.toordinal() for day in self.holidays)
        return tuple(sorted(day for day in ordinals if _is_weekday(day)))

    def covers(self, day: date) -> bool:
        """Whether the calendar knows anything about a day."""
        return self.first <= day <= self.last

    def is_business_day(self, day: date) -> bool:
        """Whether business is done on a day.

        Raises:
            OutsideCalendar: The calendar knows nothing about the day.
        """
        self._ask(day)
        return _is_weekday(day.toordinal()) and day not in self.holidays

    def add(self, day: date, count: int) -> date:
        """The day that is so many business days after another, which itself is never counted.

        Args:
            day: The day from which to count; it need not be a business day.
            count: How many business days later; below zero, how many earlier; at zero, the
                answer is the day itself.

        Raises:
            OutsideCalendar: The counting began or ended on a day that the calendar knows nothing
                about.
        """
        self._ask(day)
        if count == 0:
            return day
        ordinal = day.toordinal()
        rank = self._rank(ordinal) + count if count > 0 else self._rank(ordinal - 1) + count + 1
        return self._day_of(rank)

    def count(self, start: date, end: date) -> int:
        """How many business days there are after one day, up to and with another.

        Args:
            start: The day from which to count, itself not counted.
            end: The day up to which to count; if it is before the start, the answer is the count
                from the end to the start, below zero.

        Raises:
            OutsideCalendar: The calendar knows nothing about one of the days.
        """
        self._ask(start)
        self._ask(end)
        return self._rank(end.toordinal()) - self._rank(start.toordinal())

    def roll(self, day: date, to: Roll) -> date:
        """The day itself if it is a business day, else the nearest one in a direction.

        Args:
            day: The day to move.
            to: `forward` to the next business day, `back` to the one before, `within its month`
                forward unless that leaves the month, and then back.

        Raises:
            OutsideCalendar: The calendar knows nothing about the day or the one it moves to.
        """
        if self.is_business_day(day):
            return day
        match to:
            case "forward":
                return self.add(day, 1)
            case "back":
                return self.add(day, -1)
            case "within its month":
                if self.covers(_last_of_month(day)) and not self.count(day, _last_of_month(day)):
                    return self.add(day, -1)
                return self.add(day, 1)
            case _:
                assert_never(to)

    def _ask(self, day: date) -> None:
        if not self.covers(day):
            raise OutsideCalendar(self, day)

    def _rank(self, ordinal: int) -> int:
        """How many business days there have been up to the end of a day."""
        return _weekdays_through(ordinal) - bisect_right(self._closings, ordinal)

    def _day_of(self, rank: int) -> date:
        """The business day of a rank: the first day by whose end so many have been."""
        closed = 0
        while True:
            ordinal = _nth_weekday(rank + closed)
            if (passed := bisect_right(self._closings, ordinal)) == closed:
                break
            closed = passed
        if not self.first.toordinal() <= ordinal <= self.last.toordinal():
            raise OutsideCalendar(self, self.last + _DAY if ordinal > self.last.toordinal() else self.first - _DAY)
        return date.fromordinal(ordinal)


class OutsideCalendar(LookupError):
    """A day was asked about of which the calendar knows nothing.

    Attributes:
        calendar: The calendar that was asked.
        day: The day, or the nearest that shows where the counting left the calendar.
    """

    def __init__(self, calendar: Calendar, day: date) -> None:
        """Say which calendar was asked about which day."""
        super().__init__(
            f"the calendar `{calendar.name}` is known from {calendar.first} to {calendar.last},"
            f" and {day} is not among its days"
        )
        self.calendar = calendar
        self.day = day


@cache
def calendar(name: str) -> Calendar:
    """The calendar of a name.

    Args:
        name: One of `NAMES`.

    Raises:
        LookupError: No calendar has that name.
    """
    if name == "weekdays":
        return Calendar(
            name=name,
            title="Monday to Friday, without holidays",
            version="1",
            first=date(1900, 1, 1),
            last=date(2999, 12, 31),
            holidays=frozenset(),
        )
    if name not in NAMES:
        message = f"no calendar is named `{name}`; the calendars are {', '.join(NAMES)}"
        raise LookupError(message)
    return parse(_data(name))


def parse(text: str) -> Calendar:
    """A calendar from the text of its file.

    Args:
        text: Lines of a word and its value, an empty line, then a line for each year that has
            closed days: the year, and the month and day of each.
    """
    head, _, body = text.partition("\n\n")
    said: Mapping[str, str] = dict(_split(line) for line in head.splitlines())
    holidays = frozenset(
        date.fromisoformat(f"{year}-{day}") for year, days in map(_split, body.splitlines()) for day in days.split()
    )
    return Calendar(
        name=said["calendar"],
        title=said["title"],
        version=said["source"],
        first=date.fromisoformat(said["from"]),
        last=date.fromisoformat(said["until"]),
        holidays=holidays,
    )


def print_calendar(calendar: Calendar) -> str:
    """The text of a calendar's file, which `parse` reads back."""
    years: dict[int, list[str]] = {}
    for day in sorted(calendar.holidays):
        years.setdefault(day.year, []).append(f"{day:%m-%d}")
    head = (
        f"calendar {calendar.name}",
        f"title {calendar.title}",
        f"source {calendar.version}",
        f"from {calendar.first}",
        f"until {calendar.last}",
        f"digest {calendar.digest}",
    )
    body = (f"{year} {' '.join(days)}" for year, days in years.items())
    return "\n".join((*head, "", *body, ""))


def _data(name: str) -> str:
    data = pkgutil.get_data("dealwright", f"calendars/{name}.txt")
    return cast("bytes", data).decode()  # no data, rather than no file, is for packages without code


def _split(line: str) -> tuple[str, str]:
    word, _, rest = line.partition(" ")
    return word, rest


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


def _is_weekday(ordinal: int) -> bool:
    return 0 < ordinal % _WEEK <= _WEEKDAYS


def _weekdays_through(ordinal: int) -> int:
    weeks, days = divmod(ordinal, _WEEK)
    return weeks * _WEEKDAYS + min(days, _WEEKDAYS)


def _nth_weekday(number: int) -> int:
    weeks, days = divmod(number - 1, _WEEKDAYS)
    return weeks * _WEEK + days + 1
