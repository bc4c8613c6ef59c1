"""What an operation is aimed at: provisions, terms, rows, or a whole instrument.

The targets of an instrument are looked up in the text as it was before the instrument, all of them: who writes "a new
clause (f), the existing clause (f) becoming clause (g)" speaks of the clause that the parties knew. Only what is not
found there is looked for in what the instrument has made so far.
"""

from __future__ import annotations

from typing import assert_never

from attrs import evolve, frozen

from dealwright import expression as e
from dealwright.amend.orders import Elsewhere, Failure, Order
from dealwright.diagnostic import Place, echo
from dealwright.source import Span
from dealwright.text import Body, Gone, Missing, Node, Placed, Several, Text, spoken, spots
from dealwright.write import addresses


@frozen
class Target:
    """One thing that an operation is aimed at.

    Attributes:
        identity: The provision, or the one that holds the term; an instrument's name for its top.
        home: The instrument whose text it is part of.
        term: The term or table, when it is one; else empty.
        row: The key of a row as written, when it is one; else empty.
        contents: Whether what stands in the provision is meant, and not the provision.
        said: How the operation calls it.
        span: Where it does so.
    """

    identity: str
    home: str
    term: str
    row: str
    contents: bool
    said: str
    span: Span


def targets_of(order: Order, aims: tuple[e.Aim, ...], text: Text, verb: str) -> tuple[tuple[Target, ...], ...]:
    """What some addresses are aimed at, one group for each address as written.

    Args:
        order: The operation.
        aims: Its addresses.
        text: Where they are looked up.
        verb: What it does to them, as in `deletes`.

    Raises:
        Failure: One of them is nothing that stands, or may be several things.
    """
    return tuple(_aimed_at(order, aim, text, verb) for aim in aims)


def _aimed_at(order: Order, aim: e.Aim, text: Text, verb: str) -> tuple[Target, ...]:
    """What one address as written is aimed at."""
    match aim:
        case e.Address():
            return (_one(order, aim, text, verb),)
        case e.AddressRange():
            return _run(order, aim, text, verb)
        case e.AddressGroup():
            return _group(order, aim, text, verb)
        case _:
            assert_never(aim)


def _one(order: Order, address: e.Address, text: Text, verb: str) -> Target:
    """What an address is aimed at."""
    said = spoken(address)
    homes = (address.instrument,) if address.instrument else order.homes
    everywhere = [(home, text.find(address, home)) for home in homes]
    found = [(home, here) for home, here in everywhere if not isinstance(here, Missing)]
    if not found:
        if order.absent and (not address.instrument or address.instrument in order.absent):
            raise Elsewhere
        raise _missing(order, said, homes, text, verb, address.span)
    if len(found) > 1 and not address.term:
        where = " and ".join(echo(home) for home, _ in found)
        raise order.fails("A107", f"{verb} {echo(said)}, which {where} have", address.span)
    _, here = found[0]
    match here:
        case Node():
            return Target(here.identity, here.instrument, "", "", address.contents, said, address.span)
        case Body():
            return Target(here.name, here.name, "", "", True, said, address.span)  # noqa: FBT003
        case Placed():
            return Target(here.identity, here.home, address.term, address.row, False, said, address.span)  # noqa: FBT003
        case Gone():
            raise gone(order, said, here, verb, address.span)
        case Several():
            raise order.fails(
                "A107",
                f"{verb} {echo(said)}, and there are {len(here.places)} of them",
                address.span,
                also=tuple(Place(_span(place), "one of them") for place in here.places),
                help="name it from the instrument down",
            )
        case _:
            assert_never(here)


def _span(place: Node | Placed) -> Span:
    """Where something stands."""
    return place.span if isinstance(place, Node) else place.item.span


def gone(order: Order, said: str, reason: Gone, verb: str, span: Span) -> Failure:
    """That a target is no longer there."""
    return order.fails(
        "A102",
        f"{verb} {echo(said)}, which {echo(str(reason.origin))} {reason.word}",
        span,
        also=(Place(reason.origin.span, f"{reason.word} here"),),
    )


def _missing(order: Order, said: str, homes: tuple[str, ...], text: Text, verb: str, span: Span) -> Failure:
    """That a target never was."""
    known = {body.name for body in text.bodies}
    absent = [home for home in homes if home not in known]
    if absent:
        return order.fails("A101", f"{verb} {echo(said)}, but {echo(absent[0])} is not in force", span)
    where = " and ".join(map(echo, homes))
    return order.fails("A101", f"{verb} {echo(said)}, which {where} never had", span, help=_unmarked(said))


def _unmarked(said: str) -> str:
    """What may help with a place in a text whose sentences or paragraphs are not told apart."""
    unit = next((unit for unit in ("sentence", "paragraph", "proviso") if unit in said.partition(" of ")[0]), "")
    return f"write each {unit} of that provision below a line of its own, as in `{unit} 1`" if unit else ""


def _run(order: Order, aim: e.AddressRange, text: Text, verb: str) -> tuple[Target, ...]:
    """The neighbours from one number to another; those that are gone between them are passed over."""
    ends = tuple(
        e.Address(((aim.unit, number), *aim.within.steps), aim.within.instrument, span=aim.span)
        for number in (aim.first, aim.last)
    )
    first, last = (_one(order, end, text, verb) for end in ends)
    around = text.spot(first.identity).path[:-1]
    content = around[-1].content if around else text.body(first.home).content
    beside = [item for item in content if isinstance(item, Node)]
    if last.identity not in {node.identity for node in beside}:  # sections of several articles
        beside = [spot.node for spot in spots(text.body(first.home).content) if not spot.gone]
    names = [node.identity for node in beside]
    start, end = names.index(first.identity), names.index(last.identity)
    if start > end:
        raise order.fails(
            "A101", f"{verb} {echo(f'{aim.unit}s {aim.first} to {aim.last}')}, which run backwards", aim.span
        )
    return tuple(
        Target(node.identity, node.instrument, "", "", False, node.name, aim.span)  # noqa: FBT003
        for node in beside[start : end + 1]
        if node.unit == aim.unit and not node.gone
    )


def _group(order: Order, aim: e.AddressGroup, text: Text, verb: str) -> tuple[Target, ...]:
    """Those of one unit in a provision, or the first or last of them."""
    around = _one(order, aim.within, text, verb)
    found = text.members(aim, around.home) if aim.within.steps else text.members(_in(aim, around.home), around.home)
    said = addresses((aim,))
    nodes = found if isinstance(found, tuple) else ()
    wanted = max(aim.count, 1) if aim.which in {"first", "last"} else 1
    if len(nodes) < wanted:
        raise order.fails(
            "A101", f"{verb} {echo(said)}, of which {len(nodes)} stand", aim.span, help=_unmarked(f"{aim.unit} of it")
        )
    return tuple(Target(node.identity, node.instrument, "", "", False, node.name, aim.span) for node in nodes)  # noqa: FBT003


def _in(aim: e.AddressGroup, home: str) -> e.AddressGroup:
    """A group of the whole of an instrument, named."""
    return evolve(aim, within=evolve(aim.within, instrument=home))
