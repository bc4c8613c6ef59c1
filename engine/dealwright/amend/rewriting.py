"""Rules with something in them changed: one value for another, one number of a provision for another.

What is not changed stays the same object, so that it can be told from what is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import attrs
from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.expression import parts
from dealwright.text import DECLARATIONS


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
    """A rule with one value for another wherever it stands.

    A name changes also where it acts, pays or receives; an address also where it is the outer part of a longer one.
    """

    def change(part: Any) -> Any:
        if part == old:
            return new
        if isinstance(old, e.Ref) and isinstance(new, e.Ref) and not isinstance(part, _NAMING):
            return _renamed(part, old.name, new.name)
        if isinstance(old, e.Address) and isinstance(new, e.Address) and isinstance(part, e.Address):
            return _readdressed(part, old, new)
        return part

    return rewritten(rule, change)


def renamed(rule: Any, old: str, new: str) -> Any:
    """A rule with one name for another wherever it stands, also where it is given; a declared fact keeps its name."""
    return rule if isinstance(rule, DECLARATIONS) else rewritten(rule, lambda part: _renamed(part, old, new))


_NAMING: Final = (m.Definition, m.Condition, m.Table, m.Norm, m.Reading, m.Field, *DECLARATIONS)
"""What gives a name."""
_NAMES: Final = ("name", "names", "columns", "party", "to", "term")
"""The fields that hold a name."""


def _renamed(part: Any, old: str, new: str) -> Any:
    """A part with one name for another in its own fields."""
    changed: dict[str, Any] = {}
    for field in _NAMES:
        value = getattr(part, field, None)
        if value == old:
            changed[field] = new
        elif isinstance(value, tuple) and old in value:
            changed[field] = tuple(new if name == old else name for name in value)
    return evolve(part, **changed) if changed else part


def _readdressed(part: e.Address, old: e.Address, new: e.Address) -> e.Address:
    """An address whose outer steps are those of another, under the new ones."""
    inner = len(part.steps) - len(old.steps)
    if inner < 0 or not old.steps or part.steps[inner:] != old.steps or part.instrument != old.instrument:
        return part
    return evolve(part, steps=(*part.steps[:inner], *new.steps))
