"""When an instrument was signed or took effect, and how it stands, for those rules that ask."""

from __future__ import annotations

from typing import Any

from dealwright.evaluate.world import World
from dealwright.program import InstrumentRule, core
from dealwright.value import NEVER


def instrument_instant(world: World, rule: InstrumentRule | None, node: core.InstrumentInstant) -> Any:
    """When an instrument took effect, was signed by all who must (by anybody, where none is named), or by one."""
    if node.word != "signing":
        return world.effective.get(node.instrument, NEVER)
    signed = world.signatures.get(node.instrument, {})
    if node.by:
        return signed.get(node.by, NEVER)
    if rule is not None and not rule.signers:
        return min(signed.values(), default=NEVER)
    if rule is None or not all(name in signed for name in rule.signers):
        return NEVER
    return max((signed[name] for name in rule.signers), default=NEVER)


def instrument_is(world: World, rule: InstrumentRule | None, status: str, key: str) -> bool:
    """Whether an instrument is `signed`, `effective`, `in force`, `lapsed` (expired), or not yet any of these."""
    come = key in world.effective
    match status:
        case "signed":
            return instrument_instant(world, rule, core.InstrumentInstant("signing", key)) is not NEVER
        case "effective":
            return come
        case "in force":
            return come and key not in world.expired
        case "lapsed":
            return key in world.expired
        case _:
            return not come
