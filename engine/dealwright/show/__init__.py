"""The text in force for people to read: as one document, and beside an earlier one.

Whoever lives by an amended contract wants the conformed copy, with a note wherever it is not as first signed. Whoever
agrees to an amendment wants the redline, word by word, and what becomes of the rules. All of them are read off texts
that are already there; nothing is changed here.
"""

from dealwright.show.conformed import conformed
from dealwright.show.redline import Redlined, Run, marked, redline
from dealwright.show.rules import RuleChange, rules_diff, told

__all__ = ["Redlined", "RuleChange", "Run", "conformed", "marked", "redline", "rules_diff", "told"]
