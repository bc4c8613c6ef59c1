"""What one term is on the day asked about, and one line of the calendar: plain records, which an outcome is made of."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from dealwright.evaluate.world import Status
from dealwright.value import Truth


@frozen
class Answer:
    """What a term is on the day asked about.

    Attributes:
        name: Its name; `X for Seller` for one of several.
        kind: `definition`, `condition`, `duty`, `power`, `permission`, `prohibition`, `effect` or `warranty`.
        status: The one status, or `Status.UNKNOWN` if several are possible; None for a definition.
        possible: Every status in which it may stand.
        value: The value of a definition; a truth, an amount, a day.
        since: The day since which it stands so, a range of days, or None.
        due: The day on which it falls due, a range of days, or None.
        amount: What is owed, exact, or None.
        paid: What was paid under it, or None.
        outstanding: What is still owed, or None.
        interest: What has run on what is overdue, or None.
        breach: The day of its breach, or None.
        late: Whether it was performed after its day.
        by: Who acted, or is in breach.
        holders: For a power or a permission: who has it.
        jointly: Whether only all of the holders together have it.
        reason: Why it was discharged or lapsed.
        made: For a warranty: the day of each statement and whether it was true.
        cites: The provisions it rests on, its own first.
        readings: The readings it leans on.
        needs: For what is not known: sets of facts, each of which might settle it.
    """

    name: str
    kind: str
    status: Status | None = None
    possible: frozenset[Status] = frozenset()
    value: Any = None
    since: Any = None
    due: Any = None
    amount: Any = None
    paid: Any = None
    outstanding: Any = None
    interest: Any = None
    breach: Any = None
    late: bool = False
    by: tuple[str, ...] = ()
    reason: str = ""
    made: tuple[tuple[Any, Truth], ...] = ()
    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    key: str = field(default="", repr=False)
    holders: tuple[str, ...] = ()
    jointly: bool = False


@frozen
class Due:
    """A line of the calendar: who owes what to whom by when."""

    on: Any
    name: str
    actors: tuple[str, ...]
    receivers: tuple[str, ...]
    outstanding: Any
    status: Status
