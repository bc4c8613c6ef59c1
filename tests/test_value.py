"""Values are exact, and what is known of them only in part holds every case that is possible."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import TypeAlias, cast

import iso4217
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dealwright import value as v
from dealwright.calendar import calendar
from dealwright.value import (
    END,
    HIGHEST,
    LOWEST,
    NEVER,
    NEVERMORE,
    NO,
    NO_SETTLED,
    NOT_YET,
    NOT_YET_SETTLED,
    TRUTHS,
    UNBOUNDED,
    UNKNOWN,
    UNSURE,
    YES,
    YES_SETTLED,
    Among,
    Choice,
    Duration,
    Instant,
    Level,
    Money,
    MonthDay,
    Party,
    Period,
    Quantity,
    Range,
    Truth,
    Value,
    json_of,
    quantity,
    text_of,
)
from dealwright.value.currencies import MINOR_UNITS, WITHOUT_COINS
from dealwright.value.figures import Mode, exact, fixed, limited, plain, written
from dealwright.value.rounding import rounded

Pair: TypeAlias = tuple[Value, Value]
"""A value as far as it is known, and one case that is possible."""

DAY = date(2031, 5, 1)


def days(count: int | Fraction) -> Duration:
    """So many days."""
    return Duration(count, "day")


def euros(amount: int | Fraction) -> Money:
    """So many euros."""
    return Money(amount, "EUR")


# ------------------------------------------------------------------------------------------------ what may be known

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=12)
dates = st.dates(min_value=date(2030, 12, 1), max_value=date(2032, 3, 31))
moments = st.one_of(
    dates,
    st.builds(Instant, st.dates(DAY, DAY + timedelta(2)), st.integers(0, 3)),
    st.dates(DAY, DAY + timedelta(2)),
    st.sampled_from([NEVER, NEVERMORE]),
)
truths = st.sampled_from(TRUTHS)


@st.composite
def known_in_part(draw: st.DrawFn, cases: st.SearchStrategy[Value]) -> Pair:
    """What is known of a value that is one of several, and which of them it is."""
    drawn = draw(st.lists(cases, min_size=1, max_size=3))
    known = drawn[0]
    for case in drawn[1:]:
        known = v.hull(known, case)
    if v.is_certain(known) or draw(st.integers(0, 3)):
        return known, draw(st.sampled_from(drawn))
    low, high = v.ends(cast("Range", known))
    wider = draw(st.sampled_from([(LOWEST, high), (low, HIGHEST), (LOWEST, HIGHEST)]))
    return v.between(*wider), draw(st.sampled_from(drawn))


amounts = st.one_of(
    known_in_part(numbers),
    known_in_part(numbers.map(euros)),
    known_in_part(numbers.map(days)),
    known_in_part(st.builds(Duration, numbers, st.sampled_from(["day", "week"]))),
    known_in_part(st.builds(Quantity, numbers, st.just("Tonnes"))),
)
alike = st.one_of(
    st.tuples(known_in_part(numbers), known_in_part(numbers)),
    st.tuples(known_in_part(numbers.map(euros)), known_in_part(numbers.map(euros))),
    st.tuples(
        known_in_part(st.builds(Duration, numbers, st.sampled_from(["day", "week"]))), known_in_part(numbers.map(days))
    ),
)


def holds(known: Value, case: Value) -> bool:
    """Whether what is known of a value allows a case."""
    match known:
        case v.Unknown():
            return True
        case Range(low, high):
            least, greatest = v.ends(cast("Range", case))
            after_low = isinstance(low, v.Unbounded) or v.compare(">=", case, low).is_yes
            before_high = isinstance(high, v.Unbounded) or v.compare("<=", case, high).is_yes
            return least == greatest and after_low and before_high
        case Among(values):
            return case in values
        case _:
            return known == case or (v.is_ordered(known) and v.compare("=", known, case).is_yes)


def agrees(known: Truth, case: Truth) -> bool:
    """Whether an answer allows another."""
    return known.low <= case.low and case.high <= known.high


# ----------------------------------------------------------------------------------------------------------- truth


def worlds(it: Truth) -> range:
    """The levels that an answer may have."""
    return range(it.low, it.high + 1)


def exactly(levels: set[int], it: Truth) -> bool:
    """Whether an answer goes from the least to the greatest of some levels."""
    return (it.low, it.high) == (min(levels), max(levels))


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_joined_truths_are_exactly_what_may_be(count: int) -> None:
    """Joining ranges of answers gives the least and the greatest that their levels can give."""
    for them in product([it for it in TRUTHS if not it.settled], repeat=count):
        cases = [sorted(case, reverse=True) for case in product(*map(worlds, them))]
        assert exactly({min(case, default=2) for case in cases}, v.both(them))
        assert exactly({max(case, default=0) for case in cases}, v.either(them))
        for least in range(count + 2):
            levels = {2 if least == 0 else (*case, *[0] * 3)[least - 1] for case in cases}
            assert exactly(levels, v.at_least(least, them))
        assert exactly({min((*case, 0)[0], 2 - (*case, 0, 0)[1]) for case in cases}, v.exactly_one(them))


def test_truths_are_joined_the_same_in_any_order_and_grouping() -> None:
    """`and` and `or` are associative, commutative and idempotent, settledness and all, and `not` exchanges them."""
    for one, two, three in product(TRUTHS, repeat=3):
        for join in (v.both, v.either):
            assert join((one, two, three)) is join((join((one, two)), three)) is join((three, join((two, one))))
    for one, two in product(TRUTHS, repeat=2):
        assert v.negate(v.both((one, two))) is v.either((v.negate(one), v.negate(two)))
        assert v.both((one, v.either((one, two)))).low == one.low
        assert v.hull(one, two) is v.hull(two, one)
        assert agrees(v.hull(one, two), one)
    for one in TRUTHS:
        assert v.both((one, one)) is v.either((one, one)) is one is v.negate(v.negate(one)) is v.hull(one, one)
        assert v.both((one, YES_SETTLED)) is one is v.either((one, NO_SETTLED))
        assert v.both((one, NO_SETTLED)) is NO_SETTLED
        assert v.either((one, YES_SETTLED)) is YES_SETTLED


@given(st.lists(truths, max_size=5))
def test_counting_truths(them: list[Truth]) -> None:
    """At least one is any, at least all is all; one of one is itself."""
    assert v.at_least(1, them) == v.either(them)
    assert v.at_least(len(them), them) == v.both(them)
    assert v.at_least(0, them) is YES_SETTLED
    assert v.at_least(len(them) + 1, them) is NO_SETTLED
    assert all(v.exactly_one([it]) is it for it in them)


@given(st.lists(truths, min_size=1, max_size=4), st.data())
def test_what_is_settled_stays(them: list[Truth], data: st.DataObject) -> None:
    """A settled answer is the same whatever becomes of the parts of it that are not settled."""
    later = [it if it.settled else data.draw(truths) for it in them]
    joins: list[Callable[[list[Truth]], Truth]] = [
        v.both,
        v.either,
        v.exactly_one,
        lambda several: v.at_least(2, several),
    ]
    for join in joins:
        if join(them).settled:
            assert join(later) is join(them)


@pytest.mark.parametrize(
    ("them", "expected"),
    [
        ((YES_SETTLED, YES_SETTLED, UNSURE), NO_SETTLED),
        ((YES_SETTLED, NO_SETTLED), YES_SETTLED),
        ((YES, NO), YES),
        ((YES, NOT_YET), NOT_YET),
        ((NOT_YET_SETTLED, NO_SETTLED), NOT_YET_SETTLED),
        ((), NO_SETTLED),
    ],
)
def test_exactly_one(them: tuple[Truth, ...], expected: Truth) -> None:
    """One is so and no other; two that are settled settle it."""
    assert v.exactly_one(them) is expected


def test_the_twelve_answers() -> None:
    """There are twelve, made once; a copy is the same one, and each says what it is."""
    assert len(set(TRUTHS)) == 12
    for it in TRUTHS:
        assert pickle.loads(pickle.dumps(it)) is copy.deepcopy(it) is it is TRUTHS[it.index]  # noqa: S301 - our own
        assert it.known == (it.is_yes or it.is_no or it.is_not_yet)
        assert it.may_be_yes == (2 in worlds(it))
        assert it.may_not_be_yes == (worlds(it) != range(2, 3))
        assert it.lost == (it is NO_SETTLED)
        assert v.as_settled(it).settled
        assert not v.as_unsettled(it).settled
        assert v.as_unsettled(v.as_settled(it)) is v.as_unsettled(it)
    assert [it.text() for it in TRUTHS[::2]] == ["no", "no or not yet", "unknown", "not yet", "not yet or yes", "yes"]
    assert v.truth(Level.NO, Level.YES) is UNSURE
    assert [v.known(yes, settled) for yes in (False, True) for settled in (False, True)] == [
        NO,
        NO_SETTLED,
        YES,
        YES_SETTLED,
    ]


def test_asking_stops_when_the_answer_is_settled() -> None:
    """What could not change the answer any more is not asked."""
    asked: list[Truth] = []

    def ask(it: Truth) -> Truth:
        asked.append(it)
        return it

    assert v.both(map(ask, [YES, NO_SETTLED, YES])) is NO_SETTLED
    assert v.either(map(ask, [NO, YES_SETTLED, NO])) is YES_SETTLED
    assert asked == [YES, NO_SETTLED, NO, YES_SETTLED]


# ------------------------------------------------------------------------------------- numbers, money, quantities


@pytest.mark.parametrize(
    ("mode", "down", "middle", "up", "negative"),
    [
        ("half up", 2, 3, 3, -3),
        ("half down", 2, 2, 3, -2),
        ("half even", 2, 2, 3, -2),
        ("up", 3, 3, 3, -3),
        ("down", 2, 2, 2, -2),
    ],
)
def test_rounding_modes(mode: Mode, down: int, middle: int, up: int, negative: int) -> None:
    """The modes differ in the middle, and `up` and `down` go away from zero and towards it."""
    numbers = (Fraction(21, 10), Fraction(5, 2), Fraction(29, 10), Fraction(-5, 2))
    assert [v.round_value(number, mode, "whole numbers") for number in numbers] == [down, middle, up, negative]
    assert v.round_value(Fraction(7, 2), "half even", "whole numbers") == 4
    assert v.round_value(Fraction(7), mode, "whole numbers") == 7


@pytest.mark.parametrize(
    ("given_", "unit", "expected"),
    [
        (euros(Fraction(10, 3)), "cents", euros(Fraction(333, 100))),
        (Money(Fraction(10, 3), "JPY"), "cents", Money(3, "JPY")),
        (Money(Fraction(10, 3), "BHD"), "cents", Money(Fraction(3333, 1000), "BHD")),
        (Fraction(2, 3), ("places", 2), Fraction(67, 100)),
        (Fraction(7, 3), Fraction(1, 4), Fraction(9, 4)),
        (Fraction(1250), ("places", -2), Fraction(1300)),
        (euros(8), ("step", 5), euros(10)),
        (euros(7), euros(5), euros(5)),
        (euros(8), euros(-5), euros(10)),
        (days(Fraction(10, 3)), "whole numbers", days(3)),
        (days(17), Duration(1, "week"), days(14)),
        (Quantity(Fraction(10, 3), "Tonnes"), ("places", 1), Quantity(Fraction(33, 10), "Tonnes")),
        (Range(euros(1), HIGHEST), euros(5), Range(euros(0), HIGHEST)),
        (Range(euros(1), euros(2)), euros(5), euros(0)),
        (UNKNOWN, "cents", UNKNOWN),
        (NEVER, "cents", NEVER),
    ],
)
def test_rounding_units(given_: Value, unit: v.RoundingUnit, expected: Value) -> None:
    """Amounts are rounded to coins, whole numbers, places and steps; ranges at both ends."""
    assert v.round_value(given_, "half up", unit) == expected


@pytest.mark.parametrize(
    ("given_", "unit", "error"),
    [
        (Fraction(1), "cents", v.NoSmallestCoin),
        (Money(1, "XAU"), "cents", v.NoSmallestCoin),
        (euros(1), Fraction(1), v.MixedKinds),
        (euros(1), Money(1, "USD"), v.MixedCurrencies),
        (euros(1), euros(0), v.DivisionByZero),
        (euros(1), ("step", 0), v.DivisionByZero),
        (DAY, "cents", v.MixedKinds),
    ],
)
def test_what_cannot_be_rounded(given_: Value, unit: v.RoundingUnit, error: type[v.NoValue]) -> None:
    """Only amounts are rounded, and only to steps of their own kind."""
    with pytest.raises(error):
        v.round_value(given_, "up", unit)


def test_rounding_as_it_is_said() -> None:
    """An expression names what it rounds to, and how many places or what step where that is needed."""
    third = euros(Fraction(10, 3))
    assert rounded(third, "half up", "cents") == euros(Fraction(333, 100))
    assert rounded(third, "up", "whole numbers", None) == euros(4)
    assert rounded(third, "down", "places", 1) == euros(Fraction(33, 10))
    assert rounded(third, "half even", "step", Fraction(5)) == euros(5)


@given(amounts, st.sampled_from(["half up", "half even", "half down", "up", "down"]), st.integers(0, 2))
def test_rounding_holds_every_case(pair: Pair, mode: Mode, places: int) -> None:
    """What is rounded lies within what its range is rounded to, and is rounded once."""
    known, case = pair
    once = v.round_value(case, mode, ("places", places))
    if v.family(known) != ("duration", "day"):
        assert holds(v.round_value(known, mode, ("places", places)), once)
    assert v.round_value(once, mode, ("places", places)) == once


@given(st.fractions())
def test_numbers_are_written_exactly(number: Fraction) -> None:
    """For machines a number is its decimals in full, or a fraction; either reads back."""
    assert Fraction(plain(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(1234567), "1,234,567"),
        (Fraction(3, 40), "0.075"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "0.333333 (exactly 1/3)"),
        (Fraction(-1, 30000000), "0.000000 (exactly -1/30000000)"),
    ],
)
def test_numbers_for_people(number: Fraction, text: str) -> None:
    """Commas between thousands, decimals in full, and what never ends with the fraction after it."""
    assert written(number) == text == text_of(number)


def test_numbers_are_limited() -> None:
    """A number of more than 20,000 digits is refused, and so is a power that would have as many."""
    assert limited(Fraction(2**65535)) == 2**65535
    with pytest.raises(v.TooLarge, match="20,000 digits"):
        limited(Fraction(2**65536))
    with pytest.raises(v.TooLarge):
        limited(Fraction(1, 2**65536))
    assert v.power(Fraction(2), Fraction(65535)) == 2**65535
    for base, exponent in ((Fraction(2), 65537), (Fraction(1, 2), 65537), (Fraction(10), 10**30)):
        with pytest.raises(v.TooLarge):
            v.power(base, Fraction(exponent))
    assert v.power(Fraction(1), Fraction(10**30)) == 1
    with pytest.raises(v.TooLarge):
        v.multiply(Fraction(2**40000), Fraction(2**40000))
    assert fixed(Fraction(5, 2), 0) == "3"


def test_floats_are_not_taken() -> None:
    """No amount is made of a machine's own decimals."""
    for make in (lambda: euros(0.5), lambda: days(0.5), lambda: exact(cast("int", "1"))):  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="is no exact number"):
            make()
    assert exact(3) == Fraction(3)


