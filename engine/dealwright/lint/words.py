"""The contract's own words as flowing text, each letter of which knows the line on which it stands.

A passage is the words of one provision. It is read the way a person reads it: across the ends of lines, sentence by
sentence, with capitalised phrases for what may be terms. Nothing here knows any rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from attrs import field

from dealwright import model as m
from dealwright.lint.lexicon import OPENERS, UNITS, singular
from dealwright.node import node
from dealwright.source import Span
from dealwright.text import OPERATIONS, Body, Node, Text

_RUN: Final = re.compile(r"[A-Z][\w'&/-]*(?:\s+(?:of\s+)?[A-Z][\w'&/-]*)*(?:\s[0-9]{1,2}(?![.\w]))?")
_STOP: Final = re.compile(r"[.!?](?=\s|$)")
_CITATION: Final = re.compile(
    r"\b(Section|Article|Exhibit|Schedule|Annex|Appendix|SECTION|ARTICLE|EXHIBIT|SCHEDULE|ANNEX|APPENDIX)([sS]?)\s+"
    r"([0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z]\b)((?:\s*\([a-z]{1,4}\))*)"
    r"((?:,?\s+(?:and|or|to|through)\s+|,\s+)(?:[0-9]+(?:\.[0-9]+)*[A-Z]?|[A-Z]\b)(?![\w-]))*",
)
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*[A-Z]?|\b[A-Z]\b")
_SHORT: Final = frozenset({"Inc", "Ltd", "Corp", "Co", "No", "St", "Attn", "Mr", "Ms", "Dr"})


class Phrase(NamedTuple):
    """Capitalised words that stand together: `Monthly Rent`, `Date of Handover`, `Plan 2`.

    Attributes:
        words: The words as written, joined by single blanks, without a possessive ending.
        start, end: Where it stands in its passage.
    """

    words: str
    start: int
    end: int


@node
class Passage:
    """The words of one provision.

    Attributes:
        node: The provision; none at the top of an instrument.
        body: The instrument in whose text it stands.
        text: The words, lines joined by line feeds.
        trail: The headings above it.
        places: For each line, its offset in the text and the span in the source that holds it.
    """

    node: Node | None
    body: Body = field(eq=False, repr=False)
    text: str
    trail: tuple[str, ...]
    places: tuple[tuple[int, Span], ...] = field(eq=False, repr=False)

    @property
    def unit(self) -> str:
        """The unit of its provision."""
        return self.node.unit if self.node is not None else ""

    @property
    def identity(self) -> str:
        """The identity of its provision, or its instrument's name."""
        return self.node.identity if self.node is not None else self.body.name

    @property
    def home(self) -> str:
        """The instrument whose text it is part of."""
        return self.node.instrument if self.node is not None else self.body.name

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the words stands in the source; of what runs over a line, the part on its first line."""
        place = bisect_right([offset for offset, _ in self.places], start) - 1
        offset, line = self.places[place]
        if line.end - line.start > len(self.text) or "\n" in line.words:
            return line
        first = line.start + start - offset
        return Span(line.source, first, max(first + 1, min(line.end, line.start + end - offset)))

    @cached_property
    def flat(self) -> str:
        """The words in lower case with a blank for every line feed, of the same length."""
        return self.text.replace("\n", " ").lower()

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its capitalised phrases, in order."""
        return tuple(_phrases(self))

    @cached_property
    def cited(self) -> tuple[tuple[str, str, int, int, int], ...]:
        """Its citations: unit, number, where the citation begins and ends, and where the whole list of them ends."""
        return tuple(_cited(self.text))

    @cached_property
    def _stops(self) -> list[int]:
        """Where its sentences end."""
        text = self.text
        return [
            found.end()
            for found in _STOP.finditer(text)
            if text[text.rfind(" ", 0, found.start()) + 1 : found.start()].rpartition("\n")[2] not in _SHORT
        ]

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        stops = self._stops
        place = bisect_right(stops, at)
        return stops[place - 1] if place else 0, stops[place] if place < len(stops) else len(self.text)


def _cited(text: str) -> Iterator[tuple[str, str, int, int, int]]:
    """Each citation in a text."""
    for match in _CITATION.finditer(text):
        start = match.start(3)
        for number in _NUMBER.finditer(text, start, match.end()):
            first = match.start() if number.start() == start else number.start()
            yield match[1].lower(), number[0], first, number.end(), match.end()


def _phrases(passage: Passage) -> Iterator[Phrase]:
    """Runs of capitalised words, which `of` may join and a number may end."""
    text = passage.text
    for run in _RUN.finditer(text):
        said = run[0]
        if said.isalpha():
            lower = said.lower()
            if lower not in OPENERS and _capital(said) and not (lower in UNITS and _cites(text, said, run.start(), "")):
                yield Phrase(said, run.start(), run.end())
            continue
        pieces = _pieces(said, run.start())
        first = 0
        for place, (word, at) in enumerate(pieces):
            after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
            cites = _cites(text, word, at, after)
            if after and _capital(word) and not cites and not word.endswith(("'s", "s'")):
                continue
            kept = pieces[first : place + 1 if _capital(word) and not cites else place]
            if kept:
                yield from _phrase(kept)
            first = place + 1


