"""Going through a program: every node below one, and every node of a rule."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from attrs import fields, has


def below(node: Any) -> Iterable[Any]:
    """A bound expression and everything in it."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(part)
        else:
            kind: Any = type(part)
            names = _names(kind)
            if names is not None:
                yield part
                pending.extend(getattr(part, name) for name in names)


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a kind of node that are part of what it says; none for what is no node."""
    return tuple(one.name for one in fields(kind) if one.eq) if has(kind) else None


def parts_of(rule: Any) -> Iterable[Any]:
    """Every node in a rule."""
    return (part for one in fields(type(rule)) if one.name != "cite" for part in below(getattr(rule, one.name)))
