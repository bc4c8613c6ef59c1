"""A text while it is being changed.

Every provision is a value that never changes, so a draft only holds the newest of each instrument and the way to every
provision; the old text stays whole for those who hold it. A draft that fails is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, evolve, field

from dealwright.amend.record import Change, Waiver
from dealwright.text import Body, Element, Gone, Naming, Node, Origin, Removed, Text, spots


@define
class Draft:
    """The newest text of every instrument.

    Attributes:
        bodies: The instruments by name.
        changes: What was changed.
        removed: Rules that were taken out of provisions that still stand.
        waivers: What is waived.
        ways: For every provision its instrument and the identities of those around it, outermost first, itself last.
        naming: The identities that are taken.
        known: The names of all instruments at hand, in force or not.
    """

    bodies: dict[str, Body] = field(factory=dict)
    changes: list[Change] = field(factory=list)
    removed: list[Removed] = field(factory=list)
    waivers: list[Waiver] = field(factory=list)
    ways: dict[str, tuple[str, ...]] = field(factory=dict)
    naming: Naming = field(factory=Naming)
    known: frozenset[str] = frozenset()

    def copy(self) -> Draft:
        """A draft that can be changed without changing this one."""
        return Draft(
            dict(self.bodies),
            list(self.changes),
            list(self.removed),
            list(self.waivers),
            dict(self.ways),
            Naming(self.naming.taken),
            self.known,
        )

    def add(self, body: Body) -> None:
        """Put in the text of a further instrument."""
        self.bodies[body.name] = body
        self._know(body.content, (body.name,))

    def text(self) -> Text:
        """The text as it stands now."""
        return Text(tuple(self.bodies.values()), removed=tuple(self.removed))

    # ------------------------------------------------------------ reading

    def content(self, identity: str) -> tuple[Element, ...]:
        """What stands in a provision, or at the top of an instrument."""
        return self.bodies[identity].content if identity in self.bodies else self.node(identity).content

    def node(self, identity: str) -> Node:
        """A provision as it is now."""
        return self.path(identity)[-1]

    def path(self, identity: str) -> tuple[Node, ...]:
        """A provision and those around it as they are now, outermost first."""
        home, *names = self.ways[identity]
        content, found = self.bodies[home].content, []
        for name in names:
            here = next(item for item in content if isinstance(item, Node) and item.identity == name)
            found.append(here)
            content = here.content
        return tuple(found)

    def gone(self, identity: str) -> tuple[Gone, ...]:
        """Why a provision is no longer there, by itself or with what is around it; empty while it stands."""
        if identity in self.bodies:
            return ()
        return next((node.gone for node in self.path(identity) if node.gone), ())

    def parent(self, identity: str) -> str:
        """The identity of the provision around one, or the name of its instrument."""
        return self.ways[identity][-2]

    def home(self, identity: str) -> str:
        """The instrument whose text a provision is part of."""
        return identity if identity in self.bodies else self.ways[identity][0]

    def way(self, identity: str) -> tuple[str, ...]:
        """The instrument and the provisions on the way to one, itself included."""
        return (identity,) if identity in self.bodies else self.ways[identity]

    def address(self, identity: str) -> str:
        """How a provision is cited now; empty for an instrument."""
        if identity in self.bodies:
            return ""
        return self.text().address_of(self.node(identity))

    # ------------------------------------------------------------ changing

    def put(self, node: Node) -> None:
        """Put a provision in the place of the one with its identity."""
        home, *names = self.ways[node.identity]
        body = self.bodies[home]
        self.bodies[home] = evolve(body, content=_put(body.content, names, node))
        self._know(node.content, self.ways[node.identity])

    def fill(self, identity: str, content: Iterable[Element], *origin: Origin) -> None:
        """Put something else into a provision, or at the top of an instrument."""
        if identity in self.bodies:
            self.bodies[identity] = evolve(self.bodies[identity], content=tuple(content))
            self._know(self.bodies[identity].content, (identity,))
        else:
            node = self.node(identity)
            self.put(evolve(node, content=tuple(content), origins=(*node.origins, *origin)))

    def _know(self, content: tuple[Element, ...], around: tuple[str, ...]) -> None:
        """Note the ways to all provisions in some content."""
        for spot in spots(content):
            names = tuple(node.identity for node in spot.path)
            self.ways[names[-1]] = (*around, *names)
            self.naming.taken.add(names[-1])


def _put(content: tuple[Element, ...], names: list[str], node: Node) -> tuple[Element, ...]:
    """Some content with one provision in it changed, found along the identities on the way to it."""
    first, *rest = names
    return tuple(
        (evolve(item, content=_put(item.content, rest, node)) if rest else node)
        if isinstance(item, Node) and item.identity == first
        else item
        for item in content
    )
