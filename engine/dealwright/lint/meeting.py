"""Rules that meet: two duties over one sum, a power beside a duty, a condition that the duty which it gates defeats."""

from __future__ import annotations

from collections.abc import Iterator

from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.reading import by_sum, ends_the_agreement, events, gates, keys, pays
from dealwright.lint.versions import Version, vacuous
from dealwright.program import NormRule, Program, below, core


def duties_over_one_sum(version: Version) -> Iterator[Diagnostic]:
    """One payer owes the same sum to two, each under a case of its own, and the cases do not exclude each other."""
    program = version.program
    for first, second in by_sum(norm for norm in pays(program) if not vacuous(norm, version)):
        parted, readings = _parted(first, second, program)
        if parted and not readings:
            continue
        notes = (f"only the reading {', '.join(map(echo, readings))} parts them",) if readings else ()
        yield problem("D307", f"{echo(first.name)} and {echo(second.name)} can have one sum go two ways",
                      second.cite.span, trail=second.cite.trail, notes=notes,
                      also=(Place(first.cite.span, "the other", first.cite.trail),))  # fmt: skip


def _parted(first: NormRule, second: NormRule, program: Program) -> tuple[bool, tuple[str, ...]]:
    """Whether one of two duties stands only while the other does not, and by which readings if only by readings."""
    readings: set[str] = set()
    parted = False
    for one, other in ((first, second), (second, first)):
        wanted = f"norm:{other.key}"
        if wanted in keys(one.reads, program):
            parted = True
            if wanted in one.reads:
                return True, ()
            readings.update(
                name for read in keys(one.reads, program) if read.startswith("term:")
                for name in _readings(read[5:], program, wanted)
            )  # fmt: skip
    return parted, tuple(sorted(readings))


def _readings(key: str, program: Program, wanted: str) -> tuple[str, ...]:
    """The readings of a term that reads something."""
    rule = program.terms.get(key)
    return rule.cite.readings if rule is not None and wanted in rule.reads else ()


def powers_beside_duties(version: Version) -> Iterator[Diagnostic]:
    """A power to terminate arises from the facts on which a payment hangs, and stays when they turn."""
    program = version.program
    gated = gates(program)
    for norm in program.norms.values():
        if not ends_the_agreement(norm) or norm.when is None or norm.joint or norm.limits:
            continue
        trigger = events(frozenset(_named(norm.when)), program)
        for key, hanging in gated.items():
            owed = [one for one in hanging if one.sort == "duty" and one.act.verb == "pay" and not one.third_party]
            rule = program.terms[key]
            shared = trigger & events(rule.reads, program)
            if not owed or not shared or f"term:{key}" in _named(norm.end) | _named(norm.while_):
                continue
            said = f"{echo(norm.name)} stays when {echo(rule.name)} are met later, and {echo(owed[0].name)} falls due beside it"
            yield problem("D309", said, norm.cite.span, trail=norm.cite.trail,
                          also=(Place(owed[0].cite.span, "this falls due", owed[0].cite.trail),),
                          help="end the power once the condition is met: `unless ...`")  # fmt: skip
            break


def _named(node: object) -> set[str]:
    """The events, terms and inputs that an expression names."""
    found: set[str] = set()
    for part in below(node):
        if isinstance(part, (core.TermValue, core.TermTruth, core.SinceTerm)):
            found.add(f"term:{part.key}")
        elif isinstance(part, (core.Some, core.FirstOf, core.Pick, core.Every)):
            found.add(f"event:{part.event}")
        elif isinstance(part, core.InputValue):
            found.add(f"input:{part.key}")
    return found


def conditions_that_defeat_themselves(version: Version) -> Iterator[Diagnostic]:
    """A condition fails by an event, and what is owed while the condition holds may bring that event about."""
    program = version.program
    longs = {
        one.item.name: one.item for one in version.text.vocabulary if isinstance(one.item, m.Event) and one.item.fields
    }
    spoken = {one.identity: one for one in version.passages}
    for key, hanging in gates(program).items():
        rule = program.terms[key]
        for name in sorted(one[6:] for one in events(rule.reads, program) if one.startswith("event:")):
            for attribute in longs[name].fields if name in longs else ():
                terms = [term for term in program.terms if term in attribute.long]
                for norm in hanging:
                    passage = spoken.get(norm.cite.identity)
                    if norm.sort != "duty" or norm.act.verb == "pay" or passage is None or not attribute.long:
                        continue
                    if any(term in " ".join(passage.text.split()) for term in terms):
                        yield problem("D317", f"doing {echo(norm.name)} may defeat {echo(rule.name)}, on which it hangs",
                                      norm.cite.span, trail=norm.cite.trail,
                                      also=(Place(rule.cite.span, "this may fail by it", rule.cite.trail),),
                                      notes=(f"{echo(name)} is said to come {echo(attribute.long)}",))  # fmt: skip
                        break
