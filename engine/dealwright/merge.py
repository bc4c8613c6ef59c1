"""One outcome out of several: what is the same in all is sure, what differs is a set or a range.

When the order of a day's entries is not known, each order gives an outcome of its own. An answer that is the same in
all of them is that answer; else it is everything that it may be.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve

from dealwright.evaluate import Status
from dealwright.outcome import Answer, Outcome, Writing
from dealwright.value import NEVER, Truth
from dealwright.value.truth import hull as truth_hull
from dealwright.value.uncertain import either_reason, hull


def merged(outcomes: list[Outcome]) -> Outcome:
    """The outcome that holds every one of several."""
    first = outcomes[0]
    for other in outcomes[1:]:
        first = _both(first, other)
    return first


def _both(first: Outcome, second: Outcome) -> Outcome:
    """The outcome that holds two."""
    terms: dict[str, Answer] = {}
    for name in dict.fromkeys((*first.terms, *second.terms)):
        a, b = first.terms.get(name), second.terms.get(name)
        terms[name] = a or b if a is None or b is None else _answer(a, b)  # type: ignore[assignment]
    return evolve(
        first,
        text=first.text
        if first.text == second.text
        else (*first.text, *(one for one in second.text if one not in first.text)),
        status=first.status if first.status == second.status else "unknown",
        terms=terms,
        calendar=first.calendar
        if first.calendar == second.calendar
        else tuple(dict.fromkeys((*first.calendar, *second.calendar))),
        history=first.history
        if first.history == second.history
        else tuple(dict.fromkeys((*first.history, *second.history))),
        assumptions=tuple(dict.fromkeys((*first.assumptions, *second.assumptions))),
        diagnostics=tuple(dict.fromkeys((*first.diagnostics, *second.diagnostics))),
        alternatives=(*first.alternatives, second.result),
        instruments={name: _writing(one, second.instruments[name]) for name, one in first.instruments.items()},
    )


def _writing(a: Writing, b: Writing) -> Writing:
    """How an instrument stands, if that depends on the order."""
    if a == b:
        return a
    waits = tuple(dict.fromkeys((*a.waits, *b.waits)))
    status = a.status if a.status == b.status else "unknown"
    return Writing(a.name, status, a.since if a.since == b.since else None, None, waits, a.signed)


def _answer(a: Answer, b: Answer) -> Answer:
    """The answer that holds two."""
    if a == b:
        return a
    possible = a.possible | b.possible
    status = a.status if a.status is b.status else Status.UNKNOWN
    return evolve(
        a,
        status=status,
        possible=possible,
        value=_value(a.value, b.value),
        since=_value(a.since, b.since),
        due=_value(a.due, b.due),
        amount=_value(a.amount, b.amount),
        paid=_value(a.paid, b.paid),
        outstanding=_value(a.outstanding, b.outstanding),
        breach=_value(a.breach, b.breach),
        late=a.late and b.late,
        reason=either_reason(a.reason, b.reason) if a.reason and b.reason else "",
        cites=tuple(dict.fromkeys((*a.cites, *b.cites))),
        readings=tuple(sorted({*a.readings, *b.readings})),
        needs=tuple(dict.fromkeys((*a.needs, *b.needs, ("the order of the day's entries",)))),
    )


def _value(a: Any, b: Any) -> Any:
    """The value that holds two; None counts as what has not come."""
    if a == b:
        return a
    if isinstance(a, Truth) and isinstance(b, Truth):
        return truth_hull(a, b)
    return hull(NEVER if a is None else a, NEVER if b is None else b)
