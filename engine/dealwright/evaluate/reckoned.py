"""Days that are reckoned: so long after another, within a period, between two.

What has not come has no day yet, and nothing is reckoned from it.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from dealwright.diagnostic import DealError, problem
from dealwright.evaluate.amounts import Amounts
from dealwright.evaluate.world import Env
from dealwright.program import core
from dealwright.source import NOWHERE as NO_PLACE
from dealwright.value import (
    NEVER,
    UNKNOWN,
    Instant,
    Never,
    Period,
    Range,
    day_of,
)
from dealwright.value.days import (
    InexactLength,
    NoExactDay,
    OutOfDates,
    shift_day,
    through_days,
    whole_units,
    year_fraction,
)
from dealwright.value.quantity import Duration, MonthDay
from dealwright.value.uncertain import is_certain


class Reckoned(Amounts):
    """Reads days."""

    def shift(self, node: core.Shift, env: Env) -> Any:
        """A day so long after or before another."""
        by = self.value(node.by, env)
        anchor = self.value(node.anchor, env)
        if isinstance(anchor, Never) or isinstance(by, Never):
            return anchor if isinstance(anchor, Never) else by
        if not isinstance(by, Duration):
            return UNKNOWN

        return self.reckoned(anchor, by, back=node.back)

    def reckoned(self, anchor: Any, by: Duration, *, back: bool) -> Any:
        """A day so long after or before another.

        Raises:
            DealError: There is no such day, or which one it is has not been said.
        """

        def change(day: date) -> date:
            return shift_day(day, by, back, self.calendar, self.program.months_rounded)

        try:
            return through_days(anchor, change)
        except NoExactDay:
            said = f"{by.text()} from {self.shown(anchor)} ends in a month without that day"
            raise DealError([problem("E102", said, NO_PLACE)]) from None
        except (OutOfDates, LookupError):
            said = f"{by.text()} from {self.shown(anchor)} leaves the years that can be counted"
            raise DealError([problem("X303", said, NO_PLACE)]) from None
        except InexactLength:
            raise DealError([problem("E106", f"{by.text()} is no whole number of days", NO_PLACE)]) from None

    def shown(self, anchor: Any) -> str:
        """A day in words."""
        low = anchor.low if isinstance(anchor, Range) else anchor
        return day_of(low).isoformat() if isinstance(low, (date, Instant)) else "a day"

    def rolled(self, node: core.Rolled, env: Env) -> Any:
        """A day moved to a business day."""
        return self.lifted(
            lambda a: through_days(a, lambda day: self.calendar.roll(day, node.way)), self.value(node.of, env)
        )

    def part_of(self, node: core.PartOf, env: Env) -> Any:
        """A part of a period or of a day."""
        of = self.value(node.of, env)
        if isinstance(of, Never):
            return of
        match node.word:
            case "start":
                return of.start if isinstance(of, Period) else UNKNOWN
            case "end":
                return of.end if isinstance(of, Period) else UNKNOWN
            case "date":
                return through_days(of, lambda day: day)
            case "year":
                return Fraction(day_of(of).year) if is_certain(of) else UNKNOWN
            case "this year":
                return self.day_this_year(of)
            case word:
                unit, step = word.rsplit(" ", 1)
                return Period.containing(unit, day_of(of)).beside(int(step)) if is_certain(of) else UNKNOWN

    def day_this_year(self, of: MonthDay) -> date:
        """A day of the year in view."""
        year = self.today().year
        try:
            return date(year, of.month, of.day)
        except ValueError:
            return date(year, of.month + 1, 1) - timedelta(1)

    def period_in_view(self, node: core.ThePeriod, env: Env) -> Any:
        """The period in view, or one beside it."""
        if env.period is None:
            return UNKNOWN
        period = env.period
        if node.unit and period.unit != node.unit:
            period = Period.containing(node.unit, period.start)
        return period.beside(node.step)

    def day_in(self, node: core.DayIn, env: Env) -> Any:
        """A day of a period."""
        period = self.value(node.of, env)
        if not isinstance(period, Period):
            return NEVER if isinstance(period, Never) else UNKNOWN
        match node.word:
            case "day":
                return min(period.start + timedelta(node.number - 1), period.end)
            case "last day":
                return period.end
            case "first business day":
                return self.calendar.roll(period.start, "forward")
            case _:
                return self.calendar.roll(period.end, "back")

    def distance(self, node: core.Distance, env: Env) -> Any:
        """Whole units between two days."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        start, end = day_of(a), day_of(b)
        if node.unit == "business day":
            return Fraction(self.calendar.count(start, end))
        return Fraction(whole_units(node.unit, start, end))

    def year_part(self, node: core.YearPart, env: Env) -> Any:
        """The part of a year between two days."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        return Fraction(*year_fraction(node.convention, day_of(a), day_of(b)))

    def span_between(self, node: core.SpanBetween, env: Env) -> Any:
        """A period between two days; there is none while the second lies before the first."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        start, end = day_of(a), day_of(b)
        return Period(start, end) if start <= end else NEVER

    def span_of(self, node: core.SpanOf, env: Env) -> Any:
        """A period of a length."""
        anchor = self.value(node.anchor, env)
        if isinstance(anchor, Never) or not is_certain(anchor):
            return NEVER if isinstance(anchor, Never) else UNKNOWN
        day = day_of(anchor)
        by = self.value(node.length, env)
        other = day_of(self.reckoned(day, by, back=node.ending))
        one = timedelta(1)
        return Period(other + one, day) if node.ending else Period(day, other - one)
