"""Answers as people read them in a terminal, and as machines read them."""

from dealwright.render.data import json_outcome
from dealwright.render.report import instruments_text, outcome_text, outcomes_table, reason_text

__all__ = ["instruments_text", "json_outcome", "outcome_text", "outcomes_table", "reason_text"]
