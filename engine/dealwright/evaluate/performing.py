"""Whether what a duty asks has been done, and when: acts, occurrences, payments.

Money performs when nothing is outstanding; an occurrence performs each duty that asks for it once; what is done too
early to count does not.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import Any

from attrs import frozen

from dealwright.diagnostic import echo, problem
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.world import Case, Standing, Status, ends_of
from dealwright.program import NormRule
from dealwright.value import END, NEVER, UNBOUNDED, Instant, Money, Never, Range, Truth, day_of, minor_units
from dealwright.value.days import later_of
from dealwright.value.moment import not_after
from dealwright.value.truth import NO, UNSURE, YES
from dealwright.value.uncertain import earlier, is_certain, spread

_BEFORE = frozenset({"at least", "immediately before"})


@frozen
class Done:
    """Whether, and when, what a duty asks has been done; `used` is the occurrence that did it."""

    truth: Truth
    at: Any
    used: int = 0


def performance(ev: Evaluator, rule: NormRule, one: Standing, case: Case, due: Any) -> Done:
    """Whether what a duty asks has been done, and when."""
    arose = case.since
    if rule.act.verb == "pay" and not rule.performed_by:
        return payment(ev, rule, one, case, due)
    if rule.performed_when is not None:
        found = ev.truth(rule.performed_when, one.env)
        return Done(
            found, ev.world.now if found.is_yes else spread(ev.world.open_since() or ev.world.now, ev.world.now)
        )
    found_acts = [
        at
        for place, (at, by) in enumerate(one.acts)
        if enough(rule, one, by, everyone=tuple(name for _, names in one.acts[: place + 1] for name in names))
    ]
    events = [(rule.act.event, rule.act.where)] if rule.act.verb == "cause" else list(rule.performed_by)
    low: Any = found_acts[0] if found_acts else NEVER
    high: Any = low
    used = 0
    for event, where in events:
        for occurrence, holds in ev.matching(event, where, one.env):
            if not holds.may_be_yes or not qualifies(ev, rule, one, occurrence):
                continue
            if earlier(occurrence.at, low):
                low = occurrence.at
            if holds.is_yes and earlier(occurrence.at, high):
                high, used = occurrence.at, occurrence.number
                break
    keys = [f"norm:{rule.key}", *(f"event:{event}" for event, _ in events)]
    gap = ev.world.open_since(*keys)
    if isinstance(high, Never) and gap is not None:
        low = gap if earlier(gap, low) else low
    if isinstance(low, Never):
        return Done(NO, NEVER)
    own = by_its_own_day(ev, rule, one)
    sure = not isinstance(high, Never)
    at = low if own and sure else later_of([arose, low]) if sure else spread(low, ev.world.now)
    return Done(YES if sure else UNSURE, at, used)


def by_its_own_day(ev: Evaluator, rule: NormRule, one: Standing) -> bool:
    """Whether what was done before a duty arose is dated by its own day: under a limit before something, or reaching back."""
    before = any(limit.word in _BEFORE for limit in rule.limits)
    return before or (rule.retroactive is not None and one.arose == ev.world.now)


def enough(rule: NormRule, one: Standing, by: tuple[str, ...], everyone: tuple[str, ...]) -> bool:
    """Whether an act by some performs a norm: the party whose norm it is, all who act jointly, or anyone of them."""
    if one.env.party:
        return not by or one.env.party in by
    if rule.joint and by:
        return set(rule.actors) <= set(everyone)
    return True


def qualifies(ev: Evaluator, rule: NormRule, one: Standing, occurrence: Any) -> bool:
    """Whether an occurrence can perform this instance: by its doer, after what it is for, and not used by another."""
    if one.env.party and occurrence.by and one.env.party not in occurrence.by:
        return False
    if (
        not one.env.party
        and not rule.joint
        and rule.actors
        and occurrence.by
        and not set(occurrence.by) & set(rule.actors)
    ):
        return False
    for bound in rule.not_before:
        limit = ev.value(bound, one.env)
        if isinstance(limit, Never) or (is_certain(limit) and not not_after(limit, occurrence.at)):
            return False
    if rule.each is None or rule.each.sort == "party":
        return True
    own = any(limit.word in _BEFORE for limit in rule.limits)
    if not own and one.env.this is not None and occurrence.at < one.env.this.at:
        return False
    taken = {
        other.used for other in ev.world.of_norm(rule.key) if other is not one and other.env.party == one.env.party
    }
    return occurrence.number not in taken


def payment(ev: Evaluator, rule: NormRule, one: Standing, case: Case, due: Any) -> Done:
    """Whether something was paid and nothing is outstanding; with nothing ever to pay, at the end of the last day."""
    now = ev.world.now
    amount = ev.value(rule.act.amount, one.env)
    money = [paid for at, paid in one.receipts if counts(ev, rule, one, at)]
    total = sum((paid.amount for paid in money), start=Fraction(0))
    gap = ev.world.open_since(f"norm:{rule.key}")
    if isinstance(amount, Never):
        return Done(NO, NEVER)
    low, high = ends_of(amount)
    high_figure = high.amount if isinstance(high, Money) else None
    if high_figure is not None and (high_figure * 10 ** minor_units(high.currency)).denominator != 1:
        said = f"{echo(rule.name)} is {high.text()}, which cannot be paid exactly"
        note = problem("E107", said, rule.cite.span, trail=rule.cite.trail, help="round it where it is defined")
        if note not in ev.world.notes:
            ev.world.notes.append(note)
    low_figure = low.amount if isinstance(low, Money) else Fraction(0)
    if low_figure <= 0 and not money and case.status is not Status.BREACHED:
        nothing = YES if high_figure is not None and high_figure <= 0 else UNSURE
        found = idle(ev, due, nothing)
        if found.truth.may_be_yes or (nothing.is_yes and gap is None):
            return found if gap is None or found.truth.is_yes else Done(UNSURE, spread(gap, now))
    if money and high is not UNBOUNDED and high_figure is not None and total >= high_figure:
        return Done(YES, covered(one, high_figure) if by_its_own_day(ev, rule, one) else now)
    if gap is not None:
        return Done(UNSURE, spread(gap, now))
    if money and total >= low_figure:
        return Done(UNSURE, now)
    return Done(NO, NEVER)


def idle(ev: Evaluator, due: Any, nothing: Truth) -> Done:
    """What is asked if there may be nothing ever to pay: it is performed at the end of the last day, without one at once."""
    now = ev.world.now
    if due is None:
        return Done(nothing, now)
    low, high = ends_of(due)
    if isinstance(low, Never) or now < Instant(day_of(low), END):
        ev.passed(NEVER if isinstance(due, Range) else due)
        return Done(NO, NEVER)
    first = Instant(day_of(low), END)
    over = not isinstance(high, Never) and now >= Instant(day_of(high), END)
    return Done(nothing, now) if over and low == high else Done(UNSURE, spread(first, now))


def covered(one: Standing, figure: Fraction) -> Instant:
    """When what was paid came to a figure."""
    totals = accumulate(paid.amount for _, paid in one.receipts)
    return next(at for (at, _), total in zip(one.receipts, totals, strict=True) if total >= figure)


def counts(ev: Evaluator, rule: NormRule, one: Standing, at: Instant) -> bool:
    """Whether a payment was not made too early to count."""
    for bound in rule.not_before:
        limit = ev.value(bound, one.env)
        if isinstance(limit, Never) or (is_certain(limit) and not not_after(limit, at)):
            return False
    return True
