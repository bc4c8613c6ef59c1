"""Lines and their depth: where a block opens, where it closes, and how deep blocks and parentheses may go.

What stands under a line, deeper than it, belongs to it. Depth is counted here, on the words themselves, before any tree is
built, so that nothing later has to trust an author's nesting. Inside parentheses lines may break freely.
"""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token
from lark.lark import PostLex


class TooDeep(Exception):
    """Blocks or parentheses nest deeper than they may; the argument is the word at which they do."""

    def __init__(self, token: Token) -> None:
        """Keep the word."""
        super().__init__(token)
        self.token = token


class UnevenIndent(Exception):
    """A line returns to a depth at which no block stands; the argument is the line end before it."""

    def __init__(self, token: Token) -> None:
        """Keep the line end."""
        super().__init__(token)
        self.token = token


class OpenParenthesis(Exception):
    """A parenthesis never closes, or closes nothing; the argument is it."""

    def __init__(self, token: Token) -> None:
        """Keep the parenthesis."""
        super().__init__(token)
        self.token = token


class Layout(PostLex):
    """Turns the depth of lines into the opening and closing of blocks."""

    always_accept = ("_NL", "WORD")

    def __init__(self, deepest: int) -> None:
        """Keep how deep blocks and parentheses may nest."""
        self.deepest = deepest

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The words with `_INDENT` and `_DEDENT` put in where blocks open and close."""
        depths = [0]
        opened: list[Token] = []
        token = None
        for token in stream:
            kind = token.type
            if kind == "_NL":
                if opened:
                    continue
                yield token
                depth = len(token) - token.rindex("\n") - 1 if "#" not in token else _depth(token)
                if depth > depths[-1]:
                    depths.append(depth)
                    if len(depths) > self.deepest + 1:
                        raise TooDeep(token)
                    yield Token.new_borrow_pos("_INDENT", "", token)
                else:
                    while depth < depths[-1]:
                        depths.pop()
                        yield Token.new_borrow_pos("_DEDENT", "", token)
                    if depth != depths[-1]:
                        raise UnevenIndent(token)
                continue
            if kind == "LPAR":
                opened.append(token)
                if len(opened) > self.deepest:
                    raise TooDeep(token)
            elif kind == "RPAR":
                if not opened:
                    raise OpenParenthesis(token)
                opened.pop()
            yield token
        if opened:
            raise OpenParenthesis(opened[-1])
        while len(depths) > 1:
            depths.pop()
            yield Token("_DEDENT", "") if token is None else Token.new_borrow_pos("_DEDENT", "", token)


def _depth(line_end: str) -> int:
    """How far the next line is indented: blanks after the last line feed that no comment follows."""
    return len(line_end) - line_end.rindex("\n") - 1
