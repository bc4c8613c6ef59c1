"""Written values: what `$1,800.50`, `7.5%`, `2031-02-30` or `5 business days` stand for, or why they stand for nothing.

A literal is read once, exactly, into a value; there is one canonical form for each, and what looks like a value but is
none (a month that does not exist, a day that is not in its month, a currency that nobody issues) is told where it stands.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from dealwright.value import Duration, Money, MonthDay, Period

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
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
_MOST_DIGITS, _MOST_DECIMALS = 34, 12


class Unreadable(Exception):
    """A literal that stands for nothing; the arguments are the code, the message and the help."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        """Keep what is to be told."""
        super().__init__(code, message, advice)
        self.code, self.message, self.advice = code, message, advice


def number(text: str) -> Fraction:
    """The exact number of a text such as `1,000` or `3.5`.

    Raises:
        Unreadable: It has more than one point, or more digits than a number may have.
    """
    digits = text.replace(",", "")
    whole, _, decimals = digits.partition(".")
    if "." in decimals:
        raise Unreadable("S301", f"`{text}` has more than one point, so it is no number", "section numbers follow a unit word: `section 3.4.1`")
    if len(whole) + len(decimals) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        raise Unreadable("X107", f"`{text[:60]}` has more digits than a number may have", "at most 34 digits, 12 of them after the point")
    if not decimals:
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def money(text: str) -> Money:
    """The amount of a text such as `$1,800.50` or `NOK 300`."""
    if text[0] in _SIGNS:
        return Money(number(text[1:]), _SIGNS[text[0]])
    return Money(number(text[4:]), text[:3])


def percent(text: str) -> Fraction:
    """The number of a text such as `7.5%`: 0.075."""
    return number(text[:-1]) / 100


def day(text: str) -> date:
    """The day of a text such as `2031-05-01`.

    Raises:
        Unreadable: There is no such day, or it lies outside the years that contracts may speak of.
    """
    try:
        found = date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    except ValueError:
        raise Unreadable("S303", f"there is no day `{text}`", "days are written year-month-day: `2031-05-01`") from None
    if not _FIRST_DAY <= found <= _LAST_DAY:
        raise Unreadable("X303", f"`{text}` lies outside the years 1900 to 2999")
    return found


def duration(text: str) -> Duration:
    """The length of a text such as `5 business days`."""
    count, unit = text.split(" ", 1)
    return Duration(number(count), unit.removesuffix("s"))


def period(text: str) -> Period:
    """The period of a text such as `2031-05`, `2031-Q2` or `2031`.

    Raises:
        Unreadable: There is no such month.
    """
    try:
        return Period.parse(text)
    except ValueError:
        raise Unreadable("S303", f"there is no period `{text}`", "months are written `2031-05`, quarters `2031-Q2`") from None


def month_day(text: str) -> MonthDay:
    """The day of a year in a text such as `June 30`.

    Raises:
        Unreadable: The month has no such day.
    """
    month, number_ = text.split(" ")
    try:
        date(2000, _MONTHS.index(month) + 1, int(number_))
    except ValueError:
        raise Unreadable("S303", f"there is no day `{text}`") from None
    return MonthDay(_MONTHS.index(month) + 1, int(number_))


def string(text: str) -> str:
    """The words between quotes, doubled quotes made one."""
    return text[1:-1].replace('""', '"')
