"""What every expression is at an instant: truths and values, read one node at a time.

This is the meaning of the language's expressions. What has not come has the value *never (so far)*; a truth is no, not yet
or yes, or a range of these when facts are missing. Wherever an answer will change with time alone, the instant of the
change is asked for, so that the interpreter looks again then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from dealwright.diagnostic import DealError, problem
from dealwright.evaluate.world import NOWHERE, Env, Occurrence, Status, World
from dealwright.program import core
from dealwright.source import NOWHERE as NO_PLACE
from dealwright.value import END, NEVER, NEVERMORE, UNBOUNDED, UNKNOWN, Instant, Level, Money, Never, Period, Range, Truth, Value, day_of
from dealwright.value import DivisionByZero, NoValue, TooLarge
from dealwright.value import reckoning as r
from dealwright.value.days import (
    InexactLength,
    NoExactDay,
    OutOfDates,
    earlier_of,
    later_of,
    shift_day,
    through_days,
    whole_units,
    year_fraction,
)
from dealwright.value.moment import not_after
from dealwright.value.quantity import Duration, MonthDay
from dealwright.value.truth import (
    ALWAYS_YES,
    NEVER_YES,
    NO,
    NOT_YET,
    UNSURE,
    YES,
    at_least,
    both,
    either,
    exactly_one,
    hull,
    known,
    negate,
    truth,
)
from dealwright.value.uncertain import Among, Unknown, earlier, is_certain, spread
from dealwright.value.uncertain import hull as value_hull

_MOST_PERIODS = 20_000
_ZERO = Fraction(0)


class Evaluator:
    """Reads expressions in a world, under the definitions of one text."""

    def __init__(self, world: World, slots: dict[str, str], version: int) -> None:
        """Keep the world and where the text's terms have their values."""
        self.world = world
        self.slots = slots
        self.version = version
        self.program = world.versions[version].program
        self.calendar = world.calendars[version]
        self.foreseeing = False
        self.memo: dict[tuple[str, Any], Any] = {}
        self.memo_at: Any = None
        self._value: dict[type, Callable[[Any, Env], Any]] = {
            core.Const: lambda node, _: node.value,
            core.TermValue: self.term,
            core.TermTruth: self.term,
            core.InputValue: self.input,
            core.Attribute: self.attribute,
            core.Pick: self.pick,
            core.This: lambda _, env: env.this,
            core.ThePeriod: self.period_in_view,
            core.TheNumber: lambda _, env: env.number,
            core.Today: lambda _, __: self.today(),
            core.Arithmetic: self.arithmetic,
            core.Negative: lambda node, env: self.lifted(lambda a: r.negative(a), self.value(node.of, env)),
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
            core.Const: lambda node, _: node.value if isinstance(node.value, Truth) else known(bool(node.value), settled=True),
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

    # ------------------------------------------------------------ the two views

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

    def today(self) -> date:
        """The day in view; the answer may change tomorrow."""
        self.world.wakes(Instant(self.world.now.day + timedelta(1)))
        return self.world.now.day

    # ------------------------------------------------------------ terms and inputs

    def term(self, node: Any, env: Env) -> Any:
        """A definition: as it is now, or for an index."""
        if not node.index:
            return self.world.values[self.slots[node.key]]
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
            period = Period.containing(rule.each.name, day_of(start))
            for _ in range(_MOST_PERIODS):
                if period.start >= index.start:
                    break
                self.fill(key, period)
                period = period.beside(1)
        return self.fill(key, index)

    def fill(self, key: str, period: Period) -> Any:
        """A definition for one period, worked out once an instant."""
        place = (key, period)
        if place not in self.memo:
            self.memo[place] = UNKNOWN
            rule = self.program.terms[key]
            env = Env(period=period)
            self.memo[place] = self.truth(rule.body, env) if rule.truth else self.value(rule.body, env)
        return self.memo[place]

    def input(self, node: core.InputValue, env: Env) -> Any:
        """A value given from outside; the latest counts, and one that is not given is not known."""
        rule = self.program.inputs[node.key]
        index = self.value(node.index[0], env) if node.index else None
        found = self.world.given.get((node.key, index)) or self.world.given.get((node.key, None))
        if found:
            return found[-1][1]
        if f"input:{node.key}" not in self.world.unknown and rule.normally is not None:
            return rule.normally
        low = UNBOUNDED if rule.least is None else rule.least
        high = UNBOUNDED if rule.most is None else rule.most
        return spread(low, high)

    # ------------------------------------------------------------ events

    def matching(self, event: str, where: Any, env: Env) -> list[tuple[Occurrence, Truth]]:
        """The occurrences of an event so far, each with whether something holds of it."""
        found = self.world.occurrences.get(event, ())
        if where is None:
            return [(one, ALWAYS_YES) for one in found]
        return [(one, self.truth(where, self.view(env, one))) for one in found]

    def view(self, env: Env, one: Occurrence) -> Env:
        """What is in view inside `where`."""
        return Env(one, env.period, env.number, env.party)

    def some(self, node: core.Some, env: Env) -> Truth:
        """Whether an event has occurred of which something holds."""
        truths = [found for _, found in self.matching(node.event, node.where, env)]
        if self.world.open_since(f"event:{node.event}") is not None:
            truths.append(UNSURE)
        return either([*truths, NO])

    def every(self, node: core.Every, env: Env) -> Truth:
        """Whether all occurrences of which one thing holds satisfy another."""
        truths = [
            either((negate(found), self.truth(node.satisfies, self.view(env, one))))
            for one, found in self.matching(node.event, node.where, env)
        ]
        if self.world.open_since(f"event:{node.event}") is not None:
            truths.append(UNSURE)
        return both([*truths, YES])

    def first_of(self, node: core.FirstOf, env: Env) -> Value:
        """The instant of the first, or last, occurrence of which something holds."""
        low: Any = NEVER
        high: Any = NEVER
        found = self.matching(node.event, node.where, env)
        for one, holds in reversed(found) if node.last else found:
            if holds.may_be_yes:
                low, high = (one.at if isinstance(low, Never) else low), high
            if holds.is_yes:
                high = one.at
                break
        if node.last and low != high and not isinstance(low, Never):
            low, high = (NEVER, low) if isinstance(high, Never) else (high, low)
        gap = self.world.open_since(f"event:{node.event}")
        if gap is not None:
            if node.last:
                return spread(low if not isinstance(low, Never) else gap, NEVER if isinstance(high, Never) else self.world.now)
            low = gap if earlier(gap, low) else low
        if isinstance(low, Never) and self.foreseeing:
            return self.foreseen(node.event)
        return spread(low, high)

    def foreseen(self, event: str) -> Value:
        """The day for which an event is set, if it has not come."""
        planned = self.world.scheduled.get(event)
        return planned[-1].at.day if planned else NEVER

    def pick(self, node: core.Pick, env: Env) -> Any:
        """The first or last occurrence of which something holds."""
        if self.world.open_since(f"event:{node.event}") is not None and node.last:
            return None
        found = self.matching(node.event, node.where, env)
        for one, holds in reversed(found) if node.last else found:
            if holds.is_yes:
                return one
            if holds.may_be_yes:
                return None
        return NEVER

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

    # ------------------------------------------------------------ amounts

    def lifted(self, operation: Callable[..., Any], *values: Any) -> Any:
        """An operation on values; what never came gives no amount."""
        if any(isinstance(value, Never) or value is None for value in values):
            return NEVER
        return operation(*values)

    def arithmetic(self, node: core.Arithmetic, env: Env) -> Any:
        """Two amounts joined."""
        operation = {"+": r.add, "-": r.subtract, "*": r.multiply, "/": r.divide, "^": r.power}[node.operator]
        a, b = self.value(node.left, env), self.value(node.right, env)
        try:
            return self.lifted(operation, a, b)
        except DivisionByZero:
            raise DealError([problem("E101", "an amount is divided by zero", NO_PLACE)]) from None
        except TooLarge:
            raise DealError([problem("X301", "a number outgrew what the language reckons with", NO_PLACE)]) from None
        except NoValue:
            raise DealError([problem("E106", "a result has no exact value", NO_PLACE)]) from None

    def rounded(self, node: core.Rounded, env: Env) -> Any:
        """An amount rounded."""
        return self.lifted(lambda a: r.rounded(a, node.mode, node.to, node.step), self.value(node.of, env))

    def extreme(self, node: core.Extreme, env: Env) -> Any:
        """The later, earlier, greater or lesser."""
        values = [self.value(item, env) for item in node.items]
        if node.word == "later":
            return later_of(values)
        if node.word == "earlier":
            return earlier_of(values)
        come = [value for value in values if not isinstance(value, Never)]
        if not come:
            return NEVER
        result = come[0]
        for value in come[1:]:
            result = r.greater_of(result, value) if node.word == "greater" else r.lesser_of(result, value)
        return result

    def choose(self, node: core.Choose, env: Env) -> Any:
        """The first case that holds; a case that may hold gives the hull of it and the rest."""
        read = self.truth if node.truths else self.value
        open_cases: list[Any] = []
        for condition, value in node.cases:
            holds = self.truth(condition, env)
            if holds.is_yes:
                open_cases.append(read(value, env))
                return self.hulls(open_cases)
            if holds.may_be_yes:
                open_cases.append(read(value, env))
        if node.otherwise is not None:
            open_cases.append(read(node.otherwise, env))
        elif not open_cases:
            raise DealError([problem("E104", "no case fits, and there is no `otherwise`", NO_PLACE)])
        return self.hulls(open_cases)

    def excepted(self, node: core.Excepted, env: Env) -> Any:
        """A value with exceptions: those that hold must agree."""
        read = self.truth if node.truths else self.value
        sure: list[tuple[str, Any]] = []
        maybe: list[Any] = []
        for label, condition, value in node.exceptions:
            holds = self.truth(condition, env)
            if holds.is_yes:
                sure.append((label, read(value, env)))
            elif holds.may_be_yes:
                maybe.append(read(value, env))
        if len({repr(value) for _, value in sure}) > 1:
            names = " and ".join(f"`{label or 'an exception'}`" for label, _ in sure)
            raise DealError([problem("R401", f"{names} apply at once with different results", NO_PLACE)])
        base = sure[0][1] if sure else read(node.value, env)
        return self.hulls([base, *maybe])

    def hulls(self, values: list[Any]) -> Any:
        """What holds all of several results."""
        result = values[0]
        for value in values[1:]:
            result = hull(result, value) if isinstance(result, Truth) and isinstance(value, Truth) else value_hull(result, value)
        return result

    def lookup(self, node: core.Lookup, env: Env) -> Any:
        """A value found by a key in rows, or by slices of it."""
        by = self.value(node.by, env)
        if isinstance(by, (Range, Unknown, Among)):
            return self.hulls([self.value(value, env) for _, _, value in node.rows]) if not node.slices else UNKNOWN
        if isinstance(by, Never):
            return NEVER
        rows = [(bound, None if key is None else self.value(key, env), self.value(value, env)) for bound, key, value in node.rows]
        if node.slices:
            return self.slices(by, rows)
        fitting = [(key, value) for bound, key, value in rows if bound != "otherwise" and self.fits(bound, by, key)]
        if fitting:
            best = fitting[0]
            rising = any(bound in {"above", "from"} for bound, _, _ in rows)
            for key, value in fitting[1:]:
                if earlier(best[0], key) == rising:
                    best = (key, value)
            return best[1]
        rest = [value for bound, _, value in rows if bound == "otherwise"]
        if not rest:
            raise DealError([problem("E104", "no row fits, and there is no `otherwise`", NO_PLACE)])
        return rest[0]

    def fits(self, bound: str, by: Any, key: Any) -> bool:
        """Whether a row's key takes a value."""
        match bound:
            case "above":
                return earlier(key, by) and by != key
            case "from":
                return not earlier(by, key)
            case "up to":
                return not earlier(key, by)
            case "below":
                return earlier(by, key)
            case _:
                return bool(by == key)

    def slices(self, by: Any, rows: list[tuple[str, Any, Any]]) -> Any:
        """Each rate applied to its slice of an amount."""
        bounds = sorted(((key, rate) for _, key, rate in rows if key is not None), key=lambda pair: pair[0])
        total: Any = None
        for place, (low, rate) in enumerate(bounds):
            high = bounds[place + 1][0] if place + 1 < len(bounds) else by
            top = r.lesser_of(by, high)
            if earlier(low, top):
                part = r.multiply(r.subtract(top, low), rate)
                total = part if total is None else r.add(total, part)
        return r.multiply(by, _ZERO) if total is None else total

    def aggregate(self, node: core.Aggregate, env: Env) -> Any:
        """A sum and the like over occurrences."""
        found = self.matching(node.event, node.where, env)
        open_ = self.world.open_since(f"event:{node.event}") is not None or any(not holds.known for _, holds in found)
        values = [self.value(node.value, self.view(env, one)) for one, holds in found if holds.is_yes]
        return UNKNOWN if open_ and node.word not in {"sum", "count"} else self.gathered(node.word, values, open_, node)

    def gathered(self, word: str, values: list[Any], open_: bool, node: Any) -> Any:  # noqa: FBT001
        """Several values made one."""
        if word == "count":
            counted = Fraction(len(values))
            return Range(counted, UNBOUNDED) if open_ else counted
        if not values:
            if word != "sum":
                return NEVER
            total: Any = Money(_ZERO, self.program.currency) if self.is_money(node.value) else _ZERO
        else:
            total = values[0]
        for value in values[1:]:
            match word:
                case "sum" | "average":
                    total = self.lifted(r.add, total, value)
                case "product":
                    total = self.lifted(r.multiply, total, value)
                case "highest":
                    total = self.lifted(r.greater_of, total, value)
                case _:
                    total = self.lifted(r.lesser_of, total, value)
        if word == "average":
            return self.lifted(r.divide, total, Fraction(len(values)))
        if open_:
            return UNKNOWN
        return total

    def is_money(self, node: Any) -> bool:
        """Whether the value that is summed up is money, for a sum of nothing."""
        match node:
            case core.Const(value=value):
                return isinstance(value, Money)
            case core.Attribute(name=name):
                return any(a.name == name and a.kind.word == "money" for e in self.program.events.values() for a in e.attributes)
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
        values = []
        period = Period.containing(node.unit, span.start)
        while period.start <= span.end:
            values.append(self.value(node.value, Env(env.this, period, env.number, env.party)))
            period = period.beside(1)
        return self.gathered(node.word, [v for v in values if not isinstance(v, Never)], False, node)  # noqa: FBT003

    # ------------------------------------------------------------ money that moved

    def zero(self) -> Any:
        """No money."""
        return Money(_ZERO, self.program.currency)

    def received(self, node: core.Received, env: Env) -> Any:
        """What a party received by a payment event or under a norm."""
        if node.event:
            amounts = [one.amount for one in self.world.ledger if one.event == node.event and one.payee == node.party]
            return self.summed(amounts, self.world.open_since(f"event:{node.event}"))
        if node.norm is None or not node.norm.key:
            return self.zero()
        rule = self.norm_rule(node.norm.key)
        return self.paid(node.norm, env) if rule is not None and node.party in rule.act.receivers else self.zero()

    def total(self, node: core.Total, env: Env) -> Any:  # noqa: ARG002
        """All that a party received, or paid."""
        mine = [one for one in self.world.ledger if node.party == (one.payee if node.word == "received" else one.payer)]
        return self.summed([one.amount for one in mine], self.world.open_since())

    def summed(self, amounts: list[Money], gap: Instant | None) -> Any:
        """Amounts added; at least that much where the log may lack some."""
        total = self.zero() if not amounts else amounts[0]
        for amount in amounts[1:]:
            total = total + amount
        return total if gap is None else Range(total, UNBOUNDED)

    def paid(self, norm: core.Instance, env: Env) -> Any:
        """What was paid under a norm, all its instances or one."""
        if not norm.key:
            return self.zero()
        amounts = [amount for standing in self.instances(norm, env) for _, amount in standing.receipts]
        return self.summed(amounts, self.world.open_since(f"norm:{norm.key}"))

    def norm_amount(self, node: core.NormAmount, env: Env) -> Any:
        """What was paid, or what is outstanding."""
        if node.word == "paid" or not node.norm.key:
            return self.paid(node.norm, env)
        total = self.zero()
        for standing in self.instances(node.norm, env):
            total = self.lifted(r.add, total, self.outstanding(standing))
        return total

    def outstanding(self, standing: Any) -> Any:
        """What is still to be paid under one norm that has arisen."""
        if not set(standing.cases) & {Status.DUE, Status.BREACHED, Status.SUSPENDED}:
            return self.zero()
        amount = self.amount(standing)
        paid = self.summed([money for _, money in standing.receipts], self.world.open_since(f"norm:{standing.key}"))
        rest = self.lifted(r.subtract, amount, paid)
        return NEVER if isinstance(rest, Never) else r.greater_of(self.zero(), rest)

    def amount(self, standing: Any) -> Any:
        """What is owed under one norm, as it is now or as performance froze it."""
        frozen_ = [case.amount for case in standing.cases.values() if case.amount is not None]
        rule = self.norm_rule(standing.key)
        if rule is None or rule.act.amount is None:
            return NEVER
        if len(frozen_) == len(standing.cases):
            return self.hulls(frozen_)
        return self.value(rule.act.amount, standing.env)

    # ------------------------------------------------------------ days

    def shift(self, node: core.Shift, env: Env) -> Any:
        """A day so long after or before another."""
        by = self.value(node.by, env)
        anchor = self.value(node.anchor, env)
        if isinstance(anchor, Never) or isinstance(by, Never):
            return anchor if isinstance(anchor, Never) else by
        if not isinstance(by, Duration):
            return UNKNOWN

        def change(day: date) -> date:
            return shift_day(day, by, node.back, self.calendar, self.program.months_rounded)

        try:
            return through_days(anchor, change)
        except NoExactDay:
            raise DealError([
                problem("E102", f"{by.text()} from {self.shown(anchor)} ends in a month without that day", NO_PLACE,
                        help="say how: `months rounded down` or `months rounded up` in the heading of the agreement")
            ]) from None  # fmt: skip
        except (OutOfDates, LookupError):
            raise DealError([problem("X303", f"{by.text()} from {self.shown(anchor)} leaves the years that can be counted", NO_PLACE)]) from None
        except InexactLength:
            raise DealError([problem("E106", f"{by.text()} is no whole number of days", NO_PLACE)]) from None

    def shown(self, anchor: Any) -> str:
        """A day in words."""
        low = anchor.low if isinstance(anchor, Range) else anchor
        return day_of(low).isoformat() if isinstance(low, (date, Instant)) else "a day"

    def rolled(self, node: core.Rolled, env: Env) -> Any:
        """A day moved to a business day."""
        return self.lifted(lambda a: through_days(a, lambda day: self.calendar.roll(day, node.way)), self.value(node.of, env))

    def since_term(self, node: core.SinceTerm, env: Env) -> Any:  # noqa: ARG002
        """The first instant at which a definition was yes."""
        slot = self.slots[node.key]
        low, high = self.world.first.get(slot, (NEVER, NEVER))
        if isinstance(low, Never) and self.world.values[slot].lost:
            return NEVERMORE
        return spread(low, high)

    def part_of(self, node: core.PartOf, env: Env) -> Any:  # noqa: PLR0911
        """A part of a period or of a day."""
        of = self.value(node.of, env)
        if isinstance(of, Never):
            return of
        match node.word:
            case "start":
                return of.start if isinstance(of, Period) else UNKNOWN
            case "end":
                return of.end if isinstance(of, Period) else UNKNOWN
            case "date":
                return through_days(of, lambda day: day)
            case "year":
                return Fraction(day_of(of).year) if is_certain(of) else UNKNOWN
            case "this year":
                return self.day_this_year(of)
            case word:
                unit, step = word.rsplit(" ", 1)
                return Period.containing(unit, day_of(of)).beside(int(step)) if is_certain(of) else UNKNOWN

    def day_this_year(self, of: MonthDay) -> date:
        """A day of the year in view."""
        year = self.today().year
        try:
            return date(year, of.month, of.day)
        except ValueError:
            return date(year, of.month + 1, 1) - timedelta(1)

    def period_in_view(self, node: core.ThePeriod, env: Env) -> Any:
        """The period in view, or one beside it."""
        if env.period is None:
            return UNKNOWN
        period = env.period
        if node.unit and period.unit != node.unit:
            period = Period.containing(node.unit, period.start)
        return period.beside(node.step)

    def day_in(self, node: core.DayIn, env: Env) -> Any:
        """A day of a period."""
        period = self.value(node.of, env)
        if not isinstance(period, Period):
            return NEVER if isinstance(period, Never) else UNKNOWN
        match node.word:
            case "day":
                return min(period.start + timedelta(node.number - 1), period.end)
            case "last day":
                return period.end
            case "first business day":
                return self.calendar.roll(period.start, "forward")
            case _:
                return self.calendar.roll(period.end, "back")

    def distance(self, node: core.Distance, env: Env) -> Any:
        """Whole units between two days."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        start, end = day_of(a), day_of(b)
        if node.unit == "business day":
            return Fraction(self.calendar.count(start, end))
        return Fraction(whole_units(node.unit, start, end))

    def year_part(self, node: core.YearPart, env: Env) -> Any:
        """The part of a year between two days."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        return Fraction(*year_fraction(node.convention, day_of(a), day_of(b)))

    def span_between(self, node: core.SpanBetween, env: Env) -> Any:
        """A period between two days."""
        a, b = self.value(node.start, env), self.value(node.end, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NEVER
        if not is_certain(a) or not is_certain(b):
            return UNKNOWN
        return Period(day_of(a), day_of(b))

    def span_of(self, node: core.SpanOf, env: Env) -> Any:
        """A period of a length."""
        anchor = self.value(node.anchor, env)
        if isinstance(anchor, Never) or not is_certain(anchor):
            return NEVER if isinstance(anchor, Never) else UNKNOWN
        day = day_of(anchor)
        by = self.value(node.length, env)
        other = shift_day(day, by, node.ending, self.calendar, self.program.months_rounded)
        one = timedelta(1)
        return Period(other + one, day) if node.ending else Period(day, other - one)

    # ------------------------------------------------------------ truths in time

    def compare(self, node: core.Compare, env: Env) -> Truth:
        """Two values compared; settled when neither can change."""
        a, b = self.value(node.left, env), self.value(node.right, env)
        if isinstance(a, Never) or isinstance(b, Never):
            return NO
        settled = _fixed(node.left) and _fixed(node.right)
        if node.operator in {"=", "!="}:
            found = self.equal(a, b, settled)
            return found if node.operator == "=" else negate(found)
        if node.operator in {">", "<="}:
            found = self.less(b, a, settled)
        else:
            found = self.less(a, b, settled)
        return found if node.operator in {"<", ">"} else negate(found)

    def equal(self, a: Any, b: Any, settled: bool) -> Truth:  # noqa: FBT001, PLR0911
        """Whether two values are the same."""
        if is_certain(a) and is_certain(b):
            return known(a == b, settled=settled)
        if isinstance(a, Unknown) or isinstance(b, Unknown):
            return UNSURE
        if isinstance(a, Among) or isinstance(b, Among):
            some = (a.values if isinstance(a, Among) else {a}) & (b.values if isinstance(b, Among) else {b})
            return UNSURE if some else NO
        apart = self.less(a, b, settled), self.less(b, a, settled)
        return NO if any(found.is_yes for found in apart) else UNSURE

    def less(self, a: Any, b: Any, settled: bool) -> Truth:  # noqa: FBT001
        """Whether one value is less than another."""
        if isinstance(a, (Unknown, Among)) or isinstance(b, (Unknown, Among)):
            return UNSURE
        a_low, a_high = (a.low, a.high) if isinstance(a, Range) else (a, a)
        b_low, b_high = (b.low, b.high) if isinstance(b, Range) else (b, b)
        surely = a_high is not UNBOUNDED and b_low is not UNBOUNDED and _smaller(a_high, b_low)
        never = a_low is not UNBOUNDED and b_high is not UNBOUNDED and not _smaller(a_low, b_high)
        if surely:
            return known(True, settled=settled)  # noqa: FBT003
        return known(False, settled=settled) if never else UNSURE  # noqa: FBT003

    def ends(self, value: Any) -> tuple[Any, ...]:
        """The ends of an instant that is not known; both, or the one."""
        if isinstance(value, Range):
            return (value.low, value.high)
        return (self.world.gap, NEVER) if isinstance(value, (Unknown, Among)) else (value,)

    def over(self, judge: Callable[[Any, Any], Truth], a: Any, b: Any) -> Truth:
        """A judgement on two instants, over the ends of what is not known."""
        result: Truth | None = None
        for x in self.ends(a):
            for y in self.ends(b):
                found = judge(x, y)
                result = found if result is None else hull(result, found)
        return result if result is not None else UNSURE

    def passed(self, limit: Any) -> bool:
        """Whether a day has ended, or an instant is over; else another look is asked for when it will be."""
        if isinstance(limit, Never):
            return False
        when = limit if isinstance(limit, Instant) else Instant(limit, END)
        if when <= self.world.now:
            return True
        self.world.wakes(when)
        return False

    def has_come(self, what: Any) -> bool:
        """Whether an instant is there, or a day has begun; else another look is asked for when it will be."""
        if isinstance(what, Never):
            return False
        when = what if isinstance(what, Instant) else Instant(what)
        if when <= self.world.now:
            return True
        self.world.wakes(when)
        return False

    def candidates(self, node: core.Come, env: Env) -> list[Any] | None:
        """For a limit that any occurrence may meet: all that have come; None where only the first counts."""
        if not isinstance(node.what, core.FirstOf) or node.what.last or node.limit not in {"on", "after", "since", "within"}:
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

    def judged(self, word: str, what: Any, limit: Any) -> Truth:  # noqa: C901, PLR0911, PLR0912
        """Whether one certain instant has come within one certain limit."""
        if isinstance(what, Never) or not self.has_come(what):
            if isinstance(what, Never) and what.settled:
                return NEVER_YES
            if word in {"", "after", "since"}:
                return NO if isinstance(what, Never) else NOT_YET
            if isinstance(what, Never) and self.passed(limit):
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
                return known(not isinstance(limit, Never) and day_of(what) == day_of(limit), settled=not isinstance(limit, Never))
            case "after":
                return known(not isinstance(limit, Never) and _before(limit, what), settled=True)
            case "since":
                return known(not isinstance(limit, Never) and not _before(what, limit), settled=True)
            case _:
                return NO

    def compare_days(self, node: core.CompareDays, env: Env) -> Truth:
        """Two instants compared; both must have come, or be days that are known."""
        a, b = self.value(node.left, env), self.value(node.right, env)
        return self.over(lambda x, y: self.ordered(node.operator, x, y), a, b)

    def ordered(self, word: str, a: Any, b: Any) -> Truth:  # noqa: PLR0911
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
            if a.settled or self.passed(b):
                return NEVER_YES
            return NOT_YET
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
            found = [one for one, holds in self.matching(node.what.event, node.what.where, env) if holds.is_yes]
            inside = [one for one in found if isinstance(period, Period) and period.start <= one.at.day <= period.end]
            if inside:
                return ALWAYS_YES

        def judge(x: Any, _: Any) -> Truth:
            if isinstance(period, Never):
                return NO
            if isinstance(x, Never):
                return NEVER_YES if x.settled or self.passed(period.end) else NOT_YET
            return known(period.start <= day_of(x) <= period.end, settled=True)

        found_ = self.over(judge, what, NEVER)
        if found_.lost and isinstance(node.what, core.FirstOf) and isinstance(period, Period) and not self.passed(period.end):
            return NOT_YET
        return found_

    def waivable(self, node: core.Waivable, env: Env) -> Truth:
        """A condition or limb that may have been waived."""
        if (self.slots[node.condition], node.label) in self.world.waived:
            return ALWAYS_YES
        return self.truth(node.of, env)

    # ------------------------------------------------------------ since when

    def onset(self, node: Any, env: Env = NOWHERE) -> Any:  # noqa: PLR0911
        """Since when a truth that is yes now has been so, as far as what it rests on tells: now, if it does not."""
        now = self.world.now
        match node:
            case core.AllOf(items=items):
                return max((self.onset(item, env) for item in items), default=now)
            case core.AnyOf(items=items):
                held = [self.onset(item, env) for item in items if self.truth(item, env).is_yes]
                return min(held, default=now)
            case core.Waivable(of=of):
                waived = self.world.waived.get((self.slots[node.condition], node.label))
                return waived if waived is not None else self.onset(of, env)
            case core.TermTruth(key=key, index=()):
                first = self.world.first.get(self.slots[key], (NEVER, NEVER))[1]
                run = self.world.run.get(self.slots[key], now)
                return first if isinstance(first, Instant) and run <= first else run
            case core.Come(what=what, limit="", of=None):
                return self.as_onset(self.value(what, env))
            case core.Some(event=event, where=where):
                return self.as_onset(self.value(core.FirstOf(event, where), env))
            case core.StatusIs(status=("performed" | "exercised" | "effective"), of=of):
                return self.as_onset(self.status_instant(core.StatusInstant(node.status, of), env))
            case core.Const():
                return Instant(date.min)
            case _:
                return now

    def as_onset(self, at: Any) -> Instant:
        """An instant that has come, else now."""
        now = self.world.now
        if isinstance(at, Instant):
            return min(at, now)
        if isinstance(at, date):
            return min(Instant(at), now)
        return now

    # ------------------------------------------------------------ norms and the agreement

    def norm_rule(self, key: str) -> Any:
        """The rule of a norm: of the text in force, else of the latest text that had it."""
        for version in reversed(self.world.versions[: self.world.current + 1]):
            if key in version.program.norms:
                return version.program.norms[key]
        return self.program.norms.get(key)

    def instances(self, norm: core.Instance, env: Env) -> list[Any]:
        """The instances of a norm that are meant."""
        found = self.world.of_norm(norm.key)
        if norm.index:
            wanted = self.value(norm.index[0], env)
            wanted = wanted.name if hasattr(wanted, "name") and not isinstance(wanted, Status) else wanted
            found = [one for one in found if one.index == wanted or (isinstance(one.index, tuple) and wanted in one.index)]
        return found

    def norm_instant(self, node: core.NormInstant, env: Env) -> Any:
        """The instant of what befell a norm: the first, over its instances."""
        if not node.norm.key:
            self.world.dangled = True
            return NEVERMORE
        return self.first_instant([self.befallen(node.word, one) for one in self.instances(node.norm, env)])

    def first_instant(self, values: list[Any]) -> Any:
        """The earliest of several instants that may not have come."""
        return earlier_of(values) if values else NEVER

    def befallen(self, word: str, one: Any) -> Any:
        """When something befell one norm."""
        match word:
            case "breach":
                if one.breaches:
                    return one.breaches[0][0]
                bad = [made.at for made in one.made if made.truth.is_no]
                if bad:
                    return bad[0]
                return self.hulls([case.breach for case in one.cases.values()])
            case "performance" | "exercise":
                return self.hulls([case.done for case in one.cases.values()])
            case "suspension":
                bars = self.world.bars.get(one.key)
                return bars[0].start if bars else NEVER
            case "resumption":
                ended = [bar.until for bar in self.world.bars.get(one.key, ()) if not isinstance(bar.until, Never)]
                return ended[0] if ended else NEVER
            case "waiver":
                return self.hulls([c.since if c.reason == "waived" else NEVER for c in one.cases.values()])
            case _:
                return self.hulls([c.since if c.status is Status.DISCHARGED else NEVER for c in one.cases.values()])

    def norm_due(self, node: core.NormDue, env: Env) -> Any:
        """When a duty falls due."""
        if not node.norm.key:
            self.world.dangled = True
            return NEVERMORE
        dues = [self.hulls([case.due for case in one.cases.values()]) for one in self.instances(node.norm, env)]
        return self.first_instant(dues)

    def termination(self, node: core.TerminationInstant, env: Env) -> Any:  # noqa: ARG002
        """When the agreement terminated."""
        low: Any = NEVER
        high: Any = NEVER
        for ending in self.world.endings:
            if node.under and node.under not in self.world.program.identities.get(ending.identity, self.chain(ending.identity)):
                continue
            at_low, at_high = (ending.at.low, ending.at.high) if isinstance(ending.at, Range) else (ending.at, ending.at)
            low = at_low if earlier(at_low, low) else low
            if ending.sure:
                high = at_high if earlier(at_high, high) else high
        return spread(low, high)

    def chain(self, identity: str) -> tuple[str, ...]:
        """The provisions around one, in any text so far."""
        for version in self.world.versions:
            if identity in version.program.identities:
                return version.program.identities[identity]
        return (identity,)

    def instrument(self, node: core.InstrumentInstant, env: Env) -> Any:  # noqa: ARG002
        """When an instrument took effect or was signed."""
        if node.word == "signing":
            signed = self.world.signatures.get(node.instrument, {})
            rule = self.program.instruments.get(node.instrument)
            if rule is None or not all(name in signed for name in rule.signers):
                return NEVER
            return max(signed[name] for name in rule.signers)
        return self.world.effective.get(node.instrument, NEVER)

    def terminated(self) -> Truth:
        """Whether the agreement has terminated."""
        if any(ending.sure for ending in self.world.endings):
            return ALWAYS_YES
        return UNSURE if self.world.endings else NO

    def agreement_is(self, node: core.AgreementIs, env: Env) -> Truth:  # noqa: ARG002
        """Whether the agreement is terminated, closed or in force."""
        match node.status:
            case "terminated":
                return self.terminated()
            case "closed":
                return NO if isinstance(self.world.closed, Never) else YES
            case _:
                return negate(self.terminated()) if isinstance(self.world.closed, Never) else NO

    def during(self, node: core.During, env: Env) -> Truth:
        """Whether an instant came while a norm was suspended."""
        what = self.value(node.what, env)
        if isinstance(what, Never) or not is_certain(what):
            return NO if isinstance(what, Never) else UNSURE
        day = day_of(what)
        bars = self.world.bars.get(node.norm.key, ())
        return known(any(bar.start.day <= day and (isinstance(bar.until, Never) or day <= bar.until) for bar in bars))

    def truth_word(self, node: core.TruthWord, env: Env) -> Truth:
        """Whether the answer to something is `unknown` or `not yet`."""
        if node.word == "unknown value":
            return known(not is_certain(self.value(node.of, env)))
        found = self.truth(node.of, env)
        return known(not found.known if node.word == "unknown" else (found.low is Level.NOT_YET and found.known))

    def status_is(self, node: core.StatusIs, env: Env) -> Truth:
        """Whether a norm, condition or instrument stands in a status."""
        of = node.of
        if of.sort == "instrument":
            come = of.key in self.world.effective
            if node.status == "signed":
                return known(not isinstance(self.instrument(core.InstrumentInstant("signing", of.key), env), Never))
            return known(come if node.status in {"effective", "in force"} else not come)
        if of.sort == "condition":
            return self.condition_is(node.status, of, env)
        if not of.key:
            self.world.dangled = True
            return NEVER_YES
        found = self.instances(of, env)
        if not found:
            return known(node.status in {"pending", "unavailable"} and not of.index)
        if of.labels:
            return either([self.limb_stands(node.status, of.labels, one) for one in found])
        return either([self.stands(node.status, one) for one in found])

    def limb_stands(self, status: str, labels: tuple[str, ...], one: Any) -> Truth:
        """Whether a limb of a warranty was true, or false, each time that it was made."""
        found = [dict(made.limbs)["".join(labels)] for made in one.made if "".join(labels) in dict(made.limbs)]
        whole = both([*found, YES if found else NO])
        if status == "unknown":
            return known(not whole.known)
        return whole if status == "true" else negate(whole) if status == "false" and found else NO

    def condition_statuses(self, key: str, labels: tuple[str, ...] = ()) -> set[Status]:
        """The statuses in which a condition, or a limb of it, may stand."""
        rule = self.program.terms[key]
        label = "".join(labels)
        slot = self.slots[key]
        if (slot, label) in self.world.waived:
            return {Status.WAIVED}
        found = self.world.values[self.slots[key]] if not label else self.truth(dict(rule.limbs)[label])
        if not label and found.is_yes and any((slot, one) in self.world.waived for one, _ in rule.limbs):
            return {Status.WAIVED}
        result = set()
        if found.high is Level.YES:
            result.add(Status.SATISFIED)
        if found.low is not Level.YES:
            if found.lost or (not found.known and found.low is Level.NO):
                result.add(Status.FAILED)
            if not found.lost:
                result.add(Status.UNSATISFIED)
        return result

    def condition_is(self, status: str, of: core.Instance, env: Env) -> Truth:  # noqa: ARG002
        """Whether a condition, or a limb of it, stands in a status."""
        if of.labels and "".join(of.labels) not in dict(self.program.terms[of.key].limbs):
            return NEVER_YES
        possible = self.condition_statuses(of.key, of.labels)
        if status == "unknown":
            return known(len(possible) > 1)
        wanted = {one for one in possible if one.value == status}
        if status == "satisfied" and Status.WAIVED in possible:
            return NO
        return known(bool(wanted)) if len(possible) == 1 or not wanted else UNSURE

    def stands(self, status: str, one: Any) -> Truth:  # noqa: PLR0911
        """Whether one norm stands in a status, in every case or in some."""
        cases = one.cases
        if status == "unknown":
            return known(len(cases) > 1)
        if status == "breached":
            rows = [not isinstance(case.breach, Never) or bool(one.breaches) for case in cases.values()]
            return self.share(rows)
        if status == "overdue":
            today = self.world.now.day
            rows = [
                case.status in {Status.DUE, Status.BREACHED} and is_certain(case.due) and not isinstance(case.due, Never)
                and day_of(case.due) < today
                for case in cases.values()
            ]  # fmt: skip
            return self.share(rows)
        if status == "suspended":
            return known(self.suspended(one.key) and bool(set(cases) & {Status.DUE, Status.PENDING}))
        if status == "made":
            return known(bool(one.made))
        if status == "signed":
            return NO
        rows = [case.status.value == status for case in cases.values()]
        if status == "due" and self.suspended(one.key):
            return NO
        settled = one.settled
        found = self.share(rows)
        return truth(found.low, found.high, settled) if found.known else found

    def share(self, rows: list[bool]) -> Truth:
        """Yes if all cases, no if none, unsure if some."""
        if all(rows):
            return YES
        return UNSURE if any(rows) else NO

    def suspended(self, key: str) -> bool:
        """Whether a norm is suspended today."""
        today = self.world.now.day
        return any(bar.start <= self.world.now and (isinstance(bar.until, Never) or today <= bar.until) for bar in self.world.bars.get(key, ()))

    def status_instant(self, node: core.StatusInstant, env: Env) -> Any:  # noqa: PLR0911
        """Since when something stands in a status."""
        of = node.of
        if of.sort == "instrument":
            return self.world.effective.get(of.key, NEVER)
        if of.sort == "condition":
            if node.status == "waived":
                return self.world.waived.get((self.slots[of.key], "".join(of.labels)), NEVER)
            if node.status == "satisfied" and not of.labels:
                return self.since_term(core.SinceTerm(of.key), env)
            if self.condition_is(node.status, of, env).is_yes:
                return self.world.run.get(self.slots[of.key], NEVER)
            return NEVER
        if not of.key:
            return NEVERMORE
        values = []
        for one in self.instances(of, env):
            if node.status == "performed":
                values.append(self.befallen("performance", one))
            elif node.status == "exercised":
                values.append(self.befallen("exercise", one))
            elif node.status == "breached":
                values.append(self.befallen("breach", one))
            elif node.status == "due":
                values.append(self.hulls([c.due if c.status is Status.DUE else NEVER for c in one.cases.values()]))
            else:
                values.append(self.hulls([c.since if c.status.value == node.status else NEVER for c in one.cases.values()]))
        return self.first_instant(values)


def _before(a: Any, b: Any) -> bool:
    """Whether one instant is before another, by day unless both have an order."""
    if isinstance(a, Instant) and isinstance(b, Instant):
        return a < b
    return day_of(a) < day_of(b)


def _smaller(a: Any, b: Any) -> bool:
    """Whether one amount, number or length is smaller."""
    if isinstance(a, Duration):
        return bool(a.count < b.count)
    return bool(a < b)


def _fixed(node: Any) -> bool:
    """Whether a value cannot change: written out, or an attribute of something that happened."""
    match node:
        case core.Const() | core.Attribute(of=core.This()) | core.ThePeriod() | core.TheNumber():
            return True
        case core.Arithmetic(left=left, right=right):
            return _fixed(left) and _fixed(right)
        case core.PartOf(of=of):
            return _fixed(of)
        case _:
            return False
