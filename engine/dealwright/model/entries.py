"""What a log may say of a day: what happened, was paid, signed, waived, found, asserted or became known.

An entry names things as the log's author did. What it does to the contract is settled when the log is played.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from dealwright.expression import Address, Cited, Expression, Ref, position
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Span


@node
class Attribute:
    """An attribute given in a log; alone it says yes."""

    name: str
    value: Expression | None = None
    span: Span = position()


@node
class Happens:
    """An event happened, or a payment event moved money."""

    event: Ref
    by: Actors | None = None
    attributes: tuple[Attribute, ...] = ()
    amount: Expression | None = None
    to: str = ""
    span: Span = position()


@node
class Paid:
    """So much was paid under a named duty."""

    duty: Ref
    amount: Expression
    by: Actors | None = None
    span: Span = position()


@node
class Performed:
    """A named duty was performed."""

    duty: Ref
    by: Actors | None = None
    span: Span = position()


@node
class Pays:
    """One paid so much to another, under whatever duty it fits."""

    payer: str
    amount: Expression
    to: str
    span: Span = position()


@node
class Signed:
    """An instrument was signed by some."""

    instrument: str
    by: Actors
    attributes: tuple[Attribute, ...] = ()
    span: Span = position()


@node
class Observed:
    """A value, or the answer to a question, as known from here on."""

    what: Ref | Question_
    value: Expression
    span: Span = position()


@node
class Unknown:
    """Something of which nobody knows."""

    what: Ref | Question_
    span: Span = position()


@node
class Question_:  # noqa: N801 - an expression is called `Question` too
    """A question named by its words."""

    text: str
    span: Span = position()


@node
class Found:
    """A status that a court or the parties settled."""

    what: Ref
    status: str
    span: Span = position()


@node
class Scheduled:
    """An event was set for a day."""

    event: Ref
    on: date
    attributes: tuple[Attribute, ...] = ()
    span: Span = position()


@node
class Joins:
    """Somebody joined a group of parties."""

    member: str
    group: str
    span: Span = position()


@node
class Asserted:
    """Somebody said so: evidence, no fact."""

    source: str
    entry: Entry
    span: Span = position()


@node
class Unordered:
    """The order of this day's entries is not known."""

    span: Span = position()


@node
class Exercises:
    """Somebody exercised a power, in the form shown by the attributes.

    Attributes:
        form: `notice`, `writing` or empty.
    """

    actors: Actors
    power: Ref
    form: str = ""
    attributes: tuple[Attribute, ...] = ()
    span: Span = position()


@node
class Waives:
    """Somebody waived a condition, a limb of it, a duty or a breach."""

    actors: Actors
    target: Ref | Cited | Address
    span: Span = position()


@node
class Strikes:
    """A court held a provision unenforceable, for good or through a day."""

    address: Address
    until: date | None = None
    span: Span = position()


@node
class Bars:
    """The law forbids performance, until a day if one is stated."""

    target: Ref | Cited | Address
    until: date | None = None
    span: Span = position()


Entry: TypeAlias = (
    Happens
    | Paid
    | Performed
    | Pays
    | Signed
    | Observed
    | Unknown
    | Found
    | Scheduled
    | Joins
    | Asserted
    | Unordered
    | Exercises
    | Waives
    | Strikes
    | Bars
)
