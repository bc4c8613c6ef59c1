"""Provisions as words cite them: `Section 3.4(a)`, `Sections 8.1, 8.2 and 8.4`, `clause (c)` of the section one is in."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from dealwright import expression as e
from dealwright.text import Found, Gone, Node, Text, steps_of

_UNITS: Final = r"[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Ee]xhibit|[Ss]chedule"
_NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z](?![a-z]))(?:\([a-zA-Z0-9]{1,4}\))*|(?:\([a-zA-Z0-9]{1,4}\))+"
_ROW: Final = re.compile(
    rf"\b(?P<unit>{_UNITS})s?\s+(?P<row>(?:{_NUMBER})(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|through)\s+)(?:{_NUMBER}))*)"
)
_ONE: Final = re.compile(_NUMBER)
_IN: Final = re.compile(r"\s*,?\s+(?:of|in)\s+(?:(?:this|the|said)\s+)?")
_WITHIN: Final = frozenset({"clause", "paragraph"})


@frozen
class Cited:
    """A citation in some words.

    Attributes:
        address: What is cited by its own number.
        start: Where its number begins.
        end: Where its number ends.
        within: What it is said to stand in: section 3 of `clause (a) of Section 3`.
        until: Whether it ends a run that the citation before it begins: `(a) to (c)`.
    """

    address: e.Address
    start: int
    end: int
    within: tuple[tuple[str, str], ...] = ()
    until: bool = False

    @property
    def whole(self) -> e.Address:
        """What is cited, with what it is said to stand in."""
        return evolve(self.address, steps=(*self.address.steps, *self.within))


def in_words(words: str) -> tuple[Cited, ...]:
    """Every provision that some words cite, in order; each of a row of them."""
    found: list[Cited] = []
    following: tuple[int, tuple[tuple[str, str], ...]] = (len(words) + 1, ())
    for match in reversed(tuple(_ROW.finditer(words))):
        place, steps = following
        inside = match["unit"].lower() in _WITHIN and _IN.fullmatch(words, match.end(), max(match.end(), place))
        row = _row(match, steps if inside and place <= len(words) else ())
        found[:0] = row
        following = match.start(), row[0].whole.steps
    return tuple(found)


def _row(match: re.Match[str], within: tuple[tuple[str, str], ...]) -> list[Cited]:
    """Each citation of a row of them."""
    row: list[Cited] = []
    at = 0
    for one in _ONE.finditer(match["row"]):
        address = e.Address(tuple(reversed(steps_of(match["unit"].lower(), one[0]))))
        until = match["row"][at : one.start()].strip() in {"to", "through"}
        start = match.start("row")
        row.append(Cited(address, start + one.start(), start + one.end(), within, until))
        at = one.end()
    return row


def cited_from(text: Text, address: e.Address, home: str, path: tuple[Node, ...]) -> Found:
    """What words in a provision cite: `clause (c)` is one of the provision that the words stand in.

    Args:
        text: The text.
        address: What they cite.
        home: The instrument.
        path: The provisions around the words, outermost first.
    """
    if address.steps[-1][0] in _WITHIN:
        for count in range(len(path), 0, -1):
            around = tuple(reversed([step for node in path[:count] for step in node.steps]))
            found = text.find(e.Address((*address.steps, *around)), home)
            if isinstance(found, Node | Gone):
                return found
    return text.find(address, home)
