"""From recognised phrases to expressions: one callback for every form of the grammar's expressions.

The names of the callbacks are the names of the grammar's rules and aliases. Each gets its parts, already built, in the order
written, and gives the node that stands for the whole.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright.read import literals
from dealwright.read.building import Base, address_within, named_after, split_number, words
from dealwright.read.words import Token
from dealwright.value import Money

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


class Expressions(Base):
    """The callbacks for expressions."""

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
        """A period or a number after `for`; four digits are a year."""
        token: Token = c[0]
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

    def attribute_of_pick(self, c: list[Any]) -> e.AttributeOf:
        """An attribute of the first or last of a narrowed selection."""
        return e.AttributeOf(str(c[0]), self.pick(c[1:]), span=self.between(c[0], c[-1]))

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

    # ------------------------------------------------------------ truths

    def or_(self, c: list[Any]) -> e.Or:
        """`A or B`, in one row however many."""
        items = (*c[0].items, c[1]) if isinstance(c[0], e.Or) else (c[0], c[1])
        return e.Or(items, span=self.between(c[0], c[1]))

    def and_(self, c: list[Any]) -> e.And:
        """`A and B`, in one row however many."""
        items = (*c[0].items, c[1]) if isinstance(c[0], e.And) else (c[0], c[1])
        return e.And(items, span=self.between(c[0], c[1]))

    def not_(self, c: list[Any]) -> e.Not:
        """`not A`."""
        return e.Not(c[0], span=self.between(c[0], c[0]))

    def parenthesis(self, c: list[Any]) -> Any:
        """What stands in parentheses."""
        return c[0]

    def if_(self, c: list[Any]) -> e.If:
        """`if A then X else Y`."""
        return e.If(c[0], c[1], c[2], span=self.between(c[0], c[2]))

    def compare(self, c: list[Any]) -> e.Compare:
        """`A <= B`."""
        return e.Compare(str(c[1]), c[0], c[2], span=self.between(c[0], c[2]))

    def is_(self, c: list[Any]) -> e.Compare:
        """`A is B`."""
        return e.Compare("=", c[0], c[1], span=self.between(c[0], c[1]))

    def is_not(self, c: list[Any]) -> e.Compare:
        """`A is not B`."""
        return e.Compare("!=", c[0], c[1], span=self.between(c[0], c[1]))

    def one_of(self, c: list[Any]) -> e.OneOf:
        """`A is one of B, C`."""
        return e.OneOf(c[0], tuple(c[1:]), span=self.between(c[0], c[-1]))

    def not_one_of(self, c: list[Any]) -> e.Not:
        """`A is not one of B, C`."""
        inner = self.one_of(c)
        return e.Not(inner, span=inner.span)

    def between_(self, c: list[Any]) -> e.And:
        """`A is between B and C`, both included."""
        span = self.around(c)
        return e.And((e.Compare(">=", c[0], c[1], span=span), e.Compare("<=", c[0], c[2], span=span)), span=span)

    def is_when(self, c: list[Any]) -> e.Expression:
        """`A is before B`, `A is within B`."""
        word = words(c[1])
        span = self.between(c[0], c[2])
        if word == "within":
            return e.Occurs(c[0], e.Limit("within", c[2], span=c[2].span), span=span)
        return e.Compare(word, c[0], c[2], span=span)

    def is_size(self, c: list[Any]) -> e.Compare:
        """`A is at least B`."""
        operator = {"at least": ">=", "at most": "<=", "more than": ">", "less than": "<"}[words(c[1])]
        return e.Compare(operator, c[0], c[2], span=self.between(c[0], c[2]))

    def status_is(self, c: list[Any]) -> e.StatusIs:
        """`Rent is performed by D`."""
        what, status, limit = c
        return e.StatusIs(what, words(status), limit, span=self.between(what, limit or status[-1]))

    def status_is_not(self, c: list[Any]) -> e.Not:
        """`Rent is not performed`."""
        inner = self.status_is(c)
        return e.Not(inner, span=inner.span)

    def has_been(self, c: list[Any]) -> e.Expression:
        """`Rent has been performed`."""
        what, has, status, limit = c
        inner = e.StatusIs(what, words(status), limit, span=self.between(what, limit or status[-1]))
        return e.Not(inner, span=inner.span) if len(has) > 1 else inner

    def has_occurred(self, c: list[Any]) -> e.Expression:
        """`Handover has not occurred by D`, `Inspection has occurred with Passed`."""
        what, has, limit, where = c
        inner = e.Occurs(what, limit, where, span=self.between(what, where or limit or has[-1]))
        return e.Not(inner, span=inner.span) if len(has) > 1 else inner

    def occurred_where(self, c: list[Any]) -> e.Expression:
        """`Inspection has occurred where Passed`."""
        return self.has_occurred([c[0], c[1], None, c[2]])

    def limited(self, c: list[Any]) -> e.Occurs:
        """`Handover by D`."""
        return e.Occurs(c[0], c[1], span=self.between(c[0], c[1]))

    def limit_by(self, c: list[Any]) -> e.Limit:
        """`by D`."""
        return e.Limit("by", c[0], span=c[0].span)

    def limit_on(self, c: list[Any]) -> e.Limit:
        """`on D`."""
        return e.Limit("on", c[0], span=c[0].span)

    def limit_within(self, c: list[Any]) -> e.Limit:
        """`within 5 days after Y`."""
        return e.Limit("within", c[0], span=c[0].span)

    def limit_since(self, c: list[Any]) -> e.Limit:
        """`since D`."""
        return e.Limit("since", c[0], span=c[0].span)

    def limit_before(self, c: list[Any]) -> e.Limit:
        """`before D`."""
        return e.Limit("before", c[0], span=c[0].span)

    def limit_after(self, c: list[Any]) -> e.Limit:
        """`after D`."""
        return e.Limit("after", c[0], span=c[0].span)

    def limit_during(self, c: list[Any]) -> e.Limit:
        """`during the suspension of X`."""
        return e.Limit("during", c[0], span=c[0].span)

    # ------------------------------------------------------------ selections

    def where_selection(self, c: list[Any]) -> e.Selection:
        """`Inspection where Passed`."""
        return e.Selection(str(c[0]), c[1], span=self.between(c[0], c[1]))

    def bare_selection(self, c: list[Any]) -> e.Selection:
        """`Inspection`, all of them."""
        argument = c[1] if len(c) > 1 else None
        return e.Selection(str(c[0]), argument=argument, span=self.between(c[0], argument or c[0]))

    def each_selection(self, c: list[Any]) -> e.Selection:
        """What `every` speaks of."""
        where = c[2] if len(c) > 2 else None  # noqa: PLR2004
        return e.Selection(str(c[0]), where, c[1] is not None, span=self.between(c[0], where or c[0]))

    def some(self, c: list[Any]) -> e.Exists:
        """`some X where C`."""
        return e.Exists("some", c[0], span=c[0].span)

    def no_one(self, c: list[Any]) -> e.Exists:
        """`no X where C`."""
        return e.Exists("no", c[0], span=c[0].span)

    def some_bare(self, c: list[Any]) -> e.Exists:
        """`some X`."""
        return self.some([self.bare_selection(c)])

    def no_bare(self, c: list[Any]) -> e.Exists:
        """`no X`."""
        return self.no_one([self.bare_selection(c[-1:])])

    def every(self, c: list[Any]) -> e.Every:
        """`every X where C satisfies D`."""
        return e.Every(c[0], c[1], span=self.between(c[0], c[1]))

    def pick(self, c: list[Any]) -> e.Pick:
        """`last X where C`."""
        return e.Pick(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    def pick_bare(self, c: list[Any]) -> e.Pick:
        """`last X`."""
        return self.pick([c[0], self.bare_selection([c[1]])])

    def aggregate(self, c: list[Any]) -> e.Aggregate:
        """`sum of X over Y`."""
        return e.Aggregate(words(c[0]), c[1], c[2], span=self.between(c[0][0], c[2]))

    def count(self, c: list[Any]) -> e.Count:
        """`number of X where C`."""
        return e.Count(c[0], span=c[0].span)

    def count_bare(self, c: list[Any]) -> e.Count:
        """`number of X`."""
        return self.count([self.bare_selection(c)])

    # ------------------------------------------------------------ amounts and days

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
        mode, to, step = c[1]
        return e.Rounded(c[0], mode, to, step, span=c[0].span)

    def round_mode(self, c: list[Any]) -> tuple[Any, ...]:
        """How, and to what."""
        return (words(c[0]), *c[1])

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

    def received_by(self, c: list[Any]) -> e.ReceivedBy:
        """`Rent received by Landlord`."""
        return e.ReceivedBy(c[0], str(c[1]), span=self.between(c[0], c[1]))

    def instant_of(self, c: list[Any]) -> e.InstantOf:
        """`breach of Rent`."""
        return e.InstantOf(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    def termination(self, c: list[Any]) -> e.Termination:
        """`termination`, `termination under article 8`."""
        return e.Termination(c[1], span=self.between(c[0][0], c[1] or c[0][0]))

    def part_of(self, c: list[Any]) -> e.PartOf:
        """`start of X`, `year of X`."""
        return e.PartOf(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

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
        return e.Distance(words(c[0]), c[1], c[2], span=self.between(c[1], c[2]))

    def day_count(self, c: list[Any]) -> e.DayCount:
        """`actual/365 from A to B`."""
        return e.DayCount(str(c[0]), c[1], c[2], span=self.between(c[0], c[2]))

    def total_within(self, c: list[Any]) -> e.TotalWithin:
        """`total days of X within Y`."""
        return e.TotalWithin(words(c[0]), c[1], c[2], span=self.between(c[1], c[2]))

    def total_received(self, c: list[Any]) -> e.Total:
        """`total received by P`."""
        return e.Total("received", str(c[0]), span=self.at(c[0]))

    def total_paid(self, c: list[Any]) -> e.Total:
        """`total paid by P`."""
        return e.Total("paid", str(c[0]), span=self.at(c[0]))


for _rule in (
    "cited_word termination_word relative_word period_word extreme_word roll_word round_word when_word size_word has_word status "
    "end_word amount_word instant_word part_word counted_word aggregate_word pick_word way slices quantifier_word "
    "instrument_word party_word unit_word units_word bare_unit_word up_or_down place before_after how_often kind_word "
    "norm_word ends_word effect_word modal manner power_verb exercise_word exercise_form waive_word always_word "
    "other_than_this row_name"
).split():
    setattr(Expressions, _rule, staticmethod(list))
