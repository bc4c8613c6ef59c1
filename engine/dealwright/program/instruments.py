"""How an amending instrument takes effect, and what it waives: compliance with some rules, for a time and on terms."""

from __future__ import annotations

from datetime import date

from attrs import field

from dealwright.node import node
from dealwright.program.cite import Cite
from dealwright.program.core import Core
from dealwright.source import NOWHERE, Span


@node
class InstrumentRule:
    """How an instrument takes effect.

    What it says itself, `on` to `expires`, is bound only in a text in which it is in force.

    Attributes:
        name: Its name.
        word: `amendment`, `waiver`, `order`, ...
        dated: The day it bears.
        signers: Who must sign, by the amendment clause of what it amends.
        amends: The instruments that it amends, the agreement aside.
        gate: What the amendment clause asks beside that: `(words, truth)` of each part.
        conditional: Whether it takes more than signatures.
        restates: Whether it writes the whole agreement anew.
        on: A day on which it takes effect, beside the signatures.
        as_of: An earlier day since which it governs.
        when: Conditions of its effect: `(words, truth)` of each.
        first_business_day: Whether it waits for a business day on which the conditions hold.
        expires: The day after which it governs no more.
        reaches: The day written out since which it governs, if it reaches back to one.
        settled: The day since which it is in effect whoever signed it, its changes being in the text; the earliest
            there is if none is stated.
        words: `(part, words)` of what it says.
    """

    name: str
    word: str
    dated: date | None
    signers: tuple[str, ...]
    amends: tuple[str, ...] = ()
    gate: tuple[tuple[str, Core], ...] = ()
    conditional: bool = False
    restates: bool = False
    on: Core | None = None
    as_of: Core | None = None
    when: tuple[tuple[str, Core], ...] = ()
    first_business_day: bool = False
    expires: Core | None = None
    reaches: date | None = None
    settled: date | None = None
    words: tuple[tuple[str, str], ...] = ()
    span: Span = field(default=NOWHERE, eq=False, repr=False)

    def said(self, part: str) -> str:
        """A part of what it says, in words."""
        return dict(self.words).get(part, "")


@node
class WaiverRule:
    """A waiver given by an instrument.

    Attributes:
        key: Its stable key.
        instrument: The instrument that gives it.
        norms: Keys of the norms with which nobody has to comply.
        terms: Keys of the conditions that are waived.
        start: The first day of its time; without one it is about what there is when it takes effect.
        end: The last day of its time.
        unless: When it excuses nothing: `(words, truth)` of each exception.
        restored: When it ends as if it had never been given, alike.
        days: The limits that take the place of those waived.
        reads: Keys of what it depends on.
    """

    key: str
    instrument: str
    norms: tuple[str, ...]
    terms: tuple[str, ...]
    start: Core | None
    end: Core | None
    unless: tuple[tuple[str, Core], ...]
    restored: tuple[tuple[str, Core], ...]
    days: tuple[Core, ...]
    reads: frozenset[str]
    cite: Cite
