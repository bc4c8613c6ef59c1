"""Instruments as they are written: their provisions, the words in them and the rules beside the words.

An agreement, an amendment, a waiver or a court's order is an instrument. It holds provisions, which nest and carry
the numbers of the contract; a provision holds the contract's own words and, beside them, what the words mean: facts
that may come about, definitions, conditions, norms, operations on another instrument's text, readings of what is left
open. Scenarios and properties stand with them, as what the drafter expects of the whole.

Everything keeps the order in which it was written, so that a document can be written out again. Equality looks at what
is said, never at where it stands.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from dealwright.expression import Address, AddressRange, Case, Cited, Expression, Limbs, Ref, Row, Selection
from dealwright.source import NOWHERE, Source, Span


def _place() -> Span:
    return field(eq=False, repr=False, kw_only=True, default=NOWHERE)  # type: ignore[no-any-return]


# ---------------------------------------------------------------- who


@frozen
class Actors:
    """Who acts: `A or B` (either alone), `A and B` (each, or jointly), `each Member`, `either party`.

    Attributes:
        names: The parties named; empty for `either party`.
        joined: `or` when either alone will do, else `and`.
        manner: `each` or `jointly` where said, else empty.
    """

    names: tuple[str, ...]
    joined: str = "or"
    manner: str = ""
    span: Span = _place()


@frozen
class Party:
    """A party, a third party that is bound to nothing, or a group that members join."""

    name: str
    long: str = ""
    role: str = "party"
    span: Span = _place()


@frozen
class Unit:
    """A unit in which quantities are counted."""

    name: str
    span: Span = _place()


# ---------------------------------------------------------------- facts


@frozen
class KindWord:
    """The kind of an attribute or an input: a word of the language, named choices, or a record.

    Attributes:
        word: `money`, `yes/no`, ... or `choice` when `names` are given.
        names: The choices, or the one record named.
        many: Whether it is a list of these.
    """

    word: str
    names: tuple[str, ...] = ()
    many: bool = False
    span: Span = _place()


@frozen
class Field:
    """An attribute of an event or a record, or what an input is: its kind and its bounds."""

    name: str
    kind: KindWord
    long: str = ""
    each: Scope | None = None
    least: Expression | None = None
    most: Expression | None = None
    normally: Expression | None = None
    span: Span = _place()


@frozen
class Event:
    """Something that may happen, any number of times, with attributes."""

    name: str
    long: str = ""
    by: Actors | None = None
    fields: tuple[Field, ...] = ()
    span: Span = _place()


@frozen
class PaymentEvent:
    """An event that moves money from one to another."""

    name: str
    long: str = ""
    by: Actors | None = None
    to: Actors | None = None
    span: Span = _place()


@frozen
class Input:
    """A value that is given from outside."""

    field: Field
    span: Span = _place()


@frozen
class Record:
    """A kind of thing with fields and definitions of its own."""

    name: str
    fields: tuple[Field | Definition, ...]
    span: Span = _place()


# ---------------------------------------------------------------- definitions


@frozen
class Scope:
    """What a rule is made afresh for: an event, a record, a period or a run of numbers.

    Attributes:
        name: The event, record or number; or the period word.
        period: Whether `name` is a period word.
        start: `from`, when stated.
        end: `until` or `to`, when stated.
        where: Which of them, when stated.
    """

    name: str
    period: bool = False
    start: Expression | None = None
    end: Expression | None = None
    where: Expression | None = None
    span: Span = _place()


@frozen
class Rounding:
    """How results are rounded, under a definition or throughout."""

    mode: str
    to: str
    step: Expression | None = None
    span: Span = _place()


@frozen
class Priority:
    """How a rule ranks against the rules of another provision: `subject to`, `notwithstanding`."""

    word: str
    address: Address | None
    span: Span = _place()


@frozen
class Exception_:
    """A value that holds instead, under a condition, with exceptions of its own."""

    condition: Expression
    value: Expression | None
    label: str = ""
    exceptions: tuple[Exception_, ...] = ()
    span: Span = _place()


@frozen
class Definition:
    """A term and what it means."""

    name: str
    meaning: Expression
    long: str = ""
    each: Scope | None = None
    exceptions: tuple[Exception_, ...] = ()
    priorities: tuple[Priority, ...] = ()
    rounding: Rounding | None = None
    span: Span = _place()


@frozen
class Condition:
    """A definition of yes or no that has a status and may be waived by those it benefits."""

    name: str
    meaning: Expression
    long: str = ""
    benefit: Actors | None = None
    exceptions: tuple[Exception_, ...] = ()
    priorities: tuple[Priority, ...] = ()
    span: Span = _place()


@frozen
class Table:
    """Several terms found by one key, row by row."""

    columns: tuple[str, ...]
    name: str
    by: Expression
    rows: tuple[Row, ...]
    slices: bool = False
    span: Span = _place()


# ---------------------------------------------------------------- norms


@frozen
class Act:
    """What a party does or may do: `pay`, `deliver`, `notify`, `cause`, `do`, or what a power changes.

    Attributes:
        verb: `pay`, `deliver`, `notify`, `cause`, `do`, `terminate`, `suspend`, `resume`, `waive`, `accelerate`,
            `release`, `cancel`, `sever`, `extend`, `assign`, `elect`.
        thing: What is paid, delivered, notified, done or changed.
        to: The receiver.
        words: A quoted sentence that says what is done.
        by: How far an extension goes, or `to` which day.
    """

    verb: str
    thing: Expression | Selection | None = None
    to: Actors | None = None
    words: str = ""
    by: Expression | None = None
    until: Expression | None = None
    span: Span = _place()


@frozen
class Modal:
    """Who must, must not or may do what."""

    actors: Actors
    modal: str
    act: Act
    span: Span = _place()


@frozen
class Warrants:
    """Who states what to be true, to whom."""

    actors: Actors
    to: Actors | None
    limbs: Limbs
    span: Span = _place()


@frozen
class Effect:
    """What happens by itself: `terminates`, `closes`, `ends`, `resumes`, `suspended`, `discharged`, `due`, `passes`.

    Attributes:
        word: Which of these, or `stated` for a quoted sentence alone.
        target: What it happens to.
        words: A quoted sentence in place of a target.
        to: To whom something passes.
    """

    word: str
    target: Expression | None = None
    words: str = ""
    to: str = ""
    span: Span = _place()


@frozen
class Timing:
    """A modifier with a day: `on`, `by`, `within`, `at least`, `not before`, `immediately before`, `concurrently`,
    `from`, `until`, `made on`.
    """

    word: str
    when: tuple[Expression, ...]
    span: Span = _place()


@frozen
class Proviso:
    """A modifier with a truth: `when`, `while`, `unless`, `performed when`, `cured when`."""

    word: str
    condition: Expression
    span: Span = _place()


@frozen
class ForEach:
    """A norm made afresh for each of something."""

    scope: Scope
    span: Span = _place()


@frozen
class PerformedBy:
    """The event by which a duty is performed."""

    selection: Selection
    span: Span = _place()


@frozen
class Form:
    """The form in which a power is exercised: by notice, or by a writing signed by some."""

    word: str
    under: Address | None = None
    signed_by: Actors | None = None
    span: Span = _place()


@frozen
class AnsweredFor:
    """Who is in breach when a third party does not act."""

    actors: Actors
    unless: Expression | None = None
    span: Span = _place()


@frozen
class Continuing:
    """Whose place a norm takes: what was done under that one counts."""

    target: Expression
    span: Span = _place()


@frozen
class Interest:
    """What runs on an overdue amount."""

    rate: Expression
    period: str
    convention: str = ""
    compounded: str = ""
    span: Span = _place()


@frozen
class Flag:
    """A modifier that only says so: `survives termination`, `time is added`, `including earlier ones`."""

    word: str
    span: Span = _place()


Modifier: TypeAlias = (
    Timing | Proviso | ForEach | PerformedBy | Form | AnsweredFor | Continuing | Interest | Flag | Priority
)


@frozen
class Norm:
    """A duty, prohibition, permission, power, effect or warranty."""

    word: str
    name: str
    head: Modal | Warrants | Effect
    modifiers: tuple[Modifier, ...] = ()
    long: str = ""
    span: Span = _place()


@frozen
class Served:
    """When a notice counts as served, in a case if one is stated."""

    on: Expression
    when: Expression | None = None
    span: Span = _place()


@frozen
class NoticeRule:
    """What a notice needs, and when it is served."""

    requires: tuple[Expression, ...]
    served: tuple[Served, ...]
    span: Span = _place()


@frozen
class Severable:
    """That a provision struck leaves the rest standing."""

    span: Span = _place()


@frozen
class BringDown:
    """That warranties are made again at further instants."""

    addresses: tuple[Address | AddressRange, ...]
    excepting: tuple[Address | AddressRange, ...]
    on: tuple[Expression, ...]
    span: Span = _place()


@frozen
class NoRule:
    """That a provision has no operative rule, and why."""

    reason: str = ""
    span: Span = _place()


@frozen
class Absent:
    """That a document is declared but not at hand."""

    span: Span = _place()


# ---------------------------------------------------------------- readings


@frozen
class ReadAs:
    """How a citation, or quoted words, are read under an alternative; no target reads them as nothing."""

    what: Expression | str
    target: Expression | None
    span: Span = _place()


@frozen
class CalendarSetting:
    """The calendar by which business days are counted."""

    name: str
    span: Span = _place()


@frozen
class Alternative:
    """One way to read what the text leaves open."""

    label: str
    items: tuple[Item | ReadAs | CalendarSetting, ...] = ()
    span: Span = _place()


@frozen
class Reading:
    """A named question that the text leaves open; the first alternative is the default."""

    name: str
    about: str
    alternatives: tuple[Alternative, ...]
    span: Span = _place()


# ---------------------------------------------------------------- operations


@frozen
class Replace:
    """Provisions put in the place of others."""

    targets: tuple[Address | AddressRange, ...]
    items: tuple[Item | Row, ...]
    expecting: str = ""
    restated: bool = False
    span: Span = _place()


@frozen
class Delete:
    """Provisions taken out; their numbers stay."""

    targets: tuple[Address | AddressRange, ...]
    expecting: str = ""
    span: Span = _place()


@frozen
class Insert:
    """Provisions put in at a place: `after`, `before`, `at the end of`, `in`."""

    place: str
    address: Address
    items: tuple[Item | Row, ...]
    span: Span = _place()


@frozen
class WordChange:
    """Words replaced, inserted or deleted inside provisions, with what happens to the rules beside them.

    Attributes:
        verb: `replace`, `insert after`, `insert before`, `delete`.
        old: The words looked for.
        new: The words put in.
        targets: Where; empty for the whole instrument.
        times: How often they must occur: a number, or -1 for everywhere.
        changing: Pairs of rule values that change with the words.
        no_rule: Whether the instrument says that no rule depends on the words.
    """

    verb: str
    old: str
    new: str
    targets: tuple[Address | AddressRange, ...]
    times: int
    changing: tuple[tuple[Expression, Expression], ...] = ()
    no_rule: bool = False
    span: Span = _place()


@frozen
class Renumber:
    """Provisions given other numbers."""

    targets: tuple[Address | AddressRange, ...]
    numbers: tuple[Address | AddressRange, ...]
    span: Span = _place()


@frozen
class ChangeValue:
    """A term given another value, guarded by the old one."""

    term: Ref
    old: Expression
    new: Expression
    span: Span = _place()


@frozen
class WaiveFor:
    """Compliance with provisions waived for a time."""

    targets: tuple[Address | AddressRange, ...]
    length: Expression | None = None
    start: Expression | None = None
    end: Expression | None = None
    lines: tuple[Exception_ | Modifier | Item, ...] = ()
    span: Span = _place()


Operation: TypeAlias = Replace | Delete | Insert | WordChange | Renumber | ChangeValue | WaiveFor


# ---------------------------------------------------------------- provisions and instruments


@frozen
class Words:
    """The contract's own words, line by line, exactly as they stand after the bar."""

    lines: tuple[str, ...]
    span: Span = _place()


