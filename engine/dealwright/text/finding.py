"""From an address to what stands there, the way a reader of the contract finds it.

An address names as much of the way as it takes: `clause (a) of section 4` does not say in which article section 4 is,
nor in which of its sentences the clause. Whatever carries the last number and stands below the others, in this order,
is meant. Where several do, the one nearest to what is named is, and one in a schedule is only if the address says so;
if two are equally near, the address is ambiguous. What stands goes before what is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import field

from dealwright import expression as e
from dealwright import model as m
from dealwright.node import node
from dealwright.text.nodes import ANNEXES, Body, Gone, Node, Placed
from dealwright.write import address as cited


@node
class Missing:
    """That nothing ever stood at an address."""

    address: e.Address


@node
class Several:
    """What an address finds if it is ambiguous."""

    places: tuple[Node | Placed, ...]


Found: TypeAlias = Node | Placed | Body | Gone | Missing | Several
"""A provision, the rule of a `definition of ...`, a whole instrument; or why there is none of these."""


@node
class Spot:
    """A provision with those around it, outermost first, itself last."""

    path: tuple[Node, ...]

    @property
    def node(self) -> Node:
        """The provision."""
        return self.path[-1]

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """All numbers on the way to it, outermost first."""
        return tuple(step for node in self.path for step in node.steps)

    @property
    def gone(self) -> tuple[Gone, ...]:
        """Why it is gone, by itself or with what is around it; empty while it stands."""
        return next((node.gone for node in self.path if node.gone), ())


def spots(content: tuple[m.Item | Node, ...], path: tuple[Node, ...] = ()) -> Iterator[Spot]:
    """Every provision in some content, those that are gone included, in the order of the text."""
    pending = [(*path, item) for item in reversed(content) if isinstance(item, Node)]
    while pending:
        here = pending.pop()
        yield Spot(here)
        pending.extend((*here, item) for item in reversed(here[-1].content) if isinstance(item, Node))


@node
class Index:
    """Where the numbers of one instrument are.

    Attributes:
        spots: The provisions by their identity.
        numbers: The provisions by their last number.
    """

    spots: dict[str, Spot] = field(factory=dict)
    numbers: dict[tuple[str, str], list[Spot]] = field(factory=dict)


def index_of(body: Body) -> Index:
    """The index of an instrument's text."""
    index = Index()
    for spot in spots(body.content):
        index.spots[spot.node.identity] = spot
        index.numbers.setdefault(spot.node.steps[-1], []).append(spot)
    return index


def spots_at(index: Index, steps: tuple[tuple[str, str], ...]) -> list[Spot]:
    """The provisions that an address may mean, the nearest only.

    Args:
        index: Where the numbers are.
        steps: The steps of the address, innermost first, as in `Address.steps`.

    Returns:
        None if there never was one; those that stand, else those that are gone.
    """
    wanted = steps[::-1]
    found = [spot for spot in index.numbers.get(steps[0], ()) if _below(wanted, spot.steps)]
    standing = [spot for spot in found if not spot.gone]
    return _nearest(standing or found, wanted)


def _below(wanted: tuple[tuple[str, str], ...], steps: tuple[tuple[str, str], ...]) -> bool:
    """Whether all of the wanted steps lie on a way, in their order."""
    way = iter(steps)
    return all(step in way for step in wanted)


def _nearest(found: list[Spot], wanted: tuple[tuple[str, str], ...]) -> list[Spot]:
    """Those of some provisions that are nearest to what an address names."""
    named = {unit for unit, _ in wanted}

    def distance(spot: Spot) -> tuple[int, int]:
        annexes = sum(node.unit in ANNEXES and node.unit not in named for node in spot.path)
        return annexes, len(spot.steps)

    least = min(map(distance, found), default=(0, 0))
    return [spot for spot in found if distance(spot) == least]


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


def spoken(address: e.Address) -> str:
    """An address as it is written, also where it is a whole instrument: `sentence 1 of section 3.4(a)`."""
    return cited(address) if address.steps or address.term else address.instrument or "this agreement"
