"""Binding norms: who owes, may or must not do what, by when, on what terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo
from dealwright.program import ActRule, Each, FormRule, InterestRule, LimitRule, NormRule, below, core
from dealwright.resolve.binding import Binding
from dealwright.resolve.scope import Scope, _a, around, near
from dealwright.resolve.succession import succeeded
from dealwright.resolve.symbols import Symbol

_LIMITS = frozenset({"on", "by", "within", "at least", "immediately before", "concurrently with"})
_ATTACHED = frozenset({"breach", "exercise"})
_RETROACTIVE = frozenset({"duty", "prohibition", "warranty"})
_FITS = {
    "duty": {
        "Timing",
        "Proviso",
        "ForEach",
        "PerformedBy",
        "AnsweredFor",
        "Continuing",
        "Interest",
        "Flag",
        "Priority",
    },
    "prohibition": {"Timing", "Proviso", "Continuing", "Flag", "Priority"},
    "permission": {"Timing", "Proviso", "ForEach", "Continuing", "Flag", "Priority"},
    "power": {"Timing", "Proviso", "Form", "Continuing", "Flag", "Priority"},
    "effect": {"Timing", "Proviso", "Continuing", "Flag", "Priority"},
    "warranty": {"Timing", "Proviso", "ForEach", "Continuing", "Flag", "Priority"},
}


class NormBinding(Binding):
    """How norms are bound."""

    def norm(self, symbol: Symbol) -> NormRule:
        """A norm as a rule of the program."""
        item: m.Norm = symbol.item
        scope = Scope(self.table, symbol.cite, symbol.home)
        parts = item.modifiers
        self.fitting(item, scope)
        each = self.each(next((part.scope for part in parts if isinstance(part, m.ForEach)), None), parts, scope)
        actors, joined, joint, split = self.actors(item.head, scope)
        act = self.act(item.head, scope)
        timings = [part for part in parts if isinstance(part, m.Timing)]
        limits = tuple(LimitRule(part.word, self.limit_day(part, scope)) for part in timings if part.word in _LIMITS)
        whens = [
            self.truth(part.condition, scope) for part in parts if isinstance(part, m.Proviso) and part.word == "when"
        ]
        whiles = [
            self.truth(part.condition, scope) if part.word == "while" else core.Not(self.truth(part.condition, scope))
            for part in parts
            if isinstance(part, m.Proviso) and part.word in {"while", "unless"}
        ]
        froms = [part for part in timings if part.word == "from"]
        ends = tuple(self.instant(part.when[1], scope) for part in froms if len(part.when) > 1) + tuple(
            self.instant(part.when[0], scope) for part in timings if part.word == "until"
        )
        start = self.instant(froms[0].when[0], scope) if froms else None
        made = tuple(
            (self.instant(day, scope), symbol.home) for part in timings if part.word == "made on" for day in part.when
        )
        when = _all(whens)
        flags = {part.word for part in parts if isinstance(part, m.Flag)}
        rule = NormRule(
            key=symbol.key,
            name=item.name,
            shown=item.name,
            sort=item.word,
            actors=actors,
            joined=joined,
            joint=joint,
            split=split,
            act=act,
            each=each,
            limits=limits,
            not_before=tuple(self.instant(part.when[0], scope) for part in timings if part.word == "not before"),
            start=start,
            end=ends,
            when=when,
            while_=_all(whiles),
            performed_by=tuple(
                self.selection(part.selection, scope) for part in parts if isinstance(part, m.PerformedBy)
            ),
            performed_when=_any(
                self.truth(p.condition, scope) for p in parts if isinstance(p, m.Proviso) and p.word == "performed when"
            ),
            cured_when=_any(
                self.truth(p.condition, scope) for p in parts if isinstance(p, m.Proviso) and p.word == "cured when"
            ),
            answered_by=self.answered(parts, scope),
            third_party=bool(actors) and all(self.table.symbols.of(name, "third party") for name in actors),
            form=self.form(parts, scope),
            continuing=succeeded("continuing", parts, item.word, scope),
            superseding=succeeded("superseding", parts, item.word, scope),
            retroactive=next(
                (self.instant(part.when[0], scope) for part in timings if part.word == "retroactive to"), None
            ),
            interest=self.interest(parts, scope),
            made=made,
            survives="survives termination" in flags
            or attached((*(limit.day for limit in limits), when, start, each and each.where)),
            time_added="time is added" in flags,
            reads=frozenset(scope.reads),
            cite=evolve(symbol.cite, readings=tuple(sorted({*symbol.cite.readings, *scope.readings}))),
            written="",
        )
        for part in parts:
            if isinstance(part, m.Priority):
                scope.report("S209", f"`{part.word}` on a norm is not supported yet", item.span)
        return rule

    def fitting(self, item: m.Norm, scope: Scope) -> None:
        """Report modifiers that say nothing about such a norm."""
        seen: set[str] = set()
        for part in item.modifiers:
            name = type(part).__name__
            word = getattr(part, "word", name)
            misplaced = (
                name not in _FITS[item.word]
                or (word in _LIMITS - {"on", "by", "within"} and item.word != "duty")
                or (word == "made on") != (item.word == "warranty" and name == "Timing" and word == "made on")
                or (word == "retroactive to" and item.word not in _RETROACTIVE)
                or (word in {"performed when", "cured when"} and item.word != "duty")
            )
            span = part.span if part.span.source.text else item.span
            if misplaced:
                scope.report("R203", f"this line says nothing about a {item.word}", span)
            if name in {"ForEach", "Interest", "Form", "Continuing"} and name in seen:
                scope.report("R204", "this line is there twice", span)
            seen.add(name)

    def limit_day(self, part: m.Timing, scope: Scope) -> core.Core:
        """The last day of a limit."""
        node = part.when[0]
        if part.word == "within" and not isinstance(node, (e.Shift, e.Extreme)):
            bound, kind = self.value(node, scope)
            if kind.word == "period":
                return core.PartOf("end", bound)
            scope.report(
                "K103",
                "`within` needs a length after a day, or a period",
                node.span,
                "as in `within 30 days after Handover`",
            )
        return self.instant(node, scope)

    def each(self, scope_: m.Scope | None, parts: tuple[Any, ...], scope: Scope) -> Each | None:
        """What a norm is made afresh for."""
        if scope_ is None:
            return None
        earlier = any(isinstance(part, m.Flag) and part.word == "including earlier ones" for part in parts)
        start = None if scope_.start is None else scope_.start
        if scope_.period:
            unit = scope_.name.removeprefix("calendar ")
            begin = None if start is None else self.instant(start, scope)
            finish = None if scope_.end is None else self.instant(scope_.end, scope)
            scope.period = unit
            scope.timed = True
            where = None if scope_.where is None else self.truth(scope_.where, scope)
            return Each("period", unit, begin, finish, where, earlier)
        if start is not None:
            low, _ = self.value(start, scope)
            high, _ = self.value(scope_.end, scope)
            scope.number = scope_.name
            where = None if scope_.where is None else self.truth(scope_.where, scope)
            return Each("number", scope_.name, low, high, where, earlier)
        symbol = self.table.symbols.of(scope_.name, "event", "record", "group")
        if symbol is None or symbol.sort != "event":
            if symbol is not None:
                scope.report("S209", f"`for each` {symbol.sort} is not supported yet", scope_.span)
            else:
                known = {one.name for one in self.table.symbols.all_of("event")}
                scope.report("N101", f"nothing declares {echo(scope_.name)}", scope_.span, near(scope_.name, known))
            return None
        scope.event = symbol.key
        scope.reads.add(f"event:{symbol.key}")
        where = None if scope_.where is None else self.truth(scope_.where, scope)
        return Each("event", symbol.key, None, None, where, earlier)

    def actors(self, head: Any, scope: Scope) -> tuple[tuple[str, ...], str, bool, bool]:
        """Who acts; how they are joined, whether together only, whether each has a norm of its own."""
        if isinstance(head, m.Effect):
            return (), "or", False, False
        actors: m.Actors = head.actors
        names = actors.names or self.table.parties
        for name in names:
            self.party(name, actors, scope)
            if self.table.symbols.of(name, "group"):
                scope.report("S209", f"{echo(name)}: groups of parties are not supported yet", actors.span)
        joined = actors.joined if actors.names else "or"
        joint = actors.manner == "jointly" or (joined == "and" and actors.manner != "each")
        return tuple(names), joined, joint and len(names) > 1, actors.manner == "each"

    def receivers(self, actors: m.Actors | None, scope: Scope) -> tuple[str, ...]:
        """To whom something is done."""
        if actors is None:
            return ()
        for name in actors.names:
            self.party(name, actors, scope)
        return actors.names or self.table.parties

    def act(self, head: Any, scope: Scope) -> ActRule:
        """What a norm is about."""
        match head:
            case m.Warrants(limbs=limbs):
                bound = tuple(
                    (
                        limb.label,
                        self.limbs(limb.content, scope)
                        if isinstance(limb.content, e.Limbs)
                        else self.truth(limb.content, scope),
                    )
                    for limb in limbs.limbs
                )
                return ActRule("warrants", receivers=self.receivers(head.to, scope), limbs=bound)
            case m.Effect(word=word, target=target, words=words, to=to):
                if to:
                    self.party(to, head, scope)
                receivers = (to,) if to else ()
                if word == "passes" and target is not None:
                    if isinstance(target, e.Address):
                        scope.locate(target)
                    return ActRule(word, words=target.span.words, receivers=receivers)
                return ActRule(word, targets=self.targets(target, scope), words=words, receivers=receivers)
            case m.Modal(act=act):
                return self.modal_act(act, scope)
            case _:
                raise AssertionError(head)

    def modal_act(self, act: m.Act, scope: Scope) -> ActRule:
        """What a party does or may do."""
        receivers = self.receivers(act.to, scope)
        match act.verb:
            case "pay":
                amount, kind = self.value(act.thing, scope)
                if kind.word not in {"money", "any"}:
                    scope.report(
                        "K103", f"{echo(act.span.words)} is {_a(kind)}, where an amount of money is paid", act.span
                    )
                return ActRule("pay", amount, receivers)
            case "cause":
                event, where = self.selection(act.thing, scope)  # type: ignore[arg-type]
                return ActRule("cause", event=event, where=where, receivers=receivers)
            case "deliver" | "notify" | "do":
                words = act.words or (act.thing.span.words if act.thing is not None else "")
                return ActRule(act.verb, receivers=receivers, words=words)
            case "elect":
                return ActRule("elect", words=act.words)
            case "assign" | "sever":
                scope.report("S209", f"`{act.verb}` is not supported yet", act.span)
                return ActRule("elect", words=act.span.words)
            case "extend":
                by = None if act.by is None else self.value(act.by, scope)[0]
                until = None if act.until is None else self.instant(act.until, scope)
                return ActRule("extend", targets=self.targets(act.thing, scope), by=by, until=until)
            case _:
                return ActRule(act.verb, receivers=receivers, targets=self.targets(act.thing, scope))

    def targets(self, target: Any, scope: Scope) -> tuple[str, ...]:
        """The norms that a power or an effect changes; none for the whole agreement."""
        if target is None:
            return ()
        if isinstance(target, e.Address):
            identity = scope.locate(target)
            return (
                tuple(symbol.key for symbol in scope.beneath(identity) if symbol.sort == "norm") if identity else ("",)
            )
        found = self.norm_of(target, scope)
        return (found.key,)

    def answered(self, parts: tuple[Any, ...], scope: Scope) -> tuple[tuple[str, core.Core | None], ...]:
        """Who is in breach when a third party does not act, and unless what."""
        found: list[tuple[str, core.Core | None]] = []
        for part in parts:
            if isinstance(part, m.AnsweredFor):
                unless = None if part.unless is None else self.truth(part.unless, scope)
                found.extend((name, unless) for name in part.actors.names or self.table.parties)
        return tuple(found)

    def form(self, parts: tuple[Any, ...], scope: Scope) -> FormRule | None:
        """The form of an exercise."""
        part = next((part for part in parts if isinstance(part, m.Form)), None)
        if part is None:
            return None
        if part.word == "writing":
            signers = () if part.signed_by is None else part.signed_by.names or self.table.parties
            return FormRule("writing", signers=tuple(signers))
        notices = self.table.symbols.notices
        if part.under is not None:
            identity = scope.locate(part.under)
            text = self.table.symbols.text
            notices = [notice for notice in notices if identity in around(text, notice[1].identity)]
        if not notices:
            if part.under is not None and identity:
                scope.report("N104", f"{echo(part.under.span.words)} says nothing about notices", part.under.span)
            return FormRule("notice")
        rule, cite, home = notices[0]
        inner = Scope(self.table, cite, home, event="Notice" if "Notice" in self.table.events else "")
        requires = tuple(
            self.limbs(one, inner) if isinstance(one, e.Limbs) else self.truth(one, inner) for one in rule.requires
        )
        served = tuple(
            (self.instant(one.on, inner), None if one.when is None else self.truth(one.when, inner))
            for one in rule.served
        )
        scope.reads.update(inner.reads)
        scope.readings.update(inner.readings)
        scope.readings.update(cite.readings)
        return FormRule("notice", requires, served, cite=cite.text())

    def interest(self, parts: tuple[Any, ...], scope: Scope) -> InterestRule | None:
        """What runs on what is overdue."""
        part = next((part for part in parts if isinstance(part, m.Interest)), None)
        if part is None:
            return None
        if part.compounded:
            scope.report("S209", "compounded interest is not supported yet", part.span)
        rate, kind = self.value(part.rate, scope)
        if kind.word not in {"number", "any"}:
            scope.report("K103", f"{echo(part.span.words)} is {_a(kind)}, where a rate is asked", part.span)
        if part.period not in {"year", "month"}:
            scope.report("S209", f"interest by the {part.period} is not supported yet", part.span)
        return InterestRule(rate, part.period, part.convention or "actual/365")


def _all(truths: list[core.Core]) -> core.Core | None:
    """All of several truths; none for none."""
    if not truths:
        return None
    return truths[0] if len(truths) == 1 else core.AllOf(tuple(truths))


def _any(truths: Iterable[core.Core]) -> core.Core | None:
    """Any of several truths; none for none."""
    found = tuple(truths)
    if not found:
        return None
    return found[0] if len(found) == 1 else core.AnyOf(found)


def attached(nodes: Iterable[Any]) -> bool:
    """Whether a trigger lies in a termination, a breach or an exercise: what hangs on these outlasts the end."""
    return any(
        isinstance(part, core.TerminationInstant) or (isinstance(part, core.NormInstant) and part.word in _ATTACHED)
        for node in nodes
        if node is not None
        for part in below(node)
    )
