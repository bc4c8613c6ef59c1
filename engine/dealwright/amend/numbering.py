"""The numbers of provisions in their order: 9.02, 9.02A, 9.03; (a), (b); (i), (ii).

A letter alone does not say whether it counts or is a Roman numeral: `(i)` follows `(h)` in one list and begins
another. The neighbours decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

Key: TypeAlias = tuple[tuple[int, int, str], ...]

_PIECES: Final = re.compile(r"\d+|[A-Za-z]+")
_LAST: Final = re.compile(r"(.*?)(\d+|[A-Za-z]+)(\)?)", re.DOTALL)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERALS: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def place_of(number: str, siblings: Sequence[str]) -> int:
    """Before which of its siblings a new number belongs; their count if after all of them."""
    roman = _count_in_roman((*siblings, number))
    key = _key(number, roman=roman)
    return next((place for place, other in enumerate(siblings) if _key(other, roman=roman) > key), len(siblings))


def run(first: str, last: str, count: int) -> tuple[str, ...]:
    """So many numbers from the first to the last.

    Returns:
        The numbers; none if that many do not lead from the first to the last.
    """
    for roman in (False, True):
        numbers = [first]
        while len(numbers) < count:
            numbers.append(_next(numbers[-1], roman=roman))
        if numbers[-1] == last and len(numbers) == count:
            return tuple(numbers)
    return ()


def _key(number: str, *, roman: bool) -> Key:
    """What a number is sorted by."""
    pieces = _PIECES.findall(number)
    return tuple(
        (0, int(piece), "")
        if piece.isdigit()
        else (1, _value(piece), "")
        if roman and _value(piece)
        else (1, len(piece), piece)
        for piece in pieces
    )


def _count_in_roman(numbers: Sequence[str]) -> bool:
    """Whether a list of labels counts in Roman numerals."""
    labels = [number.strip("()") for number in numbers]
    return any(label.lower() in {"i", "ii"} for label in labels) and all(_value(label) for label in labels)


def _value(letters: str) -> int:
    """The value of a Roman numeral, 0 for what is none."""
    digits = [_ROMAN.get(letter, 0) for letter in letters.lower()]
    total = sum(-here if here < after else here for here, after in zip(digits, [*digits[1:], 0], strict=True))
    return total if _roman(total) == letters.lower() else 0


def _roman(value: int) -> str:
    """A value as a Roman numeral."""
    letters = ""
    for size, mark in _NUMERALS:
        times, value = divmod(max(value, 0), size)
        letters += mark * times
    return letters


def _next(number: str, *, roman: bool) -> str:
    """The number after another."""
    match = _LAST.fullmatch(number)
    if match is None:
        return number
    before, piece, after = match.groups()
    if piece.isdigit():
        following = str(int(piece) + 1).zfill(len(piece))
    elif roman:
        following = _roman(_value(piece) + 1)
    elif piece[-1] in "zZ":
        following = chr(ord(piece[-1]) - 25) * (len(piece) + 1)
    else:
        following = (
            chr(ord(piece[-1]) + 1) * len(piece) if len(set(piece)) == 1 else piece[:-1] + chr(ord(piece[-1]) + 1)
        )
    return f"{before}{following.upper() if piece.isupper() else following}{after}"
