"""What the log holds of events: which occurrences there are, of which something holds, and what they add up to.

An event that the log does not hold has not occurred, up to the day through which the log is complete; after it, it
may have.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from itertools import chain
from typing import Any

from attrs import evolve

from dealwright.evaluate.ground import Ground
from dealwright.evaluate.tallies import Judged, Tally, rests_on_itself
from dealwright.evaluate.world import NOWHERE, Env, Occurrence
from dealwright.program import below, core
from dealwright.value import (
    NEVER,
    UNBOUNDED,
    UNKNOWN,
    Money,
    Never,
    Period,
    Range,
    Truth,
)
from dealwright.value import reckoning as r
from dealwright.value.truth import (
    ALWAYS_YES,
    NO,
    UNSURE,
    YES,
    both,
    either,
    negate,
)
from dealwright.value.uncertain import earlier, spread

_ZERO = Fraction(0)


class Happenings(Ground):
    """Reads occurrences."""

    def matching(self, event: str, where: Any, env: Env) -> Sequence[tuple[Occurrence, Truth]]:
        """The occurrences of an event so far, each with whether something holds of it."""
        occurrences = self.world.occurrences.get(event, [])
        if not self.alone(where):
            return [(one, self.truth(where, self.view(env, one))) for one in occurrences]
        judged = self.judged_once.setdefault((event, self.place_of(where)), Judged())
        judged.go_on(
            occurrences, lambda one: ALWAYS_YES if where is None else self.truth(where, self.view(NOWHERE, one))
        )
        return judged.found

    def alone(self, node: Any) -> bool:
        """Whether what is asked of an occurrence rests on it alone; found out once for each question."""
        place = self.place_of(node)
        if place not in self.alone_as:
            self.alone_as[place] = node is None or rests_on_itself(node)
        return self.alone_as[place]

    def view(self, env: Env, one: Occurrence) -> Env:
        """What is in view inside `where`."""
        return Env(one, env.period, env.number, env.party, env.around or env.this)

    def some(self, node: core.Some, env: Env) -> Truth:
        """Whether an event has occurred of which something holds."""
        truths = (found for _, found in self.matching(node.event, node.where, env))
        perhaps = [UNSURE] if self.world.open_since(f"event:{node.event}") is not None else []
        return either(chain(truths, perhaps, [NO]))

    def every(self, node: core.Every, env: Env) -> Truth:
        """Whether all occurrences of which one thing holds satisfy another."""
        truths = [
            either((negate(found), self.truth(node.satisfies, self.view(env, one))))
            for one, found in self.matching(node.event, node.where, env)
        ]
        if self.world.open_since(f"event:{node.event}") is not None:
            truths.append(UNSURE)
        return both([*truths, YES])

    def first_of(self, node: core.FirstOf, env: Env) -> Any:
        """The instant of the first, or last, occurrence of which something holds."""
        low: Any = NEVER
        high: Any = NEVER
        found = self.matching(node.event, node.where, env)
        for one, holds in reversed(found) if node.last else found:
            if holds.may_be_yes:
                low = one.at if isinstance(low, Never) else low
            if holds.is_yes:
                high = one.at
                break
        if node.last and low != high and not isinstance(low, Never):
            low, high = (NEVER, low) if isinstance(high, Never) else (high, low)
        gap = self.world.open_since(f"event:{node.event}")
        if gap is not None:
            if node.last:
                return spread(
                    low if not isinstance(low, Never) else gap, NEVER if isinstance(high, Never) else self.world.now
                )
            low = gap if earlier(gap, low) else low
        if isinstance(low, Never) and self.foreseeing:
            return self.foreseen(node.event)
        return spread(low, high)

    def foreseen(self, event: str) -> Any:
        """The day for which an event is set, if it has not come."""
        planned = self.world.scheduled.get(event)
        return planned[-1].at.day if planned else NEVER

    def pick(self, node: core.Pick, env: Env) -> Any:
        """The first or last occurrence of which something holds; None if the log may lack it."""
        gap = self.world.open_since(f"event:{node.event}")
        found = self.matching(node.event, node.where, env)
        for one, holds in reversed(found) if node.last else found:
            if holds.is_yes and (gap is None or (not node.last and one.at < gap)):
                return one
            if holds.may_be_yes:
                return None
        return NEVER if gap is None else None

    def attribute(self, node: core.Attribute, env: Env) -> Any:
        """An attribute of an occurrence; one the log does not state is not known."""
        one = self.value(node.of, env)
        if isinstance(one, Never):
            return NEVER
        if one is None:
            return UNKNOWN
        said = one.get(node.name)
        if said is not None:
            return said
        rule = next((a for a in self.program.events[one.event].attributes if a.name == node.name), None)
        return UNKNOWN if rule is None or rule.normally is None else rule.normally

    def aggregate(self, node: core.Aggregate, env: Env) -> Any:
        """A sum and the like over occurrences."""
        found = self.matching(node.event, node.where, env)
        tally = Tally()
        if self.alone(node.where) and self.alone(node.value):
            tally = self.tallies.setdefault(self.place_of(node), tally)
        tally.go_on(found, lambda one: self.value(node.value, self.view(env, one)), partial(self.joined, node.word))
        open_ = tally.doubtful or self.world.open_since(f"event:{node.event}") is not None
        return UNKNOWN if open_ and node.word not in {"sum", "count"} else self.made_one(tally, node, open_=open_)

    def joined(self, word: str, total: Any, value: Any) -> Any:
        """What several values come to so far, with one more; how many there are is all that is counted."""
        match word:
            case "count":
                return total
            case "sum" | "average":
                return self.lifted(r.add, total, value)
            case "product":
                return self.lifted(r.multiply, total, value)
            case "highest":
                return self.lifted(r.greater_of, total, value)
            case _:
                return self.lifted(r.lesser_of, total, value)

    def made_one(self, tally: Tally, node: Any, *, open_: bool = False) -> Any:
        """Several values made one."""
        if node.word == "count":
            counted = Fraction(tally.count)
            return Range(counted, UNBOUNDED) if open_ else counted
        total = tally.total
        if not tally.count:
            if node.word != "sum":
                return NEVER
            total = Money(_ZERO, self.currency_of(node.value)) if self.is_money(node.value) else _ZERO
        if node.word == "average":
            return self.lifted(r.divide, total, Fraction(tally.count))
        return UNKNOWN if open_ else total

    def currency_of(self, node: Any) -> str:
        """The currency that an amount is written in, itself or where it is defined; else that of the agreement."""
        place = self.place_of(node)
        if place not in self.currencies:
            self.currencies[place] = self.stated_currency(node) or self.program.currency
        return self.currencies[place]

    def stated_currency(self, node: Any) -> str:
        """The currency that an amount is written in, itself or where it is defined; empty if none is."""
        pending, seen = [node], set[str]()
        while pending:
            for part in below(pending.pop(0)):
                match part:
                    case core.Const(value=Money(currency=currency)):
                        return currency
                    case core.TermValue(key=key) if key not in seen and key in self.program.terms:
                        seen.add(key)
                        pending.append(self.program.terms[key].body)
                    case _:
                        pass
        return ""

    def is_money(self, node: Any) -> bool:
        """Whether the value that is summed up is money, for a sum of nothing."""
        match node:
            case core.Const(value=value):
                return isinstance(value, Money)
            case core.Attribute(name=name):
                return any(
                    a.name == name and a.kind.word == "money"
                    for e in self.program.events.values()
                    for a in e.attributes
                )
            case core.TermValue(key=key):
                return self.program.terms[key].kind.word == "money"
            case core.InputValue(key=key):
                return self.program.inputs[key].kind.word == "money"
            case core.Arithmetic(left=left, right=right):
                return self.is_money(left) or self.is_money(right)
            case core.Rounded(of=of) | core.Negative(of=of):
                return self.is_money(of)
            case core.NormAmount() | core.Received() | core.Total():
                return True
            case _:
                return False

    def aggregate_periods(self, node: core.AggregatePeriods, env: Env) -> Any:
        """A sum and the like over the periods of a span."""
        span = self.value(node.span, env)
        if not isinstance(span, Period):
            return UNKNOWN if not isinstance(span, Never) else NEVER
        tally = Tally()
        period = Period.containing(node.unit, span.start)
        while period.start <= span.end:
            value = self.value(node.value, evolve(env, period=period))
            if not isinstance(value, Never):
                tally.add(value, partial(self.joined, node.word))
            period = period.beside(1)
        return self.made_one(tally, node)
