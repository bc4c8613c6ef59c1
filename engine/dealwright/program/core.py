"""What an expression does, once its names are bound: the closed union that every reader of a program evaluates.

Names have become keys; a truth evaluates to a `Truth`, everything else to a `Value`. Sugar is gone.
"""

from __future__ import annotations

from typing import Any

from dealwright.calendar import Roll
from dealwright.node import node
from dealwright.program.references import Core, Instance, InstrumentInstant, Spans, written
from dealwright.program.truths import (
    AgreementIs,
    AllOf,
    AnyOf,
    AsTruth,
    AtLeast,
    Come,
    Compare,
    CompareDays,
    During,
    Every,
    ExactlyOne,
    Not,
    Some,
    StatusIs,
    TermTruth,
    TruthWord,
    Waivable,
    Within,
)
from dealwright.program.view import Around, TheNumber, TheParty, ThePeriod, This, Today


@node
class Const:
    """A value written out."""

    value: Any


@node
class TermValue:
    """The value of a definition; `index` picks one of a `for each` definition."""

    key: str
    index: tuple[Core, ...] = ()


@node
class InputValue:
    """A value given from outside."""

    key: str
    index: tuple[Core, ...] = ()


@node
class Attribute:
    """An attribute of the occurrence or instance in view."""

    name: str
    of: Core


@node
class Pick:
    """The first or last occurrence of an event of which something holds."""

    last: bool
    event: str
    where: Core | None


@node
class Arithmetic:
    """Two amounts joined."""

    operator: str
    left: Core
    right: Core


@node
class Negative:
    """An amount with its sign turned."""

    of: Core


@node
class Rounded:
    """An amount rounded; see `dealwright.value.reckoning.rounded`."""

    of: Core
    mode: str
    to: str
    step: Any


@node
class Extreme:
    """`later`, `earlier` (of instants), `greater`, `lesser` (of amounts)."""

    word: str
    items: tuple[Core, ...]


@node
class Choose:
    """The value of the first case whose truth is yes; with none, no value."""

    cases: tuple[tuple[Core, Core], ...]
    otherwise: Core | None
    truths: bool = False


@node
class Excepted:
    """A value with exceptions of one rank: `(label, condition, value)`, and where each is written."""

    value: Core
    exceptions: tuple[tuple[str, Core, Core], ...]
    truths: bool = False
    spans: Spans = written()


@node
class Lookup:
    """A value found by a key in rows `(bound, key, value)`; by slices each rate applies to its slice."""

    by: Core
    rows: tuple[tuple[str, Core | None, Core], ...]
    slices: bool


@node
class Shift:
    """A day so long after, or before, another."""

    by: Core
    back: bool
    anchor: Core


@node
class Rolled:
    """A day moved to a business day."""

    of: Core
    way: Roll


@node
class FirstOf:
    """The instant of the first, or last, occurrence of an event of which something holds."""

    event: str
    where: Core | None
    last: bool = False


@node
class OccurrenceInstant:
    """The instant of an occurrence."""

    of: Core


@node
class SinceTerm:
    """The first instant at which a definition or condition was yes."""

    key: str


@node
class NormInstant:
    """The instant of what befell a norm: `breach`, `performance`, `exercise`, `waiver`, `suspension`, ..."""

    word: str
    norm: Instance


@node
class TerminationInstant:
    """The instant at which the agreement terminated by a power or effect under a provision (an identity), if given."""

    under: str


@node
class StatusInstant:
    """The instant since which a norm or condition stands in a status."""

    status: str
    of: Instance


@node
class NormAmount:
    """What was `paid` under a norm, perhaps only through a day, or what is `outstanding`."""

    word: str
    norm: Instance
    through: tuple[Core, ...] = ()


@node
class NormDue:
    """The day on which a duty falls due."""

    norm: Instance


@node
class Received:
    """What a party received by a payment event, or under a norm, perhaps only through a day."""

    event: str
    norm: Instance | None
    party: str
    through: tuple[Core, ...] = ()


@node
class Total:
    """All that a party received, or paid."""

    word: str
    party: str


@node
class PartOf:
    """`start`, `end`, `year`, `date`."""

    word: str
    of: Core


@node
class DayIn:
    """A day of a period."""

    word: str
    number: int
    of: Core


@node
class Distance:
    """Whole units between two days."""

    unit: str
    start: Core
    end: Core


@node
class YearPart:
    """The part of a year between two days by a convention."""

    convention: str
    start: Core
    end: Core


@node
class SpanBetween:
    """A period from one day to another."""

    start: Core
    end: Core


@node
class SpanOf:
    """A period of a length that ends or starts on a day."""

    length: Core
    ending: bool
    anchor: Core


@node
class Aggregate:
    """`sum`, `highest`, `lowest`, `average`, `product` or `count` over occurrences of an event."""

    word: str
    value: Core
    event: str
    where: Core | None


@node
class AggregatePeriods:
    """An aggregate over the periods of a unit within a span."""

    word: str
    value: Core
    unit: str
    span: Core


__all__ = [
    "Aggregate",
    "AggregatePeriods",
    "AgreementIs",
    "AllOf",
    "AnyOf",
    "Arithmetic",
    "Around",
    "AsTruth",
    "AtLeast",
    "Attribute",
    "Choose",
    "Come",
    "Compare",
    "CompareDays",
    "Const",
    "Core",
    "DayIn",
    "Distance",
    "During",
    "Every",
    "ExactlyOne",
    "Excepted",
    "Extreme",
    "FirstOf",
    "InputValue",
    "Instance",
    "InstrumentInstant",
    "Lookup",
    "Negative",
    "NormAmount",
    "NormDue",
    "NormInstant",
    "Not",
    "OccurrenceInstant",
    "PartOf",
    "Pick",
    "Received",
    "Rolled",
    "Rounded",
    "Shift",
    "SinceTerm",
    "Some",
    "SpanBetween",
    "SpanOf",
    "StatusInstant",
    "StatusIs",
    "TermTruth",
    "TermValue",
    "TerminationInstant",
    "TheNumber",
    "TheParty",
    "ThePeriod",
    "This",
    "Today",
    "Total",
    "TruthWord",
    "Waivable",
    "Within",
    "YearPart",
]
