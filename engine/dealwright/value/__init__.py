"""The values of the language: exact, immutable, and honest about what is not known.

Numbers are fractions and money is an exact amount of a currency; days are days and instants have an order within the day;
truth is no, not yet or yes. A value that rests on facts nobody knows is a range of values that holds every case.
"""

from dealwright.value.currencies import is_currency, minor_units
from dealwright.value.moment import END, MORNING, NEVER, NEVERMORE, Instant, Never, When, day_of
from dealwright.value.quantity import Choice, Duration, MixedCurrencies, Money, MonthDay, Party, Period, decimal_text
from dealwright.value.showing import Json, json_of, text_of
from dealwright.value.truth import Level, Truth
from dealwright.value.uncertain import UNBOUNDED, UNKNOWN, Among, Range, Unbounded, Unknown, Value

__all__ = [
    "END",
    "MORNING",
    "NEVER",
    "NEVERMORE",
    "UNBOUNDED",
    "UNKNOWN",
    "Among",
    "Choice",
    "Duration",
    "Instant",
    "Json",
    "Level",
    "MixedCurrencies",
    "Money",
    "MonthDay",
    "Never",
    "Party",
    "Period",
    "Range",
    "Truth",
    "Unbounded",
    "Unknown",
    "Value",
    "When",
    "day_of",
    "decimal_text",
    "is_currency",
    "json_of",
    "minor_units",
    "text_of",
]
