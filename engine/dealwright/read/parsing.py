"""Which words belong together: the automaton that the grammar stands for, and the walk through it.

Lark works out the automaton; here is only the walk, which is all that reading a contract needs. Each state says, for each
word that may come next, whether it is taken or which rule is complete; a complete rule hands its parts to the builder. The
automaton is kept as lines of text, one a state and one a rule, of which a contract needs a third: a line is read when the walk
first comes to it, so that a command starts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final

from dealwright.read.layout import Layout
from dealwright.read.words import Lexicon, Token

FORM: Final = "deal parser 1"
SPREAD: Final = 1000
"""Added to the place of a part that is itself a row of parts, and stands for all of them."""
NOTHING: Final = -1
"""In place of the place of a part that was not written."""


class UnexpectedToken(Exception):
    """A word cannot stand where it stands."""

    def __init__(self, token: Token, expected: frozenset[str]) -> None:
        """Keep the word, and the terminals that could stand there."""
        super().__init__(token, expected)
        self.token, self.expected = token, expected


class _Rule:
    """A rule of the grammar, ready for its parts."""

    __slots__ = ("alone", "build", "origin", "places", "size", "spread")

    def __init__(self, line: str, symbols: list[str], builder: object) -> None:
        """Read a line: what the rule is of, its size, whether a single part stands for itself, its callback, the places kept."""
        origin, size, alone, name, *places = line.split(" ")
        self.origin = symbols[int(origin)]
        self.size = int(size)
        self.alone = alone == "1"
        self.build: Callable[[list[Any]], Any] | None = None if name.startswith("_") else getattr(builder, name)
        self.places = None if places == ["all"] else [int(place) for place in places]
        self.spread = any(place >= SPREAD for place in self.places or ())


class Parser:
    """Reads a text by a kept automaton."""

    def __init__(self, kept: str, builder: object, layout: Layout) -> None:
        """Take an automaton as `dealwright.read.analysis.written` writes it.

        Args:
            kept: The automaton.
            builder: What makes a node of each complete rule, by the name of the rule or its alias.
            layout: What opens and closes blocks.
        """
        lines = iter(kept.split("\n"))
        _, *counts = next(lines).split("\t")
        start, self._end, *sizes = map(int, counts)
        self._symbols = next(lines).split(" ")
        patterns = next(lines).encode().decode("unicode_escape")
        ignored = frozenset(next(lines).split(" "))
        keywords, sets, rules, rows = ([next(lines) for _ in range(size)] for size in sizes)
        split = [line.split(" ") for line in keywords]
        self.lexicon = Lexicon(patterns, ignored, {kind: dict(zip(rest[::2], rest[1::2], strict=True)) for kind, *rest in split})
        self._sets, self._rule_lines, self._row_lines = sets, rules, rows
        self._rules: list[_Rule | None] = [None] * len(rules)
        self._rows: list[dict[str, int] | None] = [None] * len(rows)
        self._first = self._row(start)
        self._builder, self._layout = builder, layout

    def parse(self, text: str) -> Any:
        """What the builder makes of a text.

        Raises:
            UnexpectedCharacter: No word begins with a character.
            UnexpectedToken: A word cannot stand where it stands.
        """
        rows, rules, last = self._rows, self._rules, self._end
        row = self._first
        stack, values = [row], []
        for token in self._words(text):
            kind = token.type
            while True:
                step = row.get(kind)
                if step is None:
                    raise UnexpectedToken(token, frozenset(name for name in row if name.isupper()))
                if step >= 0:
                    values.append(token)
                    row = rows[step] or self._row(step)
                    stack.append(row)
                    break
                rule = rules[~step] or self._rule(~step)
                parts: list[Any] = []
                if rule.size:
                    parts = values[-rule.size :]
                    del values[-rule.size :], stack[-rule.size :]
                if rule.places is not None:
                    parts = _spread(parts, rule.places) if rule.spread else _kept(parts, rule.places)
                if rule.build is None or (rule.alone and len(parts) == 1):
                ...
