"""What the nodes of a program refer to: a norm, a condition or an instrument, and one instance of it."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import field

from dealwright.node import node
from dealwright.source import Span

Core: TypeAlias = Any
"""Any node of a program: a recursive union over some sixty classes would cost more than it tells."""

Spans: TypeAlias = tuple[Span, ...]
"""Where the parts of a node are written."""


def written() -> Any:
    """The places of the parts of a node, which are nothing that it says."""
    return field(default=(), eq=False, repr=False)


@node
class Instance:
    """A norm or condition, one instance of it if `index` is given, and limbs of it.

    Attributes:
        key: The norm's or condition's key; empty for a citation that dangles.
        index: What picks the instance: a party, a period or a number.
        labels: Limbs.
        sort: `norm`, `condition`, `term` or `instrument`.
    """

    key: str
    index: tuple[Core, ...] = ()
    labels: tuple[str, ...] = ()
    sort: str = "norm"


@node
class InstrumentInstant:
    """The instant at which an instrument took effect, or was signed by all who must, or by one."""

    word: str
    instrument: str
    by: str = ""
