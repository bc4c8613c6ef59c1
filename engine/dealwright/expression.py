"""The things in a contract that have a value, as they are written.

A sum, a day, a truth, a party: whatever a rule computes from, it computes from one of the forms below, and there are
no others. An expression says what the author wrote, not what it means: a name is still a name here, and a citation
is still an address. What they stand for is settled later, when the whole text is in view.

Two expressions are equal when they say the same, wherever they stand: positions do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

import attrs
from attrs import field, frozen

from dealwright.source import NOWHERE, Span
from dealwright.value import Duration, Money, MonthDay, Period
from datetime import date

LiteralValue: TypeAlias = Money | Fraction | date | Duration | Period | MonthDay | bool | str


def _place() -> Span:
    return field(eq=False, repr=False, kw_only=True, default=NOWHERE)  # type: ignore[no-any-return]


@frozen
class Address:
    """A provision by its numbers, innermost first: `sentence 1 of section 3.4 of First Amendment`.

    Attributes:
        steps: Pairs of a unit word and a number, innermost first; empty for the whole instrument.
        instrument: The instrument named in the address, or an empty text for the one in which it stands.
        term: For `definition of X`, `row K of table X`: the name `X`, else empty.
        row: The key of a row, as written, else empty.
        contents: Whether `everything in ...` was written.
    """

    steps: tuple[tuple[str, str], ...] = ()
    instrument: str = ""
    term: str = ""
    row: str = ""
    contents: bool = False
    span: Span = _place()


@frozen
class AddressRange:
    """A run of neighbours: `clauses (a) to (e) of section 7`."""

    unit: str
    first: str
    last: str
    within: Address
    span: Span = _place()


@frozen
class Literal:
    """A value written out: `$1,800.50`, `7.5%`, `2031-05-01`, `5 business days`, `yes`."""

    kind: str
    value: LiteralValue
    span: Span = _place()


@frozen
class Question:
    """A quoted sentence in a yes/no place: a question that people answer in the log."""

    text: str
    span: Span = _place()


@frozen
class Ref:
    """A name, with what narrows it.

    Attributes:
        name: The term, `of` included: `Event of Default`.
        labels: Limbs of what is named: `Closing Conditions (a)`.
        argument: What follows `for`: a period, a number or an instance, else None written as `NoArgument`.
        at: The address after `of`, else an empty address.
    """

    name: str
    labels: tuple[str, ...] = ()
    argument: Expression | None = None
    at: Address | None = None
    span: Span = _place()


@frozen
class Cited:
    """The one rule of its kind at an address: `the duty of section 3.4`."""

    word: str
    address: Address
    span: Span = _place()


@frozen
class AttributeOf:
    """An attribute of something that is not merely named: `Cost of last Inspection`, `Rent of this`."""

    name: str
    whose: Expression
    span: Span = _place()


@frozen
class This:
    """The occurrence or instance that the surrounding rule speaks of."""

    span: Span = _place()


@frozen
class TheOne:
    """The occurrence of a `for each`: `the Inspection`."""

    name: str
    span: Span = _place()


@frozen
class Current:
    """The period of a `for each`, or one beside it: `the month`, `the previous year`."""

    unit: str
    relative: str = ""
    span: Span = _place()


@frozen
class Today:
    """The day on which the rule is asked."""

    span: Span = _place()


@frozen
class ThisAgreement:
    """The agreement itself."""

    span: Span = _place()


@frozen
class Arithmetic:
    """Two amounts joined by `+`, `-`, `*`, `/` or `^`."""

    operator: str
    left: Expression
    right: Expression
    span: Span = _place()


@frozen
class Negative:
    """An amount with its sign turned."""

    of: Expression
    span: Span = _place()


@frozen
class Rounded:
    """An amount rounded where the text says so: `rounded half up to cents`."""

    of: Expression
    mode: str
    to: str
    step: Expression | None = None
    span: Span = _place()


@frozen
class Rolled:
    """A day moved off a day that is no business day: `rolled forward`."""

    of: Expression
    way: str
    span: Span = _place()


@frozen
class Extreme:
    """The later, earlier, greater or lesser of several."""

    word: str
    items: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Not:
    """The opposite of a truth."""

    of: Expression
    span: Span = _place()


@frozen
class And:
    """All of several truths."""

    items: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Or:
    """Any of several truths."""

    items: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Limb:
    """One labelled limb of a list."""

    label: str
    content: Expression
    words: tuple[str, ...] = ()
    span: Span = _place()


@frozen
class Limbs:
    """A labelled list: `all of`, `any of`, `none of`, `exactly one of`, `at least 2 of`."""

    quantifier: str
    limbs: tuple[Limb, ...]
    count: int = 0
    span: Span = _place()


@frozen
class If:
    """One value or another, by a truth."""

    condition: Expression
    then: Expression
    otherwise: Expression
    span: Span = _place()


@frozen
class Case:
    """A value and the truth under which it applies; `otherwise` has none."""

    value: Expression
    condition: Expression | None
    span: Span = _place()


@frozen
class Cases:
    """The first case that holds, in the order written."""

    cases: tuple[Case, ...]
    span: Span = _place()


@frozen
class Row:
    """One row of a table: how its key bounds, the key, the values."""

    bound: str
    key: Expression | None
    values: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Lookup:
    """A value found in a table by another value."""

    by: Expression
    rows: tuple[Row, ...]
    slices: bool = False
    span: Span = _place()


@frozen
class Compare:
    """Two values compared; days also by `before`, `after`, `on or before`, `on or after`."""

    operator: str
    left: Expression
    right: Expression
    span: Span = _place()


@frozen
class OneOf:
    """A value that is one of several."""

    of: Expression
    items: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Limit:
    """A limit in time on something that happens: `by`, `on`, `within`, `before`, `after`, `since`, `during`."""

    word: str
    of: Expression
    span: Span = _place()


@frozen
class Occurs:
    """That something has happened or has come to hold, within a limit if one is stated."""

    what: Expression
    limit: Limit | None = None
    where: Expression | None = None
    span: Span = _place()


@frozen
class StatusIs:
    """That a rule stands in a named status, within a limit if one is stated."""

    what: Expression
    status: str
    limit: Limit | None = None
    span: Span = _place()


@frozen
class Selection:
    """Occurrences, instances or items of a list, all or those of which something holds."""

    name: str
    where: Expression | None = None
    other_than_this: bool = False
    argument: Expression | None = None
    span: Span = _place()


@frozen
class Exists:
    """That some, or none, of a selection is there."""

    word: str
    selection: Selection
    span: Span = _place()


@frozen
class Every:
    """That all of a selection satisfy something."""

    selection: Selection
    satisfies: Expression
    span: Span = _place()


@frozen
class Pick:
    """The first or the last of a selection."""

    word: str
    selection: Selection
    span: Span = _place()


@frozen
class Aggregate:
    """A sum, highest, lowest, average or product of a value over a selection or over the periods of a span."""

    word: str
    value: Expression
    over: Expression
    span: Span = _place()


@frozen
class Count:
    """How many there are in a selection."""

    selection: Selection
    span: Span = _place()


@frozen
class Shift:
    """A day so long after or before another: `5 business days after X`."""

    by: Expression
    way: str
    anchor: Expression
    span: Span = _place()


@frozen
class InstantOf:
    """The instant of what befell a rule: its breach, performance, exercise, satisfaction, waiver, effectiveness."""

    word: str
    of: Expression
    span: Span = _place()


@frozen
class Termination:
    """The instant at which the agreement terminated, under an address if one is stated."""

    under: Address | None = None
    span: Span = _place()


@frozen
class AmountOf:
    """What was paid under a duty, or is outstanding."""

    word: str
    of: Expression
    span: Span = _place()


@frozen
class ReceivedBy:
    """What a party received under a duty or by a payment."""

    of: Expression
    party: str
    span: Span = _place()


@frozen
class Total:
    """All that a party received, or paid."""

    word: str
    party: str
    span: Span = _place()


@frozen
class DueDate:
    """The day on which a duty falls due."""

    of: Expression
    span: Span = _place()


@frozen
class PartOf:
    """The start or end of a period, the year or the date of an instant."""

    word: str
    of: Expression
    span: Span = _place()


@frozen
class DayIn:
    """A day within a period: `day 5 of the month`, `last business day of the quarter`."""

    word: str
    number: int
    of: Expression
    span: Span = _place()


@frozen
class Distance:
    """How many whole days, business days, months or years lie from one day to another."""

    unit: str
    start: Expression
    end: Expression
    span: Span = _place()


@frozen
class DayCount:
    """The part of a year between two days by a convention: `actual/365`."""

    convention: str
    start: Expression
    end: Expression
    span: Span = _place()


@frozen
class TotalWithin:
    """How many days of some periods fall within a span."""

    unit: str
    of: Expression
    within: Expression
    span: Span = _place()


@frozen
class FromTo:
    """A period between two days."""

    start: Expression
    end: Expression
    span: Span = _place()


@frozen
class SpanOf:
    """A period of a given length that ends or starts on a day."""

    length: Expression
    way: str
    anchor: Expression
    span: Span = _place()


@frozen
class ListOf:
    """Several values in a row."""

    items: tuple[Expression, ...]
    span: Span = _place()


Expression: TypeAlias = (
    Literal
    | Question
    | Ref
    | Cited
    | Address
    | AttributeOf
    | This
    | TheOne
    | Current
    | Today
    | ThisAgreement
    | Arithmetic
    | Negative
    | Rounded
    | Rolled
    | Extreme
    | Not
    | And
    | Or
    | Limbs
    | If
    | Cases
    | Lookup
    | Compare
    | OneOf
    | Occurs
    | StatusIs
    | Selection
    | Exists
    | Every
    | Pick
    | Aggregate
    | Count
    | Shift
    | InstantOf
    | Termination
    | AmountOf
    | ReceivedBy
    | Total
    | DueDate
    | PartOf
    | DayIn
    | Distance
    | DayCount
    | TotalWithin
    | FromTo
    | SpanOf
    | ListOf
)


def parts(expression: object) -> Iterator[object]:
    """Every node directly below one, expression or not, in the order written."""
    for attribute in attrs.fields(type(expression)):
        value = getattr(expression, attribute.name)
        if isinstance(value, tuple):
            for item in value:
                if attrs.has(type(item)):
                    yield item
        elif attribute.name != "span" and attrs.has(type(value)):
            yield value


def walk(expression: object) -> Iterator[object]:
    """A node and every node below it, outermost first."""
    pending = [expression]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(list(parts(node))))
