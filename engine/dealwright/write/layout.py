"""A drafter's own file, tidied: the same words, comments and line breaks, evenly laid out.

Each level stands four blanks deeper than the one it belongs to, one blank stands between two words, lines end at their
last word, one blank line at most separates others, and the file ends with a line end. Quotations and the contract's
own words stay exactly as they are. Nothing is said differently after tidying, and tidying again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from dealwright.read import read
from dealwright.source import Source
from dealwright.write.lines import INDENT

_BEFORE_COMMENT: Final = "    "
_OPERATORS: Final = frozenset(("+", "*", "^", "<", ">", "=", "<=", ">=", "!="))
_WORDS: Final = re.compile(
    r'"(?:[^"]|"")*"'  # a quotation
    r"|#.*"  # a comment
    r"|(?<=[0-9] )[0-9][0-9]:[0-9:.]+"  # a clock time after a date
    r"|[(),:]|[<>!]=|[+*^<>=]|-(?=[ \t]|$)"  # a sign
    r"|(?:[^\s\"#(),:+*^<>=!]|(?<=[0-9]),(?=[0-9]{3}))+"  # a word, a name, a number
)


def format_source(source: Source) -> str:
    """The text of a source, tidied.

    Raises:
        DealError: The text does not follow the grammar; what belongs to what cannot be known then.
    """
    read(source)
    return _tidied(source.text.split("\n"))


@define
class _Levels:
    """The depths at which the lines above stand, and the depths of lines whose parentheses are still open."""

    depths: list[int] = field(factory=list)
    opened: list[int] = field(factory=list)

    def enter(self, depth: int) -> int:
        """The level of a line that begins at some depth; the first line of all has nothing that it could belong to."""
        if not self.depths:
            self.depths.append(0)
            return 0
        while depth < self.depths[-1]:
            self.depths.pop()
        if depth > self.depths[-1]:
            self.depths.append(depth)
        return len(self.depths) - 1

    def beside(self, depth: int, following: int) -> int:
        """The level of a comment at some depth; it may stand as deep as the line that follows."""
        known = [*self.depths, *(one for one in [following] if self.depths and one > self.depths[-1])]
        return max((level for level, one in enumerate(known) if one <= depth), default=0)


def _tidied(lines: Sequence[str]) -> str:
    levels = _Levels()
    found: list[str] = []
    for line, following in zip(lines, _following(lines), strict=True):
        said = line.strip(" \t")
        depth = _depth(line)
        if not said:
            if found and found[-1]:
                found.append("")
        elif levels.opened:
            indent = levels.opened[-1] + (0 if said.startswith(")") else len(INDENT))
            found.append(" " * indent + _spaced(said, indent, levels))
        elif said.startswith("#"):
            found.append(INDENT * levels.beside(depth, following) + said)
        elif said.startswith("|"):
            found.append(INDENT * levels.enter(depth) + line.lstrip(" \t"))
        else:
            indent = len(INDENT) * levels.enter(depth)
            found.append(" " * indent + _spaced(said, indent, levels))
    while not found[-1]:
        found.pop()
    return "\n".join(found) + "\n"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _following(lines: Sequence[str]) -> list[int]:
    """For each line, the depth of the next one that is neither blank nor a comment."""
    found = []
    depth = 0
    for line in reversed(lines):
        found.append(depth)
        if line.strip(" \t") and not line.lstrip(" \t").startswith("#"):
            depth = _depth(line)
    return found[::-1]


def _spaced(said: str, indent: int, levels: _Levels) -> str:
    """The words of a line with one blank between them; parentheses that stay open are noted with the line's depth."""
    parts: list[str] = []
    end = 0
    before = ""
    for match in _WORDS.finditer(said):
        word = match[0]
        if word == "(":
            levels.opened.append(indent)
        elif word == ")":
            levels.opened.pop()
        if parts:
            parts.append(_between(before, word, match.start() - end, said[match.end() :]))
        parts.append(word)
        end, before = match.end(), word
    return "".join(parts)


def _between(before: str, word: str, blanks: int, after: str) -> str:
    """What stands between two words that follow each other."""
    if word.startswith("#"):
        return _BEFORE_COMMENT
    if before == "(" or word in {")", ",", ":"}:
        return ""
    if word == "(":
        loose = before in {",", ":"} or before in _OPERATORS or before.islower()
        return " " if blanks or loose else ""
    if after.split()[:1] == ["times"]:
        # A number after a name would be part of the name if one blank were all that divides them.
        return " " * min(blanks, 2)
    return " " if blanks or before in {")", ",", ":"} or {before, word} & _OPERATORS else ""