def _pieces(run: str, start: int) -> list[tuple[str, int]]:
    """The words of a run with their places."""
    found: list[tuple[str, int]] = []
    at = 0
    for word in run.split():
        at = run.index(word, at)
        found.append((word, start + at))
        at += len(word)
    return found


def _phrase(pieces: list[tuple[str, int]]) -> Iterator[Phrase]:
    """The phrase in some pieces, the words left out that only open a sentence, or join nothing."""
    first, last = 0, len(pieces)
    while first < last and pieces[first][0].lower() in OPENERS:
        first += 1
    while first < last and (pieces[last - 1][0] == "of" or (pieces[last - 1][0].isdigit() and last - first > 2)):  # noqa: PLR2004 - a number ends a single word
        last -= 1
    if first < last and not pieces[first][0].isdigit():
        words = " ".join(word for word, _ in pieces[first:last])
        end = pieces[last - 1][1] + len(pieces[last - 1][0])
        cut = 2 if words.endswith("'s") else 1 if words.endswith("s'") else 0
        yield Phrase(words[: len(words) - cut], pieces[first][1], end - cut)


def _capital(word: str) -> bool:
    """Whether a word can stand in a phrase: none is written in capitals throughout."""
    return not (len(word) > 1 and word.isupper() and word.isalpha())


def _cites(text: str, word: str, at: int, after: str) -> bool:
    """Whether a word is the unit of a citation, or the number of one."""
    if len(word) == 1 and word.isupper():
        return text[:at].rstrip()[-8:].rpartition(" ")[2].lower() in UNITS
    if word.lower() not in UNITS:
        return False
    follows = after or text[at + len(word) : at + len(word) + 4].lstrip()
    return bool(follows) and (
        follows[0].isdigit() or (len(follows) == 1 and follows.isupper()) or follows[1:2] in " ,;.)"
    )


def passages(text: Text, kept: dict[int, Passage]) -> tuple[Passage, ...]:
    """The words of every provision that stands, in order.

    Args:
        text: The text in force.
        kept: Passages made for an earlier text, by the identity of the object that holds the words; added to.
    """
    found: list[Passage] = []
    for body in text.bodies:
        quoted = frozenset(_quoted(body.instrument.items, inside=False))
        _collect(text, body, None, quoted, found, kept)
    return tuple(found)


def _quoted(items: tuple[object, ...], *, inside: bool) -> Iterator[int]:
    """Where words begin that an operation puts into another text: they are that text's."""
    for item in items:
        if isinstance(item, m.Words):
            if inside:
                yield item.span.start
        elif isinstance(item, OPERATIONS):
            yield from _quoted(getattr(item, "items", ()), inside=True)
        elif isinstance(item, m.Provision):
            yield from _quoted(item.items, inside=inside)


def _collect(
    text: Text,
    body: Body,
    holder: Node | None,
    quoted: frozenset[int],
    found: list[Passage],
    kept: dict[int, Passage],
) -> None:
    """Passages of a provision and of those in it."""
    content = body.content if holder is None else holder.content
    own = [item for item in content if isinstance(item, m.Words) and _own(item, quoted)]
    if own:
        key = id(own[0])
        known = kept.get(key)
        if known is None or known.node is not holder or len(own) > 1:
            known = _passage(text, body, holder, own)
            kept[key] = known
        found.append(known)
    for item in content:
        if isinstance(item, Node) and not item.gone:
            _collect(text, body, item, quoted, found, kept)


def _own(words: m.Words, quoted: frozenset[int]) -> bool:
    """Whether words are those of a provision: not an operation's, nor the number and heading of what it inserts."""
    return words.span.start not in quoted and words.span.source.text.startswith("|", words.span.start)


def _passage(text: Text, body: Body, holder: Node | None, own: list[m.Words]) -> Passage:
    """The words of one provision."""
    lines: list[str] = []
    places: list[tuple[int, Span]] = []
    offset = 0
    for words in own:
        spans = _lines_of(words)
        for line, span in zip(words.lines, spans, strict=True):
            places.append((offset, span))
            lines.append(line)
            offset += len(line) + 1
    trail = text.trail(holder) if holder is not None else (body.name,)
    return Passage(holder, body, "\n".join(lines), trail, tuple(places))


def _lines_of(words: m.Words) -> list[Span]:
    """Where each line stands in the source; the whole place where an amendment has changed the line."""
    source, at = words.span.source, words.span.start
    found: list[Span] = []
    for line in words.lines:
        bar = source.text.find("|", at, words.span.end)
        if bar < 0:
            found.append(words.span)
            continue
        stop = source.text.find("\n", bar)
        stop = len(source.text) if stop < 0 else stop
        start = source.text.find(line, bar + 1, stop) if line else bar
        found.append(Span(source, start, start + len(line)) if start >= 0 else words.span)
        at = stop
    return found


def same(first: str, second: str) -> bool:
    """Whether two phrases are the same but for a plural or possessive ending."""
    return singular(first.lower()) == singular(second.lower())


def numbers_cited(said: str) -> frozenset[str]:
    """The numbers of the provisions that some words cite."""
    return frozenset(number for _, number, *_ in _cited(said))
