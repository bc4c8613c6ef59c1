"""What would have to come about for something to hold that does not hold yet.

`Inspection where Passed, and no Complaint by 2031-05-01`: what is missing is told down to facts that somebody can bring
about or wait for, and with the days on which waiting ends. What can no longer come is told as such.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from dealwright.evaluate.world import NOWHERE, Env
from dealwright.explain.grounds import Grounds
from dealwright.explain.saying import say
from dealwright.outcome import Outcome
from dealwright.program import core
from dealwright.value import Instant, Truth, day_of

_DEEPEST: Final = 6


class Missing(Grounds):
    """Finds what is missing; `until` gathers the days after which waiting is over."""

    def __init__(self, outcome: Outcome) -> None:
        """Begin with nothing waited for."""
        super().__init__(outcome)
        self.until: list[date] = []

    def missing(self, node: Any, env: Env = NOWHERE, deep: int = 0) -> str:
        """What would make a truth yes; empty if it is, or if nothing can any more.

        Args:
            node: The truth.
            env: What is in view.
            deep: How many definitions were opened on the way.
        """
        found = self.ev.truth(node, env)
        if found.is_yes or found.lost:
            return ""
        match node:
            case core.Waivable(of=of):
                return self.missing(of, env, deep)
            case core.AllOf(items=items):
                return _joined(" and ", [self.missing(item, env, deep) for item in items])
            case core.AnyOf(items=items):
                return _joined(" or ", [self.missing(item, env, deep) for item in items])
            case core.Come(what=core.SinceTerm(key=key), limit="") if deep < _DEEPEST:
                return self.missing(self.program.terms[key].body, NOWHERE, deep + 1)
            case core.TermTruth(key=key, index=()) if deep < _DEEPEST:
                return self.missing(self.program.terms[key].body, NOWHERE, deep + 1)
            case core.StatusIs(status="satisfied", of=core.Instance(sort="condition", key=key, labels=())) if (
                deep < _DEEPEST and key in self.program.terms
            ):
                return self.missing(self.program.terms[key].body, NOWHERE, deep + 1)
            case core.Not(of=of):
                return self.waiting(of, found, env) or say(node)
            case core.AsTruth(of=core.InputValue(key=key)):
                return f"{key} is yes"
            case _:
                return self.waiting(node, found, env) or say(node)

    def waiting(self, node: Any, found: Truth, env: Env) -> str:
        """What is only waited for: a day, or the end of one."""
        if not found.is_not_yet:
            return ""
        end, limit = self.limit_of(node, env)
        if not isinstance(limit, date | Instant):
            return ""
        day = day_of(limit)
        self.until.append(day + timedelta(end))
        return f"{day.isoformat()} ends without {say(node)}" if end else f"{day.isoformat()} comes"

    def limit_of(self, node: Any, env: Env) -> tuple[int, Any]:
        """What is waited for, and whether it is the end of that day (1) or its beginning (0)."""
        while True:
            match node:
                case core.Waivable(of=of) | core.Not(of=of):
                    node = of
                case core.TermTruth(key=key, index=()):
                    node = self.program.terms[key].body
                case core.Come(limit=("by" | "on" | "before"), of=of):
                    return 1, self.ev.value(of, env)
                case core.Come(limit="", what=what):
                    return 0, self.ev.value(what, env)
                case core.CompareDays(right=right):
                    return 1, self.ev.value(right, env)
                case _:
                    return 0, None


def _joined(word: str, parts: list[str]) -> str:
    """The parts that are missing, those that are lists themselves in parentheses."""
    found = [part for part in parts if part]
    if len(found) > 1:
        found = [f"({part})" if " or " in part or " and " in part else part for part in found]
    return word.join(found)
