"""Why a term stands as it does: a tree of reasons, each with the provision and the words it rests on.

The tree cites only what is in force on the day asked about. What an amendment took out of the text is explained by
the provision that took it out. Each term is told once; where it comes up again the tree points back. The readings at
its top are all that the answer leans on, each with the alternative that was taken.
"""

from __future__ import annotations

import difflib

from attrs import evolve

from dealwright.diagnostic import DealError, echo, problem
from dealwright.explain.norms import Norms
from dealwright.explain.reason import Reason
from dealwright.explain.ruling import rule_text
from dealwright.explain.saying import say
from dealwright.explain.telling import agreement, sentence, standing
from dealwright.outcome import Answer, Outcome
from dealwright.source import NOWHERE

__all__ = ["Reason", "agreement", "explain", "rule_text", "say", "sentence", "standing"]


def explain(outcome: Outcome, name: str) -> Reason:
    """Why a term stands as it does, and, if it does not stand, why not.

    Args:
        outcome: The answers of a day.
        name: A definition, condition or limb of one, norm or instance of one, event, input, instrument, or the name
            of the agreement.

    Returns:
        The tree of reasons.

    Raises:
        DealError: No term has this name.
    """
    grounds = Norms(outcome)
    answer = outcome.terms.get(name)
    if answer is not None:
        top = _answered(grounds, answer)
        return evolve(top, readings=grounds.readings(answer.readings))
    program = grounds.program
    if name in {program.name, "this agreement"}:
        return grounds.agreement()
    if name in program.events:
        return grounds.event(name)
    if name in program.inputs:
        return grounds.input(name)
    if name in program.instruments:
        return grounds.instrument(name)
    known = [*outcome.terms, *program.events, *program.inputs, *program.instruments, program.name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    raise DealError([
        problem("N101", f"nothing in the text in force is called {echo(name)}", NOWHERE,
                help=f"a term with a similar name exists: `{near[0]}`" if near else "")
    ])  # fmt: skip


def _answered(grounds: Norms, answer: Answer) -> Reason:
    """The reason for an answer."""
    rule = grounds.program.terms.get(answer.key)
    if rule is not None and answer.kind in {"definition", "condition"}:
        if answer.name == rule.name:
            return grounds.term(rule.key)
        label = answer.name.removeprefix(f"{rule.name} ")
        limb = dict(rule.limbs)[label]
        labels = {id(one): name for name, one in rule.limbs if name != label}
        cite, words = grounds.cite(rule), grounds.words(rule.cite)
        return Reason(sentence(answer), cite, words, say(limb), children=grounds.truths(limb, labels=labels))
    for one in grounds.world.of_norm(answer.key):
        norm = grounds.ev.rule_of(one)
        if grounds.answer(norm, one) is answer:
            return grounds.standing(norm, one)
    return grounds.norm(answer.key)
