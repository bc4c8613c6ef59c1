"""Days and instants: when something was, and that it has not come or can no longer come.

An instant is a day and a place in its order: the morning, the entries of the day in the order of the log, its end. What has
not come yet is later than every instant; so is what can no longer come, which is told apart because hopes end there.
"""

from __future__ import annotations

import functools
from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

MORNING: Final = 0
END: Final = 10**9


@functools.total_ordering
@frozen(eq=True)
class Instant:
    """A place in time: a day, and the order within it."""

    day: date
    order: int = MORNING

    def __lt__(self, other: object) -> bool:
        """Earlier than another instant; everything is earlier than what never comes."""
        if isinstance(other, Instant):
            return (self.day, self.order) < (other.day, other.order)
        return True if isinstance(other, Never) else NotImplemented


@frozen
class Never:
    """That something has not come; `settled` if it can no longer come."""

    settled: bool

    def __lt__(self, other: object) -> bool:
        """Nothing is later."""
        return isinstance(other, Never) and not self.settled and other.settled

    def __le__(self, other: object) -> bool:
        """As late as what never comes."""
        return isinstance(other, Never)

    def __gt__(self, other: object) -> bool:
        """Later than everything that comes."""
        return not isinstance(other, Never)

    def __ge__(self, other: object) -> bool:
        """At least as late as anything."""
        return True


NEVER: Final = Never(settled=False)
NEVERMORE: Final = Never(settled=True)

When: TypeAlias = Instant | date | Never


def day_of(when: Instant | date) -> date:
    """The day of an instant, or a day itself."""
    return when.day if isinstance(when, Instant) else when


def earliest_of(when: When) -> Instant | Never:
    """The first instant that a day or an instant can mean."""
    return Instant(when, MORNING) if isinstance(when, date) else when


def latest_of(when: When) -> Instant | Never:
    """The last instant that a day or an instant can mean."""
    return Instant(when, END) if isinstance(when, date) else when


def not_after(first: When, second: When) -> bool:
    """Whether the first is on or before the second; by day unless both are instants."""
    if isinstance(first, Never):
        return False
    if isinstance(second, Never):
        return True
    if isinstance(first, Instant) and isinstance(second, Instant):
        return first <= second
    return day_of(first) <= day_of(second)
