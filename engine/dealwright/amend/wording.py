"""Words replaced, inserted and deleted inside provisions, and the values in the rules beside them.

The words looked for are found however the lines break, as whole words and with the same capitals. What the words say
the rules must go on saying: the operation changes their values with the words, or says that none depends on them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.orders import Order
from dealwright.amend.rewriting import exchanged
from dealwright.amend.targets import Target
from dealwright.amend.work import Work, rules_in
from dealwright.diagnostic import echo
from dealwright.text import Element, Node
from dealwright.write import expression as written

_VERBS = {"replace": "replaces", "delete": "deletes"}


def change_words(work: Work, order: Order, operation: m.WordChange) -> None:
    """Carry out an operation on words.

    Raises:
        Failure: The words do not stand there as often as they must, or their rules are forgotten.
    """
    verb = f"{_VERBS.get(operation.verb, 'inserts')} words in"
    groups = work.targets(order, operation.targets or (e.Address(),), verb)
    pattern = pattern_of(operation.old, alone=operation.verb == "delete")
    edits = [[_edited(work, order, operation, target, pattern) for target in group] for group in groups]
    for group, found in zip(groups, edits, strict=True):
        count = sum(edit.count for edit in found)
        if operation.times >= 0 and count != operation.times:
            raise _counted(order, operation, group, count)
    if not any(edit.count for found in edits for edit in found):
        raise _counted(order, operation, groups[0], 0)
    counts = [0] * len(operation.changing)
    for edit in (edit for found in edits for edit in found if edit.count):
        _with_rules(order, edit, operation)
        content, hits = _changed_rules(edit.result, operation.changing)
        counts = [old + new for old, new in zip(counts, hits, strict=True)]
        _put(work, order, edit.target, content, edit.touched)
    for (old, _), count in zip(operation.changing, counts, strict=True):
        if not count:
            raise order.fails(
                "A103",
                f"changes {echo(written(old))} in the rules of {echo(groups[0][0].said)}, which do not have it",
                old.span,
            )


def _counted(order: Order, operation: m.WordChange, group: tuple[Target, ...], found: int) -> Exception:
    """That words do not stand somewhere as often as an operation says."""
    wanted = {-1: "", 1: " once"}.get(operation.times, f" {operation.times} times")
    stands = {0: "does not stand there", 1: "stands there once"}.get(found, f"stands there {found} times")
    where = group[0].said if len(group) == 1 else f"{group[0].said} to {group[-1].said}"
    verb = _VERBS.get(operation.verb, "inserts words beside")
    return order.fails(
        "A109", f"{verb} {echo(operation.old)}{wanted} in {echo(where)}, but it {stands}", operation.span
    )


def _edited(work: Work, order: Order, operation: m.WordChange, target: Target, pattern: re.Pattern[str]) -> _Edit:
    """The words of one target changed."""
    edit = _Edit(operation, pattern, order, target)
    edit.result = edit.content(work.draft.content(target.identity), target.identity)
    return edit


def pattern_of(words: str, *, alone: bool = False) -> re.Pattern[str]:
    """What finds words as whole words, however they are spread over lines.

    Args:
        words: The words.
        alone: Whether a blank beside them goes with them, so that no two blanks are left where they were.
    """
    pieces = r"\s+".join(map(re.escape, words.split()))
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    whole = f"{start}{pieces}{end}"
    return re.compile(rf"(?:(?<=\s)|\A){whole} | {whole}(?=[\n.,;:)]|\Z)|{whole}" if alone else whole)


@define
class _Edit:
    """The words of one target being changed.

    Attributes:
        operation: What is done.
        pattern: What finds the words.
        order: Who asks for it.
        target: Where.
        result: What stands there then.
        count: How often they were found.
        touched: The provisions whose own words were changed.
        holders: What these hold.
    """

    operation: m.WordChange
    pattern: re.Pattern[str]
    order: Order
    target: Target
    result: tuple[Element, ...] = ()
    count: int = 0
    touched: list[str] = field(factory=list)
    holders: list[tuple[Element, ...]] = field(factory=list)

    def content(self, content: tuple[Element, ...], identity: str) -> tuple[Element, ...]:
        """Some content with the words changed in all that stands."""
        before = self.count
        own: list[Element] = []
        for item in content:
            if isinstance(item, m.Words):
                own.append(self.words(item))
            else:
                own.append(item)
        if self.count > before:
            self.touched.append(identity)
            self.holders.append(tuple(item for item in content if not isinstance(item, Node)))
        return tuple(self.node(item) if isinstance(item, Node) and not item.gone else item for item in own)

    def node(self, node: Node) -> Node:
        """A provision with the words changed in it."""
        before = len(self.touched)
        content = self.content(node.content, node.identity)
        own = node.identity in self.touched[before:]
        if len(self.touched) == before:
            return node
        return evolve(node, content=content, origins=(*node.origins, self.order.origin) if own else node.origins)

    def words(self, words: m.Words) -> m.Words:
        """Words with some of them changed."""
        text, count = self.pattern.subn(self.instead, "\n".join(words.lines))
        self.count += count
        return evolve(words, lines=tuple(text.split("\n"))) if count else words

    def instead(self, match: re.Match[str]) -> str:
        """What stands in the place of the words found."""
        found, new = match[0], self.operation.new
        match self.operation.verb:
            case "insert after":
                return f"{found}{_gap(new)}{new}"
            case "insert before":
                return f"{new} {found}"
            case _:
                return new


def _gap(new: str) -> str:
    """What stands between words and those put after them: nothing before a comma or a full stop."""
    return "" if new[:1] in ",.;:)" else " "


def _with_rules(order: Order, edit: _Edit, operation: m.WordChange) -> None:
    """Make sure that rules are not forgotten.

    Raises:
        Failure: There are some beside the words, and the operation says nothing of them.
    """
    if not operation.changing and not operation.no_rule and any(rules_in(holder) for holder in edit.holders):
        raise order.fails(
            "A110",
            f"changes words of {echo(edit.target.said)} and says nothing of its rules",
            operation.span,
            help="add a line `changing ... to ...`, or `no rule depends on them`",
        )


def _changed_rules(
    content: tuple[Element, ...], pairs: Sequence[tuple[e.Expression, e.Expression]]
) -> tuple[tuple[Element, ...], list[int]]:
    """Some content with values changed in its rules, and how many rules each pair changed."""
    hits = [0] * len(pairs)
    changed: list[Element] = []
    for item in content:
        if isinstance(item, Node):
            inner, counts = _changed_rules(() if item.gone else item.content, pairs)
            hits = [old + new for old, new in zip(hits, counts, strict=True)]
            changed.append(evolve(item, content=inner) if any(counts) else item)
            continue
        now: Element = item
        for place, (old, new) in enumerate(pairs):
            other = exchanged(now, old, new)
            hits[place] += other is not now
            now = other
        changed.append(now)
    return tuple(changed), hits


def _put(work: Work, order: Order, target: Target, content: tuple[Element, ...], touched: list[str]) -> None:
    """Put changed content into a provision, or into a whole instrument, and write down what changed."""
    draft = work.draft
    before = {identity: draft.content(identity) for identity in touched}
    old = {identity: draft.node(identity) for identity in touched if identity not in draft.bodies}
    draft.fill(target.identity, content, *([order.origin] if target.identity in old else []))
    for identity in touched:
        if identity in old:
            work.did(order, "words changed", identity, (old[identity],), (draft.node(identity),), part=_part(order))
        else:
            work.did(order, "words changed", identity, before[identity], draft.content(identity), part=_part(order))


def _part(order: Order) -> str:
    """The words that an operation changes, as a mark."""
    return f"words {order.operation.old}" if isinstance(order.operation, m.WordChange) else ""