@pytest.mark.parametrize(
    ("money", "text", "decimal"),
    [
        (Money(Fraction("898765.44"), "USD"), "898,765.44 USD", "898765.44"),
        (Money(1800000, "USD"), "1,800,000.00 USD", "1800000.00"),
        (Money(Fraction("0.125"), "EUR"), "0.125 EUR", "0.125"),
        (Money(Fraction(-100, 3), "USD"), "-33.33 USD (exactly -100/3)", "-100/3"),
        (Money(Fraction(2, 3), "JPY"), "1 JPY (exactly 2/3)", "2/3"),
        (Money(5, "JPY"), "5 JPY", "5"),
        (Money(5, "BHD"), "5.000 BHD", "5.000"),
        (Money(Fraction("8.33"), "XDR"), "8.33 XDR", "8.33"),
    ],
)
def test_money_is_written(money: Money, text: str, decimal: str) -> None:
    """At least the coins of the currency, decimals in full, and for people what never ends rounded half up."""
    assert (money.text(), money.decimal()) == (text, decimal)
    assert json_of(money) == {"amount": decimal, "currency": money.currency}


def test_money_adds_up_in_one_currency() -> None:
    """Sums, differences, multiples and parts of one currency; nothing across two."""
    five, two = euros(5), euros(2)
    assert (five + two, five - two, -five) == (euros(7), euros(3), euros(-5))
    assert five * 2 == 2 * five == five * Fraction(2) == euros(10)
    assert (five / 2, five / two) == (euros(Fraction(5, 2)), Fraction(5, 2))
    assert two < five
    assert two <= euros(2) < five >= euros(5) > two
    for join in (
        lambda: five + Money(1, "USD"),
        lambda: five < Money(1, "USD"),
        lambda: five / Money(1, "USD"),
        lambda: v.add(five, Money(1, "USD")),
        lambda: v.compare("<", five, Money(1, "USD")),
        lambda: v.compare("=", five, Money(1, "USD")),
    ):
        with pytest.raises(v.MixedCurrencies) as caught:
            join()
        assert len(caught.value.operands) == 2
    assert v.add(Quantity(1, "Tonnes"), Quantity(2, "Tonnes")) == Quantity(3, "Tonnes")
    with pytest.raises(v.MixedUnits, match="in different units"):
        v.add(Quantity(1, "Tonnes"), Quantity(1, "Sacks"))
    divisions: list[Callable[[], object]] = [
        lambda: five / 0,
        lambda: five / euros(0),
        lambda: v.divide(five, euros(0)),
    ]
    for divide in divisions:
        with pytest.raises(v.DivisionByZero, match=r"`5\.00 EUR` is divided by zero"):
            divide()


