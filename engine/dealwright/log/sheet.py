"""A log on its way into words: the lines of a scenario, each part of which remembers where it was taken from.

Whatever form a log has, it means what the same scenario means, since it becomes one: all of its lines are put down and
read together, by the one grammar. What was read, and what is told of it, is then put back to its place in the log.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Place, problem
from dealwright.limits import Limits
from dealwright.node import node
from dealwright.read import read
from dealwright.source import NOWHERE, Source, Span
from dealwright.write.literals import quoted

_INDENT: Final = "    "


@node
class Piece:
    """Some words of a line and where they were taken from."""

    words: str
    place: Span


@node
class _Line:
    """A line of the scenario.

    Attributes:
        start: Where it starts.
        kinds: What it may turn out to be.
        place: Where the log says it.
        parts: Its parts that stand in the log: where they start and end, where the log has them, whether in these
            words.
    """

    start: int
    kinds: tuple[type, ...]
    place: Span
    parts: tuple[tuple[int, int, Span, bool], ...]


class Sheet:
    """The lines of a scenario, as far as they are put down."""

    def __init__(self, title: str = "", place: Span = NOWHERE) -> None:
        """Begin with the title of the log and its place."""
        self._texts = [f"scenario {quoted(title)}\n"]
        self._end = len(self._texts[0])
        self._lines = [_Line(0, (), place, ())]

    def line(self, kinds: tuple[type, ...], place: Span, *pieces: Piece | str) -> None:
        """Put down a line.

        Args:
            kinds: What it may turn out to be; anything else is told.
            place: Where the log says it.
            pieces: Its words in order; those that the log does not hold are plain texts.
        """
        at = start = self._end
        parts = []
        for piece in (_INDENT, *pieces, "\n"):
            words = piece if isinstance(piece, str) else piece.words
            if isinstance(piece, Piece):
                parts.append((at, at + len(words), piece.place, piece.place.words == words))
            self._texts.append(words)
            at += len(words)
        self._end = at
        self._lines.append(_Line(start, kinds, place, tuple(parts)))

    def read(self, name: str, limits: Limits) -> tuple[m.ScenarioLine, ...]:
        """What the lines say, each node at its place in the log.

        Raises:
            DealError: They do not follow the grammar, or one says something else than it should.
        """
        source = Source(name, "".join(self._texts))
        try:
            (scenario,) = read(source, limits).scenarios
        except DealError as trouble:
            raise DealError(self._put_back(found) for found in trouble.diagnostics) from None
        problems = []
        for line, said in zip(self._lines[1:], scenario.lines, strict=True):
            if not isinstance(said, line.kinds):
                problems.append(problem("L109", "these words say something else than they should here", line.place))
            self._place(said, line, source)
        if problems:
            raise DealError(problems)
        return tuple(evolve(said, span=line.place) for line, said in zip(self._lines[1:], scenario.lines, strict=True))

    @staticmethod
    def _place(said: Any, line: _Line, source: Source) -> None:
        """Put each node back to its place. Nobody else has seen these nodes yet, so they are changed as they are."""
        for part in e.walk(said):
            span = getattr(part, "span", NOWHERE)
            if span.source is source:
                object.__setattr__(part, "span", _back(span, line))

    def _put_back(self, found: Diagnostic) -> Diagnostic:
        """A diagnostic at its places in the log."""

        def moved(place: Place) -> Place:
            line = self._lines[bisect_right(self._lines, place.span.start, key=lambda line: line.start) - 1]
            return evolve(place, span=_back(place.span, line))

        return evolve(found, place=moved(found.place), also=tuple(map(moved, found.also)))


def _back(span: Span, line: _Line) -> Span:
    """Where the log has what stands in a stretch of a line: the very words if it holds them, else what says them."""
    for start, end, place, same in line.parts:
        if start <= span.start and span.end <= end:
            shift = place.start - start
            return Span(place.source, span.start + shift, span.end + shift) if same else place
    return line.place
