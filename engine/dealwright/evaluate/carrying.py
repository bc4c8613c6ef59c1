"""What is live when a text changes: norms that are gone end, and those that continue them take over.

Accrued breaches and performances stay as they are. What was pending or due under a deleted provision is discharged, or
superseded by the norm that continues it; a power that was not exercised goes.
"""

from __future__ import annotations

from dealwright.evaluate.others import FIRST
from dealwright.evaluate.world import Case, Change, Standing, Status, Version, World
from dealwright.program import NormRule, Program


def carry(world: World, old: Program, version: Version) -> None:
    """What is live when a text changes: norms that are gone end, and those that continue them take over."""
    new = version.program
    heirs: dict[str, list[NormRule]] = {}
    for rule in new.norms.values():
        for key in rule.continuing:
            if rule.key not in old.norms:
                heirs.setdefault(key, []).append(rule)
    struck = version.origin == "a court"
    by = "severed" if struck else f"deleted by {version.origin}"
    for one in list(world.standings.values()):
        if one.key in new.norms or one.key not in old.norms:
            continue
        rule = old.norms[one.key]
        for heir in heirs.get(one.key, ()):
            inherit(world, heir, one)
        if rule.sort in {"power", "permission"}:
            kept = {s: c for s, c in one.cases.items() if s in {Status.EXERCISED, Status.LAPSED}}
            if len(kept) < len(one.cases):
                kept[Status.DELETED] = Case(Status.DELETED, world.now, reason=by)
            one.cases = kept
        elif rule.sort in {"duty", "effect", "prohibition"}:
            open_ = {Status.PENDING, Status.DUE, Status.IN_FORCE, Status.UNAVAILABLE}
            kept = {s: c for s, c in one.cases.items() if s not in open_}
            if len(kept) < len(one.cases):
                status = Status.SUPERSEDED if one.key in heirs else Status.DISCHARGED
                reason = (
                    f"superseded by {heirs[one.key][0].name} of {heirs[one.key][0].cite.text()}"
                    if one.key in heirs
                    else by
                )
                kept[status] = Case(status, world.now, reason=reason)
            one.cases = kept
        elif rule.sort == "warranty" and not one.made:
            one.cases = {Status.DELETED: Case(Status.DELETED, world.now, reason=by)}
    world.changes.append(
        Change(world.now, f"{version.origin} takes effect" if not struck else "a provision is struck", version.origin)
    )


def inherit(world: World, heir: NormRule, one: Standing) -> None:
    """A norm takes the place of another: what was done under that one counts."""
    place = (heir.key, one.index)
    first = {FIRST[heir.sort]: Case(FIRST[heir.sort], world.now)}
    cases = {s: c for s, c in one.cases.items() if s is Status.PERFORMED}
    if len(cases) < len(one.cases):
        cases.update(first)
    world.standings[place] = Standing(
        heir.key, one.index, one.env, cases, world.now, receipts=list(one.receipts), acts=list(one.acts), used=one.used
    )
