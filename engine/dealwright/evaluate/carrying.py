"""What is live when a text changes: norms that are gone end, and those that continue them take over.

Accrued breaches and performances stay as they are, and so does what is due because the agreement ended. What else was
pending or due under a deleted provision is discharged; where a norm continues it, that one takes over whatever is
open, and the record of a breach stays. A power that was not exercised goes.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve

from dealwright.evaluate.duties import add
from dealwright.evaluate.ground import Ground
from dealwright.evaluate.others import FIRST
from dealwright.evaluate.world import Case, Cases, Change, Standing, Status, Version, World
from dealwright.program import NormRule, below, core
from dealwright.value.truth import NO


def carry(world: World, before: Ground, now: Ground, version: Version) -> None:
    """What is live when a text changes: norms that are gone end, and those that continue them take over."""
    old, new = before.program, version.program
    heirs: dict[str, list[NormRule]] = {}
    for rule in new.norms.values():
        for key in rule.continuing:
            if rule.key not in old.norms:
                heirs.setdefault(key, []).append(rule)
    struck = version.origin == "a court"
    for key, rule in new.norms.items():
        if rule.sort == "duty" and rule.limits and reworded(before, now, key):
            world.worded[key] = (world.now.day, version.origin)
    for one in list(world.standings.values()):
        if one.key in new.norms and one.key in old.norms and old.norms[one.key].when != new.norms[one.key].when:
            one.asked = NO
        if one.key in new.norms or one.key not in old.norms:
            continue
        rule = old.norms[one.key]
        hand = new.removed_by(rule.key, rule.cite.identity) or version.origin
        by = "severed" if struck else f"deleted by {hand}"
        for heir in heirs.get(one.key, ()):
            inherit(world, heir, one)
        if rule.sort in {"power", "permission"}:
            kept: Cases = {s: c for s, c in one.cases.items() if s in {Status.EXERCISED, Status.LAPSED}}
            if len(kept) < len(one.cases):
                kept[Status.DELETED] = Case(Status.DELETED, world.now, reason=by)
            one.cases = kept
        elif rule.sort in {"duty", "effect", "prohibition"}:
            one.cases = left(world, rule, one, heirs.get(one.key, []), by, struck=struck)
        elif rule.sort == "warranty" and not one.made:
            one.cases = {Status.DELETED: Case(Status.DELETED, world.now, reason=by)}
    world.changes.append(
        Change(world.now, f"{version.origin} takes effect" if not struck else "a provision is struck", version.origin)
    )


def reworded(old: Ground, new: Ground, key: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether the last day of a duty rests on other words than under the text before, its own or what these lean on."""
    if key in seen or key not in new.program.norms:
        return False
    if key not in old.program.norms:
        return True
    before, now = old.program.norms[key].limits, new.program.norms[key].limits
    if before != now or (now and old.program.calendar != new.program.calendar):
        return True
    pending: list[Any] = [limit.day for limit in now]
    while pending:
        for part in below(pending.pop()):
            match part:
                case core.TermValue(key=term) | core.TermTruth(key=term) | core.SinceTerm(key=term):
                    if old.slots.get(term) != new.slots.get(term):
                        return True
                    if term not in seen:
                        seen |= {term}
                        pending.append(new.program.terms[term].body)
                case core.NormDue(norm=norm) if reworded(old, new, norm.key, seen | {key}):
                    return True
                case _:
                    pass
    return False


def left(world: World, rule: NormRule, one: Standing, heirs: list[NormRule], by: str, *, struck: bool) -> Cases:
    """What is left of a duty, effect or prohibition whose provision is gone."""
    ended = {Status.PENDING, Status.DUE, Status.IN_FORCE, Status.UNAVAILABLE}
    stays = [ending.sure for ending in world.endings] if rule.survives and not struck else []
    if any(stays):
        ended.discard(Status.DUE)
    if heirs:
        ended.add(Status.BREACHED)
    status = Status.SUPERSEDED if heirs else Status.DISCHARGED
    reason = f"superseded by {heirs[0].name} of {heirs[0].cite.text()}" if heirs else by
    kept: Cases = {}
    for case in one.cases.values():
        if case.status not in ended:
            add(kept, case)
        elif case.status is Status.BREACHED:
            add(kept, evolve(case, status=status, since=world.now, reason=reason))
        else:
            add(kept, Case(status, world.now, reason=reason))
            if case.status is Status.DUE and stays:
                add(kept, case)
    return kept


def inherit(world: World, heir: NormRule, one: Standing) -> None:
    """A norm takes the place of another: what was done under that one counts."""
    place = (heir.key, one.index)
    first = {FIRST[heir.sort]: Case(FIRST[heir.sort], world.now)}
    cases: Cases = {s: c for s, c in one.cases.items() if s is Status.PERFORMED}
    if len(cases) < len(one.cases):
        cases.update(first)
    world.standings[place] = Standing(
        heir.key,
        one.index,
        one.env,
        cases,
        world.now,
        receipts=list(one.receipts),
        doubted=list(one.doubted),
        acts=list(one.acts),
        used=one.used,
    )
