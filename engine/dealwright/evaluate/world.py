"""What is known at an instant: the facts so far, what every definition is, and how every norm stands.

The interpreter carries one of these through the log, instant by instant. Facts are only added. Terms and norms are
looked at again when something that they read has changed. What rests on facts nobody knows is a set of cases: a norm
has one case for each status in which it may stand, and certain knowledge keeps one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import define, evolve, field, frozen

from dealwright.calendar import Calendar
from dealwright.diagnostic import DealError
from dealwright.program import Program, Texts
from dealwright.value import NEVER, Instant, Level, Money, Never, Period, Range, Truth
from dealwright.value.truth import NO, YES
from dealwright.value.uncertain import either_reason, hull


class Status(Enum):
    """How a rule can stand."""

    PENDING = "pending"
    DUE = "due"
    SUSPENDED = "suspended"
    PERFORMED = "performed"
    BREACHED = "breached"
    DISCHARGED = "discharged"
    SUPERSEDED = "superseded"
    UNAVAILABLE = "unavailable"
    AVAILABLE = "available"
    EXERCISED = "exercised"
    LAPSED = "lapsed"
    DELETED = "deleted"
    IN_FORCE = "in force"
    EFFECTIVE = "effective"
    NOT_MADE = "not made"
    TRUE = "true"
    FALSE = "false"
    SATISFIED = "satisfied"
    UNSATISFIED = "unsatisfied"
    FAILED = "failed"
    WAIVED = "waived"
    TERMINATED = "terminated"
    CLOSED = "closed"
    UNKNOWN = "unknown"


def ends_of(value: Any) -> tuple[Any, Any]:
    """Both ends of a value, or the value twice."""
    return (value.low, value.high) if isinstance(value, Range) else (value, value)


@frozen
class Occurrence:
    """Something that happened, or is set to happen.

    Attributes:
        event: Which event.
        at: When.
        by: Who did it; empty if the log does not say.
        attributes: What the log says of it.
        amount: What it moved, for a payment.
        to: Who received it.
        number: Its place among the occurrences of the event, from 1.
        entry: The entry that tells of it, in words.
    """

    event: str
    at: Instant
    by: tuple[str, ...] = ()
    attributes: tuple[tuple[str, Any], ...] = ()
    amount: Money | None = None
    to: str = ""
    number: int = 0
    entry: str = ""

    def get(self, name: str) -> Any:
        """An attribute, or None if the log does not say."""
        return next((value for known, value in reversed(self.attributes) if known == name), None)


@frozen
class Env:
    """What is in view: an occurrence, a period, a number, a party; inside a `where`, also the occurrence around it."""

    this: Occurrence | None = None
    period: Period | None = None
    number: Fraction | None = None
    party: str = ""
    around: Occurrence | None = None


NOWHERE = Env()


@frozen
class Receipt:
    """Money that moved."""

    at: Instant
    payer: str
    payee: str
    amount: Money
    event: str
    under: tuple[tuple[str, Any], ...]
    entry: str


@frozen
class Case:
    """One way in which a norm may stand.

    Attributes:
        status: The status.
        since: Since when.
        due: When it falls due, or never (so far).
        breach: The day of its breach, or never.
        done: When it was performed or exercised, or never.
        amount: The amount, frozen by performance.
        reason: Why, for a discharge, such as `terminated`, `condition failed`; for a waiver, by whom.
        by: Who.
    """

    status: Status
    since: Any
    due: Any = NEVER
    breach: Any = NEVER
    done: Any = NEVER
    amount: Any = None
    reason: str = ""
    by: tuple[str, ...] = ()

    def merged(self, other: Case) -> Case:
        """The case that holds both."""
        amounts = [one for one in (self.amount, other.amount) if one is not None]
        return evolve(
            self,
            since=hull(self.since, other.since),
            due=hull(self.due, other.due),
            breach=hull(self.breach, other.breach),
            done=hull(self.done, other.done),
            amount=hull(amounts[0], amounts[-1]) if amounts else None,
            reason=either_reason(self.reason, other.reason),
        )


Cases = dict[Status, Case]


@frozen
class Made:
    """A statement made at an instant, and whether each limb was true then."""

    at: Any
    place: int
    limbs: tuple[tuple[str, Truth], ...]
    truth: Truth


@define
class Standing:
    """How one norm, or one instance of it, stands.

    Attributes:
        key: The norm.
        index: Which instance: an occurrence, a period, a number, a party, or nothing.
        env: What is in view in it.
        cases: The cases in which it may stand.
        asked: The first answer of its `when` that was a yes, kept.
        meant: Whether there is such an instance at all, of those for which the norm is made afresh.
        receipts: What was paid under it.
        doubted: What of this was matched to it while it may have been at an end.
        acts: When it was performed by name, and by whom.
        used: The occurrence that performed it.
        made: When a warranty was made.
        breaches: The days on which a prohibition was breached.
        moved: A limit put in the place of its own.
        hastened: Whether it was called in, so that it waits neither for its `when` nor for its start.
        floor: The day on which it arose, where its last day was over before.
        words: The text under whose words it goes on, if that is not the one in force.
        saved: The sentence that saves it, if one does.
        born: When it began to stand.
        arose: When it last arose, of a duty.
        course: How it would stand if nobody had waived anything; None as long as nobody has.
        shown: How it stood then, with what is waived of it excused.
        excused: Breaches of a prohibition that are excused.
        pardons: What is excused for good, by the waiver and what it excused, and by whom.
        given_up: Whether those to whom it is owed ask for it no more.
        unmoved: How it stands by its own limit, while a waiver puts another in its place.
        granted: The limit that a waiver put in its place for good, and which waiver.
        waived_since: Since when a waiver stands about a prohibition, as long as one does.
    """

    key: str
    index: Any
    env: Env
    cases: Cases
    born: Instant
    asked: Truth = NO
    meant: Truth = YES
    receipts: list[tuple[Instant, Money]] = field(factory=list)
    doubted: list[Money] = field(factory=list)
    acts: list[tuple[Instant, tuple[str, ...]]] = field(factory=list)
    used: int = 0
    made: list[Made] = field(factory=list)
    breaches: list[tuple[date, str]] = field(factory=list)
    moved: Any = None
    hastened: bool = False
    arose: Instant | None = None
    floor: date | None = None
    words: int | None = None
    saved: str = ""
    seen: dict[int, Instant] = field(factory=dict)
    course: Cases | None = None
    shown: Cases | None = None
    excused: list[tuple[date, str]] = field(factory=list)
    pardons: dict[tuple[str, str], str] = field(factory=dict)
    given_up: bool = False
    unmoved: Standing | None = None
    granted: tuple[str, date] | None = None
    waived_since: Instant | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing can change it any more."""
        return self.given_up or (len(self.cases) == 1 and next(iter(self.cases)) in _FINAL)

    def sure(self) -> Case | None:
        """The one case, if there is only one."""
        return next(iter(self.cases.values())) if len(self.cases) == 1 else None


