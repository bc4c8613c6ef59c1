"""A period is a run of whole days: a month, a quarter, a year, a week from Monday, or from any day to any other.

It is written `2031-05`, `2031-Q2`, `2031`, and otherwise by its first and last day, both of which belong to it. A day
that comes back each year, `June 30`, is a month and a day without a year.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal, Self, assert_never

from dealwright.node import node

PeriodUnit = Literal["day", "week", "month", "quarter", "year", "span"]
"""The kinds of period; a `span` is any two days and what lies between."""

_DAY: Final = timedelta(days=1)
_MONTHS: Final[dict[PeriodUnit, int]] = {"month": 1, "quarter": 3, "year": 12}
_WRITTEN: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)|-Q(?P<quarter>[1-4]))?", re.ASCII)
_LEAP_YEAR: Final = 2000
_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@node
class Period:
    """A run of whole days.

    Attributes:
        start: Its first day.
        end: Its last day.
        unit: What kind of run.
    """

    start: date
    end: date
    unit: PeriodUnit = "span"

    def __attrs_post_init__(self) -> None:
        """See that the days are in order."""
        if self.end < self.start:
            message = f"a period cannot end on {self.end}, before it starts on {self.start}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period of a text such as `2031-05`, `2031-Q2` or `2031`.

        Raises:
            ValueError: The text is not of that form, or there is no such month.
        """
        found = _WRITTEN.fullmatch(text)
        if found is None:
            message = f"`{text}` is no month, quarter or year"
            raise ValueError(message)
        year = int(found["year"])
        if found["month"]:
            return cls.containing("month", date(year, int(found["month"]), 1))
        if found["quarter"]:
            return cls.containing("quarter", date(year, 3 * int(found["quarter"]), 1))
        return cls.containing("year", date(year, 1, 1))

    @classmethod
    def containing(cls, unit: str, day: date) -> Self:
        """The period of a unit in which a day lies.

        Args:
            unit: Such as `month` or, which is the same, `calendar month`.
            day: The day.

        Raises:
            ValueError: It is no unit of periods, or it is `span`: many spans hold one day.
        """
        match unit.removeprefix("calendar "):
            case "day":
                return cls(day, day, "day")
            case "week":
                monday = day - day.weekday() * _DAY
                return cls(monday, monday + 6 * _DAY, "week")
            case "month" | "quarter" | "year" as plain:
                months = _MONTHS[plain]
                first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
                last = first.replace(month=first.month + months - 1)
                return cls(first, last.replace(day=monthrange(last.year, last.month)[1]), plain)
            case _:
                message = f"no one `{unit}` holds {day}"
                raise ValueError(message)

    def next(self) -> Self:
        """The period of its unit after this one; after a span, as many days."""
        if self.unit == "span":
            return type(self)(self.end + _DAY, self.end + (self.end - self.start) + _DAY)
        return self.containing(self.unit, self.end + _DAY)

    def previous(self) -> Self:
        """The period of its unit before this one; before a span, as many days."""
        if self.unit == "span":
            return type(self)(self.start - (self.end - self.start) - _DAY, self.start - _DAY)
        return self.containing(self.unit, self.start - _DAY)

    def beside(self, steps: int) -> Self:
        """The period of its unit so many places on; back, if they are below zero."""
        found = self
        for _ in range(abs(steps)):
            found = found.next() if steps > 0 else found.previous()
        return found

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def text(self) -> str:
        """The period as it is written: `2031-05`, `2031-Q2`, `2031`, `2031-01-01 to 2031-06-30`."""
        match self.unit:
            case "day":
                return self.start.isoformat()
            case "month":
                return f"{self.start.year:04d}-{self.start.month:02d}"
            case "quarter":
                return f"{self.start.year:04d}-Q{self.end.month // 3}"
            case "year":
                return f"{self.start.year:04d}"
            case "week" | "span":
                return f"{self.start} to {self.end}"
            case _:
                assert_never(self.unit)


@node
class MonthDay:
    """A day that comes back each year.

    Attributes:
        month: The month, from 1.
        day: The day of the month, from 1.
    """

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        """See that some year has the day."""
        self.in_year(_LEAP_YEAR)

    def in_year(self, year: int) -> date:
        """The day in a year.

        Raises:
            ValueError: It is February 29, and the year has none.
        """
        return date(year, self.month, self.day)

    def text(self) -> str:
        """The day as it is written: `June 30`."""
        return f"{_NAMES[self.month - 1]} {self.day}"