@frozen
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
    items: tuple[Item, ...] = ()
    span: Span = _place()


@frozen
class Setting:
    """A line below an instrument's name.

    Attributes:
        word: `dated`, `between`, `amends`, `currency`, `calendar`, `time zone`, `rounded`, `months rounded`,
            `governed by`, `amended by`, `effective on`, `effective as of`, `effective when`, `effective first day when`,
            `expires`, `prevails over`.
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
    span: Span = _place()


@frozen
class Instrument:
    """A writing: an agreement, amendment, waiver, order, or a scheme of rules without parties."""

    word: str
    name: str
    long: str
    settings: tuple[Setting, ...]
    items: tuple[Item, ...]
    span: Span = _place()


# ---------------------------------------------------------------- logs, scenarios, properties


@frozen
class Attribute:
    """An attribute given in a log; alone it says yes."""

    name: str
    value: Expression | None = None
    span: Span = _place()


@frozen
class Happens:
    """An event happened, or a payment event moved money."""

    event: Ref
    by: Actors | None = None
    attributes: tuple[Attribute, ...] = ()
    amount: Expression | None = None
    to: str = ""
    span: Span = _place()


@frozen
class Paid:
    """So much was paid under a named duty."""

    duty: Ref
    amount: Expression
    by: Actors | None = None
    span: Span = _place()


@frozen
class Performed:
    """A named duty was performed."""

    duty: Ref
    by: Actors | None = None
    span: Span = _place()


@frozen
class Pays:
    """One paid so much to another, under whatever duty it fits."""

    payer: str
    amount: Expression
    to: str
    span: Span = _place()


@frozen
class Signed:
    """An instrument was signed by some."""

    instrument: str
    by: Actors
    attributes: tuple[Attribute, ...] = ()
    span: Span = _place()


@frozen
class Observed:
    """A value, or the answer to a question, as known from here on."""

    what: Ref | Question_
    value: Expression
    span: Span = _place()


@frozen
class Unknown:
    """Something of which nobody knows."""

    what: Ref | Question_
    span: Span = _place()


@frozen
class Question_:
    """A question named by its words."""

    text: str
    span: Span = _place()


@frozen
class Found:
    """A status that a court or the parties settled."""

    what: Ref
    status: str
    span: Span = _place()


@frozen
class Scheduled:
    """An event was set for a day."""

    event: Ref
    on: date
    attributes: tuple[Attribute, ...] = ()
    span: Span = _place()


@frozen
class Joins:
    """Somebody joined a group of parties."""

    member: str
    group: str
    span: Span = _place()


@frozen
class Asserted:
    """Somebody said so: evidence, no fact."""

    source: str
    entry: Entry
    span: Span = _place()


@frozen
class Unordered:
    """The order of this day's entries is not known."""

    span: Span = _place()


