"""Properties: what must hold of every log, tried on the logs at hand.

A property either claims something (`always`, `never`), or says what alone an instrument may change: then each log is
played twice, under the text as it stood before the instrument and with it, and the answers are compared. What is new in
the second text has changed nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from attrs import frozen

from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Severity, echo, problem
from dealwright.intake import as_source
from dealwright.log import Log
from dealwright.outcome import Answer, Outcome
from dealwright.pipeline import Contract, draft
from dealwright.program import NormRule, Program, TermRule
from dealwright.resolve.scope import near
from dealwright.scenario import Claim, Run, ask, instead, last_day, run_scenario, told
from dealwright.source import Span
from dealwright.value import Truth

_SHORT: Final = 5


@frozen
class Seen:
    """How a property came out on a day of a log.

    Attributes:
        day: The day asked about.
        holds: Whether it surely is as it must be.
        fails: Whether it surely is not.
        found: What was found, unless it holds.
    """

    day: date
    holds: bool
    fails: bool
    found: str


Trying: TypeAlias = Callable[[Log, Sequence[date]], list[Seen]]
"""Tries a property on some days of a log; `when` is asked on the last, and if it does not hold nothing is seen."""


def trying(contract: Contract, prop: m.Property) -> Trying:
    """How a property is tried on the logs of a contract.

    Raises:
        DealError: A frame speaks of an instrument or a term that is not there.
    """
    match prop:
        case m.Always():
            return lambda log, days: _always(contract, prop, log, days)
        case m.Frame():
            before, after = around(contract, prop.instrument, prop.span)
            _known(before, after, prop)
            return lambda log, days: _frame(before, after, prop, log, days)


def around(contract: Contract, instrument: str, span: Span) -> tuple[Contract, Contract]:
    """A contract as it stood before an instrument, and with it; what was loaded later is left out of both.

    Raises:
        DealError: The contract has no such instrument.
    """
    known = contract.amendments
    if instrument not in known:
        said = f"{echo(instrument)} is no instrument that amends this agreement"
        raise DealError([problem("N101", said, span, help=near(instrument, known))])
    place = known.index(instrument)
    return contract.under(known[:place]), contract.under(known[: place + 1])


def _known(before: Contract, after: Contract, prop: m.Frame) -> None:
    """See that every term named is one of some text: as the agreement was made, or as amended since."""
    programs = [one.program(stage) for one in (before, after) for stage in one.stages]
    names = sorted({one.name for program in programs for one in _rules(program)})
    wrong = [
        problem("N101", f"there is no term {echo(name)}", prop.span, help=near(name, names))
        for name in prop.names
        if name not in names
    ]
    if wrong:
        raise DealError(wrong)


def _rules(program: Program) -> Iterator[TermRule | NormRule]:
    """The definitions, conditions and norms of a program."""
    yield from program.terms.values()
    yield from program.norms.values()


def _always(contract: Contract, prop: m.Always, log: Log, days: Sequence[date]) -> list[Seen]:
    """How a claim comes out on some days."""
    end = contract.evaluate(log, days[-1])
    if not _met(contract, end, prop.when):
        return []
    result = []
    for day in days:
        found = end if day == days[-1] else contract.evaluate(log, day)
        truth = ask(contract, found, prop.claim)
        yes, no = (truth.is_yes, truth.is_no) if isinstance(truth, Truth) else (False, False)
        holds, fails = (yes, no) if prop.word == "always" else (no, yes)
        result.append(Seen(day, holds, fails, "" if holds else instead(contract, found, prop.claim, truth)))
    return result


def _met(contract: Contract, end: Outcome, when: Iterable[Any]) -> bool:
    """Whether the conditions of a property are surely met."""
    truths = [ask(contract, end, condition) for condition in when]
    return all(isinstance(truth, Truth) and truth.is_yes for truth in truths)


def _frame(before: Contract, after: Contract, prop: m.Frame, log: Log, days: Sequence[date]) -> list[Seen]:
    """Which answers differ on some days though the property does not name them."""
    end = after.evaluate(log, days[-1])
    if not _met(after, end, prop.when):
        return []
    result = []
    for day in days:
        was = before.evaluate(log, day)
        found = differing(was, end if day == days[-1] else after.evaluate(log, day))
        more = [f"{name} {said}" for name, said in found if name not in prop.names]
        rest = [f"and {len(more) - _SHORT} more"] if len(more) > _SHORT else []
        result.append(Seen(day, not more, bool(more), "; ".join((*more[:_SHORT], *rest))))
    return result


# ---------------------------------------------------------------- two outcomes


def differing(before: Outcome, after: Outcome) -> Iterator[tuple[str, str]]:
    """The terms of one outcome that another answers otherwise: each with what it was and what it is."""
    now = _by_rule(after)
    for place, old in _by_rule(before).items():
        new = now.get(place)
        if new is None or facts(old) != facts(new):
            is_now = "is not there" if new is None else told(new)
            yield name_of(old.key), f"{told(old)} without it, {is_now} with it"


def _by_rule(found: Outcome) -> dict[tuple[str, str], Answer]:
    """The answers by their rules, and by instance or limb; not by what tells two rules of one name apart."""
    return {(plain(one.key), _which(one)): one for one in found.terms.values()}


def _which(answer: Answer) -> str:
    """Of which instance or limb of its rule an answer is: what follows the name, but for the provision."""
    rest = answer.name.removeprefix(name_of(answer.key))
    return rest[: rest.rindex(" (")] if rest.endswith(")") and " of " in rest else rest


def plain(key: str) -> str:
    """A key without the number that tells texts apart."""
    return key.partition("#")[0]


def name_of(key: str) -> str:
    """The name of a rule by its key."""
    return plain(key).rsplit(" / ", 1)[-1]


def facts(answer: Answer) -> tuple[Any, ...]:
    """What an answer says of the world, leaving out why."""
    return (
        answer.status, answer.possible, answer.value, answer.since, answer.due, answer.amount, answer.paid,
        answer.outstanding, answer.interest, answer.breach, answer.late, answer.by, answer.made,
    )  # fmt: skip


# ---------------------------------------------------------------- on the logs of scenarios


def run_property(contract: Contract, prop: m.Property) -> Run:
    """Run a property over the log of every scenario at hand.

    `when` chooses logs, at their end; it must hold on every day on which something is logged, and on the last day asked
    about. A property that no log meets has shown nothing, and says so.
    """
    claims: list[Claim] = []
    ways: dict[Any, Trying] = {}
    try:
        if isinstance(prop, m.Frame):
            around(contract, prop.instrument, prop.span)
        for scenario in contract.scenarios:
            claims.extend(_over(contract, prop, scenario, ways))
    except DealError as trouble:
        return Run(prop.title, tuple(claims), trouble.diagnostics, prop.span)
    if not claims:
        said = f"no scenario at hand meets the condition of {echo(prop.title)}, so nothing is shown"
        return Run(prop.title, (), (problem("R208", said, prop.span),), prop.span)
    return Run(prop.title, tuple(claims), (), prop.span)


def _over(contract: Contract, prop: m.Property, scenario: m.Scenario, ways: dict[Any, Trying]) -> Iterator[Claim]:
    """How a property comes out over the log of a scenario."""
    named = next((line.instruments for line in scenario.lines if isinstance(line, m.With)), None)
    log = Log.of(scenario)
    chosen = (contract if named is None else contract.under(named)).choosing(dict(log.choices))
    if isinstance(prop, m.Frame) and prop.instrument not in chosen.amendments:
        return
    choice = (chosen.left_out, tuple(sorted(chosen.choices.items())))
    if choice not in ways:
        ways[choice] = trying(chosen, prop)
    asked = {line.as_of for line in scenario.lines if isinstance(line, m.Expect) and line.as_of}
    days = sorted({entry.on for entry in log.entries} | asked or {last_day(log, chosen)})
    for seen in ways[choice](log, days):
        told_ = "" if seen.holds else f"on the log of {echo(scenario.title)}: {seen.found}"
        yield claim(prop, seen.day, holds=seen.holds, found=told_)


def claim(prop: m.Property, day: date, *, holds: bool, found: str) -> Claim:
    """What a property claims of a day, in its own words."""
    span = prop.claim.span if isinstance(prop, m.Always) else prop.span
    words = span.source.line_text(span.line).strip() if isinstance(prop, m.Always) else _says(prop)
    return Claim(words, day, holds, found, span)


def _says(prop: m.Frame) -> str:
    """What a frame claims, in words."""
    return f"{'only what it names' if prop.names else 'nothing'} may change under {prop.instrument}"


def run_all(contract: Contract) -> Iterator[Run]:
    """Run every scenario, then every property."""
    for scenario in contract.scenarios:
        yield run_scenario(contract, scenario)
    for prop in contract.properties:
        yield run_property(contract, prop)


def diagnose(text: str, name: str = "text", *, drafting: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a text: as it is read, checked, and as its scenarios are run.

    Args:
        text: The text.
        name: What it is called.
        drafting: Whether to tell also what is well-formed and badly drafted.
    """
    try:
        contract = draft([as_source(name, text)])
    except DealError as trouble:
        return trouble.diagnostics
    found = contract.review().open if drafting else contract.check()
    if any(one.severity is Severity.ERROR for one in found):
        return found
    told_: list[Diagnostic] = list(found)
    for run in run_all(contract):
        told_.extend(run.diagnostics or run.notes)
    return tuple(dict.fromkeys(told_))
