"""How an instrument takes effect: what the amendment clause asks of it, and what it says itself.

The clause is the agreement's: who must sign, or `amended when` and any condition, in which `the Amendment` is the
instrument in question. A waiver needs, where the agreement has no such clause, those for whose good it waives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import amended, newcomers, operations, parties_after
from dealwright.diagnostic import echo
from dealwright.program import Cite, InstrumentRule, NormRule
from dealwright.program.core import Core
from dealwright.resolve.beneficiaries import beneficiaries
from dealwright.resolve.scope import Scope, Table
from dealwright.resolve.terms import TermBinding
from dealwright.write import expression

_OWN = ("effective on", "effective as of", "effective when", "effective first day when", "expires")
_WHENS = ("effective when", "effective first day when")


def instrument(
    item: m.Instrument, base: m.Instrument, table: Table, binding: TermBinding, norms: Mapping[str, NormRule]
) -> InstrumentRule:
    """How an instrument takes effect, as far as the text in force says it."""
    settings = {one.word: one for one in item.settings if isinstance(one, m.Setting)}
    clause = {one.word: one for one in base.settings if isinstance(one, m.Setting)}
    own = Scope(table, Cite(item.name, "", item.name), item.name)
    found: dict[str, Any] = {}
    if item.name in {body.instrument.name for body in table.symbols.text.bodies}:
        for word, part in (("effective on", "on"), ("effective as of", "as_of"), ("expires", "expires")):
            if word in settings:
                found[part] = binding.instant(settings[word].value, own)
        found["when"] = tuple(
            bound for word in _WHENS if word in settings for bound in _parts(settings[word].value, own, binding)
        )
        found["first_business_day"] = "effective first day when" in settings
    for name in settings["prevails over"].names if "prevails over" in settings else ():
        if table.symbols.of(name, "instrument") is None and name != base.name:
            own.report("N101", f"there is no instrument {echo(name)}", item.span)
    judged = Scope(table, Cite(base.name, "", base.name), base.name, amendment=item.name)
    gate = clause.get("amended when")
    return InstrumentRule(
        item.name,
        item.word,
        day_borne(item),
        _signers(item, base, clause, table, norms),
        tuple(name for name in amended(item) if name != base.name and table.symbols.of(name, "instrument")),
        () if gate is None else tuple(_parts(gate.value, judged, binding)),
        conditional=gate is not None or any(word in settings for word in _OWN),
        restates=any(
            isinstance(operation, m.Replace) and operation.restated and operation.targets == (e.Address(),)
            for operation, _ in operations(item.items)
        ),
        reaches=_written(settings.get("effective as of")),
        settled=(_written(settings["in effect"]) or day_borne(base) or date.min) if "in effect" in settings else None,
        words=tuple(
            (part, said(settings[word].value))
            for word, part in (("effective on", "on"), ("expires", "expires"))
            if word in settings
        ),
        span=item.span,
        **found,
    )


def day_borne(item: m.Instrument) -> Any:
    """The day that an instrument bears, if any."""
    return _written(next((s for s in item.settings if isinstance(s, m.Setting) and s.word == "dated"), None))


def _written(setting: m.Setting | None) -> Any:
    """The day of a setting, if one is written out."""
    return setting.value.value if setting is not None and isinstance(setting.value, e.Literal) else None


def _signers(
    item: m.Instrument,
    base: m.Instrument,
    clause: dict[str, m.Setting],
    table: Table,
    norms: Mapping[str, NormRule],
) -> tuple[str, ...]:
    """Who must sign an instrument: those of the amendment clause, and those whom it brings in.

    They are those whom the clause names, or who stepped into their place; else all parties, unless it asks for
    something else, or the instrument only waives: then those for whose good the rules are that it waives.
    """
    in_force = [body.instrument for body in table.symbols.text.bodies]
    joining = [name for name in newcomers(item) if table.symbols.of(name, "party")]
    actors = clause["amended by"].actors if "amended by" in clause else None
    if actors and actors.names:
        wanted = parties_after(actors.names, base.name, in_force, joined=False)
    elif "amended when" in clause and "amended by" not in clause:
        wanted = ()
    else:
        wanted = (() if "amended by" in clause else beneficiaries(item, table, norms)) or tuple(table.parties)
    return tuple(dict.fromkeys((*wanted, *joining)))


def _parts(condition: Any, scope: Scope, binding: TermBinding) -> Iterator[tuple[str, Core]]:
    """The parts of a condition that must all hold, each in words."""
    if isinstance(condition, e.Limbs) and condition.quantifier == "all":
        for limb in condition.limbs:
            yield from _parts(limb.content, scope, binding)
    elif isinstance(condition, e.And):
        for item in condition.items:
            yield from _parts(item, scope, binding)
    else:
        yield said(condition), binding.truth(condition, scope)


def said(condition: Any) -> str:
    """A condition in words, on one line."""
    if not isinstance(condition, e.Limbs):
        return " ".join(expression(condition).split())
    word = f"at least {condition.count}" if condition.quantifier == "at least" else condition.quantifier
    return f"{word} of {'; '.join(f'{limb.label} {said(limb.content)}' for limb in condition.limbs)}"
