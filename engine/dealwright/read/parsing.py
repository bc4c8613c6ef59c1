"""Which words belong together: the walk through the automaton that the grammar stands for.

Lark works the automaton out; the walk is all that reading a contract needs. Each state says, for each word that may
come next, whether the word is taken or which rule is complete; a complete rule hands its parts to the builder. The
automaton is kept as lines of text, one a state and one a rule, of which a contract needs a third. A line is read when
the walk first comes to it, so that a command starts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from dealwright.read.layout import Layout
from dealwright.read.words import Lexicon, Token

FORM: Final = "deal parser 1"
"""How a kept automaton begins; another number for another form."""
ALL: Final = "all"
"""In place of the places of the parts of a rule: each part is kept."""
NOTHING: Final = -1
"""In place of the place of a part: nothing was written there."""
ROW: Final = 1_000
"""Added to the place of a part: it is a row of parts, each of which is kept."""


class UnexpectedToken(Exception):
    """A word cannot stand where it stands."""

    def __init__(self, token: Token, expected: frozenset[str]) -> None:
        """Keep the word, and the terminals that could stand there."""
        super().__init__(token, expected)
        self.token, self.expected = token, expected


class _Rule:
    """A rule of the grammar, ready for its parts."""

    __slots__ = ("build", "origin", "places", "rows", "single", "size")

    def __init__(self, line: str, symbols: list[str], builder: object) -> None:
        """Read a line: what is made of how many parts, whether one passes as it is, who builds it, the parts kept."""
        origin, size, single, name, *places = line.split(" ")
        self.origin = symbols[int(origin)]
        self.size = int(size)
        self.single = single == "1"
        self.build: Callable[[list[Any]], Any] = (
            _as_it_is if name.startswith("_") else getattr(builder, name, _as_it_is)
        )
        self.places = None if places == [ALL] else [int(place) for place in places]
        self.rows = any(place >= ROW for place in self.places or ())


class Parser:
    """Reads texts by one automaton."""

    def __init__(self, kept: str, builder: object, layout: Layout) -> None:
        """Take an automaton.

        Args:
            kept: The automaton, as `dealwright.read.analysis` writes it.
            builder: What makes a node of a complete rule, by the name of the rule or its alias.
            layout: What opens and closes blocks.
        """
        lines = iter(kept.split("\n"))
        start, self._last, *sizes = map(int, next(lines).removeprefix(FORM).split())
        self._symbols = next(lines).split(" ")
        patterns = next(lines).encode().decode("unicode_escape")
        ignored = frozenset(next(lines).split(" "))
        words, self._sets, rules, rows = ([next(lines) for _ in range(size)] for size in sizes)
        keywords = {
            kind: dict(zip(pairs[::2], pairs[1::2], strict=True))
            for kind, *pairs in (line.split(" ") for line in words)
        }
        self.lexicon = Lexicon(patterns, ignored, keywords)
        self._rule_lines, self._row_lines = rules, rows
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
        rows, rules = self._rows, self._rules
        row = self._first
        stack = [row]
        values: list[Any] = []
        for token in self._words(text):
            kind = token.type
            while (step := row.get(kind)) is None or step < 0:
                if step is None:
                    raise UnexpectedToken(token, frozenset(name for name in row if name.isupper()))
                rule = rules[~step] or self._rule(~step)
                size = rule.size
                parts: list[Any] = values[-size:] if size else []
                if size:
                    del values[-size:], stack[-size:]
                if rule.places is not None:
                    parts = _rows_opened(parts, rule.places) if rule.rows else _kept(parts, rule.places)
                values.append(parts[0] if rule.single and len(parts) == 1 else rule.build(parts))
                step = stack[-1][rule.origin]
                if step == self._last:
                    break
                row = rows[step] or self._row(step)
                stack.append(row)
            else:
                values.append(token)
                row = rows[step] or self._row(step)
                stack.append(row)
        return values[-1]

    def _words(self, text: str) -> Iterator[Token]:
        """The words of a text with its blocks, and its end."""
        yield from self._layout.process(self.lexicon.words(text))
        yield Token("$END", "", len(text), len(text))

    def _rule(self, number: int) -> _Rule:
        """A rule that is met for the first time."""
        rule = self._rules[number] = _Rule(self._rule_lines[number], self._symbols, self._builder)
        return rule

    def _row(self, number: int) -> dict[str, int]:
        """A state met for the first time: for each symbol the next state, or the complement of a complete rule."""
        symbols = self._symbols
        shifts, _, reduces = self._row_lines[number].partition("|")
        steps = list(map(int, shifts.split()))
        row = self._rows[number] = dict(zip(map(symbols.__getitem__, steps[::2]), steps[1::2], strict=True))
        steps = list(map(int, reduces.split()))
        for following, rule in zip(steps[::2], steps[1::2], strict=True):
            row.update(dict.fromkeys(map(symbols.__getitem__, map(int, self._sets[following].split(" "))), ~rule))
        return row


def _as_it_is(parts: list[Any]) -> list[Any]:
    """The parts of a rule that only repeats or groups: they go to the rule around it."""
    return parts


def _kept(parts: list[Any], places: list[int]) -> list[Any]:
    """The parts at some places, with None for what was not written."""
    parts.append(None)
    return [parts[place] for place in places]


def _rows_opened(parts: list[Any], places: list[int]) -> list[Any]:
    """As `_kept`, with rows of parts in their place; a row at the front grows, so that a long one is copied once."""
    kept: list[Any] = []
    for place in places:
        if place < ROW:
            kept.append(None if place == NOTHING else parts[place])
        elif kept:
            kept.extend(parts[place - ROW])
        else:
            kept = parts[place - ROW]
    return kept
