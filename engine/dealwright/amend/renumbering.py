"""Provisions given other numbers: their identity goes with them, and so do the citations of them in the rules.

The words that cite them follow if the operation says so; else they are left, and remarked on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.moving import Step, follow_in_words, moved
from dealwright.amend.numbering import run
from dealwright.amend.orders import Order
from dealwright.amend.rewriting import rewritten
from dealwright.amend.targets import Target
from dealwright.amend.work import Work
from dealwright.diagnostic import echo
from dealwright.text import Element, Node, Text, steps_of


def renumber(work: Work, order: Order, operation: m.Renumber) -> None:
    """Carry out `renumber X as Y`.

    Raises:
        Failure: There are not as many numbers as provisions.
    """
    groups = work.targets(order, operation.targets, "renumbers")
    targets = tuple(target for group in groups for target in group)
    if any(target.term or target.identity in work.draft.bodies for target in targets):
        raise order.fails("A101", "renumbers what has no number", operation.span)
    names = tuple(_numbers(order, operation, len(targets)))
    if len(names) != len(targets):
        raise order.fails("A107", f"renumbers {len(targets)} provisions and gives {len(names)} numbers", operation.span)
    moves = _moves(targets, names)
    _follow(work, moves)
    if operation.follow:
        follow_in_words(work, order, moves)
    for target, (unit, number) in zip(targets, names, strict=True):
        node = work.draft.node(target.identity)
        content = _relabelled(node.content, node.number, number)
        new = evolve(node, unit=unit, number=number, content=content, origins=(*node.origins, order.origin))
        work.draft.put(new)
        work.placed.append((order, target.identity))
        work.did(order, "renumbered", target.identity, (node,), (new,))


def _relabelled(content: tuple[Element, ...], old: str, new: str) -> tuple[Element, ...]:
    """What stands in a provision, its number changed where its words begin with it."""
    first = next((item for item in content if isinstance(item, m.Words)), None)
    opening = first.lines[0].lstrip() if first and first.lines else ""
    rest = opening.removeprefix(old)
    if first is None or rest == opening or rest[:1].isalnum():
        return content
    changed = evolve(first, lines=(f"{new}{rest}", *first.lines[1:]))
    return tuple(changed if item is first else item for item in content)


def _numbers(order: Order, operation: m.Renumber, count: int) -> Iterator[Step]:
    """The new units and numbers."""
    for aim in operation.numbers:
        if isinstance(aim, e.AddressRange):
            numbers = run(aim.first, aim.last, count)
            if not numbers:
                raise order.fails(
                    "A107",
                    f"renumbers {count} provisions, and {echo(f'{aim.first} to {aim.last}')} is another count",
                    aim.span,
                )
            yield from ((aim.unit, number) for number in numbers)
        elif isinstance(aim, e.Address) and aim.steps and aim.steps[0][1] not in ("", *e.POSITIONS):
            yield aim.steps[0]
        else:
            raise order.fails("A101", "renumbers a provision as what is no number", aim.span)


def _moves(targets: tuple[Target, ...], names: tuple[Step, ...]) -> dict[str, Step]:
    """The last step of the address of each provision, by its identity, as it will be."""
    return {target.identity: steps_of(*name)[-1] for target, name in zip(targets, names, strict=True)}


def _follow(work: Work, moves: dict[str, Step]) -> None:
    """Change the citations of provisions in all rules."""
    text = work.draft.text()
    for name, body in list(work.draft.bodies.items()):
        content = _followed(body.content, text, name, moves)
        if content is not body.content:
            work.draft.fill(name, content)


def _followed(content: tuple[Element, ...], text: Text, home: str, moves: dict[str, Step]) -> tuple[Element, ...]:
    """Some content with its citations changed."""

    def change(part: Any) -> Any:
        if isinstance(part, e.Address) and part.steps:
            return moved(part, text, home, moves)
        if isinstance(part, e.AddressRange):
            ends = [
                moved(e.Address(((part.unit, number), *part.within.steps), part.within.instrument), text, home, moves)
                for number in (part.first, part.last)
            ]
            return evolve(part, first=ends[0].steps[0][1], last=ends[1].steps[0][1])
        return part

    changed = tuple(
        _node(item, text, home, moves) if isinstance(item, Node) else rewritten(item, change) for item in content
    )
    return content if all(new is old for new, old in zip(changed, content, strict=True)) else changed


def _node(node: Node, text: Text, home: str, moves: dict[str, Step]) -> Node:
    """A provision with its citations changed."""
    content = _followed(node.content, text, home, moves)
    return node if content is node.content else evolve(node, content=content)
