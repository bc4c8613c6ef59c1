"""What names and citations refer to: by term where the words use a term, by provision where they cite one.

A citation is checked like a name. One that finds a provision that was deleted dangles: it is reported, and stands for a thing
that never happens. A reading may say how a citation is read; then every rule that uses it leans on that reading.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import define

from dealwright import expression as e
from dealwright.diagnostic import echo
from dealwright.program import Kind, core
from dealwright.resolve.scope import ANY, DATE, NUMBER, PARTY, PERIOD, YES_NO, Scope, Table, dangling, near
from dealwright.resolve.symbols import Symbol
from dealwright.value import NEVER, NEVERMORE, Party
from dealwright.value.truth import NEVER_YES

_TRUTHS = ("event", "condition", "term", "input", "instrument", "table")
_CITED = {
    "duty": ("duty",),
    "payment": ("duty",),
    "power": ("power",),
    "warranty": ("warranty",),
    "prohibition": ("prohibition",),
    "permission": ("permission",),
    "effect": ("effect",),
}
_COMES = {"duty": "performance", "power": "exercise", "effect": "effective"}
_STEPS = {"": 0, "previous": -1, "next": 1}
_INSTANTS_OF_NORMS = {"breach", "performance", "exercise", "failure", "suspension", "resumption", "waiver"}


@define
class References:
    """How names and citations are bound."""

    table: Table

    @property
    def never(self) -> Any:
        """What a day that cannot come is."""
        return NEVERMORE

    # ------------------------------------------------------------ names

    def lookup_name(self, node: e.Ref, scope: Scope) -> tuple[Symbol | None, str]:
        """What a name stands for, and the attribute asked of it: `Amount of Invoice` may be either one name or two."""
        symbols = self.table.symbols
        whole = symbols.of(node.name)
        if whole is not None:
            return whole, ""
        parts = node.name.split(" of ")
        for cut in range(1, len(parts)):
            owner = symbols.of(" of ".join(parts[cut:]), "event", "record", "term", "condition", "norm")
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
        found: dict[str, tuple[Kind, core.Core]] = {}
        for event, this in ((scope.outer_event, core.This()), (scope.event, core.This())):
            rule = self.table.events.get(event)
            if rule is not None and event == scope.event:
                found.update({one.name: (one.kind, core.Attribute(one.name, this)) for one in rule.attributes})
        return found

    def ref_truth(self, node: e.Ref, scope: Scope) -> core.Core:
        """A name where a yes or no is asked."""
        own = self.attributes(scope).get(node.name)
        if own is not None:
            if own[0].word != "yes/no":
                scope.report("K105", f"{echo(node.name)} is a {own[0].word}, where a yes or no is asked", node.span)
            return core.AsTruth(own[1])
        if node.at is not None:
            scope.report(
                "K105", f"{echo(node.span.words)} is no yes or no", node.span, "ask for its status: `... is performed`"
            )
            return core.Const(NEVER_YES)
        symbol, attribute = self.lookup_name(node, scope)
        if symbol is None:
            self.unknown(node, scope)
            return core.Const(NEVER_YES)
        if attribute:
            bound, kind = self.ref_value(node, scope)
            if kind.word not in {"yes/no", "any"}:
                scope.report("K105", f"{echo(node.name)} is a {kind.word}, where a yes or no is asked", node.span)
            return core.AsTruth(bound)
        match symbol.sort:
            case "event":
                scope.reads.add(f"event:{symbol.key}")
                return core.Some(symbol.key, None)
            case "condition" | "term":
                return self.term_truth(symbol.key, node, scope)
            case "input":
                bound, kind = self.ref_value(node, scope)
                if kind.word not in {"yes/no", "any"}:
                    scope.report("K105", f"{echo(node.name)} is a {kind.word}, where a yes or no is asked", node.span)
                return core.AsTruth(bound)
            case "instrument":
                return core.Come(core.InstrumentInstant("effectiveness", symbol.key))
            case "norm" if symbol.item.word == "effect":
                scope.reads.add(f"norm:{symbol.key}")
                return core.StatusIs("effective", core.Instance(symbol.key))
            case _:
                scope.report("K105", f"{echo(node.name)} is a {symbol.sort}, where a yes or no is asked", node.span,
                             "ask for a status: `... is performed`" if symbol.sort == "norm" else "")  # fmt: skip
                return core.Const(NEVER_YES)

    def term_truth(self, key: str, node: Any, scope: Scope) -> core.Core:
        """A definition or condition where a yes or no is asked."""
        scope.reads.add(f"term:{key}")
        kind = self.table.term_kinds.get(key, ANY)
        if kind.word not in {"yes/no", "any"}:
            scope.report("K105", f"{echo(key)} is a {kind.word}, where a yes or no is asked", node.span)
        index = self.index(node, key, scope) if isinstance(node, e.Ref) else ()
        return core.TermTruth(key, index) if kind == YES_NO else core.AsTruth(core.TermValue(key, index))

    def ref_value(self, node: e.Ref, scope: Scope) -> tuple[core.Core, Kind]:
        """A name where a value is asked."""
        own = self.attributes(scope).get(node.name)
        if own is not None:
            return own[1], own[0]
        if node.name == scope.number:
            return core.TheNumber(), NUMBER
        if node.at is not None:
            scope.report(
                "K103", f"{echo(node.span.words)} has no value", node.span, "ask what was `paid`, or for its status"
            )
            return core.Const(Fraction(0)), ANY
        symbol, attribute = self.lookup_name(node, scope)
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
                scope.reads.add(f"term:{symbol.key}")
                kind = self.table.term_kinds.get(symbol.key, ANY)
                if kind == YES_NO:
                    return core.TermTruth(symbol.key, self.index(node, symbol.key, scope)), YES_NO
                return core.TermValue(symbol.key, self.index(node, symbol.key, scope)), kind
            case "condition":
                scope.reads.add(f"term:{symbol.key}")
                return core.TermTruth(symbol.key), YES_NO
            case "input":
                scope.reads.add(f"input:{symbol.key}")
                rule = self.table.inputs[symbol.key]
                index = (self.argument(node, rule.each, scope),) if rule.each else ()
                return core.InputValue(symbol.key, index), rule.kind
            case "party" | "third party":
                return core.Const(Party(symbol.key)), PARTY
            case "event" | "instrument":
                return self.ref_instant(node, scope), DATE
            case "record" | "unit" | "group":
                scope.report("S209", f"{echo(node.name)}: a {symbol.sort} is not supported yet here", node.span)
                return core.Const(Fraction(0)), ANY
            case _:
                scope.report("K103", f"{echo(node.name)} is a {symbol.sort} and has no value", node.span,
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

    def index(self, node: e.Ref, key: str, scope: Scope) -> tuple[core.Core, ...]:
        """Which of an indexed definition is meant."""
        each = self.table.term_each.get(key, "")
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
            case e.Current():
                return self.current(node.argument, scope, each)
            case e.Literal(value=value):
                return core.Const(value)
            case e.TheOne(name=name) if name == scope.number:
                return core.TheNumber()
            case e.Ref(name=name) if scope.table.symbols.of(name, "party", "third party"):
                return core.Const(Party(name))
            case e.Ref(name=name) if name == scope.number:
                return core.TheNumber()
            case _:
                scope.report("S209", "this form after `for` is not supported yet", node.argument.span)
                return core.Const(Fraction(0))

    def current(self, node: e.Current, scope: Scope, each: str = "") -> core.Core:
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
        symbol, attribute = (None, "") if own is not None else self.lookup_name(node, scope)
        if own is not None or attribute:
            bound, kind = own[::-1] if own is not None else self.ref_value(node, scope)  # type: ignore[misc]
            if kind.word not in {"date", "any"}:
                scope.report("K103", f"{echo(node.name)} is a {kind.word}, where a day is asked", node.span)
            return bound
        if symbol is None:
            self.unknown(node, scope)
            return core.Const(NEVERMORE)
        match symbol.sort:
            case "event":
                scope.reads.add(f"event:{symbol.key}")
                return core.FirstOf(symbol.key, None)
            case "instrument":
                scope.reads.add("agreement")
                return core.InstrumentInstant("effectiveness", symbol.key)
            case "condition" | "term" | "input" | "table":
                bound, kind = self.ref_value(node, scope)
                if kind == YES_NO and symbol.sort != "input":
                    return core.SinceTerm(symbol.key)
                if kind.word not in {"date", "any"}:
                    scope.report("K103", f"{echo(node.name)} is a {kind.word}, where a day is asked", node.span)
                return bound
            case "norm" if symbol.item.word in _COMES:
                scope.reads.add(f"norm:{symbol.key}")
                instance = core.Instance(symbol.key, self.instance_index(node, scope))
                word = _COMES[symbol.item.word]
                return core.StatusInstant(word, instance) if word == "effective" else core.NormInstant(word, instance)
            case _:
                scope.report("K103", f"{echo(node.name)} is a {symbol.sort}, where a day is asked", node.span)
                return core.Const(NEVERMORE)

    def the_occurrence(self, name: str, node: Any, scope: Scope) -> core.Core:
        """`the Inspection`: the occurrence that a `for each` speaks of, as a day."""
        if name in {scope.event, scope.outer_event}:
            return core.OccurrenceInstant(core.This())
        symbol = self.table.symbols.of(name)
        if symbol is None:
            scope.report("N101", f"nothing declares {echo(name)}", node.span, near(name, self.table.symbols.by_name))
            return core.Const(NEVERMORE)
        return self.ref_instant(e.Ref(name, span=node.span), scope)

    def attribute_of(self, name: str, whose: Any, node: Any, scope: Scope) -> tuple[core.Core, Kind]:
        """An attribute of the first, the last, or this occurrence."""
        match whose:
            case e.Pick(word=word, selection=selection):
                event, where = self.selection(selection, scope)  # type: ignore[attr-defined]
                return self.attribute(name, event, core.Pick(word == "last", event, where), node, scope)
            case e.This() | e.TheOne():
                event = scope.event or scope.outer_event
                if not event:
                    scope.report("N106", f"nothing is in view that has {echo(name)}", node.span)
                    return core.Const(Fraction(0)), ANY
                return self.attribute(name, event, core.This(), node, scope)
            case _:
                scope.report("S209", "an attribute of this is not supported yet", node.span)
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

    def cited(self, node: e.Cited, scope: Scope) -> core.Instance:
        """The one rule of its kind at an address, or what a reading puts in its place."""
        identity = scope.locate(node.address)
        if not identity:
            return dangling()
        redirected = self.redirect(node.word, identity, scope)
        if redirected is not None:
            return redirected
        if node.word in {"condition", "conditions"}:
            found = [symbol for symbol in scope.beneath(identity) if symbol.sort == "condition"]
        else:
            found = [s for s in scope.beneath(identity) if s.sort == "norm" and s.item.word in _CITED[node.word]]
            if node.word == "payment":
                found = [s for s in found if getattr(getattr(s.item.head, "act", None), "verb", "") == "pay"]
        return self.only(found, node, scope)

    def only(self, found: list[Symbol], node: Any, scope: Scope) -> core.Instance:
        """The one thing found; none dangles, several are reported."""
        if len(found) == 1:
            return self.instance(found[0], scope)
        if not found:
            scope.report("N104", f"{echo(node.span.words)} finds nothing: it stands for a thing that never happens", node.span,
                         "say with a reading how it is to be read")  # fmt: skip
        else:
            names = ", ".join(f"`{symbol.name}`" for symbol in found)
            scope.report(
                "N109", f"{echo(node.span.words)} may be any of {names}", node.span, "name the one that is meant"
            )
        return dangling()

    def instance(
        self, symbol: Symbol, scope: Scope, index: tuple[core.Core, ...] = (), labels: tuple[str, ...] = ()
    ) -> core.Instance:
        """A norm or condition as something that can be asked about."""
        if symbol.sort == "condition":
            scope.reads.add(f"term:{symbol.key}")
            return core.Instance(symbol.key, index, labels, "condition")
        scope.reads.add(f"norm:{symbol.key}")
        return core.Instance(symbol.key, index, labels)

    def redirect(self, word: str, identity: str, scope: Scope) -> core.Instance | None:
        """What a reading puts in the place of a citation, if one does."""
        for read, home, cite in self.table.symbols.redirects:
            if not isinstance(read.what, e.Cited) or read.what.word != word:
                continue
            amended = self.table.amended.get(home, home)
            if scope.locate(read.what.address, amended) != identity:
                continue
            scope.readings.update(cite.readings)
            if read.target is None:
                return dangling()
            inner = Scope(self.table, cite, home)
            target = self.norm_of(read.target, inner, redirecting=True)
            scope.reads.update(inner.reads)
            return target
        return None

    def norm_of(self, node: Any, scope: Scope, *, redirecting: bool = False) -> core.Instance:
        """The norm (or condition) that a name, a citation or an address means."""
        match node:
            case e.Cited(word=word, address=address) if redirecting:
                identity = scope.locate(address)
                found = [s for s in scope.beneath(identity) if s.sort == "norm" and s.item.word in _CITED.get(word, ())]
                if word == "payment":
                    found = [s for s in found if getattr(getattr(s.item.head, "act", None), "verb", "") == "pay"]
                return self.only(found, node, scope)
            case e.Cited():
                return self.cited(node, scope)
            case e.Address():
                identity = scope.locate(node)
                return self.only(scope.beneath(identity), node, scope) if identity else dangling()
            case e.Ref():
                return self.named_norm(node, scope)
            case _:
                scope.report("N108", f"{echo(node.span.words)} is no norm", node.span)
                return dangling()

    def named_norm(self, node: e.Ref, scope: Scope) -> core.Instance:
        """A norm or condition by its name, at an address if one is given."""
        if node.at is not None:
            identity = scope.locate(node.at)
            live = [s for s in scope.beneath(identity) if s.name == node.name] if identity else []
            if live:
                return self.instance(live[0], scope, self.instance_index(node, scope), node.labels)
            for key, (name, _, home, above) in self.table.earlier.items():
                if name == node.name and identity and (home == identity or identity in above.split("\n")):
                    scope.reads.add(f"norm:{key}")
                    return core.Instance(key, self.instance_index(node, scope))
            if identity:
                scope.report(
                    "N104",
                    f"{echo(node.span.words)} finds nothing: it stands for a thing that never happens",
                    node.span,
                )
            return dangling()
        symbol = self.table.symbols.of(node.name, "norm", "condition")
        if symbol is not None:
            return self.instance(symbol, scope, self.instance_index(node, scope), node.labels)
        for key, (name, *_) in reversed(self.table.earlier.items()):
            if name == node.name:
                scope.reads.add(f"norm:{key}")
                return core.Instance(key, self.instance_index(node, scope))
        other = self.table.symbols.of(node.name)
        if other is None:
            self.unknown(node, scope)
        else:
            scope.report("N108", f"{echo(node.name)} is a {other.sort}, not a norm", node.span)
        return dangling()

    def instance_index(self, node: e.Ref, scope: Scope) -> tuple[core.Core, ...]:
        """Which instance of a norm is meant: what follows `for`, or the period in view."""
        match node.argument:
            case None:
                return ()
            case e.Current():
                return (self.current(node.argument, scope),)
            case e.Literal(value=value):
                return (core.Const(value),)
            case e.Ref(name=name):
                return (core.Const(Party(name)),)
            case e.TheOne():
                return (core.This(),)
            case _:
                scope.report("S209", "this form after `for` is not supported yet", node.argument.span)
                return ()

    def standing(self, node: Any, scope: Scope) -> core.Instance:
        """What has a status: a norm, a condition, a definition, an instrument."""
        if (
            isinstance(node, e.Ref)
            and node.at is None
            and self.table.symbols.of(node.name, "norm", "condition") is None
        ):
            symbol = self.table.symbols.of(node.name)
            if symbol is not None and symbol.sort == "instrument":
                scope.reads.add("agreement")
                return core.Instance(symbol.key, sort="instrument")
            if symbol is not None and symbol.sort == "term" and self.table.term_kinds.get(symbol.key) == YES_NO:
                scope.reads.add(f"term:{symbol.key}")
                return core.Instance(symbol.key, labels=node.labels, sort="condition")
        return self.norm_of(node, scope)

    def instant_of(self, word: str, of: Any, node: Any, scope: Scope) -> core.Core:
        """The instant of what befell a norm, a condition, a notice or an instrument."""
        symbol = self.table.symbols.of(of.name) if isinstance(of, e.Ref) and of.at is None else None
        if symbol is not None and symbol.sort == "instrument" and word in {"effectiveness", "signing"}:
            scope.reads.add("agreement")
            return core.InstrumentInstant(word, symbol.key)
        if word == "notice":
            return self.instant(of, scope)  # type: ignore[attr-defined]
        if symbol is not None and symbol.sort == "term" and word == "satisfaction":
            return self.ref_instant(of, scope)
        instance = self.norm_of(of, scope)
        if instance.sort == "condition":
            if word == "satisfaction":
                return core.SinceTerm(instance.key)
            return core.StatusInstant({"failure": "failed", "waiver": "waived"}.get(word, word), instance)
        if word not in _INSTANTS_OF_NORMS:
            scope.report("N108", f"{echo(node.span.words)}: this has no {word}", node.span)
        return core.NormInstant(word, instance)

    def received(self, of: Any, party: str, node: Any, scope: Scope) -> core.Core:
        """What a party received by a payment event, or under a norm."""
        self.party(party, node, scope)  # type: ignore[attr-defined]
        symbol = self.table.symbols.of(of.name, "event") if isinstance(of, e.Ref) else None
        if symbol is not None:
            scope.reads.update((f"event:{symbol.key}", "money"))
            return core.Received(symbol.key, None, party)
        scope.reads.add("money")
        return core.Received("", self.norm_of(of, scope), party)


__all__ = ["PERIOD", "References"]
