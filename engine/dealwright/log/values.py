"""Values in the words of the language, as a log states them: `350`, `true`, `2031-05-01`, `"€350"`, `"Heat Pump"`.

Nothing is converted. A number is a number, a yes is `true`, a day is a day; what has no form of its own in TOML or JSON
is a text that holds the words of a scenario: `"€350"`, `"7.5%"`, `"5 business days"`. A text that holds a bare number
is refused: either the quotation marks are wrong or the number is. Money may be a table of `amount` and `currency`, and
plain words are `{ text = "..." }`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Final

from dealwright.diagnostic import echo
from dealwright.expression import Literal
from dealwright.limits import DEFAULT
from dealwright.node import node
from dealwright.value import Choice, Duration, Money, MonthDay, Party, Period, Quantity, is_currency, minor_units
from dealwright.value.figures import decimals_of
from dealwright.write.literals import literal, quoted

_FIGURES: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_BARE_NUMBER: Final = re.compile(r"\s*[-+]?[0-9][0-9,._]*(?:[eE][-+]?[0-9]+)?\s*", re.ASCII)
_MOST_BITS: Final = 1024
_AS_WRITTEN: Final = _MOST_BITS  # decimals: what somebody wrote is kept, and told if it is too fine
_WRITTEN_OUT: Final = "write it out: `100000` or `0.001`"
_YES_NO: Final = frozenset(("yes", "no", "true", "false"))


@node
class Odd:
    """A number in a form that the language does not have, as written: `1e5`, `NaN`."""

    written: str


class Unsayable(Exception):
    """A value that the language has no words for; the arguments are the code, the message and the help."""

    def __init__(self, message: str, advice: str = "", code: str = "L102") -> None:
        super().__init__(code, message, advice)
        self.code, self.message, self.advice = code, message, advice


def in_words(value: object) -> str:
    """A value in the words of the language.

    Args:
        value: What TOML or JSON gives, or a value of the engine.

    Raises:
        Unsayable: It is no value that a log may state.
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return _checked(value)
        case Money():
            return _money(value)
        case int() | Fraction() | Decimal():
            most = _AS_WRITTEN if isinstance(value, Decimal) else DEFAULT.decimals
            return _shared(value, most, lambda number: literal(Literal("number", number)))
        case Duration(count, unit):
            return _shared(count, 0, lambda number: literal(Literal("duration", Duration(number, unit))))
        case Quantity(amount, unit):
            return _shared(amount, DEFAULT.decimals, lambda number: f"{literal(Literal('number', number))} {unit}")
        case Period(unit="month" | "quarter"):
            return value.text()
        case Period(start, end):
            return f"from {start} to {end}"
        case MonthDay():
            return value.text()
        case Choice(name) | Party(name):
            return name
        case date():
            return day_in_words(value)
        case Mapping():
            return _table(value)
        case Odd(written):
            raise Unsayable(f"{echo(written)} is no number as the language writes them", _WRITTEN_OUT)
        case float():
            raise Unsayable(f"{echo(str(value))} is not exact", "give a `Decimal`, a `Fraction` or a whole number")
        case _:
            raise Unsayable(f"{what(value)} is no value that a log may state", "what nobody knows is marked `unknown`")


def day_in_words(value: object) -> str:
    """A day, or a day and a time on it.

    Raises:
        Unsayable: It is neither, or in a time zone of its own.
    """
    match value:
        case datetime(tzinfo=None):
            return value.isoformat(" ").removesuffix(":00")
        case datetime():
            raise Unsayable("this time is in a time zone of its own", "times are those of the agreement's time zone")
        case date():
            return value.isoformat()
        case str() if re.fullmatch(
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?", value, re.ASCII
        ):
            return value.replace("T", " ")
        case str():
            raise Unsayable(f"{echo(value)} is no day", "write year, month and day: `2031-05-01`")
        case _:
            raise Unsayable(f"{what(value)} is no day", "write year, month and day: `2031-05-01`")


def amount_in_words(value: object, currency: object) -> str:
    """An amount of money from its number and its currency.

    Raises:
        Unsayable: It is none.
    """
    if not isinstance(currency, str):
        raise Unsayable(f"a currency is three letters, and this is {what(currency)}")
    if not is_currency(currency):
        raise Unsayable(f"{echo(currency)} is no currency", "write the three letters of ISO 4217", "S304")
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        if isinstance(value, Odd):
            return in_words(value)
        raise Unsayable(f"an amount is a number, and this is {what(value)}", "write a number without quotation marks")
    return _shared(value, _AS_WRITTEN, lambda number: literal(Literal("money", Money(number, currency))))


def what(value: object) -> str:
    """What sort of thing a value is, for people."""
    match value:
        case bool():
            return "a yes or no"
        case int() | Decimal() | Odd() | Fraction() | float():
            return "a number"
        case str():
            return "a text"
        case datetime():
            return "a day with a time"
        case date():
            return "a day"
        case time():
            return "a time"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "a table"
        case None:
            return "nothing"
        case _:
            return "something else"


def _table(value: Mapping[object, object]) -> str:
    """What a table stands for: money, or plain words."""
    if set(value) == {"amount", "currency"}:
        amount = value["amount"]
        figures = isinstance(amount, str) and _FIGURES.fullmatch(amount)
        return amount_in_words(Decimal(str(amount)) if figures else amount, value["currency"])
    if set(value) == {"text"}:
        words = value["text"]
        if isinstance(words, str) and "\n" not in words:
            return quoted(words)
        raise Unsayable("plain words are one line of text")
    raise Unsayable("this table is no value", 'write `{ amount = 350, currency = "EUR" }` or `{ text = "..." }`')


def _checked(words: str) -> str:
    """A text that holds words of the language."""
    if not words.strip() or "\n" in words:
        raise Unsayable("a value is one line of words")
    if _BARE_NUMBER.fullmatch(words):
        raise Unsayable(f"{echo(words)} is a text that looks like a number", "write a number without quotation marks")
    if words.strip() in _YES_NO:
        raise Unsayable(f"{echo(words)} is a text", "write `true` or `false` without quotation marks")
    return words


def _money(value: Money) -> str:
    """An amount; one that is finer than the smallest coin as a calculation."""
    coins = minor_units(value.currency) if is_currency(value.currency) else 0
    return _shared(value.amount, coins, lambda number: literal(Literal("money", Money(number, value.currency))))


def _shared(number: int | Fraction | Decimal, most: int, say: Callable[[Fraction], str]) -> str:
    """So many of something; what has more decimals than are written as a calculation."""
    exact = _exact(number)
    sign = "-" if exact < 0 else ""
    if 0 <= decimals_of(exact) <= most:
        return sign + say(abs(exact))
    return f"{sign}{say(Fraction(abs(exact.numerator)))} / {in_words(exact.denominator)}"


def _exact(number: int | Fraction | Decimal) -> Fraction:
    """A number as it is."""
    if isinstance(number, Decimal):
        if not number.is_finite() or (number.is_signed() and not number):
            raise Unsayable(f"{echo(str(number))} is no number as the language writes it", _WRITTEN_OUT)
        if abs(number.adjusted()) > DEFAULT.exponent:
            raise Unsayable(f"{echo(str(number))} is too large or too small", code="X301")
    exact = Fraction(number)
    if max(exact.numerator.bit_length(), exact.denominator.bit_length()) > _MOST_BITS:
        raise Unsayable("this number has too many figures", code="X107")
    return exact
