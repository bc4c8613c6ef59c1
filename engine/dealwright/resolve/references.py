"""What names and citations refer to: by term where the words use a term, by provision where they cite one.

A citation is checked like a name. One that finds a provision that was deleted dangles: it is reported, and stands for
a thing that never happens. A reading may say how a citation is read; then every rule that uses it leans on that
reading.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dealwright import expression as e
from dealwright.diagnostic import echo
from dealwright.program import Kind, core
from dealwright.resolve.citations import Citations
from dealwright.resolve.scope import ANY, DATE, NUMBER, PARTY, PERIOD, YES_NO, Scope, _a, near
from dealwright.resolve.symbols import Symbol
from dealwright.value import NEVER, NEVERMORE, Party, Period
from dealwright.value.truth import NEVER_YES

_TRUTHS = ("event", "condition", "term", "input", "instrument", "table")
_COMES = {"duty": "performance", "power": "exercise", "effect": "effective"}
_STEPS = {"": 0, "previous": -1, "next": 1}


class References(Citations):
    """How names are bound."""

    # ------------------------------------------------------------ names

    def lookup_name(self, node: e.Ref) -> tuple[Symbol | None, str]:
        """What a name stands for, and the attribute asked of it: `Amount of Invoice` may be either one name or two."""
        symbols = self.table.symbols
        whole = symbols.of(node.name)
        if whole is not None:
            return whole, ""
        parts = node.name.split(" of ")
        for cut in range(1, len(parts)):
            owner = symbols.of(" of ".join(parts[cut:]), "event", "record")
            if owner is not None:
                return owner, " of ".join(parts[:cut])
        return None, ""

    def unknown(self, node: e.Ref, scope: Scope) -> None:
        """Report a name that stands for nothing."""
        known = set(self.table.symbols.by_name) | ({*self.attributes(scope)} if scope.event else set())
        gone = node.name in self.table.earlier_terms or any(
            name == node.name for name, *_ in self.table.earlier.values()
        )
        if gone:
            scope.report("N104", f"{echo(node.name)} was deleted, and nothing of that name is left", node.span,
                         "say with a reading how it is to be read")  # fmt: skip
            return
        scope.report("N101", f"nothing defines {echo(node.name)}", node.span, near(node.name, known))

    def attributes(self, scope: Scope) -> dict[str, tuple[Kind, core.Core]]:
        """The bare names of the event in view: its attributes."""
        rule = self.table.events.get(scope.event)
        return (
            {}
            if rule is None
            else {one.name: (one.kind, core.Attribute(one.name, core.This())) for one in rule.attributes}
        )

    def ref_truth(self, node: e.Ref, scope: Scope) -> core.Core:
        """A name where a yes or no is asked."""
        own = self.attributes(scope).get(node.name)
        if own is not None:
            if own[0].word != "yes/no":
                scope.report("K105", f"{echo(node.name)} is {_a(own[0])}, where a yes or no is asked", node.span)
            return core.AsTruth(own[1])
        if node.at is not None:
            scope.report(
                "K105", f"{echo(node.span.words)} is no yes or no", node.span, "ask for its status: `... is performed`"
            )
            return core.Const(NEVER_YES)
        symbol, attribute = self.lookup_name(node)
        if symbol is None:
            self.unknown(node, scope)
            return core.Const(NEVER_YES)
        match symbol.sort:
            case "event" if not attribute:
                self.undivided(node, scope)
                scope.reads.add(f"event:{symbol.key}")
                return core.Some(symbol.key, None)
            case "condition" | "term":
                return self.term_truth(symbol.key, node, scope)
            case "input" | "event" | "record":
                bound, kind = self.ref_value(node, scope)
                if kind.word not in {"yes/no", "any"}:
                    scope.report("K105", f"{echo(node.name)} is {_a(kind)}, where a yes or no is asked", node.span)
                return core.AsTruth(bound)
            case "instrument" if not symbol.is_agreement:
                return core.Come(core.InstrumentInstant("effectiveness", symbol.key))
            case "norm" if symbol.item.word == "effect":
                scope.reads.add(f"norm:{symbol.key}")
                return core.StatusIs("effective", core.Instance(symbol.key))
            case _:
                scope.report("K105", f"{echo(node.name)} is {symbol.said}, where a yes or no is asked", node.span,
                             "ask for a status: `... is performed`" if symbol.sort == "norm" else "")  # fmt: skip
                return core.Const(NEVER_YES)

    def undivided(self, node: e.Ref, scope: Scope) -> None:
        """Report a limb where a whole is asked, and one occurrence of an event by its number."""
        if node.labels:
            scope.report("K105", f"{echo(node.span.words)} is a limb, and is asked for its status", node.span,
                         f"ask whether `{node.span.words} is satisfied`, or when: `satisfaction of ...`")  # fmt: skip
        elif node.argument is not None and self.table.symbols.of(node.name, "event") is not None:
            scope.report("N108", f"{echo(node.name)} has no value of its own for each of anything", node.span)

    def term_truth(self, key: str, node: Any, scope: Scope) -> core.Core:
        """A definition or condition where a yes or no is asked."""
        scope.reads.add(f"term:{key}")
        kind = self.table.term_kinds.get(key, ANY)
        if kind.word not in {"yes/no", "any"}:
            scope.report("K105", f"{echo(key)} is {_a(kind)}, where a yes or no is asked", node.span)
        index: tuple[core.Core, ...] = ()
        if isinstance(node, e.Ref):
            self.undivided(node, scope)
            index = self.index(node, key, self.table.term_each.get(key, ""), scope)
        return core.TermTruth(key, index) if kind == YES_NO else core.AsTruth(core.TermValue(key, index))

    def ref_value(self, node: e.Ref, scope: Scope) -> tuple[core.Core, Kind]:
        """A name where a value is asked."""
        own = self.attributes(scope).get(node.name)
        if own is not None:
            return own[1], own[0]
        if node.name == scope.number:
            return core.TheNumber(node.name), NUMBER
        if node.at is not None:
            scope.report(
                "K103", f"{echo(node.span.words)} has no value", node.span, "ask what was `paid`, or for its status"
            )
            return core.Const(Fraction(0)), ANY
        symbol, attribute = self.lookup_name(node)
        if symbol is None:
            self.unknown(node, scope)
            return core.Const(NEVER), ANY
        if attribute and symbol.sort == "event":
            scope.reads.add(f"event:{symbol.key}")
            return self.attribute(
                attribute, symbol.key, core.Pick(last=True, event=symbol.key, where=None), node, scope
            )
        match symbol.sort:
            case "term" | "table":
                self.undivided(node, scope)
                scope.reads.add(f"term:{symbol.key}")
                kind = self.table.term_kinds.get(symbol.key, ANY)
                index = self.index(node, symbol.key, self.table.term_each.get(symbol.key, ""), scope)
                return (core.TermTruth if kind == YES_NO else core.TermValue)(symbol.key, index), kind
            case "condition":
                self.undivided(node, scope)
                scope.reads.add(f"term:{symbol.key}")
                return core.TermTruth(symbol.key), YES_NO
            case "input":
                scope.reads.add(f"input:{symbol.key}")
                rule = self.table.inputs[symbol.key]
                return core.InputValue(symbol.key, self.index(node, symbol.key, rule.each, scope)), rule.kind
            case "party" | "third party":
                return core.Const(Party(symbol.key)), PARTY
            case "event" | "instrument":
                return self.ref_instant(node, scope), DATE
            case "record" | "unit" | "group":
                scope.report("S209", f"{echo(node.name)}: a {symbol.sort} is not supported yet here", node.span)
                return core.Const(Fraction(0)), ANY
            case _:
                scope.report("K103", f"{echo(node.name)} is {symbol.said} and has no value", node.span,
                             "ask what was `paid`, what is `outstanding`, or for its status")  # fmt: skip
                return core.Const(Fraction(0)), ANY

    def index_of(self, name: str, scope: Scope) -> str:
        """The period unit by which a term or input is indexed, or empty."""
        symbol = scope.table.symbols.of(name, "term", "input")
        if symbol is None:
            return ""
        return (
            self.table.inputs[symbol.key].each if symbol.sort == "input" else self.table.term_each.get(symbol.key, "")
        )

    def index(self, node: e.Ref, key: str, each: str, scope: Scope) -> tuple[core.Core, ...]:
        """Which of an indexed definition or input is meant."""
        if not each:
            if node.argument is not None:
                scope.report("N108", f"{echo(key)} has no value of its own for each of anything", node.span)
            return ()
        return (self.argument(node, each, scope),)

    def argument(self, node: e.Ref, each: str, scope: Scope) -> core.Core:
        """What follows `for`; without it the period or party in view."""
        match node.argument:
            case None if scope.period:
                return core.ThePeriod(0, each)
            case None:
                scope.report("N105", f"{echo(node.name)} has a value for each {each}: say which", node.span,
                             f"as in `{node.name} for the {each}`")  # fmt: skip
                return core.Const(Fraction(0))
            case e.Current(unit=unit) if unit.removeprefix("calendar ") == each:
                return self.current(node.argument, scope)
            case e.Literal(value=Period(unit=unit) as value) if unit == each:
                return core.Const(value)
            case _:
                said = node.argument.span.words
                scope.report("K103", f"{echo(node.name)} has a value for each {each}, which {echo(said)} is not",
                             node.argument.span, f"as in `{node.name} for the {each}`")  # fmt: skip
                return core.Const(Fraction(0))

    def current(self, node: e.Current, scope: Scope) -> core.Core:
        """`the month`, `the previous year`: of the rule's own, or the one in which today lies."""
        unit = node.unit.removeprefix("calendar ")
        step = _STEPS[node.relative]
        if scope.period == unit:
            return core.ThePeriod(step, unit)
        scope.timed = True
        return core.PartOf(f"{unit} {step}", core.Today())

    def ref_is_time(self, node: e.Ref, scope: Scope) -> bool:
        """Whether a name plainly speaks of a day."""
        own = self.attributes(scope).get(node.name)
        if own is not None:
            return own[0] == DATE
        symbol = self.table.symbols.of(node.name)
        if symbol is None:
            return False
        if symbol.sort in {"event", "instrument"}:
            return True
        if symbol.sort == "norm":
            return symbol.item.word in _COMES
        if symbol.sort == "input":
            return self.table.inputs[symbol.key].kind == DATE
        return self.table.term_kinds.get(symbol.key) == DATE

    def ref_instant(self, node: e.Ref, scope: Scope) -> core.Core:
        """A name where a day is asked: the first occurrence, or the first instant at which it was yes."""
        own = self.attributes(scope).get(node.name)
        symbol, attribute = (None, "") if own is not None else self.lookup_name(node)
        if own is not None or attribute:
            bound, kind = own[::-1] if own is not None else self.ref_value(node, scope)
            if kind.word not in {"date", "any"}:
                scope.report("K103", f"{echo(node.name)} is {_a(kind)}, where a day is asked", node.span)
            return bound
        if symbol is None:
            self.unknown(node, scope)
            return core.Const(NEVERMORE)
        match symbol.sort:
            case "event":
                self.undivided(node, scope)
                scope.reads.add(f"event:{symbol.key}")
                return core.FirstOf(symbol.key, None)
            case "instrument" if not symbol.is_agreement:
                scope.reads.add("agreement")
                return core.InstrumentInstant("effectiveness", symbol.key)
            case "condition" | "term" | "input" | "table":
                bound, kind = self.ref_value(node, scope)
                if kind == YES_NO and symbol.sort != "input":
                    return core.SinceTerm(symbol.key)
                if kind.word not in {"date", "any"}:
                    scope.report("K103", f"{echo(node.name)} is {_a(kind)}, where a day is asked", node.span)
                return bound
            case "norm" if symbol.item.word in _COMES:
                scope.reads.add(f"norm:{symbol.key}")
                instance = core.Instance(symbol.key, self.instance_index(node, scope, symbol.item))
                word = _COMES[symbol.item.word]
                return core.StatusInstant(word, instance) if word == "effective" else core.NormInstant(word, instance)
            case _:
                scope.report("K103", f"{echo(node.name)} is {symbol.said}, where a day is asked", node.span)
                return core.Const(NEVERMORE)

    def the_occurrence(self, name: str, node: Any, scope: Scope) -> core.Core:
        """`the Inspection`: the occurrence that a `for each` speaks of, as a day."""
        if name in {scope.event, scope.outer_event}:
            return core.OccurrenceInstant(scope.occurrence(name))
        symbol = self.table.symbols.of(name)
        if symbol is None:
            scope.report("N101", f"nothing declares {echo(name)}", node.span, near(name, self.table.symbols.by_name))
            return core.Const(NEVERMORE)
        return self.ref_instant(e.Ref(name, span=node.span), scope)

    def attribute_of(self, name: str, whose: Any, node: Any, scope: Scope) -> tuple[core.Core, Kind]:
        """An attribute of the first, the last, or this occurrence."""
        match whose:
            case e.Pick(word=word, selection=selection):
                event, where = self.selection(selection, scope)
                return self.attribute(name, event, core.Pick(word == "last", event, where), node, scope)
            case e.TheOne(name=event) if event in {scope.event, scope.outer_event}:
                return self.attribute(name, event, scope.occurrence(event), node, scope)
            case e.This() if scope.event:
                return self.attribute(name, scope.event, core.This(), node, scope)
            case _:
                scope.report("N106", f"nothing is in view that has {echo(name)}", node.span)
                return core.Const(Fraction(0)), ANY

    def attribute(self, name: str, event: str, of: core.Core, node: Any, scope: Scope) -> tuple[core.Core, Kind]:
        """An attribute of an occurrence of an event."""
        rule = self.table.events.get(event)
        known = {one.name: one for one in rule.attributes} if rule else {}
        if name in known:
            return core.Attribute(name, of), known[name].kind
        if rule is not None:
            scope.report("N106", f"{echo(event)} has no attribute {echo(name)}", node.span, near(name, known))
        return core.Const(Fraction(0)), ANY

    # ------------------------------------------------------------ citations


__all__ = ["PERIOD", "References"]
