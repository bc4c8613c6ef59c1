"""Lines and their depth: where a block opens, where it closes, and how deep blocks may go.

What stands under a line, deeper than it, belongs to it. Depth is counted here, on the words themselves, before any
tree is built, so that nothing later has to trust an author's nesting. Inside parentheses lines may break freely.
"""

from __future__ import annotations

from collections.abc import Iterator

from dealwright.limits import DEFAULT, Limits
from dealwright.read.bounds import Bounds
from dealwright.read.stop import Stop
from dealwright.read.words import Token


class Layout:
    """Turns the depth of lines into the opening and closing of blocks."""

    always_accept = ("_NL", "WORD")

    def __init__(self) -> None:
        """Take the limits that hold where nobody says otherwise."""
        self.limits: Limits = DEFAULT
        self.opened: list[Token] = []

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The words with `_INDENT` and `_DEDENT` put in where blocks open and close.

        Raises:
            Stop: A line stands at no level or too deep, or a parenthesis has no fellow.
        """
        depths = [0]
        opened: list[Token] = []
        self.opened = opened
        for token in Bounds(self.limits).pass_through(stream):
            kind = token.type
            if kind == "_NL":
                if opened:
                    continue
                yield token
                depth = len(token) - token.rindex("\n") - 1
                if depth > depths[-1]:
                    depths.append(depth)
                    if len(depths) > self.limits.nesting + 1:
                        end = token.end_pos or 0
                        raise Stop("X108", f"more than {self.limits.nesting} blocks stand in each other here", end, end)
                    yield token.new_borrow_pos("_INDENT", "", token)
                else:
                    while depth < depths[-1]:
                        depths.pop()
                        yield token.new_borrow_pos("_DEDENT", "", token)
                    if depth != depths[-1]:
                        raise self._uneven(token, depths)
                continue
            if kind == "LPAR":
                opened.append(token)
            elif kind == "RPAR":
                if not opened:
                    raise open_parenthesis(token)
                opened.pop()
            yield token
        if opened:
            raise open_parenthesis(opened[-1])

    def _uneven(self, token: Token, depths: list[int]) -> Stop:
        """Tell that a line returns to a depth at which no line above begins."""
        end = token.end_pos or 0
        known = f"after {depths[-1]} blanks" if depths[-1] else "at the start of the line"
        message = "this line stands at no level: no line that it could belong beside begins at the same depth"
        return Stop("S205", message, end, end, f"begin it {known}, or as deep as the line above it")


def open_parenthesis(token: Token) -> Stop:
    """What to tell about a parenthesis without its fellow."""
    said = "is never closed" if token.type == "LPAR" else "closes nothing"
    advice = "put `)` where it ends" if token.type == "LPAR" else "take it out, or put `(` where it begins"
    return Stop("S204", f"this parenthesis {said}", token.start_pos or 0, token.end_pos or 0, advice)
