"""Truths in time: whether something has come, by when, before or after what; and whether values compare.

`not yet` is a limit that has not run out. A judgement on instants that are not known is made at both of their ends.
"""

from __future__ import annotations

from typing import Any, cast

from dealwright.evaluate.reckoned import Reckoned
from dealwright.evaluate.world import Env
from dealwright.program import core
from dealwright.value import (
    NEVER,
    Instant,
    Never,
    Period,
    Range,
    Truth,
    day_of,
)
from dealwright.value.comparing import Comparison, compare
from dealwright.value.moment import not_after
from dealwright.value.truth import (
    ALWAYS_YES,
    NEVER_YES,
    NO,
    NOT_YET,
    UNSURE,
    either,
    known,
    negate,
)
from dealwright.value.uncertain import Among, Unknown


class Judging(Reckoned):
    """Judges truths."""

    def compare(self, node: core.Compare, env: Env) -> Truth:
        """Two values compared; settled when neither can change."""
        a, b = self.value(node.left, env), self.value(node.right, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NO
        return compare(cast("Comparison", node.operator), a, b, settled=_fixed(node.left) and _fixed(node.right))

    def candidates(self, node: core.Come, env: Env) -> list[Any] | None:
        """For a limit that any occurrence may meet: all that have come; None where only the first counts."""
        if not isinstance(node.what, core.FirstOf) or node.what.last or node.limit not in {"on", "after", "since"}:
            return None
        return [
            one.at if holds.is_yes else Range(one.at, NEVER)
            for one, holds in self.matching(node.what.event, node.what.where, env)
            if holds.may_be_yes
        ]

    def come(self, node: core.Come, env: Env) -> Truth:
        """Whether an instant has come, within a limit."""
        limit = NEVER if node.of is None else self.value(node.of, env)
        several = self.candidates(node, env)
        if several is not None and several:
            truths = [self.over(lambda x, y: self.judged(node.limit, x, y), at, limit) for at in several]
            truths.append(self.over(lambda x, y: self.judged(node.limit, x, y), NEVER, limit))
            if self.world.open_since(f"event:{node.what.event}") is not None:
                truths.append(UNSURE)
            return either(truths)
        what = self.value(node.what, env)
        return self.over(lambda x, y: self.judged(node.limit, x, y), what, limit)

    def judged(self, word: str, what: Any, limit: Any) -> Truth:
        """Whether one certain instant has come within one certain limit."""
        if isinstance(what, Never) or not self.has_come(what):
            if word in {"", "after", "since"}:
                return NOT_YET if not isinstance(what, Never) else NEVER_YES if what.settled else NO
            if isinstance(what, Never) and self.run_out(what, limit):
                return NEVER_YES
            if not isinstance(what, Never) and not isinstance(limit, Never) and not not_after(what, limit):
                return NEVER_YES
            return NOT_YET
        match word:
            case "":
                return ALWAYS_YES
            case "by":
                return known(isinstance(limit, Never) or not_after(what, limit), settled=True)
            case "before":
                if isinstance(limit, Never):
                    return ALWAYS_YES
                return known(_before(what, limit), settled=True)
            case "on":
                return known(
                    not isinstance(limit, Never) and day_of(what) == day_of(limit), settled=not isinstance(limit, Never)
                )
            case "after":
                return known(not isinstance(limit, Never) and _before(limit, what), settled=True)
            case _:  # since
                return known(not isinstance(limit, Never) and not _before(what, limit), settled=True)

    def run_out(self, what: Never, limit: Any) -> bool:
        """Whether a limit is over for what has not come; one that never comes is, for what never comes either.

        What can never come any more does not end a limit early: else `not X by D` would give a power before D is over.
        """
        return self.passed(limit) or (isinstance(limit, Never) and limit.settled and what.settled)

    def compare_days(self, node: core.CompareDays, env: Env) -> Truth:
        """Two instants compared; both must have come, or be days that are known."""
        a, b = self.value(node.left, env), self.value(node.right, env)
        return self.over(lambda x, y: self.ordered(node.operator, x, y), a, b)

    def ordered(self, word: str, a: Any, b: Any) -> Truth:
        """Whether one certain instant stands in an order to another."""
        if word in {"after", "on or after"}:
            strict = {"after": "before", "on or after": "on or before"}[word]
            if isinstance(a, Never):
                return NEVER_YES if a.settled else NO
            if isinstance(b, Never):
                return NEVER_YES
            return self.ordered(strict, b, a)
        if word in {"=", "!="}:
            if isinstance(a, Never) or isinstance(b, Never):
                lost = (isinstance(a, Never) and a.settled) or (isinstance(b, Never) and b.settled)
                found = NEVER_YES if lost else NO
            else:
                found = known(day_of(a) == day_of(b), settled=True)
            return found if word == "=" else negate(found)
        if isinstance(a, Never):
            return NEVER_YES if self.run_out(a, b) else NOT_YET
        if isinstance(b, Never):
            return ALWAYS_YES
        return known(_before(a, b) if word == "before" else not_after(a, b), settled=True)

    def within(self, node: core.Within, env: Env) -> Truth:
        """Whether an instant lies in a period."""
        period = self.value(node.period, env)
        if isinstance(period, (Unknown, Among, Range)):
            return UNSURE
        what = self.value(node.what, env)
        if isinstance(node.what, core.FirstOf) and not node.what.last:
            found = self.matching(node.what.event, node.what.where, env)
            if isinstance(period, Period) and any(
                holds.is_yes and period.start <= one.at.day <= period.end for one, holds in found
            ):
                return ALWAYS_YES

        def judge(x: Any, _: Any) -> Truth:
            if isinstance(period, Never):
                return NEVER_YES if period.settled else NOT_YET
            if isinstance(x, Never):
                return NEVER_YES if self.passed(period.end) else NOT_YET
            return known(period.start <= day_of(x) <= period.end, settled=True)

        found_ = self.over(judge, what, NEVER)
        if (
            found_.lost
            and isinstance(node.what, core.FirstOf)
            and isinstance(period, Period)
            and not self.passed(period.end)
        ):
            return NOT_YET
        return found_


def _before(a: Any, b: Any) -> bool:
    """Whether one instant is before another, by day unless both have an order."""
    if isinstance(a, Instant) and isinstance(b, Instant):
        return a < b
    return day_of(a) < day_of(b)


def _fixed(node: Any) -> bool:
    """Whether a value cannot change: written out, or an attribute of something that happened."""
    match node:
        case core.Const() | core.Attribute(of=core.This() | core.Around()) | core.ThePeriod() | core.TheNumber():
            return True
        case core.Arithmetic(left=left, right=right):
            return _fixed(left) and _fixed(right)
        case core.PartOf(of=of):
            return _fixed(of)
        case _:
            return False
