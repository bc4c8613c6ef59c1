"""The rules beside words that are changed.

Words say of a rule what it says itself. Whoever changes words says what becomes of the rules: `changing 30 days to 45
days`, or `no rule depends on them`. It need not be said where the words differ in values alone and the rules state just
these: then the rules follow. Where that is not certain, nothing is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.finding import EditedWords
from dealwright.amend.mirrors import differences, values_in
from dealwright.amend.orders import Order
from dealwright.amend.rewriting import exchanged
from dealwright.amend.work import Work, rules_in
from dealwright.diagnostic import echo
from dealwright.text import Element, Node
from dealwright.write import expression as written

Pair = tuple[e.Expression, e.Expression]

_PARTS = frozenset({"sentence", "clause", "paragraph", "proviso"})
"""Units whose rules may stand in the provision around them."""


def mirrored(work: Work, order: Order, operation: m.WordChange, edits: Sequence[EditedWords]) -> tuple[Pair, ...]:
    """The values that change in the rules because they change in the words, and nothing was said of the rules.

    Raises:
        Failure: There are rules, the operation says nothing of them, and they do not plainly follow.
    """
    values = _values(operation)
    if operation.changing:
        _agree(order, operation, values)
        return ()
    holders = {holder for edit in edits for identity in edit.touched for holder in _holders(work, identity)}
    if operation.no_rule:
        _remark(work, order, operation, values, holders)
        return ()
    if not holders:
        return ()
    alone = all(differences(old, new) for old, new in operation.pairs) and operation.verb == "replace"
    if not alone or not all(_stated(work, old, holders) for old, _ in values):
        raise _forgotten(order, operation, edits)
    left = [said.value for edit in edits for said in values_in(_words_left(edit))]
    if any(old in left for old, _ in values):
        raise _forgotten(order, operation, edits)
    return values


def _values(operation: m.WordChange) -> tuple[Pair, ...]:
    """The values that differ between old and new words."""
    if operation.verb != "replace":
        return ()
    return tuple(pair for old, new in operation.pairs for pair in differences(old, new))


def _words_left(edit: EditedWords) -> str:
    """The words of the provisions that were touched, as they are now."""
    found: list[str] = []
    pending: list[tuple[str, tuple[Element, ...]]] = [(edit.target.identity, edit.result)]
    while pending:
        identity, content = pending.pop()
        for item in content:
            if isinstance(item, Node):
                pending.append((item.identity, () if item.gone else item.content))
            elif isinstance(item, m.Words) and identity in edit.touched:
                found.append("\n".join(item.lines))
    return "\n".join(found)


def _holders(work: Work, identity: str) -> tuple[str, ...]:
    """The provision whose rules stand beside the words of one: itself, or what it is a part of; none if none has."""
    draft = work.draft
    while True:
        if rules_in(tuple(item for item in draft.content(identity) if not isinstance(item, Node))):
            return (identity,)
        if identity in draft.bodies or draft.node(identity).unit not in _PARTS:
            return ()
        identity = draft.parent(identity)


def _stated(work: Work, value: e.Expression, holders: set[str]) -> bool:
    """Whether a rule states a value."""
    return any(
        exchanged(item, value, _OTHER) is not item
        for holder in holders
        for item in work.draft.content(holder)
        if not isinstance(item, Node)
    )


_OTHER = e.Question("something else")


def _agree(order: Order, operation: m.WordChange, values: tuple[Pair, ...]) -> None:
    """Make sure that words and rules are changed to one value.

    Raises:
        Failure: They are not.
    """
    for old, new in values:
        for before, after in operation.changing:
            if before == old and after != new and (old, after) not in values:
                raise order.fails(
                    "A122",
                    f"changes the words from {echo(written(old))} to {echo(written(new))}, and the rules to "
                    f"{echo(written(after))}",
                    after.span,
                )


def _remark(work: Work, order: Order, operation: m.WordChange, values: tuple[Pair, ...], holders: set[str]) -> None:
    """Remark on rules that state what is said not to matter to them."""
    for old, _ in values:
        if _stated(work, old, holders):
            said = f"says that no rule depends on {echo(written(old))}, which a rule beside the words states"
            work.remarks.append(
                order.failure("A123", said, operation.span, help=f"write `changing {written(old)} to ...` instead")
            )


def _forgotten(order: Order, operation: m.WordChange, edits: Sequence[EditedWords]) -> Exception:
    """That an operation says nothing of the rules beside the words."""
    return order.fails(
        "A110",
        f"changes words of {echo(edits[0].target.said)} and says nothing of its rules",
        operation.span,
        help="add a line `changing ... to ...`, or `no rule depends on them`",
    )


def change_rules(
    work: Work, order: Order, operation: m.WordChange, edits: Sequence[EditedWords], pairs: tuple[Pair, ...]
) -> dict[str, tuple[Element, ...]]:
    """Change values in the rules beside words.

    Args:
        work: The carrying out.
        order: The operation.
        operation: The same, as written.
        edits: What was changed in the words.
        pairs: The values that follow the words by themselves.

    Returns:
        The provisions whose rules were changed, as they were before.

    Raises:
        Failure: A value that is to be changed stands in no rule.
    """
    changed: dict[str, tuple[Element, ...]] = {}
    counts = [0] * len(operation.changing or pairs)
    seen: set[str] = set()
    deep: set[str] = set()
    for edit in edits:
        holders = {holder for identity in edit.touched for holder in _holders(work, identity)}
        whole = {edit.target.identity} if operation.changing else set[str]()
        for identity in sorted(holders | whole, key=lambda one: (len(work.draft.way(one)), one)):
            way = work.draft.way(identity)
            if identity in seen or deep & set(way):
                continue
            inside = bool(operation.changing) and edit.target.identity in way
            seen.add(identity)
            deep |= {identity} if inside else set()
            own: list[str] = []
            content, hits = _changed(work.draft.content(identity), operation.changing or pairs, identity, own, inside)
            counts = [old + new for old, new in zip(counts, hits, strict=True)]
            if any(hits):
                changed |= {name: work.held(name) for name in own}
                work.draft.fill(identity, content)
                touched = {name for one in edits for name in one.touched}
                for name in own:
                    if name not in touched and name not in work.draft.bodies:
                        node = work.draft.node(name)
                        work.draft.put(evolve(node, origins=(*node.origins, order.origin)))
    for (old, _), count in zip(operation.changing, counts, strict=False):
        if not count:
            said = edits[0].target.said
            raise order.fails(
                "A103", f"changes {echo(written(old))} in the rules of {echo(said)}, which do not have it", old.span
            )
    return changed


def _changed(
    content: tuple[Element, ...],
    pairs: Sequence[Pair],
    identity: str,
    own: list[str],
    deep: bool,  # noqa: FBT001 - passed on, down the provisions
) -> tuple[tuple[Element, ...], list[int]]:
    """Some content with values changed in its rules, and how many rules each pair changed; notes whose rules they are."""
    hits = [0] * len(pairs)
    changed: list[Element] = []
    for item in content:
        now: Element = item
        if not isinstance(item, Node):
            for place, (old, new) in enumerate(pairs):
                other = exchanged(now, old, new)
                hits[place] += other is not now
                now = other
            if now is not item and identity not in own:
                own.append(identity)
        elif deep and not item.gone:
            inner, counts = _changed(item.content, pairs, item.identity, own, deep)
            hits = [old + new for old, new in zip(hits, counts, strict=True)]
            now = evolve(item, content=inner) if any(counts) else item
        changed.append(now)
    return tuple(changed), hits
