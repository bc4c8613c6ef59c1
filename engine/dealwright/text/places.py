"""Where every provision of some content is: those around it, and an index by identity and by number."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field

from dealwright.node import node
from dealwright.text.nodes import Element, Gone, Node


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


def spots(content: tuple[Element, ...], path: tuple[Node, ...] = ()) -> Iterator[Spot]:
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


def index_of(content: tuple[Element, ...]) -> Index:
    """Where the numbers in some content are."""
    index = Index()
    for spot in spots(content):
        index.spots[spot.node.identity] = spot
        index.numbers.setdefault(spot.node.steps[-1], []).append(spot)
    return index