def test_currencies_are_those_of_the_standard() -> None:
    """The frozen table says what the package that it was taken from says."""
    published = {it.code: it.exponent for it in iso4217.Currency}
    frozen = {**MINOR_UNITS, **dict.fromkeys(WITHOUT_COINS)}
    assert {code: units for code, units in frozen.items() if published.get(code, units) != units} == {}
    assert len(frozen) == 178
    assert (v.minor_units("USD"), v.minor_units("JPY")) == (2, 0)
    assert v.is_currency("XDR")
    assert not v.is_currency("ABC")
    for code in ("XDR", "ABC"):
        with pytest.raises(LookupError, match=f"`{code}` is no currency with a smallest unit"):
            v.minor_units(code)


# ---------------------------------------------------------------------------------------------------- arithmetic

OPERATIONS: dict[str, Callable[[Value, Value], Value]] = {
    "add": v.add,
    "subtract": v.subtract,
    "divide": v.divide,
    "greater": v.greater_of,
    "lesser": v.lesser_of,
    "floor": v.floor_at,
}


@pytest.mark.parametrize("operation", OPERATIONS)
@given(pairs=alike)
def test_arithmetic_holds_every_case(operation: str, pairs: tuple[Pair, Pair]) -> None:
    """The result of what is known in part holds the result of each case."""
    (known, case), (other_known, other_case) = pairs
    operate = OPERATIONS[operation]
    try:
        result = operate(case, other_case)
    except v.DivisionByZero:
        assume(v.is_certain(other_known))
        with pytest.raises(v.DivisionByZero):
            operate(known, other_known)
        return
    assert holds(operate(known, other_known), result)


@given(known_in_part(numbers), amounts)
def test_products_hold_every_case(factor: Pair, pair: Pair) -> None:
    """A product, whichever side the amount stands on, and a part of it."""
    product_ = v.multiply(factor[1], pair[1])
    assert v.multiply(pair[1], factor[1]) == product_
    assert holds(v.multiply(factor[0], pair[0]), product_)
    assert holds(v.multiply(pair[0], factor[0]), product_)
    assume(factor[1] != 0)
    assert holds(v.divide(pair[0], factor[0]), v.divide(pair[1], factor[1]))
    assert v.multiply(v.divide(pair[1], factor[1]), factor[1]) == pair[1]


@given(known_in_part(numbers), st.integers(-4, 4))
def test_powers_hold_every_case(base: Pair, exponent: int) -> None:
    """Even powers turn at zero, odd ones do not, and those below zero divide."""
    assume(exponent >= 0 or base[1] != 0)
    assert holds(v.power(base[0], Fraction(exponent)), v.power(base[1], Fraction(exponent)))


