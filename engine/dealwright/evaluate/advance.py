"""What is paid or done in advance: for a month that has not begun, for a delivery that has not come.

It is kept, with the day on which it was paid or done, until the instance that it is for arises, and counts under it
then. An act of before an occurrence is none for it, so of a norm for each occurrence only money is kept.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from dealwright.diagnostic import problem
from dealwright.evaluate import facts as f
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.world import Receipt, Standing, World
from dealwright.source import Span
from dealwright.value import Instant, Money


@frozen
class Ahead:
    """What was paid or done under an instance of a norm that has not arisen; it counts when that arises.

    Attributes:
        norm: The norm.
        index: Which instance; the first to arise if the entry does not say.
        at: When.
        by: Who did it; empty if the log does not say.
        amount: What was paid; None of an act.
        entry: The entry that tells of it.
        span: Where it stands.
    """

    norm: str
    index: Any
    at: Instant
    by: tuple[str, ...]
    amount: Money | None
    entry: str
    span: Span

    def meets(self, one: Standing) -> bool:
        """Whether an instance is the one."""
        parts = one.index if isinstance(one.index, tuple) else (one.index,)
        mine = not one.env.party or not self.by or one.env.party in self.by
        return self.norm == one.key and mine and (self.index is None or self.index in parts)


def keep(
    ev: Evaluator, entry: f.Entry, names: tuple[str, ...], index: Any, by: tuple[str, ...], amount: Money | None
) -> set[str]:
    """Keep what is paid, or done if there is no amount, under an instance that has not arisen.

    Returns:
        The keys of what changed; none if no such instance can arise.
    """
    world = ev.world
    rule = next((world.program.norms[name] for name in names if name in world.program.norms), None)
    if rule is None or rule.each is None or (amount is None and rule.each.sort == "event"):
        return set()
    world.ahead.append(Ahead(rule.key, index, world.now, by, amount, entry.words, entry.span))
    if amount is not None:
        booked(ev, rule.key, amount, by, (), entry.words)
    return {f"norm:{rule.key}", "money"}


def claim(world: World, one: Standing) -> None:
    """What was paid or done for an instance before it arose counts under it now."""
    mine = [held for held in world.ahead if held.meets(one)]
    if not mine:
        return
    world.ahead = [held for held in world.ahead if held not in mine]
    one.acts.extend((held.at, held.by) for held in mine if held.amount is None)
    one.receipts.extend((held.at, held.amount) for held in mine if held.amount is not None)
    entries = {(held.at, held.entry) for held in mine if held.amount is not None}
    world.ledger = [
        evolve(line, under=((one.key, one.index),)) if (line.at, line.entry) in entries and not line.under else line
        for line in world.ledger
    ]


def booked(
    ev: Evaluator, key: str, amount: Money, by: tuple[str, ...], under: tuple[tuple[str, Any], ...], words: str
) -> None:
    """Write into the ledger what was paid under a norm, by its debtor to its creditor where the log does not say."""
    rule = ev.norm_rule(key)
    receiver = rule.act.receivers[0] if rule.act.receivers else ""
    ev.world.ledger.append(Receipt(ev.world.now, by[0] if by else rule.actors[0], receiver, amount, "", under, words))


def unclaimed(world: World) -> None:
    """Note what was paid or done for instances that have not arisen by the end."""
    for held in world.ahead:
        said = f"{held.at.day.isoformat()}: what this is for has not arisen; it counts when that arises"
        world.notes.append(problem("L113", said, held.span, help="look whether it names the one that is meant"))
