"""The words of a text: what each is, and where it stands.

A word is what the grammar calls a terminal: a name, an amount, a quotation, a line of prose, a word of the language.
Blanks and comments say nothing. The fields of a word are named as Lark names them, so that one layout serves both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Self


class Token(str):
    """A word.

    Attributes:
        type: The name of its terminal.
        start_pos: The offset at which it begins.
        end_pos: The offset just after it.
    """

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int

    def __new__(cls, kind: str, value: str, start_pos: int = 0, end_pos: int = 0) -> Self:
        """A word of a kind at a place."""
        made = str.__new__(cls, value)
        made.type = kind
        made.start_pos = start_pos
        made.end_pos = end_pos
        return made

    @classmethod
    def new_borrow_pos(cls, kind: str, value: str, other: Token) -> Self:
        """A word that nobody wrote, at the place of another."""
        return cls(kind, value, other.start_pos, other.end_pos)


class UnexpectedCharacter(Exception):
    """No word begins with the character at an offset."""

    def __init__(self, offset: int) -> None:
        """Keep the offset."""
        super().__init__(offset)
        self.offset = offset


class Lexicon:
    """What words there are."""

    def __init__(self, patterns: str, ignored: Collection[str], keywords: Mapping[str, Mapping[str, str]]) -> None:
        """Keep what words look like.

        Args:
            patterns: One regular expression with a named group for every terminal, the first that matches counting.
            ignored: The terminals that say nothing.
            keywords: For a terminal, the words that look like it and have a terminal of their own.
        """
        self._pattern = re.compile(patterns)
        self._ignored = ignored
        self.keywords = keywords

    def words(self, text: str) -> Iterator[Token]:
        """The words of a text, one after the other.

        Raises:
            UnexpectedCharacter: No word begins where the last one ended.
        """
        keywords, ignored = self.keywords, self._ignored
        end = 0
        pattern: Any = self._pattern
        for found in iter(pattern.scanner(text).match, None):
            kind = found.lastgroup
            if kind in ignored:
                end = found.end()
                continue
            start, end = found.span()
            value = found.group()
            if kind in keywords:
                kind = keywords[kind].get(value, kind)
            yield Token(kind, value, start, end)
        if end < len(text):
            raise UnexpectedCharacter(end)
