"""The operations of an instrument, each with the sentence of the instrument beside which it stands.

An operation is carried out on the instrument that its own instrument amends, but it is judged where it was written:
a person who reads that something failed wants to know which instrument asked for it, and where.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final, assert_never

from attrs import frozen

from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.source import Span
from dealwright.text import DECLARATIONS, OPERATIONS, Body, Node, Origin, Text, body_of

_IN_TOMBS: Final = (m.Tombstone, m.Words, m.NoRule, m.Sic, m.Reading, *DECLARATIONS)
"""What may stand in a provision that is gone: words in its place, and what a log may still speak of."""


@frozen
class Order:
    """One operation to be carried out.

    Attributes:
        operation: What is to be done.
        origin: Who asks for it, and where.
        trail: The headings above it.
        homes: The instruments in which its bare addresses are looked up.
        absent: Instruments that it may change, too, and that are not at hand.
    """

    operation: m.Operation
    origin: Origin
    trail: tuple[str, ...]
    homes: tuple[str, ...]
    absent: tuple[str, ...] = ()

    def failure(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        also: tuple[Place, ...] = (),
        help: str = "",  # noqa: A002
    ) -> Diagnostic:
        """Why it cannot be carried out; the message goes on from `section 2 of First Amendment`."""
        return problem(code, f"{echo(str(self.origin))} {message}", span, also=also, help=help, trail=self.trail)

    def fails(self, code: str, message: str, span: Span, *, also: tuple[Place, ...] = (), help: str = "") -> Failure:  # noqa: A002
        """The same, to be raised."""
        return Failure(self.failure(code, message, span, also=also, help=help))


class Failure(Exception):
    """An operation that cannot be carried out."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep what to tell."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Elsewhere(Exception):
    """An operation on an agreement that is not at hand."""


def amended(instrument: m.Instrument) -> tuple[str, ...]:
    """The names of the instruments that an instrument amends."""
    return named(instrument, "amends")


def is_in_text(instrument: m.Instrument) -> bool:
    """Whether what an instrument changes is in the text already, as in a conformed copy."""
    return any(isinstance(one, m.Setting) and one.word == "in effect" for one in instrument.settings)


def named(instrument: m.Instrument, word: str) -> tuple[str, ...]:
    """The names in the settings that begin with a word."""
    return tuple(
        name
        for setting in instrument.settings
        if isinstance(setting, m.Setting) and setting.word == word
        for name in setting.names
    )


def operations(items: tuple[m.Item, ...]) -> Iterator[tuple[m.Operation, tuple[m.Provision, ...]]]:
    """The operations among the items of an instrument, in order, each with the provisions around it."""
    pending: list[tuple[m.Item, tuple[m.Provision, ...]]] = [(item, ()) for item in reversed(items)]
    while pending:
        item, around = pending.pop()
        if isinstance(item, m.Provision):
            pending.extend((inner, (*around, item)) for inner in reversed(item.items))
        elif isinstance(item, OPERATIONS):
            yield item, around


def orders_of(instrument: m.Instrument, known: Container[str] | None = None) -> tuple[Order, ...]:
    """The operations of an instrument, in the order written.

    Args:
        instrument: The instrument.
        known: The names of those at hand, if that counts.
    """
    body = body_of(instrument)
    text = Text((body,))
    homes = amended(instrument)
    absent = () if known is None else tuple(name for name in homes if name not in known)
    homes = tuple(name for name in homes if name not in absent)
    found = []
    for operation, around in operations(instrument.items):
        node = _node_at(body, around)
        address = text.address_of(node) if node else ""
        trail = text.trail(node) if node else (instrument.name,)
        origin = Origin(instrument.name, address, _deed(operation), operation.span)
        found.append(Order(operation, origin, trail, homes, absent))
    return tuple(found)


def _deed(operation: m.Operation) -> str:
    """What an operation does to what it is aimed at, as people say it afterwards."""
    match operation:
        case m.Replace(restated=restated):
            return "restated" if restated else "replaced"
        case m.Delete():
            return "deleted"
        case m.Insert():
            return "inserted"
        case m.Renumber():
            return "renumbered"
        case m.WaiveFor():
            return "waived"
        case m.Reaffirm():
            return "reaffirmed"
        case m.WordChange() | m.ChangeValue() | m.Substitute() | m.Join():
            return "amended"
        case _:
            assert_never(operation)


def _node_at(body: Body, around: tuple[m.Provision, ...]) -> Node | None:
    """The provision of a text that was written as the innermost of some; none at the top."""
    written, content, found = body.instrument.items, body.content, None
    for provision in around:
        place = next(
            count
            for count, item in enumerate(item for item in written if isinstance(item, m.Provision))
            if item is provision
        )
        found = [item for item in content if isinstance(item, Node)][place]
        written, content = provision.items, found.content
    return found


def out_of_place(instrument: m.Instrument) -> Iterator[Diagnostic]:
    """Operations that stand where there is nothing to amend, or where none can be carried out."""
    for order in orders_of(instrument):
        if not order.homes:
            yield order.failure(
                "A112",
                f"changes a text, but {echo(instrument.name)} amends none",
                order.operation.span,
                help="a line `amends ...` below its name says which instrument it changes",
            )
        if isinstance(order.operation, m.Replace | m.Insert):
            for inner in _operations_in(order.operation.items):
                yield order.failure(
                    "S209", "puts an operation into another text, which is not supported yet", inner.span
                )
        if is_in_text(instrument) and not isinstance(order.operation, m.WaiveFor):
            yield order.failure(
                "A113",
                f"changes a text, but {echo(instrument.name)} says that its changes are in it",
                order.operation.span,
                help="take the operation out, or the line `in effect`",
            )
    yield from _out_of_tombs(instrument.name, instrument.items)
    for inner in _operations_in(_readings_of(instrument.items)):
        yield problem("S209", f"{echo(instrument.name)} lets a change of text depend on a reading", inner.span)


def _out_of_tombs(name: str, items: tuple[m.Item, ...], *, inside: bool = False) -> Iterator[Diagnostic]:
    """Marks of what is gone where nothing can be, and rules beside such a mark."""
    marks = [item for item in items if isinstance(item, m.Tombstone)]
    for mark in marks if not inside else marks[1:]:
        said = f"{echo(name)} says that something is gone where there is no provision, or says it twice"
        yield problem("A114", said, mark.span, help="write it once, first in the provision that is gone")
    for item in items:
        if isinstance(item, m.Provision):
            yield from _out_of_tombs(name, item.items, inside=True)
        elif inside and marks and not isinstance(item, _IN_TOMBS):
            said = f"{echo(name)} has a rule in a provision that is gone"
            yield problem("A114", said, getattr(item, "span", marks[0].span), help="take out the rule, or the mark")


def _readings_of(items: tuple[m.Item, ...]) -> tuple[m.Item, ...]:
    """The readings among some items, those in provisions too."""
    found: list[m.Item] = []
    pending = list(reversed(items))
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision):
            pending.extend(reversed(item.items))
        elif isinstance(item, m.Reading):
            found.append(item)
    return tuple(found)


def _operations_in(items: tuple[object, ...]) -> Iterator[m.Operation]:
    """The operations among some items, those in provisions and readings too."""
    pending = list(reversed(items))
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision):
            pending.extend(reversed(item.items))
        elif isinstance(item, m.Reading):
            pending.extend(inner for alternative in item.alternatives for inner in alternative.items)
        elif isinstance(item, OPERATIONS):
            yield item
