"""Which provision of one text is which of another.

A text and the same text amended share their provisions: each has an identity that outlasts its number. Two writings
share none, so there a provision is the one that says the same, wherever it stands, and else the one that has its number
and its heading, or has its number and says something like it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from dealwright import model as m
from dealwright.show.wording import alike, paragraphs
from dealwright.text import Body, Node, Text, spots


@frozen
class Matched:
    """Two instruments of two texts that are compared with each other, one of them missing at times.

    Attributes:
        before: The instrument in the earlier text.
        after: The instrument in the later text.
        known: The identities of the later one's provisions, each with the identity in the earlier one.
    """

    before: tuple[Body, ...]
    after: tuple[Body, ...]
    known: dict[str, str]


def matched(old: Text, new: Text) -> tuple[Matched, ...]:
    """The instruments of two texts, in the order of the later one; what only the earlier one has comes last."""
    earlier = {body.name: body for body in old.bodies}
    bases = {body.name for body in new.bodies[:1]} if new.bodies[0].name not in earlier else set()
    found = []
    for body in new.bodies:
        name = old.bodies[0].name if body.name in bases else body.name
        before = earlier.pop(name, None)
        if before is None:
            found.append(Matched((), (body,), {}))
        else:
            found.append(Matched((before,), (body,), _known(before, body)))
    return (*found, *(Matched((body,), (), {}) for body in earlier.values()))


def identities(old: Text, new: Text) -> dict[str, str]:
    """The identity that each provision and instrument of a later text has in the earlier one, if it is there."""
    return {later: before for one in matched(old, new) for later, before in one.known.items()}


def _known(before: Body, after: Body) -> dict[str, str]:
    """The provisions of two instruments that are the same."""
    known = {after.name: before.name}
    if before.instrument == after.instrument:
        return known | {spot.node.identity: spot.node.identity for spot in spots(after.content)}
    first, second = _said(before), _said(after)
    known |= dict(_same(first, second))
    taken = set(known.values())
    numbers = {_suffix(identity, before): identity for identity in first if identity not in taken}
    for identity, words in second.items():
        near = numbers.get(_suffix(identity, after))
        if identity in known or near is None:
            continue
        if _has_one_heading(before, near, after, identity) or first[near] == words or alike(first[near], words):
            known[identity] = near
    return known


def _has_one_heading(before: Body, earlier: str, after: Body, later: str) -> bool:
    """Whether two provisions of one number have one heading, too: then they are one, whatever they say."""
    headings = {body.index.spots[name].node.heading for body, name in ((before, earlier), (after, later))}
    return len(headings) == 1 and headings != {""}


def _said(body: Body) -> dict[str, str]:
    """The provisions that stand in an instrument, with their headings and own words."""
    return {
        spot.node.identity: "\n\n".join((spot.node.heading, own_words(spot.node))).strip()
        for spot in spots(body.content)
        if not spot.gone
    }


def _same(first: dict[str, str], second: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The provisions that say what only one provision of the other instrument says."""
    counted = Counter(first.values()), Counter(second.values())
    places = {words: identity for identity, words in first.items()}
    for identity, words in second.items():
        if words and counted[0][words] == counted[1][words] == 1:
            yield identity, places[words]


def _suffix(identity: str, body: Body) -> str:
    """An identity without the name of the instrument."""
    return identity.removeprefix(f"{body.name}:")


def own_words(node: Node) -> str:
    """The words of a provision without those of the provisions in it; paragraphs stay apart."""
    return "\n\n".join(one.words for item in node.content if isinstance(item, m.Words) for one in paragraphs(item))
