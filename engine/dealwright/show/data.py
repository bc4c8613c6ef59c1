"""The text in force as plain data: a tree of provisions, each with its words, its rules and what became of it."""

from __future__ import annotations

from typing import Any

from dealwright import model as m
from dealwright.show.conformed import Hands
from dealwright.text import Element, Node, Origin, Text
from dealwright.write import item


def text_data(text: Text, hands: Hands) -> list[dict[str, Any]]:
    """The instruments of a text, each with its provisions, as plain data that JSON can hold.

    Args:
        text: The text in force.
        hands: What is known of the instruments' days.
    """
    return [
        {
            "instrument": body.name,
            "title": body.instrument.long or body.name,
            "dated": _day(hands, body.name, effective=False),
            "in_effect_since": _day(hands, body.name, effective=True),
            **_content(text, body.content, hands),
        }
        for body in text.bodies
    ]


def _day(hands: Hands, name: str, *, effective: bool) -> str | None:
    """A day of an instrument: since when it is in effect where that is known, or the day that it bears."""
    hand = hands.get(name)
    known = hand is not None and hand.effective is effective
    return next((day.isoformat() for day in hand.days), None) if known and hand else None


def _content(text: Text, content: tuple[Element, ...], hands: Hands) -> dict[str, Any]:
    """The words, the rules and the provisions in some content."""
    rules = [one for one in content if not isinstance(one, Node | m.Words)]
    return {
        "words": [line for one in content if isinstance(one, m.Words) for line in one.lines],
        "rules": ["\n".join(item(one)) for one in rules],
        "provisions": [_node(text, one, hands) for one in content if isinstance(one, Node)],
    }


def _node(text: Text, node: Node, hands: Hands) -> dict[str, Any]:
    """A provision; of one that is gone, the words that were left in its place."""
    inside = _content(text, node.content, hands)
    gone = next(iter(node.gone), None)
    if gone is not None:
        inside = {"words": gone.left.split("\n") if gone.left else [], "rules": [], "provisions": []}
    return {
        "address": text.address_of(node),
        "identity": node.identity,
        "unit": node.unit,
        "number": node.number,
        "heading": node.heading,
        "state": gone.word if gone else "changed" if node.origins else "as first written",
        "origins": [_origin(one, hands) for one in (*node.origins, *([gone.origin] if gone else []))],
        **inside,
    }


def _origin(origin: Origin, hands: Hands) -> dict[str, Any]:
    """Who did something to a provision, and since when that counts."""
    return {
        "deed": origin.deed,
        "instrument": origin.instrument or None,
        "sentence": origin.address,
        "in_effect_since": _day(hands, origin.instrument, effective=True),
    }
