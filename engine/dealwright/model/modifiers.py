"""The lines below the head of a norm: when, while, by when, for each of what, in which form, with what interest."""

from __future__ import annotations

from typing import TypeAlias

from dealwright.expression import Address, Expression, Selection, position
from dealwright.model.definitions import Priority, Scope
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Span


@node
class Timing:
    """A modifier with a day, or with several for `from ... until` and `made on`.

    Attributes:
        word: `on`, `by`, `within`, `at least`, `not before`, `immediately before`, `concurrently with`, `from`,
            `until`, `made on`, `retroactive to`.
        when: The days.
    """

    word: str
    when: tuple[Expression, ...]
    span: Span = position()


@node
class Proviso:
    """A modifier with a truth: `when`, `while`, `unless`, `performed when`, `cured when`, of a waiver `restored when`."""

    word: str
    condition: Expression
    span: Span = position()


@node
class ForEach:
    """A norm made afresh for each of something."""

    scope: Scope
    span: Span = position()


@node
class PerformedBy:
    """The event by which a duty is performed."""

    selection: Selection
    span: Span = position()


@node
class Form:
    """The form in which a power is exercised: by notice, or by a writing signed by some."""

    word: str
    under: Address | None = None
    signed_by: Actors | None = None
    span: Span = position()


@node
class AnsweredFor:
    """Who is in breach when a third party does not act."""

    actors: Actors
    unless: Expression | None = None
    span: Span = position()


@node
class Continuing:
    """Whose place a norm takes.

    Attributes:
        word: `continuing`, where what was done under that one counts, or `superseding`, where it does not.
        target: That norm.
    """

    word: str
    target: Expression
    span: Span = position()


@node
class Interest:
    """What runs on an overdue amount."""

    rate: Expression
    period: str
    convention: str = ""
    compounded: str = ""
    span: Span = position()


@node
class Flag:
    """A modifier that only says so: `survives termination`, `time is added`, `including earlier ones`."""

    word: str
    span: Span = position()


Modifier: TypeAlias = (
    Timing | Proviso | ForEach | PerformedBy | Form | AnsweredFor | Continuing | Interest | Flag | Priority
)