@given(amounts)
def test_signs_turn(pair: Pair) -> None:
    """The opposite of what is known holds the opposite of each case, and turns back."""
    assert holds(v.negative(pair[0]), v.negative(pair[1]))
    assert v.negative(v.negative(pair[0])) == pair[0]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (v.add(Range(euros(1), HIGHEST), Range(euros(2), euros(3))), Range(euros(3), HIGHEST)),
        (v.add(Range(LOWEST, euros(1)), euros(2)), Range(LOWEST, euros(3))),
        (v.add(euros(2), Range(LOWEST, euros(1))), Range(LOWEST, euros(3))),
        (v.subtract(euros(9), Range(euros(1), euros(2))), Range(euros(7), euros(8))),
        (v.multiply(Range(Fraction(-2), Fraction(3)), Range(euros(-5), euros(7))), Range(euros(-15), euros(21))),
        (v.multiply(Range(Fraction(1), HIGHEST), euros(-2)), Range(LOWEST, euros(-2))),
        (v.multiply(Range(Fraction(1), HIGHEST), euros(0)), euros(0)),
        (v.divide(Fraction(1), Range(Fraction(2), HIGHEST)), Range(Fraction(0), Fraction(1, 2))),
        (v.divide(Fraction(1), Range(LOWEST, Fraction(-2))), Range(Fraction(-1, 2), Fraction(0))),
        (v.divide(Range(euros(2), euros(4)), euros(2)), Range(Fraction(1), Fraction(2))),
        (v.divide(Range(euros(2), HIGHEST), euros(2)), Range(Fraction(1), HIGHEST)),
        (v.divide(Duration(1, "week"), days(2)), Fraction(7, 2)),
        (v.divide(Fraction(1), Range(Fraction(0), Fraction(2))), UNKNOWN),
        (v.divide(Fraction(1), Range(LOWEST, Fraction(2))), UNKNOWN),
        (v.power(Range(Fraction(-2), Fraction(3)), Fraction(2)), Range(Fraction(0), Fraction(9))),
        (v.power(Range(LOWEST, Fraction(-2)), Fraction(2)), Range(Fraction(4), HIGHEST)),
        (v.power(Range(LOWEST, Fraction(-2)), Fraction(3)), Range(LOWEST, Fraction(-8))),
        (v.power(Range(Fraction(-2), HIGHEST), Fraction(0)), Fraction(1)),
        (v.power(Fraction(2), Range(Fraction(1), Fraction(2))), UNKNOWN),
        (v.greater_of(UNKNOWN, euros(5)), Range(euros(5), HIGHEST)),
        (v.lesser_of(UNKNOWN, euros(5)), Range(LOWEST, euros(5))),
        (v.lesser_of(UNKNOWN), UNKNOWN),
        (v.floor_at(Range(euros(-5), euros(3)), euros(0)), Range(euros(0), euros(3))),
        (v.add(UNKNOWN, euros(1)), UNKNOWN),
        (v.add(NEVER, euros(1)), NEVER),
        (v.subtract(UNKNOWN, NEVER), NEVER),
        (v.multiply(NEVER, NEVERMORE), NEVERMORE),
        (v.divide(UNKNOWN, Fraction(2)), UNKNOWN),
        (v.power(NEVER, Fraction(2)), NEVER),
        (v.negative(UNKNOWN), UNKNOWN),
        (v.greater_of(euros(1), NEVER), NEVER),
        (v.lesser_of(euros(1), NEVERMORE), NEVERMORE),
        (v.add(Duration(1, "week"), days(3)), days(10)),
        (v.add(Duration(1, "year"), Duration(1, "quarter")), Duration(15, "month")),
        (v.add(DAY, days(3)), date(2031, 5, 4)),
        (v.add(days(3), DAY), date(2031, 5, 4)),
        (v.subtract(DAY, days(1)), date(2031, 4, 30)),
        (v.subtract(date(2031, 5, 4), DAY), days(3)),
        (v.subtract(Instant(DAY, 3), date(2031, 5, 4)), days(-3)),
        (v.subtract(Range(DAY, NEVER), DAY), Range(days(0), HIGHEST)),
        (v.subtract(DAY, Range(DAY, NEVER)), Range(LOWEST, days(0))),
        (v.subtract(Range(NEVER, NEVERMORE), DAY), UNKNOWN),
    ],
)
def test_arithmetic(result: Value, expected: Value) -> None:
    """Exact where all is known, as narrow as can be where ends are, and nothing where nothing is."""
    assert result == expected


@pytest.mark.parametrize(
    ("calculate", "error"),
    [
        (lambda: v.add(euros(1), days(1)), v.MixedKinds),
        (lambda: v.add("a", "b"), v.MixedKinds),
        (lambda: v.add(DAY, DAY), v.MixedKinds),
        (lambda: v.add(DAY, euros(1)), v.MixedKinds),
        (lambda: v.add(days(1), Duration(1, "month")), v.MixedUnits),
        (lambda: v.add(Range(days(1), HIGHEST), Duration(1, "month")), v.MixedUnits),
        (lambda: v.add(Range(euros(1), HIGHEST), Money(1, "USD")), v.MixedCurrencies),
        (lambda: v.add(Range(Quantity(1, "Tonnes"), HIGHEST), Quantity(1, "Sacks")), v.MixedUnits),
        (lambda: v.subtract(euros(1), "a"), v.MixedKinds),
        (lambda: v.subtract(euros(1), DAY), v.MixedKinds),
        (lambda: v.negative("a"), v.MixedKinds),
        (lambda: v.multiply(euros(1), euros(1)), v.MixedKinds),
        (lambda: v.multiply(Fraction(1), DAY), v.MixedKinds),
        (lambda: v.divide(Fraction(1), euros(1)), v.MixedKinds),
        (lambda: v.divide(DAY, Fraction(1)), v.MixedKinds),
        (lambda: v.divide(DAY, Fraction(0)), v.DivisionByZero),
        (lambda: v.divide(Range(euros(1), euros(2)), euros(0)), v.DivisionByZero),
        (lambda: v.divide(UNKNOWN, Fraction(0)), v.DivisionByZero),
        (lambda: v.power(Fraction(0), Fraction(-1)), v.DivisionByZero),
        (lambda: v.power(Fraction(4), Fraction(1, 2)), v.NoExactPower),
        (lambda: v.power(euros(1), Fraction(2)), v.MixedKinds),
        (lambda: v.power(Fraction(2), euros(1)), v.MixedKinds),
        (lambda: v.greater_of(euros(1), Fraction(1)), v.MixedKinds),
        (lambda: v.greater_of(DAY), v.MixedKinds),
        (lambda: v.later_of((DAY, euros(1))), v.MixedKinds),
        (lambda: v.later_of((euros(1),)), v.MixedKinds),
    ],
)
def test_what_cannot_be_calculated(calculate: Callable[[], Value], error: type[v.NoValue]) -> None:
    """What does not go together is said to be of different kinds, currencies or units."""
    with pytest.raises(error):
        calculate()


# ------------------------------------------------------------------------------------------------ days and moments

WEEKDAYS = calendar("weekdays")


@pytest.mark.parametrize(
    ("start", "count", "unit", "rounding", "expected"),
    [
        (DAY, 10, "day", "none", date(2031, 5, 11)),
        (DAY, -1, "week", "none", date(2031, 4, 24)),
        (DAY, Fraction(1, 7), "week", "none", date(2031, 5, 2)),
        (DAY, 2, "business day", "none", date(2031, 5, 5)),
        (DAY, -1, "business day", "none", date(2031, 4, 30)),
        (DAY, 1, "month", "none", date(2031, 6, 1)),
        (DAY, -5, "month", "none", date(2030, 12, 1)),
        (DAY, Fraction(1, 2), "year", "none", date(2031, 11, 1)),
        (DAY, 3, "quarter", "none", date(2032, 2, 1)),
        (date(2031, 1, 31), 1, "month", "down", date(2031, 2, 28)),
        (date(2031, 1, 31), 1, "month", "up", date(2031, 3, 1)),
        (date(2031, 1, 31), 2, "month", "down", date(2031, 3, 31)),
        (date(2032, 2, 29), 1, "year", "down", date(2033, 2, 28)),
        (date(2032, 2, 29), 1, "year", "up", date(2033, 3, 1)),
        (date(2032, 2, 29), 4, "year", "none", date(2036, 2, 29)),
        (date(2999, 12, 30), 1, "day", "none", date(2999, 12, 31)),
        (date(1900, 1, 2), -1, "day", "none", date(1900, 1, 1)),
    ],
)
def test_days_after(start: date, count: int | Fraction, unit: str, rounding: str, expected: date) -> None:
    """Days and weeks are counted through, business days by the calendar, months to the day of the same number."""
    duration = Duration(count, unit)
    for moment in (start, Instant(start, 3)):
        assert v.shift(moment, duration, business=WEEKDAYS, months_rounded=rounding) == expected
    assert v.shift_day(start, -duration, True, WEEKDAYS, rounding) == expected  # noqa: FBT003 - back
    assert v.subtract(start, v.negative(duration), business=WEEKDAYS, months_rounded=rounding) == expected


