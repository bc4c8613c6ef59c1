"""Small tools shared by the callbacks that turn what the grammar recognised into nodes.

A parser calls back once for every phrase that it has recognised, innermost first. Nodes are built purely and judged
later: what cannot stand as written (a day that does not exist, a norm without a head) is noted with its place, a
harmless node takes its place, and reading goes on, so that one run tells all of a file's mistakes.
"""

from __future__ import annotations

from typing import Any

from dealwright.diagnostic import Diagnostic, problem
from dealwright.expression import Address
from dealwright.limits import DEFAULT, Limits
from dealwright.read.words import Token
from dealwright.source import NOWHERE, Source, Span


class Base:
    """What every family of callbacks builds on: the text being read and the mistakes found so far."""

    def __init__(self) -> None:
        """Start with no text."""
        self.source: Source = NOWHERE.source
        self.problems: list[Diagnostic] = []
        self.limits: Limits = DEFAULT

    def between(self, first: Any, last: Any) -> Span:
        """The span from the start of one token or node to the end of another."""
        start = first.start_pos if isinstance(first, Token) else first.span.start
        end = last.end_pos if isinstance(last, Token) else last.span.end
        return Span(self.source, start or 0, end or 0)

    def since(self, word: str, first: Any, last: Any) -> Span:
        """The span from the keyword before a token or node, which the parser has left out, to the end of another."""
        span = self.between(first, last)
        return Span(self.source, self.source.text.rindex(word, 0, span.start), span.end)

    def at(self, token: Token) -> Span:
        """The span of a token."""
        return Span(self.source, token.start_pos or 0, token.end_pos or 0)

    def around(self, children: list[Any]) -> Span:
        """The span of all children that have a place."""
        placed = [child for child in children if isinstance(child, Token) or hasattr(child, "span")]
        return self.between(placed[0], placed[-1]) if placed else NOWHERE

    def report(self, code: str, message: str, span: Span, advice: str = "") -> None:
        """Note a mistake."""
        self.problems.append(problem(code, message, span, help=advice))


def words(tokens: list[Any]) -> str:
    """Some keyword tokens as one text: `on or before`."""
    return " ".join(str(token) for token in tokens if token is not None)


def split_number(unit: str, number: str) -> tuple[tuple[str, str], ...]:
    """A number as steps, innermost first: `3.4(a)(ii)` of a section gives `(ii)`, `(a)` and `section 3.4`."""
    if "(" not in number:
        return ((unit, number),)
    head, *labels = number.split("(")
    steps = [] if not head else [(unit, head)]
    for place, label in enumerate(labels):
        steps.append((unit if not head and not place else "clause", f"({label}"))
    return tuple(reversed(steps))


def named_after(number: str, place: Any) -> tuple[str, Any]:
    """A number that is a letter, apart from the instrument after it: `A of First Amendment` reads like one name."""
    if place is None and " of " in number:
        letter, _, instrument = number.partition(" of ")
        return letter, instrument
    return number, place


def address_within(steps: tuple[tuple[str, str], ...], place: Any, span: Span) -> Address:
    """An address completed by what follows `of`: a further address, an instrument's name, or nothing."""
    if isinstance(place, Address):
        return Address(steps + place.steps, place.instrument, span=span)
    return Address(steps, "" if place is None else str(place), span=span)
