"""A reason: one statement, the provision and the words that it rests on, and the reasons under it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from dealwright.source import visible

_WIDTH = 108
_INDENT = 4


@frozen
class Reason:
    """One statement and what it rests on.

    Attributes:
        text: The statement, a sentence without its full stop.
        cite: The provision, with those that amended it: `section 3.1 of Bakery Lease, as put by section 2 of ...`.
        words: The provision's own words, shortened.
        rule: The rule as it is written beside these words.
        entries: The entries of the log that it rests on.
        readings: The readings that it leans on, each with the alternative chosen.
        children: What lies under it.
    """

    text: str
    cite: str = ""
    words: str = ""
    rule: str = ""
    entries: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    children: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        """The tree as people read it."""
        return "\n".join(self.lines(0, ""))

    def walk(self) -> Iterator[Reason]:
        """This reason and all under it, from the top."""
        pending = [self]
        while pending:
            one = pending.pop()
            yield one
            pending.extend(reversed(one.children))

    def as_json(self) -> dict[str, Any]:
        """The tree as plain data; what a reason does not have is left out."""
        found: dict[str, Any] = {"text": self.text}
        for name in ("cite", "words", "rule"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.entries:
            found["entries"] = list(self.entries)
        if self.readings:
            found["readings"] = dict(self.readings)
        if self.children:
            found["children"] = [child.as_json() for child in self.children]
        return found

    def lines(self, depth: int, around: str) -> Iterator[str]:
        """The lines of the tree, each level deeper; a provision is named once on the way down."""
        lead = " " * (_INDENT * depth)
        inner = lead + " " * _INDENT
        yield from _wrapped(self.text, f"{lead}- " if depth else "", f"{lead}  " if depth else "")
        if self.cite and self.cite != around:
            yield from _wrapped(self.cite, inner)
        if self.words:
            yield from _wrapped(self.words, f"{inner}| ", f"{inner}| ")
        for line in self.rule.split("\n") if self.rule else ():
            indent = inner + "  " + " " * (len(line) - len(line.lstrip()))
            yield from _wrapped(line.lstrip(), indent, f"{indent}    ")
        for entry in self.entries:
            yield from _wrapped(f"log: {entry}", inner)
        for name, chosen in self.readings:
            yield from _wrapped(f"reading {name}: {chosen}", inner)
        for child in self.children:
            yield from child.lines(depth + 1, self.cite or around)


def _wrapped(text: str, first: str, rest: str = "") -> list[str]:
    """A text in lines that fit, the later ones under the first."""
    room = max(_WIDTH, len(first) + 40)
    return textwrap.wrap(
        visible(text), room, initial_indent=first, subsequent_indent=rest or first, break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]  # fmt: skip


def shortened(words: str, most: int = 240) -> str:
    """Words on one line, cut after a whole word when there are many."""
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    return f"{flat[:most].rpartition(' ')[0] or flat[:most]} ..."
