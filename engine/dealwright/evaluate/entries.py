"""What an entry of a log does to the world: facts are added, acts are matched to duties, powers are judged.

An act is matched to the duties it can perform: same actor, same receiver, same kind of act, due ones first, oldest
first. Money is counted once. Whoever was not permitted to do something has done it all the same; a change that nobody
had power to make did not happen, and is recorded as void.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dealwright.diagnostic import echo, problem
from dealwright.evaluate import facts as f
from dealwright.evaluate.advance import booked, keep
from dealwright.evaluate.changing import bar, change
from dealwright.evaluate.duties import add
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.settling import recorded
from dealwright.evaluate.waiving import give_up
from dealwright.evaluate.world import Case, Change, Env, Occurrence, Receipt, Standing, Status, World
from dealwright.program import NormRule
from dealwright.source import NOWHERE
from dealwright.value import NEVER, UNBOUNDED, UNKNOWN, Instant, Money, Never, Range, Truth, day_of
from dealwright.value.truth import ALWAYS_YES, NO, UNSURE, YES, both, known
from dealwright.value.uncertain import is_certain, spread

_OPEN = (Status.DUE, Status.BREACHED, Status.PENDING)
_EVERYTHING = "agreement"
_NO_DUTY = "no such duty stands, so nothing is paid or done under it"
_NO_NORM = "no such norm stands, so nothing is found of it"
_NO_POWER = "no such power stands, so nothing is exercised"


def apply(ev: Evaluator, entry: f.Entry) -> set[str]:
    """Add an entry to the world.

    Returns:
        The keys of what changed.
    """
    world = ev.world
    match entry.fact:
        case f.Happened():
            return happened(ev, entry.fact, entry.words)
        case f.PaidUnder(names=names, index=index, amount=amount, by=by):
            one = named(ev, names, index)
            if one is None:
                return keep(ev, entry, names, index, by, amount) or nothing(world, entry, _NO_DUTY)
            rule = ev.rule_of(one)
            under = ((one.key, one.index),) if fits(ev, rule, amount) else ()
            booked(ev, one.key, amount, by, under, entry.words)
            if not under:
                nothing(world, entry, f"{echo(rule.name)} is owed in another currency, so nothing is paid under it")
                return {"money"}
            receive(world, one, amount)
            return {f"norm:{one.key}", "money"}
        case f.PerformedUnder(names=names, index=index, by=by):
            one = named(ev, names, index)
            if one is None:
                return keep(ev, entry, names, index, by, None) or nothing(world, entry, _NO_DUTY)
            one.acts.append((world.now, by))
            return {f"norm:{one.key}"}
        case f.Moved(payer=payer, payee=payee, amount=amount):
            return {"money", *allot(ev, payer, payee, amount, "", entry.words)}
        case f.SignedBy(instrument=instrument, by=by, proper=proper):
            if not proper:
                return nothing(world, entry, "this is no signature that counts: it lacks authority or the written form")
            signed = world.signatures.setdefault(instrument, {})
            for name in by:
                signed.setdefault(name, world.now)
            return {_EVERYTHING}
        case f.Given(key=key, index=index, value=value):
            world.given.setdefault((key, index), []).append((world.now, value))
            return {f"input:{key}"}
        case f.NotKnown(keys=keys):
            for key in keys:
                world.unknown.setdefault(key, world.now)
            return set(keys)
        case f.SetFor(event=event, on=on, attributes=attributes):
            number = len(world.occurrences.get(event, ())) + 1
            world.scheduled.setdefault(event, []).append(
                Occurrence(event, Instant(on), (), attributes, None, "", number, entry.words)
            )
            return {f"event:{event}"}
        case f.FoundStatus(names=names, index=index, status=status):
            return found(ev, names, index, status) or nothing(world, entry, _NO_NORM)
        case f.Exercised():
            return exercise(ev, entry.fact, entry.words) or nothing(world, entry, _NO_POWER)
        case f.Waived():
            return waive(ev, entry.fact, entry)
        case f.Struck():
            severance = f.Happened("Severance", (), (), None, "")
            return {*happened(ev, severance, entry.words), _EVERYTHING}
        case f.Barred(names=names, until=until):
            for key in names:
                bar(world, key, NEVER if until is None else until, entry.words)
            return {f"norm:{key}" for key in names}


def nothing(world: World, entry: f.Entry, why: str) -> set[str]:
    """Note an entry that changes nothing."""
    world.notes.append(problem("L113", f"{entry.on.isoformat()}: {why}", entry.span))
    return set()


def named(ev: Evaluator, names: tuple[str, ...], index: Any) -> Standing | None:
    """The norm that an entry names: the instance asked for, else the oldest open one."""
    world, held = ev.world, [one for name in names for one in ev.world.of_norm(name)]
    live = {one for one in names if one in world.program.norms} | {one.key for one in held if one.saved} or {*names}
    found = [one for one in (held if len(live) == 1 else world.standings.values()) if one.key in live]
    if index is not None:
        found = [one for one in found if f.is_meant(one.index, index)]
    open_ = [one for one in found if not one.cases.keys().isdisjoint(_OPEN)]
    ranked = sorted(open_ or found, key=rank)
    return ranked[0] if ranked else None


def rank(one: Standing) -> tuple[int, date, Instant]:
    """Due and breached ones first, by their day, of one day the one that arose first; then pending ones."""
    dues = [case.due for case in one.cases.values() if case.status in {Status.DUE, Status.BREACHED}]
    if not dues:
        return (1 if Status.PENDING in one.cases else 2, date.max, Instant(date.max))
    low = min((due.low if isinstance(due, Range) else due for due in dues), key=_day)
    return (0, _day(low), one.arose or one.born)


def _day(when: Any) -> date:
    """A day for ordering; what has none comes last."""
    return date.max if isinstance(when, Never) or when is UNBOUNDED else day_of(when)


def receive(world: World, one: Standing, amount: Money) -> None:
    """Money is paid under a norm."""
    one.receipts.append((world.now, amount))


def happened(ev: Evaluator, fact: f.Happened, words: str) -> set[str]:
    """An event happened; a payment also moves money and performs duties."""
    world = ev.world
    known_ = world.occurrences.setdefault(fact.event, [])
    planned = world.scheduled.get(fact.event, [])
    number = len(known_) + 1
    attributes = fact.attributes
    if planned and planned[0].number == number:
        attributes = tuple({**dict(planned[-1].attributes), **dict(fact.attributes)}.items())
        world.scheduled[fact.event] = []
    known_.append(Occurrence(fact.event, world.now, fact.by, attributes, fact.amount, fact.to, number, words))
    changed = {f"event:{fact.event}"}
    if fact.amount is not None:
        payer = fact.by[0] if fact.by else ""
        changed |= {"money", *allot(ev, payer, fact.to, fact.amount, fact.event, words)}
    return changed


def fits(ev: Evaluator, rule: NormRule, amount: Money) -> bool:
    """Whether money is of the currency in which a norm asks for it, as far as its text tells."""
    return ev.zero(rule.key).currency in {"", amount.currency}


def allot(ev: Evaluator, payer: str, payee: str, amount: Money, event: str, words: str) -> set[str]:
    """Money performs the duties of that payer and receiver, due ones first; the surplus goes to the last."""
    world = ev.world
    candidates = []
    for one in (one for one in world.standings.values() if not one.cases.keys().isdisjoint(_OPEN)):
        rule = ev.rule_of(one)
        if (
            rule.act.verb == "pay"
            and fits(ev, rule, amount)
            and payer in ((one.env.party,) if one.env.party else rule.actors)
            and payee in rule.act.receivers
            and (one.key in world.program.norms or one.saved)
        ):
            candidates.append(one)
    candidates.sort(key=rank)
    tie(ev, candidates, words)
    rest = amount
    under = []
    for place, one in enumerate(candidates):
        wanted = ev.outstanding(one) if rank(one)[0] == 0 else rest
        top = wanted.high if isinstance(wanted, Range) else wanted
        part = rest if place == len(candidates) - 1 or not isinstance(top, Money) or top >= rest else top
        if part.amount > 0:
            receive(world, one, part)
            if set(one.cases) - set(_OPEN):
                one.doubted.append(part)
            under.append((one.key, one.index))
            rest = rest - part
    world.ledger.append(Receipt(world.now, payer, payee, amount, event, tuple(under), words))
    return {f"norm:{key}" for key, _ in under}


def tie(ev: Evaluator, candidates: list[Standing], words: str) -> None:
    """Report an act that fits two duties equally well."""
    if len(candidates) > 1:
        first, second = rank(candidates[0]), rank(candidates[1])
        if first == second and first[0] == 0 and candidates[0].key != candidates[1].key:
            names = " and ".join(echo(ev.norm_rule(one.key).name) for one in candidates[:2])
            ev.world.notes.append(
                problem("L112", f"{echo(words)} fits {names} equally well; the first is taken", NOWHERE)
            )


def found(ev: Evaluator, names: tuple[str, ...], index: Any, status: str) -> set[str]:
    """A status that a court or the parties settled overrides the clock."""
    one = named(ev, names, index)
    wanted = next((known_ for known_ in Status if known_.value == status), None)
    if one is None or wanted is None:
        return set()
    now, rule, before = ev.world.now, ev.norm_rule(one.key), dict(one.cases)
    earlier = one.sure()
    breach = NEVER if earlier is None else earlier.breach
    if wanted is Status.BREACHED and not isinstance(breach, date):
        breach = now.day
    if wanted is Status.BREACHED and rule.sort == "prohibition" and not one.breaches:
        one.breaches.append((now.day, ""))
    due = next((case.due for case in before.values()), NEVER)
    done = now if wanted is Status.PERFORMED else NEVER
    one.cases = {wanted: Case(wanted, now, due, breach=breach, done=done, reason="found")}
    recorded(ev.world, rule, one, before)
    return {f"norm:{one.key}"}


# ---------------------------------------------------------------- waivers


def waive(ev: Evaluator, fact: f.Waived, entry: f.Entry) -> set[str]:
    """A condition is waived by those it benefits, all together; a duty by its creditor."""
    world = ev.world
    changed: set[str] = set()
    for name in fact.conditions:
        changed |= waive_condition(ev, name, fact, entry)
    for key in fact.names:
        rule = ev.norm_rule(key)
        if rule is None or not may_waive(world, rule, fact.by):
            nothing(world, entry, f"{echo(rule.name if rule else key)} can be waived by those to whom it is owed")
            continue
        give_up(world, key, " and ".join(fact.by), fact.index)
        changed.add(f"norm:{key}")
    return changed


def waive_condition(ev: Evaluator, name: str, fact: f.Waived, entry: f.Entry) -> set[str]:
    """A condition, or a limb of it, is waived once all whom it benefits have said so, in one entry or in several."""
    world = ev.world
    rule = next((one for one in world.program.terms.values() if one.condition and one.name == name), None)
    if rule is None:
        return nothing(world, entry, f"the condition {echo(name)} is not in the text in force")
    if fact.label and fact.label not in dict(rule.limbs):
        return nothing(world, entry, f"{echo(name)} has no limb {echo(fact.label)}")
    wanted = set(rule.benefit or world.program.parties)
    place = ev.waiver(rule.key, fact.label)
    world.waivers.setdefault(place, set()).update(fact.by)
    if not wanted <= world.waivers[place]:
        return nothing(world, entry, f"a waiver of {echo(name)} needs {' and '.join(sorted(wanted))}")
    world.waived.setdefault(place, world.now)
    return {f"term:{rule.key}", "waiver"}


def may_waive(world: World, rule: NormRule, by: tuple[str, ...]) -> bool:
    """Whether some can waive a norm: one to whom it is owed, or all others where it is owed to nobody by name."""
    if rule.act.receivers:
        return bool(set(by) & set(rule.act.receivers))
    others = set(world.program.parties) - set(rule.actors)
    return bool(others) and others <= set(by)


# ---------------------------------------------------------------- powers


def exercise(ev: Evaluator, fact: f.Exercised, words: str) -> set[str]:
    """A power is exercised, by a notice that is an occurrence of its own."""
    if fact.form == "notice":
        notices = ev.world.occurrences.setdefault("Notice", [])
        notices.append(Occurrence("Notice", ev.world.now, fact.by, fact.attributes, None, "", len(notices) + 1, words))
    return attempt(ev, fact, words)


def attempt(ev: Evaluator, fact: f.Exercised, words: str) -> set[str]:
    """What comes of an exercise now: it counts if it is by the holder, in its form, while there is the power, else it is void."""
    world = ev.world
    live = [key for key in fact.names if key in world.program.norms or any(one.saved for one in world.of_norm(key))]
    key = (live or list(fact.names))[-1]
    standing = next(iter(world.of_norm(key)), None)
    rule = ev.norm_rule(key) if standing is None else ev.rule_of(standing)
    if rule is None or standing is None:
        return set()
    ev = ev.reader_of(standing)
    notice = Occurrence("Notice", world.now, fact.by, fact.attributes, None, "", 0, words)
    served = serve(ev, rule, notice, fact)
    low, high = (served.low, served.high) if isinstance(served, Range) else (served, served)
    if isinstance(high, Never) and isinstance(low, Never):
        return void(world, rule, words, "it was not in the form that the power asks, or not served")
    if isinstance(low, Instant) and low > world.now:
        world.changes.append(
            Change(world.now, f"notice under {rule.name}, served {low.day.isoformat()}", rule.cite.text())
        )
        world.pending.append((low, fact, words))
        world.wakes(low)
        return {"event:Notice"}
    holder = known(holds(rule, fact.by))
    if not holder.is_yes:
        return void(
            world,
            rule,
            words,
            f"{' and '.join(fact.by) or 'nobody'} does not hold it alone" if fact.by else "nobody is named",
        )
    ready = availability(standing)
    valid = both((ready, YES if isinstance(high, Instant) and high <= world.now else UNSURE))
    if valid.is_no:
        status = next(iter(standing.cases)).value
        return void(world, rule, words, f"it was {status}")
    done(ev, rule, standing, fact.by, valid, words)
    return {f"norm:{key}", _EVERYTHING, "event:Notice"}


def serve(ev: Evaluator, rule: NormRule, notice: Occurrence, fact: f.Exercised) -> Any:
    """When an exercise counts: at once, or when its notice is served; never if its form is wrong."""
    if rule.form is None:
        return ev.world.now
    env = Env(notice)
    if rule.form.word == "writing":
        return ev.world.now if set(rule.form.signers) <= set(fact.by) and fact.form != "notice" else NEVER
    if fact.form != "notice":
        return NEVER
    needs = both([ev.truth(one, env) for one in rule.form.requires])
    if needs.is_no or needs.is_not_yet:
        return NEVER
    if not rule.form.served:
        return ev.world.now if needs.is_yes else spread(ev.world.now, NEVER)
    low: Any = NEVER
    high: Any = NEVER
    for on, when in rule.form.served:
        applies = ALWAYS_YES if when is None else ev.truth(when, env)
        at = ev.value(on, env)
        if applies.is_no or isinstance(at, Never) or (at is UNKNOWN and notice_lacks(on, notice)):
            continue
        instant = at_day(ev.world.now, at)
        if isinstance(low, Never) or instant < low:
            low = instant
        if applies.is_yes and is_certain(at) and (isinstance(high, Never) or instant < high):
            high = instant
    return spread(low, high if needs.is_yes else NEVER)


def notice_lacks(on: Any, notice: Occurrence) -> bool:
    """Whether the log does not state the attribute that is the day of service."""
    return notice.get(getattr(on, "name", "")) is None


def at_day(now: Instant, at: Any) -> Instant:
    """The instant at which something dated takes effect: now if it is today or past, else after that day's entries."""
    if isinstance(at, Range) or at is UNKNOWN:
        return now
    day = day_of(at)
    return now if day <= now.day else Instant(day, 10**8)


