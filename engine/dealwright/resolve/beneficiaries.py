"""For whose good an instrument waives: who can give a waiver where the agreement has no clause about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import operations
from dealwright.program import Cite, NormRule
from dealwright.resolve.scope import Scope, Table

WAIVABLE = frozenset({"duty", "prohibition", "warranty"})
"""The norms that somebody has to comply with."""


def beneficiaries(item: m.Instrument, table: Table, norms: Mapping[str, NormRule]) -> tuple[str, ...]:
    """For whose good the norms stand that an instrument waives; nobody if it does anything else, or that is not said."""
    found: dict[str, None] = {}
    scope = Scope(table, Cite(item.name, "", item.name), table.amended.get(item.name, item.name))
    for operation, _ in operations(item.items):
        if not isinstance(operation, m.WaiveFor):
            return ()
        for name in _owed(operation, scope, norms):
            if not name:
                return ()
            found[name] = None
    return tuple(found)


def _owed(operation: m.WaiveFor, scope: Scope, norms: Mapping[str, NormRule]) -> Iterator[str]:
    """To whom what a waiver is about is owed; an empty name where that cannot be told."""
    for target in operation.targets:
        found = scope.table.symbols.text.find(target, scope.home) if isinstance(target, e.Address) else None
        identity = getattr(found, "identity", "")
        symbols = scope.beneath(identity) if identity else []
        if not symbols:
            yield ""
        for symbol in symbols:
            if symbol.sort == "condition":
                benefit = symbol.item.benefit
                yield from benefit.names if benefit is not None else ("",)
            elif symbol.item.word in WAIVABLE:
                yield from norms[symbol.key].act.receivers or ("",)
