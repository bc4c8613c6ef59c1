"""When, and how long: days reckoned from other days, the instants of what befell a rule, parts of periods.

No day is worked out here: a shift by business days waits for the calendar of the contract.
"""

from __future__ import annotations

from dealwright import expression as e
from dealwright.expression.named import Address
from dealwright.expression.position import position
from dealwright.node import node
from dealwright.source import Span


@node
class Rolled:
    """A day moved off a day that is no business day: `rolled forward`."""

    of: e.Expression
    way: str
    span: Span = position()


@node
class Shift:
    """A day so long after or before another: `5 business days after X`."""

    by: e.Expression
    way: str
    anchor: e.Expression
    span: Span = position()


@node
class InstantOf:
    """The instant of what befell a rule: its breach, performance, exercise, satisfaction, waiver, effectiveness."""

    word: str
    of: e.Expression
    span: Span = position()


@node
class Termination:
    """The instant at which the agreement terminated, under an address if one is stated."""

    under: Address | None = None
    span: Span = position()


@node
class DueDate:
    """The day on which a duty falls due."""

    of: e.Expression
    span: Span = position()


@node
class PartOf:
    """The start or end of a period, the year or the date of an instant, or the month and the like in which it lies."""

    word: str
    of: e.Expression
    span: Span = position()


@node
class DayIn:
    """A day within a period: `day 5 of the month`, `last business day of the quarter`."""

    word: str
    number: int
    of: e.Expression
    span: Span = position()


@node
class Distance:
    """How many whole days, business days, months or years lie from one day to another."""

    unit: str
    start: e.Expression
    end: e.Expression
    span: Span = position()


@node
class DayCount:
    """The part of a year between two days by a convention: `actual/365`."""

    convention: str
    start: e.Expression
    end: e.Expression
    span: Span = position()


@node
class TotalWithin:
    """How many days of some periods fall within a span."""

    unit: str
    of: e.Expression
    within: e.Expression
    span: Span = position()


@node
class FromTo:
    """A period between two days."""

    start: e.Expression
    end: e.Expression
    span: Span = position()


@node
class SpanOf:
    """A period of a given length that ends or starts on a day."""

    length: e.Expression
    way: str
    anchor: e.Expression
    span: Span = position()
