"""The parts of one entry, each looked at before it becomes part of a sentence.

A part is a name, a reference, a day, some parties, a value or an address, and nothing more: words that would begin
another part of the sentence are refused, so that an entry says what its keys say. Everything that is wrong is told with
its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.log.places import Spot
from dealwright.log.sheet import Piece
from dealwright.log.values import Unsayable, amount_in_words, day_in_words, in_words, what
from dealwright.write.lines import listed

_NAME: Final = re.compile(r"[A-Z][\w'&\-]*(?: (?:of )?(?:No\. [0-9]+|[A-Z][\w'&\-]*|[0-9]+))*")
_QUOTED: Final = re.compile(r'"(?:[^"\n]|"")*"')
_ANOTHER_PART: Final = re.compile(
    r"\b(?:by|with|until|paid|performed|pays|signed|joins|exercises?|waives?|strikes|bars|is|are|set|asserted|found)\b"
    r"|,(?!\d{3})|:(?!\d)|[\"#|\n]"
)
_NO_WORDS: Final = ""

Pieces = tuple[Piece | str, ...]
"""The words of a sentence, in order."""


class Parts:
    """An entry of a log file, or another table of it, with what is found wrong in it."""

    def __init__(self, table: Mapping[str, Any], spot: Spot, problems: list[Diagnostic]) -> None:
        """Look at a table that stands at a spot."""
        self.table, self.spot, self.problems = table, spot, problems

    def report(self, code: str, message: str, key: str = "", advice: str = "") -> str:
        """Note that something is wrong with the value of a key, or with the whole; nothing stands in its place."""
        self.problems.append(problem(code, message, self.spot.value(key) if key else self.spot.span, help=advice))
        return _NO_WORDS

    def known(self, keys: Iterable[str]) -> bool:
        """See that every key is one of these."""
        allowed = tuple(keys)
        before = len(self.problems)
        for key in self.table:
            if key not in allowed:
                near = get_close_matches(key, allowed, n=1)
                advice = (
                    f"perhaps `{near[0]}` is meant" if near else f"known are {listed(f'`{one}`' for one in allowed)}"
                )
                message = f"{echo(key)} is no part of {'an entry' if 'on' in allowed else 'a log'} like this"
                self.problems.append(problem("L108", message, self.spot.key(key), help=advice))
        return len(self.problems) == before

    def needed(self, keys: Iterable[str]) -> bool:
        """See that some keys are there."""
        missing = [key for key in keys if key not in self.table]
        if missing:
            self.report("L109", f"this entry lacks {listed(f'`{key}`' for key in missing)}")
        return not missing

    # ------------------------------------------------------------ parts of a sentence

    def text(self, key: str, *, blank: bool = False) -> str:
        """A text on one line, as it is; it may be blank only where it is a label."""
        value = self.table[key]
        if not isinstance(value, str):
            return self.report("L102", f"{echo(key)} is a text, and this is {what(value)}", key)
        if "\n" in value or not (blank or value.strip()):
            return self.report("L109", f"{echo(key)} is one line of text", key)
        return value

    def words(self, key: str) -> Piece:
        """A text on one line as words of the language."""
        return self._piece(key, self.text(key))

    def name(self, key: str) -> Piece:
        """A name."""
        return self._piece(key, self._name(self.text(key), key))

    def named(self, key: str) -> Piece:
        """A key that is itself a name."""
        return Piece(self._name(key, key), self.spot.key(key))

    def single(self, key: str) -> Piece:
        """A reference, an address or a question: one part of a sentence."""
        value = self.text(key)
        rest = _QUOTED.sub("", value)
        another = _ANOTHER_PART.search(rest)
        if another:
            advice = 'the other parts have keys of their own, or the whole is one sentence: `says = "..."`'
            self.report("L109", f"{echo(another[0])} begins another part of the entry", key, advice)
        return self._piece(key, value)

    def people(self, key: str) -> tuple[Piece | str, int]:
        """Some parties and how many they are: a name, or a list of names."""
        value = self.table[key]
        names = value if isinstance(value, list) else [value]
        if not names or not all(isinstance(name, str) for name in names):
            return self.report("L102", f"{echo(key)} is the name of a party or a list of names", key), 1
        words = " and ".join(self._name(name, key) for name in names)
        return self._piece(key, words), len(names)

    def day(self, key: str, *, clock: bool = False) -> Piece:
        """A day, with a time on it if that may be."""
        value = self.table[key]
        try:
            words = day_in_words(value)
        except Unsayable as wrong:
            return self._piece(key, self.report(wrong.code, f"{echo(key)}: {wrong.message}", key, wrong.advice))
        if " " in words and not clock:
            words = self.report("L102", f"{echo(key)} is a day without a time", key)
        return self._piece(key, words, str(value))

    def value(self, key: str) -> Piece:
        """A value of any kind."""
        return self._value(self.table[key], key)

    def money(self, key: str) -> Piece:
        """An amount of money: a number with the key `currency`, or a value that stands for money by itself."""
        value = self.table[key]
        if isinstance(value, str | Mapping) and "currency" not in self.table:
            return self._value(value, key)
        try:
            words = amount_in_words(value, self.table.get("currency"))
        except Unsayable as wrong:
            advice = wrong.advice or 'write `amount = 350` and `currency = "EUR"`'
            return self._piece(key, self.report(wrong.code, wrong.message, key, advice))
        return self._piece(key, words)

    def attributes(self, key: str) -> Pieces:
        """Attributes in a row, with the word before them; nothing if there are none."""
        if key not in self.table:
            return ()
        value = self.table[key]
        if not isinstance(value, dict) or not value:
            self.report("L102", f"{echo(key)} is a table of attributes, and this is {what(value)}", key)
            return ()
        pieces: list[Piece | str] = []
        for name, one in value.items():
            pieces += [", " if pieces else " with ", self.named(name)]
            if one is not True:
                pieces += [": ", self._value(one, name)]
        return tuple(pieces)

    def one_of(self, key: str, words: Sequence[str]) -> Piece:
        """One of some words."""
        value = self.text(key)
        if value and value not in words:
            value = self.report("L102", f"{echo(key)} is {' or '.join(f'`{word}`' for word in words)}", key)
        return self._piece(key, value)

    def yes(self, key: str) -> None:
        """See that a key which says all by itself is set to yes."""
        if self.table[key] is not True:
            self.report("L102", f"{echo(key)} is `true` or is left out", key)

    # ------------------------------------------------------------ inside

    def _name(self, words: str, key: str) -> str:
        if words and not _NAME.fullmatch(words):
            return self.report("L102", f"{echo(words)} is no name", key, "names are capitalised words: `Base Rent`")
        return words

    def _value(self, value: object, key: str) -> Piece:
        try:
            words = in_words(value)
        except Unsayable as wrong:
            return self._piece(key, self.report(wrong.code, wrong.message, key, wrong.advice))
        if isinstance(value, str) and _ANOTHER_PART.search(_QUOTED.sub("", value)):
            words = self.report("L109", f"{echo(value)} is more than a value", key)
        return self._piece(key, words)

    def _piece(self, key: str, words: str, written: str = "") -> Piece:
        return Piece(words, self.spot.value(key, written or words))
