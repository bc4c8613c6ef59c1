"""What a rule does, in the words of the language: a definition on one line, a norm with its modifiers below it.

It is read off the rule itself and not off the file, so that a rule that an amendment changed in part is shown as it is
now. Two texts are compared by these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dealwright.explain.saying import name_of, say
from dealwright.program import ActRule, Each, NormRule, TermRule, core

_MODAL: Final = {
    "duty": "must",
    "prohibition": "must not",
    "permission": "may",
    "power": "may",
}
_EFFECTS: Final = {"terminates": "terminates", "closes": "closes", "ends": "ends", "resumes": "resumes",
                   "suspended": "is suspended", "discharged": "is discharged", "due": "becomes due"}  # fmt: skip


def rule_text(rule: TermRule | NormRule) -> str:
    """A rule in the words of the language, in lines."""
    return "\n".join(_term(rule) if isinstance(rule, TermRule) else _norm(rule))


def _term(rule: TermRule) -> Iterator[str]:
    """A definition or a condition."""
    word = "condition " if rule.condition else ""
    each = f" for each {rule.each.name}" if rule.each is not None else ""
    body = rule.body.of if isinstance(rule.body, core.Waivable) else rule.body
    labels = {id(limb): label for label, limb in rule.limbs}
    items = _limbs(body)
    if rule.limbs and items and all(id(item) in labels for item in items):
        yield f"{word}{rule.name}{each} means {_junction(body)}"
        for item in items:
            yield f"    {labels[id(item)]} {say(item)}"
        return
    yield f"{word}{rule.name}{each} means {say(body)}"


def _limbs(body: core.Core) -> tuple[core.Core, ...]:
    """The limbs of a list, if it is one."""
    inner = body.of if isinstance(body, core.Not) else body
    return inner.items if isinstance(inner, core.AllOf | core.AnyOf | core.AtLeast | core.ExactlyOne) else ()


def _junction(body: core.Core) -> str:
    """How the limbs of a list are joined."""
    match body:
        case core.Not():
            return "none of"
        case core.AnyOf():
            return "any of"
        case core.AtLeast(count=count):
            return f"at least {count} of"
        case core.ExactlyOne():
            return "exactly one of"
        case _:
            return "all of"


def _norm(rule: NormRule) -> Iterator[str]:
    """A norm with its modifiers."""
    yield head_of(rule)
    if rule.each is not None:
        yield f"    {_each(rule.each)}"
    for limb, what in rule.act.limbs:
        yield f"    {limb} {say(what)}"
    for limit in rule.limits:
        yield f"    {limit.word} {say(limit.day)}"
    for bound in rule.not_before:
        yield f"    not before {say(bound)}"
    if rule.start is not None:
        yield f"    from {say(rule.start)}"
    for end in rule.end:
        yield f"    until {say(end)}"
    if rule.when is not None:
        yield f"    when {say(rule.when)}"
    if rule.while_ is not None:
        yield f"    while {say(rule.while_)}"
    yield from _performance(rule)
    if rule.made:
        yield f"    made on {', '.join(say(day) for day, _ in rule.made)}"


def _performance(rule: NormRule) -> Iterator[str]:
    """What performs a norm, what follows if nothing does, and what it takes the place of."""
    for event, where in rule.performed_by:
        yield f"    performed by {event}{'' if where is None else f' where {say(where)}'}"
    if rule.performed_when is not None:
        yield f"    performed when {say(rule.performed_when)}"
    if rule.cured_when is not None:
        yield f"    cured when {say(rule.cured_when)}"
    for party, unless in rule.answered_by:
        yield f"    answered for by {party}{'' if unless is None else f' unless {say(unless)}'}"
    if rule.interest is not None:
        yield f"    interest at {say(rule.interest.rate)} a {rule.interest.period} on {rule.interest.convention}"
    if rule.form is not None:
        signers = f" signed by {' and '.join(rule.form.signers)}" if rule.form.signers else ""
        yield f"    by {rule.form.word}{signers}{f' under {rule.form.cite}' if rule.form.cite else ''}"
    if rule.superseding:
        yield f"    superseding {', '.join(map(name_of, rule.superseding))}"
    if rule.retroactive is not None:
        yield f"    retroactive to {say(rule.retroactive)}"
    if rule.continuing:
        yield f"    continuing {', '.join(map(name_of, rule.continuing))}"
    if rule.time_added:
        yield "    time is added"


def _each(each: Each) -> str:
    """What a norm is made afresh for."""
    start = f" from {say(each.start)}" if each.start is not None else ""
    end = f" {'to' if each.sort == 'number' else 'until'} {say(each.end)}" if each.end is not None else ""
    where = f" where {say(each.where)}" if each.where is not None else ""
    return f"for each {each.name}{start}{end}{where}"


def head_of(rule: NormRule) -> str:
    """Who must, may or must not do what: `Tenant must pay Monthly Rent to Landlord`."""
    if rule.sort == "effect":
        return f"effect {rule.name}: {_effect(rule.act)}"
    actors = (" and " if rule.joined == "and" else " or ").join(rule.actors) or "anyone"
    each = " each" if rule.split else " jointly" if rule.joint else ""
    if rule.sort == "warranty":
        return f"warranty {rule.name}: {actors} warrants{_to(rule.act)}"
    return f"{rule.sort} {rule.name}: {actors} {_MODAL[rule.sort]}{each} {act_of(rule.act)}"


def act_of(act: ActRule) -> str:
    """What is done."""
    match act.verb:
        case "pay":
            return f"pay {say(act.amount)}{_to(act)}"
        case "cause":
            return f"cause {act.event}{'' if act.where is None else f' where {say(act.where)}'}"
        case "deliver" | "notify":
            return f"{'deliver' if act.verb == 'deliver' else 'give notice of'} {_quoted(act.words)}{_to(act)}"
        case "do":
            return _quoted(act.words)
        case "elect":
            return f"elect {_quoted(act.words)}"
        case "extend":
            by = f" by {say(act.by)}" if act.by is not None else ""
            return f"extend {_targets(act)}{by}{f' to {say(act.until)}' if act.until is not None else ''}"
        case verb:
            return f"{verb} {_targets(act)}"


def _effect(act: ActRule) -> str:
    """What happens by itself."""
    if act.verb == "passes":
        return f"{_quoted(act.words)} passes{_to(act)}"
    if act.verb in _EFFECTS:
        return f"{_targets(act)} {_EFFECTS[act.verb]}"
    return _quoted(act.words)


def _targets(act: ActRule) -> str:
    """The norms that are changed, or the agreement."""
    return ", ".join(name_of(key) for key in act.targets) or "this agreement"


def _to(act: ActRule) -> str:
    """To whom."""
    return f" to {' or '.join(act.receivers)}" if act.receivers else ""


def _quoted(words: str) -> str:
    """Words with quotation marks, once."""
    return words if words.startswith('"') else f'"{words}"'
