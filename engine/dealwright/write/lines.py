"""Lines that stand below other lines, and parts that are left out when there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

WIDTH: Final = 100
"""How many characters a part may have before it is broken."""

INDENT: Final = "    "
"""How much deeper a line stands than the one it belongs to."""

Lines: TypeAlias = list[str]
"""Lines in order, each without its end."""


def below(*groups: Iterable[str]) -> Lines:
    """Lines one level deeper, one group after another; a line may hold line ends of its own."""
    return [INDENT + part for group in groups for line in group for part in line.split("\n")]


def joined(*parts: str) -> str:
    """The parts that say something, with a blank between."""
    return " ".join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