def holds(rule: NormRule, by: tuple[str, ...]) -> bool:
    """Whether those who act hold the power: any of them, or all together."""
    if rule.joint:
        return set(rule.actors) <= set(by)
    return bool(by) and all(name in rule.actors for name in by)


def availability(standing: Standing) -> Truth:
    """Whether a power is available, in every case or in some."""
    if Status.AVAILABLE not in standing.cases:
        return NO
    return YES if len(standing.cases) == 1 else UNSURE


def void(world: World, rule: NormRule, words: str, why: str) -> set[str]:
    """Record an exercise without effect."""
    world.changes.append(Change(world.now, f"void: {words}: {rule.name}: {why}", rule.cite.text()))
    return {"event:Notice"}


def done(ev: Evaluator, rule: NormRule, standing: Standing, by: tuple[str, ...], valid: Truth, words: str) -> None:
    """A power was exercised, surely or perhaps: the change it makes."""
    world = ev.world
    now = world.now
    exercised = Case(Status.EXERCISED, now, done=now if valid.is_yes else spread(now, NEVER), by=by)
    if valid.is_yes:
        standing.cases = {Status.EXERCISED: exercised}
    else:
        add(standing.cases, exercised)
    world.changes.append(
        Change(
            now,
            f"{rule.name} exercised by {' and '.join(by)}"
            if valid.is_yes
            else f"{rule.name} perhaps exercised: {words}",
            rule.cite.text(),
        )
    )
    change(ev, rule, sure=valid.is_yes, by=by)
