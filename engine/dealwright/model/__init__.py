"""Instruments as they are written: their provisions, the words in them and the rules beside the words.

An agreement, an amendment, a waiver or a court's order is an instrument. It holds provisions, which nest and carry
the numbers of the contract; a provision holds the contract's own words and, beside them, what the words mean: facts
that may come about, definitions, conditions, norms, operations on another instrument's text, readings of what is left
open. Scenarios and properties stand with them, as what the drafter expects of the whole.

Everything keeps the order in which it was written, so that a document can be written out again. Equality looks at what
is said, never at where it stands.
"""

from __future__ import annotations

from typing import TypeAlias

from dealwright.model.definitions import (
    Condition,
    Definition,
    Exception_,
    Priority,
    Rounding,
    Scope,
    Table,
)
from dealwright.model.entries import (
    Asserted,
    Attribute,
    Bars,
    Entry,
    Exercises,
    Found,
    Happens,
    Joins,
    Observed,
    Paid,
    Pays,
    Performed,
    Question_,
    Scheduled,
    Signed,
    Strikes,
    Unknown,
    Unordered,
    Waives,
)
from dealwright.model.facts import (
    Event,
    Field,
    Input,
    KindWord,
    PaymentEvent,
    Record,
    Unit,
)
from dealwright.model.instruments import Document, Instrument, Provision, Setting, Words
from dealwright.model.modifiers import (
    AnsweredFor,
    Continuing,
    Flag,
    ForEach,
    Form,
    Interest,
    Modifier,
    PerformedBy,
    Proviso,
    Timing,
)
from dealwright.model.norms import (
    Absent,
    Act,
    BringDown,
    Effect,
    Modal,
    Norm,
    NoRule,
    NoticeRule,
    Saving,
    Served,
    Severable,
    Tombstone,
    Warrants,
)
from dealwright.model.operations import (
    AT_THE_END,
    EVERYWHERE,
    ChangeValue,
    Delete,
    Insert,
    Join,
    Operation,
    Reaffirm,
    Renumber,
    Replace,
    Substitute,
    WaiveFor,
    WordChange,
)
from dealwright.model.readings import Alternative, CalendarSetting, ReadAs, Reading, Sic
from dealwright.model.scenarios import (
    Always,
    Choosing,
    Complete,
    Dated,
    Expect,
    Frame,
    Given,
    GivenList,
    Property,
    RecordLiteral,
    Scenario,
    ScenarioLine,
    With,
)
from dealwright.model.who import Actors, Party

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
    | Saving
    | NoRule
    | Absent
    | Tombstone
    | Sic
    | Operation
)

"""Whatever may stand in a provision."""

__all__ = [
    "AT_THE_END",
    "EVERYWHERE",
    "Absent",
    "Act",
    "Actors",
    "Alternative",
    "Always",
    "AnsweredFor",
    "Asserted",
    "Attribute",
    "Bars",
    "BringDown",
    "CalendarSetting",
    "ChangeValue",
    "Choosing",
    "Complete",
    "Condition",
    "Continuing",
    "Dated",
    "Definition",
    "Delete",
    "Document",
    "Effect",
    "Entry",
    "Event",
    "Exception_",
    "Exercises",
    "Expect",
    "Field",
    "Flag",
    "ForEach",
    "Form",
    "Found",
    "Frame",
    "Given",
    "GivenList",
    "Happens",
    "Input",
    "Insert",
    "Instrument",
    "Interest",
    "Item",
    "Join",
    "Joins",
    "KindWord",
    "Modal",
    "Modifier",
    "NoRule",
    "Norm",
    "NoticeRule",
    "Observed",
    "Operation",
    "Paid",
    "Party",
    "PaymentEvent",
    "Pays",
    "Performed",
    "PerformedBy",
    "Priority",
    "Property",
    "Provision",
    "Proviso",
    "Question_",
    "ReadAs",
    "Reading",
    "Reaffirm",
    "Record",
    "RecordLiteral",
    "Renumber",
    "Replace",
    "Rounding",
    "Saving",
    "Scenario",
    "ScenarioLine",
    "Scheduled",
    "Scope",
    "Served",
    "Setting",
    "Severable",
    "Sic",
    "Signed",
    "Strikes",
    "Substitute",
    "Table",
    "Timing",
    "Tombstone",
    "Unit",
    "Unknown",
    "Unordered",
    "WaiveFor",
    "Waives",
    "Warrants",
    "With",
    "WordChange",
    "Words",
]
