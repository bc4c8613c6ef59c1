"""The text in force for people to read: as one document, beside an earlier one, and through time.

Whoever lives by an amended contract wants the conformed copy, with a note wherever it is not as first signed. Whoever
agrees to an amendment wants the redline, word by word, and what becomes of the rules. All of them are read off texts
that are already there; nothing is changed here.
"""

from dealwright.show.conformed import Hands, conformed
from dealwright.show.conforming import conforming, conforming_file, unwritten
from dealwright.show.data import text_data
from dealwright.show.hands import hands
from dealwright.show.history import Passage, Step, history, is_main, looked_up
from dealwright.show.redline import Redlined, marked, redline, redline_page
from dealwright.show.rules import RuleChange, details, lines, rules_diff, told
from dealwright.show.telling import history_data, history_page, passage_page

__all__ = [
    "Hands",
    "Passage",
    "Redlined",
    "RuleChange",
    "Step",
    "conformed",
    "conforming",
    "conforming_file",
    "details",
    "hands",
    "history",
    "history_data",
    "history_page",
    "is_main",
    "lines",
    "looked_up",
    "marked",
    "passage_page",
    "redline",
    "redline_page",
    "rules_diff",
    "text_data",
    "told",
    "unwritten",
]
