"""The things in a contract that have a value, as they are written.

A sum, a day, a truth, a party: whatever a rule computes from, it computes from one of the forms below, and there are
no others. An expression says what the author wrote, not what it means: a name is still a name here, and a citation
is still an address. What they stand for is settled later, when the whole text is in view.

Two expressions are equal when they say the same, wherever they stand: positions do not count.
"""

from __future__ import annotations

from typing import TypeAlias

from dealwright.expression.amounts import (
    Aggregate,
    AmountOf,
    Arithmetic,
    Case,
    Cases,
    Count,
    Extreme,
    If,
    ListOf,
    Lookup,
    Negative,
    Pick,
    ReceivedBy,
    Rounded,
    Row,
    Selection,
    Total,
)
from dealwright.expression.days import (
    DayCount,
    DayIn,
    Distance,
    DueDate,
    FromTo,
    InstantOf,
    PartOf,
    Rolled,
    Shift,
    SpanOf,
    Termination,
    TotalWithin,
)
from dealwright.expression.named import (
    POSITIONS,
    Address,
    AddressGroup,
    AddressRange,
    Aim,
    AttributeOf,
    Cited,
    Current,
    Literal,
    LiteralValue,
    Question,
    Ref,
    TheOne,
    This,
    ThisAgreement,
    Today,
)
from dealwright.expression.position import position
from dealwright.expression.tree import parts, walk
from dealwright.expression.truths import (
    And,
    Compare,
    Every,
    Exists,
    Limb,
    Limbs,
    Limit,
    Not,
    Occurs,
    OneOf,
    Or,
    StatusIs,
)

Expression: TypeAlias = (
    Literal
    | Question
    | Ref
    | Cited
    | Address
    | AttributeOf
    | This
    | TheOne
    | Current
    | Today
    | ThisAgreement
    | Arithmetic
    | Negative
    | Rounded
    | Rolled
    | Extreme
    | Not
    | And
    | Or
    | Limbs
    | If
    | Cases
    | Lookup
    | Compare
    | OneOf
    | Occurs
    | StatusIs
    | Selection
    | Exists
    | Every
    | Pick
    | Aggregate
    | Count
    | Shift
    | InstantOf
    | Termination
    | AmountOf
    | ReceivedBy
    | Total
    | DueDate
    | PartOf
    | DayIn
    | Distance
    | DayCount
    | TotalWithin
    | FromTo
    | SpanOf
    | ListOf
)

"""Whatever has a value."""

__all__ = [
    "POSITIONS",
    "Address",
    "AddressGroup",
    "AddressRange",
    "Aggregate",
    "Aim",
    "AmountOf",
    "And",
    "Arithmetic",
    "AttributeOf",
    "Case",
    "Cases",
    "Cited",
    "Compare",
    "Count",
    "Current",
    "DayCount",
    "DayIn",
    "Distance",
    "DueDate",
    "Every",
    "Exists",
    "Expression",
    "Extreme",
    "FromTo",
    "If",
    "InstantOf",
    "Limb",
    "Limbs",
    "Limit",
    "ListOf",
    "Literal",
    "LiteralValue",
    "Lookup",
    "Negative",
    "Not",
    "Occurs",
    "OneOf",
    "Or",
    "PartOf",
    "Pick",
    "Question",
    "ReceivedBy",
    "Ref",
    "Rolled",
    "Rounded",
    "Row",
    "Selection",
    "Shift",
    "SpanOf",
    "StatusIs",
    "Termination",
    "TheOne",
    "This",
    "ThisAgreement",
    "Today",
    "Total",
    "TotalWithin",
    "parts",
    "position",
    "walk",
]
