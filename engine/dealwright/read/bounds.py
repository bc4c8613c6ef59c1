"""How long and how deep a sentence may be, seen from its words alone.

A name, a quotation, a row of terms and the nesting of one expression in another have limits. They are counted word by
word before any sentence is put together, so that nothing later has to trust an author's patience. Words and numbers
that run into each other are told here too: where one ends and the next begins would be a guess.

The count of nesting never falls short of the true one. What holds to the end of its line or parenthesis, such as
`where`, is counted until there; what holds its next part only, such as `not`, until that part ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dealwright.limits import Limits
from dealwright.read.stop import Stop
from dealwright.read.words import Token

_SIGNS: Final = frozenset(
    ("LPAR", "RPAR", "COMMA", "COLON", "SLASH", "PLUS", "MINUS", "STAR", "CIRCUMFLEX", "CMP", "LABEL", "PROSE", "_NL")
)
_JOINING: Final = {"OR": 2, "AND": 3, "COMMA": 4, "PLUS": 5, "MINUS": 5, "STAR": 6, "SLASH": 6}
_NEXT_PART: Final = frozenset(
    ("NOT", "OF", "AFTER", "BEFORE", "FROM", "IN", "ENDING", "STARTING", "ROUNDED", "ROLLED", "BUT")
)
_TO_THE_END: Final = frozenset(
    ("WHERE", "SATISFIES", "IF", "ASSERTED", "SUM", "HIGHEST", "LOWEST", "AVERAGE", "PRODUCT")
)  # fmt: skip
_EXTREMES: Final = frozenset(("LATER", "EARLIER", "LATEST", "EARLIEST", "GREATER", "LESSER", "GREATEST", "LEAST"))
_ENDING: Final = frozenset(
    ("OR", "AND", "COMMA", "CMP", "COLON", "THEN", "ELSE", "WHEN", "IS", "PLUS", "STAR", "SLASH")
)
_BEFORE_A_SIGN: Final = (_SIGNS - {"RPAR", "LABEL"}) | _NEXT_PART
_COUNTED: Final = frozenset(
    (*_JOINING, *_NEXT_PART, *_TO_THE_END, *_EXTREMES, *_ENDING, "LPAR", "RPAR", "_NL", "OVER", "TERM", "STRING")
)
_THROUGHOUT, _PART = 0, 1


class Bounds:
    """The counts of one text as its words go by."""

    def __init__(self, limits: Limits) -> None:
        """Keep the limits; nothing is counted yet."""
        self.limits = limits
        self._levels: list[list[int]] = [[0] * 7]
        self._deep = 0

    def pass_through(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The same words, each looked at.

        Raises:
            Stop: A limit is passed, or two words run together.
        """
        end = -1
        before = "_NL"
        for token in stream:
            kind = token.type
            if token.start_pos == end and kind not in _SIGNS and before not in _SIGNS:
                self._run_together(token)
            if kind in _COUNTED:
                self._count(token, kind, before)
            end = token.end_pos or 0
            before = kind
            yield token

    def _run_together(self, token: Token) -> None:
        """Tell that a word starts where another ends."""
        start, end = token.start_pos or 0, token.end_pos or 0
        raise Stop(
            "S212", f"`{token[:40]}` begins without a blank before it", start, end, "put a blank between the two"
        )

    def _count(self, token: Token, kind: str, before: str) -> None:
        """Count a word that is long, joins, nests or ends a part."""
        level = self._levels[-1]
        if kind in ("TERM", "STRING"):
            self._measure(token, kind)
        elif kind == "_NL":
            if len(self._levels) == 1:
                self._deep -= level[_THROUGHOUT] + level[_PART]
                self._levels[0] = [0] * 7
            return
        elif kind == "LPAR":
            self._levels.append([0] * 7)
            self._deeper(token, 1)
            return
        elif kind == "RPAR":
            if len(self._levels) > 1:
                self._deep -= 1 + level[_THROUGHOUT] + level[_PART]
                self._levels.pop()
            return
        turns = kind == "MINUS" and before in _BEFORE_A_SIGN
        if kind in _ENDING or (kind == "MINUS" and not turns):
            self._deep -= level[_PART]
            level[_PART] = 0
        if kind in _JOINING and not turns:
            self._join(token, level, _JOINING[kind])
        elif turns or kind in _NEXT_PART:
            level[_PART] += 1
            self._deeper(token, 1)
        elif kind in _TO_THE_END or (kind in _EXTREMES and before == "THE"):
            level[_THROUGHOUT] += 1
            self._deeper(token, 1)
        elif kind == "OVER" and level[_THROUGHOUT]:
            level[_THROUGHOUT] -= 1
            self._deep -= 1

    def _measure(self, token: Token, kind: str) -> None:
        """See that a name or a quotation is not too long."""
        limits = self.limits
        start, end = token.start_pos or 0, token.end_pos or 0
        if kind == "TERM" and len(token) > limits.name:
            message = f"this name has {len(token):,} characters; a name may have {limits.name:,}"
            raise Stop(
                "X105", message, start, end, "give it a short name, and the long one in quotation marks after it"
            )
        if kind == "STRING" and len(token) - 2 > limits.string:
            message = f"this quotation has {len(token) - 2:,} characters; a quotation may have {limits.string:,}"
            raise Stop("X106", message, start, end, "quote the words that it takes to recognise the passage")

    def _join(self, token: Token, level: list[int], row: int) -> None:
        """Count one more part of a row."""
        level[row] += 1
        if level[row] >= self.limits.chain:
            message = f"more than {self.limits.chain:,} parts are joined by `{token}` here"
            raise Stop("X109", message, token.start_pos or 0, token.end_pos or 0, "divide them, naming the parts")

    def _deeper(self, token: Token, by: int) -> None:
        """Count one more level of nesting."""
        self._deep += by
        if self._deep > self.limits.nesting:
            message = f"more than {self.limits.nesting} expressions stand in each other here"
            raise Stop("X108", message, token.start_pos or 0, token.end_pos or 0, "divide the rule, naming the parts")
