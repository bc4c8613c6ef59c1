"""Words inside provisions replaced, inserted, deleted, and the rules beside them.

Words are found however lines break, as whole words, capital letters counting. How often they must be there is part of
the operation. Several are changed in one pass, so that new words are never taken for old ones.

A provision whose words change and that has rules must say what becomes of these, unless the words differ in nothing but
values that the rules state too: these change with the words.
"""

from __future__ import annotations

import re

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.beside import change_rules, mirrored
from dealwright.amend.finding import EditedWords, finder
from dealwright.amend.orders import Failure, Order
from dealwright.amend.targets import Target
from dealwright.amend.work import Work
from dealwright.diagnostic import echo

_VERBS = {"replace": "replaces", "delete": "deletes"}


def change_words(work: Work, order: Order, operation: m.WordChange) -> None:
    """Carry out an operation on words.

    Raises:
        Failure: The words do not stand there as often as they must, or their rules are forgotten.
    """
    if not all(old.strip() for old, _ in operation.pairs):
        raise order.fails("A109", "looks for words and names none", operation.span)
    verb = f"{_VERBS.get(operation.verb, 'inserts')} words in"
    groups = work.targets(order, operation.targets or (e.Address(),), verb)
    pattern = finder(operation)
    edits = [[_edited(work, order, operation, target, pattern) for target in group] for group in groups]
    for place, (old, _) in enumerate(operation.pairs):
        counts = [sum(edit.counts[place] for edit in found) for found in edits]
        wanted = 1 if operation.times == m.AT_THE_END else operation.times
        for group, count in zip(groups, counts, strict=True):
            if operation.times != m.EVERYWHERE and count != wanted:
                raise _counted(order, operation, old, group, count)
        if not any(counts):
            raise _counted(order, operation, old, groups[0], 0)
    changed = [edit for found in edits for edit in found if edit.touched]
    pairs = mirrored(work, order, operation, changed)
    before = {identity: work.held(identity) for edit in changed for identity in edit.touched}
    for edit in changed:
        own = edit.target.identity in edit.touched
        work.draft.fill(edit.target.identity, edit.result, *([order.origin] if own else []))
    for identity, held in change_rules(work, order, operation, changed, pairs).items():
        before.setdefault(identity, held)
    for identity, held in before.items():
        part = " and ".join(f"words {old}" for old, _ in operation.pairs)
        work.did(order, "words changed", identity, held, work.held(identity), part=part)


def _counted(order: Order, operation: m.WordChange, words: str, group: tuple[Target, ...], found: int) -> Failure:
    """That words do not stand somewhere as often as an operation says."""
    wanted = {m.EVERYWHERE: "", m.AT_THE_END: " at the end", 1: " once"}.get(
        operation.times, f" {operation.times} times"
    )
    stands = {0: "does not stand there", 1: "stands there once"}.get(found, f"stands there {found} times")
    where = group[0].said if len(group) == 1 else f"{group[0].said} to {group[-1].said}"
    verb = _VERBS.get(operation.verb, "inserts words beside")
    return order.fails("A109", f"{verb} {echo(words)}{wanted} in {echo(where)}, but it {stands}", operation.span)


def _edited(work: Work, order: Order, operation: m.WordChange, target: Target, pattern: re.Pattern[str]) -> EditedWords:
    """The words of one target changed."""
    content = work.draft.content(target.identity)
    edit = EditedWords(operation, pattern, order, target, counts=[0] * len(operation.pairs))
    edit.change(content)
    return edit
