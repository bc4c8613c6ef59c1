"""The contract as it reads on some day: each instrument that is in force, with what amendments made of it.

There is one body of text for the agreement and one for every instrument that amends it, since an amendment has
provisions of its own beside those that it changes. Rules are read off the provisions that stand. What a log may speak
of, the parties, events and inputs, is read off every instrument at hand, in force or not: a fact does not cease to be
one because the section that names it was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import evolve, field

from dealwright import expression as e
from dealwright import model as m
from dealwright.node import node
from dealwright.text.bodies import Body, Placed, Removed, defined_names, items
from dealwright.text.finding import Found, Missing, Several, members, spots_at
from dealwright.text.nodes import ANNEXES, DECLARATIONS, Gone, Node, Origin
from dealwright.text.places import Spot, spots


@node
class Text:
    """The text in force.

    Attributes:
        bodies: The instruments in force, each with its text; the agreement first.
        vocabulary: The declarations of every instrument at hand, one of each name.
        removed: The rules that were taken out of provisions that still stand.
        waiting: The instruments at hand that are not in force, as written: their rules do not count.
    """

    bodies: tuple[Body, ...]
    vocabulary: tuple[Placed, ...] = ()
    removed: tuple[Removed, ...] = field(default=(), repr=False)
    waiting: tuple[Body, ...] = field(default=(), repr=False)

    @cached_property
    def _by_name(self) -> dict[str, Body]:
        return {body.name: body for body in self.bodies}

    def body(self, name: str) -> Body:
        """The text of an instrument in force.

        Raises:
            KeyError: If no instrument of this name is in force.
        """
        return self._by_name[name]

    def rules(self) -> Iterator[Placed]:
        """Every rule of a provision that stands, in the order of the text; declarations are in the vocabulary."""
        for body in self.bodies:
            for placed in items(body):
                if not isinstance(placed.item, _NO_RULES):
                    yield placed

    def nodes(self) -> Iterator[Node]:
        """Every provision that stands, in the order of the text."""
        for body in self.bodies:
            for spot in spots(body.content):
                if not spot.gone:
                    yield spot.node

    def node(self, identity: str) -> Node:
        """The provision with an identity, standing or not.

        Raises:
            KeyError: If there is none in an instrument in force.
        """
        return self.spot(identity).node

    def spot(self, identity: str) -> Spot:
        """The provision with an identity, and those around it.

        Raises:
            KeyError: If there is none in an instrument at hand.
        """
        likely = self._by_name.get(identity.partition(":")[0])
        if likely is not None and identity in likely.index.spots:
            return likely.index.spots[identity]
        for body in (*self.bodies, *self.waiting):
            if identity in body.index.spots:
                return body.index.spots[identity]
        raise KeyError(identity)

    def find(self, address: e.Address, home: str) -> Found:
        """What stands at an address.

        Args:
            address: The address.
            home: The instrument in whose text it stands, for an address that names none.

        Returns:
            The provision, the rule of a definition or table, or the whole instrument; else what became of it.
        """
        if address.term:
            return self._find_term(address, home)
        name = address.instrument or home
        body = self._by_name.get(name)
        if body is None:
            return Missing(address)
        if not address.steps:
            return body
        found = spots_at(body, address.steps)
        if not found:
            return Missing(address)
        if len(found) > 1:
            return Several(tuple(spot.node for spot in found))
        spot = found[0]
        return _gone(spot) if spot.gone else spot.node

    def members(self, group: e.AddressGroup, home: str) -> tuple[Node, ...] | Found:
        """The provisions of a group that stand, in their order; else what became of what they stand in."""
        around = self.find(group.within, home)
        return members(group, around.content) if isinstance(around, Node | Body) else around

    def _find_term(self, address: e.Address, home: str) -> Found:
        """The rule that defines a term: in the instrument itself, else in any other."""
        own = self._by_name.get(home)
        found = (() if own is None else own.definitions.get(address.term, ())) or tuple(
            placed for body in self.bodies for placed in body.definitions.get(address.term, ())
        )
        if len(found) > 1:
            return Several(found)
        if found:
            return found[0]
        for removed in self.removed:
            if address.term in defined_names(removed.placed.item):
                return removed.gone
        for body in self.bodies:
            for spot in spots(body.content):
                if spot.gone and any(
                    address.term in defined_names(item) for item in spot.node.content if not isinstance(item, Node)
                ):
                    return _gone(spot)
        return Missing(address)

    def trail(self, node: Node) -> tuple[str, ...]:
        """The headings from the instrument down to a provision: `Bakery Lease`, `Article 3 Rent`, `Section 3.4`."""
        return (node.instrument, *(part.title for part in self.spot(node.identity).path))

    @cached_property
    def _headings(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {(node.instrument, self.address_of(node)): self.trail(node) for node in self.nodes()}

    def headings(self, origin: Origin) -> tuple[str, ...]:
        """The headings from the instrument down to the provision of an operation."""
        return self._headings.get((origin.instrument, origin.address), (origin.instrument,))

    def address_of(self, node: Node) -> str:
        """How a provision is cited today: `sentence 1 of section 3.4`."""
        return " of ".join(f"{part.unit} {part.number}".rstrip() for part in reversed(self._way(node)))

    def _way(self, node: Node) -> tuple[Node, ...]:
        """A provision and those around it that it takes to cite it: no article where the section is the only one."""
        path = self.spot(node.identity).path
        home = self._by_name.get(node.instrument) or next(one for one in self.waiting if one.name == node.instrument)
        numbers = home.index.numbers
        for place, part in enumerate(path):
            if part.unit in ANNEXES:
                break
            if part.unit == "section" and sum(_is_main(spot) for spot in numbers[part.steps[-1]]) == 1:
                return path[place:]
        return path


_NO_RULES: Final = (m.Words, *DECLARATIONS)


def _is_main(spot: Spot) -> bool:
    """Whether a provision stands outside of schedules and exhibits."""
    return not any(node.unit in ANNEXES for node in spot.path)


def _gone(spot: Spot) -> Gone:
    """Why a provision is gone."""
    return evolve(spot.gone[0], identity=spot.node.identity)
