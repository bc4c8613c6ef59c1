"""Which rules can stand in which status: a duty is performed, a power exercised, a condition satisfied."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from dealwright.diagnostic import with_article

_HELD: Final = frozenset({"power", "permission", "prohibition"})
_ONLY_OF: Final = MappingProxyType(
    {
        "due": frozenset({"duty"}),
        "overdue": frozenset({"duty"}),
        "performed": frozenset({"duty"}),
        "available": _HELD,
        "unavailable": _HELD,
        "lapsed": _HELD,
        "exercised": frozenset({"power"}),
        "in force": frozenset({"prohibition"}),
        "effective": frozenset({"effect"}),
        "made": frozenset({"warranty"}),
        "true": frozenset({"warranty"}),
        "false": frozenset({"warranty"}),
        "satisfied": frozenset({"condition"}),
        "unsatisfied": frozenset({"condition"}),
        "failed": frozenset({"condition"}),
    }
)
"""The sorts of rules that alone can stand in a status; one that is not here, any rule may."""


def can_be(sort: str, status: str) -> bool:
    """Whether a rule of a sort, or a condition, can ever stand in a status."""
    return sort in _ONLY_OF.get(status, {sort})


def never(name: str, sort: str, status: str) -> str:
    """What is said of a rule that cannot stand in a status."""
    return f"{name} is {with_article(sort)} and never `{status}`"


__all__ = ["can_be", "never"]
