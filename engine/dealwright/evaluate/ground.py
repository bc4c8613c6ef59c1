"""What every reading of an expression needs: the world, the text under which it is read, and time.

Wherever an answer will change with time alone, the instant of the change is asked for here, so that the interpreter
looks again then. What is not known is judged at both of its ends.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dealwright.evaluate.tallies import Judged, Tally
from dealwright.evaluate.world import NOWHERE, Env, World
from dealwright.program import TermRule
from dealwright.value import (
    END,
    NEVER,
    UNBOUNDED,
    Instant,
    Never,
    Range,
    Truth,
)
from dealwright.value.truth import (
    UNSURE,
    hull,
)
from dealwright.value.uncertain import Among, Unknown
from dealwright.value.uncertain import hull as value_hull


def own_words(rule: TermRule, label: str) -> Any:
    """What a condition, or a limb of it, says itself."""
    return dict(rule.limbs).get(label) if label else rule.body


class Ground:
    """A world, and the definitions of one text."""

    def __init__(self, world: World, slots: dict[str, str], version: int) -> None:
        """Keep the world and where the text's terms have their values."""
        self.world = world
        self.slots = slots
        self.version = version
        self.program = world.versions[version].program
        self.calendar = world.calendars[version]
        self.foreseeing = False
        self.unaided = ""
        self.memo: dict[str, dict[Any, Any]] = {}
        self.memo_at: Any = None
        self.circles: dict[str, bool] = {}
        self.waivable_as: dict[tuple[str, str], tuple[str, str, int]] = {}
        self.readers: list[Any] = [self]
        self.known_nodes: dict[int, Any] = {}
        self.alone_as: dict[int, bool] = {}
        self.judged_once: dict[tuple[str, int], Judged] = {}
        self.tallies: dict[int, Tally] = {}
        self.currencies: dict[int, str] = {}

    if TYPE_CHECKING:

        def value(self, node: Any, env: Env = NOWHERE) -> Any:
            """The value of an expression; see `Evaluator`."""

        def truth(self, node: Any, env: Env = NOWHERE) -> Truth:
            """The truth of an expression; see `Evaluator`."""

    def place_of(self, node: Any) -> int:
        """Under what something about an expression is kept; the expression is kept too, so that no other gets its place."""
        self.known_nodes[id(node)] = node
        return id(node)

    def waiver(self, key: str, label: str) -> tuple[str, str, int]:
        """Under what a waiver of a condition or limb is kept: its name, and the first text that has it in the same words.

        So a waiver stays while what the condition leans on is amended, and goes when the condition itself is put anew.
        """
        if (key, label) not in self.waivable_as:
            words = own_words(self.program.terms[key], label)
            programs = [version.program for version in self.world.versions[: self.version]]
            same = (key in one.terms and own_words(one.terms[key], label) == words for one in programs)
            place = next((place for place, alike in enumerate(same) if alike), self.version)
            self.waivable_as[key, label] = (key, label, place)
        return self.waivable_as[key, label]

    def waived(self, key: str, label: str = "") -> Instant | None:
        """When a condition or limb was waived; None if it was not."""
        return self.world.waived.get(self.waiver(key, label))

    def held(self, key: str, label: str = "") -> Instant | None:
        """Since when a condition or limb was met under earlier words that an instrument saves; None if none does."""
        return self.world.held.get(self.waiver(key, label))

    def lifted(self, operation: Callable[..., Any], *values: Any) -> Any:
        """An operation on values; what never came gives no amount."""
        if any(isinstance(value, Never) or value is None for value in values):
            return NEVER
        return operation(*values)

    def hulls(self, values: list[Any]) -> Any:
        """What holds all of several results."""
        result = values[0]
        for value in values[1:]:
            result = (
                hull(result, value)
                if isinstance(result, Truth) and isinstance(value, Truth)
                else value_hull(result, value)
            )
        return result

    def today(self) -> date:
        """The day in view; the answer may change tomorrow."""
        self.world.wakes(Instant(self.world.now.day + timedelta(1)))
        return self.world.now.day

    def passed(self, limit: Any) -> bool:
        """Whether a day has ended, or an instant is over; else another look is asked for when it will be."""
        if isinstance(limit, Never):
            return False
        when = limit if isinstance(limit, Instant) else Instant(limit, END)
        if when <= self.world.now:
            return True
        self.world.wakes(when)
        return False

    def has_come(self, what: Any) -> bool:
        """Whether an instant is there, or a day has begun; else another look is asked for when it will be."""
        if isinstance(what, Never):
            return False
        when = what if isinstance(what, Instant) else Instant(what)
        if when <= self.world.now:
            return True
        self.world.wakes(when)
        return False

    def ends(self, value: Any) -> tuple[Any, ...]:
        """The ends of an instant that is not known; both, or the one. What has no last day may be never."""
        if isinstance(value, Range):
            low, high = value.low, value.high
            return (date.min if low is UNBOUNDED else low, NEVER if high is UNBOUNDED else high)
        return (self.world.gap, NEVER) if isinstance(value, (Unknown, Among)) else (value,)

    def over(self, judge: Callable[[Any, Any], Truth], a: Any, b: Any) -> Truth:
        """A judgement on two instants, over the ends of what is not known."""
        result: Truth | None = None
        for x in self.ends(a):
            for y in self.ends(b):
                found = judge(x, y)
                result = found if result is None else hull(result, found)
        return result if result is not None else UNSURE
