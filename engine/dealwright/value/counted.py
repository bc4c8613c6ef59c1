"""What is counted in a unit adds up with its own kind only.

Money in a currency, a duration in days, a quantity in tonnes: each is a number of some unit. Two of one unit are
added, compared and divided by each other; one is multiplied and divided by a number. This is written once, here, for
all of them; each says how its own units go together.
"""

from abc import ABC, abstractmethod
from fractions import Fraction
from typing import Self, overload

from dealwright.value.figures import exact
from dealwright.value.problems import DivisionByZero


class Counted(ABC):
    """The arithmetic that money, durations and quantities share."""

    __slots__ = ()

    @property
    @abstractmethod
    def size(self) -> Fraction:
        """How many of the unit it is."""

    @abstractmethod
    def resized(self, size: Fraction) -> Self:
        """Another number of the same unit."""

    @abstractmethod
    def matched(self, other: Self) -> tuple[Self, Self]:
        """This and another in one unit.

        Raises:
            NoValue: Their units do not go together.
        """

    @abstractmethod
    def text(self) -> str:
        """The value for people."""

    def __add__(self, other: Self) -> Self:
        one, two = self._alike(other)
        return one.resized(one.size + two.size)

    def __sub__(self, other: Self) -> Self:
        one, two = self._alike(other)
        return one.resized(one.size - two.size)

    def __neg__(self) -> Self:
        return self.resized(-self.size)

    def __mul__(self, number: Fraction | int) -> Self:
        return self.resized(self.size * exact(number))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: Fraction | int) -> Self: ...
    @overload
    def __truediv__(self, other: Self) -> Fraction: ...
    def __truediv__(self, other: Fraction | int | Self) -> Self | Fraction:
        if isinstance(other, Counted):
            one, two = self._alike(other)
            return one.size / self._divisor(two.size)
        return self.resized(self.size / self._divisor(exact(other)))

    def __lt__(self, other: Self) -> bool:
        one, two = self._alike(other)
        return one.size < two.size

    def __le__(self, other: Self) -> bool:
        one, two = self._alike(other)
        return one.size <= two.size

    def __gt__(self, other: Self) -> bool:
        return not self <= other

    def __ge__(self, other: Self) -> bool:
        return not self < other

    def _alike(self, other: Self) -> tuple[Self, Self]:
        """This and another in one unit.

        Raises:
            TypeError: The other is nothing of this sort.
        """
        given: object = other  # whatever its type says: at a prompt nobody checks
        if not isinstance(given, type(self)):
            message = f"{given!r} is no {type(self).__name__}, and {self.text()} is"
            raise TypeError(message)
        return self.matched(other)

    def _divisor(self, number: Fraction) -> Fraction:
        if not number:
            message = f"`{self.text()}` is divided by zero"
            raise DivisionByZero(message, self)
        return number
