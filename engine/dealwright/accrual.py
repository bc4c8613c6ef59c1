"""Interest on what is overdue: simple, exact, from the due day to the day asked about."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dealwright.evaluate.expressions import Evaluator
from dealwright.evaluate.world import Standing, Status
from dealwright.program import NormRule
from dealwright.value import Money, Never, day_of
from dealwright.value.days import year_fraction
from dealwright.value.uncertain import is_certain


def interest(ev: Evaluator, rule: NormRule, one: Standing) -> Any:
    """Simple interest on what was outstanding after the due day, to the day asked about, exact."""
    case = next((c for s, c in one.cases.items() if s in {Status.DUE, Status.BREACHED, Status.PERFORMED}), None)
    if case is None or rule.interest is None or not is_certain(case.due) or isinstance(case.due, Never):
        return None
    owed = ev.amount(one)
    rate = ev.value(rule.interest.rate, one.env)
    if not isinstance(owed, Money) or not isinstance(rate, Fraction):
        return None
    yearly = rate * 12 if rule.interest.period == "month" else rate
    start = day_of(case.due)
    total = Fraction(0)
    rest = owed.amount - sum((m.amount for at, m in one.receipts if at.day <= start), start=Fraction(0))
    moves = sorted((at.day, m.amount) for at, m in one.receipts if at.day > start)
    for on, paid in [*moves, (ev.world.now.day, Fraction(0))]:
        if rest > 0 and on > start:
            total += rest * yearly * Fraction(*year_fraction(rule.interest.convention, start, on))
        rest -= paid
        start = max(start, on)
    return Money(total, owed.currency)
