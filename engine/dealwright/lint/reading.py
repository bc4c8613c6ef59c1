"""What a rule hangs on: everything that it reads, by way of definitions too, and the readings that it leans on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from dealwright.program import NormRule, Program, TermRule, below, core

TERMS = (core.TermValue, core.TermTruth, core.SinceTerm)


def spread(node: Any, program: Program) -> Iterator[Any]:
    """A bound expression and everything in it, the bodies of the terms that it names included, each once."""
    pending, seen = [node], set()
    while pending:
        for part in below(pending.pop()):
            yield part
            if isinstance(part, TERMS) and part.key in program.terms and part.key not in seen:
                seen.add(part.key)
                pending.append(program.terms[part.key].body)


def keys(reads: frozenset[str], program: Program) -> frozenset[str]:
    """Everything that is read, by way of definitions too: `event:`, `term:`, `norm:`, `input:`."""
    found: set[str] = set()
    pending = [*reads]
    while pending:
        one = pending.pop()
        if one in found:
            continue
        found.add(one)
        sort, _, name = one.partition(":")
        if sort == "term" and name in program.terms:
            pending.extend(program.terms[name].reads)
    return frozenset(found)


def events(reads: frozenset[str], program: Program) -> frozenset[str]:
    """The events, inputs and questions that are read, by way of definitions too."""
    return frozenset(one for one in keys(reads, program) if one.startswith(("event:", "input:")))


def named(node: Any, program: Program) -> list[TermRule]:
    """The terms that an expression names itself."""
    return [program.terms[part.key] for part in below(node) if isinstance(part, TERMS) and part.key in program.terms]


def only_by_reading(node: Any, program: Program) -> tuple[str, ...]:
    """The readings that an expression leans on, if all the terms it names stand in readings; else none."""
    terms = named(node, program)
    if not terms or any(not rule.cite.readings for rule in terms):
        return ()
    return tuple(sorted({name for rule in terms for name in rule.cite.readings}))


def by_sum(norms: Iterable[NormRule]) -> Iterator[tuple[NormRule, NormRule]]:
    """Every two of some norms in which the same actors pay of the same sum, to different receivers."""
    groups: dict[tuple[tuple[str, ...], str], list[NormRule]] = {}
    for norm in norms:
        if taken_from(norm.act.amount):
            groups.setdefault((norm.actors, taken_from(norm.act.amount)), []).append(norm)
    for group in groups.values():
        yield from ((one, two) for one, two in combinations(group, 2) if one.act.receivers != two.act.receivers)


def pays(program: Program) -> list[NormRule]:
    """The duties to pay."""
    return [norm for norm in program.norms.values() if norm.sort == "duty" and norm.act.verb == "pay"]


def taken_from(amount: Any) -> str:
    """The term that names the sum of which an amount is, or is a part; empty if none does."""
    node = amount
    while isinstance(node, (core.Arithmetic, core.Rounded)):
        if isinstance(node, core.Arithmetic) and node.operator != "-":
            return ""
        node = node.left if isinstance(node, core.Arithmetic) else node.of
    return str(node.key) if isinstance(node, core.TermValue) else ""


def ends_the_agreement(norm: NormRule) -> bool:
    """Whether a power ends the whole agreement."""
    return norm.sort == "power" and norm.act.verb == "terminate" and not norm.act.targets


def gates(program: Program) -> dict[str, list[NormRule]]:
    """The conditions on which something is owed or happens, with the norms that hang on each."""
    found: dict[str, list[NormRule]] = {}
    for norm in program.norms.values():
        if norm.sort in {"duty", "effect"}:
            for one in keys(norm.reads, program):
                sort, _, name = one.partition(":")
                if sort == "term" and name in program.terms and program.terms[name].condition:
                    found.setdefault(name, []).append(norm)
    return found
