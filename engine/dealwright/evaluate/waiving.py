"""What a waiver excuses: breaches in its scope, and no other; the words stay, and so does what happened.

A norm that somebody waived is followed as if nobody had. What it would be then is its course; what shows is the course
with everything excused that falls under a waiver. So a waiver that ends as if it had never been given leaves nothing to
undo: what was excused shows again, dated as it was. What fell due while a waiver excused it stays excused when the
waiver merely ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve

from dealwright.evaluate.duties import add, limits, over, step_duty
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.facts import is_meant
from dealwright.evaluate.others import STEPS
from dealwright.evaluate.world import NOWHERE, Case, Cases, Standing, Status, World
from dealwright.program import NormRule, WaiverRule
from dealwright.value import NEVER, Instant, Never, day_of
from dealwright.value.days import later_of
from dealwright.value.moment import not_after
from dealwright.value.truth import NO, UNSURE, YES, Truth, both, either, known
from dealwright.value.uncertain import is_certain

_GIVEN = "an entry"
_STATEMENT = "a statement"
_OPEN = (Status.PENDING, Status.DUE, Status.BREACHED, Status.IN_FORCE)
_EXCUSED = (Status.DUE, Status.BREACHED)


def step(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """The cases in which a norm may stand now, with what is waived of it excused.

    Args:
        ev: The reader of the text in force, of which the waivers count; the norm itself may go on under older words.
        rule: The norm, in its words.
        one: The instance.
    """
    own = step_duty if rule.sort == "duty" else STEPS[rule.sort]
    if one.given_up or (rule.key not in ev.program.waived and not one.pardons):
        return own(ev.reader_of(one), rule, one)
    if rule.sort == "duty":
        return _duty(ev, rule, one)
    if rule.sort == "prohibition":
        return _prohibition(ev, rule, one)
    return _warranty(ev, rule, one) if rule.sort == "warranty" else own(ev.reader_of(one), rule, one)


def _duty(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """A duty: its course, and of that what is excused."""
    if one.course is not None and one.cases == one.shown:
        one.cases = one.course
    else:
        one.unmoved = None
    moved = one.moved
    day = limits(ev.reader_of(one), rule, one)
    instead = _substitute(ev, rule, one, day)
    _as_written(ev, rule, one, extended=instead is not None)
    if instead is not None:
        one.moved = instead
        was = one.cases.get(Status.BREACHED)
        if was is not None and was.breach == day != instead:
            one.cases = {Status.DUE: Case(Status.DUE, ev.world.now, instead)}
    one.course = step_duty(ev.reader_of(one), rule, one)
    if instead is not None and one.moved == instead:
        one.moved = moved
    found: Cases = {}
    for case in one.course.values():
        _show(ev, rule, one, case, found)
    one.shown = found
    return found


def _as_written(ev: Evaluator, rule: NormRule, one: Standing, *, extended: bool) -> None:
    """Follow a duty by its own limit while a waiver puts another in its place; with that waiver gone it stands so."""
    own = one.unmoved
    if extended:
        own = one.unmoved = evolve(one, unmoved=None) if own is None else own
        own.receipts, own.doubted, own.acts = one.receipts, one.doubted, one.acts
        own.asked, own.words, own.moved, own.hastened = one.asked, one.words, one.moved, one.hastened
        own.cases = step_duty(ev.reader_of(own), rule, own)
    elif own is not None:
        one.cases, one.floor, one.arose, one.used, one.unmoved = own.cases, own.floor, own.arose, own.used, None


def _show(ev: Evaluator, rule: NormRule, one: Standing, case: Case, found: Cases) -> None:
    """A case of a duty as it shows."""
    late = case.status is Status.PERFORMED and not isinstance(case.breach, Never)
    given_up = case.status is Status.PENDING and any(
        waiver.start is None for waiver in ev.program.waivers if rule.key in waiver.norms
    )
    if case.status not in _EXCUSED and not late and not given_up:
        add(found, case)
        return
    day = case.due if isinstance(case.breach, Never) else case.breach
    verdict, by = _verdict(ev, rule, one, day, dated=not given_up)
    if verdict.may_be_yes:
        if late:
            add(found, evolve(case, breach=NEVER, by=()))
        else:
            before = (one.shown or {}).get(Status.WAIVED)
            if before is None and case.status is Status.BREACHED:
                _ask_again(ev, rule.key)
            since = ev.world.now if before is None else before.since
            add(found, Case(Status.WAIVED, since, case.due, reason=f"waived by {by}"))
    if not verdict.is_yes:
        add(found, case)


def _ask_again(ev: Evaluator, key: str) -> None:
    """A power that is available is asked again whether it is, if that may rest on a breach which is now excused."""
    terms = ev.program.terms
    for rule in ev.program.norms.values():
        if rule.sort not in {"power", "permission"}:
            continue
        reads, seen = set(rule.reads), set[str]()
        while fresh := {read[5:] for read in reads if read.startswith("term:")} - seen:
            seen |= fresh
            reads |= {read for term in fresh if term in terms for read in terms[term].reads}
        if f"norm:{key}" in reads:
            for one in ev.world.of_norm(rule.key):
                if Status.AVAILABLE in one.cases:
                    one.asked = NO


def _prohibition(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """A prohibition: the occurrences that breach it, and those that are excused."""
    if one.course is not None and one.cases == one.shown:
        one.cases = one.course
    _judge(ev, rule, one)
    cases = STEPS["prohibition"](ev, rule, one)
    if one.breaches and _judge(ev, rule, one):
        cases = STEPS["prohibition"](ev, rule, one)
    one.course = one.shown = cases
    verdict, by = _covered(ev, rule, one, ev.world.now.day)
    if Status.IN_FORCE in cases and verdict.is_yes:
        since = ev.world.now if one.waived_since is None else one.waived_since
        one.shown = {status: case for status, case in cases.items() if status is not Status.IN_FORCE}
        add(one.shown, Case(Status.WAIVED, since, reason=f"waived by {by}"))
        one.waived_since = since
    else:
        one.waived_since = None
    return one.shown


def _judge(ev: Evaluator, rule: NormRule, one: Standing) -> bool:
    """Tell the breaches of a prohibition from those that are excused; whether more are excused than before."""
    before = set(one.excused)
    judged = [
        (found, _verdict(ev, rule, one, _instant(ev, *found), found[1])[0].is_yes)
        for found in sorted({*one.breaches, *one.excused})
    ]
    one.excused = [found for found, excused in judged if excused]
    one.breaches = [found for found, excused in judged if not excused]
    if one.excused and not one.breaches and Status.BREACHED in one.cases:
        one.cases = {Status.IN_FORCE: Case(Status.IN_FORCE, ev.world.now)}
    more = bool(set(one.excused) - before)
    if more:
        _ask_again(ev, rule.key)
    return more


def _instant(ev: Evaluator, day: date, what: str) -> Any:
    """The instant of the occurrence that breached a prohibition; the day, if it is none."""
    event, _, number = what.rpartition(" ")
    found = ev.world.occurrences.get(event, ())
    return next((one.at for one in found if str(one.number) == number), day)


def _warranty(ev: Evaluator, rule: NormRule, one: Standing) -> Cases:
    """A warranty: a false statement that is excused."""
    before = one.cases.get(Status.WAIVED)
    cases = dict(STEPS["warranty"](ev.reader_of(one), rule, one))
    false = cases.get(Status.FALSE)
    if false is None or len(cases) > 1:
        return cases
    verdict, by = _verdict(ev, rule, one, false.since, _STATEMENT)
    if verdict.is_yes:
        return {Status.WAIVED: before or Case(Status.WAIVED, ev.world.now, reason=f"waived by {by}")}
    return cases


# ---------------------------------------------------------------- what is excused


def _verdict(
    ev: Evaluator, rule: NormRule, one: Standing, day: Any, what: str = "", *, dated: bool = True
) -> tuple[Truth, str]:
    """Whether what falls on a day is excused, and by whom."""
    found = [NO]
    by = ""
    waivers = {waiver.key: waiver for waiver in ev.program.waivers}
    for key, about in one.pardons:
        if about == what and key not in waivers and key not in ev.world.lapsed:
            found.append(YES)
            by = by or one.pardons[key, about]
    for waiver in waivers.values():
        if rule.key not in waiver.norms or waiver.days or (waiver.start is not None and not dated):
            continue
        truth = _excuses(ev, waiver, one, day, what)
        if truth.may_be_yes:
            by = by or waiver.cite.text()
        found.append(truth)
    return either(found), by


def _excuses(ev: Evaluator, waiver: WaiverRule, one: Standing, day: Any, what: str) -> Truth:
    """Whether a waiver excuses what falls on a day: for good, once that day is over."""
    if _lapsed(ev, waiver):
        return NO
    mark = (waiver.key, "limit" if waiver.days else what)
    if mark in one.pardons:
        return YES
    truth = both((_in_time(ev, waiver, one, day, past=bool(what)), _spared(ev, waiver, one)))
    if truth.is_yes and (waiver.start is None or what or over(ev, day).is_yes):
        one.pardons[mark] = waiver.cite.text()
    return truth


def _covered(ev: Evaluator, rule: NormRule, one: Standing, day: Any) -> tuple[Truth, str]:
    """Whether a waiver with a time of its own stands on a day, and whose."""
    for waiver in ev.program.waivers:
        if rule.key in waiver.norms and waiver.start is not None and not _lapsed(ev, waiver):
            start, end = ev.value(waiver.start), ev.value(waiver.end)
            for edge, later in ((start, 0), (end, 1)):
                if is_certain(edge) and not isinstance(edge, Never):
                    at = Instant(day_of(edge) + timedelta(later))
                    if at > ev.world.now:
                        ev.world.wakes(at)
            truth = both((_in_time(ev, waiver, one, day), _spared(ev, waiver, one)))
            if truth.is_yes:
                return truth, waiver.cite.text()
    return NO, ""


def _in_time(ev: Evaluator, waiver: WaiverRule, one: Standing, day: Any, *, past: bool = False) -> Truth:
    """Whether what falls on a day lies in the time of a waiver; without one, whether it was there at its effect."""
    effect = ev.world.effective.get(waiver.instrument)
    if effect is None:
        return NO
    if waiver.start is None:
        return known(one.born <= effect and (not past or not_after(day, effect)))
    start, end = ev.value(waiver.start), ev.value(waiver.end)
    if isinstance(start, Never) or isinstance(end, Never):
        return NO
    if not (is_certain(start) and is_certain(end)):
        return UNSURE
    first, last = day_of(start), day_of(end)
    return ev.over(lambda x, _: known(not isinstance(x, Never) and first <= day_of(x) <= last), day, NEVER)


def _spared(ev: Evaluator, waiver: WaiverRule, one: Standing) -> Truth:
    """Whether none of the exceptions of a waiver holds."""
    truths = [ev.truth(truth, one.env) for _, truth in waiver.unless]
    if any(truth.is_yes for truth in truths):
        return NO
    return UNSURE if any(truth.may_be_yes for truth in truths) else YES


def _lapsed(ev: Evaluator, waiver: WaiverRule) -> bool:
    """Whether a waiver has ended as if it had never been given; then it stays so."""
    if waiver.key not in ev.world.lapsed and any(ev.truth(truth).is_yes for _, truth in waiver.restored):
        ev.world.lapsed[waiver.key] = ev.world.now
    return waiver.key in ev.world.lapsed


def _substitute(ev: Evaluator, rule: NormRule, one: Standing, day: Any) -> Any:
    """The day that a waiver puts in the place of a limit; None if none does."""
    for waiver in ev.program.waivers:
        mine = bool(waiver.days) and rule.key in waiver.norms and day is not None
        if mine and _excuses(ev, waiver, one, day, "").is_yes:
            found: Any = later_of([ev.value(limit, one.env) for limit in waiver.days])
            if is_certain(found) and not isinstance(found, Never):
                one.granted = (waiver.key, day_of(found)) if (waiver.key, "limit") in one.pardons else None
                return day_of(found)
    if one.granted is not None:  # by a waiver whose instrument has expired since
        key, granted = one.granted
        if key not in ev.world.lapsed and all(waiver.key != key for waiver in ev.program.waivers):
            return granted
    return None


# ---------------------------------------------------------------- given by an entry, and conditions


def give_up(world: World, key: str, by: str, index: Any = None) -> None:
    """What a norm asks is given up: what was done or stated against it is excused, anything else open is asked for no more.

    Args:
        world: What is so.
        key: The norm.
        by: Who gives it up.
        index: The one instance that is meant; None for all of them.
    """
    for one in world.of_norm(key):
        if index is not None and not is_meant(one.index, index):
            continue
        if one.breaches:
            one.pardons.update({(_GIVEN, what): by for _, what in one.breaches})
            one.excused, one.breaches = [*one.excused, *one.breaches], []
            one.cases = {Status.IN_FORCE: Case(Status.IN_FORCE, world.now)}
        elif Status.FALSE in one.cases:
            one.pardons[_GIVEN, _STATEMENT] = by
        elif set(one.cases) & {*_OPEN, Status.AVAILABLE, Status.WAIVED}:
            case = next(iter(one.cases.values()))
            one.cases = {Status.WAIVED: Case(Status.WAIVED, world.now, case.due, reason=f"waived by {by}")}
            one.course = one.shown = None
            one.pardons.clear()
            one.given_up = True


def attend(ev: Evaluator) -> set[str]:
    """Waive the conditions that instruments waive, as long as they do; the keys of what changed."""
    world = ev.world
    changed: set[str] = set()
    for waiver in ev.program.waivers:
        for key in waiver.terms:
            place = ev.waiver(key, "")
            standing = Standing(key, None, NOWHERE, {}, world.beginning)
            holds = not _lapsed(ev, waiver) and (
                place in world.lent
                if waiver.start is None and place in world.lent
                else both((_in_time(ev, waiver, standing, world.now.day), _spared(ev, waiver, standing))).is_yes
            )
            if holds and place not in world.waived:
                world.waived[place] = world.now
                world.lent.add(place)
                changed |= {"waiver", f"term:{key}"}
            elif not holds and place in world.lent:
                world.lent.discard(place)
                del world.waived[place]
                changed |= {"waiver", f"term:{key}"}
            if waiver.end is not None:
                end = ev.value(waiver.end)
                if is_certain(end) and not isinstance(end, Never) and day_of(end) >= world.now.day:
                    world.wakes(Instant(day_of(end) + timedelta(1)))
    return changed
