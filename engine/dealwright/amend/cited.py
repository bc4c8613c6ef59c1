"""Provisions as words cite them: `Section 3.4(a)`, `Sections 8.1, 8.2 and 8.4`, `clause (c)` of the section one is in."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from dealwright import expression as e
from dealwright.text import Found, Gone, Node, Text, steps_of

_UNITS: Final = r"[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Ee]xhibit|[Ss]chedule"
_NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z](?![a-z]))(?:\([a-zA-Z0-9]{1,4}\))*|(?:\([a-zA-Z0-9]{1,4}\))+"
_ROW: Final = re.compile(
    rf"\b(?P<unit>{_UNITS})s?\s+(?P<row>(?:{_NUMBER})(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|through)\s+)(?:{_NUMBER}))*)"
)
_ONE: Final = re.compile(_NUMBER)
_WITHIN: Final = frozenset({"clause", "paragraph"})


@frozen
class Cited:
    """A citation in some words.

    Attributes:
        address: What is cited.
        start: Where its number begins.
        end: Where its number ends.
    """

    address: e.Address
    start: int
    end: int


def in_words(words: str) -> tuple[Cited, ...]:
    """Every provision that some words cite, in order; each of a row of them."""
    return tuple(
        Cited(
            e.Address(tuple(reversed(steps_of(match["unit"].lower(), one[0])))),
            match.start("row") + one.start(),
            match.start("row") + one.end(),
        )
        for match in _ROW.finditer(words)
        for one in _ONE.finditer(match["row"])
    )


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
