"""What the exercise of a power, or an effect, changes: the agreement ends, norms end, rest, resume, move."""

from __future__ import annotations

from datetime import date
from typing import Any

from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.waiving import give_up
from dealwright.evaluate.world import Case, Change, Ending, Interval, Status, World
from dealwright.program import NormRule
from dealwright.value import NEVER, Instant, Never, day_of
from dealwright.value.truth import ALWAYS_YES
from dealwright.value.uncertain import is_certain, spread


def change(ev: Evaluator, rule: NormRule, *, sure: bool, by: tuple[str, ...] = ()) -> None:
    """What a power or an effect changes."""
    world = ev.world
    now = world.now
    verb = rule.act.verb
    targets = rule.act.targets
    if verb in {"terminate", "terminates"} and not targets:
        at = now if sure else spread(now, NEVER)
        world.endings.append(Ending(at, rule.key, rule.cite.identity, sure))
        world.changes.append(
            Change(now, "the agreement terminates" if sure else "the agreement perhaps terminates", rule.cite.text())
        )
        return
    if verb == "closes":
        world.closed = now
        return
    if not sure:
        return
    for key in targets:
        if verb in {"terminate", "ends", "cancel", "discharged"}:
            discharge(world, key, "terminated" if verb == "terminate" else "ended")
        elif verb == "release":
            discharge(world, key, "released")
        elif verb == "waive":
            give_up(world, key, rule.name)
        elif verb in {"suspend", "suspended"}:
            bar(world, key, NEVER, rule.name)
        elif verb in {"resume", "resumes"}:
            resume(world, key)
        elif verb in {"accelerate", "due"}:
            for one in world.of_norm(key):
                one.moved = now.day
                one.asked = ALWAYS_YES
                one.hastened = True
        elif verb == "extend":
            extend(ev, rule, key)
    del by


def resume(world: World, key: str) -> None:
    """A suspension ends today."""
    bars = world.bars.get(key, [])
    for place, one in enumerate(bars):
        if isinstance(one.until, Never):
            bars[place] = Interval(one.start, world.now.day, one.why)


def extend(ev: Evaluator, rule: NormRule, key: str) -> None:
    """A limit moves."""
    from dealwright.evaluate.duties import limits
    from dealwright.value.days import shift_day

    for one in ev.world.of_norm(key):
        if rule.act.until is not None:
            one.moved = ev.value(rule.act.until)
        elif rule.act.by is not None:
            target = ev.rule_of(one)
            due = limits(ev.reader_of(one), target, one)
            if due is not None and is_certain(due) and not isinstance(due, Never):
                one.moved = shift_day(
                    day_of(due),
                    ev.value(rule.act.by),
                    back=False,
                    business=ev.calendar,
                    months_rounded=ev.program.months_rounded,
                )


def bar(world: World, key: str, until: Any, why: str) -> None:
    """A norm is suspended from now on."""
    world.bars.setdefault(key, []).append(Interval(world.now, until, why))
    if isinstance(until, date):
        world.wakes(Instant(date.fromordinal(until.toordinal() + 1)))


def discharge(world: World, key: str, reason: str) -> None:
    """Every open instance of a norm ends."""
    for one in world.of_norm(key):
        if set(one.cases) & {Status.PENDING, Status.DUE, Status.BREACHED, Status.IN_FORCE, Status.AVAILABLE}:
            case = next(iter(one.cases.values()))
            one.cases = {Status.DISCHARGED: Case(Status.DISCHARGED, world.now, case.due, case.breach, reason=reason)}
