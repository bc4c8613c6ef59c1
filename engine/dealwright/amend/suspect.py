"""What can be carried out, and a careful reader of the amendment would ask about.

Words that nobody changed cite what has another number now; a new item of a list stands after one that ends with a full
stop. None of these stops an instrument, since the operation itself says what it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dealwright import model as m
from dealwright.amend.cited import cited_from, in_words
from dealwright.amend.finding import last_words
from dealwright.amend.orders import Order
from dealwright.amend.record import Change
from dealwright.amend.work import Work
from dealwright.diagnostic import Diagnostic, Place, echo
from dealwright.text import Node, spoken, spots

_MOST: Final = 5
"""So many places are shown."""
_WRITTEN: Final = frozenset({"inserted", "replaced", "restated"})
"""What is done to a provision whose words are the instrument's own."""


def left_behind(work: Work, orders: Sequence[Order]) -> Iterator[Diagnostic]:
    """Words that an instrument leaves as they are, and that cite what it gives another number."""
    changes = work.draft.changes[work.before :]
    moved = _moved(changes, orders)
    numbers = {node.steps[-1][1] for change in changes for node in _nodes(change.before) if change.identity in moved}
    new = {spot.node.identity for change in changes if change.kind in _WRITTEN for spot in spots(change.after)}
    found: dict[tuple[str, Order], list[Place]] = {}
    for home in dict.fromkeys(work.draft.home(identity) for identity in moved):
        known = work.start.body(home).index.spots
        for spot in spots(work.draft.bodies[home].content):
            silent = spot.gone or spot.node.identity in new or spot.node.identity not in known
            words = "" if silent else own_words(spot.node)
            if not any(number in words for number in numbers):
                continue
            path = known[spot.node.identity].path
            for address in dict.fromkeys(cited.whole for cited in in_words(words)):
                here = cited_from(work.start, address, home, path)
                way = work.draft.ways[here.identity] if isinstance(here, Node) else ()
                order = next((moved[identity] for identity in way if identity in moved), None)
                if order is not None:
                    found.setdefault((spoken(address), order), []).append(Place(spot.node.span, "here"))
    for (said, order), places in found.items():
        yield order.failure(
            "A121",
            f"gives {echo(said)} another number, and words still cite it",
            order.operation.span,
            also=tuple(places[:_MOST]),
            help="add a line `words follow`, or change the words",
        )


def _moved(changes: Sequence[Change], orders: Sequence[Order]) -> dict[str, Order]:
    """What was given another number that words do not follow, each with the operation."""
    by = {id(order.origin): order for order in orders}
    return {
        change.identity: by[id(change.origin)]
        for change in changes
        if change.kind == "renumbered"
        and isinstance(operation := by[id(change.origin)].operation, m.Renumber)
        and not operation.follow
        and change.before
    }


def _nodes(content: tuple[object, ...]) -> tuple[Node, ...]:
    """The provisions among some content."""
    return tuple(item for item in content if isinstance(item, Node))


def own_words(node: Node) -> str:
    """The words of a provision without those of the provisions in it."""
    return "\n".join(line for item in node.content if isinstance(item, m.Words) for line in item.lines)


# ---------------------------------------------------------------- lists


def seams(work: Work) -> Iterator[Diagnostic]:
    """New items of a list that stand after one which ends it."""
    for order, identity in work.placed:
        node = work.draft.node(identity)
        if node.unit != "clause" or not isinstance(order.operation, m.Insert | m.Replace):
            continue
        row = [
            item
            for item in work.draft.content(work.draft.parent(identity))
            if isinstance(item, Node) and item.unit == node.unit and not item.gone
        ]
        place = next(place for place, item in enumerate(row) if item.identity == identity)
        ends = [_ending(item) for item in row[:place]]
        if ends and ends[-1] == "." and len(ends) > 1 and ends[-2] != ".":
            yield order.failure(
                "A125",
                f"puts {echo(node.name)} after {echo(row[place - 1].name)}, which ends with a full stop",
                order.operation.span,
                also=(Place(row[place - 1].span, "the item before"),),
                help=f'say what becomes of it: `replace words "." with "; and" in {row[place - 1].name} ... at the end`',
            )
        elif ends and place < len(row) - 1 and re.search(r"\b(?:and|or)$", _text(row[place - 1])):
            yield order.failure(
                "A125",
                f"puts {echo(node.name)} after {echo(row[place - 1].name)}, which ends as the last but one of a list",
                order.operation.span,
                also=(Place(row[place - 1].span, "the item before"),),
            )


def _text(node: Node) -> str:
    """The last words of a provision."""
    return "\n".join(last_words(node.content).lines).rstrip()


def _ending(node: Node) -> str:
    """The last mark of a provision."""
    return _text(node)[-1:]
