"""States from which nothing moves: a condition has failed for good, something waits for it, and nobody alone can leave.

The method is a bounded search. The facts on which conditions and powers hang are taken as so many yes-or-no atoms; a
day that a power waits for is taken to have come. In each combination in which a condition has failed for good the
search asks whether one party alone can end the agreement or waive the condition, or whether something ends it by
itself. A combination in which none of these holds is told. More than twelve atoms are not combined: the others are
taken as not having happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Final

from attrs import define, field

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.reading import TERMS, ends_the_agreement, gates, pays, spread, taken_from
from dealwright.lint.versions import Version
from dealwright.program import NormRule, Program, TermRule, core

_MOST_ATOMS: Final = 12
_ENDING: Final = frozenset({"terminates", "closes", "ends"})


def states_without_a_way_out(version: Version) -> Iterator[Diagnostic]:
    """A condition can fail for good while nobody alone can leave, and what waits for it waits for ever."""
    program = version.program
    for key, hanging in gates(program).items():
        rule = program.terms[key]
        owed = [norm for norm in hanging if norm.sort == "duty" and not norm.third_party]
        owed.sort(key=lambda norm: norm.act.verb != "pay")
        if rule.benefit or not owed or rule.each is not None:
            continue
        powers = [norm for norm in program.norms.values() if ends_the_agreement(norm) and not norm.joint]
        exits = [norm for norm in program.norms.values() if norm.sort == "effect" and norm.act.verb in _ENDING]
        if any(_comes(norm) for norm in exits):
            continue
        labels = [label for label, truth in rule.limbs if _can_fail(truth, program)]
        if not labels or not _stuck(rule, powers, exits, program):
            continue
        said = ", ".join(f"`{label}`" for label in labels)
        notes = [
            f"when {said} has failed for good, {echo(owed[0].name)} never falls due and nobody alone can end the agreement"
        ]
        notes += [f"nothing then moves {echo(term)}" for term in _held(program)]
        notes += [f"{echo(norm.name)} needs something else to happen first" for norm in powers[:3]]
        yield problem("D311", f"if {echo(rule.name)} fails for good, there is no way out", rule.cite.span,
                      trail=rule.cite.trail, notes=tuple(notes),
                      also=(Place(owed[0].cite.span, "this waits for it", owed[0].cite.trail),),
                      help="say what happens then: a last day, a power to terminate, where the money goes")  # fmt: skip


def _comes(norm: NormRule) -> bool:
    """Whether an effect comes by a day alone."""
    return norm.when is None and norm.while_ is None and any(isinstance(one.day, core.Const) for one in norm.limits)


def _can_fail(truth: Any, program: Program) -> bool:
    """Whether a truth can fail for good: it asks that something has never happened."""
    return any(isinstance(part, core.Not) for part in spread(truth, program))


def _held(program: Program) -> list[str]:
    """The sums that a third party holds and pays out only after a breach or a termination."""
    return sorted({taken_from(norm.act.amount) for norm in pays(program) if norm.third_party} - {""})


def _stuck(rule: TermRule, powers: list[NormRule], exits: list[NormRule], program: Program) -> bool:
    """Whether in some combination of facts a condition has failed for good and nothing ends the agreement."""
    asked = [
        rule.body,
        *(norm.when for norm in powers),
        *(norm.while_ for norm in powers),
        *(norm.when for norm in exits),
    ]
    atoms = list(dict.fromkeys(name for truth in asked if truth is not None for name in _atoms(truth, program)))
    limbs = [truth for _, truth in rule.limbs if _can_fail(truth, program)]
    for values in product((False, True), repeat=min(len(atoms), _MOST_ATOMS)):
        state = _State(dict(zip(atoms, values, strict=False)), program)
        if all(map(state.holds, limbs)) or any(_available(norm, state) for norm in powers):
            continue
        if not any(norm.when is not None and state.holds(norm.when) for norm in exits):
            return True
    return False


def _available(norm: NormRule, state: _State) -> bool:
    """Whether a power can be exercised in a state."""
    return all(state.holds(truth) for truth in (norm.when, norm.while_) if truth is not None)


def _atoms(truth: Any, program: Program) -> Iterator[str]:
    """The facts on which a truth hangs."""
    pending, seen = [truth], set()
    while pending:
        part = pending.pop()
        inner = _inner(part, program)
        if inner is None:
            if not isinstance(part, core.Const):
                yield _name(part)
            continue
        key = _key(part)
        if not key or key not in seen:
            seen.add(key)
            pending.extend(reversed(inner))


def _inner(truth: Any, program: Program) -> tuple[Any, ...] | None:
    """The truths of which one is made; none for a fact."""
    key = _key(truth)
    if key in program.terms:
        return (program.terms[key].body,)
    if isinstance(truth, (core.AllOf, core.AnyOf, core.ExactlyOne, core.AtLeast)):
        return truth.items
    return (truth.of,) if isinstance(truth, (core.Not, core.Waivable)) else None


def _key(truth: Any) -> str:
    """The term whose truth is asked; a day that a term has come by is taken to have come."""
    if isinstance(truth, core.Come) and isinstance(truth.what, TERMS):
        return str(truth.what.key)
    return str(truth.key) if isinstance(truth, core.TermTruth) else ""


def _name(truth: Any) -> str:
    """A fact by what is written: an occurrence is one fact however its day is asked about."""
    if isinstance(truth, core.Come) and isinstance(truth.what, core.FirstOf):
        return repr((truth.what.event, truth.what.where))
    return repr((truth.event, truth.where)) if isinstance(truth, core.Some) else repr(truth)


@define
class _State:
    """A combination of facts, and what has been found to hold in it."""

    facts: dict[str, bool]
    program: Program
    known: dict[str, bool] = field(factory=dict)

    def holds(self, truth: Any) -> bool:
        """Whether a truth holds, every day that it waits for having come."""
        key = _key(truth)
        if key in self.program.terms:
            if key not in self.known:
                self.known[key] = False
                self.known[key] = self.holds(self.program.terms[key].body)
            return self.known[key]
        match truth:
            case core.AllOf():
                return all(map(self.holds, truth.items))
            case core.AnyOf():
                return any(map(self.holds, truth.items))
            case core.ExactlyOne():
                return sum(map(self.holds, truth.items)) == 1
            case core.AtLeast():
                return sum(map(self.holds, truth.items)) >= truth.count
            case core.Not():
                return not self.holds(truth.of)
            case core.Waivable():
                return self.holds(truth.of)
            case core.Const():
                return bool(getattr(truth.value, "is_yes", True))
            case _:
                return self.facts.get(_name(truth), False)
