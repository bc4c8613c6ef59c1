"""A second reading of the language, made from its two pages alone and in another style than the engine.

`judge` plays a log day by day: every morning, every entry and every end of a day it works everything out afresh, and
looks up nothing that it worked out before but what the pages call a record. It reads a part of the language only:
certain logs, duties to pay, powers to terminate, conditions, definitions, an amendment that replaces or deletes
sections. The test beside it compares its answers with the engine's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from attrs import define, evolve, field

from dealwright import expression as e
from dealwright import model as m
from dealwright.calendar import calendar
from dealwright.value import Money

NO, NOT_YET, YES = 0, 1, 2
END = 10**9
FINAL = ("performed", "discharged", "superseded")
RECORDS = ("performed", "breached", "exercised", "lapsed", "superseded")
GIVES_WAY = ("when", "while", "unless", "from")


class Conflict(Exception):
    """Two exceptions of one level with different results."""


@define
class Words:
    """The words under which what is saved goes on: definitions as they read, since when they were yes, what was waived."""

    terms: dict[str, Any]
    first: dict[str, Any]
    waived: dict[tuple[str, ...], set[str]]


@define
class Norm:
    """What stands of one duty or power: its words now, and what befell it."""

    rule: m.Norm
    status: str
    since: Any
    asked: bool = False
    floor: date | None = None
    worded: date | None = None
    terms: dict[str, Any] | None = None
    saved: Words | None = None
    arose: Any = None
    frozen: Any = None
    last: Any = None
    paid: tuple[tuple[Any, Money], ...] = ()
    befell: dict[str, Any] = field(factory=dict)


@define
class World:
    """All that is so at one instant: facts, norms, and since when definitions have been yes."""

    document: m.Document
    text: list[tuple[str, Any]]
    now: tuple[date, int]
    occurrences: dict[str, list[tuple[Any, dict[str, Any]]]] = field(factory=dict)
    inputs: dict[str, Any] = field(factory=dict)
    norms: dict[tuple[str, str], Norm] = field(factory=dict)
    first: dict[str, Any] = field(factory=dict)
    received: tuple[tuple[str, str, Money], ...] = ()
    signed: dict[str, set[str]] = field(factory=dict)
    effective: tuple[str, ...] = ()
    waived: dict[tuple[str, ...], set[str]] = field(factory=dict)
    held: dict[str, Any] = field(factory=dict)
    forgone: frozenset[tuple[str, ...]] = frozenset()
    loose: tuple[tuple[Any, str, str, Money], ...] = ()
    terminated: Any = None
    past: list[World] = field(factory=list)
    view: dict[str, Any] = field(factory=dict)
    terms: dict[str, Any] = field(factory=dict)
    lacking: bool = False

    # ------------------------------------------------------------ the text

    def norm(self, name: str) -> Norm:
        """The norm of a name, one in force first."""
        found = [one for (_, key), one in self.norms.items() if key == name]  # those in force stand first
        return found[0] if found else Norm(m.Norm("", name, None), "", None)  # type: ignore[arg-type]

    @property
    def agreement(self) -> m.Instrument:
        """The agreement."""
        return self.document.instruments[0]

    def parties(self) -> set[str]:
        """Who is bound."""
        return {one.name for one in self.agreement.items if isinstance(one, m.Party) and one.role == "party"}

    # ------------------------------------------------------------ days

    def over(self, moment: Any) -> bool:
        """Whether the end of a day has come; whether an instant has."""
        return self.now >= ((moment, END) if isinstance(moment, date) else moment)

    def shift(self, day: date, by: Any, sign: int) -> date:
        """A day so long after another."""
        count = int(by.count) * sign
        match by.unit:
            case "day":
                return day + timedelta(days=count)
            case "week":
                return day + timedelta(days=7 * count)
            case "business day":
                names = [one.name for one in self.agreement.settings if isinstance(one, m.CalendarSetting)]
                return calendar(names[0]).add(day, count)
        raise NotImplementedError(by)

    def moment(self, it: e.Expression) -> Any:
        """A day, an instant, or None for what has not come."""
        match it:
            case e.Literal(value=date() as day):
                return day
            case e.Shift(by, way, anchor):
                found = self.moment(anchor)
                return found and self.shift(day_of(found), by.value, 1 if way == "after" else -1)  # type: ignore[union-attr]
            case e.Extreme("later", items):
                found = [self.moment(one) for one in items]
                return None if None in found else max(found, key=place)
            case e.Extreme("earlier", items):
                return min((one for one in map(self.moment, items) if one), key=place, default=None)
            case e.InstantOf(word, e.Ref(name)):
                return self.norm(name).befell.get({"performance": "performed", "breach": "breached"}.get(word, word))
            case e.Termination():
                return self.terminated
            case e.DueDate(e.Ref(name)):
                return self.last_day(self.norm(name))
            case e.If(condition, then, otherwise):
                return self.moment(then if self.truth(condition)[0] == YES else otherwise)
            case e.Pick(word, selection):
                found = self.selected(selection)
                return found[0 if word == "first" else -1][0] if found else None
            case e.Ref(name) if name in self.terms:
                rule = self.terms[name]
                return self.first.get(name) if self.is_truth(rule.meaning) else self.moment(rule.meaning)
            case e.Ref(name):
                return next((at for at, _ in self.occurrences.get(name, ())), None)
        raise NotImplementedError(it)

    # ------------------------------------------------------------ truths

    def is_truth(self, it: Any) -> bool:
        """Whether a meaning is one of yes or no."""
        match it:
            case e.Literal(kind="yes/no") | e.Not() | e.And() | e.Or() | e.Limbs() | e.Compare() | e.Occurs():
                return True
            case e.StatusIs() | e.Exists():
                return True
            case e.If(then=then):
                return self.is_truth(then)
            case e.Cases(cases):
                return self.is_truth(cases[0].value)
            case e.Ref(name) if name in self.terms:
                return self.is_truth(self.terms[name].meaning)
            case e.Ref(name):
                return any(
                    isinstance(one, m.Event | m.PaymentEvent) and one.name == name for one in self.agreement.items
                )
        return False

    def truth(self, it: Any, label: tuple[str, ...] = ()) -> tuple[int, bool]:
        """How it stands with a question, and whether nothing can change that any more."""
        match it:
            case e.Literal(value=bool() as yes):
                return (YES if yes else NO), True
            case e.Not(of):
                level, settled = self.truth(of)
                return YES - level, settled
            case e.And(items):
                return both([self.truth(one) for one in items])
            case e.Or(items):
                return turned(both([turned(self.truth(one)) for one in items]))
            case e.Limbs():
                return self.limbs(it, label)
            case e.If(condition, then, otherwise):
                chosen, settled = self.truth(condition)
                level, fixed = self.truth(then if chosen == YES else otherwise)
                return level, settled and fixed
            case e.Cases(cases):
                settled = True
                for case in cases:
                    chosen, fixed = (YES, True) if case.condition is None else self.truth(case.condition)
                    settled = settled and fixed
                    if chosen == YES:
                        level, fixed = self.truth(case.value)
                        return level, settled and fixed
            case e.Compare(operator, left, right) if operator in {"before", "after", "on or before", "on or after"}:
                return self.order(operator, self.moment(left), self.moment(right))
            case e.Compare(operator, left, right):
                one, other = self.amount(left), self.amount(right)
                written = all(isinstance(side, e.Literal) or self.of_occurrence(side) for side in (left, right))
                if one is None or other is None:
                    return NO, False
                return (YES if COMPARED[operator](size(one), size(other)) else NO), written
            case e.Exists(word, selection) if word in {"some", "no"}:
                found = self.selected(selection)
                sure = any(not selection.where or self.seen(one).truth(selection.where)[1] for one in found)
                some = (YES if found else NO), sure
                return some if word == "some" else turned(some)
            case e.Occurs(what, limit, None):
                return self.within(self.instants(what), limit)
            case e.StatusIs(e.ThisAgreement(), "terminated", None):
                return (YES, True) if self.terminated else (NO, False)
            case e.StatusIs(e.Ref(name), status, limit):
                norm = self.norm(name)
                if limit or status == "breached":
                    found = norm.befell.get(status)
                    level, settled = self.within([found] if found else [], limit)
                    return level, settled or (limit is None and norm.status in FINAL)
                return (YES if norm.status == status else NO), norm.status in FINAL
            case e.Ref(name) if name in self.view:
                return (YES if self.view[name] else NO), True
            case e.Ref(name) if name in self.terms:
                return self.term(name)
            case e.Ref(name):
                return self.within(self.instants(it), None)
        raise NotImplementedError(it)

    def limbs(self, it: e.Limbs, label: tuple[str, ...]) -> tuple[int, bool]:
        """A labelled list; what was waived of it is yes."""
        found = [self.limb(one, label) for one in it.limbs]
        match it.quantifier:
            case "all":
                return both(found)
            case "any":
                return turned(both([turned(one) for one in found]))
            case "none":
                return both([turned(one) for one in found])
            case "at least":
                return at_least(it.count, found)
            case "exactly one":
                return both([at_least(1, found), turned(at_least(2, found))])
        raise NotImplementedError(it.quantifier)

    def limb(self, it: e.Limb, label: tuple[str, ...]) -> tuple[int, bool]:
        """One limb, yes if it was waived."""
        mine = (*label, it.label) if label else ()
        return (NO if self.lacking else YES, True) if self.is_waived(mine) else self.truth(it.content, mine)

    def is_waived(self, label: tuple[str, ...]) -> bool:
        """Whether all that have to have waived a condition or a limb."""
        rule = self.terms.get(label[0]) if label else None
        if label in self.forgone:
            return True
        if not isinstance(rule, m.Condition):
            return False
        return set(rule.benefit.names if rule.benefit else self.parties()) <= self.waived.get(label, set())

    def term(self, name: str) -> tuple[int, bool]:
        """A definition of yes or no."""
        if name in self.held:
            return YES, True
        rule = self.terms[name]
        return (YES, True) if self.is_waived((name,)) else self.excepted_truth(rule.meaning, rule.exceptions, name)

    def excepted_truth(self, meaning: Any, exceptions: Any, name: str) -> tuple[int, bool]:
        """A truth, or the one exception that holds."""
        usual = self.truth(meaning, (name,) if name else ())
        asked = [(one, self.truth(one.condition)) for one in exceptions]
        settled = all(fixed for _, (_, fixed) in asked)
        held = [
            turned(usual) if one.value is None else self.excepted_truth(one.value, one.exceptions, "")
            for one, (level, _) in asked
            if level == YES
        ]
        if len({level for level, _ in held}) > 1:
            raise Conflict
        level, fixed = held[0] if held else usual
        return level, fixed and settled

    def order(self, operator: str, one: Any, other: Any) -> tuple[int, bool]:
        """Whether one moment is before, after ... another."""
        if operator in {"after", "on or after"}:
            if one is None or other is None:
                return NO, one is not None  # it came first, and that stays so
            return (YES if ORDERED[operator](one, other) else NO), True
        if one is None:
            return (NO, True) if other and self.over(other) else (NOT_YET, False)
        return (YES if other is None or ORDERED[operator](one, other) else NO), True

    def instants(self, what: Any) -> list[Any]:
        """When something came: all occurrences of an event, the first yes of a definition."""
        if isinstance(what, e.Ref) and what.name in self.terms:
            found = self.moment(what)
            return [found] if found else []
        return [at for at, _ in self.occurrences.get(what.name, ())]

    def within(self, came: list[Any], limit: e.Limit | None) -> tuple[int, bool]:
        """The table of occurrences and limits."""
        match limit:
            case None:
                return (YES, True) if came else (NO, False)
            case e.Limit("by" | "before" as word, of):
                return self.order("on or before" if word == "by" else word, came[0] if came else None, self.moment(of))
            case e.Limit("after" | "since" as word, of):
                day = self.moment(of)
                held = [at for at in came if day and ORDERED["after" if word == "after" else "on or after"](at, day)]
                return (YES, True) if held else (NO, False)
            case e.Limit("on", of):
                start = end = self.moment(of)
            case e.Limit("within", e.Shift(_, "after", anchor) as of):
                start, end = self.moment(anchor), self.moment(of)
            case _:
                raise NotImplementedError(limit)
        if end is None:
            return NOT_YET, False
        if any(day_of(start) <= day_of(at) <= day_of(end) for at in came):
            return YES, True
        return (NO, True) if self.over(day_of(end)) else (NOT_YET, False)

    # ------------------------------------------------------------ amounts

    def of_occurrence(self, it: Any) -> bool:
        """Whether it is an attribute of one occurrence."""
        return (isinstance(it, e.Ref) and it.name in self.view) or isinstance(it, e.AttributeOf)

    def selected(self, selection: e.Selection) -> list[Any]:
        """The occurrences of which something holds."""
        found = self.occurrences.get(selection.name, [])
        return [one for one in found if not selection.where or self.seen(one).truth(selection.where)[0] == YES]

    def seen(self, occurrence: Any) -> World:
        """The same world with the attributes of an occurrence in view."""
        return evolve(self, view=occurrence[1])

    def amount(self, it: Any) -> Any:
        """An amount, or None for one that has not come."""
        match it:
            case e.Literal(value=value):
                return value
            case e.Arithmetic(operator, left, right):
                one, other = self.amount(left), self.amount(right)
                return None if one is None or other is None else ARITHMETIC[operator](one, other)
            case e.Negative(of):
                found = self.amount(of)
                return None if found is None else found * -1
            case e.Extreme(word, items):
                found = [one for one in map(self.amount, items) if one is not None]
                return (max if word.startswith("great") else min)(found, key=size, default=None)
            case e.Rounded(of, mode, to):
                found = self.amount(of)
                step = Fraction(1, 100) if to == "cents" else Fraction(1)
                return None if found is None else resized(found, rounded(size(found) / step, mode) * step)
            case e.If(condition, then, otherwise):
                return self.amount(then if self.truth(condition)[0] == YES else otherwise)
            case e.Cases(cases):
                yes = (one for one in cases if one.condition is None or self.truth(one.condition)[0] == YES)
                return self.amount(next(yes).value)
            case e.Aggregate("sum", value, e.Selection() as over):
                return sum((self.seen(one).amount(value) for one in self.selected(over)), Money(Fraction(0), "EUR"))
            case e.Count(selection):
                return Fraction(len(self.selected(selection)))
            case e.AttributeOf(name, e.Pick(word, selection)):
                found = self.selected(selection)
                return found[0 if word == "first" else -1][1][name] if found else None
            case e.AmountOf("paid", e.Ref(name)):
                return total(money for _, money in self.norm(name).paid)
            case e.Total(word, party):
                mine = 1 if word == "received" else 0
                return total(one[2] for one in self.received if one[mine] == party)
            case e.Ref(name) if name in self.view:
                return self.view[name]
            case e.Ref(name) if name in self.terms:
                rule = self.terms[name]
                found = self.excepted(rule.meaning, rule.exceptions)
                return found if rule.rounding is None else self.amount(evolve(rule.rounding, of=found))
            case e.Ref(name):
                fields = [one.field for one in self.agreement.items if isinstance(one, m.Input)]
                normally = next(one.normally for one in fields if one.name == name)
                return self.inputs[name] if name in self.inputs else self.amount(normally)
        raise NotImplementedError(it)

    def excepted(self, meaning: Any, exceptions: Any) -> Any:
        """An amount, or the one exception that holds."""
        yes = [one for one in exceptions if self.truth(one.condition)[0] == YES]
        held = [self.excepted(one.value, one.exceptions) for one in yes]
        if any(one != held[0] for one in held):
            raise Conflict
        return held[0] if held else self.amount(meaning)

    # ------------------------------------------------------------ norms

    def last_day(self, norm: Norm) -> date | None:
        """The last day of a duty, as it is worked out now."""
        if norm.saved and self.terms is not norm.saved.terms:
            return self.under(norm).last_day(norm)
        if norm.status in {"breached", "performed"}:
            return norm.last
        asked = [one.when[0] for one in timings(norm, "on", "by", "within")]
        if norm.status == "due" and any(map(self.never, asked)):
            return norm.last
        limits = [self.moment(one) for one in asked]
        if not limits or None in limits:
            return None
        return max(filter(None, [*map(day_of, limits), norm.floor, norm.worded]))

    def never(self, it: e.Expression) -> bool:
        """Whether a moment is reckoned from a yes that can never come any more."""
        match it:
            case e.Shift(_, _, anchor):
                return self.never(anchor)
            case e.Extreme("later", items):
                return any(map(self.never, items))
            case e.Extreme("earlier", items):
                return all(map(self.never, items))
            case e.Ref(name) if name in self.terms and self.is_truth(self.terms[name].meaning):
                return name not in self.first and self.term(name) == (NO, True)
        return False

    def owed(self, norm: Norm) -> Any:
        """The amount of a duty to pay."""
        if norm.saved and self.terms is not norm.saved.terms:
            return self.under(norm).owed(norm)
        broken = self if norm.terms is None else evolve(self, terms=norm.terms)  # under the words that were broken
        return norm.frozen or broken.amount(norm.rule.head.act.thing)  # type: ignore[union-attr]

    def under(self, norm: Norm) -> World:
        """This instant as the words of a norm see it."""
        it = norm.saved
        return evolve(self, terms=it.terms, first=it.first, waived=it.waived, held={}) if it else self

    def outstanding(self, norm: Norm) -> Money:
        """What is still owed of it."""
        return resized(self.owed(norm), max(Fraction(0), size(self.owed(norm)) - size(total_paid(norm))))

    def stands(self, norm: Norm) -> bool:
        """Whether its provisos hold and its time has begun."""
        whiles = all(self.truth(one)[0] == YES for one in provisos(norm, "while"))
        unless = all(self.truth(one)[0] == NO for one in provisos(norm, "unless"))
        begun = all(self.come(one.when[0]) for one in timings(norm, "from"))
        asked = norm.asked or not provisos(norm, "when")
        return asked and whiles and unless and begun

    def come(self, it: e.Expression) -> bool:
        """Whether a moment has come."""
        found = self.moment(it)
        return found is not None and place(found) <= place(self.now)

    def ended(self, norm: Norm, *words: str) -> bool:
        """Whether a time of a norm has run out: with the end of a day, or from the instant of an occurrence."""
        found = [
            self.moment(one)
            for timing in norm.rule.modifiers
            if isinstance(timing, m.Timing)
            for one in (
                timing.when[1:]
                if timing.word == "from" and "until" in words
                else timing.when
                if timing.word in words
                else ()
            )
        ]
        return any(one and self.over(one) for one in found)

    def step(self, norm: Norm) -> dict[str, Any]:
        """What changes of a norm now."""
        if norm.status in {"performed", "discharged", "exercised", "lapsed", "deleted", "superseded"}:
            return {}
        whens = provisos(norm, "when")
        if whens and not norm.asked and all(self.truth(one)[0] == YES for one in whens):
            return {"asked": True}
        return self.step_of_power(norm) if norm.rule.word == "power" else self.step_of_duty(norm)

    def step_of_power(self, norm: Norm) -> dict[str, Any]:
        """A power opens, closes, or lapses."""
        limit = self.ended(norm, "until", "on", "by", "within")
        status = "lapsed" if self.terminated or limit else "available" if self.stands(norm) else "unavailable"
        if status == norm.status:
            return {}
        shows = self.now[0] + timedelta(days=1) if self.now[1] == END else self.now
        return {"status": status, "since": shows}

    def step_of_duty(self, norm: Norm) -> dict[str, Any]:
        """A duty arises, is performed, breached, or falls away."""
        last = self.last_day(norm)
        limited = bool(timings(norm, "on", "by", "within"))
        spent = last is not None and self.over(last)
        at = self.now
        if timings(norm, "retroactive to") and norm.arose == self.now and norm.paid:
            at = norm.paid[
                next(
                    (
                        n
                        for n in range(len(norm.paid))
                        if size(total(money for _, money in norm.paid[: n + 1])) >= size(self.owed(norm))
                    ),
                    -1,
                )
            ][0]
        done = {"status": "performed", "since": at, "frozen": self.owed(norm), "last": last}
        if last and norm.status == "due" and timings(norm, "retroactive to") and place(at) > (last, END):
            norm.befell.setdefault("breached", (last, END))
        paid = norm.paid and not size(self.outstanding(norm))
        if norm.status == "breached":
            return done if paid else {}
        asking = provisos(norm, "while") if norm.asked else provisos(norm, "while", "when")
        lost = any(self.truth(one) == (NO, True) for one in asking)
        barred = any(self.truth(one) == (YES, True) for one in provisos(norm, "unless"))
        ended = self.ended(norm, "until") and not (norm.status == "due" and spent)
        if lost or barred or ended or (self.terminated and not exempt(norm)):
            return {"status": "discharged", "since": self.now}
        ready = self.stands(norm) and (last is not None or not limited)
        if norm.status == "due" and ready:
            if paid:
                return done
            if not norm.paid and size(self.owed(norm)) <= 0 and (spent or not limited):
                return {**done, "since": (last, END) if last else self.now}
            return {"status": "breached", "since": (last, END), "last": last} if spent else {}
        if norm.status == "pending" and ready:
            ways = {one.word for one in norm.rule.modifiers if isinstance(one, m.Timing | m.Proviso)}
            floor = self.now[0] if spent and ways & set(GIVES_WAY) else norm.floor
            arisen = {"status": "due", "since": self.now, "arose": self.now, "floor": floor, "last": last}
            return arisen | self.step_of_duty(evolve(norm, **arisen))  # nobody sees it due if it is performed by then
        if norm.status == "due" and not ready:
            return {"status": "pending", "since": self.now}
        return {}

    def settle(self) -> None:
        """Let every rule take its steps until nothing moves."""
        while True:
            self.date_truths()
            steps = [(one, self.under(one).step(one)) for one in self.in_force()]
            for norm, changes in steps:
                for name, value in changes.items():
                    setattr(norm, name, value)
                if "status" in changes:
                    norm.befell.setdefault(norm.status, norm.since)
            if not any(changes for _, changes in steps):
                break
        for norm in self.in_force():
            norm.last = self.last_day(norm)
        if len(self.document.instruments) == 1:
            return  # nothing will ask for the past
        norms = {key: evolve(one, befell={**one.befell}) for key, one in self.norms.items()}
        came = {name: [*found] for name, found in self.occurrences.items()}
        waived = {label: {*who} for label, who in self.waived.items()}
        self.past.append(evolve(self, norms=norms, occurrences=came, inputs={**self.inputs}, waived=waived, past=[]))

    def date_truths(self) -> None:
        """Keep the first instant at which each definition was yes."""
        for name, rule in self.terms.items():
            if self.is_truth(rule.meaning):
                if name not in self.first and self.term(name)[0] == YES:
                    self.first[name] = self.now
            elif len(rule.exceptions) > 1:  # which may contradict each other, whoever asks
                self.amount(e.Ref(name))
        for norm in self.norms.values():
            if norm.saved and self.terms is not norm.saved.terms:
                old = self.under(norm)
                for name, rule in old.terms.items():
                    with suppress(Conflict):
                        if old.is_truth(rule.meaning) and name not in old.first and old.term(name)[0] == YES:
                            old.first[name] = old.now

    def is_moment(self, it: Any) -> bool:
        return (
            isinstance(it, e.Shift | e.DueDate | e.Termination | e.InstantOf | e.Pick)
            or (isinstance(it, e.Extreme) and it.word in {"later", "earlier"})
            or (isinstance(it, e.Literal) and isinstance(it.value, date))
            or (isinstance(it, e.If) and self.is_moment(it.then))
        )

    def in_force(self) -> list[Norm]:
        """The norms of the text, and those gone that may still be performed."""
        return list(self.norms.values())

    # ------------------------------------------------------------ entries

    def enter(self, entry: m.Entry) -> None:
        """What one entry of the log does."""
        match entry:
            case m.Happens(e.Ref(name), by, attributes, amount, to):
                said = {one.name: one.value.value if one.value else True for one in attributes}
                self.occurrences.setdefault(name, []).append((self.now, said))
                if amount is not None:
                    declared = next(
                        one for one in self.agreement.items if isinstance(one, m.PaymentEvent) and one.name == name
                    )
                    self.enter(m.Pays((by or declared.by).names[0], amount, to or declared.to.names[0]))
            case m.Pays(payer, amount, to):
                self.allot(payer, to, self.amount(amount))
                self.received += ((payer, to, self.amount(amount)),)
            case m.Paid(e.Ref(name), amount):
                norm = self.norm(name)
                self.pay(norm, self.amount(amount))
                head = norm.rule.head
                self.received += ((head.actors.names[0], head.act.to.names[0], self.amount(amount)),)
            case m.Observed(e.Ref(name), value):
                self.inputs[name] = self.amount(value)
            case m.Waives(actors, e.Ref(name, labels)):
                self.waived.setdefault((name, *labels), set()).update(actors.names)
            case m.Exercises(actors, e.Ref(name)):
                power = self.norm(name)
                if power.status == "available" and set(actors.names) <= set(power.rule.head.actors.names):
                    power.status, power.since = "exercised", self.now
                    power.befell["exercise"] = self.now
                    self.terminated = self.terminated or self.now
            case m.Signed(instrument, by, attributes):
                if not any(one.value and one.value.value is False for one in attributes):
                    self.sign(instrument, set(by.names))
            case _:
                raise NotImplementedError(entry)

    def pay(self, norm: Norm, money: Money) -> None:
        """Money under one duty."""
        norm.paid += ((self.now, money),)

    def allot(self, payer: str, to: str, money: Money) -> None:
        """Money that names no duty: what is due by its day, then what is pending, then the last due."""
        mine = [
            one
            for one in self.norms.values()
            if one.rule.word == "duty"
            and (
                one.saved
                or any(
                    isinstance(rule, m.Norm) and self.norms.get((home, rule.name)) is one for home, rule in self.text
                )
            )
            and payer in one.rule.head.actors.names
            and to in one.rule.head.act.to.names
        ]
        due = [one for one in mine if one.status in {"due", "breached"}]
        due.sort(key=lambda one: (self.last_day(one) or date.max, one.arose))
        for one in due:
            part = resized(money, min(size(money), size(self.outstanding(one))))
            if size(part):
                self.pay(one, part)
                money = money - part
        rest = [one for one in mine if one.status == "pending"][:1] or due[-1:]
        if size(money) and rest:
            self.pay(rest[0], money)
        elif size(money) and not due:
            self.loose += ((self.now, payer, to, money),)

    def sign(self, name: str, who: set[str]) -> None:
        """A signature, and the amendment if it was the last needed."""
        signed = self.signed.setdefault(name, set())
        signed |= who
        needed = [
            set(one.actors.names)
            for one in self.agreement.settings
            if isinstance(one, m.Setting) and one.word == "amended by" and one.actors
        ]
        if name not in self.effective and (needed[0] if needed else self.parties()) <= signed:
            self.effective += (name,)
            self.take_effect(next(one for one in self.document.instruments if one.name == name))

    def take_effect(self, amendment: m.Instrument) -> None:
        """The text as amended governs: norms go on or fall, and the past is read again for definitions."""
        self.save(amendment)
        for provision in amendment.items:
            for operation in provision.items:
                for target in operation.targets if isinstance(operation, m.Replace | m.Delete) else ():
                    home = target.steps[0][1]
                    kept = [one for one in self.text if one[0] != home]
                    at = next(index for index, one in enumerate(self.text) if one[0] == home)
                    put = [(home, one) for one in operation.items] if isinstance(operation, m.Replace) else []
                    self.text = kept[:at] + put + kept[at:]
        before = self.terms
        for norm in self.norms.values():
            if norm.status == "breached":
                norm.terms = before
        worded = {key: self.days_words(norm.rule) for key, norm in self.norms.items()}
        self.meet_norms()
        for key, norm in self.norms.items():
            if worded.get(key) != self.days_words(norm.rule) and not norm.saved:
                back = timings(norm, "retroactive to")
                norm.worded = min(day_of(self.moment(back[0].when[0])), self.now[0]) if back else self.now[0]
        gone = [label for label in self.waived if own_words(before, label) != own_words(self.terms, label)]
        self.first = {name: since for name, since in self.held.items() if since}
        for moment in [*self.past, self]:
            moment.text, moment.terms, moment.first = self.text, self.terms, self.first
            moment.held, moment.forgone = self.held, self.forgone
            moment.waived = {label: who for label, who in moment.waived.items() if label not in gone}
            if moment is not self:
                with suppress(Conflict):  # of words that were not yet in force
                    moment.date_truths()

    def save(self, amendment: m.Instrument) -> None:
        """What the amendment saves keeps the words that it has, or stays met."""
        words = Words(self.terms, {**self.first}, {label: {*who} for label, who in self.waived.items()})
        for one in (one for provision in amendment.items for one in provision.items if isinstance(one, m.Saving)):
            for target in one.targets:
                norm = self.norm(target.name)
                if target.name not in self.terms and norm.status not in {*FINAL, "exercised", "lapsed"}:
                    norm.saved = words
                elif self.is_waived((target.name,)):
                    self.forgone |= {(target.name,)}
                elif target.name in self.terms and self.term(target.name)[0] == YES:
                    self.held[target.name] = self.first.get(target.name)

    def take_over(self, heir: Norm, old: Norm, word: str) -> None:
        """A norm takes the place of another, with what was done under that one or without."""
        if word == "continuing":
            heir.paid = old.paid
            if old.status == "performed":
                heir.status, heir.since, heir.frozen, heir.last = old.status, old.since, old.frozen, old.last
                heir.befell = {**old.befell}
        if old.status not in FINAL:
            old.status, old.since = "superseded", self.now

    def gather(self, norm: Norm) -> None:
        """Under a retroactive duty counts what was paid since its day under nothing else."""
        back, head = timings(norm, "retroactive to"), norm.rule.head
        for one in self.loose if back else ():
            at, payer, to, money = one
            if (
                payer in head.actors.names
                and to in head.act.to.names
                and day_of(at) >= day_of(self.moment(back[0].when[0]))
            ):
                norm.paid += ((at, money),)
                self.loose = tuple(other for other in self.loose if other is not one)

    def days_words(self, rule: m.Norm) -> list[Any]:
        """All words on which the last day of a duty rests: its own and those of the definitions that they use."""
        found: list[Any] = [one.when[0] for one in timings(Norm(rule, "", None), "on", "by", "within")]
        for it in found:
            named = [self.terms[one.name] for one in e.walk(it) if isinstance(one, e.Ref) and one.name in self.terms]
            found += [one for term in named for one in (term.meaning, *term.exceptions) if one not in found]
        return found

    def meet_norms(self) -> None:
        """Each norm of the text stands under its words; those that are gone fall."""
        met = {}
        self.terms = {one.name: one for _, one in self.text if isinstance(one, m.Definition | m.Condition)}
        for home, rule in self.text:
            if isinstance(rule, m.Norm):
                status = "unavailable" if rule.word == "power" else "pending"
                new = (home, rule.name) not in self.norms
                met[home, rule.name] = self.norms.get((home, rule.name)) or Norm(rule, status, self.now)
                if met[home, rule.name].saved:
                    continue
                if new and self.effective:
                    self.gather(met[home, rule.name])
                for one in rule.modifiers if new else ():
                    if isinstance(one, m.Continuing):
                        self.take_over(met[home, rule.name], self.norm(one.target.name), one.word)
                if provisos(met[home, rule.name], "when") != provisos(Norm(rule, "", None), "when"):
                    met[home, rule.name].asked = False
                if met[home, rule.name].status != "breached":
                    met[home, rule.name].rule = rule
        for key, norm in self.norms.items():
            if key not in met and norm.status not in RECORDS and norm.status != "discharged" and not norm.saved:
                norm.status, norm.since = ("deleted" if norm.rule.word == "power" else "discharged"), self.now
        self.norms = {**met, **{key: norm for key, norm in self.norms.items() if key not in met}}

    # ------------------------------------------------------------ answers

    def answers(self) -> dict[str, dict[str, Any]]:
        """Everything asked, now."""
        found: dict[str, dict[str, Any]] = {}
        for name, rule in self.terms.items():
            if isinstance(rule, m.Condition):
                found[name] = {"status": self.status_of((name,), self.term(name), rule)}
                for one in rule.meaning.limbs if isinstance(rule.meaning, e.Limbs) else ():
                    mine = (name, one.label)
                    found[f"{name} {one.label}"] = {"status": self.status_of(mine, self.limb(one, (name,)), rule)}
            elif self.is_truth(rule.meaning):
                found[name] = {"value": self.term(name)[0]}
            elif self.is_moment(rule.meaning):
                found[name] = {"value": shown(self.moment(rule.meaning))}
            else:
                found[name] = {"value": self.amount(e.Ref(name))}
        for (_, name), norm in self.norms.items():
            found[name] = {"status": norm.status}
            if norm.rule.word == "power" and norm.status not in {"unavailable", "deleted"}:
                found[name]["since"] = shown(norm.since)
            if norm.rule.word == "duty":
                found[name]["breach"] = shown(norm.befell.get("breached"))
                if norm.status in {"due", "breached", "performed"}:
                    owed = {"due": self.last_day(norm), "amount": self.owed(norm), "paid": total_paid(norm)}
                    found[name] |= owed
                if norm.status in {"due", "performed"}:
                    found[name]["since"] = shown(norm.since)
                if norm.status in {"due", "breached"}:
                    found[name]["outstanding"] = self.outstanding(norm)
        return found

    def status_of(self, label: tuple[str, ...], found: tuple[int, bool], rule: m.Condition) -> str:
        """The status of a condition or a limb."""
        if label[0] in self.held and len(label) == 1:
            return "satisfied"
        if found[0] != YES:
            return "failed" if found == (NO, True) else "unsatisfied"
        if self.is_waived(label):
            return "waived"
        own = evolve(self, lacking=True).truth(rule.meaning, label) if len(label) == 1 else found
        return "satisfied" if own[0] == YES else "waived"


def judge(document: m.Document, scenario: m.Scenario, as_of: date) -> dict[str, dict[str, Any]]:
    """The answers of a document on a day, given the log of a scenario."""
    return next(play(document, scenario, [as_of]))


def play(document: m.Document, scenario: m.Scenario, days: list[date]) -> Iterator[dict[str, dict[str, Any]]]:
    """The answers of a document on several days, the earliest first."""
    agreement = document.instruments[0]
    dated = next(one.value.value for one in agreement.settings if isinstance(one, m.Setting) and one.word == "dated")
    entries = [one for one in scenario.lines if isinstance(one, m.Dated)]
    text = [(one.number, rule) for one in agreement.items if isinstance(one, m.Provision) for rule in one.items]
    day = min([dated, *(one.on for one in entries)])
    world = World(document, text, (day, 0))
    for line in scenario.lines:
        if isinstance(line, m.Given):
            world.inputs[line.what.name] = line.value.value
    world.meet_norms()
    while day <= max(days):
        world.now = (day, 0)
        world.settle()
        for number, entry in enumerate((one.entry for one in entries if one.on == day), 1):
            world.now = (day, number)
            world.enter(entry)
            world.settle()
        if day in days:
            yield world.answers()
        world.now = (day, END)
        world.settle()
        day += timedelta(days=1)


# ---------------------------------------------------------------- small things


def day_of(moment: Any) -> date:
    """The day of a moment."""
    return moment if isinstance(moment, date) else moment[0]


def own_words(terms: dict[str, Any], label: tuple[str, ...]) -> Any:
    """What a condition, or a limb of it, says itself."""
    meaning = terms[label[0]].meaning if label[0] in terms else None
    if len(label) == 1 or not isinstance(meaning, e.Limbs):
        return meaning if len(label) == 1 else None
    return next((one.content for one in meaning.limbs if one.label == label[1]), None)


def place(moment: Any) -> tuple[date, int]:
    """The place of a moment: a whole day stands before its morning."""
    return (moment, -1) if isinstance(moment, date) else moment


def shown(moment: Any) -> date | None:
    """The day of a moment, if there is one."""
    return None if moment is None else day_of(moment)


def precedes(one: Any, other: Any) -> bool:
    """Whether one moment is before another: by the day alone if one of them is a whole day."""
    if isinstance(one, date) or isinstance(other, date):
        return day_of(one) < day_of(other)
    return bool(one < other)


def turned(it: tuple[int, bool]) -> tuple[int, bool]:
    """The opposite."""
    return YES - it[0], it[1]


def both(items: list[tuple[int, bool]]) -> tuple[int, bool]:
    """The least of several."""
    return min(level for level, _ in items), (NO, True) in items or all(fixed for _, fixed in items)


def at_least(count: int, items: list[tuple[int, bool]]) -> tuple[int, bool]:
    """Whether so many of several are yes."""
    level = sorted((one for one, _ in items), reverse=True)[count - 1]
    sure, lost = items.count((YES, True)) >= count, items.count((NO, True)) > len(items) - count
    return level, sure or lost or all(fixed for _, fixed in items)


def size(amount: Any) -> Fraction:
    """The number of an amount."""
    return amount.amount if isinstance(amount, Money) else Fraction(amount)


def resized(amount: Any, number: Fraction) -> Any:
    """The same kind of amount with another number."""
    return Money(number, amount.currency) if isinstance(amount, Money) else number


def total(amounts: Any) -> Money:
    """The sum of some money."""
    return sum(amounts, Money(Fraction(0), "EUR"))


def total_paid(norm: Norm) -> Money:
    """All that was paid under a duty."""
    return total(money for _, money in norm.paid)


def rounded(number: Fraction, mode: str) -> Fraction:
    """A number rounded to a whole one, `up` being away from zero."""
    sign, number = (-1 if number < 0 else 1), abs(number)
    whole = number.numerator // number.denominator
    rest = number - whole
    half = Fraction(1, 2)
    more = {"up": rest > 0, "down": False, "half up": rest >= half, "half down": rest > half}
    more["half even"] = rest > half or (rest == half and whole % 2 == 1)
    return Fraction(sign * (whole + more[mode]))


def joined(one: Any, other: Any, number: Fraction) -> Any:
    """A number as money if one of two amounts is."""
    return resized(one if isinstance(one, Money) else other, number)


def timings(norm: Norm, *words: str) -> list[m.Timing]:
    """Its modifiers with a day."""
    return [one for one in norm.rule.modifiers if isinstance(one, m.Timing) and one.word in words]


def provisos(norm: Norm, *words: str) -> list[e.Expression]:
    """Its modifiers with a truth."""
    return [one.condition for one in norm.rule.modifiers if isinstance(one, m.Proviso) and one.word in words]


def exempt(norm: Norm) -> bool:
    """Whether termination leaves it: its limit, `when` or `from` speaks of termination, a breach or an exercise."""
    spoken = [*timings(norm, "on", "by", "within", "from"), *provisos(norm, "when")]
    return any(
        isinstance(part, e.Termination) or (isinstance(part, e.InstantOf) and part.word in {"breach", "exercise"})
        for one in spoken
        for part in e.walk(one)
    )


ORDERED = {
    "before": precedes,
    "after": lambda one, other: precedes(other, one),
    "on or before": lambda one, other: not precedes(other, one),
    "on or after": lambda one, other: not precedes(one, other),
}
COMPARED = {
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
ARITHMETIC = {
    "+": lambda one, other: joined(one, other, size(one) + size(other)),
    "-": lambda one, other: joined(one, other, size(one) - size(other)),
    "*": lambda one, other: joined(one, other, size(one) * size(other)),
    "/": lambda one, other: (
        resized(one, size(one) / size(other)) if not isinstance(other, Money) else size(one) / size(other)
    ),
}
