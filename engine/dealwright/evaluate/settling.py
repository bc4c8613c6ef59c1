"""What is kept of each settling: what a definition is, since when, and how a norm changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import evolve

from dealwright.diagnostic import DealError, Diagnostic, Place, echo, problem
from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.instances import shown
from dealwright.evaluate.slots import limb_slot
from dealwright.evaluate.world import Case, Change, Standing, Status, World
from dealwright.limits import DEFAULT
from dealwright.program import NormRule, TermRule
from dealwright.source import NOWHERE
from dealwright.value import NEVER, Instant, Level, Money, Never, NoValue, Truth

_MOST_NUMBER = Fraction(10**DEFAULT.exponent)
_MOST_MONEY = DEFAULT.amount


def read_term(ev: Evaluator, rule: TermRule) -> Any:
    """A definition as it is now.

    Raises:
        DealError: It is larger than the language reckons with.
    """
    if rule.truth:
        return ev.truth(rule.body)
    value = ev.value(rule.body)
    figure = value.amount if isinstance(value, Money) else value
    if isinstance(figure, Fraction):
        if isinstance(value, Money) and abs(figure) > _MOST_MONEY:
            raise DealError([problem("X302", f"{echo(rule.name)} is more money than there is", NOWHERE)])
        if abs(figure) > _MOST_NUMBER or (figure and abs(figure) < 1 / _MOST_NUMBER):
            raise DealError(
                [problem("X301", f"{echo(rule.name)} is a number that the language does not reckon with", NOWHERE)]
            )
    return value


def placed(rule: TermRule | NormRule, work: Callable[[], Any]) -> Any:
    """What some work gives; a diagnostic without a place gets that of the rule.

    Raises:
        DealError: The work does not succeed.
    """
    try:
        return work()
    except NoValue as trouble:
        place = Place(rule.cite.span, trail=rule.cite.trail)
        raise DealError([problem("E109", f"{echo(rule.name)}: {trouble}", place.span, trail=place.trail)]) from None
    except DealError as trouble:
        raise DealError([_under(rule, one) for one in trouble.diagnostics]) from None


def worked_out(ev: Evaluator, days: Iterable[tuple[NormRule, Any]]) -> tuple[Diagnostic, ...]:
    """What goes wrong when days of norms are worked out, each by itself."""
    found: list[Diagnostic] = []
    for rule, node in days:
        try:
            placed(rule, partial(ev.value, node))
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    return tuple(found)


def _under(rule: TermRule | NormRule, told: Diagnostic) -> Diagnostic:
    """A diagnostic at the place of a rule if it has none, each place with the headings of the rule if it has none."""
    if told.place.span == NOWHERE:
        return evolve(told, place=Place(rule.cite.span, trail=rule.cite.trail))
    first, *others = (one if one.trail else evolve(one, trail=rule.cite.trail) for one in (told.place, *told.also))
    return evolve(told, place=first, also=tuple(others))


def noted(world: World, slot: str, value: Truth, since: Instant) -> None:
    """Keep since when a yes/no definition may have been, and surely was, yes."""
    low, high = world.first.get(slot, (NEVER, NEVER))
    start = max(since, world.beginning)
    held = start if value.known else (world.open_since() or world.now)
    before = world.perhaps.get(slot, {})
    may = world.perhaps[slot] = {level: before.get(level, held) for level in Level if value.low <= level <= value.high}
    world.earliest[slot] = min(may[value.low], start) if len(before) > 1 and value.known else start
    if isinstance(low, Never) and value.may_be_yes:
        low = start if value.is_yes else (world.open_since() or world.now)
    if isinstance(high, Never) and value.is_yes:
        high = start
    world.first[slot] = (low, high)
    world.run[slot] = start


def limbs_noted(ev: Evaluator, rule: TermRule, slot: str) -> bool:
    """Keep the same of each limb of a definition; whether anything changed."""
    changed = False
    for label, limb in rule.limbs:
        place, value = limb_slot(slot, label), ev.truth(limb)
        if ev.world.limbs.get(place) != value:
            ev.world.limbs[place] = value
            noted(ev.world, place, value, ev.onset(limb) if value.is_yes else ev.world.now)
            changed = True
    return changed


def recorded(world: World, rule: NormRule, one: Standing, before: Mapping[Status, Case]) -> None:
    """Write a change of a norm into the history."""
    case = one.sure()
    if case is None or case.status in before:
        return
    if case.status in {Status.PENDING, Status.UNAVAILABLE, Status.NOT_MADE, Status.IN_FORCE}:
        return
    said = f"{case.status.value} ({case.reason})" if case.reason else case.status.value
    said = case.reason if case.status is Status.WAIVED else said
    world.changes.append(Change(world.now, f"{shown(rule, one)} is {said}", rule.cite.text()))
