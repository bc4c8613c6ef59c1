"""What the text leaves open, and the ways to read it."""

from __future__ import annotations

from dealwright import model as m
from dealwright.expression import Expression, position
from dealwright.node import node
from dealwright.source import Span


@node
class ReadAs:
    """How a citation, or quoted words, are read under an alternative; no target reads them as nothing."""

    what: Expression | str
    target: Expression | None
    span: Span = position()


@node
class CalendarSetting:
    """The calendar by which business days are counted."""

    name: str
    span: Span = position()


@node
class Alternative:
    """One way to read what the text leaves open."""

    label: str
    items: tuple[m.Item | ReadAs | CalendarSetting, ...] = ()
    span: Span = position()


@node
class Sic:
    """That a finding about the words or rules around it is accepted: so it is written, and so it stays.

    Attributes:
        code: The code of the finding.
        words: Words that the finding tells of; empty for every finding of this code here.
        reading: The reading that says how the place is read; empty if none does.
    """

    code: str
    words: str = ""
    reading: str = ""
    span: Span = position()


@node
class Reading:
    """A named question that the text leaves open; the first alternative is the default."""

    name: str
    about: str
    alternatives: tuple[Alternative, ...]
    span: Span = position()
