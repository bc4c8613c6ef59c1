"""Whether instruments hang together, and which definitions rest on no fact at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dealwright import model as m
from dealwright.amend import consolidate, lasting, operations
from dealwright.diagnostic import DealError, Diagnostic, Place, Severity, problem
from dealwright.program import NormRule, Program, TermRule, below, core, parts_of
from dealwright.source import NOWHERE
from dealwright.value import Duration

_MONTHS = frozenset({"month", "quarter", "year"})
_PLAIN = (core.Const, core.Shift, core.Rolled, core.Extreme, core.Arithmetic)
_RISKY = (core.Choose, core.Excepted, core.Lookup, core.Shift)


def _in_order(instruments: list[m.Instrument], base: m.Instrument, loose: Sequence[Any]) -> None:
    """Judge how instruments hang together before any is put into another, and what stands in none of them.

    Raises:
        DealError: One is there twice, they amend each other in a circle, the agreement operates on itself, or something
            stands before any instrument.
    """
    wrong: list[Diagnostic] = []
    for item in loose[:1]:
        advice = "begin with a line such as `agreement Bakery Lease`"
        span = getattr(item, "span", NOWHERE)
        wrong.append(problem("S201", "this stands before any instrument", span, help=advice))
    first: dict[str, m.Instrument] = {}
    for one in instruments:
        other = first.setdefault(one.name, one)
        if other is not one:
            said = f"the instrument `{one.name}` is there twice"
            wrong.append(problem("A106", said, one.span, also=(Place(other.span, "the other"),)))
    wrong.extend(
        problem(
            "A112",
            "an agreement has no operation on its own text",
            operation.span,
            help="operations stand in an amendment",
        )
        for operation, _ in operations(base.items)
    )
    amends = {
        one.name: s.names[0]
        for one in instruments
        for s in one.settings
        if isinstance(s, m.Setting) and s.word == "amends"
    }
    for name in amends:
        seen = [name]
        while seen[-1] in amends and amends[seen[-1]] not in seen:
            seen.append(amends[seen[-1]])
        if amends.get(seen[-1]) == name and name == min(seen):
            wrong.append(
                problem(
                    "A111", f"these amend each other: {' → '.join(f'`{n}`' for n in (*seen, name))}", first[name].span
                )
            )
    if wrong:
        raise DealError(wrong)


def expiring(instruments: Sequence[m.Instrument], amendments: Sequence[str]) -> Iterator[Diagnostic]:
    """Report instruments at whose expiry another has nothing left to change."""
    named = {one.name: one for one in instruments}
    for name in amendments:
        if not any(isinstance(one, m.Setting) and one.word == "expires" for one in named[name].settings):
            continue
        together = lasting([named[other] for other in amendments])
        if name not in together:
            continue
        found = consolidate(instruments, [other for other in together if other != name]).diagnostics
        for one in found:
            if one.severity is Severity.ERROR:
                said = f"when `{name}` expires, what builds on it cannot be carried out: {one.message}"
                also = (Place(one.place.span, "this", one.place.trail),)
                yield problem("A143", said, named[name].span, also=also)
                break


def constant(rule: TermRule, program: Program) -> bool:
    """Whether a definition rests on no fact: it reads nothing but the calendar and definitions of its sort."""
    pending, seen = [rule], {rule.key}
    while pending:
        one = pending.pop()
        if one.timed or one.each is not None or one.condition:
            return False
        for read_ in one.reads:
            sort, _, name = read_.partition(":")
            if sort == "term" and name in program.terms:
                if name not in seen:
                    seen.add(name)
                    pending.append(program.terms[name])
            elif sort != "calendar":
                return False
    return True


def reckoned(rule: NormRule, program: Program) -> Iterator[core.Shift]:
    """The days of a norm that are reckoned in months or years, and rest on no fact."""
    for node in parts_of(rule):
        if not isinstance(node, core.Shift):
            continue
        parts = [part for part in below(node) if type(part).__module__.startswith("dealwright.program")]
        lengths = [one.value for one in parts if isinstance(one, core.Const) and isinstance(one.value, Duration)]
        if any(one.unit in _MONTHS for one in lengths) and all(
            isinstance(one, _PLAIN)
            or (
                isinstance(one, core.TermValue)
                and one.key in program.terms
                and constant(program.terms[one.key], program)
            )
            for one in parts
        ):
            yield node


def risky(rule: TermRule) -> bool:
    """Whether working a definition out can go wrong."""
    return any(
        isinstance(part, _RISKY) or getattr(part, "operator", "") in {"/", "^", "+", "*"} for part in below(rule.body)
    )


def readings(instruments: Iterable[m.Instrument]) -> Iterable[m.Reading]:
    """Every reading of some instruments."""
    pending: list[Any] = list(instruments)
    while pending:
        one = pending.pop()
        if isinstance(one, m.Reading):
            yield one
        pending.extend(part for part in getattr(one, "items", ()) if not isinstance(part, str))
