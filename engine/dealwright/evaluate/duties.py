"""How a duty goes through its life: pending, due, performed or breached, discharged.

A duty is pending until it stands and its day is known; then it is due, even if the day lies ahead. It is performed at
the first instant at which something was done and nothing is left to do; it is breached when its last day ends without
that. What is done while it is pending is held and performs it when it arises. Where facts are missing each way that
may be is followed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen

from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.ground import Ground
from dealwright.evaluate.performing import _BEFORE, performance
from dealwright.evaluate.world import Case, Cases, Interval, Standing, Status, ends_of
from dealwright.program import NormRule
from dealwright.value import NEVER, Instant, Never, Range, Truth, day_of
from dealwright.value.days import later_of
from dealwright.value.moment import not_after
from dealwright.value.truth import ALWAYS_YES, NO, UNSURE, YES, both, known, negate
from dealwright.value.uncertain import is_certain, spread


def add(cases: Cases, case: Case) -> None:
    """Add a case, merged with one of the same status."""
    cases[case.status] = case if case.status not in cases else cases[case.status].merged(case)


def asks(ev: Evaluator, rule: NormRule, one: Standing) -> Truth:
    """Whether a norm stands: its `when`, kept from its first yes, its `while`, and its start."""
    if rule.when is not None and not one.asked.is_yes:
        found = ev.truth(rule.when, one.env)
        if found.is_yes:
            one.asked = ALWAYS_YES
        elif found.may_be_yes or one.asked.may_be_yes:
            one.asked = UNSURE
        else:
            one.asked = found
    parts = [one.asked if rule.when is not None else ALWAYS_YES, ALWAYS_YES if one.meant.is_yes else one.meant]
    if rule.while_ is not None:
        parts.append(ev.truth(rule.while_, one.env))
    if rule.start is not None and not one.hastened:
        parts.append(begun(ev, ev.value(rule.start, one.env)))
    return both(parts)


def may_fail(ev: Evaluator, rule: NormRule, one: Standing, stands: Truth) -> bool:
    """Whether a norm may never stand any more, as far as is known."""
    if stands.is_yes:
        return False
    if not stands.known:
        return True
    parts = [rule.while_, None if one.asked.is_yes else rule.when]
    if not (ev.world.unknown or ev.world.open):
        return False
    if rule.start is not None and ev.may_never_come(rule.start, one.env):
        return True
    return any(ev.may_be_lost(part, one.env) for part in parts if part is not None)


def begun(ev: Evaluator, start: Any) -> Truth:
    """Whether an instant has come."""
    return ev.over(lambda x, _: ev.judged("", x, NEVER), start, NEVER)


def ended(ev: Evaluator, rule: NormRule, one: Standing) -> Truth:
    """Whether a norm's `until` is over: the end of its day, or the instant of what ends it."""
    truths = []
    for end in rule.end:
        value = ev.value(end, one.env)
        truths.append(
            ev.over(lambda x, _: known(ev.passed(x), settled=True) if not isinstance(x, Never) else NO, value, NEVER)
        )
    return negate(both([negate(found) for found in truths])) if truths else NO


def limits(ev: Evaluator, rule: NormRule, one: Standing) -> Any:
    """The last day of a norm; None if it has no limit, never (so far) while the day is not known.

    It is not before the day on which a duty arose through what it waited for, nor before its words took effect.
    """
    found = own_limit(ev, rule, one)
    floor = floor_of(ev, rule, one)
    if one.moved is not None or floor is None or found is None:
        return found
    low, high = (end if isinstance(end, Never) else max(end, floor) for end in ends_of(found))
    return spread(low, high)


def counted_since(ev: Ground, rule: NormRule) -> date | None:
    """The earlier day since which what happened counts under a norm; none if none is stated, or it is not known."""
    if rule.retroactive is None:
        return None
    day = ev.value(rule.retroactive)
    return min(day_of(day), ev.world.now.day) if is_certain(day) and not isinstance(day, Never) else None


def floor_of(ev: Evaluator, rule: NormRule, one: Standing) -> date | None:
    """The day before which the last day of a duty does not lie."""
    if rule.sort != "duty":
        return None
    worded = ev.world.worded.get(rule.key) if one.words is None else None
    days = [one.floor, worded[0] if worded is not None else None]
    return max((day for day in days if day is not None), default=None)


