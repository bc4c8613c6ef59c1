"""A length of time is counted in the unit in which it was agreed.

Thirty days are not a month, and five business days are as many days as the calendar makes them. Only units that are
always the same multiple of each other go together: minutes with hours, days with weeks, months with quarters and
years. A day is not 24 hours either: on two days of the year it has one more or one fewer.
"""

from fractions import Fraction
from typing import Final, Literal, Self

from attrs import field

from dealwright.node import node
from dealwright.value.counted import Counted
from dealwright.value.figures import exact, written
from dealwright.value.problems import MixedUnits

Unit = Literal["minute", "hour", "day", "business day", "week", "month", "quarter", "year"]
"""The units of time, each in the singular."""

_BASE: Final[dict[str, tuple[str, int]]] = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "week": ("day", 7),
    "business day": ("business day", 1),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}

UNITS: Final = tuple(_BASE)
"""All of them."""


@node
class Duration(Counted):
    """A length of time.

    Two durations are equal if they are written alike; `compare` knows that a week is 7 days.

    Attributes:
        count: How many of the unit.
        unit: The unit, in the singular.
    """

    count: Fraction = field(converter=exact)
    unit: str = field()

    @unit.validator
    def _is_unit(self, _: object, unit: str) -> None:
        if unit not in _BASE:
            message = f"`{unit}` is no unit of time"
            raise ValueError(message)

    @property
    def size(self) -> Fraction:
        """The count."""
        return self.count

    @property
    def base(self) -> str:
        """The smallest unit that goes with its own: `day` for weeks."""
        return _BASE[self.unit][0]

    @property
    def in_base(self) -> Fraction:
        """The count in that smallest unit."""
        return self.count * _BASE[self.unit][1]

    def resized(self, size: Fraction) -> Self:
        """Another count of the same unit."""
        return type(self)(size, self.unit)

    def matched(self, other: Self) -> tuple[Self, Self]:
        """Both in one unit: their own if it is the same, else the smallest that goes with both.

        Raises:
            MixedUnits: No unit goes with both.
        """
        if other.unit == self.unit:
            return self, other
        if other.base != self.base:
            message = f"`{self.text()}` and `{other.text()}` have no unit in common"
            raise MixedUnits(message, self, other)
        return type(self)(self.in_base, self.base), type(self)(other.in_base, self.base)

    def text(self) -> str:
        """The length for people: `5 business days`."""
        return f"{written(self.count)} {self.unit}{'' if self.count == 1 else 's'}"
