"""Logs with what is expected of them, and properties: what must hold of every log."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from dealwright.expression import Expression, Ref, position
from dealwright.model.entries import Attribute, Entry, Question_, Unknown
from dealwright.node import node
from dealwright.source import Span


@node
class Dated:
    """An entry of a log on its day.

    Attributes:
        on: The day.
        entry: What the log says of it.
        clock: The time as written, if one is given, else empty.
        recorded: The day on which it became known; none if that is the day on which it happened.
    """

    on: date
    entry: Entry
    clock: str = ""
    recorded: date | None = None
    span: Span = position()


@node
class With:
    """Which instruments a scenario reads; none for `nothing else`."""

    instruments: tuple[str, ...]
    span: Span = position()


@node
class Choosing:
    """Which alternative of a reading a scenario takes."""

    reading: str
    label: str
    span: Span = position()


@node
class Given:
    """A value given for the whole of a scenario; no value marks it unknown."""

    what: Ref | Question_
    value: Expression | None
    span: Span = position()


@node
class RecordLiteral:
    """An instance of a record: its kind, its label, its fields."""

    record: str
    label: str
    attributes: tuple[Attribute, ...] = ()
    span: Span = position()


@node
class GivenList:
    """A list of instances given for the whole of a scenario."""

    what: Ref
    instances: tuple[RecordLiteral, ...]
    span: Span = position()


@node
class Complete:
    """The day through which the log says it is complete."""

    through: date
    span: Span = position()


@node
class Expect:
    """What must hold as of a day; no day for a calculation.

    Attributes:
        claims: What must hold.
        as_of: The day asked about.
        text_of: The day whose text is asked about, if it is another.
        known_by: The day by which the entries were recorded that count, if not all do.
    """

    claims: tuple[Expression, ...]
    as_of: date | None = None
    text_of: date | None = None
    known_by: date | None = None
    span: Span = position()


ScenarioLine: TypeAlias = With | Choosing | Given | GivenList | Dated | Unknown | Complete | Expect


@node
class Scenario:
    """A log with what is expected of it."""

    title: str
    lines: tuple[ScenarioLine, ...]
    span: Span = position()


@node
class Always:
    """What must hold, `always` or `never`, for every log that meets a condition."""

    title: str
    when: tuple[Expression, ...]
    word: str
    claim: Expression
    span: Span = position()


@node
class Frame:
    """What alone may be answered otherwise once an instrument amends the text, whatever the log."""

    title: str
    when: tuple[Expression, ...]
    names: tuple[str, ...]
    instrument: str
    span: Span = position()


Property: TypeAlias = Always | Frame