def own_limit(ev: Evaluator, rule: NormRule, one: Standing) -> Any:
    """The last day of a norm as its limits have it, or as it was moved."""
    if one.moved is not None:
        return one.moved
    if not rule.limits:
        return None
    days = []
    for limit in rule.limits:
        ev.foreseeing = limit.word in _BEFORE
        try:
            value = ev.value(limit.day, one.env)
        finally:
            ev.foreseeing = False
        days.append(value)
    found: Any = days[0] if len(days) == 1 else later_of(days)
    if isinstance(found, Range):
        low, high = (end if isinstance(end, Never) else day_of(end) for end in ev.ends(found))
        return spread(low, high)
    if isinstance(found, Never):
        return found
    return day_of(found) if is_certain(found) else Range(ev.world.gap.day, NEVER)


def extended(ev: Evaluator, rule: NormRule, due: Any) -> tuple[Any, bool]:
    """A limit after suspensions, and whether one runs still."""
    bars: list[Interval] = ev.world.bars.get(rule.key, [])
    running = False
    for bar in bars:
        if isinstance(bar.until, Never):
            running = True
            continue
        if ev.world.now.day <= bar.until:
            running = True
            ev.world.wakes(Instant(date.fromordinal(bar.until.toordinal() + 1)))
        if isinstance(due, date) and bar.start.day <= due:
            if rule.time_added:
                length = bar.until.toordinal() - bar.start.day.toordinal() + 1
                due = date.fromordinal(due.toordinal() + length)
            elif due <= bar.until:
                due = date.fromordinal(bar.until.toordinal() + 1)
    return due, running


def over(ev: Evaluator, due: Any) -> Truth:
    """Whether the last day has ended."""
    if due is None:
        return NO
    return ev.over(lambda x, _: known(ev.passed(x), settled=True) if not isinstance(x, Never) else NO, due, NEVER)


@frozen
class Look:
    """What bears on every case of a duty now: whether it stands, its last day, and whether its time or the agreement is over."""

    stands: Truth
    due: Any
    finished: Truth
    stopped: Truth


