"""Where a node was written: the one part of it that does not count when two are compared.

Two rules that say the same are equal wherever they stand, and a node that nobody wrote stands nowhere.
"""

from __future__ import annotations

from attrs import field

from dealwright.source import NOWHERE, Span


def position() -> Span:
    """The field of a node that holds its place."""
    return field(eq=False, repr=False, kw_only=True, default=NOWHERE)
