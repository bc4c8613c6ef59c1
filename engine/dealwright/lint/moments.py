"""Instants: when a condition is tested, what a warranty says of later days, and limits that lie before what dates itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.reading import TERMS, gates
from dealwright.lint.versions import Version
from dealwright.program import NormRule, Program, below, core

_JUST_BEFORE: Final = re.compile(
    r"\b[Ii]mmediately\s+(?:prior\s+to|before|preceding)\s+(?:the\s+)?([A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)"
)
_LATER: Final = re.compile(r"\b(?:prior\s+to|before|until|through)\s+the\s+([A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)")
_TESTED: Final = (
    "at the time",
    "as of the",
    "on the date",
    "on the closing date",
    "on such date",
    "at closing",
    "at the closing",
)
_PLAIN: Final = frozenset(
    {"the", "of", "to", "in", "and", "a", "an", "all", "it", "has", "is", "are", "no", "not", "seller", "purchaser"}
)


def conditions_without_a_moment(version: Version) -> Iterator[Diagnostic]:
    """A condition asks that something has not happened, and not by when."""
    program = version.program
    spoken = {one.identity: one for one in version.passages}
    for key, norms in gates(program).items():
        rule = program.terms[key]
        passage = spoken.get(rule.cite.identity)
        if passage is None or any(word in passage.flat for word in _TESTED):
            continue
        labels = [label for label, truth in rule.limbs if _is_open(truth, program)]
        if labels:
            said = ", ".join(f"`{label}`" for label in labels)
            yield problem("D313", f"nothing says on which day {said} of {echo(rule.name)} must hold", rule.cite.span,
                          trail=rule.cite.trail,
                          also=tuple(Place(one.cite.span, "hangs on it", one.cite.trail) for one in norms[:2]))  # fmt: skip


def _is_open(truth: Any, program: Program) -> bool:
    """Whether a truth asks that an event has not happened, without a limit in time."""
    return any(_negates(part) for part in _limb(truth, program))


def _limb(truth: Any, program: Program) -> Iterator[Any]:
    """A limb and what the terms that it names are."""
    for part in below(truth):
        yield part
        if isinstance(part, TERMS) and part.key in program.terms and not program.terms[part.key].condition:
            yield from below(program.terms[part.key].body)


def _negates(part: Any) -> bool:
    """Whether a truth is that no event of a sort has come."""
    if not isinstance(part, core.Not):
        return False
    inner = part.of
    if isinstance(inner, core.Some):
        return True
    return isinstance(inner, core.Come) and not inner.limit and isinstance(inner.what, core.FirstOf)


def warranties_about_later(version: Version) -> Iterator[Diagnostic]:
    """A warranty speaks of days after the one on which it is made."""
    for passage in version.contract:
        norms = [norm for norm in version.norms_of(passage) if norm.sort == "warranty"]
        if not norms:
            continue
        for match in _LATER.finditer(passage.text):
            term = " ".join(match[1].split())
            if term in version.terms and ("date" in term.lower() or "closing" in term.lower()):
                yield problem("D314", f"the warranty {echo(norms[0].name)} is made before {echo(term)}, of which it speaks",
                              passage.span(match.start(), match.end()), trail=passage.trail)  # fmt: skip
        at = passage.flat.find(" will not be ")
        if at >= 0:
            yield problem("D314", f"the warranty {echo(norms[0].name)} speaks of later days",
                          passage.span(at + 1, at + 12), trail=passage.trail)  # fmt: skip


def warranties_at_odds_with_effects(version: Version) -> Iterator[Diagnostic]:
    """A warranty is made at the instant at which an effect makes it false: what is warranted passes away."""
    program = version.program
    effects = [norm for norm in program.norms.values() if norm.act.verb == "passes"]
    for norm in program.norms.values():
        if norm.sort != "warranty":
            continue
        for effect in effects:
            if set(norm.actors) & set(effect.act.receivers):
                continue
            made = [
                day for day, by in norm.made
                if by != norm.cite.instrument or len(norm.made) > 1
                if _same_instant(day, effect, program)
            ]  # fmt: skip
            passing = _content(effect.act.words)
            for label, question in _questions(norm, program):
                shared = passing & _content(question)
                if made and {"title"} & shared and len(shared) > 1:
                    yield problem("D315", f"{echo(label)} of {echo(norm.name)} is made when {echo(effect.name)} takes "
                                  "it away", norm.cite.span, trail=norm.cite.trail,
                                  also=(Place(effect.cite.span, "this takes it away", effect.cite.trail),))  # fmt: skip


def _same_instant(day: Any, effect: NormRule, program: Program) -> bool:
    """Whether a warranty is made on the day that triggers an effect."""
    triggers = {_settled(limit.day, program) for limit in effect.limits}
    return _settled(day, program) in triggers


def _settled(day: Any, program: Program) -> str:
    """The term behind a day, through terms that only name another."""
    key = next((part.key for part in below(day) if isinstance(part, TERMS)), "")
    for _ in range(8):
        rule = program.terms.get(key)
        if rule is None or not isinstance(rule.body, TERMS):
            break
        key = rule.body.key
    return key


def _questions(norm: NormRule, program: Program) -> Iterator[tuple[str, str]]:
    """The quoted questions in the limbs of a warranty."""
    for label, truth in norm.act.limbs:
        for part in below(truth):
            if isinstance(part, core.InputValue) and part.key in program.inputs:
                yield label, part.key


def _content(words: str) -> frozenset[str]:
    """The words that say something."""
    return frozenset(word.strip(',.()"') for word in words.lower().split()) - _PLAIN


def limits_before_what_dates_itself(version: Version) -> Iterator[Diagnostic]:
    """A limit lies just before a day that only its happening dates."""
    for passage in version.contract:
        if "immediately" not in passage.flat:
            continue
        for match in _JUST_BEFORE.finditer(passage.text):
            term = " ".join(match[1].split())
            for one in version.terms.get(term, ()):
                said = one.said.lower()
                if not one.means and any(
                    word in said for word in ("such payment", "such closing", "such delivery", "such transfer")
                ):
                    yield problem("D316", f"nobody can know the day just before {echo(term)}: what is done on it dates it",
                                  passage.span(match.start(), match.end()), trail=passage.trail,
                                  also=(one.place,))  # fmt: skip
