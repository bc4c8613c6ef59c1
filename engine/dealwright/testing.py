"""Logs for any contract, drawn near the days and amounts that matter to it; and properties tried on them.

Mistakes in contracts sit at edges: on the last day, a day later, a cent below. So days are drawn from those that the
contract names, from those that its periods lead to, and from the days on either side; amounts from those that it names or
defines, a cent more and a cent less; and everything that a log may hold is drawn: events with their attributes, payments,
performances, signatures by some or all, exercises of powers by those who hold them and those who do not, waivers, values
given or left unknown.

    from dealwright.testing import logs

    @given(logs(contract))
    def test_price(log):
        outcome = contract.evaluate(log, last_day(log))

Hypothesis is needed to draw logs; it is imported when the first is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from dealwright import model as m
from dealwright import scenario as s
from dealwright.calendar import calendar
from dealwright.diagnostic import DealError, Severity, problem
from dealwright.edges import Edges, edges, programs
from dealwright.log import Log
from dealwright.pipeline import Contract
from dealwright.program import AttributeRule, EventRule, InputRule, NormRule, Program
from dealwright.value import Money, Period, Truth, minor_units, shift_day, text_of
from dealwright.write import write
from dealwright.write.literals import quoted

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

_MOST: Final = 6
_ONE: Final = timedelta(1)
_SPARE: Final = date(2031, 1, 15)
_NUMBERS: Final = ("0", "1", "2", "0.5", "100")
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£"}


def logs(contract: Contract, most: int = _MOST) -> SearchStrategy[Log]:
    """Logs of a contract, simple ones first when a test fails.

    Args:
        contract: The contract.
        most: How many dated entries a log has at most.
    """
    from hypothesis import strategies as st

    return st.composite(_log)(contract, most)


def _log(draw: DrawFn, contract: Contract, most: int) -> Log:
    """One log."""
    from hypothesis import strategies as st

    found = edges(contract)
    known = programs(contract)
    kinds = tuple(dict.fromkeys(_entries(known, contract)))
    inputs = {key: rule for program in known for key, rule in program.inputs.items()}
    log = Log()
    for key in sorted(inputs):
        if draw(st.booleans()):
            log = _given(draw, log, inputs[key], found)
    day = draw(st.sampled_from(found.days))
    for _ in range(draw(st.integers(0, most)) if kinds else 0):
        sort, what = draw(st.sampled_from(kinds))
        log = log.on(day, _said(draw, sort, what, found, known))
        day = min(_next(draw, day, found, known[0]), date(2900, 1, 1))
    return log


def _next(draw: DrawFn, day: date, found: Edges, program: Program) -> date:
    """A day that is not before another: the same, the next, or near one that matters."""
    from hypothesis import strategies as st

    near = [day, day + _ONE]
    business = calendar(program.calendar)
    for length in found.lengths:
        try:
            reached = shift_day(day, length, back=False, business=business, months_rounded=program.months_rounded)
        except (ValueError, LookupError):
            continue
        near += [reached - _ONE, reached, reached + _ONE]
    near += [one + timedelta(by) for one in found.days for by in (-1, 0, 1)]
    return draw(st.sampled_from(list(dict.fromkeys(one for one in near if one >= day))))


# ---------------------------------------------------------------- what may be said


def _entries(known: Sequence[Program], contract: Contract) -> Iterator[tuple[str, Any]]:
    """What a log of a contract may speak of."""
    for program in known:
        for event in program.events.values():
            if event.key not in {"Severance", "Notice"}:
                yield ("moves", event) if event.payment else ("happens", event)
        for norm in program.norms.values():
            if norm.sort == "duty" and not norm.split:
                yield ("pays" if norm.act.verb == "pay" else "performed"), norm
            elif norm.sort == "power":
                yield "exercises", norm
        for term in program.terms.values():
            if term.condition:
                yield "waives", term.name
    for name in contract.amendments:
        yield "signed", name


def _said(draw: DrawFn, sort: str, what: Any, found: Edges, known: Sequence[Program]) -> str:
    """An entry in words."""
    from hypothesis import strategies as st

    parties = known[0].parties or ("Nobody",)
    match sort:
        case "happens":
            return f"{what.key}{_by(draw, what.doers)}{_attributes(draw, what, found)}"
        case "moves":
            payer = draw(st.sampled_from(what.doers or parties))
            payee = draw(st.sampled_from([one for one in what.receivers or parties if one != payer] or list(parties)))
            return f"{what.key} of {_money(draw, found, known[0])} by {payer} to {payee}"
        case "pays":
            amount = _money(draw, found, known[0])
            if what.act.receivers and draw(st.booleans()):
                return f"{draw(st.sampled_from(what.actors))} pays {amount} to {what.act.receivers[0]}"
            return f"{what.name} paid {amount}"
        case "performed":
            return f"{what.name} performed"
        case "exercises":
            return _exercise(draw, what, found, known)
        case "waives":
            some = draw(st.sampled_from([parties, *((one,) for one in parties)]))
            return f"{' and '.join(some)} {'waives' if len(some) == 1 else 'waive'} {what}"
        case _:
            some = draw(st.sampled_from([parties, *((one,) for one in parties)]))
            return f"{what} signed by {' and '.join(some)}"


def _by(draw: DrawFn, doers: tuple[str, ...]) -> str:
    """Who did it, if several may have."""
    from hypothesis import strategies as st

    return f" by {draw(st.sampled_from(doers))}" if len(doers) > 1 else ""


def _exercise(draw: DrawFn, norm: NormRule, found: Edges, known: Sequence[Program]) -> str:
    """An exercise of a power, by somebody, in some form."""
    from hypothesis import strategies as st

    who = draw(st.sampled_from(list(dict.fromkeys((*norm.actors, *known[0].parties)))))
    if norm.joint or (norm.form is not None and norm.form.word == "writing"):
        both = draw(st.booleans())
        who = " and ".join(norm.actors) if both and len(norm.actors) > 1 else who
    verb = "exercise" if " and " in who else "exercises"
    if norm.form is None:
        return f"{who} {verb} {norm.name}"
    notice = next((program.events["Notice"] for program in reversed(known) if "Notice" in program.events), None)
    if norm.form.word == "notice" and notice is not None:
        return f"{who} {verb} {norm.name} by notice{_attributes(draw, notice, found)}"
    return f"{who} {verb} {norm.name} by {norm.form.word}"


def _attributes(draw: DrawFn, event: EventRule, found: Edges) -> str:
    """The attributes of an occurrence."""
    said = [f"{one.name}: {_value(draw, one, found)}" for one in event.attributes if one.kind.word != "any"]
    return f" with {', '.join(said)}" if said else ""


def _value(draw: DrawFn, rule: AttributeRule | InputRule, found: Edges) -> str:
    """A value of the kind that is asked, in words."""
    from hypothesis import strategies as st

    values: list[str]
    match rule.kind.word:
        case "yes/no":
            values = ["yes", "no"]
        case "money":
            currency = rule.kind.detail[0] if rule.kind.detail else "EUR"
            values = _bounds(rule) or [_written(one) for one in _near(found, currency)]
        case "number":
            numbers = [text_of(one) for one in found.numbers if "exactly" not in text_of(one)]
            values = _bounds(rule) or [*_NUMBERS, *numbers]
        case "date":
            values = [(one + timedelta(by)).isoformat() for one in found.days for by in (-1, 0, 1)]
        case "choice":
            values = list(rule.kind.detail)
        case "party":
            values = list(found.parties or ("Nobody",))
        case "duration":
            values = [one.text() for one in found.lengths] or ["1 day"]
        case "period":
            values = [Period.containing("month", one).text() for one in found.days]
        case _:
            values = [quoted("words")]
    return draw(st.sampled_from(values))


def _bounds(rule: AttributeRule | InputRule) -> list[str]:
    """The bounds of a declaration: nothing outside of them is ever said."""
    bounds = [one for one in (rule.least, rule.most) if one is not None]
    return [_written(one) if isinstance(one, Money) else text_of(one) for one in bounds]


def _near(found: Edges, currency: str) -> list[Money]:
    """The amounts that matter, and those a cent away."""
    cent = Money(Fraction(1, 10 ** minor_units(currency)), currency)
    mine = [one for one in found.amounts if one.currency == currency] or [Money(Fraction(100), currency)]
    rounded = [Money(Fraction(round(one.amount / cent.amount)) * cent.amount, currency) for one in mine]
    near = [one for amount in rounded for one in (amount, amount - cent, amount + cent) if one.amount >= 0]
    return list(dict.fromkeys(near))


def _money(draw: DrawFn, found: Edges, program: Program) -> str:
    """An amount in words."""
    from hypothesis import strategies as st

    return _written(draw(st.sampled_from(_near(found, program.currency or "EUR"))))


def _written(amount: Money) -> str:
    """An amount as a log states it."""
    sign = _SIGNS.get(amount.currency, f"{amount.currency} ")
    return f"{sign}{amount.text().removesuffix(amount.currency).strip()}"


def _given(draw: DrawFn, log: Log, rule: InputRule, found: Edges) -> Log:
    """A log in which an input has a value."""
    from hypothesis import strategies as st

    if rule.kind.word == "any":
        return log
    what = rule.key
    if rule.each:
        what = f"{what} for {Period.containing(rule.each, draw(st.sampled_from(found.days))).text()}"
    return log.with_given(f"{what} is {_value(draw, rule, found)}")


# ---------------------------------------------------------------- properties


def last_day(log: Log, least: date = _SPARE) -> date:
    """The day after the last entry of a log, or the day given if there is none."""
    return log.entries[-1].on + _ONE if log.entries else least


def run_property(contract: Contract, prop: m.Property, effort: int = 0) -> s.Run:
    """Try a property on the log of every scenario at hand, and on logs that are made up.

    Args:
        contract: The contract, with the scenarios at hand.
        prop: The property.
        effort: How many logs to make up; none if 0.

    Returns:
        What came out. A log that refutes it is in what was found, as a scenario that can be pasted back.
    """
    first = s.run_property(contract, prop)
    nothing = bool(first.problems) and all(one.severity is not Severity.ERROR for one in first.problems)
    if not effort or not (first.passed or nothing):
        return first
    try:
        import hypothesis  # noqa: F401
    except ImportError:
        said = "no logs are made up for this property, since `hypothesis` is not installed"
        return evolve(first, notes=(*first.notes, problem("R209", said, prop.span)))
    return check_property(contract, prop, effort, first)


def check_property(contract: Contract, prop: m.Property, effort: int, first: s.Run | None = None) -> s.Run:
    """Try a property on logs that are made up; the same logs each time.

    Args:
        contract: The contract.
        prop: The property.
        effort: How many logs to make up.
        first: What came out of other logs, if it was tried on any.

    Returns:
        What came out: the shortest log found that refutes it, if one was found.
    """
    from hypothesis import HealthCheck, Phase, given, settings

    met: list[Log] = []
    refuted: list[Log] = []

    @settings(
        max_examples=effort,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(logs(contract))
    def attempt(log: Log) -> None:
        rows = _tried(contract, prop, log)
        if rows:
            met.append(log)
        if any(_false(prop, truth) for _, truth, _ in rows):
            refuted.append(log)
            raise Refuted

    try:
        attempt()
    except Refuted:
        log = shortest(contract, prop, refuted[-1])
        day, found = next((day, found) for day, truth, found in _tried(contract, prop, log) if _false(prop, truth))
        words, span = s.claim_of(prop), prop.claim.span
        claim = s.Claim(words, day, holds=False, found=f"{found}, with\n{as_scenario(log, prop.title)}", span=span)
        return s.Run(prop.title, (claim,), (), prop.span)
    if first is not None and first.passed:
        return first
    if not met:
        said = f"none of {effort} logs meets the condition of `{prop.title}`, so nothing is shown"
        return s.Run(prop.title, (), (problem("R208", said, prop.span),), prop.span)
    return s.Run(prop.title, (), (), prop.span)


def _tried(contract: Contract, prop: m.Property, log: Log) -> list[tuple[date, Any, str]]:
    """What the claim of a property is on the days of a log and the days after; nothing where that cannot be told."""
    days = sorted({one for entry in log.entries for one in (entry.on, entry.on + _ONE)} or {last_day(log)})
    try:
        return s.over_days(contract, prop, log, days)
    except DealError:
        return []


def _false(prop: m.Property, truth: Any) -> bool:
    """Whether the claim of a property is surely not as it must be."""
    return isinstance(truth, Truth) and (truth.is_no if prop.word == "always" else truth.is_yes)


def shortest(contract: Contract, prop: m.Property, log: Log) -> Log:
    """A log that refutes a property, without the entries and values that it can do without."""
    less = True
    while less:
        less = False
        for part in ("entries", "given"):
            for place in range(len(getattr(log, part)) - 1, -1, -1):
                rest = getattr(log, part)
                fewer: dict[str, Any] = {part: (*rest[:place], *rest[place + 1 :])}
                shorter = evolve(log, **fewer)
                if any(_false(prop, truth) for _, truth, _ in _tried(contract, prop, shorter)):
                    log, less = shorter, True
    return log


class Refuted(Exception):
    """A log was found on which a property does not hold."""


def as_scenario(log: Log, title: str) -> str:
    """A log as a scenario that can be pasted into a file."""
    return write(m.Document((), (), (evolve(log.scenario, title=title),), (), log.source)).rstrip("\n")


__all__ = [
    "Edges",
    "as_scenario",
    "check_property",
    "edges",
    "last_day",
    "logs",
    "programs",
    "run_property",
    "shortest",
]
