"""How much, and which: arithmetic, rounding, cases, tables, and what is counted or chosen out of many.

Amounts, numbers and lists share these forms; what kinds they join is judged later.
"""

from __future__ import annotations

from dealwright import expression as e
from dealwright.expression.position import position
from dealwright.node import node
from dealwright.source import Span


@node
class Arithmetic:
    """Two amounts joined by `+`, `-`, `*`, `/` or `^`."""

    operator: str
    left: e.Expression
    right: e.Expression
    span: Span = position()


@node
class Negative:
    """An amount with its sign turned."""

    of: e.Expression
    span: Span = position()


@node
class Rounded:
    """An amount rounded where the text says so: `rounded half up to cents`."""

    of: e.Expression
    mode: str
    to: str
    step: e.Expression | None = None
    span: Span = position()


@node
class Extreme:
    """The later, earlier, greater or lesser of several."""

    word: str
    items: tuple[e.Expression, ...]
    span: Span = position()


@node
class If:
    """One value or another, by a truth."""

    condition: e.Expression
    then: e.Expression
    otherwise: e.Expression
    span: Span = position()


@node
class Case:
    """A value and the truth under which it applies; `otherwise` has none."""

    value: e.Expression
    condition: e.Expression | None
    span: Span = position()


@node
class Cases:
    """The first case that holds, in the order written."""

    cases: tuple[Case, ...]
    span: Span = position()


@node
class Row:
    """One row of a table: how its key bounds, the key, the values."""

    bound: str
    key: e.Expression | None
    values: tuple[e.Expression, ...]
    span: Span = position()


@node
class Lookup:
    """A value found in a table by another value."""

    by: e.Expression
    rows: tuple[Row, ...]
    slices: bool = False
    span: Span = position()


@node
class Selection:
    """Occurrences, instances or items of a list, all or those of which something holds."""

    name: str
    where: e.Expression | None = None
    other_than_this: bool = False
    argument: e.Expression | None = None
    span: Span = position()


@node
class Pick:
    """The first or the last of a selection."""

    word: str
    selection: Selection
    span: Span = position()


@node
class Aggregate:
    """A sum, highest, lowest, average or product of a value over a selection or over the periods of a span."""

    word: str
    value: e.Expression
    over: e.Expression
    span: Span = position()


@node
class Count:
    """How many there are in a selection."""

    selection: Selection
    span: Span = position()


@node
class AmountOf:
    """What was paid under a duty, perhaps only through a day, or is outstanding."""

    word: str
    of: e.Expression
    through: e.Expression | None = None
    span: Span = position()


@node
class ReceivedBy:
    """What a party received under a duty or by a payment, perhaps only through a day."""

    of: e.Expression
    party: str
    through: e.Expression | None = None
    span: Span = position()


@node
class Total:
    """All that a party received, or paid."""

    word: str
    party: str
    span: Span = position()


@node
class ListOf:
    """Several values in a row."""

    items: tuple[e.Expression, ...]
    span: Span = position()
