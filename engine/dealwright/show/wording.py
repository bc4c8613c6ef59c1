"""The contract's words as paragraphs, and two of them compared word by word.

Words are kept line by line, as in the paper that they were taken from. For reading, a line that only ended where the
paper did goes on with the next; one that was ended on purpose, as in an address, stays by itself; and where columns
stand below each other, as at signatures, nothing is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from attrs import frozen

from dealwright import model as m
from dealwright.paper import Run

_TOKENS: Final = re.compile(r"\s*(?:[\w$€£][\w$€£.,'\u2019/-]*[\w%]|[\w%$€£]|[^\w\s])|\s+$")
_COLUMNS: Final = re.compile(r"\S\t|\S {3,}\S|^[-_=*. ]{6,}$|^\s{4,}\S")
_FULL: Final = 56
"""A line that had room for the next word within so many letters was ended on purpose."""
_STRAY: Final = 2
_MUCH: Final = 4
"""So few words that are the same count as changed between changes of so many."""
_ALIKE: Final = 0.4
"""Paragraphs are one, changed, if at least so much of them is the same."""


@frozen
class Paragraph:
    """Some words that stand together.

    Attributes:
        words: The words; a line feed is a line that was ended on purpose.
        verbatim: Whether columns stand below each other in it.
    """

    words: str
    verbatim: bool = False


def paragraphs(words: m.Words) -> Iterator[Paragraph]:
    """The paragraphs of some words; an empty line stands between two."""
    lines: list[str] = []
    for line in (*words.lines, ""):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield _paragraph(lines)
            lines = []


def _paragraph(lines: list[str]) -> Paragraph:
    """Some lines as a paragraph."""
    if any(_COLUMNS.search(line) for line in lines):
        return Paragraph("\n".join(lines), verbatim=True)
    bare = [" ".join(line.split()) for line in lines]
    joined = bare[0]
    for line, following in pairwise(bare):
        ended = len(line) + 1 + len(following.split()[0]) <= _FULL
        joined += ("\n" if ended else " ") + following
    return Paragraph(joined)


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Two stretches of words, compared word by word.

    A word or two that happen to be the same amid much that is not are written anew with it: nobody reads a sentence
    in which only the `and` was kept.
    """
    if before == after:
        return (Run("equal", after),) if after else ()
    first, second = _TOKENS.findall(before), _TOKENS.findall(after)
    found: list[Run] = []
    for kept, start, end, other, other_end in _steps(first, second):
        if kept:
            found.append(Run("equal", "".join(first[start:end])))
            continue
        if end > start:
            found.append(Run("deleted", "".join(first[start:end])))
        if other_end > other:
            found.append(Run("inserted", "".join(second[other:other_end])))
    return tuple(found)


_Step = tuple[bool, int, int, int, int]


def _steps(first: Sequence[str], second: Sequence[str]) -> list[_Step]:
    """Stretches that are kept or changed, in turn: where each begins and ends in either text."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    steps: list[_Step] = [(one[0] == "equal", *one[1:]) for one in matcher.get_opcodes()]
    found: list[_Step] = []
    for number, (kept, start, end, other, other_end) in enumerate(steps):
        around = steps[max(number - 1, 0) : number] + steps[number + 1 : number + 2]
        is_between = kept and 0 < number < len(steps) - 1
        stands = kept and not (is_between and end - start <= _STRAY and all(_size(one) >= _MUCH for one in around))
        if found and not stands and not found[-1][0]:
            _, began, _, other_began, _ = found[-1]
            found[-1] = (False, began, end, other_began, other_end)
        else:
            found.append((stands, start, end, other, other_end))
    return found


def _size(step: _Step) -> int:
    """How many words a stretch has."""
    _, start, end, other, other_end = step
    return end - start + other_end - other


def pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The paragraphs of two texts that are one, perhaps changed: their places in each, in order."""
    for kind, start, end, other, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(start, end), range(other, other_end), strict=True)
            continue
        least = other
        for place in range(start, end):
            near = next((found for found in range(least, other_end) if alike(before[place], after[found])), -1)
            if near >= 0:
                yield place, near
                least = near + 1


def alike(before: str, after: str) -> bool:
    """Whether two paragraphs have enough words in common to be one."""
    matcher = SequenceMatcher(None, _TOKENS.findall(before), _TOKENS.findall(after), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
