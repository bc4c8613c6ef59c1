"""The words and their frame: provisions that nest, instruments with their settings, and a file as read."""

from __future__ import annotations

from attrs import field

from dealwright import model as m
from dealwright.expression import Expression, position
from dealwright.model.definitions import Rounding
from dealwright.model.readings import CalendarSetting
from dealwright.model.scenarios import Property, Scenario
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Source, Span


@node
class Words:
    """The contract's own words, line by line, exactly as they stand after the bar."""

    lines: tuple[str, ...]
    span: Span = position()


@node
class Provision:
    """An article, section, clause, sentence, schedule, exhibit, ... with what stands in it.

    Attributes:
        unit: The word for its level, `section`.
        number: Its number as written, `3.4`, `(a)`, `A`; empty for those without one (preamble, signatures, note).
        heading: Its heading, if any.
        items: Words, rules and provisions in it, in order.
    """

    unit: str
    number: str
    heading: str = ""
    items: tuple[m.Item, ...] = ()
    span: Span = position()


@node
class Setting:
    """A line below an instrument's name.

    Attributes:
        word: `dated`, `between`, `amends`, `currency`, `time zone`, `rounded`, `months rounded`, `governed by`,
            `amended by`, `amended when`, `effective on`, `effective as of`, `effective when`, `effective first day when`, `expires`,
            `prevails over`.
        names: Names or words given.
        value: The expression or date given.
        actors: The parties given.
        rounding: The rounding given.
    """

    word: str
    names: tuple[str, ...] = ()
    value: Expression | None = None
    actors: Actors | None = None
    rounding: Rounding | None = None
    span: Span = position()


@node
class Instrument:
    """A writing: an agreement, amendment, waiver, order, or a scheme of rules without parties."""

    word: str
    name: str
    long: str
    settings: tuple[Setting | CalendarSetting, ...]
    items: tuple[m.Item, ...]
    span: Span = position()


@node
class Document:
    """A file as read: the instruments in it, and the scenarios and properties beside them.

    Attributes:
        instruments: In the order written.
        loose: Items that stand before any instrument.
        scenarios: In the order written.
        properties: In the order written.
        source: The text read.
    """

    instruments: tuple[Instrument, ...]
    loose: tuple[m.Item, ...]
    scenarios: tuple[Scenario, ...]
    properties: tuple[Property, ...]
    source: Source = field(eq=False, repr=False)
