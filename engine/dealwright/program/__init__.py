"""The checked program: a text in force turned into plain immutable data that any reader can evaluate.

`rules` has the rules, `core` the expressions in them. The reference interpreter (`dealwright.evaluate`) is one
reader; a faster one needs nothing but what is here.
"""

from dealwright.program import core
from dealwright.program.cite import Cite
from dealwright.program.instruments import InstrumentRule, WaiverRule
from dealwright.program.rules import (
    ActRule,
    AttributeRule,
    Each,
    EventRule,
    FormRule,
    InputRule,
    InterestRule,
    Kind,
    LimitRule,
    NormRule,
    Program,
    SavingRule,
    TermRule,
    Texts,
)
from dealwright.program.walking import below, parts_of

__all__ = [
    "ActRule",
    "AttributeRule",
    "Cite",
    "Each",
    "EventRule",
    "FormRule",
    "InputRule",
    "InstrumentRule",
    "InterestRule",
    "Kind",
    "LimitRule",
    "NormRule",
    "Program",
    "SavingRule",
    "TermRule",
    "Texts",
    "WaiverRule",
    "below",
    "core",
    "parts_of",
]
