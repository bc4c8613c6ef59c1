"""What terms mean: definitions and conditions with their exceptions, tables, and how rules rank and round.

A scope says what a rule is made afresh for. It stands here because definitions, inputs and norms all have one.
"""

from __future__ import annotations

from dealwright.expression import Address, Expression, Row, position
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Span


@node
class Scope:
    """What a rule is made afresh for: an event, a record, a period or a run of numbers.

    Attributes:
        name: The event, record or number; or the period word.
        period: Whether `name` is a period word.
        start: `from`, when stated.
        end: `until` or `to`, when stated.
        where: Which of them, when stated.
    """

    name: str
    period: bool = False
    start: Expression | None = None
    end: Expression | None = None
    where: Expression | None = None
    span: Span = position()


@node
class Rounding:
    """How results are rounded, under a definition or throughout."""

    mode: str
    to: str
    step: Expression | None = None
    span: Span = position()


@node
class Priority:
    """How a rule ranks against the rules of another provision: `subject to`, `notwithstanding`."""

    word: str
    address: Address | None
    span: Span = position()


@node
class Exception_:  # noqa: N801 - `Exception` is taken by the language beneath
    """A value that holds instead, under a condition, with exceptions of its own."""

    condition: Expression
    value: Expression | None
    label: str = ""
    exceptions: tuple[Exception_, ...] = ()
    span: Span = position()


@node
class Definition:
    """A term and what it means."""

    name: str
    meaning: Expression
    long: str = ""
    each: Scope | None = None
    exceptions: tuple[Exception_, ...] = ()
    priorities: tuple[Priority, ...] = ()
    rounding: Rounding | None = None
    span: Span = position()


@node
class Condition:
    """A definition of yes or no that has a status and may be waived by those it benefits."""

    name: str
    meaning: Expression
    long: str = ""
    benefit: Actors | None = None
    exceptions: tuple[Exception_, ...] = ()
    priorities: tuple[Priority, ...] = ()
    span: Span = position()


@node
class Table:
    """Several terms found by one key, row by row."""

    columns: tuple[str, ...]
    name: str
    by: Expression
    rows: tuple[Row, ...]
    slices: bool = False
    span: Span = position()
