"""What an amendment does to the text of another instrument: whole provisions, words in them, values, numbers.

An operation names its targets by address and may guard them: words that must be found, an old value that must hold, a
count.
"""

from __future__ import annotations

from typing import TypeAlias

from dealwright import model as m
from dealwright.expression import Address, AddressRange, Expression, Ref, Row, position
from dealwright.model.definitions import Exception_
from dealwright.model.modifiers import Modifier
from dealwright.node import node
from dealwright.source import Span


@node
class Replace:
    """Provisions put in the place of others."""

    targets: tuple[Address | AddressRange, ...]
    items: tuple[m.Item | Row, ...]
    expecting: str = ""
    restated: bool = False
    span: Span = position()


@node
class Delete:
    """Provisions taken out; their numbers stay."""

    targets: tuple[Address | AddressRange, ...]
    expecting: str = ""
    span: Span = position()


@node
class Insert:
    """Provisions put in at a place: `after`, `before`, `at the end of`, `in`."""

    place: str
    address: Address
    items: tuple[m.Item | Row, ...]
    span: Span = position()


@node
class WordChange:
    """Words replaced, inserted or deleted inside provisions, with what happens to the rules beside them.

    Attributes:
        verb: `replace`, `insert after`, `insert before`, `delete`.
        old: The words looked for.
        new: The words put in.
        targets: Where; empty for the whole instrument.
        times: How often they must occur: a number, or -1 for everywhere.
        changing: Pairs of rule values that change with the words.
        no_rule: Whether the instrument says that no rule depends on the words.
    """

    verb: str
    old: str
    new: str
    targets: tuple[Address | AddressRange, ...]
    times: int
    changing: tuple[tuple[Expression, Expression], ...] = ()
    no_rule: bool = False
    span: Span = position()


@node
class Renumber:
    """Provisions given other numbers."""

    targets: tuple[Address | AddressRange, ...]
    numbers: tuple[Address | AddressRange, ...]
    span: Span = position()


@node
class ChangeValue:
    """A term given another value, guarded by the old one."""

    term: Ref
    old: Expression
    new: Expression
    span: Span = position()


@node
class WaiveFor:
    """Compliance with provisions waived for a time."""

    targets: tuple[Address | AddressRange, ...]
    length: Expression | None = None
    start: Expression | None = None
    end: Expression | None = None
    lines: tuple[Exception_ | Modifier | m.Item, ...] = ()
    span: Span = position()


Operation: TypeAlias = Replace | Delete | Insert | WordChange | Renumber | ChangeValue | WaiveFor
