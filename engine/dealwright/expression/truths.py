"""What is so or is not: comparisons, what has happened and by when, statuses, and how truths are joined.

A yes/no place takes any of these, and any other expression that has a truth, such as a name or a quoted question.
"""

from __future__ import annotations

from dealwright import expression as e
from dealwright.expression.amounts import Selection
from dealwright.expression.position import position
from dealwright.node import node
from dealwright.source import Span


@node
class Not:
    """The opposite of a truth."""

    of: e.Expression
    span: Span = position()


@node
class And:
    """All of several truths."""

    items: tuple[e.Expression, ...]
    span: Span = position()


@node
class Or:
    """Any of several truths."""

    items: tuple[e.Expression, ...]
    span: Span = position()


@node
class Limb:
    """One labelled limb of a list."""

    label: str
    content: e.Expression
    words: tuple[str, ...] = ()
    span: Span = position()


@node
class Limbs:
    """A labelled list: `all of`, `any of`, `none of`, `exactly one of`, `at least 2 of`."""

    quantifier: str
    limbs: tuple[Limb, ...]
    count: int = 0
    span: Span = position()


@node
class Compare:
    """Two values compared; days also by `before`, `after`, `on or before`, `on or after`."""

    operator: str
    left: e.Expression
    right: e.Expression
    span: Span = position()


@node
class OneOf:
    """A value that is one of several."""

    of: e.Expression
    items: tuple[e.Expression, ...]
    span: Span = position()


@node
class Limit:
    """A limit in time on something that happens: `by`, `on`, `within`, `before`, `after`, `since`, `during`."""

    word: str
    of: e.Expression
    span: Span = position()


@node
class Occurs:
    """That something has happened or has come to hold, within a limit if one is stated."""

    what: e.Expression
    limit: Limit | None = None
    where: e.Expression | None = None
    span: Span = position()


@node
class StatusIs:
    """That a rule stands in a named status, within a limit if one is stated."""

    what: e.Expression
    status: str
    limit: Limit | None = None
    span: Span = position()


@node
class Exists:
    """That some, or none, of a selection is there."""

    word: str
    selection: Selection
    span: Span = position()


@node
class Every:
    """That all of a selection satisfy something."""

    selection: Selection
    satisfies: e.Expression
    span: Span = position()
