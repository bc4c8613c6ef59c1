"""Deal reads contracts that change, and says who owes what to whom by when, and why.

A `.deal` file stands beside a contract's own words, section by section; an amendment is a second file whose
operations stand beside its own sentences. Dealwright puts the two together, checks the result, plays a log of dated
facts through it, and answers with the section and the amending section behind every answer.

What is named here is all that a program needs; it is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealwright.diagnostic import DealError, Diagnostic
    from dealwright.evaluate import Status
    from dealwright.explain import Reason
    from dealwright.limits import Limits
    from dealwright.log import Log
    from dealwright.outcome import Answer, Outcome
    from dealwright.pipeline import Contract, load, loads
    from dealwright.value import Money

__version__ = "0.1.0"

_HOMES = {
    "Answer": "outcome",
    "Contract": "pipeline",
    "DealError": "diagnostic",
    "Diagnostic": "diagnostic",
    "Limits": "limits",
    "Log": "log",
    "Money": "value",
    "Outcome": "outcome",
    "Reason": "explain",
    "Status": "evaluate",
    "load": "pipeline",
    "loads": "pipeline",
}

__all__ = [
    "Answer",
    "Contract",
    "DealError",
    "Diagnostic",
    "Limits",
    "Log",
    "Money",
    "Outcome",
    "Reason",
    "Status",
    "load",
    "loads",
]


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for."""
    if name not in _HOMES:
        message = f"module 'dealwright' has no attribute '{name}'"
        raise AttributeError(message)
    found: object = getattr(import_module(f"dealwright.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted((*__all__, "__version__"))
