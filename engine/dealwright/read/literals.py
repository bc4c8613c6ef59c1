"""Written values: what `$1,800.50`, `7.5%`, `2031-02-30` or `5 business days` stand for, or why they stand for nothing.

A literal is read once, exactly, into a value; there is one canonical form for each, and what looks like a value but is
none (a month that does not exist, a day that is not in its month, a currency that nobody issues) is told where it
stands.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from dealwright.diagnostic import echo
from dealwright.limits import DEFAULT, Limits
from dealwright.value import Duration, Money, MonthDay, Period, is_currency
from dealwright.value.currencies import MINOR_UNITS

_HOURS, _SIXTY = 24, 60
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_MONTHS = (
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


class Unreadable(Exception):
    """A literal that stands for nothing; the arguments are the code, the message and the help."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        """Keep what is to be told."""
        super().__init__(code, message, advice)
        self.code, self.message, self.advice = code, message, advice


def number(text: str, limits: Limits = DEFAULT) -> Fraction:
    """The exact number of a text such as `1,000` or `3.5`.

    Raises:
        Unreadable: It has more than one point, or more digits than a number may have.
    """
    digits = text.replace(",", "")
    whole, _, decimals = digits.partition(".")
    if "." in decimals:
        advice = "a section is cited with its unit: `section 3.4.1`"
        raise Unreadable("S301", f"{echo(text)} has more than one point, so it is no number", advice)
    if len(whole) + len(decimals) > limits.digits or len(decimals) > limits.decimals:
        advice = f"a number has at most {limits.digits} figures, {limits.decimals} of them after the point"
        raise Unreadable("X107", f"{echo(text)} has more figures than a number may have", advice)
    if not decimals:
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def whole_number(text: str, limits: Limits = DEFAULT) -> Fraction:
    """The number of a text such as `3`.

    Raises:
        Unreadable: It is no whole number.
    """
    found = number(text, limits)
    if found.denominator != 1:
        raise Unreadable("S301", f"{echo(text)} is no whole number", "what is counted here comes whole: `2`")
    return found


def money(text: str, limits: Limits = DEFAULT) -> Money:
    """The amount of a text such as `$1,800.50` or `NOK 300`.

    Raises:
        Unreadable: The currency is none, has fewer decimals, or the amount is larger than any amount may be.
    """
    currency = _SIGNS.get(text[0], text[:3])
    figures = text[1:] if text[0] in _SIGNS else text[4:]
    if not is_currency(currency):
        raise Unreadable("S304", f"{echo(currency)} is no currency", "write its sign or the three letters of ISO 4217")
    amount = number(figures, limits)
    decimals = len(figures.partition(".")[2])
    if decimals and currency in MINOR_UNITS and decimals > MINOR_UNITS[currency]:
        advice = f"write a price below the smallest coin as a product: `{text.partition('.')[0]} * 0.001`"
        raise Unreadable("S304", f"{echo(text)} has more decimals than its currency", advice)
    if amount > limits.amount:
        raise Unreadable("X302", f"{echo(text)} is more than {limits.amount:,}, the largest amount that there may be")
    return Money(amount, currency)


def percent(text: str, limits: Limits = DEFAULT) -> Fraction:
    """The number of a text such as `7.5%`: 0.075."""
    return number(text[:-1], limits) / 100


def quantity(text: str, limits: Limits = DEFAULT) -> str:
    """A text such as `40 Tonnes`, kept as it is; what its unit is, the contract says elsewhere."""
    number(text.partition(" ")[0], limits)
    return text


def day(text: str, limits: Limits = DEFAULT) -> date:
    """The day of a text such as `2031-05-01`, with or without a clock time.

    Raises:
        Unreadable: There is no such day or time, or it lies outside the years that contracts may speak of.
    """
    try:
        found = date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    except ValueError:
        raise Unreadable(
            "S303", f"there is no day {echo(text[:10])}", "days are year-month-day: `2031-05-01`"
        ) from None
    hour, minute, second = (*map(float, text[11:].split(":")), 0.0, 0.0)[:3] if text[11:] else (0.0, 0.0, 0.0)
    if hour >= _HOURS or minute >= _SIXTY or second >= _SIXTY:
        raise Unreadable("S303", f"there is no clock time {echo(text[11:])}", "a day runs from `00:00` to `23:59`")
    return _in_range(found, text, limits)


def clock_time(text: str, limits: Limits = DEFAULT) -> str:
    """A text such as `2031-05-01 17:00`, kept as it is: the time zone stands elsewhere."""
    day(text, limits)
    return text


def duration(text: str, limits: Limits = DEFAULT) -> Duration:
    """The length of a text such as `5 business days`.

    Raises:
        Unreadable: Nothing is counted in its unit, such as business months.
    """
    count, unit = text.split(" ", 1)
    try:
        return Duration(number(count, limits), unit.removesuffix("s"))
    except ValueError:
        advice = "of business time only days are counted: `5 business days`"
        raise Unreadable("S201", f"{echo(text)} is no length of time", advice) from None


def period(text: str, limits: Limits = DEFAULT) -> Period:
    """The period of a text such as `2031-05`, `2031-Q2` or `2031`.

    Raises:
        Unreadable: There is no such month.
    """
    try:
        found = Period.parse(text)
    except ValueError:
        advice = "months are written `2031-05`, quarters `2031-Q2`"
        raise Unreadable("S303", f"there is no period {echo(text)}", advice) from None
    _in_range(found.start, text, limits)
    return found


def month_day(text: str, limits: Limits = DEFAULT) -> MonthDay:  # noqa: ARG001 - literals are all read alike
    """The day of a year in a text such as `June 30`.

    Raises:
        Unreadable: The month has no such day.
    """
    month, number_ = text.split(" ")
    try:
        return MonthDay(_MONTHS.index(month) + 1, int(number_))
    except ValueError:
        raise Unreadable("S303", f"there is no day {echo(text)} in any year") from None


def _in_range(found: date, text: str, limits: Limits) -> date:
    """A day that contracts may speak of."""
    if not limits.first_day <= found <= limits.last_day:
        message = f"{echo(text)} lies outside the years {limits.first_day.year} to {limits.last_day.year}"
        raise Unreadable("X303", message, "is the year written as it should be?")
    return found


def string(text: str) -> str:
    """The words between quotes, doubled quotes made one."""
    return text[1:-1].replace('""', '"')
