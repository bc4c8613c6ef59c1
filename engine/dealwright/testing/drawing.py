"""Logs for any contract, drawn near the days and amounts that matter to it.

Mistakes in contracts sit at edges: on the last day, a day later, a cent below. So days are drawn from those that the
contract names, from those that its periods lead to, and from the days on either side; amounts from those that it names or
defines, a cent more and a cent less; and everything that a log may hold is drawn: events with their attributes, payments,
performances, signatures by some or all, exercises of powers by those who hold them and those who do not, waivers, values
given or left unknown. Some entries answer to what has come so far: what is due is performed in time or a day late, in
full or but for a cent, and what is available is exercised.

Hypothesis is needed to draw logs; it is imported when the first is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from dealwright.calendar import calendar
from dealwright.diagnostic import DealError
from dealwright.edges import Edges, edges, programs
from dealwright.evaluate import Status
from dealwright.log import Log
from dealwright.pipeline import Contract
from dealwright.program import AttributeRule, EventRule, InputRule, NormRule, Program
from dealwright.value import Money, Period, minor_units, shift_day, text_of
from dealwright.write.literals import quoted

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

_MOST: Final = 6
_ONE: Final = timedelta(1)
_NUMBERS: Final = ("0", "1", "2", "0.5", "100")
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£"}


def logs(contract: Contract, most: int = _MOST, about: Collection[str] = ()) -> SearchStrategy[Log]:
    """Logs of a contract, simple ones first when a test fails.

    Args:
        contract: The contract.
        most: How many dated entries a log has at most.
        about: Keys of rules, such as `term:Rent`, of which most logs speak and nothing else; all, if empty.
    """
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw: DrawFn) -> Log:
        return _log(draw, contract, most, frozenset(about))

    return drawn()


def _log(draw: DrawFn, contract: Contract, most: int, about: frozenset[str]) -> Log:
    """One log."""
    from hypothesis import strategies as st

    found = edges(contract)
    known = programs(contract)
    kinds = tuple(dict.fromkeys(_entries(known, contract)))
    near: tuple[tuple[str, Any], ...] = tuple(one for one in kinds if _key(*one) in about)
    inputs = {key: rule for program in known for key, rule in program.inputs.items()}
    log = Log()
    for key in sorted(inputs):
        if draw(st.booleans()):
            log = _given(draw, log, inputs[key], found)
    day = draw(st.sampled_from(found.days))
    for _ in range(draw(st.integers(0, most)) if kinds else 0):
        some = near if near and _mostly(draw) else kinds
        sort = draw(st.sampled_from(list(dict.fromkeys(sort for sort, _ in some))))
        what = draw(st.sampled_from([what for one, what in some if one == sort]))
        answers = _answers(draw, contract, log, found, known) if log.entries and _even(draw) else []
        on, said = draw(st.sampled_from(answers)) if answers else (day, _said(draw, sort, what, found, known))
        day = max(day, on)
        log = log.on(day, said)
        day = min(_next(draw, day, found, known[0]), date(2900, 1, 1))
    return log


def _mostly(draw: DrawFn) -> bool:
    """Yes, five times out of six."""
    from hypothesis import strategies as st

    return draw(st.integers(0, 5)) > 0


def _even(draw: DrawFn) -> bool:
    """Yes, every other time."""
    from hypothesis import strategies as st

    return draw(st.booleans())


def _answers(
    draw: DrawFn, contract: Contract, log: Log, found: Edges, known: Sequence[Program]
) -> list[tuple[date, str]]:
    """What may be done about what has come so far: what is due, about its last day; what is available, at once."""
    last = log.entries[-1].on
    try:
        outcome = contract.evaluate(log, last + _ONE)
    except DealError:
        return []
    result: list[tuple[date, str]] = []
    for line in outcome.calendar:
        days = [line.on + timedelta(by) for by in (0, -1, 1)] if isinstance(line.on, date) else [last]
        words = [f"{line.name} performed"]
        if line.outstanding is not None:
            one = line.outstanding
            words = [f"{line.name} paid {_written(each)}" for each in _about(one)] if isinstance(one, Money) else []
        result += [(day, said) for said in words for day in days if "(" not in said]
    rules = {norm.key: norm for program in known for norm in program.norms.values()}
    for answer in outcome.terms.values():
        if answer.status is Status.AVAILABLE and answer.kind == "power" and answer.key in rules:
            result.append((last, _exercise(draw, rules[answer.key], found, known)))
    return result


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


def _key(sort: str, what: Any) -> str:
    """The key of the rule of which an entry speaks."""
    match sort:
        case "happens" | "moves":
            return f"event:{what.key}"
        case "waives":
            return f"term:{what}"
        case "signed":
            return f"instrument:{what}"
        case _:
            return f"norm:{what.key}"


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
            some = parties if _even(draw) else (draw(st.sampled_from(parties)),)
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
            days = [one + timedelta(by) for one in found.days for by in (-1, 0, 1)]
            least, most = rule.least or date.min, rule.most or date.max
            values = [one.isoformat() for one in days if least <= one <= most] or _bounds(rule)
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
    return [
        _written(one) if isinstance(one, Money) else str(one) if isinstance(one, date) else text_of(one)
        for one in bounds
    ]


def _near(found: Edges, currency: str) -> list[Money]:
    """The amounts that matter, and those a cent away."""
    mine = [one for one in found.amounts if one.currency == currency] or [Money(Fraction(100), currency)]
    return list(dict.fromkeys(one for amount in mine for one in _about(amount)))


def _about(amount: Money) -> list[Money]:
    """An amount in whole cents, a cent less and a cent more."""
    cent = Money(Fraction(1, 10 ** minor_units(amount.currency)), amount.currency)
    whole = Money(Fraction(round(amount.amount / cent.amount)) * cent.amount, amount.currency)
    return [one for one in (whole, whole - cent, whole + cent) if one.amount >= 0]


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
