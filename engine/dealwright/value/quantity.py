"""Money, lengths of time, periods, days of a year, parties and choices: the single values of the language.

Amounts are exact fractions of a currency, whatever they are divided by; they are cut to cents only where a contract says
so, and for people's eyes. A period is a stretch of days with both ends in it.
"""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Final

from attrs import frozen

from dealwright.value.currencies import minor_units

_MANY_DIGITS: Final = 120
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
_SUNDAY: Final = 6


class MixedCurrencies(ValueError):
    """Amounts of two currencies cannot be joined or compared."""


def _terminates(number: Fraction) -> bool:
    """Whether a fraction has a finite decimal form."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def decimal_text(number: Fraction, places: int = 0) -> str:
    """A number in plain decimals, with at least so many places; `N/D` if it has no finite form."""
    if not _terminates(number):
        return f"{number.numerator}/{number.denominator}"
    with localcontext() as context:
        context.prec = _MANY_DIGITS
        plain = Decimal(number.numerator) / Decimal(number.denominator)
        text = format(plain.normalize(), "f")
    whole, _, rest = text.partition(".")
    rest = rest.ljust(places, "0")
    return f"{whole}.{rest}" if rest else whole


def _grouped(text: str) -> str:
    """A plain decimal with commas between thousands."""
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{rest}"


def number_text(number: Fraction) -> str:
    """A number for people."""
    text = decimal_text(number)
    return text if "/" in text else _grouped(text)


@frozen
class Money:
    """An exact amount of a currency (an ISO 4217 code)."""

    amount: Fraction
    currency: str

    def __add__(self, other: Money) -> Money:
        """The sum, in one currency."""
        return Money(self.amount + self.same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        """The difference, in one currency."""
        return Money(self.amount - self.same(other).amount, self.currency)

    def __mul__(self, factor: Fraction) -> Money:
        """So many times the amount."""
        return Money(self.amount * factor, self.currency)

    def __neg__(self) -> Money:
        """The amount with its sign turned."""
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        """Less, in one currency."""
        return self.amount < self.same(other).amount

    def __le__(self, other: Money) -> bool:
        """At most, in one currency."""
        return self.amount <= self.same(other).amount

    def __gt__(self, other: Money) -> bool:
        """More, in one currency."""
        return self.amount > self.same(other).amount

    def __ge__(self, other: Money) -> bool:
        """At least, in one currency."""
        return self.amount >= self.same(other).amount

    def same(self, other: Money) -> Money:
        """The other amount, if it is of this currency.

        Raises:
            MixedCurrencies: It is of another.
        """
        if other.currency != self.currency:
            raise MixedCurrencies(self.currency, other.currency)
        return other

    def decimal(self) -> str:
        """The plain figures for machines: `898765.44`, or `N/D` where there is no finite form."""
        return decimal_text(self.amount, minor_units(self.currency))

    def text(self) -> str:
        """The amount for people: `898,765.44 USD`."""
        figures = self.decimal()
        if "/" not in figures:
            return f"{_grouped(figures)} {self.currency}"
        step = Decimal(1).scaleb(-minor_units(self.currency))
        with localcontext() as context:
            context.prec = _MANY_DIGITS
            near = (Decimal(self.amount.numerator) / Decimal(self.amount.denominator)).quantize(step, ROUND_HALF_UP)
        return f"{_grouped(format(near, 'f'))} {self.currency} (exactly {figures})"


@frozen
class Duration:
    """A length of time: a count of a unit such as `day`, `business day`, `month`, `hour`."""

    count: Fraction
    unit: str

    def text(self) -> str:
        """The length for people: `5 business days`."""
        return f"{number_text(self.count)} {self.unit}{'' if self.count == 1 else 's'}"


@frozen
class MonthDay:
    """A day of every year."""

    month: int
    day: int

    def text(self) -> str:
        """The day for people: `June 30`."""
        return f"{months.month_name[self.month]} {self.day}"


@frozen(order=True)
class Period:
    """A stretch of days, both ends included: a `day`, `week`, `month`, `quarter`, `year`, or any `span`."""

    start: date
    end: date
    unit: str = "span"

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period of `2031-05`, `2031-Q2` or `2031`.

        Raises:
            ValueError: There is no such period.
        """
        year = int(text[:4])
        if len(text) == len("2031"):
            return cls.containing("year", date(year, 1, 1))
        if "Q" in text:
            return cls.containing("quarter", date(year, 3 * int(text[-1]) - 2, 1))
        return cls.containing("month", date(year, int(text[5:]), 1))

    @classmethod
    def containing(cls, unit: str, day: date) -> Period:
        """The period of a unit in which a day lies."""
        unit = unit.removeprefix("calendar ")
        if unit == "day":
            return cls(day, day, unit)
        if unit == "week":
            monday = day - timedelta(day.weekday())
            return cls(monday, monday + timedelta(_SUNDAY), unit)
        length = _MONTHS_IN[unit]
        first = (day.month - 1) // length * length + 1
        last = first + length - 1
        return cls(date(day.year, first, 1), date(day.year, last, months.monthrange(day.year, last)[1]), unit)

    def beside(self, step: int) -> Period:
        """The period so many places on, or back."""
        found = self
        for _ in range(abs(step)):
            edge = found.end + timedelta(1) if step > 0 else found.start - timedelta(1)
            if self.unit == "span":
                length = self.end - self.start
                found = Period(edge, edge + length) if step > 0 else Period(edge - length, edge)
            else:
                found = Period.containing(self.unit, edge)
        return found

    def text(self) -> str:
        """The period for people: `2031-05`."""
        match self.unit:
            case "year":
                return f"{self.start.year:04}"
            case "quarter":
                return f"{self.start.year:04}-Q{(self.start.month + 2) // 3}"
            case "month":
                return f"{self.start.year:04}-{self.start.month:02}"
            case "day":
                return self.start.isoformat()
            case _:
                return f"{self.start.isoformat()} to {self.end.isoformat()}"


@frozen(order=True)
class Choice:
    """One of several named choices."""

    name: str


@frozen(order=True)
class Party:
    """A party, by its name in the contract."""

    name: str
