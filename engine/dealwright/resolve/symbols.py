"""What every name in a text stands for.

A text in force is gone through once: every party, event, attribute, choice, input, definition, condition, norm,
reading and instrument is noted under its name, with the provision it stands in. Of a reading only the chosen
alternative counts. Facts are vocabulary and outlast the provision that declares them; rules count while their
provision stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.node import node
from dealwright.program import Cite
from dealwright.text import Body, Node, Placed, Text


@node
class Symbol:
    """One thing that a name stands for.

    Attributes:
        sort: `party`, `third party`, `event`, `input`, `term`, `condition`, `norm`, `reading`, `instrument`,
            `record`, `unit`,
            `group`, `table`.
        name: The name.
        key: The key under which a program holds it.
        item: What was written.
        cite: Where it stands.
        home: The instrument in whose words it stands.
    """

    sort: str
    name: str
    key: str
    item: Any
    cite: Cite
    home: str

    @property
    def said(self) -> str:
        """Its sort in words: `an event`, `a norm`."""
        return f"{'an' if self.sort[0] in 'ei' else 'a'} {self.sort}"

    @property
    def is_agreement(self) -> bool:
        """Whether it is the agreement itself, which is in force from the start."""
        return self.sort == "instrument" and self.item.word in {"agreement", "rules"}


@define
class Symbols:
    """All names of one text in force."""

    text: Text
    by_name: dict[str, list[Symbol]] = field(factory=dict)
    redirects: list[tuple[m.ReadAs, str, Cite]] = field(factory=list)
    calendars: list[tuple[str, str]] = field(factory=list)
    notices: list[tuple[m.NoticeRule, Cite, str]] = field(factory=list)
    bring_downs: list[tuple[m.BringDown, Cite, str]] = field(factory=list)
    savings: list[tuple[m.Saving, Cite, str]] = field(factory=list)
    severable: bool = False
    choices: dict[str, str] = field(factory=dict)
    readings: dict[str, m.Reading] = field(factory=dict)
    problems: list[Diagnostic] = field(factory=list)

    def add(self, symbol: Symbol) -> None:
        """Note a name; one that is taken by something else is reported, with both places."""
        known = self.by_name.setdefault(symbol.name, [])
        for other in known:
            if other.item == symbol.item and other.sort == symbol.sort and symbol.sort in _FACTS:
                return
            code = "N107" if symbol.sort in _FACTS and other.sort == symbol.sort else "N102"
            self.problems.append(
                problem(
                    code,
                    f"{echo(symbol.name)} is declared twice",
                    symbol.item.span,
                    also=(Place(other.item.span, "the other declaration", other.cite.trail),),
                    trail=symbol.cite.trail,
                )
            )
            return
        known.append(symbol)

    def of(self, name: str, *sorts: str) -> Symbol | None:
        """What a name stands for, among some sorts."""
        for symbol in self.by_name.get(name, ()):
            if not sorts or symbol.sort in sorts:
                return symbol
        return None

    def all_of(self, *sorts: str) -> list[Symbol]:
        """Everything of some sorts, in order."""
        return [symbol for symbols in self.by_name.values() for symbol in symbols if symbol.sort in sorts]


_FACTS = frozenset({"party", "third party", "group", "event", "input", "record", "unit"})


def cite_of(text: Text, body: Body, node: Node | None, readings: tuple[str, ...], item: Any) -> Cite:
    """Where a rule stands."""
    if node is None:
        name = body.instrument.name
        return Cite(name, "", name, ((name, ""),), (name,), readings, item.span)
    written = tuple((origin.instrument or "a court", origin.address) for origin in node.origins)
    try:
        address, trail = text.address_of(node), text.trail(node)
    except KeyError:  # it is declared by an instrument that is not in force
        address, trail = node.name, (node.instrument, node.title)
    return Cite(node.instrument, address, node.identity, written, trail, readings, item.span)


def collect(text: Text, instruments: tuple[m.Instrument, ...], choices: Mapping[str, str]) -> Symbols:
    """Go through a text in force.

    Args:
        text: The text.
        instruments: Every instrument loaded, in force or not.
        choices: The alternative chosen of each reading; the first where none is.
    """
    symbols = Symbols(text)
    for instrument in instruments:
        cite = Cite(instrument.name, "", instrument.name, span=instrument.span)
        symbols.add(Symbol("instrument", instrument.name, instrument.name, instrument, cite, instrument.name))
    for placed in text.vocabulary:
        _place(symbols, placed, (), choices, facts=True)
    for placed in text.rules():
        _place(symbols, placed, (), choices, facts=False)
    for name, label in choices.items():
        known = symbols.readings.get(name)
        if known is not None and label not in {alternative.label for alternative in known.alternatives}:
            symbols.problems.append(
                problem("N101", f"the reading {echo(name)} has no alternative {echo(label)}", known.span)
            )
    return symbols


def _place(
    symbols: Symbols, placed: Placed, readings: tuple[str, ...], choices: Mapping[str, str], *, facts: bool
) -> None:
    """Note one item, and what stands in it."""
    item = placed.item
    node = placed.node
    body = placed.body
    text = symbols.text
    home = written_in(node, body)

    def note(sort: str, name: str, key: str) -> None:
        symbols.add(Symbol(sort, name, key, item, cite_of(text, body, node, readings, item), home))

    match item:
        case m.Party():
            sort = {"group": "group", "third party": "third party"}.get(item.role, "party")
            note(sort, item.name, item.name)
        case m.Event() | m.PaymentEvent():
            note("event", item.name, item.name)
        case m.Input():
            note("input", item.field.name, item.field.name)
        case m.Record():
            note("record", item.name, item.name)
        case m.Unit():
            note("unit", item.name, item.name)
        case _ if facts:
            return
        case m.Definition():
            note("term", item.name, item.name)
        case m.Condition():
            note("condition", item.name, item.name)
        case m.Table():
            for column in item.columns:
                note("table", column, column)
        case m.Norm():
            identity = node.identity if node is not None else body.instrument.name
            note("norm", item.name, f"{identity} / {item.name}")
        case m.Reading():
            _read(symbols, placed, item, readings, choices)
        case m.NoticeRule():
            symbols.notices.append((item, cite_of(text, body, node, readings, item), home))
        case m.BringDown():
            symbols.bring_downs.append((item, cite_of(text, body, node, readings, item), home))
        case m.Saving():
            symbols.savings.append((item, cite_of(text, body, node, readings, item), home))
        case m.Severable():
            symbols.severable = True
        case _:
            return


def _read(
    symbols: Symbols, placed: Placed, reading: m.Reading, readings: tuple[str, ...], choices: Mapping[str, str]
) -> None:
    """Note the chosen alternative of a reading."""
    cite = cite_of(symbols.text, placed.body, placed.node, readings, reading)
    home = written_in(placed.node, placed.body)
    symbols.add(Symbol("reading", reading.name, reading.name, reading, cite, home))
    symbols.readings[reading.name] = reading
    wanted = choices.get(reading.name, reading.alternatives[0].label)
    chosen = next((one for one in reading.alternatives if one.label == wanted), reading.alternatives[0])
    symbols.choices[reading.name] = chosen.label
    inner = (*readings, reading.name)
    for item in chosen.items:
        if isinstance(item, m.ReadAs):
            symbols.redirects.append((item, home, cite_of(symbols.text, placed.body, placed.node, inner, item)))
        elif isinstance(item, m.CalendarSetting):
            symbols.calendars.append((item.name, reading.name))
        else:
            _place(symbols, Placed(item, placed.node, placed.body), inner, choices, facts=False)


def written_in(node: Node | None, body: Body) -> str:
    """The instrument in which a bare address is looked for: the one whose text the rule is part of."""
    return body.instrument.name if node is None else node.instrument