def step_duty(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which a duty may stand now, given those in which it may have stood."""
    stands = asks(ev, rule, one)
    stopped = NO if rule.survives else ev.terminated()
    look = Look(stands, limits(ev, rule, one), ended(ev, rule, one), stopped)
    result: Cases = {}
    for case in one.cases.values():
        match case.status:
            case Status.PENDING:
                wait(ev, rule, one, case, look, result)
            case Status.DUE:
                owe(ev, rule, one, case, look, result)
            case Status.BREACHED:
                late(ev, rule, one, case, result)
            case _:
                add(result, case)
    return result


def falls(ev: Evaluator, case: Case, reason: str, why: Truth, result: Cases) -> bool:
    """Add that a duty falls for a reason that may be so; whether it surely is."""
    if why.may_be_yes:
        add(result, evolve(case, status=Status.DISCHARGED, since=ev.world.now, reason=reason))
    return why.is_yes


def wait(ev: Evaluator, rule: NormRule, one: Standing, case: Case, look: Look, result: Cases) -> None:
    """What becomes of a duty that is pending: it falls away, arises, or waits."""
    now, stands, due = ev.world.now, look.stands, look.due
    if falls(ev, case, "terminated", look.stopped, result) or falls(ev, case, "ended", look.finished, result):
        return
    failed = YES if stands.lost else UNSURE if may_fail(ev, rule, one, stands) else NO
    if falls(ev, case, "condition failed", failed, result):
        return
    arisen = both((stands, ALWAYS_YES if due is None else begun_day(due)))
    if arisen.may_be_yes:
        since = now if arisen.is_yes else spread(ev.world.open_since() or now, now)
        due = overtaken(rule, one, due, now.day)
        one.arose = now
        settle(ev, rule, one, Case(Status.DUE, since, due if due is not None else NEVER), due, result)
    if arisen.may_not_be_yes:
        add(result, case)


def owe(ev: Evaluator, rule: NormRule, one: Standing, case: Case, look: Look, result: Cases) -> None:
    """What becomes of a duty that is due: it falls away, waits again, is performed, breached, or due still.

    Its day is worked out anew. One that hangs on what can never come any more stays what it was.
    """
    stands = look.stands
    if falls(ev, case, "terminated", look.stopped, result):
        return
    lost = YES if stands.lost else UNSURE if rule.while_ is not None and may_fail(ev, rule, one, stands) else NO
    if falls(ev, case, "condition failed", lost, result):
        return
    due = case.due if isinstance(look.due, Never) and look.due.settled else look.due
    if not stands.may_be_yes:
        add(result, Case(Status.PENDING, ev.world.now))
        return
    if due is not None and begun_day(due).may_not_be_yes:
        add(result, Case(Status.PENDING, ev.world.now))
        if isinstance(due, Never):
            return
    if look.finished.is_yes and not over(ev, due).is_yes:
        falls(ev, case, "ended", YES, result)
        return
    settle(ev, rule, one, evolve(case, due=NEVER if due is None else due), due, result)


def overtaken(rule: NormRule, one: Standing, due: Any, today: date) -> Any:
    """A day that was over before the duty arose gives way to the day on which it arose."""
    back = any(limit.word in _BEFORE for limit in rule.limits)
    hangs = rule.when is not None or rule.while_ is not None or rule.each is not None or rule.start is not None
    if back or not hangs or not isinstance(due, date) or due >= today:
        return due
    one.floor = today
    return today


def begun_day(due: Any) -> Truth:
    """Whether a limit is known."""
    low, high = (due.low, due.high) if isinstance(due, Range) else (due, due)
    if isinstance(high, Never):
        return UNSURE if not isinstance(low, Never) else known(False, settled=high.settled)  # noqa: FBT003
    return YES


def settle(ev: Evaluator, rule: NormRule, one: Standing, case: Case, due: Any, result: Cases) -> None:
    """What becomes of a duty that is due: performed, breached, or due still."""
    if due is not None:
        due, running = extended(ev, rule, due)
        case = evolve(case, due=due)
    else:
        running = ev.suspended(rule.key)
    passed = NO if running else over(ev, due)
    done = performance(ev, rule, one, case, due)
    if done.truth.may_be_yes:
        in_time = timely(done.at, due)
        amount = ev.value(rule.act.amount, one.env) if rule.act.amount is not None else None
        finished = evolve(case, status=Status.PERFORMED, since=done.at, done=done.at, amount=amount, reason="")
        if not in_time and due is not None and breachable(ev, rule, one):
            finished = evolve(finished, breach=due, by=breachers(ev, rule, one))
        add(result, finished)
        if done.truth.is_yes:
            one.used = one.used or done.used
            return
    if passed.may_be_yes and breachable(ev, rule, one):
        breach = due if passed.is_yes else spread(low_of(due), min_day(due, ev.world.now.day))
        add(
            result, evolve(case, status=Status.BREACHED, since=ev.world.now, breach=breach, by=breachers(ev, rule, one))
        )
        if passed.is_yes:
            return
    add(result, case)


def late(ev: Evaluator, rule: NormRule, one: Standing, case: Case, result: Cases) -> None:
    """What becomes of a duty that was breached: performed late, or breached still."""
    done = performance(ev, rule, one, case, case.due)
    if done.truth.may_be_yes:
        amount = ev.value(rule.act.amount, one.env) if rule.act.amount is not None else None
        add(result, evolve(case, status=Status.PERFORMED, since=done.at, done=done.at, amount=amount, reason=""))
        if done.truth.is_yes:
            one.used = one.used or done.used
            return
    if rule.cured_when is not None and ev.truth(rule.cured_when, one.env).is_yes:
        add(result, evolve(case, status=Status.DISCHARGED, since=ev.world.now, reason="cured"))
        return
    add(result, case)


def low_of(due: Any) -> Any:
    """The earliest day of a limit."""
    return ends_of(due)[0]


def min_day(due: Any, today: date) -> Any:
    """The latest day of a limit that can have passed."""
    high = ends_of(due)[1]
    return today if isinstance(high, Never) or high is None else min(day_of(high), today)


def timely(at: Any, due: Any) -> bool:
    """Whether a performance was in time, as far as can be told."""
    if due is None:
        return True
    last, first = ends_of(due)[1], ends_of(at)[0]
    return isinstance(last, Never) or isinstance(first, Never) or not_after(first, last)


def breachable(ev: Evaluator, rule: NormRule, one: Standing) -> bool:
    """Whether anybody is in breach when nothing is done: the actor, or those who answer for a third party."""
    return not rule.third_party or bool(breachers(ev, rule, one))


def breachers(ev: Evaluator, rule: NormRule, one: Standing) -> tuple[str, ...]:
    """Who is in breach when nothing is done."""
    if not rule.third_party:
        return (one.env.party,) if one.env.party else rule.actors
    return tuple(name for name, unless in rule.answered_by if unless is None or not ev.truth(unless, one.env).is_yes)


# ---------------------------------------------------------------- performance