@pytest.mark.parametrize(
    ("start", "duration", "error", "message"),
    [
        (date(2031, 1, 31), Duration(1, "month"), v.NoExactDay, "`1 month` after `2031-01-31` has no day 31"),
        (date(2032, 2, 29), Duration(1, "year"), v.NoExactDay, "has no day 29"),
        (date(2999, 12, 31), days(1), v.OutOfDates, "`1 day` after `2999-12-31` lies outside the years 1900 to 2999"),
        (date(1900, 1, 1), days(-1), v.OutOfDates, "outside"),
        (DAY, days(10**30), v.OutOfDates, "outside"),
        (DAY, Duration(10**30, "year"), v.OutOfDates, "outside"),
        (DAY, Duration(-200, "year"), v.OutOfDates, "outside"),
        (DAY, days(Fraction(1, 2)), v.InexactLength, "`0.5 days` is no whole number of days"),
        (DAY, Duration(48, "hour"), v.InexactLength, "`48 hours` is no whole number of days"),
        (DAY, Duration(1, "business day"), v.NoCalendar, "no calendar is named"),
        (DAY, euros(1), v.MixedKinds, "moment and money in EUR"),
        (days(1), days(1), v.MixedKinds, "counted from each other"),
    ],
)
def test_no_day_after(start: Value, duration: Value, error: type[v.NoValue], message: str) -> None:
    """A day that is not there is never guessed at."""
    with pytest.raises(error, match=message):
        v.shift(start, duration)


@pytest.mark.parametrize(
    ("start", "duration", "expected"),
    [
        (NEVER, days(1), NEVER),
        (NEVERMORE, UNKNOWN, NEVERMORE),
        (UNKNOWN, days(1), UNKNOWN),
        (DAY, UNKNOWN, UNKNOWN),
        (Range(DAY, NEVER), days(1), Range(date(2031, 5, 2), NEVER)),
        (Range(LOWEST, DAY), days(1), Range(LOWEST, date(2031, 5, 2))),
        (Range(Instant(DAY, 1), Instant(DAY, 2)), days(1), date(2031, 5, 2)),
        (DAY, Range(days(1), days(3)), Range(date(2031, 5, 2), date(2031, 5, 4))),
        (DAY, Range(days(1), HIGHEST), Range(date(2031, 5, 2), HIGHEST)),
        (
            Range(date(2031, 1, 29), date(2031, 1, 31)),
            Duration(1, "month"),
            Range(date(2031, 2, 28), date(2031, 3, 1)),
        ),
        (Range(DAY, date(2999, 12, 31)), days(1), Range(date(2031, 5, 2), HIGHEST)),
        (Range(date(1900, 1, 1), DAY), days(-1), Range(LOWEST, date(2031, 4, 30))),
    ],
)
def test_days_after_what_is_known_in_part(start: Value, duration: Value, expected: Value) -> None:
    """What counts from what has not come has not come; ends are counted from, and rounded outwards."""
    assert v.shift(start, duration) == expected


@given(
    known_in_part(moments),
    known_in_part(st.builds(Duration, st.integers(-40, 40), st.just("month"))),
    st.sampled_from(["none", "down", "up"]),
)
def test_days_after_hold_every_case(start: Pair, duration: Pair, rounding: str) -> None:
    """The day after each case lies within what is known of the day."""
    try:
        case = v.shift(start[1], duration[1], months_rounded=rounding)
        known = v.shift(start[0], duration[0], months_rounded=rounding)
    except v.NoExactDay:
        return
    assert holds(known, case)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (DAY, date(2031, 5, 2)),
        (Instant(DAY, 3), date(2031, 5, 2)),
        (NEVER, NEVER),
        (UNKNOWN, UNKNOWN),
        (Range(Instant(DAY, 1), NEVER), Range(date(2031, 5, 2), NEVER)),
        (Range(Instant(DAY, 1), Instant(DAY, 2)), date(2031, 5, 2)),
    ],
)
def test_days_through_a_rule(moment: Value, expected: Value) -> None:
    """A rule for days is one for moments."""
    assert v.through_days(moment, lambda day: day + timedelta(1)) == expected
    with pytest.raises(v.MixedKinds, match="number has no day"):
        v.through_days(Fraction(1), lambda day: day)


@pytest.mark.parametrize(
    ("convention", "start", "end", "expected"),
    [
        ("actual/365", DAY, date(2032, 5, 1), (366, 365)),
        ("actual/360", DAY, date(2031, 5, 31), (30, 360)),
        ("30/360", DAY, date(2032, 5, 1), (360, 360)),
        ("30/360", date(2031, 1, 31), date(2031, 3, 31), (60, 360)),
        ("30/360", date(2031, 1, 15), date(2031, 3, 31), (76, 360)),
    ],
)
def test_parts_of_a_year(convention: str, start: date, end: date, expected: tuple[int, int]) -> None:
    """Each convention counts days and years in its own way."""
    assert v.year_fraction(convention, start, end) == expected


@given(st.lists(known_in_part(moments), min_size=1, max_size=4))
def test_later_and_earlier_hold_every_case(pairs: list[Pair]) -> None:
    """The latest is never where one never comes; the earliest leaves that out."""
    known, cases = zip(*pairs, strict=True)
    later, earlier = v.later_of(cases), v.earlier_of(cases)
    assert holds(v.later_of(known), later)
    assert holds(v.earlier_of(known), earlier)
    assert (later == NEVERMORE) == (NEVERMORE in cases)
    assert isinstance(later, v.Never) == (NEVER in cases or NEVERMORE in cases)
    assert (earlier == NEVERMORE) == (set(cases) == {NEVERMORE})
    assert isinstance(earlier, v.Never) == (set(cases) <= {NEVER, NEVERMORE})
    assert all(v.before(later, case).is_no and v.before(case, earlier).is_no for case in cases)


