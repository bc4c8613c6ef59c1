"""When an agreement is closed: nothing is due or outstanding, and no duty with a day of its own can still arise."""

from __future__ import annotations

from dealwright.evaluate.world import Standing, Status, World
from dealwright.program import NormRule

_OPEN = frozenset({Status.DUE, Status.BREACHED, Status.SUSPENDED})


def exhausted(world: World) -> bool:
    """Whether nothing is due or outstanding, and no duty with a day of its own can still arise."""
    rules = world.program.norms
    duties = [
        one for one in world.standings.values() if rules.get(one.key) is not None and rules[one.key].sort == "duty"
    ]
    if not duties or any(set(one.cases) & _OPEN and not _dateless(rules[one.key], one) for one in duties):
        return False
    return not any(
        Status.PENDING in one.cases and rules[one.key].each is None and rules[one.key].limits for one in duties
    )


def _dateless(rule: NormRule, one: Standing) -> bool:
    """Whether a duty has no day of its own."""
    return not rule.limits and Status.BREACHED not in one.cases
