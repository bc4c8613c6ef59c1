"""Where new matter goes: beside something, or where its number or its name belongs."""

from __future__ import annotations

from collections.abc import Sequence

from dealwright import model as m
from dealwright.amend.numbering import place_of
from dealwright.amend.orders import Order
from dealwright.amend.work import Work
from dealwright.expression import Row
from dealwright.text import ANNEXES, Element, Node, defined_names, within


def items_of(order: Order, items: tuple[m.Item | Row, ...]) -> tuple[m.Item, ...]:
    """New matter for a provision.

    Raises:
        Failure: There are rows of a table in it.
    """
    for item in items:
        if isinstance(item, Row):
            raise order.fails("A101", "puts a row where there is no table", item.span)
    return tuple(item for item in items if not isinstance(item, Row))


def around(provision: m.Provision, parent: str, work: Work) -> str:
    """What the identity of a new provision begins with: its parent, or the instrument if sections count through."""
    draft = work.draft
    way = draft.ways.get(parent, (parent,))
    if len(way) > 1 and provision.unit == "section":
        top = f"{way[0]}:"
        annexed = any(draft.node(name).unit in ANNEXES for name in way[1:])
        if not annexed and within(top, provision.unit, provision.number) not in draft.naming.taken:
            return top
    return parent if parent in draft.ways else f"{parent}:"


def put_beside(
    content: tuple[Element, ...], identity: str, fresh: tuple[Element, ...], place: str
) -> tuple[Element, ...]:
    """Some content with more of it before or after one provision."""
    names = [item.identity if isinstance(item, Node) else "" for item in content]
    at = names.index(identity) + (place == "after")
    return (*content[:at], *fresh, *content[at:])


def in_order(content: tuple[Element, ...], fresh: tuple[Element, ...]) -> tuple[tuple[Element, ...], bool]:
    """Some content with more of it where it belongs, and whether it belonged anywhere.

    A provision goes where its number belongs among those of its unit, definitions where their first name belongs in
    the alphabet, if those that are there follow it. All else goes to the end.
    """
    found = list(content)
    placed = True
    for _, entry in _entries(fresh):
        at = _by_number(entry[0], found) if isinstance(entry[0], Node) else _by_name(entry, found)
        placed = placed and (at >= 0 or not content)
        at = len(found) if at < 0 else at
        found[at:at] = entry
    return tuple(found), placed


def _by_number(new: Node, content: Sequence[Element]) -> int:
    """Where a provision belongs by its number; -1 if there is none of its unit."""
    beside = [(at, node) for at, node in enumerate(content) if isinstance(node, Node) and node.unit == new.unit]
    if not beside:
        return -1
    place = place_of(new.number, [node.number for _, node in beside])
    return beside[place][0] if place < len(beside) else beside[-1][0] + 1


def _by_name(entry: list[Element], content: Sequence[Element]) -> int:
    """Where a definition belongs by the alphabet; -1 if what is there does not follow it."""
    names = [(at, _name(group)) for at, group in _entries(content) if _name(group)]
    known = [name.casefold() for _, name in names]
    new = _name(entry).casefold()
    if not new or not known or known != sorted(known):
        return -1
    later = [at for (at, _), name in zip(names, known, strict=True) if name > new]
    if later:
        return later[0]
    last, _ = names[-1]
    return last + next(len(group) for at, group in _entries(content) if at == last)


def _entries(content: Sequence[Element]) -> list[tuple[int, list[Element]]]:
    """Some content in groups, each with its place: words and the rules beside them, a provision, a rule alone."""
    groups: list[tuple[int, list[Element]]] = []
    for at, item in enumerate(content):
        last = groups[-1][1] if groups else []
        opens = isinstance(item, m.Words | Node) or not last or isinstance(last[-1], Node)
        if opens or (_names(item) and not isinstance(last[0], m.Words)):
            groups.append((at, [item]))
        else:
            last.append(item)
    return groups


def _name(group: Sequence[Element]) -> str:
    """The first term that a group defines."""
    return next((name for item in group for name in _names(item)), "")


def _names(item: Element) -> tuple[str, ...]:
    """The terms that something defines."""
    return () if isinstance(item, Node) else defined_names(item)
