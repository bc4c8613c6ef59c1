"""What is kept of occurrences as they come, so that nothing is counted twice.

What rests on an occurrence alone, on its attributes and on what is written out, is the same whenever it is asked: an
occurrence is a fact, and facts stay. So whether such a condition holds of it is asked once, and a sum over such values
goes on from where it stood when the occurrences before were added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import define, field

from dealwright.evaluate.world import Occurrence
from dealwright.program import below, core
from dealwright.value import Money, Truth
from dealwright.value.quantity import Duration, MonthDay

_OWN = (
    core.Const,
    core.Attribute,
    core.This,
    core.OccurrenceInstant,
    core.Arithmetic,
    core.Negative,
    core.Rounded,
    core.Compare,
    core.AsTruth,
    core.AllOf,
    core.AnyOf,
    core.AtLeast,
    core.ExactlyOne,
    core.Not,
)
_WRITTEN = (Duration, Money, MonthDay, Truth)


def rests_on_itself(node: Any) -> bool:
    """Whether what is asked of an occurrence rests on nothing but the occurrence, and so stays what it is."""
    return all(isinstance(part, (*_OWN, *_WRITTEN)) for part in below(node))


@define
class Judged:
    """The occurrences of an event, each with whether something holds of it that rests on the occurrence alone."""

    found: list[tuple[Occurrence, Truth]] = field(factory=list)

    def go_on(self, occurrences: Sequence[Occurrence], judge: Callable[[Occurrence], Truth]) -> None:
        """Judge those that have come since."""
        for one in occurrences[len(self.found) :]:
            self.found.append((one, judge(one)))


@define
class Tally:
    """What values of occurrences come to so far.

    Attributes:
        seen: How many occurrences have been looked at.
        count: How many of them counted.
        total: What their values come to; nothing if none counted.
        doubtful: Whether of some it is not known whether they count.
    """

    seen: int = 0
    count: int = 0
    total: Any = None
    doubtful: bool = False

    def go_on(
        self,
        found: Sequence[tuple[Occurrence, Truth]],
        value: Callable[[Occurrence], Any],
        joined: Callable[[Any, Any], Any],
    ) -> None:
        """Add those that have come since."""
        for one, holds in found[self.seen :]:
            if holds.is_yes:
                self.add(value(one), joined)
            self.doubtful = self.doubtful or not holds.known
            self.seen += 1

    def add(self, value: Any, joined: Callable[[Any, Any], Any]) -> None:
        """Add one value."""
        self.total = joined(self.total, value) if self.count else value
        self.count += 1
