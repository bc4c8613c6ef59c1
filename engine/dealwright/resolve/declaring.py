"""Binding what a log may speak of: events with their attributes, inputs, and their kinds and bounds."""

from __future__ import annotations

from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo
from dealwright.program import AttributeRule, Cite, EventRule, InputRule, Kind
from dealwright.resolve.scope import Scope, Table, _a
from dealwright.resolve.symbols import Symbol
from dealwright.resolve.terms import TermBinding
from dealwright.resolve.values import choices_of
from dealwright.value import Choice


def _kind(word: m.KindWord, table: Table, scope: Scope) -> Kind:
    """The kind that a declaration names."""
    if word.many or word.word in {"parties", "quantity"}:
        scope.report("S209", "lists, groups and quantities are not supported yet", word.span)
        return Kind("any")
    if word.word == "choice":
        if len(word.names) == 1 and table.symbols.of(word.names[0], "record"):
            scope.report("S209", f"{echo(word.names[0])}: records are not supported yet", word.span)
            return Kind("any")
        return Kind("choice", word.names)
    if word.word == "money":
        return Kind("money", (table.currency,)) if table.currency else Kind("any")
    return Kind({"percent": "number", "instant": "date"}.get(word.word, word.word))


def _bound(node: Any, kind: Kind, scope: Scope, binding: TermBinding) -> Any:
    """A bound or a usual value of an attribute, written out."""
    if node is None:
        return None
    if kind.word == "choice":
        if isinstance(node, e.Ref) and node.name in kind.detail:
            return Choice(node.name)
        scope.report("N101", f"{echo(node.span.words)} is none of {choices_of(kind)}", node.span)
        return None
    if isinstance(node, e.Literal):
        _, found = binding.value(node, scope)
        if kind.word != "any" and (found.word != kind.word or found.detail != kind.detail):
            scope.report("K103", f"{echo(node.span.words)} is {_a(found)}, where {_a(kind)} is asked", node.span)
            return None
        return node.value
    scope.report("S209", "a bound that is not written out is not supported yet", node.span)
    return None


def _declare(table: Table, binding: TermBinding) -> None:
    """The events and inputs of the vocabulary."""
    for symbol in table.symbols.all_of("event"):
        table.events[symbol.key] = _event(symbol, table, binding)
    if table.symbols.severable and "Severance" not in table.events:
        table.events["Severance"] = EventRule("Severance", (), (), (), payment=False, cite=Cite("", "", ""))
        item = m.Event("Severance")
        table.symbols.add(Symbol("event", "Severance", "Severance", item, Cite("", "", ""), ""))
    for symbol in table.symbols.all_of("input"):
        field = symbol.item.field
        scope = Scope(table, symbol.cite, symbol.home)
        kind = _kind(field.kind, table, scope)
        each = ""
        if field.each is not None:
            each = field.each.name.removeprefix("calendar ")
            if not field.each.period:
                scope.report("S209", "an input for each of an event or record is not supported yet", symbol.item.span)
        normally, least, most = (
            _bound(part, kind, scope, binding) for part in (field.normally, field.least, field.most)
        )
        table.inputs[symbol.key] = InputRule(
            symbol.key, kind, each, normally, least, most, question=False, cite=symbol.cite
        )
    for symbol in table.symbols.all_of("record", "group", "unit"):
        scope = Scope(table, symbol.cite, symbol.home)
        scope.report("S209", f"{echo(symbol.name)}: a {symbol.sort} is not supported yet", symbol.item.span)
    for symbol in table.symbols.all_of("term"):
        each = symbol.item.each
        if each is not None and each.period:
            table.term_each[symbol.key] = each.name.removeprefix("calendar ")


def _event(symbol: Symbol, table: Table, binding: TermBinding) -> EventRule:
    """An event with its attributes."""
    item = symbol.item
    scope = Scope(table, symbol.cite, symbol.home)
    attributes: list[AttributeRule] = []
    for one in getattr(item, "fields", ()):
        kind = _kind(one.kind, table, scope)
        bounds = [_bound(part, kind, scope, binding) for part in (one.normally, one.least, one.most)]
        if one.name in {other.name for other in attributes}:
            scope.report("N102", f"{echo(one.name)} is declared twice", one.span)
        attributes.append(AttributeRule(one.name, kind, *bounds))
    payment = isinstance(item, m.PaymentEvent)
    for actors in (item.by, getattr(item, "to", None)):
        for name in actors.names if actors else ():
            binding.party(name, actors, scope)
    doers = item.by.names if item.by else ()
    receivers = item.to.names if payment and item.to else ()
    return EventRule(symbol.key, tuple(attributes), doers, receivers, payment, symbol.cite)
