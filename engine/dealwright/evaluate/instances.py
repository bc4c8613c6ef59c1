"""The instances of a norm: for each party, occurrence, period or number there is one of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from dealwright.evaluate.advance import claim
from dealwright.evaluate.duties import counted_since
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.others import FIRST
from dealwright.evaluate.world import Case, Env, Standing
from dealwright.program import Each, NormRule
from dealwright.value import NEVER, Instant, Never, Period, day_of
from dealwright.value.truth import NOT_YET, YES
from dealwright.value.uncertain import is_certain


def shown(rule: NormRule, one: Standing) -> str:
    """The name of a norm, with its instance."""
    index = one.index
    if index is None:
        return rule.name
    parts = index if isinstance(index, tuple) else (index,)
    return f"{rule.name} for {', '.join(_index_text(part) for part in parts)}"


def _index_text(part: Any) -> str:
    """An instance in words."""
    if isinstance(part, Period):
        return part.text()
    return str(part)


def instances(ev: Evaluator, rule: NormRule) -> list[Standing]:
    """The instances of a norm, those that have come into being since added."""
    world = ev.world
    known = rule.key in world.replaced
    for index, env in () if known else wanted(ev, rule):
        if (rule.key, index) not in world.standings:
            first = FIRST[rule.sort]
            born = Standing(rule.key, index, env, {first: Case(first, world.now)}, world.now, meant=NOT_YET)
            world.stand(born)
            claim(world, born)
            if (back := counted_since(ev, rule)) is not None:
                gather(ev, rule, born, back)
        one = world.standings[rule.key, index]
        if env.this is not None:
            one.env = env
        if not one.meant.is_yes:
            one.meant = YES if rule.each is None or rule.each.where is None else ev.truth(rule.each.where, env)
    return world.of_norm(rule.key)


def gather(ev: Evaluator, rule: NormRule, one: Standing, back: date) -> None:
    """Put under a retroactive duty what its payer paid its receiver since a day, under nothing else."""
    world = ev.world
    payers = (one.env.party,) if one.env.party else rule.actors
    for place, receipt in enumerate(world.ledger):
        mine = receipt.payer in payers and receipt.payee in rule.act.receivers
        if rule.act.verb == "pay" and mine and not receipt.under and receipt.at.day >= back:
            one.receipts.append((receipt.at, receipt.amount))
            world.ledger[place] = evolve(receipt, under=((one.key, one.index),))


def out_of_text(ev: Evaluator, rule: NormRule, at: Instant) -> bool:
    """Whether a norm that came back was out of the text at an instant."""
    return any(start <= at < end for start, end in ev.world.gone.get(rule.key, ()) if end <= ev.world.now)


def wanted(ev: Evaluator, rule: NormRule) -> list[tuple[Any, Env]]:
    """The instances that a norm has by now, with what is in view in each."""
    parties: list[str] = list(rule.actors) if rule.split else [""]
    places = [(None, Env())] if rule.each is None else scoped(ev, rule, rule.each)
    result = []
    for index, env in places:
        for party in parties:
            whole = index if not party else party if index is None else (index, party)
            result.append((whole, evolve(env, party=party)))
    return result


def scoped(ev: Evaluator, rule: NormRule, each: Each) -> list[tuple[Any, Env]]:
    """What a norm is made afresh for, so far."""
    world = ev.world
    if each.sort == "event":
        found: list[tuple[Any, Env]] = []
        born = world.versions[world.current].since if rule.key not in world.versions[0].program.norms else None
        if born is not None and (back := counted_since(ev, rule)) is not None:
            born = min(born, Instant(back))
        for one in [*world.occurrences.get(each.name, ()), *world.scheduled.get(each.name, ())[-1:]]:
            if (born is not None and not each.earlier_too and one.at < born) or out_of_text(ev, rule, one.at):
                continue
            env = Env(this=one)
            if each.where is not None and not ev.truth(each.where, env).may_be_yes:
                continue
            found.append((one.number, env))
        return found
    if each.sort == "number":
        low, high = ev.value(each.start), ev.value(each.end)
        if not is_certain(low) or not is_certain(high) or isinstance(low, Never):
            return []
        numbers = range(int(low), int(high) + 1)
        return [(low + (n - int(low)), Env(number=low + (n - int(low)))) for n in numbers]
    return periods(ev, rule, each)


def periods(ev: Evaluator, rule: NormRule, each: Each) -> list[tuple[Any, Env]]:
    """The periods that a norm is made afresh for, up to the one in which today lies."""
    world = ev.world
    start = ev.value(each.start) if each.start is not None else (world.program.dated or world.now.day)
    if isinstance(start, Never) or not is_certain(start):
        return []
    period = Period.containing(each.name, day_of(start))
    end = NEVER if each.end is None else ev.value(each.end)
    found = []
    while period.start <= world.now.day:
        if not isinstance(end, Never) and is_certain(end) and period.start > day_of(end):
            break
        env = Env(period=period)
        asked = each.where is None or ev.truth(each.where, env).may_be_yes
        if asked and not out_of_text(ev, rule, Instant(period.start)):
            found.append((period, env))
        period = period.beside(1)
    stopped = ev.terminated().is_yes and not rule.survives
    if not stopped and (isinstance(end, Never) or not is_certain(end) or period.start <= day_of(end)):
        world.wakes(Instant(period.start))
    return found
