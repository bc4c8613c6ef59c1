"""What a rule sees while it is bound: where it stands, what it is made for, and what it has been found to read."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from dealwright import expression as e
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.program import Cite, EventRule, InputRule, InstrumentRule, Kind, Program, core
from dealwright.resolve.symbols import Symbol, Symbols
from dealwright.source import Span
from dealwright.text import Body, Gone, Missing, Node, Placed, Several, Text, spoken

ANY = Kind("any")
YES_NO = Kind("yes/no")
NUMBER = Kind("number")
DATE = Kind("date")
DURATION = Kind("duration")
PERIOD = Kind("period")
TEXT = Kind("text")
PARTY = Kind("party")


@define
class Table:
    """Everything bound so far: what the whole text shares.

    Attributes:
        symbols: What every name stands for.
        currency: The currency of the agreement, or empty.
        events: Events by key.
        inputs: Inputs and questions by key; questions are added as they are met.
        term_kinds: The kinds of the terms bound so far.
        term_each: The index sort of each indexed term.
        norm_of: Norms by key: the symbol, its sort word and whether it pays.
        earlier: Norms of the earlier text by key: name, sort and identity.
        earlier_terms: The definitions and conditions of earlier texts.
        programs: The programs of earlier texts, oldest first.
        problems: What was found wrong.
    """

    symbols: Symbols
    currency: str
    parties: tuple[str, ...] = ()
    instruments: dict[str, InstrumentRule] = field(factory=dict)
    amended: dict[str, str] = field(factory=dict)
    events: dict[str, EventRule] = field(factory=dict)
    inputs: dict[str, InputRule] = field(factory=dict)
    term_kinds: dict[str, Kind] = field(factory=dict)
    term_each: dict[str, str] = field(factory=dict)
    earlier: dict[str, tuple[str, str, str, str]] = field(factory=dict)
    earlier_terms: frozenset[str] = frozenset()
    programs: tuple[Program, ...] = ()
    problems: list[Diagnostic] = field(factory=list)


@define
class Scope:
    """One rule being bound.

    Attributes:
        table: What the whole text shares.
        cite: Where the rule stands.
        home: Where its bare addresses are looked for.
        event: The event in view, whose attributes are bare names.
        outer_event: Inside a `where`, the event that the rule is made afresh for.
        period: The period unit in view.
        number: The name of the number in view.
        amendment: The instrument of which an amendment clause is asked.
        reads: What the rule reads.
        readings: Readings that its citations lean on.
        timed: Whether it can change with the day alone.
    """

    table: Table
    cite: Cite
    home: str
    event: str = ""
    outer_event: str = ""
    period: str = ""
    number: str = ""
    amendment: str = ""
    reads: set[str] = field(factory=set)
    readings: set[str] = field(factory=set)
    timed: bool = False

    def report(self, code: str, message: str, span: Span, advice: str = "", also: tuple[Place, ...] = ()) -> None:
        """Note something wrong."""
        self.table.problems.append(problem(code, message, span, also=also, help=advice, trail=self.cite.trail))

    def inside(self, event: str) -> Scope:
        """The scope inside `where`, in which the attributes of an event are bare names."""
        inner = Scope(self.table, self.cite, self.home, event, self.outer_event or self.event, self.period, self.number,
                      self.amendment)  # fmt: skip
        inner.reads, inner.readings = self.reads, self.readings
        return inner

    def occurrence(self, event: str) -> core.Core:
        """The occurrence in view of an event: that around a `where`, if it is of this event."""
        return core.Around(event) if event == self.outer_event else core.This()

    def after(self, inner: Scope) -> None:
        """Take over what an inner scope found."""
        self.timed = self.timed or inner.timed

    def locate(self, address: e.Address, home: str = "") -> str:
        """The identity of the provision at an address; empty, and reported, if there is none."""
        if not address.steps and not address.term:
            return address.instrument or home or self.home
        found = self.table.symbols.text.find(address, home or self.home)
        match found:
            case Node() | Gone() | Placed():
                return found.identity
            case Body():
                return found.name
            case Several():
                self.report("N105", f"several provisions are `{spoken(address)}`", address.span)
            case Missing():
                where = address.instrument or home or self.home
                self.report("N103", f"there is no `{spoken(address)}` in {echo(where)}", address.span)
        return ""

    def beneath(self, identity: str) -> list[Symbol]:
        """The norms and conditions in a provision and below it."""
        text = self.table.symbols.text
        return [
            symbol
            for symbol in self.table.symbols.all_of("norm", "condition")
            if identity in around(text, symbol.cite.identity)
        ]


def around(text: Text, identity: str) -> tuple[str, ...]:
    """The identity of a provision and of those around it, innermost first, the instrument last."""
    try:
        spot = text.spot(identity)
    except KeyError:
        return (identity,)
    return (*(node.identity for node in reversed(spot.path)), spot.node.instrument)


def dangling() -> core.Instance:
    """What a citation of nothing stands for: a thing that never happens."""
    return core.Instance("", sort="norm")


def near(name: str, known: Any) -> str:
    """Advice that names a term much like another."""
    import difflib

    found = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.7)
    return f"a term with a similar name exists: `{found[0]}`" if found else ""


def _a(kind: Kind) -> str:
    """A kind in words."""
    names = {
        "money": f"an amount of {kind.detail[0]}" if kind.detail else "an amount of money",
        "yes/no": "a yes or no",
        "date": "a day",
        "duration": "a length of time",
        "any": "a value",
        "choice": "a choice",
    }
    return names.get(kind.word, f"a {kind.word}")