def test_a_date_and_an_instant_of_one_day() -> None:
    """They are neither before nor after each other; the later of them is the instant, the earlier the date."""
    instant = Instant(DAY, 2)
    assert v.later_of((DAY, instant)) == v.later_of((instant, DAY)) == instant
    assert v.earlier_of((DAY, instant)) == v.earlier_of((instant, DAY)) == DAY
    assert v.hull(DAY, instant) == Range(Instant(DAY), Instant(DAY, END))
    assert v.hull(NEVER, instant) == Range(instant, NEVER)
    assert v.compare("=", DAY, instant) is YES
    assert v.before(Instant(DAY, 1), instant) is YES
    assert v.before(instant, instant) is NO
    assert v.on_or_before(instant, instant) is YES
    assert [v.not_after(one, DAY) for one in (instant, date(2031, 5, 2), NEVER)] == [True, False, False]
    assert v.not_after(DAY, NEVER)
    assert not v.not_after(NEVER, NEVER)
    assert Instant(DAY) < Instant(DAY, 1) < Instant(DAY, END) < Instant(date(2031, 5, 2))


@given(known_in_part(moments), known_in_part(moments))
def test_comparing_moments_holds_every_case(one: Pair, other: Pair) -> None:
    """Before, after, on: what is said of ranges is never more than is so of each case."""
    for ask in (v.before, v.after, v.on_or_before, v.on_or_after, v.on):
        assert agrees(ask(one[0], other[0]), ask(one[1], other[1]))
    assert v.on_or_before(one[0], other[0]) is v.negate(v.after(one[0], other[0]))
    assert v.on_or_after(one[0], other[0]) is v.negate(v.before(one[0], other[0]))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (v.on(Instant(DAY, 1), Instant(DAY, 2)), YES),
        (v.on(Instant(DAY, 1), date(2031, 5, 2)), NO),
        (v.on(Range(Instant(DAY, 1), Instant(DAY, 2)), DAY), YES),
        (v.on(Range(DAY, NEVER), DAY), UNSURE),
        (v.on(Range(Instant(DAY, 1), NEVER), DAY), UNSURE),
        (v.on(UNKNOWN, DAY), UNSURE),
        (v.on(DAY, Period.parse("2031")), YES),
        (v.before(DAY, NEVER), YES),
        (v.before(NEVER, DAY), NO),
        (v.before(NEVER, NEVERMORE), YES),
        (v.before(UNKNOWN, DAY), UNSURE),
        (v.before(Range(DAY, NEVER), date(2031, 4, 1)), NO),
        (v.before(Period.parse("2031"), Period.parse("2032")), YES),
        (v.before(Period.parse("2031"), date(2031, 12, 31)), NO),
        (v.after(DAY, Period.parse("2030")), YES),
        (v.on_or_before(DAY, Period.parse("2031")), YES),
        (v.before(v.hull(Period.parse("2030"), Period.parse("2031")), date(2031, 6, 1)), UNSURE),
        (v.after(v.hull(Period.parse("2030"), Period.parse("2031")), date(2029, 6, 1)), YES),
        (v.compare("=", Period.parse("2031"), Period.parse("2031")), YES),
        (v.compare("=", Period.parse("2031"), Period.parse("2031-01")), NO),
    ],
)
def test_comparing_moments(answer: Truth, expected: Truth) -> None:
    """By the day, or by the order within it; a period by its first and last day."""
    assert answer is expected


@pytest.mark.parametrize(
    ("unit", "start", "end", "expected"),
    [
        ("day", DAY, date(2031, 5, 4), 3),
        ("day", date(2031, 5, 4), DAY, -3),
        ("week", DAY, date(2031, 5, 14), 1),
        ("week", DAY, date(2031, 5, 15), 2),
        ("week", date(2031, 5, 14), DAY, -1),
        ("business day", DAY, date(2031, 5, 5), 2),
        ("business day", date(2031, 5, 5), DAY, -2),
        ("month", DAY, date(2031, 5, 31), 0),
        ("month", DAY, date(2031, 6, 1), 1),
        ("month", date(2031, 6, 1), DAY, -1),
        ("month", date(2031, 1, 31), date(2031, 2, 28), 0),
        ("month", date(2031, 1, 31), date(2031, 3, 1), 1),
        ("quarter", DAY, date(2032, 5, 1), 4),
        ("year", DAY, date(2032, 4, 30), 0),
        ("year", DAY, date(2032, 5, 1), 1),
        ("year", date(2032, 2, 29), date(2033, 2, 28), 0),
        ("day", Range(DAY, date(2031, 5, 2)), date(2031, 5, 4), Range(Fraction(2), Fraction(3))),
        ("day", DAY, NEVER, NEVER),
        ("day", NEVERMORE, NEVER, NEVERMORE),
        ("day", DAY, UNKNOWN, UNKNOWN),
    ],
)
def test_whole_units(unit: str, start: Value, end: Value, expected: Value) -> None:
    """Units count when they are over; a month is over when the day of the same number comes."""
    assert v.whole_units(unit, start, end, business=WEEKDAYS) == expected


def test_no_day_before() -> None:
    """What counts back says so."""
    with pytest.raises(v.OutOfDates, match="`1 day` before `1900-01-01`"):
        v.shift_day(date(1900, 1, 1), days(1), back=True, business=WEEKDAYS, months_rounded="none")
    with pytest.raises(v.NoExactDay, match="the month `1 month` before `2031-03-31` has no day 31"):
        v.shift_day(date(2031, 3, 31), Duration(1, "month"), back=True, business=WEEKDAYS, months_rounded="none")


def test_whole_months_rounded_down_end_with_the_month() -> None:
    """Where months are rounded down, a month from January 31 is over on the last day of February."""
    down = v.whole_units("month", date(2031, 1, 31), date(2031, 2, 28), months_rounded="down")
    assert down == 1
    with pytest.raises(v.NoCalendar):
        v.whole_units("business day", DAY, DAY)
    with pytest.raises(v.MixedKinds):
        v.whole_units("day", DAY, euros(1))


@given(dates, dates, st.sampled_from(["down", "up"]))
def test_whole_months_are_the_most_that_fit(one: date, other: date, rounding: str) -> None:
    """So many months after the start are not after the end, and one more would be."""
    start, end = sorted((one, other))
    months = v.whole_units("month", start, end, months_rounded=rounding)
    there = v.shift(start, Duration(months, "month"), months_rounded=rounding)
    beyond = v.shift(start, Duration(months + 1, "month"), months_rounded=rounding)
    assert cast("date", there) <= end < cast("date", beyond)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2031-05", "month", date(2031, 5, 1), date(2031, 5, 31)),
        ("2032-02", "month", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-Q2", "quarter", date(2031, 4, 1), date(2031, 6, 30)),
        ("2031-Q4", "quarter", date(2031, 10, 1), date(2031, 12, 31)),
        ("2031", "year", date(2031, 1, 1), date(2031, 12, 31)),
    ],
)
def test_periods_are_read(text: str, kind: str, start: date, end: date) -> None:
    """Months, quarters and years are written as they are read, and follow each other."""
    period = Period.parse(text)
    assert (period.unit, period.start, period.end, period.text()) == (kind, start, end, text)
    assert period.next().previous() == period == period.previous().next()
    assert period.next().start == end + timedelta(1)
    assert start in period
    assert period.next().start not in period


@pytest.mark.parametrize("text", ["2031-13", "2031-00", "2031-Q5", "0000", "31", "2031-5", "2031-05-01", "٢٠٣١"])
def test_what_is_no_period(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match=r"no month|month must be|year 0 is"):
        Period.parse(text)


