"""How a norm came to stand as it does: what made it due, what was paid, what is lacking, who took it away.

A duty that is due or done tells its amount, its day and its receipts. A duty that is pending and a power that is not
available tell which condition fails, what would change that, and on which day the clock alone will. A norm that is gone
tells by which provision of which instrument.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from dealwright.evaluate import Status
from dealwright.evaluate import facts as f
from dealwright.evaluate.duties import ended, floor_of, limits, own_limit
from dealwright.evaluate.instances import shown
from dealwright.evaluate.world import Standing
from dealwright.explain.grounds import entries_of
from dealwright.explain.missing import Missing
from dealwright.explain.reason import Reason
from dealwright.explain.ruling import rule_text
from dealwright.explain.saying import name_of, say
from dealwright.explain.telling import days, sentence
from dealwright.outcome import Answer
from dealwright.program import NormRule, WaiverRule, core
from dealwright.value import END, Never, Range, day_of, text_of

_MOST = 8


class Norms(Missing):
    """Finds the reasons for how norms stand."""

    def answer(self, rule: NormRule, one: Standing) -> Answer | None:
        """The answer that an outcome has for one instance of a norm."""
        name = shown(rule, one)
        return next((a for a in self.outcome.terms.values() if a.key == rule.key and a.name == name), None)

    def norm(self, key: str) -> Reason:
        """The reason for how a norm, or each of its instances, stands."""
        found = self.world.of_norm(key)
        rule = self.ev.rule_of(found[0]) if len(found) == 1 else self.ev.norm_rule(key)
        if rule is None:
            return Reason(f"{name_of(key)} is not in the text in force", self.program.removed_by(key, ""))
        if len(found) == 1:
            return self.standing(rule, found[0])
        text = f"{rule.name} stands {len(found)} times" if found else f"{rule.name} has not arisen"
        if f"norm:{key}" in self.told:
            return Reason(f"{text}: see above")
        self.told.add(f"norm:{key}")
        words = self.words(rule.cite)
        children = self.deeper(lambda: self.each(rule, found))
        return Reason(text, self.cite(rule), words, rule_text(rule), (), self.readings(rule.cite.readings), children)

    def each(self, rule: NormRule, found: list[Standing]) -> tuple[Reason, ...]:
        """The instances of a norm, and what it is made afresh for."""
        children = [self.standing(self.ev.rule_of(one), one) for one in found[:_MOST]]
        if len(found) > _MOST:
            children.append(Reason(f"and {len(found) - _MOST} more"))
        if not found and rule.each is not None:
            each = rule.each
            known = self.parts(each.start, each.where) if each.sort != "event" else (self.event(each.name, each.where),)
            children.extend(known)
        return tuple(children)

    def standing(self, rule: NormRule, one: Standing) -> Reason:
        """The reason for how one instance of a norm stands."""
        answer = self.answer(rule, one)
        text = sentence(answer) if answer is not None else shown(rule, one)
        place = f"norm:{rule.key}:{one.index}"
        gone = rule.key not in self.program.norms
        if place in self.told:
            return Reason(f"{text}: see above")
        self.told.add(place)
        words = self.remover_words(self.cite(rule)) if gone else self.words(rule.cite)
        children = self.deeper(lambda: self.under(rule, one, answer))
        entries = (one.env.this.entry,) if one.env.this is not None and one.env.this.entry else ()
        if gone:
            return Reason(text, self.cite(rule), words, entries=entries, children=children)
        return Reason(
            text, self.cite(rule), words, rule_text(rule), entries, self.readings(rule.cite.readings), children
        )  # fmt: skip

    def under(self, rule: NormRule, one: Standing, answer: Answer | None) -> tuple[Reason, ...]:
        """What one instance of a norm rests on, read as the words under which it goes on were read."""
        around, self.ev = self.ev, self.result.reader.reader_of(one)
        try:
            found = self.grounds(rule, one, answer)
        finally:
            self.ev = around
        if one.words is None:
            return tuple(found)
        after = self.world.versions[one.words + 1].origin or "a court"
        by = f", saved by {one.saved}" if one.saved else ""
        return (Reason(f"it goes on under the words before {after}{by}"), *found)

    def grounds(self, rule: NormRule, one: Standing, answer: Answer | None) -> list[Reason]:
        """What one instance of a norm rests on."""
        statuses = set(one.cases)
        found: list[Reason] = []
        if statuses & {Status.SUPERSEDED}:
            found += [
                self.norm(key)
                for key, heir in self.program.norms.items()
                if rule.key in (*heir.continuing, *heir.superseding)
            ]
        if rule.key not in self.program.norms and one.words is None:
            return [*found, *self.records(rule, one), *self.before(rule)]
        match rule.sort:
            case "duty":
                found += self.duty(rule, one, answer)
            case "warranty":
                found += self.warranty(rule, one)
            case "prohibition":
                found += self.records(rule, one) + self.waits(rule, one)
            case _:
                found += self.waits(rule, one)
        if Status.WAIVED in statuses:
            found += [self.waiver(waiver) for waiver in self.program.waivers if rule.key in waiver.norms]
        if len(statuses) > 1 and answer is not None and answer.needs:
            needs = "; or ".join(" and ".join(group) for group in answer.needs)
            found.append(Reason(f"it is not known; this would settle it: {needs}"))
        return [*found, *self.history(rule)]

    def waiver(self, waiver: WaiverRule) -> Reason:
        """A waiver about a norm: its time and its terms."""
        time = "what there was when it took effect"
        if waiver.start is not None:
            start, end = (when(self.ev.value(edge)) for edge in (waiver.start, waiver.end))
            time = f"what falls from {start} to {end}"
        terms = [(f"except when {words}", truth) for words, truth in waiver.unless]
        terms += [(f"restored when {words}", truth) for words, truth in waiver.restored]
        children = tuple(Reason(f"{words}: {self.ev.truth(truth).text()}") for words, truth in terms)
        return Reason(f"{waiver.cite.text()} waives {time}", children=children)

    # ------------------------------------------------------------ duties

    def duty(self, rule: NormRule, one: Standing, answer: Answer | None) -> list[Reason]:
        """What a duty rests on: its amount, its receipts, its day, its conditions."""
        found = []
        if answer is not None and answer.amount is not None:
            found.append(self.amount(rule, one, answer.amount))
        found += self.records(rule, one)
        if answer is not None and answer.breach is not None and not answer.late and isinstance(answer.breach, date):
            found.append(Reason(f"{answer.breach.isoformat()} was over, and this was not done"))
        if answer is not None and answer.outstanding is not None:
            found.append(Reason(f"outstanding: {text_of(answer.outstanding)}"))
        if answer is not None and answer.interest is not None:
            found.append(Reason(f"interest so far: {text_of(answer.interest)}"))
        return found + self.waits(rule, one)

    def amount(self, rule: NormRule, one: Standing, amount: Any) -> Reason:
        """How the amount was worked out."""
        node = rule.act.amount
        worked = self.worked(node, amount, one.env) if node is not None else ""
        return Reason(f"amount: {text_of(amount)}{worked}", children=self.deeper(lambda: self.parts(node)))

    def records(self, rule: NormRule, one: Standing) -> list[Reason]:
        """What was paid or done under a norm, and each breach of a prohibition."""
        found = [
            Reason(f"paid {amount.text()} on {at.day.isoformat()}", entries=self.paid(one, at))
            for at, amount in one.receipts
        ]
        for at, by in one.acts:
            who = f" by {' and '.join(by)}" if by else ""
            found.append(
                Reason(f"performed{who} on {at.day.isoformat()}", entries=self.facts(rule, at.day, f.PerformedUnder))
            )
        events = [rule.act.event] if rule.act.verb == "cause" else [event for event, _ in rule.performed_by]
        for event in events:
            found.extend(
                Reason(f"{event} on {occurrence.at.day.isoformat()}", entries=entries_of([occurrence]))
                for occurrence in self.world.occurrences.get(event, ())
                if occurrence.number == one.used
            )
        for day, what in one.breaches:
            event, _, number = what.rpartition(" ")
            mine = [o for o in self.world.occurrences.get(event, ()) if str(o.number) == number]
            said = (
                f"breached on {day.isoformat()} by {event}" if event else f"found on {day.isoformat()} to be breached"
            )
            told = entries_of(mine) if event else self.facts(rule, day, f.FoundStatus)
            found.append(Reason(said, entries=told))
        return found

    def paid(self, one: Standing, at: Any) -> tuple[str, ...]:
        """The entries that tell of a payment under a norm."""
        return tuple(
            receipt.entry for receipt in self.world.ledger if receipt.at == at and (one.key, one.index) in receipt.under
        )

    def facts(self, rule: NormRule, on: date, sort: type) -> tuple[str, ...]:
        """The entries of a sort that name a norm on a day."""
        return tuple(
            entry.words
            for entry in self.result.facts.entries
            if entry.on == on and isinstance(entry.fact, sort) and rule.key in getattr(entry.fact, "names", ())
        )

    # ------------------------------------------------------------ when and while, limits, endings

    def waits(self, rule: NormRule, one: Standing) -> list[Reason]:
        """The conditions and limits of a norm; of one that does not stand, what is missing and when that may change."""
        around, self.until = self.until, []
        found = self.day(rule, one)
        lacks = []
        gone = False
        for word, node in (("when", rule.when), ("while", rule.while_)):
            if node is None:
                continue
            truth = self.ev.truth(node, one.env)
            kept = word == "when" and one.asked.is_yes and not truth.is_yes
            found.append(self.condition(word, node, one, "yes, once" if kept else truth.text()))
            if not truth.is_yes and not kept:
                gone = gone or truth.lost
                lacks.append("" if truth.lost else self.missing(node, one.env))
        if rule.start is not None:
            found.append(self.moment("from", rule.start, self.ev.value(rule.start, one.env)))
        found += [self.end(node, self.ev.value(node, one.env)) for node in rule.end]
        found += self.ending(rule, one)
        if set(one.cases) & {Status.PENDING, Status.UNAVAILABLE}:
            if gone:
                found.append(Reason("it cannot stand any more: nothing can bring this about"))
            elif any(lacks):
                found.append(Reason(f"it would stand with this: {'; and '.join(lack for lack in lacks if lack)}"))
        if self.until:
            found.append(Reason(f"the next day on which this may change by itself: {min(self.until).isoformat()}"))
        self.until = around
        return found

    def condition(self, word: str, node: Any, one: Standing, truth: str) -> Reason:
        """A condition with what decides it."""
        children = self.deeper(lambda: self.truths(node, one.env))
        if isinstance(node, core.TermTruth) and len(children) == 1:
            return evolve(children[0], text=f"{word} {children[0].text}")
        return Reason(f"{word} {say(node)}: {truth}", children=children)

    def moment(self, word: str, node: Any, value: Any) -> Reason:
        """A day with what it is reckoned from."""
        return Reason(f"{word} {say(node)}: {when(value)}", children=self.deeper(lambda: self.parts(node)))

    def end(self, node: Any, value: Any) -> Reason:
        """The end of a norm's time; while it has not come, what it hangs on does not matter."""
        if isinstance(value, Never):
            return Reason(f"until {say(node)}: {when(value)}")
        return self.moment("until", node, value)

    def day(self, rule: NormRule, one: Standing) -> list[Reason]:
        """The limits of a norm."""
        if one.moved is not None:
            return [Reason(f"the day was moved to {when(one.moved)}")]
        found = []
        for limit in rule.limits:
            value = self.ev.value(limit.day, one.env)
            found.append(self.moment(limit.word, limit.day, value))
        found += self.floor(rule, one)
        if found and set(one.cases) & {Status.AVAILABLE} and (last := limits(self.ev, rule, one)) is not None:
            self.until.extend(day for day in [last] if isinstance(day, date))
        return found

    def floor(self, rule: NormRule, one: Standing) -> list[Reason]:
        """Why the last day is later than the limits have it: they were over before the duty arose, or before its words were in force."""
        own, floor = own_limit(self.ev, rule, one), floor_of(self.ev, rule, one)
        if not isinstance(own, date) or floor is None or own >= floor:
            return []
        worded, origin = self.world.worded.get(rule.key, (date.min, ""))
        why = f"{origin} took effect" if worded == floor else "this arose"
        return [Reason(f"that day was over when {why}: the last day is {floor.isoformat()}")]

    def ending(self, rule: NormRule, one: Standing) -> list[Reason]:
        """Why a norm is over: the agreement terminated, its time ran out, the law barred it."""
        found = []
        reasons = {case.reason for case in one.cases.values()}
        if "terminated" in reasons:
            found.append(self.agreement())
        if Status.LAPSED in one.cases and ended(self.ev, rule, one).is_yes:
            found.append(Reason("its time is over"))
        for bar in self.world.bars.get(rule.key, ()):
            until = f" until {bar.until.isoformat()}" if isinstance(bar.until, date) else ""
            found.append(Reason(f"suspended from {bar.start.day.isoformat()}{until}: {bar.why}"))
        return found

    def before(self, rule: NormRule) -> list[Reason]:
        """What a norm that is gone said, and since when it could be used, if it could."""
        said = f"before, {rule.cite.text()} said"
        opened = [one.at for one in self.world.changes if one.what == f"{rule.name} is available"]
        found = [Reason(said, rule=rule_text(rule))]
        if rule.sort == "power" and opened:
            found.append(
                Reason(
                    f"it was available {'from the end of' if opened[-1].order == END else 'from'} {opened[-1].day.isoformat()}"
                )
            )
        return [*found, *self.history(rule)]

    def history(self, rule: NormRule) -> list[Reason]:
        """Exercises of a power, those without effect included."""
        if rule.sort != "power":
            return []
        exercised = [
            Reason(f"exercised on {entry.on.isoformat()}", entries=(entry.words,))
            for entry in self.result.facts.entries
            if isinstance(entry.fact, f.Exercised) and rule.key in entry.fact.names and entry.on <= self.outcome.as_of
        ]
        void = [
            Reason(f"on {change.at.day.isoformat()}, without effect: {change.what.rpartition(f'{rule.name}: ')[2]}")
            for change in self.world.changes
            if change.what.startswith("void: ") and f": {rule.name}: " in change.what
        ]
        return [*exercised, *void]

    def warranty(self, rule: NormRule, one: Standing) -> list[Reason]:
        """When a warranty was made, and what was untrue or unknown then."""
        found = []
        limbs = dict(rule.act.limbs)
        for made in one.made:
            wrong = tuple(
                Reason(f"{label} {say(limbs[label])}: {truth.text()}", children=self.parts(limbs[label]))
                for label, truth in made.limbs
                if not truth.is_yes and label in limbs
            )
            found.append(Reason(f"made on {when(made.at)}: {made.truth.text()}", children=wrong))
        if not one.made:
            found += [self.moment("to be made on", day, self.ev.value(day)) for day, _ in rule.made]
        return found


def when(value: Any) -> str:
    """A day in words; what has not come is said so, and the end of a day is named."""
    if isinstance(value, Never):
        return "this has not come" if not value.settled else "this never comes"
    if isinstance(value, Range):
        return days(value)
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "order"):
        return f"the end of {value.day.isoformat()}" if value.order == END else value.day.isoformat()
    return text_of(value)


__all__ = ["Norms", "day_of"]
