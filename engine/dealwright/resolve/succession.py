"""What an amendment carries over: the rules of the text before it that its own words name.

`continuing X` and `superseding X` name the norm whose place another takes, `saving X` what goes on as it stood. X is
looked for in the text as it was just before the instrument: there it must stand, and be of the kind that is asked.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo, with_article
from dealwright.program import Program, SavingRule
from dealwright.resolve.citations import CITED
from dealwright.resolve.scope import Scope, Table
from dealwright.resolve.symbols import Symbols


@frozen
class Live:
    """Something of the text before that may be carried: a norm, a condition, a limb of one."""

    sort: str
    key: str
    label: str = ""


def texts_before(scope: Scope) -> list[tuple[str, Program]]:
    """The text just before each instrument that wrote a provision or changed it, the latest first, with its name."""
    cite = scope.cite
    names = dict.fromkeys([*(name for name, _ in reversed(cite.written_by)), cite.instrument])
    found = []
    for name in names:
        before = next((one for one in reversed(scope.table.programs) if name not in one.texts), None)
        if before is not None:
            found.append((name, before))
    return found


def carried(target: Any, scope: Scope) -> tuple[tuple[Program, Live], ...]:
    """What is meant by the target of `continuing`, `superseding` or `saving`; nothing, and reported, if nothing is."""
    texts = texts_before(scope)
    for name, before in texts:
        found = _found(target, before, scope, scope.table.amended.get(name, scope.home))
        if found:
            return tuple((before, one) for one in found)
    if not texts:
        said = f"{echo(scope.cite.instrument)} amends no text, so nothing can be carried over"
        scope.report("A135", said, target.span, "move it into an amendment")
    else:
        said = f"{echo(target.span.words)} is no norm or condition of the text before {echo(texts[0][0])}"
        scope.report("A135", said, target.span)
    return ()


def _found(target: Any, before: Program, scope: Scope, home: str) -> tuple[Live, ...]:
    """The norms and conditions of a text that a target means."""
    match target:
        case e.Ref(name=name, labels=labels, argument=None, at=at):
            inside = "" if at is None else scope.locate(at, home)
            norms = [
                Live("norm", key) for key, one in before.norms.items() if one.name == name and _in(before, one, inside)
            ]
            term = before.terms.get(name)
            if norms or term is None or not term.condition or not _in(before, term, inside):
                return tuple(norms) if not labels else ()
            label = "".join(labels)
            return (Live("condition", name, label),) if not label or label in dict(term.limbs) else ()
        case e.Cited(word=word, address=address):
            inside = scope.locate(address, home)
            return tuple(
                Live("norm", key)
                for key, one in before.norms.items()
                if one.sort in CITED.get(word, ()) and _in(before, one, inside)
            )
        case e.Address():
            inside = scope.locate(target, home)
            rules = [("norm", key, one) for key, one in before.norms.items()]
            rules += [("condition", key, one) for key, one in before.terms.items() if one.condition]  # type: ignore[misc]
            return tuple(Live(sort, key) for sort, key, one in rules if inside and _in(before, one, inside))
        case _:
            return ()


def _in(program: Program, rule: Any, identity: str) -> bool:
    """Whether a rule stands in a provision, or below it; anywhere if none is named."""
    return not identity or identity in program.identities.get(rule.cite.identity, (rule.cite.identity,))


def succeeded(word: str, parts: tuple[Any, ...], sort: str, scope: Scope) -> tuple[str, ...]:
    """The norms whose place a norm takes, by `continuing` or `superseding`."""
    keys: list[str] = []
    for part in parts:
        if not isinstance(part, m.Continuing) or part.word != word:
            continue
        for before, one in carried(part.target, scope):
            theirs = before.norms[one.key].sort if one.sort == "norm" else "condition"
            if theirs != sort:
                said = f"{with_article(sort)} cannot take the place of {echo(part.target.span.words)}, which is {with_article(theirs)}"
                scope.report("A136", said, part.span)
                continue
            scope.reads.add(f"norm:{one.key}")
            keys.append(one.key)
    return tuple(keys)


def savings(symbols: Symbols, table: Table) -> tuple[SavingRule, ...]:
    """What the instruments of a text save of what they amend."""
    found: list[SavingRule] = []
    for item, cite, home in symbols.savings:
        scope = Scope(table, cite, home)
        for target in item.targets:
            found += [SavingRule(one.sort, one.key, one.label, cite) for _, one in carried(target, scope)]
    return tuple(found)
