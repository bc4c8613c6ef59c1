"""How powers, permissions, prohibitions, effects and warranties stand.

A power is available while it stands, lapses when its time is over, and is exercised once. A prohibition is breached
by every occurrence that meets it. An effect happens by itself, once, when its trigger comes. A warranty is stated at
instants, and is true or false at each of them.
"""

from __future__ import annotations

from typing import Any

from dealwright.evaluate.duties import add, asks, begun, counted_since, ended, limits, may_fail, over
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.world import Case, Cases, Made, Standing, Status, ends_of
from dealwright.program import NormRule
from dealwright.value import NEVER, Instant, Never, Range, Truth
from dealwright.value.truth import NO, YES, both, either, hull, negate
from dealwright.value.uncertain import spread


def step_power(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which a power may stand now."""
    now = ev.world.now
    stands = asks(ev, rule, one)
    stopped = NO if rule.survives else ev.terminated()
    finished = either((ended(ev, rule, one), over(ev, limits(ev, rule, one)), stopped))
    gap = ev.world.open_since(f"norm:{rule.key}")
    result: Cases = {}
    for case in one.cases.values():
        if case.status not in {Status.UNAVAILABLE, Status.AVAILABLE}:
            add(result, case)
            continue
        if finished.may_be_yes:
            reason = "terminated" if stopped.is_yes else ""
            add(result, Case(Status.LAPSED, now if finished.is_yes else spread(gap or now, now), reason=reason))
            if finished.is_yes:
                continue
        since = case.since if case.status is Status.AVAILABLE else now if stands.is_yes else spread(gap or now, now)
        if stands.may_be_yes:
            add(result, Case(Status.AVAILABLE, since))
            if gap is not None:
                add(result, Case(Status.EXERCISED, spread(gap, now), done=spread(gap, now)))
        if stands.may_not_be_yes:
            add(result, case if case.status is Status.UNAVAILABLE else Case(Status.UNAVAILABLE, now))
    return result


def step_permission(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which a permission may stand now."""
    return {status: case for status, case in step_power(ev, rule, one).items() if status is not Status.EXERCISED}


def step_prohibition(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which a prohibition may stand now: in force or not, breached, at an end."""
    now = ev.world.now
    stands = asks(ev, rule, one)
    stopped = NO if rule.survives else ev.terminated()
    finished = ended(ev, rule, one)
    maybe = met(ev, rule, one, stands, finished)
    if one.breaches:
        day = one.breaches[0][0]
        return {Status.BREACHED: Case(Status.BREACHED, Instant(day), breach=day, by=rule.actors)}
    result: Cases = {}
    for case in one.cases.values():
        if case.status not in {Status.IN_FORCE, Status.UNAVAILABLE}:
            add(result, case)
            continue
        if stopped.may_be_yes:
            add(result, Case(Status.DISCHARGED, now, reason="terminated"))
            if stopped.is_yes:
                continue
        if finished.may_be_yes:
            add(result, Case(Status.LAPSED, now))
            if finished.is_yes:
                continue
        if stands.may_be_yes:
            add(result, case if case.status is Status.IN_FORCE else Case(Status.IN_FORCE, now))
        if stands.may_be_yes and maybe is not None:
            days = spread(maybe.day, now.day)
            add(result, Case(Status.BREACHED, spread(maybe, now), breach=days, by=rule.actors))
        if stands.may_not_be_yes:
            add(result, case if case.status is Status.UNAVAILABLE else Case(Status.UNAVAILABLE, now))
    return result


def met(ev: Evaluator, rule: NormRule, one: Standing, stands: Truth, finished: Truth) -> Instant | None:
    """Record what surely breaches a prohibition now; since when something may have breached it that is not sure."""
    now = ev.world.now
    ended_before = [end for end in ev.world.endings if end.sure and isinstance(end.at, Instant) and end.at < now]
    over = finished.is_yes or set(one.cases) <= {Status.DISCHARGED, Status.LAPSED}
    if over or (ended_before and not rule.survives) or rule.act.verb != "cause" or not stands.may_be_yes:
        return None
    gap = ev.world.open_since(f"event:{rule.act.event}", f"norm:{rule.key}")
    back = counted_since(ev, rule)
    for occurrence, holds in ev.matching(rule.act.event, rule.act.where, one.env):
        mine = not occurrence.by or not rule.actors or bool(set(occurrence.by) & set(rule.actors))
        meant = occurrence.at == now or (back is not None and occurrence.at.day >= back)
        if not meant or not holds.may_be_yes or not mine:
            continue
        at = occurrence.at
        place = (at.day, f"{occurrence.event} {occurrence.number}")
        if not (holds.is_yes and stands.is_yes):
            gap = at if gap is None else min(gap, at)
        elif place not in one.breaches and place not in one.excused:
            one.breaches.append(place)
    return gap


def step_effect(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which an effect may stand now."""
    now = ev.world.now
    stands = asks(ev, rule, one)
    trigger = limits(ev, rule, one)
    came = stands if trigger is None else both((stands, begun(ev, ev.value(rule.limits[0].day, one.env))))
    stopped = NO if rule.survives else ev.terminated()
    result: Cases = {}
    for case in one.cases.values():
        if case.status is not Status.PENDING:
            add(result, case)
            continue
        if came.may_be_yes:
            at = now if came.is_yes else spread(ev.world.open_since() or now, now)
            add(result, Case(Status.EFFECTIVE, at, done=at))
            if came.is_yes:
                continue
        fails = stands.lost or (bool(ev.world.unknown or ev.world.open) and may_fail(ev, rule, one, stands))
        if stopped.may_be_yes or fails:
            add(result, Case(Status.DISCHARGED, now, reason="condition failed" if fails else "terminated"))
            if stopped.is_yes or stands.lost:
                continue
        add(result, case)
    return result


def step_warranty(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """A warranty: made at each of its instants as they come, or perhaps made, each limb true or not then."""
    world = ev.world
    back = counted_since(ev, rule)
    stopped = NO if rule.survives else ev.terminated()
    for place, (day, instrument) in enumerate(rule.made):
        born = one.seen.setdefault(place, world.now if instrument != world.program.name else one.born)
        if back is not None:
            born = min(born, Instant(back))
        if any(made.place == place for made in one.made) or stopped.is_yes:
            continue
        if rule.each is not None:
            born = Instant(born.day)
        at = ev.value(day, one.env)
        low = ends_of(at)[0]
        if not ev.has_come(low):
            continue
        if not isinstance(at, Range) and (low if isinstance(low, Instant) else Instant(low)) < born:
            continue
        limbs = tuple((label, ev.truth(limb, one.env)) for label, limb in rule.act.limbs)
        when = spread(low, NEVER) if stopped.may_be_yes else at
        one.made.append(Made(when, place, limbs, both([found for _, found in limbs])))
    if not one.made:
        return one.cases if Status.NOT_MADE in one.cases else {Status.NOT_MADE: Case(Status.NOT_MADE, world.now)}
    result: Cases = {}
    surely = [not isinstance(ends_of(made.at)[1], Never) for made in one.made]
    if not any(surely):
        add(result, Case(Status.NOT_MADE, world.now))
    whole = both(made.truth if sure else hull(made.truth, YES) for made, sure in zip(one.made, surely, strict=True))
    first = one.made[0].at
    false_at = next((made.at for made in one.made if made.truth.is_no), first)
    if whole.may_be_yes:
        add(result, Case(Status.TRUE, first))
    if not whole.is_yes and negate(whole).may_be_yes:
        add(result, Case(Status.FALSE, false_at if whole.is_no else first))
    return result or {Status.FALSE: Case(Status.FALSE, false_at)}


STEPS: dict[str, Any] = {
    "power": step_power,
    "permission": step_permission,
    "prohibition": step_prohibition,
    "effect": step_effect,
    "warranty": step_warranty,
}

FIRST = {
    "duty": Status.PENDING,
    "power": Status.UNAVAILABLE,
    "permission": Status.UNAVAILABLE,
    "prohibition": Status.IN_FORCE,
    "effect": Status.PENDING,
    "warranty": Status.NOT_MADE,
}
