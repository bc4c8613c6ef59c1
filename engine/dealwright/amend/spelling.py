"""Counts in words, from one to ninety-nine, as contracts write them: `thirty`, `forty-five`."""

from __future__ import annotations

from typing import Final

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MOST: Final = 99
_FIRST_TEN: Final = 20

COUNT_WORD: Final = (
    rf"(?:(?i:{'|'.join(_TENS)})(?:[- ](?i:{'|'.join(_ONES[1:10])}))?|(?i:{'|'.join(reversed(_ONES[1:]))}))(?!\w)"
)
"""A pattern of a count in words."""


def count_of(words: str) -> int:
    """The count of some words that fit the pattern."""
    tens, _, ones = words.lower().replace(" ", "-").partition("-")
    if tens in _ONES:
        return _ONES.index(tens)
    return _FIRST_TEN + 10 * _TENS.index(tens) + (_ONES.index(ones) if ones else 0)


def count_words(count: int) -> str:
    """A count in words; in figures where it is greater than ninety-nine."""
    if not 0 <= count <= _MOST:
        return str(count)
    if count < len(_ONES):
        return _ONES[count]
    tens, ones = divmod(count, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
