"""Going through a program: every node below one, and every node of a rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import fields, has


def below(node: Any) -> Iterable[Any]:
    """A bound expression and everything in it."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending.extend(part)
        elif has(type(part)):
            yield part
            pending.extend(getattr(part, one.name) for one in fields(type(part)))


def parts_of(rule: Any) -> Iterable[Any]:
    """Every node in a rule."""
    return (part for one in fields(type(rule)) if one.name != "cite" for part in below(getattr(rule, one.name)))