def test_other_periods() -> None:
    """Weeks start on Monday; days and spans have neighbours too."""
    week = Period.containing("week", DAY)
    assert (week.start, week.end, week.text()) == (date(2031, 4, 28), date(2031, 5, 4), "2031-04-28 to 2031-05-04")
    assert week.next().start == date(2031, 5, 5)
    assert Period.containing("calendar month", DAY) == Period.parse("2031-05")
    day = Period.containing("day", DAY)
    assert day.previous().text() == "2031-04-30"
    span = Period(DAY, date(2031, 5, 10))
    assert span.next() == Period(date(2031, 5, 11), date(2031, 5, 20))
    assert span.previous().next() == span.beside(0) == span
    assert Period.parse("2031-05").beside(14) == Period.parse("2032-07")
    assert Period.parse("2031-05").beside(-5) == Period.parse("2030-12")
    with pytest.raises(ValueError, match="no one `span` holds 2031-05-01"):
        Period.containing("span", DAY)
    with pytest.raises(ValueError, match="before it starts"):
        Period(DAY, date(2031, 4, 30))


def test_days_of_a_year() -> None:
    """A day of a year is a date in a year, if the year has it."""
    assert MonthDay(6, 30).in_year(2031) == date(2031, 6, 30)
    assert MonthDay(2, 29).in_year(2032) == date(2032, 2, 29)
    for find in (lambda: MonthDay(2, 29).in_year(2031), lambda: MonthDay(2, 30), lambda: MonthDay(13, 1)):
        with pytest.raises(ValueError, match=r"day is out of range|month must be"):
            find()


def test_units_of_time() -> None:
    """Units go together that are always the same multiple of each other, and no others."""
    assert set(v.UNITS) >= {"minute", "business day", "year"}
    assert v.compare("=", Duration(1, "week"), days(7)) is YES
    assert v.compare("<", Duration(11, "month"), Duration(1, "year")) is YES
    assert v.compare(">", Duration(2, "hour"), Duration(119, "minute")) is YES
    for other in (Duration(1, "month"), Duration(1, "business day"), Duration(24, "hour")):
        with pytest.raises(v.MixedUnits):
            v.compare("=", days(1), other)
    with pytest.raises(ValueError, match="`days` is no unit of time"):
        Duration(1, "days")
    assert [Duration(count, "business day").text() for count in (1, 5)] == ["1 business day", "5 business days"]


# ----------------------------------------------------------------------------------------- comparing and knowing


@given(alike, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]))
def test_comparing_holds_every_case(pairs: tuple[Pair, Pair], op: v.Comparison) -> None:
    """What is said of ranges is never more than is so of each case."""
    (known, case), (other_known, other_case) = pairs
    exactly_ = v.compare(op, case, other_case)
    assert exactly_.known
    assert agrees(v.compare(op, known, other_known), exactly_)
    settled = v.compare(op, known, other_known, settled=True)
    assert v.as_unsettled(settled) is v.compare(op, known, other_known)


@given(numbers, numbers)
def test_exactly_known_values_compare_as_they_are(one: Fraction, other: Fraction) -> None:
    """Of two numbers one is less, or the other, or they are equal."""
    for op, expected in (
        ("=", one == other),
        ("!=", one != other),
        ("<", one < other),
        ("<=", one <= other),
        (">", one > other),
        (">=", one >= other),
    ):
        assert v.compare(cast("v.Comparison", op), one, other) is v.known(expected)


GAS, STEAM, WIND = Choice("Gas"), Choice("Steam"), Choice("Wind")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (v.compare("=", GAS, GAS, settled=True), YES_SETTLED),
        (v.compare("!=", GAS, STEAM), YES),
        (v.compare("=", v.hull(GAS, STEAM), GAS), UNSURE),
        (v.compare("=", v.hull(GAS, STEAM), v.hull(GAS, STEAM)), UNSURE),
        (v.compare("=", v.hull(GAS, STEAM), WIND), NO),
        (v.compare("=", "a", UNKNOWN, settled=True), v.UNSURE_SETTLED),
        (v.compare("=", Party("A"), Party("A")), YES),
        (v.compare("=", yes := True, yes), YES),
        (v.compare("=", (euros(1), euros(2)), (euros(1), euros(2))), YES),
        (v.compare("=", (euros(1),), (euros(1), euros(2))), NO),
        (v.compare("=", (euros(1), UNKNOWN), (euros(1), euros(2))), UNSURE),
        (v.compare("=", (euros(3), UNKNOWN), (euros(1), euros(2))), NO),
        (v.compare("=", v.hull(("a",), ("b",)), ("a",)), UNSURE),
        (v.compare("=", v.hull(("a",), ("b",)), (UNKNOWN,)), UNSURE),
        (v.compare("=", v.hull(("a",), ("b",)), ("c",)), NO),
        (v.compare("=", Range(euros(1), euros(2)), euros(3)), NO),
        (v.compare("<=", Range(euros(1), euros(2)), euros(2)), YES),
        (v.compare("<", Range(euros(1), HIGHEST), euros(1)), NO),
        (v.compare("<", Range(LOWEST, euros(1)), Range(euros(2), HIGHEST)), YES),
        (v.compare("=", NEVER, euros(1)), NO),
        (v.compare("<=", euros(1), NEVER, settled=True), NO_SETTLED),
        (v.compare("!=", euros(1), NEVER), YES),
        (v.compare("=", NEVER, NEVER), YES),
        (v.compare("=", NEVER, NEVERMORE), NO),
    ],
)
def test_comparing(answer: Truth, expected: Truth) -> None:
    """Amounts by what they come to, all else by being the same; what has not come has no amount."""
    assert answer is expected


@pytest.mark.parametrize(
    ("op", "one", "other"),
    [
        ("<", "a", "b"),
        ("=", "a", Fraction(1)),
        ("=", GAS, Party("Gas")),
        ("=", DAY, euros(1)),
        ("<", MonthDay(6, 30), DAY),
        ("<", euros(1), Fraction(1)),
        ("=", (euros(1),), "a"),
    ],
)
def test_what_cannot_be_compared(op: v.Comparison, one: Value, other: Value) -> None:
    """Values of different kinds are not compared, and what has no order is not put in one."""
    with pytest.raises(v.MixedKinds):
        v.compare(op, one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (euros(1), euros(1), euros(1)),
        (euros(2), euros(1), Range(euros(1), euros(2))),
        (Range(euros(1), euros(2)), euros(5), Range(euros(1), euros(5))),
        (Range(euros(1), HIGHEST), euros(0), Range(euros(0), HIGHEST)),
        (Range(euros(1), HIGHEST), Range(LOWEST, euros(2)), UNKNOWN),
        (euros(1), Money(1, "USD"), UNKNOWN),
        (UNKNOWN, euros(1), UNKNOWN),
        (GAS, STEAM, Among(frozenset((GAS, STEAM)))),
        (Among(frozenset((GAS, STEAM))), WIND, Among(frozenset((GAS, STEAM, WIND)))),
        (GAS, "Gas", UNKNOWN),
        (yes := True, Fraction(1), UNKNOWN),
        (yes, False, Among(frozenset((True, False)))),
        ((UNKNOWN,), ("a",), UNKNOWN),
        (("a",), (UNKNOWN,), UNKNOWN),
        (Duration(1, "week"), days(3), Range(days(3), days(7))),
        (NEVER, NEVERMORE, Range(NEVER, NEVERMORE)),
    ],
)
def test_one_of_two(one: Value, other: Value, expected: Value) -> None:
    """What is one of two lies between them, is among them, or is unknown where they have nothing in common."""
    assert v.hull(one, other) == expected
    assert v.hull(other, one) == expected


