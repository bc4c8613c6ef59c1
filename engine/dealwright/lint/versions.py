"""One text in force as the linter sees it: its words, the terms that the words define, and its rules.

A term is defined by words in three ways: `"Rent" means ...`, `... (the "Rent")`, and `the "Rent"` where it is first
spoken of. A phrase in quotation marks after `entitled` is a title and defines nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

from attrs import field

from dealwright import model as m
from dealwright.amend import is_in_text
from dealwright.diagnostic import Place
from dealwright.lint.lexicon import HEADS, singular
from dealwright.lint.words import Passage, Phrase, passages
from dealwright.node import node
from dealwright.program import NormRule, Program, below, core
from dealwright.source import Span
from dealwright.text import OPERATIONS, Node, Text

_QUOTED: Final = re.compile(r"\"([A-Z][\w'&-]*(?:\s+(?:of\s+|and\s+|the\s+)?[A-Z0-9][\w'&-]*)*)\"")
_MEANS: Final = re.compile(
    r"\s+(?:shall\s+|will\s+)?(?:means?|has\s+the\s+meaning|have\s+the\s+meaning|refers?\s+to)\b"
)
_POINTS: Final = re.compile(
    r"\s+(?:shall\s+)?(?:has|have)\s+the\s+meanings?\s+(?:stated|given|set\s+forth|set\s+out|specified|assigned|ascribed)\b"
)
_CAPITALS: Final = re.compile(r"\b[A-Z]{4,}\b")
_FOREIGN: Final = re.compile(r"\(as\s+defined\s+in\s+((?:Exhibit|Schedule|Annex)\s+\w+)")


class Defined(NamedTuple):
    """A term that words define.

    Attributes:
        term: The term, with single blanks.
        passage: The words that define it.
        start, end: The term in them, without its marks.
        sentence: The sentence that defines it.
        means: Whether it stands at the head of its definition, as in `"Rent" means ...`.
        points: Whether it only says where the term is defined: `"Rent" has the meaning stated in Section 3`.
    """

    term: str
    passage: Passage
    start: int
    end: int
    sentence: tuple[int, int]
    means: bool
    points: bool = False

    @property
    def span(self) -> Span:
        """Where the term stands."""
        return self.passage.span(self.start, self.end)

    @property
    def place(self) -> Place:
        """Where it is defined, for a finding about another place."""
        return Place(self.span, "defined here", self.passage.trail)

    @property
    def said(self) -> str:
        """The sentence that defines it, on one line."""
        start, end = self.sentence
        return " ".join(self.passage.text[start:end].split())


@node
class Version:
    """A text in force.

    Attributes:
        text: The text.
        program: Its program.
        instruments: The names of the amending instruments in it, in order.
        passages: Its words.
    """

    text: Text = field(repr=False)
    program: Program = field(repr=False)
    instruments: tuple[str, ...]
    passages: tuple[Passage, ...] = field(repr=False)
    _memo: dict[str, Any] = field(factory=dict, eq=False, repr=False)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Something worked out once for this text."""
        if name not in self._memo:
            self._memo[name] = make()
        return self._memo[name]

    @cached_property
    def contract(self) -> tuple[Passage, ...]:
        """The words that bind: those of signatures, notes and exhibits' titles left out."""
        return tuple(one for one in self.passages if one.unit not in {"signatures", "note"})

    @cached_property
    def defined(self) -> tuple[Defined, ...]:
        """The terms that words define, in order."""
        return tuple(found for passage in self.contract for found in _defined_in(passage))

    @cached_property
    def foreign(self) -> dict[str, tuple[str, Passage, int, int]]:
        """Terms that words say are defined in an annexed document: the document, and where they say so."""
        found: dict[str, tuple[str, Passage, int, int]] = {}
        for passage in self.contract:
            if "as defined in" not in passage.flat:
                continue
            for match in _FOREIGN.finditer(passage.text):
                before = [one for one in passage.phrases if one.end <= match.start()]
                if before and not passage.text[before[-1].end : match.start()].strip():
                    said = " ".join(match[1].split())
                    found.setdefault(before[-1].words, (said, passage, before[-1].start, before[-1].end))
        return found

    @cached_property
    def defined_in(self) -> dict[int, list[Defined]]:
        """The terms that each passage defines."""
        found: dict[int, list[Defined]] = {}
        for one in self.defined:
            found.setdefault(id(one.passage), []).append(one)
        return found

    @cached_property
    def terms(self) -> dict[str, list[Defined]]:
        """The definitions by term."""
        found: dict[str, list[Defined]] = {}
        for one in self.defined:
            found.setdefault(one.term, []).append(one)
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Every name that a capitalised phrase may be, singular and in lower case."""
        program = self.program
        names = {*self.terms, *self.foreign, *program.parties, *program.third_parties, *program.texts}
        names.update(name for name, pairs in program.names.items() if any(sort != "reading" for sort, _ in pairs))
        for placed in self.text.vocabulary:
            long = getattr(placed.item, "long", "")
            names.update((long, long.partition(",")[0]))
        for body in self.text.bodies:
            names.add(body.instrument.long)
            named = (one for one in body.instrument.settings if isinstance(one, m.Setting) and one.word == "amends")
            names.update(name for one in named for name in one.names)
        return frozenset(inflected(name) for name in names if name)

    @cached_property
    def uses(self) -> dict[str, list[tuple[Passage, Phrase]]]:
        """Where each term defined by words is used: the longest that fits counts, capitals throughout as well."""
        known = {inflected(term): term for term in self.terms}
        others = frozenset(inflected(term) for term in self.foreign) | known.keys()
        found: dict[str, list[tuple[Passage, Phrase]]] = {term: [] for term in self.terms}
        for passage in self.contract:
            for phrase in passage.phrases:
                for part in parts(phrase.words, others):
                    if part in known:
                        found[known[part]].append((passage, phrase))
            _in_capitals(passage, known, found)
        return found

    @cached_property
    def operating(self) -> frozenset[int]:
        """Where the provisions begin whose words introduce an operation, whose own words follow."""
        return frozenset(
            at
            for body in self.text.bodies
            for at in _operating(body.instrument.items, carried_out=is_in_text(body.instrument))
        )

    def norms_of(self, passage: Passage) -> list[NormRule]:
        """The norms that stand beside some words or below them."""
        return self.norms_in(passage.identity)

    def norms_in(self, identity: str) -> list[NormRule]:
        """The norms that stand in a provision or below it."""
        return self._norms.get(identity, [])

    @cached_property
    def _norms(self) -> dict[str, list[NormRule]]:
        found: dict[str, list[NormRule]] = {}
        for norm in self.program.norms.values():
            for identity in self.program.identities.get(norm.cite.identity, (norm.cite.identity,)):
                found.setdefault(identity, []).append(norm)
        return found


def vacuous(norm: NormRule, version: Version) -> bool:
    """Whether a norm waits for a termination under a provision of which nothing is left."""
    return any(
        isinstance(part, core.TerminationInstant) and part.under and _is_empty(version, part.under)
        for limit in norm.limits
        for part in below(limit.day)
    ) or any(
        isinstance(part, core.TerminationInstant) and part.under and _is_empty(version, part.under)
        for part in below(norm.when)
    )


def _is_empty(version: Version, identity: str) -> bool:
    """Whether a provision is gone or nothing stands in it."""
    try:
        spot = version.text.spot(identity)
    except KeyError:
        return False
    return bool(spot.gone) or emptied(spot.node)


def emptied(found: Node) -> bool:
    """Whether all that stood in a provision is gone."""
    inner = [item for item in found.content if isinstance(item, Node)]
    return bool(inner) and len(inner) == len(found.content) and all(item.gone or emptied(item) for item in inner)


@lru_cache(maxsize=4096)
def inflected(name: str) -> str:
    """A name in lower case with its last word in the singular, as phrases are compared."""
    head, _, last = " ".join(name.lower().replace(",", "").split()).rpartition(" ")
    return f"{head} {singular(last)}".strip()


def parts(words: str, known: frozenset[str]) -> Iterator[str]:
    """The longest known names in a phrase, from its beginning; what is not known is left out."""
    pieces = words.split(" ")
    place = 0
    while place < len(pieces):
        for last in range(len(pieces), place, -1):
            name = inflected(" ".join(pieces[place:last]))
            if name in known:
                yield name
                place = last
                break
        else:
            place += 1


def _operating(items: tuple[object, ...], *, carried_out: bool) -> Iterator[int]:
    """Where the provisions begin whose words introduce an operation, whose own words follow.

    One that is carried out is not there any more: then they are those whose words no rule is said to follow.
    """
    for item in items:
        if isinstance(item, m.Provision):
            silent = carried_out and not any(isinstance(inner, m.NoRule) for inner in item.items)
            if silent or any(isinstance(inner, OPERATIONS) for inner in item.items):
                yield item.span.start
            yield from _operating(item.items, carried_out=carried_out)


def is_absent(node: Node) -> bool:
    """Whether a provision says that its document is not at hand."""
    return any(isinstance(item, m.Absent) for item in node.content)


def is_term_like(words: str) -> bool:
    """Whether a phrase looks like a term of art rather than the name of someone or some place."""
    pieces = words.split(" of ", maxsplit=1)[0].split(" ")
    if pieces[-1].isdigit():
        pieces = pieces[:-1]
    return bool(pieces) and singular(pieces[-1].lower()) in HEADS


def _defined_in(passage: Passage) -> Iterator[Defined]:
    """The terms that a passage defines."""
    text = passage.text
    if '"' not in text:
        return
    for match in _QUOTED.finditer(text):
        before = text[: match.start()].rstrip()
        means = _MEANS.match(text, match.end())
        opened = before.rfind("(") > before.rfind(")")
        leads = before.lower().endswith((" the", " as the", "(the", " this", "(this"))
        if before.lower().endswith(("entitled", "titled", "called")) or not (means or opened or leads):
            continue
        term = " ".join(match[1].split())
        sentence = passage.sentence(match.start())
        points = means is not None and _POINTS.match(text, match.end()) is not None
        yield Defined(term, passage, match.start(1), match.end(1), sentence, means is not None, points)


def _in_capitals(passage: Passage, known: dict[str, str], found: dict[str, list[tuple[Passage, Phrase]]]) -> None:
    """Uses of terms in words that are written in capitals throughout."""
    for token in _CAPITALS.finditer(passage.text):
        term = known.get(inflected(token[0]))
        if term is not None:
            found[term].append((passage, Phrase(token[0], token.start(), token.end())))


def version(text: Text, program: Program, kept: dict[int, Passage]) -> Version:
    """A text in force as the linter sees it.

    Args:
        text: The text.
        program: Its program.
        kept: Passages made for an earlier text; added to.
    """
    return Version(text, program, program.texts[1:], passages(text, kept))
