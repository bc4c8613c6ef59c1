"""From recognised phrases to amounts and days: arithmetic, rounding, reckoned days, parts of periods."""

from __future__ import annotations

from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.read import literals
from dealwright.read.building import words
from dealwright.read.named import Named


class Amounts(Named):
    """The callbacks for amounts and days."""

    def extreme(self, c: list[Any]) -> e.Extreme:
        """`the later of A and B`."""
        word = {"latest": "later", "earliest": "earlier", "greatest": "greater", "least": "lesser"}.get(
            str(c[0][0]), str(c[0][0])
        )
        return e.Extreme(word, c[1], span=self.between(c[0][0], c[1][-1]))

    def extreme_items(self, c: list[Any]) -> tuple[Any, ...]:
        """What an extreme is taken of."""
        return tuple(c)

    def rounded(self, c: list[Any]) -> e.Rounded:
        """`X rounded half up to cents`."""
        how: m.Rounding = c[1]
        return e.Rounded(c[0], how.mode, how.to, how.step, span=self.between(c[0], how))

    def round_mode(self, c: list[Any]) -> m.Rounding:
        """How, and to what."""
        to, step = c[1]
        return m.Rounding(words(c[0]), to, step, span=self.between(c[0][0], step or c[0][-1]))

    def to_cents(self, c: list[Any]) -> tuple[str, None]:  # noqa: ARG002
        """To the smallest unit of the currency."""
        return ("cents", None)

    def to_whole(self, c: list[Any]) -> tuple[str, None]:  # noqa: ARG002
        """To whole numbers."""
        return ("whole numbers", None)

    def to_places(self, c: list[Any]) -> tuple[str, Any]:
        """To so many places."""
        return ("places", self.literal(c))

    def to_money(self, c: list[Any]) -> tuple[str, Any]:
        """To steps of an amount."""
        return ("step", self.literal(c))

    def rolled(self, c: list[Any]) -> e.Rolled:
        """`X rolled forward`."""
        return e.Rolled(c[0], words(c[1]), span=c[0].span)

    def floor(self, c: list[Any]) -> e.Extreme:
        """`X but at least Y`: the greater of the two."""
        return e.Extreme("greater", (c[0], c[1]), span=self.between(c[0], c[1]))

    def cap(self, c: list[Any]) -> e.Extreme:
        """`X but at most Y`: the lesser of the two."""
        return e.Extreme("lesser", (c[0], c[1]), span=self.between(c[0], c[1]))

    def shift(self, c: list[Any]) -> e.Shift:
        """`5 business days after X`."""
        return e.Shift(c[0], words(c[1]), c[2], span=self.between(c[0], c[2]))

    def binary(self, operator: str, c: list[Any]) -> e.Arithmetic:
        """Two amounts joined."""
        return e.Arithmetic(operator, c[0], c[1], span=self.between(c[0], c[1]))

    def add(self, c: list[Any]) -> e.Arithmetic:
        """`A + B`."""
        return self.binary("+", c)

    def subtract(self, c: list[Any]) -> e.Arithmetic:
        """`A - B`."""
        return self.binary("-", c)

    def multiply(self, c: list[Any]) -> e.Arithmetic:
        """`A * B`."""
        return self.binary("*", c)

    def divide(self, c: list[Any]) -> e.Arithmetic:
        """`A / B`."""
        return self.binary("/", c)

    def power(self, c: list[Any]) -> e.Arithmetic:
        """`A ^ B`."""
        return self.binary("^", c)

    def negative(self, c: list[Any]) -> e.Negative:
        """`-A`."""
        return e.Negative(c[0], span=c[0].span)

    def share(self, c: list[Any]) -> e.Arithmetic:
        """`10% of X`: the two multiplied."""
        return self.binary("*", [self.literal(c[:1]), c[1]])

    def list_of(self, c: list[Any]) -> e.ListOf:
        """`(A, B, C)`."""
        return e.ListOf(tuple(c), span=self.between(c[0], c[-1]))

    def from_to(self, c: list[Any]) -> e.FromTo:
        """`from A to B`."""
        return e.FromTo(c[0], c[1], span=self.between(c[0], c[1]))

    def span_of(self, c: list[Any]) -> e.SpanOf:
        """`the 2 years ending on X`."""
        return e.SpanOf(self.literal(c[:1]), words(c[1]), c[2], span=self.between(c[0], c[2]))

    def amount_of(self, c: list[Any]) -> e.AmountOf:
        """`Rent paid`, `Rent outstanding`."""
        return e.AmountOf(words(c[1]), c[0], span=self.between(c[0], c[1][-1]))

    def paid_through(self, c: list[Any]) -> e.AmountOf:
        """`Rent paid through 2031-05-01`."""
        return e.AmountOf("paid", c[0], c[1], span=self.between(c[0], c[1]))

    def received_by(self, c: list[Any]) -> e.ReceivedBy:
        """`Rent received by Landlord`, `Rent received by Landlord through 2031-05-01`."""
        return e.ReceivedBy(c[0], str(c[1]), c[2], span=self.between(c[0], c[2] or c[1]))

    def instant_of(self, c: list[Any]) -> e.InstantOf:
        """`breach of Rent`."""
        return e.InstantOf(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    def termination(self, c: list[Any]) -> e.Termination:
        """`termination`, `termination under article 8`."""
        return e.Termination(c[1], span=self.between(c[0][0], c[1] or c[0][0]))

    def part_of(self, c: list[Any]) -> e.PartOf:
        """`start of X`, `year of X`."""
        return e.PartOf(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    def period_of(self, c: list[Any]) -> e.PartOf:
        """`the month of X`."""
        return e.PartOf(f"the {words(c[0])}", c[1], span=self.between(c[0][0], c[1]))

    def due_date(self, c: list[Any]) -> e.DueDate:
        """`due date of X`."""
        return e.DueDate(c[0], span=c[0].span)

    def nth_day(self, c: list[Any]) -> e.DayIn:
        """`day 5 of the month`."""
        return e.DayIn("day", int(self.value_of(c[0], literals.whole_number)), c[1], span=self.between(c[0], c[1]))

    def last_business_day(self, c: list[Any]) -> e.DayIn:
        """`last business day of the quarter`."""
        return e.DayIn("last business day", 0, c[0], span=c[0].span)

    def first_business_day(self, c: list[Any]) -> e.DayIn:
        """`first business day of the quarter`."""
        return e.DayIn("first business day", 0, c[0], span=c[0].span)

    def last_day(self, c: list[Any]) -> e.DayIn:
        """`last day of the month`."""
        return e.DayIn("last day", 0, c[0], span=c[0].span)

    def distance(self, c: list[Any]) -> e.Distance:
        """`whole years from A to B`."""
        return e.Distance(words(c[0]), c[1], c[2], span=self.between(next(filter(None, c[0])), c[2]))

    def day_count(self, c: list[Any]) -> e.DayCount:
        """`actual/365 from A to B`."""
        return e.DayCount(str(c[0]), c[1], c[2], span=self.between(c[0], c[2]))

    def total_within(self, c: list[Any]) -> e.TotalWithin:
        """`total days of X within Y`."""
        return e.TotalWithin(words(c[0]), c[1], c[2], span=self.between(c[1], c[2]))

    def total_received(self, c: list[Any]) -> e.Total:
        """`total received by P`."""
        return e.Total("received", str(c[0]), span=self.since("total", c[0], c[0]))

    def total_paid(self, c: list[Any]) -> e.Total:
        """`total paid by P`."""
        return e.Total("paid", str(c[0]), span=self.since("total", c[0], c[0]))
