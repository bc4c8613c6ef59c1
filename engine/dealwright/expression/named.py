"""What is named or written out: a value, a term, a provision, the occurrence or period that a rule speaks of.

A name is still a name here, and a citation still an address: what they stand for is settled when the whole text is in
view.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeAlias

from dealwright import expression as e
from dealwright.expression.position import position
from dealwright.node import node
from dealwright.source import Span
from dealwright.value import Duration, Money, MonthDay, Period

LiteralValue: TypeAlias = Money | Fraction | date | Duration | Period | MonthDay | bool | str


@node
class Address:
    """A provision by its numbers, innermost first: `sentence 1 of section 3.4 of First Amendment`.

    Attributes:
        steps: Pairs of a unit word and a number, innermost first; empty for the whole instrument.
        instrument: The instrument named in the address, or an empty text for the one in which it stands.
        term: For `definition of X`, `row K of table X`: the name `X`, else empty.
        row: The key of a row, as written, else empty.
        contents: Whether `everything in ...` was written.
        table: Whether the term was called a table: `table X`.
    """

    steps: tuple[tuple[str, str], ...] = ()
    instrument: str = ""
    term: str = ""
    row: str = ""
    contents: bool = False
    table: bool = False
    span: Span = position()


POSITIONS = ("first", "penultimate", "last")
"""What stands in the place of a number: `last sentence of section 3.4` has the step `sentence`, `last`."""


@node
class AddressRange:
    """A run of neighbours: `clauses (a) to (e) of section 7`."""

    unit: str
    first: str
    last: str
    within: Address
    span: Span = position()


@node
class AddressGroup:
    """Provisions by where they stand in another: `every clause of section 7`, `all but last 2 paragraphs of section 5`.

    Attributes:
        unit: The word for their level.
        which: `every`, `first`, `last`, `all but first`, `all but last`.
        count: How many are first, or last; 0 of `every`.
        within: What they stand in.
    """

    unit: str
    which: str
    count: int
    within: Address
    span: Span = position()


Aim: TypeAlias = Address | AddressRange | AddressGroup
"""What an operation is aimed at: one provision or rule, or several."""


@node
class Literal:
    """A value written out: `$1,800.50`, `7.5%`, `2031-05-01`, `5 business days`, `yes`."""

    kind: str
    value: LiteralValue
    span: Span = position()


@node
class Question:
    """A quoted sentence in a yes/no place: a question that people answer in the log."""

    text: str
    span: Span = position()


@node
class Ref:
    """A name, with what narrows it.

    Attributes:
        name: The term, `of` included: `Event of Default`.
        labels: Limbs of what is named: `Handover Conditions (a)`.
        argument: What follows `for`: a period, a number or an instance, else None written as `NoArgument`.
        at: The address after `of`, else an empty address.
    """

    name: str
    labels: tuple[str, ...] = ()
    argument: e.Expression | None = None
    at: Address | None = None
    span: Span = position()


@node
class Cited:
    """The one rule of its kind at an address: `the duty of section 3.4`."""

    word: str
    address: Address
    span: Span = position()


@node
class AttributeOf:
    """An attribute of something that is not merely named: `Cost of last Inspection`, `Rent of this`."""

    name: str
    whose: e.Expression
    span: Span = position()


@node
class This:
    """The occurrence or instance that the surrounding rule speaks of."""

    span: Span = position()


@node
class TheOne:
    """The occurrence of a `for each`: `the Inspection`."""

    name: str
    span: Span = position()


@node
class Current:
    """The period of a `for each`, or one beside it: `the month`, `the previous year`."""

    unit: str
    relative: str = ""
    span: Span = position()


@node
class Today:
    """The day on which the rule is asked."""

    span: Span = position()


@node
class ThisAgreement:
    """The agreement itself."""

    span: Span = position()
