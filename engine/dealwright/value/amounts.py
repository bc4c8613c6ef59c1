"""Money, and other things that a contract counts in a unit of its own.

An amount is an exact number of a currency, or of a unit that the contract names, such as tonnes. It may be a part of
the smallest coin until the text rounds it. Euros and dollars, or tonnes and sacks, never meet: no rate between them
stands in the text.
"""

from fractions import Fraction
from typing import Self

from attrs import field

from dealwright.arguments import of_kind
from dealwright.node import node
from dealwright.value.counted import Counted
from dealwright.value.currencies import MINOR_UNITS
from dealwright.value.figures import exact, plain, written
from dealwright.value.problems import MixedCurrencies, MixedUnits


@node
class Money(Counted):
    """An amount of money, of either sign.

    Attributes:
        amount: How much, exactly.
        currency: The three letters of ISO 4217.
    """

    amount: Fraction = field(converter=exact)
    currency: str

    def __attrs_post_init__(self) -> None:
        """See that the currency is one in words.

        Raises:
            TypeError: It is not.
        """
        if type(self.currency) is not str:
            of_kind("currency", self.currency, str, 'its ISO 4217 code, such as `"EUR"`')

    @property
    def size(self) -> Fraction:
        """The amount."""
        return self.amount

    def resized(self, size: Fraction) -> Self:
        """Another amount of the same currency."""
        return type(self)(size, self.currency)

    def matched(self, other: Self) -> tuple[Self, Self]:
        """Both amounts, which are of one currency.

        Raises:
            MixedCurrencies: They are not.
        """
        if other.currency != self.currency:
            message = f"`{self.text()}` and `{other.text()}` are in different currencies"
            raise MixedCurrencies(message, self, other)
        return self, other

    def text(self) -> str:
        """The amount for people: `898,765.44 USD`; what never ends is rounded, with the exact amount after it."""
        coins = MINOR_UNITS.get(self.currency, 2)
        number, exactly, rest = written(self.amount, coins, coins).partition(" (")
        return f"{number} {self.currency}{exactly}{rest}"

    def decimal(self) -> str:
        """The amount for machines, without the currency: `898765.44`, and `100/3` where it never ends."""
        return plain(self.amount, MINOR_UNITS.get(self.currency, 0))


@node
class Quantity(Counted):
    """A number of a unit that the contract names.

    Attributes:
        amount: How much, exactly.
        unit: The unit as the contract names it: `Tonnes`.
    """

    amount: Fraction = field(converter=exact)
    unit: str

    @property
    def size(self) -> Fraction:
        """The amount."""
        return self.amount

    def resized(self, size: Fraction) -> Self:
        """Another amount of the same unit."""
        return type(self)(size, self.unit)

    def matched(self, other: Self) -> tuple[Self, Self]:
        """Both amounts, which are of one unit.

        Raises:
            MixedUnits: They are not.
        """
        if other.unit != self.unit:
            message = f"`{self.text()}` and `{other.text()}` are in different units"
            raise MixedUnits(message, self, other)
        return self, other

    def text(self) -> str:
        """The quantity for people: `40 Tonnes`."""
        return f"{written(self.amount)} {self.unit}"
