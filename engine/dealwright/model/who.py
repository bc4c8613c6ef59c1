"""Who a contract binds or names: its parties, third parties, groups that members join, and who acts in a rule."""

from __future__ import annotations

from dealwright.expression import position
from dealwright.node import node
from dealwright.source import Span


@node
class Actors:
    """Who acts: `A or B` (either alone), `A and B` (each, or jointly), `each Member`, `either party`.

    Attributes:
        names: The parties named; empty for `either party`.
        joined: `or` when either alone will do, else `and`.
        manner: `each` or `jointly` where said, else empty.
    """

    names: tuple[str, ...]
    joined: str = "or"
    manner: str = ""
    span: Span = position()


@node
class Party:
    """A party, a third party that is bound to nothing, or a group that members join."""

    name: str
    long: str = ""
    role: str = "party"
    span: Span = position()