_FINAL = frozenset(
    {Status.PERFORMED, Status.DISCHARGED, Status.SUPERSEDED, Status.DELETED, Status.LAPSED, Status.EFFECTIVE}
)


@frozen
class Interval:
    """A time during which a norm is suspended; `until` is its last day, or never for an open end."""

    start: Instant
    until: date | Never
    why: str


@frozen
class Ending:
    """That the agreement terminated, surely or perhaps."""

    at: Any
    cause: str
    identity: str
    sure: bool


@frozen
class Version:
    """A text and the instant from which it is in force."""

    since: Instant
    program: Program
    origin: str
    texts: Texts


@frozen
class Change:
    """Something that changed: for the history."""

    at: Instant
    what: str
    cite: str


@frozen
class Troubled:
    """What words that are not in force would say: nothing, for a reason that is told to whoever asks."""

    trouble: DealError


@define
class World:
    """Everything known at an instant of one evaluation.

    Attributes:
        now: The instant.
        beginning: The first instant of the evaluation.
        complete: The last day on which nothing is missing from the log.
        versions: The texts, each with the instant from which it is in force.
        current: The place of the text in force among them.
        calendar: The business-day calendar of each version.
        occurrences: What happened, by event.
        scheduled: What is set to happen, by event.
        given: Inputs by key and index: when they were given, and the value.
        unknown: Events, norms and inputs of which nobody knows, with the instant from which.
        ledger: Money that moved.
        signatures: Who signed which instrument when.
        effective: Since when each instrument that took effect governs.
        expired: The instruments that governed for a time that is over.
        waived: Conditions and limbs that were waived, and when.
        lent: Those that an instrument waives, as long as it does.
        lapsed: The waivers that ended as if they had never been given.
        bars: Suspensions by norm.
        endings: How the agreement terminated.
        closed: When it closed.
        values: The value of each term by slot.
        first: The first instant at which a yes/no term may have been yes, and was surely yes.
        run: Since when it has been what it is.
        perhaps: Since when each answer that it may have has been one that it may have.
        earliest: Since when it may have been what it is, where that was found out later.
        limbs: The truth of each labelled limb of a term; `first` and `run` hold its instants too, under `limb_slot`.
        standings: How each norm stands, by key and index; `by_norm` by key alone.
        worded: Duties whose last day rests on words that took effect later than the agreement: on which day, by what.
        gone: Norms that were out of the text: from when until when.
        replaced: Norms whose place another took.
        held: Conditions and limbs that were met under earlier words and are saved, and since when.
        changes: The history.
        notes: What else an answer should tell.
        wakes: Asks for another look at an instant.
    """

    now: Instant
    beginning: Instant
    complete: date
    versions: tuple[Version, ...]
    calendars: tuple[Calendar, ...]
    wakes: Callable[[Instant], None]
    current: int = 0
    occurrences: dict[str, list[Occurrence]] = field(factory=dict)
    scheduled: dict[str, list[Occurrence]] = field(factory=dict)
    given: dict[tuple[str, Any], list[tuple[Instant | None, Any]]] = field(factory=dict)
    unknown: dict[str, Instant] = field(factory=dict)
    ledger: list[Receipt] = field(factory=list)
    signatures: dict[str, dict[str, Instant]] = field(factory=dict)
    effective: dict[str, Instant] = field(factory=dict)
    expired: set[str] = field(factory=set)
    waived: dict[tuple[str, str, int], Instant] = field(factory=dict)
    waivers: dict[tuple[str, str, int], set[str]] = field(factory=dict)
    lent: set[tuple[str, str, int]] = field(factory=set)
    lapsed: dict[str, Instant] = field(factory=dict)
    bars: dict[str, list[Interval]] = field(factory=dict)
    endings: list[Ending] = field(factory=list)
    closed: Any = NEVER
    values: dict[str, Any] = field(factory=dict)
    first: dict[str, tuple[Any, Any]] = field(factory=dict)
    run: dict[str, Instant] = field(factory=dict)
    perhaps: dict[str, dict[Level, Instant]] = field(factory=dict)
    earliest: dict[str, Instant] = field(factory=dict)
    limbs: dict[str, Truth] = field(factory=dict)
    standings: dict[tuple[str, Any], Standing] = field(factory=dict)
    by_norm: dict[str, dict[Any, Standing]] = field(factory=dict, repr=False)
    worded: dict[str, tuple[date, str]] = field(factory=dict)
    gone: dict[str, list[tuple[Instant, Instant]]] = field(factory=dict)
    replaced: set[str] = field(factory=set)
    held: dict[tuple[str, str, int], Instant] = field(factory=dict)
    changes: list[Change] = field(factory=list)
    notes: list[Any] = field(factory=list)
    found: dict[str, Status] = field(factory=dict)
    ahead: list[Any] = field(factory=list)
    dangled: bool = False
    pending: list[tuple[Instant, Any, str]] = field(factory=list)

    @property
    def program(self) -> Program:
        """The text in force."""
        return self.versions[self.current].program

    @property
    def gap(self) -> Instant:
        """The first instant of which the log does not say everything."""
        return Instant(date.fromordinal(self.complete.toordinal() + 1))

    @property
    def open(self) -> bool:
        """Whether things may have happened that the log does not hold."""
        return self.now.day > self.complete

    def open_since(self, *keys: str) -> Instant | None:
        """From when on things of these keys may have happened unlogged; None if they cannot have."""
        found = [self.unknown[key] for key in keys if key in self.unknown]
        return min([*found, self.gap] if self.open else found, default=None)

    def stand(self, one: Standing) -> None:
        """Add an instance of a norm, or put it in the place of the one that stands there."""
        self.standings[one.key, one.index] = one
        self.by_norm.setdefault(one.key, {})[one.index] = one

    def of_norm(self, key: str) -> list[Standing]:
        """Every instance of a norm."""
        return list(self.by_norm.get(key, {}).values())
