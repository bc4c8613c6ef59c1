"""What every expression is at an instant: truths and values, read one node at a time.

This is the meaning of the language's expressions. What has not come has the value *never (so far)*; a truth is no,
not yet or yes, or a range of these when facts are missing. Wherever an answer will change with time alone, the
instant of the change is asked for, so that the interpreter looks again then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dealwright.diagnostic import DealError, echo, problem
from dealwright.evaluate.asking import Asking
from dealwright.evaluate.world import NOWHERE, Env, Troubled, World
from dealwright.program import core
from dealwright.source import NOWHERE as NO_PLACE
from dealwright.value import (
    NEVER,
    UNBOUNDED,
    UNKNOWN,
    Never,
    Period,
    Range,
    Truth,
    day_of,
)
from dealwright.value import reckoning as r
from dealwright.value.truth import (
    NEVER_YES,
    NO,
    UNSURE,
    at_least,
    both,
    either,
    exactly_one,
    known,
    negate,
)
from dealwright.value.uncertain import Among, Unknown, is_certain, spread

_MOST_PERIODS = 20_000


class Evaluator(Asking):
    """Reads expressions in a world, under the definitions of one text."""

    def __init__(self, world: World, slots: dict[str, str], version: int) -> None:
        """Keep the world and where the text's terms have their values."""
        super().__init__(world, slots, version)
        self._value: dict[type, Callable[[Any, Env], Any]] = {
            core.Const: lambda node, _: node.value,
            core.TermValue: self.term,
            core.TermTruth: self.term,
            core.InputValue: self.input,
            core.Attribute: self.attribute,
            core.Pick: self.pick,
            core.This: lambda _, env: env.this,
            core.Around: lambda _, env: env.around,
            core.ThePeriod: self.period_in_view,
            core.TheNumber: lambda _, env: env.number,
            core.Today: lambda _, __: self.today(),
            core.Arithmetic: self.arithmetic,
            core.Negative: lambda node, env: self.lifted(r.negative, self.value(node.of, env)),
            core.Rounded: self.rounded,
            core.Extreme: self.extreme,
            core.Choose: self.choose,
            core.Excepted: self.excepted,
            core.Lookup: self.lookup,
            core.Shift: self.shift,
            core.Rolled: self.rolled,
            core.FirstOf: self.first_of,
            core.OccurrenceInstant: lambda node, env: self.value(node.of, env).at,
            core.SinceTerm: self.since_term,
            core.NormInstant: self.norm_instant,
            core.TerminationInstant: self.termination,
            core.InstrumentInstant: self.instrument,
            core.StatusInstant: self.status_instant,
            core.NormAmount: self.norm_amount,
            core.NormDue: self.norm_due,
            core.Received: self.received,
            core.Total: self.total,
            core.PartOf: self.part_of,
            core.DayIn: self.day_in,
            core.Distance: self.distance,
            core.YearPart: self.year_part,
            core.SpanBetween: self.span_between,
            core.SpanOf: self.span_of,
            core.Aggregate: self.aggregate,
            core.AggregatePeriods: self.aggregate_periods,
        }
        self._truth: dict[type, Callable[[Any, Env], Truth]] = {
            core.Const: lambda node, _: (
                node.value if isinstance(node.value, Truth) else known(bool(node.value), settled=True)
            ),
            core.TermTruth: self.term,
            core.AsTruth: self.as_truth,
            core.Waivable: self.waivable,
            core.AllOf: lambda node, env: both([self.truth(item, env) for item in node.items]),
            core.AnyOf: lambda node, env: either([self.truth(item, env) for item in node.items]),
            core.AtLeast: lambda node, env: at_least(node.count, [self.truth(item, env) for item in node.items]),
            core.ExactlyOne: lambda node, env: exactly_one([self.truth(item, env) for item in node.items]),
            core.Not: lambda node, env: negate(self.truth(node.of, env)),
            core.Compare: self.compare,
            core.CompareDays: self.compare_days,
            core.Within: self.within,
            core.Come: self.come,
            core.Some: self.some,
            core.Every: self.every,
            core.StatusIs: self.status_is,
            core.AgreementIs: self.agreement_is,
            core.During: self.during,
            core.TruthWord: self.truth_word,
            core.Choose: self.choose,
            core.Excepted: self.excepted,
        }

    def value(self, node: Any, env: Env = NOWHERE) -> Any:
        """The value of an expression."""
        return self._value[type(node)](node, env) if type(node) in self._value else self.truth(node, env)

    def truth(self, node: Any, env: Env = NOWHERE) -> Truth:
        """The truth of an expression."""
        if type(node) in self._truth:
            return self._truth[type(node)](node, env)
        return self.truth_of(self.value(node, env))

    def truth_of(self, value: Any, *, settled: bool = False) -> Truth:
        """A yes/no value as a truth."""
        if isinstance(value, Truth):
            return value
        if isinstance(value, bool):
            return known(value, settled=settled)
        return UNSURE if isinstance(value, (Unknown, Among, Range)) else NO

    def as_truth(self, node: core.AsTruth, env: Env) -> Truth:
        """A yes/no attribute or input."""
        return self.truth_of(self.value(node.of, env), settled=isinstance(node.of, core.Attribute))

    def term(self, node: Any, env: Env) -> Any:
        """A definition: as it is now, or for an index.

        Raises:
            DealError: It is of words not in force, and they have no answer.
        """
        if not node.index:
            found = self.world.values[self.slots[node.key]]
            if isinstance(found, Troubled):
                raise found.trouble
            return found
        index = self.value(node.index[0], env)
        return self.indexed(node.key, index)

    def indexed(self, key: str, index: Any) -> Any:
        """A definition for one period; earlier ones are worked out first, from its stated start."""
        if not isinstance(index, Period):
            return NEVER if isinstance(index, Never) else UNKNOWN
        if self.memo_at != (self.world.now, len(self.world.ledger)):
            self.memo, self.memo_at = {}, (self.world.now, len(self.world.ledger))
        rule = self.program.terms[key]
        start = NEVER if rule.each is None or rule.each.start is None else self.value(rule.each.start)
        if rule.each is not None and rule.each.start is not None:
            if not is_certain(start):
                return UNSURE if rule.truth else UNKNOWN
            if isinstance(start, Never) or index.end < day_of(start):
                return NEVER_YES if rule.truth else NEVER
            if index not in self.memo.get(key, {}) and self.looks_back(key):
                period = Period.containing(rule.each.name, day_of(start))
                for _ in range(_MOST_PERIODS):
                    if period.start >= index.start:
                        return self.fill(key, index)
                    self.fill(key, period)
                    period = period.beside(1)
                said = f"{echo(rule.name)} goes back over more than {_MOST_PERIODS:,} periods"
                raise DealError([problem("X206", said, NO_PLACE)])
        return self.fill(key, index)

    def looks_back(self, key: str) -> bool:
        """Whether a definition for each period leans on itself, for an earlier one."""
        if key not in self.circles:
            seen: set[str] = set()
            pending = [key]
            while pending:
                reads = self.program.terms[pending.pop()].reads
                found = {read.removeprefix("term:") for read in reads if read.startswith("term:")} - seen
                seen |= found
                pending.extend(found & self.program.terms.keys())
            self.circles[key] = key in seen
        return self.circles[key]

    def fill(self, key: str, period: Period) -> Any:
        """A definition for one period, worked out once an instant."""
        found = self.memo.setdefault(key, {})
        if period not in found:
            found[period] = UNKNOWN
            rule = self.program.terms[key]
            env = Env(period=period)
            found[period] = self.truth(rule.body, env) if rule.truth else self.value(rule.body, env)
        return found[period]

    def input(self, node: core.InputValue, env: Env) -> Any:
        """A value given from outside; the latest counts, and one that is not given is not known."""
        rule = self.program.inputs[node.key]
        index = self.value(node.index[0], env) if node.index else None
        found = self.world.given.get((node.key, index))
        if found:
            return found[-1][1]
        if f"input:{node.key}" not in self.world.unknown and rule.normally is not None:
            return rule.normally
        low = UNBOUNDED if rule.least is None else rule.least
        high = UNBOUNDED if rule.most is None else rule.most
        return spread(low, high)
