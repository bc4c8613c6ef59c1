"""Going through a rule part by part, whatever the parts are.

Every node holds its parts as fields or as rows of fields, so one pair of functions serves all of them, instruments and
provisions included. Where a node was written is no part of it. Neither function calls itself: a rule may be as deep as
the reader lets it be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs


def parts(node: Any) -> Iterator[Any]:
    """Every node directly below one, expression or not, in the order written."""
    kind: type = type(node)
    pending = [getattr(node, name) for name in reversed(_said(kind))]
    while pending:
        value = pending.pop()
        if isinstance(value, tuple):
            pending.extend(reversed(value))
        elif attrs.has(type(value)):
            yield value


def walk(node: Any) -> Iterator[Any]:
    """A node and every node below it, outermost first."""
    pending = [node]
    while pending:
        found = pending.pop()
        yield found
        pending.extend(reversed(list(parts(found))))


@cache
def _said(kind: type) -> tuple[str, ...]:
    """The fields of a node that say something: all but where it stands."""
    return tuple(attribute.name for attribute in attrs.fields(kind) if attribute.eq)