@frozen
class Exercises:
    """Somebody exercised a power, in the form shown by the attributes.

    Attributes:
        form: `notice`, `writing` or empty.
    """

    actors: Actors
    power: Ref
    form: str = ""
    attributes: tuple[Attribute, ...] = ()
    span: Span = _place()


@frozen
class Waives:
    """Somebody waived a condition, a limb of it, a duty or a breach."""

    actors: Actors
    target: Expression
    span: Span = _place()


@frozen
class Strikes:
    """A court held a provision unenforceable."""

    address: Address
    span: Span = _place()


@frozen
class Bars:
    """The law forbids performance, until a day if one is stated."""

    target: Expression
    until: date | None = None
    span: Span = _place()


Entry: TypeAlias = (
    Happens
    | Paid
    | Performed
    | Pays
    | Signed
    | Observed
    | Unknown
    | Found
    | Scheduled
    | Joins
    | Asserted
    | Unordered
    | Exercises
    | Waives
    | Strikes
    | Bars
)


@frozen
class Dated:
    """An entry of a log on its day; `clock` as written where a time is given, else empty."""

    on: date
    entry: Entry
    clock: str = ""
    span: Span = _place()


@frozen
class With:
    """Which instruments a scenario reads; none for `nothing else`."""

    instruments: tuple[str, ...]
    span: Span = _place()


