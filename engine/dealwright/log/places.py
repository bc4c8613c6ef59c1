"""Where things stand in a log file, so that what is told points at the words that somebody wrote.

The readers of TOML and JSON say what a file holds, not where. One walk over its texts, comments and brackets finds
where each entry begins and ends, how deep brackets go, and whether a key of JSON stands twice in one table. The keys of
an entry are looked up only when the entry is read. What cannot be found is told of the file as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, Literal

from attrs import field

from dealwright.diagnostic import DealError, Diagnostic, Place, echo, problem
from dealwright.limits import Limits
from dealwright.node import node
from dealwright.source import Source, Span

Form = Literal["toml", "json"]
"""The form of a log file."""

# A text that never ends takes all that is left, so that no character is looked at twice.
_TEXT: Final = {
    "toml": r'"""(?:\\.|[^\\])*?(?:"{3,5}|\Z)|' r"'''.*?(?:'{3,5}|\Z)|" r'"(?:\\.|[^"\\\n])*"?|' r"'[^'\n]*'?",
    "json": r'"(?:\\.|[^"\\])*"?',
}
_COMMENT: Final = {"toml": r"|\#[^\n]*", "json": ""}
_BARE: Final = {"toml": r"|[A-Za-z0-9_\-]+", "json": ""}
_TOKENS: Final = {form: re.compile(rf"{text}{_COMMENT[form]}|[\[\]{{}}]", re.DOTALL) for form, text in _TEXT.items()}
_KEYS: Final = {
    form: re.compile(rf"(?P<key>{text}{_BARE[form]})(?P<sign>[ \t\r\n]*[=:][ \t\r\n]*)?{_COMMENT[form]}", re.DOTALL)
    for form, text in _TEXT.items()
}
_HEADING: Final = re.compile(r"\[\[[ \t]*([\"']?)(entry|given)\1[ \t]*\]\]")
_PART: Final = re.compile(r"\[\[?[ \t]*([\"']?)entry\1[ \t]*\.")
_COLON: Final = re.compile(r"\s*:\s*")
_ARRAY: Final = re.compile(r"[ \t]*([\"']?)(entry|given)\1[ \t]*=[ \t]*")
_LISTS: Final = ("entry", "given")
_NOT_FOUND: Final = (0, 0, 0)
_PLAIN: Final = re.compile(r"\[[^][{}\n]*\]|\{[^][{}\n]*\}|[^\s,\]}#][^,\]}#\n]*")


@node
class Spot:
    """A stretch of a log file in which keys are looked for: an entry, or all that is outside of entries."""

    source: Source
    form: Form
    start: int
    end: int
    keys: dict[str, tuple[int, int, int]] = field(factory=dict, eq=False, repr=False)

    @property
    def span(self) -> Span:
        """The stretch without the blanks around it; for what was not found, the file as a whole."""
        words = self.source.text[self.start : self.end]
        if not words.strip():
            return whole(self.source)
        start = self.start + len(words) - len(words.lstrip())
        return Span(self.source, start, start + len(words.strip()))

    def key(self, key: str) -> Span:
        """Where a key stands."""
        start, end, _ = self._found(key)
        if end:
            return Span(self.source, start, end)
        head = re.search(rf"^[ \t]*\[\[?[ \t]*({re.escape(key)})\b", self.source.text, re.MULTILINE)
        return Span(self.source, *head.span(1)) if head else self.span

    def value(self, key: str, words: str = "") -> Span:
        """Where the value of a key stands; without quotation marks, if it is a text written as it is."""
        _, _, at = self._found(key)
        if not at:
            return self.span
        text = self.source.text
        if words and text[at] in "\"'" and text.startswith(words, at + 1) and text[at + 1 + len(words)] == text[at]:
            return Span(self.source, at + 1, at + 1 + len(words))
        token = re.compile(_TEXT[self.form], re.DOTALL).match(text, at) or _PLAIN.match(text, at)
        return Span(self.source, at, len(token[0].rstrip()) + at) if token else self.key(key)

    def _found(self, key: str) -> tuple[int, int, int]:
        """Where a key starts and ends, and where its value starts; zeros if it is not found."""
        if not self.keys:
            self.keys[""] = _NOT_FOUND
            for name, place in keys_of(self):
                self.keys.setdefault(name, place)
        return self.keys.get(key, _NOT_FOUND)


def keys_of(spot: Spot) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """The keys in a stretch, with where each starts and ends, and where its value starts."""
    for token in _KEYS[spot.form].finditer(spot.source.text, spot.start, spot.end):
        if token["sign"]:
            yield plain(token["key"]), (*token.span("key"), token.end())


@node
class Places:
    """Where the tables of the lists of a log file stand, and the keys that it states twice."""

    source: Source
    form: Form
    tables: tuple[tuple[str, int, int], ...]
    twice: tuple[Diagnostic, ...] = ()

    def spots(self, name: str, count: int) -> tuple[Spot, ...]:
        """The place of each of so many tables of a list."""
        known = [(start, end) for key, start, end in self.tables if key == name]
        found = known if len(known) == count else [(0, 0)] * count
        return tuple(Spot(self.source, self.form, start, end) for start, end in found)

    @property
    def outside(self) -> Spot:
        """The place of all that is in no list."""
        found = Spot(self.source, self.form, 0, len(self.source.text))
        edges = [0, *(edge for _, *table in self.tables for edge in table), len(self.source.text)]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            for key, place in keys_of(Spot(self.source, self.form, start, end)):
                found.keys.setdefault(key, place)
        return found


def whole(source: Source) -> Span:
    """The place of a file as a whole: no line of it is shown."""
    return Span(Source(source.name, ""), 0, 0)


def plain(key: str) -> str:
    """A key as it is meant, from the way it is written."""
    if key[:1] != '"':
        return key.strip("'")
    if "\\" not in key:
        return key.strip('"')
    try:
        return str(json.loads(key))
    except ValueError:
        return key


def survey(source: Source, form: Form, limits: Limits) -> Places:
    """The places of a log file, whether or not it can be read.

    Raises:
        DealError: Brackets stand too deep in each other (X108).
    """
    text = source.text
    walk = _Walk(source, form)
    depth = 0
    for token in _TOKENS[form].finditer(text):
        match token[0]:
            case "[" | "{":
                walk.opened(token.start(), depth)
                depth += 1
                if depth > limits.nesting:
                    said = f"more than {limits.nesting} tables and lists stand in each other here"
                    raise DealError([problem("X108", said, Span(source, *token.span()))])
            case "]" | "}":
                depth -= 1
                walk.closed(token.end(), depth)
            case _:
                walk.said(*token.span())
    walk.ended(len(text))
    return Places(source, form, tuple(walk.tables), tuple(walk.twice))


class _Walk:
    """What has been seen of a file so far."""

    def __init__(self, source: Source, form: Form) -> None:
        self.source, self.form = source, form
        self.tables: list[tuple[str, int, int]] = []
        self.twice: list[Diagnostic] = []
        self._name = ""
        self._start = self._list = -1
        self._last = (0, 0)
        self._open: list[dict[str, int]] = []

    def opened(self, at: int, depth: int) -> None:
        """A bracket opens."""
        text = self.source.text
        if self.form == "json":
            start, end = self._last
            self._last = (0, 0)
            key = plain(text[start:end]) if depth == 1 else ""
            if key in _LISTS and _COLON.fullmatch(text, end, at):
                self._name, self._list = key, depth
            self._open.append({})
        elif not depth:
            before = text[text.rfind("\n", 0, at) + 1 : at]
            array = _ARRAY.fullmatch(before)
            if array:
                self._name, self._list = array[2], depth
            elif not before.strip(" \t"):
                self._heading(at)
        if text[at] == "{" and 0 <= self._list == depth - 1:
            self._start = at

    def _heading(self, at: int) -> None:
        """A line names the table that follows."""
        text = self.source.text
        if _PART.match(text, at):
            return
        self.ended(at)
        heading = _HEADING.match(text, at)
        if heading:
            self._name, self._start = heading[2], heading.end()

    def closed(self, at: int, depth: int) -> None:
        """A bracket closes."""
        if self._open:
            self._open.pop()
        if 0 <= self._list == depth:
            self._list = -1
        elif 0 <= self._list == depth - 1:
            self.ended(at)

    def said(self, start: int, end: int) -> None:
        """A text or a comment stands there."""
        self._last = (start, end)
        if self._open and _COLON.match(self.source.text, end):
            table, key = self._open[-1], plain(self.source.text[start:end])
            if key in table:
                first = Place(Span(self.source, table[key], table[key] + 1), "the other one")
                message = f"{echo(key)} is stated twice in one table"
                self.twice.append(problem("L107", message, Span(self.source, start, end), also=(first,)))
            table.setdefault(key, start)

    def ended(self, at: int) -> None:
        """The table that was open ends."""
        if self._start >= 0:
            self.tables.append((self._name, self._start, at))
        self._start = -1
