"""The quotation marks in which an instrument sets the words that it puts into another text.

"Section 2 is replaced by the following: "The Tenant may ..."": the outer marks belong to the amending instrument and
not to section 2. They are only taken off if the first mark is closed by the last one: words that begin with a quoted
term and end with one keep theirs.
"""

from __future__ import annotations

from typing import Final, TypeVar

from attrs import evolve

from dealwright import model as m
from dealwright.expression import Row

T = TypeVar("T", bound=m.Item | Row)

_PAIRS: Final = {'"': '"', "\u201c": "\u201d"}
_OPENS_AFTER: Final = frozenset("([\u2014\u201c\"'")


def unquoted(items: tuple[m.Item | Row, ...]) -> tuple[m.Item | Row, ...]:
    """New matter without the marks around all of its words, or else around those of each provision."""
    words = _words_in(items)
    if enclosed("\n".join(line for one in words for line in one.lines)):
        bare = dict(zip(map(id, words), _stripped(words), strict=True))
    else:
        bare = {id(one): _stripped([one])[0] for one in words if enclosed("\n".join(one.lines))}
    return tuple(_with(item, bare) for item in items) if bare else items


def enclosed(text: str) -> bool:
    """Whether a text stands in one pair of quotation marks as a whole."""
    text = text.strip()
    if len(text) < 2 or text[0] not in _PAIRS or text[-1] != _PAIRS[text[0]]:  # noqa: PLR2004 - two marks
        return False
    depth = 0
    for place, mark in enumerate(text):
        if mark not in '"\u201c\u201d':
            continue
        depth += 1 if _opens(text, place) else -1
        if depth <= 0 and place < len(text) - 1:
            return False
    return True


def _opens(text: str, place: int) -> bool:
    """Whether the mark at a place opens a quotation."""
    if text[place] != '"':
        return text[place] == "\u201c"
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in _OPENS_AFTER) and bool(after) and not after.isspace()


def _words_in(items: tuple[m.Item | Row, ...]) -> list[m.Words]:
    """The words among some items, those in provisions too, in order."""
    found: list[m.Words] = []
    for item in items:
        if isinstance(item, m.Words):
            found.append(item)
        elif isinstance(item, m.Provision):
            found.extend(_words_in(item.items))
    return found


def _stripped(words: list[m.Words]) -> list[m.Words]:
    """Words without the first and the last of their marks."""
    lines = [list(one.lines) for one in words]
    opening = next(one for one in lines for line in one if line.strip())
    place = next(place for place, line in enumerate(opening) if line.strip())
    opening[place] = opening[place].lstrip()[1:]
    closing = next(one for one in reversed(lines) for line in one if line.strip())
    place = next(place for place in reversed(range(len(closing))) if closing[place].strip())
    closing[place] = closing[place].rstrip()[:-1]
    return [evolve(one, lines=tuple(new)) for one, new in zip(words, lines, strict=True)]


def _with(item: T, bare: dict[int, m.Words]) -> T | m.Words | m.Provision:
    """An item with other words."""
    if isinstance(item, m.Provision):
        return evolve(item, items=tuple(_with(inner, bare) for inner in item.items))
    return bare.get(id(item), item)
