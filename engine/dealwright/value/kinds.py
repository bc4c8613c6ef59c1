"""What kind of thing a value is, as far as that can be told before any fact is read.

Kinds keep apart what no sum can bring together: money and days, euros and dollars, tonnes and sacks. A percentage is a
number that was written with `%`, and a yes/no has answers rather than a value. A record and a list say what they are
made of.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Literal, assert_never

from dealwright.node import node
from dealwright.value.amounts import Money, Quantity
from dealwright.value.durations import Duration
from dealwright.value.moment import Instant, Never
from dealwright.value.periods import MonthDay, Period
from dealwright.value.uncertain import Choice, Exact, Party

KindName = Literal[
    "money",
    "number",
    "percent",
    "date",
    "instant",
    "period",
    "duration",
    "text",
    "party",
    "parties",
    "yes/no",
    "choice",
    "quantity",
    "day of a year",
    "list",
    "record",
]
"""The kinds, as a contract names them."""


@node
class Kind:
    """A kind of value.

    Attributes:
        name: Its name.
        detail: What narrows it, if anything is known of that: the currency of money, the unit of a quantity, the names
            of the choices, the name of the record, the kind of the items of a list.
    """

    name: KindName
    detail: tuple[str, ...] = ()

    def text(self) -> str:
        """The kind for people: `money in EUR`, `list of date`, `Gas / Heat Pump`."""
        match self.name:
            case "money" | "quantity" if self.detail:
                return f"{self.name} in {self.detail[0]}"
            case "list" if self.detail:
                return f"list of {self.detail[0]}"
            case "choice" | "record" if self.detail:
                return " / ".join(self.detail)
            case _:
                return self.name


MONEY: Final = Kind("money")
NUMBER: Final = Kind("number")
PERCENT: Final = Kind("percent")
DATE: Final = Kind("date")
INSTANT: Final = Kind("instant")
PERIOD: Final = Kind("period")
DURATION: Final = Kind("duration")
TEXT: Final = Kind("text")
PARTY: Final = Kind("party")
PARTIES: Final = Kind("parties")
YES_NO: Final = Kind("yes/no")
DAY_OF_YEAR: Final = Kind("day of a year")


def kind_of(value: Exact) -> Kind:
    """The kind of a value that is known; of a list, that of its first item is its detail."""
    match value:
        case bool():
            return YES_NO
        case Fraction():
            return NUMBER
        case Money(currency=currency):
            return Kind("money", (currency,))
        case Quantity(unit=unit):
            return Kind("quantity", (unit,))
        case Duration():
            return DURATION
        case date():
            return DATE
        case Instant() | Never():
            return INSTANT
        case Period():
            return PERIOD
        case MonthDay():
            return DAY_OF_YEAR
        case Choice(name):
            return Kind("choice", (name,))
        case Party():
            return PARTY
        case str():
            return TEXT
        case tuple():
            return Kind("list")
        case _:
            assert_never(value)
