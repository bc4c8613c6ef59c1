"""Money and other things that are counted in a unit.

An amount is an exact number of a currency, or of a unit that the contract names, such as tonnes. Amounts of one unit
are added, compared and divided by each other; an amount is multiplied and divided by numbers. Euros and dollars, or
tonnes and sacks, never meet: no rate stands in the text.
"""

from fractions import Fraction
from functools import total_ordering
from typing import Self

from attrs import evolve, field, frozen

from dealwright.value.currencies import MINOR_UNITS
from dealwright.value.numbers import decimals_of, exact, fixed, plain, written
from dealwright.value.problems import DivisionByZero, MixedCurrencies, MixedUnits


@total_ordering
@frozen
class Money:
    """An amount of money, of either sign.

    Attributes:
        amount: How much, exactly; it may be a part of the smallest coin until it is rounded.
        currency: The three letters of ISO 4217.
    """

    amount: Fraction = field(converter=exact)
    currency: str

    def _of(self, other: Self) -> Fraction:
        """The amount of another, which is in the same currency."""
        if other.currency != self.currency:
            message = f"{self.text()} and {other.text()} are of different currencies"
            raise MixedCurrencies(message, self, other)
        return other.amount

    def __add__(self, other: Self) -> Self:
        return evolve(self, amount=self.amount + self._of(other))

    def __sub__(self, other: Self) -> Self:
        return evolve(self, amount=self.amount - self._of(other))

    def __neg__(self) -> Self:
        return evolve(self, amount=-self.amount)

    def __mul__(self, number: Fraction | int) -> Self:
        return evolve(self, amount=self.amount * exact(number))

    __rmul__ = __mul__
