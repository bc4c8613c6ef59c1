"""What becomes of the rules from one text to the next, under the operation that did it.

A rule is known by the provision that it stands in and by its name. One whose provision is gone is gone with it; one in
an instrument that only the later text has was added by that instrument.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from dealwright import expression as e
from dealwright import model as m
from dealwright.paper import Run, marked_up
from dealwright.show.wording import pairs, runs
from dealwright.text import Node, Origin, Placed, Spot, Text
from dealwright.write import item as written
from dealwright.write.norms import modifier

_NAMELESS: Final = {m.NoticeRule: "notice", m.Severable: "severable", m.BringDown: "warranties", m.Saving: "saving"}


@frozen
class RuleChange:
    """A rule that only one of two texts has, or that says something else in them.

    Attributes:
        kind: `added`, `removed` or `changed`.
        name: Its name; what it is, if it has none.
        instrument: The instrument whose text it is part of.
        address: The provision that it stands in, or stood in; empty at the top of an instrument.
        before: What it was; empty if it is new.
        after: What it is; empty if it is gone.
    """

    kind: str
    name: str
    instrument: str
    address: str
    before: tuple[m.Item, ...] = ()
    after: tuple[m.Item, ...] = ()


def rules_diff(old: Text, new: Text) -> tuple[tuple[Origin, tuple[RuleChange, ...]], ...]:
    """The rules that differ between two texts, grouped by what changed them, in the order of the texts."""
    first, second = dict(_rules(old)), dict(_rules(new))
    groups: dict[Origin, list[RuleChange]] = {}
    for key, before in first.items():
        after = second.get(key)
        if after is None:
            change = RuleChange("removed", _name(before), before.home, _address(old, before), (before.item,))
            groups.setdefault(_remover(old, new, before), []).append(change)
        elif after.item != before.item:
            change = RuleChange(
                "changed", _name(after), after.home, _address(new, after), (before.item,), (after.item,)
            )
            groups.setdefault(_author(old, new, after), []).append(change)
    for key, after in second.items():
        if key not in first:
            change = RuleChange("added", _name(after), after.home, _address(new, after), (), (after.item,))
            groups.setdefault(_author(old, new, after), []).append(change)
    return tuple((origin, tuple(changes)) for origin, changes in groups.items())


def _rules(text: Text) -> Iterator[tuple[tuple[str, str, str, int], Placed]]:
    """The rules of a text, each with what it is known by."""
    seen: dict[tuple[str, str, str], int] = {}
    for placed in text.rules():
        if isinstance(placed.item, m.NoRule | m.Absent | m.Tombstone | m.Sic):
            continue
        known = placed.identity, type(placed.item).__name__, str(getattr(placed.item, "name", ""))
        count = seen[known] = seen.get(known, -1) + 1
        yield (*known, count), placed


def _name(placed: Placed) -> str:
    """What a rule is called."""
    return str(getattr(placed.item, "name", _NAMELESS.get(type(placed.item), "")))


def _address(text: Text, placed: Placed) -> str:
    """The provision in which a rule stands."""
    return "" if placed.node is None else text.address_of(placed.node)


def _author(old: Text, new: Text, placed: Placed) -> Origin:
    """Who put a rule there: the last operation on its provision that the earlier text has not, or its instrument."""
    since = _since(old, placed.node) if placed.node else ()
    return since[-1] if since else Origin(placed.home, _address(new, placed), "added")


def _remover(old: Text, new: Text, placed: Placed) -> Origin:
    """Who took a rule out: by itself, with its provision, or by writing that anew."""
    reasons = [
        removed.gone.origin
        for removed in new.removed
        if removed not in old.removed and removed.placed.item == placed.item
        if removed.placed.identity == placed.identity
    ]
    spot = _spot(new, placed.node) if placed.node else ()
    reasons.extend(reason.origin for one in spot for reason in one.gone)
    reasons.extend(origin for one in spot for origin in reversed(_since(old, one.node)))
    return (*reasons, Origin(placed.home, "", "removed"))[0]


def _since(old: Text, node: Node) -> tuple[Origin, ...]:
    """The operations on a provision that an earlier text does not know."""
    known = [origin for spot in _spot(old, node) for origin in spot.node.origins]
    return node.origins[len(known) :]


def _spot(text: Text, node: Node) -> tuple[Spot, ...]:
    """A provision in another text; none if it is not there."""
    try:
        return (text.spot(node.identity),)
    except KeyError:
        return ()


def details(change: RuleChange) -> tuple[tuple[str, str, str], ...]:
    """What differs in a rule that both texts have, part by part: which part, what it was, what it is.

    Args:
        change: The change; a part that only one of the texts has is empty in the other.
    """
    if not (change.before and change.after):
        return ()
    first, second = _parts(change.before[0]), _parts(change.after[0])
    names = dict.fromkeys((*first, *second))
    return tuple(
        (name, first.get(name, ""), second.get(name, ""))
        for name in names
        if first.get(name, "") != second.get(name, "")
    )


def _parts(rule: m.Item) -> dict[str, str]:
    """A rule part by part; of a norm who does what, and each line below it by the word that it begins with."""
    if not isinstance(rule, m.Norm):
        return {_part(rule): "\n".join(written(rule))}
    found = {"who does what": " ".join(line.strip() for line in written(evolve(rule, modifiers=(), long=""))[1:])}
    for one in rule.modifiers:
        lines = modifier(one)
        name = str(getattr(one, "word", "") or lines[0].partition(" ")[0])
        found[name] = "\n".join([*([found[name]] if name in found else []), *lines])
    return found


def _part(rule: m.Item) -> str:
    """What a rule that is no norm states."""
    if isinstance(rule, m.Definition) and isinstance(rule.meaning, e.Literal):
        return {"money": "amount", "date": "date"}.get(rule.meaning.kind, "meaning")
    return "meaning" if isinstance(rule, m.Definition | m.Condition) else "rule"


def lines(change: RuleChange) -> tuple[tuple[Run, ...], ...]:
    """A change line by line: all lines of a rule that only one text has; of one that both have, those that differ.

    Args:
        change: The change.

    Returns:
        Each line as it is written, compared word by word with the line of the other text that it was.
    """
    first, second = (_all_lines(rules) for rules in (change.before, change.after))
    found: list[tuple[Run, ...]] = []
    place = other_place = 0
    for one, other in (*pairs(first, second), (len(first), len(second))):
        found.extend(runs(line, "") for line in first[place:one])
        found.extend(runs("", line) for line in second[other_place:other])
        if one < len(first) and first[one] != second[other]:
            found.append(_compared(first[one], second[other]))
        place, other_place = one + 1, other + 1
    return tuple(found)


def _all_lines(rules: tuple[m.Item, ...]) -> list[str]:
    """Rules as they are written, line by line."""
    return [line for rule in rules for part in written(rule) for line in part.split("\n")]


def _compared(first: str, second: str) -> tuple[Run, ...]:
    """Two lines compared word by word; how deep they stand counts only if it differs."""
    depth = len(first) - len(first.lstrip())
    if depth != len(second) - len(second.lstrip()):
        return runs(first, second)
    return (*runs(first[:depth], second[:depth]), *runs(first[depth:], second[depth:]))


def told(groups: tuple[tuple[Origin, tuple[RuleChange, ...]], ...]) -> str:
    """What becomes of the rules, as plain text."""
    said: list[str] = []
    for origin, changes in groups:
        said.append(f"{origin}:")
        for change in changes:
            place = f" in {change.address} of {change.instrument}" if change.address else f" in {change.instrument}"
            said.append(f"    {change.kind} {change.name}{place}")
            said.extend(f"        {shown(line)}" for line in lines(change))
        said.append("")
    return "\n".join(said)


def shown(line: tuple[Run, ...]) -> str:
    """A line as plain text: with a sign before it if only one of the texts has it, else with what differs marked."""
    kinds = {run.kind for run in line}
    if len(kinds) == 1:
        return f"{'+' if kinds == {'inserted'} else '-'} {''.join(run.words for run in line)}"
    return f"  {marked_up(line)}"
