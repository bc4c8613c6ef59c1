"""The single values of the language, wherever they are defined."""

from dealwright.value.amounts import Money, Quantity
from dealwright.value.durations import Duration
from dealwright.value.periods import MonthDay, Period
from dealwright.value.uncertain import Choice, Party

__all__ = ["Choice", "Duration", "Money", "MonthDay", "Party", "Period", "Quantity"]
