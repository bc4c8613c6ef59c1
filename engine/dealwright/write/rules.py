"""Facts, definitions, conditions and tables as lines.

What a term means stands on the line of the term if it fits there, and on lines of its own below if it does not, or if
it is a list of limbs, a row of cases or a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealwright import expression as e
from dealwright import model as m
from dealwright.write.addresses import address
from dealwright.write.expressions import Rank, expression, rounding
from dealwright.write.lines import WIDTH, Lines, below, joined
from dealwright.write.literals import quoted


def long_form(words: str) -> str:
    """The quoted form after a name, if there is one."""
    return quoted(words) if words else ""


def actors(node: m.Actors) -> str:
    """`Landlord`, `Landlord and Tenant`, `either party`, `each Member`."""
    if not node.names:
        return "either party"
    each = "each " if node.manner == "each" else ""
    return f" {node.joined} ".join(each + name for name in node.names)


def scope(node: m.Scope | None) -> str:
    """`for each month from Handover until 2036-03-01`."""
    if node is None:
        return ""
    start = "" if node.start is None else f"from {_bound(node.start, node)}"
    end = "" if node.end is None else f"{'until' if node.period else 'to'} {_bound(node.end, node)}"
    where = "" if node.where is None else f"where {expression(node.where)}"
    return joined("for each", node.name, start, end, where)


def _bound(node: e.Expression, each: m.Scope) -> str:
    return expression(node, Rank.TEMPORAL if each.period else Rank.SUM)


# ---------------------------------------------------------------- facts


def event(node: m.Event) -> Lines:
    """An event; its attributes on its line while there are few."""
    by = "" if node.by is None else f"by {actors(node.by)}"
    start = joined("event", node.name, long_form(node.long), by)
    fields = [field(each) for each in node.fields]
    line = joined(start, "with" if fields else "", ", ".join(fields))
    if len(line) <= WIDTH:
        return [line]
    return [start, *below(fields)]


def payment_event(node: m.PaymentEvent) -> Lines:
    """An event that moves money."""
    by = "" if node.by is None else f"by {actors(node.by)}"
    to = "" if node.to is None else f"to {actors(node.to)}"
    return [joined("payment", node.name, long_form(node.long), by, to)]


def field(node: m.Field) -> str:
    """An attribute or an input: its name, its kind, its bounds."""
    least = "" if node.least is None else f"at least {expression(node.least, Rank.SUM)}"
    both = "and " if least else ""
    most = "" if node.most is None else f"{both}at most {expression(node.most, Rank.SUM)}"
    usual = "" if node.normally is None else f"normally {expression(node.normally, Rank.SUM)}"
    name = joined(node.name, long_form(node.long), scope(node.each))
    return joined(f"{name}:", kind(node.kind), least, most, usual)


def kind(node: m.KindWord) -> str:
    """`money`, `list of Unit`, `Gas / Heat Pump`."""
    word = " / ".join(node.names) if node.names else node.word
    return f"list of {word}" if node.many else word


def record(node: m.Record) -> Lines:
    """A kind of thing with its fields and definitions."""
    lines = (definition(each) if isinstance(each, m.Definition) else [field(each)] for each in node.fields)
    return [f"record {node.name}", *below(*lines)]


# ---------------------------------------------------------------- definitions


def definition(node: m.Definition) -> Lines:
    """A term and what it means."""
    start = joined(node.name, long_form(node.long), scope(node.each), "means")
    rounded = [] if node.rounding is None else [rounding_line(node.rounding)]
    return _meaning(start, node.meaning, [*_exceptions(node.exceptions), *map(priority, node.priorities), *rounded])


def condition(node: m.Condition) -> Lines:
    """A definition with a status."""
    benefit = "" if node.benefit is None else f"for the benefit of {actors(node.benefit)}"
    start = joined("condition", node.name, long_form(node.long), benefit) + ":"
    return _meaning(start, node.meaning, [*_exceptions(node.exceptions), *map(priority, node.priorities)])


def table(node: m.Table) -> Lines:
    """Several terms found by one key."""
    by = joined("slices of" if node.slices else "", expression(node.by, Rank.SUM))
    return [f"table {node.name} by {by} gives {', '.join(node.columns)}", *below(map(row, node.rows))]


def row(node: e.Row) -> str:
    """`above €600,000: 4%, €6,000`."""
    values = ", ".join(expression(value, Rank.SUM) for value in node.values)
    if node.key is None:
        return f"otherwise: {values}"
    return f"{joined('' if node.bound == 'exact' else node.bound, expression(node.key, Rank.SUM))}: {values}"


def tail(start: str, node: e.Expression) -> Lines:
    """A truth after a word such as `when`: on its line, or as a labelled list below it."""
    if isinstance(node, e.Limbs):
        return limbs(start, node)
    return [f"{start} {expression(node)}"]


def limbs(start: str, node: e.Limbs, last: Iterable[str] = ()) -> Lines:
    """A labelled list, and lines that qualify the whole of it."""
    count = str(node.count) if node.quantifier == "at least" else ""
    return [joined(start, node.quantifier, count, "of"), *below(*map(_limb, node.limbs), last)]


def _limb(node: e.Limb) -> Lines:
    return tail(node.label, node.content)


def rounding_line(node: m.Rounding) -> str:
    """`rounded half up to cents`."""
    return rounding(node.mode, node.to, node.step)


def priority(node: m.Priority) -> str:
    """`subject to section 4`."""
    return f"{node.word} {'everything' if node.address is None else address(node.address)}"


def exception(node: m.Exception_) -> Lines:
    """`except Small Unit when Heating is Gas: €40`, and its own exceptions below."""
    value = "" if node.value is None else f": {expression(node.value)}"
    line = f"{joined('except', node.label, 'when', expression(node.condition))}{value}"
    return [line, *below(_exceptions(node.exceptions))]


def _exceptions(nodes: Sequence[m.Exception_]) -> Lines:
    return [line for node in nodes for line in exception(node)]


def _meaning(start: str, node: e.Expression, qualified: Lines) -> Lines:
    match node:
        case e.Limbs():
            return limbs(start, node, qualified)
        case e.Cases(cases=cases):
            return [start, *below(map(_case, cases), qualified)]
        case e.Lookup():
            by = joined("slices of" if node.slices else "", expression(node.by, Rank.SUM))
            return [f"{start} by {by}", *below(map(row, node.rows))]
        case _:
            line = f"{start} {expression(node)}"
            if len(line) <= WIDTH:
                return [line, *below(qualified)]
            return [start, *below([expression(node)], qualified)]


def _case(node: e.Case) -> str:
    if node.condition is None:
        return f"otherwise {expression(node.value)}"
    return f"{expression(node.value)} when {expression(node.condition)}"
