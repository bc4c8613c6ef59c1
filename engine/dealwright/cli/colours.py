"""Colours for a terminal: what is done, what calls for somebody, what went wrong."""

from __future__ import annotations

import re
from typing import IO, Final

_REPORT: Final = (
    (r"(?m)^[A-Z][^\n,:]*$", "bold"),
    (r"\b(?:performed|satisfied|effective|took effect|paid in full|hold|passed|available)\b", "green"),
    (r"\b(?:due|outstanding|pending|unsatisfied|may be|not known|warnings?)\b", "yellow"),
    (r"\b(?:breached|failed|FAILED|false|late|errors?)\b", "red"),
    (r"(?m)^ *(?:log|reading) ?[^:\n]*:", "cyan"),
    (r"\[-.*?-\]", "red"),
    (r"\{\+.*?\+\}", "green"),
)

_PAGE: Final = (
    (r"(?m)^[^\s=\-].*$", "bold"),
    (r"(?m)^ *\[[^\]]*\]$", "dim"),
    (r"\[-.*?-\]", "red strike"),
    (r"\{\+.*?\+\}", "green underline"),
)
_STYLES: Final = {"report": _REPORT, "page": _PAGE}


def show(text: str, stream: IO[str], style: str = "report", *, always: bool = False) -> None:
    """Print a text with colours, where the terminal has any.

    Args:
        text: The text.
        stream: Where to.
        style: What is coloured: that of a `report` or of a `page`.
        always: Whether to take for granted that there are colours.
    """
    from rich.console import Console
    from rich.text import Text

    shown = Text(text, end="")
    for pattern, look in _STYLES[style]:
        for found in re.finditer(pattern, text, re.DOTALL if "-" in pattern[:4] or "+" in pattern[:4] else 0):
            shown.stylize(look, *found.span())
    if always:
        console = Console(
            file=stream, highlight=False, soft_wrap=True, force_terminal=True, color_system="standard", no_color=False
        )
    else:
        console = Console(file=stream, highlight=False, soft_wrap=True)
    console.print(shown, end="")
