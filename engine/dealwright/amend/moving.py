"""Citations of provisions that get other numbers: in rules, and in words where an instrument says that these follow."""

from __future__ import annotations

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.cited import cited_from, in_words
from dealwright.amend.orders import Order
from dealwright.amend.work import Work
from dealwright.text import Element, Node, Spot, Text

Step = tuple[str, str]


def moved(address: e.Address, text: Text, home: str, moves: dict[str, Step]) -> e.Address:
    """An address under the new numbers of what it goes through."""
    found = text.find(address, home)
    if not isinstance(found, Node):
        return address
    way = [(step, node.identity) for node in text.spot(found.identity).path for step in node.steps]
    steps = list(address.steps)
    place = 0
    for step, identity in reversed(way):
        if place < len(steps) and address.steps[place] == step:
            steps[place] = moves.get(identity, step)
            place += 1
    return address if tuple(steps) == address.steps else evolve(address, steps=tuple(steps))


def follow_in_words(work: Work, order: Order, moves: dict[str, Step]) -> None:
    """Change the numbers in the words that cite what gets another number.

    Args:
        work: The carrying out.
        order: The operation.
        moves: The last step of the address of each provision, by its identity, as it will be.
    """
    text = work.draft.text()
    for home in dict.fromkeys(work.draft.home(identity) for identity in moves):
        for spot in text.body(home).index.spots.values():
            if not spot.gone:
                content = tuple(_reworded(item, text, home, spot, moves) for item in spot.node.content)
                if any(new is not old for new, old in zip(content, spot.node.content, strict=True)):
                    held = work.held(spot.node.identity)
                    kept = (new if isinstance(new, m.Words) else old
                            for new, old in zip(content, work.draft.content(spot.node.identity), strict=True))  # fmt: skip
                    work.draft.fill(spot.node.identity, kept, evolve(order.origin, deed="amended"))
                    work.did(order, "words changed", spot.node.identity, held, work.held(spot.node.identity),
                             part="words of citations")  # fmt: skip


def _reworded(item: Element, text: Text, home: str, spot: Spot, moves: dict[str, Step]) -> Element:
    """Words with other numbers in their citations."""
    if not isinstance(item, m.Words):
        return item
    words = "\n".join(item.lines)
    changed = words
    for cited in reversed(in_words(words)):
        found = cited_from(text, cited.whole, home, spot.path)
        if isinstance(found, Node):
            inside = len(cited.address.steps)
            way = [(node, step) for node in text.spot(found.identity).path for step in node.steps][-inside:]
            steps = [moves.get(node.identity, step) if step == node.steps[-1] else step for node, step in way]
            if steps != [step for _, step in way] and [step for _, step in way] == list(reversed(cited.address.steps)):
                number = "".join(number for _, number in steps)
                changed = changed[: cited.start] + number + changed[cited.end :]
    return item if changed == words else evolve(item, lines=tuple(changed.split("\n")))
