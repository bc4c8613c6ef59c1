"""Rounding, exactly as the text says and nowhere else.

A text rounds to cents, which are the smallest coins of the currency, to whole numbers, to a number of decimals, or to
a step such as $5. `up` is away from zero and `down` towards it; the halves go to the nearer step, and `up`, `down` or
`even` say where the middle goes. What lies between two ends is rounded at both.
"""

from fractions import Fraction
from typing import Final, Literal, TypeAlias, cast

from dealwright.value.amounts import Money
from dealwright.value.comparing import refusal
from dealwright.value.currencies import MINOR_UNITS
from dealwright.value.durations import Duration
from dealwright.value.figures import Mode
from dealwright.value.figures import rounded as whole
from dealwright.value.moment import Never
from dealwright.value.problems import DivisionByZero, MixedKinds, NoSmallestCoin
from dealwright.value.uncertain import Bound, Measure, Range, Unbounded, Unknown, Value, between, ends, family

RoundingUnit: TypeAlias = (
    Literal["cents", "whole numbers"] | tuple[Literal["places"], int] | tuple[Literal["step"], Fraction | int] | Measure
)
"""To what an amount is rounded: `("places", 2)` is to two decimals, `("step", 5)` to fives, as is an amount of five."""

_AMOUNTS: Final = ("number", "money", "quantity", "duration")


def round_value(value: Value, mode: Mode, unit: RoundingUnit) -> Value:
    """An amount rounded.

    Args:
        value: The amount, as far as it is known.
        mode: Which of the two neighbouring steps it becomes.
        unit: What the steps are.

    Raises:
        NoSmallestCoin: It is rounded to cents, and is no money, or money without any.
        NoValue: It is no amount, or the step is of another kind, or zero.
    """
    if isinstance(value, Never | Unknown):
        return value
    if family(value)[0] not in _AMOUNTS:
        message = f"{' in '.join(family(value))} cannot be rounded"
        raise MixedKinds(message, value)
    low, high = ends(cast("Measure | Range", value))
    return between(_rounded(low, mode, unit), _rounded(high, mode, unit))


def rounded(value: Value, mode: str, to: str, step: Fraction | int | None = None) -> Value:
    """An amount rounded, as an expression says it.

    Args:
        value: The amount, as far as it is known.
        mode: One of the modes.
        to: `cents`, `whole numbers`, `places` or `step`.
        step: How many places, or the step.
    """
    unit = to if step is None or to not in ("places", "step") else (to, step)
    return round_value(value, cast("Mode", mode), cast("RoundingUnit", unit))


def _rounded(bound: Bound, mode: Mode, unit: RoundingUnit) -> Bound:
    if isinstance(bound, Unbounded):
        return bound
    amount = cast("Measure", bound)
    if isinstance(unit, Duration) and isinstance(amount, Duration):
        amount, unit = amount.matched(unit)
    step = _step(amount, unit)
    if not step:
        message = "nothing can be rounded to steps of zero"
        raise DivisionByZero(message, amount)
    if isinstance(amount, Fraction):
        return whole(amount / step, mode) * step
    return amount.resized(whole(amount.size / step, mode) * step)


def _step(amount: Measure, unit: RoundingUnit) -> Fraction:
    match unit:
        case "cents":
            if not isinstance(amount, Money) or amount.currency not in MINOR_UNITS:
                message = f"{' in '.join(family(amount))} has no smallest coin to be rounded to"
                raise NoSmallestCoin(message, amount)
            return Fraction(1, 10 ** MINOR_UNITS[amount.currency])
        case "whole numbers":
            return Fraction(1)
        case ("places", places):
            return 1 / Fraction(10) ** int(places)
        case ("step", step):
            return abs(Fraction(step))
        case _:
            if family(amount) != family(unit):
                raise refusal("rounded to each other", amount, unit)
            return abs(unit if isinstance(unit, Fraction) else unit.size)
