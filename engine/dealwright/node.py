"""What every part of a contract is to the engine: something that says what it says, and never changes.

A part is a frozen class of attrs. Two parts are equal when they say the same, whatever else they hold, such as the
place where they were written. How parts compare and how they are shown is the same for all of them, so it stands here
once, instead of being made anew for each of some two hundred kinds: that would be a third of what a command does
before it reads a line.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen

__all__ = ["node"]

if TYPE_CHECKING:
    from attrs import frozen as node
else:

    def node(kind: type) -> type:
        """A kind of part; it is used as `attrs.frozen` is, and type checkers take it for that."""

        def equal(self: Any, other: Any) -> Any:
            return said(self) == said(other) if type(other) is type(self) else NotImplemented

        def digest(self: Any) -> int:
            return hash((made, said(self)))

        kind.__eq__, kind.__hash__, kind.__repr__ = equal, digest, _shown
        made = frozen(kind, eq=False, repr=False)
        names = [field.name for field in fields(made) if field.eq]
        said = attrgetter(*names) if names else type
        return made


def _shown(self: Any) -> str:
    """How a part is shown to those who work on the engine."""
    parts = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(type(self)) if field.repr)
    return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(parts)})"
