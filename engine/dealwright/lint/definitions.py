"""Definitions that lead back to themselves, and lists that name a part of what a definition holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.citing import cited_in, standing
from dealwright.lint.lexicon import singular
from dealwright.lint.versions import Version

_LIST: Final = re.compile(r"\b(?:an?|any)\s+([a-z -]+(?:,\s+[a-z -]+)+,?\s+or\s+[a-z-]+)")
_BY: Final = ("pursuant to", "in accordance with", "under")
_STEPS: Final = (" and any ", " and each ", " and every ", " or any ", " or anyone ", " and anyone ")
_MORE: Final = 2
_STEM: Final = 6


def definitions_in_a_circle(version: Version) -> Iterator[Diagnostic]:
    """What a term means depends on a provision that uses the term."""
    for one in version.defined:
        if not one.means or not any(step in one.said.lower() for step in _STEPS):
            continue
        for cited in cited_in(one.passage, version):
            if not cited.before.rstrip().endswith(_BY):
                continue
            node = standing(cited, version)
            if node is None or node.identity == one.passage.identity:
                continue
            for passage, phrase in version.uses[one.term]:
                if node.identity in version.program.identities.get(passage.identity, ()):
                    yield problem("D109", f"{echo(one.term)} is defined by way of {echo(cited.said)}, which uses it",
                                  one.span, trail=one.passage.trail,
                                  also=(Place(passage.span(phrase.start, phrase.end), "used here", passage.trail),))  # fmt: skip
                    break


def lists_shorter_than_the_definition(version: Version) -> Iterator[Diagnostic]:
    """Words about a definition name some of its members, and not the others."""
    for passage in version.contract:
        at = passage.flat.find("definition of ")
        if at < 0:
            continue
        after = next((one for one in passage.phrases if one.start == at + len("definition of ")), None)
        for one in version.terms.get(after.words, ()) if after is not None else ():
            start, _ = passage.sentence(at)
            match = _LIST.search(passage.flat, start, at)
            if match is None:
                continue
            named = [_head(item) for item in re.split(r",|\bor\b", match[1]) if item.strip()]
            members = [_head(item) for item in re.split(r",|;|\band\b", one.said.lower()) if item.strip()]
            left = [item for item in members if item and item not in named]
            if all(name[:_STEM] in one.said.lower() for name in named) and len(left) >= _MORE:
                yield problem("D110", f"this list is shorter than what {echo(one.term)} are",
                              passage.span(match.start(1), match.end(1)), trail=passage.trail,
                              also=(one.place,))  # fmt: skip


def _head(item: str) -> str:
    """The word that names a member of a list."""
    words = item.split(" of ", maxsplit=1)[0].split(" to ", maxsplit=1)[0].split()
    return singular(words[-1]) if words else ""
