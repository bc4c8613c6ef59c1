"""What an explanation shows of the text: the words of each provision that stands, and by whose hand the others went."""

from __future__ import annotations

from dealwright import model as m
from dealwright.text import Node, Text, spots


def provisions(text: Text) -> dict[str, tuple[str, str]]:
    """The address and own words of each provision that stands, by identity."""
    return {node.identity: (text.address_of(node), _words(node)) for node in text.nodes()}


def _words(node: Node) -> str:
    """The contract's own words in a provision itself, those of the provisions in it left out."""
    return "\n".join(line for item in node.content if isinstance(item, m.Words) for line in item.lines)


def removed(text: Text) -> dict[str, str]:
    """What was taken out of the text, provisions by identity and norms by key, and by whom."""
    found = {}
    for body in text.bodies:
        for spot in spots(body.content):
            if spot.gone:
                found[spot.node.identity] = str(spot.gone[0].origin)
    for one in text.removed:
        if isinstance(one.placed.item, m.Norm):
            found[f"{one.placed.identity} / {one.placed.item.name}"] = str(one.gone.origin)
    return found
