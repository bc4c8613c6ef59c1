"""What matters in a contract: the days, lengths of time, amounts and numbers by which it decides anything."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from dealwright.log import Log
from dealwright.pipeline import Contract
from dealwright.program import Program, core, parts_of
from dealwright.value import Duration, Money

_SPARE: Final = date(2031, 1, 15)


@frozen
class Edges:
    """The days, lengths and amounts that matter to a contract.

    Attributes:
        days: Days that it names, and the day it bears, in order.
        lengths: Lengths of time by which it reckons.
        amounts: Amounts that it names or defines, in order.
        numbers: Numbers that it names.
        periods: Units of the periods for which it has duties or definitions.
        parties: All who are named in it.
    """

    days: tuple[date, ...]
    lengths: tuple[Duration, ...]
    amounts: tuple[Money, ...]
    numbers: tuple[Fraction, ...]
    periods: tuple[str, ...]
    parties: tuple[str, ...]


def programs(contract: Contract) -> tuple[Program, ...]:
    """The programs of a contract: as first written, and with each instrument in the order loaded."""
    return tuple(contract.program(texts) for texts in contract.stages)


def edges(contract: Contract) -> Edges:
    """The days, lengths and amounts that matter to a contract."""
    constants: list[Any] = []
    units: set[str] = set()
    for program in programs(contract):
        constants.append(program.dated)
        constants += [one.dated for one in program.instruments.values()]
        for rule in (*program.terms.values(), *program.norms.values()):
            each = getattr(rule, "each", None)
            if each is not None and each.sort == "period":
                units.add(each.name)
            constants += [node.value for node in parts_of(rule) if isinstance(node, core.Const)]
    written = min((one for one in constants if isinstance(one, date)), default=_SPARE)
    start = contract.program().dated or written
    constants += [answer.value for answer in contract.evaluate(Log(), start).terms.values()]
    days = {one for one in constants if isinstance(one, date)} | {written}
    lengths = {(one.count, one.unit): one for one in constants if isinstance(one, Duration)}
    amounts = {one for one in constants if isinstance(one, Money) and one.amount > 0}
    numbers = {one for one in constants if isinstance(one, Fraction)}
    return Edges(
        tuple(sorted(days)),
        tuple(lengths[key] for key in sorted(lengths)),
        tuple(sorted(amounts, key=lambda one: (one.currency, one.amount))),
        tuple(sorted(numbers)),
        tuple(sorted(units)),
        tuple(
            dict.fromkeys(one for program in programs(contract) for one in (*program.parties, *program.third_parties))
        ),
    )
