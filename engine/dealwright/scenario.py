"""Scenarios: a log with what is expected of it, run like a test.

A scenario reads every instrument of its contract unless it names some, takes the default of every reading unless it
chooses another, and states what must hold as of one or more days. A claim that does not hold says what was found
instead.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Severity, echo, problem
from dealwright.evaluate import Result, Status
from dealwright.log import Log
from dealwright.outcome import Answer, Outcome
from dealwright.pipeline import Contract
from dealwright.source import Span
from dealwright.value import Truth, text_of
from dealwright.value.truth import hull as truth_hull
from dealwright.value.truth import known
from dealwright.value.uncertain import hull
from dealwright.write import expression

_SHORT = 12


@frozen
class Claim:
    """One claim of a scenario and how it came out.

    Attributes:
        words: The claim as written.
        as_of: The day asked about.
        holds: Whether it holds, surely.
        found: What was found, for a claim that does not hold.
        span: Where it stands.
    """

    words: str
    as_of: date
    holds: bool
    found: str
    span: Span


@frozen
class Run:
    """A scenario that was run.

    Attributes:
        title: Its title.
        claims: Its claims in order.
        problems: What stopped it, if anything did.
        notes: What else its evaluation tells.
        span: Where it stands.
    """

    title: str
    claims: tuple[Claim, ...]
    problems: tuple[Diagnostic, ...]
    span: Span
    notes: tuple[Diagnostic, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every claim holds and nothing stopped it."""
        return not self.problems and all(claim.holds for claim in self.claims)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What stopped it, and each claim that does not hold with what was found instead."""
        failed = [claim for claim in self.claims if not claim.holds]
        return (*self.problems, *(unmet(self.title, claim) for claim in failed))


def run_scenario(contract: Contract, scenario: m.Scenario) -> Run:
    """Run a scenario against its contract."""
    claims: list[Claim] = []
    notes: list[Diagnostic] = []
    try:
        named = next((line.instruments for line in scenario.lines if isinstance(line, m.With)), None)
        chosen = contract if named is None else contract.under(named)
        log = Log.of(scenario)
        chosen = chosen.choosing(dict(log.choices))
        expects = [line for line in scenario.lines if isinstance(line, m.Expect)]
        if not expects:
            raise DealError(
                [
                    problem(
                        "R202",
                        "this scenario expects nothing",
                        scenario.span,
                        help="add `as of 2031-08-01 expect` and claims below it",
                    )
                ]
            )
        for expect in expects:
            as_of = expect.as_of or last_day(log, chosen)
            found = chosen.evaluate(log, as_of, text_as_of=expect.text_of, known_by=expect.known_by)
            notes.extend(found.diagnostics)
            claims.extend(judged(chosen, found, as_of, claim) for claim in expect.claims)
    except DealError as trouble:
        return Run(scenario.title, tuple(claims), trouble.diagnostics, scenario.span)
    return Run(scenario.title, tuple(claims), (), scenario.span, tuple(dict.fromkeys(notes)))


def unmet(title: str, claim: Claim) -> Diagnostic:
    """That a claim does not hold."""
    said = f"as of {claim.as_of.isoformat()} {echo(claim.words)} does not hold in {echo(title)}"
    return problem("E108", said, claim.span, notes=(f"found: {claim.found}",))


def last_day(log: Log, contract: Contract) -> date:
    """The day of a calculation: the last of its entries, else that of the agreement."""
    days = [entry.on for entry in log.entries]
    dated = contract.program().dated
    return max([*days, *([dated] if dated else [])], default=date(2000, 1, 1))


def judged(contract: Contract, outcome: Outcome, as_of: date, claim: Any) -> Claim:
    """How one claim comes out."""
    truth = ask(contract, outcome, claim)
    holds = isinstance(truth, Truth) and truth.is_yes
    return Claim(
        claim.span.source.line_text(claim.span.line).strip(),
        as_of,
        holds,
        "" if holds else instead(contract, outcome, claim, truth),
        claim.span,
    )


def ask(contract: Contract, outcome: Outcome, question: Any) -> Any:
    """The answer to a question in the language, a truth or a value, on the day of an outcome.

    Raises:
        DealError: The question is not one about this contract.
    """
    found = [answered(contract, result, question) for result in (outcome.result, *outcome.alternatives)]
    if isinstance(question, e.StatusIs) and question.status == "unknown" and isinstance(question.what, e.ThisAgreement):
        return known(outcome.status == Status.UNKNOWN.value)
    if (
        len(found) > 1
        and isinstance(question, e.StatusIs)
        and question.status == "unknown"
        and isinstance(question.what, e.Ref)
    ):
        answer = outcome.terms.get(question.what.name)
        if answer is not None:
            return known(
                answer.status is Status.UNKNOWN or (isinstance(answer.value, Truth) and not answer.value.known)
            )
    whole = found[0]
    for other in found[1:]:
        whole = (
            truth_hull(whole, other) if isinstance(whole, Truth) and isinstance(other, Truth) else hull(whole, other)
        )
    return whole


def answered(contract: Contract, result: Result, question: Any) -> Any:
    """The answer to a question in one finished evaluation."""
    bound, problems = contract.resolution(result.texts).claim(question)
    wrong = [one for one in problems if one.severity is Severity.ERROR]
    if wrong:
        raise DealError(wrong)
    return result.reader.value(bound)


def instead(contract: Contract, outcome: Outcome, claim: Any, truth: Any) -> str:
    """What was found where a claim does not hold: the answers for what it speaks of."""
    said: list[str] = []
    if isinstance(claim, e.Compare):
        sides = [side for side in (claim.left, claim.right) if not isinstance(side, e.Literal)]
        said.extend(found for side in sides if (found := _side(contract, outcome, side)))
    for part in e.walk(claim):
        if isinstance(part, e.Ref) and len(said) < _SHORT:
            name = part.name + (f" {''.join(part.labels)}" if part.labels else "")
            which = "" if part.argument is None else f" for {expression(part.argument)}"
            answer = outcome.terms.get(name + which) or outcome.terms.get(part.name + which)
            if answer is not None:
                said.append(f"{answer.name} {told(answer)}")
            elif isinstance(part.argument, e.Literal) and _is_known(outcome, part.name):
                said.append(f"{part.name} has no instance{which}")
    if not said:
        said.append(f"it is {text_of(truth)}")
    return "; ".join(dict.fromkeys(said))


def _is_known(outcome: Outcome, name: str) -> bool:
    """Whether all the instances of a norm are known."""
    return name in outcome.terms and outcome.terms[name].status is not Status.UNKNOWN


def _side(contract: Contract, outcome: Outcome, side: e.Expression) -> str:
    """What one side of a comparison is; nothing if it has no value of its own."""
    try:
        return f"{expression(side)} is {text_of(ask(contract, outcome, side))}"
    except DealError:
        return ""


def told(answer: Answer) -> str:
    """An answer in a few words."""
    if answer.status is None:
        return f"is {text_of(answer.value)}"
    if answer.status is Status.UNKNOWN:
        return "may be " + ", ".join(sorted(one.value for one in answer.possible))
    parts = [f"is {answer.status.value}{' late' if answer.late else ''}"]
    if answer.since is not None:
        parts.append(f"since {text_of(answer.since)}")
    if answer.due is not None:
        parts.append(f"due {text_of(answer.due)}")
    if answer.breach is not None:
        parts.append(f"breached {text_of(answer.breach)}")
    if answer.outstanding is not None:
        parts.append(f"outstanding {text_of(answer.outstanding)}")
    if answer.reason:
        parts.append(f"({answer.reason})")
    return ", ".join(parts)
