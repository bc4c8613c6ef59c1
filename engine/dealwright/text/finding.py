"""From an address to what stands there, the way a reader of the contract finds it.

An address names as much of the way as it takes: `clause (a) of section 4` does not say in which article section 4 is,
nor in which of its sentences the clause. Whatever carries the last number and stands below the others, in this order,
is meant. Where several do, the one nearest to what is named is, and one in a schedule is only if the address says so;
if two are equally near, the address is ambiguous. What stands goes before what is gone.

A place in a row is counted among all that were ever there: the last sentence is the last one, and once that is deleted,
nothing is. So `first` and `last` never slide on to a neighbour.
"""

from __future__ import annotations

from typing import TypeAlias

from dealwright import expression as e
from dealwright.node import node
from dealwright.text.bodies import Body, Placed
from dealwright.text.nodes import ANNEXES, Element, Gone, Node
from dealwright.text.places import Spot
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


def spots_at(body: Body, steps: tuple[tuple[str, str], ...]) -> list[Spot]:
    """The provisions that an address may mean, the nearest only.

    Args:
        body: The text of the instrument.
        steps: The steps of the address, innermost first, as in `Address.steps`.

    Returns:
        None if there never was one; those that stand, else those that are gone.
    """
    numbered = _numbered(body, steps)
    if not numbered:
        return []
    wanted = numbered[::-1]
    found = [spot for spot in body.index.numbers.get(numbered[0], ()) if _below(wanted, spot.steps)]
    standing = [spot for spot in found if not spot.gone]
    return _nearest(standing or found, wanted)


def _numbered(body: Body, steps: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The steps of an address with a number for each place in a row; none if one of these is not there."""
    known: tuple[tuple[str, str], ...] = ()
    for unit, number in reversed(steps):
        if number not in e.POSITIONS:
            known = ((unit, number), *known)
            continue
        around = spots_at(body, known) if known else []
        if known and len(around) != 1:
            return ()
        row = _in_row(unit, around[0].node.content if known else body.content)
        place = {"first": 0, "penultimate": len(row) - 2, "last": len(row) - 1}[number]
        if not 0 <= place < len(row):
            return ()
        known = (*reversed(row[place].steps), *known)
    return known


def _in_row(unit: str, content: tuple[Element, ...]) -> list[Node]:
    """The provisions of one unit directly in some content, those deleted included."""
    return [
        item
        for item in content
        if isinstance(item, Node) and item.unit == unit and not any(gone.word == "replaced" for gone in item.gone)
    ]


def members(group: e.AddressGroup, content: tuple[Element, ...]) -> tuple[Node, ...]:
    """Those of a group that stand in some content; places are counted among all that were there."""
    row = _in_row(group.unit, content)
    chosen = {
        "every": row,
        "first": row[: group.count],
        "last": row[-group.count :] if group.count else [],
        "all but first": row[group.count :],
        "all but last": row[: -group.count] if group.count else row,
    }[group.which]
    return tuple(node for node in chosen if not node.gone)


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


def spoken(address: e.Address) -> str:
    """An address as it is written, also where it is a whole instrument: `sentence 1 of section 3.4(a)`."""
    return cited(address) if address.steps or address.term else address.instrument or "this agreement"
