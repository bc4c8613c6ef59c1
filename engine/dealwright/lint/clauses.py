"""Words that cite a clause which an amendment took away: `Section 3(a)`, `clause (a) of Section 3`, `clauses (a) to (c)`."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from dealwright import expression as e
from dealwright.amend.cited import Cited, cited_from, in_words
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.citing import cited_in
from dealwright.lint.lexicon import CHANGING
from dealwright.lint.versions import Version
from dealwright.lint.words import Passage
from dealwright.text import Found, Gone, Missing, Node, Text, spoken

_ALIKE = {"clause": "paragraph", "paragraph": "clause"}


def clauses_that_dangle(before: Version, after: Version) -> Iterator[Diagnostic]:
    """Words cite a clause that an amendment took away, by itself or in a run of them."""
    del before
    for passage in after.passages:
        if passage.unit == "note" or (passage.node is not None and passage.node.span.start in after.operating):
            continue
        first: Cited | None = None
        for one in in_words(passage.text):
            for said, gone in _gone(one, first, passage, after):
                yield problem("D401", f"{echo(said)} is gone", passage.span(one.start, one.end), trail=passage.trail,
                              also=(Place(gone.origin.span, "this took it away", after.text.headings(gone.origin)),))  # fmt: skip
            first = one


def _gone(one: Cited, first: Cited | None, passage: Passage, version: Version) -> Iterator[tuple[str, Gone]]:
    """What a citation finds that is gone, and what is gone between it and the one with which it makes a run."""
    home = _home(one, passage, version)
    start, end = passage.sentence(one.start)
    if not home or any(word in passage.flat[start:end] for word in CHANGING):
        return
    path = version.text.spot(passage.identity).path if passage.node is not None else ()
    address, found = _found(version.text, one.whole, home, path)
    if isinstance(found, Gone) and version.text.node(found.identity).unit in _ALIKE:
        yield spoken(address), found
    if one.until and first is not None:
        _, opening = _found(version.text, first.whole, home, path)
        yield from _between(version.text, opening, found)


def _home(one: Cited, passage: Passage, version: Version) -> str:
    """The instrument in which a citation is looked up; empty for a document outside."""
    if not one.within and one.address.steps[-1][0] in _ALIKE:
        return passage.home
    citations = cited_in(passage, version)
    if one.within:
        return next((each.home for each in citations if each.start >= one.start), passage.home)
    return next((each.home for each in reversed(citations) if each.start <= one.start), passage.home)


def _found(text: Text, address: e.Address, home: str, path: tuple[Node, ...]) -> tuple[e.Address, Found]:
    """What an address finds, whether its parts are called clauses or paragraphs."""
    other = evolve(address, steps=tuple((_ALIKE.get(unit, unit), number) for unit, number in address.steps))
    for way in (address, other):
        found = cited_from(text, way, home, path)
        if not isinstance(found, Missing):
            return way, found
    return address, Missing(address)


def _between(text: Text, first: Found, last: Found) -> Iterator[tuple[str, Gone]]:
    """What is gone between two provisions that stand beside each other."""
    if not isinstance(first, Node | Gone) or not isinstance(last, Node | Gone):
        return
    *around, _ = text.spot(first.identity).path
    beside = [item for item in around[-1].content if isinstance(item, Node)] if around else []
    names = [node.identity for node in beside]
    if first.identity in names and last.identity in names:
        for node in beside[names.index(first.identity) + 1 : names.index(last.identity)]:
            yield from ((text.address_of(node), gone) for gone in node.gone)
