"""One name for another wherever it stands: a party that steps into another's place, a term that is called otherwise.

Words and rules change together. Declared facts keep their names, since a log speaks of them. Who the parties are is
said in the heading of the agreement; whoever reads it there asks here what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from dealwright import model as m
from dealwright.amend.finding import pattern_of
from dealwright.amend.orders import Order, amended, operations
from dealwright.amend.rewriting import renamed
from dealwright.amend.work import Touch, Work
from dealwright.diagnostic import echo
from dealwright.text import Element, Node


def substitute(work: Work, order: Order, operation: m.Substitute) -> None:
    """Carry out `substitute X for Y`.

    Raises:
        Failure: The old name stands nowhere.
    """
    found = False
    for home in order.homes:
        body = work.draft.bodies.get(home)
        if body is None:
            continue
        touched: list[str] = []
        content = _content(body.content, home, order, operation, touched)
        before = {identity: work.held(identity) for identity in touched}
        work.draft.fill(home, content)
        for identity in touched:
            after = work.held(identity)
            work.did(order, "substituted", identity, before[identity], after, part=f"name {operation.old}")
        found = found or bool(touched)
    if not found:
        said = f"substitutes {echo(operation.new)} for {echo(operation.old)}, which stands nowhere"
        raise order.fails("A101", said, operation.span)


def _content(
    content: tuple[Element, ...], identity: str, order: Order, operation: m.Substitute, touched: list[str]
) -> tuple[Element, ...]:
    """Some content with the new name in all that stands."""
    pattern = pattern_of(operation.old)
    changed: list[Element] = []
    own = False
    for item in content:
        now: Element = item
        if isinstance(item, m.Words):
            text, count = pattern.subn(lambda _: operation.new, "\n".join(item.lines))
            now = evolve(item, lines=tuple(text.split("\n"))) if count else item
        elif not isinstance(item, Node):
            now = renamed(item, operation.old, operation.new)
        own = own or now is not item
        changed.append(now)
    if own:
        touched.append(identity)
    return tuple(_node(item, order, operation, touched) if isinstance(item, Node) else item for item in changed)


def _node(node: Node, order: Order, operation: m.Substitute, touched: list[str]) -> Node:
    """A provision with the new name in it, if it stands."""
    if node.gone:
        return node
    before = len(touched)
    heading = pattern_of(operation.old).sub(lambda _: operation.new, node.heading)
    content = _content(node.content, node.identity, order, operation, touched)
    if heading != node.heading and node.identity not in touched[before:]:
        touched.append(node.identity)
    if len(touched) == before:
        return node
    own = node.identity in touched[before:]
    origins = (*node.origins, order.origin) if own else node.origins
    return evolve(node, heading=heading, content=content, origins=origins)


def join(work: Work, order: Order, operation: m.Join) -> None:
    """Carry out `join P`: the text stays; who is bound is asked of the instruments in force.

    Raises:
        Failure: A party joins twice.
    """
    for home in order.homes:
        body = work.draft.bodies.get(home)
        if body is None:
            continue
        between = next((s.actors.names for s in body.instrument.settings
                        if isinstance(s, m.Setting) and s.actors and s.word == "between"), ())  # fmt: skip
        bound = parties_after(between, home, [one.instrument for one in work.draft.bodies.values()])
        again = [name for name in operation.names if name in bound]
        if again:
            raise order.fails("A128", f"lets {echo(again[0])} join, who is a party already", operation.span)
        work.touched.extend(Touch((home,), f"party {name}", order) for name in operation.names)


def parties_after(
    names: Iterable[str], home: str, in_force: Iterable[m.Instrument], *, joined: bool = True
) -> tuple[str, ...]:
    """The parties of an agreement after its amendments.

    Args:
        names: Those in its heading.
        home: Its name.
        in_force: The instruments in force, in the order in which they took effect.
        joined: Whether those who joined count, and not only those who stepped into the place of one named.
    """
    bound = list(names)
    for instrument in in_force:
        if home in amended(instrument):
            for operation, _ in operations(instrument.items):
                if isinstance(operation, m.Substitute):
                    bound = [operation.new if name == operation.old else name for name in bound]
                elif isinstance(operation, m.Join) and joined:
                    bound.extend(operation.names)
    return tuple(dict.fromkeys(bound))


def newcomers(instrument: m.Instrument) -> tuple[str, ...]:
    """The names that an instrument brings in: of those who join, and of those who step into another's place."""
    found: list[str] = []
    for operation, _ in operations(instrument.items):
        if isinstance(operation, m.Join):
            found.extend(operation.names)
        elif isinstance(operation, m.Substitute):
            found.append(operation.new)
    return tuple(found)
