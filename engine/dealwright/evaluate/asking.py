"""How norms, conditions, instruments and the agreement stand, and since when: status questions.

A status under facts that are not known is a set; a question about it is sure only if every case answers it alike.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dealwright.evaluate.closing import exhausted
from dealwright.evaluate.conditions import Conditions
from dealwright.evaluate.signing import instrument_instant, instrument_is
from dealwright.evaluate.world import NOWHERE, Env, Status, ends_of
from dealwright.program import core
from dealwright.value import (
    NEVER,
    NEVERMORE,
    Instant,
    Level,
    Never,
    Range,
    Truth,
    day_of,
)
from dealwright.value.days import (
    earlier_of,
)
from dealwright.value.truth import (
    ALWAYS_YES,
    NEVER_YES,
    NO,
    UNSURE,
    YES,
    both,
    either,
    known,
    negate,
    truth,
)
from dealwright.value.uncertain import earlier, is_certain, spread

_REASONS = frozenset({"cured", "severed", "terminated"})
_BEFALLS = {"performed": "performance", "exercised": "exercise", "breached": "breach"}


class Asking(Conditions):
    """Answers questions about standings."""

    def norm_instant(self, node: core.NormInstant, env: Env) -> Any:
        """The instant of what befell a norm: the first, over its instances."""
        if not node.norm.key:
            self.world.dangled = True
            return NEVERMORE
        return self.first_instant([self.befallen(node.word, one) for one in self.instances(node.norm, env)])

    def first_instant(self, values: list[Any]) -> Any:
        """The earliest of several instants that may not have come."""
        return earlier_of(values) if values else NEVER

    def befallen(self, word: str, one: Any) -> Any:
        """When something befell one norm."""
        match word:
            case "breach":
                if one.breaches:
                    return one.breaches[0][0]
                bad = [made.at for made in one.made if made.truth.is_no]
                if bad and Status.WAIVED not in one.cases:
                    return bad[0]
                return self.hulls([case.breach for case in one.cases.values()])
            case "performance" | "exercise":
                return self.hulls([case.done for case in one.cases.values()])
            case "suspension":
                bars = self.world.bars.get(one.key)
                return bars[0].start if bars else NEVER
            case "resumption":
                ended = [bar.until for bar in self.world.bars.get(one.key, ()) if not isinstance(bar.until, Never)]
                return ended[0] if ended else NEVER
            case "waiver":
                return self.hulls([c.since if c.status is Status.WAIVED else NEVER for c in one.cases.values()])
            case _:
                return self.hulls([c.since if c.status is Status.DISCHARGED else NEVER for c in one.cases.values()])

    def norm_due(self, node: core.NormDue, env: Env) -> Any:
        """When a duty falls due."""
        if not node.norm.key:
            self.world.dangled = True
            return NEVERMORE
        dues = [self.hulls([case.due for case in one.cases.values()]) for one in self.instances(node.norm, env)]
        return self.first_instant(dues)

    def termination(self, node: core.TerminationInstant, env: Env) -> Any:  # noqa: ARG002
        """When the agreement terminated."""
        low: Any = NEVER
        high: Any = NEVER
        for ending in self.world.endings:
            if node.under and node.under not in self.world.program.identities.get(
                ending.identity, self.chain(ending.identity)
            ):
                continue
            at_low, at_high = (
                (ending.at.low, ending.at.high) if isinstance(ending.at, Range) else (ending.at, ending.at)
            )
            low = at_low if earlier(at_low, low) else low
            if ending.sure:
                high = at_high if earlier(at_high, high) else high
        return spread(low, high)

    def chain(self, identity: str) -> tuple[str, ...]:
        """The provisions around one, in any text so far."""
        for version in self.world.versions:
            if identity in version.program.identities:
                return version.program.identities[identity]
        return (identity,)

    def instrument(self, node: core.InstrumentInstant, env: Env) -> Any:  # noqa: ARG002
        """When an instrument took effect or was signed."""
        return instrument_instant(self.world, self.program.instruments.get(node.instrument), node)

    def terminated(self) -> Truth:
        """Whether the agreement has terminated."""
        if any(ending.sure for ending in self.world.endings):
            return ALWAYS_YES
        return UNSURE if self.world.endings else NO

    def agreement_is(self, node: core.AgreementIs, env: Env) -> Truth:  # noqa: ARG002
        """Whether the agreement is terminated, closed or in force."""
        match node.status:
            case "terminated":
                return self.terminated()
            case "closed":
                return known(not self.terminated().is_yes and self.is_closed())
            case _:
                return NO if self.is_closed() else negate(self.terminated())

    def is_closed(self) -> bool:
        """Whether the agreement has closed: an effect says so, or nothing is left to be done under it."""
        return not isinstance(self.world.closed, Never) or exhausted(self.world)

    def during(self, node: core.During, env: Env) -> Truth:
        """Whether an instant came while a norm was suspended."""
        what = self.value(node.what, env)
        if isinstance(what, Never) or not is_certain(what):
            return NO if isinstance(what, Never) else UNSURE
        day = day_of(what)
        bars = self.world.bars.get(node.norm.key, ())
        return known(any(bar.start.day <= day and (isinstance(bar.until, Never) or day <= bar.until) for bar in bars))

    def truth_word(self, node: core.TruthWord, env: Env) -> Truth:
        """Whether the answer to something is `unknown` or `not yet`."""
        if node.word == "unknown value":
            return known(not is_certain(self.value(node.of, env)))
        found = self.truth(node.of, env)
        return known(not found.known if node.word == "unknown" else (found.low is Level.NOT_YET and found.known))

    def status_is(self, node: core.StatusIs, env: Env) -> Truth:
        """Whether a norm, condition or instrument stands in a status."""
        of = node.of
        if of.sort == "instrument":
            return known(instrument_is(self.world, self.program.instruments.get(of.key), node.status, of.key))
        if of.sort == "condition":
            return self.condition_is(node.status, of, env)
        if not of.key:
            self.world.dangled = True
            return NEVER_YES
        found = self.instances(of, env)
        if not found and self.unlogged(of.key):
            return YES if node.status == "unknown" else UNSURE
        if not found:
            return known(node.status in {"pending", "unavailable"} and not of.index)
        if of.labels:
            return either([self.limb_stands(node.status, of.labels, one) for one in found])
        whole = either([self.stands(node.status, one) for one in found])
        more = not of.index and getattr(self.norm_rule(of.key), "each", None) is not None
        return truth(whole.low, whole.high) if whole.lost and more else whole

    def unlogged(self, key: str) -> bool:
        """Whether a norm made afresh for each occurrence, or period from a day, may stand for one that nobody knows of."""
        each = getattr(self.norm_rule(key), "each", None)
        if each is None:
            return False
        if each.sort == "event":
            return self.world.open_since(f"event:{each.name}") is not None
        return each.start is not None and not is_certain(self.value(each.start))

    def limb_stands(self, status: str, labels: tuple[str, ...], one: Any) -> Truth:
        """Whether a limb of a warranty was true, or false, each time that it was made."""
        found = [dict(made.limbs)["".join(labels)] for made in one.made if "".join(labels) in dict(made.limbs)]
        whole = both([*found, YES if found else NO])
        if status == "unknown":
            return known(not whole.known)
        return whole if status == "true" else negate(whole) if status in {"false", "breached"} and found else NO

    def misstated(self, one: Any) -> Truth:
        """Whether a warranty was false one of the times that it was made: a record, as long as nobody excuses it."""
        if Status.WAIVED in one.cases:
            return NO
        sure = [made.truth for made in one.made if not isinstance(ends_of(made.at)[1], Never)]
        if any(found.is_no for found in sure):
            return ALWAYS_YES
        return UNSURE if any(negate(made.truth).may_be_yes for made in one.made) else NO

    def stands(self, status: str, one: Any) -> Truth:
        """Whether one norm stands in a status, in every case or in some."""
        cases = one.cases
        if status == "unknown":
            return known(len(cases) > 1)
        if status == "breached" and one.made and not one.breaches:
            return self.misstated(one)
        if status == "breached":
            rows = [not isinstance(case.breach, Never) or bool(one.breaches) for case in cases.values()]
            doubtful = any(
                isinstance(case.breach, Range) and isinstance(case.breach.high, Never) for case in cases.values()
            )
            if all(rows) and (one.breaches or not doubtful):
                return ALWAYS_YES
            found = UNSURE if doubtful else self.share(rows)
            return truth(found.low, found.high, settled=True) if one.settled and found.known else found
        if status == "overdue":
            rows = [
                case.status in {Status.DUE, Status.BREACHED} and is_certain(case.due) and self.passed(case.due)
                for case in cases.values()
            ]
            return self.share(rows)
        if status == "suspended":
            return known(self.suspended(one.key) and bool(set(cases) & {Status.DUE, Status.PENDING}))
        if status in _REASONS:
            return self.share([case.reason == status for case in cases.values()])
        if status == "made":
            return known(bool(one.made))
        rows = [case.status.value == status for case in cases.values()]
        if status == "discharged" and one.given_up:
            return ALWAYS_YES
        if status == "due" and self.suspended(one.key):
            return NO
        settled = one.settled
        found = self.share(rows)
        return truth(found.low, found.high, settled) if found.known else found

    def share(self, rows: list[bool]) -> Truth:
        """Yes if all cases, no if none, unsure if some."""
        if all(rows):
            return YES
        return UNSURE if any(rows) else NO

    def suspended(self, key: str) -> bool:
        """Whether a norm is suspended today."""
        today = self.world.now.day
        return any(
            bar.start <= self.world.now and (isinstance(bar.until, Never) or today <= bar.until)
            for bar in self.world.bars.get(key, ())
        )

    def status_instant(self, node: core.StatusInstant, env: Env) -> Any:
        """Since when something stands in a status."""
        of = node.of
        if of.sort == "instrument":
            return self.world.effective.get(of.key, NEVER)
        if of.sort == "condition":
            return self.since_condition(node.status, of, env)
        if not of.key:
            return NEVERMORE
        values = []
        for one in self.instances(of, env):
            if node.status in _BEFALLS:
                values.append(self.befallen(_BEFALLS[node.status], one))
            else:
                values.append(
                    self.hulls([c.since if c.status.value == node.status else NEVER for c in one.cases.values()])
                )
        return self.first_instant(values)

    def since_term(self, node: core.SinceTerm, env: Env) -> Any:  # noqa: ARG002
        """The first instant at which a definition was yes."""
        slot = self.slots[node.key]
        low, high = self.world.first.get(slot, (NEVER, NEVER))
        found = self.world.values[slot]
        if isinstance(low, Never) and isinstance(found, Truth) and found.lost:
            return NEVERMORE
        return spread(low, high)

    def onset(self, node: Any, env: Env = NOWHERE) -> Any:
        """Since when a truth that is yes now has been so, as far as what it rests on tells: now, if it does not."""
        now = self.world.now
        match node:
            case core.AllOf(items=items):
                return max((self.onset(item, env) for item in items), default=now)
            case core.AnyOf(items=items):
                held = [self.onset(item, env) for item in items if self.truth(item, env).is_yes]
                return min(held, default=now)
            case core.Waivable(of=of):
                waived = self.waived(node.condition, node.label) or self.held(node.condition, node.label)
                return waived if waived is not None else self.onset(of, env)
            case core.TermTruth(key=key, index=()):
                first = self.world.first.get(self.slots[key], (NEVER, NEVER))[1]
                run = self.world.run.get(self.slots[key], now)
                return first if isinstance(first, Instant) and run <= first else run
            case core.Come(what=what, limit="", of=None):
                return self.as_onset(self.value(what, env))
            case core.Some(event=event, where=where):
                return self.as_onset(self.value(core.FirstOf(event, where), env))
            case core.StatusIs(status=("performed" | "exercised" | "effective"), of=of):
                return self.as_onset(self.status_instant(core.StatusInstant(node.status, of), env))
            case core.Const():
                return Instant(date.min)
            case _:
                return now

    def as_onset(self, at: Any) -> Instant:
        """An instant that has come, else now."""
        now = self.world.now
        if isinstance(at, Instant):
            return min(at, now)
        if isinstance(at, date):
            return min(Instant(at), now)
        return now
