"""What an amendment does to the text of another instrument: whole provisions, words in them, values, numbers.

An operation names its targets by address and may guard them: words that must be found, an old value that must hold, a
count.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from dealwright import model as m
from dealwright.expression import Address, Aim, Expression, Ref, Row, position
from dealwright.model.definitions import Exception_
from dealwright.model.modifiers import Modifier
from dealwright.node import node
from dealwright.source import Span

EVERYWHERE: Final = -1
"""That words are changed as often as they stand there."""
AT_THE_END: Final = -2
"""That words are changed where they are the last ones."""


@node
class Replace:
    """Provisions put in the place of others."""

    targets: tuple[Aim, ...]
    items: tuple[m.Item | Row, ...]
    expecting: str = ""
    restated: bool = False
    span: Span = position()


@node
class Delete:
    """Provisions taken out; their numbers stay, and perhaps words in their place: `Intentionally Omitted`."""

    targets: tuple[Aim, ...]
    expecting: str = ""
    leaving: str = ""
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
        pairs: The words looked for, each with the words put in; several are changed at once.
        targets: Where; empty for the whole instrument.
        times: How often each must occur: a number, `EVERYWHERE`, or `AT_THE_END`.
        changing: Pairs of rule values that change with the words.
        no_rule: Whether the instrument says that no rule depends on the words.
    """

    verb: str
    pairs: tuple[tuple[str, str], ...]
    targets: tuple[Aim, ...]
    times: int
    changing: tuple[tuple[Expression, Expression], ...] = ()
    no_rule: bool = False
    span: Span = position()


@node
class Renumber:
    """Provisions given other numbers; `follow` is whether the words that cite them follow."""

    targets: tuple[Aim, ...]
    numbers: tuple[Aim, ...]
    follow: bool = False
    span: Span = position()


@node
class ChangeValue:
    """A term given another value, guarded by the old one; `no_words` is whether no words beside it depend on it."""

    term: Ref
    old: Expression
    new: Expression
    no_words: bool = False
    span: Span = position()


@node
class Substitute:
    """One name for another wherever it stands, in words and in rules: a party, a term."""

    old: str
    new: str
    span: Span = position()


@node
class Join:
    """Parties that are bound by the agreement besides the others."""

    names: tuple[str, ...]
    span: Span = position()


@node
class Reaffirm:
    """Provisions that stay as they are, said so."""

    targets: tuple[Aim, ...]
    span: Span = position()


@node
class WaiveFor:
    """Compliance with provisions waived for a time."""

    targets: tuple[Aim, ...]
    length: Expression | None = None
    start: Expression | None = None
    end: Expression | None = None
    lines: tuple[Exception_ | Modifier | m.Item, ...] = ()
    span: Span = position()


Operation: TypeAlias = (
    Replace | Delete | Insert | WordChange | Renumber | ChangeValue | Substitute | Join | Reaffirm | WaiveFor
)