@given(st.lists(moments, min_size=3, max_size=3))
def test_what_is_known_of_several_grows(cases: list[Value]) -> None:
    """Each of several is held by what is known of them all, whatever the grouping."""
    one, two, three = cases
    for known in (v.hull(v.hull(one, two), three), v.hull(one, v.hull(two, three))):
        assert all(holds(known, case) for case in cases)


def test_between() -> None:
    """Two ends that are one are the value; ends in the wrong order are refused."""
    assert v.between(euros(1), euros(1)) == euros(1)
    assert v.between(LOWEST, HIGHEST) == UNKNOWN
    assert v.between(NEVERMORE, HIGHEST) == NEVERMORE
    assert v.between(NEVER, HIGHEST) == Range(NEVER, NEVERMORE)
    with pytest.raises(ValueError, match="nothing lies between"):
        v.between(euros(2), euros(1))
    assert v.family(Range(LOWEST, HIGHEST)) == ("unknown",)


def test_what_is_no_value_is_with_its_own_sort() -> None:
    """An occurrence that is one of two is among them; it is not with anything else."""
    one, other = cast("Value", frozenset((1,))), cast("Value", frozenset((2,)))
    assert v.hull(one, other) == Among(frozenset((one, other)))  # type: ignore[arg-type]
    assert v.hull(one, euros(1)) == UNKNOWN


def test_spread() -> None:
    """The two ends may be given in any order, and either may be missing."""
    assert v.spread(euros(2), euros(1)) == v.spread(euros(1), euros(2)) == Range(euros(1), euros(2))
    assert v.spread(UNBOUNDED, euros(1)) == Range(LOWEST, euros(1)) == Range(UNBOUNDED, euros(1))
    assert v.spread(euros(1), UNBOUNDED).high is UNBOUNDED  # type: ignore[union-attr]
    assert v.spread(UNBOUNDED, UNBOUNDED) == UNKNOWN
    assert v.ends(Range(UNBOUNDED, euros(1))) == (LOWEST, euros(1))


def test_known() -> None:
    """A list is known if its items are."""
    assert v.is_certain((euros(1), "a"))
    assert not v.is_certain((euros(1), UNKNOWN))
    assert not v.is_certain(Range(euros(1), HIGHEST))


# --------------------------------------------------------------------------------------------------- words, kinds

READ: list[tuple[Value | Truth, str, object]] = [
    (Fraction(3, 40), "0.075", "0.075"),
    (Quantity(1200, "Tonnes"), "1,200 Tonnes", {"amount": "1200", "unit": "Tonnes"}),
    (Duration(5, "business day"), "5 business days", {"count": "5", "unit": "business day"}),
    (DAY, "2031-05-01", "2031-05-01"),
    (Instant(DAY, 3), "2031-05-01", "2031-05-01"),
    (NEVER, "not yet", {"comes": "not yet"}),
    (NEVERMORE, "never", {"comes": "never"}),
    (Period.parse("2031-Q2"), "2031-Q2", {"period": "2031-Q2"}),
    (Period(DAY, DAY), "2031-05-01 to 2031-05-01", {"period": "2031-05-01/2031-05-01"}),
    (MonthDay(6, 30), "June 30", {"day": "June 30"}),
    (GAS, "Gas", "Gas"),
    (Party("Tenant"), "Tenant", "Tenant"),
    ("the roof", "the roof", "the roof"),
    (True, "yes", True),
    (False, "no", False),
    ((euros(1), "a"), "1.00 EUR, a", [{"amount": "1.00", "currency": "EUR"}, "a"]),
    (Range(Fraction(5), Fraction(7)), "between 5 and 7", {"from": "5", "to": "7"}),
    (Range(Fraction(5), HIGHEST), "at least 5", {"from": "5"}),
    (Range(LOWEST, Fraction(7)), "at most 7", {"to": "7"}),
    (Range(DAY, HIGHEST), "2031-05-01 or later", {"from": "2031-05-01"}),
    (Range(LOWEST, DAY), "2031-05-01 or earlier", {"to": "2031-05-01"}),
    (Range(DAY, NEVER), "2031-05-01 or later, or not yet", {"from": "2031-05-01", "to": {"comes": "not yet"}}),
    (Range(LOWEST, NEVER), "any day, or not yet", {"to": {"comes": "not yet"}}),
    (Range(NEVER, NEVERMORE), "not yet or never", {"from": {"comes": "not yet"}, "to": {"comes": "never"}}),
    (Range(LOWEST, HIGHEST), "unknown", {"unknown": True}),
    (v.hull(STEAM, GAS), "Gas or Steam", {"one of": ["Gas", "Steam"]}),
    (UNKNOWN, "unknown", {"unknown": True}),
    (YES, "yes", "yes"),
    (NOT_YET, "not yet", "not yet"),
    (UNSURE, "unknown", {"one of": ["no", "not yet", "yes"]}),
    (v.NO_OR_NOT_YET, "no or not yet", {"one of": ["no", "not yet"]}),
]


@pytest.mark.parametrize(("value", "text", "json"), READ)
def test_values_are_read(value: Value | Truth, text: str, json: object) -> None:
    """People read values in words, machines as JSON without a number of their own kind."""
    assert (text_of(value), json_of(value)) == (text, json)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, "yes/no"),
        (Fraction(1), "number"),
        (euros(1), "money in EUR"),
        (Quantity(1, "Tonnes"), "quantity in Tonnes"),
        (days(1), "duration"),
        (DAY, "date"),
        (Instant(DAY), "instant"),
        (NEVER, "instant"),
        (Period.parse("2031"), "period"),
        (MonthDay(6, 30), "day of a year"),
        (GAS, "Gas"),
        (Party("Tenant"), "party"),
        ("a", "text"),
        (("a",), "list"),
    ],
)
def test_kinds(value: v.Exact, kind: str) -> None:
    """Each value has a kind, which says what narrows it."""
    assert v.kind_of(value).text() == kind


def test_kinds_are_written() -> None:
    """A kind is written with what narrows it, if that is known."""
    kinds = [
        v.Kind("money"),
        v.Kind("choice", ("Gas", "Steam")),
        v.Kind("list", ("date",)),
        v.Kind("record", ("Unit",)),
        v.Kind("record"),
    ]
    assert [kind.text() for kind in kinds] == ["money", "Gas / Steam", "list of date", "Unit", "record"]


def test_single_values_are_found_together() -> None:
    """Those that a text can write are offered by one module."""
    assert all(getattr(quantity, name) is getattr(v, name) for name in quantity.__all__)


@pytest.mark.parametrize("value", [value for value, _, _ in READ])
def test_values_never_change(value: Value | Truth) -> None:
    """A value can be a key, is equal to a copy of itself, and cannot be changed."""
    assert {value: 1}[pickle.loads(pickle.dumps(value))] == 1  # noqa: S301 - our own
    for name in ("amount", "low", "day", "name", "anything"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, name, 1)
