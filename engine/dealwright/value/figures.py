"""Numbers are exact: a third is a third, and nothing is rounded unless the text says so.

A number is a fraction of two whole numbers. One that ends after some decimals is written with them, `0.075`; one that
does not is written as a fraction, `1/3`, or for people as a rounded number with the fraction after it. Numbers with a
decimal point of the machine's own kind, which are never quite what they look like, are not taken.
"""

from fractions import Fraction
from typing import Final, Literal, assert_never

from dealwright.value.problems import TooLarge

MOST_BITS: Final = 1 << 16
"""How large the two whole numbers of a fraction may become: about 20,000 digits."""

Mode = Literal["half up", "half even", "half down", "up", "down"]
"""How what lies between two steps is rounded.

`up` is away from zero and `down` is towards it; `half ...` is to the nearer step, and says where the middle goes.
"""

_SHOWN: Final = 6  # decimals of an endless number that a person sees


def exact(number: int | Fraction) -> Fraction:
    """A whole number or a fraction as a fraction.

    Raises:
        TypeError: It is neither; a `float` above all.
    """
    if type(number) is Fraction:
        return number
    given: object = number  # whatever its type says: at a prompt nobody checks
    if not isinstance(given, int | Fraction):
        message = f"{given!r} is no exact number"
        raise TypeError(message)
    return Fraction(number)


def limited(number: Fraction) -> Fraction:
    """The number itself.

    Raises:
        TooLarge: It has more digits than anybody could use.
    """
    if number.numerator.bit_length() > MOST_BITS or number.denominator.bit_length() > MOST_BITS:
        raise TooLarge("a number grew beyond 20,000 digits")
    return number


def decimals_of(number: Fraction) -> int:
    """How many decimals a number needs to be written in full, or -1 if it never ends."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else -1


def fixed(number: Fraction, decimals: int, *, grouped: bool = False) -> str:
    """A number written with so many decimals, rounded half up if it has more.

    Args:
        number: The number.
        decimals: How many digits follow the point.
        grouped: Whether commas stand between thousands.
    """
    steps = int(abs(rounded(number * 10**decimals, "half up")))
    whole, part = divmod(steps, 10**decimals)
    sign = "-" if number < 0 and steps else ""
    return f"{sign}{whole:{',' if grouped else 'd'}}" + (f".{part:0{decimals}d}" if decimals else "")


def plain(number: Fraction, least: int = 0) -> str:
    """A number for machines: `898765.44`, in full where it ends, else as a fraction, `1/3`.

    Args:
        number: The number.
        least: How many decimals it has at least, if it ends.
    """
    decimals = decimals_of(number)
    return str(number) if decimals < 0 else fixed(number, max(least, decimals))


def written(number: Fraction, least: int = 0, shown: int = _SHOWN) -> str:
    """A number for people: `1,234.50`, in full where it ends, else rounded, with the fraction after it.

    Args:
        number: The number.
        least: How many decimals it has at least.
        shown: How many decimals it has if it never ends.
    """
    decimals = decimals_of(number)
    if decimals < 0:
        return f"{fixed(number, shown, grouped=True)} (exactly {number})"
    return fixed(number, max(least, decimals), grouped=True)


def rounded(number: Fraction, mode: Mode) -> Fraction:
    """The whole number to which a number is rounded."""
    size, sign = abs(number), -1 if number < 0 else 1
    whole, rest = divmod(size.numerator, size.denominator)
    middle = 2 * rest - size.denominator
    match mode:
        case "up":
            more = rest > 0
        case "down":
            more = False
        case "half up":
            more = middle >= 0
        case "half down":
            more = middle > 0
        case "half even":
            more = middle > 0 or (middle == 0 and whole % 2 == 1)
        case _:
            assert_never(mode)
    return Fraction(sign * (whole + more))
