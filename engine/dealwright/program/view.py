"""What is in view where a rule is read: an occurrence, a period, a number, a party, and the day itself."""

from __future__ import annotations

from dealwright.node import node


@node
class This:
    """The occurrence in view."""


@node
class Around:
    """The occurrence that the rule is made afresh for, seen from inside a `where` about another."""

    event: str


@node
class ThePeriod:
    """The period in view, or one beside it."""

    step: int = 0
    unit: str = ""


@node
class TheNumber:
    """The number in view, in a rule `for each Step from 1 to 12`, and the drafter's word for it."""

    name: str


@node
class TheParty:
    """The party in view."""


@node
class Today:
    """The day on which the rule is asked."""
