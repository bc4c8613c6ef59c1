"""What is live when a text changes: what goes on under its new words, what under its old ones, what ends or is taken over.

Performances stay as they are. So do breaches, with the words that were broken. What an instrument saves goes on under
the words that it had. What else is open under a provision that is gone is discharged, or taken over by a norm that
continues or supersedes it; a power that was not exercised goes. Each of these is written into the history, with the
sentence that made it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from dealwright.evaluate.duties import add, counted_since
from dealwright.evaluate.effect import COURT
from dealwright.evaluate.ground import Ground
from dealwright.evaluate.instances import shown
from dealwright.evaluate.others import FIRST
from dealwright.evaluate.world import Case, Cases, Change, Standing, Status, Version, World
from dealwright.program import NormRule, SavingRule, below, core
from dealwright.value import Instant, Never
from dealwright.value.truth import NO
from dealwright.value.uncertain import is_certain

SEVERED = "severed"
DELETED = "deleted by "
_ENDABLE = {"duty", "effect", "prohibition"}


def carry(world: World, before: Ground, now: Ground, version: Version) -> None:
    """Carry what is live over to a text that takes effect now."""
    old, new = before.program, version.program
    struck = version.origin == COURT
    told = f"{version.origin} takes effect"
    if struck or version.origin == f"expiry of {COURT}":
        told = "a provision is struck" if struck else "a provision that was struck is in force again"
    world.changes.append(Change(world.now, told, version.origin))
    heirs = successions(before, now)
    saved = {(one.sort, one.key): one for one in new.savings if one.cite.instrument == version.origin}
    for key in old.norms.keys() - new.norms.keys():
        world.gone.setdefault(key, []).append((world.now, Instant(date.max)))
    for key in new.norms.keys() & world.gone.keys() - old.norms.keys():
        world.gone[key][-1] = (world.gone[key][-1][0], world.now)
    for key, rule in new.norms.items():
        if rule.sort == "duty" and rule.limits and reworded(before, now, key):
            world.worded[key] = (counted_since(now, rule) or world.now.day, version.origin)
    for one in list(world.standings.values()):
        if one.key not in old.norms:
            if one.key in new.norms and version.origin.startswith("expiry of "):
                come_back(world, new.norms[one.key], one, version.origin)
            continue
        rule = old.norms[one.key]
        mine = heirs.get(one.key, [])
        hand = new.removed_by(rule.key, rule.cite.identity) or version.origin
        saving = saved.get(("norm", one.key))
        if mine:
            replaced(world, rule, one, mine)
            if all(heir.key != one.key for heir in mine):
                world.replaced.add(one.key)
        elif one.words is not None:
            continue
        elif saving is not None and not struck and not one.settled:
            keep(world, rule, one, saving.cite.text(), "goes on under the words that it had", saved=True)
        elif rule.sort == "duty" and set(one.cases) == {Status.BREACHED}:
            if rests_on_new_words(before, now, rule):
                keep(world, rule, one, hand, "stays breached, under the words that it had")
        elif one.key in new.norms:
            reword(world, rule, new.norms[one.key], one, version.origin)
        else:
            end(world, rule, one, SEVERED if struck else f"{DELETED}{hand}", hand, struck=struck)
    for saving in saved.values():
        if saving.sort == "condition":
            hold(world, before, now, saving)


def successions(before: Ground, now: Ground) -> dict[str, list[NormRule]]:
    """The norms that take the place of others now, by the norm whose place they take."""
    heirs: dict[str, list[NormRule]] = {}
    for rule in now.program.norms.values():
        known = before.program.norms.get(rule.key)
        for key in (*rule.continuing, *rule.superseding):
            if known is None or key not in (*known.continuing, *known.superseding):
                heirs.setdefault(key, []).append(rule)
    return heirs


def same_words(rule: NormRule, new: NormRule) -> bool:
    """Whether a norm says the same, wherever it stands."""
    return evolve(new, cite=rule.cite) == rule


def rests_on_new_words(before: Ground, now: Ground, rule: NormRule) -> bool:
    """Whether a norm, or a definition that it reads, says something else than before, or is gone."""
    new = now.program.norms.get(rule.key)
    terms = [name.removeprefix("term:") for name in rule.reads if name.startswith("term:")]
    other = any(before.slots.get(term) != now.slots.get(term) or term not in now.program.terms for term in terms)
    return new is None or other or not same_words(rule, new)


def keep(world: World, rule: NormRule, one: Standing, cite: str, said: str, *, saved: bool = False) -> None:
    """A norm goes on under the words that it had."""
    one.words = world.current - 1
    one.saved = cite if saved else ""
    world.changes.append(Change(world.now, f"{shown(rule, one)} {said}", cite))


def reword(world: World, rule: NormRule, new: NormRule, one: Standing, origin: str) -> None:
    """A norm goes on as it stands under its new words; what is asked in other words than before is asked anew."""
    if rule.when != new.when:
        one.asked = NO
    if rule.made != new.made:
        places = {day: place for place, day in enumerate(new.made)}
        at = {place: places.get(day, -1) for place, day in enumerate(rule.made)}
        one.made = [evolve(made, place=at[made.place]) for made in one.made]
        one.seen = {place: one.seen[old] for old, place in at.items() if old in one.seen and place >= 0}
        one.seen |= {place: world.now for place in places.values() if place not in one.seen}
    if one.settled or same_words(rule, new):
        return
    hands = [f"{address} of {name}" if address else name for name, address in new.cite.written_by if name == origin]
    world.changes.append(
        Change(world.now, f"{shown(rule, one)} goes on under its new words", hands[-1] if hands else origin)
    )


def replaced(world: World, rule: NormRule, one: Standing, heirs: list[NormRule]) -> None:
    """Others take the place of a norm: with what was done under it, or without."""
    for heir in heirs:
        if rule.key in heir.continuing:
            inherit(world, heir, one)
    before = set(one.cases)
    if rule.sort in {"power", "permission"}:
        forget(world, one, Status.SUPERSEDED, superseded_by(heirs))
    else:
        one.cases = left(world, rule, one, heirs, "", struck=False)
    if any(heir.key == one.key in heir.superseding for heir in heirs):
        del world.standings[one.key, one.index]
    if set(one.cases) != before:
        world.changes.append(Change(world.now, f"{shown(rule, one)} is {superseded_by(heirs)}", heirs[0].cite.text()))


def superseded_by(heirs: list[NormRule]) -> str:
    """By whom a norm is superseded, in words."""
    return f"superseded by {heirs[0].name} of {heirs[0].cite.text()}"


def end(world: World, rule: NormRule, one: Standing, by: str, hand: str, *, struck: bool) -> None:
    """What is left of a norm whose provision is gone."""
    before = set(one.cases)
    if rule.sort in {"power", "permission"}:
        forget(world, one, Status.DELETED, by)
    elif rule.sort in _ENDABLE:
        one.cases = left(world, rule, one, [], by, struck=struck)
    elif rule.sort == "warranty" and not one.made:
        one.cases = {Status.DELETED: Case(Status.DELETED, world.now, reason=by)}
    if set(one.cases) == {Status.DUE}:
        keep(world, rule, one, hand, "stays due, under the words that it had")
    elif set(one.cases) != before:
        status = next(iter(one.cases)).value if len(one.cases) == 1 else "perhaps discharged"
        world.changes.append(Change(world.now, f"{shown(rule, one)} is {status} ({by})", hand))


def come_back(world: World, rule: NormRule, one: Standing, origin: str) -> None:
    """What had ended with its provision begins anew with it, unless its last day came in between."""
    case = one.sure()
    if case is None or case.status not in {Status.DISCHARGED, Status.DELETED}:
        return
    over = not isinstance(case.due, Never) and is_certain(case.due) and case.due < world.now.day
    if over or not (case.reason == SEVERED or case.reason.startswith(DELETED)):
        return
    one.cases = {FIRST[rule.sort]: Case(FIRST[rule.sort], world.now)}
    one.born = world.now
    world.changes.append(Change(world.now, f"{shown(rule, one)} begins anew", origin))


def forget(world: World, one: Standing, status: Status, by: str) -> None:
    """A power or permission that was not exercised goes."""
    kept: Cases = {s: c for s, c in one.cases.items() if s in {Status.EXERCISED, Status.LAPSED}}
    if len(kept) < len(one.cases):
        kept[status] = Case(status, world.now, reason=by)
    one.cases = kept


def hold(world: World, before: Ground, now: Ground, saving: SavingRule) -> None:
    """A condition, or a limb, that is met or waived under its old words is so under the new ones."""
    key, label = saving.key, saving.label
    if key not in now.program.terms:
        return
    limb = dict(before.program.terms[key].limbs).get(label) if label else None
    found = before.truth(limb) if limb is not None else world.values[before.slots[key]]
    waived = before.waived(key, label)
    if waived is not None:
        world.waived.setdefault(now.waiver(key, label), waived)
    elif found.is_yes:
        since = world.now if label else world.run.get(before.slots[key], world.now)
        world.held[now.waiver(key, label)] = since
    if waived is not None or found.is_yes:
        said = "waived" if waived is not None else "satisfied"
        name = f"{key} {label}".strip()
        world.changes.append(Change(world.now, f"{name} stays {said}", saving.cite.text()))


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
    reason = superseded_by(heirs) if heirs else by
    kept: Cases = {}
    for case in one.cases.values():
        if case.status not in ended:
            add(kept, case)
        elif case.status is Status.BREACHED:
            add(kept, evolve(case, status=status, since=world.now, reason=reason))
        else:
            add(kept, Case(status, world.now, case.due, reason=reason))
            if case.status is Status.DUE and stays:
                add(kept, case)
    return kept


def inherit(world: World, heir: NormRule, one: Standing) -> None:
    """A norm takes the place of another: what was done under that one counts."""
    first = {FIRST[heir.sort]: Case(FIRST[heir.sort], world.now)}
    cases: Cases = {s: c for s, c in one.cases.items() if s is Status.PERFORMED}
    if len(cases) < len(one.cases):
        cases.update(first)
    taken = Standing(
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
    world.stand(taken)
