"""What becomes of the rules from one text to the next, under the operation that did it.

A rule is known by the provision that it stands in and by its name. One whose provision is gone is gone with it; one in
an instrument that only the later text has was added by that instrument.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from dealwright import model as m
from dealwright.text import Origin, Placed, Text
from dealwright.write import item as written


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
        if isinstance(placed.item, m.NoRule | m.Absent):
            continue
        known = placed.identity, type(placed.item).__name__, str(getattr(placed.item, "name", ""))
        count = seen[known] = seen.get(known, -1) + 1
        yield (*known, count), placed


def _name(placed: Placed) -> str:
    """What a rule is called."""
    match placed.item:
        case m.Norm() | m.Definition() | m.Condition() | m.Table() | m.Reading():
            return placed.item.name
        case m.NoticeRule():
            return "notice"
        case m.Severable():
            return "severable"
        case m.BringDown():
            return "warranties"
        case _:
            return "a declaration"


def _address(text: Text, placed: Placed) -> str:
    """The provision in which a rule stands."""
    return "" if placed.node is None else text.address_of(placed.node)


def _author(old: Text, new: Text, placed: Placed) -> Origin:
    """Who put a rule there: the last operation on its provision that the earlier text does not know, else its instrument."""
    node = placed.node
    if node is not None:
        try:
            known = old.node(node.identity).origins
        except KeyError:
            known = ()
        since = node.origins[len(known) :]
        if since:
            return since[-1]
    return Origin(placed.home, _address(new, placed), "added")


def _remover(old: Text, new: Text, placed: Placed) -> Origin:
    """Who took a rule out: by itself, with its provision, or by writing that anew."""
    for removed in new.removed:
        if (
            removed not in old.removed
            and removed.placed.item == placed.item
            and removed.placed.identity == placed.identity
        ):
            return removed.gone.origin
    if placed.node is not None:
        try:
            spot = new.spot(placed.node.identity)
        except KeyError:
            return Origin(placed.home, "", "removed")
        for reason in spot.gone:
            return reason.origin
        for origin in reversed(spot.node.origins[len(placed.node.origins) :]):
            return origin
    return Origin(placed.home, "", "removed")


def told(groups: tuple[tuple[Origin, tuple[RuleChange, ...]], ...]) -> str:
    """What becomes of the rules, as plain text."""
    lines: list[str] = []
    for origin, changes in groups:
        lines.append(f"{origin}:")
        for change in changes:
            place = f" in {change.address} of {change.instrument}" if change.address else f" in {change.instrument}"
            lines.append(f"    {change.kind} {change.name}{place}")
            lines.extend(f"        - {line}" for before in change.before for line in written(before))
            lines.extend(f"        + {line}" for after in change.after for line in written(after))
        lines.append("")
    return "\n".join(lines)
