"""A named text and the places in it.

Everything that we tell a drafter points at words that somebody wrote, so every node of a contract remembers where
it was written. A `Source` is one text with the name it is known by (a file's path, or a name that a caller chose).
A `Span` is a stretch of it, as two offsets. Lines and columns are for people: they count from one and are worked
out only when they are asked for, since a contract has hundreds of thousands of spans and shows a handful of them.

What was not written by anyone, such as a built-in event, stands `NOWHERE`.

A text can also hold characters that a screen does not show, or that reorder what it shows. `visible` spells those
out, so that no text that we print can pretend to be another.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from attrs import field

from dealwright.node import node


@node
class Source:
    """A text and the name it is known by.

    Attributes:
        name: What a person calls the text: mostly the path of its file, as it was given.
        text: The whole text, its lines ended by line feeds.
    """

    name: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offsets at which the lines begin; the first is always 0."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def line_at(self, offset: int) -> int:
        """The number of the line, from 1, on which the character at `offset` stands."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, line: int) -> str:
        """The words of a line, without its end.

        Args:
            line: The number of the line, from 1.
        """
        start = self.line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


@node
class Span:
    """A stretch of a source, from the character at `start` up to, but without, the one at `end`."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """The number of the line on which the stretch begins, from 1."""
        return self.source.line_at(self.start)

    @property
    def column(self) -> int:
        """The number of its first character on that line, from 1."""
        return self.start - self.source.line_starts[self.line - 1] + 1

    @property
    def end_line(self) -> int:
        """The number of the line on which the stretch ends, from 1."""
        return self.source.line_at(self.end)

    @property
    def end_column(self) -> int:
        """The column just after its last character, from 1."""
        return self.end - self.source.line_starts[self.end_line - 1] + 1

    @property
    def words(self) -> str:
        """The text of the stretch."""
        return self.source.text[self.start : self.end]


NOWHERE: Final = Span(Source("", ""), 0, 0)
"""The place of what nobody wrote."""


def join(first: Span, second: Span) -> Span:
    """The shortest span that covers both.

    What stands nowhere adds nothing.

    Raises:
        ValueError: If the two are of different sources.
    """
    if first == NOWHERE:
        return second
    if second == NOWHERE:
        return first
    if first.source is not second.source and first.source != second.source:
        message = f"no span covers places of {first.source.name!r} and of {second.source.name!r}"
        raise ValueError(message)
    return Span(first.source, min(first.start, second.start), max(first.end, second.end))


# The ranges are written out, not asked of the tables of the running Python: what is printed is the same everywhere.
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]",
)
_SHORT: Final = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def visible(text: str) -> str:
    r"""The text with every character that cannot be seen spelt out.

    A line feed becomes `\n`, a zero-width space `\u{200b}`; the plain blank and everything that shows stays.
    """
    return _UNSEEN.sub(lambda match: _SHORT.get(match[0], f"\\u{{{ord(match[0]):04x}}}"), text)
