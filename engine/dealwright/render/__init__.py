"""Answers as people read them in a terminal, and as machines read them."""

from dealwright.render.data import json_outcome
from dealwright.render.report import outcome_text, outcomes_table, reason_text

__all__ = ["json_outcome", "outcome_text", "outcomes_table", "reason_text"]