@frozen
class Choosing:
    """Which alternative of a reading a scenario takes."""

    reading: str
    label: str
    span: Span = _place()


@frozen
class Given:
    """A value given for the whole of a scenario; no value marks it unknown."""

    what: Ref | Question_
    value: Expression | None
    span: Span = _place()


@frozen
class RecordLiteral:
    """An instance of a record: its kind, its label, its fields."""

    record: str
    label: str
    attributes: tuple[Attribute, ...] = ()
    span: Span = _place()


@frozen
class GivenList:
    """A list of instances given for the whole of a scenario."""

    what: Ref
    instances: tuple[RecordLiteral, ...]
    span: Span = _place()


@frozen
class Complete:
    """The day through which the log says it is complete."""

    through: date
    span: Span = _place()


@frozen
class Expect:
    """What must hold as of a day; no day for a calculation."""

    claims: tuple[Expression, ...]
    as_of: date | None = None
    span: Span = _place()


ScenarioLine: TypeAlias = With | Choosing | Given | GivenList | Dated | Unknown | Complete | Expect | Words


@frozen
class Scenario:
    """A log with what is expected of it."""

    title: str
    lines: tuple[ScenarioLine, ...]
    span: Span = _place()


@frozen
class Property:
    """What must hold for every log that meets a condition."""

    title: str
    when: tuple[Expression, ...]
    word: str
    claim: Expression
    span: Span = _place()


Item: TypeAlias = (
    Words
    | Provision
    | Party
    | Unit
    | Event
    | PaymentEvent
    | Input
    | Record
    | Definition
    | Condition
    | Table
    | Norm
    | Reading
    | NoticeRule
    | Severable
    | BringDown
    | NoRule
    | Absent
    | Operation
)


@frozen
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
    loose: tuple[Item, ...]
    scenarios: tuple[Scenario, ...]
    properties: tuple[Property, ...]
    source: Source = field(eq=False, repr=False)


__all__ = ["Case", "Cited"]
