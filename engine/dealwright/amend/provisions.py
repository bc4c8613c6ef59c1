"""Whole provisions replaced, restated, deleted and inserted.

A provision that is replaced is the same provision with another text, and what stands in it under the number of
something that stood there before is the same thing too. What the new text no longer has leaves a mark, so that a
citation of it can be told from one of what never was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import evolve

from dealwright import model as m
from dealwright.amend.orders import Order
from dealwright.amend.placing import around, items_of, put_beside
from dealwright.amend.quotation import unquoted
from dealwright.amend.targets import Target
from dealwright.amend.terms import delete_term, left_in_place, replace_term
from dealwright.amend.work import Work, rules_in, words_of
from dealwright.diagnostic import echo
from dealwright.text import ANNEXES, Element, Gone, Node, Placed, Removed, node_of, spots, within

_NESTING: Final = frozenset({"clause", "paragraph", "part"})
"""Units that stand in others of their kind."""
_NOTHING: Final[Mapping[str, Node]] = MappingProxyType({})


def replace(work: Work, order: Order, operation: m.Replace) -> None:
    """Carry out `replace` and `restate`."""
    verb = "restates" if operation.restated else "replaces"
    groups = work.targets(order, operation.targets, verb)
    targets = tuple(target for group in groups for target in group)
    work.guard(order, targets, operation.expecting, operation.span)
    if any(target.term for target in targets):
        for target in targets:
            if not target.term or len(targets) > 1:
                raise order.fails("A107", f"{verb} several things with one text", operation.span,
                                  help="write an operation for each")  # fmt: skip
            replace_term(work, order, target, operation.items)
        return
    new = items_of(order, unquoted(operation.items))
    _with_rules(work, order, targets, new)
    own = [item for item in new if isinstance(item, m.Provision)]
    kind = "restated" if operation.restated else "replaced"
    if len(own) == len(new) and _beside_each_other(work, targets, own):
        _replace_siblings(work, order, targets, own, kind)
    elif len(targets) == 1:
        _replace_content(work, order, targets[0].identity, new, kind)
    else:
        raise order.fails("A107", f"{verb} {len(targets)} provisions with one text", operation.span,
                          help="write the number of each new provision above its text")  # fmt: skip


def _beside_each_other(work: Work, targets: tuple[Target, ...], own: list[m.Provision]) -> bool:
    """Whether new provisions take the place of the targets, and do not stand in the one target."""
    if any(target.contents for target in targets):
        return False
    held = [work.draft.node(target.identity) for target in targets]
    numbers = {(node.unit, node.number) for node in held}
    units = {node.unit for node in held} - (_NESTING if len(targets) == 1 else frozenset())
    return any((item.unit, item.number) in numbers or item.unit in units for item in own)


def _with_rules(work: Work, order: Order, targets: tuple[Target, ...], new: tuple[m.Item, ...]) -> None:
    """Make sure that rules are not lost with the words beside them.

    Raises:
        Failure: The old text has rules, and the new one has words and says nothing of rules.
    """
    had = any(rules_in(work.draft.content(target.identity)) for target in targets)
    leaves = _leaves(new)
    silent = all(isinstance(item, m.Words | m.Sic) for item in leaves)
    if had and silent:
        raise order.fails(
            "A110",
            f"changes the words of {echo(targets[0].said)} and says nothing of its rules",
            order.operation.span,
            help="write the new rules below the new words, or `no operative rule`",
        )
    spoke = any(words_of(work.draft.content(target.identity)) for target in targets)
    if spoke and not any(isinstance(item, m.Words | m.NoRule) for item in leaves):
        work.remarks.append(
            order.failure(
                "A124",
                f"changes the rules of {echo(targets[0].said)} and says nothing of its words",
                order.operation.span,
                help="write the new words above the new rules",
            )
        )


def _leaves(items: tuple[m.Item, ...]) -> list[m.Item]:
    """Everything in some items that is no provision."""
    found: list[m.Item] = []
    pending = list(items)
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision):
            pending.extend(item.items)
        else:
            found.append(item)
    return found


def _replace_content(work: Work, order: Order, identity: str, new: tuple[m.Item, ...], kind: str) -> None:
    """Put another text into a provision, or into a whole instrument."""
    draft = work.draft
    old = draft.content(identity)
    kept = _sections_kept(old, new) if identity in draft.bodies else {}
    content = grown(work, order, new, (identity, draft.home(identity)), old, kept)
    if identity in draft.bodies:
        draft.fill(identity, content)
        work.did(order, kind, identity, old, content)
    else:
        before = draft.node(identity)
        draft.fill(identity, content, order.origin)
        work.did(order, kind, identity, (before,), (draft.node(identity),))


def _replace_siblings(work: Work, order: Order, targets: tuple[Target, ...], new: list[m.Provision], kind: str) -> None:
    """Put numbered provisions in the place of others: each in that of its number, further ones after it."""
    draft = work.draft
    held = {(node.unit, node.number): node for node in (draft.node(target.identity) for target in targets)}
    anchor, left = targets[0].identity, dict(held)
    for provision in new:
        old = left.pop((provision.unit, provision.number), None)
        if old is not None:
            content = grown(work, order, provision.items, (old.identity, old.instrument), old.content)
            heading = provision.heading or old.heading
            node = evolve(
                old, heading=heading, content=content, origins=(*old.origins, order.origin), span=provision.span
            )
            draft.put(node)
            work.did(order, kind, old.identity, (old,), (node,))
            anchor = old.identity
        else:
            parent = draft.parent(anchor)
            fresh = node_of(
                provision, around(provision, parent, work), draft.home(anchor), draft.naming, (order.origin,)
            )
            draft.fill(parent, put_beside(draft.content(parent), anchor, (fresh,), "after"))
            work.placed.append((order, fresh.identity))
            work.did(order, "inserted", fresh.identity, (), (fresh,))
            anchor = fresh.identity
    for old in left.values():
        take_out(work, order, old.identity)


def _sections_kept(old: tuple[Element, ...], new: tuple[m.Item, ...]) -> dict[str, Node]:
    """The sections of a whole agreement that keep their number, whichever article they stand in, by that number."""
    before = Counter(spot.node.number for spot in spots(old) if _is_section(spot.path))
    after: Counter[str] = Counter()
    pending = list(new)
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision) and item.unit not in ANNEXES:
            after[item.number] += item.unit == "section"
            pending.extend(item.items)
    return {
        spot.node.number: spot.node
        for spot in spots(old)
        if _is_section(spot.path) and before[spot.node.number] == after[spot.node.number] == 1
    }


def _is_section(path: tuple[Node, ...]) -> bool:
    """Whether a provision is a section outside of schedules and exhibits."""
    return path[-1].unit == "section" and not any(node.unit in ANNEXES for node in path)


def _without(node: Node, kept: Mapping[str, Node]) -> Node:
    """A provision without the sections in it that stand elsewhere now."""
    gone = {one.identity for one in kept.values()}
    content = tuple(
        _without(item, kept) if isinstance(item, Node) else item
        for item in node.content
        if not isinstance(item, Node) or item.identity not in gone
    )
    return evolve(node, content=content)


def grown(
    work: Work,
    order: Order,
    items: tuple[m.Item, ...],
    place: tuple[str, str],
    former: tuple[Element, ...],
    kept: Mapping[str, Node] = _NOTHING,
) -> tuple[Element, ...]:
    """New matter as content, in which what has the number of something old keeps its identity.

    Args:
        work: The carrying out.
        order: The operation.
        items: The new matter.
        place: The identity of the provision that it is put into, and the instrument whose text that is.
        former: What stood there.
        kept: Sections that keep their identity wherever they stood.
    """
    parent, home = place
    left = {(node.unit, node.number): node for node in former if isinstance(node, Node)}
    content: list[Element] = []
    for item in items:
        if not isinstance(item, m.Provision):
            content.append(item)
            continue
        old = left.pop((item.unit, item.number), None)
        if item.unit == "section" and item.number in kept:
            old = kept[item.number]
        origins = (*(old.origins if old else ()), order.origin)
        wanted = within(around(item, parent, work), item.unit, item.number)
        identity = old.identity if old else work.draft.naming.fresh(wanted)
        below = _NOTHING if item.unit in ANNEXES else kept
        inner = grown(work, order, item.items, (identity, home), old.content if old else (), below)
        content.append(
            Node(
                item.unit,
                item.number,
                item.heading,
                identity,
                home,
                inner,
                origins,
                span=item.span,
            )
        )
    moved = {one.identity for one in kept.values()}
    content.extend(
        evolve(_without(old, kept) if kept else old, gone=(Gone("replaced", order.origin, old.identity),))
        for old in left.values()
        if old.identity not in moved
    )
    return tuple(content)


def delete(work: Work, order: Order, operation: m.Delete) -> None:
    """Carry out `delete`."""
    groups = work.targets(order, operation.targets, "deletes")
    targets = tuple(target for group in groups for target in group)
    work.guard(order, targets, operation.expecting, operation.span)
    for target in targets:
        work.stands(order, target, "deletes")
        if target.term:
            delete_term(work, order, target, operation.leaving)
        elif target.contents:
            _empty(work, order, target.identity, operation.leaving)
        else:
            take_out(work, order, target.identity, operation.leaving)


def take_out(work: Work, order: Order, identity: str, left: str = "") -> None:
    """Take out a provision; its number stays, perhaps with some words."""
    node = work.draft.node(identity)
    work.did(order, "deleted", identity, (node,), ())
    work.draft.put(evolve(node, gone=(Gone("deleted", order.origin, identity, left),)))


def _empty(work: Work, order: Order, identity: str, left: str) -> None:
    """Take out everything in a provision; the provision and the numbers stay, perhaps with some words."""
    draft = work.draft
    before = draft.content(identity)
    kept: list[Element] = []
    for item in before:
        if isinstance(item, Node):
            kept.append(item if item.gone else evolve(item, gone=(Gone("deleted", order.origin, item.identity),)))
        else:
            node = None if identity in draft.bodies else draft.node(identity)
            placed = Placed(item, node, draft.bodies[draft.home(identity)])
            draft.removed.append(Removed(placed, Gone("deleted", order.origin, identity)))
    draft.fill(identity, (*left_in_place(left), *kept), evolve(order.origin, deed="amended"))
    work.did(order, "deleted", identity, before, ())
