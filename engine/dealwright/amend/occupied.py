"""Numbers that would be given twice.

Every citation of a number would change its meaning if another provision got it. So a new provision, or one that is
renumbered, must have a number that nothing beside it has, or had before it was deleted. Where the sections of an
instrument count through, nothing beside it is nothing anywhere. It is looked at when the whole instrument is carried
out: a number may become free in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dealwright.amend.work import Work
from dealwright.diagnostic import Diagnostic, Place, echo
from dealwright.text import ANNEXES, Node, spots


def occupied(work: Work) -> Iterable[Diagnostic]:
    """The numbers that two provisions have after an instrument, or had."""
    told: set[str] = set()
    for order, identity in work.placed:
        node = work.draft.node(identity)
        for other in _with_number(work, node):
            if other.identity not in told:
                told.add(identity)
                had = "had" if other.gone else "has"
                yield order.failure(
                    "A108",
                    f"gives a provision the number {echo(node.name)}, which another one {had}",
                    order.operation.span,
                    also=(Place(other.span, "the other one"),),
                    help="give it another number, such as one with a letter",
                )
                break


def _with_number(work: Work, node: Node) -> list[Node]:
    """The other provisions with the number of one: beside it, or anywhere where sections count through."""
    draft = work.draft
    beside = [item for item in draft.content(draft.parent(node.identity)) if isinstance(item, Node)]
    if node.unit == "section" and not any(draft.node(name).unit in ANNEXES for name in draft.ways[node.identity][1:]):
        everywhere = [
            spot.node
            for spot in spots(draft.bodies[node.instrument].content)
            if spot.node.unit == "section" and not any(around.unit in ANNEXES for around in spot.path)
        ]
        numbers = [other.number for other in everywhere if other.identity != node.identity]
        beside = everywhere if len(set(numbers)) == len(numbers) else beside
    return [
        other
        for other in beside
        if (other.unit, other.number) == (node.unit, node.number)
        and other.identity != node.identity
        and not any(reason.word == "replaced" for reason in other.gone)
    ]
