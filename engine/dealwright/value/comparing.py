"""How two values compare, when neither need be known exactly.

Two amounts compare by what they come to, two moments by which is first, all else by being the same or not. What is
only known to lie between two ends compares as `yes` if it does so wherever it lies, `no` if it does so nowhere, and
unknown otherwise. A date and an instant of the same day are neither before nor after each other. A period is before
what comes after its last day, and after what comes before its first; a day within it is neither.

What has not come stands after every day. It has no amount either: compared with one, it is only ever `not equal`.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Literal, assert_never, cast

from dealwright.value.amounts import Money
from dealwright.value.moment import Instant, Never, day_of, precedes
from dealwright.value.periods import MonthDay, Period
from dealwright.value.problems import MixedCurrencies, MixedKinds, MixedUnits, NoValue
from dealwright.value.truth import UNSURE, UNSURE_SETTLED, Truth, both, known, negate, possible
from dealwright.value.uncertain import (
    Bound,
    Choice,
    Exact,
    Party,
    Range,
    Unknown,
    Value,
    between,
    earlier,
    ends,
    family,
    is_ordered,
    possibilities,
)

Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
"""The signs of comparison."""

_REASONS: Final[dict[str, type[NoValue]]] = {
    "money": MixedCurrencies,
    "quantity": MixedUnits,
    "duration": MixedUnits,
}
_WITHOUT_ORDER: Final = (str, bool, Choice, Party, Period, MonthDay)
_TIMES: Final = {("moment",), ("period",)}
_AMOUNTS: Final = {"number", "money", "quantity", "duration"}


def refusal(action: str, one: Value, other: Value) -> NoValue:
    """Why two values do not go together: different currencies, different units, or different kinds.

    Args:
        action: What could not be done, as in `cannot be compared`.
        one: The first value.
        other: The second value.
    """
    mine, theirs = family(one), family(other)
    reason = _REASONS.get(mine[0], MixedKinds) if mine[0] == theirs[0] and mine != theirs else MixedKinds
    return reason(f"{' in '.join(mine)} and {' in '.join(theirs)} cannot be {action}", one, other)


def compare(op: Comparison, one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether two values compare as said.

    Args:
        op: The sign.
        one: What stands on its left.
        other: What stands on its right.
        settled: Whether nothing later can change the two.

    Raises:
        NoValue: The two cannot be compared, or not by their order.
    """
    if _lacks_amount(one, other) or _lacks_amount(other, one):
        return known(op == "!=", settled)
    match op:
        case "=":
            return _same(one, other, settled=settled)
        case "!=":
            return negate(_same(one, other, settled=settled))
        case "<":
            return before(one, other, settled=settled)
        case "<=":
            return negate(before(other, one, settled=settled))
        case ">":
            return before(other, one, settled=settled)
        case ">=":
            return negate(before(one, other, settled=settled))
        case _:
            assert_never(op)


def before(one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether one value is less than another, or one moment before another.

    Raises:
        NoValue: The two have no order between them.
    """
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return known(one < other, settled)
    if isinstance(one, Money) and isinstance(other, Money):
        return known(one < other, settled)
    if isinstance(one, date | Instant) and isinstance(other, date | Instant):
        return known(precedes(one, other), settled)
    if not (_has_order(one) and _has_order(other) and _go_together(one, other)):
        raise refusal("put in order", one, other)
    (least, greatest), (lowest, highest) = _lasts(one), _firsts(other)
    return possible(earlier(greatest, lowest), earlier(least, highest), settled)


def after(one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether one value is greater than another, or one moment after another."""
    return before(other, one, settled=settled)


def on_or_before(one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether one value is at most another, or one moment not after another."""
    return negate(before(other, one, settled=settled))


def on_or_after(one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether one value is at least another, or one moment not before another."""
    return negate(before(one, other, settled=settled))


def on(one: Value, other: Value, *, settled: bool = False) -> Truth:
    """Whether two moments are on one day, whatever their places in it."""
    return _same(_in_days(one), _in_days(other), settled=settled)


def _in_days(value: Value) -> Value:
    match value:
        case Instant(day):
            return day
        case Range(low, high) if Instant in (type(low), type(high)):
            days = (day_of(end) if isinstance(end, date | Instant) else end for end in (low, high))
            return between(*days)
        case _:
            return value


def _same(one: Value, other: Value, *, settled: bool) -> Truth:
    if type(one) is type(other) and isinstance(one, _WITHOUT_ORDER):
        return known(one == other, settled)
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return UNSURE_SETTLED if settled else UNSURE
    if isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) != len(other):
            return known(yes=False, settled=settled)
        return both([compare("=", mine, theirs, settled=settled) for mine, theirs in zip(one, other, strict=True)])
    if not _go_together(one, other):
        raise refusal("compared", one, other)
    if is_ordered(one) or is_ordered(other):
        less, greater = before(one, other), before(other, one)
        return possible(less.is_no and greater.is_no, not (less.is_yes or greater.is_yes), settled)
    truths = [_alike(mine, theirs) for mine in possibilities(one) for theirs in possibilities(other)]
    return possible(all(it.is_yes for it in truths), any(it.may_be_yes for it in truths), settled)


def _alike(one: Exact, other: Exact) -> Truth:
    return _same(one, other, settled=False) if isinstance(one, tuple) else known(one == other)


def _lacks_amount(one: Value, other: Value) -> bool:
    return isinstance(one, Never) and family(other)[0] in _AMOUNTS


def _has_order(value: Value) -> bool:
    return is_ordered(value) or family(value) == ("period",)


def _go_together(one: Value, other: Value) -> bool:
    families = {family(one), family(other)}
    return len(families) == 1 or families == _TIMES or ("unknown",) in families


def _firsts(value: Value) -> tuple[Bound, Bound]:
    """The ends between which a value, or the first day of a period, lies."""
    if is_ordered(value):
        return ends(value)
    starts = [cast("Period", period).start for period in possibilities(value)]
    return min(starts), max(starts)


def _lasts(value: Value) -> tuple[Bound, Bound]:
    """The ends between which a value, or the last day of a period, lies."""
    if is_ordered(value):
        return ends(value)
    last = [cast("Period", period).end for period in possibilities(value)]
    return min(last), max(last)
