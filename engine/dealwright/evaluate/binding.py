"""From a log as written to facts: every name to what the contract declares, every value of the kind that is asked."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Any, assert_never

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo
from dealwright.evaluate import facts as f
from dealwright.evaluate.naming import ITSELF, Naming, several
from dealwright.log import Log
from dealwright.program import Kind
from dealwright.source import Span
from dealwright.value import Period
from dealwright.write import entry as said

_PROPER = ("Authorised", "Authorized", "In Writing")


class Binder(Naming):
    """Binds one log to the programs of a contract, the latest text last."""

    def bind(self, log: Log) -> f.Facts:
        """The facts of a log; what is wrong with it is in `problems`."""
        entries: list[f.Entry] = []
        evidence: list[f.Asserted] = []
        unordered: set[date] = set()
        unknown: list[f.NotKnown] = []
        for dated in log.entries:
            if isinstance(dated.entry, m.Unordered):
                unordered.add(dated.on)
                continue
            fact = self.fact(dated.entry, dated.span)
            if fact is None:
                continue
            words, recorded = words_of(dated), dated.recorded or dated.on
            if isinstance(fact, f.Evidence):
                evidence.append(f.Asserted(dated.on, fact, words, recorded, dated.span))
            else:
                entries.append(f.Entry(dated.on, fact, words, recorded, dated.span))
        unset = [one for one in log.given if isinstance(one, m.Given) and one.value is None]
        stated = [(found, one.span) for one in log.given if one not in unset and (found := self.given(one)) is not None]
        unknown.extend(filter(None, map(self.not_known, (*log.unknown, *unset))))
        through = log.complete_through
        self.early(entries)
        self.contradictory(stated, unknown)
        return f.Facts(
            tuple(entries),
            tuple(found for found, _ in stated),
            tuple(unknown),
            through if isinstance(through, date) else None,
            frozenset(unordered),
            tuple(evidence),
            log.name,
        )

    def contradictory(self, stated: list[tuple[f.Given, Span]], unknown: list[f.NotKnown]) -> None:
        """Report inputs that are given from the start and of which nobody is said to know."""
        not_known = {key for one in unknown for key in one.keys}
        for one, span in stated:
            if f"input:{one.key}" in not_known:
                self.report("L104", f"{echo(one.key)} is given, and is marked unknown", span, "keep one of them")

    def early(self, entries: list[f.Entry]) -> None:
        """Report entries from before the agreement."""
        dated = self.programs[0].dated
        for entry in entries:
            if (
                dated is not None
                and entry.on < dated
                and not isinstance(entry.fact, (f.Happened, f.Given, f.SetFor, f.NotKnown))
            ):
                self.report(
                    "L106", f"this entry is dated before the agreement, which is of {dated.isoformat()}", entry.span
                )

    def fact(self, entry: m.Entry, span: Span) -> f.Fact | f.Evidence | None:
        """One entry as a fact; None if it is not one."""
        match entry:
            case m.Happens(event=ref, by=by, attributes=attributes, amount=amount, to=to):
                return self.happened(ref, by, attributes, amount, to, span)
            case m.Paid(duty=duty, amount=amount, by=by):
                names = self.norms(duty, span, "duty")
                if not names or not self.payable(names, duty, self.actors(by, span), span):
                    return None
                return f.PaidUnder(names, self.instance(duty, names), self.money(amount, span), self.actors(by, span))
            case m.Performed(duty=duty, by=by):
                names = self.norms(duty, span, "duty", "effect")
                if not names or not self.doable(names, duty, self.actors(by, span), span):
                    return None
                return f.PerformedUnder(names, self.instance(duty, names), self.actors(by, span))
            case m.Pays(payer=payer, amount=amount, to=to):
                if payer == to:
                    self.report("L102", f"{echo(payer)} pays nobody else", span, ITSELF)
                    return None
                return f.Moved(self.party(payer, span), self.party(to, span), self.money(amount, span))
            case m.Signed(instrument=name, by=by, attributes=attributes):
                if not self.keys(name, "instrument"):
                    self.missing("an instrument", name, span, "instrument")
                    return None
                proper = not any(
                    one.name in _PROPER and one.value is not None and self.constant(one.value) is False
                    for one in attributes
                )
                for one in attributes:
                    if one.name not in _PROPER:
                        self.report(
                            "L108",
                            f"a signature has no attribute {echo(one.name)}",
                            one.span,
                            "it has `Authorised` and `In Writing`",
                        )
                return f.SignedBy(name, self.actors(by, span), proper)
            case m.Observed(what=what, value=value):
                return self.observed(what, value, span)
            case m.Unknown(what=what):
                return self.not_known(entry)
            case m.Found(what=what, status=status):
                names = self.norms(what, span)
                if not names or not self.can_stand(names, what, status, span):
                    return None
                return f.FoundStatus(names, self.instance(what, names), status)
            case m.Scheduled(event=ref, on=on, attributes=attributes):
                keys = self.keys(getattr(ref, "name", ""), "event")
                if not keys:
                    self.missing("an event", getattr(ref, "name", ""), span, "event")
                    return None
                return f.SetFor(keys[-1], on, self.attributes(keys[-1], attributes, span))
            case m.Joins():
                self.report("S209", "groups of parties are not supported yet", span)
                return None
            case m.Asserted(source=source, entry=inner):
                before = len(self.problems)
                self.fact(inner, span)
                del self.problems[before:]
                return f.Evidence(source, said(inner))
            case m.Exercises(actors=actors, power=power, form=form, attributes=attributes):
                names = self.norms(power, span, "power")
                event = "Notice" if self.keys("Notice", "event") else ""
                found = self.attributes(event, attributes, span) if event or attributes else ()
                return f.Exercised(names, self.actors(actors, span), form, found) if names else None
            case m.Waives(actors=actors, target=target):
                return self.waives(actors, target, span)
            case m.Strikes(address=address, until=until):
                identity = self.locate(address)
                if not identity:
                    self.report("L101", f"there is no {echo(address.span.words)}", address.span)
                    return None
                return f.Struck(identity, until)
            case m.Bars(target=target, until=until):
                return f.Barred(self.norms(target, span), until)
            case m.Unordered():
                return None
            case _:
                assert_never(entry)

    def happened(self, ref: e.Ref, by: Any, attributes: Any, amount: Any, to: str, span: Span) -> f.Fact | None:
        """An event that happened."""
        keys = self.keys(ref.name, "event")
        if not keys:
            self.missing("an event", ref.name, span, "event")
            return None
        event = keys[-1]
        rule = next(p.events[event] for p in reversed(self.programs) if event in p.events)
        doers = self.actors(by, span) or (rule.doers if len(rule.doers) == 1 else ())
        if to:
            self.party(to, span)
        known = {one for p in self.programs if event in p.events for one in p.events[event].doers}
        if known and (strange := [one for one in doers if one not in known]):
            said = f"{echo(event)} is declared as an act of {several(known)}, and {echo(strange[0])} is none of them"
            self.report("L102", said, span, "look who it was; what anybody may do is declared without `by`")
            return None
        if rule.payment and amount is None:
            said = f"{echo(event)} moves money, and no amount is stated"
            self.report("L102", said, span, f"say how much, as in `{event} of €5,000 to ...`")
            return None
        if amount is not None and not rule.payment:
            self.report(
                "L108",
                f"{echo(event)} moves no money",
                span,
                f"declare it as a payment: `payment {event} by ... to ...`",
            )
            return None
        missing = [
            one.name for one in rule.attributes if one.normally is None and one.name not in {a.name for a in attributes}
        ]
        if missing:
            said = ", ".join(echo(name) for name in missing)
            self.report("L103", f"this entry of {echo(event)} does not state {said}", span)
        receiver = to or (rule.receivers[0] if len(rule.receivers) == 1 else "")
        money = None if amount is None else self.money(amount, span)
        return f.Happened(event, doers, self.attributes(event, attributes, span), money, receiver)

    def observed(self, what: Any, value: Any, span: Span) -> f.Given | None:
        """A value given for an input, or the answer to a question."""
        if isinstance(what, m.Question_):
            key = self.question(what)
            if not key:
                return None
            return f.Given(key, None, self.of_kind(self.constant(value), Kind("yes/no"), what.text, span))
        keys = self.keys(what.name, "input")
        if not keys:
            self.missing("an input", what.name, span, "input")
            return None
        rule = next(p.inputs[keys[-1]] for p in reversed(self.programs) if keys[-1] in p.inputs)
        found = self.of_kind(self.constant(value), rule.kind, what.name, span)
        self.bounds(found, rule.least, rule.most, what.name, span)
        index = self.index(what)
        clear = what.argument is None or index is not None
        if clear and (index.unit if isinstance(index, Period) else index or "") != rule.each:
            each = f"a value for each {rule.each}: say which"
            one = "one value, and none for each of several"
            self.report("L102", f"{echo(what.name)} has {each if rule.each else one}", span)
        return f.Given(keys[-1], index, found)

    def given(self, one: Any) -> f.Given | None:
        """A value given for the whole log."""
        if isinstance(one, m.GivenList):
            self.report("S209", "lists and records are not supported yet", one.span)
            return None
        return self.observed(one.what, one.value, one.span)

    def question(self, what: m.Question_) -> str:
        """The key of a question for people; empty if nothing asks it, which is told."""
        key = f'"{what.text}"'
        if any(key in program.inputs for program in self.programs) or key in self.questions():
            return key
        near = difflib.get_close_matches(key, sorted(self.questions()), n=1, cutoff=0.5)
        said = f"the contract does not ask {echo(what.text)}"
        self.report("L101", said, what.span, f"it asks {near[0]}" if near else "")
        return ""

    def not_known(self, one: Any) -> f.NotKnown | None:
        """Something of which nobody knows."""
        what = one.what
        if isinstance(what, m.Question_):
            key = self.question(what)
            return f.NotKnown((f"input:{key}",)) if key else None
        found = tuple(f"event:{key}" for key in self.keys(what.name, "event"))
        found += tuple(f"norm:{key}" for key in self.keys(what.name, "norm"))
        found += tuple(f"input:{key}" for key in self.keys(what.name, "input"))
        if not found:
            self.missing("an event, a duty or an input", what.name, one.span, "event", "norm", "input")
            return None
        return f.NotKnown(found)

    def waives(self, actors: m.Actors, target: Any, span: Span) -> f.Waived | None:
        """Somebody waived something: a condition or norm by name, or what stands in a provision."""
        by = self.actors(actors, span)
        if isinstance(target, e.Ref):
            condition = self.keys(target.name, "condition")
            if condition and target.at is None:
                return f.Waived(by, condition[-1:], "".join(target.labels), ())
            names = self.norms(target, span)
            return f.Waived(by, (), "", names, self.instance(target, names)) if names else None
        cited = isinstance(target, e.Cited)
        conditions, label = self.conditions(target.address if cited else target)
        names = () if label else self.standing_in(target)
        if cited:
            conditions, names = (conditions, ()) if target.word in {"condition", "conditions"} else ((), names)
        if not conditions and not names:
            self.report("L101", f"there is no {echo(target.span.words)}", span, "name what has a norm or a condition")
        return f.Waived(by, conditions, label, names)

    def conditions(self, address: e.Address) -> tuple[tuple[str, ...], str]:
        """The conditions that stand in a provision; of an address that goes on below it, the limb that it names."""
        steps, label = address.steps, ""
        while not (identity := self.locate(evolve(address, steps=steps))) and steps and steps[0][0] == "clause":
            label = steps[0][1] + label
            steps = steps[1:]
        found = (
            rule.name
            for program in self.programs
            for rule in program.terms.values()
            if rule.condition and identity and identity in program.identities.get(rule.cite.identity, ())
        )
        return tuple(dict.fromkeys(found)), label


def words_of(dated: m.Dated) -> str:
    """An entry as a sentence, whatever the form of the log."""
    clock = f" {dated.clock}" if dated.clock else ""
    return f"{dated.on.isoformat()}{clock} {said(dated.entry)}"
