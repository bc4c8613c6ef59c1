"""What we tell a drafter: which rule of good drafting a text misses, where, and what would help.

One record serves every phase. It has a code whose page can be looked up, a message of one sentence in the words of
the contract, the place that it is about with the headings under which that place stands, further places (both sides
of a conflict, say), notes, and, apart from all these, advice. Text, JSON and SARIF are three ways to write the same
record.

`DealError` is the one exception of the engine: it carries diagnostics, so whoever catches it can show them all.
"""

from dealwright.codes import Severity
from dealwright.diagnostic.error import DealError, exit_code
from dealwright.diagnostic.exchange import as_json, as_sarif
from dealwright.diagnostic.order import ordered
from dealwright.diagnostic.record import Diagnostic, Place, echo, problem, with_article
from dealwright.diagnostic.rendering import render

__all__ = [
    "DealError",
    "Diagnostic",
    "Place",
    "Severity",
    "as_json",
    "as_sarif",
    "echo",
    "exit_code",
    "ordered",
    "problem",
    "render",
    "with_article",
]
