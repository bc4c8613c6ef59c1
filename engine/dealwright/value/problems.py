"""Why a calculation has no result.

Most of these are found before any fact is read, when the kinds of a text are checked. What depends on the facts (a
divisor that turns out to be zero, a month without the day asked for) shows only when a value is worked out. Each says
in one sentence what could not be done and to what, and keeps those things, so that whoever knows the place in the text
can report it there.
"""


class NoValue(ValueError):
    """A calculation has no result; the classes below say why.

    Attributes:
        operands: What it was to be worked out from.
    """

    def __init__(self, message: str, *operands: object) -> None:
        """Keep the sentence and what it is about."""
        super().__init__(message)
        self.operands = operands


class MixedCurrencies(NoValue):
    """Amounts of two currencies met, and there is no rate between them."""


class MixedUnits(NoValue):
    """Durations or quantities of two units met, and there is no rate between them."""


class MixedKinds(NoValue):
    """Two things met that cannot meet in this calculation or comparison."""


class DivisionByZero(NoValue):
    """Something was to be divided by zero."""


class TooLarge(NoValue):
    """A number has more digits than anybody could use."""


class NoExactPower(NoValue):
    """A power with an exponent that is no whole number: the result is no fraction."""


class NoSmallestCoin(NoValue):
    """Something was to be rounded to cents that is no money, or money of a currency without any."""


class NoExactDay(NoValue):
    """A month has no such day, and nothing says which day is meant instead."""


class OutOfDates(NoValue):
    """A day lies outside the years 1900 to 2999."""


class InexactLength(NoValue):
    """A length is no whole number of days, so that no day lies at its end."""


class NoCalendar(NoValue):
    """Business days were to be counted, and no calendar says which days these are."""
