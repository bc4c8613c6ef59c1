"""Provisions, words and rules put into a text, before or after something, at an end, or where they belong."""

from __future__ import annotations

from attrs import evolve

from dealwright import model as m
from dealwright.amend.orders import Order
from dealwright.amend.placing import around, in_order, items_of, put_beside
from dealwright.amend.quotation import unquoted
from dealwright.amend.targets import Target
from dealwright.amend.terms import insert_beside_term
from dealwright.amend.work import Work, rules_in
from dealwright.diagnostic import echo
from dealwright.text import Element, Gone, Node, node_of, spoken


def insert(work: Work, order: Order, operation: m.Insert) -> None:
    """Carry out `insert`."""
    verb = f"inserts something {operation.place}"
    beside = operation.place in {"after", "before"}
    target = _anchor(work, order, operation, verb)
    if target.term:
        insert_beside_term(work, order, target, operation)
        return
    new = items_of(order, unquoted(operation.items))
    parent = work.draft.parent(target.identity) if beside else target.identity
    home = work.draft.home(parent)
    fresh: tuple[Element, ...] = tuple(
        node_of(item, around(item, parent, work), home, work.draft.naming, (order.origin,))
        if isinstance(item, m.Provision)
        else item
        for item in new
    )
    content = work.draft.content(parent)
    if beside:
        changed = put_beside(content, target.identity, fresh, operation.place)
    elif operation.place == "in":
        changed, placed = in_order(content, fresh)
        if not placed:
            work.remarks.append(order.failure(
                "A120",
                f"inserts something in {echo(spoken(operation.address))} and does not say where; it stands at the end",
                operation.span,
                help="say `after`, `before` or `at the end of`",
            ))  # fmt: skip
    else:
        changed = (*content, *fresh)
    before = () if parent in work.draft.bodies else (work.draft.node(parent),)
    loose = [item for item in fresh if not isinstance(item, Node)]
    silent = all(isinstance(item, m.Words | m.Sic) for item in loose) and not rules_in(fresh)
    if loose and silent and _rules_beside(content):
        raise order.fails(
            "A110",
            f"adds words to {echo(spoken(operation.address))} and says nothing of its rules",
            operation.span,
            help="write the new rules below the new words, or `no operative rule`",
        )
    work.draft.fill(parent, changed, *([evolve(order.origin, deed="amended")] if loose else []))
    place = f"{operation.place} {target.identity}"
    for item in fresh:
        if isinstance(item, Node):
            work.placed.append((order, item.identity))
            own = f"in {item.name}" if operation.place == "in" else place
            work.put_at(order, own, parent, item.identity, (), (item,))
    if loose:
        after = () if parent in work.draft.bodies else (work.draft.node(parent),)
        work.put_at(order, place, parent, parent, before, after or tuple(loose))


def _anchor(work: Work, order: Order, operation: m.Insert, verb: str) -> Target:
    """What something is inserted at; a neighbour may be a tombstone, since its place is still there.

    Raises:
        Failure: There is no such place.
    """
    address = operation.address
    if operation.place in {"after", "before"} and not address.term:
        for home in (address.instrument,) if address.instrument else order.homes:
            found = work.start.find(address, home)
            if isinstance(found, Node | Gone) and not work.draft.gone(work.draft.parent(found.identity)):
                return Target(found.identity, home, "", "", False, "", address.span)  # noqa: FBT003
    ((target,),) = work.targets(order, (address,), verb)
    return target


def _rules_beside(content: tuple[Element, ...]) -> bool:
    """Whether there are rules among some content, those of provisions in it aside."""
    return bool(rules_in(tuple(item for item in content if not isinstance(item, Node))))
