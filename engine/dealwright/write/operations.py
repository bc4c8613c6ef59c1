"""Operations on the text of another instrument as lines, with their guards and with what they put in."""

from __future__ import annotations

from typing import assert_never

from dealwright import expression as e
from dealwright import model as m
from dealwright.write.addresses import address, addresses
from dealwright.write.expressions import Rank, expression
from dealwright.write.lines import Lines, below, joined, listed
from dealwright.write.literals import quoted

_WHOLE = (e.Address(),)


def operation(node: m.Operation, inside: Lines) -> Lines:
    """An operation; what stands inside it is written already."""
    match node:
        case m.Replace(targets=targets, restated=True) if targets == _WHOLE:
            return ["restate this agreement", *below(_guard(node.expecting), inside)]
        case m.Replace(targets=targets, restated=restated):
            word = "restate" if restated else "replace"
            return [f"{word} {addresses(targets)}", *below(_guard(node.expecting), inside)]
        case m.Delete(targets=targets, leaving=left):
            words = [f"leaving {quoted(left)}"] if left else []
            return [f"delete {addresses(targets)}", *below([*_guard(node.expecting), *words])]
        case m.Insert(place=place, address=at):
            return [f"insert {place} {address(at)}", *below(inside)]
        case m.WordChange():
            return [_word_change(node), *below(_consequences(node))]
        case m.Renumber(targets=targets, numbers=numbers):
            follow = below(["words follow"]) if node.follow else []
            return [f"renumber {addresses(targets)} as {addresses(numbers)}", *follow]
        case m.ChangeValue(term=term, old=old, new=new):
            line = f"change {expression(term)} from {expression(old, Rank.SUM)} to {expression(new, Rank.SUM)}"
            return [line, *(below(["no words depend on it"]) if node.no_words else [])]
        case m.Substitute(old=name, new=other):
            return [f"substitute {other} for {name}"]
        case m.Join(names=names):
            return [f"join {listed(names)}"]
        case m.Reaffirm(targets=targets):
            return [f"reaffirm {'this agreement' if targets == _WHOLE else addresses(targets)}"]
        case m.WaiveFor():
            return [_waive(node), *below(inside)]
        case _:
            assert_never(node)


def _guard(expecting: str) -> Lines:
    return [f"expecting {quoted(expecting)}"] if expecting else []


def _word_change(node: m.WordChange) -> str:
    old, new = node.pairs[0]
    match node.verb:
        case "replace":
            start = f"replace words {listed([f'{quoted(old)} with {quoted(new)}' for old, new in node.pairs])}"
        case "delete":
            start = f"delete words {quoted(old)}"
        case verb:
            start = f"insert words {quoted(new)} {verb.removeprefix('insert ')} {quoted(old)}"
    where = f"in {addresses(node.targets)}" if node.targets else ""
    often = {1: "once", m.EVERYWHERE: "everywhere", m.AT_THE_END: "at the end"}.get(
        node.times, f"exactly {node.times} times"
    )
    return joined(start, where, often)


def _consequences(node: m.WordChange) -> Lines:
    changed = [f"changing {expression(old, Rank.SUM)} to {expression(new, Rank.SUM)}" for old, new in node.changing]
    return [*changed, "no rule depends on them"] if node.no_rule else changed


def _waive(node: m.WaiveFor) -> str:
    length = "" if node.length is None else f"for {expression(node.length, Rank.SUM)}"
    start = "" if node.start is None else f"from {expression(node.start, Rank.SUM)}"
    end = "" if node.end is None else f"to {expression(node.end, Rank.SUM)}"
    return joined("waive", addresses(node.targets), length, start, end)
