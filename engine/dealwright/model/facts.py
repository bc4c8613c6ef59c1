"""What may come about or is given from outside: events, payments, inputs, records, units.

These are vocabulary: they say what a log may speak of, not what has happened.
"""

from __future__ import annotations

from dealwright.expression import Expression, position
from dealwright.model.definitions import Definition, Scope
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Span


@node
class Unit:
    """A unit in which quantities are counted."""

    name: str
    span: Span = position()


@node
class KindWord:
    """The kind of an attribute or an input: a word of the language, named choices, or a record.

    Attributes:
        word: `money`, `yes/no`, ... or `choice` when `names` are given.
        names: The choices, or the one record named.
        many: Whether it is a list of these.
    """

    word: str
    names: tuple[str, ...] = ()
    many: bool = False
    span: Span = position()


@node
class Field:
    """An attribute of an event or a record, or what an input is: its kind and its bounds."""

    name: str
    kind: KindWord
    long: str = ""
    each: Scope | None = None
    least: Expression | None = None
    most: Expression | None = None
    normally: Expression | None = None
    span: Span = position()


@node
class Event:
    """Something that may happen, any number of times, with attributes."""

    name: str
    long: str = ""
    by: Actors | None = None
    fields: tuple[Field, ...] = ()
    span: Span = position()


@node
class PaymentEvent:
    """An event that moves money from one to another."""

    name: str
    long: str = ""
    by: Actors | None = None
    to: Actors | None = None
    span: Span = position()


@node
class Input:
    """A value that is given from outside."""

    field: Field
    span: Span = position()


@node
class Record:
    """A kind of thing with fields and definitions of its own."""

    name: str
    fields: tuple[Field | Definition, ...]
    span: Span = position()
