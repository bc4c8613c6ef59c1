"""What is owed and what may be done: by when, by whom, until when, in which amount, and with what if it fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.lexicon import PASSED_ON
from dealwright.lint.reading import ends_the_agreement, only_by_reading, pays, spread
from dealwright.lint.versions import Version
from dealwright.program import NormRule, Program, core

_PASSIVE: Final = re.compile(r"\b(?:shall|will|must)\s+be\s+([a-z]+)\b")
_GIVEN: Final = re.compile(r"[^.,;:]{0,30}\bto\s+(?:the\s+)?[A-Z]")
_SOON: Final = ("promptly", "immediately", "forthwith", "as soon as", "without delay", "on demand", "upon request")
_DATED: Final = frozenset({"deliver", "notify", "cause"})


def duties_without_a_time(version: Version) -> Iterator[Diagnostic]:
    """Something is to be paid, delivered or told, and nothing says by when."""
    spoken = {one.identity: one.flat for one in version.passages}
    for norm in version.program.norms.values():
        if norm.sort != "duty" or norm.limits or norm.end or (norm.each is not None and norm.each.sort == "period"):
            continue
        if norm.act.verb == "pay":
            yield problem("D301", f"nothing says by when {echo(norm.name)} is to be paid", norm.cite.span,
                          trail=norm.cite.trail, help="write `within 5 business days after ...`")  # fmt: skip
        elif norm.act.verb in _DATED and norm.start is None and not _is_soon(spoken.get(norm.cite.identity, "")):
            yield problem("D302", f"nothing says by when {echo(norm.name)} is to be done", norm.cite.span,
                              trail=norm.cite.trail)  # fmt: skip


def _is_soon(words: str) -> bool:
    """Whether words say that something is to be done without delay, or when asked for."""
    return any(word in words for word in _SOON)


def acts_without_an_actor(version: Version) -> Iterator[Diagnostic]:
    """Words say that something shall be paid or handed over, and not by whom."""
    for passage in version.contract:
        if " be " not in passage.flat:
            continue
        for match in _PASSIVE.finditer(passage.text):
            _, end = passage.sentence(match.start())
            rest = passage.text[match.end() : end]
            if match[1] not in PASSED_ON or re.search(r"\bby\s+(?:the\s+)?[A-Z]", rest):
                continue
            norms = [one for one in version.norms_of(passage) if one.act.verb in {"pay", "deliver"}]
            if any(not norm.third_party for norm in norms) or (not norms and not _GIVEN.match(rest)):
                continue
            who = sorted({actor for norm in norms for actor in norm.actors})
            notes = (f"the rules have {', '.join(map(echo, who))} do it, who is bound to nothing",) if who else ()
            yield problem("D303", f"nobody is named by whom this {echo(' '.join(match[0].split()))}",
                          passage.span(match.start(), match.end()), trail=passage.trail, notes=notes)  # fmt: skip


def powers_without_an_end(version: Version) -> Iterator[Diagnostic]:
    """Something passes for good, and nothing in the text ends a power to terminate."""
    program = version.program
    closing = any(norm.act.verb in {"passes", "closes"} for norm in program.norms.values())
    for norm in program.norms.values() if closing else ():
        if not ends_the_agreement(norm) or norm.limits or norm.while_ is not None or norm.each is not None:
            continue
        readings = only_by_reading(norm.end, program)
        if not norm.end or readings:
            notes = (f"only the reading {', '.join(map(echo, readings))} ends it",) if readings else ()
            yield problem("D304", f"nothing ends the power {echo(norm.name)}", norm.cite.span, trail=norm.cite.trail,
                          notes=notes, help="write `until ...`, or by when it is to be exercised")  # fmt: skip


def business_days_of_the_words(version: Version) -> Iterator[Diagnostic]:
    """Words count business days and do not say which days those are."""
    program = version.program
    if "business day" in version.known or not (program.calendar_assumed or program.calendar_readings):
        return
    seen: set[str] = set()
    for passage in version.contract:
        at = passage.flat.find("business day")
        if at >= 0 and passage.home not in seen:
            seen.add(passage.home)
            yield problem("D305", "the words count business days and do not say which days those are",
                          passage.span(at, at + 12), trail=passage.trail,
                          help="define `Business Day` in the words; a reading, or nobody, chooses the calendar meanwhile")  # fmt: skip


def amounts_below_nothing(version: Version) -> Iterator[Diagnostic]:
    """What is subtracted may be more than what it is taken from, and nobody then gives anything back."""
    program = version.program
    for norm in pays(program):
        taken = _taken(norm.act.amount, program)
        if taken is None or norm.third_party:
            continue
        back = [
            other
            for other in pays(program)
            if set(other.actors) & set(norm.act.receivers) and set(other.act.receivers) & set(norm.actors)
            and _varies(other.act.amount, program)
        ]  # fmt: skip
        if not back:
            yield problem("D310", f"the amount of {echo(norm.name)} can fall below nothing", norm.cite.span,
                          trail=norm.cite.trail,
                          help="write `but at least ...`, and who gives back what was paid too much")  # fmt: skip


def _taken(amount: Any, program: Program) -> Any:
    """What is subtracted at the head of an amount, if it depends on facts."""
    node = amount
    for _ in range(8):
        if isinstance(node, core.TermValue) and node.key in program.terms:
            node = program.terms[node.key].body
        elif isinstance(node, core.Rounded):
            node = node.of
    if isinstance(node, core.Arithmetic) and node.operator == "-" and _varies(node.right, program):
        return node.right
    return None


def _varies(node: Any, program: Program) -> bool:
    """Whether an amount depends on facts without a bound; what is paid under a duty is bound by what it owes."""
    kinds = (core.Received, core.Total, core.InputValue, core.Aggregate, core.Attribute)
    return any(isinstance(part, kinds) for part in spread(node, program))


def breaches_without_a_remedy(version: Version) -> Iterator[Diagnostic]:
    """A part about termination lists when the agreement may be ended, and a breach is not among the cases."""
    program = version.program
    for node in version.text.nodes():
        if "terminat" not in node.heading.lower() or node.unit not in {"article", "section", "part"}:
            continue
        powers = [norm for norm in version.norms_in(node.identity) if ends_the_agreement(norm)]
        if len(powers) < 2 or any(_answers_breach(norm, program) for norm in powers):  # noqa: PLR2004 - a list has two
            continue
        if any("breach" in one.flat or "default" in one.flat for one in version.passages if _in(one, powers)):
            continue
        yield problem("D312", "no power to terminate answers a breach", node.span, trail=version.text.trail(node),
                      also=tuple(Place(norm.cite.span, "a case", norm.cite.trail) for norm in powers[:3]))  # fmt: skip


def _answers_breach(norm: NormRule, program: Program) -> bool:
    """Whether a power arises from the breach of something."""
    for part in (*spread(norm.when, program), *spread(norm.while_, program)):
        if isinstance(part, core.StatusIs) and part.status in {"breached", "overdue"}:
            return True
        if isinstance(part, core.NormInstant) and part.word == "breach":
            return True
    return False


def _in(passage: Any, powers: list[NormRule]) -> bool:
    """Whether words stand beside one of some powers."""
    return any(passage.identity == norm.cite.identity for norm in powers)
