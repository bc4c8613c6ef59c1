"""The text of one instrument, and the rules in it with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field

from dealwright import model as m
from dealwright.node import node
from dealwright.text.nodes import Element, Gone, Node
from dealwright.text.places import Index, index_of


@node
class Body:
    """The text of one instrument, its operations taken out and their words kept.

    Attributes:
        instrument: The instrument as written.
        content: What stands in it now, in order.
    """

    instrument: m.Instrument
    content: tuple[Element, ...]

    @property
    def name(self) -> str:
        """The name of the instrument."""
        return self.instrument.name

    @cached_property
    def index(self) -> Index:
        """Where its provisions are."""
        return index_of(self.content)

    @cached_property
    def definitions(self) -> dict[str, tuple[Placed, ...]]:
        """The rules that stand in it, by the terms that they define."""
        found: dict[str, tuple[Placed, ...]] = {}
        for placed in items(self):
            for name in defined_names(placed.item):
                found[name] = (*found.get(name, ()), placed)
        return found


@node
class Placed:
    """A rule or declaration with the place where it stands.

    Attributes:
        item: The rule.
        node: The provision directly around it; none at the top of an instrument.
        body: The instrument in whose text it stands.
    """

    item: m.Item
    node: Node | None
    body: Body = field(repr=False)

    @property
    def home(self) -> str:
        """The name of the instrument in which its bare addresses are looked up."""
        return self.body.name

    @property
    def identity(self) -> str:
        """The identity of the provision directly around it, or the instrument's name at the top."""
        return self.body.name if self.node is None else self.node.identity


@node
class Removed:
    """A rule that was taken out of a provision that still stands.

    Attributes:
        placed: The rule, with the provision around it as it was.
        gone: Why.
    """

    placed: Placed
    gone: Gone


def items(body: Body) -> Iterator[Placed]:
    """Every item that stands in an instrument, words included, in the order of the text."""
    pending: list[tuple[Element, Node | None]] = [(item, None) for item in reversed(body.content)]
    while pending:
        item, node = pending.pop()
        if not isinstance(item, Node):
            yield Placed(item, node, body)
        elif not item.gone:
            pending.extend((inner, item) for inner in reversed(item.content))


def defined_names(item: m.Item) -> tuple[str, ...]:
    """The terms that a rule defines, for `definition of ...`; a reading defines what its alternatives do."""
    match item:
        case m.Definition() | m.Condition():
            return (item.name,)
        case m.Table():
            return (item.name, *item.columns)
        case m.Reading():
            inner = (
                name
                for alternative in item.alternatives
                for part in alternative.items
                if not isinstance(part, m.ReadAs | m.CalendarSetting)
                for name in defined_names(part)
            )
            return tuple(dict.fromkeys(inner))
        case _:
            return ()
