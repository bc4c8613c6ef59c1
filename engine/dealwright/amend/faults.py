"""What is wrong with a set of instruments before any of them is carried out.

An amendment must have what it amends beside it, only once, and no chain of amendments may lead back to its start. What
the instruments declare is one vocabulary: the same event may be declared by two of them, in the same words only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealwright import model as m
from dealwright.amend.orders import amended, operations, out_of_place
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.text import DECLARATIONS, Body, Declaration, Element, Node, Placed, Text, body_of, declared_name, items


def faults(instruments: Sequence[m.Instrument], in_force: Sequence[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Everything wrong with how some instruments fit together, each with the name of the one that is at fault.

    A remark that stops nothing has no such name.
    """
    known: dict[str, m.Instrument] = {}
    for instrument in instruments:
        name = instrument.name
        other = known.setdefault(name, instrument)
        if other is not instrument:
            yield name, problem("A106", f"{echo(name)} is there twice", instrument.span,
                                also=(Place(other.span, "the other one"),))  # fmt: skip
        elif tuple(in_force).count(name) > 1 and sum(one.name == name for one in instruments) == 1:
            yield name, problem("A106", f"{echo(name)} is put in twice", instrument.span)
        yield from ((name, found) for found in out_of_place(instrument))
    for instrument in instruments:
        missing = [name for name in amended(instrument) if name not in known]
        if missing and len(missing) < len(amended(instrument)):
            yield "", _left_out(instrument, missing)
            continue
        for name in missing:
            said = f"{echo(instrument.name)} amends {echo(name)}, which is not at hand"
            yield instrument.name, problem("A105", said, instrument.span,
                                           help="name the file of the instrument that it amends, too")  # fmt: skip
    yield from _circles(known)


def _left_out(instrument: m.Instrument, missing: Sequence[str]) -> Diagnostic:
    """That an instrument also amends what is not at hand."""
    said = f"{echo(instrument.name)} also amends {' and '.join(map(echo, missing))}, which is not at hand"
    return problem("A127", said, instrument.span, help="what it does there is left out here")


def _circles(known: dict[str, m.Instrument]) -> Iterator[tuple[str, Diagnostic]]:
    """Chains of amendments that lead back to their start, each told once."""
    told: set[str] = set()
    for name, instrument in known.items():
        way = _way_back(name, known)
        if way and name not in told:
            told.update(way)
            yield name, problem("A111", f"{echo(name)} amends itself in the end", instrument.span,
                                also=tuple(Place(known[other].span, "amends the next") for other in way[1:]),
                                notes=(" amends ".join((*way, name)),))  # fmt: skip


def _way_back(name: str, known: dict[str, m.Instrument]) -> tuple[str, ...]:
    """A chain of amendments from an instrument to itself; empty if there is none."""
    pending: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    while pending:
        way = pending.pop()
        for other in amended(known[way[-1]]):
            if other == name:
                return way
            if other in known and other not in seen:
                seen.add(other)
                pending.append((*way, other))
    return ()


def vocabulary(text: Text, instruments: Sequence[m.Instrument]) -> tuple[tuple[Placed, ...], tuple[Diagnostic, ...]]:
    """What a log may speak of, and where instruments differ on it.

    Args:
        text: The text in force, where declarations are shown if they still stand.
        instruments: Every instrument at hand.
    """
    standing = {placed.item: placed for body in text.bodies for placed in items(body)
                if isinstance(placed.item, DECLARATIONS)}  # fmt: skip
    first: dict[str, tuple[Declaration, str]] = {}
    found: list[Placed] = []
    problems: list[Diagnostic] = []
    for instrument in instruments:
        for placed, declared in _declared(instrument):
            name = declared_name(declared)
            other, where = first.setdefault(name, (declared, instrument.name))
            if other is declared or (other != declared and where == instrument.name):
                found.append(standing.get(declared, placed))
            elif other != declared:
                said = f"{echo(instrument.name)} declares {echo(name)} otherwise than {echo(where)}"
                also = (Place(other.span, f"as {where} declares it"),)
                problems.append(problem("N107", said, declared.span, also=also, trail=(instrument.name,)))
    return tuple(found), tuple(problems)


def _declared(instrument: m.Instrument) -> Iterator[tuple[Placed, Declaration]]:
    """The declarations of an instrument as written, those that its operations put into other texts too."""
    body = body_of(instrument)
    pending: list[tuple[Element, Node | None]] = [(item, None) for item in reversed(body.content)]
    while pending:
        item, around = pending.pop()
        if isinstance(item, Node):
            pending.extend((inner, item) for inner in reversed(item.content))
        elif isinstance(item, DECLARATIONS):
            yield Placed(item, around, body), item
    for operation, _ in operations(instrument.items):
        for declared in _put_in(operation, body):
            yield Placed(declared, None, body), declared


def _put_in(operation: m.Operation, body: Body) -> Iterator[Declaration]:
    """The declarations that an operation puts into another text."""
    del body
    pending = list(reversed(operation.items)) if isinstance(operation, m.Replace | m.Insert) else []
    while pending:
        item = pending.pop()
        if isinstance(item, m.Provision):
            pending.extend(reversed(item.items))
        elif isinstance(item, DECLARATIONS):
            yield item
