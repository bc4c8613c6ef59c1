"""From a text in force to a program: every name and citation bound, every kind checked, before any fact is read.

The result is plain immutable data in dependency order, together with everything that was found wrong. A text with
errors still gives a program, so that all of its errors can be told in one run; such a program is not evaluated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, field

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Waiver, newcomers, parties_after
from dealwright.calendar import NAMES
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.node import node
from dealwright.program import Cite, NormRule, Program, TermRule, core, parts_of
from dealwright.resolve.declaring import _declare
from dealwright.resolve.gates import day_borne, instrument
from dealwright.resolve.provenance import provisions, removed
from dealwright.resolve.scope import Scope, Table, around, near
from dealwright.resolve.succession import savings
from dealwright.resolve.symbols import Symbols, collect
from dealwright.resolve.terms import TermBinding
from dealwright.resolve.waivers import waiver_rules
from dealwright.text import Text
from dealwright.value import Money, is_currency

__all__ = ["Resolution", "resolve"]

_WEEKDAYS = "weekdays"


@node
class Resolution:
    """A program, and what was found wrong on the way to it."""

    program: Program
    problems: tuple[Diagnostic, ...]
    readings: tuple[m.Reading, ...]
    binding: TermBinding = field(repr=False, eq=False)

    def claim(self, written: e.Expression) -> tuple[Any, tuple[Diagnostic, ...]]:
        """A question about the contract, bound: a truth if it asks one, else a value; and what is wrong with it."""
        table = self.binding.table
        before = len(table.problems)
        scope = Scope(table, Cite(self.program.name, "", self.program.name), self.program.name)
        if self.binding.is_truth_meaning(written, scope) or self.binding.is_truth(written, scope):
            bound: Any = self.binding.truth(written, scope)
        else:
            bound, _ = self.binding.value(written, scope)
        found = tuple(table.problems[before:])
        del table.problems[before:]
        return bound, found


def resolve(
    text: Text,
    instruments: Sequence[m.Instrument],
    choices: Mapping[str, str],
    earlier: Sequence[Program] = (),
    waivers: Sequence[Waiver] = (),
) -> Resolution:
    """Bind a text in force.

    Args:
        text: The text.
        instruments: Every instrument loaded, in force or not.
        choices: The alternative chosen of each reading; its first where none is.
        earlier: The programs of the texts before it, oldest first: what was owed under them can still be asked about.
        waivers: What the instruments in force waive.

    Returns:
        The program and what was found wrong.
    """
    symbols = collect(text, tuple(instruments), choices)
    table = Table(symbols, "")
    table.programs = tuple(earlier)
    table.earlier = _earlier(earlier)
    table.earlier_terms = frozenset(name for program in earlier for name in program.terms)
    base = next((one for one in instruments if one.word in {"agreement", "rules"}), instruments[0])
    binding = TermBinding(table)
    table.amended = {
        one.name: setting.names[0]
        for one in instruments
        for setting in one.settings
        if isinstance(setting, m.Setting) and setting.word == "amends"
    }
    _parties(base, table)
    table.currency = _currency(base, table)
    _declare(table, binding)
    order = binding.in_order()
    terms = {symbol.key: binding.term(symbol) for symbol in order}
    norms = {symbol.key: binding.norm(symbol) for symbol in symbols.all_of("norm")}
    norms = _bring_down(norms, symbols, table, binding)
    for rule in norms.values():
        if rule.sort == "warranty" and not rule.made:
            table.problems.append(
                problem("R202", f"the warranty {echo(rule.name)} is never made", rule.cite.span, trail=rule.cite.trail,
                        help="say when: `made on 2031-03-01`")
            )  # fmt: skip
    rules = {one.name: instrument(one, base, table, binding, norms) for one in instruments if one is not base}
    _settings(base, table)
    calendar, assumed, calendar_readings = _calendar(base, symbols, table)
    months = next(
        (s.names[0] for s in base.settings if isinstance(s, m.Setting) and s.word == "months rounded"), "none"
    )
    program = Program(
        name=base.name,
        texts=tuple(body.instrument.name for body in text.bodies),
        dated=day_borne(base),
        parties=table.parties,
        third_parties=tuple(one.key for one in symbols.all_of("third party")),
        currency=table.currency or _sole_currency((*terms.values(), *norms.values())),
        calendar=calendar,
        calendar_assumed=assumed,
        calendar_readings=calendar_readings,
        months_rounded=months,
        events=table.events,
        inputs=table.inputs,
        terms=terms,
        norms=norms,
        instruments=rules,
        waivers=waiver_rules(waivers, table, binding),
        severable=symbols.severable,
        savings=savings(symbols, table),
        names=_names(symbols, norms, earlier),
        nodes=provisions(text),
        removed=removed(text),
        choices=dict(symbols.choices),
        identities={node.identity: around(text, node.identity) for node in text.nodes()},
    )
    found = tuple(dict.fromkeys((*symbols.problems, *table.problems)))
    return Resolution(program, found, tuple(symbols.readings.values()), binding)


def _earlier(programs: Sequence[Program]) -> dict[str, tuple[str, str, str, str]]:
    """The norms of earlier texts: name, sort, identity, and the identities around it."""
    return {
        key: (norm.name, norm.sort, norm.cite.identity, "\n".join(program.identities.get(norm.cite.identity, ())))
        for program in programs
        for key, norm in program.norms.items()
    }


def _parties(base: m.Instrument, table: Table) -> None:
    """The parties of the agreement: those it is between, else all that are declared."""
    between = next((s.actors for s in base.settings if isinstance(s, m.Setting) and s.word == "between"), None)
    declared = tuple(symbol.key for symbol in table.symbols.all_of("party"))
    scope = Scope(table, Cite(base.name, "", base.name), base.name)
    text = table.symbols.text
    in_force = [body.instrument for body in text.bodies]
    if between is None:
        brought = {name for body in (*text.bodies, *text.waiting) for name in newcomers(body.instrument)}
        at_first = [name for name in declared if name not in brought]
        table.parties = parties_after(at_first, base.name, in_force)
        return
    for name in between.names:
        if table.symbols.of(name, "party", "group") is None:
            scope.report(
                "N101",
                f"there is no party {echo(name)}",
                between.span,
                near(name, declared) or "declare it: `party Tenant`",
            )
    table.parties = parties_after(between.names, base.name, in_force)


def _sole_currency(rules: Iterable[TermRule | NormRule]) -> str:
    """The one currency of all amounts written out in some rules; empty if there are several, or none."""
    found = {
        part.value.currency
        for rule in rules
        for part in parts_of(rule)
        if isinstance(part, core.Const) and isinstance(part.value, Money)
    }
    return found.pop() if len(found) == 1 else ""


def _currency(base: m.Instrument, table: Table) -> str:
    """The currency of the agreement."""
    setting = next((s for s in base.settings if isinstance(s, m.Setting) and s.word == "currency"), None)
    if setting is None:
        return ""
    if not is_currency(setting.names[0]):
        scope = Scope(table, Cite(base.name, "", base.name), base.name)
        scope.report(
            "N202",
            f"there is no currency {echo(setting.names[0])}",
            setting.span,
            "currencies have ISO 4217 codes: `EUR`",
        )
    return setting.names[0]


_NOT_YET = {
    "time zone": "a time zone is not supported yet: days have no clock time",
    "rounded": "rounding in the heading is not supported yet: say it where a value is defined",
    "prevails over": "that an agreement prevails over what amends it is not supported yet",
}


def _settings(base: m.Instrument, table: Table) -> None:
    """Report settings of the agreement that the engine cannot follow yet."""
    scope = Scope(table, Cite(base.name, "", base.name), base.name)
    for setting in base.settings:
        if isinstance(setting, m.Setting) and setting.word in _NOT_YET:
            span = setting.span if setting.span.source.text else base.span
            scope.report("S209", _NOT_YET[setting.word], span)


def _calendar(base: m.Instrument, symbols: Symbols, table: Table) -> tuple[str, bool, tuple[str, ...]]:
    """The calendar of business days, whether it is only assumed, and the readings that chose it."""
    settings = [setting for setting in base.settings if isinstance(setting, m.CalendarSetting)]
    scope = Scope(table, Cite(base.name, "", base.name), base.name)
    for setting in settings:
        if setting.name not in NAMES:
            scope.report(
                "N201",
                f"there is no calendar {echo(setting.name)}",
                setting.span,
                near(setting.name, NAMES) or f"calendars are {', '.join(NAMES)}",
            )
    if symbols.calendars:
        name, reading = symbols.calendars[-1]
        if name not in NAMES:
            scope.report(
                "N201",
                f"there is no calendar {echo(name)}",
                symbols.readings[reading].span,
                f"calendars are {', '.join(NAMES)}",
            )
        return (name if name in NAMES else _WEEKDAYS), False, (reading,)
    known = [setting.name for setting in settings if setting.name in NAMES]
    return (known[-1], False, ()) if known else (_WEEKDAYS, True, ())


def _bring_down(
    norms: dict[str, NormRule], symbols: Symbols, table: Table, binding: TermBinding
) -> dict[str, NormRule]:
    """Warranties that are made again at further instants."""
    result = dict(norms)
    for item, cite, home in symbols.bring_downs:
        scope = Scope(table, cite, home)
        target_home = table.amended.get(home, home)
        excluded = {scope.locate(one, target_home) for one in _each_address(item.excepting, scope)}
        days = tuple((binding.instant(day, scope), home) for day in item.on)
        for address in _each_address(item.addresses, scope):
            identity = scope.locate(address, target_home)
            for symbol in scope.beneath(identity) if identity else ():
                if symbol.sort != "norm" or symbol.item.word != "warranty":
                    continue
                if excluded & set(around(symbols.text, symbol.cite.identity)):
                    continue
                rule = result[symbol.key]
                readings = tuple(sorted({*rule.cite.readings, *cite.readings}))
                written = (*rule.cite.written_by, (cite.instrument, cite.address))
                result[symbol.key] = evolve(
                    rule, made=(*rule.made, *days), reads=rule.reads | scope.reads,
                    cite=evolve(rule.cite, readings=readings, written_by=tuple(dict.fromkeys(written))),
                )  # fmt: skip
    return result


def _each_address(addresses: tuple[Any, ...], scope: Scope) -> list[e.Address]:
    """Addresses one by one, ranges spelled out by the numbers between."""
    found: list[e.Address] = []
    for one in addresses:
        if isinstance(one, e.Address):
            found.append(one)
            continue
        home = one.within.instrument or scope.home
        inside = scope.locate(one.within) if one.within.steps else home
        numbers = [
            node.number
            for node in scope.table.symbols.text.nodes()
            if node.unit == one.unit and inside in around(scope.table.symbols.text, node.identity)
        ]
        if one.first in numbers and one.last in numbers:
            between = numbers[numbers.index(one.first) : numbers.index(one.last) + 1]
            found.extend(e.Address(((one.unit, number), *one.within.steps), home, span=one.span) for number in between)
        else:
            scope.report("N103", f"there are no {one.unit}s {one.first} to {one.last} in {echo(home)}", one.span)
    return found


def _names(
    symbols: Symbols, norms: dict[str, NormRule], earlier: Sequence[Program]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """What a log or a question may name."""
    names: dict[str, list[tuple[str, str]]] = {}
    for program in earlier:
        for key, norm in program.norms.items():
            if key not in norms:
                names.setdefault(norm.name, []).append(("norm", key))
    for name, found in symbols.by_name.items():
        names.setdefault(name, []).extend((symbol.sort, symbol.key) for symbol in found)
    return {name: tuple(dict.fromkeys(pairs)) for name, pairs in names.items()}
