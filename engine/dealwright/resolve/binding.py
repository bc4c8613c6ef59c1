"""Binding expressions: every name to what it stands for, every kind checked, before any fact is read.

`truth`, `value` and `instant` bind an expression in a place that asks a yes or no, a value, or a day. One thing has
three views: an event, a condition or a yes/no definition can stand for a truth or for an instant. What does not fit
is reported with its place, and something harmless takes its place, so that one run tells everything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from dealwright import expression as e
from dealwright import model as m
from dealwright.calendar import Roll
from dealwright.diagnostic import echo
from dealwright.program import Cite, InputRule, core
from dealwright.program.statuses import can_be, never
from dealwright.resolve.comparing import Comparing
from dealwright.resolve.scope import ANY, DURATION, PARTY, PERIOD, YES_NO, Scope, _a, near
from dealwright.value import Party
from dealwright.value.truth import ALWAYS_YES, NEVER_YES

_OF_INSTRUMENTS = frozenset({"signed", "effective", "in force", "lapsed", "pending"})


class Binding(Comparing):
    """The three ways to bind an expression in a scope."""

    # ------------------------------------------------------------ truths

    def truth(self, node: Any, scope: Scope) -> core.Core:
        """An expression in a place that asks a yes or no."""
        match node:
            case e.Not(of=of):
                return core.Not(self.truth(of, scope))
            case e.And(items=items):
                return core.AllOf(tuple(self.truth(item, scope) for item in items))
            case e.Or(items=items):
                return core.AnyOf(tuple(self.truth(item, scope) for item in items))
            case e.Limbs():
                return self.limbs(node, scope)
            case e.Literal(kind="yes/no", value=value):
                return core.Const(ALWAYS_YES if value else NEVER_YES)
            case e.Question():
                return self.question(node, scope)
            case e.If(condition=condition, then=then, otherwise=otherwise):
                cases = ((self.truth(condition, scope), self.truth(then, scope)),)
                return core.Choose(cases, self.truth(otherwise, scope), truths=True)
            case e.Cases():
                return self.cases(node, scope, self.truth, truths=True)
            case e.Compare():
                return self.compare(node, scope)
            case e.OneOf(of=of, items=items):
                return core.AnyOf(
                    tuple(self.compare(e.Compare("=", of, item, span=node.span), scope) for item in items)
                )
            case e.Occurs():
                return self.occurs(node, scope)
            case e.StatusIs():
                return self.status(node, scope)
            case e.Exists(word=word, selection=selection):
                event, where = self.selection(selection, scope)
                found = core.Some(event, where)
                return core.Not(found) if word == "no" else found
            case e.Every(selection=selection, satisfies=satisfies):
                event, where = self.selection(selection, scope)
                inner = scope.inside(event)
                bound = core.Every(event, where, self.truth(satisfies, inner))
                scope.after(inner)
                return bound
            case e.Ref():
                return self.ref_truth(node, scope)
            case e.Cited():
                instance = self.cited(node, scope)
                if instance.sort == "condition":
                    return self.term_truth(instance.key, node, scope)
                if instance.key:
                    scope.report(
                        "K105",
                        f"{echo(node.span.words)} is no yes or no",
                        node.span,
                        "ask for its status: `... is performed`",
                    )
                return core.Const(NEVER_YES)
            case e.Termination() | e.InstantOf():
                return core.Come(self.instant(node, scope))
            case _:
                bound, kind = self.value(node, scope)
                if kind.word not in {"yes/no", "any"}:
                    scope.report(
                        "K105", f"{echo(node.span.words)} is {_a(kind)}, where a yes or no is asked", node.span
                    )
                return core.AsTruth(bound)

    def limbs(self, node: e.Limbs, scope: Scope, prefix: str = "", condition: str = "") -> core.Core:
        """A labelled list; the limbs of a condition may be waived one by one."""
        items = []
        for limb in node.limbs:
            label = prefix + limb.label
            bound = (
                self.limbs(limb.content, scope, label, condition)
                if isinstance(limb.content, e.Limbs)
                else self.truth(limb.content, scope)
            )
            items.append(core.Waivable(condition, label, bound) if condition else bound)
        bound_items = tuple(items)
        if len({limb.label for limb in node.limbs}) < len(node.limbs):
            scope.report("R204", "two limbs of one list have the same label", node.span)
        match node.quantifier:
            case "all":
                return core.AllOf(bound_items)
            case "any":
                return core.AnyOf(bound_items)
            case "none":
                return core.Not(core.AnyOf(bound_items))
            case "exactly one":
                return core.ExactlyOne(bound_items)
            case _:
                return core.AtLeast(node.count, bound_items)

    def question(self, node: e.Question, scope: Scope) -> core.Core:
        """A quoted sentence: a question that people answer."""
        key = f'"{node.text}"'
        if key not in scope.table.inputs:
            cite = Cite(
                scope.cite.instrument, scope.cite.address, scope.cite.identity, scope.cite.written_by,
                scope.cite.trail, scope.cite.readings, node.span,
            )  # fmt: skip
            scope.table.inputs[key] = InputRule(key, YES_NO, "", None, None, None, True, cite)  # noqa: FBT003
        scope.reads.add(f"input:{key}")
        return core.AsTruth(core.InputValue(key))

    def cases(self, node: e.Cases, scope: Scope, bind: Callable[[Any, Scope], Any], *, truths: bool) -> core.Core:
        """The first case that holds."""
        pairs = tuple(
            (self.truth(case.condition, scope), bind(case.value, scope)) for case in node.cases if case.condition
        )
        last = next((case.value for case in node.cases if case.condition is None), None)
        return core.Choose(pairs, None if last is None else bind(last, scope), truths)

    def occurs(self, node: e.Occurs, scope: Scope) -> core.Core:
        """That something has come, within a limit."""
        what: core.Core
        if node.where is not None:
            name = node.what.name if isinstance(node.what, e.Ref) else node.what.span.words
            event, where = self.selection(e.Selection(name, node.where, span=node.what.span), scope)
            if node.limit is None:
                return core.Some(event, where)
            what = core.FirstOf(event, where)
        else:
            what = self.instant(node.what, scope)
        return self.come(what, node.limit, scope)

    def come(self, what: core.Core, limit: e.Limit | None, scope: Scope) -> core.Core:
        """That an instant has come, within a limit."""
        if limit is None:
            return core.Come(what)
        scope.timed = True
        if limit.word == "during":
            instance = self.norm_of(limit.of, scope)
            return core.During(what, instance)
        if limit.word == "within":
            return core.Within(what, self.window(limit.of, scope))
        return core.Come(what, limit.word, self.instant(limit.of, scope))

    def window(self, node: Any, scope: Scope) -> core.Core:
        """The period of `within`: a period, or a length after or before a day."""
        if isinstance(node, e.Shift):
            anchor = self.instant(node.anchor, scope)
            shifted = self.instant(node, scope)
            return core.SpanBetween(shifted, anchor) if node.way == "before" else core.SpanBetween(anchor, shifted)
        bound, kind = self.value(node, scope)
        if kind not in (PERIOD, ANY):
            scope.report("K103", f"{echo(node.span.words)} is {_a(kind)}, where a period is asked", node.span)
        return bound

    def status(self, node: e.StatusIs, scope: Scope) -> core.Core:
        """That something stands in a status."""
        if isinstance(node.what, e.ThisAgreement) or self.is_agreement(node.what):
            return self.agreement(node, scope)
        if node.status in {"unknown", "not yet"}:
            return self.truth_word(node, scope)
        instance = self.standing(node.what, scope)
        if instance.sort == "instrument" and node.status not in _OF_INSTRUMENTS:
            scope.report("N108", f"{echo(node.what.span.words)} is an instrument and never {echo(node.status)}", node.span,
                         "ask whether it is `signed`, `effective`, `in force` or `lapsed`")  # fmt: skip
        self.can_stand(node, scope)
        if node.limit is None:
            return core.StatusIs(node.status, instance)
        if instance.sort == "instrument" and node.status == "signed" and node.limit.word == "by":
            name = node.limit.of.name if isinstance(node.limit.of, e.Ref) else ""
            if self.table.symbols.of(name, "party", "third party") is not None:
                return core.Come(core.InstrumentInstant("signing", instance.key, name))
        return self.come(core.StatusInstant(node.status, instance), node.limit, scope)

    def can_stand(self, node: e.StatusIs, scope: Scope) -> None:
        """Report a status in which a rule of this sort never stands."""
        name = node.what.name if isinstance(node.what, e.Ref) and node.what.at is None else ""
        symbol = self.table.symbols.of(name, "norm", "condition") if name else None
        sort = "" if symbol is None else symbol.item.word if symbol.sort == "norm" else "condition"
        if sort and not can_be(sort, node.status):
            scope.report("N108", never(echo(name), sort, node.status), node.span)

    def is_agreement(self, node: Any) -> bool:
        """Whether a name is that of the agreement itself."""
        symbol = self.table.symbols.of(node.name, "instrument") if isinstance(node, e.Ref) and node.at is None else None
        return symbol is not None and symbol.is_agreement

    def agreement(self, node: e.StatusIs, scope: Scope) -> core.Core:
        """That the agreement is terminated, closed or in force, or that nobody knows which."""
        if node.status == "unknown":
            return core.TruthWord(core.AgreementIs("terminated"), "unknown")
        if node.status not in {"terminated", "closed", "in force"}:
            scope.report("N108", f"an agreement is never {echo(node.status)}", node.span,
                         "ask whether it is `terminated`, `closed` or `in force`")  # fmt: skip
        if node.limit is None:
            return core.AgreementIs(node.status)
        if node.status != "terminated":
            scope.report("S209", f"{echo(node.status)} within a limit is not supported yet of an agreement", node.span)
        return self.come(core.TerminationInstant(""), node.limit, scope)

    def truth_word(self, node: e.StatusIs, scope: Scope) -> core.Core:
        """That the answer to something is `unknown` or `not yet`."""
        symbol = (
            scope.table.symbols.of(node.what.name, "norm", "condition", "instrument")
            if isinstance(node.what, e.Ref)
            else None
        )
        once = isinstance(node.what, e.Ref) and any(name == node.what.name for name, *_ in self.table.earlier.values())
        if (
            isinstance(node.what, e.Cited)
            or symbol is not None
            or once
            or (isinstance(node.what, e.Ref) and node.what.at)
        ):
            return core.StatusIs(node.status, self.standing(node.what, scope))
        if node.status == "unknown" and not self.is_truth(node.what, scope):
            bound, _ = self.value(node.what, scope)
            return core.TruthWord(bound, "unknown value")
        return core.TruthWord(self.truth(node.what, scope), node.status)

    def selection(self, node: e.Selection, scope: Scope) -> tuple[str, core.Core | None]:
        """An event and which of its occurrences."""
        if node.other_than_this:
            scope.report("S209", "`other than this` is not supported yet", node.span)
        symbol = scope.table.symbols.of(node.name, "event")
        if symbol is None:
            other = scope.table.symbols.of(node.name)
            if other is not None and other.sort in {"record", "input"}:
                scope.report("S209", f"{echo(node.name)}: lists and records are not supported yet", node.span)
            elif other is not None:
                scope.report("N108", f"{echo(node.name)} is no event", node.span)
            else:
                known = {known.name for known in scope.table.symbols.all_of("event")}
                scope.report("N101", f"nothing declares an event {echo(node.name)}", node.span, near(node.name, known))
            return "", None
        scope.reads.add(f"event:{symbol.key}")
        if node.where is None:
            return symbol.key, None
        inner = scope.inside(symbol.key)
        where = self.truth(node.where, inner)
        scope.after(inner)
        return symbol.key, where

    # ------------------------------------------------------------ values

    # ------------------------------------------------------------ instants

    def instant(self, node: Any, scope: Scope) -> core.Core:
        """An expression in a place that asks a day or an instant."""
        match node:
            case e.Literal(kind="yes/no", value=False):
                return core.Const(self.never)
            case e.Literal(kind="month day"):
                scope.timed = True
                return core.PartOf("this year", core.Const(node.value))
            case e.Current(unit="day") if scope.period == "day":
                return core.PartOf("start", self.current(node, scope))
            case e.Shift(by=by, way=way, anchor=anchor):
                length, kind = self.value(by, scope)
                if kind not in (DURATION, ANY):
                    scope.report(
                        "K103", f"{echo(by.span.words)} is {_a(kind)}, where a length of time is asked", by.span
                    )
                if any(
                    isinstance(part, e.Literal) and getattr(part.value, "unit", "") == "business day"
                    for part in e.walk(by)
                ):
                    scope.reads.add("calendar")
                return core.Shift(length, way == "before", self.instant(anchor, scope))
            case e.Rolled(of=of, way=way):
                scope.reads.add("calendar")
                return core.Rolled(self.instant(of, scope), cast("Roll", way))
            case e.Extreme(word=word, items=items):
                turned = {"greater": "later", "lesser": "earlier"}.get(word, word)
                return core.Extreme(turned, tuple(self.instant(item, scope) for item in items))
            case e.Today():
                scope.timed = True
                return core.Today()
            case e.Termination(under=under):
                scope.reads.add("agreement")
                return core.TerminationInstant("" if under is None else scope.locate(under))
            case e.InstantOf(word=word, of=of):
                return self.instant_of(word, of, node, scope)
            case e.DueDate(of=of):
                return core.NormDue(self.norm_of(of, scope))
            case e.Ref():
                return self.ref_instant(node, scope)
            case e.TheOne(name=name):
                return self.the_occurrence(name, node, scope)
            case e.Pick(word=word, selection=selection):
                event, where = self.selection(selection, scope)
                return core.FirstOf(event, where, word == "last")
            case e.If() | e.Cases() | e.PartOf() | e.DayIn() | e.Literal() | e.AttributeOf() | e.Arithmetic():
                bound, kind = self.value(node, scope)
                if kind.word not in {"date", "any", "instant"}:
                    scope.report("K103", f"{echo(node.span.words)} is {_a(kind)}, where a day is asked", node.span)
                return bound
            case e.This():
                if not scope.event and not scope.outer_event:
                    scope.report("N106", "nothing is in view that `this` could be", node.span)
                return core.OccurrenceInstant(core.This())
            case e.Cited():
                instance = self.cited(node, scope)
                return core.SinceTerm(instance.key) if instance.sort == "condition" else core.NormDue(instance)
            case _:
                scope.report("K103", f"{echo(node.span.words)} is no day", node.span)
                return core.Const(self.never)

    def party(self, name: str, node: Any, scope: Scope) -> None:
        """Report a name that is no party."""
        if scope.table.symbols.of(name, "party", "third party", "group") is None:
            other = scope.table.symbols.of(name)
            if other is not None:
                scope.report("N108", f"{echo(name)} is no party", node.span)
                return
            known = {symbol.name for symbol in scope.table.symbols.all_of("party", "third party")}
            scope.report("N101", f"there is no party {echo(name)}", node.span, near(name, known))


__all__ = ["PARTY", "Binding", "Party", "m"]
