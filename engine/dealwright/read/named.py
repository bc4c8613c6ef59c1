"""From recognised phrases to what is named or written out: values, names, citations, addresses.

The names of the callbacks are the names of the grammar's rules and aliases. Each gets its parts, already built, in the
order written, and gives the node that stands for the whole.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright.read import literals
from dealwright.read.building import Base, address_within, named_after, split_number, words
from dealwright.read.words import Token
from dealwright.value import Money, Period

_LITERALS: dict[str, tuple[str, Any]] = {
    "MONEY": ("money", literals.money),
    "PERCENT": ("percent", literals.percent),
    "NUMBER": ("number", literals.number),
    "DATE": ("date", literals.day),
    "DURATION": ("duration", literals.duration),
    "PERIOD": ("period", literals.period),
    "MONTH_DAY": ("month day", literals.month_day),
    "QUANTITY": ("quantity", literals.quantity),
    "DATETIME": ("clock time", literals.clock_time),
}
_HARMLESS = {
    "MONEY": Money(Fraction(0), "USD"),
    "DATE": literals.day("2000-01-01"),
    "PERIOD": literals.period("2000-01"),
    "DATETIME": literals.day("2000-01-01"),
    "MONTH_DAY": literals.month_day("January 1"),
}


class Named(Base):
    """The callbacks for what is named or written out."""

    # ------------------------------------------------------------ literals and names

    def literal(self, c: list[Any]) -> e.Expression:
        """A value written out, or a quoted question."""
        token: Token = c[0]
        kind = token.type
        span = self.at(token)
        if kind == "STRING":
            return e.Question(literals.string(token), span=span)
        if kind == "YES":
            return e.Literal("yes/no", True, span=span)  # noqa: FBT003
        if kind == "NO":
            return e.Literal("yes/no", False, span=span)  # noqa: FBT003
        name, value_of = _LITERALS[kind]
        return e.Literal(name, self.value_of(token, value_of), span=span)

    def value_of(self, token: Token, read: Any) -> Any:
        """The value of a literal; what stands for nothing is reported and something harmless takes its place."""
        try:
            return read(str(token), self.limits)
        except literals.Unreadable as trouble:
            self.report(trouble.code, trouble.message, self.at(token), trouble.advice)
            return _HARMLESS.get(token.type, Fraction(0))

    def ref(self, c: list[Any]) -> e.Ref:
        """A name, its limbs, and what follows `for`."""
        argument = c[-1]
        last = c[-2] if argument is None else argument
        return e.Ref(str(c[0]), tuple(map(str, c[1:-1])), argument, span=self.between(c[0], last))

    def ref_at(self, c: list[Any]) -> e.Ref:
        """A name at an address."""
        return e.Ref(str(c[0]), tuple(map(str, c[1:-1])), None, c[-1], span=self.between(c[0], c[-1]))

    def literal_argument(self, c: list[Any]) -> e.Expression:
        """A period or a number after `for`; four digits are a year, a date is a day."""
        token: Token = c[0]
        if token.type == "DATE":
            day = self.value_of(token, literals.day)
            return e.Literal("period", Period.containing("day", day), span=self.at(token))
        if token.type == "NUMBER" and len(token) == 4 and token.isdigit():  # noqa: PLR2004
            return e.Literal("period", self.value_of(token, literals.period), span=self.at(token))
        return self.literal(c)

    def named_argument(self, c: list[Any]) -> e.Expression:
        """A name after `for`, with the label of an instance if there is one."""
        if c[1] is None:
            return e.Ref(str(c[0]), span=self.at(c[0]))
        return e.AttributeOf(literals.string(c[1]), e.Ref(str(c[0]), span=self.at(c[0])), span=self.between(c[0], c[1]))

    def current(self, c: list[Any]) -> e.Current:
        """`the month`, `the previous year`."""
        return e.Current(words(c[1]), words(c[0] or []), span=self.around([*(c[0] or []), *c[1]]))

    def the_one(self, c: list[Any]) -> e.TheOne:
        """`the Inspection`."""
        return e.TheOne(str(c[0]), span=self.at(c[0]))

    def this(self, c: list[Any]) -> e.This:
        """`this`."""
        return e.This(span=self.around(c))

    def today(self, c: list[Any]) -> e.Today:
        """`today`."""
        return e.Today(span=self.around(c))

    def this_agreement(self, c: list[Any]) -> e.ThisAgreement:
        """`this agreement`."""
        return e.ThisAgreement(span=self.around(c))

    def attribute_of(self, c: list[Any]) -> e.AttributeOf:
        """An attribute of an occurrence."""
        if c[2] is not None:
            self.report("S209", "an attribute with `for` is not supported yet", self.between(c[0], c[2]))
        return e.AttributeOf(str(c[0]), c[1], span=self.between(c[0], c[1]))

    def cited(self, c: list[Any]) -> e.Cited:
        """`the duty of section 3.4`."""
        return e.Cited(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    # ------------------------------------------------------------ addresses

    def number(self, c: list[Any]) -> Token:
        """A provision's number, put together as one token."""
        whole = "".join(map(str, c))
        return Token("NUMBER", whole, start_pos=c[0].start_pos, end_pos=c[-1].end_pos)

    def address(self, c: list[Any]) -> e.Address:
        """A unit and its number, with what follows `of`."""
        unit, number, place = c
        span = self.between(unit[0], place or number)
        lettered, place = named_after(str(number), place)
        return address_within(split_number(words(unit), lettered), place, span)

    def position_address(self, c: list[Any]) -> e.Address:
        """`last sentence of section 3.4`."""
        position, unit, place = c
        return address_within(((words(unit), words(position)),), place, self.between(position[0], place or unit[-1]))

    def bare_address(self, c: list[Any]) -> e.Address:
        """`preamble`, `signatures of First Amendment`."""
        unit, place = c
        return address_within(((words(unit), ""),), place, self.between(unit[0], place or unit[-1]))

    def table_address(self, c: list[Any]) -> e.Address:
        """`table Rebates`."""
        return e.Address(term=str(c[0]), table=True, span=self.at(c[0]))

    def definition_address(self, c: list[Any]) -> e.Address:
        """`definition of Rent`."""
        return e.Address(term=str(c[0]), span=self.at(c[0]))

    def row_address(self, c: list[Any]) -> e.Address:
        """`row €600,000 of table Rebates`."""
        return e.Address(term=str(c[1]), row=words(c[0]), span=self.between(c[0][0], c[1]))

    def contents_address(self, c: list[Any]) -> e.Address:
        """`everything in article 3`."""
        inner: e.Address = c[0]
        return evolve(inner, contents=True)

    def addresses(self, c: list[Any]) -> tuple[Any, ...]:
        """Several addresses."""
        return tuple(address for address in c if address is not None)

    def address_list(self, c: list[Any]) -> tuple[e.Address, ...]:
        """`sections 8.1, 8.2 and 8.4`."""
        unit, *optional, place = c
        word = words(unit).removesuffix("s")
        numbers = [number for number in optional if number is not None]
        last, place = named_after(str(numbers[-1]), place)
        written = [*map(str, numbers[:-1]), last]
        return tuple(
            address_within(split_number(word, one), place, self.at(number))
            for number, one in zip(numbers, written, strict=True)
        )

    def address_range(self, c: list[Any]) -> tuple[e.AddressRange, ...]:
        """`clauses (a) to (e) of section 7`."""
        unit, first, last, place = c
        span = self.between(unit[0], place or last)
        final, place = named_after(str(last), place)
        within = address_within((), place, span)
        return (e.AddressRange(words(unit).removesuffix("s"), str(first), final, within, span=span),)

    def every_one(self, c: list[Any]) -> tuple[e.AddressGroup, ...]:
        """`every clause of section 7`."""
        unit, place = c
        span = self.between(unit[0], place or unit[-1])
        return (e.AddressGroup(words(unit), "every", 0, address_within((), place, span), span=span),)

    def some_at_an_end(self, c: list[Any]) -> tuple[e.AddressGroup, ...]:
        """`last 2 paragraphs of section 5`."""
        which, count, unit, place = c
        span = self.between(which[0], place or unit[-1])
        number = int(self.value_of(count, literals.whole_number))
        within = address_within((), place, span)
        return (e.AddressGroup(words(unit).removesuffix("s"), words(which), number, within, span=span),)

    def all_but_some(self, c: list[Any]) -> tuple[e.AddressGroup, ...]:
        """`all but last 2 paragraphs of section 5`."""
        (group,) = self.some_at_an_end(c)
        return (evolve(group, which=f"all but {group.which}"),)
