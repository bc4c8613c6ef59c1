"""Values as they are written in a rule: `$1,800.50`, `7.5%`, `2031-05-01`, `5 business days`, `"quoted words"`.

There is one way to write each, so that two texts which say the same look the same.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from dealwright.expression import Literal
from dealwright.value import Duration, Money, MonthDay, Period
from dealwright.value.currencies import MINOR_UNITS

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_HUNDRED = 100
_YEAR_DIGITS = 4


def quoted(words: str) -> str:
    """Words between quotation marks; a quotation mark inside is doubled."""
    return '"' + words.replace('"', '""') + '"'


def number(value: Fraction, *, thousands: bool = True) -> str:
    """A number, with commas between thousands unless they are not wanted.

    Raises:
        ValueError: Its decimals never end, or it is below zero: a rule writes such a number as a calculation.
    """
    if value < 0:
        message = f"`{value}` is below zero, which no number as written is"
        raise ValueError(message)
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
        if decimals > value.denominator.bit_length():
            message = f"the decimals of `{value}` never end"
            raise ValueError(message)
    digits = str(int(value * 10**decimals)).rjust(decimals + 1, "0")
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    shown = f"{int(whole):,}" if thousands else whole
    return f"{shown}.{rest}" if rest else shown


def _figures(amount: Fraction, currency: str) -> str:
    """The figures of an amount: with all of its cents, or with none if it is whole."""
    figures = number(amount)
    _, point, decimals = figures.partition(".")
    return figures + "0" * (MINOR_UNITS.get(currency, 0) - len(decimals)) if point else figures


def plain_number(value: Fraction) -> str:
    """A number in a calculation: commas only from five figures on, as in `2400` and `12,000`."""
    return number(value, thousands=value >= 10**_YEAR_DIGITS)


def argument_number(value: Fraction) -> str:
    """A number after `for`, where four figures alone would be a year."""
    return number(value)


def literal(node: Literal) -> str:
    """A value written out."""
    match node.value:
        case bool(value):
            return "yes" if value else "no"
        case Money(amount, currency):
            return f"{_SIGNS.get(currency, f'{currency} ')}{_figures(amount, currency)}"
        case Fraction() as value if node.kind == "percent":
            return f"{number(value * _HUNDRED)}%"
        case Fraction() as value:
            return plain_number(value)
        case date() as day:
            return day.isoformat()
        case Duration(count, unit):
            return f"{number(count, thousands=False)} {unit}{'' if count == 1 else 's'}"
        case Period() | MonthDay() as value:
            return value.text()
        case str(value):
            return value
        case _:
            assert_never(node.value)
