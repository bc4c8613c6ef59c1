"""Citations in the words: what they cite, in whose text it stands, and what has become of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dealwright import expression as e
from dealwright.lint.lexicon import ANNEXED, CHANGING
from dealwright.lint.versions import Version
from dealwright.lint.words import Passage
from dealwright.source import Span
from dealwright.text import Found, Missing, Node

_OF: Final = re.compile(r"\s*(?:,\s*)?(of|to|in)\s+(?:(the|this|that)\s+)?((?:[A-Z][\w'&-]*\s*)+)?")
_SAME: Final = {"section": ("section", "article", "part", "clause", "paragraph"), "annex": ("annex", "schedule")}


class Citation(NamedTuple):
    """One citation of a provision or annex in some words.

    Attributes:
        unit: `section`, `article`, `exhibit`, ... in the singular.
        number: Its number, without labels in parentheses.
        passage: The words in which it stands.
        start, end: Where.
        home: The instrument whose provision is meant; empty when it is one of a document outside.
    """

    unit: str
    number: str
    passage: Passage
    start: int
    end: int
    home: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.passage.span(self.start, self.end)

    @property
    def said(self) -> str:
        """As people say it: `section 3.4`."""
        return f"{self.unit} {self.number}"

    @property
    def title(self) -> str:
        """As a heading says it: `Exhibit A`."""
        return f"{self.unit.capitalize()} {self.number}"

    @property
    def sentence(self) -> str:
        """The sentence in which it stands, in lower case."""
        start, end = self.passage.sentence(self.start)
        return self.passage.flat[start:end]

    @property
    def before(self) -> str:
        """The words of its sentence before it, in lower case."""
        start, _ = self.passage.sentence(self.start)
        return self.passage.flat[start : self.start]


def citations(version: Version) -> tuple[Citation, ...]:
    """Every citation in the words of a text, in order; those of a sentence that introduces an operation left out."""
    found: tuple[Citation, ...] = version.once("citations", lambda: _all(version))
    return found


def cited_in(passage: Passage, version: Version) -> list[Citation]:
    """The citations in some words."""

    def known() -> dict[int, list[Citation]]:
        found: dict[int, list[Citation]] = {}
        for one in citations(version):
            found.setdefault(id(one.passage), []).append(one)
        return found

    found: dict[int, list[Citation]] = version.once("citations of passages", known)
    return found.get(id(passage), [])


def _all(version: Version) -> tuple[Citation, ...]:
    homes = _homes(version)
    base = version.text.bodies[0].name
    own = (one for one in version.passages if one.node is None or one.node.span.start not in version.operating)
    found = (one for passage in own for one in _found(passage, homes))
    return tuple(one._replace(home=base) if _means_base(one, version, base) else one for one in found)


def _means_base(one: Citation, version: Version, base: str) -> bool:
    """Whether an amendment's words cite the agreement though they do not name it: what they change, or what it alone has."""
    if one.home in {base, ""} or one.home != one.passage.home:
        return False
    if any(word in one.sentence for word in CHANGING):
        return not isinstance(target(one._replace(home=base), version), Missing)
    return isinstance(target(one, version), Missing) and not isinstance(
        target(one._replace(home=base), version), Missing
    )


def _homes(version: Version) -> tuple[tuple[str, str], ...]:
    """What words call each instrument: its name, its long name, and the terms that its preamble gives it."""
    found: list[tuple[str, str]] = []
    for body in version.text.bodies:
        found += [(body.name.lower(), body.name), (body.instrument.long.lower(), body.name)]
    return tuple(pair for pair in found if pair[0])


def _found(passage: Passage, homes: tuple[tuple[str, str], ...]) -> Iterator[Citation]:
    """The citations in a passage."""
    for unit, number, start, end, stop in passage.cited:
        yield Citation(unit, number, passage, start, end, _home(unit, passage, stop, homes))


def _home(unit: str, passage: Passage, at: int, homes: tuple[tuple[str, str], ...]) -> str:
    """In whose text a citation is looked up, by what follows it."""
    following = _OF.match(passage.text, at)
    own, base = passage.home, homes[0][1]
    if following is None:
        return own
    if following[1].lower() == "to":
        if unit not in ANNEXED or passage.text[following.end(1) :].lstrip()[:3] == "be ":
            return own
        if following[3] is None and following[2] is None:
            return ""
    elif following[3] is None and following[2] is None:
        return own
    named = " ".join((following[3] or "").lower().split()).removesuffix("'s")
    if following[1].lower() == "in":
        return own
    for known, home in homes:
        if named.startswith(known):
            return home
    if named.startswith(("agreement", "lease", "contract")):
        return own if own == base or (following[2] or "").lower() == "this" else base
    if named.startswith("amendment"):
        return own
    if not named and following[1].lower() == "of":
        return own
    return ""


def target(citation: Citation, version: Version) -> Found:
    """What a citation finds: its provision, or why there is none."""
    for unit in _SAME.get(citation.unit, (citation.unit,)):
        number = citation.number if unit in {"exhibit", "schedule"} else citation.number.upper()
        found = version.text.find(e.Address(((unit, number),)), citation.home)
        if not isinstance(found, Missing):
            return found
    return Missing(e.Address(((citation.unit, citation.number),)))


def standing(citation: Citation, version: Version) -> Node | None:
    """The provision cited, if it stands."""
    found = target(citation, version)
    return found if isinstance(found, Node) else None
