"""Rules with something in them changed: one value for another, one number of a provision for another.

What is not changed stays the same object, so that it can be told from what is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.expression import parts


def rewritten(rule: Any, change: Callable[[Any], Any]) -> Any:
    """A rule with every part of it changed, the innermost first.

    Args:
        rule: The rule, or any part of one.
        change: Gives what stands in the place of a part: mostly the part itself.
    """
    done: dict[int, Any] = {}
    pending = [(rule, False)]
    while pending:
        part, ready = pending.pop()
        if ready:
            done[id(part)] = change(_with(part, done))
        else:
            pending.append((part, True))
            pending.extend((inner, False) for inner in parts(part))
    return done[id(rule)]


def _with(part: Any, done: dict[int, Any]) -> Any:
    """A part with the new ones of its own parts."""
    new = {}
    for attribute in attrs.fields(type(part)):
        if attribute.eq:
            value = getattr(part, attribute.name)
            changed = _exchanged(value, done)
            if changed is not value:
                new[attribute.alias] = changed
    return evolve(part, **new) if new else part


def _exchanged(value: Any, done: dict[int, Any]) -> Any:
    """A value of a field with what was changed in it."""
    if not isinstance(value, tuple):
        return done.get(id(value), value)
    changed = tuple(_exchanged(item, done) for item in value)
    return value if all(new is old for new, old in zip(changed, value, strict=True)) else changed


def exchanged(rule: Any, old: e.Expression, new: e.Expression) -> Any:
    """A rule with one value for another wherever it stands; a name also where it acts or receives."""

    def change(part: Any) -> Any:
        if part == old:
            return new
        if isinstance(old, e.Ref) and isinstance(new, e.Ref):
            if isinstance(part, m.Actors) and old.name in part.names:
                return evolve(part, names=tuple(new.name if name == old.name else name for name in part.names))
            if isinstance(part, m.Effect) and part.to == old.name:
                return evolve(part, to=new.name)
        return part

    return rewritten(rule, change)
