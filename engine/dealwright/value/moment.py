"""When something happens: on a day, and within the day after what came before it.

A day has a morning, then its entries in the order of the log, then an end. An instant is a day with its place in that
order. A date that a text names is a whole day: against an instant it is compared by the day alone.

What has not happened is not a date far away. It may have not come yet, or it can no longer come: `NEVER` and
`NEVERMORE`, which stand after every day.
"""

from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from dealwright.node import node

MORNING: Final = 0
"""The place in a day of what its text begins."""

END: Final = 10**9
"""The place in a day at which limits that name it run out."""

FIRST_DAY: Final = date(1900, 1, 1)
"""The first day that a contract may speak of."""

LAST_DAY: Final = date(2999, 12, 31)
"""The last day that a contract may speak of."""


@frozen(order=True)
class Instant:
    """A day and a place within it.

    Attributes:
        day: The day.
        order: `MORNING`, the number of an entry of that day from 1, or `END`.
    """

    day: date
    order: int = MORNING

    def text(self) -> str:
        """The day, which is all that people see of it."""
        return self.day.isoformat()


@node
class Never:
    """The instant of what has not come.

    Attributes:
        settled: Whether it can no longer come.
    """

    settled: bool

    def text(self) -> str:
        """`not yet` or `never`."""
        return "never" if self.settled else "not yet"


NEVER: Final = Never(settled=False)
"""It has not come, and may still come."""

NEVERMORE: Final = Never(settled=True)
"""It can no longer come."""

Moment: TypeAlias = date | Instant | Never
"""What is dated."""

_AFTER_ALL_DAYS: Final = date.max.toordinal() + 1
_BEFORE_MORNING: Final = -1


def position(moment: Moment) -> tuple[int, int]:
    """The place of a moment in time: a date stands just before the morning of its day, `NEVERMORE` last of all."""
    match moment:
        case Instant(day, order):
            return day.toordinal(), order
        case Never(settled):
            return _AFTER_ALL_DAYS, int(settled)
        case _:
            return moment.toordinal(), _BEFORE_MORNING


def precedes(one: Moment, other: Moment) -> bool:
    """Whether one moment is before another: by the order within the day if both have one, else by the day."""
    mine, theirs = position(one), position(other)
    if _BEFORE_MORNING in (mine[1], theirs[1]):
        return mine[0] < theirs[0]
    return mine < theirs


def not_after(one: Moment, limit: Moment) -> bool:
    """Whether one moment has come by another, at the latest with it; what has not come has not."""
    return not isinstance(one, Never) and not precedes(limit, one)


def day_of(moment: date | Instant) -> date:
    """The day of a moment."""
    return moment.day if isinstance(moment, Instant) else moment
